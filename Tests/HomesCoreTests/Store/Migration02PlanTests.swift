import GRDB
import Testing

@testable import HomesCore

/// A file that migration 01 made, with follow-ups and sessions in it, goes through migration 02 with
/// nothing lost, and breaks no rule afterwards.
@Suite struct Migration02PlanTests {
    private static let first = "01 places, people, work, journal"

    /// A programme with a placement, an exit, calls done, missed and put off, an alert, a void one.
    private func programme() throws -> WorkFixture {
        let fixture = try WorkFixture()
        let by = fixture.caseworker
        let offer = try fixture.store.recordOffer(
            fixture.goodOffer(of: try fixture.addEmployer()), by: by)
        var placement = Placement()
        placement.personId = fixture.person.id
        placement.offerId = offer.id
        placement.startDate = WorkFixture.day("2010-02-20")
        try fixture.store.startPlacement(placement, by: by)
        for number in 2...20 {
            let person = try fixture.addPerson("AH001-\(1_000 + number)")
            placement.personId = person.id
            _ = try fixture.addCase(person)
            let started = try fixture.store.startPlacement(placement, by: by)
            let calls = try fixture.store.read {
                try $0.fetchValid(FollowUp.self, "placementId = ?", [started.id], order: "dueOn")
            }
            try answer(calls, number, fixture)
            if number % 7 == 0 {
                try fixture.store.void(
                    table: Placement.table, id: started.id, reason: "twice", by: by)
            }
        }
        try fixture.store.exit(
            stayId: fixture.stay.id, Departure(date: fixture.today, destination: .rentedRoom),
            by: by)
        var session = CounsellingSession()
        session.homeId = fixture.home.id
        session.date = fixture.today
        session.counsellorId = by.userId
        var attendance = Attendance()
        attendance.personId = fixture.person.id
        try fixture.store.recordSession(
            session, topics: [.papers], attendances: [attendance], by: by)
        return fixture
    }

    private func answer(_ calls: [FollowUp], _ number: Int, _ fixture: WorkFixture) throws {
        var call = calls[0]
        call.reached = number % 3 == 0 ? .noAnswer : .yes
        call.holdsOwnId = number % 4 == 0 ? .no : .yes
        call.actionTaken = "action \(number)"
        var indicator = FollowUpIndicator()
        indicator.answer = .yes
        indicator.evidence = "said so"
        try fixture.store.doFollowUp(
            call, indicators: number % 5 == 0 ? [indicator] : [], by: fixture.caseworker)
        if number % 2 == 0 {
            try fixture.store.putOffFollowUp(
                calls[1].id, until: fixture.today.adding(days: 2), by: fixture.caseworker)
        }
    }

    /// Makes the file anew as migration 01 made it, with the same rows.
    private func goBack(_ queue: DatabaseQueue) throws {
        let kept = try queue.inDatabase { db in
            try tables(db).map { table in
                (table, try Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\" ORDER BY 1"))
            }
        }
        try queue.inDatabase { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            try dropTriggers(db)
            for (table, _) in kept { try db.execute(sql: "DROP TABLE \"\(table)\"") }
            try db.execute(sql: "DROP TABLE grdb_migrations; PRAGMA foreign_keys = ON")
        }
        try Migrations.migrator.migrate(queue, upTo: Self.first)
        try queue.inDatabase { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            let triggers = try dropTriggers(db)
            for table in try tables(db) {
                let columns = try db.columns(in: table).map(\.name)
                let list = columns.map { "\"\($0)\"" }.joined(separator: ", ")
                let marks = columns.map { _ in "?" }.joined(separator: ", ")
                try db.execute(sql: "DELETE FROM \"\(table)\"")
                for row in kept.first(where: { $0.0 == table })?.1 ?? [] {
                    try db.execute(
                        sql: "INSERT INTO \"\(table)\" (\(list)) VALUES (\(marks))",
                        arguments: StatementArguments(columns.map { row[$0] as DatabaseValue }))
                }
            }
            for sql in triggers { try db.execute(sql: sql) }
            try db.execute(
                sql: """
                    UPDATE counsellingSession SET materialsGiven = 'HOTLINE_CARD';
                    PRAGMA foreign_keys = ON
                    """)
        }
    }

    private func tables(_ db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT name FROM sqlite_schema WHERE type = 'table'
                  AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'grdb_%'
                """)
    }

    @discardableResult
    private func dropTriggers(_ db: Database) throws -> [String] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        for row in rows { try db.execute(sql: "DROP TRIGGER \"\(row["name"] as String)\"") }
        return rows.map { $0["sql"] }
    }

    private func rows(_ db: Database, of table: String, _ columns: [String]) throws -> [Row] {
        let list = columns.map { "\"\($0)\"" }.joined(separator: ", ")
        return try Row.fetchAll(db, sql: "SELECT \(list) FROM \"\(table)\" ORDER BY id")
    }

    @Test func `a file of the first schema comes through whole, and breaks no rule`() throws {
        let fixture = try programme()
        let old = try fixture.store.queue
        try goBack(old)
        let parts = "SELECT name FROM sqlite_schema WHERE tbl_name = 'followUp' AND type <> 'table'"
        let columns = try old.inDatabase { try $0.columns(in: FollowUp.table).map(\.name) }
        let (before, had) = try old.inDatabase {
            (try rows($0, of: FollowUp.table, columns), Set(try String.fetchAll($0, sql: parts)))
        }
        try Migrations.migrator.migrate(old)
        let (after, has) = try old.inDatabase {
            (try rows($0, of: FollowUp.table, columns), Set(try String.fetchAll($0, sql: parts)))
        }
        #expect(before.count > 90 && before == after)
        #expect(had.subtracting(has).isEmpty, "\(had.subtracting(has)) are gone")
        #expect(has.contains("followUpOfPlan"))
        // The control: a row less would be noticed.
        #expect(Array(before.dropLast()) != after)

        // The fixture's women have no search key.
        #expect(try fixture.store.check().filter { $0.rule.id != "searchKeys" }.isEmpty)
        let by = fixture.caseworker
        let page = try fixture.store.residentPage(fixture.person.id, by: by)
        #expect(page.followUps.count == 7 && page.sessions.first?.materials == ["HOTLINE_CARD"])
        // What was there goes on: a call of before is made.
        let due = try fixture.store.followUpsDue(
            homeId: fixture.home.id, on: fixture.today, by: by)
        var call = try #require(due.first).followUp
        call.reached = .yes
        try fixture.store.doFollowUp(call, by: by)
        print("migration 02: \(after.count) follow-ups of the first schema, none changed")
    }

    @Test func `a follow-up comes from exactly one of three`() throws {
        let store = try HomesStore.throwaway()
        try store.queue.inDatabase { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            var refused: [Int] = []
            for (number, columns) in [
                ("NULL", "NULL", "NULL"), ("'a'", "'b'", "NULL"), ("'a'", "NULL", "'c'"),
                ("NULL", "'b'", "'c'"), ("'a'", "'b'", "'c'"), ("'a'", "NULL", "NULL"),
                ("NULL", "'b'", "NULL"), ("NULL", "NULL", "'c'"),
            ].enumerated() {
                let (placement, stay, plan) = columns
                let id = String(repeating: "x", count: 35) + String(number)
                do {
                    try db.execute(
                        sql: """
                            INSERT INTO followUp (id, createdAt, createdBy, updatedAt, updatedBy,
                              personId, homeId, placementId, stayId, migrationPlanId, dayOffset,
                              dueOn) VALUES ('\(id)', '', 'U', '', 'U', 'P', 'H', \(placement),
                              \(stay), \(plan), 999, '2010-04-05')
                            """)
                } catch {
                    refused.append(number)
                }
            }
            #expect(refused == [0, 1, 2, 3, 4])
        }
    }
}
