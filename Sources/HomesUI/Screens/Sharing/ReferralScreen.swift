import HomesCore

/// Refers a resident to an organisation, or writes down who referred her here. What goes out needs
/// her consent: where there is none yet, saving asks for it first and then goes on.
public struct ReferralScreen: FormScreen {
    public var form = Form()
    private let personId: String
    private let personCode: String
    private let page: ResidentPage

    public static let comesBackWhenUndone = true
    public static let formName = "referral"
    public var recordId: String { personId }
    public var draftTitle: String { personCode }
    public var title: Phrase { Phrase("Refer", "转介") }

    /// A new referral of the resident of a page.
    ///
    /// - Parameter beginning: What is known of it already.
    public init(_ page: ResidentPage, _ world: World, beginning: Referral? = nil) {
        personId = page.person.id
        personCode = page.person.personCode
        self.page = page
        var referral = beginning ?? Referral()
        if beginning == nil, let only = Self.agreed(page).first, Self.agreed(page).count == 1 {
            referral.toOrganisation = only
        }
        form.add(
            referral, as: "referral", section: Phrase("Referral", "转介"),
            ["direction", "serviceType", "toOrganisation", "responseTimeframe", "reason"],
            world.language)
        form.add(
            referral, as: "referral", section: Phrase("What goes along", "共享内容"),
            Referral.shareNames, world.language)
        form.focus(on: "referral.serviceType")
        passOver()
    }

    public static let bindings: [Binding<ReferralScreen>] = formBindings

    /// The organisations with which she agrees to share, today.
    private static func agreed(_ page: ResidentPage) -> [String] {
        let names = page.consents.filter {
            $0.consent.purpose == .shareWith && $0.state.isInForce
        }.compactMap(\.consent.shareWith)
        return names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    public mutating func fieldLeft(_ id: String, _ world: World) { passOver() }

    /// What comes in shares nothing; what she withholds stands beside what could go along.
    private mutating func passOver() {
        let isIncoming =
            form.textValue("referral.direction") == ReferralDirection.incoming.rawValue
        let nothing = Phrase("she was sent to us", "由对方转入")
        for name in Referral.shareNames {
            form.skip("referral." + name, because: isIncoming ? nothing : nil)
        }
        let name = form.textValue("referral.toOrganisation") ?? ""
        let line = page.consents.first {
            $0.consent.purpose == .shareWith && $0.state.isInForce && $0.consent.shareWith == name
        }
        let isKnown = name.isEmpty || isIncoming || line != nil
        form.annotate(
            "referral.toOrganisation",
            note: line.map { $0.state.label }
                ?? (isKnown ? nil : Phrase("no consent yet: F10 asks", "尚无同意：F10 询问")))
        form.annotate(
            Referral.shareNames.first.map { "referral." + $0 } ?? "",
            note: line?.consent.withheldWhat.map {
                Phrase("she withholds: \($0)", "不同意：\($0)")
            })
    }

    /// For the organisation: those she agreed to.
    public func openLookup(_ world: World) -> Step {
        let names = Self.agreed(page)
        guard form.focused?.id == "referral.toOrganisation", !names.isEmpty else {
            return openFieldLookup(world)
        }
        return .push(
            LookupScreen(
                question: "referral.toOrganisation", title: Phrase("She agreed to", "她同意的机构"),
                choices: names.map { Choice(code: $0, label: Phrase(verbatim: $0)) }))
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        switch answer {
        case .saved(Consent.table, _): return save(world, asking: false)
        default: return receiveInForm(answer, world)
        }
    }

    public mutating func save(_ world: World) -> Step { save(world, asking: true) }

    /// - Parameter asking: Whether a consent that is missing is asked for; once is enough.
    private mutating func save(_ world: World, asking: Bool) -> Step {
        var referral = Referral()
        form.fill(&referral, from: "referral")
        referral.personId = personId
        let record = referral
        switch world.attempt({ () throws(StoreError) in
            try world.store.refer(record, by: world.signature)
        }) {
        case .success(let saved):
            forgetDraft(world)
            return .answerSaying(.saved(table: Referral.table, id: saved.id), said(saved, world))
        case .failure(.refused(.noConsent)) where asking:
            let purpose: ConsentPurpose =
                record.direction == .outgoing ? .shareWith : .caseManagement
            return .push(
                ConsentScreen(page, world, asking: purpose, with: record.toOrganisation))
        case .failure(let error): return refuse(error, world)
        }
    }

    private func said(_ referral: Referral, _ world: World) -> Message {
        let due = world.moment(referral.dueAt)
        return .done(
            Phrase(
                "\(personCode) referred to \(referral.toOrganisation); answer due \(due). F8 undoes.",
                "已将\(personCode)转介至\(referral.toOrganisation)，应于\(due)前答复。按 F8 撤销。"))
    }
}

/// What an organisation answered, how it went on, and that it was told to stop.
public struct ReferralAnswerScreen: RecordEditScreen {
    public var form = Form()
    var record: Referral
    private let personCode: String

    public static let formName = "referralAnswer"
    /// Whose referral, and which.
    public var recordId: String { record.personId + "/" + record.id }
    public var draftTitle: String { personCode }
    public var title: Phrase { Phrase("Referral", "转介") }
    var personId: String { record.personId }

    /// The answer to a referral of a page.
    public init(_ referral: Referral, _ page: ResidentPage, _ world: World) {
        record = referral
        personCode = page.person.personCode
        let section =
            Phrase(verbatim: referral.toOrganisation + " · ") + referral.serviceType.label
            + Phrase(verbatim: " · " + referral.sharedOn.iso)
        form.add(
            referral, as: "record", section: section,
            ["status", "referralResult", "feedback", "toldOn"], world.language)
        let next = [referral.status] + referral.status.next
        form.setChoices(
            "record.status", next.map { Choice(code: $0.rawValue, label: $0.label) },
            world.language)
        form.annotate(
            "record.status",
            note: referral.isOverdue(at: world.now)
                ? Phrase("answer overdue", "答复逾期") : nil)
        passOver()
    }

    public static let bindings: [Binding<ReferralAnswerScreen>] = formBindings

    static func find(_ id: String, in page: ResidentPage) -> Referral? {
        page.sharing.referrals.first { $0.referral.id == id }?.referral
    }

    func write(_ record: Referral, _ world: World) throws(StoreError) -> Referral {
        try world.store.answerReferral(record, by: world.signature)
    }

    public mutating func fieldLeft(_ id: String, _ world: World) { passOver() }

    private mutating func passOver() {
        let status = form.textValue("record.status").flatMap(ReferralStatus.init(rawValue:))
        let isOver = status == .done || status == .rejected
        form.skip(
            "record.referralResult",
            because: isOver ? nil : Phrase("only when it is over", "结束时填写"))
        form.require("record.referralResult", status == .done)
        form.skip(
            "record.toldOn",
            because: status == .revoked ? nil : Phrase("only when revoked", "撤销后填写"))
    }
}
