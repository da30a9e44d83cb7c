/// What she is referred for (Primero, service types).
public enum ReferralService: String, CodeList {
    case safehouse = "SAFEHOUSE"
    case health = "HEALTH"
    case psychosocial = "PSYCHOSOCIAL"
    case policeOrSecurity = "POLICE_OTHER"
    case legalAssistance = "LEGAL_ASSISTANCE"
    case livelihoods = "LIVELIHOODS"
    case childProtection = "CHILD_PROTECTION"
    case familyMediation = "FAMILY_MEDIATION"
    case familyReunification = "FAMILY_REUNIFICATION"
    case education = "EDUCATION"
    case clothesAndGoods = "NFI_CLOTHES_SHOES"
    case waterAndSanitation = "WATER_SANITATION"
    case registration = "REGISTRATION"
    case food = "FOOD"
    case careArrangement = "CARE_ARRANGEMENT"
    case shelter = "SHELTER"
    case other = "OTHER"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .safehouse: Phrase("Safe house", "安全庇护所")
        case .health: Phrase("Health, medical care", "医疗卫生")
        case .psychosocial: Phrase("Psychosocial support", "心理社会支持")
        case .policeOrSecurity: Phrase("Police, security", "公安与安全")
        case .legalAssistance: Phrase("Legal aid", "法律援助")
        case .livelihoods: Phrase("Livelihood, job", "生计与就业")
        case .childProtection: Phrase("Child protection", "儿童保护")
        case .familyMediation: Phrase("Family mediation", "家庭调解")
        case .familyReunification: Phrase("Family reunification", "家庭团聚")
        case .education: Phrase("School, training", "教育与培训")
        case .clothesAndGoods: Phrase("Clothes and goods", "衣物用品")
        case .waterAndSanitation: Phrase("Water and hygiene", "饮水与卫生")
        case .registration: Phrase("Papers, registration", "证件与登记")
        case .food: Phrase("Food", "食品")
        case .careArrangement: Phrase("Care for a child", "儿童照料安置")
        case .shelter: Phrase("Shelter", "临时住处")
        case .other: Phrase("Something else", "其他")
        }
    }
}

extension ReferralTimeframe {
    /// Its length in hours.
    public var hours: Int {
        switch self {
        case .oneHour: 1
        case .threeHours: 3
        case .oneDay: 24
        case .threeDays: 72
        }
    }

    /// When the answer is due to what is sent at a moment.
    public func due(after moment: Instant) -> Instant { moment.adding(seconds: hours * 3_600) }
}

extension ReferralStatus {
    /// Whether something is still being done with what was shared.
    public var isOpen: Bool { self == .inProgress || self == .accepted }

    /// What it may become: an end stays an end.
    public var next: [ReferralStatus] {
        switch self {
        case .inProgress: [.accepted, .rejected, .done, .revoked]
        case .accepted: [.done, .revoked]
        case .rejected, .done, .revoked: []
        }
    }
}

/// Whether a part of her file goes along.
public enum SharedOrNot: String, CodeList {
    case shared = "1"
    case notShared = "0"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .shared: Phrase("Shared", "共享")
        case .notShared: Phrase("Not shared", "不共享")
        }
    }
}
