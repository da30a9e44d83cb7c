import Foundation
import GRDB
import Testing

@testable import Vault

/// What is written is nowhere to be read: not in the file, not in the journal, and no file of
/// another kind appears.
@Suite struct CanaryTests {
    private static let canaries = (0..<500).map { "canary-\($0)-\($0 * 7919 % 1000)" }

    /// Looks for the canaries while a transaction is open whose cache has spilled, and afterwards.
    /// How many were found, and in how many looks.
    private func found(in queue: DatabaseQueue, folder: String) throws -> (Int, looks: Int) {
        var found = 0
        var looks = 0
        func look() throws {
            for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
                let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
                looks += 1
                found += Self.canaries.filter { bytes.range(of: Data($0.utf8)) != nil }.count
            }
        }
        try queue.writeWithoutTransaction { db in
            try db.execute(
                sql: """
                    CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, filler BLOB);
                    CREATE INDEX person_name ON person (name);
                    CREATE VIRTUAL TABLE person_text USING fts5 (name, prefix = '1 2 3');
                    """)
            try db.inTransaction {
                for canary in Self.canaries {
                    try db.execute(
                        sql: "INSERT INTO person (name, filler) VALUES (?, zeroblob(800))",
                        arguments: [canary])
                    try db.execute(
                        sql: "INSERT INTO person_text VALUES (?)", arguments: [canary])
                }
                return .commit
            }
            try look()
            try db.inTransaction {
                try db.execute(sql: "UPDATE person SET name = name || ' again', filler = NULL")
                try db.inSavepoint {
                    try db.execute(sql: "UPDATE person SET name = upper(name)")
                    try look()
                    return .rollback
                }
                try db.execute(sql: "DELETE FROM person_text")
                try look()
                return .commit
            }
            try db.execute(sql: "VACUUM")
        }
        try look()
        return (found, looks)
    }

    @Test func `no canary is in the file or the journal, also when the cache has spilled`() throws {
        let bench = try Workbench()
        let queue = try bench.queue(cachePages: 6)
        let (found, looks) = try found(in: queue, folder: bench.folder)
        print("canaries: 500 in \(looks) looks at files, \(found) found")
        #expect(found == 0 && looks >= 6)
        for name in try FileManager.default.contentsOfDirectory(atPath: bench.folder) {
            #expect(try !contains(bench.bytes(of: bench.folder + "/" + name), "SQLite format"))
        }
    }

    @Test func `the same look finds every canary in an unsealed file and its journal`() throws {
        let bench = try Workbench()
        var configuration = Configuration()
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_size = 6") }
        let queue = try DatabaseQueue(path: bench.path, configuration: configuration)
        let (found, _) = try found(in: queue, folder: bench.folder)
        #expect(found >= 1_500)
    }

    @Test func `the journal of an open transaction is sealed from its first byte`() throws {
        let bench = try Workbench()
        let queue = try bench.queue(cachePages: 6)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "CREATE TABLE t (a); INSERT INTO t VALUES (zeroblob(100000))")
            try db.inTransaction {
                try db.execute(sql: "UPDATE t SET a = zeroblob(99999)")
                let journal = try bench.bytes(of: bench.journalPath)
                #expect(journal.count > 20 * 4104)
                // Zeros on every page, and yet none in the journal but the spare bytes of a record
                // and what is left of the last sector before a header.
                var longest = 0
                var run = 0
                for byte in journal {
                    run = byte == 0 ? run + 1 : 0
                    longest = max(longest, run)
                }
                #expect(longest < 520)
                #expect(!journal.starts(with: PageFormat.journalMagic))
                return .rollback
            }
        }
    }
}
