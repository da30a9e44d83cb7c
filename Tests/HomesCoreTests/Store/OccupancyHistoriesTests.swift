import GRDB
import Testing

@testable import HomesCore

/// Random staff at work through the public operations: the figures agree with the recount, and
/// every rule of the file holds, after every step.
@Suite struct OccupancyHistoriesTests {
    @Test func `whatever staff do, figures and rules hold`() throws {
        var cases = 0
        var done: [String: Int] = [:]
        var refused = 0
        for seed in 1...24 {
            let house = try HouseFixture(beds: 4)
            var staff = RandomStaff(house: house, seed: UInt64(seed))
            for step in 0..<90 {
                do throws(StoreError) {
                    done[try staff.act(), default: 0] += 1
                } catch {
                    if case .unexpected = error { Issue.record("\(error)") }
                    refused += 1
                }
                guard step % 3 == 0 else { continue }
                try house.store.read { db in
                    let recount = try OccupancyRecount(db)
                    let night = staff.today.adding(days: -staff.random.below(40))
                    let rows = try db.occupancy(
                        on: night, scope: .programme, today: staff.today)
                    let faults = recount.differences(rows, on: night)
                    #expect(faults.isEmpty, "seed \(seed) step \(step): \(faults)")
                    let period = try #require(ReportPeriod(first: night, last: staff.today))
                    let used = try db.utilisation(period, scope: .programme)
                    #expect(recount.differences(used, period).isEmpty)
                    let board = try db.bedBoard(
                        of: house.home, night: night, today: staff.today, persons: true)
                    #expect(board.figures == rows[3].figures)
                }
                cases += 3
            }
            let findings = try house.store.check()
            #expect(findings.isEmpty, "seed \(seed): \(findings.map(\.phrase.english))")
        }
        print(
            "random staff: \(cases) comparisons, \(done.values.reduce(0, +)) actions of "
                + "\(done.count) kinds done, \(refused) refused")
        #expect(cases == 24 * 30 * 3)
        #expect(done.count == 11, "\(done)")
    }
}

/// Staff who do something at random, mostly allowed, on days that go on.
private struct RandomStaff {
    let house: HouseFixture
    var random: SeededGenerator
    var today = HouseFixture.day("2007-01-10")
    private var open: [Stay] = []

    init(house: HouseFixture, seed: UInt64) {
        self.house = house
        random = SeededGenerator(seed: seed)
    }

    private var signature: Signature {
        var signature = house.worker
        signature.at = Instant(today, hour: 10)
        return signature
    }

    private mutating func bed() -> Bed { house.beds[random.below(house.beds.count)] }

    private mutating func recent() -> CivilDate { today.adding(days: -random.below(5)) }

    private mutating func stay() throws(StoreError) -> Stay {
        guard !open.isEmpty else { throw .noSuchRecord }
        return open[random.below(open.count)]
    }

    /// Does one thing and says what.
    mutating func act() throws(StoreError) -> String {
        if random.below(3) == 0 { today = today.adding(days: random.below(4)) }
        let name = try actOnce()
        open = try house.store.read { db in
            try db.fetchValid(Stay.self, "homeId = ? AND exitDate IS NULL", [house.home.id])
        }
        return name
    }

    private mutating func actOnce() throws(StoreError) -> String {
        let store = house.store
        let by = signature
        switch random.below(16) {
        case 0...4:
            var intake = house.intake(from: recent(), bed: bed())
            if random.below(4) == 0, let mother = open.first {
                intake.stay.motherStayId = mother.id
                intake.bedId = try store.read { try $0.presentAssignment(of: mother).bedId }
            }
            try store.admit(intake, releasingHold: random.below(2) == 0, by: by)
            return "admit"
        case 5...6:
            let moving = try stay()
            try store.moveBed(stayId: moving.id, to: bed().id, from: recent(), by: by)
            return "move"
        case 7:
            let first = try stay()
            try store.swapBeds(stayA: first.id, stayB: try stay().id, from: today, by: by)
            return "swap"
        case 8...9:
            let leaving = try stay()
            let children = try store.childrenInHerBed(stayId: leaving.id, by: by).map(\.stay.id)
            let day = random.below(2) == 0 ? leaving.entryDate : recent()
            try store.exit(
                stayId: leaving.id, Departure(date: day), children: children, by: by)
            return "exit"
        case 10:
            try store.holdBed(
                bed().id, from: today.adding(days: random.below(3)),
                to: random.below(2) == 0 ? nil : today.adding(days: 4), by: by)
            return "hold"
        case 11:
            try store.releaseHold(ofBed: bed().id, from: recent(), by: by)
            return "release"
        case 12:
            try store.closeBed(
                bed().id, from: recent(), to: random.below(2) == 0 ? nil : today, by: by)
            return "close"
        case 13:
            try store.reopenBed(bed().id, from: recent(), by: by)
            return "reopen"
        case 14:
            if random.below(3) == 0 {
                try store.void(table: Stay.table, id: try stay().id, reason: "twice", by: by)
                return "void"
            }
            return try admitAgain()
        default:
            guard let offer = try store.lastUndoable(by: by) else { throw .noSuchRecord }
            try store.undo(operationId: offer.operationId, by: by)
            return "undo"
        }
    }

    private mutating func admitAgain() throws(StoreError) -> String {
        let known = try house.store.read { try $0.fetchValid(Person.self) }
        guard !known.isEmpty else { throw .noSuchRecord }
        try house.store.admitAgain(
            known[random.below(known.count)].id, house.intake(from: recent(), bed: bed()),
            by: signature)
        return "admitAgain"
    }
}
