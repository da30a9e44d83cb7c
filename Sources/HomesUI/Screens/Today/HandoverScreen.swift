import HomesCore

/// The shift handover: who came, who changed beds, who left since the user last signed off, and
/// what stands open now. Made from the journal; codes only.
public struct HandoverScreen: Screen {
    typealias Row = PageRow<ResidentTab.Place>

    var handover: ShiftHandover?
    var lines = LinesView<ResidentTab.Place>()
    var fault: Phrase?

    /// The handover of the home the user works in.
    public init() {}

    public var title: Phrase { Phrase("Handover", "交接班") }

    public static let bindings: [Binding<HandoverScreen>] = [
        Binding(.enter, help: Phrase("her page", "个人页面")) { screen, _ in
            screen.lines.selected?.target.map {
                .push(ResidentScreen(personId: $0.personId, tab: $0.tab))
            } ?? .say(.plain(Phrase("Nothing opens here.", "此行没有可打开的内容。")))
        },
        Binding(.character("c"), help: Phrase("calls", "回访")) { _, _ in
            .push(FollowUpListScreen())
        },
        Binding(.character("p"), help: Phrase("print", "打印")) { _, world in
            .push(SheetListScreen(selecting: "handover", world))
        },
    ]

    public mutating func refresh(_ world: World) {
        guard let home = world.session?.home else {
            fault = Phrase("Only the home's own staff hand over.", "仅本家工作人员交接班。")
            return
        }
        switch world.attempt({ () throws(StoreError) in
            try world.store.shiftHandover(homeId: home.id, by: world.signature)
        }) {
        case .success(let handover):
            self.handover = handover
            fault = nil
            lines.show(HandoverLines.rows(handover, world))
        case .failure(let error):
            handover = nil
            fault = error.phrase
        }
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        lines.take(key, world) ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        canvas.cursor = Position(row: area.row, column: area.column + 1)
        guard let handover, fault == nil else {
            canvas.write(
                world.text(fault ?? Phrase("Nothing yet.", "暂无内容。")), row: area.row,
                column: area.column + 1, width: area.width - 2)
            return
        }
        canvas.write(
            world.text(HandoverLines.head(handover, world)), row: area.row,
            column: area.column + 1, style: .strong, width: area.width - 2)
        lines.draw(in: area.dropping(rows: 2), on: &canvas, world)
    }
}

extension ResidentTab {
    /// A tab of one woman's page.
    struct Place: Equatable, Sendable {
        let personId: String
        let tab: ResidentTab
    }
}

/// The handover as lines: what was done, then what stands open.
enum HandoverLines {
    /// Since when, and for whom.
    static func head(_ handover: ShiftHandover, _ world: World) -> Phrase {
        let since =
            handover.since.localDate(offsetMinutes: world.offsetMinutes).iso + " "
            + handover.since.localTime(offsetMinutes: world.offsetMinutes)
        return handover.isSinceSignOff
            ? Phrase("Since you signed off on \(since)", "自您\(since)离开后")
            : Phrase("The last 24 hours, since \(since)", "最近24小时，自\(since)")
    }

    static func rows(_ handover: ShiftHandover, _ world: World) -> [HandoverScreen.Row] {
        section(Phrase("New", "新入住"), handover.arrived, .stay, world) { line in
            line.bed.map { Phrase("bed \($0)", "床位\($0)") } ?? Phrase("by day", "日间来访")
        }
            + section(Phrase("Moved", "换床"), handover.moved, .stay, world) { line in
                Phrase(verbatim: (line.bedBefore ?? "?") + " -> " + (line.bed ?? "?"))
            }
            + section(Phrase("Left", "离开"), handover.left, .stay, world) { _ in
                Phrase("left", "已离开")
            }
            + section(Phrase("Went over to", "转往他家"), handover.wentOver, .stay, world) { _ in
                Phrase("taken over", "已接收")
            } + due(Phrase("Out late", "外出未归"), handover.outLate, .stay)
            + due(Phrase("Follow-ups overdue", "逾期回访"), handover.overdue, .followUps)
            + incidents(handover.incidents)
    }

    private static func incidents(_ list: [IncidentRow]) -> [HandoverScreen.Row] {
        let title = Phrase("Incidents open", "未结事件")
        return [heading(title, list.count)]
            + list.map { .line($0.id, $0.date.phrase, $0.phrase) } + none(title, list.isEmpty)
    }

    private static func section(
        _ title: Phrase, _ list: [HandoverLine], _ tab: ResidentTab, _ world: World,
        _ text: (HandoverLine) -> Phrase
    ) -> [HandoverScreen.Row] {
        [heading(title, list.count)]
            + list.map { line in
                .line(
                    line.operationId + line.personId, Phrase(verbatim: line.personCode),
                    text(line) + Phrase(verbatim: "   \(world.moment(line.at)) · \(line.who)"),
                    target: ResidentTab.Place(personId: line.personId, tab: tab))
            } + none(title, list.isEmpty)
    }

    private static func due(
        _ title: Phrase, _ list: TodayList, _ tab: ResidentTab
    ) -> [HandoverScreen.Row] {
        var rows = [heading(title, list.count)]
        rows += list.rows.map { row in
            .line(
                title.english + row.recordId, Phrase(verbatim: row.personCode),
                Phrase("due \(row.date.iso)", "应于\(row.date.iso)"), .warning,
                target: ResidentTab.Place(personId: row.personId, tab: tab))
        }
        let rest = list.count - list.rows.count
        if rest > 0 {
            rows.append(
                .line(
                    title.english + ".more", Phrase(verbatim: ""),
                    Phrase("and \(rest) more", "另有\(rest)项"), .dim))
        }
        return rows + none(title, list.count == 0)
    }

    private static func none(_ title: Phrase, _ isEmpty: Bool) -> [HandoverScreen.Row] {
        isEmpty ? [.line(title.english + ".none", Phrase("nobody", "无"), .dim)] : []
    }

    private static func heading(_ title: Phrase, _ count: Int) -> HandoverScreen.Row {
        .heading(title + Phrase(verbatim: "  \(count)"))
    }
}
