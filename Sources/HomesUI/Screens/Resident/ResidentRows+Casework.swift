import HomesCore

/// The lines about risk, indicators and the case plan.
extension ResidentRows {
    // MARK: Risk

    var risk: [Row] {
        var rows: [Row] = []
        if let file = page.currentCase {
            rows.append(
                .line(
                    file.id + ".level", Phrase("Level of the case (e)", "个案等级（e）"),
                    file.riskLevel?.label ?? Phrase("not set", "未定"),
                    file.riskLevel == .high ? .alarm : .strong,
                    target: RecordReference(table: Case.table, id: file.id)))
        }
        rows += review
        if page.risks.isEmpty {
            rows.append(nothing(Phrase("Not assessed yet: a assesses.", "尚未评估：按 a 评估。")))
        }
        rows += indicators
        for line in page.risks { rows += assessment(line) }
        return rows
    }

    /// When it is looked at next, and the way to the assessments side by side.
    private var review: [Row] {
        guard let latest = page.risks.first?.assessment else { return [] }
        var rows: [Row] = []
        if let due = latest.nextReviewDue, page.openCase != nil {
            let late = due.days(until: world.today)
            let isDue = late >= 0
            let text =
                due.phrase
                + (late > 0
                    ? Phrase(", \(Phrase.days(late).english) overdue", "，逾期\(late)天")
                    : isDue ? Phrase(", today", "，今天") : Phrase("", ""))
            rows.append(
                .line(
                    "review", Phrase("Next review", "下次复评"), text, isDue ? .warning : .plain,
                    target: RecordReference(table: ResidentScreen.riskOverTime, id: "")))
        }
        let count = page.risks.count
        rows.append(
            .line(
                "overTime", Phrase("Over time", "变化"),
                Phrase(
                    count == 1
                        ? "1 assessment: Enter shows it question by question"
                        : "\(count) assessments: Enter shows them side by side",
                    "\(count)次评估：按回车并列查看"),
                target: RecordReference(table: ResidentScreen.riskOverTime, id: "")))
        return rows
    }

    private func assessment(_ line: RiskLine) -> [Row] {
        let assessment = line.assessment
        let head = assessment.stage.label + Phrase(verbatim: " ") + assessment.assessedOn.phrase
        let places = Dictionary(
            RiskFactor.byLevel.enumerated().map { ($0.element, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        let items = line.items.filter { $0.answer != .notCollected }
            .sorted { (places[$0.code] ?? 0) < (places[$1.code] ?? 0) }
        return [.heading(head)] + facts(assessment)
            + items.map { item in
                let note = item.note.map { Phrase(verbatim: " · " + $0) } ?? Phrase("", "")
                return .line(
                    item.id, item.code.label, item.answer.label + note,
                    item.answer == .yes ? .warning : .plain,
                    target: RecordReference(table: RiskAssessment.table, id: assessment.id))
            }
    }

    // MARK: Indicators

    /// What was asked of the eleven, in the ILO's order.
    private var indicators: [Row] {
        let asked = page.indicators.filter { $0.record != nil }
        guard !asked.isEmpty else { return [] }
        return [.heading(Phrase("Indicators of forced labour (i)", "强迫劳动迹象（i）"))]
            + asked.compactMap { line in
                guard let record = line.record else { return nil }
                var text = record.answer.label + Phrase(verbatim: " · ") + record.assessedOn.phrase
                if let evidence = record.evidence {
                    text = text + Phrase(verbatim: " · " + evidence)
                }
                if let next = record.nextPhrase {
                    text = text + Phrase("; next: ", "；下一步：") + next
                }
                return .line(
                    record.id, line.indicator.label, text,
                    target: RecordReference(table: Indicator.table, id: record.id))
            }
    }

    // MARK: The case plan

    /// Goals and actions, before what is still missing for a departure.
    var casePlan: [Row] {
        guard !page.cases.isEmpty else { return [] }
        let rows = PlanRows.rows(page, on: world.today)
        guard !rows.isEmpty else {
            return [
                .line(
                    "noGoal", Phrase("Case plan (P)", "个案计划（P）"), Phrase("no goal yet", "尚无目标"),
                    .dim)
            ]
        }
        return [.heading(Phrase("Case plan (P)", "个案计划（P）"))] + rows
            + [.heading(Phrase("Departure", "出发"))]
    }
}
