/// The languages of the program. A new one is a case here; every place that lacks its text then
/// fails to compile.
public enum Language: String, CodeList {
    case english = "en"
    case chinese = "zh"

    /// The language's name, in itself.
    public var label: Phrase {
        switch self {
        case .english: Phrase(verbatim: "English")
        case .chinese: Phrase(verbatim: "简体中文")
        }
    }

    /// The language after this one, for the key that switches.
    public var next: Language { self == .english ? .chinese : .english }
}

/// A text in every language, written where it is used, the languages side by side.
public struct Phrase: Equatable, Hashable, Sendable {
    /// The English text.
    public let english: String
    /// The Simplified Chinese text.
    public let chinese: String

    /// A text in both languages.
    public init(_ english: String, _ chinese: String) {
        self.english = english
        self.chinese = chinese
    }

    /// The same text in both languages: a code, a number, a name.
    public init(verbatim text: String) {
        self.init(text, text)
    }

    /// `1 day`, `2 days`.
    public static func days(_ count: Int) -> Phrase {
        Phrase(count == 1 ? "1 day" : "\(count) days", "\(count)天")
    }

    /// The text in one language.
    public func callAsFunction(_ language: Language) -> String {
        switch language {
        case .english: english
        case .chinese: chinese
        }
    }

    /// Joins two phrases, language by language.
    public static func + (left: Phrase, right: Phrase) -> Phrase {
        Phrase(left.english + right.english, left.chinese + right.chinese)
    }

    /// What stands between parts of a sentence.
    public static let comma = Phrase(", ", "，")
    /// What stands between sentences that belong together.
    public static let semicolon = Phrase("; ", "；")

    /// Joins phrases with a separator, language by language.
    public static func joined(_ phrases: [Phrase], with separator: Phrase) -> Phrase {
        Phrase(
            phrases.map(\.english).joined(separator: separator.english),
            phrases.map(\.chinese).joined(separator: separator.chinese))
    }

    /// Joins phrases with a separator that both languages share.
    public static func joined(_ phrases: [Phrase], separator: String) -> Phrase {
        joined(phrases, with: Phrase(verbatim: separator))
    }

    /// Lists phrases with the comma that each language puts between words.
    public static func listed(_ phrases: [Phrase]) -> Phrase {
        joined(phrases, with: Phrase(", ", "、"))
    }
}
