import Glibc
import HomesCore
import HomesUI

/// Brings a programme to the screen: makes the shell, hands it to the terminal.
struct OpenProgram {
    let store: HomesStore
    /// The data folder.
    let folder: String
    /// Whose name stands in the sign-in already; `nil` for nobody's.
    let userName: String?
    let language: Language
    /// Whether there is no programme yet: the screen makes it.
    var isFirstRun = false

    /// Runs it in the terminal.
    ///
    /// - Returns: The exit code: 0, or 128 and the signal that ended it.
    func run() throws -> Int32 {
        let terminal: Terminal
        do throws(TerminalError) {
            terminal = try Terminal()
        } catch {
            throw CommandFailure(.noTerminal, error.message)
        }
        var world = world(at: SystemClock.now())
        if terminal.isLocaleReplaced {
            world.greeting = Phrase(
                "This terminal is not set to UTF-8; Homes uses C.UTF-8.",
                "终端未设为 UTF-8，本程序改用 C.UTF-8。")
        }
        var shell = Shell(
            world: world, first: isFirstRun ? SetUpScreen(world) as any Screen : signIn(world))
        return terminal.run(&shell).code
    }

    private func world(at now: Instant) -> World {
        var world = World(store: store, now: now, language: language)
        world.isLanguageChosen = ProgramLanguage.isAskedFor
        world.writeFile = OpenProgram.fileWriter(in: folder)
        if !isFirstRun, FolderState.isMarkedInvented(folder) {
            world.demoAccounts = DemoProgramme.accounts
        }
        return world
    }

    private func signIn(_ world: World) -> SignInScreen {
        let account = world.demoAccounts.first { $0.userName == userName }
        return SignInScreen(userName: userName ?? "", password: account?.password ?? "")
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

    /// Draws the first screen of a user of an invented programme into an SVG file of 80 by 24.
    func draw(into path: String) throws {
        let now = SystemClock.now()
        let world = world(at: now)
        var shell = Shell(world: world, first: signIn(world))
        // The key that signs in with the password that stands there.
        shell.handle(.function(10), at: now)
        let picture = ScreenPicture(canvas: shell.frame(width: 80, height: 24))
        try TextFile.write(picture.svg(title: Phrase("Homes", "妇女之家")(language)), to: path)
    }
}
