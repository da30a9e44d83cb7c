import GRDB

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
    private var statements: [String: Statement] = [:]
    private var entries: [Entry] = []

    private struct Entry {
        let action: DemoAction
        let kind: JournalAction
        let table: String
        let rowId: String
        let personId: String?
        let field: String?
        let old: String?
        let new: String?
    }

    init(db: Database, random: SplitMix64) {
        self.db = db
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
        var values: [DatabaseValue] = [
            record.stamp.id.databaseValue, action.atText.databaseValue,
            action.user.id.databaseValue, (change?.atText ?? action.atText).databaseValue,
            record.stamp.updatedBy.databaseValue, record.stamp.rowVersion.databaseValue,
            .null, .null, .null,
        ]
        values.reserveCapacity(9 + fields.count)
        for field in fields { values.append(field.get(record).databaseValue) }
        try run(statement(for: R.self, fields: fields), values)
        let about = personId ?? (R.table == Person.table ? record.stamp.id : nil)
        note(.create, action, R.table, record.stamp.id, about)
        if let first, let change {
            for field in fields where field.get(first) != field.get(record) {
                note(
                    .update, change, R.table, record.stamp.id, about, field.name,
                    field.get(first).journalText, field.get(record).journalText)
            }
        }
        return record
    }

    private func note(
        _ kind: JournalAction, _ action: DemoAction, _ table: String, _ rowId: String,
        _ personId: String?, _ field: String? = nil, _ old: String? = nil, _ new: String? = nil
    ) {
        entries.append(
            Entry(
                action: action, kind: kind, table: table, rowId: rowId, personId: personId,
                field: field, old: old, new: new))
    }

    /// Writes what was noted to a journal, in the order of time, numbered without a gap.
    ///
    /// - Parameter last: The number of the journal's last entry.
    func writeJournal(_ journal: String, after last: Int = 0) throws {
        let order = entries.indices.sorted { left, right in
            (entries[left].action.at, left) < (entries[right].action.at, right)
        }
        let statement = try prepared(
            "audit",
            """
            INSERT INTO audit (journal, seq, at, userId, role, operationId, operation, action,
              "table", rowId, personId, field, old, new)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        var sequence = last
        for index in order {
            let entry = entries[index]
            sequence += 1
            try run(
                statement,
                [
                    journal.databaseValue, sequence.databaseValue,
                    entry.action.atText.databaseValue, entry.action.user.id.databaseValue,
                    entry.action.user.role.rawValue.databaseValue,
                    entry.action.operationId.databaseValue,
                    entry.action.operation.rawValue.databaseValue,
                    entry.kind.rawValue.databaseValue, entry.table.databaseValue,
                    entry.rowId.databaseValue, entry.personId?.databaseValue ?? .null,
                    entry.field?.databaseValue ?? .null, entry.old?.databaseValue ?? .null,
                    entry.new?.databaseValue ?? .null,
                ])
        }
        entries.removeAll(keepingCapacity: true)
    }

    private func statement<R: Record>(for type: R.Type, fields: [Field<R>]) throws -> Statement {
        if let known = statements[R.table] { return known }
        let marks = repeatElement("?", count: Stamp.columns.count + fields.count)
        return try prepared(
            R.table,
            """
            INSERT INTO "\(R.table)" (\(R.columnList)) VALUES (\(marks.joined(separator: ", ")))
            """)
    }

    private func prepared(_ key: String, _ sql: String) throws -> Statement {
        if let known = statements[key] { return known }
        let statement = try db.makeStatement(sql: sql)
        statements[key] = statement
        return statement
    }

    private func run(_ statement: Statement, _ values: [DatabaseValue]) throws {
        statement.setUncheckedArguments(StatementArguments(values))
        try statement.execute()
    }
}
