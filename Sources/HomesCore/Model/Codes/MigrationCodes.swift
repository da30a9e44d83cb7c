/// Which card she carries on her journey (local list).
public enum PocketCard: String, CodeList {
    case open = "OPEN"
    case discreet = "DISCREET"
    case notWanted = "NONE"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .open: Phrase("Hotline card in two languages", "双语热线卡")
        case .discreet: Phrase("A card that shows nothing to a stranger", "外人看不出的卡片")
        case .notWanted: Phrase("She wants none", "她不要卡片")
        }
    }
}
