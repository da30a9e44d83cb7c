/// What another name of an employer is.
public enum EmployerNameKind: String, CodeList {
    case alsoCalled = "ALSO_CALLED"
    case former = "FORMER"
    case onTheDoor = "ON_THE_DOOR"

    /// The words.
    public var label: Phrase {
        switch self {
        case .alsoCalled: Phrase("Also called", "又称")
        case .former: Phrase("Former name", "曾用名")
        case .onTheDoor: Phrase("On its door", "门牌名称")
        }
    }
}

/// What a visit to an employer came to.
public enum VisitFinding: String, CodeList {
    case good = "GOOD"
    case concerns = "CONCERNS"
    case nobodyMayGo = "NOBODY_MAY_GO"

    /// The words.
    public var label: Phrase {
        switch self {
        case .good: Phrase("Nothing against it", "未见问题")
        case .concerns: Phrase("Concerns", "有疑点")
        case .nobodyMayGo: Phrase("Nobody may go there", "不得前往")
        }
    }
}

/// From whom a change in a job is known.
public enum ChangeSource: String, CodeList {
    case herself = "HERSELF"
    case employer = "EMPLOYER"
    case contract = "CONTRACT"
    case visit = "VISIT"
    case other = "OTHER"

    /// The words.
    public var label: Phrase {
        switch self {
        case .herself: Phrase("Herself", "本人")
        case .employer: Phrase("The employer", "用人单位")
        case .contract: Phrase("The contract", "合同")
        case .visit: Phrase("A visit", "走访")
        case .other: Phrase("Somebody else", "其他人")
        }
    }
}
