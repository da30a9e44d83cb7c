import GRDB

/// The last saved change of a user, as the undo key offers it.
public struct UndoOffer: Equatable, Sendable {
    /// The operation that would be undone.
    public let operationId: String
    /// What was done.
    public let operation: OperationName
    /// When.
    public let at: Instant
    /// The code of the person it was about; never a name.
    public let personCode: String?

    /// `Moved to another bed, AH014-0231`.
    public var phrase: Phrase {
        guard let personCode else { return operation.label }
        return operation.label + Phrase(", \(personCode)", "，\(personCode)")
    }
}

extension HomesStore {
    /// How long a change can be undone, in seconds: a day.
    public static let undoSeconds = 86_400
    /// How many journal entries an operation may have to be undone.
    static let undoLimit = 1_000

    /// The signer's last change of the last 24 hours that is not undone yet; `nil` when there is
    /// none.
    public func lastUndoable(by signature: Signature) throws(StoreError) -> UndoOffer? {
        try read(.undo, at: signature.homeId, by: signature) { db in
            let rows = try Row.fetchCursor(
                db.cachedStatement(
                    sql: """
                        SELECT a.operationId, a.operation, max(a.at), max(p.personCode)
                        FROM (SELECT * FROM audit WHERE userId = ?1 ORDER BY id DESC
                            LIMIT \(2 * HomesStore.undoLimit)) a
                          LEFT JOIN person p ON p.id = a.personId
                        WHERE a.at >= ?2 AND a.journal = ?3 AND a.action IN (\(changingActions))
                          AND p.sealedAt IS NULL
                          AND (p.homeId IS NULL OR ?4 IS NULL OR p.homeId = ?4)
                          AND a.operation NOT IN (\(neverUndone))
                          AND NOT EXISTS (SELECT 1 FROM audit u WHERE u.userId = ?1
                            AND u.id > a.id AND u.action = 'undo' AND u.rowId = a.operationId)
                        GROUP BY a.operationId ORDER BY max(a.id) DESC LIMIT 1
                        """),
                arguments: [
                    signature.userId, signature.at.adding(seconds: -HomesStore.undoSeconds).iso,
                    signature.journal, signature.homeId,
                ])
            guard let row = try rows.next(), let operation = OperationName(rawValue: row[1]),
                let at = Instant(iso: row[2])
            else { return nil }
            return UndoOffer(
                operationId: row[0], operation: operation, at: at, personCode: row[3])
        }
    }

    /// Takes an operation back from its journal entries, the last first: what it made is voided,
    /// what it changed becomes what it was, what it voided is there again.
    ///
    /// - Throws: `refused(.nothingToUndo)` for an operation of somebody else, of more than a day
    ///   ago, or one that is never undone; `refused(.undoOvertaken)` when anything it touched was
    ///   changed since, or something new depends on what it made.
    public func undo(operationId: String, by signature: Signature) throws(StoreError) {
        try perform(.undo, signature) { op in
            try op.db.require(.undo, at: signature.homeId, signature)
            let entries = try op.db.entries(ofOperation: operationId)
            guard let first = entries.first, first.userId == signature.userId,
                first.journal == signature.journal,
                first.at >= signature.at.adding(seconds: -HomesStore.undoSeconds),
                entries.count <= HomesStore.undoLimit, first.isUndoable,
                try !op.db.isUndone(operationId),
                try !entries.contains(where: { entry in
                    try entry.personId.map { try op.db.isAway($0, from: signature) } ?? false
                })
            else { throw StoreError.refused(.nothingToUndo) }
            if first.operation == OperationName.mergePersons.rawValue {
                return try op.takeApart(mergedBy: operationId)
            }
            // That somebody watched was seen is not taken back with what was typed.
            for step in UndoEntry.steps(entries) where step[0].table != Sighting.table {
                guard let kind = RecordKinds.kind(table: step[0].table) else { continue }
                try op.undo(step, kind.type, of: operationId)
            }
            try op.journal(.undo, "audit", operationId, about: first.personId)
        }
    }
}

/// What the journal says was changed, and not only seen.
private let changingActions = "'create', 'update', 'void', 'restore'"

/// What has an end of its own, is no staff action, or took two persons: one of them alone does not
/// take it back.
private let neverUndone = [
    OperationName.setUp, .addUser, .signIn, .signOut, .importRegistry, .importStays, .importWages,
    .undo, .showPerson, .searchPersons, .showNames, .report, .check, .makeDemonstration,
    .approveEmployer, .sealPerson, .unsealPerson, .breakGlass, .reviewGlass, .refuseAccess,
    .showList, .printReaders, .seeAlarm, .purge, .changeRole, .disableUser, .issuePassword,
    .changePassword, .lockOut, .recover, .newShares, .printSheet, .copyFile, .signNote,
    .amendNote, .answerTransfer, .unmergePersons, .closeSighting,
].map { "'\($0.rawValue)'" }.joined(separator: ", ")

/// A journal entry as undo reads it.
private struct UndoEntry {
    let userId: String
    let journal: String
    let at: Instant
    let operation: String
    let action: JournalAction?
    let table: String
    let rowId: String
    let personId: String?
    let field: String?
    let said: JournalSaid

    var changes: Bool {
        switch action {
        case .create, .update, .void, .restore: true
        default: false
        }
    }

    /// The changes, the last first; what was changed in a record at one go stays together, because
    /// a rule may hold for two fields only at once.
    static func steps(_ entries: [UndoEntry]) -> [[UndoEntry]] {
        var steps: [[UndoEntry]] = []
        for entry in entries.reversed() where entry.changes {
            if entry.action == .update, let last = steps.last?.last, last.action == .update,
                last.table == entry.table, last.rowId == entry.rowId
            {
                steps[steps.count - 1].append(entry)
            } else {
                steps.append([entry])
            }
        }
        return steps
    }

    var isUndoable: Bool { !neverUndone.contains("'\(operation)'") }
}

extension Database {
    fileprivate func entries(ofOperation id: String) throws -> [UndoEntry] {
        var keys = PersonKeys()
        return try Row.fetchAll(
            self,
            sql: """
                SELECT userId, at, operation, action, coalesce("table", ''), coalesce(rowId, ''),
                  personId, field, old, new, journal, sealed, seq, rowId
                FROM audit WHERE operationId = ? ORDER BY id LIMIT \(HomesStore.undoLimit + 1)
                """, arguments: [id]
        ).map { row in
            let place = JournalPlace(journal: row[10], seq: row[12], rowId: row[13], field: row[7])
            return UndoEntry(
                userId: row[0], journal: row[10],
                at: Instant(iso: row[1]) ?? Instant(milliseconds: 0),
                operation: row[2], action: JournalAction(rawValue: row[3]), table: row[4],
                rowId: row[5], personId: row[6], field: row[7],
                said: try keys.said(
                    JournalText(old: row[8], new: row[9]), row[11], about: row[6], at: place, self))
        }
    }

    /// Whether a person's file is sealed, or has gone to another home since.
    fileprivate func isAway(_ personId: String, from signature: Signature) throws -> Bool {
        guard let file = try file(of: personId) else { return false }
        return file.isSealed || (signature.homeId.map { $0 != file.homeId } ?? false)
    }

    fileprivate func isUndone(_ operationId: String) throws -> Bool {
        try Bool.fetchOne(
            self,
            sql: """
                SELECT EXISTS (SELECT 1 FROM audit
                  WHERE id > (SELECT max(id) FROM audit WHERE operationId = ?1)
                    AND action = 'undo' AND rowId = ?1)
                """, arguments: [operationId]) ?? false
    }

    /// Whether a record that is not voided refers to this one.
    func isReferredTo(_ table: String, _ id: String) throws -> Bool {
        for kind in RecordKinds.all {
            for column in kind.references(to: table) {
                let isUsed = try Bool.fetchOne(
                    self,
                    sql: """
                        SELECT EXISTS (SELECT 1 FROM "\(kind.table)"
                          WHERE "\(column)" = ? AND voidedAt IS NULL)
                        """, arguments: [id])
                if isUsed == true { return true }
            }
        }
        return false
    }
}

extension Operation {
    /// Takes one step back: the making or voiding of a record, or its changes.
    fileprivate mutating func undo<R: Record>(
        _ step: [UndoEntry], _ type: R.Type, of operationId: String
    ) throws {
        let entry = step[0]
        guard let record = try db.fetch(type, id: entry.rowId) else {
            throw StoreError.refused(.undoOvertaken)
        }
        switch entry.action {
        case .create, .restore:
            guard !record.stamp.isVoided, try !isTouched(entry, since: operationId),
                try !db.isReferredTo(R.table, record.id)
            else { throw StoreError.refused(.undoOvertaken) }
            try void(record, about: entry.personId, reason: "undo")
        case .void:
            guard record.stamp.isVoided else { throw StoreError.refused(.undoOvertaken) }
            try restore(record, about: entry.personId, reason: "undo")
        case .update:
            var earlier = record
            for change in step {
                guard let field = change.field.flatMap(R.field), !record.stamp.isVoided,
                    case .text(let text) = change.said,
                    case let new = try db.opened(text.new, R.table, field.name, record.id),
                    case let old = try db.opened(text.old, R.table, field.name, record.id),
                    (new == nil) == (text.new == nil), (old == nil) == (text.old == nil),
                    field.get(earlier).journalText == new,
                    field.set(&earlier, journalText: old)
                else { throw StoreError.refused(.undoOvertaken) }
            }
            try update(earlier, about: entry.personId, reason: "undo")
        default: return
        }
    }

    /// Whether a later operation, this one apart, changed the record.
    private func isTouched(_ entry: UndoEntry, since operationId: String) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM audit a
                  WHERE a.id > (SELECT max(id) FROM audit WHERE operationId = ?3)
                    AND a.rowId = ?2 AND a."table" = ?1 AND a.operation <> 'undo'
                    AND a.operationId <> ?4 AND a.action IN (\(changingActions))
                    AND NOT EXISTS (SELECT 1 FROM audit u
                      WHERE u.id > a.id AND u.action = 'undo' AND u.rowId = a.operationId))
                """,
            arguments: [entry.table, entry.rowId, operationId, id]) ?? true
    }
}

extension Field {
    /// Sets a value as the journal wrote it: text, or a number where the field holds one.
    func set(_ record: inout Record, journalText text: String?) -> Bool {
        guard let text else { return set(&record, .null) }
        if set(&record, .text(text)) { return true }
        return Int(text).map { set(&record, .integer($0)) } ?? false
    }
}
