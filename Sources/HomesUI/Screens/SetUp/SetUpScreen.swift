import HomesCore

/// The first run: the programme's names, its registry, the first user. Saves, and signs her in.
public struct SetUpScreen: FormScreen {
    public var form = Form()
    /// The registry that is carried in the program, as homes to choose from.
    private let homes: [Choice]
    /// Escape once says what happens; twice leaves.
    private var isLeaving = false

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
        static let user = Phrase("You, the first user", "您：第一个用户")
    }

    /// An empty set-up; it works in a file that has no programme yet.
    public init(_ world: World) {
        homes = SetUpScreen.builtInHomes
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
            user, as: "user", section: Section.user,
            ["userName", "displayName", "role", "language"], world.language)
        form.require("user.displayName", false)
        form.add(
            "home", Phrase("Your home", "您所在之家"), .choice(homes), section: Section.user,
            help: Phrase("Code or name; F2 lists", "编号或名称；F2 列表"), world.language)
        passOver()
        form.focus(on: "user.userName")
    }

    private static var builtInHomes: [Choice] {
        ReferenceData.text("homes.csv").split(separator: "\n").dropFirst().compactMap { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            guard cells.count > 2 else { return nil }
            return Choice(
                code: String(cells[0]),
                label: Phrase("\(cells[0]) \(cells[2])", "\(cells[0]) \(cells[1])"))
        }
    }

    public static let bindings: [Binding<SetUpScreen>] =
        formBindings.filter { !$0.keys.contains(.control("x")) } + [
            Binding(.escape, .control("c"), help: Phrase("leave", "退出")) { screen, _ in
                if screen.isLeaving { return .quit }
                screen.isLeaving = true
                return .say(
                    .warning(
                        Phrase(
                            "Nothing is saved yet. Esc again leaves; any other key goes on.",
                            "尚未保存。再按一次 Esc 退出；按其他键继续。")))
            }
        ]

    public var hint: Phrase? {
        form.hint ?? Phrase("Fill in what is yours, then F10.", "填写后按 F10 保存。")
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        isLeaving = false
        return typeInForm(key, world)
    }

    public mutating func fieldLeft(_ id: String, _ world: World) { passOver() }

    private var role: Role {
        form.textValue("user.role").flatMap(Role.init(rawValue:)) ?? .admin
    }

    /// Only home staff have a home, and only when there are homes.
    private mutating func passOver() {
        let isHomeStaff = role == .caseworker || role == .homeManager
        let hasRegistry = form.textValue(Registry.id) == Registry.builtIn.code
        let reason =
            !isHomeStaff
            ? Phrase("only home staff have one", "仅之家工作人员填写")
            : hasRegistry ? nil : Phrase("there are no homes yet", "尚无名录")
        form.skip("home", because: reason)
        form.require("home", reason == nil)
    }

    public mutating func save(_ world: World) -> Step {
        var programme = Programme()
        form.fill(&programme, from: "programme")
        var user = User()
        form.fill(&user, from: "user")
        let hasRegistry = form.textValue(Registry.id) == Registry.builtIn.code
        let homeCode = form["home"]?.skipped == nil ? form.textValue("home") : nil
        let made = (programme: programme, user: user)
        switch world.attempt({ () throws(StoreError) -> Signed in
            let first = try world.store.setUp(
                programme: made.programme, firstUser: made.user, at: world.now)
            if hasRegistry { try importBuiltIn(by: first, made.programme, world) }
            if let homeCode, let home = try world.store.home(code: homeCode) {
                try world.store.setHomes(
                    of: first.id, to: [home.id],
                    by: signature(of: first, made.programme, world))
            }
            return try world.store.signIn(userName: first.userName, at: world.now)
        }) {
        case .success(let signed): return .signedIn(Session(signed), signed.user.language)
        case .failure(.refused(.invalidValue)):
            form.focus(on: "user.userName")
            return .say(
                .warning(
                    Phrase("A user name has no spaces. Choose another.", "用户名不能含空格，请另取。")))
        case .failure(let error): return refuse(error, world)
        }
    }

    private func signature(of user: User, _ programme: Programme, _ world: World) -> Signature {
        Signature(
            userId: user.id, role: user.role, at: world.now,
            offsetMinutes: programme.utcOffsetMinutes)
    }

    /// The registry that is carried in the program.
    private func importBuiltIn(
        by user: User, _ programme: Programme, _ world: World
    ) throws(StoreError) {
        let report = try world.store.importRegistry(
            homes: Array(ReferenceData.bytes("homes.csv")),
            beds: Array(ReferenceData.bytes("beds.csv")),
            by: signature(of: user, programme, world))
        if let fault = report.faults.first { throw .notAllowed(fault.phrase) }
    }
}
