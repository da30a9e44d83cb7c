import HomesCore

/// What was opened under broken glass in the home and waits for its manager.
public struct GlassListScreen: Screen {
    var list = ListView<GlassLine>(id: { $0.id })
    var fault: Phrase?

    /// The home's, the oldest first.
    public init() {}

    public var title: Phrase { Phrase("Broken glass", "紧急查阅") }
    public var hint: Phrase? { fault }

    public static let bindings: [Binding<GlassListScreen>] = [
        Binding(.enter, .character("r"), help: Phrase("review", "复核")) { screen, world in
            screen.list.selected.map { .push(GlassReviewScreen($0, world)) } ?? .stay
        }
    ]

    public mutating func refresh(_ world: World) {
        let homeId = world.session?.home?.id ?? ""
        switch world.attempt({ () throws(StoreError) in
            try world.store.glassToReview(homeId: homeId, by: world.signature)
        }) {
        case .success(let rows): list.show(rows)
        case .failure(let error): fault = error.phrase
        }
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        list.take(key, world) ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        list.draw(
            [
                ListColumn(Phrase("Opened", "查阅时间"), width: 16) { row, world in
                    world.moment(row.at)
                },
                ListColumn(Phrase("Code", "编号"), width: 11) { row, _ in row.personCode ?? "" },
                ListColumn(Phrase("By", "查阅人"), width: 14) { row, _ in row.who },
                ListColumn(Phrase("Reason", "理由"), width: 0, style: { _, _ in .alarm }) {
                    row, _ in row.reason
                },
            ], in: area, on: &canvas, world,
            empty: Phrase("Nothing waits for review.", "没有待复核的查阅。"))
    }
}

/// What the manager finds.
public struct GlassReviewScreen: FormScreen {
    public static let formName = "glassReview"
    let line: GlassLine
    public var form = Form()
    public var title: Phrase { Phrase("Review", "复核") }
    public var recordId: String { line.id }
    public var draftTitle: String { "" }
    public var draftKey: DraftKey? { nil }

    /// The review of one.
    public init(_ line: GlassLine, _ world: World) {
        self.line = line
        let section = Phrase(
            "\(line.who) opened \(line.personCode ?? "-") on \(world.moment(line.at)): ",
            "\(line.who)于\(world.moment(line.at))查阅\(line.personCode ?? "-")：")
        form.add(
            "finding", Phrase("Finding", "复核结论"), .choice(GlassFinding.choices),
            section: section + Phrase(verbatim: line.reason), required: true, world.language)
        form.add(
            "note", Phrase("Note", "备注"), .text(limit: 200),
            section: section + Phrase(verbatim: line.reason),
            help: Phrase("What is done about it, where there was no reason", "理由不足时，写明如何处理"),
            world.language)
    }

    public static let bindings: [Binding<GlassReviewScreen>] = formBindings

    public func unsaved(_ world: World) -> Draft? { nil }

    public mutating func save(_ world: World) -> Step {
        guard let finding = form.textValue("finding").flatMap({ GlassFinding(rawValue: $0) })
        else { return .stay }
        let (id, note) = (line.id, form.textValue("note"))
        switch world.attempt({ () throws(StoreError) in
            try world.store.reviewBreakGlass(id, finding: finding, note: note, by: world.signature)
        }) {
        case .success: return .popSaying(.done(Phrase("Reviewed.", "已复核。")))
        case .failure(let error): return .refused(error)
        }
    }
}
