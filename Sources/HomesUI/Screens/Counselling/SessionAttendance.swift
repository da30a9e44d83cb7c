import HomesCore

/// Who takes part in a session: the residents who are here, found by typing and ticked, with their
/// scores; and below them the women who give no name, counted by age band.
struct SessionAttendance: Sendable {
    /// Where typing goes on the selected line.
    enum Cell: Int, Sendable { case name = 1, count, before, after }

    /// A resident or an age band.
    struct Line: Sendable {
        enum Who: Sendable {
            case resident(id: String, code: String, name: String)
            case band(AgeBand)
        }

        let who: Who
        let searchKey: String
        var isTicked = false
        var count = 0
        var before: Int?
        var after: Int?

        var id: String {
            switch who {
            case .resident(let id, _, _): id
            case .band(let band): band.rawValue
            }
        }

        var isResident: Bool { if case .resident = who { true } else { false } }
    }

    private(set) var lines: [Line] = []
    var list = ListView<Line>(
        id: { $0.id }, persons: true, searchKey: { $0.searchKey })
    var cell = Cell.name
    /// Whether one woman alone takes part.
    var isIndividual = true {
        didSet { show() }
    }

    /// Ticked residents.
    var ticked: [Line] { lines.filter { $0.isResident && $0.isTicked } }
    /// Everybody, with and without a name.
    var total: Int {
        ticked.count + (isIndividual ? 0 : lines.reduce(0) { $0 + $1.count })
    }

    /// Takes the residents who are here; those ticked before stay ticked, here or not.
    mutating func load(_ residents: [ResidentRow]) {
        let old = Dictionary(lines.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var new = residents.map { row in
            Line(
                who: .resident(
                    id: row.personId, code: row.personCode, name: row.name ?? row.initials ?? ""),
                searchKey: row.searchKey)
        }
        let here = Set(new.map(\.id))
        new += lines.filter { $0.isResident && $0.isTicked && !here.contains($0.id) }
        new += AgeBand.allCases.map { band in
            Line(
                who: .band(band),
                searchKey: SearchKey.make(
                    names: [band.label.chinese, band.label.english], codes: []))
        }
        lines = new.map { line in
            guard let kept = old[line.id] else { return line }
            var line = line
            line.isTicked = kept.isTicked
            line.count = kept.count
            line.before = kept.before
            line.after = kept.after
            return line
        }
        show()
    }

    private mutating func show() {
        list.show(isIndividual ? lines.filter(\.isResident) : lines)
    }

    private mutating func change(_ id: String, _ body: (inout Line) -> Void) {
        guard let index = lines.firstIndex(where: { $0.id == id }) else { return }
        body(&lines[index])
        show()
    }

    /// Ticks or unticks a resident; with one woman alone, the others are unticked.
    mutating func tick(_ id: String, to isTicked: Bool? = nil) {
        if isIndividual {
            for index in lines.indices where lines[index].id != id { lines[index].isTicked = false }
        }
        change(id) { line in
            guard line.isResident else { return }
            line.isTicked = isTicked ?? !line.isTicked
        }
    }

    /// Sets what a draft says of a line.
    mutating func restore(_ id: String, count: Int, before: Int?, after: Int?) {
        change(id) { line in
            line.isTicked = line.isResident
            line.count = count
            line.before = before
            line.after = after
        }
    }

    // MARK: Keys

    /// Takes a key; `nil` when it is not for the list.
    mutating func take(_ key: Key, _ world: World) -> Step? {
        guard let line = list.selected else { return takeFilter(key, world) }
        switch key {
        case .character(" "):
            tick(line.id)
            clearFilter(world)
            return .stay
        case .character(let character):
            if typesNumber(line), let digit = character.wholeNumberValue {
                let cell = cell
                change(line.id) { $0[cell] = SessionAttendance.appended(digit, to: $0[cell]) }
                return .stay
            }
            cell = .name
        case .backspace where typesNumber(line):
            let cell = cell
            change(line.id) { line in line[cell] = line[cell].flatMap { $0 > 9 ? $0 / 10 : nil } }
            return .stay
        case .left, .right:
            move(key == .right ? 1 : -1, line)
            return .stay
        case .up, .down, .home, .end, .pageUp, .pageDown:
            let step = list.take(key, world)
            settle()
            return step
        default: break
        }
        return takeFilter(key, world)
    }

    /// Whether digits are a score or a number of women here, and no part of the filter.
    private func typesNumber(_ line: Line) -> Bool {
        line.isResident ? cell.rawValue >= Cell.before.rawValue : list.filter.isEmpty
    }

    private static func appended(_ digit: Int, to number: Int?) -> Int {
        let longer = (number ?? 0) * 10 + digit
        return longer > 100 ? digit : longer
    }

    private mutating func move(_ step: Int, _ line: Line) {
        let cells: [Cell] = line.isResident ? [.name, .before, .after] : [.count]
        let place = cells.firstIndex(of: cell) ?? 0
        cell = cells[min(max(0, place + step), cells.count - 1)]
    }

    /// A line without scores has its name as the place of the cursor.
    private mutating func settle() {
        guard let line = list.selected else { return }
        if !line.isResident {
            cell = .count
        } else if cell == .count {
            cell = .name
        }
    }

    private mutating func takeFilter(_ key: Key, _ world: World) -> Step? {
        switch key {
        case .character, .paste:
            openFilter(world)
            let step = list.take(key, world)
            settle()
            return step
        case .backspace, .escape:
            guard !list.filter.isEmpty else { return nil }
            let step = list.take(key, world)
            openFilter(world)
            return step
        default: return nil
        }
    }

    /// Typing always filters.
    mutating func openFilter(_ world: World) {
        if !list.isFiltering { _ = list.take(.function(3), world) }
    }

    private mutating func clearFilter(_ world: World) {
        guard !list.filter.isEmpty else { return }
        _ = list.take(.escape, world)
        openFilter(world)
    }

    /// Enter: ticks whom the filter found. True when there was somebody to find.
    mutating func tickFound(_ world: World) -> Bool {
        guard let line = list.selected, line.isResident, isIndividual || !list.filter.isEmpty
        else { return false }
        tick(line.id, to: true)
        clearFilter(world)
        return true
    }

    // MARK: Drawing

    func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        list.draw(
            columns(width: area.width), in: area, on: &canvas, world,
            empty: Phrase("No resident is here.", "目前没有入住人员。"),
            cell: cell == .name ? nil : column(of: cell))
    }

    /// The column of a cell: with one woman there is no number of women.
    private func column(of cell: Cell) -> Int {
        isIndividual ? max(1, cell.rawValue - 1) : cell.rawValue
    }

    private func columns(width: Int) -> [ListColumn<Line>] {
        var columns: [ListColumn<Line>] = [
            ListColumn(Phrase("", ""), width: 3) { line, _ in
                line.isResident ? (line.isTicked ? "[x]" : "[ ]") : ""
            },
            ListColumn(Phrase("Who", "参加者"), width: min(36, width - 30)) { line, world in
                switch line.who {
                case .resident(_, let code, let name): code + "  " + name
                case .band(let band):
                    world.text(Phrase("without a name: ", "未留姓名：") + band.label)
                }
            },
        ]
        if !isIndividual {
            columns.append(
                ListColumn(Phrase("Women", "人数"), width: 5, right: true) { line, _ in
                    line.isResident || line.count == 0 ? "" : String(line.count)
                })
        }
        columns += [
            ListColumn(Phrase("Before", "前测"), width: 6, right: true) { line, _ in
                line.before.map(String.init) ?? ""
            },
            ListColumn(Phrase("After", "后测"), width: 6, right: true) { line, _ in
                line.after.map(String.init) ?? ""
            },
        ]
        return columns
    }
}

extension SessionAttendance.Line {
    /// The number of a cell.
    fileprivate subscript(cell: SessionAttendance.Cell) -> Int? {
        get {
            switch cell {
            case .name, .count: count == 0 ? nil : count
            case .before: before
            case .after: after
            }
        }
        set {
            switch cell {
            case .name, .count: count = newValue ?? 0
            case .before: before = newValue
            case .after: after = newValue
            }
            // A score says that she took part.
            if isResident, newValue != nil { isTicked = true }
        }
    }

    /// The record; `nil` for whoever did not take part.
    var attendance: Attendance? {
        var attendance = Attendance()
        switch who {
        case .resident(let id, _, _):
            guard isTicked else { return nil }
            attendance.personId = id
            attendance.preScore = before
            attendance.postScore = after
        case .band(let band):
            guard count > 0 else { return nil }
            attendance.ageBand = band
            attendance.tally = count
        }
        return attendance
    }
}
