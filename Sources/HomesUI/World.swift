import HomesCore

/// Who is signed in, and where.
public struct Session: Equatable, Sendable {
    /// The user's record id.
    public var userId: String
    /// What she types to sign in.
    public var userName: String
    /// What people call her.
    public var displayName: String
    /// What she may do.
    public var role: Role
    /// The home she works in; `nil` for the programme's staff.
    public var home: Home?

    /// A session.
    public init(
        userId: String, userName: String, displayName: String, role: Role, home: Home?
    ) {
        self.userId = userId
        self.userName = userName
        self.displayName = displayName
        self.role = role
        self.home = home
    }
}

/// How writing a file ended.
public enum FileOutcome: Equatable, Sendable {
    /// Where it is now.
    case written(path: String)
    /// Why it is not.
    case failed(Phrase)

    /// What is said about it.
    var step: Step {
        switch self {
        case .written(let path):
            .say(.done(Phrase("Written: ", "已保存：") + Phrase(verbatim: path)))
        case .failed(let reason): .say(.warning(reason))
        }
    }
}

/// What a screen may use: the store, the moment, the user, the language. Handed to every call;
/// nothing is kept elsewhere.
public struct World: Sendable {
    /// The records, behind a door that is locked until somebody has signed in.
    public let store: HomesStore
    /// The moment of the key that is being handled.
    public var now: Instant
    /// The programme's clock: minutes ahead of UTC.
    public var offsetMinutes: Int
    /// How a short date is read.
    public var dateOrder: DateOrder
    /// The language of the screens.
    public var language: Language
    /// Whether somebody has chosen that language at this screen or on the command line; otherwise
    /// signing in changes it to the user's own.
    public var isLanguageChosen = false
    /// Who is signed in; `nil` before.
    public var session: Session?
    /// Until when names may be seen in lists; `nil` when they are not.
    public var namesShownUntil: Instant?
    /// The size of the screen's body at the last frame, so that a page is a page.
    public var body = Area(row: 1, column: 0, width: 80, height: 21)
    /// Writes a file that leaves the program, into the folder that the commands have chosen; `nil`
    /// where that is not possible.
    public var writeFile: (@Sendable (_ name: String, _ text: String) -> FileOutcome)?
    /// The sentence about this terminal or file that is said once at the start.
    public var greeting: Phrase?
    /// The users of an invented programme, with their passwords, for the sign-in screen.
    public var demoAccounts: [DemoAccount] = []
    /// The program's version, where the program says so.
    public var programVersion: String?

    /// A world.
    public init(
        store: HomesStore, now: Instant, offsetMinutes: Int = 480,
        dateOrder: DateOrder = .dayMonth, language: Language = .chinese,
        session: Session? = nil
    ) {
        self.store = store
        self.now = now
        self.offsetMinutes = offsetMinutes
        self.dateOrder = dateOrder
        self.language = language
        self.session = session
    }

    /// The civil date in the programme.
    public var today: CivilDate { now.localDate(offsetMinutes: offsetMinutes) }

    /// A moment as people here read it: the time, and the day before it when that is not today.
    func moment(_ at: Instant) -> String {
        let time = at.localTime(offsetMinutes: offsetMinutes)
        let day = at.localDate(offsetMinutes: offsetMinutes)
        return day == today ? time : day.iso + " " + time
    }

    /// What signs every change and every look. Before sign-in it names nobody, and the store
    /// refuses it.
    public var signature: Signature {
        Signature(
            userId: session?.userId ?? "", role: session?.role ?? .dataOfficer,
            homeId: session?.home?.id, homeCode: session?.home?.homeCode, at: now,
            offsetMinutes: offsetMinutes)
    }

    /// Whether lists show names at this moment.
    public var showsNames: Bool { namesShownUntil.map { now < $0 } ?? false }

    /// Whether the user may do something to some record: what screens close their keys by.
    func may(_ action: StaffAction) -> Bool {
        session.map { Policy.mayEver($0.role, action) } ?? false
    }

    /// Whether the user may do something in a home.
    func may(_ action: StaffAction, at homeId: String) -> Bool {
        guard let session else { return false }
        let place: Relation.Place = session.home?.id == homeId ? .ownHome : .otherHome
        return Policy.grant(session.role, action, Relation(place)) == .yes
    }

    /// A phrase in the language of the screens.
    public func text(_ phrase: Phrase) -> String { phrase(language) }

    /// Runs a store call; a refusal becomes a message.
    public func attempt<Value>(
        _ body: () throws(StoreError) -> Value
    ) -> Result<Value, StoreError> {
        do {
            return .success(try body())
        } catch {
            return .failure(error)
        }
    }
}
