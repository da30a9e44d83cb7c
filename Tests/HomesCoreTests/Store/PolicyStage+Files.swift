@testable import HomesCore

extension PolicyStage {
    /// Operations on whole files: merged, held, destroyed.
    static let files: [Line] = [
        Line("mergeProposal", .mergePersons, .woman) { stage, her, who in
            _ = try stage.store.mergeProposal(
                keeping: her.person.id, stage.another(than: her), by: who)
        },
        Line("mergePersons", .mergePersons, .woman) { stage, her, who in
            try stage.store.mergePersons(
                keeping: her.person.id, stage.another(than: her), by: who)
        },
        Line("mergedFiles", .mergePersons, .woman) { stage, her, who in
            _ = try stage.store.mergedFiles(into: her.person.id, by: who)
        },
        Line("holdFile", .purge, .woman) { stage, her, who in
            try stage.store.holdFile(her.person.id, reason: "a court asks", by: who)
        },
        Line("liftHold", .purge, .woman) { stage, her, who in
            try stage.store.liftHold(of: her.person.id, reason: "decided", by: who)
        },
        Line("purgeList", .seePurgeList, .home) { stage, home, who in
            _ = try stage.store.purgeList(homeId: home.homeId ?? "", by: who)
        },
        Line("tombstones", .seePurgeList, .home) { stage, home, who in
            _ = try stage.store.tombstones(homeId: home.homeId ?? "", by: who)
        },
        Line("editProgramme", .editRegistry, .programme) { stage, _, who in
            var programme = try stage.store.programme()
            programme.fileYears = 5
            try stage.store.editProgramme(programme, by: who)
        },
    ]

    /// Another woman of the same home.
    fileprivate func another(than her: Subject) -> String {
        women.first { $0.homeId == her.homeId && $0.person.id != her.person.id }?.person.id ?? ""
    }
}
