import HomesCore
import Testing

/// An offer that keeps every rule, for a woman of 17, in an office.
func lawfulOffer() throws -> OfferFacts {
    var facts = OfferFacts()
    facts.birthdate = Birthdate(try day("2006-02-11"))
    facts.startDate = try day("2023-07-01")
    facts.introducedOn = try day("2023-06-20")
    facts.source = .licensedAgency
    facts.workplaceKind = .office
    facts.heavyOrHazardous = .no
    facts.forcedPaceOrLifting = .no
    facts.hasHealthChecks = .yes
    facts.registeredForMinors = .yes
    facts.employerChecksId = .yes
    facts.idDemanded = .no
    facts.idHeldBy = .herself
    facts.feeAskedYuan = 0
    facts.depositAskedYuan = 0
    facts.agencyLicenceSeen = .yes
    facts.employerPapersSeen = .yes
    facts.employerStatus = .approved
    facts.promisedInWriting = .yes
    facts.contractItemsStated = 9
    facts.toldConditions = .yes
    facts.contractTerm = .months(24)
    facts.probationMonths = 2
    facts.probationWageYuan = 2_000
    facts.wageYuan = 2_500
    facts.wageBasis = .month
    facts.paidMonthlyInMoney = .yes
    facts.deductionsYuan = 0
    facts.hoursPerDay = 8
    facts.daysPerWeek = 5
    facts.overtimeHoursPerDay = 2
    facts.overtimeHoursPerMonth = 20
    facts.overtimePaid = .yes
    facts.mayLeaveWithNotice = .yes
    facts.marriageTerms = .no
    facts.agencyLabour = .yes
    facts.ledgerComplete = .yes
    facts.minimumMonthlyYuan = 1_900
    facts.minimumHourlyFen = 1_870
    return facts
}

/// The outcome of one rule on a date after all of them came into force.
func outcome(_ code: RuleCode, _ facts: OfferFacts) throws -> VerdictCode {
    let findings = OfferRules.judge(facts, on: try day("2023-06-20"))
    return try #require(findings.first { $0.code == code }?.outcome)
}

@Suite struct `Job-offer checks` {
    @Test func `the table has every rule once, in order, from its day on`() {
        #expect(OfferRules.all.map(\.code) == RuleCode.allCases)
        let days = OfferRules.all.map(\.effectiveFrom.iso)
        #expect(
            days == [
                "1995-01-01", "2002-12-01", "2002-12-01", "1995-01-01", "1995-01-01",
                "2021-06-01", "2008-01-01", "2008-01-01", "2008-01-01", "2008-01-01",
                "2008-01-01", "2008-01-01", "2008-01-01", "2008-01-01", "1995-01-01",
                "1995-01-01", "1995-01-01", "2008-01-01", "2005-12-01", "2008-01-01",
                "2018-10-01", "1995-01-01",
            ])
        for rule in OfferRules.all {
            for phrase in [rule.title, rule.question, rule.first.article] {
                #expect(!phrase.english.isEmpty && !phrase.chinese.isEmpty)
                #expect(phrase.english != phrase.chinese)
            }
        }
    }

    @Test func `with no fact at all every rule asks and none passes`() throws {
        let findings = OfferRules.judge(OfferFacts(), on: try day("2023-06-20"))
        #expect(findings.count == 22)
        #expect(findings.allSatisfy { $0.outcome == .unknown && $0.question != nil })
        #expect(OfferRules.questions(findings).count == 22)
        #expect(OfferRules.blocksPlacement(findings).isEmpty)
    }

    @Test func `a lawful offer passes every rule`() throws {
        let findings = try OfferRules.judge(lawfulOffer(), on: day("2023-06-20"))
        for finding in findings {
            #expect(finding.outcome == .pass, "\(finding.code): \(finding.evidence.english)")
        }
    }

    @Test func `each fact taken away turns the rules that rest on it into questions`() throws {
        let changes: [([RuleCode], (inout OfferFacts) -> Void)] = [
            ([.L1, .L2, .L5], { $0.birthdate = nil }),
            ([.L4], { $0.hasHealthChecks = .notCollected }),
            ([.L4], { $0.heavyOrHazardous = .doesNotKnow }),
            ([.L5], { $0.forcedPaceOrLifting = .prefersNot }),
            ([.L5], { $0.registeredForMinors = .notCollected }),
            (
                [.L4, .L5],
                { facts in
                    facts.startDate = nil
                    facts.hasHealthChecks = .notCollected
                }
            ),
            ([.L3], { $0.employerChecksId = .notCollected }),
            ([.L6], { $0.workplaceKind = nil }),
            ([.L7], { $0.idDemanded = .notCollected }),
            ([.L8, .L20], { $0.feeAskedYuan = nil }),
            ([.L8], { $0.depositAskedYuan = nil }),
            ([.L9], { $0.source = nil }),
            ([.L9], { $0.agencyLicenceSeen = .notCollected }),
            ([.L9], { $0.employerPapersSeen = .notCollected }),
            ([.L10], { $0.promisedInWriting = .notCollected }),
            ([.L11], { $0.contractItemsStated = nil }),
            ([.L12], { $0.toldConditions = .notCollected }),
            ([.L13, .L20], { $0.contractTerm = nil }),
            ([.L13], { $0.probationMonths = nil }),
            ([.L14], { $0.probationWageYuan = nil }),
            ([.L14, .L22], { $0.wageYuan = nil }),
            ([.L14, .L22], { $0.wageBasis = nil }),
            ([.L14, .L22], { $0.minimumMonthlyYuan = nil }),
            ([.L15, .L20], { $0.paidMonthlyInMoney = .notCollected }),
            ([.L15], { $0.deductionsYuan = nil }),
            ([.L16], { $0.hoursPerDay = nil }),
            ([.L16], { $0.daysPerWeek = nil }),
            ([.L16], { $0.overtimeHoursPerMonth = nil }),
            ([.L16], { $0.overtimeHoursPerDay = nil }),
            ([.L17], { $0.overtimePaid = .notCollected }),
            ([.L18], { $0.mayLeaveWithNotice = .notCollected }),
            ([.L19], { $0.marriageTerms = .notCollected }),
            ([.L20], { $0.agencyLabour = .notCollected }),
            ([.L21], { $0.ledgerComplete = .notCollected }),
        ]
        var seen: Set<RuleCode> = []
        for (codes, change) in changes {
            var facts = try lawfulOffer()
            change(&facts)
            for code in codes {
                #expect(try outcome(code, facts) == .unknown, "\(code)")
                seen.insert(code)
            }
        }
        print("facts taken away: \(changes.count), rules that asked: \(seen.count)")
        #expect(seen.count == 22)
    }

    @Test func `each rule has something that fails it`() throws {
        let breaks: [(RuleCode, (inout OfferFacts) throws -> Void)] = [
            (.L1, { $0.birthdate = Birthdate(try day("2008-02-11")) }),
            (.L2, { $0.birthdate = Birthdate(try day("2008-02-11")) }),
            (.L3, { $0.employerChecksId = .no }), (.L4, { $0.heavyOrHazardous = .yes }),
            (.L4, { $0.hasHealthChecks = .no }), (.L5, { $0.forcedPaceOrLifting = .yes }),
            (.L5, { $0.registeredForMinors = .no }), (.L6, { $0.workplaceKind = .bar }),
            (.L6, { $0.workplaceKind = .internetCafe }),
            (.L6, { $0.workplaceKind = .entertainment }), (.L7, { $0.idDemanded = .yes }),
            (.L7, { $0.idHeldBy = .recruiter }), (.L7, { $0.idHeldBy = .employer }),
            (.L8, { $0.feeAskedYuan = 1 }), (.L8, { $0.depositAskedYuan = 300 }),
            (.L9, { $0.source = .unlicensed }), (.L9, { $0.agencyLicenceSeen = .no }),
            (.L9, { $0.employerPapersSeen = .no }), (.L9, { $0.employerStatus = .blacklisted }),
            (.L10, { $0.promisedInWriting = .no }),
            (.L10, { $0.contractSignedOn = try day("2023-08-02") }),
            (.L11, { $0.contractItemsStated = 8 }), (.L12, { $0.toldConditions = .no }),
            (.L13, { $0.probationMonths = 3 }), (.L14, { $0.probationWageYuan = 1_999 }),
            (.L14, { $0.minimumMonthlyYuan = 2_001 }), (.L15, { $0.paidMonthlyInMoney = .no }),
            (.L15, { $0.deductionsYuan = 50 }), (.L16, { $0.overtimeHoursPerDay = 4 }),
            (.L17, { $0.overtimePaid = .no }), (.L18, { $0.mayLeaveWithNotice = .no }),
            (.L19, { $0.marriageTerms = .yes }), (.L20, { $0.contractTerm = .months(23) }),
            (.L20, { $0.feeAskedYuan = 10 }), (.L20, { $0.paidMonthlyInMoney = .no }),
            (.L20, { $0.contractTerm = .untilWorkDone }), (.L21, { $0.ledgerComplete = .no }),
            (.L22, { $0.wageYuan = 1_899 }),
        ]
        for (code, change) in breaks {
            var facts = try lawfulOffer()
            try change(&facts)
            #expect(try outcome(code, facts) == .fail, "\(code)")
            let findings = OfferRules.judge(facts, on: try day("2023-06-20"))
            let isAbsolute = [.L1, .L2, .L7, .L8].contains(code)
            #expect(
                OfferRules.blocksPlacement(findings).contains { $0.code == code } == isAbsolute)
            #expect(
                OfferRules.needsOverride(findings).contains { $0.code == code } == !isAbsolute)
        }
        #expect(Set(breaks.map(\.0)).count == 22)
        print("ways of breaking a rule: \(breaks.count)")
    }

    @Test func `an offer is judged by the law of its date`() throws {
        var facts = try lawfulOffer()
        facts.idDemanded = .yes
        facts.feeAskedYuan = 500
        let before = OfferRules.judge(facts, on: try day("2007-12-31"))
        #expect(OfferRules.blocksPlacement(before).isEmpty)
        let held = try #require(before.first { $0.code == .L7 })
        #expect(held.outcome == nil && held.question == nil && !held.needsOverride)
        #expect(held.evidence.english == "Applies from 2008-01-01")
        guard case .notInForce(let advice) = held.judgement else {
            Issue.record("L7 was judged before 2008")
            return
        }
        #expect(advice.outcome == .fail)
        let after = OfferRules.judge(facts, on: try day("2008-01-01"))
        #expect(OfferRules.blocksPlacement(after).map(\.code) == [.L7, .L8])
        for rule in OfferRules.all {
            let eve = OfferRules.judge(facts, on: rule.effectiveFrom.adding(days: -1))
            let first = OfferRules.judge(facts, on: rule.effectiveFrom)
            #expect(eve.first { $0.code == rule.code }?.outcome == nil)
            #expect(first.first { $0.code == rule.code }?.outcome != nil)
        }
    }

    @Test func `the article shown is the one in force`() throws {
        func article(_ date: String) throws -> String {
            let findings = try OfferRules.judge(lawfulOffer(), on: day(date))
            return try #require(findings.first { $0.code == .L19 }).article.english
        }
        #expect(try article("2006-01-01") == "Women's Rights Law art. 23 (2005)")
        #expect(try article("2010-01-01").hasPrefix("Employment Promotion Law art. 27"))
        #expect(try article("2023-01-01").hasPrefix("Women's Rights Law art. 44 (2022)"))
    }

    @Test func `the facts of a recorded offer are taken over`() throws {
        var offer = JobOffer()
        offer.source = .direct
        offer.feeAskedYuan = 300
        offer.openEnded = .yes
        offer.probationMonths = 6
        var employer = Employer()
        employer.licenceSeenOn = try day("2023-05-01")
        employer.approvedStatus = .approved
        let facts = OfferFacts(offer: offer, employer: employer)
        #expect(try outcome(.L8, facts) == .fail)
        #expect(try outcome(.L9, facts) == .pass)
        #expect(try outcome(.L13, facts) == .pass)
        #expect(try outcome(.L1, facts) == .unknown)
    }
}
