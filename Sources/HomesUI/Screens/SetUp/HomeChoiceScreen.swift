import HomesCore

/// In which of her homes somebody works today, asked after her password.
public struct HomeChoiceScreen: Screen {
    private let account: Account
    private var list = ListView<UserHomeSummary>(id: { $0.homeId })

    /// The homes of an account.
    public init(_ account: Account) { self.account = account }

    public var title: Phrase { Phrase("Your home today", "今天所在之家") }
    public var hint: Phrase? { Phrase("Enter goes on; Esc signs off.", "回车继续；Esc 退出登录。") }

    public static let bindings: [Binding<HomeChoiceScreen>] = [
        Binding(.enter, help: Phrase("work here", "在此工作")) { screen, world in
            guard let home = screen.list.selected else { return .stay }
            return SignInScreen.enter(screen.account, homeId: home.homeId, world)
        },
        Binding(.escape, .control("c"), help: Phrase("sign off", "退出登录")) { _, _ in
            .replace(SignInScreen())
        },
    ]

    public mutating func refresh(_ world: World) { list.show(account.homes) }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        list.take(key, world) ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        list.draw(
            [
                ListColumn(Phrase("Code", "编号"), width: 8) { row, _ in row.homeCode },
                ListColumn(Phrase("Home", "妇女之家"), width: 0) { row, world in
                    world.text(row.name)
                },
            ], in: area, on: &canvas, world, empty: Phrase("No home.", "没有妇女之家。"))
    }
}
