import HomesCore

/// Who works now: a user name and a password. Nothing of the file is readable before.
public struct SignInScreen: FormScreen {
    public var form = Form()
    /// Escape once says what happens; twice leaves.
    private var isLeaving = false

    public static let formName = "signIn"
    public var draftTitle: String { "" }
    public var title: Phrase { Phrase("Sign in", "登录") }

    private static let name = "userName"
    private static let secret = "password"
    private static let section = Phrase("Who works now", "谁在使用")

    /// Two empty fields, or those of a user who was named already.
    public init(userName: String = "", password: String = "") {
        form.add(
            SignInScreen.name, Phrase("User name", "用户名"), .text(limit: 40),
            section: SignInScreen.section, required: true,
            value: userName.isEmpty ? .null : .text(userName), .english)
        form.add(
            SignInScreen.secret, Phrase("Password", "密码"), .secret,
            section: SignInScreen.section, required: true,
            value: password.isEmpty ? .null : .text(password), .english)
        form.marksChanges = false
        form.focus(on: userName.isEmpty ? SignInScreen.name : SignInScreen.secret)
    }

    public var isPlace: Bool { true }
    public func unsaved(_ world: World) -> Draft? { nil }
    public var draftKey: DraftKey? { nil }
    public var hint: Phrase? {
        form.focused?.id == SignInScreen.name
            ? Phrase("Your user name, then Enter.", "输入用户名后回车。")
            : Phrase("Your password, then Enter; F5 shows it.", "输入密码后回车；F5 显示。")
    }

    public static let bindings: [Binding<SignInScreen>] = [
        Binding(.function(10), .control("s"), help: Phrase("sign in", "登录")) { screen, world in
            screen.checkAndSave(world)
        },
        Binding(.function(5), help: Phrase("show password", "显示密码")) { screen, _ in
            screen.form.showsSecrets.toggle()
            return .stay
        },
        Binding(
            .function(2), help: Phrase("choose a user", "选择用户"),
            off: { _, world in
                world.demoAccounts.isEmpty
                    ? Phrase("Type your user name.", "请输入用户名。") : nil
            }
        ) { _, world in .push(SignInScreen.accounts(world)) },
        Binding(.escape, .control("c"), help: Phrase("leave", "退出")) { screen, _ in
            if screen.isLeaving { return .quit }
            screen.isLeaving = true
            return .say(.plain(Phrase("Esc again leaves.", "再按一次 Esc 退出。")))
        },
    ]

    /// Whoever is signed off leaves a locked door.
    public mutating func refresh(_ world: World) {
        if world.session == nil { world.store.lock() }
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        isLeaving = false
        if key == .enter, form.focused?.id == SignInScreen.secret { return checkAndSave(world) }
        // A user name has no sign that leads to a list.
        if case .ignored = form.take(key, world.fieldContext) { return .ignored }
        return .stay
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        guard case .chosen(_, let code) = answer,
            let account = world.demoAccounts.first(where: { $0.userName == code })
        else { return .stay }
        self = SignInScreen(userName: account.userName, password: account.password)
        return .stay
    }

    private static func accounts(_ world: World) -> LookupScreen {
        LookupScreen(
            question: name, title: Phrase("User name", "用户名"),
            choices: world.demoAccounts.map { account in
                Choice(
                    code: account.userName,
                    label: Phrase(verbatim: account.userName + ", ") + account.role.label
                        + Phrase(verbatim: account.homeCode.map { ", " + $0 } ?? ""))
            }, typed: "")
    }

    public mutating func save(_ world: World) -> Step {
        let name = form.textValue(SignInScreen.name) ?? ""
        let password = form.textValue(SignInScreen.secret) ?? ""
        form.set(SignInScreen.secret, .null, world.language)
        form.showsSecrets = false
        form.focus(on: SignInScreen.secret)
        switch world.attempt({ () throws(StoreError) in
            try world.store.unlock(userName: name, password: password)
        }) {
        case .success(let account): return SignInScreen.go(on: account, password, world)
        case .failure(let error): return .refused(error)
        }
    }

    /// What comes after the password: one of her own, the home, her first screen.
    static func go(on account: Account, _ password: String, _ world: World) -> Step {
        if account.mustChoosePassword {
            return .push(ChoosePasswordScreen(account, oneTime: password, world.language))
        }
        if account.homes.count > 1, account.user.role.worksInAHome {
            return .replace(HomeChoiceScreen(account))
        }
        return enter(account, homeId: nil, world)
    }

    static func enter(_ account: Account, homeId: String?, _ world: World) -> Step {
        switch world.attempt({ () throws(StoreError) in
            let moment = try world.store.programme().moment(world.now)
            return try world.store.signIn(account, homeId: homeId, at: moment)
        }) {
        case .success(let signed): return .signedIn(Session(signed), signed.user.language)
        case .failure(let error): return .refused(error)
        }
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        form.draw(
            in: Area(row: area.row, column: area.column, width: area.width, height: 4),
            on: &canvas, world)
        guard !world.demoAccounts.isEmpty else { return }
        var row = area.row + 5
        let head = Phrase(
            "This programme is invented. Its users and their passwords, F2 to choose:",
            "此为虚构项目。用户及密码如下，F2 选择：")
        for line in TextLines.wrap(world.text(head), width: area.width - 2) {
            canvas.write(line, row: row, column: area.column + 1, style: .heading)
            row += 1
        }
        for account in world.demoAccounts where row < area.row + area.height {
            draw(account, row: row, in: area, on: &canvas, world)
            row += 1
        }
    }

    private func draw(
        _ account: DemoAccount, row: Int, in area: Area, on canvas: inout Canvas, _ world: World
    ) {
        let cells = [
            (1, 7, account.userName), (9, 15, world.text(account.role.label)),
            (25, 7, account.homeCode ?? ""), (33, area.width - 34, account.password),
        ]
        for (column, width, text) in cells {
            canvas.write(text, row: row, column: area.column + column, width: width)
        }
    }
}

extension Session {
    /// The session of somebody who has just signed in.
    public init(_ signed: Signed) {
        self.init(
            userId: signed.user.id, userName: signed.user.userName,
            displayName: signed.user.displayName, role: signed.user.role, home: signed.home)
    }
}
