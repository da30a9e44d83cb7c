import Foundation
import Testing

@testable import HomesCore

/// No silent miss: whatever is called, put off, missed, ended or forgotten, and at whatever hour the
/// home looks, every follow-up that is due stands on the call sheet with who hears of it, until it is
/// done. Compared, look by look, with a plain list of days.
@Suite struct FollowUpCalendarsTests {
    private static let isLarge = ProcessInfo.processInfo.environment["RELEASE"] != nil
    /// Women whose calendars run in one home side by side.
    private static let women = 25
    private static let homes = isLarge ? 40 : 8

    /// One follow-up as a careful person would keep it on paper.
    private struct Kept {
        let id: String
        let woman: String
        let dueOn: CivilDate
        var doneOn: CivilDate?
        var snoozes = 0
        var isAlarmed = false

        func isShown(on day: CivilDate) -> Bool { doneOn == nil && day.days(until: dueOn) <= 7 }

        /// Who hears of it: nobody for a week unless it was put off twice, then the manager, from
        /// two weeks on the supervisor.
        func level(on day: CivilDate) -> Int {
            let late = dueOn.days(until: day)
            return late < 7 ? (snoozes == 2 ? 1 : 0) : late < 14 ? 1 : 2
        }
    }

    /// What was counted in one home.
    private struct Tally {
        var looks = 0
        var compared = 0
        var missed = 0
        var done = 0
        var putOff = 0
        /// What a sheet would have hidden that leaves out calls that were put off.
        var hiddenByControl = 0
    }

    @Test func `a follow-up that is due is on the sheet until it is done`() throws {
        var all = Tally()
        for number in 0..<Self.homes {
            let one = try run(seed: UInt64(number))
            all.looks += one.looks
            all.compared += one.compared
            all.missed += one.missed
            all.done += one.done
            all.putOff += one.putOff
            all.hiddenByControl += one.hiddenByControl
        }
        print(
            """
            \(Self.women * Self.homes) calendars, \(all.looks) looks, \(all.compared) comparisons, \
            \(all.done) done, \(all.putOff) put off, \(all.missed) silent misses, control: \
            \(all.hiddenByControl) hidden
            """)
        #expect(all.missed == 0)
        #expect(all.done > 100 && all.putOff > 20)
        #expect(all.hiddenByControl > 0)
    }

    private func run(seed: UInt64) throws -> Tally {
        let fixture = try WorkFixture()
        var dice = SplitMix64(seed: 0xCA11 &+ seed)
        var kept = try start(fixture, &dice)
        var ended: Set<String> = []
        var tally = Tally()
        var day = WorkFixture.day("2010-03-05")
        let last = day.adding(days: 210)
        while day < last {
            var signature = fixture.caseworker
            // The first and the last minute of the home's day, too.
            signature.at = Instant(
                day, hour: dice.pick([0, 9, 12, 23]) ?? 9, minute: dice.pick([0, 59]) ?? 0,
                offsetMinutes: 480)
            try look(fixture, day, signature, kept, &tally)
            try work(fixture, day, signature, &kept, &ended, &dice, &tally)
            day = day.adding(days: dice.number(1, 6))
        }
        return tally
    }

    /// Women who start in jobs within three weeks of each other, around a new year and a leap day.
    private func start(_ fixture: WorkFixture, _ dice: inout SplitMix64) throws -> [Kept] {
        let employer = try fixture.addEmployer()
        let offer = try fixture.store.recordOffer(
            fixture.goodOffer(of: employer), by: fixture.caseworker)
        var kept: [Kept] = []
        for number in 0..<Self.women {
            let person = try fixture.addPerson("AH001-9" + EntryText.padded(number, 3))
            _ = try fixture.addCase(person)
            var placement = Placement()
            placement.personId = person.id
            placement.offerId = offer.id
            placement.startDate = WorkFixture.day("2010-02-20").adding(days: dice.number(0, 20))
            let saved = try fixture.store.startPlacement(placement, by: fixture.caseworker)
            for offset in [3, 7, 30, 90, 180] {
                let due = saved.startDate.adding(days: offset)
                let row = try #require(
                    try fixture.store.read { db in
                        try db.fetchValid(
                            FollowUp.self, "placementId = ? AND dayOffset = ?", [saved.id, offset])
                    }.first)
                kept.append(Kept(id: row.id, woman: person.id, dueOn: due))
            }
        }
        return kept
    }

    private func look(
        _ fixture: WorkFixture, _ day: CivilDate, _ signature: Signature, _ kept: [Kept],
        _ tally: inout Tally
    ) throws {
        let sheet = try fixture.store.followUpsDue(
            homeId: fixture.home.id, on: day, by: signature)
        let shown = Dictionary(uniqueKeysWithValues: sheet.map { ($0.followUp.id, $0) })
        let today = try fixture.store.today(homeId: fixture.home.id, by: signature)
        let open = kept.filter { $0.isShown(on: day) }
        tally.looks += 1
        for one in open {
            tally.compared += 1
            guard let row = shown[one.id], row.followUp.dueOn == one.dueOn,
                row.escalation.rawValue == one.level(on: day)
            else {
                tally.missed += 1
                continue
            }
            if row.isPutOff, one.dueOn < day { tally.hiddenByControl += 1 }
        }
        #expect(Set(shown.keys) == Set(open.map(\.id)), "\(day.iso)")
        #expect(today.overdue.count == open.count { $0.dueOn < day }, "\(day.iso)")
        #expect(today.dueToday.count == open.count { $0.dueOn == day }, "\(day.iso)")
        #expect(today.alerts.count == kept.count(where: \.isAlarmed), "\(day.iso)")
    }

    /// Some of what is due is done, some is put off, much is forgotten; now and then a job ends.
    private func work(
        _ fixture: WorkFixture, _ day: CivilDate, _ signature: Signature, _ kept: inout [Kept],
        _ ended: inout Set<String>, _ dice: inout SplitMix64, _ tally: inout Tally
    ) throws {
        for place in kept.indices where kept[place].doneOn == nil && kept[place].dueOn <= day {
            switch dice.number(1, 10) {
            case 1, 2: try call(fixture, day, signature, &kept, place, &dice, &tally)
            case 3:
                let id = kept[place].id
                let refused = refusal {
                    try fixture.store.putOffFollowUp(
                        id, until: day.adding(days: 5), by: signature)
                }
                let mayBe = kept[place].dueOn < day && kept[place].snoozes < 2
                #expect((refused == nil) == mayBe, "\(String(describing: refused))")
                if refused == nil {
                    kept[place].snoozes += 1
                    tally.putOff += 1
                }
            case 4 where !ended.contains(kept[place].woman):
                let id = kept[place].woman
                let placement = try fixture.store.read { db in
                    try db.fetchValid(Placement.self, "personId = ?", [id]).first
                }
                guard let placement, placement.startDate <= day else { continue }
                _ = try fixture.store.endPlacement(
                    placement.id, on: day, reason: .quitBetterJob, by: signature)
                ended.insert(id)
            default: break
            }
        }
    }

    private func call(
        _ fixture: WorkFixture, _ day: CivilDate, _ signature: Signature, _ kept: inout [Kept],
        _ place: Int, _ dice: inout SplitMix64, _ tally: inout Tally
    ) throws {
        let id = kept[place].id
        guard
            var followUp = try fixture.store.read({ db in try db.fetch(FollowUp.self, id: id) })
        else { return }
        followUp.reached = dice.pick([.yes, .yes, .viaContact, .noAnswer])
        followUp.method = .phone
        if followUp.reached == .yes, dice.chance(15) { followUp.holdsOwnId = .no }
        let outcome = try fixture.store.doFollowUp(followUp, by: signature)
        kept[place].doneOn = day
        tally.done += 1
        // Two misses one after the other, or papers in another's hand, stay an alarm.
        kept[place].isAlarmed = !outcome.signals.isEmpty
        if followUp.holdsOwnId == .no { #expect(outcome.signals.contains(.noOwnID)) }
    }
}
