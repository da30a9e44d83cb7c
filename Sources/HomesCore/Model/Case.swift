/// The work with a person, from registration to closure.
public struct Case: Record {
    public var stamp = Stamp()
    public var caseCode = ""
    public var personId = ""
    public var homeId = ""
    /// The user who works on it.
    public var cas_CaseOwner: String?
    public var cas_Status = CaseStatus.active
    /// Set by the worker, never computed.
    public var riskLevel: RiskLevel?
    public var registrationDate = CivilDate(dayNumber: 0)
    public var referralSource = ReferralSource.notCollected
    public var cas_ReasonForIncomingReferral: IncomingReferralReason?
    public var vic_TraffickingStatus = TraffickingStatus.notAssessed
    public var vic_TraffickingStatusDecisionMakingOrg: StatusDecisionMaker?
    public var cas_ReasonForCaseClosure: ClosureReason?
    public var dateClosure: CivilDate?
    public var closureApprovedBy: String?

    /// An empty record.
    public init() {}

    public static let table = "case"
    public static let noun = Phrase("Case", "个案")
    public static let fields: [Field<Case>] = [
        Field("caseCode", Phrase("Case code", "个案编号"), \.caseCode, .kept, required: true),
        Field(
            "personId", Phrase("Resident", "入住人员"), \.personId, .reference("person"), required: true
        ),
        Field("homeId", Phrase("Home", "妇女之家"), \.homeId, .reference("home"), required: true),
        Field("cas_CaseOwner", Phrase("Case owner", "负责人"), \.cas_CaseOwner, .reference("user")),
        Field("cas_Status", Phrase("Status", "状态"), \.cas_Status, sensitivity: .personal),
        Field(
            "riskLevel", Phrase("Risk (worker's view)", "风险等级（工作者判断）"), \.riskLevel,
            sensitivity: .personal,
            help: Phrase("Set by the worker; the program never computes it", "由工作者判断，程序不会自动计算")),
        Field(
            "registrationDate", Phrase("Registered on", "登记日期"), \.registrationDate, .date,
            required: true),
        Field(
            "referralSource", Phrase("Came through", "来源"), \.referralSource, sensitivity: .personal
        ),
        Field(
            "cas_ReasonForIncomingReferral", Phrase("Reason for referral", "转介原因"),
            \.cas_ReasonForIncomingReferral, sensitivity: .personal),
        Field(
            "vic_TraffickingStatus", Phrase("Trafficking status", "是否被拐卖"),
            \.vic_TraffickingStatus, sensitivity: .identifying,
            help: Phrase("Only what an organisation has decided", "只填有关机构的认定")),
        Field(
            "vic_TraffickingStatusDecisionMakingOrg", Phrase("Decided by", "认定机构"),
            \.vic_TraffickingStatusDecisionMakingOrg, sensitivity: .personal),
        Field(
            "cas_ReasonForCaseClosure", Phrase("Reason for closure", "结案原因"),
            \.cas_ReasonForCaseClosure, sensitivity: .personal),
        Field("dateClosure", Phrase("Closed on", "结案日期"), \.dateClosure, .date),
        Field(
            "closureApprovedBy", Phrase("Closure approved by", "结案审批人"), \.closureApprovedBy,
            .reference("user")),
    ]
}
