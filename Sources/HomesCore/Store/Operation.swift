import Foundation
import GRDB

/// Who does something, and when: signs every change and every look.
public struct Signature: Equatable, Sendable {
    /// The user's record id.
    public var userId: String
    /// The role she acts in.
    public var role: Role
    /// The home she works in; `nil` for the programme's staff.
    public var homeId: String?
    /// That home's code, which names the journal.
    public var homeCode: String?
    /// The moment.
    public var at: Instant
    /// The programme's clock: minutes ahead of UTC.
    public var offsetMinutes: Int

    /// A signature.
    public init(
        userId: String, role: Role, homeId: String? = nil, homeCode: String? = nil, at: Instant,
        offsetMinutes: Int = 480
    ) {
        self.userId = userId
        self.role = role
        self.homeId = homeId
        self.homeCode = homeCode
        self.at = at
        self.offsetMinutes = offsetMinutes
    }

    /// The civil date of the moment.
    public var today: CivilDate { at.localDate(offsetMinutes: offsetMinutes) }

    /// The journal it is written to: the home's, or the programme's.
    public var journal: String { homeCode ?? "PROGRAMME" }
}

/// One staff action under way: what it inserts, updates and voids goes to the tables and to the
/// journal in the same transaction.
struct Operation {
    let db: Database
    let name: OperationName
    let signature: Signature
    /// The id that its journal entries share; undo takes it.
    let id: String
    private var ids = IdentifierSource()
    /// The end of the journal, once this has written to it.
    private var head: JournalHead?
    /// The keys of the persons that this has written about.
    var keys = PersonKeys()
    /// Whom to look out for, and who was seen.
    var watch: WatchNotice

    init(
        db: Database, name: OperationName, signature: Signature, watch: WatchShelf = WatchShelf()
    ) {
        self.db = db
        self.watch = WatchNotice(shelf: watch)
        self.name = name
        self.signature = signature
        self.id = ids.next(at: signature.at)
    }

    /// The number in the journal of the entry that was written last; `nil` before the first.
    var lastNumber: Int? { head?.seq }

    /// The civil date of the action.
    var today: CivilDate { signature.today }

    /// Saves a new record.
    ///
    /// - Parameter personId: whom it is about, for her history and her key.
    @discardableResult
    mutating func insert<R: Record>(_ record: R, about personId: String?) throws -> R {
        var record = record
        record.stamp = Stamp()
        record.stamp.id = ids.next(at: signature.at)
        record.stamp.createdAt = signature.at
        record.stamp.createdBy = signature.userId
        record.stamp.updatedAt = signature.at
        record.stamp.updatedBy = signature.userId
        try db.insertRow(record)
        if R.table == Person.table { _ = try keys.make(for: record.id, db) }
        try journal(.create, R.table, record.id, about: personId ?? record.ownPersonId)
        try notice(record, changed: nil)
        return record
    }

    /// Saves a changed record, a journal entry for each field that differs.
    ///
    /// - Throws: `changedMeanwhile` when somebody else saved it since it was read.
    @discardableResult
    mutating func update<R: Record>(
        _ record: R, about personId: String?, reason: String? = nil
    ) throws -> R {
        guard let old = try db.fetch(R.self, id: record.id) else { throw StoreError.noSuchRecord }
        guard old.stamp.rowVersion == record.stamp.rowVersion else {
            throw StoreError.changedMeanwhile(table: R.table, id: record.id)
        }
        let changed = R.fields.filter { $0.get(old) != $0.get(record) }
        guard !changed.isEmpty else { return old }
        var saved = record
        touch(&saved.stamp, from: old.stamp)
        // What lies under the second key lies under it in the journal, too.
        let sealed = changed.filter(\.isUnderSecondKey).map(\.name)
        let before = try db.rawTexts(R.table, record.id, sealed)
        try db.updateRow(saved, fields: changed)
        let after = try db.rawTexts(R.table, record.id, sealed)
        for field in changed {
            try journal(
                .update, R.table, record.id, about: personId ?? saved.ownPersonId,
                field: field.name, old: before[field.name] ?? field.get(old).journalText,
                new: after[field.name] ?? field.get(saved).journalText, reason: reason)
        }
        try notice(saved, changed: Set(changed.map(\.name)))
        return saved
    }

    /// Voids a record: it stays, with the reason, and counts nowhere.
    mutating func void<R: Record>(_ record: R, about personId: String?, reason: String) throws {
        guard let old = try db.fetch(R.self, id: record.id), !old.stamp.isVoided else {
            throw StoreError.noSuchRecord
        }
        var saved = old
        touch(&saved.stamp, from: old.stamp)
        saved.stamp.voidedAt = signature.at
        saved.stamp.voidedBy = signature.userId
        saved.stamp.voidReason = reason
        try db.updateRow(saved, fields: [])
        try journal(
            .void, R.table, record.id, about: personId ?? old.ownPersonId, reason: reason)
    }

    /// Takes back a void.
    mutating func restore<R: Record>(_ record: R, about personId: String?, reason: String) throws {
        var saved = record
        touch(&saved.stamp, from: record.stamp)
        saved.stamp.voidedAt = nil
        saved.stamp.voidedBy = nil
        saved.stamp.voidReason = nil
        try db.updateRow(saved, fields: [])
        try journal(
            .restore, R.table, record.id, about: personId ?? record.ownPersonId, reason: reason)
    }

    private func touch(_ stamp: inout Stamp, from old: Stamp) {
        stamp = old
        stamp.updatedAt = signature.at
        stamp.updatedBy = signature.userId
        stamp.rowVersion += 1
    }

    /// Writes a journal entry. What it says about a person is sealed under her key.
    mutating func journal(
        _ action: JournalAction, _ table: String? = nil, _ rowId: String? = nil,
        about personId: String? = nil, field: String? = nil, old: String? = nil,
        new: String? = nil, reason: String? = nil
    ) throws {
        let last = try head ?? db.journalHead(signature.journal)
        let seq = last.seq + 1
        var text = JournalText(old: old, new: new, reason: reason)
        var sealed: Data?
        if let personId {
            sealed = try JournalSeal.seal(
                text,
                at: JournalPlace(
                    journal: signature.journal, seq: seq, rowId: rowId, field: field),
                under: try keys.key(of: personId, db) ?? keys.make(for: personId, db))
            text = JournalText()
        }
        let values: [String?] = [
            signature.journal, String(seq), signature.at.iso, signature.userId,
            signature.role.rawValue, id, name.rawValue, action.rawValue, table, rowId, personId,
            field, text.old, text.new, text.reason,
        ]
        let next = JournalHead(
            journal: signature.journal, seq: seq,
            hash: JournalChain.hash(after: last.hash, values, sealed: sealed))
        try db.cachedStatement(
            sql: """
                INSERT INTO audit (journal, seq, at, userId, role, operationId, operation, action,
                  "table", rowId, personId, field, old, new, reason, sealed, prevHash, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            signature.journal, next.seq, signature.at.iso, signature.userId,
            signature.role.rawValue, id, name.rawValue, action.rawValue, table, rowId, personId,
            field, text.old, text.new, text.reason, sealed, last.hash, next.hash,
        ])
        head = next
    }
}

extension String {
    /// What somebody has to write down as a reason, without what an input method leaves around it.
    ///
    /// - Throws: `refused(.reasonMissing)` when nothing was written.
    func asReason() throws -> String {
        let reason = EntryText.halfWidth(self).nfc
        guard !reason.isEmpty else { throw StoreError.refused(.reasonMissing) }
        return reason
    }
}
