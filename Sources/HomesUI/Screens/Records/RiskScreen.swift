import HomesCore

/// A risk assessment: her rating and the worker's beside each other, and the questions on three
/// levels. Nothing is computed from the answers.
public struct RiskScreen: FormScreen {
    public var form: Form
    let caseId: String
    let code: String

    /// An assessment of a case on a day.
    public init(caseId: String, code: String, stage: RiskStage, _ world: World) {
        self.caseId = caseId
        self.code = code
        form = Form()
        var assessment = RiskAssessment()
        assessment.assessedOn = world.today
        assessment.stage = stage
        form.add(
            assessment, as: "risk", section: RiskAssessment.noun,
            ["assessedOn", "stage", "herOwnRating", "workerRating", "reason", "nextReviewDue"],
            world.language)
        for factor in RiskFactor.allCases {
            form.add(
                RiskScreen.prefix + factor.rawValue, factor.label, .choice(YesNo.choices),
                section: factor.level.label, value: .text(YesNo.notCollected.rawValue),
                world.language)
        }
    }

    static let prefix = "item."
    public static let formName = "riskAssessment"
    public var recordId: String { caseId }
    public var title: Phrase { RiskAssessment.noun }
    public var draftTitle: String { RiskAssessment.noun.english + " " + code }
    public static let bindings: [Binding<RiskScreen>] = formBindings

    public mutating func save(_ world: World) -> Step {
        var assessment = RiskAssessment()
        form.fill(&assessment, from: "risk")
        assessment.caseId = caseId
        let items = RiskScreen.items(of: form)
        let saved = assessment
        switch world.attempt({ () throws(StoreError) in
            try world.store.assessRisk(saved, items: items, by: world.signature)
        }) {
        case .success(let record):
            forgetDraft(world)
            form = Form()
            return .answerSaying(
                .saved(table: RiskAssessment.table, id: record.id),
                .done(
                    Phrase("Assessment saved. F8 undoes.", "评估已保存。按 F8 撤销。")))
        case .failure(let error): return .refused(error)
        }
    }

    /// The questions that were asked.
    static func items(of form: Form) -> [RiskItem] {
        RiskFactor.allCases.compactMap { factor in
            guard let code = form.textValue(prefix + factor.rawValue),
                let answer = YesNo(rawValue: code), answer != .notCollected
            else { return nil }
            var item = RiskItem()
            item.code = factor
            item.level = factor.level
            item.answer = answer
            return item
        }
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        if case .confirmed("discard") = answer { return discard(world) }
        return receiveInForm(answer, world)
    }
}
