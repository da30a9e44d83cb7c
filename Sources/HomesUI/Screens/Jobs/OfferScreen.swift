import HomesCore

/// An offer: its law checks, and behind Tab its facts, and its pay with what is still to be asked.
public struct OfferScreen: Screen {
    enum Pane: Int, CaseIterable { case checks, facts, pay }

    let offerId: String
    var pane = Pane.checks
    var checks = OfferChecks()
    var facts = PageView()
    var payLines = PageView()
    var page: OfferPage?
    var fault: Phrase?

    /// The offer of that id.
    public init(offerId: String) {
        self.offerId = offerId
    }

    public var title: Phrase { Phrase("Offer", "招工信息") }
    private static let second = "secondOffer"
    public var hint: Phrase? { fault }

    public static let bindings: [Binding<OfferScreen>] = [
        Binding(.enter, help: Phrase("rule in full", "规则全文")) { screen, _ in
            guard screen.pane == .checks, let finding = screen.checks.list.selected else {
                return .stay
            }
            return .push(OfferRuleScreen(finding))
        },
        Binding(.tab, help: Phrase("checks, facts, pay", "核查/内容/工资")) { screen, _ in
            screen.turn(by: 1)
        },
        Binding(.backTab, help: Phrase("pane before", "上一栏"), footer: false) { screen, _ in
            screen.turn(by: -1)
        },
        Binding(
            .character("p"), help: Phrase("place a resident", "安排就业"), off: whyNoHome,
            run: { screen, world in screen.chooseResident(world) }),
        Binding(
            .character("w"), help: Phrase("whom it may suit", "可能适合谁"), off: whyNoHome,
            run: { screen, _ in .push(CandidateListScreen(offerId: screen.offerId)) }),
        Binding(.character("c"), help: Phrase("compare", "对比")) { _, _ in
            .push(OfferChoiceScreen(question: second))
        },
        Binding(.character("P"), help: Phrase("print questions", "打印待问事项"), footer: false) {
            screen, world in
            .push(
                SheetScreen(
                    SheetRequest(
                        "offer-questions", record: screen.offerId,
                        in: SheetLanguage(world.language))))
        },
        Binding(.character("e"), help: Phrase("correct", "更正")) { screen, world in
            guard let page = screen.page else { return .stay }
            return .push(OfferFormScreen(world, changing: page.offer))
        },
        Binding(.character("m"), help: Phrase("employer", "用人单位")) { screen, _ in
            screen.page.map { .push(EmployerScreen(employerId: $0.employer.id)) } ?? .stay
        },
    ]

    private static let whyNoHome: @Sendable (OfferScreen, World) -> Phrase? = { _, world in
        world.session?.home == nil
            ? Phrase("Only a home's own staff place women.", "仅妇女之家工作人员可安排就业。") : nil
    }

    private mutating func turn(by step: Int) -> Step {
        let count = Pane.allCases.count
        pane = Pane.allCases[(pane.rawValue + step + count) % count]
        return .stay
    }

    public mutating func refresh(_ world: World) {
        let id = offerId
        switch world.attempt({ () throws(StoreError) in
            try world.store.offerPage(id, by: world.signature)
        }) {
        case .success(let page):
            self.page = page
            checks.show(page.findings)
            facts.lines =
                [.fact(Phrase("Employer", "用人单位"), Phrase(verbatim: page.employer.org_Name))]
                + page.offer.pageLines(world.language)
            payLines.lines = page.pay.lines + [.blank] + page.questionLines
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
        switch answer {
        case .chosen("place", let personId):
            return .push(PlacementFormScreen(world, personId: personId, offerId: offerId))
        case .chosen(OfferScreen.second, let other):
            guard other != offerId else { return .say(.warning(OfferCompareScreen.sameOffer)) }
            return .push(OfferCompareScreen(first: offerId, second: other))
        default: return .stay
        }
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        switch pane {
        case .checks: checks.list.take(key, world) ?? .ignored
        case .facts: facts.take(key, world, height: world.body.height - 3) ?? .ignored
        case .pay: payLines.take(key, world, height: world.body.height - 3) ?? .ignored
        }
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        if let page {
            canvas.write(
                world.text(page.offer.headline(page.employer.org_Name)), row: area.row,
                column: area.column + 1, style: .strong, width: area.width - 2)
            page.pay.drawLine(row: area.row + 1, in: area, on: &canvas, world)
        }
        let tabs = area.dropping(rows: 2)
        PaneTabs.draw(
            [Phrase("Checks", "核查"), Phrase("Facts", "内容"), Phrase("Pay", "工资")],
            active: pane.rawValue, in: tabs, on: &canvas, world)
        let summary = world.text(checks.summary)
        canvas.write(
            summary, row: tabs.row,
            column: area.column + area.width - Canvas.columns(of: summary) - 1,
            style: checks.hasFailed ? .alarm : .plain)
        let body = tabs.dropping(rows: 1)
        switch pane {
        case .checks: checks.drawWithDetail(in: body, on: &canvas, world)
        case .facts: facts.draw(in: body, on: &canvas, world)
        case .pay: payLines.draw(in: body, on: &canvas, world)
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
