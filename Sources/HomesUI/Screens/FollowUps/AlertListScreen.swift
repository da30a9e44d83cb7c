import HomesCore

/// Alerts that nobody has closed. Only a person closes one, with a reason.
public struct AlertListScreen: Screen {
    var list = ListView<AlertRow>(id: { $0.followUpId })
    var fault: Phrase?

    /// The home's open alerts; every home's for a supervisor.
    public init() {}

    public var title: Phrase { Phrase("Alerts", "警示") }
    public var hint: Phrase? { fault }

    public static let bindings: [Binding<AlertListScreen>] = [
        Binding(
            .enter, .character("r"), help: Phrase("her page", "个人页面"),
            off: { _, world in
                world.session?.home == nil
                    ? Phrase("Only the home's own staff see her page.", "仅本家工作人员可查看。") : nil
            },
            run: { screen, _ in
                screen.list.selected.map { .push(ResidentScreen(personId: $0.personId)) } ?? .stay
            }),
        Binding(
            .character("n"), help: Phrase("what to do", "下一步"),
            off: { screen, _ in screen.list.selected == nil ? Refusal.noAlert.label : nil },
            run: { screen, _ in
                screen.list.selected.map { .push(NextStepScreen($0)) } ?? .stay
            }),
        Binding(
            .character("G"), help: Phrase("break the glass", "紧急查阅"), footer: false,
            off: { _, world in world.may(.breakGlass) ? nil : Refusal.roleMayNot.label },
            run: { screen, world in
                .push(BreakGlassScreen(world, code: screen.list.selected?.personCode))
            }),
        Binding(
            .character("c"), help: Phrase("close with a reason", "说明理由并解除"),
            off: { screen, world in
                if world.session?.home == nil { return Refusal.roleMayNot.label }
                return screen.list.selected == nil ? Refusal.noAlert.label : nil
            },
            run: { screen, world in
                .push(
                    PromptScreen(
                        question: "closeAlert", title: Phrase("Close the alert", "解除警示"),
                        ask: Phrase("What was done, and why it is over", "采取了什么措施、为何解除"),
                        kind: .text(limit: 120), world.language))
            }),
    ]

    public mutating func refresh(_ world: World) {
        let homeId = world.session?.home?.id
        switch world.attempt({ () throws(StoreError) in
            try world.store.openAlerts(homeId: homeId, by: world.signature)
        }) {
        case .success(let rows): list.show(rows)
        case .failure(let error): fault = error.phrase
        }
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        guard case .text("closeAlert", let reason) = answer, let row = list.selected else {
            return .stay
        }
        switch world.attempt({ () throws(StoreError) in
            try world.store.closeAlert(
                followUpId: row.followUpId, reason: reason, by: world.signature)
        }) {
        case .success:
            refresh(world)
            return .say(
                .done(
                    Phrase(
                        "Alert closed, with your reason. F8 undoes.", "警示已解除，理由已记录。按 F8 撤销。")))
        case .failure(let error): return .refused(error)
        }
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        list.take(key, world) ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        let detail = PageView(list.selected.map(AlertListScreen.lines) ?? [])
        list.draw(
            [
                ListColumn(Phrase("Raised", "发出日期"), width: 10) { row, _ in row.raisedOn.iso },
                ListColumn(Phrase("Home", "妇女之家"), width: 8) { row, _ in row.homeCode },
                ListColumn(Phrase("Code", "编号"), width: 10) { row, _ in row.personCode },
                ListColumn(Phrase("Because", "原因"), width: 0, style: { _, _ in .alarm }) {
                    row, world in
                    world.text(Phrase.joined(row.signals.map(\.label), with: .semicolon))
                },
            ],
            over: detail, least: 4, in: area, on: &canvas, world,
            empty: Phrase("No alert is open.", "没有未解除的警示。"))
    }

    private static func lines(_ row: AlertRow) -> [PageLine] {
        row.signals.map { .text(Phrase("- ", "- ") + $0.label) }
            + [
                .text(
                    Phrase("Signs to look into, not a verdict.", "以上是需要了解的迹象，并非结论。"), .dim)
            ]
    }
}
