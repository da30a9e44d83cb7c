import Crypto
import Foundation
import GRDB
import Synchronization

/// The seal over what only some roles may read, inside the sealed file: where a woman went. A field
/// table says which fields; their columns hold the sealed text.
///
/// Everybody may write (HPKE, RFC 9180, to the public half of a pair made from the second key), so
/// that no save is refused; whoever carries the second key writes and reads with AES-256-GCM. Each
/// text is bound to its table, field and record. That something is not known (8, 9, 99) stays open.
struct SecondSeal: Sendable {
    private let key: SymmetricKey?
    private let pair: Curve25519.KeyAgreement.PrivateKey?
    private let publicKey: Curve25519.KeyAgreement.PublicKey?

    /// What a sealed text begins with: a character that nobody can type.
    private static let mark = "\u{2}"
    private static let suite = HPKE.Ciphersuite(
        kem: .Curve25519_HKDF_SHA256, kdf: .HKDF_SHA256, aead: .AES_GCM_256)
    /// What a code that may not be read is read as.
    static let hiddenCode = "SEALED"

    /// - Parameters:
    ///   - second: The second key, where the slot carries it.
    ///   - publicBytes: The public half of its pair, as the file keeps it.
    init(_ second: SymmetricKey?, publicBytes: Data?) {
        func derive(_ purpose: String) -> SymmetricKey? {
            second.map {
                HKDF<SHA256>.deriveKey(
                    inputKeyMaterial: $0, info: Data(purpose.utf8), outputByteCount: 32)
            }
        }
        key = derive("homes second seal 1 field")
        pair = derive("homes second seal 1 pair").flatMap { seed in
            try? seed.withUnsafeBytes {
                try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: Data($0))
            }
        }
        publicKey =
            pair?.publicKey
            ?? publicBytes.flatMap {
                try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: $0)
            }
    }

    /// The public half, for the file to keep.
    var publicBytes: Data? { publicKey?.rawRepresentation }

    /// Whether it reads what it seals.
    var opens: Bool { key != nil }

    /// Whether a text is sealed.
    static func isSealed(_ text: String) -> Bool { text.hasPrefix(mark) }

    /// Whether a text says only that something is not known.
    private static func isGap(_ text: String) -> Bool {
        Gap(rawValue: String(text.drop { $0 == "#" })) != nil
    }

    /// Seals a text for a place.
    ///
    /// - Throws: `refused(.needsSecondKey)` for what the signer could not read herself, and where
    ///   the file has no pair.
    func seal(_ text: String, _ place: String) throws -> String {
        if SecondSeal.isGap(text) || SecondSeal.isSealed(text) { return text }
        guard text != SecondSeal.hiddenCode else { throw StoreError.refused(.needsSecondKey) }
        let label = Data(place.utf8)
        if let key {
            let box = try AES.GCM.seal(Data(text.utf8), using: key, authenticating: label)
            guard let bytes = box.combined else { throw StoreError.refused(.needsSecondKey) }
            return SecondSeal.mark + "k" + bytes.base64EncodedString()
        }
        guard let publicKey else { throw StoreError.refused(.needsSecondKey) }
        var sender = try HPKE.Sender(
            recipientKey: publicKey, ciphersuite: SecondSeal.suite,
            info: Data("homes second seal 1".utf8))
        let box = try sender.seal(Data(text.utf8), authenticating: label)
        return SecondSeal.mark + "p" + (sender.encapsulatedKey + box).base64EncodedString()
    }

    /// Opens a sealed text; `nil` without the second key, or when it is not of this place.
    func open(_ text: String, _ place: String) -> String? {
        guard SecondSeal.isSealed(text) else { return text }
        let label = Data(place.utf8)
        guard let key, let pair, let bytes = Data(base64Encoded: String(text.dropFirst(2)))
        else { return nil }
        let opened: Data?
        if text.dropFirst().first == "k" {
            opened = (try? AES.GCM.SealedBox(combined: bytes)).flatMap {
                try? AES.GCM.open($0, using: key, authenticating: label)
            }
        } else {
            var recipient = try? HPKE.Recipient(
                privateKey: pair, ciphersuite: SecondSeal.suite,
                info: Data("homes second seal 1".utf8), encapsulatedKey: bytes.prefix(32))
            opened = try? recipient?.open(bytes.dropFirst(32), authenticating: label)
        }
        return opened.flatMap { String(validating: $0, as: UTF8.self) }
    }

    /// The place of a field of a record.
    static func place(_ table: String, _ field: String, _ id: String) -> String {
        table + "." + field + "." + id
    }
}

/// The seal of a connection, for the functions that its statements call.
final class SecondSealHolder: Sendable {
    private let held: Mutex<SecondSeal>

    init(_ seal: SecondSeal) { held = Mutex(seal) }

    var seal: SecondSeal {
        get { held.withLock { $0 } }
        set { held.withLock { $0 = newValue } }
    }

    /// Makes `homesSeal(text, place)` and `homesOpen(text, place, otherwise)` known to a connection.
    func add(to db: Database) {
        db.add(
            function: DatabaseFunction("homesSeal", argumentCount: 2) { [self] values in
                guard let text = String.fromDatabaseValue(values[0]) else { return nil }
                return try seal.seal(text, String.fromDatabaseValue(values[1]) ?? "")
            })
        db.add(
            function: DatabaseFunction("homesOpen", argumentCount: 3) { [self] values in
                guard let text = String.fromDatabaseValue(values[0]) else { return nil }
                return seal.open(text, String.fromDatabaseValue(values[1]) ?? "")
                    ?? String.fromDatabaseValue(values[2])
            })
    }
}

extension Database {
    /// A text of the journal about a field under the second key, opened; `nil` where it may not be
    /// read.
    func opened(_ text: String?, _ table: String?, _ field: String?, _ id: String?) throws
        -> String?
    {
        guard let text, SecondSeal.isSealed(text) else { return text }
        return try String.fetchOne(
            cachedStatement(sql: "SELECT homesOpen(?, ?, NULL)"),
            arguments: [text, SecondSeal.place(table ?? "", field ?? "", id ?? "")])
    }

    /// The columns of a record as they lie in the file, sealed where they are.
    func rawTexts(_ table: String, _ id: String, _ fields: [String]) throws -> [String: String?] {
        guard !fields.isEmpty else { return [:] }
        let columns = fields.map { "\"\($0)\"" }.joined(separator: ", ")
        guard
            let row = try Row.fetchOne(
                cachedStatement(sql: "SELECT \(columns) FROM \"\(table)\" WHERE id = ?"),
                arguments: [id])
        else { return [:] }
        return Dictionary(
            zip(fields, fields.indices.map { row[$0] as String? }),
            uniquingKeysWith: { first, _ in first })
    }
}

extension Record {
    /// What a statement selects for a field: its column, or what the second key opens of it.
    static func selected(_ field: Field<Self>) -> String {
        guard field.isUnderSecondKey else { return "\"\(field.name)\"" }
        let otherwise: String =
            switch field.kind {
            case .choice: "'\(SecondSeal.hiddenCode)'"
            default: "NULL"
            }
        return "homesOpen(\"\(field.name)\", '\(table).\(field.name).' || \"id\", \(otherwise))"
    }

    /// What a statement writes for a field: the parameter, or its seal.
    ///
    /// - Parameter id: The parameter or column with the record's id.
    static func written(_ field: Field<Self>, id: String) -> String {
        field.isUnderSecondKey ? "homesSeal(?, '\(table).\(field.name).' || \(id))" : "?"
    }
}
