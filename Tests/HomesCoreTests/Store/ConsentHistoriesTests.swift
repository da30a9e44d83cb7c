import Foundation
import GRDB
import Testing

@testable import HomesCore

/// P1: whatever is asked, given, refused, withdrawn, expired and whatever the clock does, nothing is
/// shared without a consent in force for that purpose and recipient, and a withdrawal works at once.
/// The store is compared with a plain model, attempt by attempt; the schema is tried by itself.
@Suite struct ConsentHistoriesTests {
    private static let histories =
        ProcessInfo.processInfo.environment["RELEASE"] == "1" ? 10_000 : 250
    private static let steps = 14

    /// What the histories came to.
    private struct Tally {
        var attempts = 0
        var shared = 0
        var refused = 0
        var revoked = 0
        var clocks = 0
        var schemaRefused = 0
        /// What the store did otherwise than the model said.
        var differences: [String] = []
    }

    /// Which rule the model leaves out, for the control.
    private enum Flaw: CaseIterable { case withdrawal, recipient, expiry, purpose, refusal, clock }

    private func run(_ histories: Int, flaw: Flaw? = nil) throws -> Tally {
        let house = try HouseFixture()
        var tally = Tally()
        for seed in 0..<histories {
            var history = try ConsentHistory(house: house, seed: UInt64(seed + 1))
            for _ in 0..<ConsentHistoriesTests.steps {
                try step(&history, flaw, &tally)
            }
        }
        return tally
    }

    private func step(
        _ history: inout ConsentHistory, _ flaw: Flaw?, _ tally: inout Tally
    ) throws {
        switch history.random.below(10) {
        case 0...3: try history.ask()
        case 4: tally.revoked += try history.withdraw()
        case 5:
            try history.turnClock()
            tally.clocks += 1
        default:
            tally.attempts += 1
            let attempt = history.attempt()
            let isAllowed = history.model.allows(
                attempt.purpose, attempt.recipient, on: history.today,
                leavingOut: flaw.map { "\($0)" })
            let fault = try history.share(attempt)
            if fault == nil { tally.shared += 1 } else { tally.refused += 1 }
            let isRefused = fault == .refused(.noConsent)
            if isRefused == isAllowed || (fault != nil && !isRefused) {
                tally.differences.append(
                    "\(history.seed): \(attempt) \(String(describing: fault))")
            }
            if flaw == nil, !isAllowed, attempt.purpose == .shareWith,
                !history.model.allows(
                    attempt.purpose, attempt.recipient, on: history.today, leavingOut: "clock")
            {
                tally.schemaRefused += try history.schemaRefuses(attempt)
            }
        }
        try #require(try history.nothingOpenIsUnfounded(), "seed \(history.seed)")
    }

    @Test func `nothing is shared without a consent in force, whatever happened before`() throws {
        let tally = try run(ConsentHistoriesTests.histories)
        print(
            "P1: \(ConsentHistoriesTests.histories) histories, \(tally.attempts) attempts: "
                + "\(tally.shared) shared, \(tally.refused) refused; \(tally.revoked) revoked at "
                + "once by a withdrawal; \(tally.clocks) changes of the clock; "
                + "\(tally.schemaRefused) raw writes refused by the schema alone; "
                + "\(tally.differences.count) differences from the model")
        #expect(tally.differences.isEmpty, "\(tally.differences.prefix(5))")
        #expect(tally.shared > 100 && tally.refused > 100 && tally.revoked > 10)
        #expect(tally.clocks > 100 && tally.schemaRefused > 100)
    }

    @Test func `a model that leaves a rule out is found to differ, whichever it is`() throws {
        var caught: [String] = []
        for flaw in Flaw.allCases where try !run(300, flaw: flaw).differences.isEmpty {
            caught.append("\(flaw)")
        }
        print("P1, negative control: \(caught.count) of \(Flaw.allCases.count) flaws caught")
        #expect(caught.count == Flaw.allCases.count, "\(caught)")
    }

    @Test func `a file without the guard would let a raw write through`() throws {
        let house = try HouseFixture()
        for name in ["insert", "update"] {
            try house.store.queue.inDatabase {
                try $0.execute(sql: "DROP TRIGGER referral_noConsent_\(name)")
            }
        }
        var history = try ConsentHistory(house: house, seed: 1)
        try history.ask()
        #expect(try history.schemaRefuses((.shareWith, "区法院")) == 0)
    }
}

/// What a plain reader of her consents would say.
private struct ConsentModel {
    struct Answer {
        var purpose: ConsentPurpose
        var recipient: String?
        var isYes: Bool
        var from: CivilDate
        var until: CivilDate
        var isWithdrawn = false
        /// Whether a day on which it is over was seen since.
        var isOver = false
    }

    var answers: [Answer] = []

    func allows(
        _ purpose: ConsentPurpose, _ recipient: String, on day: CivilDate, leavingOut flaw: String?
    ) -> Bool {
        var isAllowed = false
        for answer in answers {
            if answer.purpose != purpose, flaw != "purpose" { continue }
            let isForAll = answer.recipient == nil
            if !isForAll, answer.recipient != recipient, flaw != "recipient" { continue }
            if !answer.isYes {
                if flaw != "refusal" { isAllowed = false }
                continue
            }
            if isForAll, purpose == .shareWith { continue }
            if answer.isWithdrawn, flaw != "withdrawal" { continue }
            if answer.isOver, flaw != "clock", flaw != "expiry" { continue }
            if flaw != "expiry", day >= answer.until { continue }
            if day >= answer.from { isAllowed = true }
        }
        return isAllowed
    }

    /// A day goes by in the home: what is over then stays over.
    mutating func see(_ day: CivilDate) {
        for index in answers.indices where day >= answers[index].until {
            answers[index].isOver = true
        }
    }
}

/// One woman, her consents, and a clock that does what it likes.
private struct ConsentHistory {
    let house: HouseFixture
    let seed: UInt64
    let personId: String
    var random: SeededGenerator
    var today = HouseFixture.day("2007-03-05")
    private var before = HouseFixture.day("2007-03-05")
    var model = ConsentModel()
    private var consents: [String] = []

    private static let organisations = ["法律援助中心", "区医院", "Women's Legal Aid"]
    private static let homes = ["GD-002", "AH-015"]

    init(house: HouseFixture, seed: UInt64) throws {
        self.house = house
        self.seed = seed
        random = SeededGenerator(seed: seed)
        let homeId = house.home.id
        personId = try house.store.perform(.makeDemonstration, house.worker) { op in
            var person = Person()
            person.homeId = homeId
            person.personCode = "AH014-\(10_000 + seed)"
            person.searchKey = "x"
            return try op.insert(person, about: nil).id
        }
        try look()
    }

    private var worker: Signature { house.at(today) }

    /// Somebody signs in and sees Today: the journal has the day.
    private mutating func look() throws {
        _ = try house.store.perform(.showList, worker) { op in
            try op.journal(.show, Home.table, house.home.id, field: "today")
        }
        model.see(today)
    }

    mutating func ask() throws {
        let purpose =
            random.of([
                ConsentPurpose.shareWith, .shareWith, .shareWith, .transferToHome, .photo,
                .caseManagement,
            ])
        let names = purpose == .transferToHome ? Self.homes : Self.organisations
        let recipient = random.below(8) == 0 ? nil : random.of(names)
        let isYes = random.below(5) > 0
        let from = today.adding(days: -random.below(4))
        let until = random.below(3) == 0 ? nil : from.adding(days: random.below(40))
        let spelled = random.below(4) == 0 ? recipient.map { " " + $0.uppercased() } : recipient
        let saved = try house.agree(
            personId, to: purpose, with: spelled, isYes ? .yes : random.of([.no, .prefersNot]),
            from: from, until: until, by: worker)
        consents.append(saved.id)
        model.answers.append(
            ConsentModel.Answer(
                purpose: purpose, recipient: recipient, isYes: isYes, from: from,
                until: until ?? from.adding(days: 90)))
    }

    /// Takes one back; how many referrals were revoked with it.
    mutating func withdraw() throws -> Int {
        guard !consents.isEmpty else { return 0 }
        let index = random.below(consents.count)
        guard !model.answers[index].isWithdrawn else { return 0 }
        let open = try house.count(
            """
            SELECT count(*) FROM referral WHERE consentId = ? AND direction = 'OUT'
              AND status IN ('in_progress', 'accepted')
            """, [consents[index]])
        let outcome = try house.store.withdrawConsent(
            consents[index], on: today, how: "said so", by: worker)
        #expect(outcome.mustBeTold.count == open)
        model.answers[index].isWithdrawn = true
        return open
    }

    mutating func turnClock() throws {
        let days = random.of([1, 3, 10, 30, 95, -1, -5, -30, -100, 3_650, -3_650])
        // A wrong clock is mostly set right again.
        let wanted = random.below(2) == 0 ? before : today.adding(days: days)
        before = today
        // The programme began in 2004; nobody's clock is before it here.
        today = max(HouseFixture.day("2004-01-02"), min(HouseFixture.day("2040-01-01"), wanted))
        try look()
    }

    typealias Attempt = (purpose: ConsentPurpose, recipient: String)

    mutating func attempt() -> Attempt {
        random.below(4) == 0
            ? (.transferToHome, "GD-002") : (.shareWith, random.of(Self.organisations))
    }

    mutating func share(_ attempt: Attempt) throws -> StoreError? {
        if attempt.purpose == .shareWith {
            let spelled = random.below(3) == 0 ? attempt.recipient.lowercased() : attempt.recipient
            return refusal { try house.refer(personId, to: spelled, by: worker) }
        }
        do throws(StoreError) {
            let made = try house.propose(personId, by: worker)
            try house.store.withdrawTransfer(made.id, by: worker)
            return nil
        } catch {
            return error
        }
    }

    /// Tries every consent of hers in a raw write of what the model refuses; 1 when the schema
    /// refused them all.
    func schemaRefuses(_ attempt: Attempt) throws -> Int {
        var through = 0
        for consent in consents {
            do {
                try house.store.queue.inDatabase { db in
                    try db.inTransaction {
                        try db.execute(
                            sql: """
                                INSERT INTO referral (id, createdAt, createdBy, updatedAt,
                                  updatedBy, personId, homeId, direction, serviceType,
                                  toOrganisation, consentId, sharedOn, sentAt, responseTimeframe,
                                  dueAt, sharesIdentity, sharesContact, sharesFamily, sharesNeeds,
                                  sharesRisk, sharesCase, sharesWork, status)
                                VALUES ('00000000-0000-7000-8000-00000000beef', :at, :user, :at,
                                  :user, :person, :home, 'OUT', 'HEALTH', :organisation, :consent,
                                  :today, :at, '3d', '9999', '1', '0', '0', '0', '0', '0', '0',
                                  'in_progress')
                                """,
                            arguments: [
                                "at": worker.at.iso, "user": worker.userId, "person": personId,
                                "home": house.home.id, "organisation": attempt.recipient,
                                "consent": consent, "today": today.iso,
                            ])
                        through += 1
                        return .rollback
                    }
                }
            } catch is DatabaseError {
                continue
            }
        }
        if through > 0 { return 0 }
        return consents.isEmpty ? 0 : 1
    }

    /// Whether every open referral and proposal of hers rests on a consent that nobody took back.
    func nothingOpenIsUnfounded() throws -> Bool {
        try house.count(
            """
            SELECT count(*) FROM referral r JOIN consent c ON c.id = r.consentId
            WHERE r.personId = ? AND r.status IN ('in_progress', 'accepted')
              AND (c.withdrawnOn IS NOT NULL OR c.given <> '1' OR c.purpose <> 'SHARE_WITH')
            """, [personId]) == 0
    }
}

extension SeededGenerator {
    fileprivate mutating func of<Value>(_ values: [Value]) -> Value { values[below(values.count)] }
}
