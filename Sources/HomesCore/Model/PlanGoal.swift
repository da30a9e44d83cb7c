/// A goal of a case's plan (HTCDS support plan): what is to be reached, and how it ended.
public struct PlanGoal: Record {
    public var stamp = Stamp()
    public var caseId = ""
    public var spl_Type = SupportPlanType.socialCare
    public var spl_Objectives = ""
    public var agreedWithHer = YesNo.notCollected
    public var agreedOn = CivilDate(dayNumber: 0)
    public var spl_PlannedEndDate: CivilDate?
    public var state = GoalState.open
    public var spl_ActualEndDate: CivilDate?
    public var endReason: String?

    /// An empty record.
    public init() {}

    public static let table = "planGoal"
    public static let noun = Phrase("Goal of the plan", "计划目标")
    public static let fields: [Field<PlanGoal>] = [
        Field("caseId", Phrase("Case", "个案"), \.caseId, .reference("case"), required: true),
        Field("spl_Type", Phrase("Kind of support", "支持类型"), \.spl_Type),
        Field(
            "spl_Objectives", Phrase("Goal", "目标"), \.spl_Objectives, .text(limit: 200),
            required: true, sensitivity: .personal,
            help: Phrase("What she wants to have reached, in her words", "她想达到什么，尽量用原话")),
        Field(
            "agreedWithHer", Phrase("It is her own goal", "是她自己的目标"), \.agreedWithHer,
            sensitivity: .personal),
        Field("agreedOn", Phrase("Agreed on", "商定日期"), \.agreedOn, .date, required: true),
        Field(
            "spl_PlannedEndDate", Phrase("To be reached by", "计划达成日期"), \.spl_PlannedEndDate,
            .date),
        Field("state", Phrase("State", "状态"), \.state),
        Field(
            "spl_ActualEndDate", Phrase("Ended on", "结束日期"), \.spl_ActualEndDate, .date,
            help: Phrase("Today when left empty", "不填则为今天")),
        Field(
            "endReason", Phrase("How it ended", "结果或原因"), \.endReason, .text(limit: 200),
            sensitivity: .personal,
            help: Phrase("Needed when a goal is dropped", "放弃目标时必填")),
    ]
}

/// An action towards a goal of the plan: who does what until when, and what came of it.
public struct PlanAction: Record {
    public var stamp = Stamp()
    public var goalId = ""
    public var spl_ActionPlan = ""
    public var doer = PlanDoer.worker
    public var doerName: String?
    public var dueOn: CivilDate?
    public var state = ActionState.open
    public var endedOn: CivilDate?
    public var outcome: String?

    /// An empty record.
    public init() {}

    public static let table = "planAction"
    public static let noun = Phrase("Action of the plan", "计划行动")
    public static let fields: [Field<PlanAction>] = [
        Field("goalId", Phrase("Goal", "目标"), \.goalId, .reference("planGoal"), required: true),
        Field(
            "spl_ActionPlan", Phrase("What is done", "做什么"), \.spl_ActionPlan,
            .text(limit: 200), required: true, sensitivity: .personal),
        Field("doer", Phrase("Who does it", "由谁做"), \.doer),
        Field(
            "doerName", Phrase("Which one", "具体是谁"), \.doerName, .text(limit: 60),
            sensitivity: .personal, help: Phrase("The worker or the organisation", "工作人员或机构名称")),
        Field("dueOn", Phrase("Due on", "期限"), \.dueOn, .date),
        Field("state", Phrase("State", "状态"), \.state),
        Field(
            "endedOn", Phrase("Done on", "完成日期"), \.endedOn, .date,
            help: Phrase("Today when left empty", "不填则为今天")),
        Field(
            "outcome", Phrase("What came of it", "结果"), \.outcome, .text(limit: 200),
            sensitivity: .personal,
            help: Phrase("Needed when an action is dropped", "取消行动时必填原因")),
    ]
}
