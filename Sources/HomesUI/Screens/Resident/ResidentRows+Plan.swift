import HomesCore

/// The lines about her departure: what is missing, the plan, the topics, the checklist.
extension ResidentRows {
    var plan: [Row] {
        var rows = casePlan
        rows += [
            .line(
                "ready", Phrase("Before departure", "出发准备"), page.readiness.advice,
                page.readiness.isReady ? .good : .warning)
        ]
        rows += gaps
        rows += planFacts
        rows.append(.heading(Phrase("Topics", "专题")))
        rows += CounsellingTopic.allCases.map { topic in
            let covered = page.coverage[topic]
            return .line(
                topic.rawValue,
                Phrase(verbatim: (covered == nil ? "- " : "+ ") + topic.rawValue),
                covered.map { topic.label + Phrase(", last ", "，最近") + $0.lastOn.phrase }
                    ?? topic.label, covered == nil ? .dim : .plain)
        }
        rows.append(.heading(Phrase("Checklist", "出发前清单")))
        rows += ChecklistItem.allCases.map { item in
            let answer = page.checklist[item]
            return .line(
                item.rawValue, answer?.label ?? Phrase("not asked", "未问"), item.label,
                answer == .no ? .warning : answer == nil ? .dim : .plain)
        }
        return rows
    }

    /// What is still missing, one thing a line.
    private var gaps: [Row] {
        let gaps = page.gaps
        guard !gaps.isEmpty else { return [] }
        return [
            .heading(
                Phrase(
                    "Still missing before departure (\(gaps.count))", "出发前还缺（\(gaps.count)）"))
        ]
            + gaps.enumerated().map { index, gap in
                .line(
                    "gap.\(index)", gap.label, gap.text, gap.isNeeded ? .warning : .plain,
                    target: page.plan.map {
                        RecordReference(table: MigrationPlan.table, id: $0.id)
                    })
            }
    }

    private var planFacts: [Row] {
        let heading = Row.heading(Phrase("Safe-migration plan", "安全外出计划"))
        guard let plan = page.plan else {
            return [heading, nothing(Phrase("No plan yet: m makes one.", "尚无计划：按 m 制定。"))]
        }
        return [heading] + planLines(plan)
    }

    /// The plan field by field; what is safe with its numbers before them.
    func planLines(_ plan: MigrationPlan) -> [Row] {
        let reference = RecordReference(table: MigrationPlan.table, id: plan.id)
        let isStale = SafeContact.isStale(checkedOn: plan.phonesCheckedOn, on: world.today)
        var rows = facts(plan).map { row -> Row in
            var row = row
            let flag: YesNo
            switch row.id {
            case plan.id + ".destinationPhone": flag = plan.destinationMayCall
            case plan.id + ".knowsPhone": flag = plan.knowsMayCall
            default: return row
            }
            // The number never stands on a line without what is safe.
            let isSafe = SafeContact.isSafe(flag, checkedOn: plan.phonesCheckedOn, on: world.today)
            row.text =
                (isSafe ? Phrase("May be called: ", "可以打电话：") : Phrase("do NOT call: ", "不可打电话："))
                + row.text
            if !isSafe { row.style = .alarm }
            return row
        }
        if isStale, plan.destinationPhone.text != nil || plan.knowsPhone.text != nil {
            rows.insert(
                .line(
                    plan.id + ".numbers", Phrase("Numbers", "号码"),
                    plan.phonesCheckedOn.map {
                        Phrase(
                            "UNSAFE: last confirmed \($0.iso), ask again",
                            "不安全：上次确认\($0.iso)，须再问")
                    } ?? Phrase("UNSAFE: never confirmed with her", "不安全：未经本人确认"), .alarm,
                    target: reference), at: 0)
        }
        return rows
    }
}
