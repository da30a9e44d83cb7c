import HomesCore

/// A resident's flags: those that are open first, then the resolved ones with how.
public struct FlagListScreen: PageScreen {
    let personId: String
    var page: ResidentPage?
    var lines = LinesView<RecordReference>()
    var fault: Phrase?

    /// The flags of a resident.
    public init(personId: String) { self.personId = personId }

    public var title: Phrase {
        Phrase("Flags ", "提醒 ") + Phrase(verbatim: page?.person.personCode ?? "")
    }
    public var hint: Phrase? { fault }

    public static let bindings: [Binding<FlagListScreen>] = [
        Binding(.enter, help: Phrase("resolve", "解除"), off: whyNot) { screen, world in
            guard let page = screen.page,
                let flag = page.flags.first(where: { $0.id == screen.lines.selected?.target?.id })
            else { return .stay }
            guard flag.isOpen else { return .refused(.refused(.flagResolved)) }
            return .push(FlagResolutionScreen(flag, page, world))
        },
        Binding(.character("n"), help: Phrase("raise a flag", "添加提醒"), off: whyNot) {
            screen, world in
            screen.page.map { .push(FlagFormScreen($0, world)) } ?? .stay
        },
    ]

    private static let whyNot: @Sendable (FlagListScreen, World) -> Phrase? = { screen, _ in
        screen.whyReadOnly
    }

    mutating func show(_ page: ResidentPage, _ world: World) {
        let rows = page.flags.map { FlagRows.row($0, page) }
        lines.show(
            rows.isEmpty
                ? [.line("nothing", Phrase("No flag yet: n raises one.", "尚无提醒：按 n 添加。"), .dim)]
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

/// The line of a flag, in its list and on the resident's page.
enum FlagRows {
    static func row(_ flag: PersonFlag, _ page: ResidentPage) -> PageRow<RecordReference> {
        func name(_ userId: String?) -> String { userId.flatMap { page.staff[$0] } ?? "" }
        var text =
            Phrase(verbatim: flag.message)
            + Phrase(" (\(name(flag.raisedBy)), ", "（\(name(flag.raisedBy))，")
            + flag.raisedOn.phrase + Phrase(")", "）")
        if let resolution = flag.resolution {
            text =
                text + Phrase(" · resolved: ", " · 已解除：") + Phrase(verbatim: resolution)
                + Phrase(" (\(name(flag.resolvedBy)), ", "（\(name(flag.resolvedBy))，")
                + Phrase(verbatim: flag.resolvedOn?.iso ?? "") + Phrase(")", "）")
        }
        return .line(
            "flag." + flag.id,
            flag.isOpen ? Phrase("! FLAG", "! 提醒") : Phrase("resolved", "已解除"), text,
            flag.isOpen ? .alarm : .dim,
            target: RecordReference(table: PersonFlag.table, id: flag.id))
    }
}

/// Raises a flag about a resident.
public struct FlagFormScreen: FormScreen {
    public var form = Form()
    private let personId: String
    private let personCode: String

    public static let formName = "flag"
    public var recordId: String { personId }
    public var draftTitle: String { personCode }
    public var title: Phrase { Phrase("Raise a flag", "添加提醒") }

    /// A new flag of the resident of a page.
    public init(_ page: ResidentPage, _ world: World) {
        personId = page.person.id
        personCode = page.person.personCode
        form.add(
            PersonFlag(), as: "flag",
            section: Phrase(
                "Stands first on her page until it is resolved",
                "解除之前一直显示在她页面的最前面"), ["message"], world.language)
    }

    public static let bindings: [Binding<FlagFormScreen>] = formBindings

    public mutating func save(_ world: World) -> Step {
        var flag = PersonFlag()
        form.fill(&flag, from: "flag")
        flag.personId = personId
        let raised = flag
        switch world.attempt({ () throws(StoreError) in
            try world.store.raiseFlag(raised, by: world.signature)
        }) {
        case .success(let saved):
            forgetDraft(world)
            return .answerSaying(
                .saved(table: PersonFlag.table, id: saved.id),
                .done(Phrase("Flag raised. F8 undoes.", "已添加提醒。按 F8 撤销。")))
        case .failure(let error): return refuse(error, world)
        }
    }
}

/// Resolves a flag, with how; what it says stands above.
public struct FlagResolutionScreen: FormScreen {
    public var form = Form()
    private let flag: PersonFlag
    private let message: PageView
    private let personCode: String

    public static let formName = "flagResolution"
    /// Whose flag, and which.
    public var recordId: String { flag.personId + "/" + flag.id }
    public var draftTitle: String { personCode }
    public var title: Phrase { Phrase("Resolve the flag", "解除提醒") }

    /// The resolution of a flag of a page.
    public init(_ flag: PersonFlag, _ page: ResidentPage, _ world: World) {
        self.flag = flag
        personCode = page.person.personCode
        let row = FlagRows.row(flag, page)
        message = PageView([.text(row.text, row.style), .blank])
        form.add(
            "flag.resolution", Phrase("How it was resolved", "解除原因"), .text(limit: 200),
            section: Phrase("Resolution", "解除"), required: true,
            help: Phrase("What was done, or why it no longer holds", "采取了什么措施，或为何不再需要"),
            world.language)
    }

    public static let bindings: [Binding<FlagResolutionScreen>] = formBindings

    public mutating func save(_ world: World) -> Step {
        let resolution = form.textValue("flag.resolution") ?? ""
        switch world.attempt({ () throws(StoreError) in
            try world.store.resolveFlag(flag.id, resolution: resolution, by: world.signature)
        }) {
        case .success(let saved):
            forgetDraft(world)
            return .answerSaying(
                .saved(table: PersonFlag.table, id: saved.id),
                .done(Phrase("Flag resolved. F8 undoes.", "提醒已解除。按 F8 撤销。")))
        case .failure(let error): return refuse(error, world)
        }
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        let rows = min(message.height(world, width: area.width), max(1, area.height - 4))
        message.draw(
            in: Area(row: area.row, column: area.column, width: area.width, height: rows),
            on: &canvas, world, focused: false)
        form.draw(in: area.dropping(rows: rows), on: &canvas, world)
    }
}
