import HomesCore

/// The safe-migration plan of her latest case: where she goes and how, who knows, when she is
/// called. Above the form stands what is still missing before she departs.
public struct MigrationPlanFormScreen: RecordEditScreen {
    public var form = Form()
    var record: MigrationPlan
    let personId: String
    private let personCode: String
    private let readiness: Readiness
    var news: Phrase?

    public static let formName = "migrationPlan"
    /// Whose plan, and which; nothing after the stroke for a new one.
    public var recordId: String { personId + "/" + record.id }
    public var draftTitle: String { personCode }
    public var title: Phrase { MigrationPlan.noun }

    /// The form over the plan of a page, or a new one; `nil` without a case.
    public init?(_ page: ResidentPage, _ world: World) {
        guard let file = page.cases.first else { return nil }
        personId = page.person.id
        personCode = page.person.personCode
        readiness = page.readiness
        record = page.plan ?? MigrationPlanFormScreen.proposed(file, page, world)
        let sections: [(Phrase, [String])] = [
            (
                Phrase("Where she goes", "去哪里"),
                [
                    "travelDate", "destinationCounty", "destinationContact", "destinationPlace",
                    "route", "destinationMayCall", "destinationPhone",
                ]
            ),
            (
                Phrase("Who knows", "谁知道"),
                ["knowsName", "knowsRelation", "knowsMayCall", "knowsPhone", "phonesCheckedOn"]
            ),
            (
                Phrase("Check-ins", "报平安"),
                [
                    "checkInDays", "checkInMethod", "codePhrase", "codePhraseOnPaper",
                    "ifNotReached",
                ]
            ),
            (
                Phrase("She carries", "随身带着"),
                ["copyLeftWith", "returnFareYuan", "hotlineCard", "agreedOn", "note"]
            ),
        ]
        for (section, names) in sections {
            form.add(record, as: "record", section: section, names, world.language)
        }
        readBack(world)
    }

    /// What the file knows already: the day she plans to leave, her job, her code phrase, whom she
    /// trusts.
    private static func proposed(
        _ file: Case, _ page: ResidentPage, _ world: World
    ) -> MigrationPlan {
        var plan = MigrationPlan()
        plan.caseId = file.id
        plan.personId = file.personId
        plan.checkInDays = CheckInDays.proposed.text
        plan.agreedOn = world.today
        plan.travelDate = page.openStay?.stay.plannedExitDate
        if let job = page.openPlacement {
            plan.destinationContact = Told(job.employer.org_Name)
            plan.destinationCounty = Told(job.offer.countyCode ?? job.employer.countyCode)
        }
        if let own = page.contacts.first(where: { $0.contact.kind == .herself }) {
            plan.codePhrase = own.contact.codePhrase
        }
        let trusted = page.contacts.first { $0.contact.kind != .herself && $0.mayBeTold }
        if let trusted = trusted?.contact {
            plan.knowsName = trusted.name
            plan.knowsRelation = trusted.relation
            plan.knowsMayCall = trusted.mayCall
            plan.knowsPhone = trusted.phone
            plan.phonesCheckedOn = trusted.checkedOn
        }
        return plan
    }

    public static let bindings: [Binding<MigrationPlanFormScreen>] =
        formBindings + [
            Binding(.function(5), help: Phrase("what is missing", "还缺什么")) { screen, _ in
                .push(DepartureGapsScreen(screen.gaps, of: screen.personCode))
            }
        ]

    static func find(_ id: String, in page: ResidentPage) -> MigrationPlan? {
        page.plan.flatMap { $0.id == id ? $0 : nil }
    }

    mutating func write(_ record: MigrationPlan, _ world: World) throws(StoreError) -> MigrationPlan
    {
        let saved = try world.store.planMigration(record, by: world.signature)
        news = saved.checkIns.phrase
        return saved.plan
    }

    // MARK: What follows from the fields

    private static let badDays = Phrase("Days as numbers, 0 to 90: 1 3 7.", "请填0到90的天数：1 3 7。")

    public mutating func fieldLeft(_ id: String, _ world: World) { readBack(world) }

    /// Says beside the days which dates they are.
    private mutating func readBack(_ world: World) {
        let id = "record.checkInDays"
        guard let days = CheckInDays(form.textValue(id)) else {
            form.annotate(id, fault: MigrationPlanFormScreen.badDays)
            return
        }
        let travel = form.dateValue("record.travelDate")
        let dates = travel.map { days.due(from: $0).map { String($0.dueOn.iso.suffix(5)) } }
        form.annotate(
            id,
            note: dates.map { Phrase(verbatim: $0.joined(separator: " ")) }
                ?? Phrase("from the day of travel", "从出行日算起"))
        let hasPhrase = form.textValue("record.codePhrase").map { $0.first != "#" } ?? false
        form.skip(
            "record.codePhraseOnPaper",
            because: hasPhrase ? nil : Phrase("no code phrase", "没有暗语"))
    }

    public mutating func save(_ world: World) -> Step {
        guard CheckInDays(form.textValue("record.checkInDays")) != nil else {
            readBack(world)
            form.focus(on: "record.checkInDays")
            return .say(.warning(MigrationPlanFormScreen.badDays))
        }
        return saveRecord(world)
    }

    // MARK: Drawing

    /// What is missing, as the form stands.
    private var gaps: [DepartureGap] {
        var plan = record
        form.fill(&plan, from: "record")
        return DepartureGap.all(readiness, plan: plan)
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        let summary = PageView(DepartureGapsScreen.summary(gaps))
        let rows = min(summary.height(world, width: area.width), area.height / 4)
        summary.draw(
            in: Area(row: area.row, column: area.column, width: area.width, height: rows),
            on: &canvas, world, focused: false)
        form.draw(in: area.dropping(rows: rows), on: &canvas, world)
    }
}
