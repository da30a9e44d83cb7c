import HomesCore

/// What to do about an alert: who helps, by which number, on which article. Enter begins a referral
/// with what is known filled in; nothing leaves before a person saves it.
public struct NextStepScreen: Screen {
    let alert: AlertRow
    var list = ListView<NextStep>(id: { $0.help.rawValue + $0.text.english })

    /// The steps of an alert.
    public init(_ alert: AlertRow) {
        self.alert = alert
    }

    public var title: Phrase {
        Phrase("What to do ", "下一步 ") + Phrase(verbatim: alert.personCode)
    }

    public static let bindings: [Binding<NextStepScreen>] = [
        Binding(
            .enter, .character("f"), help: Phrase("refer her there", "转介至此"),
            off: { screen, world in
                world.session?.home == nil
                    ? Refusal.roleMayNot.label
                    : screen.list.selected == nil ? StoreError.noSuchRecord.phrase : nil
            },
            run: { screen, world in screen.refer(world) }),
        Binding(
            .character("r"), help: Phrase("her page", "个人页面"),
            off: { _, world in
                world.session?.home == nil ? Refusal.roleMayNot.label : nil
            },
            run: { screen, _ in .push(ResidentScreen(personId: screen.alert.personId)) }),
    ]

    private func refer(_ world: World) -> Step {
        guard let step = list.selected else { return .stay }
        let personId = alert.personId
        switch world.attempt({ () throws(StoreError) in
            try world.store.residentPage(personId, by: world.signature)
        }) {
        case .success(let page):
            return .push(
                ReferralScreen(
                    page, world,
                    beginning: Referral(
                        to: step.help, after: alert.signals, raisedOn: alert.raisedOn,
                        in: world.language)))
        case .failure(let error): return .refused(error)
        }
    }

    public mutating func refresh(_ world: World) {
        list.show(NextStep.after(alert.signals))
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        list.take(key, world) ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        let detail = PageView(
            (list.selected.map { [PageLine.text($0.text)] } ?? [])
                + alert.signals.map { .text(Phrase("- ", "- ") + $0.label, .alarm) }
                + [
                    .text(
                        Phrase(
                            "Ask her first what she wants; act without her only in danger.",
                            "先问本人意愿；仅在有危险时代为行动。"), .strong)
                ])
        list.draw(
            [
                ListColumn(Phrase("Call", "电话"), width: 6) { step, _ in step.help.number },
                ListColumn(Phrase("Who", "机构"), width: 16) { step, world in
                    world.text(step.help.label)
                },
                ListColumn(Phrase("What", "事项"), width: 0) { step, world in
                    world.text(step.text)
                },
            ],
            over: detail, least: 4, in: area, on: &canvas, world,
            empty: Phrase("Nothing to do.", "无事项。"))
    }
}
