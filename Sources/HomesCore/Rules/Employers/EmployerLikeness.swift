/// What two entries in the registry have in common that may make them one firm. A firm that was
/// blacklisted comes back under another name with the same licence, the same telephone or the same
/// door.
public enum EmployerLikeness: Int, CaseIterable, Comparable, Sendable {
    case licence
    case phone
    case name
    case sound
    case address
    case representative

    /// The words.
    public var label: Phrase {
        switch self {
        case .licence: Phrase("same licence", "执照号相同")
        case .phone: Phrase("same phone", "电话相同")
        case .name: Phrase("same name", "名称相同")
        case .sound: Phrase("name sounds the same", "名称同音")
        case .address: Phrase("same address", "地址相同")
        case .representative: Phrase("same representative", "法定代表人相同")
        }
    }

    /// The stronger sign first.
    public static func < (left: EmployerLikeness, right: EmployerLikeness) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// What an employer is compared by: every name, number, telephone and door, folded once.
public struct EmployerTraits: Equatable, Sendable {
    let names: Set<String>
    let licence: String?
    let phones: Set<String>
    let address: String?
    let representative: String?

    /// The traits of an employer.
    ///
    /// - Parameters:
    ///   - names: Its name and every other it goes by or had.
    ///   - phones: Its telephone and those of its contacts, as typed.
    public init(
        names: [String], licence: String? = nil, phones: [String] = [], address: String? = nil,
        representative: String? = nil
    ) {
        self.names = Set(names.map(EmployerTraits.core).filter { $0.count >= 2 })
        self.licence = licence.map(EmployerTraits.letters).flatMap { $0.count < 4 ? nil : $0 }
        self.phones = Set(phones.flatMap(PhoneDigits.numbers))
        self.address = address.map(EmployerTraits.letters).flatMap { $0.count < 6 ? nil : $0 }
        self.representative = representative.map(EmployerTraits.letters)
            .flatMap { $0.count < 2 ? nil : $0 }
    }

    /// What both have in common, the strongest sign first; empty when nothing speaks for one firm.
    /// One representative alone is no sign: many a person has two firms, and many share a name.
    public func likeness(to other: EmployerTraits) -> [EmployerLikeness] {
        var found: [EmployerLikeness] = []
        if let licence, licence == other.licence { found.append(.licence) }
        if !phones.isDisjoint(with: other.phones) { found.append(.phone) }
        if isCalledLike(other) {
            found.append(.name)
        } else if soundsLike(other) {
            found.append(.sound)
        }
        if let address, address == other.address { found.append(.address) }
        if let representative, representative == other.representative {
            found.append(.representative)
        }
        return found == [.representative] ? [] : found
    }

    /// Whether a name of one is a name of the other, or its last part: a firm's full name begins
    /// with province, city and district.
    private func isCalledLike(_ other: EmployerTraits) -> Bool {
        if !names.isDisjoint(with: other.names) { return true }
        return names.contains { name in
            other.names.contains { theirs in
                let (short, long) = name.count < theirs.count ? (name, theirs) : (theirs, name)
                return short.count >= 4 && long.hasSuffix(short)
                    && EmployerTraits.isPlace(long.dropLast(short.count))
            }
        }
    }

    /// Whether a name of one is read like a name of the other: only names of one length are spelled.
    private func soundsLike(_ other: EmployerTraits) -> Bool {
        names.contains { name in
            other.names.contains { theirs in
                guard name.count == theirs.count, let sound = EmployerTraits.sound(name) else {
                    return false
                }
                return sound == EmployerTraits.sound(theirs)
            }
        }
    }

    /// Whether a text is only places: `深圳市龙岗区`, `广东省`.
    private static func isPlace(_ text: Substring) -> Bool {
        text.last.map { "省市区县镇乡村".contains($0) } ?? true
    }

    /// Letters, digits and Han characters only, folded.
    private static func letters(_ text: String) -> String {
        SearchKey.alphanumerics(SearchFold.fold(text))
    }

    /// The endings that say only what kind of firm it is, the longest first.
    private static let endings = [
        "股份有限公司", "有限责任公司", "有限公司", "公司", "coltd", "limited", "ltd", "inc",
    ]

    /// A name without what all firms are called.
    private static func core(_ name: String) -> String {
        var text = letters(name)
        for ending in endings where text.hasSuffix(ending) {
            text.removeLast(ending.count)
            break
        }
        return text
    }

    /// The toneless pinyin of a name in Han characters.
    private static func sound(_ core: String) -> String? {
        guard core.unicodeScalars.count(where: SearchFold.isHan) >= 3 else { return nil }
        return SearchFold.fold(Pinyin.romanised(core)).filter { $0 != " " && $0 != "'" }
    }
}
