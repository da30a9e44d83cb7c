/// A counselling session with one woman, a family or a group.
public struct CounsellingSession: Record {
    public var stamp = Stamp()
    public var homeId = ""
    public var date = CivilDate(dayNumber: 0)
    /// HUD 4.19.3.
    public var mode = SessionMode.inPerson
    public var kind = SessionKind.individual
    public var counsellorId = ""
    public var interpreter: String?
    /// Where the interpreter is from, and for whom she works: what a conflict is looked for by.
    public var interpreterCounty: String?
    public var interpreterWork: String?
    /// Why she interpreted although something spoke against it.
    public var interpreterReason: String?
    public var durationMinutes: Int?
    public var language: String?
    /// What one column held before a session could have several; new ones are `SessionMaterial`.
    public var materialsGiven: String?
    public var note: String?

    /// An empty record.
    public init() {}

    public static let table = "counsellingSession"
    public static let noun = Phrase("Counselling session", "咨询辅导")
    public static let fields: [Field<CounsellingSession>] = [
        Field("homeId", Phrase("Home", "妇女之家"), \.homeId, .reference("home"), required: true),
        Field("date", Phrase("Date", "日期"), \.date, .date, required: true),
        Field("kind", Phrase("With", "形式"), \.kind),
        Field("mode", Phrase("How", "方式"), \.mode),
        Field(
            "counsellorId", Phrase("Counsellor", "辅导员"), \.counsellorId, .reference("user"),
            required: true),
        Field(
            "interpreter", Phrase("Interpreter", "翻译"), \.interpreter, .text(limit: 60),
            help: Phrase(
                "Her name is compared with contacts, employers and residents",
                "姓名会与联系人、用人单位和入住人员核对")),
        Field(
            "interpreterCounty", Phrase("Interpreter is from", "翻译的家乡"), \.interpreterCounty,
            .county),
        Field(
            "interpreterWork", Phrase("Interpreter works for", "翻译的单位"), \.interpreterWork,
            .text(limit: 60)),
        Field(
            "interpreterReason", Phrase("Interprets all the same", "仍请其翻译的理由"),
            \.interpreterReason, .text(limit: 200), sensitivity: .personal),
        Field(
            "durationMinutes", Phrase("Minutes", "时长（分钟）"), \.durationMinutes, .integer(1...1_440)),
        Field("language", Phrase("Language", "语言"), \.language, .list("languages")),
        Field(
            "materialsGiven", Phrase("Materials given", "发放材料"), \.materialsGiven,
            .list("materials")),
        Field("note", Phrase("Note", "备注"), \.note, .note, sensitivity: .personal),
    ]
}

/// A topic covered in a session.
public struct SessionTopic: Record {
    public var stamp = Stamp()
    public var sessionId = ""
    public var topic = CounsellingTopic.deciding

    /// An empty record.
    public init() {}

    public static let table = "sessionTopic"
    public static let noun = Phrase("Topic covered", "辅导专题")
    public static let fields: [Field<SessionTopic>] = [
        Field(
            "sessionId", Phrase("Session", "辅导"), \.sessionId, .reference("counsellingSession"),
            required: true),
        Field("topic", Phrase("Topic", "专题"), \.topic),
    ]
}

/// Something given out in a session.
public struct SessionMaterial: Record {
    public var stamp = Stamp()
    public var sessionId = ""
    /// A code of the list of materials.
    public var material = ""

    /// An empty record.
    public init() {}

    public static let table = "sessionMaterial"
    public static let noun = Phrase("Material given", "发放材料")
    public static let fields: [Field<SessionMaterial>] = [
        Field(
            "sessionId", Phrase("Session", "辅导"), \.sessionId, .reference("counsellingSession"),
            required: true),
        Field(
            "material", Phrase("Material", "材料"), \.material, .list("materials"), required: true),
    ]
}

/// Somebody who took part in a session, or a tally of women who did not give a name.
public struct Attendance: Record {
    public var stamp = Stamp()
    public var sessionId = ""
    public var personId: String?
    public var ageBand: AgeBand?
    public var tally = 1
    public var preScore: Int?
    public var postScore: Int?

    /// An empty record.
    public init() {}

    public static let table = "attendance"
    public static let noun = Phrase("Attendance", "参加情况")
    public static let fields: [Field<Attendance>] = [
        Field(
            "sessionId", Phrase("Session", "辅导"), \.sessionId, .reference("counsellingSession"),
            required: true),
        Field("personId", Phrase("Resident", "入住人员"), \.personId, .reference("person")),
        Field("ageBand", Phrase("Age band", "年龄段"), \.ageBand),
        Field("tally", Phrase("How many", "人数"), \.tally, .integer(1...999), required: true),
        Field("preScore", Phrase("Score before", "前测分"), \.preScore, .integer(0...100)),
        Field("postScore", Phrase("Score after", "后测分"), \.postScore, .integer(0...100)),
    ]
}
