/// A dated note about a woman. Only its author sees it until she signs it; then everybody who may
/// open the record, and nobody changes it any more: what is to be added is a note that amends it.
public struct Note: Record {
    public var stamp = Stamp()
    public var personId = ""
    public var date = CivilDate(dayNumber: 0)
    public var kind = NoteKind.contact
    public var text = ""
    public var amendsId: String?
    public var signedAt: Instant?
    public var signedBy: String?

    /// An empty record.
    public init() {}

    /// Whether it stands as it is for good.
    public var isSigned: Bool { signedAt != nil }

    public static let table = "note"
    public static let noun = Phrase("Note", "记录")
    public static let fields: [Field<Note>] = [
        Field(
            "personId", Phrase("Resident", "入住人员"), \.personId, .reference("person"),
            required: true),
        Field("date", Phrase("Date", "日期"), \.date, .date, required: true),
        Field("kind", Phrase("Kind", "类型"), \.kind),
        Field("text", Phrase("Text", "内容"), \.text, .note, required: true, sensitivity: .personal),
        Field("amendsId", Phrase("Amends", "补充的记录"), \.amendsId, .reference("note")),
        Field("signedAt", Phrase("Signed", "签署时间"), \.signedAt, .kept),
        Field("signedBy", Phrase("Signed by", "签署人"), \.signedBy, .reference("user")),
    ]
}
