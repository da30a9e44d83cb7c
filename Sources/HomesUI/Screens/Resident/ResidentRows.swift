import HomesCore

/// The lines of a resident's page, tab by tab, from the field tables.
struct ResidentRows {
    typealias Row = PageRow<RecordReference>

    let page: ResidentPage
    let history: [HistoryEntry]
    let world: World

    func rows(_ tab: ResidentTab) -> [Row] {
        switch tab {
        case .summary: summary
        case .stay: stays
        case .risk: risk
        case .counselling: counselling
        case .plan: plan
        case .job: jobs
        case .followUps: followUps
        case .notes: notes + incidents
        case .consent:
            contacts + [.heading(Phrase("What she agreed to", "她同意的事项"))] + consents
                + [.heading(Phrase("What was shared", "已共享内容"))] + disclosures
        case .history: historyRows
        }
    }

    // MARK: Parts

    /// The fields of a record that have a value; how many were never asked, in one line.
    func facts<R: Record>(
        _ record: R, _ names: [String]? = nil, countGaps: Bool = false
    ) -> [Row] {
        let fields =
            (names.map { $0.compactMap { R.field($0) } } ?? R.fields).filter(\.kind.isTyped)
        let reference = RecordReference(table: R.table, id: record.id)
        var rows: [Row] = []
        var gaps = 0
        for field in fields {
            let value = field.get(record)
            if value == .null || value == .text(Gap.notCollected.rawValue) {
                if field.allowsGap { gaps += 1 }
                continue
            }
            rows.append(
                .line(
                    record.id + "." + field.name, field.label,
                    FieldText.shown(value, field.kind), target: reference))
        }
        if countGaps, gaps > 0 {
            rows.append(
                .line(
                    record.id + ".gaps", Phrase("Not asked yet", "尚未询问"),
                    Phrase("\(gaps) fields", "\(gaps)项"), .dim, target: reference))
        }
        return rows
    }

    func nothing(_ text: Phrase) -> Row { .line("nothing", text, .dim) }

    // MARK: Summary

    private var summary: [Row] {
        var rows = page.openFlags.map { FlagRows.row($0, page) }
        if !page.openAlerts.isEmpty {
            rows.append(
                .line(
                    "alerts", Phrase("Alert", "警示"),
                    Phrase(
                        "\(page.openAlerts.count) open, see Follow-ups",
                        "\(page.openAlerts.count)项未解除，见“回访”"), .alarm))
        }
        rows += standing + stillToAsk + papersKept + household
        if let line = page.retention {
            let due =
                Phrase("on ", "于") + line.clock.dueOn.phrase + Phrase(" (", "（")
                + line.clock.ground.label + Phrase(")", "）")
            rows.append(
                .line(
                    "retention", Phrase("To be destroyed", "应销毁"),
                    line.hold.map { Phrase("held: ", "保留：") + Phrase(verbatim: $0) } ?? due,
                    line.hold == nil && line.clock.dueOn <= world.today ? .warning : .plain))
        }
        rows += facts(page.person, countGaps: true)
        if let file = page.openCase ?? page.cases.first {
            rows.append(.heading(Phrase("Case ", "个案 ") + Phrase(verbatim: file.caseCode)))
            if let workflow = page.workflow {
                rows.append(
                    .line(
                        file.id + ".workflow", Phrase("Where it is", "进展"), workflow.label,
                        .strong, target: RecordReference(table: Case.table, id: file.id)))
            }
            rows += facts(file)
            if let owner = file.cas_CaseOwner.flatMap({ page.staff[$0] }) {
                rows.append(
                    .line(
                        file.id + ".owner", Phrase("Case owner", "负责人"), Phrase(verbatim: owner),
                        target: RecordReference(table: Case.table, id: file.id)))
            }
        }
        return rows
    }

    // MARK: Stay

    private var stays: [Row] {
        if page.stays.isEmpty {
            return [nothing(Phrase("No stay of hers is recorded.", "她没有住宿记录。"))]
        }
        return page.stays.flatMap { line -> [Row] in
            let stay = line.stay
            let end = stay.exitDate.map { Phrase(" to ", "至") + $0.phrase }
            let head =
                stay.entryDate.phrase + (end ?? Phrase(", here now", "，在住"))
                + Phrase(", ", "，") + line.nightsPhrase
            var rows: [Row] = [.heading(head)]
            rows += line.beds.map { bed in
                let until = bed.to.map { Phrase(" until ", "至") + $0.phrase }
                return .line(
                    bed.assignmentId, bed.label,
                    Phrase("from ", "自") + bed.from.phrase + (until ?? Phrase(verbatim: ""))
                        + Phrase(verbatim: " · ") + bed.reason.label,
                    target: RecordReference(table: Stay.table, id: stay.id))
            }
            if let mother = line.motherCode {
                rows.append(
                    .line(
                        stay.id + ".mother", Phrase("With her mother", "随母亲入住"),
                        Phrase(verbatim: mother)))
            }
            rows += children(line)
            return rows + absences(of: stay) + belongings(of: stay) + facts(stay)
        }
    }
}

extension StayLine {
    /// "1 night", "12 nights".
    var nightsPhrase: Phrase {
        Phrase(nights == 1 ? "1 night" : "\(nights) nights", "\(nights)夜")
    }
}
