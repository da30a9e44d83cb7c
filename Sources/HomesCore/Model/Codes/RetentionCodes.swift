/// Why a file was destroyed.
public enum PurgeReason: String, CodeList {
    case timeIsOver = "TIME_OVER"
    case herWish = "HER_WISH"

    /// The words of the form.
    public var label: Phrase {
        switch self {
        case .timeIsOver: Phrase("Its time is over", "保存期已满")
        case .herWish: Phrase("She asked for it (PIPL 47)", "本人要求删除（个人信息保护法第四十七条）")
        }
    }
}

/// What decides how long a file is kept.
public enum RetentionGround: String, CodeList {
    case file, minor, ledger

    /// The words beside the day.
    public var label: Phrase {
        switch self {
        case .file: Phrase("closed file", "结案档案")
        case .minor: Phrase("was a minor at the closure", "结案时未成年")
        case .ledger: Phrase("service ledger", "就业服务台账")
        }
    }
}
