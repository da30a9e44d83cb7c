import HomesCore

/// A terminal in memory, enough of an xterm to read what a full-screen program draws: cursor
/// movement, erasing, inserting and deleting, scroll regions, repeated and wide characters,
/// attributes, the alternate screen and the modes that a program must put back.
public struct PtyScreen: Equatable {
    /// One column of the screen.
    public struct Cell: Equatable {
        /// The character; empty in the right half of a wide one.
        public var text: String = " "
        /// The attributes and colours it was written in.
        public var rendition = Rendition()
    }

    /// Attributes and colours, the colours as numbers of the 256-colour palette.
    public struct Rendition: Equatable {
        public var isBold = false
        public var isDim = false
        public var isUnderlined = false
        public var isReversed = false
        public var foreground: Int?
        public var background: Int?
    }

    public internal(set) var columns: Int
    public internal(set) var rows: Int
    public internal(set) var cursorRow = 0
    public internal(set) var cursorColumn = 0
    /// The private modes (`ESC [ ? n h`) that are on.
    public internal(set) var modes: Set<Int> = [7, 25]
    var grid: [[Cell]]
    var mainGrid: [[Cell]] = []
    var rendition = Rendition()
    var saved = (row: 0, column: 0, rendition: Rendition())
    var top = 0
    var bottom: Int
    var isWrapPending = false
    var isInserting = false
    var lastPrinted: Unicode.Scalar?
    var parser = Parser()

    /// A blank screen.
    public init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        grid = PtyScreen.blank(columns, rows)
        bottom = rows - 1
    }

    public static func == (left: PtyScreen, right: PtyScreen) -> Bool {
        left.grid == right.grid && left.cursorRow == right.cursorRow
            && left.cursorColumn == right.cursorColumn && left.modes == right.modes
    }

    /// Whether the alternate screen is shown.
    public var isAlternate: Bool { modes.contains(1049) || modes.contains(47) }
    /// Whether the cursor is visible.
    public var isCursorShown: Bool { modes.contains(25) }

    /// The lines as people see them, blanks at their ends and blank lines at the end left out.
    public var text: String {
        var lines = (0..<rows).map { line($0) }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    /// One line as people see it, without the blanks at its end; empty outside.
    public func line(_ row: Int) -> String {
        guard grid.indices.contains(row) else { return "" }
        var text = grid[row].map(\.text).joined()
        while text.last == " " { text.removeLast() }
        return text
    }

    /// One cell, or `nil` outside.
    public func cell(row: Int, column: Int) -> Cell? {
        guard grid.indices.contains(row), grid[row].indices.contains(column) else { return nil }
        return grid[row][column]
    }

    /// Takes what the program wrote.
    public mutating func feed(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            for action in parser.take(byte) { perform(action) }
        }
    }

    /// Takes over a new size; what no longer fits is lost.
    public mutating func resize(columns: Int, rows: Int) {
        grid = PtyScreen.fitted(grid, columns, rows)
        if !mainGrid.isEmpty { mainGrid = PtyScreen.fitted(mainGrid, columns, rows) }
        self.columns = columns
        self.rows = rows
        top = 0
        bottom = rows - 1
        cursorRow = min(cursorRow, rows - 1)
        cursorColumn = min(cursorColumn, columns - 1)
        isWrapPending = false
    }

    static func blank(_ columns: Int, _ rows: Int) -> [[Cell]] {
        Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
    }

    private static func fitted(_ grid: [[Cell]], _ columns: Int, _ rows: Int) -> [[Cell]] {
        var result = grid.prefix(rows).map { row in
            row.prefix(columns)
                + Array(repeating: Cell(), count: max(0, columns - row.count))
        }
        while result.count < rows {
            result.append(ArraySlice(repeating: Cell(), count: columns))
        }
        return result.map(Array.init)
    }
}

extension PtyScreen {
    mutating func perform(_ action: Parser.Action) {
        switch action {
        case .print(let scalar): print(scalar)
        case .control(let byte): control(byte)
        case .escape(let byte): escape(byte)
        case .csi(let sequence): csi(sequence)
        }
    }

    mutating func print(_ scalar: Unicode.Scalar) {
        let width = ColumnWidth.of(scalar)
        guard width > 0 else { return addMark(scalar) }
        lastPrinted = scalar
        if isWrapPending, modes.contains(7) { wrap() }
        if cursorColumn + width > columns {
            guard modes.contains(7), width <= columns else { return }
            wrap()
        }
        if isInserting { insertBlanks(width) }
        clearHalves(cursorColumn, cursorColumn + width)
        grid[cursorRow][cursorColumn] = Cell(text: String(scalar), rendition: rendition)
        if width == 2 {
            grid[cursorRow][cursorColumn + 1] = Cell(text: "", rendition: rendition)
        }
        if cursorColumn + width >= columns {
            cursorColumn = columns - 1
            isWrapPending = true
        } else {
            cursorColumn += width
        }
    }

    private mutating func addMark(_ scalar: Unicode.Scalar) {
        var column = isWrapPending ? cursorColumn : cursorColumn - 1
        if column > 0, grid[cursorRow][column].text.isEmpty { column -= 1 }
        guard column >= 0 else { return }
        grid[cursorRow][column].text.unicodeScalars.append(scalar)
    }

    private mutating func wrap() {
        cursorColumn = 0
        isWrapPending = false
        lineFeed()
    }

    /// Blanks the wide characters that writing from one column up to another cuts in half.
    mutating func clearHalves(_ from: Int, _ end: Int) {
        if from > 0, grid[cursorRow][from].text.isEmpty { grid[cursorRow][from - 1].text = " " }
        if end < columns, grid[cursorRow][end].text.isEmpty { grid[cursorRow][end].text = " " }
    }

    private mutating func control(_ byte: UInt8) {
        isWrapPending = false
        switch byte {
        case 0x08: cursorColumn = max(0, cursorColumn - 1)
        case 0x09: cursorColumn = min(columns - 1, (cursorColumn / 8 + 1) * 8)
        case 0x0A, 0x0B, 0x0C: lineFeed()
        case 0x0D: cursorColumn = 0
        default: break
        }
    }

    private mutating func escape(_ byte: UInt8) {
        isWrapPending = false
        switch byte {
        case 0x37: saved = (cursorRow, cursorColumn, rendition)
        case 0x38: (cursorRow, cursorColumn, rendition) = saved
        case 0x44: lineFeed()
        case 0x45:
            cursorColumn = 0
            lineFeed()
        case 0x4D: reverseLineFeed()
        case 0x63: self = PtyScreen(columns: columns, rows: rows)
        default: break
        }
    }

    mutating func lineFeed() {
        if cursorRow == bottom {
            scroll(from: top, lines: 1)
        } else {
            cursorRow = min(rows - 1, cursorRow + 1)
        }
    }

    private mutating func reverseLineFeed() {
        if cursorRow == top {
            scroll(from: top, lines: -1)
        } else {
            cursorRow = max(0, cursorRow - 1)
        }
    }

    /// Moves the lines from a row to the bottom of the region up, or down if negative.
    mutating func scroll(from row: Int, lines: Int) {
        guard row <= bottom else { return }
        let blank = Array(repeating: blankCell, count: columns)
        for _ in 0..<min(abs(lines), bottom - row + 1) {
            grid.remove(at: lines > 0 ? row : bottom)
            grid.insert(blank, at: lines > 0 ? bottom : row)
        }
    }

    mutating func insertBlanks(_ count: Int) {
        clearHalves(cursorColumn, cursorColumn)
        let count = min(count, columns - cursorColumn)
        grid[cursorRow].insert(
            contentsOf: Array(repeating: blankCell, count: count), at: cursorColumn)
        grid[cursorRow].removeLast(count)
    }

    /// A blank in the present background, as erasing leaves it.
    var blankCell: Cell {
        var cell = Cell()
        cell.rendition.background = rendition.background
        return cell
    }
}
