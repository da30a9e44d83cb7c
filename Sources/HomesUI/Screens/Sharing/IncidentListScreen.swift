import HomesCore

/// The incidents of the home, those not closed first: by codes, without a word of what happened.
public struct IncidentListScreen: Screen {
    var list: ListView<IncidentRow>
    var fault: Phrase?

    /// The home's incidents.
    public init() {
        list = ListView(
            id: { $0.id },
            searchKey: { row in
                SearchKey.make(
                    names: [
                        row.`class`.label.english, row.`class`.label.chinese, row.employer ?? "",
                    ],
                    codes: [row.date.iso] + row.codes)
            })
    }

    public var title: Phrase { Phrase("Incidents", "事件") }
    public var takesText: Bool { list.isFiltering }
    public var hint: Phrase? { fault }

    public static let bindings: [Binding<IncidentListScreen>] = [
        Binding(.enter, help: Phrase("open", "打开")) { screen, _ in
            screen.list.selected.map { .push(IncidentScreen(incidentId: $0.id)) } ?? .stay
        },
        Binding(.character("n"), help: Phrase("new incident", "新事件")) { _, world in
            .push(IncidentFormScreen(world))
        },
        Binding(.function(3), .character("/"), help: Phrase("filter", "筛选")) { screen, world in
            screen.list.take(.function(3), world) ?? .stay
        },
    ]

    public mutating func refresh(_ world: World) {
        fault = nil
        guard let home = world.session?.home else {
            fault = Phrase("Only the home's own staff see its incidents.", "仅本家工作人员可查看。")
            return
        }
        switch world.attempt({ () throws(StoreError) in
            try world.store.incidents(homeId: home.id, by: world.signature)
        }) {
        case .success(let rows): list.show(rows)
        case .failure(let error):
            list.show([])
            fault = error.phrase
        }
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        if case .saved(Incident.table, let id) = answer { list.select(id: id) }
        return .stay
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        list.take(key, world) ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        var columns: [ListColumn<IncidentRow>] = [
            ListColumn(Phrase("Date", "日期"), width: 10) { row, _ in row.date.iso },
            ListColumn(
                Phrase("Status", "状态"), width: 18,
                style: { row, _ in row.status == .open ? .warning : .plain }
            ) { row, world in world.text(row.status.label) },
            ListColumn(Phrase("Kind", "类别"), width: 0) { row, world in
                world.text(row.`class`.label)
            },
        ]
        if area.width >= 76 {
            columns.append(
                ListColumn(Phrase("Residents", "入住人员"), width: 22) { row, _ in
                    row.codes.joined(separator: " ")
                })
        }
        list.draw(
            columns, in: area, on: &canvas, world,
            empty: Phrase("No incident is recorded: n records one.", "没有事件记录：按 n 登记。"))
    }
}

/// An incident: what happened, who was in it, what was done.
public struct IncidentScreen: Screen {
    let incidentId: String
    var page: IncidentPage?
    var lines = LinesView<String>()
    var fault: Phrase?

    /// The incident of that id.
    public init(incidentId: String) { self.incidentId = incidentId }

    public var title: Phrase {
        page.map { $0.incident.`class`.label } ?? Phrase("Incident", "事件")
    }
    public var hint: Phrase? { fault }

    public static let bindings: [Binding<IncidentScreen>] = [
        Binding(.enter, help: Phrase("her page", "个人页面")) { screen, _ in
            guard let id = screen.lines.selected?.target else {
                return .say(
                    .plain(Phrase("Go to a resident's line first.", "请先选中入住人员一行。")))
            }
            return .push(ResidentScreen(personId: id))
        },
        Binding(
            .character("e"), help: Phrase("go on with it", "跟进"),
            off: { screen, _ in screen.page == nil ? StoreError.noSuchRecord.phrase : nil },
            run: { screen, world in
                screen.page.map { .push(IncidentEditScreen($0, world)) } ?? .stay
            }),
        Binding(
            .character("V"), help: Phrase("void", "作废"), footer: false,
            off: { screen, _ in screen.page == nil ? StoreError.noSuchRecord.phrase : nil },
            run: { _, world in
                .push(
                    PromptScreen(
                        question: "voidIncident", title: Phrase("Void", "作废"),
                        ask: Phrase("Why is it void", "作废原因"), kind: .text(limit: 120),
                        world.language))
            }),
    ]

    public mutating func refresh(_ world: World) {
        let id = incidentId
        switch world.attempt({ () throws(StoreError) in
            try world.store.incident(id, by: world.signature)
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

    private static func rows(_ page: IncidentPage, _ world: World) -> [PageRow<String>] {
        let incident = page.incident
        let names = [
            "status", "date", "reportedOn", "class", "gbvType", "whatHappened", "action",
            "reportedTo", "closedReason",
        ]
        var rows = names.compactMap { name -> PageRow<String>? in
            guard let field = Incident.field(name), field.get(incident) != .null else {
                return nil
            }
            let value = field.get(incident)
            return .line(
                name, field.label,
                FieldText.shown(value, field.kind),
                name == "status" && incident.status == .open ? .warning : .plain)
        }
        if let employer = page.employer {
            rows.append(
                .line("employer", Phrase("Employer", "用人单位"), Phrase(verbatim: employer)))
        }
        rows.append(
            .line("by", Phrase("Written down by", "登记人"), Phrase(verbatim: page.writtenBy)))
        rows.append(.heading(Phrase("Who was in it", "相关人")))
        if page.people.isEmpty {
            rows.append(.line("nobody", Phrase("Nobody is named.", "未填写相关人。"), .dim))
        }
        rows += page.people.map { somebody in
            .line(
                somebody.person.id, somebody.person.part.label,
                Phrase(verbatim: somebody.personCode ?? somebody.person.description ?? ""),
                target: somebody.person.personId)
        }
        return rows
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        guard case .text("voidIncident", let reason) = answer else { return .stay }
        let id = incidentId
        switch world.attempt({ () throws(StoreError) in
            try world.store.void(
                table: Incident.table, id: id, reason: reason, by: world.signature)
        }) {
        case .success: return .popSaying(.done(Phrase("Void. F8 undoes.", "已作废。按 F8 撤销。")))
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
