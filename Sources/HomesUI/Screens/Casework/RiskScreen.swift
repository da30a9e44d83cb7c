import HomesCore

/// Assesses risk: the questions on three levels, each with what was answered last, her own rating
/// and the worker's beside each other. One number key answers a question and goes on. The program
/// adds nothing up.
public struct RiskScreen: FormScreen {
    public var form = Form()
    private let personCode: String
    private let caseId: String
    private let personId: String
    /// What was answered last, by row.
    private var last: [String: (value: StoredValue, on: CivilDate)] = [:]
    /// The next review that the program has proposed.
    private var proposed: StoredValue?

    public static let formName = "risk"
    public static var comesBackWhenUndone: Bool { true }
    public var recordId: String { personId }
    public var draftTitle: String { personCode }
    public var title: Phrase { Phrase("Assess risk", "风险评估") }

    public var hint: Phrase? {
        guard let row = form.focused, row.fault == nil else { return form.hint }
        guard let was = last[row.id] else { return form.hint }
        let said = shown(was.value, row.kind)
        return Phrase("On \(was.on.iso): ", "\(was.on.iso)：") + said
            + Phrase(". F4 takes it over. ", "。F4 沿用。") + (form.hint ?? Phrase("", ""))
    }

    private static let help = Phrase(
        "1 yes · 0 no · 8 doesn't know · 9 declines · F5 note", "1是 · 0否 · 8不清楚 · 9不愿答 · F5备注")

    /// A new assessment for the case of a resident's page; `nil` when she has no case.
    public init?(_ page: ResidentPage, _ world: World) {
        guard let file = page.currentCase else { return nil }
        caseId = file.id
        personId = page.person.id
        personCode = page.person.personCode
        var assessment = RiskAssessment()
        assessment.assessedOn = world.today
        assessment.stage =
            page.risks.isEmpty ? .intake : page.openStay == nil ? .followUp : .midstay
        form.add(
            assessment, as: "risk", section: Phrase("Assessment", "评估"), ["assessedOn", "stage"],
            world.language)
        RiskQuestions.add(to: &form, world, RiskFactor.allCases, help: RiskScreen.help)
        form.add(
            assessment, as: "risk", section: Phrase("Rating", "评级"),
            ["herOwnRating", "workerRating", "reason", "nextReviewDue"], world.language)
        let birthdate = page.person.birthdate
        RiskQuestions.passOver(&form, birthdate, world)
        remember(page)
    }

    /// What was said last stands beside each question, until it is asked again.
    private mutating func remember(_ page: ResidentPage) {
        for factor in RiskFactor.allCases {
            guard let answer = page.lastAnswer(to: factor) else { continue }
            let id = RiskQuestions.id(factor)
            last[id] = (answer.item.answer.stored, answer.on)
            if let note = answer.item.note {
                last[RiskQuestions.noteId(factor)] = (.text(note), answer.on)
            }
            form.annotate(
                id,
                note: Phrase("was: ", "上次：") + answer.item.answer.brief
                    + Phrase(verbatim: answer.item.note == nil ? "" : "+"))
        }
        guard let line = page.risks.first else { return }
        for name in ["herOwnRating", "workerRating", "reason"] {
            guard let field = RiskAssessment.field(name) else { continue }
            let value = field.get(line.assessment)
            if value == .null { continue }
            last["risk." + name] = (value, line.assessment.assessedOn)
            if name != "reason" {
                form.annotate(
                    "risk." + name, note: Phrase("was: ", "上次：") + shown(value, field.kind))
            }
        }
    }

    private func shown(_ value: StoredValue, _ kind: FieldKind) -> Phrase {
        Phrase(
            FieldText.shown(value, kind, .english), FieldText.shown(value, kind, .chinese))
    }

    public static let bindings: [Binding<RiskScreen>] =
        formBindings.filter { !$0.keys.contains(.function(4)) } + [
            Binding(.function(4), help: Phrase("as last time", "沿用上次")) { screen, world in
                screen.takeOver(world)
            },
            Binding(.function(5), help: Phrase("note", "备注")) { screen, world in
                screen.openNote(world)
            },
        ]

    // MARK: Answering

    public mutating func type(_ key: Key, _ world: World) -> Step {
        if case .character(let character) = key, let row = form.focused, isQuestion(row),
            let answer = YesNo(key: character)
        {
            form.set(row.id, answer.stored, world.language)
            return goOn(world)
        }
        return typeInForm(key, world)
    }

    private func isQuestion(_ row: FormRow) -> Bool {
        RiskQuestions.factor(of: row.id).map { RiskQuestions.id($0) == row.id } ?? false
    }

    private mutating func goOn(_ world: World) -> Step {
        if case .left(let id) = form.advance(world.fieldContext) { fieldLeft(id, world) }
        return .stay
    }

    /// F4: the last answer to the question, with its note; question by question, so that each is
    /// thought of.
    private mutating func takeOver(_ world: World) -> Step {
        guard let row = form.focused, let was = last[row.id] else {
            return .say(.warning(Phrase("This was not asked before.", "此项以前没有问过。")))
        }
        form.set(row.id, was.value, world.language)
        if let factor = RiskQuestions.factor(of: row.id),
            let note = last[RiskQuestions.noteId(factor)]
        {
            RiskQuestions.addNote(to: &form, factor, world)
            form.set(RiskQuestions.noteId(factor), note.value, world.language)
        }
        return goOn(world)
    }

    /// F5: a note to the question.
    private mutating func openNote(_ world: World) -> Step {
        guard let row = form.focused, let factor = RiskQuestions.factor(of: row.id) else {
            return .say(.warning(Phrase("A note belongs to a question.", "备注须针对某个问题。")))
        }
        if isQuestion(row) { form.check(form.focus, world.fieldContext) }
        RiskQuestions.addNote(to: &form, factor, world)
        form.focus(on: RiskQuestions.noteId(factor))
        return .stay
    }

    /// A level that the worker sets proposes the day of the next look, which she may change.
    public mutating func fieldLeft(_ id: String, _ world: World) {
        guard id == "risk.workerRating" || id == "risk.assessedOn" else { return }
        let due = "risk.nextReviewDue"
        guard form.value(due) == .null || form.value(due) == proposed,
            let level = RiskLevel(stored: form.value("risk.workerRating")),
            let date = form.dateValue("risk.assessedOn")
        else { return }
        let proposal = StoredValue.text(
            RiskReview.proposal(at: level, assessedOn: date).iso)
        form.set(due, proposal, world.language)
        let days = RiskReview.days(at: level)
        form.annotate(due, note: Phrase("proposed: \(days) days", "建议：\(days)天后"))
        proposed = proposal
    }

    public mutating func resume(_ draft: Draft, _ world: World) {
        for text in draft.fields where text.field.hasSuffix(".note") {
            if let factor = RiskQuestions.factor(of: text.field) {
                RiskQuestions.addNote(to: &form, factor, world)
            }
        }
        form.resume(draft, world.fieldContext)
    }

    // MARK: Saving

    public mutating func save(_ world: World) -> Step {
        var assessment = RiskAssessment()
        form.fill(&assessment, from: "risk")
        assessment.caseId = caseId
        let items = RiskQuestions.answers(form)
        let record = assessment
        switch world.attempt({ () throws(StoreError) in
            try world.store.assessRisk(record, items: items, by: world.signature)
        }) {
        case .success(let saved):
            forgetDraft(world)
            return .answerSaying(
                .saved(table: RiskAssessment.table, id: saved.id),
                .done(
                    Phrase(
                        "Assessment saved. The level of the case is yours to set: e. F8 undoes.",
                        "评估已保存。个案等级由您按 e 设定。按 F8 撤销。")))
        case .failure(let error): return refuse(error, world)
        }
    }
}

extension YesNo {
    /// The answer where there is hardly room: 8 and 9 by their number.
    fileprivate var brief: Phrase {
        self == .yes || self == .no ? short : Phrase(verbatim: rawValue)
    }

    /// The answer in a narrow column.
    var short: Phrase {
        switch self {
        case .yes: Phrase("yes", "是")
        case .no: Phrase("no", "否")
        case .doesNotKnow: Phrase("8 ?", "8 不清楚")
        case .prefersNot: Phrase("9 -", "9 不愿答")
        case .notCollected: Phrase(verbatim: ".")
        }
    }
}
