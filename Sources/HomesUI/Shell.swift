import HomesCore

/// The stack of screens and everything that holds for all of them: the frame, the message row,
/// help, palette, undo, cover, drafts. A value; the terminal gives it keys and asks it for frames.
public struct Shell: TerminalApplication, Sendable {
    /// After so long without a key the screen is covered.
    static let coverAfter = 120
    /// After so long without a key the user is signed off; the draft stays.
    static let signOffAfter = 900
    /// So long do lists show names after `v`.
    static let namesShownFor = 30
    /// Text is in the draft at most so many milliseconds after it was typed.
    static let draftAfter = 1_000
    /// So long is what was just done undone without a question.
    static let undoneAtOnceFor = 30
    /// A draft that could not be saved is tried again after so many seconds.
    static let draftAgainAfter = 10

    /// What screens may use.
    public internal(set) var world: World
    var stack: [any Screen]
    /// Where `-` goes back to.
    var lastPlace: [any Screen]?
    var message: Message?
    var isCovered = false
    /// What is typed behind the cover, to take it away.
    var coverText = ""
    /// What is said behind the cover: a wrong password.
    var coverMessage: Phrase?
    /// When it was last looked whether the user is still signed in, and what the file was then.
    var lookedAt: Instant
    var seenVersion = 0
    /// So often is it looked, in seconds, without a key.
    static let lookEvery = 1
    /// How far the programme's clock is from the computer's, in milliseconds.
    var clockShift = 0
    var lastKeyAt: Instant
    /// When typed text was last seen to differ from the draft in the file.
    var draftDueAt: Instant?
    var savedDraft: Draft?
    /// What was typed in the form that was saved last, and when, for an undo of that save at once.
    var lastSaved: Draft?
    /// The moment of the key that last did something.
    var lastDoneAt: Instant?
    /// Until when signing off waits for a file that cannot take a draft.
    var signOffNotBefore: Instant?
    /// What was saved last in each form, until the user signs off.
    var lastValues: [String: [String: StoredValue]] = [:]
    var request: TerminalRequest?
    private var dataVersion: Int

    /// A shell over its first screen.
    public init(world: World, first: any Screen) {
        self.world = world
        self.stack = [first]
        self.lastKeyAt = world.now
        self.lookedAt = world.now
        self.dataVersion = world.store.dataVersion() ?? 0
        self.message = world.greeting.map(Message.plain)
        refreshTop()
    }

    /// The screen on top.
    public var top: any Screen {
        get { stack[stack.count - 1] }
        set { stack[stack.count - 1] = newValue }
    }

    // MARK: Keys

    public mutating func handle(_ key: Key, at machine: Instant) {
        let now = moment(machine)
        world.now = now
        lastKeyAt = now
        signOffNotBefore = nil
        if isCovered {
            uncover(with: key)
            return
        }
        noticeOtherProcesses()
        message = nil
        let step = step(for: key)
        apply(step, key)
        if message?.tone == .good { lastDoneAt = now }
        showWatchAlerts()
        noteDraft()
    }

    private mutating func step(for key: Key) -> Step {
        if let step = alwaysStep(key) { return step }
        let isText = top.takesText && key.isTyping
        if isText {
            let step = top.type(key, world)
            if !step.isIgnored { return step }
        }
        if let index = top.bindingIndex(of: key) { return top.run(index, world) }
        if !isText {
            let step = top.type(key, world)
            if !step.isIgnored { return step }
        }
        return shellStep(key)
    }

    /// Keys that work everywhere, whatever is typed.
    private mutating func alwaysStep(_ key: Key) -> Step? {
        switch key {
        case .function(12):
            cover()
            return .stay
        case .control("k"):
            return askLockOut()
        case .control("l"):
            request = .repaint
            return .stay
        case .control("z"):
            cover()
            request = .suspend
            return .stay
        case .function(7):
            world.language = world.language.next
            // Before sign-in it is a choice of whoever is about to; after, one of this user's.
            if world.session == nil { world.isLanguageChosen = true }
            if var form = top as? any FormScreen {
                form.form.speak(world.language)
                top = form
            }
            refreshTop()
            return .stay
        default: return nil
        }
    }

    /// Keys that no screen took.
    private mutating func shellStep(_ key: Key) -> Step {
        switch key {
        case .function(1), .character("?"): return .push(HelpScreen(over: top, world))
        case .function(9), .character(":"):
            return world.session == nil ? .ignored : .push(PaletteScreen(over: top, world))
        case .function(8), .character("u"): return undo()
        case .character("-"): return goBack()
        case .escape, .control("c"):
            if stack.count > 1 { return .pop }
            return .say(.plain(Shell.howToLeave))
        default: return .ignored
        }
    }

    static let howToLeave = Phrase(
        "This is the first screen. q signs off and leaves.", "这是第一屏。按 q 退出。")

    /// Shows the users of an invented programme, with their passwords, at the sign-in.
    public mutating func introduceDemonstration() {
        world.demoAccounts = DemoProgramme.accounts
    }

    /// Opens a screen above the one on top: a command line that names a place, a test.
    public mutating func open(_ screen: any Screen) {
        apply(.push(screen))
    }

    // MARK: Steps

    mutating func apply(_ step: Step, _ key: Key? = nil) {
        switch step {
        case .stay: break
        case .ignored: if let key { sayUnknown(key) }
        case .say(let message): self.message = message
        case .sayRefreshing(let message):
            refreshTop()
            self.message = message
        case .push(let screen):
            saveDraft()
            stack.append(screen)
            opened()
        case .replace(let screen):
            guard saveDraft() else { return }
            replaceTop(with: screen)
        case .replaceSaying(let screen, let message):
            replaceTop(with: screen)
            self.message = message
        case .pop: pop()
        case .popSaying(let message):
            pop()
            self.message = self.message ?? message
        case .answer(let answer): popAnswering(answer)
        case .answerSaying(let answer, let message):
            popAnswering(answer)
            self.message = self.message ?? message
        case .toggleNames:
            world.namesShownUntil =
                world.showsNames ? nil : world.now.adding(seconds: Shell.namesShownFor)
            refreshTop()
        case .runBelow(let key):
            stack.removeLast()
            refreshTop()
            apply(self.step(for: key), key)
        case .signedIn(let session, let language): begin(session, language)
        case .signOff: if saveDraft() { signOff() }
        case .quit:
            guard saveDraft() else { return }
            if let session = world.session { recordSignOut(session) }
            request = .quit
        }
    }

    private mutating func replaceTop(with screen: any Screen) {
        rememberValues()
        top = screen
        opened()
    }

    /// A screen that has just opened reads what it shows, and a form takes up its draft.
    private mutating func opened() {
        savedDraft = nil
        if var form = top as? any FormScreen {
            form.form.previous = lastValues[type(of: form).formName] ?? [:]
            top = form
        }
        refreshTop()
        takeUpDraft()
    }

    /// Keeps what was saved in a form, for F4 in the next one of its kind.
    private mutating func rememberValues() {
        guard let form = top as? any FormScreen else { return }
        lastValues[type(of: form).formName] = form.form.values
        lastSaved = type(of: form).comesBackWhenUndone ? form.unsaved(world) : nil
        lastSaved?.savedAt = world.now
    }

    private mutating func sayUnknown(_ key: Key) {
        message = .plain(
            Phrase("Nothing here on ", "此处没有对应操作：") + key.name
                + Phrase(" (? shows the keys)", "（? 查看按键）"))
    }

    mutating func pop() {
        guard stack.count > 1, saveDraft() else { return }
        if let draft = top.unsaved(world) {
            message = .plain(
                Phrase("Not saved; the draft is kept: ", "未保存，草稿已保留：")
                    + DraftNames.phrase(form: draft.form, about: draft.title))
        }
        leave { $0.removeLast() }
        savedDraft = nil
        refreshTop()
    }

    private mutating func popAnswering(_ answer: Answer) {
        guard stack.count > 1 else { return }
        if case .saved = answer { rememberValues() }
        stack.removeLast()
        savedDraft = nil
        refreshTop()
        apply(
            answer == .confirmed(question: Shell.lockOutQuestion)
                ? lockOut() : top.receive(answer, world))
        noteDraft()
    }

    mutating func refreshTop() {
        top.refresh(world)
    }

    /// Shows what another program has changed meanwhile, without moving the selection.
    private mutating func noticeOtherProcesses() {
        guard let version = world.store.dataVersion(), version != dataVersion else { return }
        dataVersion = version
        if isAccountGone { signOffElsewhere() } else { refreshTop() }
    }

    /// Whether the account was changed, or everybody was locked out, at another terminal.
    var isAccountGone: Bool {
        guard world.session != nil else { return false }
        let world = self.world
        let answer = world.attempt { () throws(StoreError) in
            try world.store.isStillSignedIn(world.signature)
        }
        if case .success(false) = answer { return true }
        return false
    }

    /// Nothing stays on the screen of somebody whose account is gone.
    mutating func signOffElsewhere() {
        saveDraft()
        signOff()
        message = .warning(Refusal.signedOff.label)
    }

    // MARK: Signing in and off

    private mutating func begin(_ session: Session, _ language: Language) {
        world.session = session
        if !world.isLanguageChosen { world.language = language }
        takeUpProgramme()
        lastKeyAt = world.now
        dataVersion = world.store.dataVersion() ?? dataVersion
        lastPlace = nil
        stack = [FirstScreen.screen(for: session)]
        refreshTop()
    }

    /// The clock of an invented programme and how dates are read are known once its file is open.
    private mutating func takeUpProgramme() {
        guard
            case .success(let programme) = world.attempt({ () throws(StoreError) in
                try world.store.programme()
            })
        else { return }
        world.offsetMinutes = programme.utcOffsetMinutes
        world.dateOrder = programme.dateOrder
        let machine = Instant(milliseconds: world.now.milliseconds - clockShift)
        world.now = programme.moment(machine)
        clockShift = world.now.milliseconds - machine.milliseconds
    }

    /// A moment of the computer's clock as the programme sees it.
    func moment(_ machine: Instant) -> Instant {
        Instant(milliseconds: machine.milliseconds + clockShift)
    }

    mutating func signOff() {
        if let session = world.session { recordSignOut(session) }
        world.session = nil
        world.namesShownUntil = nil
        isCovered = false
        coverText = ""
        coverMessage = nil
        lastValues = [:]
        lastSaved = nil
        lastPlace = nil
        savedDraft = nil
        stack = [SignInScreen()]
        refreshTop()
    }

    private mutating func recordSignOut(_ session: Session) {
        // A lock-out closed the door already, and wrote down who.
        if world.store.isLocked { return }
        if case .failure(let error) = world.attempt({ () throws(StoreError) in
            try world.store.signOut(by: world.signature)
        }) {
            message = .warning(error.phrase)
        }
    }

    public mutating func takeRequest() -> TerminalRequest? {
        defer { request = nil }
        return request
    }
}

extension Step {
    /// Whether the key was not for the screen.
    var isIgnored: Bool {
        if case .ignored = self { true } else { false }
    }
}

extension Key {
    /// Whether the key types or edits in a field.
    var isTyping: Bool {
        switch self {
        case .character, .paste, .backspace, .delete, .left, .right, .home, .end: true
        default: false
        }
    }
}
