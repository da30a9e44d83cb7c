import HomesCore

/// The first screen of those who work for the whole programme: the places they may go to.
public struct StartScreen: Screen {
    var list = ListView<Place>(id: { String($0.rawValue) })

    /// The places of a user.
    public init() {}

    public var title: Phrase { Phrase("Start", "开始") }

    public static let bindings: [Binding<StartScreen>] =
        [
            Binding(.enter, help: Phrase("open", "打开")) { screen, world in
                screen.list.selected.map { .push($0.screen(world)) } ?? .stay
            },
            Binding(
                .character("G"), help: Phrase("break the glass", "紧急查阅"), footer: false,
                off: { _, world in world.may(.breakGlass) ? nil : Refusal.roleMayNot.label },
                run: { _, world in .push(BreakGlassScreen(world)) }),
            Binding(.character("q"), help: Phrase("leave", "退出")) { _, _ in .quit },
            Binding(.character("Q"), help: Phrase("sign off", "换人登录"), footer: false) { _, _ in
                .signOff
            },
        ] + Place.bindings()

    public mutating func refresh(_ world: World) {
        let old = list.selected
        list.show(Place.allCases.filter { $0.closed(to: world.session) == nil })
        if old == nil { list.select(id: String(Place.occupancy.rawValue)) }
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        list.take(key, world) ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        list.draw(
            [
                ListColumn(Phrase("Key", "按键"), width: 5) { place, world in
                    world.text(place.key.name)
                },
                ListColumn(Phrase("Place", "去处"), width: 14) { place, world in
                    world.text(place.title)
                },
                ListColumn(Phrase("What is there", "内容"), width: 0) { place, world in
                    world.text(place.purpose)
                },
            ], in: area, on: &canvas, world, empty: Phrase("No place.", "没有可去之处。"))
    }
}

extension Place {
    /// What one finds there, in a few words.
    var purpose: Phrase {
        switch self {
        case .residents: Phrase("everybody the home knows", "本家全部人员")
        case .intake: Phrase("a woman comes to the home", "新人入住登记")
        case .beds: Phrase("who has which bed, on any night", "任一夜的床位安排")
        case .counselling: Phrase("sessions, topics, checklists", "辅导、专题与清单")
        case .jobs: Phrase("employers, offers, law checks", "用人单位、招工与法律核查")
        case .followUps: Phrase("the calls that are due", "应做的回访")
        case .occupancy: Phrase("provinces, homes, rooms and beds", "省份、妇女之家、房间和床位")
        case .reports: Phrase("figures and the rules behind them", "数据及其计算规则")
        case .programme: Phrase("registry, users, data check", "名册、用户、数据检查")
        }
    }
}
