/// Something that happened in or around a home, or to a woman at work. Residents are named by
/// record alone, outsiders by a description without a name.
public struct Incident: Record {
    public var stamp = Stamp()
    public var homeId = ""
    public var date = CivilDate(dayNumber: 0)
    public var reportedOn = CivilDate(dayNumber: 0)
    public var `class` = IncidentClass.inHomeSafety
    /// GBVIMS; `nil` where the questions cannot apply.
    public var gbvType: GBVType?
    /// Where it happened at work.
    public var employerId: String?
    public var whatHappened: String?
    public var action: String?
    public var reportedTo: IncidentReport?
    public var status = IncidentStatus.open
    public var closedOn: CivilDate?
    public var closedReason: String?

    /// An empty record.
    public init() {}

    public static let table = "incident"
    public static let noun = Phrase("Incident", "事件")
    public static let fields: [Field<Incident>] = [
        Field("homeId", Phrase("Home", "妇女之家"), \.homeId, .reference("home"), required: true),
        Field("date", Phrase("When it happened", "发生日期"), \.date, .date, required: true),
        Field("reportedOn", Phrase("Heard of on", "得知日期"), \.reportedOn, .date, required: true),
        Field("class", Phrase("Kind", "类别"), \.`class`, sensitivity: .personal),
        Field(
            "gbvType", Phrase("Type of violence", "暴力类型"), \.gbvType, sensitivity: .personal,
            help: Phrase("The first of six questions that is yes", "六问中首个为“是”者")),
        Field(
            "employerId", Phrase("Employer", "用人单位"), \.employerId, .reference("employer")),
        Field(
            "whatHappened", Phrase("What happened", "经过"), \.whatHappened, .note,
            sensitivity: .personal, help: Phrase("No names: residents by code", "不写姓名，用编号")),
        Field(
            "action", Phrase("What was done", "采取措施"), \.action, .note, sensitivity: .personal),
        Field("reportedTo", Phrase("Reported to", "报告对象"), \.reportedTo, sensitivity: .personal),
        Field("status", Phrase("Status", "状态"), \.status),
        Field("closedOn", Phrase("Closed on", "结束日期"), \.closedOn, .kept),
        Field(
            "closedReason", Phrase("Closed because", "结束理由"), \.closedReason, .text(limit: 120),
            sensitivity: .personal),
    ]
}

/// Somebody in an incident: a resident by her record, or an outsider by a description.
public struct IncidentPerson: Record {
    public var stamp = Stamp()
    public var incidentId = ""
    public var personId: String?
    public var part = IncidentPart.affected
    public var description: String?

    /// An empty record.
    public init() {}

    public static let table = "incidentPerson"
    public static let noun = Phrase("Person in an incident", "事件相关人")
    public static let fields: [Field<IncidentPerson>] = [
        Field(
            "incidentId", Phrase("Incident", "事件"), \.incidentId, .reference("incident"),
            required: true),
        Field("personId", Phrase("Resident", "入住人员"), \.personId, .reference("person")),
        Field("part", Phrase("Part", "角色"), \.part, sensitivity: .personal),
        Field(
            "description", Phrase("Outsider", "外部人员"), \.description, .text(limit: 80),
            sensitivity: .personal, help: Phrase("Without a name", "不写姓名")),
    ]
}
