import HomesCore

/// How the rows of figures look: numbers first, then the bar, the word, the 30 nights.
enum OccupancyColumns {
    private typealias Column = ListColumn<OccupancyRow>

    /// The columns that fit: the bar from 76 columns on, the 30 nights in the table from 112 on
    /// (below that they stand under it for the selected row).
    static func columns(
        _ level: OccupancyScreen.Level, width: Int,
        isTotal: @escaping @Sendable (OccupancyRow) -> Bool
    ) -> [ListColumn<OccupancyRow>] {
        let plain: @Sendable (OccupancyRow, World) -> Style = { row, _ in
            isTotal(row) ? .strong : .plain
        }
        var columns = [
            Column(Phrase("Code", "编号"), width: 6, style: plain) { row, world in
                isTotal(row) ? world.text(Phrase("All", "合计")) : row.code
            },
            Column(Phrase("Name", "名称"), width: 0, style: plain) { row, world in
                world.text(isTotal(row) ? homes(row.homes) : row.shortName)
            },
            Column(Phrase("Beds", "床位"), width: 9, right: true, style: plain) { row, _ in
                "\(row.figures.occupied)/\(row.figures.bedsInService)"
            },
            Column(Phrase("Free", "空床"), width: 4, right: true, style: freeStyle) { row, _ in
                String(row.figures.free)
            },
            Column(Phrase("Held", "预留"), width: 4, right: true, style: plain) { row, _ in
                String(row.figures.held)
            },
            Column(Phrase("%", "入住率"), width: 6, right: true, style: plain) { row, world in
                world.text(row.figures.percent.phrase)
            },
        ]
        if width >= 76 {
            columns.append(
                Column(Phrase(verbatim: ""), width: 12, style: bandStyle) { row, _ in
                    bar(row.figures)
                })
        }
        columns.append(
            Column(Phrase("Band", "程度"), width: 6, style: bandStyle) { row, world in
                row.figures.band.map { world.text($0.label) } ?? "-"
            })
        if width >= 112 {
            columns.append(
                Column(Phrase("30 nights", "30夜"), width: 30, style: plain) { row, _ in
                    sparkline(row)
                })
        }
        columns.append(
            Column(Phrase("Alert", "提示"), width: 5, right: true, style: alertStyle) { row, _ in
                row.alerts.isEmpty ? "" : "!\(row.alerts.total)"
            })
        return columns
    }

    private static let freeStyle: @Sendable (OccupancyRow, World) -> Style = { row, _ in
        row.figures.free > 0 ? .good : row.figures.free < 0 ? .alarm : .dim
    }

    private static let alertStyle: @Sendable (OccupancyRow, World) -> Style = { row, _ in
        row.alerts.homesOverCapacity > 0 ? .alarm : .warning
    }

    private static let bandStyle: @Sendable (OccupancyRow, World) -> Style = { row, _ in
        row.figures.band?.style ?? .dim
    }

    /// `[########..]`: ten cells for 100 percent; what is over 100 is said by `+`, never clipped
    /// silently.
    static func bar(_ figures: OccupancyFigures) -> String {
        guard let percent = figures.percent else { return "" }
        let filled = min(10, max(0, (percent.tenths + 50) / 100))
        let end = percent.tenths > 1_000 ? "+" : "]"
        return "[" + String(repeating: "#", count: filled)
            + String(repeating: ".", count: 10 - filled) + end
    }

    private static let steps: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    /// Thirty nights, the oldest first, from no bed at all to the fullest night or every bed in
    /// service; a blank for a night without beds.
    static func sparkline(_ row: OccupancyRow) -> String {
        let nights = row.sparkline.compactMap(\.self)
        let ceiling = max(nights.max() ?? 0, row.figures.bedsInService, 1)
        return String(
            row.sparkline.map { night in
                guard let night else { return " " }
                return steps[min(steps.count - 1, max(0, night) * (steps.count - 1) / ceiling)]
            })
    }

    private static func homes(_ count: Int) -> Phrase {
        Phrase(count == 1 ? "1 home" : "\(count) homes", "\(count)家")
    }

    // MARK: Foot

    /// The selected row in full: its 30 nights and its alerts in words.
    static func drawFoot(
        _ row: OccupancyRow, _ night: CivilDate, in area: Area, on canvas: inout Canvas,
        _ world: World
    ) {
        let bottom = area.row + area.height - 2
        let width = area.width - 2
        var column = area.column + 1
        let nights = row.sparkline.compactMap(\.self)
        if let least = nights.min(), let most = nights.max() {
            column += canvas.write(
                world.text(Phrase("30 nights ", "30夜 ")), row: bottom, column: column, style: .dim)
            column += canvas.write(sparkline(row), row: bottom, column: column)
            canvas.write(
                world.text(Phrase(" \(least) to \(most) beds", " \(least)至\(most)床")), row: bottom,
                column: column, style: .dim,
                width: area.column + area.width - column)
        }
        canvas.write(
            world.text(alerts(row)), row: bottom + 1, column: area.column + 1,
            style: row.alerts.isEmpty ? .dim : .warning, width: width)
    }

    /// The alerts in words; they are about today, whichever night is shown.
    static func alerts(_ row: OccupancyRow) -> Phrase {
        let alerts = row.alerts
        var parts: [Phrase] = []
        if alerts.homesOverCapacity > 0 {
            parts.append(
                row.level == .home
                    ? Phrase("over capacity", "超员")
                    : homes(alerts.homesOverCapacity) + Phrase(" over capacity", "超员"))
        }
        if alerts.overdueFollowUps > 0 {
            parts.append(
                Phrase(
                    "\(alerts.overdueFollowUps) follow-ups overdue",
                    "\(alerts.overdueFollowUps)次回访逾期"))
        }
        if alerts.possibleMissedExits > 0 {
            parts.append(
                Phrase(
                    "\(alerts.possibleMissedExits) possible missed exits",
                    "\(alerts.possibleMissedExits)人可能漏登离开"))
        }
        guard !parts.isEmpty else { return Phrase("No alerts today.", "今天没有提示。") }
        return Phrase("Alerts today: ", "今天的提示：")
            + Phrase.joined(parts, with: .comma)
    }
}

extension OccupancyRow {
    /// The name without the words that all homes share, so that it fits beside the figures; the
    /// message row has it in full.
    fileprivate var shortName: Phrase {
        guard level == .home else { return name }
        return Phrase(
            Self.without(" Women's Home", nameEn), Self.without("妇女之家", nameZh))
    }

    private static func without(_ end: String, _ name: String) -> String {
        name.hasSuffix(end) && name.count > end.count ? String(name.dropLast(end.count)) : name
    }
}

extension OccupancyBand {
    /// Colour beside the word.
    var style: Style {
        switch self {
        case .low: .dim
        case .inUse: .good
        case .full: .warning
        case .over: .alarm
        }
    }
}
