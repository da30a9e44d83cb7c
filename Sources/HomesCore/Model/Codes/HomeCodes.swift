/// What a province is to migration: where women leave from, where they go to, or both. Data of the
/// registry, never a list of provinces.
public enum AreaRole: String, CodeList {
    case sending = "SENDING"
    case receiving = "RECEIVING"
    case both = "BOTH"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .sending: Phrase("Sending", "输出地")
        case .receiving: Phrase("Receiving", "输入地")
        case .both: Phrase("Sending and receiving", "既输出又输入")
        }
    }
}

/// Who a home lives with (local list).
public enum HostType: String, CodeList {
    case community = "COMMUNITY"
    case village = "VILLAGE"
    case employer = "EMPLOYER"
    case trainingSchool = "TRAINING_SCHOOL"
    case station = "STATION"
    case other = "OTHER"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .community: Phrase("Community", "社区")
        case .village: Phrase("Village", "村")
        case .employer: Phrase("Employer", "用人单位")
        case .trainingSchool: Phrase("Training school", "培训学校")
        case .station: Phrase("Station", "车站")
        case .other: Phrase("Other", "其他")
        }
    }
}

/// Whether women sleep in the home (local list). A drop-in home has no beds: its occupancy is n/a.
public enum ServiceMode: String, CodeList {
    case residential = "RESIDENTIAL"
    case dropIn = "DROP_IN"
    case mixed = "MIXED"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .residential: Phrase("Residential", "住宿")
        case .dropIn: Phrase("Drop-in", "日间服务")
        case .mixed: Phrase("Residential and drop-in", "住宿兼日间服务")
        }
    }
}

/// Whether a home is at work (local list).
public enum HomeStatus: String, CodeList {
    case operating = "OPERATING"
    case suspended = "SUSPENDED"
    case closed = "CLOSED"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .operating: Phrase("Operating", "运营中")
        case .suspended: Phrase("Suspended", "暂停")
        case .closed: Phrase("Closed", "已关闭")
        }
    }
}

/// HTCDS org_Type.
public enum OrganisationType: String, CodeList {
    case ngo = "NGO"
    case lawEnforcement = "LawEnforcement"
    case healthServiceOrganisation = "HealthServiceOrganisation"
    case centralGovernmentOrganisation = "CentralGovernmentOrganisation"
    case localGovernmentOrganisation = "LocalGovernmentOrganisation"
    case immigrationService = "ImmigrationService"
    case legalService = "LegalService"
    case corporateBusiness = "CorporateBusiness"
    case schoolOrCollege = "SchoolOrCollege"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .ngo: Phrase("NGO", "民间组织")
        case .lawEnforcement: Phrase("Law enforcement", "执法机关")
        case .healthServiceOrganisation: Phrase("Health service", "医疗卫生机构")
        case .centralGovernmentOrganisation: Phrase("Central government", "中央政府部门")
        case .localGovernmentOrganisation: Phrase("Local government", "地方政府部门")
        case .immigrationService: Phrase("Immigration service", "出入境管理部门")
        case .legalService: Phrase("Legal service", "法律服务机构")
        case .corporateBusiness: Phrase("Business", "企业")
        case .schoolOrCollege: Phrase("School or college", "学校")
        }
    }
}
