/// A closed list of codes that code branches on: the raw value is what is stored, the label is
/// what people read. Lists that no code branches on are files under `data/lists/`.
public protocol CodeList: RawRepresentable, CaseIterable, Hashable, Storable
where RawValue == String {
    /// The words on screens and papers, in both languages.
    var label: Phrase { get }
}

extension CodeList {
    /// Whether this is one of HUD 1.8's three missing values: `8`, `9` or `99`.
    public var isMissing: Bool { ["8", "9", "99"].contains(rawValue) }

    /// Whether nobody asked (`99`): a gap that data-quality reports count. `8` and `9` are
    /// answers.
    public var isGap: Bool { rawValue == "99" }

    /// The stored codes, in the order of the list: for `CHECK` constraints and choice fields.
    public static var codes: [String] { allCases.map(\.rawValue) }

    /// The words for a stored code; the code itself when the list does not know it, so that an
    /// old or foreign value is shown rather than dropped.
    public static func label(of code: String) -> Phrase {
        Self(rawValue: code)?.label ?? Phrase(verbatim: code)
    }
}

/// The words of HUD 1.8's missing values, shared by every list that has them.
enum MissingLabel {
    static let doesNotKnow = Phrase("She doesn't know", "本人不清楚")
    static let prefersNot = Phrase("Prefers not to answer", "本人不愿回答")
    static let notCollected = Phrase("Not collected", "未填写")
}

/// Yes, no, or one of the three ways of not having an answer (HUD 1.8).
public enum YesNo: String, CodeList {
    case yes = "1"
    case no = "0"
    case doesNotKnow = "8"
    case prefersNot = "9"
    case notCollected = "99"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .yes: Phrase("Yes", "是")
        case .no: Phrase("No", "否")
        case .doesNotKnow: MissingLabel.doesNotKnow
        case .prefersNot: MissingLabel.prefersNot
        case .notCollected: MissingLabel.notCollected
        }
    }
}

/// An item of a checklist: yes, no, or it does not apply.
public enum YesNoNA: String, CodeList {
    case yes = "1"
    case no = "0"
    case notApplicable = "NA"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .yes: Phrase("Yes", "是")
        case .no: Phrase("No", "否")
        case .notApplicable: Phrase("Does not apply", "不适用")
        }
    }
}

/// A fact about an offer or a sign of exploitation: yes, no, or nobody has found out yet.
public enum YesNoUnknown: String, CodeList {
    case yes = "1"
    case no = "0"
    case unknown = "UNKNOWN"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .yes: Phrase("Yes", "是")
        case .no: Phrase("No", "否")
        case .unknown: Phrase("Not known", "不清楚")
        }
    }
}

/// Under which age rules somebody falls; the bands of anonymous tallies.
public enum AgeBand: String, CodeList {
    case under12 = "UNDER_12"
    case from12To15 = "12_15"
    case from16To17 = "16_17"
    case from18To24 = "18_24"
    case from25 = "25_PLUS"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .under12: Phrase("Under 12", "12岁以下")
        case .from12To15: Phrase("12-15", "12-15岁")
        case .from16To17: Phrase("16-17", "16-17岁")
        case .from18To24: Phrase("18-24", "18-24岁")
        case .from25: Phrase("25 and over", "25岁及以上")
        }
    }
}
