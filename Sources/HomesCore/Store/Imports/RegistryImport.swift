import GRDB

extension HomesStore {
    /// Brings homes, rooms and beds from two CSV files. What is new is made, what differs is
    /// changed (homes by code; beds by home, room and number), nothing is taken away. With any
    /// fault nothing is imported. For administrators.
    ///
    /// - Parameters:
    ///   - homes: The bytes of the homes' file, in any encoding of `TextEncoding`.
    ///   - beds: The bytes of the beds' file.
    ///   - dryRun: Whether only to say what would happen.
    /// - Returns: What was done; every fault with its row and column.
    /// - Throws: `refused(.roleMayNot)`, `busy`, `diskFull` and the like; never for what is in
    ///   the files.
    public func importRegistry(
        homes: [UInt8], beds: [UInt8], dryRun: Bool = false, by signature: Signature,
        limits: CSVLimits = .standard
    ) throws(StoreError) -> ImportReport {
        try perform(.importRegistry, signature) { op in
            try op.db.require(.importRegistry, at: nil, signature)
            return try op.importAll(dryRun: dryRun) { op, report in
                var run = RegistryRun(
                    context: try op.db.importContext(signature), registry: try Registry(op.db))
                if let table = ImportTable(homes, .homes, limits: limits, notes: &run.notes) {
                    try op.importRows(of: table, &run, &report) { op, reading, run, report in
                        try op.importHome(&reading, &run, &report)
                    }
                } else {
                    run.isHomesUnread = true
                }
                if let table = ImportTable(beds, .beds, limits: limits, notes: &run.notes) {
                    try op.importRows(of: table, &run, &report) { op, reading, run, report in
                        try op.importBed(&reading, &run, &report)
                    }
                }
                return run.notes
            }
        }
    }
}

/// An import of the registry under way.
private struct RegistryRun {
    let context: FieldText.Context
    var registry: Registry
    var notes = ImportNotes()
    /// Whether the homes' file could not be read at all: its homes may be any.
    var isHomesUnread = false
    /// Rows in which the homes of the file stand, faulty ones too.
    var homeRows: [String: Int] = [:]
    /// Rows in which the beds of the file stand.
    var bedRows: [String: Int] = [:]

    init(context: FieldText.Context, registry: Registry) {
        self.context = context
        self.registry = registry
    }
}

/// The registry as it is in the file, to compare with.
struct Registry {
    var provinces: [String: Province]
    var homes: [String: Home]
    var rooms: [String: Room] = [:]
    var beds: [String: Bed] = [:]

    /// Everything, voided rows too: their codes stay taken.
    init(_ db: Database) throws {
        func byKey<R: Record>(_ records: [R], _ key: (R) -> String) -> [String: R] {
            Dictionary(records.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
        }
        provinces = byKey(try db.fetchAll(Province.self, "1")) { $0.provinceCode }
        homes = byKey(try db.fetchAll(Home.self, "1")) { $0.homeCode }
        rooms = byKey(try db.fetchAll(Room.self, "1")) { Registry.key($0.homeId, $0.name) }
        beds = byKey(try db.fetchAll(Bed.self, "1")) { Registry.key($0.roomId, $0.bedNumber) }
    }

    func room(_ home: Home, _ name: String) -> Room? { rooms[Registry.key(home.id, name)] }
    func bed(_ room: Room, _ number: String) -> Bed? { beds[Registry.key(room.id, number)] }

    mutating func keep(_ room: Room) { rooms[Registry.key(room.homeId, room.name)] = room }
    mutating func keep(_ bed: Bed) { beds[Registry.key(bed.roomId, bed.bedNumber)] = bed }

    /// Two texts as one key; a line feed stands in neither.
    static func key(_ first: String, _ second: String) -> String { first + "\n" + second }
}

extension Database {
    /// How the cells of an import are read: the day of the signature, the programme's date order.
    func importContext(_ signature: Signature) throws -> FieldText.Context {
        guard let programme = try fetchValid(Programme.self).first else {
            throw StoreError.noProgramme
        }
        return FieldText.Context(
            today: signature.today, dateOrder: programme.dateOrder, language: .english)
    }
}

extension ImportReading {
    /// A home's code: `AH-014`, in any case and width.
    mutating func homeCode() -> String? {
        guard let cell = cell("homeCode", required: true) else { return nil }
        let code = EntryText.halfWidth(cell).uppercased()
        let bytes = Array(code.utf8)
        guard bytes.count == 6, bytes[..<2].allSatisfy({ (0x41...0x5A).contains($0) }),
            bytes[2] == 0x2D, bytes[3...].allSatisfy({ (0x30...0x39).contains($0) })
        else {
            fault("homeCode", .homeCodeForm)
            return nil
        }
        return code
    }
}

extension Operation {
    fileprivate mutating func importRows(
        of table: ImportTable, _ run: inout RegistryRun, _ report: inout ImportReport,
        _ body: (inout Operation, inout ImportReading, inout RegistryRun, inout ImportReport)
            throws -> Void
    ) throws {
        var table = table
        while !run.notes.isFull, let row = table.next(&run.notes) {
            var reading = ImportReading(row, of: table.file, run.context, run.notes)
            try body(&self, &reading, &run, &report)
            run.notes = reading.notes
        }
    }

    // MARK: Homes

    fileprivate mutating func importHome(
        _ reading: inout ImportReading, _ run: inout RegistryRun, _ report: inout ImportReport
    ) throws {
        let code = reading.homeCode()
        if let code {
            if let first = run.homeRows[code] {
                reading.fault("homeCode", .twiceInFile(row: first))
            } else {
                run.homeRows[code] = reading.row.number
            }
        }
        let old = code.flatMap { run.registry.homes[$0] }
        if old?.stamp.isVoided == true { reading.fault("homeCode", .recordVoided) }
        var home = old ?? Home()
        let province = reading.province(run.registry)
        reading.read(&home, province: province)
        guard reading.isGood, let code, let province else { return }
        home.homeCode = code
        let wanted = home
        var saved = home
        let isWritten = try importRow(&reading, column: { Operation.column(of: $0, old, wanted) }) {
            op, _ in
            if province.stamp.id.isEmpty { try op.insert(province, about: nil) }
            saved =
                old == nil
                ? try op.insert(wanted, about: nil) : try op.update(wanted, about: nil)
        }
        guard isWritten else { return }
        if province.stamp.id.isEmpty {
            report.provincesMade += 1
            run.registry.provinces[province.provinceCode] =
                try db.fetchAll(Province.self, "provinceCode = ?", [province.provinceCode]).first
        }
        if old == nil { report.homesMade += 1 } else if saved != old { report.homesChanged += 1 }
        run.registry.homes[code] = saved
    }

    private static func column(of refusal: Refusal, _ old: Home?, _ new: Home) -> String {
        switch refusal {
        case .dropInHasNoBeds: "serviceMode"
        case .stayOutsideOperation:
            old?.operatingStartDate == new.operatingStartDate
                ? "operatingEndDate" : "operatingStartDate"
        default: "homeCode"
        }
    }

    private static func column(of refusal: Refusal, _ old: Bed?, _ new: Bed) -> String {
        guard refusal == .bedNotEmpty else { return "bedNumber" }
        return old?.inventoryStartDate == new.inventoryStartDate
            ? "inventoryEndDate" : "inventoryStartDate"
    }

    // MARK: Beds

    fileprivate mutating func importBed(
        _ reading: inout ImportReading, _ run: inout RegistryRun, _ report: inout ImportReport
    ) throws {
        let code = reading.homeCode()
        let roomName = reading.text("room", limit: 20)
        let number = reading.text("bedNumber", limit: 10)
        let home = code.flatMap { run.registry.homes[$0] }
        if let code, home == nil || home?.stamp.isVoided == true {
            // A home that is faulty in its own file is complained about there.
            if run.homeRows[code] == nil, !run.isHomesUnread {
                reading.fault("homeCode", .unknownHome)
            } else {
                run.homeRows[code] = run.homeRows[code] ?? 0
            }
        }
        if let code, let roomName, let number {
            let key = Registry.key(Registry.key(code, roomName), number)
            if let first = run.bedRows[key] {
                reading.fault("bedNumber", .twiceInFile(row: first))
            } else {
                run.bedRows[key] = reading.row.number
            }
        }
        if home?.serviceMode == .dropIn { reading.fault("homeCode", .refused(.dropInHasNoBeds)) }
        let room = home.flatMap { home in roomName.flatMap { run.registry.room(home, $0) } }
        let old = room.flatMap { room in number.flatMap { run.registry.bed(room, $0) } }
        if room?.stamp.isVoided == true { reading.fault("room", .recordVoided) }
        if old?.stamp.isVoided == true { reading.fault("bedNumber", .recordVoided) }
        var bed = old ?? Bed()
        reading.read(&bed)
        guard reading.isGood, let home, !home.stamp.isVoided, let roomName, let number else {
            return
        }
        bed.bedNumber = number
        let wanted = bed
        var saved = (room: room ?? Room(), bed: bed)
        let isWritten = try importRow(
            &reading,
            column: { Operation.column(of: $0, old, wanted) },
            { op, _ in
                if room == nil {
                    saved.room.homeId = home.id
                    saved.room.name = roomName
                    saved.room = try op.insert(saved.room, about: nil)
                }
                saved.bed = wanted
                saved.bed.roomId = saved.room.id
                saved.bed =
                    old == nil
                    ? try op.insert(saved.bed, about: nil) : try op.update(saved.bed, about: nil)
            })
        guard isWritten else { return }
        if room == nil { report.roomsMade += 1 }
        if old == nil {
            report.bedsMade += 1
        } else if saved.bed != old {
            report.bedsChanged += 1
        }
        run.registry.keep(saved.room)
        run.registry.keep(saved.bed)
    }
}

extension ImportReading {
    /// The province of a home: one of the programme's, or a real one that it gets now.
    fileprivate mutating func province(_ registry: Registry) -> Province? {
        guard let cell = cell("provinceCode", required: true) else { return nil }
        let folded = SearchFold.fold(cell)
        let known = registry.provinces.values.first { $0.isCalled(cell) }
        if let found = known ?? DemoRegistry().provinces.first(where: { $0.isCalled(cell) }) {
            return found
        }
        guard let region = Regions.region(code: folded), region.level == .province else {
            fault("provinceCode", .unknownProvince)
            return nil
        }
        var province = Province()
        province.provinceCode = region.code
        province.nameZh = region.nameZh
        province.nameEn = region.nameEn
        province.areaRole = .both
        return province
    }

    /// A county of the province: its code in any revision, or its whole name.
    private mutating func county(in province: Province?) -> String? {
        guard let cell = cell("countyCode", required: true) else { return nil }
        let folded = SearchFold.fold(cell)
        let prefix = province?.provinceCode.prefix(2)
        if let region = Regions.region(code: folded), region.level != .province, !region.isHeading {
            if let prefix, !region.code.hasPrefix(prefix) {
                fault("countyCode", .countyOfAnotherProvince)
                return nil
            }
            return region.code
        }
        if Int(folded) == nil, let prefix {
            let named = Regions.counties(matching: cell, limit: 200).filter {
                $0.nameZh == cell && $0.code.hasPrefix(prefix)
            }
            if named.count == 1 { return named[0].code }
        }
        fault("countyCode", .unknownCounty)
        return nil
    }

    /// What the row says about a home; a column that the file may lack and lacks changes nothing.
    fileprivate mutating func read(_ home: inout Home, province: Province?) {
        if let text = text("nameZh", limit: 60) { home.nameZh = text }
        if let text = text("nameEn", limit: 80) { home.nameEn = text }
        if let province { home.provinceCode = province.provinceCode }
        if let code = county(in: province) { home.countyCode = code }
        if let mode: ServiceMode = code("serviceMode") { home.serviceMode = mode }
        if let host: HostType = code("hostType") { home.hostType = host }
        if let day = date("operatingStartDate") { home.operatingStartDate = day }
        if row.has("operatingEndDate") {
            home.operatingEndDate = date("operatingEndDate", required: false)
        }
        if let end = home.operatingEndDate, end < home.operatingStartDate {
            fault("operatingEndDate", .endBeforeStart)
        }
    }

    /// What the row says about a bed.
    fileprivate mutating func read(_ bed: inout Bed) {
        if let type: BedType = code("bedType") { bed.bedType = type }
        if let day = date("inventoryStartDate") { bed.inventoryStartDate = day }
        if row.has("inventoryEndDate") {
            bed.inventoryEndDate = date("inventoryEndDate", required: false)
        }
        if let end = bed.inventoryEndDate, end < bed.inventoryStartDate {
            fault("inventoryEndDate", .endBeforeStart)
        }
    }
}
