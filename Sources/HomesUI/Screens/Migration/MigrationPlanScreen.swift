import HomesCore

/// Her safe-migration plan in one place: what is missing, the plan, the check-ins, the checklist.
public struct MigrationPlanScreen: PageScreen {
    /// Where Enter leads from a line.
    enum Target: Equatable, Sendable {
        case plan
        case topic(CounsellingTopic)
        case item(ChecklistItem)
        case call(String)
    }

    let personId: String
    var page: ResidentPage?
    var lines = LinesView<Target>()
    var fault: Phrase?

    /// The plan of a resident's latest case.
    public init(personId: String) {
        self.personId = personId
    }

    public var title: Phrase {
        MigrationPlan.noun + Phrase(verbatim: " " + (page?.person.personCode ?? ""))
    }
    public var hint: Phrase? {
        if case .item = lines.selected?.target {
            return fault ?? Phrase("1 yes · 2 or 0 no · 3 does not apply", "1是 · 2或0否 · 3不适用")
        }
        return fault
    }

    public static let bindings: [Binding<MigrationPlanScreen>] = [
        Binding(.enter, help: Phrase("open the line", "打开此行"), off: whyNot) { screen, world in
            screen.openLine(world)
        },
        Binding(.character("e"), help: Phrase("edit", "修改"), off: whyNot) { screen, world in
            screen.edit(world)
        },
        Binding(.character("1"), .character("y"), help: YesNoNA.yes.label, off: whyNoItem) {
            screen, world in screen.answer(.yes, world)
        },
        Binding(
            .character("2"), .character("0"), .character("n"), help: YesNoNA.no.label,
            off: whyNoItem
        ) { screen, world in screen.answer(.no, world) },
        Binding(.character("3"), .character("x"), help: YesNoNA.notApplicable.label, off: whyNoItem)
        { screen, world in screen.answer(.notApplicable, world) },
        Binding(.character("k"), help: Phrase("checklist", "出发前清单"), footer: false, off: whyNot) {
            screen, _ in
            .push(CounsellingChecklistScreen(personId: screen.personId))
        },
        Binding(.character("p"), help: Phrase("print", "打印"), footer: false, off: whyNot) {
            screen, world in
            .push(SheetListScreen(personId: screen.personId, selecting: "plan-card", world))
        },
        Binding(.character("s"), help: Phrase("session", "辅导"), footer: false, off: whyNot) {
            screen, world in
            .push(SessionFormScreen(world, personId: screen.personId))
        },
    ]

    private static let whyNot: @Sendable (MigrationPlanScreen, World) -> Phrase? = { screen, _ in
        screen.whyReadOnly
    }

    private static let whyNoItem: @Sendable (MigrationPlanScreen, World) -> Phrase? = {
        screen, world in
        if let reason = whyNot(screen, world) { return reason }
        if case .item = screen.lines.selected?.target { return nil }
        return Phrase("Go to a line of the checklist first.", "请先选中清单中的一项。")
    }

    // MARK: Doing

    private func edit(_ world: World) -> Step {
        page.flatMap { MigrationPlanFormScreen($0, world) }.map { .push($0) }
            ?? .say(.warning(Phrase("She has no case yet.", "她还没有个案。")))
    }

    private func openLine(_ world: World) -> Step {
        switch lines.selected?.target {
        case .plan: edit(world)
        case .topic(let topic):
            .push(SessionFormScreen(world, personId: personId, topics: [topic]))
        case .item: .push(CounsellingChecklistScreen(personId: personId))
        case .call(let id): .push(FollowUpScreen(world, followUpId: id))
        case nil: .say(.plain(Phrase("Nothing opens here.", "此行没有可打开的内容。")))
        }
    }

    private mutating func answer(_ answer: YesNoNA, _ world: World) -> Step {
        guard case .item(let item) = lines.selected?.target, let file = page?.cases.first else {
            return .stay
        }
        switch world.attempt({ () throws(StoreError) in
            try world.store.answerChecklist(
                caseId: file.id, answers: [item: answer], by: world.signature)
        }) {
        case .success:
            // In the list of what is missing the next one takes its place.
            let isInChecklist = lines.selected?.id.hasPrefix("check.") == true
            refresh(world)
            if isInChecklist { _ = lines.take(.down, world) }
            return .say(
                .done(
                    Phrase("Saved: ", "已保存：") + answer.label
                        + Phrase(". F8 undoes.", "。按 F8 撤销。")))
        case .failure(let error): return .refused(error)
        }
    }

    // MARK: Reading

    mutating func show(_ page: ResidentPage, _ world: World) {
        lines.show(MigrationPlanScreen.rows(page, world))
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

extension MigrationPlanScreen {
    typealias Row = PageRow<Target>

    fileprivate static func rows(_ page: ResidentPage, _ world: World) -> [Row] {
        missing(page) + plan(page, world) + checkIns(page, world) + checklist(page)
    }

    private static func missing(_ page: ResidentPage) -> [Row] {
        let gaps = page.gaps
        guard !gaps.isEmpty else {
            return [
                .line(
                    "ready", Phrase("Nothing is missing: she is ready to depart.", "什么都不缺：可以出发。"),
                    .good)
            ]
        }
        return [
            .heading(
                Phrase(
                    "Still missing before departure (\(gaps.count))", "出发前还缺（\(gaps.count)）"))
        ]
            + gaps.enumerated().map { index, gap in
                let target: Target =
                    switch gap.kind {
                    case .topic(let topic): .topic(topic)
                    case .refused(let item), .unasked(let item): .item(item)
                    case .plan: .plan
                    }
                return .line(
                    "gap.\(index)", gap.label, gap.text, gap.isNeeded ? .warning : .plain,
                    target: target)
            }
    }

    private static func plan(_ page: ResidentPage, _ world: World) -> [Row] {
        let heading = Row.heading(Phrase("The plan", "计划"))
        guard let plan = page.plan else {
            return [
                heading,
                .line(
                    "plan", Phrase("No plan yet: Enter makes one.", "尚无计划：按回车制定。"), .dim,
                    target: .plan),
            ]
        }
        let rows = ResidentRows(page: page, history: [], world: world).planLines(plan)
        return [heading]
            + rows.map { row in
                PageRow(
                    id: row.id, label: row.label, text: row.text, style: row.style, target: .plan,
                    isSelectable: true)
            }
    }

    private static func checkIns(_ page: ResidentPage, _ world: World) -> [Row] {
        guard page.plan != nil else { return [] }
        let calls = page.checkIns
        let heading = Row.heading(Phrase("Check-ins", "报平安"))
        guard !calls.isEmpty else {
            return [
                heading,
                .line(
                    "calls",
                    Phrase(
                        "None planned: they need a day of travel and days.", "尚未安排：需填出行日期和天数。"),
                    .dim, target: .plan),
            ]
        }
        return [heading]
            + calls.map { line in
                let followUp = line.followUp
                var text = line.state.words(followUp)
                if let reached = followUp.reached {
                    text = text + Phrase(verbatim: " · ") + reached.label
                }
                return .line(
                    followUp.id,
                    followUp.dueOn.phrase + Phrase(verbatim: "  ") + followUp.kind, text,
                    line.isAlertOpen ? .alarm : line.state.isOverdue ? .warning : .plain,
                    target: .call(followUp.id))
            }
    }

    private static func checklist(_ page: ResidentPage) -> [Row] {
        [.heading(Phrase("Checklist", "出发前清单"))]
            + ChecklistItem.allCases.map { item in
                let answer = page.checklist[item]
                return .line(
                    "check." + item.rawValue, answer?.label ?? Phrase("not asked", "未问"),
                    item.label, answer == .no ? .warning : answer == nil ? .dim : .plain,
                    target: .item(item))
            }
    }
}
