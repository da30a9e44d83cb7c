/// Reads the cells of one row after another and notes what is wrong with each.
struct ImportReading {
    let file: ImportFile
    let context: FieldText.Context
    var notes: ImportNotes
    private(set) var row: ImportRow
    /// Whether nothing is wrong with the row so far.
    private(set) var isGood = true
    /// Columns of the row that were found wrong already: each is complained about once.
    private var bad: Set<String> = []

    /// Begins a row; characters that no record may hold are noted at once.
    init(
        _ row: ImportRow, of file: ImportFile, _ context: FieldText.Context, _ notes: ImportNotes
    ) {
        self.file = file
        self.context = context
        self.notes = notes
        self.row = row
        for column in file.columns {
            guard let text = row.text(column.name),
                let hostile = HostileText.firstForbidden(in: text)
            else { continue }
            fault(column.name, .hostile(hostile))
        }
    }

    /// Notes that a cell stands in the way.
    mutating func fault(_ column: String, _ problem: ImportProblem) {
        isGood = false
        guard bad.insert(column).inserted else { return }
        notes.fault(file, row.number, column, problem)
    }

    /// Notes that a cell should be looked at.
    mutating func warning(_ column: String, _ problem: ImportProblem) {
        notes.warning(file, row.number, column, problem)
    }

    /// The cell's text; `nil` when it is blank, which is a fault where it is needed, or wrong.
    mutating func cell(_ column: String, required: Bool) -> String? {
        if bad.contains(column) { return nil }
        if let text = row.text(column) { return text }
        if required { fault(column, .missing) }
        return nil
    }

    /// A text as a field of that kind takes it.
    mutating func text(_ column: String, limit: Int, required: Bool = true) -> String? {
        guard let cell = cell(column, required: required) else { return nil }
        switch FieldText.read(cell, .text(limit: limit), context) {
        case .success(.text(let text)): return text
        case .success: return nil
        case .failure(let fault):
            self.fault(column, .text(fault.phrase))
            return nil
        }
    }

    /// One of a list: its code, or its label in either language.
    mutating func code<Code: CodeList>(_ column: String, required: Bool = true) -> Code? {
        guard let cell = cell(column, required: required) else { return nil }
        let folded = SearchFold.fold(cell)
        let found = Code.allCases.first { code in
            let label = code.label
            return [code.rawValue, label.english, label.chinese].contains {
                SearchFold.fold($0) == folded
            }
        }
        if found == nil { fault(column, .notInList(Code.allCases.map(\.label))) }
        return found
    }

    /// A day: as ISO, with slashes, with 年月日, in the programme's order, or as Excel counts it.
    mutating func date(_ column: String, required: Bool = true) -> CivilDate? {
        guard let cell = cell(column, required: required) else { return nil }
        let text = ImportReading.dateText(cell)
        let context = context
        if let day = ImportReading.serial(text) { return day }
        return read(column, text) {
            DateEntry.read($0, today: context.today, order: context.dateOrder)
        }
    }

    /// A day of birth, of which perhaps only the year or the month is known.
    mutating func birthdate(_ column: String) -> Birthdate? {
        guard let cell = cell(column, required: false) else { return nil }
        let text = ImportReading.dateText(cell)
        let context = context
        if let day = ImportReading.serial(text) { return Birthdate(day) }
        return read(column, text) {
            DateEntry.readBirthdate($0, today: context.today, order: context.dateOrder)
        }
    }

    private mutating func read<Value>(
        _ column: String, _ text: String, _ body: (String) -> Result<Value, DateFault>
    ) -> Value? {
        // `t-1` and `today` are for people at a form: in a file they mean another day every day.
        guard text.utf8.first.map({ (0x30...0x39).contains($0) }) == true else {
            fault(column, .notADate)
            return nil
        }
        switch body(text) {
        case .success(let value): return value
        case .failure(let problem):
            switch problem {
            case .empty, .notADate, .weekdayDiffers: fault(column, .notADate)
            case .noSuchDay: fault(column, .noSuchDay)
            case .needsDay: fault(column, .needsDay)
            case .outOfRange: fault(column, .yearOutOfRange)
            }
            return nil
        }
    }

    /// A date's text without the time of day that spreadsheets put behind it.
    private static func dateText(_ cell: String) -> String {
        let text = EntryText.halfWidth(cell)
        let parts = text.split(whereSeparator: { $0 == " " || $0 == "T" })
        guard parts.count == 2, parts[1].contains(":"),
            parts[1].utf8.allSatisfy({ $0 == 0x3A || $0 == 0x2E || (0x30...0x39).contains($0) })
        else { return text }
        return String(parts[0])
    }

    /// A day by Excel's count. Only numbers of five digits are taken (1927 to 2173): four are a
    /// year, eight a date without hyphens.
    private static func serial(_ text: String) -> CivilDate? {
        let digits = text.prefix { $0 != "." }
        guard digits.utf8.count == 5 else { return nil }
        return DateEntry.excelSerial(text)
    }
}

extension Operation {
    /// Writes one row of an import. What the store refuses becomes a fault of the row, and nothing
    /// of the row stays; what is wrong with the disk or the program ends the import.
    ///
    /// - Parameter column: Which column a refusal is about.
    mutating func importRow(
        _ reading: inout ImportReading, column: (Refusal) -> String,
        _ body: (inout Operation, inout ImportReading) throws -> Void
    ) throws -> Bool {
        let before = self
        var isWritten = false
        do throws(StoreError) {
            try HomesStore.translating(during: name.rawValue) {
                try db.inSavepoint {
                    try body(&self, &reading)
                    isWritten = reading.isGood
                    return isWritten ? .commit : .rollback
                }
            }
        } catch {
            isWritten = false
            switch error {
            case .refused(let refusal): reading.fault(column(refusal), .refused(refusal))
            case .notAllowed(let phrase):
                reading.fault(column(.invalidValue), .notAllowed(phrase))
            default: throw error
            }
        }
        // The journal's count goes back with the row.
        if !isWritten { self = before }
        return isWritten
    }

    /// Runs a whole import in the operation's transaction: kept when nothing is wrong with it and
    /// it is not only tried, else taken back to the last row.
    mutating func importAll(
        dryRun: Bool, _ body: (inout Operation, inout ImportReport) throws -> ImportNotes
    ) throws -> ImportReport {
        var report = ImportReport()
        report.isDryRun = dryRun
        try db.inSavepoint {
            let notes = try body(&self, &report)
            let order = ImportFile.allCases
            func place(_ fault: ImportFault) -> (Int, Int) {
                (order.firstIndex(of: fault.file) ?? 0, fault.row)
            }
            report.faults = notes.faults.sorted { place($0) < place($1) }
            report.warnings = notes.warnings.sorted { place($0) < place($1) }
            guard report.isImported else { return .rollback }
            try journal(.import, reason: report.journalText)
            return .commit
        }
        return report
    }
}
