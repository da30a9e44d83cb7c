/// Between what people type and read and what a field stores. Forms, pages, exports and imports
/// use this one place.
public enum FieldText {
    /// What reading needs to know: the day, the order of short dates, the reader's language.
    public struct Context: Sendable {
        /// Today in the programme.
        public var today: CivilDate
        /// How `5/3/07` is read.
        public var dateOrder: DateOrder
        /// The language of faults does not matter (they are phrases); of labels it does.
        public var language: Language

        /// A context.
        public init(today: CivilDate, dateOrder: DateOrder, language: Language) {
            self.today = today
            self.dateOrder = dateOrder
            self.language = language
        }
    }

    /// Why a text does not fit its field, and what to type instead.
    public struct Fault: Error, Equatable, Sendable {
        /// What to do, in both languages.
        public let phrase: Phrase

        init(_ english: String, _ chinese: String) { phrase = Phrase(english, chinese) }
        init(_ phrase: Phrase) { self.phrase = phrase }
    }

    /// Reads a text for a field of a kind; blank is null.
    public static func read(
        _ typed: String, _ kind: FieldKind, _ context: Context
    ) -> Result<StoredValue, Fault> {
        let text = trimmed(typed).nfc
        if text.isEmpty { return .success(.null) }
        if let hostile = HostileText.firstForbidden(in: text, lines: kind.isNote) {
            return .failure(Fault(hostile.phrase))
        }
        switch kind {
        case .text(let limit): return readText(text, limit: limit)
        case .code(let limit): return readText(EntryText.halfWidth(text), limit: limit)
        case .note: return readText(text, limit: 4_000)
        case .date:
            return DateEntry.read(text, today: context.today, order: context.dateOrder)
                .map { .text($0.iso) }.mapError { Fault($0.message) }
        case .approximateDate:
            return DateEntry.readBirthdate(text, today: context.today, order: context.dateOrder)
                .map { .text($0.stored) }.mapError { Fault($0.message) }
        case .integer(let range): return readInteger(text, range)
        case .choice(let choices): return readChoice(text, choices)
        case .list: return readChoice(text, choices(of: kind) ?? [])
        case .county: return readCounty(text, context.today)
        case .identityNumber: return .success(.text(IdentityNumber.normalised(text)))
        case .phone: return readPhone(text)
        case .secret: return .success(.text(typed))
        case .reference, .kept: return .success(.text(text))
        }
    }

    private static func readText(_ text: String, limit: Int) -> Result<StoredValue, Fault> {
        if text.first == "#" {
            return .failure(Fault("A text cannot begin with #.", "文字不能以 # 开头。"))
        }
        guard text.count <= limit else {
            return .failure(
                Fault(
                    "Too long: \(text.count) characters, \(limit) fit. Shorten it.",
                    "过长：\(text.count)字，最多\(limit)字。请缩短。"))
        }
        return .success(.text(text))
    }

    private static func readInteger(
        _ text: String, _ range: ClosedRange<Int>
    ) -> Result<StoredValue, Fault> {
        guard let number = Int(SearchFold.fold(text)), range.contains(number) else {
            return .failure(
                Fault(
                    "Type a whole number from \(range.lowerBound) to \(range.upperBound).",
                    "请输入 \(range.lowerBound) 到 \(range.upperBound) 的整数。"))
        }
        return .success(.integer(number))
    }

    private static func readPhone(_ text: String) -> Result<StoredValue, Fault> {
        let folded = SearchFold.fold(text).filter { $0 != " " && $0 != "-" }
        let digits = folded.hasPrefix("+") ? folded.dropFirst() : Substring(folded)
        guard (3...15).contains(digits.count),
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else {
            return .failure(
                Fault(
                    "Type a phone number: 3 to 15 digits, + before a country code.",
                    "请输入电话号码：3到15位数字，国家代码前加 +。"))
        }
        return .success(.text(folded))
    }

    private static func readCounty(_ text: String, _ today: CivilDate) -> Result<StoredValue, Fault>
    {
        let folded = SearchFold.fold(text)
        if folded.utf8.count == 6, Int(folded) != nil {
            if Regions.name(code: folded) != nil { return .success(.text(folded)) }
            return .failure(
                Fault("No county has this code. F2 lists them.", "没有此代码的县区。按 F2 查看列表。"))
        }
        let found = Regions.counties(matching: folded, limit: 3)
        let named = found.filter { $0.nameZh == text }
        if named.count == 1 { return .success(.text(named[0].code)) }
        if found.count == 1 { return .success(.text(found[0].code)) }
        if found.isEmpty {
            return .failure(
                Fault("No county is called that. F2 lists them.", "没有此名称的县区。按 F2 查看列表。"))
        }
        return .failure(
            Fault(
                "Several counties match. Type more of the name, or press F2.",
                "有多个县区符合。请多输入几个字，或按 F2。"))
    }

    private static func trimmed(_ text: String) -> String {
        var scalars = Substring(text).unicodeScalars
        while let first = scalars.first, first == " " || first == "\t" || first == "\u{3000}" {
            scalars.removeFirst()
        }
        while let last = scalars.last, last == " " || last == "\t" || last == "\u{3000}" {
            scalars.removeLast()
        }
        return String(scalars)
    }
}

extension FieldKind {
    /// Whether it holds several lines.
    public var isNote: Bool {
        if case .note = self { true } else { false }
    }

    /// Whether people type it.
    public var isTyped: Bool {
        switch self {
        case .reference, .kept: false
        default: true
        }
    }
}
