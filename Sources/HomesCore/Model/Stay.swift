/// A person's time in a home, from entry to exit.
public struct Stay: Record {
    public var stamp = Stamp()
    public var caseId = ""
    public var personId = ""
    public var homeId = ""
    /// The first night.
    public var entryDate = CivilDate(dayNumber: 0)
    public var state = StayState.checkedIn
    /// HUD 3.15.1; children with their mother.
    public var relationshipToHoH = HouseholdRelationship.notCollected
    public var motherStayId: String?
    public var priorLivingSituation = PriorLivingSituation.notCollected
    /// HUD 3.917.2.
    public var lengthOfStayThere = LengthOfStayThere.notCollected
    public var needs = Told(nil)
    public var belongings: String?
    public var houseRulesExplainedOn: CivilDate?
    public var houseRulesLanguage: String?
    public var plannedExitDate: CivilDate?
    /// The day she left; that night is not counted.
    public var exitDate: CivilDate?
    /// HUD R17.1.
    public var exitType = ExitType.notCollected
    public var destination = Destination.notCollected
    public var destinationPlace = Told(nil)
    /// HUD R19.
    public var destinationSafeClient = YesNo.notCollected
    public var destinationSafeWorker = YesNo.notCollected
    public var exitInterview: String?
    /// HUD R20.
    public var aftercare: String?

    /// An empty record.
    public init() {}

    public static let table = "stay"
    public static let noun = Phrase("Stay", "住宿")
    public static let fields: [Field<Stay>] = arrival + departure

    private static let arrival: [Field<Stay>] = [
        Field("caseId", Phrase("Case", "个案"), \.caseId, .reference("case"), required: true),
        Field(
            "personId", Phrase("Resident", "入住人员"), \.personId, .reference("person"), required: true
        ),
        Field("homeId", Phrase("Home", "妇女之家"), \.homeId, .reference("home"), required: true),
        Field("entryDate", Phrase("Entry date", "入住日期"), \.entryDate, .date, required: true),
        Field("state", Phrase("State", "状态"), \.state),
        Field(
            "relationshipToHoH", Phrase("In the household", "家中身份"), \.relationshipToHoH,
            sensitivity: .personal),
        Field(
            "motherStayId", Phrase("With her mother", "随母亲入住"), \.motherStayId, .reference("stay")),
        Field(
            "priorLivingSituation", Phrase("Slept before at", "此前住处"), \.priorLivingSituation,
            sensitivity: .personal),
        Field(
            "lengthOfStayThere", Phrase("How long there", "在那里多久"), \.lengthOfStayThere,
            sensitivity: .personal),
        Field(
            "needs", Phrase("Needs now", "当前需要"), \.needs, .text(limit: 200),
            sensitivity: .personal,
            help: Phrase("In her words: safety, doctor, work, papers", "按她所说：安全、就医、找工作、证件")),
        Field(
            "belongings", Phrase("Handed in", "寄存物品"), \.belongings, .text(limit: 200),
            sensitivity: .personal),
        Field(
            "houseRulesExplainedOn", Phrase("House rules explained", "已讲解守则"),
            \.houseRulesExplainedOn, .date),
        Field(
            "houseRulesLanguage", Phrase("Rules explained in", "讲解语言"), \.houseRulesLanguage,
            .list("languages")),
        Field("plannedExitDate", Phrase("Plans to leave", "计划离开"), \.plannedExitDate, .date),
    ]

    private static let departure: [Field<Stay>] = [
        Field("exitDate", Phrase("Exit date", "离开日期"), \.exitDate, .date),
        Field("exitType", Phrase("How the stay ended", "离开方式"), \.exitType, sensitivity: .personal),
        Field("destination", Phrase("Destination", "去向"), \.destination, sensitivity: .locating)
            .underSecondKey(),
        Field(
            "destinationPlace", Phrase("Where", "具体地点"), \.destinationPlace, .text(limit: 120),
            sensitivity: .locating,
            help: Phrase("Only what she wants written down", "只写她愿意留下的")
        ).underSecondKey(),
        Field(
            "destinationSafeClient", Phrase("Safe, she says", "她认为安全"), \.destinationSafeClient,
            sensitivity: .personal),
        Field(
            "destinationSafeWorker", Phrase("Safe, the worker thinks", "工作者认为安全"),
            \.destinationSafeWorker,
            sensitivity: .personal),
        Field(
            "exitInterview", Phrase("Exit interview", "离开面谈"), \.exitInterview, .note,
            sensitivity: .personal),
        Field(
            "aftercare", Phrase("Aftercare", "后续安排"), \.aftercare, .text(limit: 200),
            sensitivity: .personal),
    ]
}

/// The bed of a stay for a run of nights.
public struct BedAssignment: Record {
    public var stamp = Stamp()
    public var stayId = ""
    public var bedId = ""
    public var fromNight = CivilDate(dayNumber: 0)
    /// The first night no longer in this bed.
    public var toNight: CivilDate?
    public var reason = AssignmentReason.arrival
    /// A child in her mother's bed: the one case of two in a bed.
    public var withMother = false

    /// An empty record.
    public init() {}

    public static let table = "bedAssignment"
    public static let noun = Phrase("Bed assignment", "床位安排")
    public static let fields: [Field<BedAssignment>] = [
        Field("stayId", Phrase("Stay", "住宿"), \.stayId, .reference("stay"), required: true),
        Field("bedId", Phrase("Bed", "床位"), \.bedId, .reference("bed"), required: true),
        Field("fromNight", Phrase("From night", "起始夜"), \.fromNight, .date, required: true),
        Field("toNight", Phrase("Until (not this night)", "截止（不含此夜）"), \.toNight, .date),
        Field("reason", Phrase("Reason", "原因"), \.reason),
        Field("withMother", Phrase("In her mother's bed", "与母亲同床"), \.withMother, .kept),
    ]
}
