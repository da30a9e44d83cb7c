import Crypto
import Foundation
import GRDB
import Testing

@testable import Vault

/// A key file that is torn, cut, forged or of another vault: a sentence, and the file as it was.
@Suite struct KeyFileDamageTests {
    private let admin = Credentials(name: "li", password: "river stone candle lamp")
    private let worker = Credentials(name: "wang", password: "moon garden paper boat")

    private func made() throws -> (Workbench, KeyFile, VaultKeys) {
        let bench = try Workbench()
        let file = KeyFile(besideFileAt: bench.path, isCheap: true, capacity: 8)
        return (bench, file, try file.create(first: admin).keys)
    }

    @Test func `a torn change leaves the table before or after it`() throws {
        let (bench, file, keys) = try made()
        let before = try bench.bytes(of: file.path)
        let id = try file.addSlot(worker, using: keys)
        let after = try bench.bytes(of: file.path)
        let half = before.count / 2
        var dice = Dice(seed: 4)
        var cases = 0
        // First one copy is written, then the other, each torn anywhere.
        for _ in 0..<(isRelease ? 2_000 : 150) {
            let place = Int.random(in: 0...half, using: &dice)
            let isSecond = Bool.random(using: &dice)
            var torn = isSecond ? before.prefix(half) + after.suffix(half) : before[...]
            let start = isSecond ? 0 : half
            torn.replaceSubrange(start..<start + place, with: after[start..<start + place])
            let rubbish = min(start + place + 40, start + half)
            for index in start + place..<rubbish {
                torn[index] = UInt8.random(in: 0...255, using: &dice)
            }
            try bench.write(Array(torn), to: file.path)
            #expect(try file.unlock(admin).dataKey == keys.dataKey)
            let slots = try file.slots(using: keys).count
            #expect(slots == (isSecond || place == half ? 2 : 1))
            let healed = try bench.bytes(of: file.path)
            #expect(healed.prefix(half) == healed.suffix(half))
            cases += 1
        }
        print("torn key files: \(cases) cases")
        #expect(cases > 0 && id.bytes.count == 16)
    }

    @Test func `a removed user does not get in through a torn removal`() throws {
        let (bench, file, keys) = try made()
        let id = try file.addSlot(worker, using: keys)
        let before = try bench.bytes(of: file.path)
        try file.removeSlot(id, using: keys)
        let after = try bench.bytes(of: file.path)
        let half = before.count / 2
        try bench.write(Array(before.prefix(half) + after.suffix(half)), to: file.path)
        #expect(throws: VaultError.wrongNameOrPassword) { try file.unlock(worker) }
        #expect(try file.unlock(admin).dataKey == keys.dataKey)
        #expect(try bench.bytes(of: file.path) == after)
    }

    @Test func `flipped bits never open to a stranger and never crash`() throws {
        let (bench, file, keys) = try made()
        let bytes = try bench.bytes(of: file.path)
        let half = bytes.count / 2
        var dice = Dice(seed: 5)
        let count = isRelease ? 5_000 : 200
        for _ in 0..<count {
            let place = Int.random(in: 0..<half, using: &dice)
            var damaged = bytes
            damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
            try bench.write(damaged, to: file.path)
            // One copy is still whole.
            #expect(try file.unlock(admin).dataKey == keys.dataKey)
            damaged[half + place] ^= 64
            try bench.write(damaged, to: file.path)
            #expect(throws: VaultError.keyFileDamaged) { try file.unlock(admin) }
            #expect(try bench.bytes(of: file.path) == damaged)
        }
        print("key file bits: \(count) places")
    }

    @Test func `a forged table is refused although its check sum is right`() throws {
        let (bench, file, _) = try made()
        let bytes = try bench.bytes(of: file.path)
        let half = bytes.count / 2
        var refused = 0
        // Generation, file, a strange slot's public key, the directory.
        for place in [20, 30, 72 + 40, 72 + 288 + 100, 72 + 8 * 288 + 15] {
            var copy = Array(bytes.prefix(half))
            copy[place] ^= 1
            let body = copy.dropLast(32)
            copy = Array(body) + Array(SHA256.hash(data: body))
            try bench.write(copy + copy, to: file.path)
            do {
                _ = try file.unlock(admin)
                Issue.record("opened with byte \(place) changed")
            } catch {
                #expect([.keyFileForged, .wrongNameOrPassword].contains(error))
                refused += 1
            }
        }
        #expect(refused == 5)
    }

    @Test func `a cut, empty, missing, strange or newer key file is said to be so`() throws {
        let (bench, file, keys) = try made()
        let bytes = try bench.bytes(of: file.path)
        for count in [0, 1, 71, bytes.count / 2 - 1] {
            try bench.write(Array(bytes.prefix(count)), to: file.path)
            #expect(throws: VaultError.keyFileDamaged) { try file.unlock(admin) }
        }
        for count in [bytes.count / 2, bytes.count / 2 + 1, bytes.count - 1] {
            try bench.write(Array(bytes.prefix(count)), to: file.path)
            #expect(try file.unlock(admin).dataKey == keys.dataKey)
        }
        var newer = Array(bytes.prefix(bytes.count / 2 - 32))
        newer[9] = 2
        newer += Array(SHA256.hash(data: newer))
        try bench.write(newer + newer, to: file.path)
        #expect(throws: VaultError.keyFileNewer) { try file.unlock(admin) }
        let (_, _, strange) = try made()
        try bench.write(bytes, to: file.path)
        #expect(throws: VaultError.keyFileForged) { try file.addSlot(worker, using: strange) }
        #expect(try bench.bytes(of: file.path) == bytes)
        try FileManager.default.removeItem(atPath: file.path)
        #expect(throws: VaultError.noKeyFile) { try file.unlock(admin) }
    }

    @Test func `two programs change one key file at once without losing a slot`() async throws {
        let (_, file, keys) = try made()
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<6 {
                group.addTask {
                    let credentials = Credentials(name: "user \(number)", password: "x")
                    #expect(throws: Never.self) { try file.addSlot(credentials, using: keys) }
                }
            }
        }
        #expect(try file.slots(using: keys).count == 7)
        for number in 0..<6 {
            let credentials = Credentials(name: "user \(number)", password: "x")
            #expect(try file.unlock(credentials).dataKey == keys.dataKey)
        }
    }
}
