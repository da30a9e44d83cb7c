import HomesCore

/// Holds a bed, or takes it out of service: from which night, until when, why.
struct BedPeriodScreen: FormScreen {
    static let formName = "bedPeriod"

    let status: BedStatus
    let bed: Bed
    let place: String
    var form = Form()

    init(status: BedStatus, bed: Bed, place: String, from: CivilDate, _ world: World) {
        self.status = status
        self.bed = bed
        self.place = place
        var period = BedStatusPeriod()
        period.status = status
        period.fromNight = from
        let section = Phrase("Bed \(place): ", "床位 \(place)：") + status.label
        form.add(period, as: "period", section: section, BedPeriodScreen.names, world.language)
    }

    private static let names = ["fromNight", "toNight", "reason"]

    var title: Phrase {
        status == .held ? Phrase("Hold a bed", "预留床位") : Phrase("Out of service", "停用床位")
    }
    var recordId: String { bed.id + status.rawValue }
    var draftTitle: String { place }
    static let bindings: [Binding<BedPeriodScreen>] = formBindings

    mutating func save(_ world: World) -> Step {
        guard let from = form.dateValue("period.fromNight") else { return .stay }
        let end = form.dateValue("period.toNight")
        let reason = form.textValue("period.reason")
        let bedId = bed.id
        let status = self.status
        switch world.attempt({ () throws(StoreError) in
            status == .held
                ? try world.store.holdBed(
                    bedId, from: from, to: end, reason: reason, by: world.signature)
                : try world.store.closeBed(
                    bedId, from: from, to: end, reason: reason, status: status,
                    by: world.signature)
        }) {
        case .success(let saved):
            forgetDraft(world)
            return .answerSaying(
                .saved(table: BedStatusPeriod.table, id: saved.id),
                .done(status.label + Phrase(": \(place). F8 undoes.", "：\(place)。按 F8 撤销。")))
        case .failure(let error): return refuse(error, world)
        }
    }
}
