import HomesCore

/// A new employer or the correction of one; approving is apart, with two persons.
public struct EmployerFormScreen: FormScreen {
    public var form = Form()
    let old: Employer?
    /// Whether the user has said that it is none of those that are like it.
    private var isAnother = false

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
        if isNew, !isAnother {
            let alike = world.attempt { () throws(StoreError) in
                try world.store.alikeEmployers(record, by: world.signature)
            }
            if let rows = try? alike.get(), !rows.isEmpty {
                return .push(EmployerAlikeScreen(rows))
            }
        }
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
}

extension EmployerFormScreen {
    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        guard case .confirmed(EmployerAlikeScreen.question) = answer else {
            return receiveInForm(answer, world)
        }
        isAnother = true
        return save(world)
    }
}

/// What checking an employer came to, why, and who confirms it beside the worker.
public struct EmployerApprovalScreen: FormScreen {
    public var form = Form()
    let employer: Employer
    private var second: PasswordProof?
    private static let question = "second"

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
        form.enter(0)
    }

    public static let bindings: [Binding<EmployerApprovalScreen>] = formBindings

    public mutating func refresh(_ world: World) {
    }

    public mutating func save(_ world: World) -> Step {
        guard let status = form.textValue("status").flatMap({ ApprovedStatus(rawValue: $0) }),
            let reason = form.textValue("reason")
        else { return .stay }
        let (second, id) = (self.second, employer.id)
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
        case .failure(.refused(.needsTwoPersons)) where second == nil:
            return .push(
                PasswordScreen.second(
                    EmployerApprovalScreen.question,
                    Phrase(
                        "Two persons decide this. A home manager or a supervisor, not yourself, "
                            + "types her own user name and password here.",
                        "此决定须两人作出。请另一位负责人或督导亲自输入用户名和密码。"), world))
        case .failure(let error):
            self.second = nil
            return refuse(error, world)
        }
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        switch answer {
        case .proved(EmployerApprovalScreen.question, let proof):
            second = proof
            return save(world)
        default: return receiveInForm(answer, world)
        }
    }
}
