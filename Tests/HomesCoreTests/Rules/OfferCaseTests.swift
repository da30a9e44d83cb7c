import Foundation
import HomesCore
import Testing

/// Every rule of the law on both sides of each of its boundaries: the cases stand in
/// `Cases/offer-rules.csv`, worked out by hand from the articles. A case is `lawfulOffer` with some
/// facts changed, judged by the law of a day.
@Suite struct `Cases of the labour law` {
    private struct Case {
        let number: String
        let rule: RuleCode
        let date: CivilDate
        let facts: OfferFacts
        let expected: String
        let article: String
    }

    private static func cases() throws -> [Case] {
        let url = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Cases/offer-rules.csv")
        var reader = try CSVReader([UInt8](Data(contentsOf: url)))
        var cases: [Case] = []
        _ = try reader.next()
        while let row = try reader.next() {
            let cells = row.cells
            try #require(cells.count == 7, "line \(row.line)")
            var facts = try lawfulOffer()
            for part in cells[3].split(separator: ";") {
                let pair = part.split(separator: "=", omittingEmptySubsequences: false)
                let value = pair.count == 2 ? String(pair[1]) : ""
                let isSet = facts.set(String(pair[0]), to: value)
                try #require(isSet, "case \(cells[0]): \(part)")
            }
            cases.append(
                Case(
                    number: cells[0], rule: try #require(RuleCode(rawValue: cells[1])),
                    date: try day(cells[2]), facts: facts, expected: cells[4],
                    article: cells[5]))
        }
        return cases
    }

    /// What the judgement says otherwise than the cases expect.
    private static func mismatches(
        _ cases: [Case], judge: (OfferFacts, CivilDate) -> [OfferFinding]
    ) -> [String] {
        cases.compactMap { one in
            guard let finding = judge(one.facts, one.date).first(where: { $0.code == one.rule })
            else { return "case \(one.number): no finding" }
            let found = finding.outcome?.rawValue ?? "NOT YET"
            if found != one.expected {
                return "case \(one.number) \(one.rule): \(found), not \(one.expected): "
                    + finding.evidence.english
            }
            return finding.article.english == one.article
                ? nil : "case \(one.number) \(one.rule): cites \(finding.article.english)"
        }
    }

    @Test func `every case comes out as the article says`() throws {
        let cases = try Self.cases()
        let wrong = Self.mismatches(cases) { OfferRules.judge($0, on: $1) }
        #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
        #expect(cases.count >= 200)
        #expect(Set(cases.map(\.rule)) == Set(RuleCode.allCases))
        for rule in RuleCode.allCases {
            let expected = Set(cases.filter { $0.rule == rule }.map(\.expected))
            #expect(expected.isSuperset(of: ["PASS", "FAIL", "UNKNOWN", "NOT YET"]), "\(rule)")
        }
        print("cases of the labour law: \(cases.count)")
    }

    @Test func `a law a day late, a year too young or a yuan too low would be noticed`() throws {
        let cases = try Self.cases()
        let late = Self.mismatches(cases) { OfferRules.judge($0, on: $1.adding(days: -1)) }
        #expect(late.count >= 20)
        let young = Self.mismatches(cases) { facts, date in
            var facts = facts
            facts.birthdate = facts.birthdate.map { Birthdate($0.latest.adding(days: 1)) }
            return OfferRules.judge(facts, on: date)
        }
        #expect(young.count >= 10)
        let low = Self.mismatches(cases) { facts, date in
            var facts = facts
            facts.wageYuan = facts.wageYuan.map { $0 - 1 }
            return OfferRules.judge(facts, on: date)
        }
        #expect(low.count >= 5)
        print("mismatches of the controls: \(late.count), \(young.count), \(low.count)")
    }
}

extension OfferFacts {
    /// Sets a fact from the text of a case; an empty text takes it away. False for no such fact or
    /// value.
    fileprivate mutating func set(_ name: String, to text: String) -> Bool {
        guard let fact = OfferFact(rawValue: name) else { return false }
        guard !text.isEmpty else {
            fact.clear(&self)
            return true
        }
        return setDay(fact, text) || setCode(fact, text) || setAnswer(fact, text)
            || setNumber(fact, text)
    }

    private mutating func setDay(_ fact: OfferFact, _ text: String) -> Bool {
        switch fact {
        case .birthdate: birthdate = Birthdate(stored: text)
        case .startDate: startDate = CivilDate(iso: text)
        case .introducedOn: introducedOn = CivilDate(iso: text)
        case .contractSignedOn: contractSignedOn = CivilDate(iso: text)
        default: return false
        }
        return fact.isKnown(in: self)
    }

    private mutating func setCode(_ fact: OfferFact, _ text: String) -> Bool {
        switch fact {
        case .source: source = JobSource(rawValue: text)
        case .workplaceKind: workplaceKind = WorkplaceKind(rawValue: text)
        case .idHeldBy: idHeldBy = IDHeldBy(rawValue: text)
        case .employerStatus: employerStatus = ApprovedStatus(rawValue: text)
        case .wageBasis: wageBasis = WageBasis(rawValue: text)
        case .contractTerm:
            contractTerm =
                text == "open"
                ? .openEnded
                : text == "work"
                    ? .untilWorkDone
                    : Int(text).map { .months($0) }
        default: return false
        }
        return fact == .idHeldBy ? idHeldBy != nil : fact.isKnown(in: self)
    }

    private mutating func setAnswer(_ fact: OfferFact, _ text: String) -> Bool {
        guard let path = OfferFact.answers[fact], let answer = YesNo(rawValue: text) else {
            return false
        }
        self[keyPath: path] = answer
        return true
    }

    private mutating func setNumber(_ fact: OfferFact, _ text: String) -> Bool {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        switch fact {
        case .minimumMonthly where parts.count == 2:
            minimumWage.monthly = MinimumWageSpan(
                least: parts[0], most: parts[1], gap: .zoneOpen(["1", "2"]))
            return true
        default: break
        }
        guard let path = OfferFact.numbers[fact], let number = Int(text) else { return false }
        self[keyPath: path] = number
        return true
    }
}

extension OfferFact {
    /// The facts that are yes or no.
    static let answers: [OfferFact: WritableKeyPath<OfferFacts, YesNo> & Sendable] = [
        .heavyOrHazardous: \.heavyOrHazardous, .forcedPaceOrLifting: \.forcedPaceOrLifting,
        .hasHealthChecks: \.hasHealthChecks, .registeredForMinors: \.registeredForMinors,
        .employerChecksId: \.employerChecksId, .idDemanded: \.idDemanded,
        .agencyLicenceSeen: \.agencyLicenceSeen, .employerPapersSeen: \.employerPapersSeen,
        .promisedInWriting: \.promisedInWriting, .toldConditions: \.toldConditions,
        .paidMonthlyInMoney: \.paidMonthlyInMoney, .overtimePaid: \.overtimePaid,
        .mayLeaveWithNotice: \.mayLeaveWithNotice, .marriageTerms: \.marriageTerms,
        .agencyLabour: \.agencyLabour, .ledgerComplete: \.ledgerComplete,
    ]

    /// The facts that are a number.
    static let numbers: [OfferFact: WritableKeyPath<OfferFacts, Int?> & Sendable] = [
        .minAge: \.minAge, .feeAskedYuan: \.feeAskedYuan, .depositAskedYuan: \.depositAskedYuan,
        .contractItemsStated: \.contractItemsStated, .probationMonths: \.probationMonths,
        .probationWageYuan: \.probationWageYuan, .wageYuan: \.wageYuan,
        .deductionsYuan: \.deductionsYuan, .hoursPerDay: \.hoursPerDay,
        .daysPerWeek: \.daysPerWeek, .overtimeHoursPerDay: \.overtimeHoursPerDay,
        .overtimeHoursPerMonth: \.overtimeHoursPerMonth, .minimumMonthly: \.minimumMonthlyYuan,
        .minimumHourly: \.minimumHourlyFen,
    ]
}
