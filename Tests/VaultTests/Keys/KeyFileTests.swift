import Crypto
import Foundation
import GRDB
import Testing

@testable import Vault

@Suite struct KeyFileTests {
    private let admin = Credentials(name: "Li Na", password: "river stone candle lamp")
    private let worker = Credentials(name: "王芳", password: "moon garden paper boat")
    private let other = Credentials(name: "chen", password: "a quite different phrase")

    private func made() throws -> (Workbench, KeyFile, VaultKeys, [RecoveryShare]) {
        let bench = try Workbench()
        let file = KeyFile(besideFileAt: bench.path, isCheap: true, capacity: 16)
        let (keys, shares) = try file.create(first: admin)
        return (bench, file, keys, shares)
    }

    private func same(_ left: VaultKeys, _ right: VaultKeys) -> Bool {
        left.dataKey == right.dataKey && left.fileID == right.fileID
    }

    @Test func `the first user opens the vault, in any case and width of her name`() throws {
        let (_, file, keys, _) = try made()
        #expect(same(try file.unlock(admin), keys))
        let wide = Credentials(name: "ＬＩ ｎａ", password: "river stone candle ｌａｍｐ")
        #expect(same(try file.unlock(wide), keys))
        #expect(try file.unlock(admin).secondKey != nil)
        #expect(throws: VaultError.keyFileExists) { try file.create(first: admin) }
    }

    @Test func `a wrong password and an unknown name say the same`() throws {
        let (_, file, keys, _) = try made()
        _ = try file.addSlot(worker, using: keys)
        for credentials in [
            Credentials(name: "Li Na", password: "river stone candle lamq"),
            Credentials(name: "nobody", password: "river stone candle lamp"),
            Credentials(name: "王芳", password: "river stone candle lamp"),
            Credentials(name: "", password: ""),
        ] {
            #expect(throws: VaultError.wrongNameOrPassword) { try file.unlock(credentials) }
        }
    }

    @Test func `slots are added, reset, given the second key and taken away`() throws {
        let (_, file, keys, _) = try made()
        let id = try file.addSlot(worker, using: keys)
        var opened = try file.unlock(worker)
        #expect(same(opened, keys) && opened.secondKey == nil && opened.slot == id)
        #expect(throws: VaultError.noSecondKey) {
            try file.addSlot(other, carriesSecondKey: true, using: opened)
        }
        try file.setSecondKey(true, of: id, using: keys)
        opened = try file.unlock(worker)
        #expect(opened.secondKey == keys.secondKey)
        try file.setSecondKey(false, of: id, using: keys)
        #expect(try file.unlock(worker).secondKey == nil)

        let changed = Credentials(name: "王芳", password: "autumn bread clock tiger")
        try file.changePassword(from: worker, to: changed, using: opened)
        #expect(throws: VaultError.wrongNameOrPassword) { try file.unlock(worker) }
        #expect(try file.unlock(changed).slot == id)

        let reset = try file.resetSlot(id, to: worker, using: keys)
        #expect(throws: VaultError.wrongNameOrPassword) { try file.unlock(changed) }
        #expect(try file.unlock(worker).slot == reset)
        #expect(try file.slots(using: keys).count == 2)

        try file.removeSlot(reset, using: keys)
        #expect(throws: VaultError.wrongNameOrPassword) { try file.unlock(worker) }
        #expect(throws: VaultError.noSlot) { try file.removeSlot(reset, using: keys) }
        #expect(same(try file.unlock(admin), keys))
        #expect(try file.unlock(admin).generation == 7)
    }

    @Test func `a full table and a password of one's namesake are refused`() throws {
        let (_, file, keys, _) = try made()
        _ = try file.addSlot(worker, using: keys)
        #expect(throws: VaultError.slotTaken) { try file.addSlot(worker, using: keys) }
        for number in 0..<13 {
            _ = try file.addSlot(
                Credentials(name: "user \(number)", password: "p"), using: keys)
        }
        #expect(throws: VaultError.noFreeSlot) { try file.addSlot(other, using: keys) }
    }

    @Test func `a removed slot is nowhere in the file, and names never were`() throws {
        let (bench, file, keys, _) = try made()
        let id = try file.addSlot(worker, using: keys)
        let before = try bench.bytes(of: file.path)
        #expect(Data(before).range(of: Data(id.bytes)) != nil)
        for name in ["li na", "Li Na", "王芳"] { #expect(!contains(before, name)) }
        try file.removeSlot(id, using: keys)
        let after = try bench.bytes(of: file.path)
        #expect(Data(after).range(of: Data(id.bytes)) == nil)
        #expect(before.count == after.count)
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
        #expect(mode as? Int == 0o600)
    }

    @Test func `the lock-out leaves the shares, and two of them restore everything`() throws {
        let (_, file, keys, shares) = try made()
        _ = try file.addSlot(worker, using: keys)
        try file.lockOut(using: keys)
        for user in [admin, worker] {
            #expect(throws: VaultError.wrongNameOrPassword) { try file.unlock(user) }
        }
        for pair in [[0, 1], [0, 2], [1, 2], [2, 0], [0, 1, 2]] {
            let opened = try file.recover(pair.map { shares[$0] })
            #expect(same(opened, keys) && opened.secondKey == keys.secondKey)
        }
        let recovered = try file.recover([shares[0], shares[2]])
        _ = try file.addSlot(admin, carriesSecondKey: true, using: recovered)
        #expect(same(try file.unlock(admin), keys))
    }

    @Test func `one share, the same twice, or shares of two sets open nothing`() throws {
        let (_, file, keys, shares) = try made()
        #expect(throws: VaultError.tooFewShares) { try file.recover([shares[0]]) }
        #expect(throws: VaultError.tooFewShares) { try file.recover([shares[1], shares[1]]) }
        #expect(throws: VaultError.tooFewShares) { try file.recover([]) }
        let (_, _, _, strange) = try made()
        #expect(throws: VaultError.wrongShares) { try file.recover([shares[0], strange[1]]) }
        #expect(throws: VaultError.wrongShares) { try file.recover([strange[0], strange[1]]) }
        let fresh = try file.newRecoveryShares(using: keys)
        #expect(throws: VaultError.wrongShares) { try file.recover([shares[0], shares[1]]) }
        #expect(same(try file.recover([fresh[2], fresh[1]]), keys))
    }

    @Test func `no secret shows when it is printed or dumped`() throws {
        let (_, _, keys, shares) = try made()
        let passphrase = Passphrase(in: .english)
        for secret in [keys, shares[0], admin, passphrase] as [Any] {
            var dumped = "\(secret) \(String(reflecting: secret))"
            dump(secret, to: &dumped)
            #expect(dumped.count < 200, "\(dumped)")
            #expect(!dumped.contains("candle") && !dumped.contains("bytes"))
        }
    }

    @Test func `a cheap key file is refused by the program`() throws {
        let (bench, _, _, _) = try made()
        let file = KeyFile(besideFileAt: bench.path)
        #expect(throws: VaultError.keyFileCost) { try file.unlock(admin) }
    }

    @Test(.enabled(if: isRelease)) func `the standard cost opens in its time`() throws {
        let bench = try Workbench()
        let file = KeyFile(besideFileAt: bench.path)
        let clock = ContinuousClock()
        let made = try clock.measure { _ = try file.create(first: admin) }
        let right = try clock.measure { _ = try file.unlock(admin) }
        let wrong = clock.measure {
            #expect(throws: VaultError.wrongNameOrPassword) { try file.unlock(worker) }
        }
        print("key file at the standard cost: made \(made), opened \(right), refused \(wrong)")
        // Not optimised, the library takes three times as long.
        #if DEBUG
            #expect(right < .seconds(6))
        #else
            #expect(right < .seconds(1.5))
        #endif
    }
}
