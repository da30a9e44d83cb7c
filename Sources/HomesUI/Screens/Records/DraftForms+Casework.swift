import HomesCore

/// The forms of indicators, case plan, flags and notes.
extension DraftForms {
    static let casework: [String: Maker] = [
        IndicatorFormScreen.formName: { id, world in
            guard let page = page(id, world), let indicator = ILOIndicator(rawValue: part(id))
            else { return nil }
            return IndicatorFormScreen(indicator, page, nil, world)
        },
        PlanGoalScreen.formName: { id, world in
            guard let page = page(id, world) else { return nil }
            if part(id).isEmpty { return PlanGoalScreen(nil, page, world) }
            return PlanGoalScreen.find(part(id), in: page).map { PlanGoalScreen($0, page, world) }
        },
        PlanActionScreen.formName: { id, world in
            let parts = part(id).split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 2, let page = page(id, world),
                let goal = PlanGoalScreen.find(String(parts[0]), in: page)
            else { return nil }
            if parts[1].isEmpty { return PlanActionScreen(nil, of: goal, page, world) }
            return PlanActionScreen.find(String(parts[1]), in: page).map {
                PlanActionScreen($0, of: goal, page, world)
            }
        },
        FlagFormScreen.formName: { id, world in
            page(id, world).map { FlagFormScreen($0, world) }
        },
        FlagResolutionScreen.formName: { id, world in
            page(id, world).flatMap { page in
                page.openFlags.first { $0.id == part(id) }.map {
                    FlagResolutionScreen($0, page, world)
                }
            }
        },
        NoteFormScreen.formName: { id, world in
            page(id, world).flatMap { note(part(id), $0, world) }
        },
    ]

    /// A new note, an amendment of a signed one, or a draft of the user's own.
    private static func note(
        _ part: String, _ page: ResidentPage, _ world: World
    ) -> NoteFormScreen? {
        if part.isEmpty { return NoteFormScreen(nil, page, world) }
        if part.hasPrefix(NoteFormScreen.amends) {
            let id = part.dropFirst(NoteFormScreen.amends.count)
            return page.notes.first { $0.note.id == id }.map {
                NoteFormScreen(nil, amending: $0.note, page, world)
            }
        }
        return NoteFormScreen.draft(part, page, world)
    }
}

extension NoteFormScreen {
    /// The form over a draft of the user's own; `nil` when it is not there or signed.
    static func draft(_ id: String, _ page: ResidentPage, _ world: World) -> NoteFormScreen? {
        for line in page.notes {
            if line.note.id == id, !line.note.isSigned {
                return NoteFormScreen(line.note, page, world)
            }
            if let amendment = line.amendments.first(where: { $0.id == id && !$0.isSigned }) {
                return NoteFormScreen(amendment, amending: line.note, page, world)
            }
        }
        return nil
    }
}
