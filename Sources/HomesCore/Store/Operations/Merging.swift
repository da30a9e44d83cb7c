import GRDB

extension HomesStore {
    /// Makes one file of two about the same woman: every record of the other goes over to the one
    /// that stays, the other is void and refers to it, and its code still finds her.
    ///
    /// - Parameters:
    ///   - fields: Of which fields the other file's answer is kept.
    /// - Returns: The person who stays.
    /// - Throws: `noSuchRecord` for a file of another home, a sealed one and none at all alike;
    ///   `refused`: `roleMayNot`, `mergeSame`, `mergeOverlap`, `mergeTwice`.
    @discardableResult
    public func mergePersons(
        keeping keptId: String, _ otherId: String, takingFromOther fields: Set<String> = [],
        by signature: Signature
    ) throws(StoreError) -> Person {
        try perform(.mergePersons, signature) { op in
            var kept = try op.db.own(Person.self, keptId, signature, for: .mergePersons)
            let other = try op.db.own(Person.self, otherId, signature, for: .mergePersons)
            guard kept.id != other.id else { throw StoreError.refused(.mergeSame) }
            try op.db.requireApart(kept.id, other.id)
            do {
                for kind in RecordKinds.all where kind.table != Person.table {
                    for column in kind.references(to: Person.table) {
                        try op.moveRows(kind.type, column, from: other.id, to: kept.id)
                    }
                }
            } catch let error as DatabaseError
                where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE
            {
                throw StoreError.refused(.mergeTwice)
            }
            for field in Person.fields where fields.contains(field.name) && field.kind.isTyped {
                _ = field.set(&kept, field.get(other))
            }
            // The pinyin goes with the name.
            if fields.contains("nameZh") { kept.namePinyin = other.namePinyin }
            try op.complete(&kept)
            let saved = try op.update(kept, about: kept.id, reason: other.personCode)
            try op.void(other, about: other.id, reason: kept.personCode)
            var merged = try op.db.fetch(Person.self, id: other.id) ?? other
            merged.mergedInto = kept.id
            try op.update(merged, about: other.id, reason: kept.personCode)
            return saved
        }
    }

    /// Makes two files of one again, exactly as they were: what came from the other goes back to it,
    /// what was added since stays with the one that stays.
    ///
    /// - Parameter otherId: The file that was merged into another.
    /// - Returns: The person of that file.
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`; `unmergeChanged` when something that came
    ///   over, or an answer that was chosen, is not as the merge left it; `unmergeGrown` when
    ///   something new stands on what came over.
    @discardableResult
    public func unmergePersons(
        _ otherId: String, by signature: Signature
    ) throws(StoreError) -> Person {
        try perform(.unmergePersons, signature) { op in
            guard let keptId = try op.db.fetch(Person.self, id: otherId)?.mergedInto else {
                _ = try op.db.own(Person.self, otherId, signature, for: .mergePersons)
                throw StoreError.noSuchRecord
            }
            _ = try op.db.own(Person.self, keptId, signature, for: .mergePersons)
            guard let operationId = try op.db.mergeOperation(of: otherId) else {
                throw StoreError.noSuchRecord
            }
            try op.takeApart(mergedBy: operationId)
            return try op.db.existing(Person.self, otherId)
        }
    }
}

extension Operation {
    /// Gives the rows of one person to another. Who attended a session under both files attended it
    /// once.
    fileprivate mutating func moveRows<R: Record>(
        _ type: R.Type, _ column: String, from: String, to: String
    ) throws {
        guard let field = R.field(column) else { return }
        for row in try db.fetchAll(type, "\"\(column)\" = ?", [from]) {
            var record = row
            if let attendance = row as? Attendance, !attendance.stamp.isVoided,
                try db.hasAttended(attendance.sessionId, to)
            {
                try void(row, about: to, reason: "merge")
                record = try db.fetch(type, id: row.id) ?? row
            }
            guard field.set(&record, .text(to)) else { throw StoreError.damaged }
            try update(record, about: to, reason: "merge")
        }
    }

    /// Takes a merge apart from its journal entries.
    mutating func takeApart(mergedBy operationId: String) throws {
        let steps = try db.mergeSteps(operationId)
        guard
            let otherId = steps.first(where: { $0.action == .void && $0.table == Person.table })?
                .rowId,
            let other = try db.fetch(Person.self, id: otherId), let keptId = other.mergedInto,
            try db.mergeOperation(of: otherId) == operationId
        else { throw StoreError.refused(.nothingToUndo) }
        // Handed on to another home since: that home's file cannot be this one's again.
        guard try db.existing(Person.self, keptId).homeId == other.homeId else {
            throw StoreError.refused(.unmergeChanged)
        }
        let moved = steps.filter { $0.action == .update && $0.table != Person.table }
        try db.requireSeparable(moved, from: keptId)
        var restored = other
        restored.mergedInto = nil
        try update(restored, about: otherId, reason: "unmerge")
        try restore(
            try db.fetch(Person.self, id: otherId) ?? restored, about: otherId, reason: "unmerge")
        for step in moved {
            guard let kind = RecordKinds.kind(table: step.table) else { continue }
            try moveBack(kind.type, step, from: keptId, to: otherId)
        }
        for step in steps where step.action == .void && step.table != Person.table {
            guard let kind = RecordKinds.kind(table: step.table) else { continue }
            try restoreVoided(kind.type, step.rowId, about: otherId)
        }
        let answers = steps.filter { $0.action == .update && $0.rowId == keptId }
        try takeBack(answers, of: keptId)
        try journal(.undo, "audit", operationId, about: keptId)
    }

    private mutating func moveBack<R: Record>(
        _ type: R.Type, _ step: MergeStep, from: String, to: String
    ) throws {
        guard var record = try db.fetch(type, id: step.rowId),
            let field = step.field.flatMap(R.field), field.get(record) == .text(from),
            field.set(&record, .text(to))
        else { throw StoreError.refused(.unmergeChanged) }
        try update(record, about: to, reason: "unmerge")
    }

    private mutating func restoreVoided<R: Record>(
        _ type: R.Type, _ id: String, about personId: String
    ) throws {
        guard let record = try db.fetch(type, id: id), record.stamp.isVoided else { return }
        try restore(record, about: personId, reason: "unmerge")
    }

    /// Puts the answers back that were chosen from the other file.
    private mutating func takeBack(_ answers: [MergeStep], of keptId: String) throws {
        var kept = try db.existing(Person.self, keptId)
        for answer in answers {
            guard let field = answer.field.flatMap(Person.field) else { continue }
            if field.name == "searchKey" { continue }
            guard field.get(kept).journalText == answer.text.new,
                field.set(&kept, journalText: answer.text.old)
            else { throw StoreError.refused(.unmergeChanged) }
        }
        kept.searchKey = SearchTexts.key(of: kept)
        try update(kept, about: keptId, reason: "unmerge")
    }
}

/// What a merge did to one row.
private struct MergeStep {
    let action: JournalAction
    let table: String
    let rowId: String
    let field: String?
    let text: JournalText
}

extension Database {
    /// Refuses two files that cannot be one woman's.
    fileprivate func requireApart(_ keptId: String, _ otherId: String) throws {
        let overlaps = [("stay", "entryDate", "exitDate"), ("placement", "startDate", "endDate")]
            .map { table, from, to in
                """
                EXISTS (SELECT 1 FROM \(table) a JOIN \(table) b ON b.personId = ?2
                  WHERE a.personId = ?1 AND a.voidedAt IS NULL AND b.voidedAt IS NULL
                    AND a.\(from) < coalesce(b.\(to), '9999-12-31')
                    AND b.\(from) < coalesce(a.\(to), '9999-12-31'))
                """
            }.joined(separator: " OR ")
        if try Bool.fetchOne(self, sql: "SELECT \(overlaps)", arguments: [keptId, otherId]) == true
        {
            throw StoreError.refused(.mergeOverlap)
        }
    }

    fileprivate func hasAttended(_ sessionId: String, _ personId: String) throws -> Bool {
        try Bool.fetchOne(
            self,
            sql: """
                SELECT EXISTS (SELECT 1 FROM attendance
                  WHERE sessionId = ? AND personId = ? AND voidedAt IS NULL)
                """, arguments: [sessionId, personId]) ?? false
    }

    /// The operation by which a file was merged.
    fileprivate func mergeOperation(of personId: String) throws -> String? {
        try String.fetchOne(
            self,
            sql: """
                SELECT operationId FROM audit WHERE personId = ?1 AND rowId = ?1
                  AND operation = 'mergePersons' AND action = 'void' ORDER BY id DESC LIMIT 1
                """, arguments: [personId])
    }

    /// What a merge did, in its order.
    fileprivate func mergeSteps(_ operationId: String) throws -> [MergeStep] {
        var keys = PersonKeys()
        return try Row.fetchAll(
            self,
            sql: """
                SELECT action, "table", rowId, field, old, new, sealed, personId, journal, seq
                FROM audit WHERE operationId = ? AND action IN ('update', 'void') ORDER BY id
                """, arguments: [operationId]
        ).map { row in
            let place = JournalPlace(journal: row[8], seq: row[9], rowId: row[2], field: row[3])
            let said = try keys.said(
                JournalText(old: row[4], new: row[5]), row[6], about: row[7], at: place, self)
            guard case .text(let text) = said, let action = JournalAction(rawValue: row[0]) else {
                throw StoreError.refused(.unmergeChanged)
            }
            return MergeStep(
                action: action, table: row[1], rowId: row[2], field: row[3], text: text)
        }
    }

    /// Refuses when something that is hers since the merge stands on what came from the other file:
    /// whose it is could not be told.
    fileprivate func requireSeparable(_ moved: [MergeStep], from keptId: String) throws {
        let ids = Dictionary(grouping: moved, by: \.table).mapValues { JSON.list($0.map(\.rowId)) }
        for kind in RecordKinds.all where kind.table != Person.table {
            for person in kind.references(to: Person.table) {
                for reference in kind.references where ids[reference.table] != nil {
                    let isGrown = try Bool.fetchOne(
                        self,
                        sql: """
                            SELECT EXISTS (SELECT 1 FROM "\(kind.table)" WHERE "\(person)" = ?
                              AND voidedAt IS NULL
                              AND "\(reference.column)" IN (SELECT value FROM json_each(?))
                              AND id NOT IN (SELECT value FROM json_each(?)))
                            """, arguments: [keptId, ids[reference.table], ids[kind.table] ?? "[]"])
                    if isGrown == true { throw StoreError.refused(.unmergeGrown) }
                }
            }
        }
    }
}

/// Whether a column names a person or one of the files that became a part of hers.
///
/// - Parameter person: Her id, as SQL.
func aboutWholeFile(_ column: String, _ person: String) -> String {
    """
    \(column) IN (WITH RECURSIVE file(id) AS (SELECT \(person)
      UNION SELECT p.id FROM person p JOIN file ON p.mergedInto = file.id) SELECT id FROM file)
    """
}
