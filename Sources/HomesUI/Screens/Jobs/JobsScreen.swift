import HomesCore

/// Employers, offers and placements, a pane each.
public struct JobsScreen: Screen {
    enum Pane: Int, CaseIterable {
        case employers, offers, placements

        var title: Phrase {
            switch self {
            case .employers: Phrase("Employers", "用人单位")
            case .offers: Phrase("Offers", "招工信息")
            case .placements: Phrase("Placements", "就业安置")
            }
        }
    }

    var pane = Pane.employers
    var employers: ListView<EmployerRow>
    var offers: ListView<OfferRow>
    var placements: ListView<PlacementRow>
    var fault: Phrase?

    /// The employers' pane.
    public init() {
        employers = ListView(
            id: { $0.id },
            searchKey: {
                SearchKey.make(
                    names: [$0.name, $0.status.label.english, $0.status.label.chinese],
                    codes: [$0.countyCode ?? ""])
            })
        offers = OfferRow.list()
        placements = ListView(id: { $0.id }, searchKey: { $0.searchKey })
    }

    public var title: Phrase { Phrase("Jobs", "就业") }
    public var hint: Phrase? { fault ?? (pane == .offers ? OfferRow.hint(offers) : nil) }
    public var takesText: Bool {
        switch pane {
        case .employers: employers.isFiltering
        case .offers: offers.isFiltering
        case .placements: placements.isFiltering
        }
    }

    public static let bindings: [Binding<JobsScreen>] = [
        Binding(.enter, help: Phrase("open", "打开")) { screen, world in screen.open(world) },
        Binding(
            .character("n"), help: Phrase("new", "新建"),
            run: { screen, world in screen.addNew(world) }),
        Binding(.tab, help: Phrase("next pane", "下一栏")) { screen, world in
            screen.turn(by: 1, world)
        },
        Binding(.backTab, help: Phrase("previous pane", "上一栏"), footer: false) { screen, world in
            screen.turn(by: -1, world)
        },
        Binding(.function(3), .character("/"), help: Phrase("filter", "筛选")) { screen, world in
            screen.type(.function(3), world)
        },
        Binding(
            .character("e"), help: Phrase("end a placement", "结束安置"),
            off: { screen, _ in screen.whyNoEnd },
            run: { screen, world in
                guard let row = screen.placements.selected else { return .stay }
                return .push(PlacementEndScreen(world, row))
            }),
    ]

    private var whyNoEnd: Phrase? {
        guard pane == .placements, let row = placements.selected else {
            return Phrase("Choose a placement first.", "请先选择一条就业安置。")
        }
        return row.endDate == nil ? nil : Refusal.placementEnded.label
    }

    private mutating func turn(by step: Int, _ world: World) -> Step {
        // In the filter, Tab goes back to the rows it left.
        if takesText { return type(.tab, world) }
        let count = Pane.allCases.count
        pane = Pane.allCases[(pane.rawValue + step + count) % count]
        refresh(world)
        return .stay
    }

    private func open(_ world: World) -> Step {
        switch pane {
        case .employers:
            employers.selected.map { .push(EmployerScreen(employerId: $0.id)) } ?? .stay
        case .offers:
            offers.selected.map { .push(OfferScreen(offerId: $0.offer.id)) } ?? .stay
        case .placements:
            placements.selected.map {
                .push(PlacementScreen(personId: $0.personId, placementId: $0.id))
            } ?? .stay
        }
    }

    private func addNew(_ world: World) -> Step {
        switch pane {
        case .employers: return .push(EmployerFormScreen(world))
        case .offers:
            guard !employers.rows.isEmpty else {
                return .say(
                    .warning(Phrase("Register the employer first.", "请先登记用人单位。")))
            }
            return .push(OfferFormScreen(world))
        case .placements:
            guard let home = world.session?.home else {
                return .say(.warning(JobsScreen.homeStaffOnly))
            }
            switch world.attempt({ () throws(StoreError) in
                try world.store.residentList(homeId: home.id, filter: .here, by: world.signature)
            }) {
            case .success(let rows):
                let choices = rows.map { row in
                    Choice(
                        code: row.personId,
                        label: Phrase(verbatim: row.personCode + "  " + (row.initials ?? "")))
                }
                return .push(
                    LookupScreen(
                        question: "place", title: Phrase("Resident", "入住人员"), choices: choices))
            case .failure(let error): return .refused(error)
            }
        }
    }

    static let homeStaffOnly = Phrase(
        "Placements are for the home's own staff.", "就业安置仅限妇女之家工作人员。")

    public mutating func refresh(_ world: World) {
        let signature = world.signature
        let store = world.store
        let result: Result<Void, StoreError>
        fault = nil
        switch pane {
        case .employers:
            result = world.attempt { () throws(StoreError) in try store.employers(by: signature) }
                .map { employers.show($0) }
        case .offers:
            let text = offers.filter
            result = world.attempt { () throws(StoreError) in
                try store.offers(matching: text, by: signature)
            }.map { offers.show($0) }
        case .placements:
            guard let home = world.session?.home else {
                placements.show([])
                return
            }
            result = world.attempt { () throws(StoreError) in
                try store.placements(homeId: home.id, by: signature)
            }.map { placements.show($0) }
        }
        if case .failure(let error) = result { fault = error.phrase }
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        switch answer {
        case .saved(Employer.table, let id): employers.select(id: id)
        case .saved(JobOffer.table, let id): offers.select(id: id)
        case .saved(Placement.table, let id): placements.select(id: id)
        case .chosen("place", let personId):
            return .push(PlacementFormScreen(world, personId: personId))
        default: break
        }
        return .stay
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        switch pane {
        case .employers: employers.take(key, world) ?? .ignored
        case .offers: typeInOffers(key, world)
        case .placements: placements.take(key, world) ?? .ignored
        }
    }

    /// A filter finds offers beyond those that the list shows.
    private mutating func typeInOffers(_ key: Key, _ world: World) -> Step {
        let before = offers.filter
        let step = offers.take(key, world)
        if offers.filter != before { refresh(world) }
        return step ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        PaneTabs.draw(
            Pane.allCases.map(\.title), active: pane.rawValue, in: area, on: &canvas, world)
        let body = area.dropping(rows: 1)
        switch pane {
        case .employers:
            employers.draw(
                EmployerRow.columns(width: area.width), in: body, on: &canvas, world,
                empty: Phrase("No employer yet: n registers one.", "尚无用人单位，按 n 登记。"))
        case .offers:
            offers.draw(
                OfferRow.columns(width: area.width), in: body, on: &canvas, world,
                empty: Phrase("No offer yet: n records one.", "尚无招工信息，按 n 登记。"))
        case .placements:
            placements.draw(
                PlacementRow.columns(width: area.width), in: body, on: &canvas, world,
                empty: world.session?.home == nil
                    ? JobsScreen.homeStaffOnly
                    : Phrase("No placement yet.", "尚无就业安置。"))
        }
    }
}

extension EmployerRow {
    /// The columns of a list of employers, as many as fit.
    static func columns(width: Int) -> [ListColumn<EmployerRow>] {
        var columns: [ListColumn<EmployerRow>] = [
            ListColumn(Phrase("Employer", "用人单位"), width: 0) { row, _ in row.name },
            ListColumn(
                Phrase("Checked", "核查状态"), width: 12, style: { row, _ in row.status.style }
            ) { row, world in world.text(row.status.label) },
            ListColumn(Phrase("Offers", "招工"), width: 6, right: true) { row, _ in
                String(row.openOffers)
            },
            ListColumn(Phrase("There", "在岗"), width: 5, right: true) { row, _ in
                String(row.placedNow)
            },
        ]
        if width >= 76 {
            columns += [
                ListColumn(
                    Phrase("Bad ends", "异常结束"), width: 8, right: true,
                    style: { row, _ in row.badEndings > 0 ? .alarm : .plain }
                ) { row, _ in String(row.badEndings) },
                ListColumn(Phrase("Last visit", "最近走访"), width: 10) { row, _ in
                    row.lastVisitOn?.iso ?? ""
                },
            ]
        }
        if width >= 110 {
            columns.append(
                ListColumn(Phrase("County", "县（区）"), width: 26) { row, world in
                    row.countyCode.flatMap { Regions.path($0) }.map { world.text($0) } ?? ""
                })
        }
        return columns
    }
}

extension PlacementRow {
    /// The columns of a list of placements, as many as fit.
    static func columns(width: Int) -> [ListColumn<PlacementRow>] {
        var columns: [ListColumn<PlacementRow>] = [
            ListColumn(Phrase("Code", "编号"), width: 10) { row, _ in row.personCode },
            ListColumn(Phrase("", ""), width: 3) { row, _ in row.initials ?? "" },
            ListColumn(Phrase("Employer", "用人单位"), width: 0) { row, _ in row.employer },
            ListColumn(Phrase("Start", "上岗"), width: 10) { row, _ in row.startDate.iso },
            ListColumn(Phrase("End", "结束"), width: 10) { row, _ in row.endDate?.iso ?? "" },
        ]
        if width >= 76 {
            columns.append(
                ListColumn(Phrase("Next call", "下次回访"), width: 10) { row, _ in
                    row.nextFollowUp?.iso ?? ""
                })
        }
        return columns
    }
}

extension ApprovedStatus {
    /// How it is shown.
    var style: Style {
        switch self {
        case .approved: .good
        case .pending: .warning
        case .suspended, .blacklisted: .alarm
        }
    }
}
