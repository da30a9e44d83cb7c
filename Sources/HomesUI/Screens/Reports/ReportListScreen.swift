import HomesCore

/// The reports: choose one, say which days and homes, look at the figures.
public struct ReportListScreen: Screen {
    var list = ListView<Report>(id: { $0.id })

    /// All reports.
    public init() {
        list.show(Report.all)
    }

    public var title: Phrase { Phrase("Reports", "报表") }

    public static let bindings: [Binding<ReportListScreen>] = [
        Binding(.enter, help: Phrase("make it", "生成")) { screen, world in
            screen.list.selected.map { .push(ReportFormScreen($0, world)) } ?? .stay
        }
    ]

    public mutating func type(_ key: Key, _ world: World) -> Step {
        list.take(key, world) ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        let rule = list.selected.map {
            TextLines.wrap(world.text($0.formula), width: area.width - 3)
        }
        let foot = rule?.count ?? 0
        let listArea = Area(
            row: area.row, column: area.column, width: area.width,
            height: max(1, area.height - foot))
        list.draw(
            [
                ListColumn(Phrase("Report", "报表"), width: 0) { report, world in
                    world.text(report.title)
                }
            ], in: listArea, on: &canvas, world, empty: Phrase("No reports.", "没有报表。"))
        for (index, line) in (rule ?? []).enumerated() {
            canvas.write(
                line, row: area.row + area.height - foot + index, column: area.column + 2,
                style: .dim)
        }
    }
}

/// Which days and which homes a report is about.
public struct ReportFormScreen: FormScreen {
    public var form = Form()
    let report: Report
    private let places: [Choice]

    /// The questions of a report; this month, or tonight, and the whole programme to begin with.
    public init(_ report: Report, _ world: World) {
        self.report = report
        let provinces = (try? world.store.provinces()) ?? []
        places =
            [Choice(code: "PROGRAMME", label: Phrase("The whole programme", "整个项目"))]
            + provinces.map {
                Choice(code: $0.provinceCode, label: Phrase($0.nameEn, $0.nameZh))
            }
        let section = report.title
        let today = world.today
        switch report.days {
        case .night:
            form.add(
                "first", Phrase("Night", "哪一夜"), .date, section: section, required: true,
                value: .text(today.iso), world.language)
        case .period:
            let start = today.adding(days: 1 - today.day)
            form.add(
                "first", Phrase("First day", "第一天"), .date, section: section, required: true,
                value: .text(start.iso), world.language)
            form.add(
                "last", Phrase("Last day", "最后一天"), .date, section: section, required: true,
                value: .text(today.iso), world.language)
        }
        form.add(
            "place", Phrase("Homes", "范围"), .choice(places), section: section, required: true,
            value: .text("PROGRAMME"), world.language)
    }

    public static let formName = "report"
    public var title: Phrase { report.title }
    public var draftTitle: String { "" }
    public static let bindings: [Binding<ReportFormScreen>] = formBindings

    /// Questions of a report are no draft.
    public func unsaved(_ world: World) -> Draft? { nil }

    public mutating func save(_ world: World) -> Step {
        guard let first = form.dateValue("first"),
            let period = ReportPeriod(first: first, last: form.dateValue("last") ?? first)
        else {
            return .say(
                .warning(Phrase("The last day is before the first.", "最后一天早于第一天。")))
        }
        let place = form.textValue("place") ?? "PROGRAMME"
        let scope: OccupancyScope = place == "PROGRAMME" ? .programme : .province(place)
        let report = self.report
        switch world.attempt({ () throws(StoreError) in
            try world.store.make(
                report,
                ReportRequest(period: period, scope: scope, signature: world.signature))
        }) {
        case .success(let made): return .push(ReportScreen(made, title: Phrase("Figures", "结果")))
        case .failure(let error): return .refused(error)
        }
    }
}
