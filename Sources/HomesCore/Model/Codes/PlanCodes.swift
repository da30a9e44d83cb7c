/// HTCDS spl_Type: what kind of support a goal of the case plan is about.
public enum SupportPlanType: String, CodeList {
    case education = "Education"
    case financial = "Financial"
    case health = "Health"
    case labourExploitationRehabilitation = "LabourExploitationRehabilitation"
    case legal = "Legal"
    case livelihood = "Livelihood"
    case rightsBasedTraining = "RightsBasedTraining"
    case sexualExploitationRehabilitation = "SexualExploitationRehabilitation"
    case socialCare = "SocialCare"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .education: Phrase("Education", "教育")
        case .financial: Phrase("Financial", "经济援助")
        case .health: Phrase("Health", "健康")
        case .labourExploitationRehabilitation:
            Phrase("Recovery from labour exploitation", "劳动剥削后的康复")
        case .legal: Phrase("Legal", "法律")
        case .livelihood: Phrase("Livelihood", "生计")
        case .rightsBasedTraining: Phrase("Training about rights", "权益培训")
        case .sexualExploitationRehabilitation:
            Phrase("Recovery from sexual exploitation", "性剥削后的康复")
        case .socialCare: Phrase("Social care", "社会照护")
        }
    }
}

/// Where a goal of the case plan is (local list).
public enum GoalState: String, CodeList {
    case open = "OPEN"
    case met = "MET"
    case dropped = "DROPPED"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .open: Phrase("open", "进行中")
        case .met: Phrase("met", "已达成")
        case .dropped: Phrase("dropped", "已放弃")
        }
    }
}

/// Where an action of the case plan is (local list).
public enum ActionState: String, CodeList {
    case open = "OPEN"
    case done = "DONE"
    case dropped = "DROPPED"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .open: Phrase("open", "待办")
        case .done: Phrase("done", "已完成")
        case .dropped: Phrase("dropped", "已取消")
        }
    }
}

/// Who does an action of the case plan (local list).
public enum PlanDoer: String, CodeList {
    case herself = "SHE"
    case worker = "WORKER"
    case organisation = "ORGANISATION"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .herself: Phrase("She herself", "本人")
        case .worker: Phrase("A worker of the home", "本家工作人员")
        case .organisation: Phrase("An organisation", "其他机构")
        }
    }
}

/// What a note is about (local list).
public enum NoteKind: String, CodeList {
    case contact = "CONTACT"
    case homeVisit = "HOME_VISIT"
    case phone = "PHONE"
    case observation = "OBSERVATION"
    case other = "OTHER"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .contact: Phrase("Talk", "面谈")
        case .homeVisit: Phrase("Home visit", "家访")
        case .phone: Phrase("Phone call", "电话")
        case .observation: Phrase("Observation", "观察")
        case .other: Phrase("Other", "其他")
        }
    }
}
