import Foundation
import HomesCore
import HomesUI
import Synchronization

/// Somebody at the keyboard: a shell over the invented programme, with a clock that stands still
/// until it is told to go on. Press keys, look at the screen or at the store.
public struct Journey {
    /// The records behind it.
    public let programme: JourneyProgramme
    /// The program.
    public var shell: Shell
    /// The moment of the next key.
    public private(set) var now: Instant

    /// What was written to files, where the journey may write any.
    public let files = WrittenFiles()

    /// The store; another door to it where the shell's may be locked.
    public let store: HomesStore
    /// What screens see.
    public var world: World { shell.world }

    /// A journey of a user, on her first screen: Today for home staff, Start for the others; `nil`
    /// begins at sign-in.
    ///
    /// - Parameters:
    ///   - screen: A screen to open above the first, or none.
    ///   - programme: A programme that goes on from an earlier journey.
    ///   - hasPasswords: Whether its users have passwords; so they have at the sign-in.
    ///   - writesFiles: Whether files can be written, as in the real program.
    public init(
        as userName: String? = "lin", language: Language = .english, at now: Instant? = nil,
        opening screen: ((World) -> any Screen)? = nil, programme: JourneyProgramme? = nil,
        hasPasswords: Bool = false, writesFiles: Bool = false
    ) throws {
        let programme = try programme ?? JourneyProgramme.make()
        let now = now ?? JourneyProgramme.now
        self.programme = programme
        self.now = now
        if hasPasswords || userName == nil {
            try programme.givePasswords()
            store = try programme.store.anotherDoor()
        } else {
            store = programme.store
        }
        var world = World(store: programme.store, now: now, language: language)
        if writesFiles { world.writeFile = files.write }
        guard let userName else {
            shell = Shell(world: world, first: SignInScreen())
            return
        }
        let signed = try programme.store.signIn(userName: userName, at: now)
        world.session = Session(signed)
        let isHomeStaff = signed.user.role == .caseworker || signed.user.role == .homeManager
        shell = Shell(world: world, first: isHomeStaff ? TodayScreen() : StartScreen())
        if let screen { shell.open(screen(world)) }
    }

    // MARK: Keys and time

    /// Presses keys, in the notation of `Key.parse`: `3<Enter>wang<Down><F10>`.
    public mutating func press(_ notation: String) {
        press(Key.parse(notation))
    }

    /// Presses keys.
    public mutating func press(_ keys: [Key]) {
        for key in keys { shell.handle(key, at: now) }
    }

    /// Lets time go by without a key; what is due by then happens.
    public mutating func wait(seconds: Int) {
        wait(milliseconds: seconds * 1_000)
    }

    /// As `wait(seconds:)`.
    public mutating func wait(milliseconds: Int) {
        let end = Instant(milliseconds: now.milliseconds + milliseconds)
        while let milliseconds = shell.millisecondsUntilTick(at: now) {
            let next = Instant(milliseconds: now.milliseconds + max(1, milliseconds))
            guard next <= end else { break }
            now = next
            shell.tick(at: now)
        }
        now = end
    }

    /// Signs a user in, from empty fields.
    public mutating func signIn(_ userName: String) {
        press(userName + "<Enter>" + JourneyProgramme.password(of: userName) + "<Enter>")
    }

    // MARK: Looking

    /// The screen as a canvas.
    public mutating func canvas(width: Int = 80, height: Int = 24) -> Canvas {
        shell.frame(width: width, height: height)
    }

    /// The screen as text.
    public mutating func screen(width: Int = 80, height: Int = 24) -> String {
        canvas(width: width, height: height).text()
    }

    /// The message row; a message of several rows in one line.
    public mutating func message(width: Int = 80, height: Int = 24) -> String {
        let rows = max(1, shell.messageLines(width: width).count)
        return (0..<rows).map { line(height - 1 - rows + $0, width: width, height: height) }
            .joined(separator: " ")
    }

    /// The line on which the cursor stands.
    public mutating func cursorLine(width: Int = 80, height: Int = 24) -> String {
        let canvas = canvas(width: width, height: height)
        return canvas.cursor.map { line($0.row, width: width, height: height) } ?? ""
    }

    /// One line of the screen, without the blanks around it.
    public mutating func line(_ row: Int, width: Int = 80, height: Int = 24) -> String {
        let text = canvas(width: width, height: height).row(row)
            .filter { !$0.isTrailing }.map { Character($0.scalar) }
        return String(text).trimmingCharacters(in: .whitespaces)
    }

    /// The three sizes at which the main screens are looked at.
    public static let allSizes: [(width: Int, height: Int)] = [(80, 24), (60, 16), (132, 43)]
    /// The design size and the least one.
    public static let narrow: [(width: Int, height: Int)] = [(80, 24), (60, 16)]
}

/// Files that a journey wrote, by name, instead of a folder.
public final class WrittenFiles: Sendable {
    private let texts = Mutex<[String: String]>([:])

    /// The texts by the files' names.
    public var all: [String: String] { texts.withLock { $0 } }

    /// Keeps a file.
    func write(_ name: String, _ text: String) -> FileOutcome {
        texts.withLock { $0[name] = text }
        return .written(path: "/prints/" + name)
    }
}
