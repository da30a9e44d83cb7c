import CNcurses
import CTerminalGuard
import Glibc
import HomesUI

/// The terminal: the only place that talks to ncurses. It puts canvases and gives back keys; what
/// they mean is not its business. A class, because there is one terminal, and its state is outside.
final class Terminal {
    /// What the environment or the settings ask for.
    struct Options {
        /// The colours. NO_COLOR in the environment makes it `mono`.
        var theme: Theme = .plain
        /// ASCII instead of lines, bars and arrows, for fonts that lack them.
        var isAsciiOnly = false
    }

    /// The environment's character set was not UTF-8 and another locale was taken: worth one
    /// sentence to the person.
    let isLocaleReplaced: Bool
    /// Columns.
    private(set) var width = 80
    /// Rows.
    private(set) var height = 24

    private let screen: OpaquePointer
    private let window: UnsafeMutablePointer<WINDOW>
    private let looks: [CellLook]
    private let isAsciiOnly: Bool
    private let hasCursorStates: Bool
    private var shown: Canvas?
    private var isActive = false

    /// Takes over the terminal. Throws where that is impossible and leaves it untouched then.
    init(_ options: Options = Options()) throws(TerminalError) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
        let locale = homes_guard_locale()
        isLocaleReplaced = locale != 1
        isAsciiOnly = options.isAsciiOnly || locale == 0
        // Before ncurses, which leaves alone the signals that have a handler already.
        guard homes_guard_start(STDIN_FILENO) == 0 else { throw .notATerminal }
        let name = Terminal.environment("TERM")
        guard let screen = homes_newterm(), let window = homes_window() else {
            homes_guard_end()
            throw .unknown(name)
        }
        guard homes_capability("cup") != nil else {
            endwin()
            homes_guard_end()
            throw .tooSimple(name)
        }
        self.screen = screen
        self.window = window
        let isColourless = !Terminal.environment("NO_COLOR").isEmpty
        looks = Terminal.looks(theme: isColourless ? .mono : options.theme)
        hasCursorStates = homes_capability("civis") != nil
        raw()
        noecho()
        nonl()
        // Keys are read from the bytes; an update is never broken off because one is waiting.
        typeahead(-1)
        scrollok(window, false)
        idlok(window, false)
        width = Int(getmaxx(window))
        height = Int(getmaxy(window))
        begin()
    }

    /// Gives the terminal back as it was, with nothing of ours left on it.
    func close() {
        guard isActive else { return }
        leave()
        delscreen(screen)
        homes_guard_end()
    }

    /// Shows a canvas; only what changed goes out, nothing if nothing did.
    func put(_ canvas: Canvas) {
        guard isActive, canvas != shown else { return }
        if shown == nil { clearok(window, true) }
        var cells: [cchar_t] = []
        cells.reserveCapacity(width)
        for row in 0..<min(height, canvas.height) {
            let line = canvas.row(row)
            if let shown, shown.row(row) == line { continue }
            cells.removeAll(keepingCapacity: true)
            for cell in line.prefix(width) where !cell.isTrailing { cells.append(converted(cell)) }
            mvwadd_wchnstr(window, Int32(row), 0, cells, Int32(cells.count))
        }
        place(canvas.cursor)
        wnoutrefresh(window)
        Terminal.send("\u{1B}[?2026h")
        doupdate()
        Terminal.send("\u{1B}[?2026l")
        shown = canvas
    }

    /// Makes the next `put` draw everything.
    func forget() {
        shown = nil
        werase(window)
    }

    /// Takes over a size that has changed; whether it had.
    func updateSize() -> Bool {
        var columns: Int32 = 0
        var rows: Int32 = 0
        guard homes_guard_size(STDOUT_FILENO, &columns, &rows) == 0,
            Int(columns) != width || Int(rows) != height
        else { return false }
        resize_term(rows, columns)
        width = Int(getmaxx(window))
        height = Int(getmaxy(window))
        forget()
        return true
    }

    /// Leaves the screen, stops the process and comes back when it goes on.
    func suspend() {
        leave()
        homes_guard_stop()
        begin()
    }

    /// After a stop that could not be announced: modes and screen are set up again.
    func reclaim() {
        guard isActive else { return }
        endwin()
        begin()
    }

    private func begin() {
        isActive = true
        let restore = Terminal.restoreBytes(isFinal: true)
        restore.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                homes_guard_enter($0.baseAddress, $0.count)
            }
        }
        // The next update enters the alternate screen and, after `endwin`, sets the modes again.
        forget()
        Terminal.send("\u{1B}[?2004h")
    }

    private func leave() {
        isActive = false
        // Nothing stays on a terminal that has no second screen, or keeps what was on it.
        Terminal.send(Terminal.restoreBytes(isFinal: false))
        endwin()
        homes_guard_leave()
    }

    private func place(_ cursor: Position?) {
        let row = min(max(0, cursor?.row ?? 0), max(0, height - 1))
        let column = min(max(0, cursor?.column ?? 0), max(0, width - 1))
        wmove(window, Int32(row), Int32(column))
        if hasCursorStates, shown == nil || (shown?.cursor == nil) != (cursor == nil) {
            curs_set(cursor == nil ? 0 : 1)
        }
    }

    private func converted(_ cell: Cell) -> cchar_t {
        let look = looks[Int(cell.style.rawValue)]
        var scalar = cell.scalar
        if scalar.value >= 0x7F {
            if isAsciiOnly { scalar = Ornament.ascii(scalar) ?? scalar }
            // The C library decides how far ncurses thinks the cursor moved.
            if homes_columns(wchar_t(scalar.value)) != Int32(cell.width) {
                scalar = cell.width == 2 ? "？" : "?"
            }
        }
        var marks: [wchar_t] = [0, 0, 0]
        for index in 0..<cell.markCount {
            if let mark = cell.mark(index), homes_columns(wchar_t(mark.value)) == 0 {
                marks[index] = wchar_t(mark.value)
            }
        }
        return homes_cell(look.attributes, look.pair, wchar_t(scalar.value), marks)
    }
}
