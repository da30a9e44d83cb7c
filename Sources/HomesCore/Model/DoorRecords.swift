/// Somebody who was not taken in: unmet demand, without opening a file.
public struct TurnAway: Record {
    public var stamp = Stamp()
    public var homeId = ""
    public var date = CivilDate(dayNumber: 0)
    public var ageBand = AgeBand.from25
    public var tally = 1
    public var reason = TurnAwayReason.notCollected
    public var referredTo: String?

    /// An empty record.
    public init() {}

    public static let table = "turnAway"
    public static let noun = Phrase("Turned away", "未能接收")
    public static let fields: [Field<TurnAway>] = [
        Field("homeId", Phrase("Home", "妇女之家"), \.homeId, .reference("home"), required: true),
        Field("date", Phrase("Date", "日期"), \.date, .date, required: true),
        Field("ageBand", Phrase("Age band", "年龄段"), \.ageBand),
        Field("tally", Phrase("How many", "人数"), \.tally, .integer(1...99), required: true),
        Field("reason", Phrase("Why not here", "未接收原因"), \.reason),
        Field(
            "referredTo", Phrase("Sent on to", "介绍到"), \.referredTo, .text(limit: 60),
            sensitivity: .personal,
            help: Phrase("An organisation, never an address", "机构名称，不写地址")),
    ]
}

/// Somebody who came by for a while: a woman the home knows, or a tally of those who gave no name.
public struct Visit: Record {
    public var stamp = Stamp()
    public var homeId = ""
    public var date = CivilDate(dayNumber: 0)
    public var personId: String?
    public var ageBand: AgeBand?
    public var tally = 1
    public var outsiderName: String?
    public var outsiderPhone: String?
    public var note: String?

    /// An empty record.
    public init() {}

    public static let table = "visit"
    public static let noun = Phrase("Visit", "来访")
    public static let fields: [Field<Visit>] = [
        Field("homeId", Phrase("Home", "妇女之家"), \.homeId, .reference("home"), required: true),
        Field("date", Phrase("Date", "日期"), \.date, .date, required: true),
        Field("personId", Phrase("Who", "何人"), \.personId, .reference("person")),
        Field("ageBand", Phrase("Age band", "年龄段"), \.ageBand),
        Field("tally", Phrase("How many", "人数"), \.tally, .integer(1...999), required: true),
        Field(
            "outsiderName", Phrase("An outsider's name", "外来人员姓名"), \.outsiderName,
            .text(limit: 60), sensitivity: .personal,
            help: Phrase(
                "A man, a relative, an agent who came by; never a woman's",
                "来访的男子、亲属、中介；不写受助女性")),
        Field(
            "outsiderPhone", Phrase("An outsider's phone", "外来人员电话"), \.outsiderPhone, .phone,
            sensitivity: .personal),
        Field("note", Phrase("Note", "备注"), \.note, .text(limit: 120), sensitivity: .personal),
    ]
}

/// A service used on a visit.
public struct VisitService: Record {
    public var stamp = Stamp()
    public var visitId = ""
    public var service = DropInService.information

    /// An empty record.
    public init() {}

    public static let table = "visitService"
    public static let noun = Phrase("Service used", "所用服务")
    public static let fields: [Field<VisitService>] = [
        Field("visitId", Phrase("Visit", "来访"), \.visitId, .reference("visit"), required: true),
        Field("service", Phrase("Service", "服务"), \.service),
    ]
}
