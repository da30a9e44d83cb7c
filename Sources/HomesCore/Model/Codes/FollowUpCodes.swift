/// How she is contacted (local list).
public enum FollowUpMethod: String, CodeList {
    case phone = "PHONE"
    case text = "TEXT"
    case online = "ONLINE"
    case visit = "VISIT"
    case cameIn = "CAME_IN"
    case letter = "LETTER"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .phone: Phrase("Phone", "电话")
        case .text: Phrase("Text message", "短信")
        case .online: Phrase("Online", "网络")
        case .visit: Phrase("Visit", "走访")
        case .cameIn: Phrase("She came in", "本人来访")
        case .letter: Phrase("Letter", "书信")
        }
    }
}

/// Whether she was reached.
public enum FollowUpReached: String, CodeList {
    case yes = "YES"
    case noAnswer = "NO_ANSWER"
    case wrongNumber = "WRONG_NUMBER"
    case viaContact = "VIA_CONTACT"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .yes: Phrase("Reached", "已联系上")
        case .noAnswer: Phrase("No answer", "无人接听")
        case .wrongNumber: Phrase("Wrong number", "号码有误")
        case .viaContact: Phrase("Through a contact", "通过联系人")
        }
    }
}
