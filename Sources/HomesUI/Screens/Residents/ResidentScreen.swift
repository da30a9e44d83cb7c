import HomesCore

/// A resident's page: who she is, how she may safely be reached, and everything done with her.
public struct ResidentScreen: Screen {
    let personId: String
    var page: ResidentPage?
    var history: [HistoryEntry] = []
    var tab = ResidentTab.summary
    var list = ListView<ResidentLine>(id: { $0.id })
    var fault: Phrase?

    /// The page of a person.
    public init(personId: String) {
        self.personId = personId
    }

    public var title: Phrase {
        page.map { Phrase(verbatim: $0.person.personCode) } ?? Person.noun
    }

    public mutating func refresh(_ world: World) {
        let personId = self.personId
        switch world.attempt({ () throws(StoreError) in
            try world.store.residentPage(personId, by: world.signature)
        }) {
        case .success(let page):
            self.page = page
            fault = nil
        case .failure(let error):
            page = nil
            fault = error.phrase
        }
        loadTab(world)
    }

    private mutating func loadTab(_ world: World) {
        if tab == .history {
            let personId = self.personId
            let found = world.attempt { () throws(StoreError) in
                try world.store.history(personId: personId, by: world.signature)
            }
            history = (try? found.get()) ?? []
        }
        guard let page else { return list.show([]) }
        list.show(ResidentLines.lines(tab, page, history: history, today: world.today))
    }

    mutating func show(_ tab: ResidentTab, _ world: World) -> Step {
        self.tab = tab
        list = ListView(id: { $0.id })
        loadTab(world)
        return .stay
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        list.take(key, world) ?? .ignored
    }

    public var hint: Phrase? {
        fault ?? Phrase("Tab turns the page. \(personCode)", "Tab 翻页。\(personCode)")
    }

    private var personCode: String { page?.person.personCode ?? "" }

    // MARK: Answers

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        switch answer {
        case .chosen(ResidentScreen.moveQuestion, let bedId): move(to: bedId, world)
        case .text(ResidentScreen.voidQuestion, let reason): askToVoid(reason)
        case .confirmed(let question) where question.hasPrefix(ResidentScreen.voidQuestion):
            void(reason: String(question.dropFirst(ResidentScreen.voidQuestion.count)), world)
        default: .stay
        }
    }

    private func move(to bedId: String, _ world: World) -> Step {
        guard let stay = page?.openStay else { return .refused(.refused(.noOpenStay)) }
        switch world.attempt({ () throws(StoreError) in
            try world.store.moveBed(
                stayId: stay.stay.id, to: bedId, from: world.today, by: world.signature)
        }) {
        case .success:
            return .sayRefreshing(.done(Phrase("Moved. F8 undoes.", "已调换床位。按 F8 撤销。")))
        case .failure(let error): return .refused(error)
        }
    }

    private func askToVoid(_ reason: String) -> Step {
        .push(
            ConfirmScreen(
                question: ResidentScreen.voidQuestion + reason,
                title: Phrase("Void this record", "作废此记录"),
                lines: [
                    Phrase(
                        "Everything recorded of \(personCode) counts nowhere any more. It stays in the file with the reason.",
                        "\(personCode) 的全部记录将不再计入，但连同原因保留在档案中。")
                ], word: personCode))
    }

    private func void(reason: String, _ world: World) -> Step {
        let personId = self.personId
        switch world.attempt({ () throws(StoreError) in
            try world.store.void(
                table: Person.table, id: personId, reason: reason, by: world.signature)
        }) {
        case .success:
            return .popSaying(.done(Phrase("Voided. F8 undoes.", "已作废。按 F8 撤销。")))
        case .failure(let error): return .refused(error)
        }
    }

    // MARK: Drawing

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        guard let page else {
            canvas.write(
                world.text(fault ?? StoreError.noSuchRecord.phrase), row: area.row + 1,
                column: area.column + 2)
            canvas.cursor = Position(row: area.row + 1, column: area.column + 2)
            return
        }
        drawHead(page, in: area, on: &canvas, world)
        drawTabs(in: area, on: &canvas, world)
        let body = area.dropping(rows: 3)
        list.draw(
            [
                ListColumn(tab.title, width: min(34, area.width * 2 / 5)) { line, world in
                    world.text(line.label)
                },
                ListColumn(Phrase("", ""), width: 0, style: { line, _ in line.style }) {
                    line, world in
                    world.text(line.value)
                },
            ], in: body, on: &canvas, world,
            empty: Phrase("Nothing recorded yet.", "尚无记录。"))
    }

    /// How she may be reached comes first, then who she is.
    private func drawHead(
        _ page: ResidentPage, in area: Area, on canvas: inout Canvas, _ world: World
    ) {
        let contact = page.contacts.first { $0.contact.kind == .herself } ?? page.contacts.first
        let safe: Phrase =
            switch contact {
            case nil: Phrase("Safe contact: not asked, do not call", "安全联系：未询问，请勿致电")
            case let line? where line.isStale:
                Phrase("Safe contact: not confirmed in 90 days, do not call", "安全联系：90天未确认，请勿致电")
            case let line? where line.mayCall: Phrase("Safe contact: may be called", "安全联系：可致电")
            default: Phrase("Safe contact: do not call", "安全联系：请勿致电")
            }
        canvas.write(
            world.text(safe), row: area.row, column: area.column + 1,
            style: contact?.mayCall == true ? .good : .warning)
        var parts: [String] = []
        if let age = page.age { parts.append(world.text(age.phrase)) }
        if let stay = page.openStay {
            parts.append(world.text(Phrase("\(stay.nights) nights here", "已住\(stay.nights)夜")))
            if let bed = stay.beds.last { parts.append(world.text(bed.label)) }
        }
        if let risk = page.openCase?.riskLevel {
            parts.append(world.text(Phrase("risk: ", "风险：") + risk.label))
        }
        if !page.openAlerts.isEmpty {
            parts.append(world.text(Phrase("ALERT", "警示")))
        }
        canvas.write(
            parts.joined(separator: " · "), row: area.row + 1, column: area.column + 1,
            style: page.openAlerts.isEmpty ? .plain : .alarm, width: area.width - 2)
    }

    private func drawTabs(in area: Area, on canvas: inout Canvas, _ world: World) {
        var column = area.column + 1
        for entry in ResidentTab.allCases {
            let text = world.text(entry.title)
            let shown = entry == tab ? "[" + text + "]" : " " + text + " "
            column += canvas.write(
                shown, row: area.row + 2, column: column, style: entry == tab ? .selected : .dim,
                width: area.column + area.width - column)
        }
    }
}
