/// Another name of an employer: one it goes by, or one it had. A firm with a bad name takes another;
/// women and offers are found under all of them.
public struct EmployerName: Record {
    public var stamp = Stamp()
    public var employerId = ""
    public var name = ""
    public var kind = EmployerNameKind.alsoCalled
    public var knownSince = CivilDate(dayNumber: 0)

    /// An empty record.
    public init() {}

    public static let table = "employerName"
    public static let noun = Phrase("Other name", "其他名称")
    public static let fields: [Field<EmployerName>] = [
        Field(
            "employerId", Phrase("Employer", "用人单位"), \.employerId, .reference("employer"),
            required: true),
        Field("name", Phrase("Name", "名称"), \.name, .text(limit: 100), required: true),
        Field("kind", Phrase("What it is", "性质"), \.kind),
        Field("knownSince", Phrase("Known since", "得知日期"), \.knownSince, .date, required: true),
    ]
}

/// Whom to ask for at an employer.
public struct EmployerContact: Record {
    public var stamp = Stamp()
    public var employerId = ""
    public var name = ""
    public var position: String?
    public var phone: String?

    /// An empty record.
    public init() {}

    public static let table = "employerContact"
    public static let noun = Phrase("Contact at an employer", "单位联系人")
    public static let fields: [Field<EmployerContact>] = [
        Field(
            "employerId", Phrase("Employer", "用人单位"), \.employerId, .reference("employer"),
            required: true),
        Field("name", Phrase("Name", "姓名"), \.name, .text(limit: 60), required: true),
        Field("position", Phrase("Position", "职务"), \.position, .text(limit: 60)),
        Field("phone", Phrase("Phone", "电话"), \.phone, .phone),
    ]
}

/// A visit to an employer: what staff saw there with their own eyes, and heard from the women who
/// work there, alone.
public struct EmployerVisit: Record {
    public var stamp = Stamp()
    public var employerId = ""
    /// The visitor's home; `nil` for a supervisor.
    public var homeId: String?
    public var visitedOn = CivilDate(dayNumber: 0)
    public var announced = YesNo.notCollected
    public var sawWorkplace = YesNo.notCollected
    public var sawDormitory = YesNo.notCollected
    public var spokeAlone = YesNo.notCollected
    public var workersHoldPapers = YesNo.notCollected
    public var workersComeAndGo = YesNo.notCollected
    public var sawUnder16 = YesNo.notCollected
    public var finding = VisitFinding.concerns
    public var note: String?

    /// An empty record.
    public init() {}

    public static let table = "employerVisit"
    public static let noun = Phrase("Visit to an employer", "走访用人单位")
    public static let fields: [Field<EmployerVisit>] = [
        Field(
            "employerId", Phrase("Employer", "用人单位"), \.employerId, .reference("employer"),
            required: true),
        Field("homeId", Phrase("Visitor's home", "走访之家"), \.homeId, .reference("home")),
        Field("visitedOn", Phrase("Visited on", "走访日期"), \.visitedOn, .date, required: true),
        Field("announced", Phrase("Announced before", "事先通知"), \.announced),
        Field("sawWorkplace", Phrase("Saw the workplace", "看了工作场所"), \.sawWorkplace),
        Field("sawDormitory", Phrase("Saw the dormitory", "看了宿舍"), \.sawDormitory),
        Field(
            "spokeAlone", Phrase("Spoke with workers alone", "单独与工人交谈"), \.spokeAlone,
            help: Phrase("Without anybody of the firm in hearing", "单位人员不在场")),
        Field(
            "workersHoldPapers", Phrase("Workers hold their own papers", "工人自己保管证件"),
            \.workersHoldPapers),
        Field(
            "workersComeAndGo", Phrase("Workers come and go freely", "工人可自由进出"),
            \.workersComeAndGo),
        Field(
            "sawUnder16", Phrase("Saw somebody under 16 at work", "见到未满16岁者做工"), \.sawUnder16,
            help: Phrase(
                "Yes: report it to the labour bureau, 12333 (Child Labour Ban 8)",
                "有：向劳动保障部门举报，12333（禁止使用童工规定第八条）")),
        Field("finding", Phrase("Came to", "结论"), \.finding),
        Field("note", Phrase("What was seen and heard", "所见所闻"), \.note, .note),
    ]
}

/// What changed in a job after the start: wage, hours, place or work. Offers that get worse after
/// arrival are how deception shows (ILO indicators of forced labour, 2).
public struct PlacementChange: Record {
    public var stamp = Stamp()
    public var placementId = ""
    public var personId = ""
    public var changedOn = CivilDate(dayNumber: 0)
    public var wageYuan: Int?
    public var wageBasis: WageBasis?
    public var hoursPerDay: Int?
    public var what: String?
    public var toldBy = ChangeSource.herself

    /// An empty record.
    public init() {}

    public static let table = "placementChange"
    public static let noun = Phrase("Change in a job", "岗位变动")
    public static let fields: [Field<PlacementChange>] = [
        Field(
            "placementId", Phrase("Placement", "就业安置"), \.placementId, .reference("placement"),
            required: true),
        Field(
            "personId", Phrase("Resident", "入住人员"), \.personId, .reference("person"), required: true
        ),
        Field("changedOn", Phrase("Since", "自"), \.changedOn, .date, required: true),
        Field("wageYuan", Phrase("Wage (yuan)", "工资（元）"), \.wageYuan, .integer(0...1_000_000)),
        Field("wageBasis", Phrase("Wage for", "计酬方式"), \.wageBasis),
        Field("hoursPerDay", Phrase("Hours a day", "每天小时数"), \.hoursPerDay, .integer(1...24)),
        Field(
            "what", Phrase("What else changed", "其他变动"), \.what, .text(limit: 200),
            sensitivity: .personal,
            help: Phrase("Work, place, lodging, deductions", "工种、地点、住宿、扣款")),
        Field("toldBy", Phrase("Told by", "消息来源"), \.toldBy, sensitivity: .personal),
    ]
}
