import HomesCore

/// The parts of a resident's page.
public enum ResidentTab: Int, CaseIterable, Sendable {
    case summary = 1
    case stay, risk, counselling, plan, job, followUps, notes, consent, history

    /// The word in the row of tabs.
    var title: Phrase {
        switch self {
        case .summary: Phrase("Summary", "概要")
        case .stay: Phrase("Stay", "住宿")
        case .risk: Phrase("Risk", "风险")
        case .counselling: Phrase("Counselling", "辅导")
        case .plan: Phrase("Plan", "计划")
        case .job: Phrase("Job", "就业")
        case .followUps: Phrase("Follow-ups", "回访")
        case .notes: Phrase("Notes", "记录")
        case .consent: Phrase("Consent", "同意")
        case .history: Phrase("History", "历史")
        }
    }

    /// The digit that opens it; 0 is the tenth.
    var key: Key { .character(Character(String(rawValue % 10))) }

    /// The tab so many places on, round and round.
    func stepped(by step: Int) -> ResidentTab {
        let all = ResidentTab.allCases
        return all[(rawValue - 1 + step + all.count) % all.count]
    }
}

/// The record a line of a page is about.
struct RecordReference: Equatable, Sendable {
    let table: String
    let id: String

    /// No record of hers: the line leads to the page of her child.
    static let child = "child"
}

/// The row of tabs: the open one in brackets, so that not only colour says which it is.
enum TabRow {
    static func draw(_ open: ResidentTab, in area: Area, on canvas: inout Canvas, _ world: World) {
        let titles = ResidentTab.allCases.map { tab in
            tab == open ? "[" + world.text(tab.title) + "]" : world.text(tab.title)
        }
        let widths = titles.map { Canvas.columns(of: $0) + 1 }
        let place = open.rawValue - 1
        var first = 0
        while first < place,
            widths[first...place].reduce(0, +) + 2 > area.width - 2
        {
            first += 1
        }
        var column = area.column + 1
        if first > 0 { column += canvas.write("… ", row: area.row, column: column, style: .dim) }
        let edge = area.column + area.width - 1
        for index in first..<titles.count {
            let isLast = index == titles.count - 1
            if column + widths[index] - 1 + (isLast ? 0 : 2) > edge {
                canvas.write("…", row: area.row, column: column, style: .dim)
                break
            }
            canvas.write(
                titles[index], row: area.row, column: column,
                style: index == place ? .strong : .dim)
            column += widths[index]
        }
    }
}
