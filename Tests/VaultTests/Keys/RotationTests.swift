import Crypto
import Foundation
import GRDB
import Testing

@testable import Vault

@Suite struct RotationTests {
    private let admin = Credentials(name: "li", password: "river stone candle lamp")
    private let worker = Credentials(name: "wang", password: "moon garden paper boat")
    private let leaver = Credentials(name: "zhao", password: "kettle window silver pond")

    private struct Made {
        let bench: Workbench
        let file: KeyFile
        let keys: VaultKeys
        let storage: SealedStorage
        let shares: [RecoveryShare]
    }

    private func made() throws -> Made {
        let bench = try Workbench()
        let file = KeyFile(besideFileAt: bench.path, isCheap: true, capacity: 8)
        let (keys, shares) = try file.create(first: admin)
        _ = try file.addSlot(worker, using: keys)
        let storage = try keys.storage()
        let queue = try bench.queue(through: storage)
        try queue.write { db in
            try db.execute(sql: "CREATE TABLE t (a)")
            for _ in 0..<50 { try db.execute(sql: "INSERT INTO t VALUES (randomblob(2000))") }
        }
        try queue.close()
        return Made(bench: bench, file: file, keys: keys, storage: storage, shares: shares)
    }

    private func count(_ made: Made, _ keys: VaultKeys) throws -> Int? {
        let storage = try keys.storage()
        return try made.bench.queue(through: storage).read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM t")
        }
    }

    @Test func `a new key reaches every slot and the shares without their passwords`() throws {
        let made = try made()
        let id = try made.file.addSlot(leaver, using: made.keys)
        try made.file.removeSlot(id, using: made.keys)
        let new = try made.file.rotate(using: made.keys, storage: made.storage)
        #expect(new.dataKey != made.keys.dataKey && new.fileID != made.keys.fileID)
        #expect(new.secondKey == made.keys.secondKey)
        for opened in [
            try made.file.unlock(admin), try made.file.unlock(worker),
            try made.file.recover([made.shares[0], made.shares[1]]),
        ] {
            #expect(opened.dataKey == new.dataKey)
            #expect(try count(made, opened) == 50)
        }
        #expect(try made.file.unlock(admin).secondKey == made.keys.secondKey)
        #expect(throws: (any Error).self) { try count(made, made.keys) }
        let left = try FileManager.default.contentsOfDirectory(atPath: made.bench.folder)
        #expect(left.sorted() == ["sealed.sqlite", "sealed.sqlite.keys"])
    }

    @Test func `a rotation cut short anywhere is finished or undone`() throws {
        let made = try made()
        let files = [made.bench.path, made.file.path]
        let before = try files.map { try made.bench.bytes(of: $0) }
        let new = try made.file.rotate(using: made.keys, storage: made.storage)
        let after = try files.map { try made.bench.bytes(of: $0) }
        let staged = [made.bench.path + ".rotating", made.file.path + ".rotating"]
        // What lies there: database, key file, staged database, staged key file.
        let moments: [([UInt8], [UInt8], [UInt8]?, [UInt8]?, VaultKeys)] = [
            (before[0], before[1], nil, after[1], made.keys),
            (before[0], before[1], Array(after[0].prefix(9000)), after[1], made.keys),
            (before[0], before[1], after[0], Array(after[1].prefix(100)), made.keys),
            (before[0], before[1], after[0], after[1], made.keys),
            (after[0], before[1], nil, after[1], new),
            (after[0], after[1], nil, after[1], new),
        ]
        for (index, moment) in moments.enumerated() {
            try made.bench.write(moment.0, to: files[0])
            try made.bench.write(moment.1, to: files[1])
            for (path, bytes) in zip(staged, [moment.2, moment.3]) {
                try? FileManager.default.removeItem(atPath: path)
                if let bytes { try made.bench.write(bytes, to: path) }
            }
            let opened = try made.file.unlock(worker)
            #expect(opened.dataKey == moment.4.dataKey, "moment \(index)")
            #expect(try count(made, opened) == 50, "moment \(index)")
            let left = try FileManager.default.contentsOfDirectory(atPath: made.bench.folder)
            #expect(left.count == 2, "moment \(index): \(left)")
        }
        print("rotation: \(moments.count) moments")
    }

    @Test func `a program that has the old file open cannot write into it`() throws {
        let made = try made()
        let queue = try made.bench.queue(through: made.storage)
        try queue.write { try $0.execute(sql: "INSERT INTO t VALUES (1)") }
        let new = try made.file.rotate(using: made.keys, storage: made.storage)
        #expect(throws: DatabaseError.self) {
            try queue.write { try $0.execute(sql: "INSERT INTO t VALUES (2)") }
        }
        #expect(try count(made, new) == 51)
    }

    @Test func `a backup opens with the same passwords and shares, under keys of its own`() throws {
        let made = try made()
        let path = made.bench.folder + "/backup/copy.sqlite"
        #expect(throws: VaultError.self) {
            try made.file.backUp(to: path, using: made.keys, storage: made.storage)
        }
        try FileManager.default.createDirectory(
            atPath: made.bench.folder + "/backup", withIntermediateDirectories: true)
        let user = try made.bench.queue(through: made.storage)
        let new = try made.file.backUp(to: path, using: made.keys, storage: made.storage)
        try user.write { try $0.execute(sql: "DELETE FROM t") }
        #expect(new.dataKey != made.keys.dataKey && new.fileID != made.keys.fileID)
        let copy = KeyFile(besideFileAt: path, isCheap: true)
        for opened in [
            try copy.unlock(admin), try copy.unlock(worker),
            try copy.recover([made.shares[2], made.shares[1]]),
        ] {
            let storage = try opened.storage()
            #expect(try storage.damagedPages(inFileAt: path) == [])
            let rows = try made.bench.queue(at: path, through: storage).read {
                try Int.fetchOne($0, sql: "SELECT count(*) FROM t")
            }
            #expect(rows == 50)
        }
        #expect(throws: VaultError.keyFileExists) {
            try made.file.backUp(to: path, using: made.keys, storage: made.storage)
        }
        for name in [path, copy.path] {
            let mode = try FileManager.default.attributesOfItem(atPath: name)[.posixPermissions]
            #expect(mode as? Int == 0o600)
        }
    }

    @Test func `a key file that another program holds is busy, not hung`() throws {
        let made = try made()
        let disk = try KeyFileDisk.open(made.file.path, writes: true)
        let start = ContinuousClock.now
        #expect(throws: VaultError.keyFileBusy) { try made.file.unlock(admin) }
        #expect(ContinuousClock.now - start < .seconds(30))
        disk.close()
        #expect(try made.file.unlock(admin).dataKey == made.keys.dataKey)
    }

    @Test func `a rotation that cannot read the file leaves everything as it was`() throws {
        let made = try made()
        let bytes = try made.bench.bytes()
        let wrong = try SealedStorage(dataKey: SymmetricKey(size: .bits256), fileID: FileID())
        #expect(throws: VaultError.self) {
            try made.file.rotate(using: made.keys, storage: wrong)
        }
        #expect(try made.bench.bytes() == bytes)
        #expect(try made.file.unlock(admin).dataKey == made.keys.dataKey)
    }
}
