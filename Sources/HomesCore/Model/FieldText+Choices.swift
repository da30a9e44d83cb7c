/// Choices by number, code, label or the beginning of one, and what values read like.
extension FieldText {
    /// Reads one of a list: its number in the list, its code, its label in either language, or the
    /// beginning of just one of them.
    static func readChoice(_ text: String, _ choices: [Choice]) -> Result<StoredValue, Fault> {
        let matches = matching(text, choices)
        if matches.count == 1 { return .success(.text(matches[0].code)) }
        if matches.isEmpty {
            return .failure(
                Fault(
                    "None of the list begins like this. ? or F2 shows the list.",
                    "列表中没有以此开头的选项。按 ? 或 F2 查看。"))
        }
        let some = matches.prefix(3).map(\.label)
        return .failure(
            Fault(
                Phrase("Several match: ", "有多个符合：") + Phrase.listed(some)
                    + Phrase(". Type more, or F2.", "。请多输入几个字，或按 F2。")))
    }

    /// The choices that a text may mean; one when it is a number, a code or a whole label.
    public static func matching(_ text: String, _ choices: [Choice]) -> [Choice] {
        let folded = SearchFold.fold(text)
        if let exact = choices.first(where: { isExactly(folded, $0) }) { return [exact] }
        if let number = Int(folded), (1...max(1, choices.count)).contains(number),
            number <= choices.count
        {
            return [choices[number - 1]]
        }
        let word = ["y": "Yes", "n": "No"][folded]
        if let one = choices.first(where: { $0.label.english == word }) { return [one] }
        // A digit is a place in the list, never a tone: a slip after a letter must not become an
        // answer.
        let query = folded.contains(where: \.isNumber) ? nil : SearchQuery(text)
        return choices.filter { choice in
            SearchFold.fold(choice.label.english).hasPrefix(folded)
                || query?.matches(SearchKey.make(names: [choice.label.chinese], codes: [])) == true
        }
    }

    private static func isExactly(_ folded: String, _ choice: Choice) -> Bool {
        // A bare number means the place in the list, which people see; codes that are numbers do
        // not count as typed codes.
        (Int(folded) == nil && SearchFold.fold(choice.code) == folded)
            || SearchFold.fold(choice.label.english) == folded
            || SearchFold.fold(choice.label.chinese) == folded
    }

    /// What a stored value reads like on a page.
    public static func shown(_ value: StoredValue, _ kind: FieldKind, _ language: Language)
        -> String
    {
        switch value {
        case .null: return ""
        case .integer(let number): return String(number)
        case .text(let text):
            if text.first == "#", let gap = Gap(rawValue: String(text.dropFirst())) {
                return gap.label(language)
            }
            switch kind {
            case .choice(let choices):
                return choices.first { $0.code == text }?.label(language)
                    ?? (text == Destination.sealed.rawValue
                        ? Destination.sealed.label(language) : text)
            case .list(let name):
                return ListTable.named(name)?.label(of: text)(language) ?? text
            case .county:
                return Regions.path(text)?(language) ?? text
            default: return text
            }
        }
    }

    /// What a stored value reads like on a page, in both languages.
    public static func shown(_ value: StoredValue, _ kind: FieldKind) -> Phrase {
        Phrase(shown(value, kind, .english), shown(value, kind, .chinese))
    }

    /// What a stored value reads like while it is being typed: as shown, but a county by its own
    /// name.
    public static func editable(
        _ value: StoredValue, _ kind: FieldKind, _ language: Language
    ) -> String {
        if case .county = kind, case .text(let code) = value, code.first != "#" {
            return code
        }
        if case .text(let text) = value, text.first == "#" { return "" }
        return shown(value, kind, language)
    }

    /// The list of a kind that has one.
    public static func choices(of kind: FieldKind) -> [Choice]? {
        switch kind {
        case .choice(let choices): choices
        case .list(let name):
            ListTable.named(name)?.entries.map { Choice(code: $0.code, label: $0.label) }
        default: nil
        }
    }
}
