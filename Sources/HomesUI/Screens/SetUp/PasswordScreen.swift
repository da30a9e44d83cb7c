import HomesCore

/// Asks for a password beside an open session: the user's own, or that of a second person, who
/// types it herself. Gives a proof to the screen below.
public struct PasswordScreen: FormScreen {
    public var form = Form()
    private let question: String
    /// Whose password it has to be; `nil` for a second person, who says her name.
    private let userName: String?
    private let reason: Phrase

    private static let name = "userName"
    private static let secret = "password"

    /// Asks whoever is signed in.
    ///
    /// - Parameters:
    ///   - question: The name of what is asked, for the answer.
    ///   - reason: Why it is asked, shown above the field.
    public static func own(_ question: String, _ reason: Phrase, _ world: World) -> PasswordScreen {
        PasswordScreen(question, userName: world.session?.userName ?? "", reason, world.language)
    }

    /// Asks a second person.
    public static func second(
        _ question: String, _ reason: Phrase, _ world: World
    ) -> PasswordScreen {
        PasswordScreen(question, userName: nil, reason, world.language)
    }

    private init(_ question: String, userName: String?, _ reason: Phrase, _ language: Language) {
        self.question = question
        self.userName = userName
        self.reason = reason
        form.marksChanges = false
        let section =
            userName == nil
            ? Phrase("A second person confirms", "第二人确认") : Phrase("Your password again", "再次输入密码")
        if userName == nil {
            form.add(
                PasswordScreen.name, Phrase("Her user name", "第二人用户名"), .text(limit: 40),
                section: section, required: true, language)
        }
        form.add(
            PasswordScreen.secret, Phrase("Password", "密码"), .secret, section: section,
            required: true, language)
    }

    public static let formName = "password"
    public var draftTitle: String { "" }
    public func unsaved(_ world: World) -> Draft? { nil }
    public var draftKey: DraftKey? { nil }
    public var title: Phrase {
        userName == nil ? Phrase("Second person", "第二人确认") : Phrase("Password", "密码")
    }

    public static let bindings: [Binding<PasswordScreen>] = [
        Binding(.function(10), .control("s"), help: Phrase("confirm", "确认")) { screen, world in
            screen.checkAndSave(world)
        },
        Binding(.function(5), help: Phrase("show password", "显示密码")) { screen, _ in
            screen.form.showsSecrets.toggle()
            return .stay
        },
    ]

    public mutating func type(_ key: Key, _ world: World) -> Step {
        if key == .enter, form.focused?.id == PasswordScreen.secret { return checkAndSave(world) }
        return typeInForm(key, world)
    }

    public mutating func save(_ world: World) -> Step {
        let name = userName ?? form.textValue(PasswordScreen.name) ?? ""
        let password = form.textValue(PasswordScreen.secret) ?? ""
        form.set(PasswordScreen.secret, .null, world.language)
        form.showsSecrets = false
        switch world.attempt({ () throws(StoreError) in
            try world.store.prove(userName: name, password: password, at: world.now)
        }) {
        case .success(let proof) where userName == nil && proof.userId == world.session?.userId:
            return .refused(.refused(.needsTwoPersons))
        case .success(let proof): return .answer(.proved(question: question, proof))
        case .failure(let error): return .refused(error)
        }
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        var row = area.row
        for line in TextLines.wrap(world.text(reason), width: area.width - 2) {
            canvas.write(line, row: row, column: area.column + 1)
            row += 1
        }
        form.draw(
            in: Area(
                row: row + 1, column: area.column, width: area.width,
                height: max(1, area.height - (row - area.row) - 1)), on: &canvas, world)
    }
}

/// A one-time password, shown once to be handed over.
public struct IssuedPasswordScreen: Screen {
    private let userName: String
    private let words: PasswordProposal

    /// What was issued.
    public init(_ issued: IssuedPassword) {
        self.init(issued.user.userName, PasswordProposal(issued.passphrase))
    }

    /// The words for a user.
    public init(_ userName: String, _ words: PasswordProposal) {
        self.userName = userName
        self.words = words
    }

    public var title: Phrase { Phrase("One-time password", "一次性密码") }
    public var isPlace: Bool { false }
    public var hint: Phrase? { Phrase("Esc when she has it.", "交给她后按 Esc。") }
    public static let bindings: [Binding<IssuedPasswordScreen>] = [
        Binding(.enter, help: Phrase("done", "完成")) { _, _ in .pop }
    ]

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        let lines: [(Phrase, Style)] =
            [
                (
                    Phrase(
                        "For \(userName), for the first sign-in only:", "供\(userName)首次登录使用，仅一次："),
                    .heading
                )
            ] + words.lines.map { (Phrase(verbatim: $0), .strong) } + [
                (
                    Phrase(
                        "Write it on paper and hand it to her. At the sign-in she chooses her own "
                            + "password, which nobody else knows. It is not shown again.",
                        "请抄在纸上交给本人。她登录时须设定自己的密码，他人不知。此处不再显示。"), .plain
                )
            ]
        var row = area.row + 1
        for (phrase, style) in lines {
            for line in TextLines.wrap(world.text(phrase), width: area.width - 4) {
                canvas.write(line, row: row, column: area.column + 2, style: style)
                row += 1
            }
            row += 1
        }
        canvas.cursor = Position(row: area.row + 1, column: area.column + 2)
    }
}
