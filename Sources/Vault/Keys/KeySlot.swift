import Crypto
import Foundation

/// Which slot it is: 16 random bytes that the program keeps beside its user, inside the sealed
/// file. They say nothing about whose slot it is.
public struct SlotID: Hashable, Sendable {
    /// The 16 bytes.
    public let bytes: [UInt8]

    /// A slot's identifier as the program kept it; nil unless it has 16 bytes.
    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == KeySlot.idBytes else { return nil }
        self.bytes = Array(bytes)
    }
}

/// One slot: a key pair (X25519) whose private half only the user's password unwraps, and the
/// file's keys sealed to its public half (HPKE, RFC 9180).
///
/// Because of the pair, the file's keys can be exchanged for every user without a password of
/// theirs. A free slot is filled with what looks the same.
struct KeySlot: Equatable, Sendable {
    static let idBytes = 16
    static let locatorBytes = 16
    static let publicBytes = 32
    static let wrappedBytes = 12 + 32 + 16
    static let boxBytes = 32 + 32 + 16
    static let spareBytes = 4
    static let bytes =
        idBytes + locatorBytes + publicBytes + wrappedBytes + 2 * boxBytes + spareBytes

    private(set) var id: [UInt8]
    private(set) var locator: [UInt8]
    private(set) var publicKey: [UInt8]
    private(set) var wrapped: [UInt8]
    private(set) var dataBox: [UInt8]
    private(set) var secondBox: [UInt8]

    private static let suite = HPKE.Ciphersuite(
        kem: .Curve25519_HKDF_SHA256, kdf: .HKDF_SHA256, aead: .AES_GCM_256)

    /// A slot for a secret.
    init(secret: SlotSecret) throws(VaultError) {
        let pair = Curve25519.KeyAgreement.PrivateKey()
        self.init(id: Randomness.bytes(Self.idBytes), pair: pair)
        try wrap(pair, under: secret)
    }

    /// What fills a free slot: like a used one in every byte, and nobody's.
    static func filler() -> KeySlot {
        KeySlot(id: Randomness.bytes(idBytes), pair: Curve25519.KeyAgreement.PrivateKey())
    }

    private init(id: [UInt8], pair: Curve25519.KeyAgreement.PrivateKey) {
        self.id = id
        locator = Randomness.bytes(Self.locatorBytes)
        publicKey = Array(pair.publicKey.rawRepresentation)
        wrapped = Randomness.bytes(Self.wrappedBytes)
        dataBox = Self.emptyBox()
        secondBox = Self.emptyBox()
    }

    /// A box without a key in it, which nobody can tell from one with a key.
    private static func emptyBox() -> [UInt8] {
        let stranger = Curve25519.KeyAgreement.PrivateKey().publicKey.rawRepresentation
        return Array(stranger) + Randomness.bytes(boxBytes - stranger.count)
    }

    // MARK: the pair

    /// Puts the pair under a new secret and leaves the boxes as they are: a changed password.
    mutating func wrap(
        _ pair: Curve25519.KeyAgreement.PrivateKey, under secret: SlotSecret
    ) throws(VaultError) {
        guard
            let box = try? AES.GCM.seal(
                pair.rawRepresentation, using: secret.wrappingKey,
                authenticating: id + publicKey),
            let combined = box.combined
        else { throw .cryptography }
        locator = secret.locator
        wrapped = Array(combined)
    }

    /// The private half; nil when the secret is not this slot's.
    func unwrap(_ secret: SlotSecret) -> Curve25519.KeyAgreement.PrivateKey? {
        guard let box = try? AES.GCM.SealedBox(combined: wrapped),
            let raw = try? AES.GCM.open(
                box, using: secret.wrappingKey, authenticating: id + publicKey)
        else { return nil }
        return try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: raw)
    }

    /// Whether the slot lies where a secret looks for it, in a time that does not depend on how
    /// many bytes agree.
    func isAt(_ other: [UInt8]) -> Bool {
        zip(locator, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0 && locator.count == other.count
    }

    // MARK: boxes

    /// Seals the file's keys to the slot. Without a second key its box keeps what it has.
    mutating func seal(
        dataKey: SymmetricKey, secondKey: SymmetricKey?, fileID: FileID
    ) throws(VaultError) {
        dataBox = try box(dataKey, "homes vault 1 data key", id + fileID.bytes)
        if let secondKey { secondBox = try box(secondKey, "homes vault 1 second key", id) }
    }

    mutating func dropSecondKey() { secondBox = Self.emptyBox() }

    func dataKey(
        _ pair: Curve25519.KeyAgreement.PrivateKey, fileID: FileID
    ) -> SymmetricKey? {
        unbox(dataBox, pair, "homes vault 1 data key", id + fileID.bytes)
    }

    func secondKey(_ pair: Curve25519.KeyAgreement.PrivateKey) -> SymmetricKey? {
        unbox(secondBox, pair, "homes vault 1 second key", id)
    }

    private func box(
        _ key: SymmetricKey, _ purpose: String, _ label: [UInt8]
    ) throws(VaultError) -> [UInt8] {
        do {
            let recipient = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: publicKey)
            var sender = try HPKE.Sender(
                recipientKey: recipient, ciphersuite: Self.suite, info: Data(purpose.utf8))
            let sealed = try sender.seal(
                key.withUnsafeBytes { Data($0) }, authenticating: Data(label))
            return Array(sender.encapsulatedKey + sealed)
        } catch {
            throw .cryptography
        }
    }

    private func unbox(
        _ box: [UInt8], _ pair: Curve25519.KeyAgreement.PrivateKey, _ purpose: String,
        _ label: [UInt8]
    ) -> SymmetricKey? {
        guard
            var recipient = try? HPKE.Recipient(
                privateKey: pair, ciphersuite: Self.suite, info: Data(purpose.utf8),
                encapsulatedKey: Data(box.prefix(32))),
            let raw = try? recipient.open(
                Data(box.dropFirst(32)), authenticating: Data(label))
        else { return nil }
        return SymmetricKey(data: raw)
    }

    // MARK: bytes

    var encoded: [UInt8] {
        id + locator + publicKey + wrapped + dataBox + secondBox
            + [UInt8](repeating: 0, count: Self.spareBytes)
    }

    /// Reads a slot; whether it is genuine is asked of the whole table.
    init(_ bytes: ArraySlice<UInt8>) {
        var rest = bytes
        func take(_ count: Int) -> [UInt8] {
            defer { rest = rest.dropFirst(count) }
            return Array(rest.prefix(count))
        }
        id = take(Self.idBytes)
        locator = take(Self.locatorBytes)
        publicKey = take(Self.publicBytes)
        wrapped = take(Self.wrappedBytes)
        dataBox = take(Self.boxBytes)
        secondBox = take(Self.boxBytes)
    }
}
