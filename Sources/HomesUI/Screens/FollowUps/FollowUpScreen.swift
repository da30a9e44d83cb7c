import HomesCore

/// One call: first how to reach her safely, then the number, then the questions; number keys
/// answer them. Indicators are listed with their evidence; the program gives no verdict. A call
/// that was made opens with its answers, to be corrected.
public struct FollowUpScreen: FormScreen {
    public var form = Form()
    let followUpId: String
    var row: CallSheetRow?
    var reach = PageView()
    private var fault: Phrase?

    public static let formName = "followUp"
    public var recordId: String { followUpId }
    public var draftTitle: String { row?.personCode ?? "" }
    public var title: Phrase {
        (isCorrection ? Phrase("Correct the call ", "更正回访 ") : Phrase("Call ", "联系 "))
            + Phrase(verbatim: row?.personCode ?? "")
    }
    private var isCorrection: Bool { row?.followUp.doneOn != nil }
    public var hint: Phrase? {
        if let said = fault ?? form.focused?.fault ?? form.focused?.help { return said }
        return isYesNo ? FollowUpScreen.keys : form.hint
    }

    private static let keys = Phrase(
        "1 yes · 0 or 2 no · 8 doesn't know · 9 prefers not to answer", "1是 · 0或2否 · 8不清楚 · 9不愿回答")
    private static let call = Phrase("The call", "联系情况")
    private static let answers = Phrase("What she says", "她的回答")
    private static let indicators = Phrase(
        "Indicators of forced labour (ILO): noted, never a verdict", "强迫劳动迹象（国际劳工组织）：仅作记录，不作结论")

    /// A follow-up of the call sheet.
    public init(_ world: World, followUpId: String) {
        self.followUpId = followUpId
        switch world.attempt({ () throws(StoreError) in
            try world.store.followUp(followUpId, on: world.today, by: world.signature)
        }) {
        case .success(let row):
            self.row = row
            fillForm(row, world)
        case .failure(let error): fault = error.phrase
        }
    }

    private mutating func fillForm(_ row: CallSheetRow, _ world: World) {
        var record = row.followUp
        record.doneOn = record.doneOn ?? world.today
        form.add(
            record, as: "followUp", section: FollowUpScreen.call,
            ["reached", "method", "doneOn", "codePhraseUsed", "safeToTalk"], world.language)
        form.add(
            record, as: "followUp", section: FollowUpScreen.answers,
            [
                "sameEmployer", "wagePaidInFull", "hours", "holdsOwnId", "canLeaveFreely",
                "WorkPlaceViolenceThreats", "WorkplacePromiseDifference", "CoercedToContinueWork",
                "LaborExploitPastThreeMonths", "actionTaken",
            ], world.language)
        for indicator in ILOIndicator.allCases {
            let asked = row.indicators.first { $0.indicator == indicator }
            form.add(
                "ilo." + indicator.rawValue, indicator.label, .choice(FollowUpScreen.ticks),
                section: FollowUpScreen.indicators,
                help: Phrase(
                    "1 ticks it and asks for the evidence · 0 or 2 no · empty: not asked",
                    "1勾选并填写证据 · 0或2否 · 留空表示未问"),
                value: FollowUpScreen.stored(asked?.answer), world.language)
            if asked?.answer == .yes {
                form.rows += FollowUpScreen.evidence(of: indicator, asked?.evidence, world).rows
            }
        }
        form.enter(0)
        weigh()
    }

    /// The answer as the form's choice has it; one that is not known stays empty.
    private static func stored(_ answer: YesNoUnknown?) -> StoredValue {
        guard let answer, answer != .unknown else { return .null }
        return .text(answer.rawValue)
    }

    /// The line for the evidence of an indicator.
    private static func evidence(
        of indicator: ILOIndicator, _ text: String?, _ world: World
    ) -> Form {
        var form = Form()
        form.add(
            "ilo." + indicator.rawValue + ".evidence",
            Phrase("  what she said or showed", "  她说了什么、出示了什么"),
            .text(limit: 200), section: FollowUpScreen.indicators,
            help: Phrase("In her own words, and when", "用她的原话，并注明时间"),
            value: text.map { .text($0) } ?? .null, world.language)
        return form
    }

    private static let ticks = [YesNoUnknown.yes, .no].map {
        Choice(code: $0.rawValue, label: $0.label)
    }

    public static let bindings: [Binding<FollowUpScreen>] =
        formBindings + [
            Binding(.function(5), help: Phrase("how to reach her", "如何联系她")) { screen, _ in
                .push(FollowUpReachScreen(screen.reach))
            }
        ]

    public mutating func refresh(_ world: World) {
        reach.lines = row?.reachLines ?? []
    }

    // MARK: Answering

    private var isYesNo: Bool {
        guard case .choice(let choices) = form.focused?.kind else { return false }
        return choices.first?.code == YesNo.yes.rawValue
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        if isYesNo, case .character(let character) = key, let row = form.focused,
            let code = FollowUpScreen.answer(character), isAllowed(code, row.kind)
        {
            form.set(row.id, .text(code), world.language)
            if case .left(let id) = form.advance(world.fieldContext) { fieldLeft(id, world) }
            return .stay
        }
        return typeInForm(key, world)
    }

    private func isAllowed(_ code: String, _ kind: FieldKind) -> Bool {
        FieldText.choices(of: kind)?.contains { $0.code == code } ?? false
    }

    /// The answer of a number key, full width or not.
    private static func answer(_ character: Character) -> String? {
        switch character.wholeNumberValue {
        case 1: YesNo.yes.rawValue
        case 0, 2: YesNo.no.rawValue
        case 8: YesNo.doesNotKnow.rawValue
        case 9: YesNo.prefersNot.rawValue
        default: nil
        }
    }

    public mutating func fieldLeft(_ id: String, _ world: World) {
        if id.hasPrefix("ilo."), !id.hasSuffix(".evidence") { askEvidence(id, world) }
        weigh()
    }

    /// A ticked indicator gets a line for its evidence, and the focus goes there.
    private mutating func askEvidence(_ id: String, _ world: World) {
        guard let index = form.rows.firstIndex(where: { $0.id == id }) else { return }
        let evidence = id + ".evidence"
        let isTicked = form.textValue(id) == YesNoUnknown.yes.rawValue
        let place = form.rows.firstIndex { $0.id == evidence }
        if isTicked, place == nil {
            guard let indicator = ILOIndicator(rawValue: String(id.dropFirst("ilo.".count))) else {
                return
            }
            let extra = FollowUpScreen.evidence(of: indicator, nil, world)
            form.rows.insert(contentsOf: extra.rows, at: index + 1)
            form.enter(index + 1)
        } else if !isTicked, let place {
            let focused = form.focused?.id
            form.rows.remove(at: place)
            if let again = form.rows.firstIndex(where: { $0.id == focused }) { form.enter(again) }
        }
    }

    /// Questions that make no sense are passed over, with the reason.
    private mutating func weigh() {
        let reached = form.textValue("followUp.reached").flatMap { FollowUpReached(rawValue: $0) }
        let missed =
            FollowUpAnswers.isMissed(reached)
            ? Phrase("she was not reached", "未联系上") : nil
        let noJob =
            row?.followUp.placementId == nil ? Phrase("no placement", "没有就业安置") : nil
        for index in form.rows.indices {
            let id = form.rows[index].id
            switch id {
            case "followUp.reached", "followUp.method", "followUp.doneOn", "followUp.actionTaken":
                continue
            case "followUp.sameEmployer", "followUp.wagePaidInFull", "followUp.hours":
                form.skip(id, because: missed ?? noJob)
            default: form.skip(id, because: missed)
            }
        }
    }

    // MARK: Saving

    public mutating func save(_ world: World) -> Step {
        guard let row else { return .stay }
        guard form.value("followUp.reached") != .null else {
            form.annotate("followUp.reached", fault: Phrase("This is needed.", "此项必填。"))
            form.enter(0)
            return .say(
                .warning(Phrase("Say first whether she was reached.", "请先填写是否联系上她。")))
        }
        var record = row.followUp
        // What was passed over was not said: an answer of before does not stay under it.
        var typed = form
        for row in form.rows where row.skipped != nil { typed.set(row.id, .null, world.language) }
        typed.fill(&record, from: "followUp")
        let indicators = answeredIndicators
        let answered = record
        let isCorrection = isCorrection
        switch world.attempt({ () throws(StoreError) in
            isCorrection
                ? try world.store.correctFollowUp(
                    answered, indicators: indicators, by: world.signature)
                : try world.store.doFollowUp(
                    answered, indicators: indicators, by: world.signature)
        }) {
        case .success(let outcome):
            forgetDraft(world)
            return .answerSaying(
                .saved(table: FollowUp.table, id: followUpId),
                FollowUpScreen.said(outcome, before: row.followUp))
        case .failure(let error): return refuse(error, world)
        }
    }

    private var answeredIndicators: [FollowUpIndicator] {
        ILOIndicator.allCases.compactMap { indicator in
            let id = "ilo." + indicator.rawValue
            let wasAsked = self.row?.indicators.contains { $0.indicator == indicator } ?? false
            let typed =
                form[id]?.skipped == nil
                ? form.textValue(id).flatMap { YesNoUnknown(rawValue: $0) } : nil
            guard let answer = typed ?? (wasAsked ? .unknown : nil) else { return nil }
            var row = FollowUpIndicator()
            row.indicator = indicator
            row.answer = answer
            row.evidence = form.textValue(id + ".evidence")
            return row
        }
    }

    private static func said(_ outcome: FollowUpOutcome, before: FollowUp) -> Message {
        let saved = outcome.followUp
        if before.doneOn != nil, saved.alertRaisedOn != nil {
            if saved.alertClosedOn != nil {
                return .done(
                    Phrase(
                        "Answers corrected; the alert stays closed. F8 undoes.",
                        "回答已更正，警示仍为已解除。按 F8 撤销。"))
            }
            if before.alertRaisedOn != nil, before.alertClosedOn == nil {
                return .done(
                    Phrase(
                        "Answers corrected. The alert stays open until a person closes it.",
                        "回答已更正。警示须由工作人员解除。"))
            }
        }
        guard let first = outcome.signals.first else {
            return .done(
                before.doneOn == nil
                    ? Phrase("Follow-up saved. F8 undoes.", "回访已保存。按 F8 撤销。")
                    : Phrase("Answers corrected. F8 undoes.", "回答已更正。按 F8 撤销。"))
        }
        let more = outcome.signals.count - 1
        let rest = more > 0 ? Phrase(" and \(more) more", "等\(more + 1)项") : Phrase("", "")
        return .warning(
            Phrase("ALERT raised: ", "已发出警示：") + first.label + rest
                + Phrase(". a lists the alerts; n there: what to do.", "。按 a 查看警示，再按 n 看下一步。"))
    }

    public mutating func resume(_ draft: Draft, _ world: World) {
        // Evidence lines exist only under a tick: the ticks come back first.
        form.resume(draft, world.fieldContext)
        for id in draft.fields.map(\.field) where !id.hasSuffix(".evidence") {
            fieldLeft(id, world)
        }
        form.resume(draft, world.fieldContext)
    }

    // MARK: Drawing

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        guard row != nil else {
            canvas.cursor = Position(row: area.row, column: area.column)
            return
        }
        let wanted = reach.height(world, width: area.width)
        let rows = min(wanted, max(4, area.height * 2 / 5))
        let more = world.text(Phrase("F5 more", "F5 更多"))
        // The text makes room for the mark instead of running into it.
        let side = wanted > rows ? Canvas.columns(of: more) + 2 : 0
        reach.draw(
            in: Area(row: area.row, column: area.column, width: area.width - side, height: rows),
            on: &canvas, world, focused: false)
        if wanted > rows {
            canvas.write(
                more, row: area.row + rows - 1, column: area.column + area.width - side + 1,
                style: .key)
        }
        form.draw(
            in: area.dropping(rows: rows), on: &canvas, world)
    }
}

/// Every way to reach her, what is safe before the number.
public struct FollowUpReachScreen: Screen {
    var page: PageView

    /// The ways to reach her.
    init(_ page: PageView) {
        self.page = page
    }

    public var title: Phrase { Phrase("How to reach her", "如何联系她") }

    public var isPlace: Bool { false }

    public static let bindings: [Binding<FollowUpReachScreen>] = [
        Binding(.function(5), .enter, help: Phrase("back to the call", "返回")) { _, _ in .pop }
    ]

    public mutating func type(_ key: Key, _ world: World) -> Step {
        page.take(key, world) ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        page.draw(in: area, on: &canvas, world)
    }
}

extension CallSheetRow {
    /// Who it is, then for each contact: what is safe, how, and last the number.
    var reachLines: [PageLine] {
        let who = Phrase(
            verbatim: [personCode, name.text].compactMap(\.self).joined(separator: " "))
        var lines: [PageLine] = [
            .text(who + Phrase(verbatim: " · ") + occasion + Phrase(verbatim: " · ") + state.label)
        ]
        if isMissedBefore {
            lines.append(
                .text(
                    Phrase(
                        "Missed last time: another miss raises an alert.", "上次未联系上：再次未联系上将发出警示。"),
                    .warning))
        }
        lines += checkIn?.pageLines ?? []
        if contacts.isEmpty { lines.append(.text(safety, .alarm)) }
        for contact in contacts { lines += contact.pageLines }
        return lines
    }
}

extension CheckInNotes {
    /// What was agreed for the check-in, before any number.
    fileprivate var pageLines: [PageLine] {
        var parts: [Phrase] = [
            codePhrase.map { Phrase("Code phrase: ", "暗语：") + Phrase(verbatim: $0) }
                ?? Phrase("no code phrase agreed", "未约定暗语")
        ]
        if let method { parts.append(Phrase("agreed: ", "约定方式：") + method.label) }
        var lines: [PageLine] = [.text(Phrase.joined(parts, separator: " · "), .strong)]
        if let ifNotReached {
            lines.append(
                .text(Phrase("If not reached: ", "联系不上时：") + Phrase(verbatim: ifNotReached)))
        }
        return lines
    }
}

extension ContactLine {
    /// What is safe, how to do it, and only then the number.
    var pageLines: [PageLine] {
        let name = contact.name.text.map { Phrase(verbatim: " " + $0) } ?? Phrase("", "")
        let who = contact.kind.label + name + Phrase(": ", "：")
        var how: [Phrase] = []
        func add(_ label: Phrase, _ told: Told) {
            if let text = told.text { how.append(label + Phrase(verbatim: text)) }
        }
        add(Phrase("hours ", "时段："), contact.hours)
        add(Phrase("may be answered by ", "可能接听："), contact.whoMayAnswer)
        add(Phrase("say you are ", "自称："), contact.persona)
        add(Phrase("code phrase: ", "暗语："), contact.codePhrase)
        if contact.codePhrase.text == nil {
            how.append(Phrase("no code phrase agreed", "未约定暗语"))
        }
        let number =
            contact.phone.text.map { Phrase(verbatim: $0) } ?? Phrase("none recorded", "未登记")
        let told = telling.map { Phrase("; ", "；") + $0 } ?? Phrase("", "")
        return [
            .text(who + flags + told, isUnsafe || telling != nil && !mayBeTold ? .alarm : .strong),
            .text(Phrase.joined(how, separator: " · ")),
            .text(Phrase("Number: ", "号码：") + number),
        ]
    }
}
