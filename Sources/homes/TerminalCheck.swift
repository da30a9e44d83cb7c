import ArgumentParser
import Glibc
import HomesCore
import HomesUI

/// `homes terminal`: a screen that shows what a terminal can do and which keys arrive. For the
/// person who sets up a computer, and for the tests of the terminal, because it needs no data.
struct TerminalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "terminal",
        abstract: "Show what this terminal can do. 查看终端的功能。",
        shouldDisplay: false)

    @Option(help: "plain, light, dark, contrast or mono")
    var theme = "plain"
    @Flag(help: "ASCII instead of lines, bars and arrows")
    var ascii = false

    func run() throws {
        guard let theme = Theme(rawValue: theme) else {
            throw ValidationError("--theme: plain, light, dark, contrast, mono")
        }
        let terminal: Terminal
        do throws(TerminalError) {
            terminal = try Terminal(.init(theme: theme, isAsciiOnly: ascii))
        } catch {
            throw CommandFailure(.noTerminal, error.message)
        }
        var check = TerminalCheck(isLocaleReplaced: terminal.isLocaleReplaced)
        let code = terminal.run(&check).code
        if code != 0 { Glibc.exit(code) }
    }
}

/// A list of rows in every style, the name of the last key, and a cover.
struct TerminalCheck: TerminalApplication {
    private static let count = 400
    private var selection = 0
    private var said: String
    private var isCovered = false
    private var request: TerminalRequest?
    private var deadline: Instant?

    /// Starts on the first row.
    init(isLocaleReplaced: Bool) {
        said = isLocaleReplaced ? "the locale is not UTF-8: C.UTF-8 taken" : "press keys"
    }

    mutating func handle(_ key: Key, at now: Instant) {
        said = "key \(key.name(.english)) 键 \(key.name(.chinese))"
        isCovered = false
        switch key {
        case .character("q"), .control("c"): request = .quit
        case .control("l"): request = .repaint
        case .control("z"): (isCovered, request) = (true, .suspend)
        case .function(12): isCovered = true
        case .function(9): deadline = now.adding(seconds: 1)
        case .function(11): preconditionFailure("ended on purpose by F11")
        case .up: move(-1)
        case .down: move(1)
        case .pageUp: move(-20)
        case .pageDown: move(20)
        case .home: move(-TerminalCheck.count)
        case .end: move(TerminalCheck.count)
        case .paste(let text): said = "pasted \(text.unicodeScalars.count): \(text)"
        default: break
        }
    }

    mutating func tick(at now: Instant) {
        deadline = nil
        said = "time"
    }

    func millisecondsUntilTick(at now: Instant) -> Int? {
        deadline.map { max(0, $0.milliseconds - now.milliseconds) }
    }

    mutating func resumed(at now: Instant) { said = "resumed" }

    mutating func hangUp(at now: Instant) {}

    mutating func takeRequest() -> TerminalRequest? {
        defer { request = nil }
        return request
    }

    func frame(width: Int, height: Int) -> Canvas {
        var canvas = Canvas(width: width, height: height)
        guard !isCovered else {
            canvas.fill(row: 0, column: 0, width: width, height: height, style: .cover)
            canvas.write("Notes 记事", row: 0, column: 0, style: .cover)
            canvas.cursor = Position(row: 0, column: 0)
            return canvas
        }
        canvas.fill(row: 0, column: 0, width: width, height: 1, style: .bar)
        canvas.write("Terminal 终端  \(width)x\(height)", row: 0, column: 0, style: .bar)
        let rows = max(1, height - 3)
        let first = min(max(selection - rows / 2, 0), max(0, TerminalCheck.count - rows))
        for line in 0..<rows where first + line < TerminalCheck.count {
            draw(first + line, on: line + 1, of: &canvas)
        }
        canvas.fill(row: height - 2, column: 0, width: width, height: 1, style: .message)
        canvas.write(said, row: height - 2, column: 0, style: .message)
        canvas.write("q", row: height - 1, column: 0, style: .key)
        canvas.write("quit 退出", row: height - 1, column: 2)
        canvas.cursor = Position(row: selection - first + 1, column: 0)
        return canvas
    }

    private func draw(_ row: Int, on line: Int, of canvas: inout Canvas) {
        let style = Style.allCases[row % Style.allCases.count]
        let mark = row == selection ? ">" : " "
        let text = "\(mark) \(1_000 + row)  \(style)  王小红 Wang  ▁▂▃▅▆ [####....] \u{202E}abc"
        canvas.fill(row: line, column: 0, width: canvas.width, height: 1)
        canvas.write(text, row: line, column: 0, style: row == selection ? .selected : style)
    }

    private mutating func move(_ distance: Int) {
        selection = min(max(0, selection + distance), TerminalCheck.count - 1)
    }
}
