import HomesCore

/// Who is expected, was turned away and came by, as lines: what waits for an answer first.
enum ArrivalLines {
    /// What a line is about.
    enum Target: Equatable, Sendable {
        case open(ReservationLine)
        case answered(ReservationLine)
        case turnAway(id: String)
        case visit(id: String, personId: String?)
    }

    typealias Row = PageRow<Target>

    static func rows(_ page: ArrivalsPage, _ world: World) -> [Row] {
        let overdue = page.open.filter { $0.state == .overdue }
        let waiting = page.open.filter { $0.state != .overdue }
        var rows = section(
            Phrase("To answer: did she come?", "待确认：是否已到"),
            overdue.map { line in
                reservation(line, world, .warning, .open(line))
            })
        rows += section(
            Phrase("Expected", "预约"),
            waiting.map { line in
                reservation(
                    line, world, line.state == .expected ? .strong : .plain, .open(line))
            })
        rows += section(
            Phrase("Answered in 14 days", "14天内已有结果"),
            page.answered.map { reservation($0, world, .dim, .answered($0)) })
        rows += section(Phrase("Turned away in 14 days", "14天内未能接收"), page.turnAways.map(turnAway))
        rows += section(Phrase("Came by in 14 days", "14天内来访"), page.visits.map(visit))
        if rows.isEmpty {
            rows.append(
                .line(
                    "none",
                    Phrase(
                        "Nobody is expected. e expects somebody.", "没有预约。按 e 登记预约。"), .dim))
        }
        return rows
    }

    private static func section(_ title: Phrase, _ rows: [Row]) -> [Row] {
        rows.isEmpty ? [] : [.heading(title + Phrase(verbatim: "  \(rows.count)"))] + rows
    }

    private static func reservation(
        _ line: ReservationLine, _ world: World, _ style: Style, _ target: Target
    ) -> Row {
        let reservation = line.reservation
        let time = reservation.expiresAt.localTime(offsetMinutes: world.offsetMinutes)
        let day = reservation.expiresAt.localDate(offsetMinutes: world.offsetMinutes)
        var parts = [
            Phrase("night of ", "") + Phrase(verbatim: reservation.forNight.iso)
                + Phrase("", "夜"),
            line.bed.map { Phrase("bed \($0)", "\($0)床") } ?? Phrase("no bed", "未留床"),
            line.state.label,
        ]
        if case .ended = line.state {
        } else {
            parts.append(
                Phrase(
                    "kept until \(day.monthAndDay) \(time)", "保留至\(day.monthAndDay) \(time)"))
        }
        if let madeBy = reservation.madeBy { parts.append(Phrase(verbatim: madeBy)) }
        if let note = reservation.note { parts.append(Phrase(verbatim: note)) }
        return .line(
            "reservation." + reservation.id, Phrase(verbatim: line.who),
            Phrase.joined(parts, separator: " · "), style, target: target)
    }

    private static func turnAway(_ record: TurnAway) -> Row {
        var parts = [
            Phrase(verbatim: record.date.iso), record.reason.label,
        ]
        if let other = record.referredTo {
            parts.append(Phrase("sent to ", "介绍到") + Phrase(verbatim: other))
        }
        return .line(
            "turnAway." + record.id, counted(record.ageBand, record.tally),
            Phrase.joined(parts, separator: " · "), target: .turnAway(id: record.id))
    }

    private static func visit(_ line: VisitLine) -> Row {
        let visit = line.visit
        var parts = [Phrase(verbatim: visit.date.iso)]
        parts += line.services.map(\.label)
        if let outsider = visit.outsiderName { parts.append(Phrase(verbatim: outsider)) }
        if let note = visit.note { parts.append(Phrase(verbatim: note)) }
        return .line(
            "visit." + visit.id,
            line.personCode.map(Phrase.init(verbatim:))
                ?? counted(visit.ageBand ?? .from25, visit.tally),
            Phrase.joined(parts, separator: " · "),
            target: .visit(id: visit.id, personId: visit.personId))
    }

    private static func counted(_ band: AgeBand, _ tally: Int) -> Phrase {
        tally == 1 ? band.label : Phrase(verbatim: "\(tally) x ") + band.label
    }
}
