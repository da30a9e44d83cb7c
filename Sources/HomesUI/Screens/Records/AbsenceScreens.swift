import HomesCore

/// Records that a resident goes out: since when, why, when she is expected back.
public struct AbsenceScreen: FormScreen {
    public var form = Form()
    private let personId: String
    private let personCode: String
    private let stay: Stay

    public static let formName = "absence"
    /// Whose stay, and which.
    public var recordId: String { personId + "/" + stay.id }
    public var draftTitle: String { personCode }
    public var title: Phrase { Phrase("Goes out", "外出登记") }

    /// A new absence from the stay that goes on.
    public init(_ stay: Stay, _ page: ResidentPage, _ world: World) {
        self.stay = stay
        personId = page.person.id
        personCode = page.person.personCode
        var absence = Absence()
        absence.fromDay = world.today
        absence.expectedBack = world.today
        form.add(
            absence, as: "absence",
            section: Phrase("Out of the home: her bed stays hers", "外出：床位仍为她保留"),
            ["reason", "expectedBack", "fromDay", "note", "toDay"], world.language)
    }

    public static let bindings: [Binding<AbsenceScreen>] = formBindings

    /// Nobody expects a missing woman on a day.
    public mutating func fieldLeft(_ id: String, _ world: World) {
        let isMissing = form.textValue("absence.reason") == AbsenceReason.missing.rawValue
        form.skip(
            "absence.expectedBack", because: isMissing ? Phrase("she is missing", "下落不明") : nil)
    }

    public mutating func save(_ world: World) -> Step {
        var record = Absence()
        form.fill(&record, from: "absence")
        record.stayId = stay.id
        if record.reason == .missing { record.expectedBack = nil }
        let absence = record
        switch world.attempt({ () throws(StoreError) in
            try world.store.recordAbsence(absence, by: world.signature)
        }) {
        case .success(let saved):
            forgetDraft(world)
            return .answerSaying(.saved(table: Absence.table, id: saved.id), said(saved))
        case .failure(let error): return refuse(error, world)
        }
    }

    private func said(_ saved: Absence) -> Message {
        let undoes = Phrase(". F8 undoes.", "。按 F8 撤销。")
        if saved.reason == .missing {
            return .warning(
                Phrase(
                    "\(personCode) is missing: an alarm on Today until she is back",
                    "\(personCode)下落不明：在她返回前，今日页持续告警") + undoes)
        }
        let back =
            saved.expectedBack.map { Phrase(", back \($0.iso)", "，预计\($0.iso)返回") }
            ?? Phrase(verbatim: "")
        return .done(
            Phrase("\(personCode) is out", "\(personCode)外出") + back
                + Phrase("; o when she is back", "；返回时按 o") + undoes)
    }
}

/// Corrects an absence, or says that she who is out is missing.
public struct AbsenceEditScreen: RecordEditScreen {
    public var form = Form()
    var record: Absence
    let personId: String
    private let personCode: String

    public static let formName = "absenceEdit"
    /// Whose absence, and which.
    public var recordId: String { personId + "/" + record.id }
    public var draftTitle: String { personCode }
    public var title: Phrase { Phrase("Absence", "外出") }

    /// The form over an absence of a resident's page.
    public init(_ absence: Absence, _ page: ResidentPage, _ world: World) {
        record = absence
        personId = page.person.id
        personCode = page.person.personCode
        form.add(
            absence, as: "record", section: Phrase("Absence", "外出"),
            ["reason", "expectedBack", "fromDay", "toDay", "note"], world.language)
    }

    public static let bindings: [Binding<AbsenceEditScreen>] = formBindings

    static func find(_ id: String, in page: ResidentPage) -> Absence? {
        page.absences.first { $0.id == id }
    }

    func write(_ record: Absence, _ world: World) throws(StoreError) -> Absence {
        try world.store.editAbsence(record, by: world.signature)
    }
}
