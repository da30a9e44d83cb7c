import HomesCore

/// Indicators, case plan, notes and flags, from a resident's page.
extension ResidentScreen {
    static let casework: [Binding<ResidentScreen>] = [
        action("i", Phrase("indicators", "强迫劳动迹象"), footer: false, off: \.whyNoCase) {
            screen, _ in .push(IndicatorListScreen(personId: screen.personId))
        },
        action("P", Phrase("case plan", "个案计划"), footer: false, off: \.whyNoCase) { screen, _ in
            .push(CasePlanScreen(personId: screen.personId))
        },
        action("N", Phrase("write a note", "撰写记录"), footer: false) { screen, world in
            screen.page.map { .push(NoteFormScreen(nil, $0, world)) } ?? .stay
        },
        action("F", Phrase("flags", "提醒标记"), footer: false) { screen, world in
            guard let page = screen.page else { return .stay }
            return page.flags.isEmpty
                ? .push(FlagFormScreen(page, world))
                : .push(FlagListScreen(personId: screen.personId))
        },
    ]

    /// The line of the Risk tab that shows the assessments side by side.
    static let riskOverTime = "riskOverTime"

    /// What a line about risk, indicators, plan, flags or notes opens; `nil` for other lines.
    func openCasework(
        _ target: RecordReference, _ page: ResidentPage, _ world: World
    ) -> Step? {
        switch target.table {
        case Self.riskOverTime, RiskAssessment.table:
            return .push(RiskCompareScreen(personId: personId))
        case Indicator.table:
            let line = page.indicators.first { $0.record?.id == target.id }
            return line.flatMap { IndicatorFormScreen($0.indicator, page, nil, world) }
                .map { .push($0) }
        case PlanGoal.table, PlanAction.table:
            return PlanRows.form(target, page, world).map { .push($0) }
        case PersonFlag.table:
            return page.openFlags.first { $0.id == target.id }.map {
                .push(FlagResolutionScreen($0, page, world))
            }
        case Note.table:
            if let draft = NoteFormScreen.draft(target.id, page, world) { return .push(draft) }
            return .push(NoteScreen(personId: personId, noteId: target.id))
        default: return nil
        }
    }
}
