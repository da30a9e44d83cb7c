import GRDB
import Testing

@testable import HomesCore

@Suite struct SchemaTests {
    @Test func `every record kind has a row in the field table for every column and no other`()
        throws
    {
        let store = try HomesStore.throwaway()
        for kind in RecordKinds.all {
            let columns = try store.read { db in
                try String.fetchAll(
                    db, sql: "SELECT name FROM pragma_table_info(?)", arguments: [kind.table])
            }
            #expect(Set(columns) == Set(Stamp.columns + kind.columns), "\(kind.table)")
            #expect(columns.count == Stamp.columns.count + kind.columns.count, "\(kind.table)")
        }
    }

    @Test func `the schema refuses what only looks like a reason or a second person`() throws {
        let fixture = try WorkFixture()
        let employer = try fixture.addEmployer()
        let offer = try fixture.store.recordOffer(
            fixture.goodOffer(of: employer), by: fixture.caseworker)
        var placement = Placement()
        placement.personId = fixture.person.id
        placement.offerId = offer.id
        placement.startDate = fixture.today
        _ = try fixture.store.startPlacement(placement, by: fixture.caseworker)
        let user = fixture.caseworker.userId
        for sql in [
            "UPDATE placement SET overrideBy = '\(user)'",
            "UPDATE placement SET overrideBy = '\(user)', overrideSecondBy = '\(user)'",
            """
            UPDATE placement SET overrideBy = '\(user)', overrideReason = 'short',
              overrideSecondBy = '\(fixture.supervisor.userId)'
            """,
            """
            UPDATE followUp SET doneOn = '2010-03-05', reached = 'YES',
              alertRaisedOn = '2010-03-05', alertClosedOn = '2010-03-05'
            """,
            "UPDATE employer SET approvedStatus = 'APPROVED', approvedSecondBy = NULL",
        ] {
            #expect(throws: DatabaseError.self, "\(sql)") {
                try fixture.store.queue.inDatabase { try $0.execute(sql: sql) }
            }
        }
    }

    @Test func `an entry of the journal is neither changed nor cut nor replaced`() throws {
        let house = try HouseFixture()
        try house.admit()
        let columns =
            "id, journal, seq, at, userId, role, operationId, operation, action, prevHash, hash, "
            + "reason"
        for sql in [
            "UPDATE audit SET reason = 'x' WHERE seq = 1", "DELETE FROM audit WHERE seq = 1",
            """
            INSERT OR REPLACE INTO audit (\(columns))
            SELECT id, journal, seq, at, userId, role, operationId, operation, action, prevHash,
              hash, 'x'
            FROM audit WHERE seq = 1
            """,
            """
            INSERT OR REPLACE INTO audit (\(columns))
            SELECT id + 1000, journal, seq, at, userId, role, operationId, operation, action,
              prevHash, hash, 'x'
            FROM audit WHERE seq = 1
            """,
        ] {
            #expect(throws: DatabaseError.self, "\(sql)") {
                try house.store.queue.inDatabase { try $0.execute(sql: sql) }
            }
        }
    }

    @Test func `every property of a record is in its field table`() {
        for kind in RecordKinds.all {
            #expect(
                kind.propertyCount == kind.columns.count + 1,
                "\(kind.table): a stored property is missing from the field table")
        }
    }

    @Test func `every table with a stamp is a record kind`() throws {
        let store = try HomesStore.throwaway()
        let tables = try store.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT s.name FROM sqlite_schema s JOIN pragma_table_info(s.name) c
                    WHERE s.type = 'table' AND c.name = 'rowVersion'
                    """)
        }
        #expect(Set(tables) == Set(RecordKinds.all.map(\.table)))
    }
}
