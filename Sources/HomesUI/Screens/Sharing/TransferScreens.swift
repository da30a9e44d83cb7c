import HomesCore

/// Proposes a resident to another home. It learns her code, the reason, her age band and her needs;
/// where her consent is missing, saving asks for it first and then goes on.
public struct TransferFormScreen: FormScreen {
    public var form = Form()
    private let personId: String
    private let personCode: String
    private let page: ResidentPage
    private let homes: [Home]

    public static let comesBackWhenUndone = true
    public static let formName = "transfer"
    public var recordId: String { personId }
    public var draftTitle: String { personCode }
    public var title: Phrase { Phrase("Propose to another home", "提出转家") }

    /// A proposal of the resident of a page.
    public init(_ page: ResidentPage, _ world: World) {
        personId = page.person.id
        personCode = page.person.personCode
        self.page = page
        let read = world.attempt { () throws(StoreError) in try world.store.homes() }
        homes = ((try? read.get()) ?? []).filter {
            $0.id != page.person.homeId && $0.serviceMode != .dropIn
        }
        var transfer = Transfer()
        transfer.needs = page.openStay?.stay.needs.text
        let section = Phrase("What the other home reads: no names", "对方会看到的内容：请勿写姓名")
        form.add(
            "toHomeId", Phrase("To the home", "转往"),
            .choice(
                homes.map {
                    Choice(code: $0.id, label: Phrase(verbatim: $0.homeCode + " ") + $0.name)
                }),
            section: Phrase("Transfer", "转家"), required: true,
            help: Phrase("Code or name; F2 lists them", "编号或名称，F2 列出"), world.language)
        form.add(transfer, as: "transfer", section: section, ["reason", "needs"], world.language)
        form.enter(0)
    }

    public static let bindings: [Binding<TransferFormScreen>] = formBindings

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        switch answer {
        case .saved(Consent.table, _): return save(world, asking: false)
        default: return receiveInForm(answer, world)
        }
    }

    public mutating func save(_ world: World) -> Step { save(world, asking: true) }

    private mutating func save(_ world: World, asking: Bool) -> Step {
        var transfer = Transfer()
        form.fill(&transfer, from: "transfer")
        transfer.personId = personId
        transfer.toHomeId = form.textValue("toHomeId") ?? ""
        let record = transfer
        let code = homes.first { $0.id == record.toHomeId }?.homeCode ?? ""
        switch world.attempt({ () throws(StoreError) in
            try world.store.proposeTransfer(record, by: world.signature)
        }) {
        case .success(let saved):
            forgetDraft(world)
            return .answerSaying(
                .saved(table: Transfer.table, id: saved.id),
                .done(
                    Phrase(
                        "\(personCode) is proposed to \(code); nothing changes until it accepts. F8 undoes.",
                        "已向\(code)提出接收\(personCode)；对方接收前一切不变。按 F8 撤销。")))
        case .failure(.refused(.noConsent)) where asking:
            return .push(ConsentScreen(page, world, asking: .transferToHome, with: code))
        case .failure(let error): return refuse(error, world)
        }
    }
}

/// A woman proposed to this home: what it may know of her; it accepts with a bed and a night, or
/// refuses with a reason.
public struct TransferOfferScreen: Screen {
    let transferId: String
    var row: TransferRow?
    var page = PageView()
    var fault: Phrase?
    /// The bed chosen, while the night is asked.
    private var bedId: String?

    private static let bedQuestion = "transferBed"
    private static let nightQuestion = "transferNight"
    private static let refusalQuestion = "transferRefusal"

    /// The proposal of that id.
    public init(transferId: String) { self.transferId = transferId }

    public var title: Phrase { Phrase("Proposed to you", "转家待答复") }
    public var hint: Phrase? { fault }

    public static let bindings: [Binding<TransferOfferScreen>] = [
        Binding(
            .character("a"), help: Phrase("accept with a bed", "接收并安排床位"),
            off: { screen, _ in screen.whyNot }
        ) {
            _, world in
            .push(BedBoardScreen(picking: bedQuestion, night: world.today))
        },
        Binding(
            .character("x"), help: Phrase("refuse with a reason", "说明理由不接收"),
            off: { screen, _ in screen.whyNot }
        ) {
            _, world in
            .push(
                PromptScreen(
                    question: refusalQuestion, title: Phrase("Refuse", "不接收"),
                    ask: Phrase("Why not; the other home reads this", "原因（对方会看到）"),
                    kind: .text(limit: 120), world.language))
        },
    ]

    private var whyNot: Phrase? {
        guard let row else { return StoreError.noSuchRecord.phrase }
        return row.status == .proposed ? nil : Refusal.transferAnswered.label
    }

    public mutating func refresh(_ world: World) {
        let id = transferId
        switch world.attempt({ () throws(StoreError) in
            try world.store.transferProposal(id, by: world.signature)
        }) {
        case .success(let row):
            self.row = row
            fault = nil
            page.lines = Self.lines(row)
        case .failure(let error):
            row = nil
            page.lines = []
            fault = error.phrase
        }
    }

    private static func lines(_ row: TransferRow) -> [PageLine] {
        let unknown = Phrase("not known: treat as a minor", "不详：按未成年人对待")
        var lines: [PageLine] = [
            .text(
                Phrase(verbatim: row.personCode) + Phrase(", from ", "，来自")
                    + Phrase(verbatim: row.otherHome), .strong),
            .blank,
            .fact(Phrase("Why", "原因"), Phrase(verbatim: row.reason)),
            .fact(Phrase("Age band", "年龄段"), row.ageBand?.label ?? unknown),
            .fact(
                Phrase("Needs", "需要"),
                row.needs.map(Phrase.init(verbatim:)) ?? Phrase("nothing said", "未说明")),
        ]
        if row.children > 0 {
            lines.append(
                .fact(
                    Phrase("With her", "同行"),
                    Phrase("\(row.children) in her bed", "\(row.children)名孩子同床")))
        }
        lines += [
            .fact(Phrase("Proposed on", "提出日期"), row.proposedOn.phrase), .blank,
            .text(
                Phrase(
                    "More is seen once she is accepted: then her file is here.",
                    "接收之后档案移交本家，方可查看更多。"), .dim),
        ]
        return lines
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        switch answer {
        case .chosen(Self.bedQuestion, let bedId):
            self.bedId = bedId
            guard let row, row.proposedOn < world.today else { return accept(world.today, world) }
            var prompt = PromptScreen(
                question: Self.nightQuestion, title: Phrase("Accept", "接收"),
                ask: Phrase("Her first night here", "在本家的第一夜"), kind: .date, world.language)
            prompt.form.set(Self.nightQuestion, .text(world.today.iso), world.language)
            return .push(prompt)
        case .date(Self.nightQuestion, let night): return accept(night, world)
        case .text(Self.refusalQuestion, let reason): return refuse(reason, world)
        default: return .stay
        }
    }

    private func accept(_ night: CivilDate, _ world: World) -> Step {
        guard let bedId else { return .stay }
        let id = transferId
        switch world.attempt({ () throws(StoreError) in
            try world.store.acceptTransfer(
                id, bedId: bedId, from: night, releasingHold: true, by: world.signature)
        }) {
        case .success(let outcome):
            let children = outcome.children.joined(separator: ", ")
            let along =
                outcome.children.isEmpty
                ? Phrase(verbatim: "") : Phrase(" with \(children)", "（同行：\(children)）")
            return .replaceSaying(
                ResidentScreen(personId: outcome.personId),
                .done(
                    Phrase("\(outcome.personCode)", "\(outcome.personCode)") + along
                        + Phrase(
                            " is here from \(night.iso); her file is yours.",
                            "自\(night.iso)起在本家，档案已移交。")))
        case .failure(let error): return .refused(error)
        }
    }

    private func refuse(_ reason: String, _ world: World) -> Step {
        let id = transferId
        switch world.attempt({ () throws(StoreError) in
            try world.store.refuseTransfer(id, reason: reason, by: world.signature)
        }) {
        case .success:
            return .popSaying(
                .done(Phrase("Refused; the other home reads why.", "未接收，理由已告知对方。")))
        case .failure(let error): return .refused(error)
        }
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        page.take(key, world) ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        canvas.cursor = Position(row: area.row, column: area.column + 1)
        page.draw(in: area, on: &canvas, world)
    }
}
