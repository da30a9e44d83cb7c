extension Sheets {
    /// What the next shift has to know: what happened since the user last signed off, and what is
    /// due, by codes, with boxes to tick.
    static let handover = SheetKind(
        "handover", Phrase("Shift handover", "交接班表"), about: .home, daysValid: 1
    ) { desk throws(StoreError) in
        let home = try desk.home()
        let shift = try desk.store.shiftHandover(homeId: home.id, by: desk.signature)
        let today = try desk.store.today(homeId: home.id, by: desk.signature)
        let offset = desk.signature.offsetMinutes
        var blocks: [SheetBlock] = [.facts(shiftFacts(shift, today.beds, offset))]
        for (title, lines) in happened(shift) where !lines.isEmpty {
            blocks += [
                .heading(title + Phrase(verbatim: ": \(lines.count)")),
                .table(happenedTable(lines, offset)),
            ]
        }
        for (title, list) in due(today) where list.count > 0 {
            blocks += [
                .heading(title + Phrase(verbatim: ": \(list.count)")), .table(dueTable(list)),
            ]
            let rest = list.count - list.rows.count
            if rest > 0 {
                blocks.append(
                    .paragraph(Phrase("and \(rest) more on the screen", "另有\(rest)条，见屏幕")))
            }
        }
        if !shift.incidents.isEmpty {
            blocks += [
                .heading(
                    Phrase("Incidents open: ", "未结事件：")
                        + Phrase(verbatim: "\(shift.incidents.count)")),
                .table(incidentTable(shift.incidents)),
            ]
        }
        blocks += [
            .writing([Phrase("To tell the next shift", "交代事项"), Phrase(verbatim: "")]),
            .signatures([Phrase("Handed over by", "交班人"), Phrase("Taken over by", "接班人")]),
        ]
        return SheetContent(
            Sheet(
                title: Phrase("Shift handover", "交接班表"),
                subtitle: home.subtitle(of: desk.today), blocks: blocks))
    }

    private static func shiftFacts(
        _ shift: ShiftHandover, _ beds: OccupancyFigures, _ offset: Int
    ) -> [SheetFact] {
        [
            SheetFact(
                shift.isSinceSignOff
                    ? Phrase("Since my last sign-off", "自本人上次退出")
                    : Phrase("The last 24 hours, since", "最近24小时，自"),
                verbatim: moment(shift.since, offset)),
            SheetFact(
                Phrase("Beds tonight", "今晚床位"),
                beds.bedsInService == 0
                    ? Phrase("n/a: no beds in service", "不适用：无在用床位")
                    : Phrase(
                        "\(beds.occupied) of \(beds.bedsInService), \(beds.free) free",
                        "在用\(beds.bedsInService)张，已住\(beds.occupied)，空\(beds.free)")),
        ]
    }

    private static func moment(_ at: Instant, _ offset: Int) -> String {
        at.localDate(offsetMinutes: offset).iso + " " + at.localTime(offsetMinutes: offset)
    }

    private static func happened(_ shift: ShiftHandover) -> [(Phrase, [HandoverLine])] {
        [
            (Phrase("New", "新入住"), shift.arrived), (Phrase("Moved", "换床"), shift.moved),
            (Phrase("Left", "离开"), shift.left),
            (Phrase("Went over to another home", "转往他家"), shift.wentOver),
        ]
    }

    private static func happenedTable(_ lines: [HandoverLine], _ offset: Int) -> SheetTable {
        SheetTable(
            [
                Phrase("Code", "编号"), Phrase("Bed", "床位"), Phrase("When", "时间"),
                Phrase("By", "经办人"),
            ],
            rows: lines.map { line in
                let beds = [line.bedBefore, line.bed].compactMap(\.self)
                return [
                    line.personCode, beds.joined(separator: " -> "), moment(line.at, offset),
                    line.who,
                ].map { Phrase(verbatim: $0) }
            })
    }

    private static func incidentTable(_ rows: [IncidentRow]) -> SheetTable {
        SheetTable(
            [
                Phrase("Date", "日期"), Phrase("What", "事件"), Phrase("State", "状态"),
                Phrase("Codes", "编号"),
            ],
            rows: rows.map {
                [
                    Phrase(verbatim: $0.date.iso), $0.class.label, $0.status.label,
                    Phrase(verbatim: $0.codes.joined(separator: " ")),
                ]
            })
    }

    private static func due(_ today: TodayPage) -> [(Phrase, TodayList)] {
        [
            (Phrase("Missing", "失踪"), today.missing),
            (Phrase("Out late", "外出未归"), today.outLate),
            (Phrase("Alerts", "警示"), today.alerts),
            (Phrase("Follow-ups overdue", "逾期回访"), today.overdue),
            (Phrase("Follow-ups today", "今天回访"), today.dueToday),
            (Phrase("Plan to leave", "计划离开"), today.exitsDue),
            (Phrase("Expected", "预计到达"), today.arrivals),
            (Phrase("May have left", "可能已离开"), today.missedExits),
            (Phrase("Risk to review", "风险复评"), today.reviewsDue),
            (Phrase("Consents ending", "即将到期的同意"), today.consentsExpiring),
        ]
    }

    private static func dueTable(_ list: TodayList) -> SheetTable {
        SheetTable(
            [Phrase("Code", "编号"), Phrase("Date", "日期"), Phrase("Done", "已办")],
            rows: list.rows.map {
                [$0.personCode, $0.date.iso, "[ ]"].map { Phrase(verbatim: $0) }
            })
    }
}
