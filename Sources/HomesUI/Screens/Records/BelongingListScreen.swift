import HomesCore

/// What a resident handed in during a stay: item by item, with its receipt, and when it was given
/// back.
public struct BelongingListScreen: PageScreen {
    let personId: String
    let stayId: String
    var page: ResidentPage?
    var list = ListView<Belonging>(id: { $0.id })
    var fault: Phrase?

    /// The list of a stay.
    public init(personId: String, stayId: String) {
        self.personId = personId
        self.stayId = stayId
    }

    public var title: Phrase { Phrase("Handed in", "寄存物品") }
    public var hint: Phrase? { fault }

    public static let bindings: [Binding<BelongingListScreen>] = [
        Binding(
            .character("n"), help: Phrase("hand in", "登记寄存"),
            off: { screen, _ in screen.page == nil ? StoreError.noSuchRecord.phrase : nil },
            run: { screen, world in
                guard let page = screen.page, let stay = screen.stay else { return .stay }
                return .push(BelongingFormScreen(stay, page, world))
            }),
        Binding(
            .character("b"), help: Phrase("give back", "归还"),
            off: { screen, _ in screen.whyNotBack },
            run: { screen, world in
                screen.giveBack(screen.list.selected.map { [$0] } ?? [], world)
            }),
        Binding(
            .character("B"), help: Phrase("give all back", "全部归还"),
            off: { screen, _ in screen.kept.isEmpty ? nothingKept : nil },
            run: { screen, world in screen.giveBack(screen.kept, world) }),
        Binding(
            .enter, help: Phrase("correct", "更正"),
            off: { screen, _ in screen.list.selected == nil ? nothingYet : nil },
            run: { screen, world in
                guard let page = screen.page, let item = screen.list.selected else {
                    return .stay
                }
                return .push(BelongingEditScreen(item, page, world))
            }),
        Binding(
            .character("p"), help: Phrase("receipt", "打印收据"),
            off: { screen, _ in screen.list.selected == nil ? nothingYet : nil },
            run: { screen, world in
                guard let item = screen.list.selected else { return .stay }
                return .push(
                    SheetScreen(
                        SheetRequest(
                            "receipt", about: screen.personId, record: item.receiptNumber,
                            in: SheetLanguage(world.language))))
            }),
    ]

    private static let nothingKept = Phrase("Everything was given back.", "均已归还。")
    private static let nothingYet = Phrase(
        "Nothing is handed in: n writes it down.", "没有寄存物品：按 n 登记。")

    private var stay: Stay? { page?.stays.first { $0.stay.id == stayId }?.stay }
    private var kept: [Belonging] { list.rows.filter(\.isKept) }

    private var whyNotBack: Phrase? {
        guard let item = list.selected else { return Self.nothingYet }
        return item.isKept ? nil : Refusal.alreadyGivenBack.label
    }

    mutating func show(_ page: ResidentPage, _ world: World) {
        list.show(page.belongings(ofStay: stayId))
    }

    mutating func showNothing() { list.show([]) }

    private mutating func giveBack(_ items: [Belonging], _ world: World) -> Step {
        switch world.attempt({ () throws(StoreError) in
            try world.store.returnBelongings(
                items.map(\.id), ofStay: stayId, on: world.today, by: world.signature)
        }) {
        case .success:
            refresh(world)
            return .say(
                .done(
                    Phrase("Given back: ", "已归还：") + Phrase.listed(items.map(\.phrase))
                        + Phrase(". F8 undoes.", "。按 F8 撤销。")))
        case .failure(let error): return .refused(error)
        }
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        if case .saved(Belonging.table, let id) = answer { list.select(id: id) }
        return .stay
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        list.take(key, world) ?? .ignored
    }

    func drawPage(in area: Area, on canvas: inout Canvas, _ world: World) {
        var columns: [ListColumn<Belonging>] = [
            ListColumn(Phrase("No.", "数量"), width: 4, right: true) { row, _ in
                String(row.count)
            },
            ListColumn(
                Phrase("What", "物品"), width: 0,
                style: { row, _ in
                    row.isKept ? row.kind == .document ? .warning : .plain : .dim
                },
                text: { row, _ in row.item }),
            ListColumn(Phrase("Kind", "类别"), width: 8) { row, world in
                world.text(row.kind.label)
            },
            ListColumn(Phrase("In", "寄存"), width: 10) { row, _ in row.handedInOn.iso },
            ListColumn(Phrase("Back", "归还"), width: 10) { row, world in
                row.givenBackOn?.iso ?? world.text(Phrase("kept", "保管中"))
            },
        ]
        if area.width >= 76 {
            columns.append(
                ListColumn(Phrase("Receipt", "收据号"), width: 14) { row, _ in row.receiptNumber })
        }
        list.draw(columns, in: area, on: &canvas, world, empty: Self.nothingYet)
    }
}
