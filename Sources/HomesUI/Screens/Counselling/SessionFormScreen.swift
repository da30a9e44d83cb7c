import HomesCore

/// A new counselling session in four parts: who, which topics, the details, which begin with what is
/// usual, and what was given out.
public struct SessionFormScreen: FormScreen {
    enum Part: Int, CaseIterable { case who, topics, details, materials }

    public var form = Form()
    let presetId: String?
    var part: Part
    var attendance = SessionAttendance()
    var topics = SessionTicks.topics
    var materials: SessionTicks<String>
    /// What speaks against the interpreter, as far as it was looked for.
    var concerns: [InterpreterCheck.Finding] = []
    private let startKind: SessionKind
    private var fault: Phrase?

    public static let comesBackWhenUndone = true
    public static let formName = "session"
    /// Who it is for, or `GROUP`: one draft each.
    public var recordId: String {
        presetId ?? (startKind == .individual ? "" : startKind.rawValue)
    }
    public var draftTitle: String { "" }
    public var title: Phrase {
        kind == .individual ? Phrase("New session", "新辅导记录") : kind.label
    }
    public var takesText: Bool { part == .who || part == .details }

    /// A session with one woman, the one named if one is, or with a group.
    ///
    /// - Parameter covered: Topics that are ticked from the beginning.
    public init(
        _ world: World, personId: String? = nil, kind: SessionKind = .individual,
        topics covered: [CounsellingTopic] = []
    ) {
        presetId = personId
        startKind = kind
        materials = .materials(on: world.today)
        part = personId == nil ? .who : .topics
        var session = CounsellingSession()
        session.date = world.today
        session.kind = kind
        form.add(
            session, as: "session", section: Phrase("Details", "基本情况"),
            [
                "date", "kind", "mode", "durationMinutes", "language", "interpreter",
                "interpreterCounty", "interpreterWork", "interpreterReason", "note",
            ], world.language)
        weighInterpreter()
        form.enter(0)
        attendance.isIndividual = kind == .individual
        loadResidents(world)
        if let personId { attendance.tick(personId, to: true) }
        attendance.openFilter(world)
        for topic in covered { topics.toggle(topic) }
    }

    private var kind: SessionKind {
        form.textValue("session.kind").flatMap { SessionKind(rawValue: $0) } ?? startKind
    }

    private mutating func loadResidents(_ world: World) {
        guard let home = world.session?.home else { return }
        switch world.attempt({ () throws(StoreError) in
            // Those who come by day take part as well as those who sleep here.
            try world.store.residentList(
                homeId: home.id, filter: .all, names: world.showsNames, by: world.signature)
        }) {
        case .success(let rows):
            attendance.load(
                rows.filter { $0.status != .left || $0.personId == presetId })
        case .failure(let error): fault = error.phrase
        }
    }

    // MARK: Keys

    static let onlyInDetails = Phrase("That works in the details.", "此键用于基本情况。")

    public static let bindings: [Binding<SessionFormScreen>] =
        groupBindings
        + formBindings.filter { !$0.keys.contains(.function(4)) && !$0.keys.contains(.function(6)) }
        .map { binding in
            binding.keys.contains(.function(10)) || binding.keys.contains(.control("x"))
                ? binding
                : binding.closed { screen, _ in
                    screen.part == .details ? nil : SessionFormScreen.onlyInDetails
                }
        } + [
            Binding(.pageDown, help: Phrase("next part", "下一部分")) { screen, world in
                screen.turn(by: 1, world)
            },
            Binding(.pageUp, help: Phrase("part before", "上一部分"), footer: false) {
                screen, world in
                screen.turn(by: -1, world)
            },
        ]

    private mutating func turn(by step: Int, _ world: World) -> Step {
        if part == .details { leaveField(world) }
        part = Part(rawValue: part.rawValue + step) ?? part
        attendance.openFilter(world)
        return .stay
    }

    private mutating func leaveField(_ world: World) {
        form.check(form.focus, world.fieldContext)
        if let id = form.focused?.id { fieldLeft(id, world) }
    }

    public mutating func fieldLeft(_ id: String, _ world: World) {
        attendance.isIndividual = kind == .individual
        if id.hasPrefix("session.interpreter") {
            let wasNone = form["session.interpreterCounty"]?.skipped != nil
            weighInterpreter()
            // The focus passed over what is asked of an interpreter before there was one.
            if wasNone, form["session.interpreterCounty"]?.skipped == nil,
                form.focused?.id == "session.note"
            {
                form.focus(on: "session.interpreterCounty")
            }
            lookForConcerns(world)
        }
    }

    public var hint: Phrase? {
        if let fault { return fault }
        switch part {
        case .who:
            return attendance.isIndividual
                ? Phrase("Type to find her, Enter chooses her.", "输入以查找，回车选择。")
                : attendance.scale == .percent
                    ? Phrase(
                        "Digits: before, after (two each, * 100, = as above) · Space ticks",
                        "数字填前测、后测（各两位，*为100，=同上）· 空格勾选")
                    : Phrase(
                        "Digits: before, after (one each of ten, * all, = as above) · Space ticks",
                        "数字填前测、后测（十题各一位，*全对，=同上）· 空格勾选")
        case .topics:
            // In full where the list had to cut it.
            return topics.list.selected?.label
        case .details:
            let isAboutHer = form.focused?.id.hasPrefix("session.interpreter") == true
            return isAboutHer ? warning ?? form.hint : form.hint
        case .materials: return materials.list.selected?.label
        }
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        switch (part, key) {
        case (.details, _): return typeInForm(key, world)
        case (_, .tab): return turn(by: 1, world)
        case (_, .backTab): return turn(by: -1, world)
        case (.who, .enter) where attendance.goOn(): return .stay
        case (.who, .enter):
            let hasTicked = attendance.tickFound(world)
            return hasTicked && !attendance.isIndividual ? .stay : turn(by: 1, world)
        case (.who, _): return attendance.take(key, world) ?? .ignored
        case (.topics, .enter): return turn(by: 1, world)
        case (.topics, _): return topics.take(key, world) ?? .ignored
        case (.materials, .enter): return .stay
        case (.materials, _): return materials.take(key, world) ?? .ignored
        }
    }

    public mutating func refresh(_ world: World) {
        loadResidents(world)
    }

    // MARK: Saving

    public mutating func save(_ world: World) -> Step {
        var session = CounsellingSession()
        form.fill(&session, from: "session")
        session.homeId = world.session?.home?.id ?? ""
        session.counsellorId = world.signature.userId
        attendance.isIndividual = session.kind == .individual
        let lines = attendance.lines.filter { $0.isResident || session.kind != .individual }
        let rows = lines.compactMap(\.attendance)
        let covered = topics.ticked
        let given = materials.ticked
        let record = session
        switch world.attempt({ () throws(StoreError) in
            try world.store.recordSession(
                record, topics: covered, attendances: rows, materials: given,
                by: world.signature)
        }) {
        case .success(let saved):
            forgetDraft(world)
            return .answerSaying(
                .saved(table: CounsellingSession.table, id: saved.id), .done(said(saved)))
        case .failure(let error):
            switch error {
            case .refused(.individualNeedsOne), .refused(.nobodyAttended): part = .who
            case .refused(.dateInFuture), .refused(.sessionWithoutTopic): part = .details
            case .refused(.interpreterNeedsReason):
                part = .details
                lookForConcerns(world)
            default: break
            }
            return refuse(error, world)
        }
    }

    private func said(_ session: CounsellingSession) -> Phrase {
        let count = attendance.total
        let who =
            attendance.isIndividual
            ? Phrase(verbatim: attendance.ticked.first?.code ?? "")
            : Phrase("\(count) women", "\(count)人")
        let covered = topics.ticked.map { " " + $0.rawValue }.joined()
        return Phrase("Session saved: ", "辅导已保存：") + who + Phrase(verbatim: covered)
            + Phrase(". F8 undoes.", "。按 F8 撤销。")
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        if case .confirmed(Self.discardQuestion) = answer {
            topics.clear()
            materials.clear()
            attendance = SessionAttendance()
            return discard(world)
        }
        return receiveInForm(answer, world)
    }

    // MARK: Drafts

    public func unsaved(_ world: World) -> Draft? {
        var texts = form.unsavedTexts
        texts += topics.ticked.map { Draft.Text(field: "topic." + $0.rawValue, text: "1") }
        texts += materials.ticked.map { Draft.Text(field: "material." + $0, text: "1") }
        for line in attendance.lines {
            guard let record = line.attendance else { continue }
            if record.personId != nil, record.personId == presetId, record.preScore == nil,
                record.postScore == nil
            {
                continue
            }
            let numbers = [line.count, line.before ?? -1, line.after ?? -1]
            texts.append(
                Draft.Text(
                    field: "attendance." + line.id,
                    text: numbers.map(String.init).joined(separator: ",")))
        }
        guard !texts.isEmpty else { return nil }
        return Draft(
            form: Self.formName, recordId: recordId, title: draftTitle, focus: form.focused?.id,
            fields: texts)
    }

    public mutating func resume(_ draft: Draft, _ world: World) {
        form.resume(draft, world.fieldContext)
        attendance.isIndividual = kind == .individual
        topics.clear()
        materials.clear()
        weighInterpreter()
        for text in draft.fields {
            if text.field.hasPrefix("topic."),
                let topic = CounsellingTopic(rawValue: String(text.field.dropFirst(6)))
            {
                topics.toggle(topic)
            } else if text.field.hasPrefix("material.") {
                materials.toggle(String(text.field.dropFirst(9)))
            } else if text.field.hasPrefix("attendance.") {
                let numbers = text.text.split(separator: ",").compactMap { Int($0) }
                guard numbers.count == 3 else { continue }
                attendance.restore(
                    String(text.field.dropFirst(11)), count: numbers[0],
                    before: numbers[1] < 0 ? nil : numbers[1],
                    after: numbers[2] < 0 ? nil : numbers[2])
            }
        }
    }

    // MARK: Drawing

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        let count = attendance.total
        let covered = topics.ticked.count
        PaneTabs.draw(
            [
                Phrase("Who (\(count))", "参加者（\(count)）"),
                Phrase("Topics (\(covered))", "专题（\(covered)）"), Phrase("Details", "基本情况"),
                Phrase("Materials (\(materials.ticked.count))", "材料（\(materials.ticked.count)）"),
            ], active: part.rawValue, in: area, on: &canvas, world)
        let body = area.dropping(rows: 1)
        switch part {
        case .who: attendance.draw(in: body, on: &canvas, world)
        case .topics: topics.draw(in: body, on: &canvas, world)
        case .details: form.draw(in: body, on: &canvas, world)
        case .materials: materials.draw(in: body, on: &canvas, world)
        }
    }
}

extension SessionAttendance.Line {
    /// A resident's code.
    var code: String? {
        if case .resident(_, let code, _) = who { code } else { nil }
    }
}
