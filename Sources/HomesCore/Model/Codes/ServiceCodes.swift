/// How a session was held (HUD 4.19.3).
public enum SessionMode: String, CodeList {
    case phone = "1"
    case virtual = "2"
    case inPerson = "3"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .phone: Phrase("By phone", "电话")
        case .virtual: Phrase("Online", "网络")
        case .inPerson: Phrase("In person", "面对面")
        }
    }
}

/// With whom a session was held.
public enum SessionKind: String, CodeList {
    case individual = "INDIVIDUAL"
    case group = "GROUP"
    case family = "FAMILY"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .individual: Phrase("One person", "个别辅导")
        case .group: Phrase("Group", "小组辅导")
        case .family: Phrase("Family", "家庭辅导")
        }
    }
}

/// Which way a referral goes.
public enum ReferralDirection: String, CodeList {
    case incoming = "IN"
    case outgoing = "OUT"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .incoming: Phrase("To us", "转入")
        case .outgoing: Phrase("From us", "转出")
        }
    }
}

/// How soon an answer is needed.
public enum ReferralTimeframe: String, CodeList {
    case oneHour = "1h"
    case threeHours = "3h"
    case oneDay = "1d"
    case threeDays = "3d"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .oneHour: Phrase("1 hour", "1小时")
        case .threeHours: Phrase("3 hours", "3小时")
        case .oneDay: Phrase("1 day", "1天")
        case .threeDays: Phrase("3 days", "3天")
        }
    }
}

/// Where a referral is (Primero).
public enum ReferralStatus: String, CodeList {
    case inProgress = "in_progress"
    case accepted
    case rejected
    case done
    case revoked

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .inProgress: Phrase("In progress", "进行中")
        case .accepted: Phrase("Accepted", "已接受")
        case .rejected: Phrase("Rejected", "已拒绝")
        case .done: Phrase("Done", "已完成")
        case .revoked: Phrase("Revoked", "已撤回")
        }
    }
}

/// What came of a referral (HUD 4.20.D).
public enum ReferralResult: String, CodeList {
    case accepted = "1"
    case refusedByHer = "2"
    case refusedByProvider = "3"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .accepted: Phrase("She was accepted", "成功，已接收")
        case .refusedByHer: Phrase("She refused", "未成，本人拒绝")
        case .refusedByProvider: Phrase("The provider refused", "未成，机构拒绝")
        }
    }
}

/// What kind of incident (local list).
public enum IncidentClass: String, CodeList {
    case inHomeSafety = "IN_HOME_SAFETY"
    case missingResident = "MISSING_RESIDENT"
    case theft = "THEFT"
    case illness = "ILLNESS"
    case violence = "VIOLENCE"
    case threatByOutsider = "THREAT_BY_OUTSIDER"
    case recruiterAtDoor = "RECRUITER_AT_DOOR"
    case workplaceAbuse = "WORKPLACE_ABUSE"
    case wageArrears = "WAGE_ARREARS"
    case documentRetention = "DOCUMENT_RETENTION"
    case suspectedTrafficking = "SUSPECTED_TRAFFICKING"
    case dataBreach = "DATA_BREACH"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .inHomeSafety: Phrase("Safety in the home", "之家内安全事故")
        case .missingResident: Phrase("Missing resident", "入住人员失踪")
        case .theft: Phrase("Theft", "失窃")
        case .illness: Phrase("Illness", "疾病")
        case .violence: Phrase("Violence", "暴力")
        case .threatByOutsider: Phrase("Threat by an outsider", "外来人员威胁")
        case .recruiterAtDoor: Phrase("Recruiter at the door", "招工者上门")
        case .workplaceAbuse: Phrase("Abuse at work", "工作场所虐待")
        case .wageArrears: Phrase("Unpaid wages", "拖欠工资")
        case .documentRetention: Phrase("Papers kept from her", "扣押证件")
        case .suspectedTrafficking: Phrase("Suspected trafficking", "疑似拐卖（贩运）")
        case .dataBreach: Phrase("Data breach", "信息泄露")
        }
    }
}

/// Why somebody at the door was not taken in (local list): unmet demand is counted by it.
public enum TurnAwayReason: String, CodeList {
    case full = "FULL"
    case notEligible = "NOT_ELIGIBLE"
    case noBedsHere = "NO_BEDS_HERE"
    case unsafeHere = "UNSAFE_HERE"
    case needsMedicalCare = "NEEDS_MEDICAL_CARE"
    case needsOtherService = "NEEDS_OTHER_SERVICE"
    case familyCannotBeHoused = "FAMILY_CANNOT_BE_HOUSED"
    case declined = "DECLINED"
    case other = "OTHER"
    case notCollected = "99"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .full: Phrase("No bed was free", "没有空床")
        case .notEligible: Phrase("Not whom the home is for", "不属服务对象")
        case .noBedsHere: Phrase("Drop-in home without beds", "本之家不提供住宿")
        case .unsafeHere: Phrase("She would not be safe here", "住在这里不安全")
        case .needsMedicalCare: Phrase("Needs medical care first", "需先就医")
        case .needsOtherService: Phrase("Needs another service", "需要其他服务")
        case .familyCannotBeHoused: Phrase("Her family cannot be housed", "家人无法一同安置")
        case .declined: Phrase("She did not want the bed", "本人不愿入住")
        case .other: Phrase("Other", "其他")
        case .notCollected: MissingLabel.notCollected
        }
    }
}
