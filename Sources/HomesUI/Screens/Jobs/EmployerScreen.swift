import HomesCore

/// An employer: who it is and what checking it came to; behind Tab its offers, the visits to it, the
/// women placed there, and entries that may be the same firm.
public struct EmployerScreen: Screen {
    enum Pane: Int, CaseIterable {
        case facts, offers, visits, women, alike

        /// The pane after or before this one.
        func moved(by step: Int) -> Pane {
            let count = Pane.allCases.count
            return Pane(rawValue: (rawValue + step + count) % count) ?? .facts
        }
    }

    let employerId: String
    var pane = Pane.facts
    var record: EmployerPage?
    var page = PageView()
    var offers = OfferRow.list()
    var visits = ListView<EmployerVisitLine>(id: { $0.visit.id })
    var women = ListView<EmployedRow>(id: { $0.placementId })
    var alike = ListView<AlikeEmployer>(id: { $0.id })
    var fault: Phrase?

    var employer: Employer? { record?.employer }

    /// The employer of that id.
    public init(employerId: String) {
        self.employerId = employerId
    }

    public var title: Phrase {
        employer.map { Phrase(verbatim: $0.org_Name) } ?? Phrase("Employer", "用人单位")
    }
    public var hint: Phrase? { fault }
    public var takesText: Bool { pane == .offers && offers.isFiltering }

    public static let bindings: [Binding<EmployerScreen>] = [
        Binding(.enter, help: Phrase("open", "打开")) { screen, world in screen.open(world) },
        Binding(.tab, help: Phrase("next pane", "下一栏")) { screen, _ in
            screen.pane = screen.pane.moved(by: 1)
            return .stay
        },
        Binding(.backTab, help: Phrase("previous pane", "上一栏"), footer: false) { screen, _ in
            screen.pane = screen.pane.moved(by: -1)
            return .stay
        },
        Binding(.character("a"), help: Phrase("check", "核查")) {
            screen, world in
            screen.employer.map { .push(EmployerApprovalScreen(world, $0)) } ?? .stay
        },
        Binding(.character("n"), help: Phrase("new offer", "新招工信息")) { screen, world in
            .push(OfferFormScreen(world, employerId: screen.employerId))
        },
        Binding(.character("v"), help: Phrase("visit", "走访")) { screen, world in
            screen.employer.map { .push(EmployerForms.visit(to: $0, world)) } ?? .stay
        },
        Binding(.character("e"), help: Phrase("correct", "更正")) { screen, world in
            screen.employer.map { .push(EmployerFormScreen(world, changing: $0)) } ?? .stay
        },
        Binding(.character("N"), help: Phrase("other name", "其他名称"), footer: false) {
            screen, world in
            screen.employer.map { .push(EmployerForms.name(of: $0, world)) } ?? .stay
        },
        Binding(.character("o"), help: Phrase("contact", "联系人"), footer: false) { screen, world in
            screen.employer.map { .push(EmployerForms.contact(at: $0, world)) } ?? .stay
        },
        Binding(.function(3), .character("/"), help: Phrase("filter", "筛选"), footer: false) {
            screen, world in
            screen.pane = .offers
            return screen.offers.take(.function(3), world) ?? .stay
        },
    ]

    private mutating func open(_ world: World) -> Step {
        switch pane {
        case .facts:
            pane = .offers
            return .stay
        case .offers:
            return offers.selected.map { .push(OfferScreen(offerId: $0.offer.id)) } ?? .stay
        case .visits:
            return visits.selected.map { .push(EmployerVisitScreen($0)) } ?? .stay
        case .women:
            guard world.session?.home != nil else { return .refused(.refused(.roleMayNot)) }
            return women.selected.map {
                .push(PlacementScreen(personId: $0.personId, placementId: $0.placementId))
            } ?? .stay
        case .alike:
            return alike.selected.map { .push(EmployerScreen(employerId: $0.id)) } ?? .stay
        }
    }

    public mutating func refresh(_ world: World) {
        let id = employerId
        let read = world.attempt {
            () throws(StoreError) -> (EmployerPage, [OfferRow], [UserSummary], EmployerIncidents) in
            (
                try world.store.employerPage(id, by: world.signature),
                try world.store.offers(employerId: id, by: world.signature),
                try world.store.users(),
                try world.store.incidents(ofEmployer: id, by: world.signature)
            )
        }
        switch read {
        case .success(let (record, rows, users, incidents)):
            self.record = record
            fault = nil
            offers.show(rows)
            visits.show(record.visits)
            women.show(record.placed)
            alike.show(record.alike)
            page.lines = EmployerScreen.lines(record, users, incidents, world)
        case .failure(let error): fault = error.phrase
        }
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        switch answer {
        case .saved(JobOffer.table, let id):
            pane = .offers
            offers.select(id: id)
        case .saved(EmployerVisit.table, let id):
            pane = .visits
            visits.select(id: id)
        case .saved(EmployerName.table, _), .saved(EmployerContact.table, _): pane = .facts
        default: break
        }
        return .stay
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        let step =
            switch pane {
            case .facts: page.take(key, world, height: world.body.height - 1)
            case .offers: offers.take(key, world)
            case .visits: visits.take(key, world)
            case .women: women.take(key, world)
            case .alike: alike.take(key, world)
            }
        return step ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        PaneTabs.draw(
            [
                Phrase("Facts", "资料"),
                Phrase("Offers (\(offers.rows.count))", "招工信息（\(offers.rows.count)）"),
                Phrase("Visits (\(visits.rows.count))", "走访（\(visits.rows.count)）"),
                Phrase("Women (\(women.rows.count))", "安置（\(women.rows.count)）"),
                Phrase("Alike (\(alike.rows.count))", "相似（\(alike.rows.count)）"),
            ], active: pane.rawValue, in: area, on: &canvas, world)
        let body = area.dropping(rows: 1)
        switch pane {
        case .facts: page.draw(in: body, on: &canvas, world)
        case .offers:
            offers.draw(
                OfferRow.columns(width: area.width), in: body, on: &canvas, world,
                empty: Phrase("No offer yet: n records one.", "尚无招工信息，按 n 登记。"))
        case .visits:
            visits.draw(
                EmployerColumns.visits, in: body, on: &canvas, world,
                empty: Phrase("Nobody has been there yet: v records a visit.", "尚未走访，按 v 登记。"))
        case .women: drawWomen(in: body, on: &canvas, world)
        case .alike:
            alike.draw(
                EmployerColumns.alike, in: body, on: &canvas, world,
                empty: Phrase(
                    "No other entry has its names, numbers or address.", "没有名称、号码或地址相同的其他单位。"))
        }
    }

    private func drawWomen(in area: Area, on canvas: inout Canvas, _ world: World) {
        women.draw(
            EmployerColumns.women, in: area, on: &canvas, world,
            empty: Phrase("Nobody from here was placed there.", "本家未安置任何人到此。"))
        guard let others = record?.placedElsewhere, others > 0 else { return }
        let row = area.row + min(women.rows.count + 2, area.height - 1)
        canvas.write(
            world.text(Phrase("\(others) more by other homes", "其他之家另安置\(others)人")), row: row,
            column: area.column + 1, style: .dim, width: area.width - 2)
    }
}
