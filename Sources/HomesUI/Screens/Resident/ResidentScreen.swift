import HomesCore

/// Everything about one resident: what is safe first, then her age, bed and risk, and the parts of
/// her file as tabs.
public struct ResidentScreen: PageScreen {
    let personId: String
    var tab: ResidentTab
    var page: ResidentPage?
    var history: [HistoryEntry] = []
    var lines = LinesView<RecordReference>()
    var fault: Phrase?
    /// What is being voided, and why, while the code is being typed.
    var voiding: (reference: RecordReference, reason: String)?

    /// A resident's page, open at a tab.
    public init(personId: String, tab: ResidentTab) {
        self.personId = personId
        self.tab = tab
    }

    /// A resident's page.
    public init(personId: String) { self.init(personId: personId, tab: .summary) }

    public var title: Phrase {
        page.map { Phrase(verbatim: $0.person.personCode) } ?? Phrase("Resident", "入住人员")
    }

    /// Her code, for messages and confirmations.
    var code: String { page?.person.personCode ?? "" }

    public static let bindings: [Binding<ResidentScreen>] =
        moves + actions + arrivalActions + casework

    private static let moves: [Binding<ResidentScreen>] =
        [
            Binding(.tab, .right, help: Phrase("next tab", "下一页")) { screen, world in
                screen.open(screen.tab.stepped(by: 1), world)
            },
            Binding(.backTab, .left, help: Phrase("tab before", "上一页"), footer: false) {
                screen, world in screen.open(screen.tab.stepped(by: -1), world)
            },
            Binding(.enter, help: Phrase("open the line", "打开此行"), footer: false) {
                screen, world in screen.openLine(world)
            },
        ]
        + ResidentTab.allCases.map { tab in
            Binding(tab.key, help: tab.title, footer: false) { screen, world in
                screen.open(tab, world)
            }
        }

    mutating func open(_ tab: ResidentTab, _ world: World) -> Step {
        self.tab = tab
        if page?.glassUntil.map({ $0 <= world.now }) == true { refresh(world) }
        showLines(world)
        lines.selectFirst()
        return .stay
    }

    // MARK: Reading

    mutating func show(_ page: ResidentPage, _ world: World) { showLines(world) }

    mutating func showNothing() {}

    /// The history is read, and that it was looked at written down, only when its tab is open.
    private mutating func showLines(_ world: World) {
        guard let page else { return }
        if tab == .history {
            let entries = world.attempt { () throws(StoreError) in
                try world.store.history(personId: personId, by: world.signature)
            }
            history = (try? entries.get()) ?? []
        }
        lines.show(ResidentRows(page: page, history: history, world: world).rows(tab))
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        lines.take(key, world) ?? .ignored
    }

    // MARK: Drawing

    func drawPage(in area: Area, on canvas: inout Canvas, _ world: World) {
        guard let page, fault == nil else { return drawFault(in: area, on: &canvas, world) }
        canvas.cursor = Position(row: area.row, column: area.column + 1)
        drawHead(page, in: area, on: &canvas, world)
        TabRow.draw(tab, in: area.dropping(rows: 3), on: &canvas, world)
        lines.draw(in: area.dropping(rows: 4), on: &canvas, world)
    }

    /// What is safe, before anything else; then who and where.
    private func drawHead(
        _ page: ResidentPage, in area: Area, on canvas: inout Canvas, _ world: World
    ) {
        let (safe, style) = safeContact(page)
        canvas.write(
            world.text(safe), row: area.row, column: area.column + 1, style: style,
            width: area.width - 2)
        let age =
            page.age?.phrase
            ?? Phrase("age not known: treat as a minor", "年龄不详：按未成年人对待")
        canvas.write(
            world.text(Phrase(verbatim: code + "   ") + age), row: area.row + 1,
            column: area.column + 1, style: .strong, width: area.width - 2)
        canvas.write(
            world.text(standing(page, world)), row: area.row + 2, column: area.column + 1,
            width: area.width - 2)
    }

    /// What an open page says when the half hour is over.
    static let closedAgain = Phrase(
        "The half hour is over: this record is closed again.", "半小时已到：此档案已重新关闭。")

    private func safeContact(_ page: ResidentPage) -> (Phrase, Style) {
        let own = page.contacts.first { $0.contact.kind == .herself } ?? page.contacts.first
        guard let own else {
            return (
                Phrase("Contact: none recorded. Do not call anybody.", "联系：无记录。请勿致电任何人。"), .warning
            )
        }
        var text = Phrase("Contact: ", "联系：") + own.flags
        if let hours = own.contact.hours.text, !own.isUnsafe {
            text = text + Phrase(", ", "，") + Phrase(verbatim: hours)
        }
        return (text, own.isUnsafe ? .alarm : .good)
    }

    /// Alerts and risk first: a narrow window cuts the end.
    private func standing(_ page: ResidentPage, _ world: World) -> Phrase {
        var parts: [Phrase] = []
        if !page.openFlags.isEmpty {
            parts.append(
                Phrase("FLAGS: \(page.openFlags.count)", "提醒：\(page.openFlags.count)"))
        }
        if !page.openAlerts.isEmpty {
            parts.append(
                Phrase("ALERTS: \(page.openAlerts.count)", "警示：\(page.openAlerts.count)"))
        }
        let risk = page.openCase?.riskLevel ?? page.cases.first?.riskLevel
        parts.append(
            Phrase("risk: ", "风险：") + (risk?.label ?? Phrase("not set", "未定")))
        if let stay = page.openStay {
            parts.append(
                Phrase("here ", "已住") + stay.nightsPhrase + Phrase(", since ", "，自")
                    + stay.stay.entryDate.phrase)
            if let bed = stay.beds.last { parts.append(bed.label) }
            if let absence = page.openAbsence {
                parts.insert(absence.standing(on: world.today), at: 0)
            }
        } else if let exit = page.stays.first?.stay.exitDate {
            parts.append(Phrase("left on \(exit.iso)", "\(exit.iso)已离开"))
        } else {
            parts.append(Phrase("no stay recorded", "没有住宿记录"))
        }
        return Phrase.joined(parts, separator: " · ")
    }
}
