import HomesCore

/// A woman's risk over time: the questions as rows, the assessments as columns by their days, what
/// changed since it was asked last marked with a character. Nothing is added up.
public struct RiskCompareScreen: PageScreen {
    /// An answer of one assessment.
    struct Cell: Equatable, Sendable {
        var text: Phrase
        var isChanged = false
        var note: String?
    }

    /// A question, a rating or the stage, over all assessments.
    struct Row: Equatable, Sendable {
        let id: String
        let level: Phrase
        let label: Phrase
        let cells: [Cell]

        var hasChanged: Bool { cells.contains(where: \.isChanged) }
    }

    let personId: String
    var page: ResidentPage?
    var rows: [Row] = []
    /// The days of the assessments, the first first.
    var dates: [CivilDate] = []
    var list = ListView<Row>(id: { $0.id })
    /// The first column that shows; `nil` for as many as fit up to the latest.
    var first: Int?
    var showsChangesOnly = false
    var fault: Phrase?

    /// The assessments of a resident.
    public init(personId: String) { self.personId = personId }

    public var title: Phrase {
        Phrase("Risk over time ", "风险变化 ") + Phrase(verbatim: page?.person.personCode ?? "")
    }

    public var hint: Phrase? {
        fault
            ?? Phrase(
                "* changed since asked last · . not asked · 8 ? doesn't know · 9 - declines",
                "* 与上次回答不同 · . 未问")
    }

    public static let bindings: [Binding<RiskCompareScreen>] = [
        Binding(.left, help: Phrase("earlier", "较早")) { screen, world in
            screen.scroll(by: -1, world)
        },
        Binding(.right, help: Phrase("later", "较晚")) { screen, world in
            screen.scroll(by: 1, world)
        },
        Binding(.character("c"), help: Phrase("changes only", "仅看变化")) { screen, _ in
            screen.showsChangesOnly.toggle()
            screen.showRows()
            return .stay
        },
        Binding(
            .character("a"), help: Phrase("assess now", "现在评估"),
            off: { screen, _ in
                screen.page?.glassUntil == nil ? nil : ResidentScreen.toReadOnly
            },
            run: { screen, world in
                screen.page.flatMap { RiskScreen($0, world) }.map { .push($0) } ?? .stay
            }),
    ]

    // MARK: Reading

    mutating func show(_ page: ResidentPage, _ world: World) {
        let lines = Array(page.risks.reversed())
        dates = lines.map(\.assessment.assessedOn)
        rows = RiskCompareScreen.rows(lines)
        showRows()
    }

    mutating func showNothing() {
        rows = []
        list.show([])
    }

    private mutating func showRows() {
        list.show(showsChangesOnly ? rows.filter(\.hasChanged) : rows)
    }

    private static func rows(_ lines: [RiskLine]) -> [Row] {
        func rating(_ id: String, _ label: Phrase, _ value: (RiskAssessment) -> RiskLevel?) -> Row {
            var last: RiskLevel?
            let cells = lines.map { line -> Cell in
                guard let level = value(line.assessment) else {
                    return Cell(text: Phrase(verbatim: "."))
                }
                defer { last = level }
                return Cell(text: level.label, isChanged: last != nil && last != level)
            }
            return Row(id: id, level: Phrase(verbatim: ""), label: label, cells: cells)
        }
        let head = [
            Row(
                id: "stage", level: Phrase(verbatim: ""), label: Phrase("When", "阶段"),
                cells: lines.map { Cell(text: $0.assessment.stage.short) }),
            rating("hers", Phrase("Risk, she says", "她自评风险"), \.herOwnRating),
            rating("workers", Phrase("Risk, the worker says", "工作者评定风险"), \.workerRating),
        ]
        return head + RiskFactor.byLevel.map { question($0, lines) }
    }

    private static func question(_ factor: RiskFactor, _ lines: [RiskLine]) -> Row {
        var last: YesNo?
        let cells = lines.map { line -> Cell in
            let item = line.items.first { $0.code == factor }
            guard let item, item.answer != .notCollected else {
                return Cell(text: YesNo.notCollected.short)
            }
            defer { last = item.answer }
            return Cell(
                text: item.answer.short, isChanged: last != nil && last != item.answer,
                note: item.note)
        }
        return Row(
            id: factor.rawValue, level: factor.level.label, label: factor.label, cells: cells)
    }

    // MARK: Moving

    private static let columnWidth = 12

    /// How many assessments fit beside the questions.
    private func shownColumns(_ width: Int) -> Range<Int> {
        let fitting = max(1, (width - labelWidth(width) - 5) / (Self.columnWidth + 1))
        let newest = max(0, dates.count - fitting)
        let start = min(first ?? newest, newest)
        return start..<min(dates.count, start + fitting)
    }

    private func labelWidth(_ width: Int) -> Int { width < 76 ? 28 : 35 }

    private mutating func scroll(by step: Int, _ world: World) -> Step {
        let shown = shownColumns(world.body.width)
        let newest = max(0, dates.count - shown.count)
        let start = shown.lowerBound + step
        guard (0...newest).contains(start) else {
            return .say(
                .plain(
                    step < 0
                        ? Phrase("This is the first assessment.", "这是第一次评估。")
                        : Phrase("This is the latest assessment.", "这是最近一次评估。")))
        }
        first = start
        return .stay
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        list.take(key, world) ?? .ignored
    }

    // MARK: Drawing

    func drawPage(in area: Area, on canvas: inout Canvas, _ world: World) {
        let foot = 3
        let shown = shownColumns(area.width)
        var columns: [ListColumn<Row>] = [
            ListColumn(head(shown), width: labelWidth(area.width)) { row, world in
                world.text(row.label)
            }
        ]
        for index in shown {
            columns.append(
                ListColumn(
                    dates[index].phrase, width: Self.columnWidth,
                    style: { row, _ in row.cells[index].isChanged ? .warning : .plain }
                ) { row, world in
                    (row.cells[index].isChanged ? "* " : "  ") + world.text(row.cells[index].text)
                })
        }
        list.draw(
            columns,
            in: Area(
                row: area.row, column: area.column, width: area.width,
                height: max(2, area.height - foot)), on: &canvas, world,
            empty: dates.isEmpty
                ? Phrase("Not assessed yet: a assesses.", "尚未评估：按 a 评估。")
                : Phrase("Nothing has changed.", "没有变化。"))
        drawFoot(
            in: area.dropping(rows: max(2, area.height - foot)), on: &canvas, world)
    }

    private func head(_ shown: Range<Int>) -> Phrase {
        guard shown.count < dates.count else { return Phrase("Question", "问题") }
        return Phrase(
            "Question (\(shown.lowerBound + 1)-\(shown.upperBound) of \(dates.count))",
            "问题（第\(shown.lowerBound + 1)-\(shown.upperBound)次，共\(dates.count)次）")
    }

    /// The selected question in full, and what was noted to it.
    private func drawFoot(in area: Area, on canvas: inout Canvas, _ world: World) {
        guard let row = list.selected else { return }
        let level =
            row.level.english.isEmpty ? row.level : row.level + Phrase(": ", "：")
        var lines: [PageLine] = [.text(level + row.label, .strong)]
        for (date, cell) in zip(dates, row.cells).reversed() {
            guard let note = cell.note else { continue }
            lines.append(.text(date.phrase + Phrase(verbatim: "  " + note), .dim))
        }
        PageView(lines).draw(in: area, on: &canvas, world, focused: false)
    }
}

extension RiskStage {
    /// When it was, in a narrow column.
    fileprivate var short: Phrase {
        switch self {
        case .intake: Phrase("intake", "入住时")
        case .midstay: Phrase("midstay", "在住期间")
        case .preDeparture: Phrase("departure", "出发前")
        case .exit: Phrase("exit", "离开时")
        case .followUp: Phrase("follow-up", "跟进时")
        case .adHoc: Phrase("other", "其他时间")
        }
    }
}
