import HomesCore

/// The first run: the programme's names, its registry, the first user. Saves, and signs her in.
public struct SetUpScreen: FormScreen {
    public var form = Form()
    /// Escape once says what happens; twice leaves.
    private var isLeaving = false
    private var new = NewPassword()

    public static let formName = "setUp"
    public var draftTitle: String { "" }
    public var title: Phrase { Phrase("Set-up", "首次设置") }

    private enum Registry {
        static let id = "registry"
        static let builtIn = Choice(
            code: "BUILT_IN",
            label: Phrase("137 homes, placeholders to replace", "137家（占位名录，日后替换）"))
        static let empty = Choice(
            code: "EMPTY", label: Phrase("Empty: import our own later", "空白，稍后导入本项目名录"))
    }

    private enum Section {
        static let programme = Phrase("The programme", "项目")
        static let registry = Phrase("Its homes", "妇女之家名录")
        static let user = Phrase("You, the first administrator", "您：首位系统管理员")
    }

    /// An empty set-up; it works in a file that has no programme yet.
    public init(_ world: World) {
        var programme = Programme()
        programme.nameZh = "妇女之家项目"
        programme.nameEn = "Women's Homes Programme"
        form.add(
            programme, as: "programme", section: Section.programme,
            ["nameZh", "nameEn", "dateOrder", "utcOffsetMinutes"], world.language)
        form.add(
            Registry.id, Phrase("Registry", "名录"), .choice([Registry.builtIn, Registry.empty]),
            section: Section.registry, required: true,
            help: Phrase(
                "The programme's papers give no list: these stand in for it",
                "项目文件未附名录：此为占位数据"), value: .text(Registry.builtIn.code),
            world.language)
        var user = User()
        user.role = .admin
        user.language = world.language
        form.add(
            user, as: "user", section: Section.user, ["userName", "displayName", "language"],
            world.language)
        form.require("user.displayName", false)
        NewPassword.add(to: &form, section: Section.user, world.language)
        form.focus(on: "user.userName")
    }

    public static let bindings: [Binding<SetUpScreen>] =
        formBindings.filter { binding in
            !binding.keys.contains(.control("x")) && !binding.keys.contains(.function(6))
        } + [
            Binding(.function(5), help: Phrase("propose words", "生成密码")) { screen, world in
                screen.new.propose(in: &screen.form, world.language)
                return .stay
            },
            Binding(.function(6), help: Phrase("show", "显示"), footer: false) { screen, _ in
                screen.form.showsSecrets.toggle()
                return .stay
            },
            Binding(.escape, .control("c"), help: Phrase("leave", "退出")) { screen, _ in
                if screen.isLeaving { return .quit }
                screen.isLeaving = true
                return .say(
                    .warning(
                        Phrase(
                            "Nothing is saved yet. Esc again leaves; any other key goes on.",
                            "尚未保存。再按一次 Esc 退出；按其他键继续。")))
            },
        ]

    public var hint: Phrase? {
        form.hint ?? Phrase("Fill in what is yours, then F10.", "填写后按 F10 保存。")
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        isLeaving = false
        return typeInForm(key, world)
    }

    public func unsaved(_ world: World) -> Draft? { nil }

    public mutating func save(_ world: World) -> Step {
        var programme = Programme()
        form.fill(&programme, from: "programme")
        var user = User()
        form.fill(&user, from: "user")
        user.role = .admin
        let password: String
        switch new.checked(in: &form, of: user) {
        case .success(let checked): password = checked
        case .failure(let trouble): return .say(.warning(trouble.phrase))
        }
        let hasRegistry = form.textValue(Registry.id) == Registry.builtIn.code
        let given = (programme: programme, user: user)
        switch world.attempt({ () throws(StoreError) -> Step in
            let made = try world.store.make(
                given.programme, firstUser: given.user, password: password, at: world.now
            ) { store, first throws(StoreError) in
                if hasRegistry {
                    try SetUpScreen.importBuiltIn(into: store, by: first, given.programme, world)
                }
            }
            let account = Account(made.firstUser)
            return .replace(SharesScreen(made.shares.map { ShareWords($0) }, account))
        }) {
        case .success(let step): return step
        case .failure(.refused(.invalidValue)):
            form.focus(on: "user.userName")
            return .say(
                .warning(
                    Phrase("A user name has no spaces. Choose another.", "用户名不能含空格，请另取。")))
        case .failure(let error): return refuse(error, world)
        }
    }

    /// The registry that is carried in the program.
    private static func importBuiltIn(
        into store: HomesStore, by user: User, _ programme: Programme, _ world: World
    ) throws(StoreError) {
        let report = try store.importRegistry(
            homes: Array(ReferenceData.bytes("homes.csv")),
            beds: Array(ReferenceData.bytes("beds.csv")),
            by: Signature(
                userId: user.id, role: user.role, at: world.now,
                offsetMinutes: programme.utcOffsetMinutes))
        if let fault = report.faults.first { throw .notAllowed(fault.phrase) }
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        let height = min(area.height, form.rows.count + 3)
        form.draw(
            in: Area(row: area.row, column: area.column, width: area.width, height: height),
            on: &canvas, world)
        new.draw(from: area.row + height + 1, in: area, on: &canvas, world)
    }
}
