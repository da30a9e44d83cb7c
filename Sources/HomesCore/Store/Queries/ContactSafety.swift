import GRDB

/// In one word, how a woman may be reached: what a search result says before anything leads to a
/// number.
public enum ContactSafety: String, CodeList {
    case mayCall, mayText, mayLeaveMessage
    case unsafe
    case none

    /// The word in the list.
    public var label: Phrase {
        switch self {
        case .mayCall: Phrase("call", "可致电")
        case .mayText: Phrase("text", "仅短信")
        case .mayLeaveMessage: Phrase("message", "仅留言")
        case .unsafe: Phrase("UNSAFE", "不安全")
        case .none: Phrase("none", "无联系")
        }
    }

    /// Whether nobody is to be called without asking her first.
    public var isUnsafe: Bool { self == .unsafe || self == .none }

    /// What a contact allows.
    init(_ line: ContactLine) {
        self =
            if line.mayCall { .mayCall } else if line.mayText {
                .mayText
            } else if line.mayLeaveMessage { .mayLeaveMessage } else { .unsafe }
    }
}

/// How somebody may be reached, and the numbers by which she is found and which no list shows.
struct ListedContact {
    var safety: ContactSafety
    var numbers: [String] = []
}

extension Database {
    /// The contacts of the persons of a home, as its list needs them: her own first, as on her page.
    ///
    /// - Parameter hereOnly: Only those with an open stay.
    func listedContacts(
        homeId: String, hereOnly: Bool, on date: CivilDate
    ) throws -> [RecordKey: ListedContact] {
        let persons =
            hereOnly
            ? """
            SELECT personId FROM stay WHERE homeId = ? AND exitDate IS NULL
              AND voidedAt IS NULL AND state = 'CHECKED_IN'
            """ : "SELECT id FROM person WHERE homeId = ? AND voidedAt IS NULL"
        var contacts: [RecordKey: ListedContact] = [:]
        try RawCursor.read(
            self,
            """
            SELECT personId, mayCall, mayText, mayLeaveMessage, checkedOn, phone FROM contact
            WHERE voidedAt IS NULL AND personId IN (\(persons))
            ORDER BY personId, CASE kind WHEN 'SELF' THEN 1 WHEN 'FAMILY' THEN 2
              WHEN 'EMERGENCY' THEN 3 ELSE 4 END, createdAt, id
            """, [homeId]
        ) { row in
            var contact = Contact()
            contact.mayCall = YesNo(rawValue: row.text(1)) ?? .notCollected
            contact.mayText = YesNo(rawValue: row.text(2)) ?? .notCollected
            contact.mayLeaveMessage = YesNo(rawValue: row.text(3)) ?? .notCollected
            contact.checkedOn = row.date(4)
            let key = row.key(0)
            var listed =
                contacts[key]
                ?? ListedContact(safety: ContactSafety(ContactLine(contact, on: date)))
            if let phone = row.told(5) { listed.numbers.append(phone) }
            contacts[key] = listed
        }
        return contacts
    }
}
