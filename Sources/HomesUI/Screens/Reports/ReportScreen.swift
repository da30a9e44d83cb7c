import HomesCore

/// A made report: its figures, its rule, when and by whom it was made.
public struct ReportScreen: Screen {
    /// A row with its place, so that the selection is by row.
    struct Line: Sendable {
        let id: String
        let cells: [Table.Cell]
        let code: String
        /// Whether it adds up the whole programme; its code is for machines.
        let isProgramme: Bool
    }

    let report: MadeReport
    public let title: Phrase
    var list: ListView<Line>

    /// A report to look at.
    public init(_ report: MadeReport, title: Phrase) {
        self.report = report
        self.title = title
        let code = report.table.columns.firstIndex { $0.id == "code" }
        let level = report.table.columns.firstIndex { $0.id == "level" }
        list = ListView(id: { $0.id }, searchKey: { $0.code })
        list.show(
            report.table.rows.enumerated().map { index, cells in
                let words = cells.prefix(4).map { Table.shown($0, in: .chinese) }
                return Line(
                    id: String(index), cells: cells,
                    code: SearchKey.make(
                        names: words,
                        codes: code.map { [Table.shown(cells[$0], in: .english)] } ?? []),
                    isProgramme: level.map {
                        Table.shown(cells[$0], in: .english) == OccupancyLevel.programme.rawValue
                    } ?? false)
            })
    }

    public var takesText: Bool { list.isFiltering }
    public var hint: Phrase? { report.table.notes.last }

    public static let bindings: [Binding<ReportScreen>] = [
        Binding(.enter, help: Phrase("rows behind", "明细")) { screen, world in screen.open(world) },
        Binding(.character("="), help: Phrase("why", "依据")) { screen, _ in
            .say(.plain(screen.report.table.notes.first ?? Phrase("", "")))
        },
        Binding(.function(3), .character("/"), help: Phrase("filter", "筛选")) { screen, world in
            screen.list.take(.function(3), world) ?? .stay
        },
        fileBinding("w", Phrase("text file", "存文本"), "txt") { $0.text($1) },
        fileBinding("c", Phrase("CSV file", "存CSV"), "csv") { report, _ in
            "\u{FEFF}" + report.csv()
        },
        fileBinding("J", Phrase("JSON file", "存JSON"), "json") { report, _ in report.json() },
    ]

    private static func fileBinding(
        _ key: Character, _ help: Phrase, _ ending: String,
        _ text: @escaping @Sendable (MadeReport, Language) -> String
    ) -> Binding<ReportScreen> {
        Binding(
            .character(key), help: help,
            off: { _, world in
                world.writeFile == nil
                    ? Phrase("Files cannot be written from here.", "此处不能保存文件。") : nil
            },
            run: { screen, world in
                guard let write = world.writeFile else { return .stay }
                let name = "homes-\(screen.report.id)-\(world.today.iso).\(ending)"
                return write(name, text(screen.report, world.language)).step
            })
    }

    /// The place that the row's figures are of, on the screen that shows its rooms and beds.
    private func open(_ world: World) -> Step {
        guard let line = list.selected, line.cells.count > 1 else { return .stay }
        let code = Table.shown(line.cells[1], in: .english)
        if let home = (try? world.store.home(code: code)) ?? nil {
            guard home.isReachable(by: world.session) else {
                return .refused(.noSuchRecord)
            }
            return .push(HomeBedsScreen(home: home, night: world.today))
        }
        if let province = ((try? world.store.provinces()) ?? []).first(where: {
            $0.provinceCode == code
        }) {
            return .push(OccupancyScreen(province: province, night: world.today))
        }
        return .push(OccupancyScreen())
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        list.take(key, world) ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        let table = report.table
        let nameId = world.language == .english ? "nameEn" : "nameZh"
        // The selected name in full: in a narrow window its column is short.
        var head = world.text(table.title)
        if let line = list.selected, let name = table.columns.firstIndex(where: { $0.id == nameId })
        {
            head += " · " + Table.shown(line.cells[name], in: world.language)
        }
        canvas.write(
            head, row: area.row, column: area.column + 2, style: .strong, width: area.width - 3)
        let columns = table.columns.enumerated().compactMap { index, column -> ListColumn<Line>? in
            if column.id == "level" || (column.id.hasPrefix("name") && column.id != nameId) {
                return nil
            }
            let isName = column.id == nameId
            let isCode = column.id == "code"
            let width = isName ? 0 : max(7, Canvas.columns(of: world.text(column.label)))
            return ListColumn(
                column.label, width: width, right: column.alignment == .trailing,
                style: { line, _ in line.id == "0" ? .strong : .plain },
                text: { line, world in
                    isCode && line.isProgramme
                        ? world.text(Phrase("All", "合计"))
                        : Table.shown(line.cells[index], in: world.language)
                })
        }
        list.draw(
            columns, in: area.dropping(rows: 1), on: &canvas, world,
            empty: Phrase("No rows.", "没有数据。"))
    }
}
