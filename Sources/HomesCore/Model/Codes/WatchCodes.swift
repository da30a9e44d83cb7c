/// Why somebody is watched for.
public enum WatchKind: String, CodeList {
    case recruiter = "RECRUITER"
    case impostor = "IMPOSTOR"
    case dangerousRelative = "DANGEROUS_RELATIVE"
    case other = "OTHER"

    /// The words on screens.
    public var label: Phrase {
        switch self {
        case .recruiter: Phrase("Recruiter", "招工拐骗人员")
        case .impostor: Phrase("Impostor", "冒充他人者")
        case .dangerousRelative: Phrase("Dangerous relative", "危险亲属")
        case .other: Phrase("Other danger", "其他危险人员")
        }
    }
}

/// At what somebody watched was seen: what was being written down.
public enum SightingPlace: String, CodeList {
    case intake = "INTAKE"
    case person = "PERSON"
    case contact = "CONTACT"
    case plan = "PLAN"
    case visit = "VISIT"
    case reservation = "RESERVATION"
    case employer = "EMPLOYER"
    case incident = "INCIDENT"
    case casework = "CASEWORK"

    /// The words on screens.
    public var label: Phrase {
        switch self {
        case .intake: Phrase("at an intake", "入住登记")
        case .person: Phrase("in somebody's details", "人员资料")
        case .contact: Phrase("as a contact", "联系方式")
        case .plan: Phrase("in a journey plan", "外出计划")
        case .visit: Phrase("on a visit", "来访")
        case .reservation: Phrase("at a reservation", "预约")
        case .employer: Phrase("as an employer", "用人单位")
        case .incident: Phrase("in an incident", "事件")
        case .casework: Phrase("in casework", "个案工作")
        }
    }
}

/// What was like somebody watched.
public enum SightingLikeness: String, CodeList {
    case phone = "PHONE"
    case written = "WRITTEN"
    case sound = "SOUND"
    case slip = "SLIP"

    /// The words on screens.
    public var label: Phrase {
        switch self {
        case .phone: Phrase("the same phone", "电话相同")
        case .written: Phrase("the same name", "姓名相同")
        case .sound: Phrase("a name that sounds so", "姓名同音或近音")
        case .slip: Phrase("a name but for one letter", "姓名拼写相近")
        }
    }
}
