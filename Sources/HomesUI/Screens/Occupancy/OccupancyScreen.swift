import HomesCore

/// How full the homes are on any night: the programme and its provinces, the homes of a province,
/// or all homes. Bed counts alone, no person.
public struct OccupancyScreen: NightScreen {
    /// Which rows are shown.
    enum Level: Equatable, Sendable {
        /// The programme's row and the provinces'.
        case programme
        /// A province's row and its homes'.
        case province(code: String, name: Phrase)
        /// Every home of the programme in one list.
        case homes
    }

    let level: Level
    var askedNight: CivilDate?
    var order = OccupancyOrder()
    var onlyAlerts = false
    var list: ListView<OccupancyRow>
    var fault: Phrase?

    /// The programme tonight.
    public init() { self.init(level: .programme, night: nil) }

    /// The homes of a province on a night.
    public init(province: Province, night: CivilDate) {
        self.init(
            level: .province(
                code: province.provinceCode, name: Phrase(province.nameEn, province.nameZh)),
            night: night)
    }

    init(level: Level, night: CivilDate?) {
        self.level = level
        askedNight = night
        list = ListView(
            id: { $0.level.rawValue + $0.code },
            searchKey: { SearchKey.make(names: [$0.nameZh, $0.nameEn], codes: [$0.code]) })
    }

    public var title: Phrase {
        switch level {
        case .programme: Phrase("Occupancy", "入住情况")
        case .province(_, let name): name
        case .homes: Phrase("All homes", "全部妇女之家")
        }
    }

    public var takesText: Bool { list.isFiltering }

    /// The selected row's name in full, which the table may have to shorten.
    public var hint: Phrase? { list.selected?.name }

    public static let bindings: [Binding<OccupancyScreen>] =
        [
            Binding(.enter, help: Phrase("open", "打开")) { screen, world in screen.open(world) },
            Binding(.character("="), help: Phrase("why", "依据")) { screen, world in
                screen.explain(world)
            },
        ] + nightBindings + [
            Binding(.character("s"), help: Phrase("sort", "排序")) { screen, _ in
                screen.order.next()
                return screen.sorted()
            },
            Binding(.character("S"), help: Phrase("other way round", "倒序"), footer: false) {
                screen, _ in
                screen.order.isReversed.toggle()
                return screen.sorted()
            },
            Binding(.character("f"), help: Phrase("free beds first", "空床在前"), footer: false) {
                screen, _ in
                screen.order = screen.order == .freeFirst ? OccupancyOrder() : .freeFirst
                return screen.sorted()
            },
            Binding(.character("a"), help: Phrase("only alerts", "仅看提示")) { screen, world in
                screen.onlyAlerts.toggle()
                screen.refresh(world)
                return .stay
            },
            Binding(
                .character("h"), help: Phrase("all homes", "全部之家"), footer: false,
                off: { screen, _ in
                    screen.level == .homes
                        ? Phrase("These are all homes.", "已是全部妇女之家。") : nil
                }
            ) { screen, world in
                .push(OccupancyScreen(level: .homes, night: screen.night(world)))
            },
            Binding(.function(3), .character("/"), help: Phrase("filter", "筛选"), footer: false) {
                screen, world in screen.list.take(.function(3), world) ?? .stay
            },
        ]

    public mutating func type(_ key: Key, _ world: World) -> Step {
        list.take(key, world) ?? .ignored
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        receiveNight(answer, world) ?? .stay
    }

    // MARK: Reading

    public mutating func refresh(_ world: World) {
        let night = night(world)
        let scope = self.scope
        switch world.attempt({ () throws(StoreError) in
            try world.store.occupancy(on: night, scope: scope, today: world.today)
        }) {
        case .success(let rows):
            fault = nil
            show(rows.filter(isShown))
        case .failure(let error): fault = error.phrase
        }
    }

    private var scope: OccupancyScope {
        if case .province(let code, _) = level { .province(code) } else { .programme }
    }

    private func isShown(_ row: OccupancyRow) -> Bool {
        if onlyAlerts, row.alerts.isEmpty, !isTotal(row) { return false }
        return switch level {
        case .programme: row.level != .home
        case .province: true
        case .homes: row.level != .province
        }
    }

    /// Whether a row is the sum of the others.
    func isTotal(_ row: OccupancyRow) -> Bool {
        if case .province = level { row.level == .province } else { row.level == .programme }
    }

    /// The sum stays on top; at first the row under it is selected, so that Enter goes down.
    private mutating func show(_ rows: [OccupancyRow]) {
        let isFirst = list.rows.isEmpty
        let total = rows.filter(isTotal)
        let others = rows.filter { !isTotal($0) }.sorted(by: order.precedes)
        list.show(total + others)
        if isFirst, let first = others.first { list.select(id: first.level.rawValue + first.code) }
    }

    private mutating func sorted() -> Step {
        show(list.rows)
        return .say(.plain(Phrase("Sorted by ", "排序：") + order.phrase))
    }

    // MARK: Opening

    private func open(_ world: World) -> Step {
        guard let row = list.selected else { return .stay }
        if isTotal(row) {
            return .say(.plain(Phrase("This row is the sum of those below.", "此行为以下各行合计。")))
        }
        if let id = row.homeId { return openHome(id, world) }
        return .push(
            OccupancyScreen(
                level: .province(code: row.code, name: row.name), night: askedNight))
    }

    private func openHome(_ id: String, _ world: World) -> Step {
        switch world.attempt({ () throws(StoreError) in try world.store.home(id: id) }) {
        case .success(let home?):
            return .push(HomeBedsScreen(home: home, night: night(world)))
        case .success: return .refused(.noSuchRecord)
        case .failure(let error): return .refused(error)
        }
    }

    private func explain(_ world: World) -> Step {
        guard let row = list.selected else { return .stay }
        return .push(WhyOccupancy.screen(row, night: night(world), world))
    }

    // MARK: Drawing

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        canvas.write(
            world.text(heading(world)), row: area.row, column: area.column + 1, style: .dim,
            width: area.width - 2)
        if let fault {
            canvas.write(world.text(fault), row: area.row + 1, column: area.column + 1)
            canvas.cursor = Position(row: area.row + 1, column: area.column + 1)
            return
        }
        let table = Area(
            row: area.row + 1, column: area.column, width: area.width,
            height: max(0, area.height - 3))
        list.draw(
            OccupancyColumns.columns(level, width: area.width, isTotal: isTotal), in: table,
            on: &canvas, world, empty: Phrase("No homes yet.", "还没有妇女之家。"))
        if let row = list.selected {
            OccupancyColumns.drawFoot(row, night(world), in: area, on: &canvas, world)
        }
    }

    private func heading(_ world: World) -> Phrase {
        var parts = [
            DateEntry.readBack(night(world), today: world.today),
            Phrase("by ", "按") + order.phrase,
        ]
        if onlyAlerts { parts.append(Phrase("only rows with alerts", "仅看有提示的行")) }
        return .joined(parts, separator: " · ")
    }
}

/// In which order the rows stand under their sum.
struct OccupancyOrder: Equatable, Sendable {
    /// A column to sort by.
    enum Column: CaseIterable, Sendable {
        case code, name, beds, free, held, percent, alerts

        var phrase: Phrase {
            switch self {
            case .code: Phrase("code", "编号")
            case .name: Phrase("name", "名称")
            case .beds: Phrase("beds", "床位数")
            case .free: Phrase("free beds", "空床")
            case .held: Phrase("held beds", "预留")
            case .percent: Phrase("occupancy", "入住率")
            case .alerts: Phrase("alerts", "提示")
            }
        }

        /// Whether the greatest figure stands first: codes and names go up, figures down.
        var startsHigh: Bool { self != .code && self != .name }
    }

    var column = Column.code
    var isReversed = false

    static let freeFirst = OccupancyOrder(column: .free)

    mutating func next() {
        let all = Column.allCases
        let place = all.firstIndex(of: column) ?? 0
        column = all[(place + 1) % all.count]
        isReversed = false
    }

    var phrase: Phrase {
        if column == .code, !isReversed { return column.phrase }
        let isDown = column.startsHigh != isReversed
        return column.phrase
            + (isDown ? Phrase(", highest first", "，从高到低") : Phrase(", lowest first", "，从低到高"))
    }

    /// Whether one row stands before another; codes decide between equals, and homes without beds
    /// come last whichever way a figure is sorted.
    func precedes(_ left: OccupancyRow, _ right: OccupancyRow) -> Bool {
        switch column {
        case .code: return isReversed ? left.code > right.code : left.code < right.code
        case .name:
            if left.nameEn == right.nameEn { return left.code < right.code }
            return (left.nameEn < right.nameEn) != isReversed
        default:
            let a = figure(left)
            let b = figure(right)
            if a == b { return left.code < right.code }
            guard let a else { return false }
            guard let b else { return true }
            return (a > b) != isReversed
        }
    }

    private func figure(_ row: OccupancyRow) -> Int? {
        if column == .alerts { return row.alerts.total }
        guard row.figures.percent != nil else { return nil }
        return switch column {
        case .beds: row.figures.bedsInService
        case .free: row.figures.free
        case .held: row.figures.held
        case .percent: row.figures.percent?.tenths
        default: nil
        }
    }
}
