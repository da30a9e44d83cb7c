/// Everything the job-offer checks ask about. All of it may be missing: a missing fact gives
/// UNKNOWN with a question, never a silent pass. `8`, `9` and `99` count as missing.
public struct OfferFacts: Equatable, Sendable {
    /// When she starts.
    public var startDate: CivilDate?
    /// When the home introduces her to the job; `judge` fills in its own date.
    public var introducedOn: CivilDate?
    /// Her date of birth; an approximate one counts as the younger age.
    public var birthdate: Birthdate?
    /// The least age the offer itself names. It can break a rule, but never proves her age.
    public var minAge: Int?
    /// How the offer came.
    public var source: JobSource?
    /// What kind of place she would work in.
    public var workplaceKind: WorkplaceKind?
    /// A mine, toxic or harmful work, or grade-IV physical labour.
    public var heavyOrHazardous = YesNo.notCollected
    /// A forced posture at over 50 movements a minute, or lifting over 20 kg six times an hour or
    /// 25 kg now and then.
    public var forcedPaceOrLifting = YesNo.notCollected
    /// Those under 18 have regular health checks.
    public var hasHealthChecks = YesNo.notCollected
    /// Those under 18 are registered with the county labour office and carry the certificate.
    public var registeredForMinors = YesNo.notCollected
    /// The employer checks identity cards and keeps a recruitment register.
    public var employerChecksId = YesNo.notCollected
    /// Somebody demands or keeps her identity card or papers.
    public var idDemanded = YesNo.notCollected
    /// Who holds her identity paper now.
    public var idHeldBy: IDHeldBy?
    /// Fees asked from her, in yuan; 0 when none.
    public var feeAskedYuan: Int?
    /// Deposit, guarantee or other money asked from her, in yuan; 0 when none.
    public var depositAskedYuan: Int?
    /// The agency's licence was seen.
    public var agencyLicenceSeen = YesNo.notCollected
    /// The employer's valid papers (business licence) were seen.
    public var employerPapersSeen = YesNo.notCollected
    /// What the programme decided about the employer.
    public var employerStatus: ApprovedStatus?
    /// A written contract within a month is promised.
    public var promisedInWriting = YesNo.notCollected
    /// When the contract was signed.
    public var contractSignedOn: CivilDate?
    /// How many of the nine items the contract states.
    public var contractItemsStated: Int?
    /// She was told work, conditions, place, hazards, safety and pay.
    public var toldConditions = YesNo.notCollected
    /// How long the contract runs.
    public var contractTerm: ContractTerm?
    /// Probation in months; 0 when none.
    public var probationMonths: Int?
    /// Pay in probation, in yuan, on the basis of the wage.
    public var probationWageYuan: Int?
    /// Pay in yuan.
    public var wageYuan: Int?
    /// What the wage is paid for.
    public var wageBasis: WageBasis?
    /// Paid in money, every month, to herself.
    public var paidMonthlyInMoney = YesNo.notCollected
    /// Deductions a month, in yuan; 0 when none.
    public var deductionsYuan: Int?
    /// Hours a day without overtime.
    public var hoursPerDay: Int?
    /// Days a week.
    public var daysPerWeek: Int?
    /// Overtime on the longest day, in hours; 0 when none.
    public var overtimeHoursPerDay: Int?
    /// Overtime a month, in hours; 0 when none.
    public var overtimeHoursPerMonth: Int?
    /// Overtime is paid 150 %, rest days 200 %, public holidays 300 %.
    public var overtimePaid = YesNo.notCollected
    /// She may leave with the notice of the law, and at once under force or threat.
    public var mayLeaveWithNotice = YesNo.notCollected
    /// A term restricts marriage, pregnancy or childbirth.
    public var marriageTerms = YesNo.notCollected
    /// She would be employed by an agency and lent out.
    public var agencyLabour = YesNo.notCollected
    /// The home's own service ledger of this introduction is complete.
    public var ledgerComplete = YesNo.notCollected
    /// The minimum wage of the place of work, as the programme's table has it.
    public var minimumWage = MinimumWages.Found()
    /// The day whose law holds; `judge` fills it in.
    public var judgedOn = CivilDate(dayNumber: 0)

    /// The minimum wage in yuan a month, where it is one figure.
    public var minimumMonthlyYuan: Int? {
        get { minimumWage.monthly.most }
        set { minimumWage.monthly = MinimumWageSpan(least: newValue, most: newValue) }
    }
    /// The minimum wage in hundredths of a yuan (fen) an hour, where it is one figure.
    public var minimumHourlyFen: Int? {
        get { minimumWage.hourly.most }
        set { minimumWage.hourly = MinimumWageSpan(least: newValue, most: newValue) }
    }

    /// Nothing known yet.
    public init() {}
}

/// How long a contract runs.
public enum ContractTerm: Equatable, Sendable {
    case months(Int)
    case openEnded
    /// Until a piece of work is done: no probation is allowed (Labour Contract Law 19).
    case untilWorkDone
}

extension OfferFacts {
    /// The facts of an offer as recorded, for a person when there is one.
    ///
    /// - Parameters:
    ///   - offer: The offer.
    ///   - employer: Who makes it.
    ///   - birthdate: Hers, as far as known.
    ///   - startDate: When she starts, when a date is set.
    public init(
        offer: JobOffer, employer: Employer?, birthdate: Birthdate? = nil,
        startDate: CivilDate? = nil
    ) {
        self.birthdate = birthdate
        self.startDate = startDate
        minAge = offer.minAge
        source = offer.source
        workplaceKind = offer.workplaceKind
        heavyOrHazardous = offer.heavyOrHazardous
        forcedPaceOrLifting = offer.forcedPaceOrLifting
        hasHealthChecks = offer.hasHealthChecks
        registeredForMinors = offer.registeredForMinors
        employerChecksId = offer.employerChecksId
        idDemanded = offer.idDemanded
        feeAskedYuan = offer.feeAskedYuan
        depositAskedYuan = offer.depositAskedYuan
        agencyLicenceSeen = offer.agencyLicenceSeen
        employerPapersSeen = employer?.licenceSeenOn == nil ? .notCollected : .yes
        employerStatus = employer?.approvedStatus
        promisedInWriting = offer.promisedInWriting
        contractItemsStated = offer.contractItemsStated
        toldConditions = offer.toldConditions
        contractTerm =
            offer.openEnded == .yes ? .openEnded : offer.contractTermMonths.map { .months($0) }
        probationMonths = offer.probationMonths
        probationWageYuan = offer.probationWageYuan
        wageYuan = offer.wageYuan
        wageBasis = offer.wageBasis
        paidMonthlyInMoney = offer.paidMonthlyInMoney
        deductionsYuan = offer.deductionsYuan
        hoursPerDay = offer.hoursPerDay
        daysPerWeek = offer.daysPerWeek
        overtimeHoursPerDay = offer.overtimeHoursPerDay
        overtimeHoursPerMonth = offer.overtimeHoursPerMonth
        overtimePaid = offer.overtimePaid
        mayLeaveWithNotice = offer.mayLeaveWithNotice
        marriageTerms = offer.marriageTerms
        agencyLabour = offer.agencyLabour
    }
}
