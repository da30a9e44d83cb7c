import GRDB

extension HomesStore {
    /// Brings stays from a CSV file, as a home has them on paper and in spreadsheets: persons who
    /// are not there yet, their cases, stays and beds. With any fault nothing is imported, so a
    /// file that was imported is refused row by row: its stays are there.
    ///
    /// A stay that goes on makes an active case. One that ended makes the follow-ups that are
    /// still to come (exit + 30, 90 days) and a case on follow-up; where none is to come, a
    /// closed one.
    ///
    /// For administrators; home staff import stays of their own home.
    ///
    /// - Parameters:
    ///   - bytes: The file, in any encoding of `TextEncoding`.
    ///   - dryRun: Whether only to say what would happen.
    /// - Returns: What was done; every fault with its row and column.
    /// - Throws: `refused(.roleMayNot)`, `busy`, `diskFull` and the like; never for what is in
    ///   the file.
    public func importStays(
        _ bytes: [UInt8], dryRun: Bool = false, by signature: Signature,
        limits: CSVLimits = .standard
    ) throws(StoreError) -> ImportReport {
        try perform(.importStays, signature) { op in
            // Whoever has no home of her own imports for any.
            try op.db.require(.importStays, at: signature.homeId ?? "", signature)
            return try op.importAll(dryRun: dryRun) { op, report in
                var run = StaysRun(
                    context: try op.db.importContext(signature), registry: try Registry(op.db))
                if var table = ImportTable(bytes, .stays, limits: limits, notes: &run.notes) {
                    while !run.notes.isFull, let row = table.next(&run.notes) {
                        var reading = ImportReading(row, of: .stays, run.context, run.notes)
                        try op.importStay(&reading, &run, &report)
                        run.notes = reading.notes
                    }
                }
                return run.notes
            }
        }
    }
}

/// An import of stays under way.
struct StaysRun {
    let context: FieldText.Context
    let registry: Registry
    var notes = ImportNotes()
    /// Rows of the file by person and entry date.
    var rows: [String: Int] = [:]

    init(context: FieldText.Context, registry: Registry) {
        self.context = context
        self.registry = registry
    }
}

/// A row of the file, read and found good.
struct StayRow {
    let home: Home
    let bed: Bed
    let entry: CivilDate
    let exit: CivilDate?
    let exitType: ExitType
    let destination: Destination
    let person: ImportedPerson
}

extension Operation {
    fileprivate mutating func importStay(
        _ reading: inout ImportReading, _ run: inout StaysRun, _ report: inout ImportReport
    ) throws {
        guard let row = reading.stay(run.registry, by: signature) else { return }
        let known = try db.personMeant(by: row, &reading)
        guard reading.isGood else { return }
        if let known, try isThere(known, row, run, &reading) { return }
        let today = self.today
        var personId = ""
        var isNew = false
        let isWritten = try importRow(&reading, column: { row.column(of: $0) }) { op, _ in
            var person = known
            if person == nil {
                person = try op.makePerson(row)
                isNew = true
            }
            guard let person else { return }
            personId = person.id
            try op.write(row, of: person, today: today)
        }
        guard isWritten else { return }
        run.rows[Registry.key(personId, row.entry.iso)] = reading.row.number
        report.staysMade += 1
        if isNew { report.personsMade += 1 }
    }

    /// Whether she has a stay from that day already; then that is the row's fault.
    private func isThere(
        _ person: Person, _ row: StayRow, _ run: StaysRun, _ reading: inout ImportReading
    ) throws -> Bool {
        let stays = try db.fetchValid(
            Stay.self, "personId = ? AND entryDate = ?", [person.id, row.entry.iso])
        guard !stays.isEmpty else { return false }
        let first = run.rows[Registry.key(person.id, row.entry.iso)]
        reading.fault("entryDate", first.map { .twiceInFile(row: $0) } ?? .alreadyThere)
        return true
    }

    private mutating func write(_ row: StayRow, of person: Person, today: CivilDate) throws {
        let due =
            row.destination == .deceased
            ? []
            : FollowUpSchedule.due(afterExit: row.exit ?? today).filter { $0.dueOn >= today }
        let file = try caseFor(row, of: person, hasFollowUps: !due.isEmpty)
        var stay = Stay()
        stay.caseId = file.id
        stay.personId = person.id
        stay.homeId = row.home.id
        stay.entryDate = row.entry
        stay.state = row.exit == nil ? .checkedIn : .checkedOut
        stay.exitDate = row.exit
        stay.exitType = row.exitType
        stay.destination = row.destination
        stay = try insert(stay, about: person.id)
        if row.exit == nil {
            try passHolds(on: row.bed.id, from: row.entry, releasing: false)
        }
        var assignment = BedAssignment()
        assignment.stayId = stay.id
        assignment.bedId = row.bed.id
        assignment.fromNight = row.entry
        assignment.toNight = row.exit
        try insert(assignment, about: person.id)
        try db.verifyTiled(stayId: stay.id)
        guard row.exit != nil else { return }
        var plan = FollowUp()
        plan.personId = person.id
        plan.homeId = row.home.id
        plan.stayId = stay.id
        _ = try planFollowUps(due, of: plan)
    }

    /// The case of an imported stay: her open one, else a new one. Only a stay long ended, or one
    /// that ended with her death, makes a closed case.
    private mutating func caseFor(
        _ row: StayRow, of person: Person, hasFollowUps: Bool
    ) throws -> Case {
        let open = try db.fetchValid(
            Case.self, "personId = ? AND cas_Status IN ('Active', 'FollowUp')", [person.id],
            order: "registrationDate DESC, id DESC"
        ).first
        let isOver = row.exit != nil && !hasFollowUps
        if var open, !isOver || open.registrationDate <= row.entry {
            open.registrationDate = min(open.registrationDate, row.entry)
            if row.exit == nil { open.cas_Status = .active }
            return try update(open, about: person.id)
        }
        var file = Case()
        file.personId = person.id
        file.homeId = row.home.id
        file.caseCode = try db.nextCaseCode(person)
        file.registrationDate = row.entry
        file.cas_CaseOwner = signature.role.worksInAHome ? signature.userId : nil
        file.cas_Status = row.exit == nil ? .active : hasFollowUps ? .followUp : .closed
        if file.cas_Status == .closed {
            file.dateClosure = row.exit
            file.cas_ReasonForCaseClosure = row.closureReason
        }
        return try insert(file, about: person.id)
    }
}

extension StayRow {
    /// Why the case of a stay long ended is closed, where the destination says it.
    fileprivate var closureReason: ClosureReason? {
        switch destination {
        case .deceased: .died
        case .leftWithoutNotice: .leftWithoutNotice
        default: nil
        }
    }

    /// Which column a refusal of the store is about.
    fileprivate func column(of refusal: Refusal) -> String {
        switch refusal {
        case .stayOverlap, .stayInFuture: return "entryDate"
        case .stayOutsideOperation:
            let isEntry =
                entry < home.operatingStartDate
                || home.operatingEndDate.map { entry >= $0 } ?? false
            return isEntry ? "entryDate" : "exitDate"
        case .duplicateValue: return "personCode"
        default: return "bedNumber"
        }
    }
}

extension ImportReading {
    /// Everything the row says, or `nil` with its faults noted.
    fileprivate mutating func stay(_ registry: Registry, by signature: Signature) -> StayRow? {
        let home = home(registry, by: signature)
        let bed = bed(registry, of: home)
        let entry = date("entryDate")
        let exit = date("exitDate", required: false)
        let exitType: ExitType? = code("exitType", required: false)
        let destination: Destination? = code("destination", required: false)
        for (column, day) in [("entryDate", entry), ("exitDate", exit)] {
            if let day, day > context.today { fault(column, .inFuture) }
        }
        if let entry, let exit, exit < entry { fault("exitDate", .exitBeforeEntry) }
        if row.text("exitDate") == nil {
            for column in ["exitType", "destination"] where row.text(column) != nil {
                fault(column, .exitDateMissing)
            }
        }
        let person = person(home)
        if let entry, let born = person.birthdate, born.earliest > entry {
            fault("birthdate", .bornAfterEntry)
        }
        guard isGood, let home, let bed, let entry else { return nil }
        return StayRow(
            home: home, bed: bed, entry: entry, exit: exit,
            exitType: exitType ?? .notCollected, destination: destination ?? .notCollected,
            person: person)
    }

    private mutating func home(_ registry: Registry, by signature: Signature) -> Home? {
        guard let code = homeCode() else { return nil }
        guard let home = registry.homes[code], !home.stamp.isVoided else {
            fault("homeCode", .unknownHome)
            return nil
        }
        if signature.role.worksInAHome, let own = signature.homeId, own != home.id {
            fault("homeCode", .anotherHome)
            return nil
        }
        if home.serviceMode == .dropIn {
            fault("homeCode", .refused(.dropInHasNoBeds))
            return nil
        }
        return home
    }

    private mutating func bed(_ registry: Registry, of home: Home?) -> Bed? {
        let name = text("room", limit: 20)
        let number = text("bedNumber", limit: 10)
        guard let home, let name else { return nil }
        guard let room = registry.room(home, name), !room.stamp.isVoided else {
            fault("room", .unknownRoom)
            return nil
        }
        guard let number else { return nil }
        guard let bed = registry.bed(room, number), !bed.stamp.isVoided else {
            fault("bedNumber", .unknownBed)
            return nil
        }
        return bed
    }
}
