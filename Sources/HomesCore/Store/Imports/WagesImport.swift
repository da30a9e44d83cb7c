import GRDB

extension HomesStore {
    /// Brings the minimum wages of the programme's provinces from a CSV file: one row a province,
    /// zone and first day. What is new is made, what differs is changed, nothing is taken away.
    /// With any fault nothing is imported. For administrators.
    ///
    /// - Parameters:
    ///   - wages: The bytes of the file, in any encoding of `TextEncoding`.
    ///   - dryRun: Whether only to say what would happen.
    /// - Returns: What was done; every fault with its row and column.
    /// - Throws: `refused(.roleMayNot)`, `busy`, `diskFull` and the like; never for what is in the
    ///   file.
    public func importWages(
        _ wages: [UInt8], dryRun: Bool = false, by signature: Signature,
        limits: CSVLimits = .standard
    ) throws(StoreError) -> ImportReport {
        try perform(.importWages, signature) { op in
            try op.db.require(.importRegistry, at: nil, signature)
            return try op.importAll(dryRun: dryRun) { op, report in
                var run = WagesRun(
                    context: try op.db.importContext(signature),
                    provinces: try op.db.fetchValid(Province.self, order: "provinceCode"))
                for wage in try op.db.fetchAll(MinimumWage.self, "1") { run.known[wage.key] = wage }
                guard var table = ImportTable(wages, .wages, limits: limits, notes: &run.notes)
                else { return run.notes }
                while !run.notes.isFull, let row = table.next(&run.notes) {
                    var reading = ImportReading(row, of: .wages, run.context, run.notes)
                    try op.importWage(&reading, &run, &report)
                    run.notes = reading.notes
                }
                return run.notes
            }
        }
    }
}

/// An import of minimum wages under way.
private struct WagesRun {
    let context: FieldText.Context
    let provinces: [Province]
    var notes = ImportNotes()
    /// Those of the file, voided ones too: their place stays taken.
    var known: [String: MinimumWage] = [:]
    /// Rows in which each stands.
    var rows: [String: Int] = [:]

    init(context: FieldText.Context, provinces: [Province]) {
        self.context = context
        self.provinces = provinces
    }
}

extension MinimumWage {
    /// What makes it one: province, zone, first day.
    fileprivate var key: String { "\(provinceCode)\n\(zone)\n\(validFrom.iso)" }
}

extension Operation {
    fileprivate mutating func importWage(
        _ reading: inout ImportReading, _ run: inout WagesRun, _ report: inout ImportReport
    ) throws {
        var wage = MinimumWage()
        if let province = reading.province(of: run.provinces) {
            wage.provinceCode = province.provinceCode
        }
        if let zone = reading.text("zone", limit: 10) { wage.zone = zone }
        if let day = reading.date("validFrom") { wage.validFrom = day }
        wage.monthlyYuan = reading.amount("monthlyYuan", decimals: 0, most: 100_000)
        wage.hourlyFen = reading.amount("hourlyYuan", decimals: 2, most: 100_000)
        guard reading.isGood else { return }
        if wage.monthlyYuan == nil, wage.hourlyFen == nil {
            reading.fault("monthlyYuan", .missing)
            return
        }
        if let first = run.rows[wage.key] {
            reading.fault("validFrom", .twiceInFile(row: first))
            return
        }
        run.rows[wage.key] = reading.row.number
        let old = run.known[wage.key]
        if old?.stamp.isVoided == true {
            reading.fault("validFrom", .recordVoided)
            return
        }
        wage.stamp = old?.stamp ?? Stamp()
        let wanted = wage
        var saved = wage
        let isWritten = try importRow(&reading, column: { _ in "validFrom" }) { op, _ in
            saved =
                old == nil
                ? try op.insert(wanted, about: nil) : try op.update(wanted, about: nil)
        }
        guard isWritten else { return }
        if old == nil { report.wagesMade += 1 } else if saved != old { report.wagesChanged += 1 }
    }
}

extension ImportReading {
    /// A province of the programme, by its code or a name.
    fileprivate mutating func province(of provinces: [Province]) -> Province? {
        guard let cell = cell("provinceCode", required: true) else { return nil }
        if let found = provinces.first(where: { $0.isCalled(cell) }) { return found }
        fault("provinceCode", .provinceNotInProgramme)
        return nil
    }

    /// An amount of yuan, as a whole number of its smallest part; `nil` for a blank cell.
    fileprivate mutating func amount(_ column: String, decimals: Int, most: Int) -> Int? {
        guard let cell = cell(column, required: false) else { return nil }
        let parts = EntryText.halfWidth(cell)
            .split(separator: ".", omittingEmptySubsequences: false)
        let isNumber = parts.allSatisfy { part in
            !part.isEmpty && part.utf8.count <= 6
                && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
        // Spreadsheets write 690.00 for 690: zeros behind the last decimal say nothing.
        let behind = parts.count == 2 ? parts[1] : ""
        let kept = behind.prefix(decimals)
        guard isNumber, parts.count <= 2, behind.dropFirst(decimals).allSatisfy({ $0 == "0" }),
            let amount = Int(
                parts[0] + kept + String(repeating: "0", count: decimals - kept.count)),
            amount <= most
        else {
            fault(column, .notAnAmount)
            return nil
        }
        return amount
    }
}
