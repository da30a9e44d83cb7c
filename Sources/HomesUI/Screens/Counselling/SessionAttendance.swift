import HomesCore

/// Who takes part in a session: the residents who are here, found by typing and ticked, with their
/// scores; and below them the women who give no name, counted by age band.
struct SessionAttendance: Sendable {
    /// Where typing goes on the selected line.
    enum Cell: Int, Sendable { case name = 1, count, before, after }

    /// How a score is typed: what is kept is per cent, so that every session compares.
    enum Scale: Sendable {
        /// Two digits a score, `*` for 100.
        case percent
        /// One digit a score, of a test of ten questions; `*` for all ten.
        case tenQuestions

        var digits: Int { self == .percent ? 2 : 1 }
        var factor: Int { self == .percent ? 1 : 10 }
    }

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

        var hasScore: Bool { before != nil || after != nil }

        var isResident: Bool { if case .resident = who { true } else { false } }
    }

    private(set) var lines: [Line] = []
    var list = ListView<Line>(
        id: { $0.id }, persons: true, searchKey: { $0.searchKey })
    var cell = Cell.name
    /// How scores are typed.
    private(set) var scale = Scale.percent
    /// The digits of the score that is being typed; empty when the next one begins it anew.
    private var typed = ""
    /// Whether one woman alone takes part.
    var isIndividual = true {
        didSet {
            guard isIndividual != oldValue else { return }
            // In a group digits are scores at once; a woman alone is found by typing.
            cell = isIndividual ? .name : .before
            show()
        }
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

    /// Ticks everybody who is here; when all are ticked, unticks those without a score.
    mutating func tickAll() -> Int {
        let hasAll = lines.allSatisfy { !$0.isResident || $0.isTicked }
        for index in lines.indices where lines[index].isResident {
            lines[index].isTicked = !hasAll || lines[index].hasScore
        }
        show()
        return ticked.count
    }

    /// Ticks some residents, where they are here. Gives how many.
    mutating func tick(all ids: [String]) -> Int {
        let wanted = Set(ids)
        for index in lines.indices where lines[index].isResident && wanted.contains(lines[index].id)
        {
            lines[index].isTicked = true
        }
        show()
        if let first = list.rows.first(where: { $0.isTicked }) { list.select(id: first.id) }
        return lines.count { $0.isResident && wanted.contains($0.id) }
    }

    /// Types scores the other way.
    mutating func changeScale() {
        scale = scale == .percent ? .tenQuestions : .percent
        typed = ""
    }

    // MARK: Keys

    /// Takes a key; `nil` when it is not for the list.
    mutating func take(_ key: Key, _ world: World) -> Step? {
        guard let line = list.selected else { return takeFilter(key, world) }
        switch key {
        case .character(" "), .character("\u{3000}"): space(line, world)
        case .character(let character):
            if typesNumber(line), takeNumber(character, line, world) { return .stay }
            cell = .name
            return takeFilter(key, world)
        case .backspace where typesNumber(line): backspace(line)
        case .left, .right: move(key == .right ? 1 : -1, line)
        case .up, .down, .home, .end, .pageUp, .pageDown:
            let step = list.take(key, world)
            settle()
            return step
        default: return takeFilter(key, world)
        }
        return .stay
    }

    /// Ticks; in a list that is not filtered, the next one is the next to tick.
    private mutating func space(_ line: Line, _ world: World) {
        guard line.isResident else { return }
        tick(line.id)
        if list.filter.isEmpty {
            if !isIndividual { _ = list.take(.down, world) }
            settle()
        } else {
            clearFilter(world)
        }
    }

    /// Whether digits are a score or a number of women here, and no part of the filter.
    private func typesNumber(_ line: Line) -> Bool {
        line.isResident ? cell.rawValue >= Cell.before.rawValue : list.filter.isEmpty
    }

    /// A digit of a number, `*` for a full score, `=` for the one above. False for other characters.
    private mutating func takeNumber(
        _ character: Character, _ line: Line, _ world: World
    ) -> Bool {
        let cell = cell
        guard line.isResident else {
            guard let digit = character.wholeNumberValue, digit <= 9 else { return false }
            change(line.id) { $0[cell] = SessionAttendance.appended(digit, to: $0[cell]) }
            return true
        }
        if character == "*" || character == "＊" {
            score(100, line, world)
        } else if character == "=" || character == "＝" {
            guard let above = above(line)?[cell] else { return true }
            score(above, line, world)
        } else if let digit = character.wholeNumberValue, digit <= 9 {
            typed += String(digit)
            let number = (Int(typed) ?? 0) * scale.factor
            if typed.count == scale.digits {
                score(number, line, world)
            } else {
                change(line.id) { $0[cell] = number }
            }
        } else {
            return false
        }
        return true
    }

    /// A score that is complete: the next key is for the next one.
    private mutating func score(_ number: Int, _ line: Line, _ world: World) {
        let cell = cell
        change(line.id) { $0[cell] = number }
        typed = ""
        if cell == .before {
            self.cell = .after
        } else if list.filter.isEmpty {
            goToNext(after: line)
        } else {
            // Whoever was found by typing is done; the next is found the same way.
            clearFilter(world)
            self.cell = .name
        }
    }

    /// The next one who takes part; where none is ticked below, the next one.
    private mutating func goToNext(after line: Line) {
        guard let place = list.rows.firstIndex(where: { $0.id == line.id }) else { return }
        let below = list.rows[(place + 1)...].filter(\.isResident)
        guard let next = below.first(where: \.isTicked) ?? below.first else { return }
        list.select(id: next.id)
        cell = .before
    }

    private func above(_ line: Line) -> Line? {
        guard let place = list.rows.firstIndex(where: { $0.id == line.id }) else { return nil }
        return list.rows[..<place].last { $0.isTicked } ?? list.rows[..<place].last
    }

    private mutating func backspace(_ line: Line) {
        let cell = cell
        typed = ""
        change(line.id) { line in
            line[cell] = line.isResident ? nil : line[cell].flatMap { $0 > 9 ? $0 / 10 : nil }
        }
    }

    private static func appended(_ digit: Int, to number: Int?) -> Int {
        let longer = (number ?? 0) * 10 + digit
        return longer > 999 ? digit : longer
    }

    private mutating func move(_ step: Int, _ line: Line) {
        typed = ""
        let cells: [Cell] = line.isResident ? [.name, .before, .after] : [.count]
        let place = cells.firstIndex(of: cell) ?? 0
        cell = cells[min(max(0, place + step), cells.count - 1)]
    }

    /// A line without scores has its name as the place of the cursor.
    private mutating func settle() {
        typed = ""
        guard let line = list.selected else { return }
        if !line.isResident {
            cell = .count
        } else if cell == .count {
            cell = isIndividual ? .name : .before
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

    /// Enter in a score: the next row. False where there is none, or no score is being typed.
    mutating func goOn() -> Bool {
        guard !isIndividual, list.filter.isEmpty, let line = list.selected, line.isResident,
            cell != .name, list.rows.last(where: \.isResident)?.id != line.id
        else { return false }
        goToNext(after: line)
        return true
    }

    /// Enter: ticks whom the filter found. True when there was somebody to find.
    mutating func tickFound(_ world: World) -> Bool {
        guard let line = list.selected, line.isResident, isIndividual || !list.filter.isEmpty
        else { return false }
        tick(line.id, to: true)
        clearFilter(world)
        return true
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
