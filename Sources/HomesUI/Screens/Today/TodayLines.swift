import HomesCore

/// What is due, as lines: the most pressing first, each list under its count.
enum TodayLines {
    typealias Row = PageRow<TodayScreen.Target>

    static func rows(_ page: TodayPage, _ world: World) -> [Row] {
        var rows = handover(page, world) + out(page) + glass(page, world)
        rows += sightings(page, world)
        rows += list(
            Phrase("Alerts", "警示"), page.alerts, tab: .followUps, style: .alarm,
            more: .followUps
        ) { Phrase("raised \($0.date.iso)", "\($0.date.iso)发出") }
        rows += flags(page.casework)
        rows += sharingFirst(page)
        rows += browsing(page)
        rows += notesToSign(page.casework)
        rows += drafts(page, world)
        rows += list(
            Phrase("Follow-ups overdue", "逾期回访"), page.overdue, tab: .followUps,
            style: .warning, more: .followUps
        ) { row in
            let days = row.date.days(until: page.date)
            return Phrase(
                "due \(row.date.iso), \(Phrase.days(days).english) ago",
                "应于\(row.date.iso)，已逾期\(days)天")
        }
        rows += sharingLater(page)
        rows += list(
            Phrase("Follow-ups today", "今天回访"), page.dueToday, tab: .followUps,
            more: .followUps
        ) { _ in Phrase("due today", "今天") }
        rows += actionsDue(page.casework, on: page.date)
        rows += expected(page, world)
        rows += list(
            Phrase("Plan to leave", "计划离开"), page.exitsDue, tab: .stay, more: .residents
        ) { row in
            row.date == page.date
                ? Phrase("today", "今天") : Phrase("planned for \(row.date.iso)", "原定\(row.date.iso)")
        }
        rows += list(
            Phrase("Expected", "预计到达"), page.arrivals, tab: .stay, more: .residents
        ) { Phrase("since \($0.date.iso)", "自\($0.date.iso)") }
        rows += list(
            Phrase("May have left", "可能已离开"), page.missedExits, tab: .stay, more: .residents
        ) { Phrase("here since \($0.date.iso), nothing recorded lately", "\($0.date.iso)入住，近期无记录") }
        rows += list(
            Phrase("Risk to review", "风险复评"), page.reviewsDue, tab: .risk, more: .residents
        ) { Phrase("due \($0.date.iso)", "应于\($0.date.iso)") }
        rows += list(
            Phrase("Consents ending", "即将到期的同意"), page.consentsExpiring, tab: .consent,
            more: .residents
        ) { Phrase("until \($0.date.iso)", "至\($0.date.iso)") }
        rows += list(
            Phrase("Follow-ups in 7 days", "7天内回访"), page.dueSoon, tab: .followUps,
            more: .followUps
        ) { Phrase("due \($0.date.iso)", "应于\($0.date.iso)") }
        rows += actionsSoon(page.casework)
        rows += filesDue(page)
        if !rows.contains(where: \.isSelectable) {
            rows.append(
                .line("none", Phrase("Nothing is due. 1 to 9 open the places.", "没有待办。按1至9进入各处。")))
        }
        return rows
    }

    private static func handover(_ page: TodayPage, _ world: World) -> [Row] {
        guard let handover = page.handover, !handover.isEmpty else { return [] }
        let since =
            handover.since.localDate(offsetMinutes: world.offsetMinutes).iso + " "
            + handover.since.localTime(offsetMinutes: world.offsetMinutes)
        return [
            .line(
                "handover",
                Phrase(
                    "Others since you left on \(since): \(handover.admitted) admitted, "
                        + "\(handover.moved) moved, \(handover.left) left",
                    "您\(since)离开后：入住\(handover.admitted)，调床\(handover.moved)，离开\(handover.left)"),
                target: .handover)
        ]
    }

    /// Who should be here and is not, before everything else.
    private static func out(_ page: TodayPage) -> [Row] {
        list(
            Phrase("MISSING", "下落不明"), page.missing, tab: .stay, style: .alarm, more: .residents
        ) { Phrase("since \($0.date.iso)", "自\($0.date.iso)") }
            + list(
                Phrase("Out late", "外出未归"), page.outLate, tab: .stay, style: .warning,
                more: .residents
            ) { row in
                let days = row.date.days(until: page.date)
                return Phrase(
                    "expected back \(row.date.iso), \(Phrase.days(days).english) ago",
                    "应于\(row.date.iso)返回，已过\(days)天")
            }
    }

    /// Those who did not come stand before those who may.
    private static func expected(_ page: TodayPage, _ world: World) -> [Row] {
        func rows(_ title: Phrase, _ lines: [ReservationLine], _ style: Style) -> [Row] {
            guard !lines.isEmpty else { return [] }
            return [heading(title, lines.count)]
                + lines.prefix(8).map { line in
                    let bed =
                        line.bed.map { Phrase("bed \($0)", "\($0)床") }
                        ?? Phrase("no bed held", "未留床")
                    return .line(
                        "reservation." + line.reservation.id, Phrase(verbatim: line.who),
                        Phrase(
                            "night of \(line.reservation.forNight.iso) · ",
                            "\(line.reservation.forNight.iso)夜 · ") + bed, style,
                        target: .arrivals)
                }
        }
        return rows(Phrase("Did she come?", "是否已到？"), page.noShows, .warning)
            + rows(Phrase("Expected tonight", "今晚预约"), page.expected, .plain)
    }

    /// What was opened under broken glass stands there until it is reviewed.
    private static func glass(_ page: TodayPage, _ world: World) -> [Row] {
        guard !page.glassToReview.isEmpty else { return [] }
        let rows = page.glassToReview.map { line -> Row in
            .line(
                "glass.\(line.id)", Phrase(verbatim: line.personCode ?? ""),
                Phrase(
                    "opened by \(line.who), \(world.moment(line.at)): to be reviewed",
                    "\(line.who)于\(world.moment(line.at))查阅，待复核"), .alarm, target: .glass)
        }
        return [heading(Phrase("Broken glass", "紧急查阅"), rows.count)] + rows
    }

    private static func sightings(_ page: TodayPage, _ world: World) -> [Row] {
        guard !page.sightings.isEmpty else { return [] }
        return [heading(Phrase("Watched persons seen", "发现关注人员"), page.sightings.count)]
            + page.sightings.prefix(8).map { row in
                row.line(world, named: true) { .sighting($0) }
            }
    }

    private static func browsing(_ page: TodayPage) -> [Row] {
        guard page.browsing > 0 else { return [] }
        return [
            heading(Phrase("Browsing", "异常查阅"), page.browsing),
            .line(
                "browsing", Phrase("Somebody's looks into records to ask about", "有查阅记录需要询问"),
                .alarm, target: .browsing),
        ]
    }

    private static func filesDue(_ page: TodayPage) -> [Row] {
        guard page.filesDue > 0 else { return [] }
        return [
            heading(Phrase("Files to destroy", "待销毁档案"), page.filesDue),
            .line(
                "filesDue", Phrase("Closed, and their time is over", "已结案且保存期满"),
                target: .filesDue),
        ]
    }

    private static func drafts(_ page: TodayPage, _ world: World) -> [Row] {
        guard !page.drafts.isEmpty else { return [] }
        let rows = page.drafts.map { draft -> Row in
            .line(
                "draft.\(draft.form).\(draft.recordId)",
                Phrase(verbatim: world.moment(draft.savedAt)),
                DraftNames.phrase(form: draft.form, about: draft.title),
                target: .draft(DraftKey(form: draft.form, recordId: draft.recordId)))
        }
        return [heading(Phrase("Drafts to finish", "未完成的草稿"), page.drafts.count)] + rows
    }

    static func list(
        _ title: Phrase, _ list: TodayList, tab: ResidentTab, style: Style = .plain,
        more: Place, _ text: (TodayRow) -> Phrase
    ) -> [Row] {
        guard list.count > 0 else { return [] }
        var rows = [heading(title, list.count)]
        rows += list.rows.map { row in
            .line(
                "\(title.english).\(row.recordId)", Phrase(verbatim: row.personCode), text(row),
                style, target: .resident(id: row.personId, tab: tab))
        }
        let rest = list.count - list.rows.count
        if rest > 0 {
            rows.append(
                .line(
                    "\(title.english).more", Phrase(verbatim: ""),
                    Phrase("and \(rest) more", "另有\(rest)项"), .dim, target: .place(more)))
        }
        return rows
    }

    private static func heading(_ title: Phrase, _ count: Int) -> Row {
        .heading(title + Phrase(verbatim: "  \(count)"))
    }
}
