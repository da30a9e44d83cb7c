/// Where a stay is.
public enum StayState: String, CodeList {
    case planned = "PLANNED"
    case checkedIn = "CHECKED_IN"
    case checkedOut = "CHECKED_OUT"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .planned: Phrase("Expected", "待入住")
        case .checkedIn: Phrase("Here", "在住")
        case .checkedOut: Phrase("Left", "已离开")
        }
    }
}

/// Where she lived before she came (local list, HUD 1.8 missing values).
public enum PriorLivingSituation: String, CodeList {
    case familyHome = "FAMILY_HOME"
    case employerDormitory = "EMPLOYER_DORMITORY"
    case rentedRoom = "RENTED_ROOM"
    case relativeOrFriend = "RELATIVE_OR_FRIEND"
    case stationOrStreet = "STATION_OR_STREET"
    case otherHome = "OTHER_HOME"
    case hospital = "HOSPITAL"
    case detention = "DETENTION"
    case schoolDormitory = "SCHOOL_DORMITORY"
    case other = "OTHER"
    case doesNotKnow = "8"
    case prefersNot = "9"
    case notCollected = "99"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .familyHome: Phrase("Family home", "家里")
        case .employerDormitory: Phrase("Employer's dormitory", "用人单位宿舍")
        case .rentedRoom: Phrase("Rented room", "租房")
        case .relativeOrFriend: Phrase("With a relative or friend", "亲友处")
        case .stationOrStreet: Phrase("Station or street", "车站或街头")
        case .otherHome: Phrase("Another women's home", "其他妇女之家")
        case .hospital: Phrase("Hospital", "医院")
        case .detention: Phrase("Detention", "羁押场所")
        case .schoolDormitory: Phrase("School dormitory", "学校宿舍")
        case .other: Phrase("Other", "其他")
        case .doesNotKnow: MissingLabel.doesNotKnow
        case .prefersNot: MissingLabel.prefersNot
        case .notCollected: MissingLabel.notCollected
        }
    }
}

/// How long she lived there (HUD 3.917.2).
public enum LengthOfStayThere: String, CodeList {
    case oneNightOrLess = "10"
    case twoToSixNights = "11"
    case weekToMonth = "2"
    case monthTo90Days = "3"
    case days90ToYear = "4"
    case yearOrLonger = "5"
    case doesNotKnow = "8"
    case prefersNot = "9"
    case notCollected = "99"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .oneNightOrLess: Phrase("One night or less", "一晚或更短")
        case .twoToSixNights: Phrase("Two to six nights", "两到六晚")
        case .weekToMonth: Phrase("A week to under a month", "一周以上不到一个月")
        case .monthTo90Days: Phrase("A month to under 90 days", "一个月以上不到90天")
        case .days90ToYear: Phrase("90 days to under a year", "90天以上不到一年")
        case .yearOrLonger: Phrase("A year or longer", "一年及以上")
        case .doesNotKnow: MissingLabel.doesNotKnow
        case .prefersNot: MissingLabel.prefersNot
        case .notCollected: MissingLabel.notCollected
        }
    }
}

/// What she is to the head of the household she came with (HUD 3.15.1): children come with their
/// mother.
public enum HouseholdRelationship: String, CodeList {
    case `self` = "1"
    case child = "2"
    case spouseOrPartner = "3"
    case otherRelation = "4"
    case unrelated = "5"
    case doesNotKnow = "8"
    case prefersNot = "9"
    case notCollected = "99"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .self: Phrase("Herself (head of household)", "本人（户主）")
        case .child: Phrase("Child", "子女")
        case .spouseOrPartner: Phrase("Spouse or partner", "配偶或伴侣")
        case .otherRelation: Phrase("Other relative", "其他亲属")
        case .unrelated: Phrase("Not related", "非亲属")
        case .doesNotKnow: MissingLabel.doesNotKnow
        case .prefersNot: MissingLabel.prefersNot
        case .notCollected: MissingLabel.notCollected
        }
    }
}

/// How a stay ended (HUD R17.1).
public enum ExitType: String, CodeList {
    case completed = "1"
    case leftEarly = "2"
    case discharged = "3"
    case notCollected = "99"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .completed: Phrase("Completed the stay as planned", "按计划结束")
        case .leftEarly: Phrase("Left early by her own choice", "本人自愿提前离开")
        case .discharged: Phrase("Asked to leave", "被要求离开")
        case .notCollected: Phrase("Not collected", "未填写")
        }
    }
}

/// Where she went (local list, HUD 1.8 missing values).
public enum Destination: String, CodeList {
    case placedJobDormitory = "PLACED_JOB_DORMITORY"
    case placedJobOwnRoom = "PLACED_JOB_OWN_ROOM"
    case returnedToFamily = "RETURNED_TO_FAMILY"
    case relativeOrFriend = "RELATIVE_OR_FRIEND"
    case rentedRoom = "RENTED_ROOM"
    case otherWomensHome = "OTHER_WOMENS_HOME"
    case otherShelter = "OTHER_SHELTER"
    case schoolOrTraining = "SCHOOL_OR_TRAINING"
    case hospital = "HOSPITAL"
    case policeProtection = "POLICE_PROTECTION"
    case leftWithoutNotice = "LEFT_WITHOUT_NOTICE"
    case deceased = "DECEASED"
    case other = "OTHER"
    case doesNotKnow = "8"
    case prefersNot = "9"
    case notCollected = "99"
    /// Known, and not for whoever reads it here: it lies under the second key.
    case sealed = "SEALED"

    /// Those that can be chosen.
    public static let allCases: [Destination] = [
        .placedJobDormitory, .placedJobOwnRoom, .returnedToFamily, .relativeOrFriend, .rentedRoom,
        .otherWomensHome, .otherShelter, .schoolOrTraining, .hospital, .policeProtection,
        .leftWithoutNotice, .deceased, .other, .doesNotKnow, .prefersNot, .notCollected,
    ]

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .sealed: Phrase("Sealed: not for your key", "已加密，您的密钥不可查看")
        case .placedJobDormitory: Phrase("Placed in a job, dormitory", "已就业，住宿舍")
        case .placedJobOwnRoom: Phrase("Placed in a job, own room", "已就业，自己租住")
        case .returnedToFamily: Phrase("Returned to her family", "回到家中")
        case .relativeOrFriend: Phrase("With a relative or friend", "亲友处")
        case .rentedRoom: Phrase("Rented room", "租房")
        case .otherWomensHome: Phrase("Another women's home", "其他妇女之家")
        case .otherShelter: Phrase("Another shelter", "其他救助机构")
        case .schoolOrTraining: Phrase("School or training", "上学或培训")
        case .hospital: Phrase("Hospital", "医院")
        case .policeProtection: Phrase("Police protection", "公安机关保护")
        case .leftWithoutNotice: Phrase("Left without notice", "不辞而别")
        case .deceased: Phrase("Died", "去世")
        case .other: Phrase("Other", "其他")
        case .doesNotKnow: MissingLabel.doesNotKnow
        case .prefersNot: MissingLabel.prefersNot
        case .notCollected: MissingLabel.notCollected
        }
    }
}

/// Why she is away for some nights.
public enum AbsenceReason: String, CodeList {
    case leave = "LEAVE"
    case hospital = "HOSPITAL"
    case work = "WORK"
    case missing = "MISSING"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .leave: Phrase("Leave", "请假")
        case .hospital: Phrase("Hospital", "住院")
        case .work: Phrase("Work", "工作")
        case .missing: Phrase("Missing", "失踪")
        }
    }
}
