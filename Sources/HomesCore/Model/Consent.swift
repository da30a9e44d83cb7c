/// What a person has agreed to, for one purpose. Never a condition of a bed.
public struct Consent: Record {
    public var stamp = Stamp()
    public var personId = ""
    public var purpose = ConsentPurpose.caseManagement
    public var shareWith: String?
    public var given = YesNo.notCollected
    public var givenBy = ConsentGivenBy.herself
    public var date = CivilDate(dayNumber: 0)
    public var expiresOn: CivilDate?
    public var withheldWhat: String?
    public var withheldWhy: String?
    public var language: String?
    public var formNumber: String?
    public var withdrawnOn: CivilDate?
    public var withdrawnHow: String?

    /// An empty record.
    public init() {}

    public static let table = "consent"
    public static let noun = Phrase("Consent", "知情同意")
    public static let fields: [Field<Consent>] = [
        Field(
            "personId", Phrase("Resident", "入住人员"), \.personId, .reference("person"), required: true
        ),
        Field("purpose", Phrase("For", "用途"), \.purpose, sensitivity: .personal),
        Field("shareWith", Phrase("With whom", "共享对象"), \.shareWith, .text(limit: 60)),
        Field("given", Phrase("She agrees", "是否同意"), \.given, sensitivity: .personal),
        Field("givenBy", Phrase("Given by", "由谁同意"), \.givenBy, sensitivity: .personal),
        Field("date", Phrase("On", "日期"), \.date, .date, required: true),
        Field(
            "expiresOn", Phrase("Until", "有效期至"), \.expiresOn, .date,
            help: Phrase("90 days when left empty", "不填则为90天")),
        Field(
            "withheldWhat", Phrase("She withholds", "不同意的内容"), \.withheldWhat, .text(limit: 80),
            sensitivity: .personal),
        Field(
            "withheldWhy", Phrase("Why", "原因"), \.withheldWhy, .text(limit: 80),
            sensitivity: .personal),
        Field("language", Phrase("Explained in", "说明所用语言"), \.language, .list("languages")),
        Field("formNumber", Phrase("Form number", "表号"), \.formNumber, .code(limit: 30)),
        Field("withdrawnOn", Phrase("Withdrawn on", "撤回日期"), \.withdrawnOn, .date),
        Field("withdrawnHow", Phrase("How withdrawn", "撤回方式"), \.withdrawnHow, .text(limit: 80)),
    ]
}
