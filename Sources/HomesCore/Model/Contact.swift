/// A way to reach a person, with what is safe to do. The flags are always read before the number.
public struct Contact: Record {
    public var stamp = Stamp()
    public var personId = ""
    public var kind = ContactKind.herself
    public var name = Told(nil)
    public var relation = Told(nil)
    public var phone = Told(nil)
    public var mayCall = YesNo.notCollected
    public var mayText = YesNo.notCollected
    public var mayLeaveMessage = YesNo.notCollected
    public var hours = Told(nil)
    public var whoMayAnswer = Told(nil)
    public var persona = Told(nil)
    public var codePhrase = Told(nil)
    /// Whether this contact may be told where she is.
    public var mayBeTold = YesNo.notCollected
    /// The day on which she confirmed the flags; after 90 days they count as unsafe.
    public var checkedOn: CivilDate?

    /// An empty record.
    public init() {}

    public static let table = "contact"
    public static let noun = Phrase("Safe contact", "安全联系方式")
    public static let fields: [Field<Contact>] = [
        Field(
            "personId", Phrase("Resident", "入住人员"), \.personId, .reference("person"), required: true
        ),
        Field("kind", Phrase("Whose", "谁的"), \.kind),
        Field(
            "name", Phrase("Contact's name", "联系人姓名"), \.name, .text(limit: 60),
            sensitivity: .identifying),
        Field(
            "relation", Phrase("Relation", "关系"), \.relation, .text(limit: 40),
            sensitivity: .personal),
        Field("mayCall", Phrase("May be called", "可以打电话"), \.mayCall, sensitivity: .personal),
        Field("mayText", Phrase("May be texted", "可以发短信"), \.mayText, sensitivity: .personal),
        Field(
            "mayLeaveMessage", Phrase("May leave a message", "可以留言"), \.mayLeaveMessage,
            sensitivity: .personal),
        Field(
            "hours", Phrase("Safe hours", "安全时段"), \.hours, .text(limit: 40), sensitivity: .personal
        ),
        Field(
            "whoMayAnswer", Phrase("Who may answer", "可能由谁接听"), \.whoMayAnswer, .text(limit: 60),
            sensitivity: .personal),
        Field(
            "persona", Phrase("Say you are", "致电时自称"), \.persona, .text(limit: 60),
            sensitivity: .personal,
            help: Phrase("What the caller says she is", "打电话时自称是谁")),
        Field(
            "codePhrase", Phrase("Code phrase", "暗语"), \.codePhrase, .text(limit: 60),
            sensitivity: .identifying,
            help: Phrase("Agreed words that mean she is safe", "约定表示平安的话")),
        Field(
            "mayBeTold", Phrase("May be told where she is", "可告知其去向"), \.mayBeTold,
            sensitivity: .personal),
        Field("checkedOn", Phrase("She confirmed this on", "本人确认日期"), \.checkedOn, .date),
        Field("phone", Phrase("Phone", "电话"), \.phone, .phone, sensitivity: .locating),
    ]
}
