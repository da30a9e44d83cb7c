import HomesCore

/// Intake: from the first question to a bed.
public struct IntakeScreen: FormScreen {
    public var form: Form
    /// Those whom the home knows and who may be the one at the door.
    var duplicates: [DuplicateRow] = []
    /// She was here before: her stay is added to what is known of her.
    var returning: (personId: String, personCode: String)?
    var releasesHold = false
    private let home: Home?
    private let bedLabels: [String: String]

    /// An intake in the user's home, into a given bed or the first free one.
    public init(_ world: World, bedId: String? = nil) {
        home = world.session?.home
        var choices: [Choice] = []
        var free: [BedOnBoard] = []
        var arrivals: [BedOnBoard] = []
        if let home, case .success(let board) = IntakeScreen.board(home, world) {
            for room in board.rooms {
                for bed in room.beds {
                    let label = room.room.name + "-" + bed.bed.bedNumber
                    choices.append(Choice(code: bed.bed.id, label: Phrase(verbatim: label)))
                }
                let freeHere = room.beds.filter { $0.state == .free && !$0.isOverflow }
                free += freeHere
                if room.room.transitory { arrivals += freeHere }
            }
        }
        bedLabels = Dictionary(
            choices.map { ($0.code, $0.label.english) }, uniquingKeysWith: { first, _ in first })
        let preset = bedId ?? arrivals.first?.bed.id ?? free.first?.bed.id
        form = home.map { IntakeForm.make(beds: choices, home: $0, world) } ?? Form()
        if let preset, home?.serviceMode != .dropIn {
            form.preset(IntakeForm.bed, .text(preset), world.language)
        }
    }

    private static func board(_ home: Home, _ world: World) -> Result<BedBoard, StoreError> {
        world.attempt { () throws(StoreError) in
            try world.store.bedBoard(homeId: home.id, night: world.today, by: world.signature)
        }
    }

    public static let formName = "intake"
    public var title: Phrase { Phrase("Intake", "入住登记") }
    public var draftTitle: String { "Intake / 入住登记" }

    public var hint: Phrase? {
        if !duplicates.isEmpty, returning == nil {
            return Phrase("Perhaps known here: F5 shows them.", "可能已有记录：按 F5 查看。")
        }
        return form.focused?.fault ?? form.focused?.help
    }

    public static let bindings: [Binding<IntakeScreen>] =
        formBindings + [
            Binding(
                .function(5), help: Phrase("known here?", "是否已有记录"),
                off: { screen, _ in
                    screen.duplicates.isEmpty
                        ? Phrase("Nobody here looks like her.", "没有相似的记录。") : nil
                },
                run: { screen, _ in .push(DuplicatesScreen(rows: screen.duplicates)) })
        ]

    // MARK: Typing

    public mutating func type(_ key: Key, _ world: World) -> Step {
        let step = typeInForm(key, world)
        if IntakeScreen.probed.contains(form.focused?.id ?? "") { findDuplicates(world) }
        return step
    }

    private static let probed: Set<String> = [
        "person.prs_IdentityNumber", "person.nameZh", "person.alias", "person.prs_Birthdate",
    ]

    /// Looks for the same person with what is typed so far, right or wrong.
    private mutating func findDuplicates(_ world: World) {
        guard returning == nil else { return }
        var person = Person()
        for row in form.rows where IntakeScreen.probed.contains(row.id) {
            let text = row.text.isEmpty ? Told(nil) : Told(row.text)
            switch row.id {
            case "person.nameZh": person.nameZh = text
            case "person.alias": person.alias = text
            case "person.prs_Birthdate": if row.value != .null { person.prs_Birthdate = text }
            default: person.prs_IdentityNumber = Told(IdentityNumber.normalised(row.text))
            }
        }
        let found = world.attempt { () throws(StoreError) in
            try world.store.possibleDuplicates(of: person, by: world.signature)
        }
        duplicates = (try? found.get()) ?? []
    }

    public mutating func fieldLeft(_ id: String, _ world: World) {
        switch id {
        case "person.prs_IdentityNumber": readIdentityNumber(world)
        case "person.nameZh":
            if let name = form.textValue(id), name.first != "#" {
                form.annotate(id, note: Phrase(verbatim: Pinyin.romanised(name)))
            }
        case "person.prs_Birthdate": sayAge(world)
        case "stay.entryDate":
            if let date = form.dateValue(id), date > world.today {
                form.annotate(id, fault: Refusal.stayInFuture.label)
            }
        case IntakeForm.byDay:
            let isByDay = form.textValue(id) == "1"
            form.skip(
                IntakeForm.bed, because: isByDay ? Phrase("she comes by day", "仅日间前来") : nil)
        default: break
        }
        findDuplicates(world)
    }

    /// Fills what the number says, and names the digit to look at again. Never blocks.
    private mutating func readIdentityNumber(_ world: World) {
        let id = "person.prs_IdentityNumber"
        guard let text = form.textValue(id), text.first != "#" else { return }
        let reading = IdentityNumber.read(text, today: world.today)
        let language = world.language
        if let birthdate = reading.birthdate {
            form.suggest("person.prs_Birthdate", .text(birthdate.iso), language)
        }
        if let sex = reading.sex {
            let gender: Gender = sex == .female ? .feminine : .masculine
            form.suggest("person.prs_Gender", .text(gender.rawValue), language)
        }
        if let type = reading.form?.documentType {
            form.suggest("person.idDocumentType", .text(type.rawValue), language)
        }
        if let region = reading.regionCode, Regions.name(code: region) != nil {
            form.suggest("person.hukouCounty", .text(region), language)
        }
        form.annotate(id, note: reading.faults.first?.message ?? Phrase("agrees", "校验无误"))
        sayAge(world)
    }

    /// The age to the month and the date on which the next age rule ends.
    private mutating func sayAge(_ world: World) {
        let id = "person.prs_Birthdate"
        guard let text = form.textValue(id), let birthdate = Birthdate(stored: text) else {
            form.skip(IntakeForm.givenBy, because: nil)
            return
        }
        form.annotate(id, note: AgeRules.next(birthdate, on: world.today)?.phrase)
        let needsGuardian = AgeRules.needsGuardianConsent(birthdate, on: world.today)
        form.skip(
            IntakeForm.givenBy,
            because: needsGuardian ? nil : Phrase("14 or older: she decides", "已满14岁，由本人决定"))
    }

    // MARK: Answers

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        switch answer {
        case .confirmed("discard"): return discard(world)
        case .confirmed("releaseHold"):
            releasesHold = true
            return save(world)
        case .chosen(DuplicatesScreen.again, let personId):
            return takeReturning(personId)
        default: return receiveInForm(answer, world)
        }
    }

    private mutating func takeReturning(_ personId: String) -> Step {
        guard let row = duplicates.first(where: { $0.personId == personId }) else { return .stay }
        returning = (personId, row.personCode)
        let reason = Phrase("as recorded for \(row.personCode)", "沿用 \(row.personCode) 的记录")
        for name in IntakeForm.identityFields { form.skip("person." + name, because: reason) }
        form.focus(on: IntakeForm.bed)
        return .say(
            .done(
                Phrase("A new stay of \(row.personCode).", "为 \(row.personCode) 新增一次住宿。")))
    }

    public func openLookup(_ world: World) -> Step {
        guard form.focused?.id == IntakeForm.bed else { return openFieldLookup(world) }
        let night = form.dateValue("stay.entryDate") ?? world.today
        return .push(BedBoardScreen(picking: IntakeForm.bed, night: night))
    }

    // MARK: Saving

    public mutating func save(_ world: World) -> Step {
        let intake = IntakeForm.intake(from: form, today: world.today)
        let (again, releases) = (returning?.personId, releasesHold)
        switch world.attempt({ () throws(StoreError) in
            if let again {
                return try world.store.admitAgain(
                    again, intake, releasingHold: releases, by: world.signature)
            }
            return try world.store.admit(intake, releasingHold: releases, by: world.signature)
        }) {
        case .success(let admission): return finish(admission, world)
        case .failure(.refused(.bedHeld)): return askToRelease(intake)
        case .failure(let error): return .refused(error)
        }
    }

    private func askToRelease(_ intake: Intake) -> Step {
        let label = intake.bedId.flatMap { bedLabels[$0] } ?? ""
        return .push(
            ConfirmScreen(
                question: "releaseHold", title: Phrase("The bed is held", "该床位已预留"),
                lines: [
                    Phrase(
                        "Bed \(label) is held for somebody. The hold ends if she gets it.",
                        "床位 \(label) 已为他人预留。安排给她后预留解除。")
                ], word: label))
    }

    private mutating func finish(_ admission: Admission, _ world: World) -> Step {
        forgetDraft(world)
        form = Form()
        let code = admission.person.personCode
        let bed = admission.assignment.flatMap { bedLabels[$0.bedId] }
        var said = Phrase("Admitted \(code)", "\(code) 已登记")
        if let bed { said = said + Phrase(" to bed \(bed)", "，床位 \(bed)") }
        said = said + Phrase(". F8 undoes.", "。按 F8 撤销。")
        for warning in admission.warnings { said = said + Phrase(" ", "") + warning.label }
        return .replaceSaying(ResidentScreen(personId: admission.person.id), .done(said))
    }

    // MARK: Drawing

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        let shown = returning == nil ? duplicates : []
        guard !shown.isEmpty else {
            form.draw(in: area, on: &canvas, world)
            return
        }
        if area.width >= 120 {
            let pane = Area(
                row: area.row, column: area.column + area.width - 40, width: 40,
                height: area.height)
            drawDuplicates(shown, in: pane, on: &canvas, world)
            let rest = Area(
                row: area.row, column: area.column, width: area.width - 41, height: area.height)
            form.draw(in: rest, on: &canvas, world)
        } else {
            let lines = min(shown.count, 3) + 1
            let pane = Area(
                row: area.row + area.height - lines, column: area.column, width: area.width,
                height: lines)
            drawDuplicates(shown, in: pane, on: &canvas, world)
            let rest = Area(
                row: area.row, column: area.column, width: area.width,
                height: area.height - lines)
            form.draw(in: rest, on: &canvas, world)
        }
    }

    private func drawDuplicates(
        _ rows: [DuplicateRow], in area: Area, on canvas: inout Canvas, _ world: World
    ) {
        let head = Phrase(
            "Perhaps known here (\(rows.count)): F5", "可能已有记录（\(rows.count)）：F5")
        canvas.fill(
            row: area.row, column: area.column, width: area.width, height: 1, style: .heading,
            character: " ")
        canvas.write(world.text(head), row: area.row, column: area.column + 1, style: .heading)
        for (index, row) in rows.prefix(area.height - 1).enumerated() {
            canvas.write(
                row.line(world.language), row: area.row + 1 + index, column: area.column + 1,
                style: row.isHere ? .warning : .plain, width: area.width - 1)
        }
    }
}

extension DuplicateRow {
    /// Code, initials, year of birth and why she is listed: never a name.
    func line(_ language: Language) -> String {
        let here = isHere ? Phrase("here now", "目前在住") : nil
        let why = (reasons.map(\.label) + [here].compactMap { $0 }).map { $0(language) }
        return [personCode, initials ?? "", birthYear ?? "", why.joined(separator: ", ")]
            .filter { !$0.isEmpty }.joined(separator: "  ")
    }
}
