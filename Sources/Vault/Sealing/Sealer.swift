import Crypto
import Foundation

/// Seals and opens the units of one file: AES-256-GCM with a random nonce of 96 bits
/// (NIST SP 800-38D, 8.2.2) and the unit's place in the associated data.
///
/// Pages and journal have a key each, derived with HKDF (RFC 5869) from the data key and the
/// file's identifier, so that a journal's records can never pass for pages and the writes that a
/// key is good for are counted apart.
struct Sealer: Sendable {
    let fileID: FileID
    private let pageKey: SymmetricKey
    private let journalKey: SymmetricKey
    private let sumKey: SymmetricKey

    init(dataKey: SymmetricKey, fileID: FileID) {
        func derive(_ purpose: String) -> SymmetricKey {
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: dataKey, salt: fileID.bytes, info: Data(purpose.utf8),
                outputByteCount: 32)
        }
        self.fileID = fileID
        pageKey = derive("homes vault 1 page")
        journalKey = derive("homes vault 1 journal")
        sumKey = derive("homes vault 1 sum")
    }

    /// What a page adds to its file's sum: HMAC-SHA-256 of its number and tag, cut to 128 bits.
    /// Nobody without the key can find other pages that add up to the same.
    func share(of page: UInt32, tag: UnsafeRawBufferPointer) -> Bits128 {
        var code = HMAC<SHA256>(key: sumKey)
        withUnsafeBytes(of: page.bigEndian) { code.update(data: $0) }
        code.update(data: tag)
        return code.finalize().withUnsafeBytes { bytes in
            bytes.baseAddress.map { Bits128(at: $0) } ?? Bits128()
        }
    }

    private func key(of unit: SealedUnit) -> SymmetricKey {
        switch unit {
        case .page, .sum: pageKey
        case .journalHeader, .journalRecord: journalKey
        }
    }

    /// Seals a payload as nonce, ciphertext and tag. False when the library refuses.
    func seal(
        _ unit: SealedUnit, _ payload: UnsafeRawBufferPointer, label: UnsafeRawBufferPointer,
        into output: UnsafeMutableRawPointer
    ) -> Bool {
        let key = key(of: unit)
        guard let box = try? AES.GCM.seal(payload, using: key, authenticating: label),
            let combined = box.combined
        else { return false }
        combined.withUnsafeBytes { bytes in
            UnsafeMutableRawBufferPointer(start: output, count: bytes.count).copyMemory(from: bytes)
        }
        return true
    }

    /// Opens what `seal` made. False, and nothing written, when it does not authenticate.
    func open(
        _ unit: SealedUnit, _ sealed: UnsafeRawBufferPointer, label: UnsafeRawBufferPointer,
        into output: UnsafeMutableRawPointer
    ) -> Bool {
        let key = key(of: unit)
        guard let box = try? AES.GCM.SealedBox(combined: sealed),
            let payload = try? AES.GCM.open(box, using: key, authenticating: label)
        else { return false }
        payload.withUnsafeBytes { bytes in
            UnsafeMutableRawBufferPointer(start: output, count: bytes.count).copyMemory(from: bytes)
        }
        return true
    }
}

/// Which sealed file it is: 16 random bytes, kept in the key file, different for every file and
/// every copy, so that a page of one cannot stand in for a page of another.
public struct FileID: Hashable, Sendable {
    /// The 16 bytes.
    public let bytes: [UInt8]

    /// A new one.
    public init() { bytes = Randomness.bytes(PageFormat.identifierBytes) }

    /// The identifier with these 16 bytes; nil when they are not so many.
    package init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == PageFormat.identifierBytes else { return nil }
        self.bytes = Array(bytes)
    }
}

/// Random bytes from the kernel.
enum Randomness {
    static func bytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}
