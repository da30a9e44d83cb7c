import HomesCore

/// Who works now, and in which home.
public struct SignInScreen: Screen {
    /// A user in a home, or a user of the programme.
    struct Choice: Sendable {
        let user: UserSummary
        let home: UserHomeSummary?
        var id: String { user.id + (home?.homeId ?? "") }
    }

    var list: ListView<Choice>
    var fault: Phrase?

    /// The list of users.
    public init() {
        list = ListView(
            id: { $0.id },
            searchKey: {
                SearchKey.make(
                    names: [$0.user.displayName],
                    codes: [$0.user.userName, $0.home?.homeCode ?? ""])
            })
    }

    public var title: Phrase { Phrase("Sign in", "登录") }
    public var takesText: Bool { list.isFiltering }
    public var hint: Phrase? {
        fault ?? Phrase("/ finds a name; Enter signs in.", "按 / 查找姓名，回车登录。")
    }

    public static let bindings: [Binding<SignInScreen>] = [
        Binding(.enter, help: Phrase("sign in", "登录")) { screen, world in screen.signIn(world) },
        Binding(.function(3), .character("/"), help: Phrase("find", "查找")) { screen, world in
            screen.list.take(.function(3), world) ?? .stay
        },
        Binding(.character("q"), help: Phrase("leave", "退出")) { _, _ in .quit },
    ]

    public mutating func refresh(_ world: World) {
        switch world.attempt({ () throws(StoreError) in try world.store.users() }) {
        case .success(let users):
            list.show(
                users.filter { !$0.isDisabled }.flatMap { user in
                    user.homes.isEmpty
                        ? [Choice(user: user, home: nil)]
                        : user.homes.map { Choice(user: user, home: $0) }
                })
        case .failure(let error): fault = error.phrase
        }
    }

    private func signIn(_ world: World) -> Step {
        guard let choice = list.selected else { return .stay }
        switch world.attempt({ () throws(StoreError) in
            try world.store.signIn(
                userName: choice.user.userName, homeId: choice.home?.homeId, at: world.now)
        }) {
        case .success(let signed): return .signedIn(Session(signed), signed.user.language)
        case .failure(let error): return .refused(error)
        }
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        guard let step = list.take(key, world) else { return .ignored }
        // Whoever types her user name is not taken for somebody whose name sounds like it.
        let typed = SearchFold.fold(list.filter)
        let exact = list.rows.first { SearchFold.fold($0.user.userName) == typed }
        if list.isFiltering, key.isTyping, let exact { list.select(id: exact.id) }
        return step
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        let isNarrow = area.width < 76
        list.draw(
            [
                ListColumn(Phrase("User", "用户"), width: 14) { row, _ in row.user.userName },
                ListColumn(Phrase("Name", "姓名"), width: 14) { row, _ in row.user.displayName },
                ListColumn(Phrase("Role", "角色"), width: 14) { row, world in
                    world.text(row.user.role.label)
                },
                ListColumn(Phrase("Home", "妇女之家"), width: 0) { row, world in
                    row.home.map {
                        isNarrow ? $0.homeCode : $0.homeCode + " " + world.text($0.name)
                    } ?? ""
                },
            ], in: area, on: &canvas, world,
            empty: Phrase("No users yet.", "还没有用户。"))
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
