/// The sex an identity number carries: odd sequence male, even female (GB 11643).
public enum Sex: String, CodeList {
    case female = "F"
    case male = "M"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .female: Phrase("Female", "女")
        case .male: Phrase("Male", "男")
        }
    }
}

/// HTCDS prs_Gender.
public enum Gender: String, CodeList {
    case feminine = "Feminine"
    case masculine = "Masculine"
    case transgenderFeminine = "TransgenderFeminine"
    case transgenderMasculine = "TransgenderMasculine"
    case nonConforming = "NonConforming"
    case nonSpecifiedUnknown = "NonSpecifiedUnknown"
    case doesNotKnow = "8"
    case prefersNot = "9"
    case notCollected = "99"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .feminine: Phrase("Female", "女")
        case .masculine: Phrase("Male", "男")
        case .transgenderFeminine: Phrase("Transgender woman", "跨性别女性")
        case .transgenderMasculine: Phrase("Transgender man", "跨性别男性")
        case .nonConforming: Phrase("Non-conforming", "非常规性别")
        case .nonSpecifiedUnknown: Phrase("Not stated or unknown", "未说明或不清楚")
        case .doesNotKnow: MissingLabel.doesNotKnow
        case .prefersNot: MissingLabel.prefersNot
        case .notCollected: MissingLabel.notCollected
        }
    }
}

/// How much of a name is known (HUD 3.01.5).
public enum NameDataQuality: String, CodeList {
    case full = "1"
    case partial = "2"
    case doesNotKnow = "8"
    case prefersNot = "9"
    case notCollected = "99"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .full: Phrase("Full name", "全名")
        case .partial: Phrase("Part of a name, or a name she goes by", "部分姓名或化名")
        case .doesNotKnow: MissingLabel.doesNotKnow
        case .prefersNot: MissingLabel.prefersNot
        case .notCollected: MissingLabel.notCollected
        }
    }
}

/// How well a date of birth is known (HUD 3.03.2).
public enum BirthdateQuality: String, CodeList {
    case full = "1"
    case approximate = "2"
    case doesNotKnow = "8"
    case prefersNot = "9"
    case notCollected = "99"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .full: Phrase("Full date", "完整日期")
        case .approximate: Phrase("Approximate", "大致日期")
        case .doesNotKnow: MissingLabel.doesNotKnow
        case .prefersNot: MissingLabel.prefersNot
        case .notCollected: MissingLabel.notCollected
        }
    }
}

/// HTCDS prs_MaritalStatus.
public enum MaritalStatus: String, CodeList {
    case single = "Single"
    case married = "Married"
    case widowed = "Widowed"
    case divorced = "Divorced"
    case separated = "Separated"
    case registeredPartnership = "RegisteredPartnership"
    case doesNotKnow = "8"
    case prefersNot = "9"
    case notCollected = "99"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .single: Phrase("Single", "未婚")
        case .married: Phrase("Married", "已婚")
        case .widowed: Phrase("Widowed", "丧偶")
        case .divorced: Phrase("Divorced", "离婚")
        case .separated: Phrase("Separated", "分居")
        case .registeredPartnership: Phrase("Registered partnership", "登记伴侣")
        case .doesNotKnow: MissingLabel.doesNotKnow
        case .prefersNot: MissingLabel.prefersNot
        case .notCollected: MissingLabel.notCollected
        }
    }
}

/// HTCDS prs_HighestLevelOfEducation, the levels of ISCED 2011.
public enum Education: String, CodeList {
    case earlyChildhoodEducation = "EarlyChildhoodEducation"
    case primaryEducation = "PrimaryEducation"
    case lowerSecondaryEducation = "LowerSecondaryEducation"
    case upperSecondaryEducation = "UpperSecondaryEducation"
    case postSecondaryNonTertiaryEducation = "PostSecondaryNonTertiaryEducation"
    case shortCycleTertiaryEducation = "ShortCycleTertiaryEducation"
    case bachelorsOrEquivalentLevel = "BachelorsOrEquivalentLevel"
    case mastersOrEquivalentLevel = "MastersOrEquivalentLevel"
    case doctoralOrEquivalentLevel = "DoctoralOrEquivalentLevel"
    case doesNotKnow = "8"
    case prefersNot = "9"
    case notCollected = "99"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .earlyChildhoodEducation: Phrase("Less than primary school", "小学未毕业")
        case .primaryEducation: Phrase("Primary school", "小学")
        case .lowerSecondaryEducation: Phrase("Lower secondary school", "初中")
        case .upperSecondaryEducation: Phrase("Upper secondary school", "高中、中专、技校")
        case .postSecondaryNonTertiaryEducation: Phrase("Post-secondary, not tertiary", "中等后非高等教育")
        case .shortCycleTertiaryEducation: Phrase("Junior college", "大专")
        case .bachelorsOrEquivalentLevel: Phrase("Bachelor's degree", "本科")
        case .mastersOrEquivalentLevel: Phrase("Master's degree", "硕士")
        case .doctoralOrEquivalentLevel: Phrase("Doctorate", "博士")
        case .doesNotKnow: MissingLabel.doesNotKnow
        case .prefersNot: MissingLabel.prefersNot
        case .notCollected: MissingLabel.notCollected
        }
    }
}

/// Whether she goes to school (HUD R5).
public enum SchoolStatus: String, CodeList {
    case attendingRegularly = "1"
    case attendingIrregularly = "2"
    case graduated = "3"
    case equivalent = "4"
    case droppedOut = "5"
    case suspended = "6"
    case expelled = "7"
    case doesNotKnow = "8"
    case prefersNot = "9"
    case notCollected = "99"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .attendingRegularly: Phrase("At school, regularly", "正常上学")
        case .attendingIrregularly: Phrase("At school, irregularly", "断续上学")
        case .graduated: Phrase("Finished upper secondary school", "高中毕业")
        case .equivalent: Phrase("Equivalent certificate", "取得同等学力")
        case .droppedOut: Phrase("Dropped out", "辍学")
        case .suspended: Phrase("Suspended", "停学")
        case .expelled: Phrase("Expelled", "被开除")
        case .doesNotKnow: MissingLabel.doesNotKnow
        case .prefersNot: MissingLabel.prefersNot
        case .notCollected: MissingLabel.notCollected
        }
    }
}

/// What paper shows who she is.
public enum IDDocumentType: String, CodeList {
    case residentID18 = "RESIDENT_ID_18"
    case residentID15 = "RESIDENT_ID_15"
    case hukouBook = "HUKOU_BOOK"
    case temporaryID = "TEMP_ID"
    case noPaper = "NONE"
    case doesNotKnow = "8"
    case prefersNot = "9"
    case notCollected = "99"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .residentID18: Phrase("Resident identity card, 18 digits", "居民身份证（18位）")
        case .residentID15: Phrase("Resident identity card, 15 digits", "居民身份证（15位）")
        case .hukouBook: Phrase("Household register", "户口簿")
        case .temporaryID: Phrase("Temporary identity card", "临时身份证")
        case .noPaper: Phrase("No paper", "无证件")
        case .doesNotKnow: MissingLabel.doesNotKnow
        case .prefersNot: MissingLabel.prefersNot
        case .notCollected: MissingLabel.notCollected
        }
    }
}

/// Who has her identity paper. Anybody but herself or the home's safe is a sign to follow up.
public enum IDHeldBy: String, CodeList {
    case herself = "SELF"
    case family = "FAMILY"
    case employer = "EMPLOYER"
    case recruiter = "RECRUITER"
    case homeSafe = "HOME_SAFE"
    case lost = "LOST"
    case neverHad = "NEVER_HAD"
    case doesNotKnow = "8"
    case prefersNot = "9"
    case notCollected = "99"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .herself: Phrase("Herself", "本人")
        case .family: Phrase("Her family", "家人")
        case .employer: Phrase("Employer", "用人单位")
        case .recruiter: Phrase("Recruiter", "招工中介")
        case .homeSafe: Phrase("The home's safe, with a receipt", "之家代存（有收据）")
        case .lost: Phrase("Lost", "丢失")
        case .neverHad: Phrase("Never had one", "从未办理")
        case .doesNotKnow: MissingLabel.doesNotKnow
        case .prefersNot: MissingLabel.prefersNot
        case .notCollected: MissingLabel.notCollected
        }
    }
}

/// The kind of household registration.
public enum HukouType: String, CodeList {
    case agricultural = "AGRICULTURAL"
    case nonAgricultural = "NON_AGRICULTURAL"
    case doesNotKnow = "8"
    case prefersNot = "9"
    case notCollected = "99"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .agricultural: Phrase("Agricultural", "农业户口")
        case .nonAgricultural: Phrase("Non-agricultural", "非农业户口")
        case .doesNotKnow: MissingLabel.doesNotKnow
        case .prefersNot: MissingLabel.prefersNot
        case .notCollected: MissingLabel.notCollected
        }
    }
}

/// Whose number it is.
public enum ContactKind: String, CodeList {
    case herself = "SELF"
    case emergency = "EMERGENCY"
    case employer = "EMPLOYER"
    case family = "FAMILY"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .herself: Phrase("Herself", "本人")
        case .emergency: Phrase("Emergency contact", "紧急联系人")
        case .employer: Phrase("Employer", "用人单位")
        case .family: Phrase("Family", "家人")
        }
    }
}
