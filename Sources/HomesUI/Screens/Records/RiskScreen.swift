import HomesCore

/// Assesses risk: the questions on three levels, her own rating and the worker's beside each other.
/// The program adds nothing up.
public struct RiskScreen: FormScreen {
    public var form = Form()
    private let personCode: String
    private let caseId: String
    private let personId: String

    public static let formName = "risk"
    public var recordId: String { personId }
    public var draftTitle: String { personCode }
    public var title: Phrase { Phrase("Assess risk", "风险评估") }

    /// A new assessment for the case of a resident's page; `nil` when she has no case.
    public init?(_ page: ResidentPage, _ world: World) {
        guard let file = page.openCase ?? page.cases.first else { return nil }
        caseId = file.id
        personId = page.person.id
        personCode = page.person.personCode
        var assessment = RiskAssessment()
        assessment.assessedOn = world.today
        assessment.stage = page.risks.isEmpty ? .intake : .midstay
        form.add(
            assessment, as: "risk", section: Phrase("Assessment", "评估"), ["assessedOn", "stage"],
            world.language)
        RiskQuestions.add(to: &form, world)
        form.add(
            assessment, as: "risk", section: Phrase("Rating", "评级"),
            ["herOwnRating", "workerRating", "reason", "nextReviewDue"], world.language)
        let birthdate = page.person.prs_Birthdate.text.flatMap { Birthdate(stored: $0) }
        RiskQuestions.passOver(&form, birthdate, world)
    }

    public static let bindings: [Binding<RiskScreen>] = formBindings

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        if case .confirmed("discard") = answer { return discard(world) }
        return receiveInForm(answer, world)
    }

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

/// The ten questions about risk, as rows of a form.
enum RiskQuestions {
    private static func section(_ level: RiskItemLevel) -> Phrase {
        Phrase("Risk: ", "风险：") + level.label
    }

    private static func id(_ factor: RiskFactor) -> String { "item." + factor.rawValue }

    /// Adds them, level by level.
    static func add(to form: inout Form, _ world: World) {
        for level in RiskItemLevel.allCases {
            for factor in RiskFactor.allCases where factor.level == level {
                form.add(
                    id(factor), factor.label, .choice(YesNo.choices), section: section(level),
                    help: Phrase("1 yes, 2 no, 3 doesn't know, 4 declines", "1是 2否 3不清楚 4不愿答"),
                    value: YesNo.notCollected.stored, world.language)
            }
        }
    }

    /// Passes over what her age answers.
    static func passOver(_ form: inout Form, _ birthdate: Birthdate?, _ world: World) {
        let isAdult = birthdate?.years(on: world.today).map { $0 >= 18 } ?? false
        form.skip(
            id(.under18), because: isAdult ? Phrase("she is 18 or over", "已满18岁") : nil)
    }

    /// The questions that were answered.
    static func answers(_ form: Form) -> [RiskItem] {
        RiskFactor.allCases.compactMap { factor in
            guard let row = form[id(factor)], row.skipped == nil,
                let answer = YesNo(stored: row.value), answer != .notCollected
            else { return nil }
            var item = RiskItem()
            item.code = factor
            item.level = factor.level
            item.answer = answer
            return item
        }
    }
}
