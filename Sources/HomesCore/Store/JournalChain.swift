import Crypto
import Foundation
import GRDB

/// The hash chain of a journal: every entry carries a hash over itself and over the hash of the
/// entry before, so that no entry can be changed, taken away, put in or exchanged without every
/// hash behind it being made anew.
///
/// SHA-256 (FIPS 180-4) over the hash before and then each value in the order of `columns`: one
/// byte 0 for NULL, or one byte 1, the length in four bytes, the highest first, and the bytes of
/// the text; numbers as decimal text. Last come, written in the same way, the bytes of `sealed`: what
/// the entry says about a person as it lies in the file (`JournalSeal`), so that the chain is proved
/// without any key, and holds when hers is destroyed. Before the first entry stands the hash of
/// `homes journal 2`, a line feed and the journal's name.
struct JournalChain {
    /// The texts of an entry that its hash covers, in order; `sealed` follows them.
    static let columns = [
        "journal", "seq", "at", "userId", "role", "operationId", "operation", "action", "table",
        "rowId", "personId", "field", "old", "new", "reason",
    ]

    /// The bytes of a hash.
    static let length = 32

    /// What stands before the first entry of a journal.
    static func start(of journal: String) -> Data {
        Data(SHA256.hash(data: Data("homes journal 2\n\(journal)".utf8)))
    }

    /// The hash of an entry.
    ///
    /// - Parameters:
    ///   - previous: The hash of the entry before.
    ///   - values: Its texts, one for each of `columns`.
    ///   - sealed: What it says about a person.
    static func hash(after previous: Data, _ values: [String?], sealed: Data?) -> Data {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(768)
        bytes.append(contentsOf: previous)
        for value in values { bytes.append(value) }
        bytes.append(sealed)
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
