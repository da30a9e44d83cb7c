/// A column of an imported file: its name in the data dictionary and what people may head it with.
struct ImportColumn: Sendable {
    let name: String
    /// Whether the file must have it; cells of a column that it may lack may be blank too.
    let isRequired: Bool
    /// Folded headings by which it is known.
    let headings: Set<String>

    init(_ name: String, required: Bool = true, _ labels: [String]) {
        self.name = name
        isRequired = required
        headings = Set(([name] + labels).map(ImportColumn.folded))
    }

    /// A column of a field, known by the field's labels too.
    init<R: Record>(
        _ name: String, required: Bool = true, _ type: R.Type, _ fieldName: String? = nil,
        _ labels: [String] = []
    ) {
        let label = R.field(fieldName ?? name)?.label
        let known = [fieldName, label?.english, label?.chinese].compactMap(\.self)
        self.init(name, required: required, known + labels)
    }

    /// A heading without case, width, spaces, hyphens and underscores.
    static func folded(_ heading: String) -> String {
        SearchFold.fold(heading).filter { $0 != " " && $0 != "_" && $0 != "-" }
    }
}

extension ImportFile {
    /// The columns of the file, in the order of the data dictionary.
    var columns: [ImportColumn] {
        switch self {
        case .homes: ImportFile.homeColumns
        case .beds: ImportFile.bedColumns
        case .stays: ImportFile.stayColumns
        case .wages: ImportFile.wageColumns
        }
    }

    private static let homeCodes = [
        "妇女之家编号", "妇女之家代码", "妇女之家", "家编号", "Home code", "Home", "Code of the home",
    ]

    private static let homeColumns: [ImportColumn] = [
        ImportColumn("homeCode", Home.self, nil, homeCodes + ["代码", "Code"]),
        ImportColumn("nameZh", Home.self, nil, ["名称", "中文名称", "Chinese name"]),
        ImportColumn("nameEn", Home.self, nil, ["英文名称", "English name"]),
        ImportColumn(
            "provinceCode", Home.self, nil, ["省份代码", "省代码", "省", "Province code"]),
        ImportColumn(
            "countyCode", Home.self, nil, ["县级代码", "县代码", "县区", "县", "区县", "County code"]),
        ImportColumn("serviceMode", Home.self, nil, ["服务模式", "Service mode"]),
        ImportColumn("hostType", Home.self, nil, ["设立地点", "主办类型", "Host type"]),
        ImportColumn(
            "operatingStartDate", Home.self, nil, ["运营开始日期", "开始日期", "Operating start date"]),
        ImportColumn(
            "operatingEndDate", required: false, Home.self, nil,
            ["运营结束日期", "结束日期", "Operating end date"]),
    ]

    private static let bedColumns: [ImportColumn] = [
        ImportColumn("homeCode", homeCodes + ["编号"]),
        ImportColumn("room", Room.self, "name", ["房间号", "房号", "Room name", "Room number"]),
        ImportColumn("bedNumber", Bed.self, nil, ["床位号", "床位", "Bed number"]),
        ImportColumn("bedType", Bed.self, nil, ["床位类型", "类型", "Bed type", "Kind of bed"]),
        ImportColumn(
            "inventoryStartDate", Bed.self, nil, ["在册开始日期", "开始日期", "Inventory start date"]),
        ImportColumn(
            "inventoryEndDate", required: false, Bed.self, nil,
            ["在册结束日期", "停用日期", "结束日期", "Inventory end date"]),
    ]

    private static let stayColumns: [ImportColumn] = [
        ImportColumn("homeCode", homeCodes),
        ImportColumn(
            "personCode", required: false, Person.self, nil,
            ["人员编号", "入住人员编号", "Person code", "Resident code"]),
        ImportColumn("nameZh", Person.self, nil, ["名字", "中文姓名", "Chinese name"]),
        ImportColumn(
            "birthdate", required: false, Person.self, "prs_Birthdate",
            ["出生年月", "生日", "Birth date", "Date of birth"]),
        ImportColumn(
            "identityNumber", required: false, Person.self, "prs_IdentityNumber",
            ["身份证号码", "身份证", "公民身份号码", "ID number", "ID card"]),
        ImportColumn("entryDate", Stay.self, nil, ["入住时间", "入住", "Date of entry"]),
        ImportColumn(
            "exitDate", required: false, Stay.self, nil, ["离开时间", "离开", "Date of exit"]),
        ImportColumn("room", Room.self, "name", ["房间号", "房号", "Room number"]),
        ImportColumn("bedNumber", Bed.self, nil, ["床位号", "床位", "Bed number"]),
        ImportColumn("exitType", required: false, Stay.self, nil, ["离开类型", "Exit type"]),
        ImportColumn("destination", required: false, Stay.self, nil, ["离开去向"]),
    ]

    private static let wageColumns: [ImportColumn] = [
        ImportColumn(
            "provinceCode", MinimumWage.self, nil,
            ["省份代码", "省代码", "省", "Province code", "Province"]),
        ImportColumn("zone", MinimumWage.self, nil, ["类", "类别", "Class"]),
        ImportColumn("validFrom", MinimumWage.self, nil, ["执行日期", "施行日期", "Valid from"]),
        ImportColumn(
            "monthlyYuan", MinimumWage.self, nil, ["月最低工资", "月最低工资标准", "Monthly"]),
        ImportColumn(
            "hourlyYuan", ["小时最低工资", "小时最低工资标准", "元/小时", "Hourly", "Yuan an hour"]),
    ]
}
