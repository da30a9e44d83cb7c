/// A start in a job.
public struct Placement: Record {
    public var stamp = Stamp()
    public var personId = ""
    public var homeId = ""
    public var offerId = ""
    public var startDate = CivilDate(dayNumber: 0)
    public var contractSignedOn: CivilDate?
    public var contractCopyHeld = YesNo.notCollected
    public var wageYuanAtStart: Int?
    public var hoursPerDayAtStart: Int?
    public var endDate: CivilDate?
    public var endReason: PlacementEndReason?
    /// HUD R6.A.
    public var employmentType: EmploymentType?
    /// Whether the introduction is complete in the home's service ledger (L21).
    public var ledgerComplete = YesNo.notCollected
    /// Why a failed check (never L1, L2, L7, L8) was set aside, and by which two persons.
    public var overrideReason: String?
    public var overrideBy: String?
    public var overrideSecondBy: String?
    /// The day on which that was decided; `nil` for placements before it was kept.
    public var overrideOn: CivilDate?
    /// What checking the employer had come to when she was placed.
    public var employerStatusAtStart: ApprovedStatus?

    /// An empty record.
    public init() {}

    public static let table = "placement"
    public static let noun = Phrase("Placement", "就业安置")
    public static let fields: [Field<Placement>] = [
        Field(
            "personId", Phrase("Resident", "入住人员"), \.personId, .reference("person"), required: true
        ),
        Field("homeId", Phrase("Home", "妇女之家"), \.homeId, .reference("home"), required: true),
        Field(
            "offerId", Phrase("Job offer", "招工信息"), \.offerId, .reference("jobOffer"),
            required: true),
        Field("startDate", Phrase("Starts on", "上岗日期"), \.startDate, .date, required: true),
        Field("contractSignedOn", Phrase("Contract signed on", "签合同日期"), \.contractSignedOn, .date),
        Field("contractCopyHeld", Phrase("She holds a copy", "本人持有合同"), \.contractCopyHeld),
        Field(
            "wageYuanAtStart", Phrase("Wage at the start (yuan)", "起薪（元）"), \.wageYuanAtStart,
            .integer(0...1_000_000)),
        Field(
            "hoursPerDayAtStart", Phrase("Hours a day at the start", "上岗时每天工时"),
            \.hoursPerDayAtStart, .integer(1...24)),
        Field("employmentType", Phrase("Kind of employment", "就业类型"), \.employmentType),
        Field(
            "ledgerComplete", Phrase("In the service ledger", "已记入服务台账"), \.ledgerComplete,
            help: Phrase(
                "The home's own ledger of introductions, complete and kept 2 years (L21)",
                "本家职业介绍服务台账，须完整并保存两年（L21）")),
        Field("endDate", Phrase("Ended on", "结束日期"), \.endDate, .date),
        Field("endReason", Phrase("Why it ended", "结束原因"), \.endReason, sensitivity: .personal),
        Field(
            "overrideReason", Phrase("Failed checks set aside because", "放行未通过项的理由"),
            \.overrideReason, .text(limit: 200)),
        Field("overrideBy", Phrase("Set aside by", "放行人"), \.overrideBy, .reference("user")),
        Field("overrideSecondBy", Phrase("and by", "复核人"), \.overrideSecondBy, .reference("user")),
        Field("overrideOn", Phrase("Set aside on", "放行日期"), \.overrideOn, .date),
        Field(
            "employerStatusAtStart", Phrase("Employer was then", "当时核查状态"),
            \.employerStatusAtStart),
    ]
}

/// What one law check said when she was placed.
public struct OfferCheck: Record {
    public var stamp = Stamp()
    public var placementId = ""
    public var offerId = ""
    public var ruleCode = ""
    public var verdict = VerdictCode.unknown
    public var article = ""
    public var effectiveFrom = CivilDate(dayNumber: 0)
    public var evidence: String?
    public var checkedOn = CivilDate(dayNumber: 0)

    /// An empty record.
    public init() {}

    public static let table = "offerCheck"
    public static let noun = Phrase("Law check", "法律核查")
    public static let fields: [Field<OfferCheck>] = [
        Field(
            "placementId", Phrase("Placement", "就业安置"), \.placementId, .reference("placement"),
            required: true),
        Field(
            "offerId", Phrase("Job offer", "招工信息"), \.offerId, .reference("jobOffer"),
            required: true),
        Field("ruleCode", Phrase("Rule", "规则"), \.ruleCode, .text(limit: 3), required: true),
        Field("verdict", Phrase("Result", "结果"), \.verdict),
        Field("article", Phrase("Article", "条款"), \.article, .text(limit: 120), required: true),
        Field(
            "effectiveFrom", Phrase("In force from", "施行日期"), \.effectiveFrom, .date, required: true
        ),
        Field("evidence", Phrase("Because", "依据"), \.evidence, .text(limit: 200)),
        Field("checkedOn", Phrase("Checked on", "核查日期"), \.checkedOn, .date, required: true),
    ]
}
