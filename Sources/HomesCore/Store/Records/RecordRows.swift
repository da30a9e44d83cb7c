import GRDB

/// How records become rows and back: from their field tables, one statement a kind.
extension Database {
    /// The record of that id, voided or not.
    func fetch<R: Record>(_ type: R.Type, id: String) throws -> R? {
        try fetchAll(type, "id = ?", [id]).first
    }

    /// The records that meet a condition, in the order given.
    func fetchAll<R: Record>(
        _ type: R.Type, _ condition: String, _ arguments: StatementArguments = [],
        order: String = "id"
    ) throws -> [R] {
        let sql = "SELECT \(R.columnList) FROM \"\(R.table)\" WHERE \(condition) ORDER BY \(order)"
        let rows = try Row.fetchCursor(try cachedStatement(sql: sql), arguments: arguments)
        var records: [R] = []
        let fields = R.fields
        while let row = try rows.next() { records.append(try R(row: row, fields: fields)) }
        return records
    }

    /// The records that meet a condition and are not voided.
    func fetchValid<R: Record>(
        _ type: R.Type, _ condition: String = "1", _ arguments: StatementArguments = [],
        order: String = "id"
    ) throws -> [R] {
        try fetchAll(type, "(\(condition)) AND voidedAt IS NULL", arguments, order: order)
    }

    /// Inserts a record with the stamp it has.
    func insertRow<R: Record>(_ record: R) throws {
        let columns = R.fields.count + Stamp.columns.count
        let statement = try cachedStatement(
            sql: """
                INSERT INTO "\(R.table)" (\(R.insertedList)) VALUES (\(R.insertedMarks))
                """)
        var values: [(any DatabaseValueConvertible)?] = record.stamp.values
        values.reserveCapacity(columns)
        for field in R.fields { values.append(field.get(record).databaseValue) }
        try statement.execute(arguments: StatementArguments(values))
    }

    /// Writes the stamp and the fields given, if nobody has done so since the version before.
    func updateRow<R: Record>(_ record: R, fields: [Field<R>]) throws {
        let names = ["updatedAt", "updatedBy", "rowVersion", "voidedAt", "voidedBy", "voidReason"]
        let assignments =
            names.map { "\"\($0)\" = ?" }
            + fields.map { "\"\($0.name)\" = " + R.written($0, id: "\"id\"") }
        let statement = try cachedStatement(
            sql: """
                UPDATE "\(R.table)" SET \(assignments.joined(separator: ", "))
                WHERE id = ? AND rowVersion = ?
                """)
        let stamp = record.stamp
        var values: [(any DatabaseValueConvertible)?] = [
            stamp.updatedAt.iso, stamp.updatedBy, stamp.rowVersion, stamp.voidedAt?.iso,
            stamp.voidedBy, stamp.voidReason,
        ]
        for field in fields { values.append(field.get(record).databaseValue) }
        values.append(stamp.id)
        values.append(stamp.rowVersion - 1)
        try statement.execute(arguments: StatementArguments(values))
        guard changesCount == 1 else {
            throw StoreError.changedMeanwhile(table: R.table, id: stamp.id)
        }
    }
}

extension StoredValue {
    /// The value for SQLite.
    var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .text(let text): text.databaseValue
        }
    }

    init(_ value: DatabaseValue) {
        switch value.storage {
        case .null: self = .null
        case .int64(let number): self = .integer(Int(number))
        case .string(let text): self = .text(text)
        case .double(let number): self = .integer(Int(number))
        case .blob: self = .null
        }
    }
}

extension Record {
    /// The stamp's columns, then the fields', quoted, and opened where they are sealed.
    static var columnList: String {
        (Stamp.columns.map { "\"\($0)\"" } + fields.map(selected)).joined(separator: ", ")
    }

    /// The same columns to insert into.
    static var insertedList: String {
        (Stamp.columns + fields.map(\.name)).map { "\"\($0)\"" }.joined(separator: ", ")
    }

    /// A parameter for each, sealed where the column is; the first is the id.
    static var insertedMarks: String {
        (Stamp.columns.map { _ in "?" } + fields.map { written($0, id: "?1") })
            .joined(separator: ", ")
    }

    /// Whom the record is about, when it says so itself.
    var ownPersonId: String? {
        if Self.table == Person.table { return id }
        guard let field = Self.field("personId"), case .text(let id) = field.get(self) else {
            return nil
        }
        return id
    }

    /// A record from a row that was selected with `columnList`.
    init(row: Row, fields: [Field<Self>]) throws {
        self.init()
        stamp = try Stamp(row: row)
        for (index, field) in fields.enumerated() {
            let value: DatabaseValue = row[Stamp.columns.count + index]
            guard field.set(&self, StoredValue(value)) else { throw StoreError.damaged }
        }
    }
}

extension Stamp {
    static let columns = [
        "id", "createdAt", "createdBy", "updatedAt", "updatedBy", "rowVersion", "voidedAt",
        "voidedBy", "voidReason",
    ]

    var values: [(any DatabaseValueConvertible)?] {
        [
            id, createdAt.iso, createdBy, updatedAt.iso, updatedBy, rowVersion, voidedAt?.iso,
            voidedBy, voidReason,
        ]
    }

    init(row: Row) throws {
        self.init()
        id = row[0]
        guard let created = Instant(iso: row[1]), let updated = Instant(iso: row[3]) else {
            throw StoreError.damaged
        }
        createdAt = created
        createdBy = row[2]
        updatedAt = updated
        updatedBy = row[4]
        rowVersion = row[5]
        if let text: String = row[6] { voidedAt = Instant(iso: text) }
        voidedBy = row[7]
        voidReason = row[8]
    }
}
