import Crypto
import Foundation
import GRDB

/// The numbered migrations, in plain strings that are never edited: a change of the schema is a
/// new one at the end.
enum Migrations {
    /// The schema this program writes, kept in `PRAGMA user_version`. A file with a higher number
    /// was made by a newer program and is refused.
    static let current = 3

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("01 places, people, work, journal") { db in
            for part in [
                schema01Places, schema01People, schema01Work, schema01Access, schema01Journal,
                schema01Triggers,
                schema01Guards, schema01NoDelete,
            ] {
                try db.execute(sql: part)
            }
            try db.execute(
                sql: "INSERT INTO searchKeyring (id, \"key\") VALUES (1, ?)",
                arguments: [SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }])
            try db.execute(sql: "PRAGMA user_version = 1")
        }
        migrator.registerMigration("02 casework") { db in
            for part in schema02 { try db.execute(sql: part) }
            try db.execute(sql: "PRAGMA user_version = 2")
        }
        migrator.registerMigration("03 jobs") { db in
            for part in schema03 { try db.execute(sql: part) }
            try db.execute(sql: "PRAGMA user_version = 3")
        }
        return migrator
    }
}
