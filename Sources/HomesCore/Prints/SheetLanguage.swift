/// In which language a sheet is printed.
public enum SheetLanguage: String, CodeList {
    case english = "en"
    case chinese = "zh"
    /// Each text in Chinese and, under or beside it, in English.
    case both

    /// The language's name, in itself.
    public var label: Phrase {
        switch self {
        case .english: Language.english.label
        case .chinese: Language.chinese.label
        case .both: Phrase(verbatim: "简体中文 + English")
        }
    }

    /// The sheet of a language of the screens.
    public init(_ language: Language) {
        self = language == .english ? .english : .chinese
    }

    /// The language after this one, for the key that switches.
    public var next: SheetLanguage {
        let all = SheetLanguage.allCases
        return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
    }

    /// The languages on the paper, in their order.
    var languages: [Language] {
        switch self {
        case .english: [.english]
        case .chinese: [.chinese]
        case .both: [.chinese, .english]
        }
    }

    /// A text on one line: `姓名 / Name`; once where both languages say the same.
    func line(_ phrase: Phrase) -> String { texts(phrase).joined(separator: " / ") }

    /// A text in each language, once where they say the same.
    func texts(_ phrase: Phrase) -> [String] {
        if phrase.english == phrase.chinese { return [phrase.english] }
        return languages.map { phrase($0) }
    }
}
