import GRDB
import Testing

@testable import HomesCore

/// A week in one home of 30 residents: at its end every figure that the program gives equals a
/// recount from the script.
@Suite struct ScriptedWeekTests {
    let recount: WeekRecount
    let player: WeekPlayer
    var house: HouseFixture { player.house }
    let sunday: Signature

    init() throws {
        let script = try WeekScript(WeekScript.issue4)
        recount = WeekRecount(script)
        var player = try WeekPlayer()
        try player.play(script)
        self.player = player
        var signature = player.house.worker
        signature.at = Instant(WeekScript.date(7), hour: 20)
        sunday = signature
    }

    @Test func `the script is the week that was asked for`() {
        #expect(recount.arrivals == 12)
        #expect(recount.sessions == 5)
        #expect(recount.exits == 9)
        #expect(recount.incidents.values.reduce(0, +) == 3)
        #expect(recount.wentOver + recount.cameOver == 2)
        #expect(recount.merges == 1 && recount.merged.isEmpty)
    }

    @Test func `beds of every night, and the bed nights of the week`() throws {
        for day in 1...7 {
            let night = WeekScript.date(day)
            let row = try #require(
                try house.store.occupancy(
                    on: night, scope: .home(house.home.id), today: sunday.today
                ).last)
            #expect(row.figures.occupied == recount.sleepers(night).count, "day \(day)")
            #expect(row.figures.bedsInService == 36)
            #expect(row.figures.free == 36 - recount.sleepers(night).count)
        }
        let week = try #require(
            ReportPeriod(first: WeekScript.date(1), last: WeekScript.date(7)))
        let figures = try #require(
            try house.store.utilisation(week, scope: .home(house.home.id)).last?.figures)
        #expect(figures.bedNights == recount.bedNights)
        #expect(figures.bedNightsInService == 36 * 7)
    }

    @Test func `the reports print the figures of the recount`() throws {
        let night = WeekScript.date(7)
        let made = try house.store.make(
            .occupancy,
            ReportRequest(
                period: ReportPeriod(night), scope: .home(house.home.id), signature: sunday))
        let sleepers = recount.sleepers(night).count
        #expect(made.csv().contains(",36,\(sleepers),0,\(36 - sleepers),"))
        let week = try #require(ReportPeriod(first: WeekScript.date(1), last: night))
        let use = try house.store.make(
            .utilisation,
            ReportRequest(period: week, scope: .home(house.home.id), signature: sunday))
        #expect(use.csv().contains(",\(recount.bedNights),\(36 * 7),"))
    }

    @Test func `who is here and who left`() throws {
        func women(_ filter: ResidentFilter) throws -> Set<String> {
            let ids = try house.store.residentList(
                homeId: house.home.id, filter: filter, by: sunday
            ).map(\.personId)
            return Set(player.persons.filter { ids.contains($0.value.id) }.keys)
        }
        #expect(try women(.here) == recount.here)
        let left = Set(recount.times.filter { $0.until != nil }.map(\.woman))
        #expect(try women(.left).isSuperset(of: left.subtracting(player.goneOver)))
        let board = try house.store.bedBoard(
            homeId: house.home.id, night: WeekScript.date(7), by: sunday)
        let asleep = board.rooms.flatMap(\.beds).compactMap { $0.occupant?.personCode }
        #expect(
            Set(asleep) == Set(recount.here.compactMap { player.persons[$0]?.personCode }))
        #expect(asleep.count == recount.here.count)
    }

    @Test func `sessions, who took part, what was covered and what was learnt`() throws {
        let rows = try house.store.sessions(
            homeId: house.home.id, from: WeekScript.date(1), to: WeekScript.date(7), by: sunday)
        #expect(rows.count == recount.sessions)
        #expect(rows.reduce(0) { $0 + $1.residents } == recount.attendance)
        #expect(rows.reduce(0) { $0 + $1.others } == recount.nameless)
        let pages = try player.sessions.map { try house.store.session($0.id, by: sunday) }
        let gains = pages.flatMap(\.attendances).compactMap { row -> Int? in
            guard let before = row.attendance.preScore, let after = row.attendance.postScore
            else { return nil }
            return after - before
        }
        #expect(gains.sorted() == recount.gains.sorted())
        let matrix = try house.store.coverageMatrix(homeId: house.home.id, by: sunday)
        #expect(matrix.count == recount.here.count)
        for woman in recount.here {
            let id = try #require(player.persons[woman]?.id)
            let row = try #require(matrix.first { $0.personId == id })
            #expect(Set(row.coverage.keys) == recount.topics[woman] ?? [], "\(woman)")
        }
    }

    @Test func `incidents by kind`() throws {
        let rows = try house.store.incidents(homeId: house.home.id, by: sunday)
        let kinds = Dictionary(grouping: rows, by: \.class).mapValues(\.count)
        #expect(kinds == recount.incidents)
    }

    @Test func `the other home has whom it took in, and not whom it gave`() throws {
        var elsewhere = house.elsewhere
        elsewhere.at = sunday.at
        let there = try house.store.residentList(
            homeId: house.other.id, filter: .here, by: elsewhere)
        #expect(
            Set(there.map(\.personId)) == Set(player.goneOver.compactMap { player.persons[$0]?.id })
        )
        let night = try house.store.occupancy(
            on: WeekScript.date(7), scope: .home(house.other.id), today: sunday.today)
        #expect(night.last?.figures.occupied == recount.wentOver)
    }

    @Test func `a merge moves no bed night, and its undo gives each woman her own again`() throws {
        let lines = WeekScript.issue4.split(separator: "\n")
        let undone = try #require(lines.firstIndex { $0.contains("unmerges") })
        let half = try WeekScript(lines[..<undone].joined(separator: "\n"))
        var between = try WeekPlayer()
        try between.play(half)
        let merged = WeekRecount(half).merged
        #expect(merged == ["early": "w12"])
        let january = try #require(
            ReportPeriod(
                first: HouseFixture.day("2007-01-01"), last: HouseFixture.day("2007-01-31")))
        for (player, isMerged) in [(between, true), (self.player, false)] {
            let store = player.house.store
            var sunday = player.house.worker
            sunday.at = self.sunday.at
            let kept = try #require(player.persons["w12"])
            let other = try #require(player.persons["early"])
            let stays = try store.residentPage(kept.id, by: sunday).stays.count
            #expect(stays == (isMerged ? 2 : 1))
            let left = try store.residentList(
                homeId: player.house.home.id, filter: .left, by: sunday)
            #expect(left.contains { $0.personId == other.id } == !isMerged)
            let nights = try store.utilisation(january, scope: .home(player.house.home.id))
            #expect(nights.last?.figures.bedNights == 10)
        }
        let topics = try house.store.residentPage(
            try #require(player.persons["w12"]).id, by: sunday
        ).coverage.keys
        #expect(Set(topics) == recount.topics["w12"])
    }

    @Test func `the handover of the week`() throws {
        let handover = try house.store.shiftHandover(homeId: house.home.id, by: sunday)
        #expect(handover.arrived.count == recount.arrivals + recount.cameOver)
        #expect(handover.wentOver.count == recount.wentOver)
        #expect(handover.incidents.count == recount.incidents.values.reduce(0, +))
        #expect(handover.moved.count == recount.moves)
        #expect(handover.left.count == recount.exits)
    }

    @Test func `nothing is wrong with the file, and its journals prove it`() throws {
        #expect(try house.store.check().isEmpty)
        #expect(try house.store.proveJournals().faults.isEmpty)
    }
}
