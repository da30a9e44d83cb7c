/// What somebody used who came by for a while (local list).
public enum DropInService: String, CodeList {
    case information = "INFORMATION"
    case talk = "TALK"
    case jobInformation = "JOB_INFORMATION"
    case legalAdvice = "LEGAL_ADVICE"
    case health = "HEALTH"
    case meal = "MEAL"
    case washing = "WASHING"
    case rest = "REST"
    case phone = "PHONE"
    case childCare = "CHILD_CARE"
    case accompanied = "ACCOMPANIED"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .information: Phrase("Information, hotline card", "咨询、热线卡")
        case .talk: Phrase("Somebody to talk to", "倾诉与陪伴")
        case .jobInformation: Phrase("Jobs and offers", "招工信息")
        case .legalAdvice: Phrase("Legal advice", "法律咨询")
        case .health: Phrase("Health", "健康服务")
        case .meal: Phrase("Meal", "用餐")
        case .washing: Phrase("Shower, laundry, clothes", "洗澡、洗衣、衣物")
        case .rest: Phrase("Rest for some hours", "短时休息")
        case .phone: Phrase("Telephone, letters", "电话、写信")
        case .childCare: Phrase("Child care", "照看孩子")
        case .accompanied: Phrase("Accompanied somewhere", "陪同办事")
        }
    }
}

/// How an absence ended.
public enum AbsenceEnd: String, CodeList {
    case back = "BACK"
    case left = "LEFT"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .back: Phrase("She came back", "已返回")
        case .left: Phrase("The stay ended", "住宿已结束")
        }
    }
}

/// What the home keeps for her. Papers are apart: nobody may hold them but at her wish.
public enum BelongingKind: String, CodeList {
    case document = "DOCUMENT"
    case money = "MONEY"
    case thing = "THING"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .document: Phrase("Paper", "证件文件")
        case .money: Phrase("Money", "现金")
        case .thing: Phrase("Thing", "物品")
        }
    }
}
