import HomesCore

/// Who is expected, and who was turned away or came by lately. Codes and code words only.
public struct ArrivalListScreen: Screen {
    var lines = LinesView<ArrivalLines.Target>()
    var fault: Phrase?

    /// The home's expected, turned away and visiting.
    public init() {}

    public var title: Phrase { Phrase("Expected", "预约与来访") }

    private static let voidQuestion = "voidReason"

    public static let bindings: [Binding<ArrivalListScreen>] = [
        Binding(.enter, help: Phrase("admit", "办理入住")) { screen, world in
            screen.open(world)
        },
        Binding(
            .character("n"), help: Phrase("did not come", "未到"),
            off: { screen, _ in screen.whyNotOpen },
            run: { screen, world in screen.end(.noShow, world) }),
        Binding(
            .character("c"), help: Phrase("cancel", "取消"),
            off: { screen, _ in screen.whyNotOpen },
            run: { screen, world in screen.end(.cancelled, world) }),
        Binding(.character("e"), help: Phrase("expect", "登记预约")) { _, world in
            .push(ReservationFormScreen(world))
        },
        Binding(.character("t"), help: Phrase("turned away", "未能接收")) { _, world in
            .push(TurnAwayFormScreen(world))
        },
        Binding(.character("b"), help: Phrase("visit", "来访")) { _, world in
            .push(VisitFormScreen(world))
        },
        Binding(
            .character("V"), help: Phrase("void", "作废"), footer: false,
            off: { screen, _ in
                screen.voidable == nil
                    ? Phrase(
                        "Turn-aways and visits are voided; a reservation is cancelled.",
                        "未能接收与来访可作废；预约请取消。") : nil
            },
            run: { _, world in
                .push(
                    PromptScreen(
                        question: voidQuestion, title: Phrase("Void", "作废"),
                        ask: Phrase("Why is it void", "作废原因"), kind: .text(limit: 120),
                        world.language))
            }),
    ]

    private var selected: ReservationLine? {
        if case .open(let line)? = lines.selected?.target { line } else { nil }
    }

    private var whyNotOpen: Phrase? {
        selected == nil ? Phrase("Choose somebody who is expected.", "请先选中一项预约。") : nil
    }

    private var voidable: (table: String, id: String)? {
        switch lines.selected?.target {
        case .turnAway(let id): (TurnAway.table, id)
        case .visit(let id, _): (Visit.table, id)
        default: nil
        }
    }

    // MARK: Reading

    public mutating func refresh(_ world: World) {
        guard let home = world.session?.home else {
            fault = Phrase("Only the home's own staff see this.", "仅本家工作人员可查看。")
            return
        }
        switch world.attempt({ () throws(StoreError) in
            try world.store.arrivals(homeId: home.id, by: world.signature)
        }) {
        case .success(let page):
            fault = nil
            lines.show(ArrivalLines.rows(page, world))
        case .failure(let error):
            fault = error.phrase
            lines.show([])
        }
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        lines.take(key, world) ?? .ignored
    }

    // MARK: Doing

    /// She who is expected is admitted; a known one's page opens.
    private func open(_ world: World) -> Step {
        switch lines.selected?.target {
        case .open(let line): return IntakeScreen.open(for: line.reservation.id, world)
        case .answered(let line):
            return line.reservation.personId.map { .push(ResidentScreen(personId: $0)) }
                ?? nothing
        case .visit(_, let personId):
            return personId.map { .push(ResidentScreen(personId: $0)) } ?? nothing
        case .turnAway, nil: return nothing
        }
    }

    private var nothing: Step {
        .say(.plain(Phrase("Nothing opens here.", "此行没有可打开的内容。")))
    }

    private mutating func end(_ outcome: ReservationOutcome, _ world: World) -> Step {
        guard let line = selected else { return .stay }
        switch world.attempt({ () throws(StoreError) in
            try world.store.endReservation(line.reservation.id, outcome, by: world.signature)
        }) {
        case .success:
            refresh(world)
            let freed =
                line.bed.map {
                    Phrase("; bed \($0) is free", "；\($0)床已空出")
                } ?? Phrase(verbatim: "")
            return .say(
                .done(
                    Phrase(verbatim: line.who + ": ") + outcome.label + freed
                        + Phrase(". F8 undoes.", "。按 F8 撤销。")))
        case .failure(let error): return .refused(error)
        }
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        guard case .text(ArrivalListScreen.voidQuestion, let reason) = answer,
            let voidable
        else { return .stay }
        switch world.attempt({ () throws(StoreError) in
            try world.store.void(
                table: voidable.table, id: voidable.id, reason: reason, by: world.signature)
        }) {
        case .success:
            refresh(world)
            return .say(.done(Phrase("Void. F8 undoes.", "已作废。按 F8 撤销。")))
        case .failure(let error): return .refused(error)
        }
    }

    // MARK: Drawing

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        canvas.cursor = Position(row: area.row, column: area.column + 1)
        if let fault {
            canvas.write(
                world.text(fault), row: area.row, column: area.column + 1, width: area.width - 2)
            return
        }
        lines.draw(in: area, on: &canvas, world)
    }
}
