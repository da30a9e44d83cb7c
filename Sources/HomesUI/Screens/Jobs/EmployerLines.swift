import HomesCore

extension EmployerScreen {
    private static let factNames = [
        "org_Name", "licenceNumber", "licenceSeenOn", "legalRepresentative", "address",
        "countyCode", "phone", "industry", "size", "dormitory", "lastVisitOn",
    ]

    /// An employer's page: the decision first, then what it rests on.
    static func lines(
        _ record: EmployerPage, _ users: [UserSummary], _ incidents: EmployerIncidents,
        _ world: World
    ) -> [PageLine] {
        let employer = record.employer
        var lines = decision(employer, users)
        lines += warnings(record, incidents)
        lines += [.blank] + employer.pageLines(world.language, factNames)
        for name in record.names {
            lines.append(
                .fact(
                    name.kind.label,
                    Phrase(verbatim: name.name)
                        + Phrase(", known since ", "，得知于") + name.knownSince.phrase))
        }
        for contact in record.contacts {
            let parts = [contact.name, contact.position, contact.phone].compactMap(\.self)
            lines.append(
                .fact(Phrase("Contact", "联系人"), Phrase(verbatim: parts.joined(separator: " · "))))
        }
        return lines
    }

    private static func decision(_ employer: Employer, _ users: [UserSummary]) -> [PageLine] {
        func name(_ id: String) -> String { users.first { $0.id == id }?.displayName ?? "?" }
        let state = employer.approvedStatus
        var lines: [PageLine] = [
            .fact(Phrase("Checked", "核查状态"), state.label, state.style)
        ]
        if let reason = employer.approvedReason {
            lines.append(.fact(Phrase("Why", "理由"), Phrase(verbatim: reason)))
        }
        let names = [employer.approvedBy, employer.approvedSecondBy].compactMap(\.self).map(name)
        if !names.isEmpty {
            lines.append(
                .fact(
                    Phrase("By", "核查人"),
                    Phrase(names.joined(separator: " and "), names.joined(separator: "、"))))
        }
        if let on = employer.approvedOn {
            lines.append(.fact(Phrase("On", "核查日期"), Phrase(verbatim: on.iso)))
        }
        if names.isEmpty {
            lines.append(
                .fact(
                    Phrase("By", "核查人"), Phrase("nobody yet: a checks it", "尚未核查，按 a 办理"),
                    .warning))
        }
        return lines
    }

    /// What stands against it, each with where it is read.
    private static func warnings(
        _ record: EmployerPage, _ incidents: EmployerIncidents
    ) -> [PageLine] {
        var lines: [PageLine] = []
        if let last = incidents.last {
            lines.append(
                .fact(
                    Phrase("Incidents", "事件"),
                    Phrase(
                        "\(incidents.count), open \(incidents.open), last \(last.iso)",
                        "\(incidents.count)起，未结\(incidents.open)起，最近\(last.iso)"), .warning))
        }
        let alarmed = record.placed.filter { $0.alerts > 0 }
        if !alarmed.isEmpty {
            let codes = alarmed.map(\.personCode).joined(separator: " ")
            lines.append(
                .fact(
                    Phrase("Alerts", "警示"),
                    Phrase(
                        "\(alarmed.count) women: \(codes)", "\(alarmed.count)人：\(codes)"), .alarm))
        }
        if let visit = record.visits.first, visit.visit.finding != .good {
            lines.append(
                .fact(
                    Phrase("Last visit", "最近走访"),
                    visit.visit.visitedOn.phrase + Phrase(": ", "：") + visit.visit.finding.label,
                    .warning))
        }
        let barred = record.alike.filter { $0.status == .blacklisted || $0.status == .suspended }
        for other in barred {
            lines.append(
                .fact(
                    Phrase("May be", "可能就是"),
                    Phrase(verbatim: other.name) + Phrase(" (", "（") + other.status.label
                        + Phrase("): ", "）：") + other.reasons, .alarm))
        }
        return lines
    }
}

extension AlikeEmployer {
    /// What both have in common, in words.
    var reasons: Phrase {
        Phrase.listed(likeness.map(\.label))
    }
}

/// The columns of the employer's lists.
enum EmployerColumns {
    static var visits: [ListColumn<EmployerVisitLine>] {
        [
            ListColumn(Phrase("Visited", "走访日期"), width: 10) { line, _ in
                line.visit.visitedOn.iso
            },
            ListColumn(Phrase("Home", "之家"), width: 7) { line, _ in line.homeCode ?? "-" },
            ListColumn(Phrase("By", "走访人"), width: 12) { line, _ in line.who },
            ListColumn(
                Phrase("Came to", "结论"), width: 0,
                style: { line, _ in line.visit.finding == .good ? .plain : .warning },
                text: { line, world in world.text(line.visit.finding.label) }),
        ]
    }

    static var women: [ListColumn<EmployedRow>] {
        [
            ListColumn(Phrase("Code", "编号"), width: 12) { row, _ in row.personCode },
            ListColumn(Phrase("From", "自"), width: 10) { row, _ in row.startDate.iso },
            ListColumn(Phrase("To", "至"), width: 10) { row, world in
                row.endDate?.iso ?? world.text(Phrase("there now", "在岗"))
            },
            ListColumn(
                Phrase("Alerts", "警示"), width: 6, right: true,
                style: { row, _ in row.alerts > 0 ? .alarm : .plain },
                text: { row, _ in String(row.alerts) }),
            ListColumn(Phrase("Why it ended", "结束原因"), width: 0) { row, world in
                row.endReason.map { world.text($0.label) } ?? ""
            },
        ]
    }

    static var alike: [ListColumn<AlikeEmployer>] {
        [
            ListColumn(
                Phrase("Checked", "核查状态"), width: 12, style: { row, _ in row.status.style },
                text: { row, world in world.text(row.status.label) }),
            ListColumn(Phrase("Name", "单位名称"), width: 28) { row, _ in row.name },
            ListColumn(Phrase("In common", "相同之处"), width: 0) { row, world in
                world.text(row.reasons)
            },
        ]
    }
}

/// A visit to an employer, to read.
struct EmployerVisitScreen: Screen {
    let line: EmployerVisitLine
    var page = PageView()

    init(_ line: EmployerVisitLine) { self.line = line }

    var title: Phrase { EmployerVisit.noun }

    static let bindings: [Binding<EmployerVisitScreen>] = [
        Binding(.enter, .character("q"), help: Phrase("back", "返回")) { _, _ in .pop }
    ]

    mutating func refresh(_ world: World) {
        page.lines =
            [
                .fact(Phrase("By", "走访人"), Phrase(verbatim: line.who)),
                .fact(Phrase("Home", "之家"), Phrase(verbatim: line.homeCode ?? "-")),
            ] + line.visit.pageLines(world.language)
    }

    mutating func type(_ key: Key, _ world: World) -> Step {
        page.take(key, world) ?? .ignored
    }

    func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        page.draw(in: area, on: &canvas, world)
    }
}
