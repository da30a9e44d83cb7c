/// A woman referred to an organisation, or by one. Nothing is shared without her consent for that
/// organisation, in force on that day.
public struct Referral: Record {
    public var stamp = Stamp()
    public var personId = ""
    /// The home that made it, or that she was sent to.
    public var homeId = ""
    public var direction = ReferralDirection.outgoing
    /// Primero, service types.
    public var serviceType = ReferralService.health
    /// Spelled as in the consent.
    public var toOrganisation = ""
    /// On the strength of which it was shared.
    public var consentId = ""
    /// The day on which it was shared: that of the entry, so that nothing is shared backwards.
    public var sharedOn = CivilDate(dayNumber: 0)
    public var sentAt = Instant(milliseconds: 0)
    public var responseTimeframe = ReferralTimeframe.threeDays
    /// When the answer is due.
    public var dueAt = Instant(milliseconds: 0)
    public var sharesIdentity = SharedOrNot.notShared
    public var sharesContact = SharedOrNot.notShared
    public var sharesFamily = SharedOrNot.notShared
    public var sharesNeeds = SharedOrNot.notShared
    public var sharesRisk = SharedOrNot.notShared
    public var sharesCase = SharedOrNot.notShared
    public var sharesWork = SharedOrNot.notShared
    public var reason: String?
    public var status = ReferralStatus.inProgress
    /// HUD 4.20.D.
    public var referralResult: ReferralResult?
    /// When the answer was written down.
    public var respondedAt: Instant?
    public var feedback: String?
    public var revokedOn: CivilDate?
    /// When the organisation was told that it is revoked.
    public var toldOn: CivilDate?

    /// An empty record.
    public init() {}

    public static let table = "referral"
    public static let noun = Phrase("Referral", "转介")
    public static let fields: [Field<Referral>] = request + shares + answer

    private static let request: [Field<Referral>] = [
        Field(
            "personId", Phrase("Resident", "入住人员"), \.personId, .reference("person"), required: true
        ),
        Field("homeId", Phrase("Home", "妇女之家"), \.homeId, .reference("home"), required: true),
        Field("direction", Phrase("Direction", "方向"), \.direction, sensitivity: .personal),
        Field("serviceType", Phrase("Service", "服务类型"), \.serviceType, sensitivity: .personal),
        Field(
            "toOrganisation", Phrase("Organisation", "机构"), \.toOrganisation, .text(limit: 60),
            required: true, sensitivity: .locating,
            help: Phrase(
                "As in her consent. F2 lists those she agreed to", "与同意书一致。F2 列出她同意的机构")),
        Field(
            "consentId", Phrase("On her consent", "依据的同意"), \.consentId, .reference("consent"),
            required: true),
        Field("sharedOn", Phrase("Shared on", "共享日期"), \.sharedOn, .kept, required: true),
        Field("sentAt", Phrase("Sent at", "发出时间"), \.sentAt, .kept, required: true),
        Field("responseTimeframe", Phrase("Answer wanted", "答复时限"), \.responseTimeframe),
        Field("dueAt", Phrase("Answer due", "应答复时间"), \.dueAt, .kept, required: true),
        Field(
            "reason", Phrase("What is asked of it", "请对方做什么"), \.reason, .text(limit: 200),
            sensitivity: .personal),
    ]

    private static let shares: [Field<Referral>] = [
        Field(
            "sharesIdentity", Phrase("Name, birth date, number", "姓名、出生日期、证件号"),
            \.sharesIdentity),
        Field("sharesContact", Phrase("How to reach her", "联系方式"), \.sharesContact),
        Field("sharesFamily", Phrase("Family, children, hukou", "家庭、子女、户籍"), \.sharesFamily),
        Field("sharesNeeds", Phrase("What she needs", "她的需要"), \.sharesNeeds),
        Field("sharesRisk", Phrase("Risk assessment", "风险评估"), \.sharesRisk),
        Field("sharesCase", Phrase("What happened to her", "经过与个案情况"), \.sharesCase),
        Field("sharesWork", Phrase("Job and wages", "工作与工资"), \.sharesWork),
    ]

    private static let answer: [Field<Referral>] = [
        Field("status", Phrase("Status", "状态"), \.status),
        Field("referralResult", Phrase("Result", "结果"), \.referralResult, sensitivity: .personal),
        Field("respondedAt", Phrase("Answered at", "答复时间"), \.respondedAt, .kept),
        Field(
            "feedback", Phrase("What it answered", "对方反馈"), \.feedback, .note,
            sensitivity: .personal),
        Field("revokedOn", Phrase("Revoked on", "撤销日期"), \.revokedOn, .kept),
        Field(
            "toldOn", Phrase("Told so on", "告知对方日期"), \.toldOn, .date,
            help: Phrase("When the organisation was told to stop", "何时告知对方停止使用")),
    ]

    /// The labels of the parts of her file that go along.
    public var shared: [Phrase] {
        Referral.shares.filter { $0.get(self) == SharedOrNot.shared.stored }.map(\.label)
    }

    /// The names of those fields, for a form.
    public static let shareNames = shares.map(\.name)

    /// Whether the answer is late at a moment.
    public func isOverdue(at moment: Instant) -> Bool { status == .inProgress && dueAt < moment }

    /// Whether the organisation has to be told that what it holds may no longer be used.
    public var isToBeTold: Bool {
        direction == .outgoing && status == .revoked && toldOn == nil
    }
}
