import Crypto
import Foundation
import GRDB

/// What a journal entry says about a person: what a field was, what it became, and why.
struct JournalText: Equatable {
    var old: String?
    var new: String?
    var reason: String?

    /// Whether nothing is said.
    var isEmpty: Bool { old == nil && new == nil && reason == nil }
}

/// What is left of the texts of an entry.
enum JournalSaid: Equatable {
    /// They can be read.
    case text(JournalText)
    /// The key of the person they were about is gone, and with it what they said.
    case destroyed
}

/// Where an entry stands. The texts are bound to it: taken to another entry, they do not open.
struct JournalPlace {
    let journal: String
    let seq: Int
    let rowId: String?
    let field: String?

    /// The four values in the encoding of `JournalChain`.
    fileprivate var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(96)
        for value in [journal, String(seq), rowId, field] { bytes.append(value) }
        return bytes
    }
}

/// The one pair that seals and opens what entries say about a person.
///
/// AES-256-GCM (NIST SP 800-38D, swift-crypto) under the person's own key: twelve bytes of random
/// nonce, the sealed bytes, sixteen bytes of tag. Sealed are old, new and reason in the encoding of
/// `JournalChain`, filled with zeros to a multiple of 32 bytes, so that the length of a name is not
/// told once the key is gone. Associated data: journal, seq, rowId and field, in that encoding.
enum JournalSeal {
    private static let block = 32

    /// - Returns: The sealed bytes; `nil` when nothing is said.
    static func seal(
        _ text: JournalText, at place: JournalPlace,
        under key: @autoclosure () throws -> SymmetricKey
    ) throws -> Data? {
        if text.isEmpty { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(128)
        for value in [text.old, text.new, text.reason] { bytes.append(value) }
        let rest = bytes.count % block
        if rest > 0 { bytes.append(contentsOf: repeatElement(0, count: block - rest)) }
        let box = try AES.GCM.seal(bytes, using: try key(), authenticating: place.bytes)
        guard let sealed = box.combined else { throw StoreError.damaged }
        return sealed
    }

    /// - Throws: `damaged` when the bytes are not what was sealed there under that key.
    static func open(
        _ sealed: Data, at place: JournalPlace, under key: SymmetricKey
    ) throws -> JournalText {
        guard let box = try? AES.GCM.SealedBox(combined: sealed),
            let bytes = try? AES.GCM.open(box, using: key, authenticating: place.bytes)
        else { throw StoreError.damaged }
        var reader = TextReader(bytes: [UInt8](bytes))
        return JournalText(
            old: try reader.next(), new: try reader.next(), reason: try reader.next())
    }
}

extension [UInt8] {
    /// A value as the chain and the seal write it: one byte 0 for NULL, or one byte 1, the length
    /// in four bytes, the highest first, and the bytes of the text.
    mutating func append(_ value: String?) {
        guard let value else {
            append(0)
            return
        }
        let utf8 = value.utf8
        appendHead(of: utf8.count)
        append(contentsOf: utf8)
    }

    /// Bytes in the same way.
    mutating func append(_ value: Data?) {
        guard let value else {
            append(0)
            return
        }
        appendHead(of: value.count)
        append(contentsOf: value)
    }

    private mutating func appendHead(of count: Int) {
        append(1)
        Swift.withUnsafeBytes(of: UInt32(clamping: count).bigEndian) { append(contentsOf: $0) }
    }
}

/// Reads the values that `append` wrote.
private struct TextReader {
    let bytes: [UInt8]
    private var place = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() throws -> String? {
        guard place < bytes.count else { throw StoreError.damaged }
        defer { place += 1 }
        if bytes[place] == 0 { return nil }
        guard place + 5 <= bytes.count else { throw StoreError.damaged }
        let count = bytes[place + 1...place + 4].reduce(0) { $0 << 8 | Int($1) }
        guard place + 5 + count <= bytes.count,
            let text = String(validating: bytes[place + 5..<place + 5 + count], as: UTF8.self)
        else { throw StoreError.damaged }
        place += 4 + count
        return text
    }
}

/// The keys of the persons that an operation or a reader has to do with: each is looked up once.
struct PersonKeys {
    private var known: [String: SymmetricKey?] = [:]

    /// The key of a person; `nil` once it was destroyed.
    mutating func key(of personId: String, _ db: Database) throws -> SymmetricKey? {
        if let key = known[personId] { return key }
        let bytes = try Data.fetchOne(
            db.cachedStatement(sql: "SELECT \"key\" FROM personKey WHERE personId = ?"),
            arguments: [personId])
        let key = bytes.map { SymmetricKey(data: $0) }
        known[personId] = key
        return key
    }

    /// Makes the key of a person who was just made, or who has none although she should.
    ///
    /// - Throws: `refused(.journalIsAppendOnly)` for a person whose key was destroyed.
    mutating func make(for personId: String, _ db: Database) throws -> SymmetricKey {
        let key = SymmetricKey(size: .bits256)
        try db.cachedStatement(sql: "INSERT INTO personKey (personId, \"key\") VALUES (?, ?)")
            .execute(arguments: [personId, key.withUnsafeBytes { Data($0) }])
        known[personId] = key
        return key
    }

    /// What an entry says. Entries about nobody, and those that say nothing, have plain texts.
    ///
    /// - Throws: `damaged` when sealed bytes do not open under the key that is there.
    mutating func said(
        _ plain: JournalText, _ sealed: Data?, about personId: String?, at place: JournalPlace,
        _ db: Database
    ) throws -> JournalSaid {
        guard let sealed else { return .text(plain) }
        guard let key = try personId.flatMap({ try key(of: $0, db) }) else { return .destroyed }
        return .text(try JournalSeal.open(sealed, at: place, under: key))
    }
}

extension Operation {
    /// Destroys the key of a person: what the journal says about her can never be read again, and
    /// its chain is as it was. The purge's own primitive: it destroys her records itself.
    ///
    /// - Throws: `noSuchRecord` without a key.
    mutating func destroyKey(of personId: String) throws {
        // The trigger lets a key go only once the journal says that it does.
        try journal(.purge, Person.table, personId, about: personId)
        try db.execute(sql: "DELETE FROM personKey WHERE personId = ?", arguments: [personId])
        guard db.changesCount == 1 else { throw StoreError.noSuchRecord }
        keys = PersonKeys()
    }
}
