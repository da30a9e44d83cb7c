/// A woman proposed to another home, and what it answered. Until it accepts, it learns her code, the
/// reason, her age band and her needs.
public struct Transfer: Record {
    public var stamp = Stamp()
    public var personId = ""
    public var fromHomeId = ""
    public var toHomeId = ""
    /// The stay that went on when she was proposed; `nil` when she was not here.
    public var stayId: String?
    public var consentId = ""
    public var proposedOn = CivilDate(dayNumber: 0)
    public var reason = ""
    public var needs: String?
    public var ageBand: AgeBand?
    public var status = TransferStatus.proposed
    public var answeredOn: CivilDate?
    public var answeredBy: String?
    public var answerReason: String?
    /// Her stay in the home that accepted her.
    public var newStayId: String?
    /// A child who went along in her mother's bed: the mother's transfer.
    public var motherTransferId: String?

    /// An empty record.
    public init() {}

    public static let table = "transfer"
    public static let noun = Phrase("Transfer", "转家")
    public static let fields: [Field<Transfer>] = [
        Field(
            "personId", Phrase("Resident", "入住人员"), \.personId, .reference("person"), required: true
        ),
        Field(
            "fromHomeId", Phrase("From", "原妇女之家"), \.fromHomeId, .reference("home"), required: true),
        Field("toHomeId", Phrase("To", "新妇女之家"), \.toHomeId, .reference("home"), required: true),
        Field("stayId", Phrase("Stay", "住宿"), \.stayId, .reference("stay")),
        Field(
            "consentId", Phrase("On her consent", "依据的同意"), \.consentId, .reference("consent"),
            required: true),
        Field("proposedOn", Phrase("Proposed on", "提出日期"), \.proposedOn, .kept, required: true),
        Field(
            "reason", Phrase("Why", "原因"), \.reason, .text(limit: 200), required: true,
            sensitivity: .personal,
            help: Phrase("The other home reads this: no names", "对方会看到：请勿写姓名")),
        Field(
            "needs", Phrase("What she needs", "她的需要"), \.needs, .text(limit: 200),
            sensitivity: .personal,
            help: Phrase("The other home reads this: no names", "对方会看到：请勿写姓名")),
        Field("ageBand", Phrase("Age band", "年龄段"), \.ageBand, sensitivity: .personal),
        Field("status", Phrase("Status", "状态"), \.status),
        Field("answeredOn", Phrase("Answered on", "答复日期"), \.answeredOn, .kept),
        Field("answeredBy", Phrase("Answered by", "答复人"), \.answeredBy, .reference("user")),
        Field(
            "answerReason", Phrase("Why refused", "未接收原因"), \.answerReason, .text(limit: 120),
            sensitivity: .personal),
        Field("newStayId", Phrase("Her new stay", "新住宿"), \.newStayId, .reference("stay")),
        Field(
            "motherTransferId", Phrase("With her mother", "随母亲转家"), \.motherTransferId,
            .reference("transfer")),
    ]
}

/// A request to close a case, and what the manager answered.
public struct ClosureRequest: Record {
    public var stamp = Stamp()
    public var caseId = ""
    public var personId = ""
    public var askedOn = CivilDate(dayNumber: 0)
    public var reason = ClosureReason.goalsMet
    /// The day on which the case closes.
    public var closeOn = CivilDate(dayNumber: 0)
    public var note: String?
    public var status = ClosureStatus.asked
    public var answeredOn: CivilDate?
    public var answeredBy: String?
    public var answerReason: String?

    /// An empty record.
    public init() {}

    public static let table = "closureRequest"
    public static let noun = Phrase("Request to close", "结案申请")
    public static let fields: [Field<ClosureRequest>] = [
        Field("caseId", Phrase("Case", "个案"), \.caseId, .reference("case"), required: true),
        Field(
            "personId", Phrase("Resident", "入住人员"), \.personId, .reference("person"), required: true
        ),
        Field("askedOn", Phrase("Asked on", "申请日期"), \.askedOn, .kept, required: true),
        Field(
            "reason", Phrase("Reason for closure", "结案原因"), \.reason, sensitivity: .personal),
        Field("closeOn", Phrase("Closes on", "结案日期"), \.closeOn, .date, required: true),
        Field("note", Phrase("To the manager", "给负责人的说明"), \.note, .note, sensitivity: .personal),
        Field("status", Phrase("Status", "状态"), \.status),
        Field("answeredOn", Phrase("Answered on", "答复日期"), \.answeredOn, .kept),
        Field("answeredBy", Phrase("Answered by", "答复人"), \.answeredBy, .reference("user")),
        Field(
            "answerReason", Phrase("Why refused", "未批准原因"), \.answerReason, .text(limit: 120),
            sensitivity: .personal),
    ]
}
