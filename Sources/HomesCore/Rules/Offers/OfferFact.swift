/// Who can answer a question about an offer.
public enum AskedOf: String, CaseIterable, Sendable {
    /// Whoever would employ her.
    case employer
    /// Whoever brings the offer: an agency, a relative, an advertisement.
    case agency
    /// The labour bureau of the place of work, on 12333.
    case labourBureau
    /// The woman herself.
    case herself
    /// The home, in its own papers.
    case home

    /// The words over its questions.
    public var label: Phrase {
        switch self {
        case .employer: Phrase("Ask the employer", "问用人单位")
        case .agency: Phrase("Ask whoever brings the offer", "问中介或介绍人")
        case .labourBureau:
            Phrase("Ask the labour bureau there (12333)", "问工作地劳动保障部门（12333）")
        case .herself: Phrase("Ask her", "问本人")
        case .home: Phrase("Look up in the home", "本之家自查")
        }
    }
}

/// A fact that the job-offer checks read. Each rule declares the ones it reads
/// (`OfferRule.reads`); a test varies every fact under every rule and finds what is not declared,
/// or declared in vain.
public enum OfferFact: String, CaseIterable, Sendable {
    case startDate, introducedOn, birthdate, minAge, source, workplaceKind
    case heavyOrHazardous, forcedPaceOrLifting, hasHealthChecks, registeredForMinors
    case employerChecksId, idDemanded, idHeldBy, feeAskedYuan, depositAskedYuan
    case agencyLicenceSeen, employerPapersSeen, employerStatus, promisedInWriting
    case contractSignedOn, contractItemsStated, toldConditions, contractTerm
    case probationMonths, probationWageYuan, wageYuan, wageBasis, paidMonthlyInMoney
    case deductionsYuan, hoursPerDay, daysPerWeek, overtimeHoursPerDay, overtimeHoursPerMonth
    case overtimePaid, mayLeaveWithNotice, marriageTerms, agencyLabour, ledgerComplete
    case minimumMonthly, minimumHourly

    /// The question to ask while the fact is missing.
    public var question: Phrase { row.question }

    /// Who can answer it.
    public var askedOf: AskedOf { row.askedOf }

    /// Whether the fact is known: `8`, `9` and `99` are no answer.
    public func isKnown(in facts: OfferFacts) -> Bool { row.isKnown(facts) }

    /// Takes the fact away.
    public func clear(_ facts: inout OfferFacts) { row.clear(&facts) }

    /// Whether missing it is nothing to ask about: an offer names no least age, a contract is not
    /// signed before she starts, and the day of the introduction is today.
    public var mayBeAbsent: Bool {
        switch self {
        case .minAge, .contractSignedOn, .introducedOn: true
        default: false
        }
    }

    /// Whether the answer matters, as far as the others are known: a licence only where there is an
    /// agency, the rules for minors only where she is not known to be 18.
    public func matters(to facts: OfferFacts) -> Bool {
        switch self {
        case .agencyLicenceSeen: facts.source == nil || facts.source == .licensedAgency
        case .heavyOrHazardous, .forcedPaceOrLifting, .hasHealthChecks, .registeredForMinors:
            !facts.isAdult
        case .probationWageYuan: facts.probationMonths != 0
        case .overtimeHoursPerDay: facts.overtimeHoursPerMonth.map { $0 > 3 } ?? true
        case .overtimePaid: facts.overtimeHoursPerMonth != 0
        case .minimumMonthly: facts.wageBasis != .hour
        case .minimumHourly: facts.wageBasis == .hour
        default: true
        }
    }

    private struct Row: Sendable {
        let question: Phrase
        let askedOf: AskedOf
        let isKnown: @Sendable (OfferFacts) -> Bool
        let clear: @Sendable (inout OfferFacts) -> Void
    }

    private var row: Row { OfferFact.rows[self] ?? OfferFact.noRow }

    private static let noRow = Row(
        question: Phrase(verbatim: ""), askedOf: .employer, isKnown: { _ in false }, clear: { _ in }
    )

    private static func value<Value: Sendable>(
        _ path: WritableKeyPath<OfferFacts, Value?> & Sendable, _ askedOf: AskedOf,
        _ english: String, _ chinese: String
    ) -> Row {
        Row(
            question: Phrase(english, chinese), askedOf: askedOf,
            isKnown: { $0[keyPath: path] != nil }, clear: { $0[keyPath: path] = nil })
    }

    private static func answer(
        _ path: WritableKeyPath<OfferFacts, YesNo> & Sendable, _ askedOf: AskedOf,
        _ english: String, _ chinese: String
    ) -> Row {
        Row(
            question: Phrase(english, chinese), askedOf: askedOf,
            isKnown: { $0[keyPath: path] == .yes || $0[keyPath: path] == .no },
            clear: { $0[keyPath: path] = .notCollected })
    }

    private static let rows: [OfferFact: Row] =
        aboutHer.merging(aboutPapers) { first, _ in first }
        .merging(aboutWork) { first, _ in first }.merging(aboutPay) { first, _ in first }

    private static let aboutHer: [OfferFact: Row] = [
        .startDate: value(
            \.startDate, .employer, "On which day does she start?", "她哪一天到岗？"),
        .introducedOn: value(
            \.introducedOn, .home, "On which day is she introduced?", "哪一天介绍她就业？"),
        .birthdate: value(\.birthdate, .herself, "When was she born?", "她哪年哪月哪日出生？"),
        .minAge: value(
            \.minAge, .employer, "How old does one have to be for the job?", "招工最低年龄是多少？"),
        .idDemanded: answer(
            \.idDemanded, .employer,
            "Does anybody demand or keep her ID card or papers?", "有人要求上交或扣押她的证件吗？"),
        .idHeldBy: Row(
            question: Phrase("Who holds her ID card now?", "她的身份证现在由谁保管？"),
            askedOf: .herself,
            isKnown: { facts in
                switch facts.idHeldBy {
                case nil, .doesNotKnow, .prefersNot, .notCollected: false
                default: true
                }
            }, clear: { $0.idHeldBy = nil }),
        .toldConditions: answer(
            \.toldConditions, .herself,
            "Was she told work, conditions, place, hazards, safety and pay?",
            "是否告知了工作内容、条件、地点、职业危害、安全状况和报酬？"),
        .ledgerComplete: answer(
            \.ledgerComplete, .home,
            "Is this introduction in the home's service ledger?", "本次介绍已记入服务台账吗？"),
    ]

    private static let aboutPapers: [OfferFact: Row] = [
        .source: value(\.source, .agency, "Who offers the job?", "谁提供的岗位？"),
        .agencyLicenceSeen: answer(
            \.agencyLicenceSeen, .agency, "Was the agency's licence seen?", "看过中介的许可证吗？"),
        .employerPapersSeen: answer(
            \.employerPapersSeen, .employer, "Were the employer's papers seen?", "看过用人单位的证照吗？"),
        .employerStatus: value(
            \.employerStatus, .home, "Has the programme checked the employer?",
            "项目核查过该用人单位吗？"),
        .employerChecksId: answer(
            \.employerChecksId, .employer,
            "Does the employer check ID cards and keep a register?", "用人单位核查身份证并登记吗？"),
        .registeredForMinors: answer(
            \.registeredForMinors, .labourBureau,
            "Is she registered with the county labour office?", "是否在县级劳动部门办理了未成年工登记？"),
        .promisedInWriting: answer(
            \.promisedInWriting, .employer,
            "Is a written contract promised within a month?", "是否承诺一个月内签书面合同？"),
        .contractSignedOn: value(
            \.contractSignedOn, .employer, "When was the contract signed?", "合同哪一天签的？"),
        .contractItemsStated: value(
            \.contractItemsStated, .employer,
            "How many of the nine items does it state?", "九项必备条款载明了几项？"),
        .contractTerm: value(
            \.contractTerm, .employer, "How long does the contract run?", "合同期多长？"),
        .agencyLabour: answer(
            \.agencyLabour, .employer,
            "Would an agency employ her and lend her out?", "是劳务派遣吗？"),
        .marriageTerms: answer(
            \.marriageTerms, .employer,
            "Does any term restrict marriage, pregnancy or childbirth?", "有限制结婚、怀孕、生育的条款吗？"),
        .mayLeaveWithNotice: answer(
            \.mayLeaveWithNotice, .employer,
            "May she leave with notice, without a penalty?", "提前通知即可辞职、不受罚吗？"),
    ]

    private static let aboutWork: [OfferFact: Row] = [
        .workplaceKind: value(
            \.workplaceKind, .employer, "What kind of place is it?", "是什么样的工作场所？"),
        .heavyOrHazardous: answer(
            \.heavyOrHazardous, .employer,
            "Is it a mine, toxic or very heavy work?", "是否矿山、有毒有害或四级体力劳动？"),
        .forcedPaceOrLifting: answer(
            \.forcedPaceOrLifting, .employer,
            "How fast is the line, how heavy are the loads?", "流水线多快？负重多少？"),
        .hasHealthChecks: answer(
            \.hasHealthChecks, .employer,
            "Are there regular health checks for her?", "是否给她定期体检？"),
        .hoursPerDay: value(\.hoursPerDay, .employer, "How many hours a day?", "每天几小时？"),
        .daysPerWeek: value(\.daysPerWeek, .employer, "How many days a week?", "每周几天？"),
        .overtimeHoursPerDay: value(
            \.overtimeHoursPerDay, .employer,
            "How much overtime on the longest day?", "最多一天加班几小时？"),
        .overtimeHoursPerMonth: value(
            \.overtimeHoursPerMonth, .employer,
            "How many hours of overtime a month?", "每月加班几小时？"),
    ]

    private static let aboutPay: [OfferFact: Row] = [
        .feeAskedYuan: value(
            \.feeAskedYuan, .agency, "Is a fee asked from her? How much?", "是否向她收费？多少？"),
        .depositAskedYuan: value(
            \.depositAskedYuan, .employer,
            "Is a deposit, guarantee or other money asked from her?", "是否要求押金、担保或其他财物？"),
        .probationMonths: value(
            \.probationMonths, .employer, "How long is the probation?", "试用期多长？"),
        .probationWageYuan: value(
            \.probationWageYuan, .employer, "What is paid in probation?", "试用期工资多少？"),
        .wageYuan: value(\.wageYuan, .employer, "What is paid?", "工资多少？"),
        .wageBasis: value(
            \.wageBasis, .employer,
            "Is that a month, a day, an hour or a piece?", "按月、日、小时还是计件？"),
        .paidMonthlyInMoney: answer(
            \.paidMonthlyInMoney, .employer,
            "Is she paid in money, every month, herself?", "是否以货币按月付给本人？"),
        .deductionsYuan: value(
            \.deductionsYuan, .employer, "What is deducted from her pay?", "从工资里扣多少？"),
        .overtimePaid: answer(\.overtimePaid, .employer, "How is overtime paid?", "加班怎么付酬？"),
        .minimumMonthly: value(
            \.minimumMonthlyYuan, .labourBureau,
            "What is the minimum wage there a month?", "当地最低工资每月多少？"),
        .minimumHourly: value(
            \.minimumHourlyFen, .labourBureau,
            "What is the minimum wage there an hour?", "当地小时最低工资多少？"),
    ]
}

extension OfferFacts {
    /// Whether she is known to be 18 when she starts, or already today.
    var isAdult: Bool {
        guard let birthdate, let day = startDate ?? introducedOn else { return false }
        return (birthdate.years(on: day) ?? 0) >= 18
    }
}
