import Crypto
import Foundation
import GRDB
import Vault

/// What is wrong with a journal.
public enum JournalFault: Equatable, Sendable {
    /// An entry is not what it was when it was written, or not the one that stood there.
    case changed(journal: String, seq: Int)
    /// Entries are missing before this one.
    case missing(journal: String, before: Int)
    /// A journal ends before the entry that an anchor has seen.
    case shorter(journal: String, seq: Int, anchored: Int)
    /// The entry that an anchor has seen is another one now.
    case replaced(journal: String, seq: Int)

    /// The words.
    public var phrase: Phrase {
        switch self {
        case .changed(let journal, let seq):
            Phrase(
                "\(journal), entry \(seq): it is not what was written.",
                "\(journal)第\(seq)条：与写入时不符。")
        case .missing(let journal, let seq):
            Phrase(
                "\(journal): entries before \(seq) are missing.", "\(journal)：第\(seq)条之前有缺失。")
        case .shorter(let journal, let seq, let anchored):
            Phrase(
                "\(journal) ends with entry \(seq); the anchor has seen entry \(anchored). An older "
                    + "file was put back, or the end was cut off.",
                "\(journal)止于第\(seq)条，而锚点记录到第\(anchored)条。可能换回了旧文件，或末尾被截断。")
        case .replaced(let journal, let seq):
            Phrase(
                "\(journal), entry \(seq): the anchor has seen another one.",
                "\(journal)第\(seq)条：与锚点记录的不同。")
        }
    }
}

/// What a look at every entry of every journal came to.
public struct JournalProof: Equatable, Sendable {
    /// The end of every journal, by name.
    public let heads: [JournalHead]
    /// How many entries were hashed anew.
    public let entries: Int
    /// What is wrong; empty when all is well.
    public let faults: [JournalFault]
}

/// The ends of all journals at a moment, written down outside the file: whoever puts back
/// yesterday's file, whose chains are whole, is noticed by it.
public struct JournalAnchor: Equatable, Sendable {
    /// The end of every journal, by name.
    public let heads: [JournalHead]

    private static let title = "homes anchor 1"

    /// The ends of a proof.
    public init(_ proof: JournalProof) { heads = proof.heads.sorted { $0.journal < $1.journal } }

    /// Reads an anchor from its text; `nil` when it is none.
    public init?(text: String) {
        var lines = text.split(whereSeparator: \.isNewline)
        guard lines.first == Self.title[...] else { return nil }
        lines.removeFirst()
        var heads: [JournalHead] = []
        for line in lines {
            let parts = line.split(separator: " ")
            guard parts.count == 3, let seq = Int(parts[1]), seq > 0,
                let hash = Data(hexadecimal: parts[2]), hash.count == JournalChain.length
            else { return nil }
            heads.append(JournalHead(journal: String(parts[0]), seq: seq, hash: hash))
        }
        self.heads = heads
    }

    /// A line a journal: its name, the number of its last entry, that entry's hash.
    public var text: String {
        ([Self.title]
            + heads.map { "\($0.journal) \($0.seq) \($0.hash.hexadecimal)" })
            .joined(separator: "\n") + "\n"
    }

    /// The anchor as ten words to copy by hand: eighty bits of its SHA-256, a word a byte.
    public func words(in language: Language) -> [String] {
        WordList(language).words(for: SHA256.hash(data: Data(text.utf8)).prefix(10))
    }
}

extension WordList {
    fileprivate init(_ language: Language) {
        self =
            switch language {
            case .english: .english
            case .chinese: .chinese
            }
    }
}

extension HomesStore {
    /// Hashes every entry of every journal anew, and compares with what an anchor has seen.
    ///
    /// - Parameter limit: How many faults of a journal are named at most.
    public func proveJournals(
        against anchor: JournalAnchor? = nil, limit: Int = 20
    ) throws(StoreError) -> JournalProof {
        try read { try $0.proveJournals(against: anchor, limit: limit) }
    }
}

extension Database {
    /// As `HomesStore.proveJournals`.
    func proveJournals(against anchor: JournalAnchor?, limit: Int = 20) throws -> JournalProof {
        var walk = ChainWalk(anchor: anchor, limit: limit)
        let columns = JournalChain.columns.map { "\"\($0)\"" }.joined(separator: ", ")
        try RawCursor.read(
            self, "SELECT \(columns), sealed, prevHash, hash FROM audit ORDER BY journal, seq"
        ) { walk.take($0) }
        return walk.finish()
    }
}

/// The way along all journals.
private struct ChainWalk {
    let anchored: [String: JournalHead]
    let limit: Int
    private var heads: [JournalHead] = []
    private var faults: [JournalFault] = []
    private var faultsHere = 0
    private var entries = 0

    init(anchor: JournalAnchor?, limit: Int) {
        anchored = Dictionary(
            (anchor?.heads ?? []).map { ($0.journal, $0) }, uniquingKeysWith: { $1 })
        self.limit = limit
    }

    mutating func take(_ row: RawCursor) {
        let journal = row.text(0)
        let seq = row.integer(1)
        let count = Int32(JournalChain.columns.count)
        let hash = row.bytes(count + 2)
        if heads.last?.journal != journal {
            heads.append(
                JournalHead(journal: journal, seq: 0, hash: JournalChain.start(of: journal)))
            faultsHere = 0
        }
        let last = heads[heads.count - 1]
        entries += 1
        if seq != last.seq + 1 { note(.missing(journal: journal, before: seq)) }
        let sealed = row.isNull(count) ? nil : row.bytes(count)
        let previous = row.bytes(count + 1)
        let values = (0..<count).map { row.optionalText($0) }
        if JournalChain.hash(after: previous, values, sealed: sealed) != hash
            || (seq == last.seq + 1 && previous != last.hash)
        {
            note(.changed(journal: journal, seq: seq))
        }
        if let seen = anchored[journal], seen.seq == seq, seen.hash != hash {
            note(.replaced(journal: journal, seq: seq))
        }
        heads[heads.count - 1] = JournalHead(journal: journal, seq: seq, hash: hash)
    }

    private mutating func note(_ fault: JournalFault) {
        faultsHere += 1
        if faultsHere <= limit { faults.append(fault) }
    }

    mutating func finish() -> JournalProof {
        for seen in anchored.values.sorted(by: { $0.journal < $1.journal }) {
            let seq = heads.first { $0.journal == seen.journal }?.seq ?? 0
            if seq < seen.seq {
                faults.append(.shorter(journal: seen.journal, seq: seq, anchored: seen.seq))
            }
        }
        return JournalProof(heads: heads, entries: entries, faults: faults)
    }
}

extension Data {
    /// Two hexadecimal digits a byte; `nil` for anything else.
    fileprivate init?(hexadecimal text: some StringProtocol) {
        let digits = Array(text.utf8)
        guard digits.count.isMultiple(of: 2) else { return nil }
        self.init(capacity: digits.count / 2)
        for index in stride(from: 0, to: digits.count, by: 2) {
            let pair = String(decoding: digits[index...index + 1], as: UTF8.self)
            guard let byte = UInt8(pair, radix: 16) else { return nil }
            append(byte)
        }
    }

    fileprivate var hexadecimal: String {
        map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
    }
}
