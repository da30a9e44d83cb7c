import HomesCore

/// Why a figure is what it is: the rule in words, the numbers put in, and the rows behind it.
struct WhyScreen: Screen {
    /// A row behind the figure.
    struct Row: Sendable {
        let id: Int
        let cells: [String]
    }

    let title: Phrase
    /// What is said above the rows.
    let lines: [Phrase]
    /// The heads of the columns and their widths; 0 takes what is left.
    let heads: [(Phrase, Int)]
    var list = ListView<Row>(
        id: { String($0.id) }, searchKey: { SearchKey.make(names: $0.cells, codes: []) })

    init(title: Phrase, lines: [Phrase], heads: [(Phrase, Int)], rows: [[String]]) {
        self.title = title
        self.lines = lines
        self.heads = heads
        list.show(rows.enumerated().map { Row(id: $0.offset, cells: $0.element) })
    }

    var takesText: Bool { list.isFiltering }

    var isPlace: Bool { false }

    static let bindings: [Binding<WhyScreen>] = [
        Binding(.character("q"), .enter, help: Phrase("back", "返回")) { _, _ in .pop },
        Binding(.function(3), .character("/"), help: Phrase("filter", "筛选")) { screen, world in
            screen.list.take(.function(3), world) ?? .stay
        },
    ]

    mutating func type(_ key: Key, _ world: World) -> Step { list.take(key, world) ?? .ignored }

    func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        var row = area.row
        // The rows keep at least five lines: the rule is cut before they are, and says so.
        let limit = max(1, area.height - 6)
        let text = lines.flatMap { TextLines.wrap(world.text($0), width: area.width - 2) }
        for (index, line) in text.prefix(limit).enumerated() {
            let isCut = index == limit - 1 && text.count > limit
            canvas.write(isCut ? line + " …" : line, row: row, column: area.column + 1)
            row += 1
        }
        let columns = heads.enumerated().map { index, head in
            ListColumn<Row>(head.0, width: head.1, right: index > 1) { row, _ in
                row.cells.indices.contains(index) ? row.cells[index] : ""
            }
        }
        let used = row - area.row + 1
        list.draw(
            columns, in: area.dropping(rows: used), on: &canvas, world,
            empty: Phrase("No rows.", "没有数据。"))
    }
}

/// The explanation of a row of the occupancy screen, in the words of RULES.md.
enum WhyOccupancy {
    static let formula: [Phrase] = [
        Phrase(
            "Occupancy on a night = occupied / in service x 100, one decimal. n/a at 0 beds; it may "
                + "exceed 100 and is never clipped.",
            "某夜入住率 = 已住床位 ÷ 在用床位 × 100，保留一位小数。无床位时不适用；可超过100，从不截断。"),
        Phrase(
            "Occupied = distinct beds with an assignment on the night. In service = in the inventory, "
                + "not out of service and not closed; held beds count. Free = in service - occupied - "
                + "held.",
            "已住 = 该夜有安排的床位（不重复计）。在用 = 在册且未停用、未撤销，预留床计入。空床 = 在用 - 已住 - 预留。"),
        Phrase(
            "Levels add the counts up and divide once. Bands: under 65 low, 65 to 94 in use, 95 to "
                + "105 full, over 105 over.",
            "各级先合计再相除一次。程度：65以下偏低，65至94正常，95至105满员，105以上超员。"),
    ]

    static func screen(_ row: OccupancyRow, night: CivilDate, _ world: World) -> WhyScreen {
        let figures = row.figures
        let sum =
            Phrase(verbatim: "\(figures.occupied) / \(figures.bedsInService) x 100 = ")
            + figures.percent.phrase
            + Phrase(
                "   free \(figures.bedsInService) - \(figures.occupied) - \(figures.held) = \(figures.free)",
                "   空床 \(figures.bedsInService) - \(figures.occupied) - \(figures.held) = \(figures.free)"
            )
        let head = row.name + Phrase(", \(night.iso): ", "，\(night.iso)：") + sum
        guard row.level == .home, let id = row.homeId else {
            return ofLevel(row, head, night, world)
        }
        return ofHome(id, head, night, world)
    }

    static let title = Phrase("Why", "依据")

    private static func ofLevel(
        _ row: OccupancyRow, _ head: Phrase, _ night: CivilDate, _ world: World
    ) -> WhyScreen {
        let isProgramme = row.level == .programme
        let scope = isProgramme ? OccupancyScope.programme : .province(row.code)
        let read = world.attempt { () throws(StoreError) in
            try world.store.occupancy(on: night, scope: scope, today: world.today)
        }
        let parts = ((try? read.get()) ?? []).filter {
            $0.level == (isProgramme ? .province : .home)
        }
        return WhyScreen(
            title: title, lines: [head] + formula,
            heads: [
                (Phrase("Code", "编号"), 7), (Phrase("Name", "名称"), 0),
                (Phrase("In service", "在用"), 10), (Phrase("Occupied", "已住"), 8),
                (Phrase("Held", "预留"), 5), (Phrase("Free", "空床"), 5),
            ],
            rows: parts.map { part in
                [
                    part.code, world.text(part.name), String(part.figures.bedsInService),
                    String(part.figures.occupied), String(part.figures.held),
                    String(part.figures.free),
                ]
            })
    }

    private static func ofHome(
        _ id: String, _ head: Phrase, _ night: CivilDate, _ world: World
    ) -> WhyScreen {
        let read = world.attempt { () throws(StoreError) in
            try world.store.homeOccupancy(homeId: id, night: night, today: world.today)
        }
        let rooms = (try? read.get())?.rooms ?? []
        return WhyScreen(
            title: title, lines: [head] + formula,
            heads: [
                (Phrase("Bed", "床位"), 10), (Phrase("Kind", "床型"), 0),
                (Phrase("In service", "在用"), 10), (Phrase("State", "状态"), 16),
            ],
            rows: rooms.flatMap { room in
                room.beds.map { bed in
                    let isCounted = bed.state != .outOfService
                    return [
                        room.room.name + "/" + bed.bed.bedNumber,
                        world.text(bed.bed.bedType.label), isCounted ? "1" : "0",
                        String(bed.state.letter) + " " + world.text(bed.state.label),
                    ]
                }
            })
    }
}
