import HomesCore

/// A month to choose a day from.
public struct CalendarScreen: Screen {
    let question: String
    public let title: Phrase
    var date: CivilDate

    /// A calendar for a field or a question, on a day.
    public init(question: String, title: Phrase, date: CivilDate) {
        self.question = question
        self.title = title
        self.date = date
    }

    public var isPlace: Bool { false }

    public static let bindings: [Binding<CalendarScreen>] = [
        Binding(.enter, help: Phrase("choose", "选择")) { screen, _ in
            .answer(.date(question: screen.question, screen.date))
        },
        Binding(.character("t"), help: Phrase("today", "今天")) { screen, world in
            screen.date = world.today
            return .stay
        },
        Binding(.pageUp, .character("<"), help: Phrase("month back", "上月")) { screen, _ in
            screen.date = screen.date.adding(months: -1)
            return .stay
        },
        Binding(.pageDown, .character(">"), help: Phrase("month on", "下月")) { screen, _ in
            screen.date = screen.date.adding(months: 1)
            return .stay
        },
        Binding(.character("{"), help: Phrase("year back", "上一年")) { screen, _ in
            screen.date = screen.date.adding(months: -12)
            return .stay
        },
        Binding(.character("}"), help: Phrase("year on", "下一年")) { screen, _ in
            screen.date = screen.date.adding(months: 12)
            return .stay
        },
    ]

    public mutating func type(_ key: Key, _ world: World) -> Step {
        let days: Int
        switch key {
        case .left: days = -1
        case .right: days = 1
        case .up: days = -7
        case .down: days = 7
        default: return .ignored
        }
        date = date.adding(days: days)
        return .stay
    }

    public var hint: Phrase? {
        Phrase("Arrows move by day and week.", "方向键按天、按周移动。")
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        let (year, month, _) = date.components
        let head = Phrase("\(year)-\(month < 10 ? "0" : "")\(month)", "\(year)年\(month)月")
        canvas.write(world.text(head), row: area.row + 1, column: area.column + 4, style: .heading)
        canvas.write(
            world.text(DateEntry.readBack(date, today: world.today)), row: area.row + 1,
            column: area.column + 16)
        for (index, name) in CalendarScreen.weekdays.enumerated() {
            canvas.write(
                world.text(name), row: area.row + 3, column: area.column + 4 + index * 5,
                style: .dim)
        }
        guard let first = CivilDate(year: year, month: month, day: 1) else { return }
        var row = area.row + 4
        for day in 1...CivilDate.length(ofMonth: month, year: year) {
            let current = first.adding(days: day - 1)
            let column = area.column + 4 + (current.weekday - 1) * 5
            let isSelected = current == date
            canvas.write(
                (day < 10 ? " " : "") + String(day), row: row, column: column,
                style: isSelected ? .selected : current == world.today ? .strong : .plain)
            if isSelected {
                canvas.write(">", row: row, column: column - 1, style: .selected)
                canvas.cursor = Position(row: row, column: column)
            }
            if current.weekday == 7 { row += 1 }
        }
    }

    private static let weekdays = [
        Phrase("Mo", "一"), Phrase("Tu", "二"), Phrase("We", "三"), Phrase("Th", "四"),
        Phrase("Fr", "五"), Phrase("Sa", "六"), Phrase("Su", "日"),
    ]
}
