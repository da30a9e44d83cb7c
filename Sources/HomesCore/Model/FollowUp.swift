/// A call or visit after a start or an exit, or a check-in of her journey. Its due date never moves
/// by itself; a check-in that is not done goes with the day of travel, and the journal says so.
public struct FollowUp: Record {
    public var stamp = Stamp()
    public var personId = ""
    public var homeId = ""
    public var placementId: String?
    public var stayId: String?
    /// The plan it is a check-in of.
    public var migrationPlanId: String?
    /// Days after the start or exit: 3, 7, 30, 90, 180; or after the day of travel.
    public var dayOffset = 0
    public var dueOn = CivilDate(dayNumber: 0)
    /// How often it was put off; twice at most.
    public var snoozeCount = 0
    public var callAgainOn: CivilDate?
    public var doneOn: CivilDate?
    public var method: FollowUpMethod?
    public var reached: FollowUpReached?
    public var codePhraseUsed = YesNo.notCollected
    public var safeToTalk = YesNo.notCollected
    public var sameEmployer = YesNo.notCollected
    public var wagePaidInFull = YesNo.notCollected
    public var hours: String?
    public var holdsOwnId = YesNo.notCollected
    public var canLeaveFreely = YesNo.notCollected
    public var WorkPlaceViolenceThreats = YesNo.notCollected
    public var WorkplacePromiseDifference = YesNo.notCollected
    public var CoercedToContinueWork = YesNo.notCollected
    public var LaborExploitPastThreeMonths = YesNo.notCollected
    public var actionTaken: String?
    /// The day on which its answers raised an alert; only a person closes it, with a reason.
    public var alertRaisedOn: CivilDate?
    public var alertClosedOn: CivilDate?
    public var alertClosedReason: String?

    /// An empty record.
    public init() {}

    public static let table = "followUp"
    public static let noun = Phrase("Follow-up", "回访")
    public static let fields: [Field<FollowUp>] = schedule + answers

    private static let schedule: [Field<FollowUp>] = [
        Field(
            "personId", Phrase("Resident", "入住人员"), \.personId, .reference("person"), required: true
        ),
        Field("homeId", Phrase("Home", "妇女之家"), \.homeId, .reference("home"), required: true),
        Field("placementId", Phrase("Placement", "就业安置"), \.placementId, .reference("placement")),
        Field("stayId", Phrase("Stay", "住宿"), \.stayId, .reference("stay")),
        Field(
            "migrationPlanId", Phrase("Safe-migration plan", "安全外出计划"), \.migrationPlanId,
            .reference("migrationPlan")),
        Field("dayOffset", Phrase("Day", "第几天"), \.dayOffset, .kept, required: true),
        Field("dueOn", Phrase("Due on", "应访日期"), \.dueOn, .kept, required: true),
        Field("snoozeCount", Phrase("Put off (times)", "推迟次数"), \.snoozeCount, .kept),
        Field("callAgainOn", Phrase("Call again on", "再次联系"), \.callAgainOn, .kept),
    ]

    private static let answers: [Field<FollowUp>] = [
        Field("doneOn", Phrase("Done on", "完成日期"), \.doneOn, .date),
        Field("method", Phrase("How", "方式"), \.method),
        Field("reached", Phrase("Reached", "是否联系上"), \.reached),
        Field(
            "codePhraseUsed", Phrase("Code phrase right", "暗语正确"), \.codePhraseUsed,
            sensitivity: .personal),
        Field("safeToTalk", Phrase("Safe to talk", "说话方便"), \.safeToTalk, sensitivity: .personal),
        Field(
            "sameEmployer", Phrase("Same employer", "仍在原单位"), \.sameEmployer, sensitivity: .personal
        ),
        Field(
            "wagePaidInFull", Phrase("Wage paid in full", "工资足额发放"), \.wagePaidInFull,
            sensitivity: .personal),
        Field(
            "hours", Phrase("Hours a day", "每天工时"), \.hours, .text(limit: 20),
            sensitivity: .personal),
        Field(
            "holdsOwnId", Phrase("Holds her own ID", "证件在本人手中"), \.holdsOwnId,
            sensitivity: .personal),
        Field(
            "canLeaveFreely", Phrase("Can leave freely", "可自由离开"), \.canLeaveFreely,
            sensitivity: .personal),
        Field(
            "WorkPlaceViolenceThreats", Phrase("Violence or threats at work", "工作中遭暴力或威胁"),
            \.WorkPlaceViolenceThreats, sensitivity: .personal),
        Field(
            "WorkplacePromiseDifference", Phrase("Work differs from the promise", "工作与承诺不符"),
            \.WorkplacePromiseDifference, sensitivity: .personal),
        Field(
            "CoercedToContinueWork", Phrase("Forced to go on working", "被迫继续工作"),
            \.CoercedToContinueWork, sensitivity: .personal),
        Field(
            "LaborExploitPastThreeMonths", Phrase("Any of these in 3 months", "三个月内有上述情况"),
            \.LaborExploitPastThreeMonths, sensitivity: .personal),
        Field(
            "actionTaken", Phrase("Action taken", "采取措施"), \.actionTaken, .note,
            sensitivity: .personal),
        Field("alertRaisedOn", Phrase("Alert raised on", "警示发出日期"), \.alertRaisedOn, .kept),
        Field("alertClosedOn", Phrase("Alert closed on", "警示解除日期"), \.alertClosedOn, .kept),
        Field(
            "alertClosedReason", Phrase("Alert closed because", "警示解除理由"), \.alertClosedReason,
            .kept),
    ]
}

/// An ILO indicator heard of in a follow-up: listed with its evidence, never a verdict.
public struct FollowUpIndicator: Record {
    public var stamp = Stamp()
    public var followUpId = ""
    public var indicator = ILOIndicator.deception
    public var answer = YesNoUnknown.unknown
    public var evidence: String?

    /// An empty record.
    public init() {}

    public static let table = "followUpIndicator"
    public static let noun = Phrase("Indicator of forced labour", "强迫劳动迹象")
    public static let fields: [Field<FollowUpIndicator>] = [
        Field(
            "followUpId", Phrase("Follow-up", "回访"), \.followUpId, .reference("followUp"),
            required: true),
        Field("indicator", Phrase("Indicator", "迹象"), \.indicator, sensitivity: .personal),
        Field("answer", Phrase("Answer", "回答"), \.answer, sensitivity: .personal),
        Field(
            "evidence", Phrase("Evidence", "证据"), \.evidence, .text(limit: 200),
            sensitivity: .personal),
    ]
}
