/// Something about a woman that everybody who opens her page must see first, until somebody
/// resolves it with a reason (Primero).
public struct PersonFlag: Record {
    public var stamp = Stamp()
    public var personId = ""
    public var message = ""
    public var raisedOn = CivilDate(dayNumber: 0)
    public var raisedBy = ""
    public var resolvedOn: CivilDate?
    public var resolvedBy: String?
    public var resolution: String?

    /// An empty record.
    public init() {}

    /// Whether nobody has resolved it.
    public var isOpen: Bool { resolvedOn == nil }

    public static let table = "flag"
    public static let noun = Phrase("Flag", "提醒标记")
    public static let fields: [Field<PersonFlag>] = [
        Field(
            "personId", Phrase("Resident", "入住人员"), \.personId, .reference("person"),
            required: true),
        Field(
            "message", Phrase("What to know", "须知事项"), \.message, .text(limit: 200),
            required: true, sensitivity: .personal,
            help: Phrase("What whoever opens her page must know first", "打开她的页面时首先要知道的事")),
        Field("raisedOn", Phrase("Raised on", "添加日期"), \.raisedOn, .date, required: true),
        Field(
            "raisedBy", Phrase("Raised by", "添加人"), \.raisedBy, .reference("user"),
            required: true),
        Field("resolvedOn", Phrase("Resolved on", "解除日期"), \.resolvedOn, .date),
        Field("resolvedBy", Phrase("Resolved by", "解除人"), \.resolvedBy, .reference("user")),
        Field(
            "resolution", Phrase("How it was resolved", "解除原因"), \.resolution,
            .text(limit: 200), sensitivity: .personal),
    ]
}
