import Crypto
import Foundation
import GRDB
import Testing

@testable import Vault

@Suite struct SealedFileTests {
    private func filled() throws -> (Workbench, DatabaseQueue) {
        let bench = try Workbench()
        let queue = try bench.queue()
        var migrator = DatabaseMigrator()
        migrator.registerMigration("first") { db in
            try db.execute(
                sql: """
                    CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL, note TEXT);
                    CREATE INDEX person_name ON person (name);
                    CREATE VIRTUAL TABLE person_text USING fts5 (name, note);
                    """)
        }
        migrator.registerMigration("second") { db in
            try db.execute(sql: "ALTER TABLE person ADD COLUMN home INTEGER DEFAULT 7")
        }
        try migrator.migrate(queue)
        try queue.write { db in
            for number in 1...500 {
                try db.execute(
                    sql: "INSERT INTO person (name, note) VALUES (?, ?)",
                    arguments: ["name \(number)", String(repeating: "note ", count: number % 40)])
                try db.execute(
                    sql: "INSERT INTO person_text VALUES (?, 'canary')",
                    arguments: ["name \(number)"])
            }
        }
        return (bench, queue)
    }

    @Test func `records, migrations and full text come back after reopening`() throws {
        let (bench, queue) = try filled()
        try queue.close()
        let again = try bench.queue()
        try again.read { db in
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM person") == 500)
            let home = "SELECT home FROM person WHERE name = 'name 77'"
            #expect(try Int.fetchOne(db, sql: home) == 7)
            let found = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM person_text WHERE person_text MATCH 'canary'")
            #expect(found == 500)
            #expect(try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
        }
        #expect(bench.storage.damage.isEmpty)
    }

    @Test func `a savepoint is rolled back, also when the cache has spilled`() throws {
        let (bench, first) = try filled()
        try first.close()
        let queue = try bench.queue(cachePages: 10)
        try queue.writeWithoutTransaction { db in
            try db.inTransaction {
                try db.execute(sql: "UPDATE person SET note = 'kept' WHERE id <= 250")
                try db.inSavepoint {
                    try db.execute(sql: "UPDATE person SET note = 'gone', name = name || 'x'")
                    try db.execute(sql: "DELETE FROM person WHERE id > 100")
                    return .rollback
                }
                return .commit
            }
            let kept = try Int.fetchOne(db, sql: "SELECT count(*) FROM person WHERE note = 'kept'")
            #expect(kept == 250)
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM person") == 500)
            #expect(try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
        }
    }

    @Test func `a transaction is rolled back when the cache has spilled`() throws {
        let (bench, first) = try filled()
        try first.close()
        let queue = try bench.queue(cachePages: 10)
        try queue.writeWithoutTransaction { db in
            let sum = "SELECT sum(length(name) + length(note)) FROM person"
            let before = try Int.fetchOne(db, sql: sum)
            try db.inTransaction {
                try db.execute(sql: "UPDATE person SET note = hex(randomblob(300)), name = id")
                try db.execute(
                    sql: """
                        INSERT INTO person (name, note)
                        SELECT name, hex(randomblob(900)) FROM person
                        """)
                return .rollback
            }
            #expect(try Int.fetchOne(db, sql: sum) == before)
            #expect(try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
        }
    }

    @Test func `VACUUM INTO and the backup call make sealed copies`() throws {
        let (bench, queue) = try filled()
        let vacuumed = bench.folder + "/vacuumed.sqlite"
        try queue.writeWithoutTransaction { db in
            try db.execute(
                sql: "VACUUM INTO ?", arguments: [bench.storage.location(ofFileAt: vacuumed)])
            try db.execute(sql: "VACUUM")
        }
        let other = try SealedStorage(dataKey: bench.dataKey, fileID: FileID())
        let copied = bench.folder + "/copied.sqlite"
        let copy = try bench.queue(at: copied, through: other)
        try queue.backup(to: copy)
        for (path, storage) in [(vacuumed, bench.storage), (copied, other)] {
            let again = try bench.queue(at: path, through: storage)
            let count = try again.read {
                try Int.fetchOne($0, sql: "SELECT count(*) FROM person")
            }
            #expect(count == 500)
            let check = try again.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
            #expect(check == "ok")
            #expect(try !contains(bench.bytes(of: path), "name 1"))
        }
    }

    @Test func `a copy under another identifier does not open under this one`() throws {
        let (bench, queue) = try filled()
        let other = try SealedStorage(dataKey: bench.dataKey, fileID: FileID())
        let path = bench.folder + "/copied.sqlite"
        try queue.backup(to: try bench.queue(at: path, through: other))
        #expect(throws: (any Error).self) {
            try bench.queue(at: path).read { try Int.fetchOne($0, sql: "SELECT 1 FROM person") }
        }
    }

    @Test func `a WAL, temporary files and other page sizes are refused`() throws {
        let bench = try Workbench()
        let queue = try bench.queue()
        try queue.writeWithoutTransaction { db in
            #expect(try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL") == "delete")
            try db.execute(sql: "CREATE TABLE t (a)")
            try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
            #expect(throws: DatabaseError.self) {
                try db.execute(sql: "PRAGMA journal_mode = WAL")
                try db.execute(sql: "INSERT INTO t VALUES (1)")
            }
        }
        let plain = try DatabaseQueue(path: bench.storage.location(ofFileAt: bench.folder + "/raw"))
        #expect(throws: DatabaseError.self) {
            try plain.write { try $0.execute(sql: "CREATE TABLE t (a)") }
        }
        let odd = try DatabaseQueue(path: bench.storage.location(ofFileAt: bench.folder + "/odd"))
        #expect(throws: DatabaseError.self) {
            try odd.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA page_size = 8192")
                try db.execute(sql: "CREATE TABLE t (a)")
            }
        }
        #expect(throws: DatabaseError.self) {
            try odd.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA temp_store = FILE")
                try db.execute(sql: "CREATE TEMP TABLE t (a)")
                try db.execute(sql: "PRAGMA cache_size = 5")
                try db.execute(
                    sql: """
                        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 3000)
                        INSERT INTO t SELECT randomblob(4000) FROM n
                        """)
            }
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: bench.folder)
        #expect(left.allSatisfy { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") })
    }

    @Test func `a connection past the vault is not prepared`() throws {
        let bench = try Workbench()
        let other = try Workbench()
        let plain = try DatabaseQueue(path: bench.folder + "/plain")
        let sealed = try other.queue()
        for queue in [plain, sealed] {
            try queue.inDatabase { db in
                let connection = try #require(db.sqliteConnection)
                #expect(throws: VaultError.notSealed) { try bench.storage.prepare(connection) }
            }
        }
    }
}
