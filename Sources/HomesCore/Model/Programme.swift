/// The programme this file belongs to: one row.
public struct Programme: Record {
    public var stamp = Stamp()
    public var nameEn = ""
    public var nameZh = ""
    /// Minutes ahead of UTC. China: 480, all year.
    public var utcOffsetMinutes = 480
    /// How `5/3/07` is read.
    public var dateOrder = DateOrder.dayMonth
    /// Whether every person in it is invented (`homes demo`).
    public var isInvented = false
    /// The day an invented programme believes it is; `nil` for the real one.
    public var pinnedToday: CivilDate?
    /// How many years a closed file is kept.
    public var fileYears = RetentionTerms.standard.fileYears
    /// How many years a placement is kept in the service ledger.
    public var ledgerYears = RetentionTerms.standard.ledgerYears

    /// An empty record.
    public init() {}

    public static let table = "programme"
    public static let noun = Phrase("Programme", "项目")
    public static let fields: [Field<Programme>] = [
        Field(
            "nameZh", Phrase("Name (Chinese)", "名称（中文）"), \.nameZh, .text(limit: 80), required: true
        ),
        Field(
            "nameEn", Phrase("Name (English)", "名称（英文）"), \.nameEn, .text(limit: 80), required: true
        ),
        Field(
            "utcOffsetMinutes", Phrase("Minutes ahead of UTC", "比世界时快（分钟）"),
            \.utcOffsetMinutes, .integer(-840...840), required: true,
            help: Phrase("China: 480, all year", "中国：480，全年不变")),
        Field("dateOrder", Phrase("5/3/07 means", "5/3/07 表示"), \.dateOrder),
        Field("isInvented", Phrase("Invented", "虚构数据"), \.isInvented, .kept),
        Field("pinnedToday", Phrase("Its today", "数据中的今天"), \.pinnedToday, .kept),
        Field(
            "fileYears", Phrase("Years a closed file is kept", "结案档案保存年限"), \.fileYears,
            .integer(RetentionTerms.fileRange), required: true,
            help: Phrase("From the closure; a minor's from her 18th birthday", "自结案起算；未成年人自满18岁起算")),
        Field(
            "ledgerYears", Phrase("Years a placement is kept", "就业台账保存年限"), \.ledgerYears,
            .integer(RetentionTerms.ledgerRange), required: true,
            help: Phrase(
                "At least 2 (Human Resources Market Rules 33)", "不少于2年（人力资源市场暂行条例第三十三条）")),
    ]
}

/// A province of the programme. Data, never an enum: the programme's papers name five of six.
public struct Province: Record {
    public var stamp = Stamp()
    /// GB/T 2260, six digits ending in four zeros.
    public var provinceCode = ""
    public var nameZh = ""
    public var nameEn = ""
    public var areaRole = AreaRole.both
    public var programmeFrom: CivilDate?
    public var programmeTo: CivilDate?

    /// An empty record.
    public init() {}

    public static let table = "province"
    public static let noun = Phrase("Province", "省份")
    public static let fields: [Field<Province>] = [
        Field(
            "provinceCode", Phrase("Code", "代码"), \.provinceCode, .text(limit: 6), required: true),
        Field(
            "nameZh", Phrase("Name (Chinese)", "名称（中文）"), \.nameZh, .text(limit: 20), required: true
        ),
        Field(
            "nameEn", Phrase("Name (English)", "名称（英文）"), \.nameEn, .text(limit: 40), required: true
        ),
        Field("areaRole", Phrase("Role", "角色"), \.areaRole),
        Field("programmeFrom", Phrase("In the programme from", "参加项目起"), \.programmeFrom, .date),
        Field("programmeTo", Phrase("to", "至"), \.programmeTo, .date),
    ]
}

extension Province {
    /// Whether a text means this province: its code, or its name in either language with or
    /// without 省, 市 or 自治区, in any case and width.
    public func isCalled(_ text: String) -> Bool {
        let wanted = SearchFold.fold(text)
        let short = ["省", "市", "壮族自治区", "回族自治区", "维吾尔自治区", "自治区"]
            .first { nameZh.hasSuffix($0) }
            .map { String(nameZh.dropLast($0.count)) }
        return [provinceCode, nameZh, nameEn, short].contains {
            $0.map { SearchFold.fold($0) == wanted } ?? false
        }
    }
}

/// A province's minimum wage in a zone from a day on. The programme fills it; the program ships no
/// figures.
public struct MinimumWage: Record {
    public var stamp = Stamp()
    public var provinceCode = ""
    public var zone = "1"
    public var validFrom = CivilDate(dayNumber: 0)
    public var monthlyYuan: Int?
    /// In hundredths of a yuan: an hour's wage has decimals where a month's has none.
    public var hourlyFen: Int?

    /// An empty record.
    public init() {}

    public static let table = "minimumWage"
    public static let noun = Phrase("Minimum wage", "最低工资标准")
    public static let fields: [Field<MinimumWage>] = [
        Field(
            "provinceCode", Phrase("Province", "省份"), \.provinceCode, .text(limit: 6),
            required: true),
        Field("zone", Phrase("Zone", "类区"), \.zone, .text(limit: 10), required: true),
        Field("validFrom", Phrase("From", "生效日期"), \.validFrom, .date, required: true),
        Field("monthlyYuan", Phrase("Yuan a month", "元/月"), \.monthlyYuan, .integer(0...100_000)),
        Field("hourlyFen", Phrase("Fen an hour", "分/小时"), \.hourlyFen, .integer(0...100_000)),
    ]
}

extension Programme {
    /// A moment of the computer's clock in the programme: an invented one may believe that it is
    /// another day; the time of day is the same.
    public func moment(_ machine: Instant) -> Instant {
        guard let pinnedToday else { return machine }
        let today = machine.localDate(offsetMinutes: utcOffsetMinutes)
        return Instant(
            milliseconds: machine.milliseconds + today.days(until: pinnedToday) * 86_400_000)
    }
}
