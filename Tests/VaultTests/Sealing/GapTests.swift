import Crypto
import GRDB
import Testing

@testable import Vault

/// Pages that SQLite takes and gives back in one transaction are never written, unless deleting is
/// secure. They must not look like damage, nor damage like them.
@Suite struct GapTests {
    /// Leaves pages behind that were never written, and a written one behind them.
    private func leaveGap(_ queue: DatabaseQueue, table: String) throws {
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA secure_delete = OFF")
            try db.inTransaction {
                try db.execute(sql: "CREATE TABLE IF NOT EXISTS passing (a)")
                try db.execute(
                    sql: """
                        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 300)
                        INSERT INTO passing SELECT randomblob(4000) FROM n
                        """)
                try db.execute(sql: "CREATE TABLE \(table) (a)")
                try db.execute(sql: "INSERT INTO \(table) VALUES (randomblob(9000))")
                try db.execute(sql: "DELETE FROM passing")
                return .commit
            }
        }
    }

    @Test func `pages that SQLite never wrote are sealed all the same`() throws {
        let bench = try Workbench()
        let queue = try bench.queue()
        try leaveGap(queue, table: "lasting")
        #expect(try bench.bytes().count > 300 * 4096)
        #expect(try bench.storage.damagedPages(inFileAt: bench.path) == [])
        let other = try SealedStorage(dataKey: bench.dataKey, fileID: FileID())
        let copy = try bench.queue(at: bench.folder + "/copy", through: other)
        try queue.backup(to: copy)
        #expect(bench.storage.damage.isEmpty && other.damage.isEmpty)
    }

    @Test func `a gap is filled also when another connection has made the file shorter`() throws {
        let bench = try Workbench()
        let first = try bench.queue()
        let second = try bench.queue()
        try leaveGap(first, table: "early")
        try second.writeWithoutTransaction { try $0.execute(sql: "VACUUM") }
        #expect(try bench.bytes().count < 20 * 4096)
        try leaveGap(first, table: "late")
        #expect(try bench.bytes().count > 300 * 4096)
        #expect(try bench.storage.damagedPages(inFileAt: bench.path) == [])
    }

    @Test func `the gaps are real: an unsealed file has pages of zeros there`() throws {
        let bench = try Workbench()
        try leaveGap(try DatabaseQueue(path: bench.path), table: "lasting")
        let bytes = try bench.bytes()
        let zeros = (0..<bytes.count / 4096).filter { page in
            bytes[page * 4096..<(page + 1) * 4096].allSatisfy { $0 == 0 }
        }
        #expect(zeros.count > 100)
    }
}
