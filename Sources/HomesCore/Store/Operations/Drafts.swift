import GRDB

extension HomesStore {
    /// Keeps what somebody has typed, in place of what was kept of the same form and record
    /// before. Drafts are nobody's record yet and leave no trace in the journal.
    ///
    /// - Parameter isHurried: Whether it is done between two keys: then `busy` is thrown at once
    ///   while another process writes, and it is tried again later.
    public func saveDraft(
        _ draft: Draft, isHurried: Bool = false, by signature: Signature
    ) throws(StoreError) {
        let queue = try openQueue()
        try translating(during: "saveDraft") {
            try queue.inDatabase { db in
                func save() throws {
                    try db.inTransaction(.immediate) {
                        try db.write(draft, by: signature)
                        return .commit
                    }
                }
                if isHurried { try db.hurrying(save) } else { try save() }
            }
        }
    }

    /// The draft of a user's form; `recordId` is empty for a new record.
    public func draft(
        userId: String, form: String, recordId: String = ""
    ) throws(StoreError) -> Draft? {
        try read { db in
            try db.drafts("userId = ? AND form = ? AND recordId = ?", [userId, form, recordId])
                .first
        }
    }

    /// A user's drafts, the latest first.
    public func drafts(userId: String) throws(StoreError) -> [Draft] {
        try read { db in try db.drafts("userId = ?", [userId]) }
    }

    /// Throws a draft away; nothing happens when there is none.
    public func discardDraft(
        userId: String, form: String, recordId: String = ""
    ) throws(StoreError) {
        let queue = try openQueue()
        try translating(during: "discardDraft") {
            try queue.inDatabase { db in
                try db.execute(
                    sql: "DELETE FROM draft WHERE userId = ? AND form = ? AND recordId = ?",
                    arguments: [userId, form, recordId])
            }
        }
    }
}

extension Database {
    fileprivate func write(_ draft: Draft, by signature: Signature) throws {
        var ids = IdentifierSource()
        let arguments: StatementArguments = [
            ids.next(at: signature.at), signature.userId, draft.form, draft.recordId, draft.title,
            signature.at.iso, draft.focus,
        ]
        let id = try String.fetchOne(
            self,
            sql: """
                INSERT INTO draft (id, userId, form, recordId, title, savedAt, focus)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (userId, form, recordId) DO UPDATE
                  SET title = excluded.title, savedAt = excluded.savedAt, focus = excluded.focus
                RETURNING id
                """, arguments: arguments)
        try execute(sql: "DELETE FROM draftField WHERE draftId = ?", arguments: [id])
        for text in draft.fields {
            try cachedStatement(
                sql: "INSERT OR REPLACE INTO draftField (draftId, field, text) VALUES (?, ?, ?)"
            ).execute(arguments: [id, text.field, text.text])
        }
    }

    fileprivate func drafts(
        _ condition: String, _ arguments: StatementArguments
    ) throws -> [Draft] {
        let rows = try Row.fetchAll(
            self,
            sql: """
                SELECT id, form, recordId, title, savedAt, focus FROM draft
                WHERE \(condition) AND \(Draft.isOfNobodySealed)
                ORDER BY savedAt DESC, id DESC
                """, arguments: arguments)
        return try rows.map { row in
            let id: String = row[0]
            let texts = try Row.fetchAll(
                try cachedStatement(
                    sql: "SELECT field, text FROM draftField WHERE draftId = ? ORDER BY field"),
                arguments: [id])
            guard let savedAt = Instant(iso: row[4]) else { throw StoreError.damaged }
            return Draft(
                form: row[1], recordId: row[2], title: row[3], focus: row[5], savedAt: savedAt,
                fields: texts.map { Draft.Text(field: $0[0], text: $0[1]) })
        }
    }
}

extension Draft {
    /// Keeps the drafts about women whose record is sealed out of a query: their titles are codes.
    static let isOfNobodySealed = """
        NOT EXISTS (SELECT 1 FROM person p WHERE p.sealedAt IS NOT NULL
          AND (p.personCode = draft.title OR p.id = draft.recordId))
        """
}
