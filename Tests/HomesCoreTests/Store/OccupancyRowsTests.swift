import GRDB
import Testing

@testable import HomesCore

@Suite struct OccupancyRowsTests {
    private static let start = HouseFixture.day("2007-01-01")

    @Test func `the levels add up, and a home without beds is n/a`() throws {
        let house = try HouseFixture()
        try house.admit(from: "2007-03-01", bed: 0)
        try house.store.holdBed(house.beds[1].id, from: house.today, by: house.worker)
        try house.store.closeBed(house.beds[2].id, from: house.today, by: house.worker)
        let rows = try house.store.occupancy(on: house.today, today: house.today)
        #expect(
            rows.map(\.code) == [
                "PROGRAMME", "340000", "440000", "AH-014", "AH-015", "GD-002",
            ])
        #expect(rows[3].figures == OccupancyFigures(bedsInService: 3, occupied: 1, held: 1))
        #expect(rows[3].figures.free == 1)
        #expect(rows[0].figures == OccupancyFigures(bedsInService: 7, occupied: 1, held: 1))
        #expect(rows[1].homes == 2)
        #expect(rows[4].figures.percent == nil)
        #expect(rows[4].sparkline.allSatisfy { $0 == nil })
        #expect(rows[3].sparkline.suffix(6) == [0, 1, 1, 1, 1, 1])
        let province = try house.store.occupancy(
            on: house.today, scope: .province("340000"), today: house.today)
        #expect(province.map(\.code) == ["340000", "AH-014", "AH-015"])
        let home = try house.store.occupancy(
            on: house.today, scope: .home(house.home.id), today: house.today)
        #expect(home == [rows[3]])
        #expect(throws: StoreError.noSuchRecord) {
            try house.store.occupancy(
                on: house.today, scope: .province("999900"), today: house.today)
        }
    }

    @Test func `alerts say where to look and never at whom`() throws {
        let house = try HouseFixture()
        try house.admit(from: "2006-11-01", bed: 0)
        let left = try house.admit("李丽", from: "2006-12-01", bed: 1)
        try house.store.exit(
            stayId: try house.stay(left).id, Departure(date: HouseFixture.day("2007-01-01")),
            by: house.worker)
        let rows = try house.store.occupancy(on: house.today, today: house.today)
        #expect(
            rows[3].alerts
                == OccupancyAlerts(
                    homesOverCapacity: 0, overdueFollowUps: 1, possibleMissedExits: 1))
        #expect(rows[0].alerts == rows[3].alerts)
        #expect(rows[5].alerts.isEmpty)
    }

    @Test func `nothing recorded for 14 days is a sign, a session takes it away`() throws {
        let house = try HouseFixture()
        var early = house.worker
        early.at = Instant(HouseFixture.day("2007-02-10"), hour: 9)
        let person = try house.store.admit(
            house.intake(from: HouseFixture.day("2007-02-10"), bed: house.beds[0]), by: early
        ).person
        func missed(_ day: String) throws -> Int {
            let today = HouseFixture.day(day)
            return try house.store.occupancy(on: today, today: today)[3].alerts
                .possibleMissedExits
        }
        #expect(try missed("2007-02-23") == 0)
        #expect(try missed("2007-02-24") == 1)
        try house.store.perform(.recordSession, early) { op in
            var session = CounsellingSession()
            session.homeId = house.home.id
            session.date = HouseFixture.day("2007-02-20")
            session.counsellorId = early.userId
            session = try op.insert(session, about: nil)
            var attendance = Attendance()
            attendance.sessionId = session.id
            attendance.personId = person.id
            try op.insert(attendance, about: nil)
        }
        #expect(try missed("2007-02-24") == 0)
        #expect(try missed("2007-03-06") == 1)
    }

    /// Histories written straight into the tables, triggers dropped: whatever rows there are, the
    /// query and the formulas agree.
    @Test func `the query counts any rows as the formulas do`() throws {
        let house = try HouseFixture(beds: 3)
        var random = SeededGenerator(seed: 2_007)
        var cases = 0
        var found = 0
        try house.store.read { db in
            for name in try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
            {
                try db.execute(sql: "DROP TRIGGER \"\(name)\"")
            }
            for _ in 0..<1_200 {
                try db.inTransaction {
                    try OccupancyRowsTests.writeHistory(db, house, &random)
                    var recount = try OccupancyRecount(db)
                    let night = OccupancyRowsTests.start.adding(days: random.below(70))
                    let rows = try db.occupancy(on: night, scope: .programme, today: night)
                    let faults = recount.differences(rows, on: night)
                    #expect(faults.isEmpty, "\(faults)")
                    let period = try #require(
                        ReportPeriod(first: night, last: night.adding(days: random.below(40))))
                    let used = try db.utilisation(period, scope: .programme)
                    #expect(recount.differences(used, period).isEmpty)
                    recount.countsTheExitNight = true
                    if !recount.differences(rows, on: night).isEmpty { found += 1 }
                    cases += 2
                    return .rollback
                }
            }
        }
        print("occupancy against the recount: \(cases) comparisons of random rows")
        #expect(cases == 2_400)
        #expect(found > 100, "the negative control found only \(found)")
    }

    private static func writeHistory(
        _ db: Database, _ house: HouseFixture, _ random: inout SeededGenerator
    ) throws {
        var operation = Operation(db: db, name: .makeDemonstration, signature: house.worker)
        func range() -> (CivilDate, CivilDate?) {
            let from = start.adding(days: random.below(60))
            return (from, random.below(4) == 0 ? nil : from.adding(days: random.below(20)))
        }
        for _ in 0..<random.below(8) + 1 {
            let isOther = random.below(3) == 0
            let beds = isOther ? house.otherBeds : house.beds
            let home = isOther ? house.other : house.home
            var person = Person()
            person.homeId = home.id
            person.personCode = "T-\(random.next())"
            person = try operation.insert(person, about: nil)
            var file = Case()
            file.personId = person.id
            file.homeId = home.id
            file.caseCode = person.personCode
            file = try operation.insert(file, about: nil)
            var stay = Stay()
            stay.caseId = file.id
            stay.personId = person.id
            stay.homeId = home.id
            (stay.entryDate, stay.exitDate) = range()
            stay.state = stay.exitDate == nil ? .checkedIn : .checkedOut
            stay = try operation.insert(stay, about: nil)
            var night = stay.entryDate
            let moves = random.below(3)
            for move in 0...moves {
                var part = BedAssignment()
                part.stayId = stay.id
                part.bedId = beds[random.below(beds.count)].id
                part.fromNight = night
                night = night.adding(days: random.below(8))
                part.toNight = move == moves ? stay.exitDate : night
                if let to = part.toNight, to < part.fromNight { part.toNight = part.fromNight }
                part.withMother = random.below(5) == 0
                part = try operation.insert(part, about: nil)
                if random.below(8) == 0 { try operation.void(part, about: nil, reason: "x") }
            }
            if random.below(10) == 0 { try operation.void(stay, about: nil, reason: "x") }
        }
        for _ in 0..<random.below(4) {
            var period = BedStatusPeriod()
            period.bedId = house.beds[random.below(3)].id
            period.status = BedStatus.allCases[random.below(3)]
            (period.fromNight, period.toNight) = range()
            // Periods of one bed never overlap: the formulas and the schema both say so.
            let meets = try db.fetchValid(BedStatusPeriod.self, "bedId = ?", [period.bedId])
            guard meets.isEmpty else { continue }
            try operation.insert(period, about: nil)
        }
        var bed = house.beds[random.below(3)]
        bed.inventoryStartDate = start.adding(days: random.below(50))
        bed.inventoryEndDate =
            random.below(2) == 0 ? nil : start.adding(days: 50 + random.below(30))
        try operation.update(bed, about: nil)
    }
}
