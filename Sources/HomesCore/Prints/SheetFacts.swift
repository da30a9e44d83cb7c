extension Record {
    /// The fields that have a value, as they read in both languages; what the program keeps for
    /// itself is left out.
    ///
    /// - Parameters:
    ///   - names: Only these; `nil` for all.
    ///   - without: Not these.
    ///   - kept: These, too, though the program keeps them.
    func facts(
        _ names: [String]? = nil, without: Set<String> = [], kept: [String] = []
    ) -> [SheetFact] {
        let fields = names.map { $0.compactMap { Self.field($0) } } ?? Self.fields
        return fields.filter {
            ($0.kind.isTyped || kept.contains($0.name)) && !without.contains($0.name)
        }.compactMap { field in
            let value = field.get(self)
            guard value != .null, !value.isGap else { return nil }
            return SheetFact(field.label, FieldText.shown(value, field.kind))
        }
    }
}

extension Sequence<SheetFact> {
    /// Labels with their values, on one line.
    var inOneLine: Phrase {
        Phrase.joined(map { $0.label + Phrase(": ", "：") + $0.value }, with: .semicolon)
    }
}

extension StoredValue {
    /// Whether nobody asked: a paper does not list what is not known.
    fileprivate var isGap: Bool { self == .text("99") }
}

extension ContactLine {
    /// A way to reach her on a paper: what is safe first, the number last. A paper may be found:
    /// where nothing is safe it has no number, and the code phrase stands on no paper at all.
    ///
    /// - Parameters:
    ///   - named: Whether the contact's name is on it.
    ///   - isHers: Whether the paper is her own: then nothing of what she told is kept from her.
    func facts(named: Bool, isHers: Bool = false) -> [SheetFact] {
        var facts = [
            SheetFact(
                Phrase("Safe contact", "安全联系"), contact.kind.label + Phrase(": ", "：") + flags)
        ]
        if let telling { facts.append(SheetFact(Phrase("Others", "对他人"), telling)) }
        var names = ["relation", "hours", "whoMayAnswer", "persona"]
        if named { names.insert("name", at: 0) }
        facts += contact.facts(names)
        guard let phone = contact.phone.text else { return facts }
        let label = Phrase("Phone", "电话")
        facts.append(
            isUnsafe && !isHers
                ? SheetFact(label, ContactLine.notOnPaper) : SheetFact(label, verbatim: phone))
        return facts
    }

    /// What stands before a number that nobody may call.
    static let unsafe = Phrase("UNSAFE: do NOT call", "不安全：不可打电话")

    /// What stands instead of a number that must not be used.
    static let notOnPaper = Phrase("not on paper: nothing is safe", "不印出：目前没有安全的联系方式")
}
