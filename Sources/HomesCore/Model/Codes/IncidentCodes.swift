extension IncidentClass {
    /// Whether the six questions of the GBVIMS can apply.
    public var asksAboutViolence: Bool {
        switch self {
        case .inHomeSafety, .violence, .threatByOutsider, .workplaceAbuse, .suspectedTrafficking:
            true
        default: false
        }
    }

    /// Whether somebody of the home is always concerned.
    public var needsResident: Bool { self == .missingResident }
}

/// The six types of gender-based violence (GBVIMS classification), in the order in which they are
/// asked: the first that is yes is the type.
public enum GBVType: String, CodeList {
    case rape = "RAPE"
    case sexualAssault = "SEXUAL_ASSAULT"
    case physicalAssault = "PHYSICAL_ASSAULT"
    case forcedMarriage = "FORCED_MARRIAGE"
    case denialOfResources = "DENIAL_OF_RESOURCES"
    case psychologicalAbuse = "PSYCHOLOGICAL_ABUSE"
    case none = "NONE"
    case doesNotKnow = "8"
    case prefersNot = "9"
    case notCollected = "99"

    /// The six, in their fixed order.
    public static let asked: [GBVType] = [
        .rape, .sexualAssault, .physicalAssault, .forcedMarriage, .denialOfResources,
        .psychologicalAbuse,
    ]

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .rape: Phrase("Rape", "强奸")
        case .sexualAssault: Phrase("Sexual assault", "性侵犯")
        case .physicalAssault: Phrase("Physical assault", "身体伤害")
        case .forcedMarriage: Phrase("Forced marriage", "强迫婚姻")
        case .denialOfResources:
            Phrase("Denial of resources, opportunities or services", "剥夺资源、机会或服务")
        case .psychologicalAbuse: Phrase("Psychological or emotional abuse", "心理或情感虐待")
        case .none: Phrase("None of the six", "六类均不是")
        case .doesNotKnow: MissingLabel.doesNotKnow
        case .prefersNot: MissingLabel.prefersNot
        case .notCollected: MissingLabel.notCollected
        }
    }

    /// The question, as it is asked of what happened (GBVIMS classification tool).
    public var question: Phrase {
        switch self {
        case .rape: Phrase("Was there penetration?", "是否有插入行为？")
        case .sexualAssault: Phrase("Unwanted sexual contact?", "是否有违背意愿的性接触？")
        case .physicalAssault: Phrase("Physical assault?", "是否有身体伤害？")
        case .forcedMarriage: Phrase("A forced marriage?", "是否强迫婚姻？")
        case .denialOfResources: Phrase("Money, papers, school denied?", "是否被剥夺钱财、证件、就学？")
        case .psychologicalAbuse: Phrase("Psychological abuse?", "是否有心理虐待？")
        default: label
        }
    }

    /// What the answers come to: the first yes is the type, and nothing is asked after it; one who
    /// declines is asked no further.
    ///
    /// - Parameter answers: In the fixed order; those never reached are missing or not collected.
    public static func classify(_ answers: [YesNo]) -> GBVType {
        for (type, answer) in zip(asked, answers) {
            switch answer {
            case .yes: return type
            case .prefersNot: return .prefersNot
            case .doesNotKnow: return .doesNotKnow
            case .notCollected: return .notCollected
            case .no: continue
            }
        }
        return answers.count >= asked.count ? .none : .notCollected
    }
}

/// Where an incident is.
public enum IncidentStatus: String, CodeList {
    case open = "OPEN"
    case followedUp = "FOLLOWED_UP"
    case closed = "CLOSED"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .open: Phrase("Open", "未处理")
        case .followedUp: Phrase("Being followed up", "跟进中")
        case .closed: Phrase("Closed", "已结")
        }
    }
}

/// To whom an incident was reported.
public enum IncidentReport: String, CodeList {
    case nobody = "NOBODY"
    case police = "POLICE"
    case womensFederation = "WOMENS_FEDERATION"
    case labourBureau = "LABOUR_BUREAU"
    case hospital = "HOSPITAL"
    case programme = "PROGRAMME"
    case other = "OTHER"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .nobody: Phrase("Nobody outside", "未对外报告")
        case .police: Phrase("Police", "公安机关")
        case .womensFederation: Phrase("Women's Federation", "妇联")
        case .labourBureau: Phrase("Labour bureau", "劳动部门")
        case .hospital: Phrase("Hospital", "医院")
        case .programme: Phrase("The programme", "项目")
        case .other: Phrase("Somebody else", "其他")
        }
    }
}

/// Somebody's part in an incident.
public enum IncidentPart: String, CodeList {
    case affected = "AFFECTED"
    case present = "PRESENT"
    case alleged = "ALLEGED"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .affected: Phrase("Affected", "受影响")
        case .present: Phrase("Present", "在场")
        case .alleged: Phrase("Said to have done it", "被指为行为人")
        }
    }
}
