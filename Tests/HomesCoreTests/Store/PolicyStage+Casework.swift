@testable import HomesCore

extension PolicyStage {
    /// A record that is there already, written by somebody.
    private func made<R: HomesCore.Record>(
        _ record: R, about her: Subject, by author: Signature
    ) throws -> R {
        try store.perform(.makeDemonstration, author) { op in
            try op.insert(record, about: her.person.id)
        }
    }

    private func goal(of her: Subject) throws -> PlanGoal {
        var goal = PlanGoal()
        goal.caseId = try her.file.orSkip().id
        goal.spl_Objectives = "a goal"
        goal.agreedOn = today
        return goal
    }

    private func note(of her: Subject) -> Note {
        var note = Note()
        note.personId = her.person.id
        note.date = today
        note.text = "a note"
        return note
    }

    private func flag(of her: Subject) -> PersonFlag {
        var flag = PersonFlag()
        flag.personId = her.person.id
        flag.message = "a flag"
        flag.raisedOn = today
        flag.raisedBy = house.worker.userId
        return flag
    }

    /// Indicators, case plan, flags and notes.
    static let casework: [Line] = [
        Line("assessIndicator", .assessRisk, .woman) { stage, her, who in
            var indicator = Indicator()
            indicator.caseId = try her.file.orSkip().id
            indicator.assessedOn = stage.today
            try stage.store.assessIndicator(indicator, by: who)
        },
        Line("planGoal", .writeRecord, .woman) { stage, her, who in
            try stage.store.planGoal(try stage.goal(of: her), by: who)
        },
        Line("planGoal (a change)", .writeRecord, .woman) { stage, her, who in
            let goal = try stage.made(
                try stage.goal(of: her), about: her, by: stage.house.worker)
            try stage.store.planGoal(goal, by: who)
        },
        Line("planAction", .writeRecord, .woman) { stage, her, who in
            let goal = try stage.made(
                try stage.goal(of: her), about: her, by: stage.house.worker)
            var action = PlanAction()
            action.goalId = goal.id
            action.spl_ActionPlan = "an action"
            try stage.store.planAction(action, by: who)
        },
        Line("raiseFlag", .writeRecord, .woman) { stage, her, who in
            try stage.store.raiseFlag(stage.flag(of: her), by: who)
        },
        Line("resolveFlag", .writeRecord, .woman) { stage, her, who in
            let flag = try stage.made(stage.flag(of: her), about: her, by: stage.house.worker)
            try stage.store.resolveFlag(flag.id, resolution: "seen to", by: who)
        },
        Line("writeNote", .writeRecord, .woman) { stage, her, who in
            try stage.store.writeNote(stage.note(of: her), by: who)
        },
        Line("signNote", .writeRecord, .woman) { stage, her, who in
            try stage.store.signNote(stage.note(of: her), by: who)
        },
        Line("discardNote", .writeRecord, .woman) { stage, her, who in
            let note = try stage.made(stage.note(of: her), about: her, by: who)
            try stage.store.discardNote(note.id, by: who)
        },
    ]
}
