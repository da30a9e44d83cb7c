import HomesCore

/// Open offers to choose one of, with how many checks fail.
public struct OfferChoiceScreen: Screen {
    let question: String
    var list: ListView<OfferRow>
    var fault: Phrase?

    /// A choice for a field.
    public init(question: String) {
        self.question = question
        list = OfferRow.list()
    }

    public var title: Phrase { Phrase("Choose an offer", "选择招工信息") }
    public var takesText: Bool { list.isFiltering }
    public var hint: Phrase? { fault ?? OfferRow.hint(list) }

    public var isPlace: Bool { false }

    public static let bindings: [Binding<OfferChoiceScreen>] = [
        Binding(.enter, help: Phrase("choose", "选择")) { screen, _ in
            guard let row = screen.list.selected else { return .stay }
            return .answer(.chosen(question: screen.question, code: row.offer.id))
        },
        Binding(.character("o"), help: Phrase("look at it", "查看")) { screen, _ in
            screen.list.selected.map { .push(OfferScreen(offerId: $0.offer.id)) } ?? .stay
        },
        Binding(.function(3), .character("/"), help: Phrase("filter", "筛选")) { screen, world in
            screen.list.take(.function(3), world) ?? .stay
        },
    ]

    public mutating func refresh(_ world: World) {
        let text = list.filter
        switch world.attempt({ () throws(StoreError) in
            try world.store.offers(openOnly: true, matching: text, by: world.signature)
        }) {
        case .success(let rows): list.show(rows)
        case .failure(let error): fault = error.phrase
        }
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        let before = list.filter
        let step = list.take(key, world)
        if list.filter != before { refresh(world) }
        return step ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        list.draw(
            OfferRow.columns(width: area.width), in: area, on: &canvas, world,
            empty: Phrase("No open offer. Record one under Jobs first.", "没有有效的招工信息，请先在“就业”中登记。")
        )
    }
}

extension OfferRow {
    /// A list of offers.
    static func list() -> ListView<OfferRow> {
        ListView(
            id: { $0.offer.id },
            searchKey: {
                SearchKey.make(
                    names: [$0.employer, $0.offer.work.chinese, $0.offer.work.english],
                    codes: [$0.offer.offeredOn.iso])
            })
    }

    /// That there may be more than a list shows.
    static func hint(_ list: ListView<OfferRow>) -> Phrase? {
        let count = HomesStore.offersListed
        guard list.rows.count >= count else { return nil }
        return Phrase("The latest \(count). / finds the others.", "最近\(count)项。按 / 可查找其他。")
    }

    /// Its columns, as many as fit.
    static func columns(width: Int) -> [ListColumn<OfferRow>] {
        var columns: [ListColumn<OfferRow>] = [
            ListColumn(Phrase("Offered", "提供日期"), width: 10) { row, _ in
                row.offer.offeredOn.iso
            },
            ListColumn(Phrase("Work", "工种"), width: 0) { row, world in
                world.text(row.offer.work)
            },
            ListColumn(Phrase("Employer", "用人单位"), width: 0) { row, _ in row.employer },
        ]
        if width >= 76 {
            columns.append(
                ListColumn(Phrase("Yuan", "工资"), width: 6, right: true) { row, _ in
                    row.offer.wageYuan.map(String.init) ?? ""
                })
        }
        columns += [
            ListColumn(
                Phrase("FAIL", "不通过"), width: 6, right: true,
                style: { row, _ in row.failed > 0 ? .alarm : .plain }
            ) { row, _ in row.isBlocked ? "\(row.failed) !" : String(row.failed) },
            ListColumn(Phrase("ASK", "待问"), width: 4, right: true) { row, _ in
                String(row.questions)
            },
        ]
        return columns
    }
}
