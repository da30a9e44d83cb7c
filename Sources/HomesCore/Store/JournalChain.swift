import Crypto
import Foundation
import GRDB

/// The hash chain of a journal: every entry carries a hash over itself and over the hash of the
/// entry before, so that no entry can be changed, taken away, put in or exchanged without every
/// hash behind it being made anew.
///
/// SHA-256 (FIPS 180-4) over the hash before and then each value in the order of `columns`: one
/// byte 0 for NULL, or one byte 1, the length in four bytes, the highest first, and the bytes of
/// the text; numbers as decimal text. Before the first entry stands the hash of the journal's name.
struct JournalChain {
    /// The values of an entry that its hash covers, in order.
    static let columns = [
        "journal", "seq", "at", "userId", "role", "operationId", "operation", "action", "table",
        "rowId", "personId", "field", "old", "new", "reason",
    ]

    /// The bytes of a hash.
    static let length = 32

    /// What stands before the first entry of a journal.
    static func start(of journal: String) -> Data {
        Data(SHA256.hash(data: Data("homes journal 1\n\(journal)".utf8)))
    }

    /// The hash of an entry.
    ///
    /// - Parameters:
    ///   - previous: The hash of the entry before.
    ///   - values: Its values, one for each of `columns`.
    static func hash(after previous: Data, _ values: [String?]) -> Data {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512)
        bytes.append(contentsOf: previous)
        for value in values {
            guard let value else {
                bytes.append(0)
                continue
            }
            bytes.append(1)
            let utf8 = value.utf8
            withUnsafeBytes(of: UInt32(clamping: utf8.count).bigEndian) {
                bytes.append(contentsOf: $0)
            }
            bytes.append(contentsOf: utf8)
        }
        return Data(SHA256.hash(data: bytes))
    }
}

/// The end of a journal: whoever knows it knows whether the journal before it is as it was.
public struct JournalHead: Equatable, Sendable {
    /// The journal: a home's code, or `PROGRAMME`.
    public let journal: String
    /// The number of the last entry; 0 while there is none.
    public let seq: Int
    /// Its hash.
    public let hash: Data
}

extension Database {
    /// The end of a journal.
    func journalHead(_ journal: String) throws -> JournalHead {
        let row = try Row.fetchOne(
            cachedStatement(
                sql: "SELECT seq, hash FROM audit WHERE journal = ? ORDER BY seq DESC LIMIT 1"),
            arguments: [journal])
        guard let row else {
            return JournalHead(journal: journal, seq: 0, hash: JournalChain.start(of: journal))
        }
        return JournalHead(journal: journal, seq: row[0], hash: row[1])
    }
}
