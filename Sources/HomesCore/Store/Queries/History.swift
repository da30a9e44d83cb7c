import GRDB

/// One line of a history, in words: who did what, when, to what.
public struct HistoryEntry: Equatable, Sendable {
    /// When.
    public let at: Instant
    /// The name of who did it.
    public let who: String
    /// Her role at the time.
    public let role: Role?
    /// What she did.
    public let operation: Phrase
    /// What was done to the record.
    public let action: Phrase
    /// What kind of record; `nil` when none.
    public let noun: Phrase?
    /// The record; `nil` when none.
    public let rowId: String?
    /// Whom it was about, by record id.
    public let personId: String?
    /// Her code.
    public let personCode: String?
    /// The field that was changed.
    public let field: Phrase?
    /// What it was; `nil` for nothing.
    public let old: Phrase?
    /// What it became; `nil` for nothing.
    public let new: Phrase?
    /// Why.
    public let reason: String?
    /// Whether what was written here was destroyed with the key of the person it was about.
    public let isDestroyed: Bool
    /// Entries of one operation share it.
    public let operationId: String

    /// `Bed: 1 -> 2`, or what was done to which kind of record.
    public var what: Phrase {
        if isDestroyed {
            let subject = field ?? noun
            return (subject.map { $0 + Phrase(": ", "：") } ?? Phrase("", ""))
                + Phrase("what was written here has been destroyed", "所记内容已销毁")
        }
        if action == JournalAction.print.label, let field {
            // What it became is the paper's last day and language.
            return field + Phrase(": ", "：") + action
                + (new.map { Phrase(", until ", "，有效至") + $0 } ?? Phrase("", ""))
        }
        guard let field else { return noun.map { $0 + Phrase(": ", "：") + action } ?? action }
        let nothing = Phrase("(empty)", "（空）")
        return field + Phrase(": ", "：") + (old ?? nothing) + Phrase(" -> ", " → ")
            + (new ?? nothing)
    }
}

extension HomesStore {
    /// What happened to a person's records, the latest first. That it is shown is in the journal
    /// before it is read.
    ///
    /// - Throws: `refused(.roleMayNot)`; `noSuchRecord` for a person of another home.
    public func history(
        personId: String, limit: Int = 500, by signature: Signature
    ) throws(StoreError) -> [HistoryEntry] {
        try perform(.showPerson, signature) { op in
            _ = try op.db.own(Person.self, personId, signature, for: .openRecord)
            try op.journal(.show, Person.table, personId, about: personId, field: "history")
        }
        return try read { db in
            try db.history(
                "\(aboutWholeFile("a.personId", "?")) AND a.action <> 'show' AND \(unlessUnsigned)",
                [personId, signature.userId, signature.userId], limit: limit)
        }
    }
}

/// Keeps out of a history what only the author of a note sees: that a draft is there, and how a
/// signed note was worded before.
private let unlessUnsigned = """
    NOT (a."table" = 'note' AND EXISTS (SELECT 1 FROM note n WHERE n.id = a.rowId
      AND (n.signedAt IS NULL AND n.createdBy <> ?
        OR a.field IN ('text', 'kind', 'date') AND n.createdBy <> ?)))
    """

extension Database {
    fileprivate func history(
        _ condition: String, _ arguments: StatementArguments, limit: Int
    ) throws -> [HistoryEntry] {
        let rows = try Row.fetchCursor(
            self,
            sql: """
                SELECT a.at, u.displayName, a.role, a.operation, a.action, a."table", a.rowId,
                  a.personId, p.personCode, a.field, a.old, a.new, a.reason, a.operationId, a.userId,
                  a.sealed, a.journal, a.seq
                FROM audit a LEFT JOIN user u ON u.id = a.userId
                  LEFT JOIN person p ON p.id = a.personId
                WHERE \(condition) ORDER BY a.id DESC LIMIT \(limit)
                """, arguments: arguments)
        var words = RecordWords()
        var keys = PersonKeys()
        var entries: [HistoryEntry] = []
        while let row = try rows.next() {
            guard let at = Instant(iso: row[0]) else { throw StoreError.damaged }
            let table: String? = row[5]
            let kind = table.flatMap { RecordKinds.kind(table: $0) }
            let field: String? = row[9]
            // Kept by the program and full of names: nobody's change.
            if field == "searchKey" { continue }
            let said = try keys.said(
                JournalText(old: row[10], new: row[11], reason: row[12]), row[15], about: row[7],
                at: JournalPlace(journal: row[16], seq: row[17], rowId: row[6], field: field), self)
            var text = JournalText()
            if case .text(let read) = said { text = read }
            text.old = try opened(text.old, table, field, row[6])
            text.new = try opened(text.new, table, field, row[6])
            let old = try words.value(self, kind, field, text.old)
            let new = try words.value(self, kind, field, text.new)
            let operation: String = row[3]
            let action: String = row[4]
            entries.append(
                HistoryEntry(
                    at: at, who: row[1] ?? row[14], role: Role(rawValue: row[2]),
                    operation: OperationName.label(of: operation),
                    action: JournalAction.label(of: action), noun: kind?.noun, rowId: row[6],
                    personId: row[7], personCode: row[8],
                    field: field.map { kind?.labels[$0] ?? Sheets.title(of: $0) }, old: old,
                    new: new, reason: text.reason, isDestroyed: said == .destroyed,
                    operationId: row[13]))
        }
        return entries
    }
}

/// Says what a journal entry's value is: codes by their labels, other records by their codes.
private struct RecordWords {
    private var known: [String: Phrase?] = [:]

    mutating func value(
        _ db: Database, _ kind: RecordKinds.Kind?, _ field: String?, _ text: String?
    ) throws -> Phrase? {
        guard let text else { return nil }
        if text.first == "#", let gap = Gap(rawValue: String(text.dropFirst())) { return gap.label }
        guard let kind, let field else { return Phrase(verbatim: text) }
        if let label = kind.wording(field, text) { return label }
        guard let table = kind.references.first(where: { $0.column == field })?.table else {
            return Phrase(verbatim: text)
        }
        if let phrase = known[text] { return phrase ?? Phrase(verbatim: text) }
        let phrase = try db.shortName(of: table, text)
        known[text] = phrase
        return phrase ?? Phrase(verbatim: text)
    }
}

extension Database {
    /// A record by its code or number, never by a person's name.
    fileprivate func shortName(of table: String, _ id: String) throws -> Phrase? {
        let sql: String? =
            switch table {
            case User.table: "SELECT displayName, displayName FROM user WHERE id = ?"
            case Home.table: "SELECT nameEn, nameZh FROM home WHERE id = ?"
            case Person.table:
                "SELECT personCode, personCode FROM person WHERE id = ? AND sealedAt IS NULL"
            case Case.table:
                """
                SELECT caseCode, caseCode FROM "case" WHERE id = ? AND \(notSealed("personId"))
                """
            case Room.table: "SELECT name, name FROM room WHERE id = ?"
            case Bed.table:
                """
                SELECT r.name || '/' || b.bedNumber, r.name || '/' || b.bedNumber
                FROM bed b JOIN room r ON r.id = b.roomId WHERE b.id = ?
                """
            case BedStatusPeriod.table:
                "SELECT fromNight, fromNight FROM bedStatusPeriod WHERE id = ?"
            case Stay.table: "SELECT entryDate, entryDate FROM stay WHERE id = ?"
            case Employer.table: "SELECT org_Name, org_Name FROM employer WHERE id = ?"
            default: nil
            }
        guard let sql, let row = try Row.fetchOne(self, sql: sql, arguments: [id]) else {
            return nil
        }
        return Phrase(row[0], row[1])
    }
}
