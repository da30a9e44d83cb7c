import HomesCore

/// A new employer or the correction of one; approving is apart, with two persons.
public struct EmployerFormScreen: FormScreen {
    public var form = Form()
    let old: Employer?

    public static let formName = "employer"
    public var recordId: String { old?.id ?? "" }
    public var draftTitle: String { "" }
    public var title: Phrase {
        old == nil
            ? Phrase("New employer", "新用人单位") : Phrase("Correct the employer", "更正用人单位")
    }

    /// A new employer.
    public init(_ world: World) {
        old = nil
        fillForm(Employer(), world)
    }

    /// The correction of an employer.
    public init(_ world: World, changing employer: Employer) {
        old = employer
        fillForm(employer, world)
    }

    private mutating func fillForm(_ employer: Employer, _ world: World) {
        form.add(
            employer, as: "employer", section: Phrase("Who it is", "单位"),
            ["org_Name", "licenceNumber", "licenceSeenOn", "legalRepresentative"], world.language)
        form.add(
            employer, as: "employer", section: Phrase("Where and what", "地址与规模"),
            [
                "address", "countyCode", "phone", "industry", "size", "dormitory", "lastVisitOn",
            ], world.language)
        form.enter(0)
    }

    public static let bindings: [Binding<EmployerFormScreen>] = formBindings

    public mutating func refresh(_ world: World) {
    }

    public mutating func save(_ world: World) -> Step {
        var employer = old ?? Employer()
        form.fill(&employer, from: "employer")
        let record = employer
        let isNew = old == nil
        switch world.attempt({ () throws(StoreError) in
            isNew
                ? try world.store.registerEmployer(record, by: world.signature)
                : try world.store.editEmployer(record, by: world.signature)
        }) {
        case .success(let saved):
            forgetDraft(world)
            let state = Phrase(" Checked: ", "核查状态：") + saved.approvedStatus.label
            return .answerSaying(
                .saved(table: Employer.table, id: saved.id),
                .done(
                    Phrase("Employer saved.", "用人单位已保存。") + state
                        + Phrase(". F8 undoes.", "。按 F8 撤销。")))
        case .failure(let error): return refuse(error, world)
        }
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        if case .confirmed("discard") = answer { return discard(world) }
        return receiveInForm(answer, world)
    }
}

/// What checking an employer came to, why, and who confirms it beside the worker.
public struct EmployerApprovalScreen: FormScreen {
    public var form = Form()
    let employer: Employer

    public static let formName = "employerApproval"
    public var recordId: String { employer.id }
    public var draftTitle: String { "" }
    public var title: Phrase { Phrase("Check the employer", "核查用人单位") }

    /// An employer to be approved, suspended or banned.
    public init(_ world: World, _ employer: Employer) {
        self.employer = employer
        form.add(
            "status", Phrase("Result", "核查结果"), .choice(ApprovedStatus.choices),
            section: Phrase(verbatim: employer.org_Name), required: true,
            help: Phrase(
                "1 pending  2 approved  3 suspended  4 blacklisted", "1待审核 2已批准 3暂停 4列入黑名单"),
            value: employer.approvedStatus.stored, world.language)
        form.add(
            "reason", Phrase("Why", "理由"), .text(limit: 120),
            section: Phrase(verbatim: employer.org_Name), required: true,
            help: Phrase("What was seen and heard, and when", "看到、听到了什么，何时"), world.language)
        form.add(
            "second", Phrase("Second person", "复核人"),
            .choice(world.secondPersons(for: .confirmVetting)),
            section: Phrase(verbatim: employer.org_Name), required: true,
            help: Phrase("A home manager or a supervisor, not yourself", "负责人或督导，不能是本人"),
            world.language)
        form.enter(0)
        weighSecond()
    }

    public static let bindings: [Binding<EmployerApprovalScreen>] = formBindings

    public mutating func refresh(_ world: World) {
    }

    public mutating func fieldLeft(_ id: String, _ world: World) { weighSecond() }

    private mutating func weighSecond() {
        let status = form.textValue("status").flatMap { ApprovedStatus(rawValue: $0) }
        let isLifting = employer.isBarred && status == .pending
        let needsTwo = status == .approved || status == .blacklisted || isLifting
        form.skip(
            "second",
            because: needsTwo ? nil : Phrase("one person is enough for this", "此项一人即可"))
    }

    public mutating func save(_ world: World) -> Step {
        guard let status = form.textValue("status").flatMap({ ApprovedStatus(rawValue: $0) }),
            let reason = form.textValue("reason")
        else { return .stay }
        let second = form["second"]?.skipped == nil ? form.textValue("second") : nil
        let id = employer.id
        switch world.attempt({ () throws(StoreError) in
            try world.store.approveEmployer(
                id, status: status, reason: reason, by: world.signature, second: second)
        }) {
        case .success(let saved):
            forgetDraft(world)
            return .answerSaying(
                .saved(table: Employer.table, id: saved.id),
                .done(
                    Phrase("Employer: ", "用人单位：") + saved.approvedStatus.label
                        + Phrase(". Only a new decision changes it.", "。须另作决定方可更改。")))
        case .failure(let error): return refuse(error, world)
        }
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        if case .confirmed("discard") = answer { return discard(world) }
        return receiveInForm(answer, world)
    }
}
