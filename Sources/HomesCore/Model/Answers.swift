/// Why an answer is missing (HUD HMIS data standards 1.8). "Doesn't know" and "prefers not to
/// answer" are answers; "not collected" is a gap that data-quality reports count. Lists of codes
/// have the three among their codes; texts have them through `Told`.
public enum Gap: String, CaseIterable, Sendable {
    case doesNotKnow = "8"
    case prefersNot = "9"
    case notCollected = "99"

    /// The words beside an empty field.
    public var label: Phrase {
        switch self {
        case .doesNotKnow: Phrase("doesn't know", "不知道")
        case .prefersNot: Phrase("declined or unsafe", "不愿答或不宜记录")
        case .notCollected: Phrase("not collected", "未填写")
        }
    }

    /// The next one, for the key that goes round: unknown, declined, not collected.
    public var next: Gap {
        switch self {
        case .notCollected: .doesNotKnow
        case .doesNotKnow: .prefersNot
        case .prefersNot: .notCollected
        }
    }
}

/// A text a client gave, or why there is none.
///
/// Stored as the text, `#8`, `#9`, or NULL for not collected; `#` cannot begin a text that was
/// typed, so the two never meet.
public enum Told: Storable, Hashable {
    case said(String)
    case missing(Gap)

    /// The text that was given, if one was.
    public var text: String? {
        if case .said(let text) = self { text } else { nil }
    }

    /// A text, or not collected when there is none.
    public init(_ text: String?) {
        if let text, !text.isEmpty { self = .said(text) } else { self = .missing(.notCollected) }
    }

    public var stored: StoredValue {
        switch self {
        case .said(let text): .text(text)
        case .missing(.notCollected): .null
        case .missing(let gap): .text("#" + gap.rawValue)
        }
    }

    public init?(stored: StoredValue) {
        switch stored {
        case .null: self = .missing(.notCollected)
        case .integer: return nil
        case .text(let text):
            if text.first == "#", let gap = Gap(rawValue: String(text.dropFirst())) {
                self = .missing(gap)
            } else {
                self = .said(text)
            }
        }
    }
}
