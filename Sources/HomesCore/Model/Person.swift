/// A woman, girl or child whom a home knows.
public struct Person: Record {
    public var stamp = Stamp()
    public var homeId = ""
    /// `AH014-0231`: nothing personal inside; what lists show.
    public var personCode = ""
    public var nameZh = Told(nil)
    public var prs_FirstName = Told(nil)
    public var prs_SecondName = Told(nil)
    public var namePinyin: String?
    public var alias = Told(nil)
    /// HUD 3.01.5.
    public var nameDataQuality = NameDataQuality.notCollected
    /// `1990-03-05`, `1990-03` or `1990`.
    public var prs_Birthdate = Told(nil)
    public var dobDataQuality = BirthdateQuality.notCollected
    public var prs_Gender = Gender.notCollected
    public var prs_IdentityNumber = Told(nil)
    public var idDocumentType = IDDocumentType.notCollected
    public var idHeldBy = IDHeldBy.notCollected
    /// GB/T 2260.
    public var hukouCounty = Told(nil)
    public var hukouType = HukouType.notCollected
    public var prs_MaritalStatus = MaritalStatus.notCollected
    public var prs_NumberOfChildren = Told(nil)
    public var prs_PrimaryLanguage = Told(nil)
    public var dialect = Told(nil)
    public var ethnicity = Told(nil)
    public var prs_HighestLevelOfEducation = Education.notCollected
    public var schoolStatus = SchoolStatus.notCollected
    public var skills = Told(nil)
    /// Folded names, pinyin and codes, made by the store at every save.
    public var searchKey = ""
    /// Since when the record is sealed: in no list, and opened by two persons only.
    public var sealedAt: Instant?
    public var sealedBy: String?
    public var sealReason: String?
    /// The file that this one became a part of; this one is void then, and its code still finds her.
    public var mergedInto: String?
    /// Since when nothing is left of her but nights that are counted.
    public var purgedAt: Instant?

    /// An empty record.
    public init() {}

    public static let table = "person"
    public static let noun = Phrase("Resident", "入住人员")
    public static let fields: [Field<Person>] = identity + circumstances

    private static let identity: [Field<Person>] = [
        Field("homeId", Phrase("Home", "妇女之家"), \.homeId, .reference("home"), required: true),
        Field("personCode", Phrase("Code", "编号"), \.personCode, .kept, required: true),
        Field(
            "prs_IdentityNumber", Phrase("Identity number", "身份证号"), \.prs_IdentityNumber,
            .identityNumber, sensitivity: .identifying,
            help: Phrase(
                "18 or 15 digits: fills in birth date, sex and county",
                "18位或15位，自动填写出生日期、性别和户籍县")),
        Field(
            "nameZh", Phrase("Name", "姓名"), \.nameZh, .text(limit: 60), required: true,
            sensitivity: .identifying,
            help: Phrase(
                "As she gives it. F6 if she declines: it blocks nothing", "按她所说填写。不愿说按 F6，不影响入住")),
        Field(
            "namePinyin", Phrase("Pinyin", "拼音"), \.namePinyin, .text(limit: 80),
            sensitivity: .identifying, help: Phrase("Filled from the name", "由姓名自动生成")),
        Field(
            "alias", Phrase("Also called", "别名"), \.alias, .text(limit: 60),
            sensitivity: .identifying),
        Field(
            "prs_FirstName", Phrase("Given name (not Chinese)", "名（非中文）"), \.prs_FirstName,
            .text(limit: 60), sensitivity: .identifying),
        Field(
            "prs_SecondName", Phrase("Family name (not Chinese)", "姓（非中文）"), \.prs_SecondName,
            .text(limit: 60), sensitivity: .identifying),
        Field(
            "nameDataQuality", Phrase("Name is", "姓名完整性"), \.nameDataQuality,
            sensitivity: .personal),
        Field(
            "prs_Birthdate", Phrase("Born", "出生日期"), \.prs_Birthdate, .approximateDate,
            sensitivity: .identifying,
            help: Phrase(
                "1990-03-05; 1990-03 or 1990 when not known", "1990-03-05；不清楚可填1990-03或1990")),
        Field(
            "dobDataQuality", Phrase("Birth date is", "出生日期准确性"), \.dobDataQuality,
            sensitivity: .personal),
        Field("prs_Gender", Phrase("Sex", "性别"), \.prs_Gender, sensitivity: .personal),
        Field(
            "idDocumentType", Phrase("Paper", "证件类型"), \.idDocumentType, sensitivity: .personal),
        Field(
            "idHeldBy", Phrase("Her ID is held by", "证件由谁保管"), \.idHeldBy,
            sensitivity: .personal,
            help: Phrase(
                "Nobody but she may keep it (Labour Contract Law 9)", "任何人不得扣押（劳动合同法第九条）")),
    ]

    private static let circumstances: [Field<Person>] = [
        Field(
            "hukouCounty", Phrase("Home county", "户籍县"), \.hukouCounty, .county,
            sensitivity: .personal, help: Phrase("Name, pinyin or code; F2 lists", "名称、拼音或代码；F2 列表")
        ),
        Field("hukouType", Phrase("Hukou", "户口性质"), \.hukouType, sensitivity: .personal),
        Field(
            "prs_MaritalStatus", Phrase("Marital status", "婚姻状况"), \.prs_MaritalStatus,
            sensitivity: .personal),
        Field(
            "prs_NumberOfChildren", Phrase("Children", "子女数"), \.prs_NumberOfChildren,
            .text(limit: 2), sensitivity: .personal),
        Field(
            "prs_PrimaryLanguage", Phrase("Language", "语言"), \.prs_PrimaryLanguage,
            .list("languages"), sensitivity: .personal),
        Field(
            "dialect", Phrase("Dialect", "方言"), \.dialect, .text(limit: 40), sensitivity: .personal),
        Field(
            "ethnicity", Phrase("Ethnicity", "民族"), \.ethnicity, .list("ethnicities"),
            sensitivity: .personal),
        Field(
            "prs_HighestLevelOfEducation", Phrase("Education", "文化程度"),
            \.prs_HighestLevelOfEducation, sensitivity: .personal),
        Field("schoolStatus", Phrase("School", "就学情况"), \.schoolStatus, sensitivity: .personal),
        Field(
            "skills", Phrase("Skills", "技能"), \.skills, .text(limit: 120), sensitivity: .personal),
        Field(
            "searchKey", Phrase("Search key", "检索键"), \.searchKey, .kept, sensitivity: .identifying),
        Field("sealedAt", Phrase("Sealed", "封存时间"), \.sealedAt, .kept),
        Field("sealedBy", Phrase("Sealed by", "封存人"), \.sealedBy, .reference("user")),
        Field(
            "sealReason", Phrase("Sealed because", "封存原因"), \.sealReason, .kept,
            sensitivity: .personal),
        Field(
            "mergedInto", Phrase("Merged into", "已并入"), \.mergedInto, .reference("person")),
        Field("purgedAt", Phrase("Destroyed", "销毁时间"), \.purgedAt, .kept),
    ]
}
