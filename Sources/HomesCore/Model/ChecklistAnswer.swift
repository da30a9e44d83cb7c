/// The last answer to one item of a case's pre-departure checklist; the earlier ones are in the
/// journal.
public struct ChecklistAnswer: Record {
    public var stamp = Stamp()
    public var caseId = ""
    public var item = ChecklistItem.originalID
    public var answer = YesNoNA.no

    /// An empty record.
    public init() {}

    public static let table = "checklistAnswer"
    public static let noun = Phrase("Checklist answer", "出发前清单")
    public static let fields: [Field<ChecklistAnswer>] = [
        Field("caseId", Phrase("Case", "个案"), \.caseId, .reference("case"), required: true),
        Field("item", Phrase("Item", "项目"), \.item),
        Field("answer", Phrase("Answer", "回答"), \.answer, sensitivity: .personal),
    ]
}
