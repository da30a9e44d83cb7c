/// Search key, pinyin and initials of a person: the one place where the store makes them.
enum SearchTexts {
    /// The key that lists are filtered by: names, pinyin and code.
    static func key(of person: Person) -> String {
        let names = [
            person.nameZh.text,
            joined(person.prs_FirstName.text, person.prs_SecondName.text),
            person.namePinyin, person.alias.text,
        ]
        return SearchKey.make(names: names.compactMap(\.self), codes: [person.personCode])
    }

    /// A name in pinyin; `nil` when there is no Han character in it.
    static func pinyin(_ name: String) -> String? {
        guard name.unicodeScalars.contains(where: SearchFold.isHan) else { return nil }
        return Pinyin.romanised(name)
    }

    /// What lists show instead of a name: `WX` for Wang Xiaoming; `nil` without a name.
    static func initials(pinyin: String?, first: String? = nil, second: String? = nil) -> String? {
        let words = (pinyin ?? joined(second, first) ?? "").split(separator: " ")
        let letters = words.prefix(3).compactMap(\.first).map { String($0).uppercased() }
        return letters.isEmpty ? nil : letters.joined()
    }

    /// A name as one run of letters, Han characters in pinyin: `wangxiaoming`.
    static func squeezed(_ name: String) -> String {
        String(SearchFold.fold(pinyin(name) ?? name).filter { $0 != " " && $0 != "'" })
    }

    private static func joined(_ first: String?, _ second: String?) -> String? {
        let parts = [first, second].compactMap(\.self).filter { !$0.isEmpty }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}

extension Record {
    /// The record with every text in normalisation form C, as all stored text is.
    var normalised: Self {
        var record = self
        for field in Self.fields {
            guard case .text(let text) = field.get(record) else { continue }
            let normal = text.nfc
            if normal.utf8.count != text.utf8.count || !normal.utf8.elementsEqual(text.utf8) {
                _ = field.set(&record, .text(normal))
            }
        }
        return record
    }
}
