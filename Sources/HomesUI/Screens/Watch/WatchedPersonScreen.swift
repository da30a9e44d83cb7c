import HomesCore

/// Somebody watched for: what is known of him, and where he was seen.
public struct WatchedPersonScreen: Screen {
    let id: String
    var page: WatchPage?
    var lines = LinesView<String>()
    var fault: Phrase?

    /// The watched person of that id.
    public init(id: String) { self.id = id }

    public var title: Phrase {
        page.map { Phrase(verbatim: $0.person.watchCode) } ?? WatchedPerson.noun
    }
    public var hint: Phrase? { fault }

    private static let liftQuestion = "liftWatch"

    public static let bindings: [Binding<WatchedPersonScreen>] = [
        Binding(.enter, help: Phrase("open the sighting", "打开发现记录")) { screen, _ in
            guard let id = screen.lines.selected?.target else {
                return .say(
                    .plain(Phrase("Go to a line where he was seen first.", "请先选中发现记录一行。")))
            }
            return .push(SightingScreen(id: id))
        },
        Binding(
            .character("e"), help: Phrase("correct", "更正"), off: { $0.closed($1) },
            run: { screen, world in
                screen.page.map { .push(WatchForms.editing($0.person, world)) } ?? .stay
            }),
        Binding(
            .character("L"), help: Phrase("lift the watch", "解除关注"), off: { $0.closed($1) },
            run: { screen, world in
                .push(
                    PromptScreen(
                        question: liftQuestion,
                        title: Phrase("Lift the watch for ", "解除关注：") + screen.title,
                        ask: Phrase("Why", "理由"), kind: .text(limit: 120), world.language))
            }),
    ]

    /// Why nothing can be changed.
    private func closed(_ world: World) -> Phrase? {
        guard let page else { return StoreError.noSuchRecord.phrase }
        if !world.may(.writeWatched) { return Refusal.roleMayNot.label }
        return page.person.liftedOn == nil ? nil : Refusal.watchLifted.label
    }

    public mutating func refresh(_ world: World) {
        let id = id
        switch world.attempt({ () throws(StoreError) in
            try world.store.watchedPerson(id, by: world.signature)
        }) {
        case .success(let page):
            self.page = page
            fault = nil
            lines.show(Self.rows(page, world))
        case .failure(let error):
            page = nil
            lines.show([])
            fault = error.phrase
        }
    }

    private static func rows(_ page: WatchPage, _ world: World) -> [PageRow<String>] {
        let person = page.person
        var rows: [PageRow<String>] = ["kind", "name", "aliases"].compactMap {
            fact($0, person, world)
        }
        if let phones = person.phones {
            rows.append(
                .line(
                    "phones", Phrase("Phones: do NOT call", "电话：不可打电话"),
                    Phrase(verbatim: phones)))
        }
        rows += ["recognise", "watchedSince"].compactMap { fact($0, person, world) }
        rows.append(
            .line(
                "home", Phrase("Entered by", "登记之家"),
                page.homeCode.map { Phrase(verbatim: $0) } ?? Phrase("the programme", "全项目")))
        if let liftedOn = person.liftedOn {
            rows.append(
                .line(
                    "lifted", Phrase("Lifted", "已解除"),
                    Phrase(
                        verbatim: [liftedOn.iso, page.liftedBy, person.liftedReason]
                            .compactMap(\.self).joined(separator: " · ")), .dim))
        }
        rows.append(
            .heading(Phrase("Seen", "发现记录") + Phrase(verbatim: "  \(page.sightings.count)")))
        rows += page.sightings.map { $0.line(world, named: false) }
        if page.sightings.isEmpty {
            rows.append(.line("none", Phrase("Nowhere yet.", "尚未发现。"), .dim))
        }
        return rows
    }

    private static func fact(
        _ name: String, _ person: WatchedPerson, _ world: World
    ) -> PageRow<String>? {
        guard let field = WatchedPerson.field(name), field.get(person) != .null else { return nil }
        let value = field.get(person)
        return .line(
            name, field.label,
            FieldText.shown(value, field.kind))
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        guard case .text(Self.liftQuestion, let reason) = answer else { return .stay }
        let id = id
        switch world.attempt({ () throws(StoreError) in
            try world.store.liftWatched(id, reason: reason, by: world.signature)
        }) {
        case .success:
            refresh(world)
            return .say(
                .done(Phrase("The watch is lifted. F8 undoes.", "已解除关注。按 F8 撤销。")))
        case .failure(let error): return .refused(error)
        }
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        lines.take(key, world) ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        canvas.cursor = Position(row: area.row, column: area.column + 1)
        lines.draw(in: area, on: &canvas, world)
    }
}
