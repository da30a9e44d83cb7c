import HomesCore

/// A case's plan: its goals, each with its actions; what is overdue first.
public struct CasePlanScreen: PageScreen {
    let personId: String
    var page: ResidentPage?
    var lines = LinesView<RecordReference>()
    var fault: Phrase?
    /// What is being dropped while the reason is typed.
    var dropping: RecordReference?

    /// The plan of a resident's case.
    public init(personId: String) { self.personId = personId }

    public var title: Phrase {
        Phrase("Case plan ", "个案计划 ") + Phrase(verbatim: page?.person.personCode ?? "")
    }
    public var hint: Phrase? { fault ?? page?.workflow?.label }

    public static let bindings: [Binding<CasePlanScreen>] = [
        binding("n", Phrase("new goal", "新目标")) { screen, page, world in
            .push(PlanGoalScreen(nil, page, world))
        },
        binding("a", Phrase("new action", "新行动"), needsLine: true) { screen, page, world in
            screen.selectedGoal.map { .push(PlanActionScreen(nil, of: $0.goal, page, world)) }
                ?? .stay
        },
        Binding(.enter, .character("e"), help: Phrase("edit", "修改")) { screen, world in
            guard let page = screen.page, let target = screen.lines.selected?.target else {
                return .stay
            }
            if page.glassUntil != nil { return .say(.warning(ResidentScreen.toReadOnly)) }
            return PlanRows.form(target, page, world).map { .push($0) } ?? .stay
        },
        binding("d", Phrase("done", "完成"), needsLine: true) { screen, _, world in
            screen.finish(world)
        },
        binding("x", Phrase("drop", "放弃"), needsLine: true) { screen, _, world in
            screen.dropping = screen.lines.selected?.target
            return .push(
                PromptScreen(
                    question: dropQuestion, title: Phrase("Drop", "放弃"),
                    ask: Phrase("Why it is dropped", "放弃原因"), kind: .text(limit: 200),
                    world.language))
        },
    ]

    private static let dropQuestion = "drop"

    private static func binding(
        _ key: Character, _ help: Phrase, needsLine: Bool = false,
        run: @escaping @Sendable (inout CasePlanScreen, ResidentPage, World) -> Step
    ) -> Binding<CasePlanScreen> {
        Binding(
            .character(key), help: help,
            off: { screen, _ in
                if let reason = screen.whyReadOnly { return reason }
                if screen.page?.cases.isEmpty == true {
                    return Phrase("She has no case yet.", "她还没有个案。")
                }
                return needsLine && screen.selectedGoal == nil
                    ? Phrase("There is no goal yet: n adds one.", "尚无目标：按 n 添加。") : nil
            },
            run: { screen, world in
                screen.page.map { run(&screen, $0, world) } ?? .stay
            })
    }

    // MARK: What is selected

    private var selectedGoal: PlanLine? {
        guard let target = lines.selected?.target else { return nil }
        return page?.casePlan.first { line in
            line.goal.id == target.id || line.actions.contains { $0.id == target.id }
        }
    }

    private func action(_ target: RecordReference?) -> PlanAction? {
        page?.casePlan.lazy.flatMap(\.actions).first { $0.id == target?.id }
    }

    // MARK: Ending

    /// `d`: an action is done today, a goal met.
    private mutating func finish(_ world: World) -> Step {
        guard let line = selectedGoal else { return .stay }
        if var action = action(lines.selected?.target) {
            guard action.state == .open else { return .say(.plain(Self.hasEnded)) }
            action.state = .done
            return save(action, world)
        }
        guard line.goal.state == .open else { return .say(.plain(Self.hasEnded)) }
        var goal = line.goal
        goal.state = .met
        return save(goal, open: line.actions.count { $0.state == .open }, world)
    }

    private static let hasEnded = Phrase(
        "This has ended already; Enter opens it to correct it.", "此项已结束；按回车可更正。")

    private mutating func drop(_ reason: String, _ world: World) -> Step {
        defer { dropping = nil }
        if var action = action(dropping) {
            action.state = .dropped
            action.outcome = reason
            action.endedOn = nil
            return save(action, world)
        }
        guard let line = page?.casePlan.first(where: { $0.goal.id == dropping?.id }) else {
            return .refused(.noSuchRecord)
        }
        var goal = line.goal
        goal.state = .dropped
        goal.spl_ActualEndDate = nil
        goal.endReason = reason
        return save(goal, open: line.actions.count { $0.state == .open }, world)
    }

    private mutating func save(_ action: PlanAction, _ world: World) -> Step {
        switch world.attempt({ () throws(StoreError) in
            try world.store.planAction(action, by: world.signature)
        }) {
        case .success(let saved):
            refresh(world)
            return .say(
                .done(
                    Phrase("The action is ", "行动：") + saved.state.label
                        + Phrase(". Enter notes what came of it, F8 undoes.", "。按回车填写结果，F8 撤销。")))
        case .failure(let error): return .refused(error)
        }
    }

    private mutating func save(_ goal: PlanGoal, open: Int, _ world: World) -> Step {
        switch world.attempt({ () throws(StoreError) in
            try world.store.planGoal(goal, by: world.signature)
        }) {
        case .success(let saved):
            refresh(world)
            let said = Phrase("The goal is ", "目标：") + saved.state.label
            guard open > 0 else {
                return .say(.done(said + Phrase(". F8 undoes.", "。按 F8 撤销。")))
            }
            let actions = Phrase(
                open == 1 ? "1 action of it is" : "\(open) actions of it are", "其中\(open)项行动")
            return .say(
                .done(
                    said + Phrase("; ", "；") + actions
                        + Phrase(
                            " still open and no longer asked for. F8 undoes.",
                            "尚未完成，今后不再提醒。按 F8 撤销。")))
        case .failure(let error): return .refused(error)
        }
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        switch answer {
        case .text(Self.dropQuestion, let reason): return drop(reason, world)
        case .saved(_, let id):
            lines.select(id: id)
            return .stay
        default: return .stay
        }
    }

    // MARK: Reading and drawing

    mutating func show(_ page: ResidentPage, _ world: World) {
        let rows = PlanRows.rows(page, on: world.today)
        lines.show(
            rows.isEmpty
                ? [.line("nothing", Phrase("No goal yet: n adds one.", "尚无目标：按 n 添加。"), .dim)]
                : rows)
    }

    mutating func showNothing() { lines.show([]) }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        lines.take(key, world) ?? .ignored
    }

    func drawPage(in area: Area, on canvas: inout Canvas, _ world: World) {
        guard page != nil else { return drawFault(in: area, on: &canvas, world) }
        canvas.cursor = Position(row: area.row, column: area.column + 1)
        lines.draw(in: area, on: &canvas, world)
    }
}

/// The lines of a plan, on its own screen and on the resident's page.
enum PlanRows {
    typealias Row = PageRow<RecordReference>

    /// Each goal with its actions under it.
    static func rows(_ page: ResidentPage, on date: CivilDate) -> [Row] {
        page.casePlan.flatMap { line -> [Row] in
            [goal(line.goal, on: date)]
                + line.actions.map { action($0, isAsked: line.goal.state == .open, on: date) }
        }
    }

    private static func goal(_ goal: PlanGoal, on date: CivilDate) -> Row {
        var parts = [Phrase(verbatim: goal.spl_Objectives)]
        if goal.state == .open {
            if let day = goal.spl_PlannedEndDate {
                parts.append(Phrase("by \(day.iso)", "期限\(day.iso)"))
            }
            if goal.agreedWithHer == .no {
                parts.append(Phrase("not her own goal", "不是她自己的目标"))
            }
        } else {
            parts.append(
                goal.state.label + Phrase(verbatim: " " + (goal.spl_ActualEndDate?.iso ?? "")))
            if let reason = goal.endReason { parts.append(Phrase(verbatim: reason)) }
        }
        let isLate =
            goal.state == .open && (goal.spl_PlannedEndDate.map { $0 < date } ?? false)
        return .line(
            goal.id, goal.spl_Type.label, Phrase.joined(parts, separator: " · "),
            goal.state != .open ? .dim : isLate ? .warning : .strong,
            target: RecordReference(table: PlanGoal.table, id: goal.id))
    }

    private static func action(_ action: PlanAction, isAsked: Bool, on date: CivilDate) -> Row {
        var parts = [Phrase(verbatim: action.spl_ActionPlan), action.doerPhrase]
        let isLate = isAsked && action.isOverdue(on: date)
        switch action.state {
        case .open:
            guard let due = action.dueOn else { break }
            let late =
                isLate
                ? Phrase(", ", "，逾期") + .days(due.days(until: date)) + Phrase(" overdue", "")
                : Phrase("", "")
            parts.append(Phrase("due \(due.iso)", "期限\(due.iso)") + late)
        case .done, .dropped:
            parts.append(action.state.label + Phrase(verbatim: " " + (action.endedOn?.iso ?? "")))
            if let outcome = action.outcome { parts.append(Phrase(verbatim: outcome)) }
        }
        let mark =
            switch action.state {
            case .open: isLate ? "  ! " : "  - "
            case .done: "  + "
            case .dropped: "  x "
            }
        return .line(
            action.id, Phrase(verbatim: mark) + Phrase("action", "行动"),
            Phrase.joined(parts, separator: " · "),
            isLate ? .warning : action.state == .open && isAsked ? .plain : .dim,
            target: RecordReference(table: PlanAction.table, id: action.id))
    }

    /// The form that a line opens.
    static func form(
        _ target: RecordReference, _ page: ResidentPage, _ world: World
    ) -> (any Screen)? {
        for line in page.casePlan {
            if line.goal.id == target.id { return PlanGoalScreen(line.goal, page, world) }
            if let action = line.actions.first(where: { $0.id == target.id }) {
                return PlanActionScreen(action, of: line.goal, page, world)
            }
        }
        return nil
    }
}
