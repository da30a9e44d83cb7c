/// A row of an imported file: its cells by the names of their columns.
struct ImportRow {
    /// As a spreadsheet numbers it.
    let number: Int
    fileprivate let cells: [String]
    fileprivate let places: [String: Int]

    /// The text of a cell without spaces at its ends, in normalisation form C; `nil` when it is
    /// blank or the file has no such column.
    func text(_ column: String) -> String? {
        guard let place = places[column], place < cells.count else { return nil }
        let text = ImportTable.trimmed(cells[place])
        return text.isEmpty ? nil : text.nfc
    }

    /// Whether the file has the column.
    func has(_ column: String) -> Bool { places[column] != nil }
}

/// A file that is imported, read row by row: its headings first.
struct ImportTable {
    let file: ImportFile
    private var reader: CSVReader
    private var places: [String: Int] = [:]
    private var width = 0
    /// Line ends inside cells so far: a spreadsheet counts rows, not lines.
    private var innerLines = 0

    /// Reads the headings; `nil`, with the faults noted, when the rows cannot be understood.
    init?(
        _ bytes: [UInt8], _ file: ImportFile, limits: CSVLimits, notes: inout ImportNotes
    ) {
        self.file = file
        do throws(CSVFault) {
            reader = try CSVReader(bytes, limits: limits)
            guard let headings = try reader.next() else {
                notes.fault(file, 1, "", .fileIsEmpty)
                return nil
            }
            guard read(headings, &notes) else { return nil }
        } catch {
            notes.fault(file, error, innerLines: 0, names: [:])
            return nil
        }
    }

    private mutating func read(_ headings: CSVRow, _ notes: inout ImportNotes) -> Bool {
        let row = headings.line
        var isGood = true
        width = headings.cells.count
        for (place, heading) in headings.cells.enumerated() {
            let folded = ImportColumn.folded(heading)
            if folded.isEmpty, !headings.cells[place...].contains(where: { !$0.isEmpty }) {
                // Spreadsheets leave empty columns at the end.
                width = place
                break
            }
            let hostile = HostileText.firstForbidden(in: ImportTable.trimmed(heading))
            guard hostile == nil,
                let column = file.columns.first(where: { $0.headings.contains(folded) })
            else {
                let problem = hostile.map { ImportProblem.hostile($0) } ?? .unknownColumn
                notes.fault(file, row, ImportTable.letters(place), problem)
                isGood = false
                continue
            }
            if places[column.name] != nil {
                notes.fault(file, row, column.name, .doubledColumn)
                isGood = false
            }
            places[column.name] = place
        }
        for column in file.columns where column.isRequired && places[column.name] == nil {
            notes.fault(file, row, column.name, .missingColumn)
            isGood = false
        }
        innerLines = ImportTable.lineEnds(headings)
        return isGood
    }

    /// The next row that is not blank; `nil` at the end or after a fault of the file's form.
    mutating func next(_ notes: inout ImportNotes) -> ImportRow? {
        do throws(CSVFault) {
            while let row = try reader.next() {
                let number = row.line - innerLines
                innerLines += ImportTable.lineEnds(row)
                if row.cells.allSatisfy({ ImportTable.trimmed($0).isEmpty }) { continue }
                for place in row.cells.indices.dropFirst(width)
                where !ImportTable.trimmed(row.cells[place]).isEmpty {
                    notes.fault(file, number, ImportTable.letters(place), .cellBeyondHeading)
                }
                return ImportRow(number: number, cells: row.cells, places: places)
            }
        } catch {
            var names: [Int: String] = [:]
            for (name, place) in places { names[place + 1] = name }
            notes.fault(file, error, innerLines: innerLines, names: names)
        }
        return nil
    }

    private static func lineEnds(_ row: CSVRow) -> Int {
        row.cells.reduce(0) { count, cell in
            count + cell.utf8.lazy.filter { $0 == 0x0A }.count
        }
    }

    /// `column E`: what a spreadsheet writes above it.
    static func letters(_ place: Int) -> String {
        var rest = place
        var letters = ""
        repeat {
            let letter = Unicode.Scalar(UInt8(0x41 + rest % 26))
            letters = String(letter) + letters
            rest = rest / 26 - 1
        } while rest >= 0
        return "column " + letters
    }

    /// A cell without spaces at its ends, as spreadsheets and input methods leave them.
    static func trimmed(_ text: String) -> String {
        var scalars = Substring(text).unicodeScalars
        func isSpace(_ scalar: Unicode.Scalar?) -> Bool {
            scalar == " " || scalar == "\t" || scalar == "\u{A0}" || scalar == "\u{3000}"
        }
        while isSpace(scalars.first) { scalars.removeFirst() }
        while isSpace(scalars.last) { scalars.removeLast() }
        return String(scalars)
    }
}

/// The faults and warnings of an import, collected while it runs.
struct ImportNotes {
    /// Faults listed at most; the rest is not read.
    static let most = 1_000

    private(set) var faults: [ImportFault] = []
    private(set) var warnings: [ImportFault] = []

    /// Whether so much is wrong that the rest need not be read.
    var isFull: Bool { faults.count >= ImportNotes.most }

    mutating func fault(
        _ file: ImportFile, _ row: Int, _ column: String, _ problem: ImportProblem
    ) {
        if faults.count < ImportNotes.most {
            faults.append(ImportFault(file: file, row: row, column: column, problem: problem))
        } else if faults.count == ImportNotes.most {
            faults.append(ImportFault(file: file, row: row, column: "", problem: .tooManyFaults))
        }
    }

    mutating func warning(
        _ file: ImportFile, _ row: Int, _ column: String, _ problem: ImportProblem
    ) {
        guard warnings.count < ImportNotes.most else { return }
        warnings.append(ImportFault(file: file, row: row, column: column, problem: problem))
    }

    /// A fault of the file's form, at the row of a spreadsheet.
    mutating func fault(
        _ file: ImportFile, _ fault: CSVFault, innerLines: Int, names: [Int: String]
    ) {
        func place(_ line: Int, _ column: Int?, _ problem: ImportProblem) {
            let name = column.map { names[$0] ?? ImportTable.letters($0 - 1) }
            self.fault(file, max(1, line - innerLines), name ?? "", problem)
        }
        switch fault {
        case .fileTooLarge: place(1, nil, .fileTooLarge)
        case .tooManyRows(let line): place(line, nil, .tooManyRows)
        case .tooManyColumns(let line): place(line, nil, .tooManyColumns)
        case .fieldTooLong(let line, let column): place(line, column, .cellTooLong)
        case .quoteNotClosed(let line, let column): place(line, column, .quoteNotClosed)
        case .textAfterQuote(let line, let column): place(line, column, .textAfterQuote)
        case .encoding(let fault): place(1, nil, .encoding(fault))
        }
    }
}
