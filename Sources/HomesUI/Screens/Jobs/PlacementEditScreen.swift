import HomesCore

/// What comes to be known of a placement after its start: the contract, the wage and hours she
/// began with, the home's ledger. The checks of contract and ledger are judged again with it.
public struct PlacementEditScreen: RecordEditScreen {
    public var form = Form()
    var record: Placement
    private let personCode: String

    public static let formName = "placementTerms"
    /// Whose placement, and which.
    public var recordId: String { record.personId + "/" + record.id }
    public var draftTitle: String { personCode }
    public var title: Phrase {
        Phrase("Terms of placement ", "就业安置条件 ") + Phrase(verbatim: personCode)
    }
    var personId: String { record.personId }

    /// The form over a placement of a resident's page.
    public init(_ placement: Placement, _ page: ResidentPage, _ world: World) {
        record = placement
        personCode = page.person.personCode
        form.add(
            placement, as: "record",
            section: Phrase("Start on ", "上岗日期：") + placement.startDate.phrase,
            [
                "contractSignedOn", "contractCopyHeld", "wageYuanAtStart", "hoursPerDayAtStart",
                "employmentType", "ledgerComplete",
            ], world.language)
    }

    public static let bindings: [Binding<PlacementEditScreen>] = formBindings

    static func find(_ id: String, in page: ResidentPage) -> Placement? {
        page.placements.first { $0.placement.id == id }?.placement
    }

    func write(_ record: Placement, _ world: World) throws(StoreError) -> Placement {
        try world.store.editPlacement(record, by: world.signature)
    }
}
