import HomesCore

/// The start of a woman in a job. The law checks for her, on the day she starts, are shown before
/// anything is saved.
public struct PlacementFormScreen: FormScreen {
    public var form = Form()
    let personId: String
    var personCode = ""
    var checks = OfferChecks()
    var offers: [OfferRow] = []
    private var second: PasswordProof?
    private static let secondQuestion = "second"

    public static let formName = "placement"
    public var recordId: String { personId }
    public var draftTitle: String { personCode }
    public var title: Phrase { Phrase("Place ", "安排就业：") + Phrase(verbatim: personCode) }

    private static let job = Phrase("Job", "岗位")
    private static let override = Phrase("Setting failed checks aside", "放行未通过项")
    private static let notNeeded = Phrase("no check has to be set aside", "没有需要放行的项目")

    /// A start in a job, on an offer when one is named.
    public init(_ world: World, personId: String, offerId: String? = nil) {
        self.personId = personId
        let read = world.attempt { () throws(StoreError) -> (String, [OfferRow]) in
            (
                try world.store.residentPage(personId, by: world.signature).person.personCode,
                try world.store.offers(
                    openOnly: true, including: offerId, by: world.signature)
            )
        }
        if case .success(let (code, rows)) = read {
            personCode = code
            offers = rows
        }
        fillForm(offerId, world)
        if offerId != nil {
            takeOverTerms(world)
            judge(world)
            form.enter(1)
        } else {
            form.enter(0)
        }
    }

    private mutating func fillForm(_ offerId: String?, _ world: World) {
        let section = PlacementFormScreen.job
        form.add(
            "placement.offerId", Phrase("Offer", "招工信息"),
            .choice(choices), section: section, required: true,
            help: Phrase("F2 lists the offers with their checks", "按 F2 列出招工信息及核查结果"),
            value: offerId.map { .text($0) } ?? .null, world.language)
        var placement = Placement()
        placement.startDate = world.today
        form.add(
            placement, as: "placement", section: section,
            [
                "startDate", "wageYuanAtStart", "hoursPerDayAtStart", "contractSignedOn",
                "contractCopyHeld", "employmentType", "ledgerComplete",
            ], world.language)
        form.add(
            "override.reason", Phrase("Reason", "理由"), .text(limit: 200),
            section: PlacementFormScreen.override,
            help: Phrase(
                "Why she is placed all the same: at least 20 characters", "为何仍作安排：至少20个字符"),
            world.language)
        weighOverride()
    }

    private var choices: [Choice] {
        offers.map { row in
            Choice(
                code: row.offer.id,
                label: row.offer.work + Phrase(verbatim: " · " + row.employer))
        }
    }

    /// Takes an offer among the choices that is not one of the latest.
    private mutating func include(_ offerId: String, _ world: World) {
        guard !offers.contains(where: { $0.offer.id == offerId }) else { return }
        if case .success(let rows) = world.attempt({ () throws(StoreError) in
            try world.store.offers(openOnly: true, including: offerId, by: world.signature)
        }) {
            offers = rows
            guard let row = form.rows.firstIndex(where: { $0.id == "placement.offerId" })
            else { return }
            form.rows[row].kind = .choice(choices)
        }
    }

    public static let bindings: [Binding<PlacementFormScreen>] =
        formBindings.filter { !$0.keys.contains(.function(2)) } + [
            Binding(.function(2), help: Phrase("list", "列表")) { screen, world in
                guard screen.form.focused?.id == "placement.offerId" else {
                    return screen.openLookup(world)
                }
                return .push(OfferChoiceScreen(question: "placement.offerId"))
            },
            Binding(.function(5), help: Phrase("checks for her", "对她的核查")) { screen, world in
                screen.form.check(screen.form.focus, world.fieldContext)
                screen.judge(world)
                return .push(OfferChecksScreen(screen.checks))
            },
        ]

    public mutating func refresh(_ world: World) {
    }

    public mutating func fieldLeft(_ id: String, _ world: World) {
        switch id {
        case "placement.offerId":
            takeOverTerms(world)
            judge(world)
        case "placement.startDate", "placement.contractSignedOn", "placement.ledgerComplete":
            judge(world)
        default: break
        }
    }

    /// Wage and hours begin as the offer says.
    private mutating func takeOverTerms(_ world: World) {
        guard let id = form.textValue("placement.offerId"),
            let offer = offers.first(where: { $0.offer.id == id })?.offer
        else { return }
        if let wage = offer.wageYuan {
            form.suggest("placement.wageYuanAtStart", .integer(wage), world.language)
        }
        if let hours = offer.hoursPerDay {
            form.suggest("placement.hoursPerDayAtStart", .integer(hours), world.language)
        }
    }

    /// Checks the chosen offer for her on the day she starts.
    private mutating func judge(_ world: World) {
        guard let offerId = form.textValue("placement.offerId") else {
            checks = OfferChecks()
            return
        }
        let person = personId
        let start = form.dateValue("placement.startDate")
        let signed = form.dateValue("placement.contractSignedOn")
        var typed = Placement()
        form.fill(&typed, from: "placement")
        let ledger = typed.ledgerComplete
        if case .success(let findings) = world.attempt({ () throws(StoreError) in
            try world.store.checkOffer(
                offerId, personId: person, startDate: start, contractSignedOn: signed,
                ledgerComplete: ledger, by: world.signature)
        }) {
            checks = OfferChecks()
            checks.show(findings)
        }
        weighOverride()
    }

    /// What checking the chosen offer's employer came to.
    private var employerStatus: ApprovedStatus? {
        let id = form.textValue("placement.offerId")
        return offers.first { $0.offer.id == id }?.employerStatus
    }

    /// Whether the employer was never approved, or barred: two persons may set that aside.
    private var isNotApproved: Bool { employerStatus?.needsOverride == true }

    private mutating func weighOverride() {
        let needed = !OfferRules.needsOverride(checks.findings).isEmpty || isNotApproved
        form.skip("override.reason", because: needed ? nil : PlacementFormScreen.notNeeded)
    }

    public mutating func save(_ world: World) -> Step {
        judge(world)
        let blocking = OfferRules.blocksPlacement(checks.findings)
        if !blocking.isEmpty {
            return .push(OfferRefusalScreen(blocking, personCode: personCode))
        }
        var placement = Placement()
        placement.personId = personId
        placement.homeId = world.session?.home?.id ?? ""
        form.fill(&placement, from: "placement")
        if let fault = overrideFault() { return .say(.warning(fault)) }
        var override: PlacementOverride?
        if form["override.reason"]?.skipped == nil, let reason = form.textValue("override.reason") {
            override = PlacementOverride(reason: reason, second: second)
        }
        let record = placement
        let aside = override
        switch world.attempt({ () throws(StoreError) in
            try world.store.startPlacement(record, override: aside, by: world.signature)
        }) {
        case .success(let saved):
            forgetDraft(world)
            return .answerSaying(
                .saved(table: Placement.table, id: saved.id),
                .done(PlacementFormScreen.done(saved.startDate)))
        case .failure(.refused(.needsTwoPersons)) where second == nil:
            return .push(
                PasswordScreen.second(
                    PlacementFormScreen.secondQuestion,
                    Phrase(
                        "Two persons set a failed check aside. A supervisor types her own user "
                            + "name and password here.",
                        "放行未通过项须两人确认。请督导亲自输入用户名和密码。"), world))
        case .failure(let error):
            second = nil
            return refuse(error, world)
        }
    }

    /// What is missing to set the failed checks aside; goes there.
    private mutating func overrideFault() -> Phrase? {
        let failed = OfferRules.needsOverride(checks.findings)
        guard !failed.isEmpty || isNotApproved else { return nil }
        let codes = failed.map(\.code.rawValue).joined(separator: " ")
        guard
            (form.textValue("override.reason") ?? "").count < PlacementOverride.leastReason
        else { return nil }
        form.focus(on: "override.reason")
        if failed.isEmpty {
            return Phrase(
                "The employer is not approved: write why she goes there, at least 20 characters.",
                "用人单位未获批准：请写明为何仍安排她去，至少20个字符。")
        }
        return Phrase(
            "\(codes) fail: write why, at least 20 characters.", "\(codes)未通过：请写明理由，至少20个字符。")
    }

    /// "Placed. Follow-ups: 2007-06-18, 06-22, 07-15, 09-13, 12-12. F8 undoes."
    private static func done(_ start: CivilDate) -> Phrase {
        var year = 0
        let days = FollowUpSchedule.due(afterPlacementStart: start).map { due -> String in
            let isNewYear = due.dueOn.components.year != year
            year = due.dueOn.components.year
            return isNewYear ? due.dueOn.iso : String(due.dueOn.iso.dropFirst(5))
        }
        return Phrase(
            "Placed. Follow-ups: " + days.joined(separator: ", ") + ". F8 undoes.",
            "已安排就业。回访日期：" + days.joined(separator: "、") + "。按 F8 撤销。")
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        switch answer {
        case .proved(PlacementFormScreen.secondQuestion, let proof):
            second = proof
            return save(world)
        case .chosen("placement.offerId", let id):
            include(id, world)
            return receiveInForm(answer, world)
        default: return receiveInForm(answer, world)
        }
    }

    /// Side by side from 100 columns on, else the checks under the form.
    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        let isWide = area.width >= OfferFormScreen.wideFrom
        let formWidth = isWide ? area.width / 2 : area.width
        let formRows = isWide ? area.height : min(11, area.height - 4)
        let pane = Area(
            row: isWide ? area.row : area.row + formRows,
            column: isWide ? area.column + formWidth + 1 : area.column,
            width: isWide ? area.width - formWidth - 1 : area.width,
            height: isWide ? area.height : area.height - formRows)
        let heading =
            Phrase("Checks for her: ", "对她的核查：")
            + (checks.findings.isEmpty ? Phrase("choose an offer", "请先选择招工信息") : checks.summary)
            + (isNotApproved
                ? Phrase("; employer: ", "；单位：") + (employerStatus?.label ?? Phrase("", ""))
                : Phrase("", ""))
        canvas.write(
            world.text(heading), row: pane.row, column: pane.column + 1,
            style: checks.hasFailed || isNotApproved ? .alarm : .strong, width: pane.width - 2)
        checks.draw(
            in: Area(
                row: pane.row + 1, column: pane.column, width: pane.width, height: pane.height - 2),
            on: &canvas, world, focused: false)
        canvas.write(
            world.text(OfferRules.disclaimer), row: pane.row + pane.height - 1,
            column: pane.column + 1, style: .dim, width: pane.width - 2)
        form.draw(
            in: Area(row: area.row, column: area.column, width: formWidth, height: formRows),
            on: &canvas, world)
    }
}
