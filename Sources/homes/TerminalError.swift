import HomesCore

/// Why the full-screen program cannot run here.
enum TerminalError: Error, Equatable {
    /// Input or output is a file or a pipe.
    case notATerminal
    /// TERM is not set or names nothing the system knows.
    case unknown(String)
    /// The terminal cannot place its cursor, as TERM=dumb says.
    case tooSimple(String)

    /// What to say and what to do about it.
    var message: Phrase {
        switch self {
        case .notATerminal:
            Phrase(
                "This is not a terminal. Run homes in a terminal window, or use homes report in a script.",
                "这里不是终端。请在终端窗口中运行 homes。脚本中可用 homes report。")
        case .unknown(let name):
            Phrase(
                "The terminal type \(TerminalError.quoted(name)) is not known here. "
                    + "Set TERM=xterm-256color and run homes again.",
                "系统不认识终端类型 \(TerminalError.quoted(name))。"
                    + "请设置 TERM=xterm-256color 后再运行。")
        case .tooSimple(let name):
            Phrase(
                "The terminal type \(TerminalError.quoted(name)) cannot show full screens. "
                    + "Set TERM=xterm-256color in another window and run homes there.",
                "终端类型 \(TerminalError.quoted(name)) 不能显示全屏界面。请在另一窗口设置 TERM=xterm-256color 后运行。")
        }
    }

    /// The name as it may be printed: it comes from the environment.
    private static func quoted(_ name: String) -> String {
        let printable = name.unicodeScalars.filter { $0.value > 0x20 && $0.value < 0x7F }
        return printable.isEmpty ? "\"\"" : String(String.UnicodeScalarView(printable.prefix(40)))
    }
}

/// How a session in the terminal ended.
enum TerminalExit: Equatable {
    /// The person left.
    case quit
    /// A signal asked for the end; the draft is saved.
    case signal(Int32)
    /// The terminal went away; the draft is saved.
    case hungUp

    /// The exit code, as shells count them.
    var code: Int32 {
        switch self {
        case .quit: 0
        case .signal(let number): 128 + number
        case .hungUp: 129
        }
    }
}
