import GRDB
import Testing

@testable import HomesCore

@Suite struct SchemaTests {
    @Test func `every record kind has a row in the field table for every column and no other`()
        throws
    {
        let store = try HomesStore.inMemory()
        for kind in RecordKinds.all {
            let columns = try store.read { db in
                try String.fetchAll(
                    db, sql: "SELECT name FROM pragma_table_info(?)", arguments: [kind.table])
            }
            #expect(Set(columns) == Set(Stamp.columns + kind.columns), "\(kind.table)")
            #expect(columns.count == Stamp.columns.count + kind.columns.count, "\(kind.table)")
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
        let store = try HomesStore.inMemory()
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
