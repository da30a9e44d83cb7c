import HomesCore

/// Records that a resident leaves, or corrects what was recorded about it.
public struct ExitScreen: FormScreen {
    public var form = Form()
    private let personId: String
    private let personCode: String
    private let stay: Stay
    private let children: [(stay: Stay, personCode: String)]
    /// What the home still keeps for her.
    private let kept: [Belonging]

    public static let formName = "exit"
    public var recordId: String { personId + "/" + stay.id }
    public var draftTitle: String { personCode }
    public var title: Phrase {
        isCorrection ? Phrase("Correct the exit", "更正离开记录") : Phrase("Exit", "办理离开")
    }
    private var isCorrection: Bool { stay.exitDate != nil }

    /// The exit from a stay of a page: a new one while the stay goes on.
    public init(_ stay: Stay, _ page: ResidentPage, _ world: World) {
        self.stay = stay
        personId = page.person.id
        personCode = page.person.personCode
        kept = page.belongings(ofStay: stay.id).filter(\.isKept)
        var found: [(stay: Stay, personCode: String)] = []
        if stay.exitDate == nil,
            case .success(let rows) = world.attempt({ () throws(StoreError) in
                try world.store.childrenInHerBed(stayId: stay.id, by: world.signature)
            })
        {
            found = rows
        }
        children = found
        var record = stay
        record.exitDate = stay.exitDate ?? world.today
        let section =
            Phrase("Leaves, here since ", "离开，入住于") + stay.entryDate.phrase
        form.add(
            record, as: "stay", section: section,
            [
                "exitDate", "exitType", "destination", "destinationPlace",
                "destinationSafeClient", "destinationSafeWorker", "exitInterview",
            ], world.language)
        form.require("stay.exitDate")
        if !kept.isEmpty, stay.exitDate == nil {
            form.add(
                "givesBack", Phrase("Given back to her now", "现在归还寄存物品"),
                .choice(YesNo.choices.filter { ["1", "0"].contains($0.code) }), section: section,
                required: true, help: Phrase("Kept: ", "保管中：") + listOfKept, world.language)
            form.annotate("givesBack", note: listOfKept)
        }
        if !children.isEmpty {
            let codes = children.map(\.personCode).joined(separator: ", ")
            form.add(
                "children", Phrase("The child in her bed leaves too", "同床的孩子一起离开"),
                .choice(YesNo.choices.filter { ["1", "0"].contains($0.code) }), section: section,
                required: true,
                help: Phrase(
                    "\(codes). If not, give the child a bed first.", "\(codes)。若不离开，请先另安排床位。"),
                value: YesNo.yes.stored, world.language)
        }
        passOver()
    }

    public static let bindings: [Binding<ExitScreen>] = formBindings

    public mutating func fieldLeft(_ id: String, _ world: World) { passOver() }

    /// After a death there is no destination to be safe in.
    private mutating func passOver() {
        let isDead = form.textValue("stay.destination") == Destination.deceased.rawValue
        let reason = isDead ? Phrase("she died", "已去世") : nil
        for name in ["destinationPlace", "destinationSafeClient", "destinationSafeWorker"] {
            form.skip("stay." + name, because: reason)
        }
    }

    public mutating func save(_ world: World) -> Step {
        var record = stay
        form.fill(&record, from: "stay")
        guard let date = record.exitDate else { return .stay }
        let departure = Departure(
            date: date, exitType: record.exitType, destination: record.destination,
            place: record.destinationPlace, safeClient: record.destinationSafeClient,
            safeWorker: record.destinationSafeWorker, note: record.exitInterview,
            givesBack: givesBack)
        let leavingToo =
            form.textValue("children") == YesNo.yes.rawValue ? children.map(\.stay.id) : []
        switch world.attempt({ () throws(StoreError) in
            isCorrection
                ? try world.store.correctExit(stayId: stay.id, departure, by: world.signature)
                : try world.store.exit(
                    stayId: stay.id, departure, children: leavingToo, by: world.signature)
        }) {
        case .success(let outcome):
            forgetDraft(world)
            let text = said(outcome, date)
            return .answerSaying(
                .saved(table: Stay.table, id: stay.id),
                kept.isEmpty || givesBack
                    ? .done(text)
                    : .warning(
                        text + Phrase(" STILL KEPT: ", " 仍在保管：") + listOfKept
                            + Phrase(" (g).", "（g）。")))
        case .failure(let error): return refuse(error, world)
        }
    }

    private var givesBack: Bool { form.textValue("givesBack") == YesNo.yes.rawValue }
    private var listOfKept: Phrase { Phrase.listed(kept.map(\.phrase)) }

    private func said(_ outcome: ExitOutcome, _ date: CivilDate) -> Phrase {
        var text = Phrase("\(personCode) left on \(date.iso)", "\(personCode)已于\(date.iso)离开")
        if !outcome.children.isEmpty {
            text = text + Phrase(" with her child", "，孩子同行")
        }
        if !outcome.followUps.isEmpty {
            let days = outcome.followUps.map(\.dueOn.iso)
            text =
                text
                + Phrase(
                    "; follow-ups " + days.joined(separator: ", "),
                    "；回访日期" + days.joined(separator: "、"))
        }
        return text + Phrase(". F8 undoes.", "。按 F8 撤销。")
    }
}
