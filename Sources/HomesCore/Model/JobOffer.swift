/// A job that an employer offers, with the facts the law asks about.
public struct JobOffer: Record {
    public var stamp = Stamp()
    public var employerId = ""
    public var source = JobSource.direct
    public var offeredOn = CivilDate(dayNumber: 0)
    public var occupation = ""
    public var workplaceKind: WorkplaceKind?
    public var countyCode: String?
    public var wageYuan: Int?
    public var wageBasis: WageBasis?
    public var probationWageYuan: Int?
    public var hoursPerDay: Int?
    public var daysPerWeek: Int?
    public var overtimeHoursPerDay: Int?
    public var overtimeHoursPerMonth: Int?
    public var overtimePaid = YesNo.notCollected
    public var probationMonths: Int?
    public var contractTermMonths: Int?
    public var openEnded = YesNo.notCollected
    public var lodging: String?
    /// What is taken for bed and board, in yuan a month; 0 when nothing is.
    public var lodgingYuan: Int?
    public var meals: String?
    public var deductionsYuan: Int?
    public var feeAskedYuan: Int?
    public var depositAskedYuan: Int?
    public var idDemanded = YesNo.notCollected
    public var promisedInWriting = YesNo.notCollected
    public var contractItemsStated: Int?
    public var toldConditions = YesNo.notCollected
    public var paidMonthlyInMoney = YesNo.notCollected
    public var mayLeaveWithNotice = YesNo.notCollected
    public var marriageTerms = YesNo.notCollected
    public var employerChecksId = YesNo.notCollected
    public var agencyLabour = YesNo.notCollected
    public var heavyOrHazardous = YesNo.notCollected
    public var forcedPaceOrLifting = YesNo.notCollected
    public var registeredForMinors = YesNo.notCollected
    public var hasHealthChecks = YesNo.notCollected
    public var agencyLicenceSeen = YesNo.notCollected
    public var minAge: Int?
    public var hazards: String?
    public var openings: Int?
    public var closesOn: CivilDate?
    public var note: String?
    /// The zone of the province's minimum wages in which the place of work is.
    public var wageZone: String?
    /// What she has to be able to do; separated by commas.
    public var skillsNeeded: String?
    /// The language spoken at work, a code of the list `languages`.
    public var languageNeeded: String?

    /// An empty record.
    public init() {}

    public static let table = "jobOffer"
    public static let noun = Phrase("Job offer", "招工信息")
    public static let fields: [Field<JobOffer>] = job + money + terms
    private static let yesIsBad = Phrase("Yes blocks every placement", "填“是”则不能安排就业")

    private static let job: [Field<JobOffer>] = [
        Field(
            "employerId", Phrase("Employer", "用人单位"), \.employerId, .reference("employer"),
            required: true),
        Field("source", Phrase("Came through", "信息来源"), \.source),
        Field(
            "agencyLicenceSeen", Phrase("Agency's licence seen", "已查验中介许可证"), \.agencyLicenceSeen),
        Field("offeredOn", Phrase("Offered on", "提供日期"), \.offeredOn, .date, required: true),
        Field(
            "occupation", Phrase("Work", "工种"), \.occupation, .list("occupations"), required: true),
        Field("workplaceKind", Phrase("Workplace", "工作场所"), \.workplaceKind),
        Field("countyCode", Phrase("County", "工作地点"), \.countyCode, .county),
        Field(
            "wageZone", Phrase("Minimum-wage zone", "最低工资类区"), \.wageZone, .text(limit: 10),
            help: Phrase(
                "The province's zone of that county; 12333 knows it", "该县属本省最低工资第几类区；可问12333")),
        Field("openings", Phrase("Openings", "招收人数"), \.openings, .integer(0...10_000)),
        Field("minAge", Phrase("Least age", "最低年龄"), \.minAge, .integer(0...99)),
        Field("closesOn", Phrase("Closes on", "截止日期"), \.closesOn, .date),
        Field(
            "skillsNeeded", Phrase("Has to be able to", "技能要求"), \.skillsNeeded,
            .text(limit: 120), help: Phrase("Separated by commas", "用逗号分隔")),
        Field(
            "languageNeeded", Phrase("Language at work", "工作语言"), \.languageNeeded,
            .list("languages")),
        Field("hazards", Phrase("Hazards", "职业危害"), \.hazards, .list("hazards")),
        Field(
            "heavyOrHazardous", Phrase("Mine, toxic or grade-IV heavy work", "矿山、有毒或四级重体力"),
            \.heavyOrHazardous),
        Field(
            "forcedPaceOrLifting", Phrase("Forced pace or lifting (minors)", "未成年工禁忌节拍或负重"),
            \.forcedPaceOrLifting,
            help: Phrase(
                "Over 50 movements a minute in a forced posture, over 20 kg 6 times an hour, or 25 kg",
                "每分钟动作超过50次的强迫体位流水线，每小时6次以上负重超20公斤或间断超25公斤")),
    ]

    private static let money: [Field<JobOffer>] = [
        Field(
            "feeAskedYuan", Phrase("Fee asked from her (yuan)", "向她收费（元）"), \.feeAskedYuan,
            .integer(0...1_000_000),
            help: Phrase("0 if none; anything more blocks every placement", "没有则填0；收取任何费用都不能安排就业")),
        Field(
            "depositAskedYuan", Phrase("Deposit asked (yuan)", "要求押金（元）"), \.depositAskedYuan,
            .integer(0...1_000_000),
            help: Phrase("0 if none; anything more blocks every placement", "没有则填0；收取押金就不能安排就业")),
        Field(
            "idDemanded", Phrase("Somebody keeps her ID", "扣押身份证件"), \.idDemanded, help: yesIsBad),
        Field("wageYuan", Phrase("Wage (yuan)", "工资（元）"), \.wageYuan, .integer(0...1_000_000)),
        Field("wageBasis", Phrase("Wage for", "计酬方式"), \.wageBasis),
        Field(
            "probationWageYuan", Phrase("Wage in probation", "试用期工资"), \.probationWageYuan,
            .integer(0...1_000_000)),
        Field(
            "paidMonthlyInMoney", Phrase("Paid monthly, in money, to her", "按月以货币支付给本人"),
            \.paidMonthlyInMoney),
        Field(
            "deductionsYuan", Phrase("Deductions a month (yuan)", "每月扣款（元）"), \.deductionsYuan,
            .integer(0...1_000_000)),
        Field("overtimePaid", Phrase("Overtime 150/200/300 %", "加班按150/200/300%付"), \.overtimePaid),
        Field("lodging", Phrase("Lodging", "住宿条件"), \.lodging, .text(limit: 80)),
        Field("meals", Phrase("Meals", "伙食"), \.meals, .text(limit: 80)),
        Field(
            "lodgingYuan", Phrase("Taken for bed and board a month", "每月食宿费（元）"), \.lodgingYuan,
            .integer(0...100_000), help: Phrase("In yuan; 0 if nothing is taken", "元；不收则填0")),
    ]

    private static let terms: [Field<JobOffer>] = [
        Field("hoursPerDay", Phrase("Hours a day", "每天小时数"), \.hoursPerDay, .integer(1...24)),
        Field("daysPerWeek", Phrase("Days a week", "每周天数"), \.daysPerWeek, .integer(1...7)),
        Field(
            "overtimeHoursPerDay", Phrase("Overtime on the longest day (h)", "最多一天加班小时"),
            \.overtimeHoursPerDay, .integer(0...24)),
        Field(
            "overtimeHoursPerMonth", Phrase("Overtime hours a month", "每月加班小时"),
            \.overtimeHoursPerMonth, .integer(0...744)),
        Field(
            "probationMonths", Phrase("Probation (months)", "试用期（月）"), \.probationMonths,
            .integer(0...60)),
        Field(
            "contractTermMonths", Phrase("Contract (months)", "合同期限（月）"), \.contractTermMonths,
            .integer(1...600)),
        Field("openEnded", Phrase("Open-ended contract", "无固定期限"), \.openEnded),
        Field(
            "promisedInWriting", Phrase("Written contract within a month", "一个月内签书面合同"),
            \.promisedInWriting),
        Field(
            "contractItemsStated", Phrase("Contract items stated (of 9)", "合同载明必备条款（共9项）"),
            \.contractItemsStated, .integer(0...9),
            help: Phrase(
                "Employer, worker, term, work and place, hours, pay, insurance, protection, other",
                "单位、本人、期限、工作内容地点、工时、报酬、社保、劳动保护、其他")),
        Field(
            "toldConditions", Phrase("Told work, place, hazards, pay", "已告知内容、地点、危害、报酬"),
            \.toldConditions),
        Field(
            "mayLeaveWithNotice", Phrase("May leave with notice", "提前通知可辞职"), \.mayLeaveWithNotice),
        Field(
            "marriageTerms", Phrase("Terms on marriage or childbirth", "限制结婚生育条款"), \.marriageTerms),
        Field(
            "employerChecksId", Phrase("Employer checks ID, keeps register", "单位核查身份证并登记"),
            \.employerChecksId),
        Field("agencyLabour", Phrase("Agency labour (dispatch)", "劳务派遣"), \.agencyLabour),
        Field(
            "registeredForMinors", Phrase("Registered for 16-17", "未成年工已登记"), \.registeredForMinors),
        Field(
            "hasHealthChecks", Phrase("Health checks for 16-17", "未成年工定期体检"), \.hasHealthChecks),
        Field("note", Phrase("Note", "备注"), \.note, .note),
    ]
}

/// Kinds of workplace that the law on minors tells apart.
public enum WorkplaceKind: String, CodeList {
    case factory = "FACTORY"
    case shop = "SHOP"
    case restaurant = "RESTAURANT"
    case hotel = "HOTEL"
    case household = "HOUSEHOLD"
    case farm = "FARM"
    case construction = "CONSTRUCTION"
    case entertainment = "ENTERTAINMENT"
    case bar = "BAR"
    case internetCafe = "INTERNET_CAFE"
    case office = "OFFICE"
    case other = "OTHER"

    /// The words.
    public var label: Phrase {
        switch self {
        case .factory: Phrase("Factory", "工厂")
        case .shop: Phrase("Shop", "商店")
        case .restaurant: Phrase("Restaurant", "餐馆")
        case .hotel: Phrase("Hotel", "宾馆")
        case .household: Phrase("Household", "家政")
        case .farm: Phrase("Farm", "农场")
        case .construction: Phrase("Construction", "建筑工地")
        case .entertainment: Phrase("Entertainment venue", "娱乐场所")
        case .bar: Phrase("Bar", "酒吧")
        case .internetCafe: Phrase("Internet cafe", "网吧")
        case .office: Phrase("Office", "办公室")
        case .other: Phrase("Other", "其他")
        }
    }
}
