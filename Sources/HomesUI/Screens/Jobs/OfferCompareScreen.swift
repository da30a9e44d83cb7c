import HomesCore

/// Two offers side by side: the facts that differ, or all of them, and every law check. `+` marks
/// what is better in that one fact; nothing is added up.
public struct OfferCompareScreen: Screen {
    private(set) var firstId: String
    private(set) var secondId: String
    private var showsAll = false
    private var first: OfferPage?
    private var second: OfferPage?
    var list = ListView<OfferComparison.Row>(id: { $0.id })
    var fault: Phrase?

    /// Two offers, the first at the left.
    public init(first: String, second: String) {
        firstId = first
        secondId = second
    }

    public var title: Phrase { Phrase("Two offers", "两项招工对比") }
    public var hint: Phrase? { fault }
    private static let question = "otherOffer"
    static let sameOffer = Phrase("Choose another offer than this one.", "请另选一项招工信息。")

    public static let bindings: [Binding<OfferCompareScreen>] = [
        Binding(.enter, .character("c"), help: Phrase("another second offer", "换第二项")) { _, _ in
            .push(OfferChoiceScreen(question: question))
        },
        Binding(.character("x"), help: Phrase("swap sides", "左右互换")) { screen, world in
            (screen.firstId, screen.secondId) = (screen.secondId, screen.firstId)
            (screen.first, screen.second) = (screen.second, screen.first)
            screen.showRows(world)
            return .stay
        },
        Binding(.character("a"), help: Phrase("all facts or differences", "全部/仅不同")) {
            screen, world in
            screen.showsAll.toggle()
            screen.showRows(world)
            return .stay
        },
        Binding(.character("1"), help: Phrase("open A", "打开甲")) { screen, _ in
            .push(OfferScreen(offerId: screen.firstId))
        },
        Binding(.character("2"), help: Phrase("open B", "打开乙")) { screen, _ in
            .push(OfferScreen(offerId: screen.secondId))
        },
    ]

    public mutating func refresh(_ world: World) {
        let ids = (firstId, secondId)
        switch world.attempt({ () throws(StoreError) in
            (
                try world.store.offerPage(ids.0, by: world.signature),
                try world.store.offerPage(ids.1, by: world.signature)
            )
        }) {
        case .success(let (first, second)):
            (self.first, self.second) = (first, second)
            fault = nil
            showRows(world)
        case .failure(let error): fault = error.phrase
        }
    }

    private mutating func showRows(_ world: World) {
        guard let first, let second else { return }
        let all = OfferComparison(first.compared, second.compared)
        list.show((showsAll ? all : all.differing).facts + all.rules)
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        guard case .chosen(OfferCompareScreen.question, let id) = answer else { return .stay }
        guard id != firstId else { return .say(.warning(OfferCompareScreen.sameOffer)) }
        secondId = id
        refresh(world)
        return .stay
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        list.take(key, world) ?? .ignored
    }

    // MARK: Drawing

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        for (line, side) in [("A", first), ("B", second)].enumerated() {
            guard let page = side.1 else { continue }
            let letter = world.text(Phrase(side.0 + ": ", side.0 == "A" ? "甲：" : "乙："))
            canvas.write(
                letter + world.text(page.offer.headline(page.employer.org_Name)),
                row: area.row + line, column: area.column + 1, style: .strong,
                width: area.width - 2)
        }
        let detail = self.detail
        list.draw(
            OfferCompareScreen.columns, over: detail, least: 4,
            in: area.dropping(rows: 2).withoutLastRow, on: &canvas, world,
            empty: fault ?? Phrase("Nothing to compare.", "没有可对比的内容。"))
        canvas.write(
            world.text(
                Phrase(
                    "+ better in this fact; nothing is added up. ", "+ 表示该项较好；不作总分。")
                    + OfferRules.disclaimer), row: area.row + area.height - 1,
            column: area.column + 1, style: .dim, width: area.width - 2)
    }

    private static let columns: [ListColumn<OfferComparison.Row>] = [
        ListColumn(Phrase("What", "项目"), width: 0) { row, world in world.text(row.label) },
        column(Phrase("A", "甲"), .first, \.first), column(Phrase("B", "乙"), .second, \.second),
    ]

    private static func column(
        _ title: Phrase, _ side: OfferComparison.Side,
        _ value: KeyPath<OfferComparison.Row, Phrase> & Sendable
    ) -> ListColumn<OfferComparison.Row> {
        ListColumn(
            title, width: 0, style: { row, _ in row.better == side ? .good : .plain }
        ) { row, world in
            (row.better == side ? "+ " : "  ") + world.text(row[keyPath: value])
        }
    }

    /// The selected line in full.
    private var detail: PageView {
        guard let row = list.selected else { return PageView() }
        func marked(_ side: OfferComparison.Side, _ text: Phrase) -> Phrase {
            Phrase(verbatim: row.better == side ? "+ " : "") + text
        }
        return PageView([
            .text(row.label, .strong), .fact(Phrase("A", "甲"), marked(.first, row.first)),
            .fact(Phrase("B", "乙"), marked(.second, row.second)),
        ])
    }
}

extension OfferPage {
    /// The offer as it is compared.
    var compared: OfferComparison.Offer {
        OfferComparison.Offer(offer: offer, employer: employer, findings: findings, pay: pay)
    }
}
