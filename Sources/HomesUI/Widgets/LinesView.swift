import HomesCore

/// One line of a page that can be gone to.
public struct PageRow<Target: Equatable & Sendable>: Equatable, Sendable {
    /// What it is, for the selection to stay with it: a record's id, a field's name.
    public var id: String
    /// What stands before the text; the text hangs to the right of it.
    public var label: Phrase?
    /// The text, wrapped and never cut.
    public var text: Phrase
    /// How the text is shown.
    public var style: Style
    /// Where Enter leads, or what other keys work on.
    public var target: Target?
    /// Whether the selection stops here.
    public var isSelectable: Bool

    /// The head of a part of the page.
    public static func heading(_ text: Phrase) -> PageRow {
        PageRow(
            id: "", label: nil, text: text, style: .heading, target: nil, isSelectable: false)
    }

    /// An empty line.
    public static var blank: PageRow {
        PageRow(
            id: "", label: nil, text: Phrase(verbatim: ""), style: .plain, target: nil,
            isSelectable: false)
    }

    /// A text with a label before it.
    public static func line(
        _ id: String, _ label: Phrase, _ text: Phrase, _ style: Style = .plain,
        target: Target? = nil
    ) -> PageRow {
        PageRow(
            id: id, label: label, text: text, style: style, target: target, isSelectable: true)
    }

    /// A text over the whole width.
    public static func line(
        _ id: String, _ text: Phrase, _ style: Style = .plain, target: Target? = nil
    ) -> PageRow {
        PageRow(id: id, label: nil, text: text, style: style, target: target, isSelectable: true)
    }
}

/// A page of lines, one of them selected. The selection is by id, so nothing moves under the hand
/// when the page is read again; the cursor stands on the selected line, which also carries `>`.
public struct LinesView<Target: Equatable & Sendable>: Equatable, Sendable {
    /// The lines, before wrapping.
    public private(set) var rows: [PageRow<Target>] = []
    private var selectedIndex: Int?

    /// An empty page.
    public init() {}

    /// The selected line.
    public var selected: PageRow<Target>? {
        selectedIndex.flatMap { rows.indices.contains($0) ? rows[$0] : nil }
    }

    /// Shows other lines and keeps the selection where the line still is.
    public mutating func show(_ rows: [PageRow<Target>]) {
        let old = selected
        let oldIndex = selectedIndex ?? 0
        self.rows = rows
        let same = old.flatMap { old in
            rows.firstIndex { $0.isSelectable && $0.id == old.id }
        }
        let near = rows.indices.filter { rows[$0].isSelectable }
            .min { abs($0 - oldIndex) < abs($1 - oldIndex) }
        selectedIndex = same ?? near
    }

    /// Selects a line, if it is there.
    public mutating func select(id: String) {
        if let index = rows.firstIndex(where: { $0.isSelectable && $0.id == id }) {
            selectedIndex = index
        }
    }

    /// Selects the first line.
    public mutating func selectFirst() {
        selectedIndex = rows.firstIndex(where: \.isSelectable)
    }

    /// Takes the keys that move; `nil` when the key is none of them.
    public mutating func take(_ key: Key, _ world: World) -> Step? {
        switch key {
        case .up: move(by: -1)
        case .down: move(by: 1)
        case .pageUp: move(by: -max(1, world.body.height - 6))
        case .pageDown: move(by: max(1, world.body.height - 6))
        case .home: move(by: -rows.count)
        case .end: move(by: rows.count)
        default: return nil
        }
        return .stay
    }

    private mutating func move(by step: Int) {
        let places = rows.indices.filter { rows[$0].isSelectable }
        guard !places.isEmpty else { return }
        let place = places.firstIndex { $0 == selectedIndex } ?? 0
        selectedIndex = places[min(max(0, place + step), places.count - 1)]
    }

    // MARK: Drawing

    /// A line as it is drawn.
    private struct Drawn {
        var row: Int
        var label: String
        var text: String
        var column: Int
    }

    /// Draws the part of the page around the selection and places the cursor.
    public func draw(
        in area: Area, on canvas: inout Canvas, _ world: World, focused: Bool = true
    ) {
        let drawn = drawn(world, area.width)
        let place = drawn.firstIndex { $0.row == selectedIndex } ?? 0
        let first = max(0, min(place - area.height / 2, drawn.count - area.height))
        for (offset, line) in drawn.dropFirst(first).prefix(area.height).enumerated() {
            draw(line, row: area.row + offset, area, &canvas)
        }
        let edge = area.column + area.width - 1
        if first > 0 { canvas.write("^", row: area.row, column: edge, style: .dim) }
        if first + area.height < drawn.count {
            canvas.write("v", row: area.row + area.height - 1, column: edge, style: .dim)
        }
        if focused {
            canvas.cursor = Position(row: area.row + max(0, place - first), column: area.column + 2)
        }
    }

    private func draw(_ line: Drawn, row: Int, _ area: Area, _ canvas: inout Canvas) {
        let entry = rows[line.row]
        let isSelected = line.row == selectedIndex
        if isSelected {
            canvas.fill(
                row: row, column: area.column, width: area.width - 1, height: 1, style: .selected,
                character: " ")
            canvas.write(">", row: row, column: area.column, style: .selected)
        }
        canvas.write(
            line.label, row: row, column: area.column + 2, style: isSelected ? .selected : .dim)
        canvas.write(
            line.text, row: row, column: area.column + line.column,
            style: isSelected ? .selected : entry.style)
    }

    private func drawn(_ world: World, _ width: Int) -> [Drawn] {
        let longest = rows.compactMap(\.label).map { Canvas.columns(of: world.text($0)) }.max()
        let labels = min(longest ?? 0, width * 2 / 5)
        return rows.enumerated().flatMap { index, row -> [Drawn] in
            guard let label = row.label else {
                let column = row.style == .heading ? 1 : 2
                return TextLines.wrap(world.text(row.text), width: width - column - 2).map {
                    Drawn(row: index, label: "", text: $0, column: column)
                }
            }
            let names = TextLines.wrap(world.text(label), width: labels)
            let texts = TextLines.wrap(world.text(row.text), width: width - labels - 6)
            return (0..<max(names.count, texts.count)).map { part in
                Drawn(
                    row: index, label: names.indices.contains(part) ? names[part] : "",
                    text: texts.indices.contains(part) ? texts[part] : "", column: labels + 4)
            }
        }
    }
}
