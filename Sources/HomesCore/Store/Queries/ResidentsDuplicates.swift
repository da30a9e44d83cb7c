import GRDB

/// Why somebody may be the same person.
public enum DuplicateReason: String, CodeList {
    case identityNumber
    case phone
    case name
    case alias
    case pinyin
    case similar

    /// The words beside the row.
    public var label: Phrase {
        switch self {
        case .identityNumber: Phrase("same identity number", "身份证号相同")
        case .phone: Phrase("same phone", "电话相同")
        case .name: Phrase("same name", "姓名相同")
        case .pinyin: Phrase("sounds the same", "读音相同")
        case .similar: Phrase("similar name", "姓名相近")
        case .alias: Phrase("also called so", "别名相同")
        }
    }

    /// How much it says, the surest first.
    var weight: Int {
        switch self {
        case .identityNumber: 100
        case .phone: 60
        case .name: 40
        case .alias: 30
        case .pinyin: 20
        case .similar: 5
        }
    }
}

/// Somebody the home knows who may be the one at the door: a code and initials, never a name.
public struct DuplicateRow: Equatable, Sendable {
    /// Her record.
    public let personId: String
    /// `AH014-0231`.
    public let personCode: String
    /// `WX`.
    public let initials: String?
    /// The year in which she was born, as far as it is known.
    public let birthYear: String?
    /// Why she is listed, the surest first.
    public let reasons: [DuplicateReason]
    /// Whether her date of birth agrees with the one typed; `nil` when one is missing.
    public let birthdateAgrees: Bool?
    /// Whether she is in the home now.
    public let isHere: Bool
}

extension HomesStore {
    /// Persons of the signer's own home who may be the one being typed, the likeliest first, at
    /// most 20. Other homes are never looked at: the answer tells nothing about them.
    ///
    /// The first answer of a form that names anybody is in the journal before it is shown, like the
    /// reading of the list of residents, which shows the same codes and initials. A form asks again
    /// at every field; its later answers are about the same woman at the door, and entries for each
    /// would bury the rest of the journal.
    ///
    /// - Parameters:
    ///   - person: What has been typed so far: names, alias, identity number, birth date. One that
    ///     is in the file already is not compared with herself.
    ///   - phone: Her own number, as far as typed.
    ///   - isNoted: Whether the form had such an answer before.
    public func possibleDuplicates(
        of person: Person, phone: String? = nil, isNoted: Bool = false, by signature: Signature
    ) throws(StoreError) -> [DuplicateRow] {
        let homeId = signature.homeId ?? ""
        let probe = DuplicateProbe(person, phone: phone)
        let rows = try read(.findDuplicates, at: homeId, by: signature) { db in
            probe.isEmpty ? [] : try db.duplicates(of: person, probe, homeId)
        }
        if !rows.isEmpty, !isNoted {
            try perform(.searchPersons, signature) { op in
                try op.journal(.search, Person.table, homeId, field: "duplicates")
            }
        }
        return rows
    }
}

extension Database {
    fileprivate func duplicates(
        of person: Person, _ probe: DuplicateProbe, _ homeId: String
    ) throws -> [DuplicateRow] {
        let samePhone = try persons(withPhone: probe.phone, homeId)
        var found: [(weight: Int, row: DuplicateRow)] = []
        try RawCursor.read(
            self,
            """
            SELECT p.id, p.personCode, p.nameZh, p.namePinyin, p.alias, p.prs_Birthdate,
              p.prs_IdentityNumber, p.prs_FirstName, p.prs_SecondName, p.searchKey
            FROM person p WHERE p.homeId = ? AND p.voidedAt IS NULL AND p.sealedAt IS NULL
            """, [homeId]
        ) { row in
            let candidate = DuplicateCandidate(row)
            var reasons = probe.reasons(candidate)
            if samePhone.contains(row.text(0)) {
                reasons.insert(.phone, at: reasons.first == .identityNumber ? 1 : 0)
            }
            if reasons.isEmpty || row.text(0) == person.id { return }
            let agrees = probe.birthdateAgrees(with: candidate.birthdate)
            let weight =
                reasons.reduce(0) { $0 + $1.weight } + (agrees == true ? 25 : 0)
                - (agrees == false ? 10 : 0)
            let personId = row.text(0)
            found.append(
                (
                    weight,
                    DuplicateRow(
                        personId: personId, personCode: row.text(1),
                        initials: SearchTexts.initials(
                            pinyin: candidate.pinyin, first: row.told(7), second: row.told(8)),
                        birthYear: candidate.birthdate.map { String($0.prefix(4)) },
                        reasons: reasons, birthdateAgrees: agrees, isHere: false)
                ))
        }
        found.sort { ($1.weight, $0.row.personCode) < ($0.weight, $1.row.personCode) }
        return try found.prefix(20).map { try $0.row.marked(self) }
    }
}

extension Database {
    /// Those of the home whose own number this is; nobody for a number that is not yet whole.
    private func persons(withPhone digits: String, _ homeId: String) throws -> Set<String> {
        var persons: Set<String> = []
        if digits.isEmpty { return persons }
        try RawCursor.read(
            self,
            """
            SELECT c.personId, c.phone FROM person p JOIN contact c ON c.personId = p.id
            WHERE p.homeId = ? AND p.voidedAt IS NULL AND p.sealedAt IS NULL
              AND c.kind = 'SELF' AND c.voidedAt IS NULL AND c.phone IS NOT NULL
            """, [homeId]
        ) { row in
            if DuplicateProbe.digits(row.told(1)) == digits { persons.insert(row.text(0)) }
        }
        return persons
    }
}

extension DuplicateRow {
    /// The row with whether she is here; asked only for those that are shown.
    fileprivate func marked(_ db: Database) throws -> DuplicateRow {
        let isHere = try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM stay WHERE personId = ? AND exitDate IS NULL
                      AND voidedAt IS NULL AND state = 'CHECKED_IN')
                    """), arguments: [personId])
        return DuplicateRow(
            personId: personId, personCode: personCode, initials: initials, birthYear: birthYear,
            reasons: reasons, birthdateAgrees: birthdateAgrees, isHere: isHere ?? false)
    }
}

/// What a known person is compared by.
private struct DuplicateCandidate {
    let name: String?
    let pinyin: String?
    let alias: String?
    let birthdate: String?
    let identityNumber: String?
    let searchKey: String

    init(_ row: RawCursor) {
        name = row.told(2) ?? row.told(8)
        pinyin = row.optionalText(3)
        alias = row.told(4)
        birthdate = row.told(5)
        identityNumber = row.told(6)
        searchKey = row.text(9)
    }
}

/// What has been typed, folded once for all comparisons.
private struct DuplicateProbe {
    let names: Set<String>
    let pinyin: Set<String>
    let query: SearchQuery?
    /// Whether what is typed can only be the initials of a name of two characters.
    let isTwoInitials: Bool
    let identityNumber: String
    let birthdate: Birthdate?
    /// Empty until so many digits are typed that it is somebody's.
    let phone: String

    init(_ person: Person, phone: String?) {
        self.phone = DuplicateProbe.digits(phone)
        let typed = [person.nameZh.text, person.prs_SecondName.text, person.alias.text]
            .compactMap(\.self).filter { !$0.isEmpty }
        names = Set(typed.map(SearchFold.fold))
        pinyin = Set((typed + [person.namePinyin ?? ""]).map(SearchTexts.squeezed))
            .subtracting([""])
        // One character would list half the home, and so would two letters, unless they are the
        // initials of the whole name: zm is 周敏, but not 周敏华.
        let hasHan = typed.first?.unicodeScalars.contains(where: SearchFold.isHan) == true
        let length = typed.first?.count ?? 0
        query = length >= 2 ? typed.first.map { SearchQuery($0) } : nil
        isTwoInitials = !hasHan && length == 2
        identityNumber = EntryText.halfWidth(person.prs_IdentityNumber.text ?? "").uppercased()
        birthdate = person.birthdate
    }

    /// Whether nothing has been typed that could be compared. A birth date alone is no sign.
    var isEmpty: Bool { names.isEmpty && identityNumber.utf8.count < 14 && phone.isEmpty }

    /// The digits of a number without the country's; empty for less than seven.
    static func digits(_ phone: String?) -> String {
        let digits = EntryText.halfWidth(phone ?? "").filter(\.isNumber)
        return digits.count < 7 ? "" : String(digits.suffix(11))
    }

    func reasons(_ candidate: DuplicateCandidate) -> [DuplicateReason] {
        var reasons: [DuplicateReason] = []
        // From the region and birth date on, a number being typed says something.
        if identityNumber.utf8.count >= 14,
            candidate.identityNumber?.hasPrefix(identityNumber) == true
        {
            reasons.append(.identityNumber)
        }
        if names.isEmpty { return reasons }
        if let name = candidate.name, names.contains(SearchFold.fold(name)) {
            reasons.append(.name)
        }
        if let alias = candidate.alias, names.contains(SearchFold.fold(alias)) {
            reasons.append(.alias)
        }
        if reasons.contains(.name) || reasons.contains(.alias) { return reasons }
        if let known = candidate.pinyin, pinyin.contains(SearchTexts.squeezed(known)) {
            reasons.append(.pinyin)
        } else if let query, !isTwoInitials || candidate.name?.count == 2,
            query.matches(candidate.searchKey)
        {
            reasons.append(.similar)
        }
        return reasons
    }

    /// Whether the two dates of birth may be the same day; `nil` when one is missing.
    func birthdateAgrees(with other: String?) -> Bool? {
        guard let birthdate, let other = other.flatMap({ Birthdate(stored: $0) }) else {
            return nil
        }
        return birthdate.earliest <= other.latest && other.earliest <= birthdate.latest
    }
}
