import Foundation
import GRDB
import Testing

@testable import HomesCore

/// `data/schema.sql` is what the migrations make, for those who read the file with other tools.
@Suite struct SchemaFileTests {
    private static let path = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("data/schema.sql")

    @Test func `data/schema.sql is the schema that the migrations make`() throws {
        let store = try HomesStore.throwaway()
        let statements = try store.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT sql FROM sqlite_schema
                    WHERE sql IS NOT NULL AND name NOT LIKE 'grdb_%' AND name NOT LIKE 'sqlite_%'
                    ORDER BY CASE type WHEN 'table' THEN 1 WHEN 'index' THEN 2 ELSE 3 END, rowid
                    """)
        }
        let head =
            "-- Written from the migrations (RECORD=1 swift test --filter SchemaFileTests).\n"
        let made = head + statements.map { "\n\($0);\n" }.joined()
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try Data(made.utf8).write(to: Self.path)
        }
        let kept = try String(contentsOf: Self.path, encoding: .utf8)
        #expect(made == kept, "The schema changed: record data/schema.sql again and read it.")
    }
}
