import Foundation
import GRDB
import GRDBSQLite

/// The rows of a statement, read straight from SQLite's own memory.
///
/// For the few queries that go over thousands of rows between two key presses: a row object a row
/// would cost more than the query. Columns are read by number, in the order of the statement.
struct RawCursor {
    private let statement: OpaquePointer

    /// Goes over the rows of a query. The cursor must not outlive the call.
    static func read(
        _ db: Database, _ sql: String, _ arguments: StatementArguments = [],
        _ body: (RawCursor) throws -> Void
    ) throws {
        let statement = try db.cachedStatement(sql: sql)
        try statement.setArguments(arguments)
        let cursor = RawCursor(statement: statement.sqliteStatement)
        defer { sqlite3_reset(cursor.statement) }
        while true {
            let code = sqlite3_step(cursor.statement)
            if code == SQLITE_DONE { return }
            guard code == SQLITE_ROW else {
                throw DatabaseError(resultCode: ResultCode(rawValue: code))
            }
            try body(cursor)
        }
    }

    /// Whether the column is NULL.
    func isNull(_ column: Int32) -> Bool {
        sqlite3_column_type(statement, column) == SQLITE_NULL
    }

    /// A whole number; 0 for NULL.
    func integer(_ column: Int32) -> Int {
        Int(sqlite3_column_int64(statement, column))
    }

    /// A text; empty for NULL.
    func text(_ column: Int32) -> String {
        guard let bytes = sqlite3_column_text(statement, column) else { return "" }
        let count = Int(sqlite3_column_bytes(statement, column))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    /// A text; `nil` for NULL.
    func optionalText(_ column: Int32) -> String? {
        isNull(column) ? nil : text(column)
    }

    /// Bytes; empty for NULL.
    func bytes(_ column: Int32) -> Data {
        guard let bytes = sqlite3_column_blob(statement, column) else { return Data() }
        return Data(bytes: bytes, count: Int(sqlite3_column_bytes(statement, column)))
    }

    /// A stored moment, `2007-03-05T01:02:03.004Z`; `nil` for anything else.
    func instant(_ column: Int32) -> Instant? {
        guard let bytes = sqlite3_column_text(statement, column),
            sqlite3_column_bytes(statement, column) == 24, bytes[10] == 0x54, bytes[23] == 0x5A
        else { return nil }
        func part(_ range: Range<Int>) -> Int {
            var number = 0
            var place = range.lowerBound
            while place < range.upperBound {
                number = number * 10 + Int(bytes[place]) - 0x30
                place += 1
            }
            return number
        }
        let date = CivilDate(year: part(0..<4), month: part(5..<7), day: part(8..<10))
        guard let date else { return nil }
        let seconds = part(11..<13) * 3_600 + part(14..<16) * 60 + part(17..<19)
        return Instant(
            milliseconds: date.dayNumber * 86_400_000 + seconds * 1_000 + part(20..<23))
    }

    /// A stored date as its day number; `nil` for NULL.
    func day(_ column: Int32) -> Int? {
        guard let bytes = sqlite3_column_text(statement, column),
            sqlite3_column_bytes(statement, column) == 10
        else { return nil }
        func number(_ range: Range<Int>) -> Int {
            range.reduce(0) { $0 * 10 + Int(bytes[$1]) - 0x30 }
        }
        return CivilDate(year: number(0..<4), month: number(5..<7), day: number(8..<10))?.dayNumber
    }

    /// A stored date; `nil` for NULL.
    func date(_ column: Int32) -> CivilDate? {
        day(column).map { CivilDate(dayNumber: $0) }
    }

    /// A record id as a number, for joining in memory; 0 for NULL.
    func key(_ column: Int32) -> RecordKey {
        guard let bytes = sqlite3_column_text(statement, column) else { return RecordKey() }
        return RecordKey(
            UnsafeBufferPointer(
                start: bytes, count: Int(sqlite3_column_bytes(statement, column))))
    }
}

/// A record id (UUID text) as two numbers: joined in memory without a string for each row.
struct RecordKey: Hashable {
    private var high: UInt64 = 0
    private var low: UInt64 = 0

    /// The key of no record.
    init() {}

    /// The key of an id's bytes.
    init(_ bytes: some Sequence<UInt8>) {
        for byte in bytes where byte != 0x2D {
            high = high << 4 | low >> 60
            low = low << 4 | UInt64(byte < 0x3A ? byte & 0xF : (byte & 0xF) + 9)
        }
    }

    /// The key of an id.
    init(_ id: String) { self.init(id.utf8) }
}
