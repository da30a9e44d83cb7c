/// A place on a canvas, counted from 0 at the top left.
public struct Position: Hashable, Sendable {
    /// Rows from the top.
    public var row: Int
    /// Columns from the left.
    public var column: Int

    /// A place on a canvas.
    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }
}

/// A screen as a value: a grid of cells and the place of the cursor. Screens fill one, the terminal
/// puts it, a test prints it. Nothing is ever written outside the grid.
public struct Canvas: Equatable, Sendable {
    /// Columns.
    public let width: Int
    /// Rows.
    public let height: Int
    /// The one hardware cursor, at the focus: braille displays, screen readers and input methods
    /// follow it.
    public var cursor: Position?
    private var cells: [Cell]

    /// A blank canvas; a negative size counts as 0.
    public init(width: Int, height: Int) {
        self.width = max(0, width)
        self.height = max(0, height)
        cells = Array(repeating: .blank(), count: self.width * self.height)
    }

    /// One cell, or `nil` outside.
    public func cell(row: Int, column: Int) -> Cell? {
        guard row >= 0, row < height, column >= 0, column < width else { return nil }
        return cells[row * width + column]
    }

    /// The cells of one row, empty outside.
    public func row(_ row: Int) -> ArraySlice<Cell> {
        guard row >= 0, row < height else { return [] }
        return cells[(row * width)..<((row + 1) * width)]
    }

    /// Writes one line of text and returns how many columns it took. `width` limits it, and so does
    /// the right edge; where something is cut off, `…` takes the last column. Characters that are
    /// not visible are spelled out, `<202E>`.
    @discardableResult
    public mutating func write(
        _ text: String, row: Int, column: Int, style: Style = .plain, width: Int? = nil
    ) -> Int {
        let edge = self.width - max(column, -Canvas.far)
        let limit = min(width ?? edge, edge)
        guard row >= 0, row < height, column > -Canvas.far, limit > 0 else { return 0 }
        var run = CellText.cells(of: text, style: style, limit: limit)
        if run.isCut { Canvas.endWithEllipsis(&run.cells, style: style, limit: limit) }
        put(run.cells, row: row, column: column)
        return run.cells.count
    }

    /// Fills a rectangle with one character.
    public mutating func fill(
        row: Int, column: Int, width: Int, height: Int, style: Style = .plain,
        character: Character = " "
    ) {
        let first = max(0, column)
        let end = min(self.width, Canvas.sum(column, width))
        guard first < end else { return }
        let pattern = CellText.cells(of: String(character), style: style, limit: 2).cells
        var line: [Cell] = []
        while !pattern.isEmpty, line.count + pattern.count <= end - first { line += pattern }
        while line.count < end - first { line.append(.blank(style)) }
        for row in max(0, row)..<max(0, row, min(self.height, Canvas.sum(row, height))) {
            put(line, row: row, column: first)
        }
    }

    /// Changes the style of part of a row and leaves its text.
    public mutating func restyle(row: Int, column: Int, width: Int, style: Style) {
        guard row >= 0, row < height else { return }
        let end = min(self.width, Canvas.sum(column, width))
        for column in max(0, column)..<max(0, column, end) {
            cells[row * self.width + column].style = style
        }
    }

    /// The columns a text takes when all of it is written: with marks spelled out, so it can be more
    /// than its plain width.
    public static func columns(of text: String) -> Int { CellText.columns(of: text) }

    /// A column this far to the left is outside, whatever starts there.
    private static let far = 1_000_000

    private static func sum(_ start: Int, _ length: Int) -> Int {
        let (end, overflows) = start.addingReportingOverflow(max(0, length))
        return overflows ? .max : end
    }

    private static func endWithEllipsis(_ cells: inout [Cell], style: Style, limit: Int) {
        if cells.count == limit, let last = cells.popLast(), last.isTrailing { cells.removeLast() }
        cells.append(Cell("…", style: style, width: 1))
    }

    /// Puts cells on a row, from a column that may be negative; what does not fit is left out whole.
    private mutating func put(_ new: [Cell], row: Int, column: Int) {
        var first = max(0, -column)
        var end = min(new.count, width - column)
        guard first < end else { return }
        let start = row * width
        clearHalves(start: start, from: column + first, to: column + end)
        // At the left edge a wide character may lose its left half: a blank stands for it.
        if new[first].isTrailing {
            cells[start + column + first] = .blank(new[first].style)
            first += 1
        }
        if end > first, new[end - 1].width == 2 {
            end -= 1
            cells[start + column + end] = .blank(new[end].style)
        }
        for index in first..<max(first, end) { cells[start + column + index] = new[index] }
    }

    /// Blanks the other half of a wide character that is about to lose one.
    private mutating func clearHalves(start: Int, from: Int, to end: Int) {
        if cells[start + from].isTrailing, from > 0 {
            cells[start + from - 1] = .blank(cells[start + from - 1].style)
        }
        if end < width, cells[start + end].isTrailing {
            cells[start + end] = .blank(cells[start + end].style)
        }
    }
}
