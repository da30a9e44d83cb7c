import HomesCore

/// One column of a list.
public struct ListColumn<Row>: Sendable {
    /// The head.
    public let title: Phrase
    /// Terminal columns; 0 takes what the others leave.
    public let width: Int
    /// Whether numbers stand under each other.
    public let isRight: Bool
    /// What a row shows.
    public let text: @Sendable (Row, World) -> String
    /// How it is shown.
    public let style: @Sendable (Row, World) -> Style

    /// A column.
    public init(
        _ title: Phrase, width: Int, right: Bool = false,
        style: @escaping @Sendable (Row, World) -> Style = { _, _ in .plain },
        text: @escaping @Sendable (Row, World) -> String
    ) {
        self.title = title
        self.width = width
        self.isRight = right
        self.style = style
        self.text = text
    }
}

/// Rows under a head, one of them selected. The selection is by record, so nothing moves under the
/// hand when rows come and go; the cursor stands on the selected row, which also carries `>`.
public struct ListView<Row: Sendable>: Sendable {
    /// All rows, in the order given.
    public private(set) var rows: [Row] = []
    /// The rows that the filter lets through, as indices into `rows`.
    public private(set) var visible: [Int] = []
    /// The filter's text; empty lets everything through.
    public private(set) var filter = ""
    /// Whether the filter is being typed.
    public private(set) var isFiltering = false
    /// The selected row's id.
    public private(set) var selectedId: String?
    private var top = 0

    private let id: @Sendable (Row) -> String
    private let searchKey: @Sendable (Row) -> String
    /// Whether rows are found that only sound like what was typed, or differ from it by a slip.
    private let isForgiving: Bool
    private var persons: PersonIndex?
    /// How many of the visible rows are of those.
    public private(set) var nearCount = 0

    /// A list whose rows have an id and, when it can be filtered, a search key (`SearchKey.make`).
    ///
    /// - Parameter persons: Whether the rows are persons: they are found by sound, too.
    public init(
        id: @escaping @Sendable (Row) -> String, persons: Bool = false,
        searchKey: @escaping @Sendable (Row) -> String = { _ in "" }
    ) {
        self.id = id
        self.searchKey = searchKey
        isForgiving = persons
    }

    /// Shows other rows and keeps the selection where the record still is.
    public mutating func show(_ rows: [Row]) {
        let oldPlace = selectedPlace ?? 0
        self.rows = rows
        persons = nil
        applyFilter(fallback: oldPlace)
    }

    /// The selected row.
    public var selected: Row? { selectedPlace.map { rows[visible[$0]] } }

    /// The selected row's place among the visible ones.
    public var selectedPlace: Int? {
        guard let selectedId else { return nil }
        return visible.firstIndex { id(rows[$0]) == selectedId }
    }

    /// Selects a record, if it is there.
    public mutating func select(id wanted: String) {
        if visible.contains(where: { id(rows[$0]) == wanted }) { selectedId = wanted }
    }

    // MARK: Keys

    /// Takes the keys that move and filter; `nil` when the key is none of them.
    public mutating func take(_ key: Key, _ world: World) -> Step? {
        if isFiltering, let step = takeFilterKey(key) { return step }
        let page = max(1, world.body.height - 4)
        switch key {
        case .up: move(by: -1, page)
        case .down: move(by: 1, page)
        case .pageUp: move(by: -page, page)
        case .pageDown: move(by: page, page)
        case .home: move(by: -visible.count, page)
        case .end: move(by: visible.count, page)
        case .character("/") where !isFiltering, .function(3): isFiltering = true
        case .escape where !filter.isEmpty: setFilter("")
        default: return nil
        }
        return .stay
    }

    private mutating func takeFilterKey(_ key: Key) -> Step? {
        switch key {
        case .character(let character): setFilter(filter + String(character))
        case .paste(let text): setFilter(filter + text.filter { $0 != "\n" })
        case .backspace:
            if filter.isEmpty { isFiltering = false } else { setFilter(String(filter.dropLast())) }
        case .escape:
            isFiltering = false
            setFilter("")
        case .tab: isFiltering = false
        case .left, .right, .delete: break
        default: return nil
        }
        return .stay
    }

    private mutating func setFilter(_ text: String) {
        filter = text
        applyFilter(fallback: 0)
    }

    private mutating func applyFilter(fallback: Int) {
        nearCount = 0
        if filter.isEmpty {
            visible = Array(rows.indices)
        } else if isForgiving {
            var index = persons ?? PersonIndex(rows.map(searchKey))
            let found = index.find(filter)
            persons = index
            visible = found.places
            nearCount = found.nearCount
        } else {
            let query = SearchQuery(filter)
            visible = rows.indices.filter { query.matches(searchKey(rows[$0])) }
        }
        if selectedPlace == nil {
            selectedId =
                visible.isEmpty ? nil : id(rows[visible[min(max(0, fallback), visible.count - 1)]])
            top = 0
        }
    }

    private mutating func move(by step: Int, _ page: Int) {
        guard !visible.isEmpty else { return }
        let place = min(max(0, (selectedPlace ?? 0) + step), visible.count - 1)
        selectedId = id(rows[visible[place]])
        top = scrolled(to: place, height: page)
    }

    private func scrolled(to place: Int, height: Int) -> Int {
        if place < top { return place }
        if place >= top + height { return place - height + 1 }
        return max(0, min(top, visible.count - height))
    }

    // MARK: Drawing

    /// Draws the head, the rows and, while it is open, the filter; places the cursor: on the
    /// selected row, in the filter, or in the column `cell` of the selected row.
    public func draw(
        _ columns: [ListColumn<Row>], in area: Area, on canvas: inout Canvas, _ world: World,
        empty: Phrase, focused: Bool = true, cell: Int? = nil
    ) {
        let widths = layout(columns, area.width - 1)
        var column = area.column + 2
        canvas.fill(
            row: area.row, column: area.column, width: area.width, height: 1, style: .heading,
            character: " ")
        for (index, head) in columns.enumerated() {
            put(world.text(head.title), head, widths[index], area.row, column, .heading, &canvas)
            column += widths[index] + 1
        }
        let showsFilter = isFiltering || !filter.isEmpty
        let height = max(0, area.height - 1 - (showsFilter ? 1 : 0))
        drawRows(columns, widths, area, height, focused, world, &canvas)
        if visible.isEmpty {
            drawEmpty(empty, area, focused, world, &canvas)
        }
        if showsFilter { drawFilter(area, focused && cell == nil, world, &canvas) }
        if focused, let cell, let place = selectedPlace {
            let first = scrolled(to: place, height: height)
            let before = widths.prefix(cell + 1).reduce(0) { $0 + $1 + 1 }
            let row = area.row + 1 + place - first
            canvas.restyle(
                row: row, column: area.column + before + 1 - widths[cell], width: widths[cell],
                style: .inputFocused)
            canvas.cursor = Position(row: row, column: area.column + before)
        }
    }

    private func drawRows(
        _ columns: [ListColumn<Row>], _ widths: [Int], _ area: Area, _ height: Int, _ focused: Bool,
        _ world: World, _ canvas: inout Canvas
    ) {
        let place = selectedPlace
        let first = place.map { scrolled(to: $0, height: height) } ?? 0
        for (line, index) in visible.dropFirst(first).prefix(height).enumerated() {
            let row = rows[index]
            let canvasRow = area.row + 1 + line
            let isSelected = first + line == place
            if isSelected {
                canvas.fill(
                    row: canvasRow, column: area.column, width: area.width, height: 1,
                    style: .selected, character: " ")
                canvas.write(">", row: canvasRow, column: area.column, style: .selected)
            }
            var column = area.column + 2
            for (number, entry) in columns.enumerated() {
                put(
                    entry.text(row, world), entry, widths[number], canvasRow, column,
                    isSelected ? .selected : entry.style(row, world), &canvas)
                column += widths[number] + 1
            }
            if isSelected, focused, !isFiltering {
                canvas.cursor = firstCharacter(canvasRow, area, canvas)
            }
        }
        drawMore(first, area, height, &canvas)
    }

    /// Says that there are rows above or below, in the last column, which no text reaches.
    private func drawMore(_ first: Int, _ area: Area, _ height: Int, _ canvas: inout Canvas) {
        guard height > 0 else { return }
        let column = area.column + area.width - 1
        if first > 0 { canvas.write("^", row: area.row + 1, column: column, style: .dim) }
        if first + height < visible.count {
            canvas.write("v", row: area.row + height, column: column, style: .dim)
        }
    }

    /// Where the row's text begins: a number on the right of its column begins later.
    private func firstCharacter(_ row: Int, _ area: Area, _ canvas: Canvas) -> Position {
        let start = area.column + 2
        let first = (start..<area.column + area.width).first {
            canvas.cell(row: row, column: $0).map { $0.scalar != " " } ?? false
        }
        return Position(row: row, column: first ?? start)
    }

    private func drawEmpty(
        _ empty: Phrase, _ area: Area, _ focused: Bool, _ world: World, _ canvas: inout Canvas
    ) {
        let text = filter.isEmpty ? empty : Phrase("Nothing matches.", "没有符合的记录。")
        canvas.write(
            world.text(text), row: area.row + 1, column: area.column + 2, style: .dim,
            width: area.width - 2)
        if focused, !isFiltering {
            canvas.cursor = Position(row: area.row + 1, column: area.column + 2)
        }
    }

    private func drawFilter(
        _ area: Area, _ focused: Bool, _ world: World, _ canvas: inout Canvas
    ) {
        let row = area.row + area.height - 1
        let label = world.text(Phrase("Filter: ", "筛选："))
        var column = area.column + 2
        column += canvas.write(label, row: row, column: column, style: .strong)
        var count = "  \(visible.count)/\(rows.count)"
        if nearCount > 0 {
            count += world.text(
                Phrase(" (\(nearCount) only sounding like it)", "（其中\(nearCount)个读音相近）"))
        }
        let room = max(1, area.width - (column - area.column) - Canvas.columns(of: count) - 2)
        if focused, isFiltering {
            column += canvas.writeTyped(filter, row: row, column: column, width: room)
        } else {
            column += canvas.write(filter, row: row, column: column, style: .input, width: room)
        }
        canvas.write(count, row: row, column: column, style: .dim)
    }

    private func layout(_ columns: [ListColumn<Row>], _ width: Int) -> [Int] {
        let fixed = columns.map(\.width).reduce(0, +) + columns.count - 1 + 2
        let flexible = columns.count { $0.width == 0 }
        guard flexible > 0 else { return columns.map(\.width) }
        let share = max(4, (width - fixed) / flexible)
        return columns.map { $0.width == 0 ? share : $0.width }
    }

    private func put(
        _ text: String, _ entry: ListColumn<Row>, _ width: Int, _ row: Int, _ column: Int,
        _ style: Style, _ canvas: inout Canvas
    ) {
        let used = entry.isRight ? min(width, Canvas.columns(of: text)) : 0
        let start = entry.isRight ? column + width - used : column
        canvas.write(text, row: row, column: start, style: style, width: width)
    }
}
