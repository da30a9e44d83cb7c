import Crypto
import CryptoExtras
import Foundation

/// What deriving a key from a password costs: scrypt's parameters (RFC 7914).
///
/// A key file with less than the floor is refused, so that nobody can weaken it by hand; so is one
/// that would take the machine's memory.
struct KeyCost: Hashable, Sendable {
    /// N is two to this power.
    var logRounds: UInt8
    var blockSize: UInt8
    var parallelism: UInt8

    /// N = 2^17, r = 8, p = 1: 128 MiB, under half a second on two cores (OWASP's and RFC 7914's
    /// magnitude for interactive use).
    static let standard = KeyCost(logRounds: 17, blockSize: 8, parallelism: 1)

    /// For tests only: read only where the caller says so.
    static let cheap = KeyCost(logRounds: 4, blockSize: 8, parallelism: 1)

    /// Whether a program in use may read a key file with this cost.
    var isAcceptable: Bool {
        logRounds >= Self.standard.logRounds && logRounds <= 20
            && blockSize == Self.standard.blockSize && parallelism == Self.standard.parallelism
    }

    /// 32 bytes from a password. The library's memory limit follows the parameters.
    func derive(_ password: [UInt8], salt: [UInt8]) throws(VaultError) -> SymmetricKey {
        guard logRounds > 0, logRounds <= 20, blockSize > 0, parallelism > 0 else {
            throw .keyFileCost
        }
        do {
            return try KDF.Scrypt.deriveKey(
                from: password, salt: salt, outputByteCount: 32, rounds: 1 << Int(logRounds),
                blockSize: Int(blockSize), parallelism: Int(parallelism))
        } catch {
            throw .cryptography
        }
    }
}

/// A name and a password as somebody typed them.
///
/// Both are brought to NFKC (SP 800-63B-4, 3.1.1.2), so that it does not matter how a keyboard or
/// an input method composed them; the name's case does not matter either.
public struct Credentials: Sendable {
    let name: [UInt8]
    let password: [UInt8]

    /// Credentials of a user.
    public init(name: String, password: String) {
        self.name = Array(name.precomposedStringWithCompatibilityMapping.lowercased().utf8)
        self.password = Array(password.precomposedStringWithCompatibilityMapping.utf8)
    }
}

/// What opens a slot: where it is found and what unwraps it. Both come from the secret alone, so
/// that a key file does not tell whether a name has a slot without its password.
struct SlotSecret {
    let locator: [UInt8]
    let wrappingKey: SymmetricKey

    /// From a name and a password. The salt is the key file's own random salt with the name, so
    /// that equal passwords of two users, or of one in two programmes, derive different keys.
    init(_ credentials: Credentials, salt: [UInt8], cost: KeyCost) throws(VaultError) {
        var hash = SHA256()
        hash.update(data: Data("homes vault 1 name".utf8))
        hash.update(data: salt)
        hash.update(data: credentials.name)
        self.init(try cost.derive(credentials.password, salt: Array(hash.finalize())), salt: salt)
    }

    /// From a recovery secret, which is random and needs no slow derivation.
    init(recovery secret: [UInt8], salt: [UInt8]) {
        self.init(SymmetricKey(data: secret), salt: salt)
    }

    private init(_ master: SymmetricKey, salt: [UInt8]) {
        func derive(_ purpose: String, _ count: Int) -> SymmetricKey {
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: master, salt: salt, info: Data(purpose.utf8),
                outputByteCount: count)
        }
        locator = derive("homes vault 1 locator", KeySlot.locatorBytes).withUnsafeBytes(Array.init)
        wrappingKey = derive("homes vault 1 slot", 32)
    }
}
