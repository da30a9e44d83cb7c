import Foundation

/// The two lists of 256 words, a byte a word, for recovery shares and passphrases.
public enum WordList: String, CaseIterable, Sendable {
    /// English words.
    case english
    /// Chinese words of two characters.
    case chinese

    /// A word as it is written, and as it is typed where it has to be typed unseen.
    struct Entry {
        let written: String
        let typed: String
    }

    static let size = 256

    var entries: [Entry] {
        switch self {
        case .english: Self.englishEntries
        case .chinese: Self.chineseEntries
        }
    }

    private static let englishEntries = split(englishWords).map { Entry(written: $0, typed: $0) }

    private static let chineseEntries: [Entry] = {
        let pieces = split(chineseWords)
        return stride(from: 0, to: pieces.count - 1, by: 2).map {
            Entry(written: pieces[$0], typed: pieces[$0 + 1])
        }
    }()

    private static func split(_ text: String) -> [String] {
        text.split { $0.isWhitespace }.map(String.init)
    }

    private static let values: [String: UInt8] = {
        var values: [String: UInt8] = [:]
        for list in allCases {
            for (index, entry) in list.entries.enumerated() {
                values[entry.written] = UInt8(index)
                values[entry.typed] = UInt8(index)
            }
        }
        return values
    }()

    func word(_ value: UInt8) -> String { entries[Int(value)].written }

    /// The words of some bytes, as they are written, a word a byte.
    public func words(for bytes: some Sequence<UInt8>) -> [String] { bytes.map(word) }

    /// The byte that a word stands for, whichever list it is of; nil when it is of neither.
    public static func value(of word: String) -> UInt8? {
        values[word.precomposedStringWithCompatibilityMapping.lowercased()]
    }
}
