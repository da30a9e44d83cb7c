@testable import HomesCore

extension CheckTests {
    /// What breaks each rule of risk, plans and notes.
    static let caseworkBreaks: [(rule: String, sql: String)] = [
        ("riskLevels", "UPDATE riskItem SET level = 'COMMUNITY'"),
        ("planInUse", "UPDATE planGoal SET voidedAt = '2007-03-05T00:00:00.000Z'"),
        (
            "noteAmends",
            """
            UPDATE note SET personId = (SELECT personId FROM stay WHERE id = :first)
            WHERE amendsId IS NOT NULL
            """
        ),
        (
            "noteUnchanged",
            "UPDATE note SET signedAt = '2007-03-01T00:00:00.000Z' WHERE amendsId IS NULL"
        ),
    ]
}

extension HouseFixture {
    /// A goal with an action, a flag, and a note that was a draft before it was signed, with an
    /// amendment.
    func addCasework(about person: Person) throws {
        let file = try store.residentPage(person.id, by: worker).cases[0]
        var goal = PlanGoal()
        goal.caseId = file.id
        goal.spl_Objectives = "目标"
        goal.agreedOn = today
        goal = try store.planGoal(goal, by: worker)
        var action = PlanAction()
        action.goalId = goal.id
        action.spl_ActionPlan = "行动"
        try store.planAction(action, by: worker)
        var flag = PersonFlag()
        flag.personId = person.id
        flag.message = "提醒"
        try store.raiseFlag(flag, by: worker)
        var note = Note()
        note.personId = person.id
        note.date = today
        note.text = "草稿"
        note = try store.writeNote(note, by: worker)
        note.text = "定稿"
        note = try store.signNote(note, by: worker)
        var amendment = Note()
        amendment.personId = person.id
        amendment.date = today
        amendment.text = "补充"
        amendment.amendsId = note.id
        try store.signNote(amendment, by: worker)
    }
}
