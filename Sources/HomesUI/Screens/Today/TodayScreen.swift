import HomesCore

/// The first screen of home staff: tonight's beds, what is due, what was begun and not finished,
/// what others did meanwhile. Codes only, no names.
public struct TodayScreen: Screen {
    /// Where a line leads.
    enum Target: Equatable, Sendable {
        case resident(id: String, tab: ResidentTab)
        case draft(DraftKey)
        case place(Place)
        case glass
        case browsing
        case filesDue
        case sighting(String)
        case handover
        case arrivals
        case incident(String)
        case transfer(String)
        case closure(person: String, request: String)
    }

    var page: TodayPage?
    var lines = LinesView<Target>()
    var fault: Phrase?

    /// The day of the home the user works in.
    public init() {}

    public var title: Phrase { Phrase("Today", "今日") }

    public static let bindings: [Binding<TodayScreen>] =
        [
            Binding(.enter, help: Phrase("open", "打开")) { screen, world in screen.open(world) }
        ] + Place.bindings() + [
            Binding(.character("h"), help: Phrase("handover", "交接班"), footer: false) { _, _ in
                .push(HandoverScreen())
            },
            Binding(.character("p"), help: Phrase("print", "打印"), footer: false) { _, world in
                .push(SheetListScreen(selecting: "handover", world))
            },
            Binding(.character("w"), help: Phrase("who is expected", "预约与来访"), footer: false) {
                _, _ in .push(ArrivalListScreen())
            },
            Binding(.character("i"), help: Phrase("incidents", "事件"), footer: false) { _, _ in
                .push(IncidentListScreen())
            },
            Binding(.character("q"), help: Phrase("leave", "退出")) { _, _ in .quit },
            Binding(.character("Q"), help: Phrase("sign off", "换人登录"), footer: false) { _, _ in
                .signOff
            },
        ]

    public mutating func refresh(_ world: World) {
        guard let home = world.session?.home else {
            fault = Phrase("Only the home's own staff see its day.", "仅本家工作人员可查看。")
            return
        }
        switch world.attempt({ () throws(StoreError) in
            try world.store.today(homeId: home.id, by: world.signature)
        }) {
        case .success(let page):
            self.page = page
            fault = nil
            lines.show(TodayLines.rows(page, world))
        case .failure(let error): fault = error.phrase
        }
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        lines.take(key, world) ?? .ignored
    }

    private func open(_ world: World) -> Step {
        switch lines.selected?.target {
        case .resident(let id, let tab): .push(ResidentScreen(personId: id, tab: tab))
        case .place(let place):
            if let reason = place.closed(to: world.session) {
                .say(.warning(reason))
            } else {
                .push(place.screen(world))
            }
        case .glass: .push(GlassListScreen())
        case .arrivals: .push(ArrivalListScreen())
        case .browsing: .push(BrowsingListScreen())
        case .filesDue: .push(PurgeListScreen())
        case .sighting(let id): .push(SightingScreen(id: id))
        case .handover: .push(HandoverScreen())
        case .incident(let id): .push(IncidentScreen(incidentId: id))
        case .transfer(let id): .push(TransferOfferScreen(transferId: id))
        case .closure(let person, let request):
            .push(ClosureAnswerScreen(personId: person, requestId: request))
        case .draft(let key):
            if let screen = DraftForms.screen(for: key, world) {
                .push(screen)
            } else {
                .say(.warning(DraftForms.whyNot(key)))
            }
        case nil: .say(.plain(Phrase("Nothing opens here.", "此行没有可打开的内容。")))
        }
    }

    // MARK: Drawing

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        canvas.cursor = Position(row: area.row, column: area.column + 1)
        guard let page, fault == nil else {
            let text = fault ?? Phrase("Nothing yet.", "暂无内容。")
            canvas.write(
                world.text(text), row: area.row, column: area.column + 1, width: area.width - 2)
            return
        }
        drawBeds(page, in: area, on: &canvas, world)
        lines.draw(in: area.dropping(rows: 3), on: &canvas, world)
    }

    private func drawBeds(
        _ page: TodayPage, in area: Area, on canvas: inout Canvas, _ world: World
    ) {
        let home = world.session?.home
        let head = DateEntry.readBack(page.date, today: world.today)
        canvas.fill(
            row: area.row, column: area.column, width: area.width, height: 1, style: .heading,
            character: " ")
        var column = area.column + 1
        column += canvas.write(world.text(head), row: area.row, column: column, style: .heading)
        if let home {
            canvas.write(
                world.text(home.name), row: area.row, column: column + 3, style: .heading,
                width: area.width - column - 4)
        }
        let isByDay = home?.serviceMode == .dropIn
        let text =
            isByDay
            ? Phrase("A drop-in home: occupancy n/a.", "日间之家：入住率不适用。") : page.beds.line
        column = area.column + 1
        column += canvas.write(world.text(text), row: area.row + 1, column: column, style: .strong)
        if !isByDay {
            canvas.write(
                OccupancyBar.text(page.beds, cells: 20), row: area.row + 1, column: column + 3)
        }
    }
}

/// A bar of occupancy, beside its numbers.
enum OccupancyBar {
    /// `[########....]`; over 100 percent ends in `+`. Empty without beds.
    static func text(_ figures: OccupancyFigures, cells: Int) -> String {
        guard let percent = figures.percent else { return "" }
        let filled = min(cells, max(0, percent.tenths * cells / 1_000))
        let end = percent.tenths > 1_000 ? "+" : "]"
        return "[" + String(repeating: "#", count: filled)
            + String(repeating: ".", count: cells - filled) + end
    }
}
