import HomesCore

/// The women of the home who ask for work or are ready for it, and an offer: by code, with the
/// reasons for and against. Those who may be offered nothing stand there with why.
public struct CandidateListScreen: Screen {
    let offerId: String
    private var found: OfferCandidates?
    var list: ListView<OfferCandidate>
    var fault: Phrase?

    /// The women for an offer.
    public init(offerId: String) {
        self.offerId = offerId
        list = ListView(
            id: { $0.personId },
            searchKey: { SearchKey.make(names: [], codes: [$0.personCode]) })
    }

    public var title: Phrase { Phrase("Whom it may suit", "可能适合谁") }
    public var hint: Phrase? { fault }
    public var takesText: Bool { list.isFiltering }

    public static let bindings: [Binding<CandidateListScreen>] = [
        Binding(
            .enter, .character("p"), help: Phrase("place her", "安排就业"),
            off: { screen, _ in
                guard let row = screen.list.selected else {
                    return Phrase("Choose a woman first.", "请先选择一人。")
                }
                return row.whyNot
            },
            run: { screen, world in
                guard let row = screen.list.selected else { return .stay }
                return .push(
                    PlacementFormScreen(
                        world, personId: row.personId, offerId: screen.offerId))
            }),
        Binding(.character("r"), help: Phrase("her page", "个人页面")) { screen, _ in
            screen.list.selected.map { .push(ResidentScreen(personId: $0.personId)) } ?? .stay
        },
        Binding(.character("o"), help: Phrase("her other offers", "她的其他选择")) { screen, _ in
            screen.list.selected.map { .push(OfferMatchScreen(personId: $0.personId)) } ?? .stay
        },
        Binding(.function(3), .character("/"), help: Phrase("filter", "筛选")) { screen, world in
            screen.list.take(.function(3), world) ?? .stay
        },
    ]

    public mutating func refresh(_ world: World) {
        let id = offerId
        let homeId = world.session?.home?.id ?? ""
        switch world.attempt({ () throws(StoreError) in
            try world.store.candidates(offerId: id, homeId: homeId, by: world.signature)
        }) {
        case .success(let found):
            self.found = found
            fault = nil
            list.show(found.rows)
        case .failure(let error):
            found = nil
            fault = error.phrase
            list.show([])
        }
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        list.take(key, world) ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        if let found {
            canvas.write(
                world.text(found.offer.headline(found.employer.org_Name)), row: area.row,
                column: area.column + 1, style: .strong, width: area.width - 2)
        }
        MatchReasons.draw(
            list, CandidateListScreen.columns, reasons,
            empty: fault
                ?? Phrase(
                    "Nobody here asks for work or is ready to depart.", "目前没有想找工作或可以出发的人。"),
            in: area.dropping(rows: 1), on: &canvas, world)
    }

    private var reasons: [MatchReason] {
        guard let row = list.selected else { return [] }
        if let whyNot = row.whyNot { return [MatchReason(side: .against, text: whyNot)] }
        return row.reasons
    }

    private static let columns: [ListColumn<OfferCandidate>] = [
        ListColumn(Phrase("Code", "编号"), width: 10) { row, _ in row.personCode },
        ListColumn(Phrase("Because", "原因"), width: 0) { row, world in
            world.text(Phrase.listed(row.wishes.map(\.label)))
        },
        ListColumn(Phrase("Where", "距离"), width: 14) { row, world in
            row.whyNot == nil ? world.text(row.nearness.short) : ""
        },
        ListColumn(
            Phrase("First to know", "首要事项"), width: 0,
            style: { row, _ in
                row.whyNot == nil ? row.reasons.first?.side.style ?? .plain : .alarm
            }
        ) { row, world in
            (row.whyNot ?? row.reasons.first?.text).map { world.text($0) } ?? ""
        },
    ]
}
