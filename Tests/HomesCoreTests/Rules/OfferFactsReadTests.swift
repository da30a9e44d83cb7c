import HomesCore
import Testing

/// Each rule declares the facts it reads; random offers find what it reads without saying so, what
/// it declares in vain, and every missing fact that it passes over in silence.
@Suite struct `Facts that the rules read` {
    private static let day0 = CivilDate(year: 2023, month: 6, day: 20) ?? CivilDate(dayNumber: 0)

    private typealias Change = @Sendable (inout OfferFacts) -> Void

    /// Values that a fact may have, boundaries of the law among them.
    private static func values(_ fact: OfferFact) -> [Change] {
        if let path = OfferFact.answers[fact] {
            return [YesNo.yes, .no].map { value in { $0[keyPath: path] = value } }
        }
        if let path = OfferFact.numbers[fact] {
            return (numbers[fact] ?? [0, 1]).map { value in { $0[keyPath: path] = value } }
        }
        return others[fact] ?? []
    }

    private static let numbers: [OfferFact: [Int]] = [
        .minAge: [14, 15, 16, 18], .feeAskedYuan: [0, 1, 300], .depositAskedYuan: [0, 1, 300],
        .contractItemsStated: [0, 8, 9], .probationMonths: [0, 1, 2, 3, 6, 7],
        .probationWageYuan: [15, 18, 19, 70, 88, 1_500, 1_899, 1_900, 2_000],
        .wageYuan: [18, 19, 87, 88, 1_600, 1_899, 1_900, 2_500], .deductionsYuan: [0, 1],
        .hoursPerDay: [4, 7, 8, 9, 12], .daysPerWeek: [4, 5, 6, 7],
        .overtimeHoursPerDay: [0, 3, 4], .overtimeHoursPerMonth: [0, 1, 3, 4, 36, 37],
        .minimumMonthly: [1_700, 1_900, 2_100], .minimumHourly: [1_800, 1_870, 2_000],
    ]

    private static let others: [OfferFact: [Change]] = [
        .birthdate: (14...19).flatMap { years -> [Change] in
            [-15, 0, 1].map { shift in
                let born = day0.adding(months: -12 * years).adding(days: shift)
                return { $0.birthdate = Birthdate(born) }
            }
        },
        .startDate: [0, 1, 30, 400].map { days in { $0.startDate = day0.adding(days: days) } },
        .introducedOn: [{ $0.introducedOn = day0 }],
        .contractSignedOn: [-5, 0, 28, 33, 70, 500].map { days in
            { $0.contractSignedOn = day0.adding(days: days) }
        },
        .source: JobSource.allCases.map { value in { $0.source = value } },
        .workplaceKind: WorkplaceKind.allCases.map { value in { $0.workplaceKind = value } },
        .idHeldBy: [IDHeldBy.herself, .family, .employer, .recruiter, .homeSafe, .lost].map {
            value in { $0.idHeldBy = value }
        },
        .employerStatus: ApprovedStatus.allCases.map { value in { $0.employerStatus = value } },
        .wageBasis: WageBasis.allCases.map { value in { $0.wageBasis = value } },
        .contractTerm: [
            .months(2), .months(3), .months(12), .months(23), .months(24), .months(36),
            ContractTerm.openEnded, .untilWorkDone,
        ].map { value in { $0.contractTerm = value } },
    ]

    /// Overtime of one day is part of the month's.
    private static func isPossible(_ facts: OfferFacts) -> Bool {
        guard let day = facts.overtimeHoursPerDay, let month = facts.overtimeHoursPerMonth
        else { return true }
        return day <= month
    }

    /// Offers of random facts, each of them missing now and then.
    private static func offers(_ count: Int, missing percent: Int) -> [OfferFacts] {
        var random = SeededGenerator(seed: 20_230_620)
        var offers: [OfferFacts] = []
        while offers.count < count {
            var facts = OfferFacts()
            // `judge` fills these two in.
            facts.judgedOn = day0
            facts.introducedOn = day0
            for fact in OfferFact.allCases {
                if Int.random(in: 0..<100, using: &random) < percent { continue }
                if fact == .contractSignedOn, Bool.random(using: &random) { continue }
                values(fact).randomElement(using: &random)?(&facts)
            }
            if isPossible(facts) { offers.append(facts) }
        }
        return offers
    }

    private static func variants(_ facts: OfferFacts, _ fact: OfferFact) -> [OfferFacts] {
        values(fact).map { change in
            var facts = facts
            change(&facts)
            return facts
        }.filter(isPossible)
    }

    @Test func `every fact has a question in both languages, and can be taken away`() throws {
        for fact in OfferFact.allCases {
            #expect(!fact.question.english.isEmpty && !fact.question.chinese.isEmpty, "\(fact)")
            #expect(fact.question.english != fact.question.chinese, "\(fact)")
            #expect(Self.values(fact).isEmpty == false, "\(fact)")
            for var facts in Self.variants(OfferFacts(), fact) {
                #expect(fact.isKnown(in: facts), "\(fact)")
                fact.clear(&facts)
                #expect(!fact.isKnown(in: facts), "\(fact)")
                facts.judgedOn = OfferFacts().judgedOn
                #expect(facts == OfferFacts(), "\(fact) leaves something")
            }
        }
    }

    @Test func `a rule reads the facts that it declares, all of them and no other`() {
        var seen: [RuleCode: Set<OfferFact>] = [:]
        var comparisons = 0
        for facts in Self.offers(600, missing: 12) {
            for fact in OfferFact.allCases {
                var cleared = facts
                fact.clear(&cleared)
                for other in Self.variants(facts, fact) + [cleared] {
                    for rule in OfferRules.all where rule.check(other) != rule.check(facts) {
                        seen[rule.code, default: []].insert(fact)
                    }
                    comparisons += 1
                }
            }
        }
        for rule in OfferRules.all {
            let read = seen[rule.code] ?? []
            let declared = Set(rule.reads)
            #expect(read.subtracting(declared).isEmpty, "\(rule.code) reads more: \(read)")
            #expect(
                declared.subtracting(read).isEmpty,
                "\(rule.code) declares in vain: \(declared.subtracting(read))")
        }
        print("comparisons of facts read: \(comparisons)")
    }

    /// Where a missing fact leaves a FAIL standing though some answer would pass: the worse is
    /// assumed until somebody has asked. An offer that takes people under 16 is judged for whoever
    /// takes it; a pay in probation means that there is probation; a term that overtime is not paid
    /// is against the law whatever the hours.
    private static let failsClosed: [RuleCode: Set<OfferFact>] = [
        .L1: [.birthdate], .L2: [.birthdate], .L14: [.probationMonths],
        .L17: [.overtimeHoursPerMonth],
    ]

    /// Where a missing fact leaves a PASS standing though one answer would give a WARN: without
    /// overtime there is nothing to pay, and that none would be paid is only worth a look.
    private static let passesOpen: [RuleCode: Set<OfferFact>] = [.L17: [.overtimePaid]]

    /// Facts that a rule passes over in silence: blank, it says something that another answer would
    /// have changed.
    private static func silences(
        _ offers: [OfferFacts], _ check: (OfferRule, OfferFacts) -> Verdict
    ) -> (asked: [RuleCode: Set<OfferFact>], wrong: Set<String>) {
        var asked: [RuleCode: Set<OfferFact>] = [:]
        var wrong: Set<String> = []
        for facts in offers {
            for rule in OfferRules.all {
                for fact in rule.reads where !fact.mayBeAbsent && fact.isKnown(in: facts) {
                    var blank = facts
                    fact.clear(&blank)
                    let verdict = check(rule, blank)
                    if verdict.outcome == .unknown {
                        if verdict.missing == fact { asked[rule.code, default: []].insert(fact) }
                        continue
                    }
                    let outcomes = Set(
                        variants(blank, fact).map { check(rule, $0).outcome })
                    if outcomes == [verdict.outcome] { continue }
                    let isClosed =
                        verdict.outcome == .fail && outcomes != [.pass]
                        && failsClosed[rule.code]?.contains(fact) == true
                    let isOpen =
                        verdict.outcome == .pass && outcomes == [.pass, .warn]
                        && passesOpen[rule.code]?.contains(fact) == true
                    if !isClosed && !isOpen {
                        wrong.insert("\(rule.code) without \(fact): \(verdict.outcome)")
                    }
                }
            }
        }
        return (asked, wrong)
    }

    @Test func `a missing fact is asked for, unless no answer would change the verdict`() {
        let offers = Self.offers(1_500, missing: 4)
        let (asked, wrong) = Self.silences(offers) { $0.check($1) }
        #expect(wrong.isEmpty, "\(wrong.sorted().joined(separator: "\n"))")
        for rule in OfferRules.all {
            // A start or a form of table that makes the fact needless is not asked for.
            let needed = Set(rule.reads.filter { !$0.mayBeAbsent })
            let silent = needed.subtracting(asked[rule.code] ?? [])
            #expect(silent.isEmpty, "\(rule.code) never asks for \(silent)")
        }
        print(
            "offers blanked: \(offers.count), rules and facts asked: \(asked.values.map(\.count).reduce(0, +))"
        )
    }

    @Test func `a rule that passed what it does not know would be noticed`() {
        let (_, wrong) = Self.silences(Self.offers(60, missing: 4)) { rule, facts in
            let verdict = rule.check(facts)
            return verdict.outcome == .unknown ? .pass("", "") : verdict
        }
        #expect(wrong.count > 20)
    }

    @Test func `the questions of an offer are those of its rules, once each`() throws {
        let none = OfferFacts()
        let all = OfferRules.openQuestions(none, OfferRules.judge(none, on: Self.day0))
        #expect(Set(all.map(\.fact)).count == all.count)
        #expect(Set(all.flatMap(\.rules)) == Set(RuleCode.allCases))
        #expect(Set(all.map(\.fact.askedOf)) == Set(AskedOf.allCases))
        #expect(!all.contains { $0.fact.mayBeAbsent })
        let lawful = try lawfulOffer()
        #expect(OfferRules.openQuestions(lawful, OfferRules.judge(lawful, on: Self.day0)) == [])
        var direct = lawful
        direct.source = .direct
        direct.agencyLicenceSeen = .notCollected
        direct.employerPapersSeen = .notCollected
        let left = OfferRules.openQuestions(direct, OfferRules.judge(direct, on: Self.day0))
        #expect(left.map(\.fact) == [.employerPapersSeen])
        #expect(left.map(\.rules) == [[.L9]])
    }
}
