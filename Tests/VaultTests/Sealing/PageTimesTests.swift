import GRDB
import Testing

@testable import Vault

/// Pages that are genuine, but of another time.
@Suite struct PageTimesTests {
    private struct Made {
        let bench: Workbench
        let old: [UInt8]
        let new: [UInt8]
    }

    private func made() throws -> Made {
        let bench = try Workbench()
        let queue = try bench.queue()
        try queue.write { db in
            try db.execute(sql: "CREATE TABLE t (id INTEGER PRIMARY KEY, value INTEGER, f BLOB)")
            try db.execute(
                sql: """
                    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 200)
                    INSERT INTO t SELECT i, 0, zeroblob(700) FROM n
                    """)
        }
        let old = try bench.bytes()
        try queue.write { try $0.execute(sql: "UPDATE t SET value = 1") }
        try queue.close()
        return Made(bench: bench, old: old, new: try bench.bytes())
    }

    private func read(_ bench: Workbench) throws -> [Int] {
        try bench.queue().read {
            try Int.fetchAll($0, sql: "SELECT DISTINCT value FROM t ORDER BY value")
        }
    }

    private func mixed(_ made: Made, _ pages: Set<Int>) -> [UInt8] {
        var bytes = made.new
        for page in pages {
            let range = page * 4096..<(page + 1) * 4096
            bytes.replaceSubrange(range, with: made.old[range])
        }
        return bytes
    }

    @Test func `any pages put back as they were are noticed when the file is opened`() throws {
        let made = try made()
        #expect(made.old.count == made.new.count)
        let all = Set(0..<made.new.count / 4096)
        let changed = all.filter { page in
            made.old[page * 4096..<(page + 1) * 4096] != made.new[page * 4096..<(page + 1) * 4096]
        }
        #expect(changed.count > 20)
        var dice = Dice(seed: 21)
        var cases = changed.map { Set([$0]) }
        while cases.count < (isRelease ? 5_000 : 500) {
            let some = changed.filter { _ in Bool.random(using: &dice) }
            if !some.isEmpty, some != changed { cases.append(some) }
        }
        for pages in cases {
            try made.bench.write(mixed(made, pages))
            #expect(throws: (any Error).self) { try read(made.bench) }
        }
        #expect(made.bench.storage.damage == [.mixture])
        print("pages put back: \(cases.count) mixtures, all refused")
        // All or none of them is a file of one time.
        try made.bench.write(made.new)
        #expect(try read(made.bench) == [1])
        try made.bench.write(mixed(made, changed))
        #expect(try read(made.bench) == [0])
    }

    @Test func `a file that grows, shrinks and is rolled back stays provable`() throws {
        let made = try made()
        try made.bench.write(made.new)
        let queue = try made.bench.queue(cachePages: 8)
        var dice = Dice(seed: 22)
        for step in 0..<60 {
            try queue.writeWithoutTransaction { db in
                try db.inTransaction {
                    switch Int.random(in: 0..<4, using: &dice) {
                    case 0:
                        try db.execute(
                            sql: "INSERT INTO t SELECT NULL, 1, randomblob(3000) FROM t LIMIT 90")
                    case 1:
                        try db.execute(sql: "DELETE FROM t WHERE id % 3 = ?", arguments: [step % 3])
                    case 2: try db.execute(sql: "UPDATE t SET f = zeroblob(900)")
                    default: try db.execute(sql: "UPDATE t SET value = 1 WHERE id = 7")
                    }
                    return Int.random(in: 0..<3, using: &dice) == 0 ? .rollback : .commit
                }
                if step.isMultiple(of: 9) { try db.execute(sql: "VACUUM") }
            }
            let check = try made.bench.queue().read {
                try String.fetchOne($0, sql: "PRAGMA integrity_check")
            }
            #expect(check == "ok", "step \(step)")
        }
        #expect(made.bench.storage.damage.isEmpty)
    }
}
