/// That somebody opened a record that is closed to her: with a reason, for half an hour, to read
/// only, and looked at afterwards by the manager of the woman's home.
public struct GlassBreak: Record {
    public var stamp = Stamp()
    public var userId = ""
    public var personId = ""
    /// The woman's home, whose manager reviews it.
    public var homeId = ""
    public var reason = ""
    public var at = Instant(milliseconds: 0)
    public var until = Instant(milliseconds: 0)
    public var reviewedBy: String?
    public var reviewedAt: Instant?
    public var reviewFinding: GlassFinding?
    public var reviewNote: String?

    /// An empty record.
    public init() {}

    /// How long the record stays open, in seconds: 30 minutes.
    public static let lifetime = 30 * 60
    /// Within how long it is to be reviewed, in seconds: 72 hours.
    public static let reviewWithin = 72 * 3_600
    /// How many characters a reason has at least.
    public static let leastReason = 20

    public static let table = "glassBreak"
    public static let noun = Phrase("Break-glass", "紧急查阅")
    public static let fields: [Field<GlassBreak>] = [
        Field("userId", Phrase("By", "查阅人"), \.userId, .reference("user"), required: true),
        Field("personId", Phrase("Whose", "当事人"), \.personId, .reference("person"), required: true),
        Field("homeId", Phrase("Home", "妇女之家"), \.homeId, .reference("home"), required: true),
        Field(
            "reason", Phrase("Reason", "理由"), \.reason, .text(limit: 200), required: true,
            sensitivity: .personal,
            help: Phrase("At least 20 characters; the manager reads it", "至少20个字符，负责人会查看")),
        Field("at", Phrase("Opened", "查阅时间"), \.at, .kept, required: true),
        Field("until", Phrase("Open until", "截止时间"), \.until, .kept, required: true),
        Field("reviewedBy", Phrase("Reviewed by", "复核人"), \.reviewedBy, .reference("user")),
        Field("reviewedAt", Phrase("Reviewed", "复核时间"), \.reviewedAt, .kept),
        Field("reviewFinding", Phrase("Finding", "复核结论"), \.reviewFinding),
        Field(
            "reviewNote", Phrase("Note", "备注"), \.reviewNote, .text(limit: 200),
            sensitivity: .personal),
    ]
}
