/// One row of a file: its cells, and the line on which it begins, from 1.
public struct CSVRow: Equatable, Sendable {
    /// The line in the file on which the row begins, from 1.
    public let line: Int
    /// The cells as written, quotes taken off.
    public let cells: [String]

    /// A row.
    public init(line: Int, cells: [String]) {
        self.line = line
        self.cells = cells
    }
}

/// Why a file is not a table, each with its line and, where it has one, its column (from 1).
public enum CSVFault: Error, Equatable, Sendable {
    case fileTooLarge(bytes: Int)
    case tooManyRows(line: Int)
    case tooManyColumns(line: Int)
    case fieldTooLong(line: Int, column: Int)
    case quoteNotClosed(line: Int, column: Int)
    case textAfterQuote(line: Int, column: Int)
    case encoding(TextEncoding.Fault)

    /// The sentence for the person who imports; it repeats nothing of the file.
    public var phrase: Phrase {
        let limits = CSVLimits.standard
        switch self {
        case .fileTooLarge(let bytes):
            return Phrase(
                "The file has \(bytes) bytes; at most \(limits.fileBytes) can be read at once",
                "文件有 \(bytes) 字节，一次最多读取 \(limits.fileBytes) 字节")
        case .tooManyRows(let line):
            return Phrase(
                "Line \(line): more than \(limits.rows) rows", "第 \(line) 行：超过 \(limits.rows) 行数据")
        case .tooManyColumns(let line):
            return Phrase(
                "Line \(line): more than \(limits.columns) columns",
                "第 \(line) 行：超过 \(limits.columns) 列")
        case .fieldTooLong(let line, let column):
            return Phrase(
                "Line \(line), column \(column): a cell of more than \(limits.fieldBytes) bytes",
                "第 \(line) 行第 \(column) 列：单元格超过 \(limits.fieldBytes) 字节")
        case .quoteNotClosed(let line, let column):
            return Phrase(
                "Line \(line), column \(column): the quotation mark is never closed",
                "第 \(line) 行第 \(column) 列：引号没有结束")
        case .textAfterQuote(let line, let column):
            return Phrase(
                "Line \(line), column \(column): text after the closing quotation mark",
                "第 \(line) 行第 \(column) 列：结束引号之后还有文字")
        case .encoding(let fault):
            return fault.phrase
        }
    }
}

/// How much of a file is read before it is refused.
public struct CSVLimits: Equatable, Sendable {
    /// Bytes of the file.
    public var fileBytes = 64 << 20
    /// Rows, the heading included.
    public var rows = 1_000_000
    /// Cells of one row.
    public var columns = 200
    /// UTF-8 bytes of one cell.
    public var fieldBytes = 64 << 10

    /// The limits of every import.
    public static let standard = CSVLimits()

    /// The standard limits, to change for a test.
    public init() {}
}

/// Reads comma-separated rows one after the other (RFC 4180): quoted cells with commas, quotes and
/// line ends in them; lines ended by LF, CR LF or CR; empty lines left out. Tabs or semicolons
/// separate when the first line has them and no comma, as some spreadsheets write.
///
/// Any bytes are either rows or a fault.
public struct CSVReader: Sendable {
    private let bytes: [UInt8]
    private let limits: CSVLimits
    private let separator: UInt8
    private var position = 0
    private var line = 1
    private var rowCount = 0

    private static let quote = UInt8(ascii: "\"")

    /// A reader of a file's bytes in any of the encodings of `TextEncoding`.
    public init(_ file: [UInt8], limits: CSVLimits = .standard) throws(CSVFault) {
        guard file.count <= limits.fileBytes else { throw .fileTooLarge(bytes: file.count) }
        do throws(TextEncoding.Fault) {
            self.init(text: try TextEncoding.decode(file).text, limits: limits)
        } catch {
            throw .encoding(error)
        }
    }

    /// A reader of a text.
    public init(text: String, limits: CSVLimits = .standard) {
        bytes = Array(text.utf8)
        self.limits = limits
        separator = CSVReader.separator(of: bytes)
    }

    /// Every row of a file's bytes.
    public static func rows(
        _ file: [UInt8], limits: CSVLimits = .standard
    ) throws(CSVFault) -> [CSVRow] {
        var reader = try CSVReader(file, limits: limits)
        var rows: [CSVRow] = []
        while let row = try reader.next() { rows.append(row) }
        return rows
    }

    /// The next row; `nil` at the end. After a fault there is nothing more to read.
    public mutating func next() throws(CSVFault) -> CSVRow? {
        while position < bytes.count, isLineEnd(bytes[position]) { endLine() }
        guard position < bytes.count else { return nil }
        rowCount += 1
        let start = line
        guard rowCount <= limits.rows else { throw .tooManyRows(line: start) }
        var cells: [String] = []
        while true {
            guard cells.count < limits.columns else { throw .tooManyColumns(line: start) }
            let place = (line: line, column: cells.count + 1)
            let cell =
                try bytes.count > position && bytes[position] == CSVReader.quote
                ? quotedCell(place) : plainCell()
            guard cell.count <= limits.fieldBytes else {
                throw .fieldTooLong(line: place.line, column: place.column)
            }
            // Pieces of valid UTF-8 cut at ASCII are valid UTF-8.
            cells.append(String(validating: cell, as: UTF8.self) ?? "")
            guard position < bytes.count else { break }
            if bytes[position] == separator {
                position += 1
                continue
            }
            endLine()
            break
        }
        return CSVRow(line: start, cells: cells)
    }

    private mutating func plainCell() -> ArraySlice<UInt8> {
        let start = position
        while position < bytes.count, bytes[position] != separator, !isLineEnd(bytes[position]) {
            position += 1
        }
        return bytes[start..<position]
    }

    private mutating func quotedCell(
        _ place: (line: Int, column: Int)
    ) throws(CSVFault) -> ArraySlice<UInt8> {
        var cell: [UInt8] = []
        position += 1
        while true {
            guard position < bytes.count else {
                throw .quoteNotClosed(line: place.line, column: place.column)
            }
            let byte = bytes[position]
            if byte == CSVReader.quote {
                position += 1
                guard position < bytes.count, bytes[position] == CSVReader.quote else { break }
                cell.append(byte)
                position += 1
            } else if isLineEnd(byte) {
                // Line ends inside a cell become LF, whatever wrote them.
                cell.append(UInt8(ascii: "\n"))
                endLine()
            } else {
                cell.append(byte)
                position += 1
            }
            guard cell.count <= limits.fieldBytes else {
                throw .fieldTooLong(line: place.line, column: place.column)
            }
        }
        guard position == bytes.count || bytes[position] == separator || isLineEnd(bytes[position])
        else { throw .textAfterQuote(line: place.line, column: place.column) }
        return cell[...]
    }

    private func isLineEnd(_ byte: UInt8) -> Bool {
        byte == 0x0A || byte == 0x0D
    }

    private mutating func endLine() {
        let isPair =
            bytes[position] == 0x0D && position + 1 < bytes.count
            && bytes[position + 1] == 0x0A
        position += isPair ? 2 : 1
        line += 1
    }

    private static func separator(of bytes: [UInt8]) -> UInt8 {
        let head = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
        for candidate in [UInt8(ascii: ","), 0x09, UInt8(ascii: ";")] where head.contains(candidate)
        {
            return candidate
        }
        return UInt8(ascii: ",")
    }
}
