import HomesCore
import TestSupport

/// What was assessed, planned, flagged and noted about AH014-0001, 王小燕, on days before today. The
/// rest is the fixed programme's.
enum CaseworkFixture {
    static let code = "AH014-0001"

    /// The programme with it; `assessments` risk assessments after the one of intake.
    static func programme(assessments: Int = 2) throws -> JourneyProgramme {
        let programme = try JourneyProgramme.make()
        let id = programme.people[code] ?? ""
        let lin = programme.signature("lin")
        let page = try programme.store.residentPage(id, by: lin)
        guard let file = page.cases.first else { return programme }
        try assess(file, assessments, programme)
        try indicators(file, programme)
        try plan(file, programme)
        try flagAndNotes(id, programme)
        return programme
    }

    private static func assess(
        _ file: Case, _ count: Int, _ programme: JourneyProgramme
    ) throws {
        for number in 0..<count {
            let date = JourneyProgramme.day("2007-04-10").adding(days: 14 * number)
            var assessment = RiskAssessment()
            assessment.caseId = file.id
            assessment.assessedOn = date
            assessment.stage = .midstay
            assessment.herOwnRating = number == 0 ? .high : .medium
            assessment.workerRating = .high
            assessment.nextReviewDue = date.adding(days: 14)
            let answers: [(RiskFactor, YesNo, String?)] = [
                (.papersNotInHand, number == 0 ? .yes : .no, number == 0 ? "在介绍人手里" : nil),
                (.journeyDebt, .yes, number == 0 ? nil : "欠介绍人300元"),
                (.threatened, number == 0 ? .prefersNot : .yes, nil),
                (.violenceAtHome, .no, nil), (.girlsWorthLess, .doesNotKnow, nil),
                (.unlicensedAgents, .yes, nil),
            ]
            let items = answers.map { factor, answer, note in
                var item = RiskItem()
                item.code = factor
                item.answer = answer
                item.note = note
                return item
            }
            try programme.store.assessRisk(
                assessment, items: items, by: programme.signature("lin", on: date.iso))
        }
    }

    private static func indicators(_ file: Case, _ programme: JourneyProgramme) throws {
        var record = Indicator()
        record.caseId = file.id
        record.indicator = .deception
        record.assessedOn = JourneyProgramme.day("2007-05-02")
        record = try programme.store.assessIndicator(
            record, by: programme.signature("lin", on: "2007-05-02"))
        record.answer = .yes
        record.evidence = "说好每月900元只给了300元"
        record.nextStep = "向劳动监察投诉"
        record.decidedBy = "本人和何云"
        record.assessedOn = JourneyProgramme.day("2007-05-20")
        try programme.store.assessIndicator(
            record, by: programme.signature("manager", on: "2007-05-20"))
    }

    private static func plan(_ file: Case, _ programme: JourneyProgramme) throws {
        let lin = programme.signature("lin", on: "2007-06-01")
        var goal = PlanGoal()
        goal.caseId = file.id
        goal.spl_Type = .legal
        goal.spl_Objectives = "拿回身份证"
        goal.agreedWithHer = .yes
        goal.agreedOn = lin.today
        goal.spl_PlannedEndDate = JourneyProgramme.day("2007-06-30")
        goal = try programme.store.planGoal(goal, by: lin)
        let actions: [(String, PlanDoer, String?, String)] = [
            ("陪她去派出所挂失", .worker, "林芳", "2007-06-12"),
            ("找出户口本复印件", .herself, nil, "2007-06-15"),
            ("出具身份证明", .organisation, "县妇联", "2007-06-20"),
        ]
        for (words, doer, name, due) in actions {
            var action = PlanAction()
            action.goalId = goal.id
            action.spl_ActionPlan = words
            action.doer = doer
            action.doerName = name
            action.dueOn = JourneyProgramme.day(due)
            try programme.store.planAction(action, by: lin)
        }
        var met = PlanGoal()
        met.caseId = file.id
        met.spl_Type = .health
        met.spl_Objectives = "做一次体检"
        met.agreedOn = lin.today
        met.state = .met
        met.endReason = "体检正常"
        try programme.store.planGoal(met, by: lin)
    }

    private static func flagAndNotes(_ id: String, _ programme: JourneyProgramme) throws {
        let lin = programme.signature("lin", on: "2007-06-10")
        var flag = PersonFlag()
        flag.personId = id
        flag.message = "有人打听她的住处"
        try programme.store.raiseFlag(flag, by: lin)
        var note = Note()
        note.personId = id
        note.date = lin.today
        note.kind = .homeVisit
        note.text = "去她姨妈家 姨妈愿意让她周末来住\n钥匙放在邻居处"
        note = try programme.store.signNote(note, by: lin)
        var amendment = Note()
        amendment.personId = id
        amendment.date = JourneyProgramme.day("2007-06-12")
        amendment.text = "是舅妈家 不是姨妈家"
        amendment.amendsId = note.id
        try programme.store.signNote(
            amendment, by: programme.signature("manager", on: "2007-06-12"))
        var draft = Note()
        draft.personId = id
        draft.date = JourneyProgramme.day("2007-06-14")
        draft.text = "她问起培训班的事"
        try programme.store.writeNote(draft, by: programme.signature("lin", on: "2007-06-14"))
    }
}
