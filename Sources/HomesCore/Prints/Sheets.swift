/// Every sheet, listed once: menus, the register and the tests read this list. The days a paper may
/// be there stand in it beside each other.
public enum Sheets {
    /// All of them, those about a woman first, then the home's, then an offer's.
    public static let all: [SheetKind] = [
        intake, blankConsent, consent, receipt, departureChecklist, planCard, plainCard, readers,
        ownFile,
        roster, bedBoard, handover, callSheet, serviceLedger,
        offerQuestions,
    ]

    /// The sheets about a woman, those of a home, or those about an offer.
    public static func about(_ subject: SheetKind.Subject) -> [SheetKind] {
        all.filter { $0.subject == subject }
    }

    /// A sheet by its id.
    public static func kind(_ id: String) -> SheetKind? { all.first { $0.id == id } }

    /// What people call the sheet of an id in the journal.
    public static func title(of id: String) -> Phrase {
        kind(id)?.title ?? Phrase(verbatim: id)
    }

    static func existing(_ id: String) throws(StoreError) -> SheetKind {
        guard let kind = kind(id) else { throw .noSuchRecord }
        return kind
    }
}
