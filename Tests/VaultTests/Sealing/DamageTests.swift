import Crypto
import Foundation
import GRDB
import Testing

@testable import Vault

/// A damaged, exchanged or cut file is refused with the page named, and never read wrongly.
@Suite struct DamageTests {
    private static let digest =
        "SELECT sum(id) || '-' || sum(length(note)) || '-' || max(note) FROM t"

    private func filled() throws -> (Workbench, [UInt8], String) {
        let bench = try Workbench()
        let queue = try bench.queue()
        try queue.write { db in
            try db.execute(sql: "CREATE TABLE t (id INTEGER PRIMARY KEY, note TEXT)")
            for number in 1...150 {
                try db.execute(
                    sql: "INSERT INTO t (note) VALUES (?)",
                    arguments: [String(repeating: "note \(number) ", count: 30)])
            }
            try db.execute(sql: "INSERT INTO t (note) VALUES (hex(zeroblob(20000)))")
        }
        let digest = try queue.read { try String.fetchOne($0, sql: Self.digest) } ?? ""
        try queue.close()
        return (bench, try bench.bytes(), digest)
    }

    private enum Outcome: Equatable {
        case refused
        case same
        case wrong(String)
    }

    /// Reads everything and says how it went.
    private func outcome(_ bench: Workbench, _ digest: String) -> Outcome {
        do {
            let queue = try bench.queue()
            let read = try queue.read { db in
                let check = try String.fetchOne(db, sql: "PRAGMA integrity_check")
                let read = try String.fetchOne(db, sql: Self.digest)
                return check == "ok" ? read : "check: \(check ?? "")"
            }
            return read == digest ? .same : .wrong(read ?? "nothing")
        } catch {
            return .refused
        }
    }

    @Test func `a flipped bit anywhere is refused and its page named`() throws {
        let (bench, bytes, digest) = try filled()
        #expect(outcome(bench, digest) == .same)
        var dice = Dice(seed: 1)
        let pages = bytes.count / 4096
        // Every page at least once, and every region of a page: nonce, text, tag, spare.
        let places = (0..<pages).flatMap { page in
            [0, 11, 12, 4075, 4076, 4091, 4092, 4095].map { page * 4096 + $0 }
        }
        let count = isRelease ? 5_000 : 200
        let cases =
            places.shuffled(using: &dice).prefix(count / 2)
            + (0..<count / 2).map { _ in Int.random(in: 0..<bytes.count, using: &dice) }
        for place in cases {
            var damaged = bytes
            damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
            try bench.write(damaged)
            #expect(
                try bench.storage.damagedPages(inFileAt: bench.path) == [UInt32(place / 4096)])
            #expect(outcome(bench, digest) == .refused, "byte \(place)")
            #expect(try bench.bytes() == damaged, "the file was written to")
        }
        let named = Set(bench.storage.damage)
        #expect(named.isSuperset(of: Set(cases.prefix(20).map { .page(UInt32($0 / 4096)) })))
        print("flipped bits: \(cases.count) refused, \(named.count) pages named")
    }

    @Test func `a page in another's place is refused`() throws {
        let (bench, bytes, digest) = try filled()
        let pages = bytes.count / 4096
        var dice = Dice(seed: 2)
        let count = isRelease ? 5_000 : 500
        for _ in 0..<count {
            let (from, to) = (
                Int.random(in: 0..<pages, using: &dice), Int.random(in: 0..<pages, using: &dice)
            )
            guard from != to else { continue }
            var swapped = bytes
            swapped.replaceSubrange(
                to * 4096..<(to + 1) * 4096, with: bytes[from * 4096..<(from + 1) * 4096])
            try bench.write(swapped)
            #expect(outcome(bench, digest) == .refused)
        }
        print("pages exchanged: \(count) cases")
    }

    @Test func `a page of zeros or of an older file under another identifier is refused`() throws {
        let (bench, bytes, digest) = try filled()
        let (other, otherBytes, _) = try filled()
        #expect(other.path != bench.path)
        let pages = min(bytes.count, otherBytes.count) / 4096
        for page in 0..<pages {
            let range = page * 4096..<(page + 1) * 4096
            for replacement in [[UInt8](repeating: 0, count: 4096), Array(otherBytes[range])] {
                var damaged = bytes
                damaged.replaceSubrange(range, with: replacement)
                try bench.write(damaged)
                #expect(outcome(bench, digest) == .refused, "page \(page + 1)")
            }
        }
        print("pages replaced: \(pages * 2) cases")
    }

    @Test func `a file that was cut is refused`() throws {
        let (bench, bytes, digest) = try filled()
        var dice = Dice(seed: 3)
        let cuts =
            (1..<bytes.count / 4096).map { $0 * 4096 }
            + (0..<60).map { _ in Int.random(in: 1..<bytes.count, using: &dice) }
        for cut in cuts {
            try bench.write(Array(bytes.prefix(cut)))
            #expect(outcome(bench, digest) == .refused, "cut at \(cut)")
        }
        print("cut files: \(cuts.count) refused")
    }

    @Test func `another key opens nothing and changes nothing`() throws {
        let (bench, bytes, _) = try filled()
        let stranger = try SealedStorage(
            dataKey: SymmetricKey(size: .bits256), fileID: bench.storage.fileID)
        #expect(throws: VaultError.damaged(.page(1))) {
            try bench.queue(through: stranger).write { try $0.execute(sql: "CREATE TABLE x (a)") }
        }
        #expect(try bench.bytes() == bytes)
        #expect(stranger.damage == [.page(1)])
    }

    @Test func `an unsealed file shows that these tests can fail`() throws {
        let bench = try Workbench()
        let queue = try DatabaseQueue(path: bench.path)
        try queue.write { db in
            try db.execute(sql: "CREATE TABLE t (id INTEGER PRIMARY KEY, note TEXT)")
            try db.execute(sql: "INSERT INTO t (note) VALUES (hex(zeroblob(20000)))")
        }
        let digest = try queue.read { try String.fetchOne($0, sql: Self.digest) }
        try queue.close()
        var bytes = try bench.bytes()
        bytes[bytes.count - 2_000] ^= 1
        try bench.write(bytes)
        let again = try DatabaseQueue(path: bench.path)
        let check = try again.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
        let read = try again.read { try String.fetchOne($0, sql: Self.digest) }
        #expect(check == "ok" && read != digest)
    }

    @Test func `a record of the journal that was synced and then changed is refused`() throws {
        let bench = try Workbench()
        let queue = try bench.queue(cachePages: 6)
        var snapshot: (database: [UInt8], journal: [UInt8]) = ([], [])
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "CREATE TABLE t (a); INSERT INTO t VALUES (zeroblob(200000))")
            try db.inTransaction {
                try db.execute(sql: "UPDATE t SET a = randomblob(200000)")
                snapshot = (try bench.bytes(), try bench.bytes(of: bench.journalPath))
                return .rollback
            }
        }
        func sum(_ journal: [UInt8]) throws -> Int? {
            try bench.write(snapshot.database)
            try bench.write(journal, to: bench.journalPath)
            return try bench.queue().read {
                try Int.fetchOne($0, sql: "SELECT length(a) FROM t WHERE a = zeroblob(200000)")
            }
        }
        // The crash alone is rolled back.
        #expect(try sum(snapshot.journal) == 200_000)
        var refused = 0
        var whole = 0
        for place in stride(from: 5, to: snapshot.journal.count, by: isRelease ? 101 : 1_499) {
            var journal = snapshot.journal
            journal[place] ^= 4
            // Headers lie there twice, and what is behind the last sync does not matter.
            do {
                let length = try sum(journal)
                #expect(length == 200_000, "byte \(place)")
                whole += 1
            } catch {
                refused += 1
            }
        }
        #expect(refused > 50 && whole > 2)
        print("journals changed: \(refused) refused, \(whole) rolled back whole")
    }
}
