import HomesCore

/// What a closure would leave open, above a form or a page.
enum OpenWorkLines {
    static func lines(_ open: [OpenWork]) -> [PageLine] {
        if open.isEmpty { return [.text(Phrase("Nothing is open.", "没有未结事项。"), .good)] }
        return [.heading(Phrase("Still open", "仍未结"))]
            + open.map { .text(Phrase(verbatim: "- ") + $0.phrase, .warning) }
    }
}

/// Asks the manager to close a case; the manager herself closes it so. What is still open stands
/// above the questions.
public struct ClosureScreen: FormScreen {
    public var form = Form()
    private let file: Case
    private let open: PageView
    private let closesDirectly: Bool

    public static let formName = "closure"
    /// Whose case, and which.
    public var recordId: String { file.personId + "/" + file.id }
    public var draftTitle: String { file.caseCode }
    public var title: Phrase {
        closesDirectly ? Phrase("Close the case", "结案") : Phrase("Ask to close", "申请结案")
    }

    /// The closure of a case of a page.
    public init(_ file: Case, _ page: ResidentPage, _ world: World) {
        self.file = file
        open = PageView(OpenWorkLines.lines(page.sharing.open))
        closesDirectly = world.may(.closeCase)
        var request = ClosureRequest()
        request.closeOn = world.today
        form.add(
            request, as: "closure",
            section: Phrase("Case ", "个案 ") + Phrase(verbatim: file.caseCode),
            ["reason", "closeOn", "note"], world.language)
    }

    public static let bindings: [Binding<ClosureScreen>] = formBindings

    public mutating func save(_ world: World) -> Step {
        var request = ClosureRequest()
        form.fill(&request, from: "closure")
        request.caseId = file.id
        let record = request
        switch world.attempt({ () throws(StoreError) in
            if closesDirectly {
                try world.store.closeCase(record, by: world.signature)
            } else {
                try world.store.askClosure(record, by: world.signature)
            }
        }) {
        case .success:
            forgetDraft(world)
            return .answerSaying(
                .saved(table: Case.table, id: file.id),
                .done(
                    closesDirectly
                        ? Phrase("The case is closed. F8 undoes.", "已结案。按 F8 撤销。")
                        : Phrase(
                            "The manager is asked; the case stays open until she answers. F8 undoes.",
                            "已提交负责人；答复前个案不变。按 F8 撤销。")))
        case .failure(let error): return refuse(error, world)
        }
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        let rows = min(open.height(world, width: area.width), max(0, area.height - 8))
        open.draw(
            in: Area(row: area.row, column: area.column, width: area.width, height: rows),
            on: &canvas, world, focused: false)
        form.draw(in: area.dropping(rows: rows + 1), on: &canvas, world)
    }
}

/// A request to close a case, before the manager: why, and what would stay open.
public struct ClosureAnswerScreen: PageScreen {
    let personId: String
    let requestId: String
    var page: ResidentPage?
    var text = PageView()
    var fault: Phrase?

    private static let refusalQuestion = "closureRefusal"
    private static let approvalQuestion = "closureApproval"

    /// A request of a resident.
    public init(personId: String, requestId: String) {
        self.personId = personId
        self.requestId = requestId
    }

    private var request: ClosureRequest? {
        page?.sharing.closures.first { $0.id == requestId }
    }
    private var code: String { page?.person.personCode ?? "" }

    public var title: Phrase { Phrase("Asked to close", "结案审批") }
    public var hint: Phrase? { fault }

    public static let bindings: [Binding<ClosureAnswerScreen>] = [
        Binding(.character("a"), help: Phrase("approve", "批准"), off: { $0.whyNot($1) }) {
            screen, world in screen.approve(world)
        },
        Binding(
            .character("x"), help: Phrase("refuse with a reason", "说明理由不批准"),
            off: { $0.whyNot($1) }
        ) { _, world in
            .push(
                PromptScreen(
                    question: refusalQuestion, title: Phrase("Refuse", "不批准"),
                    ask: Phrase("Why the case stays open", "为何不结案"), kind: .text(limit: 120),
                    world.language))
        },
        Binding(.enter, .character("r"), help: Phrase("her page", "个人页面")) { screen, _ in
            .push(ResidentScreen(personId: screen.personId))
        },
    ]

    private func whyNot(_ world: World) -> Phrase? {
        guard let request else { return StoreError.noSuchRecord.phrase }
        if request.status != .asked { return Refusal.closureAnswered.label }
        return world.may(.closeCase) ? nil : Refusal.roleMayNot.label
    }

    mutating func show(_ page: ResidentPage, _ world: World) {
        text.lines = request.map { lines($0, page, world) } ?? []
    }

    mutating func showNothing() { text.lines = [] }

    private func lines(
        _ request: ClosureRequest, _ resident: ResidentPage, _ world: World
    ) -> [PageLine] {
        let who = resident.staff[request.stamp.createdBy] ?? "?"
        var lines: [PageLine] = [
            .text(
                Phrase(verbatim: code + " · ") + request.status.label, .strong),
            .fact(
                Phrase("Asked by", "申请人"),
                Phrase(verbatim: who + ", ") + request.askedOn.phrase),
        ]
        lines += request.pageLines(world.language, ["reason", "closeOn", "note", "answerReason"])
        return lines + [.blank] + OpenWorkLines.lines(resident.sharing.open)
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        switch answer {
        case .text(Self.refusalQuestion, let reason): return self.answer(reason, world)
        case .confirmed(Self.approvalQuestion): return self.answer(nil, world)
        default: return .stay
        }
    }

    /// Approves; while she is still here, or something waits, only after her code was typed.
    private func approve(_ world: World) -> Step {
        guard let open = page?.sharing.open, !open.isEmpty else { return answer(nil, world) }
        return .push(
            ConfirmScreen(
                question: Self.approvalQuestion,
                title: Phrase("Close it with this still open", "尚有未了事项，仍要结案"),
                lines: OpenWorkLines.lines(open).map(\.text), word: Phrase(verbatim: code)))
    }

    private func answer(_ refusal: String?, _ world: World) -> Step {
        let id = requestId
        switch world.attempt({ () throws(StoreError) in
            try world.store.answerClosure(id, refusal: refusal, by: world.signature)
        }) {
        case .success:
            return .popSaying(
                .done(
                    refusal == nil
                        ? Phrase("\(code): the case is closed. F8 undoes.", "\(code)已结案。按 F8 撤销。")
                        : Phrase(
                            "\(code): the case stays open, with your reason. F8 undoes.",
                            "\(code)未批准结案，理由已记录。按 F8 撤销。")))
        case .failure(let error): return .refused(error)
        }
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        text.take(key, world) ?? .ignored
    }

    func drawPage(in area: Area, on canvas: inout Canvas, _ world: World) {
        canvas.cursor = Position(row: area.row, column: area.column + 1)
        text.draw(in: area, on: &canvas, world)
    }
}
