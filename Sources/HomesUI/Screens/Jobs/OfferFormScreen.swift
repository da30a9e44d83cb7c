import HomesCore

/// A new offer or the correction of one, with its law checks beside the form where there is room
/// and behind F5 elsewhere.
public struct OfferFormScreen: FormScreen {
    /// From so many columns on the checks stand beside the form.
    static let wideFrom = 100

    public var form = Form()
    let old: JobOffer?
    var checks = OfferChecks()
    var pay: PayAnHour?
    var isNew: Bool { old == nil }

    public static let formName = "offer"
    public var recordId: String { old?.id ?? "" }
    public var draftTitle: String { "" }
    public var title: Phrase {
        isNew ? Phrase("New offer", "新招工信息") : Phrase("Correct the offer", "更正招工信息")
    }

    /// A new offer, of an employer when one is named.
    public init(_ world: World, employerId: String? = nil) {
        old = nil
        var offer = JobOffer()
        offer.offeredOn = world.today
        offer.employerId = employerId ?? ""
        fillForm(offer, world)
        if employerId != nil { form.enter(1) }
    }

    /// The correction of an offer.
    public init(_ world: World, changing offer: JobOffer) {
        old = offer
        fillForm(offer, world)
        form.enter(1)
    }

    private static let job = [
        "source", "agencyLicenceSeen", "offeredOn", "occupation", "workplaceKind", "countyCode",
        "wageZone", "openings", "minAge", "skillsNeeded", "languageNeeded",
        "closesOn", "hazards", "heavyOrHazardous", "forcedPaceOrLifting",
    ]
    private static let money = [
        "feeAskedYuan", "depositAskedYuan", "idDemanded", "wageYuan", "wageBasis",
        "probationWageYuan", "paidMonthlyInMoney", "deductionsYuan", "overtimePaid", "lodging",
        "meals", "lodgingYuan",
    ]
    private static let terms = [
        "hoursPerDay", "daysPerWeek", "overtimeHoursPerDay", "overtimeHoursPerMonth",
        "probationMonths", "contractTermMonths", "openEnded", "promisedInWriting",
        "contractItemsStated",
        "toldConditions", "mayLeaveWithNotice", "marriageTerms", "employerChecksId",
        "agencyLabour", "registeredForMinors", "hasHealthChecks", "note",
    ]

    private mutating func fillForm(_ offer: JobOffer, _ world: World) {
        let jobSection = Phrase("Job", "岗位")
        form.add(
            "offer.employerId", Phrase("Employer", "用人单位"), .choice(employers(world)),
            section: jobSection, required: true,
            help: Phrase("Some letters of the name, or F2", "输入名称中的几个字，或按 F2"),
            value: offer.employerId.isEmpty ? .null : .text(offer.employerId), world.language)
        form.add(offer, as: "offer", section: jobSection, OfferFormScreen.job, world.language)
        form.add(
            offer, as: "offer", section: Phrase("Money", "钱款"), OfferFormScreen.money,
            world.language)
        form.add(
            offer, as: "offer", section: Phrase("Terms", "条件"), OfferFormScreen.terms,
            world.language)
        if !isNew { form.skip("offer.employerId", because: nil) }
        weighLicence()
        check(world)
        form.enter(0)
    }

    private func employers(_ world: World) -> [Choice] {
        let rows = world.attempt { () throws(StoreError) in
            try world.store.employers(by: world.signature)
        }
        return ((try? rows.get()) ?? []).map { row in
            Choice(code: row.id, label: Phrase(verbatim: row.name))
        }
    }

    public static let bindings: [Binding<OfferFormScreen>] =
        formBindings + [
            Binding(.function(5), help: Phrase("law checks", "法律核查")) { screen, world in
                screen.checkFocused(world)
                return .push(OfferChecksScreen(screen.checks, pay: screen.pay))
            }
        ]

    public mutating func refresh(_ world: World) {
    }

    public mutating func fieldLeft(_ id: String, _ world: World) {
        weighLicence()
        check(world)
    }

    /// Only a licensed agency has a licence to see.
    private mutating func weighLicence() {
        let isAgency = form.textValue("offer.source") == JobSource.licensedAgency.rawValue
        form.skip(
            "offer.agencyLicenceSeen",
            because: isAgency ? nil : Phrase("no licensed agency", "不是持证中介"))
    }

    private mutating func checkFocused(_ world: World) {
        form.check(form.focus, world.fieldContext)
        check(world)
    }

    /// Judges what is typed so far.
    private mutating func check(_ world: World) {
        var offer = typed
        // Until its day is typed, an offer is judged by today's law.
        if form.value("offer.offeredOn") == .null { offer.offeredOn = world.today }
        let read = world.attempt { () throws(StoreError) in
            try world.store.draftPage(of: offer, by: world.signature)
        }
        // Nobody moves in this list, so it begins anew with what fails.
        checks = OfferChecks()
        if case .success(let page) = read {
            checks.show(page.findings)
            pay = page.pay
        } else {
            checks.show(
                OfferRules.judge(OfferFacts(offer: offer, employer: nil), on: offer.offeredOn))
            pay = PayAnHour(offer, minimum: MinimumWages.Found(), on: offer.offeredOn)
        }
    }

    /// The record as typed.
    private var typed: JobOffer {
        var offer = old ?? JobOffer()
        form.fill(&offer, from: "offer")
        return offer
    }

    public mutating func save(_ world: World) -> Step {
        let offer = typed
        let isNew = isNew
        switch world.attempt({ () throws(StoreError) in
            isNew
                ? try world.store.recordOffer(offer, by: world.signature)
                : try world.store.editOffer(offer, by: world.signature)
        }) {
        case .success(let saved):
            forgetDraft(world)
            let done = Phrase("Offer saved. ", "招工信息已保存。") + checks.summary
            return .answerSaying(
                .saved(table: JobOffer.table, id: saved.id),
                .done(done + Phrase(". F8 undoes.", "。按 F8 撤销。")))
        case .failure(let error): return refuse(error, world)
        }
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        guard area.width >= OfferFormScreen.wideFrom else {
            let rows = area.height - 2
            form.draw(
                in: Area(row: area.row, column: area.column, width: area.width, height: rows),
                on: &canvas, world)
            pay?.drawLine(row: area.row + rows, in: area, on: &canvas, world)
            let line = checks.summary + Phrase("  (F5 shows them)", "（按 F5 查看）")
            canvas.write(
                world.text(line), row: area.row + rows + 1, column: area.column + 1,
                style: checks.hasFailed ? .alarm : .dim, width: area.width - 2)
            return
        }
        let formWidth = area.width * 3 / 5
        drawBeside(in: area, formWidth, on: &canvas, world)
    }

    private func drawBeside(
        in area: Area, _ formWidth: Int, on canvas: inout Canvas, _ world: World
    ) {
        let pane = Area(
            row: area.row, column: area.column + formWidth + 1,
            width: area.width - formWidth - 1, height: area.height)
        canvas.write(
            world.text(checks.summary), row: pane.row, column: pane.column + 1,
            style: checks.hasFailed ? .alarm : .strong, width: pane.width - 1)
        let lines = PageView(pay?.lines ?? [])
        let rows = min(lines.height(world, width: pane.width), pane.height / 2)
        lines.draw(
            in: Area(row: pane.row + 1, column: pane.column, width: pane.width, height: rows),
            on: &canvas, world, focused: false)
        checks.draw(
            in: Area(
                row: pane.row + 1 + rows, column: pane.column, width: pane.width,
                height: pane.height - 2 - rows), on: &canvas, world, focused: false)
        canvas.write(
            world.text(OfferRules.disclaimer), row: pane.row + pane.height - 1,
            column: pane.column + 1, style: .dim, width: pane.width - 1)
        form.draw(
            in: Area(row: area.row, column: area.column, width: formWidth, height: area.height),
            on: &canvas, world)
    }
}

/// The law checks of what is being typed, over the form.
public struct OfferChecksScreen: Screen {
    var checks: OfferChecks
    let pay: PayAnHour?

    /// Checks as they stand, and what an hour brings where it is about an offer's own terms.
    init(_ checks: OfferChecks, pay: PayAnHour? = nil) {
        self.checks = checks
        self.pay = pay
    }

    public var title: Phrase { Phrase("Law checks", "法律核查") }

    public var isPlace: Bool { false }

    public static let bindings: [Binding<OfferChecksScreen>] = [
        Binding(.enter, help: Phrase("rule in full", "规则全文")) { screen, _ in
            screen.checks.list.selected.map { .push(OfferRuleScreen($0)) } ?? .stay
        },
        Binding(.function(5), help: Phrase("back to the form", "返回表单")) { _, _ in .pop },
    ]

    public mutating func type(_ key: Key, _ world: World) -> Step {
        checks.list.take(key, world) ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        canvas.write(
            world.text(checks.summary), row: area.row, column: area.column + 1,
            style: checks.hasFailed ? .alarm : .strong, width: area.width - 2)
        let lines = PageView(pay?.shortLines ?? [])
        let rows = area.height < 16 ? 0 : lines.height(world, width: area.width)
        lines.draw(
            in: Area(row: area.row + 1, column: area.column, width: area.width, height: rows),
            on: &canvas, world, focused: false)
        checks.drawWithDetail(in: area.dropping(rows: 1 + rows), on: &canvas, world)
    }
}
