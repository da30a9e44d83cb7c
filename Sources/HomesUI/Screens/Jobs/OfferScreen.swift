import HomesCore

/// An offer: its law checks, and its facts behind Tab.
public struct OfferScreen: Screen {
    enum Pane: Int { case checks, facts }

    let offerId: String
    var pane = Pane.checks
    var checks = OfferChecks()
    var facts = PageView()
    var offer: JobOffer?
    var employer: Employer?
    var fault: Phrase?

    /// The offer of that id.
    public init(offerId: String) {
        self.offerId = offerId
    }

    public var title: Phrase { Phrase("Offer", "招工信息") }
    public var hint: Phrase? { fault }

    public static let bindings: [Binding<OfferScreen>] = [
        Binding(.enter, help: Phrase("rule in full", "规则全文")) { screen, _ in
            guard screen.pane == .checks, let finding = screen.checks.list.selected else {
                return .stay
            }
            return .push(OfferRuleScreen(finding))
        },
        Binding(.tab, .backTab, help: Phrase("checks or facts", "核查/内容")) { screen, _ in
            screen.pane = screen.pane == .checks ? .facts : .checks
            return .stay
        },
        Binding(
            .character("p"), help: Phrase("place a resident", "安排就业"),
            off: { _, world in
                world.session?.home == nil
                    ? Phrase("Only a home's own staff place women.", "仅妇女之家工作人员可安排就业。") : nil
            },
            run: { screen, world in screen.chooseResident(world) }),
        Binding(.character("e"), help: Phrase("correct", "更正")) { screen, world in
            guard let offer = screen.offer else { return .stay }
            return .push(OfferFormScreen(world, changing: offer))
        },
        Binding(.character("m"), help: Phrase("employer", "用人单位")) { screen, _ in
            screen.employer.map { .push(EmployerScreen(employerId: $0.id)) } ?? .stay
        },
    ]

    public mutating func refresh(_ world: World) {
        let id = offerId
        let read = world.attempt {
            () throws(StoreError) -> (JobOffer, Employer, [OfferFinding]) in
            let offer = try world.store.offer(id, by: world.signature)
            let employer = try world.store.employer(offer.employerId, by: world.signature)
            return (offer, employer, try world.store.checkOffer(id, by: world.signature))
        }
        switch read {
        case .success(let (offer, employer, findings)):
            self.offer = offer
            self.employer = employer
            checks.show(findings)
            facts.lines =
                [.fact(Phrase("Employer", "用人单位"), Phrase(verbatim: employer.org_Name))]
                + offer.pageLines(world.language)
        case .failure(let error): fault = error.phrase
        }
    }

    private func chooseResident(_ world: World) -> Step {
        guard let home = world.session?.home else { return .stay }
        switch world.attempt({ () throws(StoreError) in
            try world.store.residentList(
                homeId: home.id, filter: .here, names: world.showsNames, by: world.signature)
        }) {
        case .success(let rows):
            let choices = rows.map { row in
                Choice(
                    code: row.personId,
                    label: Phrase(
                        verbatim: row.personCode + "  " + (row.name ?? row.initials ?? "")))
            }
            return .push(
                LookupScreen(
                    question: "place", title: Phrase("Resident", "入住人员"), choices: choices))
        case .failure(let error): return .refused(error)
        }
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        guard case .chosen("place", let personId) = answer else { return .stay }
        return .push(PlacementFormScreen(world, personId: personId, offerId: offerId))
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        switch pane {
        case .checks: checks.list.take(key, world) ?? .ignored
        case .facts: facts.take(key, world, height: world.body.height - 2) ?? .ignored
        }
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        if let offer, let employer {
            canvas.write(
                world.text(offer.headline(employer.org_Name)), row: area.row,
                column: area.column + 1, style: .strong, width: area.width - 2)
        }
        let second = area.dropping(rows: 1)
        PaneTabs.draw(
            [Phrase("Checks", "核查"), Phrase("Facts", "内容")], active: pane.rawValue, in: second,
            on: &canvas, world)
        let summary = world.text(checks.summary)
        canvas.write(
            summary, row: second.row,
            column: area.column + area.width - Canvas.columns(of: summary) - 1,
            style: checks.hasFailed ? .alarm : .plain)
        switch pane {
        case .checks: checks.drawWithDetail(in: second.dropping(rows: 1), on: &canvas, world)
        case .facts: facts.draw(in: second.dropping(rows: 1), on: &canvas, world)
        }
    }
}

extension JobOffer {
    /// The work in a few words, in both languages.
    var work: Phrase {
        let kind = JobOffer.field("occupation")?.kind ?? .text(limit: 60)
        let value = StoredValue.text(occupation)
        return Phrase(
            FieldText.shown(value, kind, .english), FieldText.shown(value, kind, .chinese))
    }

    /// `850 yuan a month`; `nil` without a wage.
    var pay: Phrase? {
        guard let wageYuan else { return nil }
        guard let wageBasis else { return Phrase("\(wageYuan) yuan", "\(wageYuan)元") }
        switch wageBasis {
        case .month: return Phrase("\(wageYuan) yuan a month", "每月\(wageYuan)元")
        case .day: return Phrase("\(wageYuan) yuan a day", "每日\(wageYuan)元")
        case .hour: return Phrase("\(wageYuan) yuan an hour", "每小时\(wageYuan)元")
        case .piece: return Phrase("\(wageYuan) yuan a piece", "每件\(wageYuan)元")
        }
    }

    /// Work, employer, pay and the day of the offer.
    func headline(_ employer: String) -> Phrase {
        let parts = [
            work, Phrase(verbatim: employer), pay,
            Phrase("offered \(offeredOn.iso)", "\(offeredOn.iso)提供"),
        ]
        return Phrase.joined(parts.compactMap(\.self), separator: " · ")
    }
}
