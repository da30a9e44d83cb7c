/// What somebody may see and do. Default is nothing.
public enum Role: String, CodeList {
    case caseworker = "CASEWORKER"
    case homeManager = "HOME_MANAGER"
    case supervisor = "SUPERVISOR"
    case dataOfficer = "DATA_OFFICER"
    case admin = "ADMIN"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .caseworker: Phrase("Caseworker", "个案工作者")
        case .homeManager: Phrase("Home manager", "之家负责人")
        case .supervisor: Phrase("Supervisor", "督导")
        case .dataOfficer: Phrase("Data officer", "数据专员")
        case .admin: Phrase("Administrator", "系统管理员")
        }
    }

    /// Whether she works in one home at a time, rather than for the whole programme.
    public var worksInAHome: Bool { self == .caseworker || self == .homeManager }
}

/// What the manager found when she looked at a broken glass.
public enum GlassFinding: String, CodeList {
    case justified = "JUSTIFIED"
    case notJustified = "NOT_JUSTIFIED"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .justified: Phrase("There was a good reason", "理由充分")
        case .notJustified: Phrase("There was none: to be followed up", "理由不足，须跟进")
        }
    }
}

/// What kind of password a user has.
public enum PasswordState: String, CodeList {
    /// None: she cannot sign in until an administrator gives her one.
    case none = "NONE"
    /// One that was made for her and that somebody else has seen: good for choosing her own.
    case temporary = "TEMPORARY"
    /// One of her own.
    case own = "OWN"

    /// The words on screens.
    public var label: Phrase {
        switch self {
        case .none: Phrase("none yet", "尚无")
        case .temporary: Phrase("one-time", "一次性")
        case .own: Phrase("her own", "本人设定")
        }
    }
}
