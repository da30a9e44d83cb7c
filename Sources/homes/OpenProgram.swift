import Glibc
import HomesCore
import HomesUI

/// Brings a programme to the screen: signs in, makes the shell, hands it to the terminal.
struct OpenProgram {
    let store: HomesStore
    /// The data folder.
    let folder: String
    /// Who signs in; `nil` for the list of users.
    let userName: String?
    let language: Language

    /// Runs it in the terminal.
    ///
    /// - Returns: The exit code: 0, or 128 and the signal that ended it.
    func run() throws -> Int32 {
        // The first run has no programme yet: the screen makes it.
        var programme = Programme()
        var isFirstRun = false
        do throws(StoreError) {
            programme = try store.programme()
        } catch .noProgramme {
            isFirstRun = true
        }
        let now = SystemClock.now()
        let terminal: Terminal
        do throws(TerminalError) {
            terminal = try Terminal()
        } catch {
            throw CommandFailure(.noTerminal, error.message)
        }
        var application = ShiftedTime(
            shell: try shell(
                programme, at: now, isLocaleReplaced: terminal.isLocaleReplaced,
                isFirstRun: isFirstRun),
            milliseconds: OpenProgram.shift(programme, now))
        return terminal.run(&application).code
    }

    /// The shell on its first screen.
    private func shell(
        _ programme: Programme, at now: Instant, isLocaleReplaced: Bool, isFirstRun: Bool = false
    ) throws -> Shell {
        var world = World(
            store: store, now: now.adding(milliseconds: OpenProgram.shift(programme, now)),
            offsetMinutes: programme.utcOffsetMinutes, dateOrder: programme.dateOrder,
            language: language)
        world.isLanguageChosen = ProgramLanguage.isAskedFor
        if isLocaleReplaced {
            world.greeting = Phrase(
                "This terminal is not set to UTF-8; Homes uses C.UTF-8.",
                "终端未设为 UTF-8，本程序改用 C.UTF-8。")
        }
        world.writeFile = OpenProgram.fileWriter(in: folder)
        if isFirstRun { return Shell(world: world, first: SetUpScreen(world)) }
        guard let userName else { return Shell(world: world, first: SignInScreen()) }
        let signed = try store.signIn(userName: userName, at: world.now)
        let session = Session(signed)
        world.session = session
        return Shell(world: world, first: FirstScreen.screen(for: session))
    }

    /// How far the programme's clock is from the computer's, in milliseconds: an invented programme
    /// may believe it is another day; the time of day is the same.
    static func shift(_ programme: Programme, _ now: Instant) -> Int {
        guard let pinned = programme.pinnedToday else { return 0 }
        let today = now.localDate(offsetMinutes: programme.utcOffsetMinutes)
        return today.days(until: pinned) * 86_400_000
    }

    /// Writes reports into a folder of their own beside the file, readable by the owner alone.
    private static func fileWriter(
        in folder: String
    ) -> @Sendable (_ name: String, _ text: String) -> FileOutcome {
        let reports = folder + "/reports"
        return { name, text in
            mkdir(reports, 0o700)
            let path = reports + "/" + name
            do {
                try TextFile.write(text, to: path)
                return .written(path: path)
            } catch let failure as CommandFailure {
                return .failed(failure.phrase ?? StoreError.readOnly.phrase)
            } catch {
                return .failed(StoreError.readOnly.phrase)
            }
        }
    }

    /// Draws the first screen into an SVG file of 80 by 24.
    func draw(into path: String) throws {
        let programme = try store.programme()
        var shell = try shell(programme, at: SystemClock.now(), isLocaleReplaced: false)
        let picture = ScreenPicture(canvas: shell.frame(width: 80, height: 24))
        try TextFile.write(picture.svg(title: Phrase("Homes", "妇女之家")(language)), to: path)
    }
}

/// An application on the programme's clock instead of the computer's.
private struct ShiftedTime: TerminalApplication {
    var shell: Shell
    let milliseconds: Int

    private func shifted(_ now: Instant) -> Instant { now.adding(milliseconds: milliseconds) }

    mutating func handle(_ key: Key, at now: Instant) { shell.handle(key, at: shifted(now)) }
    mutating func tick(at now: Instant) { shell.tick(at: shifted(now)) }
    func millisecondsUntilTick(at now: Instant) -> Int? {
        shell.millisecondsUntilTick(at: shifted(now))
    }
    mutating func frame(width: Int, height: Int) -> Canvas {
        shell.frame(width: width, height: height)
    }
    mutating func resumed(at now: Instant) { shell.resumed(at: shifted(now)) }
    mutating func hangUp(at now: Instant) { shell.hangUp(at: shifted(now)) }
    mutating func takeRequest() -> TerminalRequest? { shell.takeRequest() }
}

extension Instant {
    /// The moment so many milliseconds later.
    fileprivate func adding(milliseconds more: Int) -> Instant {
        Instant(milliseconds: milliseconds + more)
    }
}
