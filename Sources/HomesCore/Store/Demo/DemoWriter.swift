import Crypto
import Foundation
import GRDB
import GRDBSQLite

/// Somebody who signs in an invented programme.
struct DemoUser {
    let id: String
    let role: Role
}

/// One staff action of an invented programme: when, by whom, and what the journal calls it.
struct DemoAction {
    let at: Instant
    let atText: String
    let user: DemoUser
    let operation: OperationName
    let operationId: String
}

/// Writes the rows of an invented programme, each with its journal entry, by prepared statements.
/// A class, because the statements and the journal are one thing that many makers share.
final class DemoWriter {
    private let db: Database
    private var ids: IdentifierSource
    private var statements: [String: RawInsert] = [:]
    private var entries: [Entry] = []
    /// The keys of the persons made here.
    private var keys: [String: SymmetricKey] = [:]
    private let isSparse: Bool

    private struct Entry {
        let action: DemoAction
        let kind: JournalAction
        let table: String
        let rowId: String
        let personId: String?
        let field: String?
        let text: JournalText
    }

    /// - Parameter isSparse: Whether a change is one journal entry instead of one a field.
    init(db: Database, random: SplitMix64, isSparse: Bool) {
        self.db = db
        self.isSparse = isSparse
        ids = IdentifierSource(random)
    }

    /// The next record id for a moment.
    func nextId(at moment: Instant) -> String { ids.next(at: moment) }

    /// An action under way.
    func action(_ operation: OperationName, at moment: Instant, by user: DemoUser) -> DemoAction {
        DemoAction(
            at: moment, atText: moment.iso, user: user, operation: operation,
            operationId: ids.next(at: moment))
    }

    /// Inserts a record.
    ///
    /// - Parameters:
    ///   - record: As it is today.
    ///   - first: As it was when it was made, where it was changed since.
    ///   - change: The action that changed it.
    /// - Returns: The record with its stamp.
    @discardableResult
    func insert<R: Record>(
        _ record: R, by action: DemoAction, about personId: String? = nil, first: R? = nil,
        changedBy change: DemoAction? = nil
    ) throws -> R {
        var record = record
        if record.stamp.id.isEmpty { record.stamp.id = ids.next(at: action.at) }
        record.stamp.createdAt = action.at
        record.stamp.createdBy = action.user.id
        record.stamp.updatedAt = change?.at ?? action.at
        record.stamp.updatedBy = change?.user.id ?? action.user.id
        record.stamp.rowVersion = change == nil ? 1 : 2
        let fields = R.fields
        let row = try statement(for: R.self, fields: fields)
        row.bind(1, record.stamp.id)
        row.bind(2, action.atText)
        row.bind(3, action.user.id)
        row.bind(4, change?.atText ?? action.atText)
        row.bind(5, record.stamp.updatedBy)
        row.bind(6, record.stamp.rowVersion)
        for (index, field) in fields.enumerated() { row.bind(Int32(index + 10), field.get(record)) }
        try row.run()
        if R.table == Person.table { try makeKey(of: record.stamp.id) }
        let about = personId ?? (R.table == Person.table ? record.stamp.id : nil)
        note(.create, action, R.table, record.stamp.id, about)
        if let first, let change {
            var isFirst = true
            for field in fields where field.get(first) != field.get(record) {
                defer { isFirst = false }
                if isSparse, !isFirst { break }
                note(
                    .update, change, R.table, record.stamp.id, about, field.name,
                    try journalText(field, first, record.stamp.id),
                    try journalText(field, record, record.stamp.id))
            }
        }
        return record
    }

    /// What the journal says of a field: sealed, where the column is.
    private func journalText<R: Record>(
        _ field: Field<R>, _ record: R, _ id: String
    ) throws -> String? {
        let text = field.get(record).journalText
        guard field.isUnderSecondKey, let text else { return text }
        return try String.fetchOne(
            db.cachedStatement(sql: "SELECT homesSeal(?, ?)"),
            arguments: [text, SecondSeal.place(R.table, field.name, id)])
    }

    private func note(
        _ kind: JournalAction, _ action: DemoAction, _ table: String, _ rowId: String,
        _ personId: String?, _ field: String? = nil, _ old: String? = nil, _ new: String? = nil
    ) {
        entries.append(
            Entry(
                action: action, kind: kind, table: table, rowId: rowId, personId: personId,
                field: field, text: JournalText(old: old, new: new)))
    }

    private func makeKey(of personId: String) throws {
        let key = SymmetricKey(size: .bits256)
        let statement = try prepared(
            "personKey", "INSERT INTO personKey (personId, \"key\") VALUES (?, ?)")
        statement.bind(1, personId)
        statement.bind(2, key.withUnsafeBytes { Data($0) })
        try statement.run()
        keys[personId] = key
    }

    /// Writes what was noted to a journal, in the order of time, numbered without a gap, each entry
    /// chained to the one before.
    func writeJournal(_ journal: String) throws {
        let order = entries.indices.sorted { left, right in
            (entries[left].action.at, left) < (entries[right].action.at, right)
        }
        let statement = try prepared(
            "audit",
            """
            INSERT INTO audit (journal, seq, at, userId, role, operationId, operation, action,
              "table", rowId, personId, field, old, new, sealed, prevHash, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        var head = try db.journalHead(journal)
        for index in order {
            let entry = entries[index]
            let action = entry.action
            let seq = head.seq + 1
            let sealed = try sealed(entry, journal, seq)
            let text = entry.personId == nil ? entry.text : JournalText()
            let values: [String?] = [
                journal, String(seq), action.atText, action.user.id, action.user.role.rawValue,
                action.operationId, action.operation.rawValue, entry.kind.rawValue, entry.table,
                entry.rowId, entry.personId, entry.field, text.old, text.new,
            ]
            let hash = JournalChain.hash(after: head.hash, values + [nil], sealed: sealed)
            for (column, value) in values.enumerated() where column != 1 {
                statement.bind(Int32(column + 1), value)
            }
            statement.bind(2, seq)
            statement.bind(15, sealed)
            statement.bind(16, head.hash)
            statement.bind(17, hash)
            try statement.run()
            head = JournalHead(journal: journal, seq: seq, hash: hash)
        }
        entries.removeAll(keepingCapacity: true)
    }

    private func sealed(_ entry: Entry, _ journal: String, _ seq: Int) throws -> Data? {
        guard let personId = entry.personId else { return nil }
        return try JournalSeal.seal(
            entry.text,
            at: JournalPlace(journal: journal, seq: seq, rowId: entry.rowId, field: entry.field),
            under: try key(of: personId))
    }

    private func key(of personId: String) throws -> SymmetricKey {
        guard let key = keys[personId] else { throw StoreError.damaged }
        return key
    }

    private func statement<R: Record>(for type: R.Type, fields: [Field<R>]) throws -> RawInsert {
        if let known = statements[R.table] { return known }
        return try prepared(
            R.table,
            "INSERT INTO \"\(R.table)\" (\(R.insertedList)) VALUES (\(R.insertedMarks))")
    }

    private func prepared(_ key: String, _ sql: String) throws -> RawInsert {
        if let known = statements[key] { return known }
        let statement = RawInsert(statement: try db.makeStatement(sql: sql))
        statements[key] = statement
        return statement
    }
}

/// A prepared statement whose values are bound without being boxed first: millions of rows pass
/// here. What is not bound is NULL or the value of the row before, so every column is bound always
/// or never.
private struct RawInsert {
    let statement: Statement

    func bind(_ index: Int32, _ text: String?) {
        guard var text else {
            sqlite3_bind_null(statement.sqliteStatement, index)
            return
        }
        // SQLite copies the bytes before the call returns.
        let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                _ = sqlite3_bind_text(
                    statement.sqliteStatement, index, characters.baseAddress,
                    Int32(characters.count), copies)
            }
        }
    }

    func bind(_ index: Int32, _ number: Int) {
        sqlite3_bind_int64(statement.sqliteStatement, index, Int64(number))
    }

    func bind(_ index: Int32, _ bytes: Data?) {
        guard let bytes else {
            sqlite3_bind_null(statement.sqliteStatement, index)
            return
        }
        let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        bytes.withUnsafeBytes {
            _ = sqlite3_bind_blob(
                statement.sqliteStatement, index, $0.baseAddress, Int32($0.count), copies)
        }
    }

    func bind(_ index: Int32, _ value: StoredValue) {
        switch value {
        case .null: bind(index, nil as String?)
        case .integer(let number): bind(index, number)
        case .text(let text): bind(index, text)
        }
    }

    func run() throws {
        let code = sqlite3_step(statement.sqliteStatement)
        guard code != SQLITE_DONE else {
            sqlite3_reset(statement.sqliteStatement)
            return
        }
        let handle = sqlite3_db_handle(statement.sqliteStatement)
        let failure = DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(handle)),
            message: String(cString: sqlite3_errmsg(handle)))
        sqlite3_reset(statement.sqliteStatement)
        throw failure
    }
}
