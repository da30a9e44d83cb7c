/// The safe-migration plan of a case: where she goes and how, who knows, when she is called. There
/// is one at a time; earlier versions are in the journal. Where she goes lies under the second key.
public struct MigrationPlan: Record {
    public var stamp = Stamp()
    public var caseId = ""
    public var personId = ""
    /// The day on which she agreed to it.
    public var agreedOn: CivilDate?
    public var travelDate: CivilDate?
    public var destinationCounty = Told(nil)
    /// The employer, or somebody she knows there.
    public var destinationContact = Told(nil)
    public var destinationPlace = Told(nil)
    public var destinationMayCall = YesNo.notCollected
    public var destinationPhone = Told(nil)
    public var route = Told(nil)
    public var knowsName = Told(nil)
    public var knowsRelation = Told(nil)
    public var knowsMayCall = YesNo.notCollected
    public var knowsPhone = Told(nil)
    /// The day on which she confirmed what may be done with the numbers; stale after 90 days.
    public var phonesCheckedOn: CivilDate?
    /// Days after the day of travel, with blanks between: `1 3 7` (`CheckInDays`).
    public var checkInDays: String?
    public var checkInMethod: FollowUpMethod?
    public var ifNotReached = Told(nil)
    public var codePhrase = Told(nil)
    public var codePhraseOnPaper = YesNo.notCollected
    public var copyLeftWith = Told(nil)
    public var returnFareYuan: Int?
    public var hotlineCard: PocketCard?
    public var note: String?

    /// An empty record.
    public init() {}

    public static let table = "migrationPlan"
    public static let noun = Phrase("Safe-migration plan", "安全外出计划")
    public static let fields: [Field<MigrationPlan>] = whose + destination + knows + checkIns

    private static let whose: [Field<MigrationPlan>] = [
        Field("caseId", Phrase("Case", "个案"), \.caseId, .reference("case"), required: true),
        Field(
            "personId", Phrase("Resident", "入住人员"), \.personId, .reference("person"), required: true
        ),
        Field("agreedOn", Phrase("She agreed on", "本人同意日期"), \.agreedOn, .date),
        Field(
            "travelDate", Phrase("Travels on", "出行日期"), \.travelDate, .date,
            sensitivity: .personal,
            help: Phrase("Check-ins are counted from this day", "报平安的日子从这天算起")),
    ]

    private static let destination: [Field<MigrationPlan>] = [
        Field(
            "destinationCounty", Phrase("To which county", "前往县区"), \.destinationCounty, .county,
            sensitivity: .locating,
            help: Phrase("Only what she wants written down", "只写她愿意留下的")
        ).underSecondKey(),
        Field(
            "destinationContact", Phrase("Employer or contact there", "当地单位或联系人"),
            \.destinationContact, .text(limit: 80), sensitivity: .locating
        ).underSecondKey(),
        Field(
            "destinationPlace", Phrase("Address there", "当地地址"), \.destinationPlace,
            .text(limit: 120), sensitivity: .locating
        ).underSecondKey(),
        Field(
            "route", Phrase("Route", "路线"), \.route, .text(limit: 200), sensitivity: .locating,
            help: Phrase("Trains, buses, who meets her", "车次、换乘、谁来接")
        ).underSecondKey(),
        Field(
            "destinationMayCall", Phrase("May be called there", "可以打电话（当地）"),
            \.destinationMayCall, sensitivity: .personal),
        Field(
            "destinationPhone", Phrase("Phone there", "电话（当地）"), \.destinationPhone, .phone,
            sensitivity: .locating
        ).underSecondKey(),
    ]

    private static let knows: [Field<MigrationPlan>] = [
        Field(
            "knowsName", Phrase("Who knows route and date", "谁知道路线和日期"), \.knowsName,
            .text(limit: 60), sensitivity: .identifying),
        Field(
            "knowsRelation", Phrase("Relation", "关系"), \.knowsRelation, .text(limit: 40),
            sensitivity: .personal),
        Field(
            "knowsMayCall", Phrase("May be called (who knows)", "可以打电话（知情人）"), \.knowsMayCall,
            sensitivity: .personal),
        Field(
            "knowsPhone", Phrase("Phone (who knows)", "电话（知情人）"), \.knowsPhone, .phone,
            sensitivity: .locating),
        Field(
            "phonesCheckedOn", Phrase("She confirmed the numbers on", "本人确认号码日期"),
            \.phonesCheckedOn, .date,
            help: Phrase("After 90 days they count as unsafe", "90天后视为不安全")),
    ]

    private static let checkIns: [Field<MigrationPlan>] = [
        Field(
            "checkInDays", Phrase("Check-ins on day", "报平安（第几天）"), \.checkInDays,
            .text(limit: 40),
            help: Phrase(
                "Days after the day of travel, with blanks: 1 3 7; 0 is the day itself",
                "出行后第几天，空格分开：1 3 7；0为当天")),
        Field("checkInMethod", Phrase("How", "方式"), \.checkInMethod),
        Field(
            "ifNotReached", Phrase("If she is not reached", "联系不上时"), \.ifNotReached,
            .text(limit: 200), sensitivity: .personal,
            help: Phrase("What she wants done, and whom to ask", "她希望怎么做、可以问谁")),
        Field(
            "codePhrase", Phrase("Code phrase", "暗语"), \.codePhrase, .text(limit: 60),
            sensitivity: .identifying,
            help: Phrase("Agreed words that mean she is safe", "约定表示平安的话")),
        Field(
            "codePhraseOnPaper", Phrase("Code phrase on her card", "暗语写在卡片上"),
            \.codePhraseOnPaper, sensitivity: .personal),
        Field(
            "copyLeftWith", Phrase("Copy of papers left with", "证件复印件留给"), \.copyLeftWith,
            .text(limit: 60), sensitivity: .identifying),
        Field(
            "returnFareYuan", Phrase("Return fare kept (yuan)", "留有返程路费（元）"), \.returnFareYuan,
            .integer(0...100_000)),
        Field("hotlineCard", Phrase("Card she carries", "随身卡片"), \.hotlineCard),
        Field("note", Phrase("Note", "备注"), \.note, .note, sensitivity: .personal),
    ]
}
