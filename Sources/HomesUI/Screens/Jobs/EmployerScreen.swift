import HomesCore

/// An employer: who it is, what checking it came to and by whom, and its offers behind Tab.
public struct EmployerScreen: Screen {
    enum Pane: Int { case facts, offers }

    let employerId: String
    var pane = Pane.facts
    var employer: Employer?
    var page = PageView()
    var offers = OfferRow.list()
    var fault: Phrase?

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
        Binding(.enter, help: Phrase("open", "打开")) { screen, _ in
            if screen.pane == .facts {
                screen.pane = .offers
                return .stay
            }
            return screen.offers.selected.map { .push(OfferScreen(offerId: $0.offer.id)) } ?? .stay
        },
        Binding(.tab, .backTab, help: Phrase("facts or offers", "资料/招工")) { screen, _ in
            screen.pane = screen.pane == .facts ? .offers : .facts
            return .stay
        },
        Binding(.character("a"), help: Phrase("check", "核查")) {
            screen, world in
            screen.employer.map { .push(EmployerApprovalScreen(world, $0)) } ?? .stay
        },
        Binding(.character("n"), help: Phrase("new offer", "新招工信息")) { screen, world in
            .push(OfferFormScreen(world, employerId: screen.employerId))
        },
        Binding(.character("e"), help: Phrase("correct", "更正")) { screen, world in
            screen.employer.map { .push(EmployerFormScreen(world, changing: $0)) } ?? .stay
        },
        Binding(.function(3), .character("/"), help: Phrase("filter", "筛选"), footer: false) {
            screen, world in
            screen.pane = .offers
            return screen.offers.take(.function(3), world) ?? .stay
        },
    ]

    public mutating func refresh(_ world: World) {
        let id = employerId
        let read = world.attempt {
            () throws(StoreError) -> (Employer, [OfferRow], [UserSummary], EmployerIncidents) in
            (
                try world.store.employer(id, by: world.signature),
                try world.store.offers(employerId: id, by: world.signature),
                try world.store.users(),
                try world.store.incidents(ofEmployer: id, by: world.signature)
            )
        }
        switch read {
        case .success(let (employer, rows, users, incidents)):
            self.employer = employer
            offers.show(rows)
            page.lines = EmployerScreen.lines(employer, users, incidents, world)
        case .failure(let error): fault = error.phrase
        }
    }

    private static let factNames = [
        "org_Name", "licenceNumber", "licenceSeenOn", "legalRepresentative", "address",
        "countyCode", "phone", "industry", "size", "dormitory", "lastVisitOn",
    ]

    private static func lines(
        _ employer: Employer, _ users: [UserSummary], _ incidents: EmployerIncidents,
        _ world: World
    ) -> [PageLine] {
        func name(_ id: String) -> String { users.first { $0.id == id }?.displayName ?? "?" }
        let state = employer.approvedStatus
        var lines: [PageLine] = [
            .fact(Phrase("Checked", "核查状态"), state.label, state.style)
        ]
        if let reason = employer.approvedReason {
            lines.append(.fact(Phrase("Why", "理由"), Phrase(verbatim: reason)))
        }
        let names = [employer.approvedBy, employer.approvedSecondBy].compactMap(\.self).map(name)
        if !names.isEmpty {
            lines.append(
                .fact(
                    Phrase("By", "核查人"),
                    Phrase(names.joined(separator: " and "), names.joined(separator: "、"))))
        }
        if let on = employer.approvedOn {
            lines.append(.fact(Phrase("On", "核查日期"), Phrase(verbatim: on.iso)))
        }
        if names.isEmpty {
            lines.append(
                .fact(
                    Phrase("By", "核查人"), Phrase("nobody yet: a checks it", "尚未核查，按 a 办理"),
                    .warning))
        }
        if let last = incidents.last {
            lines.append(
                .fact(
                    Phrase("Incidents", "事件"),
                    Phrase(
                        "\(incidents.count), open \(incidents.open), last \(last.iso)",
                        "\(incidents.count)起，未结\(incidents.open)起，最近\(last.iso)"), .warning))
        }
        return lines + [.blank] + employer.pageLines(world.language, factNames)
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        if case .saved(JobOffer.table, let id) = answer {
            pane = .offers
            offers.select(id: id)
        }
        return .stay
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        switch pane {
        case .facts: page.take(key, world, height: world.body.height - 1) ?? .ignored
        case .offers: offers.take(key, world) ?? .ignored
        }
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        PaneTabs.draw(
            [
                Phrase("Facts", "资料"),
                Phrase("Offers (\(offers.rows.count))", "招工信息（\(offers.rows.count)）"),
            ], active: pane.rawValue, in: area, on: &canvas, world)
        let body = area.dropping(rows: 1)
        switch pane {
        case .facts: page.draw(in: body, on: &canvas, world)
        case .offers:
            offers.draw(
                OfferRow.columns(width: area.width), in: body, on: &canvas, world,
                empty: Phrase("No offer yet: n records one.", "尚无招工信息，按 n 登记。"))
        }
    }
}
