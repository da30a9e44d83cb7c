/// A firm that offers work.
public struct Employer: Record {
    public var stamp = Stamp()
    public var org_Name = ""
    public var licenceNumber: String?
    public var licenceSeenOn: CivilDate?
    public var legalRepresentative: String?
    public var address: String?
    public var countyCode: String?
    public var phone: String?
    /// ISIC section, A to U.
    public var industry: String?
    public var size: Int?
    public var dormitory = YesNo.notCollected
    public var approvedStatus = ApprovedStatus.pending
    public var approvedReason: String?
    public var approvedBy: String?
    public var approvedSecondBy: String?
    public var approvedOn: CivilDate?
    public var lastVisitOn: CivilDate?
    /// Folded name and pinyin, made by the store at every save.
    public var searchKey = ""

    /// An empty record.
    public init() {}

    public static let table = "employer"
    public static let noun = Phrase("Employer", "用人单位")
    public static let fields: [Field<Employer>] = [
        Field("org_Name", Phrase("Name", "单位名称"), \.org_Name, .text(limit: 100), required: true),
        Field("licenceNumber", Phrase("Licence number", "执照号"), \.licenceNumber, .code(limit: 30)),
        Field("licenceSeenOn", Phrase("Licence seen on", "查验执照日期"), \.licenceSeenOn, .date),
        Field(
            "legalRepresentative", Phrase("Legal representative", "法定代表人"), \.legalRepresentative,
            .text(limit: 60)),
        Field("address", Phrase("Address", "地址"), \.address, .text(limit: 120)),
        Field("countyCode", Phrase("County", "县（区）"), \.countyCode, .county),
        Field("phone", Phrase("Phone", "电话"), \.phone, .phone),
        Field("industry", Phrase("Industry", "行业"), \.industry, .list("industries")),
        Field("size", Phrase("Workers", "职工人数"), \.size, .integer(0...1_000_000)),
        Field("dormitory", Phrase("Dormitory", "有宿舍"), \.dormitory),
        Field("approvedStatus", Phrase("Checked", "核查状态"), \.approvedStatus),
        Field("approvedReason", Phrase("Why", "理由"), \.approvedReason, .text(limit: 120)),
        Field("approvedBy", Phrase("Checked by", "核查人"), \.approvedBy, .reference("user")),
        Field("approvedSecondBy", Phrase("and by", "复核人"), \.approvedSecondBy, .reference("user")),
        Field("approvedOn", Phrase("Checked on", "核查日期"), \.approvedOn, .date),
        Field("lastVisitOn", Phrase("Last visit", "最近走访"), \.lastVisitOn, .date),
        Field("searchKey", Phrase("Search key", "检索键"), \.searchKey, .kept),
    ]
}
