import HomesCore

/// Where somebody watched for was seen: what the manager has not closed first.
public struct SightingListScreen: Screen {
    var list = ListView<SightingRow>(
        id: { $0.sighting.id },
        searchKey: { row in
            SearchKey.make(
                names: [row.kind.label.english, row.kind.label.chinese],
                codes: [row.watchCode, row.seenHomeCode ?? "", row.sighting.seenOn.iso])
        })
    var fault: Phrase?

    /// Those sent to where the user works.
    public init() {}

    public var title: Phrase { Phrase("Where seen", "发现记录") }
    public var takesText: Bool { list.isFiltering }
    public var hint: Phrase? { fault }

    public static let bindings: [Binding<SightingListScreen>] = [
        Binding(.enter, help: Phrase("open", "打开")) { screen, _ in
            screen.list.selected.map { .push(SightingScreen(id: $0.sighting.id)) } ?? .stay
        },
        Binding(.function(3), .character("/"), help: Phrase("filter", "筛选")) { screen, world in
            screen.list.take(.function(3), world) ?? .stay
        },
    ]

    public mutating func refresh(_ world: World) {
        switch world.attempt({ () throws(StoreError) in
            try world.store.sightings(by: world.signature)
        }) {
        case .success(let rows):
            list.show(rows)
            fault = nil
        case .failure(let error):
            list.show([])
            fault = error.phrase
        }
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        list.take(key, world) ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        var columns: [ListColumn<SightingRow>] = [
            ListColumn(Phrase("Seen", "发现"), width: 16) { row, world in
                row.sighting.moment(world)
            },
            ListColumn(
                Phrase("State", "状态"), width: 7,
                style: { row, _ in row.sighting.closedOn == nil ? .alarm : .dim }
            ) { row, world in world.text(row.state) },
            ListColumn(Phrase("Who", "人员"), width: 6) { row, _ in row.watchCode },
            ListColumn(Phrase("Where", "何处"), width: 0) { row, world in
                world.text(row.whereSeen)
            },
        ]
        if area.width >= 76 {
            columns.insert(
                ListColumn(Phrase("Kind", "类别"), width: 19) { row, world in
                    world.text(row.kind.label)
                }, at: 3)
        }
        list.draw(
            columns, in: area, on: &canvas, world,
            empty: Phrase("Nobody watched for was seen.", "尚无发现记录。"))
    }
}

extension Sighting {
    /// The day and the time.
    fileprivate func moment(_ world: World) -> String {
        seenOn.iso + " " + stamp.createdAt.localTime(offsetMinutes: world.offsetMinutes)
    }
}

extension SightingRow {
    /// Whether somebody has closed it.
    fileprivate var state: Phrase {
        sighting.closedOn == nil ? Phrase("open", "待处理") : Phrase("closed", "已处理")
    }

    /// At what, and in which home.
    var whereSeen: Phrase {
        sighting.place.label + Phrase(verbatim: " · ")
            + (seenHomeCode.map { Phrase(verbatim: $0) } ?? Phrase("the programme", "项目工作人员"))
    }

    /// A line on a page; with who it was where the page does not say so.
    func line<Target>(
        _ world: World, named: Bool, target: (String) -> Target
    ) -> PageRow<Target> {
        let what = named ? kind.label + Phrase(verbatim: " · ") + whereSeen : whereSeen
        return .line(
            "sighting." + sighting.id,
            Phrase(verbatim: named ? watchCode : sighting.moment(world)),
            (named ? Phrase(verbatim: sighting.moment(world) + " · ") : Phrase(verbatim: ""))
                + what + (named ? Phrase(verbatim: "") : Phrase(verbatim: " · ") + state),
            sighting.closedOn == nil ? .alarm : .dim, target: target(sighting.id))
    }

    /// The same where the sighting's id is the target.
    func line(_ world: World, named: Bool) -> PageRow<String> {
        line(world, named: named) { $0 }
    }
}

/// One sighting: what was like whom, what is known of him, and what was done. Only a person closes
/// it, with what was done.
public struct SightingScreen: Screen {
    let id: String
    var page: SightingPage?
    var lines = LinesView<String>()
    var fault: Phrase?

    /// The sighting of that id.
    public init(id: String) { self.id = id }

    public var title: Phrase { Sighting.noun }
    public var hint: Phrase? { fault }

    private static let closeQuestion = "closeSighting"

    public static let bindings: [Binding<SightingScreen>] = [
        Binding(
            .character("c"), help: Phrase("close: what was done", "处理完毕"),
            off: { $0.closed($1) },
            run: { screen, world in
                .push(
                    PromptScreen(
                        question: closeQuestion, title: Phrase("Close the sighting", "处理发现记录"),
                        ask: Phrase("What was done", "采取措施"), kind: .text(limit: 200),
                        world.language))
            }),
        Binding(.enter, .character("q"), help: Phrase("back", "返回")) { _, _ in .pop },
    ]

    /// Why it cannot be closed.
    private func closed(_ world: World) -> Phrase? {
        guard let sighting = page?.row.sighting else { return StoreError.noSuchRecord.phrase }
        if sighting.closedOn != nil { return Refusal.sightingStays.label }
        guard let homeId = sighting.homeId else {
            return world.session?.home == nil ? nil : Refusal.roleMayNot.label
        }
        return world.may(.closeSighting, at: homeId)
            ? nil
            : Phrase(
                "The manager of the home to which it was sent closes it.", "由被告知之家的负责人处理。")
    }

    public mutating func refresh(_ world: World) {
        let id = id
        switch world.attempt({ () throws(StoreError) in
            try world.store.sighting(id, by: world.signature)
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

    private static func rows(_ page: SightingPage, _ world: World) -> [PageRow<String>] {
        let sighting = page.row.sighting
        func fact(_ id: String, _ label: Phrase, _ text: String?) -> PageRow<String>? {
            text.map { .line(id, label, Phrase(verbatim: $0)) }
        }
        var rows: [PageRow<String>] = [
            .heading(Phrase("What was seen", "发现情况")),
            .line("when", Phrase("When", "时间"), Phrase(verbatim: sighting.moment(world))),
            .line("where", Phrase("Where", "何处"), page.row.whereSeen),
            .line("like", Phrase("What was like him", "相符之处"), sighting.likeness.label),
        ]
        rows += [fact("worker", Phrase("Written down by", "登记人"), page.worker)]
            .compactMap(\.self)
        rows += [
            .heading(Phrase("Of whom it makes one think", "可能是谁")),
            .line(
                "who", Phrase("Who", "人员"),
                Phrase(verbatim: page.row.watchCode + " · ") + page.row.kind.label),
        ]
        rows += [
            fact("names", Phrase("Names", "姓名"), listed(page.names)),
            fact("phones", Phrase("Phones: do NOT call", "电话：不可打电话"), listed(page.phones)),
            fact("recognise", Phrase("How to recognise, what to do", "特征及应对"), page.recognise),
        ].compactMap(\.self)
        rows.append(.heading(Phrase("What was done", "处理情况")))
        rows += [
            fact("there", Phrase("Where he was seen", "发现之家"), page.doneWhereSeen),
            fact(
                "done", Phrase("Closed", "已处理"),
                sighting.closedOn.map { day in
                    [day.iso, page.closedBy, sighting.whatWasDone].compactMap(\.self)
                        .joined(separator: " · ")
                }),
        ].compactMap(\.self)
        if sighting.closedOn == nil {
            rows.append(
                .line(
                    "open",
                    Phrase(
                        "Open. Ask who it was, tell whoever is at risk, then c.",
                        "待处理。请核实是谁、提醒可能有危险的人，再按 c。"), .alarm))
        }
        return rows
    }

    private static func listed(_ texts: [String]) -> String? {
        texts.isEmpty ? nil : texts.joined(separator: "; ")
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        guard case .text(Self.closeQuestion, let text) = answer else { return .stay }
        let id = id
        switch world.attempt({ () throws(StoreError) in
            try world.store.closeSighting(id, whatWasDone: text, by: world.signature)
        }) {
        case .success: return .popSaying(.done(Phrase("Closed, with what was done.", "已处理并记录。")))
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
