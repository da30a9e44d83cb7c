import HomesCore

/// Open offers for a woman, the nearest to her home county first, with the reasons for and against
/// in words. Nothing is scored and nothing is chosen: `p` goes on to the placement form, where the
/// law checks are made anew for the day on which she starts.
public struct OfferMatchScreen: Screen {
    let personId: String
    private var limit = HomesStore.offersAtOnce
    private var found: WomansOffers?
    var list: ListView<WomansOffer>
    var fault: Phrase?

    /// The offers for a woman.
    public init(personId: String) {
        self.personId = personId
        list = ListView(
            id: { $0.matched.offer.id },
            searchKey: { row in
                let work = row.matched.offer.work
                return SearchKey.make(
                    names: [row.matched.employer.org_Name, work.chinese, work.english],
                    codes: [row.matched.offer.countyCode ?? ""])
            })
    }

    public var title: Phrase {
        Phrase("Work for ", "适合的工作：") + Phrase(verbatim: found?.personCode ?? "")
    }
    public var hint: Phrase? { fault }
    public var takesText: Bool { list.isFiltering }

    public static let bindings: [Binding<OfferMatchScreen>] = [
        Binding(.enter, help: Phrase("offer", "招工信息")) { screen, _ in
            screen.list.selected.map { .push(OfferScreen(offerId: $0.matched.offer.id)) } ?? .stay
        },
        Binding(
            .character("p"), help: Phrase("place her on it", "安排就业"),
            off: { screen, _ in
                screen.found?.whyNot
                    ?? (screen.list.selected == nil
                        ? Phrase("Choose an offer first.", "请先选择一项招工信息。") : nil)
            },
            run: { screen, world in
                guard let row = screen.list.selected else { return .stay }
                return .push(
                    PlacementFormScreen(
                        world, personId: screen.personId, offerId: row.matched.offer.id))
            }),
        Binding(
            .character("m"), help: Phrase("more offers", "更多"),
            off: { screen, _ in
                screen.found.map { $0.more > 0 } == true
                    ? nil : Phrase("These are all that are open.", "有效的招工信息已全部列出。")
            },
            run: { screen, world in
                screen.limit += HomesStore.offersAtOnce
                screen.refresh(world)
                return .stay
            }),
        Binding(.character("r"), help: Phrase("her page", "个人页面")) { screen, _ in
            .push(ResidentScreen(personId: screen.personId))
        },
        Binding(.function(3), .character("/"), help: Phrase("filter", "筛选"), footer: false) {
            screen, world in
            screen.list.take(.function(3), world) ?? .stay
        },
    ]

    public mutating func refresh(_ world: World) {
        let (id, limit) = (personId, limit)
        switch world.attempt({ () throws(StoreError) in
            try world.store.offersFor(personId: id, limit: limit, by: world.signature)
        }) {
        case .success(let found):
            self.found = found
            fault = nil
            list.show(found.offers)
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
        if let whyNot = found?.whyNot ?? fault {
            PageView([.text(whyNot, .alarm)]).draw(in: area, on: &canvas, world)
            return
        }
        let more = found?.more ?? 0
        let order = Phrase("Nearest to her county first, then the latest", "先近后远，再按日期由新到旧")
        let rest = more > 0 ? Phrase("; \(more) more: m", "；另有\(more)项，按 m") : Phrase("", "")
        canvas.write(
            world.text(order + rest), row: area.row, column: area.column + 1, style: .dim,
            width: area.width - 2)
        MatchReasons.draw(
            list, OfferMatchScreen.columns(width: area.width), list.selected?.reasons ?? [],
            empty: Phrase("No open offer. Record one under Jobs first.", "没有有效的招工信息，请先在“就业”中登记。"),
            in: area.dropping(rows: 1), on: &canvas, world)
    }

    private static func columns(width: Int) -> [ListColumn<WomansOffer>] {
        [
            ListColumn(Phrase("Where", "距离"), width: 14) { row, world in
                world.text(row.nearness.short)
            },
            ListColumn(Phrase("Work", "工种"), width: 0) { row, world in
                world.text(row.matched.offer.work)
            },
            ListColumn(Phrase("Employer", "用人单位"), width: 0) { row, _ in
                row.matched.employer.org_Name
            },
            ListColumn(
                Phrase("First to know", "首要事项"), width: 0,
                style: { row, _ in row.reasons.first?.side.style ?? .plain }
            ) { row, world in row.reasons.first.map { world.text($0.text) } ?? "" },
        ]
    }
}

extension Nearness {
    /// In a word or two, for a list.
    var short: Phrase {
        switch self {
        case .sameCounty: Phrase("own county", "本县")
        case .samePrefecture: Phrase("own prefecture", "本市")
        case .sameProvince: Phrase("own province", "本省")
        case .otherProvince: Phrase("other province", "外省")
        case .unknown: Phrase("not known", "不清楚")
        }
    }
}

extension MatchReason.Side {
    /// How it is shown.
    var style: Style {
        switch self {
        case .against: .alarm
        case .ask: .warning
        case .inFavour: .good
        }
    }
}

/// A list over the reasons of its selected row.
enum MatchReasons {
    /// The list above, the reasons below it, as far as there is room, and a word about the law.
    static func draw<Row>(
        _ list: ListView<Row>, _ columns: [ListColumn<Row>], _ reasons: [MatchReason],
        empty: Phrase, in area: Area, on canvas: inout Canvas, _ world: World
    ) {
        let detail = PageView(
            reasons.map { .fact($0.side.label, $0.text, $0.side.style) })
        let least = min(area.height - 2, list.visible.count + 1, max(4, area.height / 2))
        list.draw(
            columns, over: detail, least: max(3, least), in: area.withoutLastRow, on: &canvas,
            world, empty: empty)
        canvas.write(
            world.text(
                Phrase("You decide, with her. ", "由您和她本人一起决定。") + OfferRules.disclaimer),
            row: area.row + area.height - 1, column: area.column + 1, style: .dim,
            width: area.width - 2)
    }
}
