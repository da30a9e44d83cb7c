import HomesCore

/// The residents of the home: filtered while typing, sorted by any column, names only on demand.
public struct ResidentListScreen: Screen {
    /// A column to sort by.
    enum Order: Int, CaseIterable, Sendable {
        case code, bed, entry, nights, risk, due

        var title: Phrase {
            switch self {
            case .code: Phrase("code", "编号")
            case .bed: Phrase("bed", "床位")
            case .entry: Phrase("entry date", "入住日期")
            case .nights: Phrase("nights", "夜数")
            case .risk: Phrase("risk", "风险")
            case .due: Phrase("next due", "下次应办")
            }
        }
    }

    var filter = ResidentFilter.here
    var order = Order.code
    var isDescending = false
    var rows: [ResidentRow] = []
    var list = ListView<ResidentRow>(
        id: { $0.personId }, persons: true, searchKey: { $0.searchKey })
    var search = PersonSearch()
    var fault: Phrase?

    /// The list of those who are here.
    public init() {}

    public var title: Phrase { Phrase("Residents: ", "入住人员：") + filter.label }
    public var takesText: Bool { list.isFiltering }
    public var hint: Phrase? {
        fault
            ?? Phrase("\(list.visible.count) shown, by ", "共\(list.visible.count)人，按")
            + order.title + Phrase(isDescending ? ", last first" : "", isDescending ? "倒序" : "")
            + (list.visible.contains { list.rows[$0].isFlagged }
                ? Phrase("; ! an open flag", "；! 有未解除的提醒") : Phrase("", ""))
    }

    public static let bindings: [Binding<ResidentListScreen>] = [
        Binding(.enter, help: Phrase("open", "打开")) { screen, world in
            if let refusal = screen.search.settle(world) { return refusal }
            return screen.list.selected.map { .push(ResidentScreen(personId: $0.personId)) }
                ?? .stay
        },
        Binding(.function(3), .character("/"), help: Phrase("find", "查找")) { screen, world in
            screen.list.take(.function(3), world) ?? .stay
        },
        Binding(.tab, help: Phrase("here/left/all", "在住/离开/全部")) { screen, world in
            screen.turn(by: 1, world)
        },
        Binding(.backTab, help: Phrase("all/left/here", "反向切换"), footer: false) { screen, world in
            screen.turn(by: -1, world)
        },
        Binding(.character("v"), help: Phrase("names 30 s", "姓名30秒")) { _, _ in .toggleNames },
        Binding(.character("s"), help: Phrase("sort", "排序")) { screen, _ in
            let next = (screen.order.rawValue + 1) % Order.allCases.count
            screen.order = Order(rawValue: next) ?? .code
            screen.arrange()
            return .stay
        },
        Binding(.character("S"), help: Phrase("sort the other way", "倒序"), footer: false) {
            screen, _ in
            screen.isDescending.toggle()
            screen.arrange()
            return .stay
        },
        Binding(
            .character("G"), help: Phrase("break the glass", "紧急查阅"), footer: false,
            off: { _, world in world.may(.breakGlass) ? nil : Refusal.roleMayNot.label },
            run: { screen, world in
                .push(BreakGlassScreen(world, code: screen.list.selected?.personCode))
            }),
        Binding(
            .character("U"), help: Phrase("open a sealed record", "解封档案"), footer: false,
            off: { _, world in world.may(.unsealRecord) ? nil : Refusal.roleMayNot.label },
            run: { _, world in .push(UnsealScreen(world)) }),
        Binding(.character("p"), help: Phrase("print", "打印"), footer: false) { _, world in
            .push(SheetListScreen(selecting: "roster", world))
        },
        Binding(.character("n"), help: Phrase("new", "新登记")) { _, world in
            .push(IntakeScreen(world))
        },
    ]

    private mutating func turn(by step: Int, _ world: World) -> Step {
        let all = ResidentFilter.allCases
        let place = (all.firstIndex(of: filter) ?? 0) + step + all.count
        filter = all[place % all.count]
        refresh(world)
        return .stay
    }

    public mutating func refresh(_ world: World) {
        guard let home = world.session?.home else {
            fault = Phrase("Sign in at a home first.", "请先以某家工作人员身份登录。")
            return
        }
        // Covered, or left for another screen: the query ends there.
        _ = search.settle(world)
        let filter = self.filter
        switch world.attempt({ () throws(StoreError) in
            try world.store.residentList(
                homeId: home.id, filter: filter, names: world.showsNames, by: world.signature)
        }) {
        case .success(let rows):
            self.rows = rows
            fault = nil
            arrange()
        case .failure(let error):
            rows = []
            list.show([])
            fault = error.phrase
        }
    }

    /// Sorts; every order ends with the code.
    private mutating func arrange() {
        func key(_ row: ResidentRow) -> (Int, String) {
            switch order {
            case .code: (0, "")
            case .bed: (row.bed == nil ? 1 : 0, row.bed ?? "")
            case .entry: (row.entryDate?.dayNumber ?? 0, "")
            case .nights: (row.nights, "")
            case .risk: (RiskLevel.allCases.firstIndex { $0 == row.risk } ?? 9, "")
            case .due: (row.nextDue?.dayNumber ?? Int.max, "")
            }
        }
        let sorted = rows.sorted { left, right in
            let (leftKey, rightKey) = (key(left), key(right))
            return leftKey == rightKey ? left.personCode < right.personCode : leftKey < rightKey
        }
        list.show(isDescending ? sorted.reversed() : sorted)
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        list.take(key, &search, world) ?? .ignored
    }

    // MARK: Drawing

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        let isWide = area.width >= 120
        let listWidth = isWide ? area.width - 42 : area.width
        let listArea = Area(
            row: area.row, column: area.column, width: listWidth, height: area.height)
        list.draw(
            columns(world), in: listArea, on: &canvas, world,
            empty: Phrase("Nobody. n admits somebody.", "没有人。按 n 登记入住。"))
        if isWide, let row = list.selected {
            let pane = Area(
                row: area.row, column: area.column + listWidth + 2, width: 40, height: area.height)
            drawPreview(row, in: pane, on: &canvas, world)
        }
    }

    private func columns(_ world: World) -> [ListColumn<ResidentRow>] {
        let isNarrow = world.body.width < 76
        var columns: [ListColumn<ResidentRow>] = [
            ListColumn(Phrase("Code", "编号"), width: 11) { row, _ in
                row.personCode + (row.isFlagged ? "!" : "")
            },
            world.showsNames
                ? ListColumn(Phrase("Name", "姓名"), width: 0) { row, world in
                    row.name ?? row.initials ?? world.text(Phrase("(no name given)", "（未留姓名）"))
                }
                : ListColumn(Phrase("Initials", "缩写"), width: 0) { row, _ in row.initials ?? "" },
            ListColumn(
                Phrase("Contact", "联系"), width: 7,
                style: { row, _ in row.contact.isUnsafe ? .warning : .plain },
                text: { row, world in world.text(row.contact.label) }),
            ListColumn(Phrase("Bed", "床位"), width: 7) { row, world in
                row.bed ?? world.text(row.status.label)
            },
            ListColumn(Phrase("Entry", "入住"), width: 10) { row, _ in row.entryDate?.iso ?? "" },
            ListColumn(
                Phrase("Risk", "风险"), width: 7,
                style: { row, _ in row.risk == .high ? .warning : .plain },
                text: { row, world in row.risk.map { world.text($0.label) } ?? "-" }),
        ]
        if !isNarrow {
            columns.insert(
                ListColumn(Phrase("Nights", "夜数"), width: 6, right: true) { row, _ in
                    row.entryDate == nil ? "" : String(row.nights)
                }, at: columns.count - 1)
            columns.append(
                ListColumn(
                    Phrase("Next due", "下次应办"), width: 10,
                    style: { row, world in
                        row.nextDue.map { $0 < world.today ? .warning : .plain } ?? .plain
                    },
                    text: { row, _ in row.nextDue?.iso ?? "" }))
        }
        return columns
    }

    /// What a wide window shows beside the list, from the list's own row.
    private func drawPreview(
        _ row: ResidentRow, in area: Area, on canvas: inout Canvas, _ world: World
    ) {
        let lines: [(Phrase, String)] = [
            (Phrase("Code", "编号"), row.personCode),
            (Phrase("Contact", "联系"), world.text(row.contact.label)),
            (Phrase("Status", "状态"), world.text(row.status.label)),
            (Phrase("Bed", "床位"), row.bed ?? "-"),
            (Phrase("Entry date", "入住日期"), row.entryDate?.iso ?? "-"),
            (Phrase("Exit date", "离开日期"), row.exitDate?.iso ?? "-"),
            (Phrase("Nights", "夜数"), String(row.nights)),
            (Phrase("Risk", "风险"), row.risk.map { world.text($0.label) } ?? "-"),
            (Phrase("Next due", "下次应办"), row.nextDue?.iso ?? "-"),
        ]
        for (index, line) in lines.enumerated() {
            canvas.write(
                world.text(line.0), row: area.row + 1 + index, column: area.column, style: .dim,
                width: 14)
            canvas.write(
                line.1, row: area.row + 1 + index, column: area.column + 15, width: area.width - 15)
        }
    }
}
