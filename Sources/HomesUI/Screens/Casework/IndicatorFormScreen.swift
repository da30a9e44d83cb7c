import HomesCore

/// The answer to one indicator of forced labour: its evidence, and who decided what next.
public struct IndicatorFormScreen: FormScreen {
    public var form = Form()
    private let record: Indicator
    private let personId: String
    private let personCode: String

    public static let formName = "indicator"
    /// Whose, and which.
    public var recordId: String { personId + "/" + record.indicator.rawValue }
    public var draftTitle: String { personCode }
    public var title: Phrase { Phrase("Indicator", "迹象") }

    /// The form over an indicator of a resident's page; `nil` when she has no case.
    ///
    /// - Parameter answer: What it opens with instead of the answer that holds.
    public init?(
        _ indicator: ILOIndicator, _ page: ResidentPage, _ answer: YesNoUnknown?, _ world: World
    ) {
        guard let file = page.currentCase else { return nil }
        personId = page.person.id
        personCode = page.person.personCode
        var record = page.indicators.first { $0.indicator == indicator }?.record ?? Indicator()
        record.caseId = file.id
        record.indicator = indicator
        self.record = record
        record.assessedOn = world.today
        form.add(
            record, as: "record", section: indicator.label,
            ["answer", "assessedOn", "evidence", "nextStep", "decidedBy"], world.language)
        if let answer {
            form.preset("record.answer", answer.stored, world.language)
            form.focus(on: "record.evidence")
        }
        weigh()
    }

    public static let bindings: [Binding<IndicatorFormScreen>] = formBindings

    public mutating func fieldLeft(_ id: String, _ world: World) { weigh() }

    /// A yes needs evidence, a decision somebody who made it.
    private mutating func weigh() {
        form.require(
            "record.evidence", form.textValue("record.answer") == YesNoUnknown.yes.rawValue)
        let isDecided = form.textValue("record.nextStep") != nil
        form.require("record.decidedBy", isDecided)
    }

    public mutating func save(_ world: World) -> Step {
        var changed = record
        form.fill(&changed, from: "record")
        let saved = changed
        switch world.attempt({ () throws(StoreError) in
            try world.store.assessIndicator(saved, by: world.signature)
        }) {
        case .success(let saved):
            forgetDraft(world)
            return .answerSaying(
                .saved(table: Indicator.table, id: saved.id),
                .done(
                    record.indicator.label + Phrase(": ", "：") + saved.answer.label
                        + Phrase(". F8 undoes.", "。按 F8 撤销。")))
        case .failure(.changedMeanwhile):
            return .say(
                .warning(
                    Phrase(
                        "Somebody else has answered it meanwhile. Leave (the draft is kept), look, "
                            + "and come back.",
                        "他人已作回答。请先退出查看（草稿会保留），再回来填写。")))
        case .failure(let error): return refuse(error, world)
        }
    }
}
