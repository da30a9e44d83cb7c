import Glibc
import HomesCore
import HomesUI
import TestSupport
import Testing

/// The real program in a real pseudo-terminal, on the screen that needs no data.
@Suite struct `The terminal` {
    private func start(
        _ arguments: [String] = [], environment: [String: String] = [:], columns: Int = 80,
        rows: Int = 24
    ) throws -> PtyProgram {
        try PtyProgram(
            PtyProgram.built("homes"), ["terminal"] + arguments, environment: environment,
            columns: columns, rows: rows)
    }

    private func started(
        _ arguments: [String] = [], environment: [String: String] = [:]
    ) throws -> PtyProgram {
        let program = try start(arguments, environment: environment)
        try #require(program.waitFor("quit 退出"), "\(program.screenText)")
        return program
    }

    @Test func `the first screen has its cursor at the focus`() throws {
        let program = try started()
        #expect(program.screen.line(0) == "Terminal 终端  80x24")
        #expect(
            program.screen.line(1).hasPrefix("> 1000  plain  王小红 Wang  ▁▂▃▅▆ [####....] <202E>"))
        #expect(program.cursor == Position(row: 1, column: 0))
        #expect(program.screen.isCursorShown && program.screen.isAlternate && program.isRaw)
        #expect(program.screen.modes.contains(2004) && !program.screen.modes.contains(2026))
        #expect(!program.isRestored)
    }

    @Test func `the way out leaves nothing behind`() throws {
        let program = try started()
        program.sendKeys("q")
        #expect(program.waitForExit() == .exited(0))
        #expect(program.isRestored)
        #expect(program.screenText.isEmpty)
    }

    @Test func `keys arrive, and only what changed is drawn`() throws {
        let program = try started()
        for (notation, name) in [
            ("<Down>", "Down 键 下"), ("<F10>", "F10"), ("<C-s>", "^S"), ("<Esc>", "Esc"), ("王", "王"),
            ("<S-Tab>", "Shift-Tab"),
        ] {
            program.sendKeys(notation)
            #expect(program.waitFor("key \(name)"), "\(program.screenText)")
        }
        program.settle()
        let before = program.output.count
        program.sendKeys("<Down>")
        try #require(program.waitFor("> 1002"))
        program.settle()
        #expect(program.output.count - before < 400)
    }

    @Test func `idle means not one byte`() throws {
        let program = try started()
        program.settle()
        let before = program.output.count
        program.settle(milliseconds: 1_000)
        #expect(program.output.count == before)
    }

    @Test func `a timer runs out once`() throws {
        let program = try started()
        program.sendKeys("<F9>")
        #expect(program.waitFor("time"))
        program.settle()
        let before = program.output.count
        program.settle(milliseconds: 1_500)
        #expect(program.output.count == before)
    }

    @Test func `a paste is text, with brackets or without`() throws {
        let program = try started()
        program.send(Array("\u{1B}[200~q\u{3}\u{1B}[B\u{1B}[201~".utf8))
        #expect(program.waitFor("pasted 5: q<0003><001B>[B"))
        program.send(Array(String(repeating: "q", count: 60).utf8))
        #expect(program.waitFor("pasted 60: qqq"))
        program.send(Array("\u{1B}[200~\(String(repeating: "王q\u{1B}[A", count: 50_000))".utf8))
        program.send(Array("\u{1B}[201~".utf8))
        #expect(program.waitFor("pasted 250000: 王q<001B>[A"))
    }

    @Test func `four hundred arrow keys at once are four hundred keys`() throws {
        let program = try started()
        program.send(Array(String(repeating: "\u{1B}[B", count: 399).utf8))
        #expect(program.waitFor("> 1399"))
    }

    @Test func `any size is taken, down to one column`() throws {
        let program = try started()
        var generator = SplitMix64(seed: 20)
        for _ in 0..<40 {
            program.resize(
                columns: .random(in: 1...140, using: &generator),
                rows: .random(in: 1...50, using: &generator))
        }
        program.resize(columns: 1, rows: 1)
        program.settle()
        program.resize(columns: 20, rows: 5)
        #expect(program.waitFor("> 1000  plain  王小…"), "\(program.screenText)")
        program.resize(columns: 100, rows: 30)
        #expect(program.waitFor("100x30"))
        #expect(program.screen.line(29) == "q quit 退出", "\(program.screenText)")
    }

    @Test(arguments: [
        (SIGTERM, PtyStatus.exited(143)), (SIGHUP, .exited(129)), (SIGINT, .exited(130)),
        (SIGQUIT, .exited(131)), (SIGSEGV, .signalled(SIGSEGV)), (SIGABRT, .signalled(SIGABRT)),
        (SIGBUS, .signalled(SIGBUS)), (SIGILL, .signalled(SIGILL)), (SIGFPE, .signalled(SIGFPE)),
        (SIGTRAP, .signalled(SIGTRAP)),
    ])
    func `every signal restores the terminal`(signal: Int32, status: PtyStatus) throws {
        for terminal in ["xterm-256color", "linux", "vt100"] {
            let program = try started(environment: ["TERM": terminal])
            program.kill(signal)
            #expect(program.waitForExit() == status, "\(terminal)")
            #expect(program.isRestored, "\(terminal)")
            #expect(!program.screenText.contains("Wang"), "\(terminal)")
        }
    }

    @Test func `a kill that nobody can catch leaves the terminal as it was`() throws {
        let program = try started()
        program.kill(SIGKILL)
        #expect(program.waitForExit() == .signalled(SIGKILL))
        #expect(!program.isRestored)
    }

    @Test func `the last words of a crash are on the restored screen`() throws {
        let program = try started()
        program.sendKeys("<F11>")
        guard case .signalled = program.waitForExit() else {
            Issue.record("not ended by a signal")
            return
        }
        #expect(program.isRestored)
        #expect(program.screenText.contains("ended on purpose by F11"), "\(program.screenText)")
        #expect(!program.screenText.contains("Wang"))
    }

    @Test func `a terminal that goes away ends the program`() throws {
        let program = try started()
        program.hangUp()
        #expect(program.waitForExit() == .exited(129))
        // Also where the signal is not sent, and only the end of the input tells.
        let deaf = try PtyProgram(
            "/usr/bin/env", ["--block-signal=HUP", PtyProgram.built("homes"), "terminal"])
        try #require(deaf.waitFor("quit 退出"))
        deaf.hangUp()
        #expect(deaf.waitForExit() == .exited(129))
    }

    @Test(arguments: ["<C-z>", ""])
    func `a stop covers, gives the shell its screen, and comes back covered`(keys: String) throws {
        let path = PtyProgram.built("homes")
        let script = "set -m; \(path) terminal; echo stopped $?; read line; fg; echo over $?"
        let shell = try PtyProgram("/bin/bash", ["-c", script])
        try #require(shell.waitFor("quit 退出"))
        if keys.isEmpty {
            shell.killForeground(SIGTSTP)
        } else {
            shell.sendKeys(keys + "q")
        }
        try #require(shell.waitFor("stopped 148"), "\(shell.screenText)")
        #expect(shell.isRestored)
        #expect(!shell.screenText.contains("Wang"))
        shell.send(Array("\n".utf8))
        try #require(shell.waitFor("Notes 记事"), "\(shell.screenText)")
        #expect(!shell.screenText.contains("Wang"))
        #expect(shell.screen.isAlternate && shell.screen.modes.contains(2004) && shell.isRaw)
        shell.sendKeys("<Down>")
        #expect(shell.waitFor("> 1001"))
        shell.sendKeys("q")
        #expect(shell.waitFor("over 0"))
        #expect(shell.isRestored)
    }

    @Test func `a terminal that cannot do it gets a sentence`() throws {
        for (name, words) in [
            ("dumb", "cannot show full screens"), ("nonsense", "is not known here"),
            ("", "is not known here"),
        ] {
            let program = try start(environment: ["TERM": name])
            #expect(program.waitFor(words), "\(name): \(program.screenText)")
            #expect(program.waitForExit() != .exited(0))
            #expect(program.isRestored)
        }
    }

    @Test func `a locale that is not UTF-8 is replaced and said once`() throws {
        let program = try started(environment: ["LC_ALL": "C"])
        #expect(program.screenText.contains("C.UTF-8"))
        #expect(program.screen.line(0).contains("终端"))
    }

    @Test func `themes colour the cells, and NO_COLOR takes all colour away`() throws {
        let light = try started(["--theme", "light"])
        #expect(light.screen.cell(row: 5, column: 5)?.rendition.background != nil)
        #expect(light.screen.cell(row: 1, column: 2)?.rendition.background == 24)
        for terminal in ["xterm", "linux", "vt100"] {
            let poor = try started(["--theme", "dark"], environment: ["TERM": terminal])
            #expect(poor.screen.line(0).hasPrefix("Terminal"))
        }
        let mono = try started(["--theme", "light"], environment: ["NO_COLOR": "1"])
        for row in 0..<24 {
            for column in 0..<80 {
                let look = mono.screen.cell(row: row, column: column)?.rendition
                #expect(look?.background == nil && look?.foreground == nil)
            }
        }
        let ascii = try started(["--ascii"])
        #expect(ascii.screen.line(1).contains("_.-== [####....]"))
    }
}
