import HomesCore

/// The pre-departure checklist of a resident: one key an item, saved at once.
public struct CounsellingChecklistScreen: PageScreen {
    /// An item with its answer so far.
    struct Line: Sendable {
        let number: Int
        let item: ChecklistItem
        let answer: YesNoNA?
    }

    let personId: String
    var list = ListView<Line>(id: { $0.item.rawValue })
    var page: ResidentPage?
    var fault: Phrase?

    /// The checklist of a resident.
    public init(personId: String) {
        self.personId = personId
    }

    public var title: Phrase {
        Phrase("Checklist ", "出发前清单 ") + Phrase(verbatim: page?.person.personCode ?? "")
    }
    public var hint: Phrase? {
        fault ?? Phrase("1 yes · 2 or 0 no · 3 does not apply", "1是 · 2或0否 · 3不适用")
    }

    public static let bindings: [Binding<CounsellingChecklistScreen>] = [
        Binding(.character("1"), .character("y"), help: YesNoNA.yes.label) { screen, world in
            screen.answer(.yes, world)
        },
        Binding(.character("2"), .character("0"), .character("n"), help: YesNoNA.no.label) {
            screen, world in
            screen.answer(.no, world)
        },
        Binding(.character("3"), .character("x"), help: YesNoNA.notApplicable.label) {
            screen, world in
            screen.answer(.notApplicable, world)
        },
    ]

    private mutating func answer(_ answer: YesNoNA, _ world: World) -> Step {
        guard let line = list.selected else { return .stay }
        guard let caseId = page?.cases.first?.id else {
            return .say(
                .warning(Phrase("She has no open case.", "她没有在办个案。")))
        }
        switch world.attempt({ () throws(StoreError) in
            try world.store.answerChecklist(
                caseId: caseId, answers: [line.item: answer], by: world.signature)
        }) {
        case .success:
            refresh(world)
            _ = list.take(.down, world)
            return .say(
                .done(
                    Phrase("Saved: \(line.number) ", "已保存：第\(line.number)项 ") + answer.label
                        + Phrase(". F8 undoes.", "。按 F8 撤销。")))
        case .failure(let error): return .refused(error)
        }
    }

    mutating func show(_ page: ResidentPage, _ world: World) {
        list.show(
            ChecklistItem.allCases.enumerated().map { index, item in
                Line(number: index + 1, item: item, answer: page.checklist[item])
            })
    }

    mutating func showNothing() { list.show([]) }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        list.take(key, world) ?? .ignored
    }

    func drawPage(in area: Area, on canvas: inout Canvas, _ world: World) {
        let advice = PageView(
            (page?.readiness).map { [.text($0.advice, $0.isReady ? .good : .plain)] } ?? [])
        let rows = min(2, advice.height(world, width: area.width))
        list.draw(
            [
                ListColumn(Phrase("No.", "序号"), width: 4, right: true) { line, _ in
                    String(line.number)
                },
                ListColumn(
                    Phrase("Answer", "回答"), width: 14,
                    style: { line, _ in
                        line.answer == .no ? .alarm : line.answer == nil ? .warning : .plain
                    }
                ) { line, world in
                    world.text(line.answer?.label ?? Phrase("not asked", "未问"))
                },
                ListColumn(Phrase("Item", "项目"), width: 0) { line, world in
                    world.text(line.item.label)
                },
            ],
            in: Area(
                row: area.row, column: area.column, width: area.width, height: area.height - rows),
            on: &canvas, world, empty: Phrase("Nothing to answer.", "没有项目。"))
        advice.draw(
            in: Area(
                row: area.row + area.height - rows, column: area.column, width: area.width,
                height: rows), on: &canvas, world, focused: false)
    }
}
