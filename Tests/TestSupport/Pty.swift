import Glibc
import HomesUI

/// Why a program could not be started in a pseudo-terminal.
public enum PtyError: Error, Equatable {
    /// There is no pseudo-terminal; the value is `errno`.
    case noTerminal(Int32)
    /// The program does not start; the value is the error of `posix_spawn`.
    case notStarted(String, Int32)
}

/// How a program ended.
public enum PtyStatus: Equatable, Sendable {
    /// With an exit code.
    case exited(Int32)
    /// By a signal.
    case signalled(Int32)
}

/// A program that runs in a pseudo-terminal of its own, driven by keys and read from its screen.
/// It is ended when this goes away.
public final class PtyProgram {
    /// Everything the program wrote.
    public private(set) var output: [UInt8] = []
    /// The screen, as far as the output was read.
    public private(set) var screen: PtyScreen
    /// The process.
    public let processID: pid_t
    private var master: Int32
    private var status: PtyStatus?

    /// Where a program of this package was built: beside the running test bundle.
    public static func built(_ name: String) -> String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = readlink("/proc/self/exe", &buffer, buffer.count)
        let bytes = buffer.prefix(max(0, length)).map { UInt8(bitPattern: $0) }
        let folder = bytes.lastIndex(of: 0x2F).map { bytes[..<$0] } ?? []
        return String(decoding: folder, as: UTF8.self) + "/" + name
    }

    /// Starts a program. The environment is small and fixed, so that a test means the same
    /// everywhere; `environment` adds to it and overrides it.
    public init(
        _ path: String, _ arguments: [String] = [], environment: [String: String] = [:],
        columns: Int = 80, rows: Int = 24
    ) throws(PtyError) {
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        screen = PtyScreen(columns: columns, rows: rows)
        // What unlockpt and ptsname do, which Swift does not see, nor the names of the requests:
        // TIOCSPTLCK and TIOCGPTN.
        let setLock: UInt = 0x4004_5431
        let getNumber: UInt = 0x8004_5430
        var isLocked: Int32 = 0
        var number: UInt32 = 0
        guard master >= 0, ioctl(master, setLock, &isLocked) == 0,
            ioctl(master, getNumber, &number) == 0
        else { throw .noTerminal(errno) }
        let name = "/dev/pts/\(number)"
        PtyProgram.setSize(master, columns, rows)

        var variables = [
            "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/tmp",
        ]
        variables.merge(environment) { $1 }
        processID = try PtyProgram.spawn(
            path, arguments, variables.map { "\($0)=\($1)" }, terminal: name)
        _ = fcntl(master, F_SETFL, fcntl(master, F_GETFL) | O_NONBLOCK)
    }

    deinit {
        if status == nil {
            Glibc.kill(processID, SIGKILL)
            var code: Int32 = 0
            waitpid(processID, &code, 0)
        }
        if master >= 0 { close(master) }
    }

    private static func spawn(
        _ path: String, _ arguments: [String], _ variables: [String], terminal: String
    ) throws(PtyError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // A session leader that opens a terminal gets it as its controlling terminal.
        posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        let newSession: Int16 = 0x80
        posix_spawnattr_setflags(&attributes, newSession | Int16(POSIX_SPAWN_SETSIGMASK))

        let words = ([path] + arguments).map { strdup($0) } + [nil]
        let settings = variables.map { strdup($0) } + [nil]
        defer { (words + settings).forEach { free($0) } }
        var pid: pid_t = 0
        let error = posix_spawn(&pid, path, &actions, &attributes, words, settings)
        guard error == 0 else { throw .notStarted(path, error) }
        return pid
    }

    // MARK: What goes in

    /// Types bytes.
    public func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if count < 0, errno == EAGAIN {
                // The program reads slowly or waits until its own output is read.
                pump(milliseconds: 5)
            } else if errno != EINTR {
                return
            }
        }
    }

    /// Types keys in the notation of `Key.parse`, at a pace at which no row of keys counts as a
    /// paste, whatever is typed next.
    public func sendKeys(_ notation: String) {
        var bytes: [UInt8] = []
        var count = 0
        for key in Key.parse(notation) {
            bytes += key.terminalBytes
            count += 1
            if key == .escape || count == 20 {
                send(bytes)
                // On a busy machine the program may be late to see that nothing follows an escape.
                pause(milliseconds: key == .escape ? 150 : 60)
                bytes = []
                count = 0
            }
        }
        send(bytes)
        if count > 0 { pause(milliseconds: 60) }
    }

    /// Reads what comes for so long.
    private func pause(milliseconds: Int32) {
        let end = PtyProgram.seconds + Double(milliseconds) / 1_000
        while PtyProgram.seconds < end { pump(milliseconds: 5) }
    }

    /// Gives the terminal another size.
    public func resize(columns: Int, rows: Int) {
        pump(milliseconds: 0)
        screen.resize(columns: columns, rows: rows)
        PtyProgram.setSize(master, columns, rows)
    }

    /// Sends a signal to the program.
    public func kill(_ signal: Int32) {
        if status == nil { Glibc.kill(processID, signal) }
    }

    /// Sends a signal to the job in the foreground, as a shell has started it.
    public func killForeground(_ signal: Int32) {
        let group = tcgetpgrp(master)
        if status == nil, group > 0 { Glibc.kill(-group, signal) }
    }

    /// Takes the terminal away, as a closed window or a lost connection does.
    public func hangUp() {
        close(master)
        master = -1
    }

    // MARK: What comes out

    /// The screen as people see it.
    public var screenText: String { screen.text }

    /// The place of the cursor.
    public var cursor: Position { Position(row: screen.cursorRow, column: screen.cursorColumn) }

    /// Reads until a text is on the screen; `false` if the time, in seconds, runs out or the
    /// program ends before.
    @discardableResult
    public func waitFor(_ text: String, timeout: Double = 20) -> Bool {
        waitUntil(timeout: timeout) { $0.screenText.contains(text) }
    }

    /// Reads until something is true; `false` if the time, in seconds, runs out or the program
    /// ends before. Half a frame is not looked at: what arrives between the marks of a
    /// synchronized update (mode 2026) is one picture.
    @discardableResult
    public func waitUntil(timeout: Double = 20, _ isTrue: (PtyProgram) -> Bool) -> Bool {
        let end = PtyProgram.seconds + timeout
        while true {
            let isOpen = pump(milliseconds: 10)
            if !screen.modes.contains(2026) || !isOpen, isTrue(self) { return true }
            if !isOpen || PtyProgram.seconds > end { return false }
        }
    }

    /// Reads until nothing came for so many milliseconds.
    public func settle(milliseconds: Int32 = 100) {
        var count = -1
        while count != output.count {
            count = output.count
            pump(milliseconds: milliseconds)
        }
    }

    /// Waits for the end of the program; `nil` if the time, in seconds, runs out.
    public func waitForExit(timeout: Double = 20) -> PtyStatus? {
        let end = PtyProgram.seconds + timeout
        while status == nil, PtyProgram.seconds < end {
            pump(milliseconds: 5)
            var code: Int32 = 0
            guard waitpid(processID, &code, WNOHANG) == processID else { continue }
            let signal = code & 0x7F
            status = signal == 0 ? .exited(code >> 8 & 0xFF) : .signalled(signal)
        }
        pump(milliseconds: 20)
        return status
    }

    /// Whether the terminal is as a shell wants it: lines and echo, the main screen, a visible
    /// cursor, no bracketed paste, no update held back, no mouse.
    public var isRestored: Bool {
        pump(milliseconds: 0)
        var modes = termios()
        guard tcgetattr(master, &modes) == 0 else { return false }
        let flags = tcflag_t(ICANON | ECHO | ISIG)
        return modes.c_lflag & flags == flags && !screen.isAlternate && screen.isCursorShown
            && screen.modes.isDisjoint(with: [
                1, 47, 1047, 1049, 2004, 2026, 1000, 1002, 1003, 1006,
            ])
    }

    /// Whether the program has put the terminal into raw mode.
    public var isRaw: Bool {
        var modes = termios()
        return tcgetattr(master, &modes) == 0 && modes.c_lflag & tcflag_t(ICANON) == 0
    }

    /// Reads what is there or comes in time; `false` once the program has closed the terminal.
    @discardableResult
    private func pump(milliseconds: Int32) -> Bool {
        guard master >= 0 else {
            usleep(UInt32(milliseconds) * 1_000)
            return false
        }
        var entry = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        var limit = milliseconds
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while poll(&entry, 1, limit) > 0 {
            let count = read(master, &buffer, buffer.count)
            guard count > 0 else { return errno == EAGAIN || errno == EINTR }
            output += buffer[..<count]
            screen.feed(buffer[..<count])
            limit = 0
        }
        return true
    }

    private static func setSize(_ terminal: Int32, _ columns: Int, _ rows: Int) {
        var size = winsize(
            ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
    }

    private static var seconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

extension Key {
    /// What an xterm sends for the key.
    public var terminalBytes: [UInt8] {
        switch self {
        case .character(let character): Array(String(character).utf8)
        case .enter: [0x0D]
        case .escape: [0x1B]
        case .tab: [0x09]
        case .backspace: [0x7F]
        case .control(let character):
            character.asciiValue.map { [$0 & 0x1F] } ?? []
        case .paste(let text): Array("\u{1B}[200~\(text)\u{1B}[201~".utf8)
        case .function(let number): Array(Key.functionSequence(number).utf8)
        default: Array(("\u{1B}[" + (Key.sequences[self] ?? "")).utf8)
        }
    }

    private static let sequences: [Key: String] = [
        .backTab: "Z", .up: "A", .down: "B", .right: "C", .left: "D", .pageUp: "5~",
        .pageDown: "6~", .home: "H", .end: "F", .insert: "2~", .delete: "3~",
    ]

    private static func functionSequence(_ number: Int) -> String {
        if number <= 4 { return "\u{1B}O" + ["P", "Q", "R", "S"][max(1, number) - 1] }
        let codes = [15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34]
        return "\u{1B}[\(codes[min(number - 5, codes.count - 1)])~"
    }
}
