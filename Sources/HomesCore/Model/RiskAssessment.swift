/// A risk assessment: her own rating and the worker's beside each other. No level is computed.
public struct RiskAssessment: Record {
    public var stamp = Stamp()
    public var caseId = ""
    public var assessedOn = CivilDate(dayNumber: 0)
    public var stage = RiskStage.intake
    public var herOwnRating: RiskLevel?
    public var workerRating: RiskLevel?
    public var reason: String?
    public var nextReviewDue: CivilDate?

    /// An empty record.
    public init() {}

    public static let table = "riskAssessment"
    public static let noun = Phrase("Risk assessment", "风险评估")
    public static let fields: [Field<RiskAssessment>] = [
        Field("caseId", Phrase("Case", "个案"), \.caseId, .reference("case"), required: true),
        Field("assessedOn", Phrase("Assessed on", "评估日期"), \.assessedOn, .date, required: true),
        Field("stage", Phrase("When", "阶段"), \.stage),
        Field(
            "herOwnRating", Phrase("Risk, she says", "她自评风险"), \.herOwnRating,
            sensitivity: .personal),
        Field(
            "workerRating", Phrase("Risk, the worker says", "工作者评定风险"), \.workerRating,
            sensitivity: .personal,
            help: Phrase("Yours beside hers; neither replaces the other", "与她的自评并列，互不替代")),
        Field("reason", Phrase("Why", "理由"), \.reason, .text(limit: 200), sensitivity: .personal),
        Field("nextReviewDue", Phrase("Review again on", "下次复评"), \.nextReviewDue, .date),
    ]
}

/// One answered question of a risk assessment.
public struct RiskItem: Record {
    public var stamp = Stamp()
    public var riskAssessmentId = ""
    public var level = RiskItemLevel.individual
    public var code = RiskFactor.under18
    public var answer = YesNo.notCollected
    public var note: String?

    /// An empty record.
    public init() {}

    public static let table = "riskItem"
    public static let noun = Phrase("Risk item", "风险项目")
    public static let fields: [Field<RiskItem>] = [
        Field(
            "riskAssessmentId", Phrase("Assessment", "评估"), \.riskAssessmentId,
            .reference("riskAssessment"), required: true),
        Field("level", Phrase("Level", "层面"), \.level),
        Field("code", Phrase("Question", "问题"), \.code),
        Field("answer", Phrase("Answer", "回答"), \.answer, sensitivity: .personal),
        Field("note", Phrase("Note", "备注"), \.note, .text(limit: 120), sensitivity: .personal),
    ]
}
