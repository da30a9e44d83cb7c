import HomesCore

/// The call sheet: what is overdue, due today and in the next seven days. It says what is safe;
/// numbers are on the page of the call alone.
public struct FollowUpListScreen: Screen {
    var list: ListView<CallSheetRow>
    var search = PersonSearch()
    var openAlerts = 0
    var fault: Phrase?

    /// The home's call sheet.
    public init() {
        list = ListView(
            id: { $0.followUp.id },
            searchKey: {
                SearchKey.make(
                    names: [$0.name.text ?? "", $0.employer ?? ""],
                    codes: [$0.personCode, $0.followUp.dueOn.iso])
            })
    }

    public var title: Phrase { Phrase("Follow-ups", "回访") }
    public var takesText: Bool { list.isFiltering }
    public var hint: Phrase? { fault }

    public static let bindings: [Binding<FollowUpListScreen>] = [
        Binding(.enter, help: Phrase("call", "联系")) { screen, world in
            screen.list.selected.map {
                .push(FollowUpScreen(world, followUpId: $0.followUp.id))
            } ?? .stay
        },
        Binding(
            .character("p"), help: Phrase("put off", "推迟"),
            off: { screen, world in screen.whyNotPutOff(world) },
            run: { screen, world in
                .push(
                    PromptScreen(
                        question: "putOff", title: Phrase("Put off", "推迟"),
                        ask: Phrase("Call again on", "再次联系日期"), kind: .date, world.language))
            }),
        Binding(.character("a"), help: Phrase("alerts", "警示")) { _, _ in
            .push(AlertListScreen())
        },
        Binding(.character("r"), help: Phrase("her page", "个人页面")) { screen, _ in
            screen.list.selected.map {
                .push(ResidentScreen(personId: $0.followUp.personId))
            } ?? .stay
        },
        Binding(.character("v"), help: Phrase("names", "显示姓名")) { _, _ in .toggleNames },
        Binding(.character("P"), help: Phrase("print", "打印"), footer: false) { _, world in
            .push(SheetListScreen(selecting: "call-sheet", world))
        },
        Binding(.function(3), .character("/"), help: Phrase("filter", "筛选")) { screen, world in
            screen.list.take(.function(3), world) ?? .stay
        },
    ]

    private func whyNotPutOff(_ world: World) -> Phrase? {
        guard let row = list.selected else { return Phrase("Nothing is selected.", "未选中任何一条。") }
        let followUp = row.followUp
        if followUp.dueOn >= world.today { return Refusal.notOverdue.label }
        return followUp.snoozeCount >= FollowUpSchedule.mostSnoozes
            ? Refusal.snoozedTwice.label : nil
    }

    public mutating func refresh(_ world: World) {
        fault = nil
        guard let home = world.session?.home else { return }
        _ = search.settle(world)
        let read = world.attempt { () throws(StoreError) -> ([CallSheetRow], Int) in
            (
                try world.store.followUpsDue(
                    homeId: home.id, on: world.today, by: world.signature),
                try world.store.openAlerts(homeId: home.id, by: world.signature).count
            )
        }
        switch read {
        case .success(let (rows, alerts)):
            list.show(rows)
            openAlerts = alerts
        case .failure(let error): fault = error.phrase
        }
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        guard case .date("putOff", let until) = answer, let row = list.selected else {
            return .stay
        }
        switch world.attempt({ () throws(StoreError) in
            try world.store.putOffFollowUp(row.followUp.id, until: until, by: world.signature)
        }) {
        case .success(let saved):
            refresh(world)
            let left = FollowUpSchedule.mostSnoozes - saved.snoozeCount
            return .say(
                .done(
                    Phrase(
                        "Put off to \(until.iso); it stays overdue. \(left) more allowed. F8 undoes.",
                        "已推迟至\(until.iso)，仍记为逾期。还可推迟\(left)次。按 F8 撤销。")))
        case .failure(let error): return .refused(error)
        }
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        list.take(key, &search, world) ?? .ignored
    }

    // MARK: Drawing

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        canvas.write(
            world.text(summary), row: area.row, column: area.column + 1,
            style: openAlerts > 0 ? .alarm : .strong, width: area.width - 2)
        let detail = PageView(list.selected.map { detailLines($0, world) } ?? [])
        list.draw(
            columns(width: area.width, world), over: detail, least: 5, most: 4,
            in: area.dropping(rows: 1), on: &canvas, world,
            empty: Phrase("No follow-up is due in the next 7 days.", "未来7天没有到期的回访。"))
    }

    private var summary: Phrase {
        var overdue = 0
        var today = 0
        for row in list.rows {
            switch row.state {
            case .overdue: overdue += 1
            case .today: today += 1
            default: break
            }
        }
        let later = list.rows.count - overdue - today
        return Phrase(
            "Overdue \(overdue) · today \(today) · next 7 days \(later) · open alerts \(openAlerts)",
            "逾期\(overdue) · 今天\(today) · 未来7天\(later) · 未解除警示\(openAlerts)")
    }

    private func columns(width: Int, _ world: World) -> [ListColumn<CallSheetRow>] {
        var columns: [ListColumn<CallSheetRow>] = []
        if width >= 76 {
            columns.append(
                ListColumn(Phrase("Due", "应访日期"), width: 10) { row, _ in row.followUp.dueOn.iso })
        }
        columns += [
            ListColumn(Phrase("When", "状态"), width: 15, style: { row, _ in row.state.style }) {
                row, world in world.text(row.state.label)
            },
            ListColumn(Phrase("Code", "编号"), width: 10) { row, _ in row.personCode },
        ]
        if world.showsNames {
            columns.append(
                ListColumn(Phrase("Name", "姓名"), width: 8) { row, _ in row.name.text ?? "" })
        }
        columns.append(
            ListColumn(
                Phrase("Is it safe?", "联系是否安全"), width: 0,
                style: { row, _ in row.isUnsafe ? .alarm : .plain }
            ) { row, world in world.text(row.safety) })
        if width >= 110 {
            columns.append(
                ListColumn(Phrase("Employer", "用人单位"), width: 28) { row, _ in
                    row.employer ?? ""
                })
            columns.append(
                ListColumn(Phrase("Put off", "推迟"), width: 7, right: true) { row, _ in
                    row.followUp.snoozeCount == 0 ? "" : String(row.followUp.snoozeCount)
                })
        }
        return columns
    }

    private func detailLines(_ row: CallSheetRow, _ world: World) -> [PageLine] {
        var parts = [row.occasion]
        if row.escalation != .none { parts.append(row.escalation.label) }
        if let again = row.followUp.callAgainOn, row.isPutOff {
            parts.append(Phrase("put off to \(again.iso)", "推迟至\(again.iso)"))
        }
        if row.isMissedBefore {
            parts.append(
                Phrase("missed last time: another miss raises an alert", "上次未联系上，再次未联系上将发出警示"))
        }
        let code = Phrase(verbatim: row.personCode + "  ")
        if let phrase = row.checkIn?.codePhrase {
            parts.append(Phrase("code phrase: ", "暗语：") + Phrase(verbatim: phrase))
        }
        return [
            .text(code + Phrase.joined(parts, separator: " · "), .dim),
            .text(row.safety, row.isUnsafe ? .alarm : .plain),
        ]
    }
}

extension CallSheetRow {
    /// Her own contact, else the first.
    var firstContact: ContactLine? { contacts.first }

    /// Whether nothing is known to be safe.
    var isUnsafe: Bool { firstContact?.isUnsafe ?? true }

    /// What is safe, in a line.
    var safety: Phrase {
        firstContact?.flags
            ?? Phrase("UNSAFE: no way to reach her is recorded", "不安全：没有登记联系方式")
    }

    /// "day 3 after the start at Huaqiang Electronics", "day 30 after she left".
    var occasion: Phrase {
        let day = followUp.dayOffset
        if followUp.migrationPlanId != nil {
            return day == 0
                ? Phrase("check-in on the day of travel", "出行当天报平安")
                : Phrase("check-in, day \(day) of her journey", "外出第\(day)天报平安")
        }
        guard followUp.placementId != nil else {
            return Phrase("day \(day) after she left", "离开后第\(day)天")
        }
        let at = employer ?? ""
        return Phrase("day \(day) after the start at \(at)", "在\(at)上岗后第\(day)天")
    }
}

extension DueState {
    /// How it is shown.
    var style: Style {
        switch self {
        case .overdue: .alarm
        case .today: .warning
        case .later, .doneOnTime, .doneLate: .plain
        }
    }
}
