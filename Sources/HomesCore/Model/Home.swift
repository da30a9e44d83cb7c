/// One of the women's homes.
public struct Home: Record {
    public var stamp = Stamp()
    /// `AH-014`.
    public var homeCode = ""
    public var nameZh = ""
    public var nameEn = ""
    public var provinceCode = ""
    /// GB/T 2260.
    public var countyCode = ""
    public var serviceMode = ServiceMode.residential
    public var hostType = HostType.community
    public var addressConfidential = true
    public var address: String?
    public var phone: String?
    public var hotline = "12338"
    /// HUD 2.02.
    public var operatingStartDate = CivilDate(dayNumber: 0)
    /// The first day on which it no longer operates.
    public var operatingEndDate: CivilDate?
    public var targetPopulation: String?

    /// An empty record.
    public init() {}

    /// Its name in one language.
    public var name: Phrase { Phrase(nameEn, nameZh) }

    public static let table = "home"
    public static let noun = Phrase("Home", "妇女之家")
    public static let fields: [Field<Home>] = [
        Field(
            "homeCode", Phrase("Home code", "编号"), \.homeCode, .code(limit: 6), required: true,
            help: Phrase("Two letters, a hyphen, three digits: AH-014", "两个字母、连字符、三位数字：AH-014")),
        Field(
            "nameZh", Phrase("Name (Chinese)", "名称（中文）"), \.nameZh, .text(limit: 60), required: true
        ),
        Field(
            "nameEn", Phrase("Name (English)", "名称（英文）"), \.nameEn, .text(limit: 80), required: true
        ),
        Field(
            "provinceCode", Phrase("Province", "省份"), \.provinceCode, .text(limit: 6),
            required: true),
        Field("countyCode", Phrase("County", "县（区）"), \.countyCode, .county, required: true),
        Field("serviceMode", Phrase("Service", "服务方式"), \.serviceMode),
        Field("hostType", Phrase("Hosted by", "设在"), \.hostType),
        Field(
            "addressConfidential", Phrase("Address confidential", "地址保密"), \.addressConfidential,
            .kept),
        Field(
            "address", Phrase("Address", "地址"), \.address, .text(limit: 120), sensitivity: .locating
        ),
        Field("phone", Phrase("Phone", "电话"), \.phone, .phone, sensitivity: .locating),
        Field("hotline", Phrase("Hotline", "热线"), \.hotline, .phone, required: true),
        Field(
            "operatingStartDate", Phrase("Operating from", "开办日期"), \.operatingStartDate, .date,
            required: true),
        Field("operatingEndDate", Phrase("Operating until", "停办日期"), \.operatingEndDate, .date),
        Field(
            "targetPopulation", Phrase("For whom", "服务对象"), \.targetPopulation, .text(limit: 80)),
    ]
}

/// A room of a home.
public struct Room: Record {
    public var stamp = Stamp()
    public var homeId = ""
    public var name = ""
    public var floor: String?
    public var accessible = false
    /// Where women sleep on arrival.
    public var transitory = false

    /// An empty record.
    public init() {}

    public static let table = "room"
    public static let noun = Phrase("Room", "房间")
    public static let fields: [Field<Room>] = [
        Field("homeId", Phrase("Home", "妇女之家"), \.homeId, .reference("home"), required: true),
        Field("name", Phrase("Room", "房间"), \.name, .text(limit: 20), required: true),
        Field("floor", Phrase("Floor", "楼层"), \.floor, .text(limit: 10)),
        Field("accessible", Phrase("Accessible", "无障碍"), \.accessible, .kept),
        Field("transitory", Phrase("For arrivals", "过渡房"), \.transitory, .kept),
    ]
}

/// A bed, with the dates on which it counts (HUD 2.07).
public struct Bed: Record {
    public var stamp = Stamp()
    public var roomId = ""
    public var bedNumber = ""
    public var bedType = BedType.single
    public var inventoryStartDate = CivilDate(dayNumber: 0)
    /// The first night on which it no longer counts.
    public var inventoryEndDate: CivilDate?
    public var availability = BedAvailability.yearRound

    /// An empty record.
    public init() {}

    public static let table = "bed"
    public static let noun = Phrase("Bed", "床位")
    public static let fields: [Field<Bed>] = [
        Field("roomId", Phrase("Room", "房间"), \.roomId, .reference("room"), required: true),
        Field("bedNumber", Phrase("Bed", "床号"), \.bedNumber, .code(limit: 10), required: true),
        Field("bedType", Phrase("Kind", "床型"), \.bedType),
        Field(
            "inventoryStartDate", Phrase("In the inventory from", "启用日期"), \.inventoryStartDate,
            .date, required: true),
        Field(
            "inventoryEndDate", Phrase("In the inventory until", "停止在册日期"), \.inventoryEndDate,
            .date),
        Field("availability", Phrase("Available", "可用性"), \.availability),
    ]
}

/// Nights on which a bed is held, out of service or closed. Free and occupied are derived.
public struct BedStatusPeriod: Record {
    public var stamp = Stamp()
    public var bedId = ""
    public var fromNight = CivilDate(dayNumber: 0)
    public var toNight: CivilDate?
    public var status = BedStatus.held
    public var reason: String?

    /// An empty record.
    public init() {}

    public static let table = "bedStatusPeriod"
    public static let noun = Phrase("Bed status", "床位状态")
    public static let fields: [Field<BedStatusPeriod>] = [
        Field("bedId", Phrase("Bed", "床位"), \.bedId, .reference("bed"), required: true),
        Field("fromNight", Phrase("From night", "起始夜"), \.fromNight, .date, required: true),
        Field("toNight", Phrase("Until (not this night)", "截止（不含此夜）"), \.toNight, .date),
        Field("status", Phrase("Status", "状态"), \.status),
        Field(
            "reason", Phrase("Reason", "原因"), \.reason, .text(limit: 80),
            help: Phrase("No names here: everybody sees it", "勿写姓名：所有人可见")),
    ]
}
