import HomesCore

/// Adds or changes a goal of the case plan.
public struct PlanGoalScreen: RecordEditScreen {
    public var form = Form()
    var record: PlanGoal
    let personId: String
    private let personCode: String

    public static let formName = "planGoal"
    /// Whose goal, and which; nothing after the stroke for a new one.
    public var recordId: String { personId + "/" + record.id }
    public var draftTitle: String { personCode }
    public var title: Phrase { Phrase("Goal", "目标") }

    /// The form over a goal of a resident's page; a new one when none is given.
    public init(_ goal: PlanGoal?, _ page: ResidentPage, _ world: World) {
        personId = page.person.id
        personCode = page.person.personCode
        var record = goal ?? PlanGoal()
        if goal == nil {
            record.caseId = page.currentCase?.id ?? ""
            record.agreedOn = world.today
        }
        self.record = record
        form.add(
            record, as: "record", section: Phrase("Goal", "目标"),
            ["spl_Type", "spl_Objectives", "agreedWithHer", "agreedOn", "spl_PlannedEndDate"],
            world.language)
        if goal != nil {
            form.add(
                record, as: "record", section: Phrase("How it ended", "结果"),
                ["state", "spl_ActualEndDate", "endReason"], world.language)
        }
        weigh()
    }

    public static let bindings: [Binding<PlanGoalScreen>] = formBindings

    public mutating func fieldLeft(_ id: String, _ world: World) { weigh() }

    private mutating func weigh() {
        let state = form.textValue("record.state")
        let open = state == GoalState.open.rawValue ? Phrase("it is open", "尚在进行") : nil
        form.skip("record.spl_ActualEndDate", because: open)
        form.skip("record.endReason", because: open)
        form.require("record.endReason", state == GoalState.dropped.rawValue)
    }

    static func find(_ id: String, in page: ResidentPage) -> PlanGoal? {
        page.casePlan.first { $0.goal.id == id }?.goal
    }

    func write(_ record: PlanGoal, _ world: World) throws(StoreError) -> PlanGoal {
        try world.store.planGoal(record, by: world.signature)
    }
}

/// Adds or changes an action towards a goal of the case plan.
public struct PlanActionScreen: RecordEditScreen {
    public var form = Form()
    var record: PlanAction
    let personId: String
    private let personCode: String

    public static let formName = "planAction"
    /// Whose action, of which goal, and which; nothing after the second stroke for a new one.
    public var recordId: String { personId + "/" + record.goalId + "/" + record.id }
    public var draftTitle: String { personCode }
    public var title: Phrase { Phrase("Action", "行动") }

    /// The form over an action of a goal; a new one when none is given.
    public init(
        _ action: PlanAction?, of goal: PlanGoal, _ page: ResidentPage, _ world: World
    ) {
        personId = page.person.id
        personCode = page.person.personCode
        var record = action ?? PlanAction()
        record.goalId = goal.id
        self.record = record
        form.add(
            record, as: "record",
            section: goal.spl_Type.label + Phrase(verbatim: " · " + goal.spl_Objectives),
            ["spl_ActionPlan", "doer", "doerName", "dueOn"], world.language)
        if action != nil {
            form.add(
                record, as: "record", section: Phrase("What came of it", "结果"),
                ["state", "endedOn", "outcome"], world.language)
        }
        weigh()
    }

    public static let bindings: [Binding<PlanActionScreen>] = formBindings

    public mutating func fieldLeft(_ id: String, _ world: World) {
        weigh()
        // What the answer has just made needless is not stopped at.
        if id == "record.doer", form.focused?.id == "record.doerName",
            form.focused?.skipped != nil
        {
            _ = form.advance(world.fieldContext)
        }
    }

    private mutating func weigh() {
        let isHers = form.textValue("record.doer") == PlanDoer.herself.rawValue
        form.skip(
            "record.doerName", because: isHers ? Phrase("she herself", "本人") : nil)
        let state = form.textValue("record.state")
        form.skip(
            "record.endedOn",
            because: state == ActionState.open.rawValue ? Phrase("it is open", "尚在进行") : nil)
        form.require("record.outcome", state == ActionState.dropped.rawValue)
    }

    static func find(_ id: String, in page: ResidentPage) -> PlanAction? {
        page.casePlan.lazy.flatMap(\.actions).first { $0.id == id }
    }

    func write(_ record: PlanAction, _ world: World) throws(StoreError) -> PlanAction {
        try world.store.planAction(record, by: world.signature)
    }
}
