import GRDB
import Testing

@testable import Vault

/// What lies in a journal is good for its own transaction and place only.
@Suite struct JournalTests {
    /// The file and its journal in the middle of a transaction whose cache has spilled several
    /// times, which changes every row from one value to the next.
    private func snapshot(
        _ bench: Workbench, _ queue: DatabaseQueue, value: Int
    ) throws -> (database: [UInt8], journal: [UInt8]) {
        var snapshot: ([UInt8], [UInt8]) = ([], [])
        try queue.writeWithoutTransaction { db in
            try db.inTransaction {
                try db.execute(sql: "UPDATE t SET value = ?", arguments: [value])
                snapshot = (try bench.bytes(), try bench.bytes(of: bench.journalPath))
                return .commit
            }
        }
        return snapshot
    }

    private func values(_ bench: Workbench) throws -> [Int] {
        try bench.queue().read {
            try Int.fetchAll($0, sql: "SELECT DISTINCT value FROM t ORDER BY value")
        }
    }

    private func prepared() throws -> (Workbench, DatabaseQueue) {
        let bench = try Workbench()
        let queue = try bench.queue(cachePages: 6)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "CREATE TABLE t (value INTEGER, filler BLOB)")
            try db.execute(
                sql: """
                    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 300)
                    INSERT INTO t SELECT 0, zeroblob(900) FROM n
                    """)
        }
        return (bench, queue)
    }

    @Test func `parts of an older journal are never rolled back into the file`() throws {
        let (bench, queue) = try prepared()
        let old = try snapshot(bench, queue, value: 1)
        let new = try snapshot(bench, queue, value: 2)
        #expect(old.journal.count == new.journal.count)
        try queue.close()
        var cases = 0
        var refused = 0
        for cut in stride(from: 512, to: new.journal.count, by: isRelease ? 512 : 2_560) {
            try bench.write(new.database)
            let mixed = Array(new.journal.prefix(cut)) + Array(old.journal.dropFirst(cut))
            try bench.write(mixed, to: bench.journalPath)
            cases += 1
            do {
                let values = try values(bench)
                #expect(!values.contains(0), "cut at \(cut)")
            } catch {
                refused += 1
            }
        }
        print("journals mixed: \(cases), \(refused) refused, none rolled too far back")
        #expect(cases > 50 && refused > cases / 2)
    }

    @Test func `a record in another's place is refused`() throws {
        let (bench, queue) = try prepared()
        let taken = try snapshot(bench, queue, value: 1)
        try queue.close()
        var moved = taken.journal
        moved.replaceSubrange(512..<512 + 4104, with: taken.journal[512 + 4104..<512 + 8208])
        try bench.write(taken.database)
        try bench.write(moved, to: bench.journalPath)
        #expect(throws: (any Error).self) { try values(bench) }
        #expect(bench.storage.damage == [.journalRecord(offset: 512)])
        // As it was, it is rolled back.
        try bench.write(taken.journal, to: bench.journalPath)
        try bench.write(taken.database)
        #expect(try values(bench) == [0])
    }

    @Test func `journals that are kept or emptied instead of deleted work too`() throws {
        for mode in ["PERSIST", "TRUNCATE"] {
            let (bench, queue) = try prepared()
            try queue.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA journal_mode = \(mode)")
                for value in 1...4 {
                    try db.inTransaction {
                        try db.execute(sql: "UPDATE t SET value = ?", arguments: [value])
                        return value.isMultiple(of: 2) ? .commit : .rollback
                    }
                }
                #expect(try Int.fetchAll(db, sql: "SELECT DISTINCT value FROM t") == [4])
            }
            try queue.close()
            #expect(try values(bench) == [4])
            #expect(bench.storage.damage.isEmpty)
        }
    }
}
