import HomesCore

/// Leaving: when, how, where to, and whether that is safe, in her eyes and the worker's.
public struct ExitScreen: FormScreen {
    public var form: Form
    let stay: Stay
    let code: String
    let children: [(stay: Stay, personCode: String)]
    private var isCorrection: Bool { stay.exitDate != nil }

    /// The exit of a stay, or the correction of one.
    public init(stay: Stay, code: String, _ world: World) {
        self.stay = stay
        self.code = code
        let found = world.attempt { () throws(StoreError) in
            try world.store.childrenInHerBed(stayId: stay.id, by: world.signature)
        }
        children = (try? found.get()) ?? []
        var shown = stay
        shown.exitDate = stay.exitDate ?? world.today
        form = Form()
        form.add(
            shown, as: "stay", section: Phrase("Exit", "离开"),
            ["exitDate", "exitType", "destination", "destinationPlace"], world.language)
        form.add(
            shown, as: "stay", section: Phrase("Is it safe there", "那里是否安全"),
            ["destinationSafeClient", "destinationSafeWorker"], world.language)
        form.add(
            shown, as: "stay", section: Phrase("Afterwards", "之后"), ["exitInterview", "aftercare"],
            world.language)
        if !children.isEmpty {
            let codes = children.map(\.personCode).joined(separator: ", ")
            form.add(
                "children", Phrase("Her children leave too: \(codes)", "孩子一同离开：\(codes)"),
                .choice([
                    Choice(code: "1", label: Phrase("Yes", "是")),
                    Choice(code: "0", label: Phrase("No", "否")),
                ]), section: Phrase("Children", "孩子"), required: true, value: .text("1"),
                world.language)
        }
    }

    public static let formName = "exit"
    public var recordId: String { stay.id }
    public var title: Phrase {
        isCorrection ? Phrase("Correct the exit", "更正离开记录") : Phrase("Exit", "办理离开")
    }
    public var draftTitle: String { "Exit / 离开 " + code }
    public static let bindings: [Binding<ExitScreen>] = formBindings

    public mutating func fieldLeft(_ id: String, _ world: World) {
        guard id == "stay.exitDate", let date = form.dateValue(id) else { return }
        if date > world.today {
            form.annotate(id, fault: Phrase("Not in the future.", "不能填将来的日期。"))
        } else if date < stay.entryDate {
            form.annotate(
                id,
                fault: Phrase(
                    "She came on \(stay.entryDate.iso).", "她于\(stay.entryDate.iso)入住，不能更早。"))
        } else {
            let nights = stay.entryDate.days(until: date)
            form.annotate(id, note: Phrase("\(nights) nights", "共\(nights)夜"))
        }
    }

    public mutating func save(_ world: World) -> Step {
        fieldLeft("stay.exitDate", world)
        if let fault = form["stay.exitDate"]?.fault { return .say(.warning(fault)) }
        var filled = stay
        form.fill(&filled, from: "stay")
        guard let date = filled.exitDate else {
            return .say(.warning(Phrase("Type the day she left.", "请填写离开日期。")))
        }
        let departure = Departure(
            date: date, exitType: filled.exitType, destination: filled.destination,
            place: filled.destinationPlace, safeClient: filled.destinationSafeClient,
            safeWorker: filled.destinationSafeWorker, note: filled.exitInterview)
        let leaving = form.textValue("children") == "1" ? children.map(\.stay.id) : []
        let (stayId, corrects) = (stay.id, isCorrection)
        switch world.attempt({ () throws(StoreError) in
            corrects
                ? try world.store.correctExit(stayId: stayId, departure, by: world.signature)
                : try world.store.exit(
                    stayId: stayId, departure, children: leaving, by: world.signature)
        }) {
        case .success(let outcome): return finish(outcome, world)
        case .failure(let error): return .refused(error)
        }
    }

    private mutating func finish(_ outcome: ExitOutcome, _ world: World) -> Step {
        forgetDraft(world)
        form = Form()
        let dates = outcome.followUps.map(\.dueOn.iso).joined(separator: ", ")
        let calls =
            dates.isEmpty
            ? Phrase("", "") : Phrase(" Follow-ups on \(dates).", "回访日期：\(dates)。")
        return .answerSaying(
            .saved(table: Stay.table, id: outcome.stay.id),
            .done(
                Phrase("\(code) has left.", "\(code) 已离开。") + calls
                    + Phrase(" F8 undoes.", "按 F8 撤销。")))
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        if case .confirmed("discard") = answer { return discard(world) }
        return receiveInForm(answer, world)
    }
}
