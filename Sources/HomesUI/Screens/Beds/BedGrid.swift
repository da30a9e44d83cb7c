import HomesCore

/// The beds of a home, room by room: a bed is chosen by moving in two directions, and stays chosen
/// by its record when another night is shown or the free beds come first.
struct BedGrid: Sendable {
    /// A room with its beds in the order shown.
    struct GridRoom: Sendable {
        let room: Room
        let beds: [BedOnBoard]
    }

    /// One line of beds of a room.
    struct Line: Sendable {
        let room: GridRoom
        /// Whether it is the room's first line, which carries its name.
        let isFirst: Bool
        let beds: [BedOnBoard]
    }

    /// Rows on the screen that one line of beds takes.
    static let lineHeight = 2
    private static let labelWidth = 8
    private static let leastCell = 18

    /// What is shown.
    private(set) var board: BedBoard?
    /// The bed under the cursor.
    private(set) var selectedId: String?
    /// Whether free beds stand before the others, and rooms that have some before the others.
    private(set) var isFreeFirst = false
    private var top = 0

    /// Shows a board and keeps the bed.
    mutating func show(_ board: BedBoard) {
        self.board = board
        keepSelection()
    }

    /// Selects a bed, if it is there.
    mutating func select(bedId: String) {
        if allBeds.contains(where: { $0.bed.id == bedId }) { selectedId = bedId }
    }

    /// Puts the free beds first, or all beds by number again.
    mutating func toggleFreeFirst() {
        isFreeFirst.toggle()
        if isFreeFirst, let free = rooms.first?.beds.first, free.state == .free {
            selectedId = free.bed.id
        }
        top = 0
    }

    private mutating func keepSelection() {
        if selected == nil {
            selectedId = rooms.first { !$0.beds.isEmpty }?.beds.first?.bed.id
            top = 0
        }
    }

    /// The bed under the cursor.
    var selected: BedOnBoard? { allBeds.first { $0.bed.id == selectedId } }

    /// The room of the bed under the cursor.
    func bed(_ bedId: String) -> BedOnBoard? { allBeds.first { $0.bed.id == bedId } }

    /// `2/3`: bed 3 of room 2.
    func label(of bedId: String) -> String {
        guard
            let room = board?.rooms.first(where: { $0.beds.contains { $0.bed.id == bedId } }),
            let bed = room.beds.first(where: { $0.bed.id == bedId })
        else { return "" }
        return room.room.name + "/" + bed.bed.bedNumber
    }

    private var allBeds: [BedOnBoard] { (board?.rooms ?? []).flatMap(\.beds) }

    /// The rooms in the order shown; rooms without a bed that night are left out.
    var rooms: [GridRoom] {
        let rooms = (board?.rooms ?? []).filter { !$0.beds.isEmpty }
        guard isFreeFirst else { return rooms.map { GridRoom(room: $0.room, beds: $0.beds) } }
        return
            rooms.map { room in
                GridRoom(room: room.room, beds: room.beds.stablyFirst { $0.state == .free })
            }.stablyFirst { room in room.beds.contains { $0.state == .free } }
    }

    // MARK: Geometry

    /// How many beds stand side by side.
    static func columns(width: Int) -> Int { max(1, (width - labelWidth) / leastCell) }

    func lines(width: Int) -> [Line] {
        let columns = BedGrid.columns(width: width)
        return rooms.flatMap { room in
            stride(from: 0, to: room.beds.count, by: columns).map { start in
                Line(
                    room: room, isFirst: start == 0,
                    beds: Array(room.beds[start..<min(start + columns, room.beds.count)]))
            }
        }
    }

    /// How many lines of beds fit under the head and above the two rows that explain.
    static func visibleLines(height: Int) -> Int { max(1, (height - 3) / lineHeight) }

    // MARK: Keys

    /// Takes the keys that move; `nil` when the key is none of them.
    mutating func take(_ key: Key, _ world: World) -> Step? {
        let lines = lines(width: world.body.width)
        let page = BedGrid.visibleLines(height: world.body.height)
        switch key {
        case .left: moveAlong(-1, lines)
        case .right: moveAlong(1, lines)
        case .up: moveAcross(-1, lines)
        case .down: moveAcross(1, lines)
        case .pageUp: moveAcross(-page, lines)
        case .pageDown: moveAcross(page, lines)
        case .home: selectedId = lines.first?.beds.first?.bed.id
        case .end: selectedId = lines.last?.beds.last?.bed.id
        default: return nil
        }
        top = scrolled(lines, page)
        return .stay
    }

    /// Left and right go on from one line to the next, as one reads.
    private mutating func moveAlong(_ step: Int, _ lines: [Line]) {
        let beds = lines.flatMap(\.beds)
        guard let place = beds.firstIndex(where: { $0.bed.id == selectedId }) else { return }
        selectedId = beds[min(max(0, place + step), beds.count - 1)].bed.id
    }

    /// Up and down keep the column where the line is long enough.
    private mutating func moveAcross(_ step: Int, _ lines: [Line]) {
        guard let (line, column) = position(lines) else { return }
        let target = lines[min(max(0, line + step), lines.count - 1)]
        selectedId = target.beds[min(column, target.beds.count - 1)].bed.id
    }

    private func position(_ lines: [Line]) -> (line: Int, column: Int)? {
        for (index, line) in lines.enumerated() {
            if let column = line.beds.firstIndex(where: { $0.bed.id == selectedId }) {
                return (index, column)
            }
        }
        return nil
    }

    private func scrolled(_ lines: [Line], _ height: Int) -> Int {
        guard let line = position(lines)?.line else { return 0 }
        if line < top { return line }
        if line >= top + height { return line - height + 1 }
        return max(0, min(top, lines.count - height))
    }

    // MARK: Drawing

    /// Draws the lines of beds and places the cursor on the selected one.
    ///
    /// - Parameters:
    ///   - names: Names by the person's record id, while they are shown.
    ///   - refusal: Why a bed cannot be picked; such beds are dimmed.
    func draw(
        in area: Area, on canvas: inout Canvas, _ world: World, names: [String: String] = [:],
        refusal: (BedOnBoard) -> Phrase? = { _ in nil }
    ) {
        let lines = lines(width: area.width)
        let height = max(1, area.height / BedGrid.lineHeight)
        let first = scrolled(lines, height)
        let columns = BedGrid.columns(width: area.width)
        let cellWidth = (area.width - BedGrid.labelWidth) / columns
        for (offset, line) in lines.dropFirst(first).prefix(height).enumerated() {
            let row = area.row + offset * BedGrid.lineHeight
            if line.isFirst || offset == 0 { drawLabel(line, row, area, &canvas) }
            for (place, bed) in line.beds.enumerated() {
                let column = area.column + BedGrid.labelWidth + place * cellWidth
                let cell = BedCell(
                    bed: bed, name: bed.occupant.flatMap { names[$0.personId] },
                    isSelected: bed.bed.id == selectedId, isDim: refusal(bed) != nil)
                cell.draw(row: row, column: column, width: cellWidth, on: &canvas, world)
            }
        }
        drawMore(first, lines.count, height, area, &canvas)
    }

    private func drawLabel(_ line: Line, _ row: Int, _ area: Area, _ canvas: inout Canvas) {
        let beds = line.room.beds
        let taken = beds.count { $0.state == .occupied }
        let inService = beds.count { $0.state != .outOfService }
        let width = BedGrid.labelWidth - 1
        canvas.write(
            line.room.room.name, row: row, column: area.column + 1, style: .heading, width: width)
        canvas.write(
            "\(taken)/\(inService)", row: row + 1, column: area.column + 1, style: .dim,
            width: width)
    }

    /// Says that there is more above or below.
    private func drawMore(
        _ first: Int, _ count: Int, _ height: Int, _ area: Area, _ canvas: inout Canvas
    ) {
        if first > 0 { canvas.write("^", row: area.row, column: area.column, style: .strong) }
        if first + height < count {
            let row = area.row + height * BedGrid.lineHeight - 1
            canvas.write("v", row: row, column: area.column, style: .strong)
        }
    }
}

/// One bed on the board: its letter, number and nights over who has it or what it is.
struct BedCell {
    let bed: BedOnBoard
    let name: String?
    let isSelected: Bool
    let isDim: Bool

    func draw(
        row: Int, column: Int, width: Int, on canvas: inout Canvas, _ world: World
    ) {
        let style: Style = isSelected ? .selected : isDim ? .dim : bed.state.style
        if isSelected {
            canvas.fill(
                row: row, column: column, width: width - 1, height: BedGrid.lineHeight,
                style: style, character: " ")
            canvas.write(">", row: row, column: column, style: style)
            canvas.cursor = Position(row: row, column: column + 1)
        }
        canvas.write(String(bed.state.letter), row: row, column: column + 1, style: style)
        let number = canvas.write(
            bed.bed.bedNumber, row: row, column: column + 3, style: isSelected ? style : .strong,
            width: 4)
        let at = column + 3 + max(3, number + 1)
        canvas.write(
            world.text(time), row: row, column: at, style: isSelected ? style : .plain,
            width: column + width - 1 - at)
        canvas.write(
            world.text(who), row: row + 1, column: column + 1,
            style: isSelected ? style : isDim || bed.occupant == nil ? .dim : .plain,
            width: width - 2)
    }

    /// Nights so far and the planned exit, or until when the bed is not for anybody.
    private var time: Phrase {
        if let occupant = bed.occupant {
            let nights = Phrase("\(occupant.nightsSoFar)n", "\(occupant.nightsSoFar)夜")
            if occupant.isOut { return nights + Phrase(" out", " 外出") }
            guard let exit = occupant.plannedExitDate else { return nights }
            return nights + Phrase(verbatim: " →" + exit.monthAndDay)
        }
        if let end = bed.period?.toNight {
            return Phrase(verbatim: "→" + end.monthAndDay)
        }
        return Phrase(verbatim: "")
    }

    private var who: Phrase {
        if let occupant = bed.occupant {
            let children = bed.children.isEmpty ? "" : " +\(bed.children.count)"
            if let name { return Phrase(verbatim: name + children) }
            let initials = occupant.initials.map { " " + $0 } ?? ""
            return Phrase(verbatim: occupant.personCode + initials + children)
        }
        if bed.state == .occupied { return bed.state.label }
        if let expected = bed.expected { return Phrase(verbatim: expected.who) }
        if let reason = bed.period?.reason, !reason.isEmpty { return Phrase(verbatim: reason) }
        if let period = bed.period { return period.status.label }
        return bed.isOverflow && bed.bed.availability == .overflow
            ? bed.bed.availability.label : bed.bed.bedType.label
    }
}

extension BedState {
    /// How its letter is shown; the letter says the same without colour.
    var style: Style {
        switch self {
        case .occupied: .plain
        case .free: .good
        case .reserved: .warning
        case .outOfService: .dim
        }
    }

    /// The legend under the board.
    static var legend: Phrase {
        .joined(
            allCases.map { Phrase(verbatim: $0.rawValue + " ") + $0.label }, separator: "   ")
    }
}

extension CivilDate {
    /// `06-15`: where the year is plain.
    var monthAndDay: String { String(iso.dropFirst(5)) }
}

extension Array {
    /// The elements for which something holds before the others, each part in its order.
    func stablyFirst(_ holds: (Element) -> Bool) -> [Element] {
        filter(holds) + filter { !holds($0) }
    }
}
