import HomesCore

/// Records what a resident agrees to, or does not. Never a condition of a bed.
public struct ConsentScreen: FormScreen {
    public var form = Form()
    private let personId: String
    private let personCode: String
    private let birthdate: Birthdate?

    public static let formName = "consent"
    public var recordId: String { personId }
    public var draftTitle: String { personCode }
    public var title: Phrase { Phrase("Consent", "知情同意") }

    /// A new consent of the resident of a page; for a purpose and a recipient, where a form asks
    /// for what it needs.
    public init(
        _ page: ResidentPage, _ world: World, asking purpose: ConsentPurpose? = nil,
        with recipient: String? = nil
    ) {
        personId = page.person.id
        personCode = page.person.personCode
        birthdate = page.person.birthdate
        var consent = Consent()
        consent.date = world.today
        if isUnder14(world) { consent.givenBy = .guardian }
        if let purpose {
            consent.purpose = purpose
            consent.shareWith = purpose == .caseManagement ? nil : recipient
        }
        form.add(
            consent, as: "consent", section: Phrase("Consent", "知情同意"),
            [
                "purpose", "shareWith", "given", "givenBy", "date", "expiresOn", "withheldWhat",
                "withheldWhy", "language", "formNumber",
            ], world.language)
        if purpose != nil { form.focus(on: "consent.given") }
        passOver(world)
    }

    private func isUnder14(_ world: World) -> Bool {
        birthdate.map { AgeRules.needsGuardianConsent($0, on: world.today) } ?? false
    }

    public static let bindings: [Binding<ConsentScreen>] = formBindings

    public mutating func fieldLeft(_ id: String, _ world: World) { passOver(world) }

    private mutating func passOver(_ world: World) {
        let isSharing = form.textValue("consent.purpose") == ConsentPurpose.shareWith.rawValue
        let isMoving =
            form.textValue("consent.purpose") == ConsentPurpose.transferToHome.rawValue
        form.skip(
            "consent.shareWith",
            because: isSharing || isMoving ? nil : Phrase("only for sharing", "仅共享时填写"))
        form.annotate(
            "consent.shareWith",
            note: isMoving ? Phrase("code of the home; empty: any", "之家编号，不填则不限") : nil)
        form.require("consent.shareWith", isSharing)
        form.annotate(
            "consent.givenBy",
            note: isUnder14(world)
                ? Phrase("under 14: a guardian, unless unsafe", "未满14岁：由监护人，除非不安全") : nil)
        let isAsked = form.textValue("consent.given") != YesNo.notCollected.rawValue
        form.annotate(
            "consent.given", note: isAsked ? nil : Phrase("ask her: yes or no", "请询问：是或否"))
        let isGiven = form.textValue("consent.given") == YesNo.yes.rawValue
        form.skip(
            "consent.expiresOn",
            because: isGiven ? nil : Phrase("only when she agrees", "同意时填写"))
    }

    public mutating func save(_ world: World) -> Step {
        guard form.textValue("consent.given") != YesNo.notCollected.rawValue else {
            form.annotate("consent.given", fault: Phrase("Ask her: yes or no.", "请询问：是或否。"))
            form.focus(on: "consent.given")
            return .say(.warning(Phrase("Ask her: yes or no.", "请询问：是或否。")))
        }
        var consent = Consent()
        form.fill(&consent, from: "consent")
        consent.personId = personId
        let record = consent
        switch world.attempt({ () throws(StoreError) in
            try world.store.recordConsent(record, by: world.signature)
        }) {
        case .success(let saved):
            forgetDraft(world)
            let until = saved.expiresOn.map { Phrase(" until \($0.iso)", "，至\($0.iso)") }
            let state =
                saved.given == .yes
                ? Phrase("Agreed", "已同意") + (until ?? Phrase(verbatim: ""))
                : Phrase("Recorded: she does not agree", "已记录：她未同意")
            return .answerSaying(
                .saved(table: Consent.table, id: saved.id),
                .done(state + Phrase(". F8 undoes.", "。按 F8 撤销。")))
        case .failure(let error): return refuse(error, world)
        }
    }
}

/// Records that a resident takes a consent back. It works at once.
public struct ConsentWithdrawalScreen: FormScreen {
    public var form = Form()
    private let consent: Consent
    private let personCode: String

    public static let formName = "consentWithdrawal"
    /// Whose consent, and which.
    public var recordId: String { consent.personId + "/" + consent.id }
    public var draftTitle: String { personCode }
    public var title: Phrase { Phrase("Withdraw consent", "撤回同意") }

    /// The withdrawal of a consent of a page.
    public init(_ consent: Consent, _ page: ResidentPage, _ world: World) {
        self.consent = consent
        personCode = page.person.personCode
        let section = consent.purpose.label + Phrase(", given ", "，同意于") + consent.date.phrase
        form.add(
            "withdrawal.on", Phrase("Withdrawn on", "撤回日期"), .date, section: section,
            required: true, value: .text(world.today.iso), world.language)
        form.add(
            "withdrawal.how", Phrase("How withdrawn", "撤回方式"), .text(limit: 80),
            section: section, help: Phrase("She said so, wrote, called", "当面说、书面、电话"),
            world.language)
    }

    public static let bindings: [Binding<ConsentWithdrawalScreen>] = formBindings

    public mutating func save(_ world: World) -> Step {
        guard let date = form.dateValue("withdrawal.on") else { return .stay }
        let how = form.textValue("withdrawal.how") ?? ""
        switch world.attempt({ () throws(StoreError) in
            try world.store.withdrawConsent(consent.id, on: date, how: how, by: world.signature)
        }) {
        case .success(let saved):
            forgetDraft(world)
            return .answerSaying(
                .saved(table: Consent.table, id: saved.consent.id), said(saved))
        case .failure(let error): return refuse(error, world)
        }
    }

    /// Whom to tell comes first: what they hold may no longer be used.
    private func said(_ withdrawal: ConsentWithdrawal) -> Message {
        let undo = Phrase(" F8 undoes.", "按 F8 撤销。")
        if !withdrawal.mustBeTold.isEmpty {
            let names = withdrawal.mustBeTold.joined(separator: ", ")
            return .warning(
                Phrase(
                    "Withdrawn. Revoked, and to be told now: \(names).",
                    "已撤回。转介同时撤销，请立即告知：\(names)。") + undo)
        }
        if withdrawal.transfersWithdrawn > 0 {
            return .done(
                Phrase(
                    "Withdrawn, and the proposed transfer with it.", "已撤回，转家申请同时撤回。") + undo)
        }
        return .done(Phrase("Withdrawn, from now on.", "已撤回，立即生效。") + undo)
    }
}
