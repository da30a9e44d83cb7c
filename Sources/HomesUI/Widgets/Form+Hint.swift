import HomesCore

extension Form {
    /// One line about the focused field: what is wrong with it, its own help, or what its kind
    /// takes.
    public var hint: Phrase? {
        guard let focused else { return nil }
        return focused.fault ?? focused.help ?? focused.kind.hint
    }
}

extension FieldKind {
    /// What a field of this kind takes, where it has no help of its own.
    var hint: Phrase? {
        switch self {
        case .date, .approximateDate:
            Phrase(
                "t today, t-1 yesterday, t+2w, 2007-03-05; F2 calendar",
                "t 今天，t-1 昨天，t+2w 两周后，2007-03-05；F2 日历")
        case .choice, .list:
            Phrase("The first letters or the number; F2 shows the list", "输入开头几个字或序号；F2 列表")
        case .county: Phrase("Name, pinyin or code; F2 lists", "名称、拼音或代码；F2 列表")
        case .integer(let range):
            Phrase(
                "A whole number from \(range.lowerBound) to \(range.upperBound)",
                "\(range.lowerBound)到\(range.upperBound)的整数")
        case .phone: Phrase("Digits; + before a country code", "数字；国家代码前加 +")
        case .secret: Phrase("Typed unseen; F5 shows it", "输入时不显示；F5 显示")
        case .text, .code, .note, .identityNumber, .reference, .kept: nil
        }
    }
}
