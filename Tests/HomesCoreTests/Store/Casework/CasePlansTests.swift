import GRDB
import Testing

@testable import HomesCore

@Suite struct CasePlansTests {
    let fixture: WorkFixture

    init() throws { fixture = try WorkFixture() }

    private var store: HomesStore { fixture.store }

    private func goal(_ words: String = "身份证拿回来") -> PlanGoal {
        var goal = PlanGoal()
        goal.caseId = fixture.file.id
        goal.spl_Type = .legal
        goal.spl_Objectives = words
        goal.agreedOn = fixture.today
        return goal
    }

    private func action(_ goal: PlanGoal, due: Int?) -> PlanAction {
        var action = PlanAction()
        action.goalId = goal.id
        action.spl_ActionPlan = "陪她去派出所"
        action.dueOn = due.map { fixture.today.adding(days: $0) }
        return action
    }

    private func page() throws -> ResidentPage {
        try store.residentPage(fixture.person.id, by: fixture.caseworker)
    }

    @Test func `a goal and its actions are planned, done, dropped with a reason, opened again`()
        throws
    {
        var goal = try store.planGoal(goal(), by: fixture.caseworker)
        var late = try store.planAction(action(goal, due: -2), by: fixture.caseworker)
        let soon = try store.planAction(action(goal, due: 3), by: fixture.caseworker)
        #expect(try page().casePlan.map(\.actions) == [[late, soon]])
        #expect(try page().workflow == .casePlan)
        late.state = .dropped
        #expect(
            refusal { try store.planAction(late, by: fixture.caseworker) }
                == .refused(.reasonMissing))
        late.state = .done
        late = try store.planAction(late, by: fixture.caseworker)
        #expect(late.endedOn == fixture.today)
        #expect(try page().workflow == .serviceProvision)
        goal.state = .dropped
        #expect(
            refusal { try store.planGoal(goal, by: fixture.caseworker) }
                == .refused(.reasonMissing))
        goal.state = .met
        goal.spl_ActualEndDate = fixture.today.adding(days: 1)
        #expect(
            refusal { try store.planGoal(goal, by: fixture.caseworker) }
                == .refused(.dateInFuture))
        goal.spl_ActualEndDate = nil
        goal = try store.planGoal(goal, by: fixture.caseworker)
        #expect(goal.spl_ActualEndDate == fixture.today)
        #expect(try page().workflow == .servicesImplemented)
        goal.state = .open
        goal = try store.planGoal(goal, by: fixture.caseworker)
        #expect(goal.spl_ActualEndDate == nil)
        #expect(
            try fixture.journal(.planCase).prefix(3) == [
                "create planGoal", "create planAction", "create planAction",
            ])
    }

    @Test func `what is overdue, due today and in seven days stands on Today, by code and kind`()
        throws
    {
        let goal = try store.planGoal(goal("写着名字的目标"), by: fixture.caseworker)
        for due in [-3, -1, 0, 1, 7, 8, nil] {
            try store.planAction(action(goal, due: due), by: fixture.caseworker)
        }
        func today() throws -> TodayCasework {
            try store.today(homeId: fixture.home.id, by: fixture.caseworker).casework
        }
        let casework = try today()
        #expect(casework.actionsOverdue.rows.map(\.date.iso) == ["2010-03-02", "2010-03-04"])
        #expect(casework.actionsToday.count == 1)
        #expect(casework.actionsSoon.count == 2)
        #expect(
            casework.actionsToday.rows.first?.detail?.english == "Legal: A worker of the home")
        #expect(!"\(casework)".contains("名字"))
        // Nothing is asked for under a goal that has ended, or in a sealed or closed file.
        var met = goal
        met.state = .met
        met = try store.planGoal(met, by: fixture.caseworker)
        #expect(try today().actionsOverdue == .none)
        met.state = .open
        try store.planGoal(met, by: fixture.caseworker)
        #expect(try today().actionsOverdue.count == 2)
        try store.sealPerson(fixture.person.id, reason: "threat", by: fixture.manager)
        #expect(try today().actionsOverdue == .none)
    }

    @Test func `a changed goal keeps its case, and another home's plan is nobody's`() throws {
        var goal = try store.planGoal(goal(), by: fixture.caseworker)
        let other = try fixture.addCase(try fixture.addPerson("AH001-0002"))
        goal.caseId = other.id
        goal.spl_Objectives = "别的目标"
        #expect(try store.planGoal(goal, by: fixture.caseworker).caseId == fixture.file.id)
        #expect(
            refusal { try store.planGoal(goal, by: fixture.caseworker) }
                == .changedMeanwhile(table: "planGoal", id: goal.id))
        #expect(refusal { try store.planGoal(goal, by: fixture.elsewhere) } == .noSuchRecord)
        #expect(
            refusal { try store.planAction(action(goal, due: 1), by: fixture.elsewhere) }
                == .noSuchRecord)
        var nobody = action(goal, due: 1)
        nobody.goalId = "00000000-0000-7000-8000-00000000dead"
        #expect(
            refusal { try store.planAction(nobody, by: fixture.caseworker) } == .noSuchRecord)
    }

    @Test func `a goal voided takes its actions with it, and undo brings both back`() throws {
        let goal = try store.planGoal(goal(), by: fixture.caseworker)
        try store.planAction(action(goal, due: 1), by: fixture.caseworker)
        try store.void(
            table: PlanGoal.table, id: goal.id, reason: "twice", by: fixture.caseworker)
        #expect(try page().casePlan.isEmpty)
        let offer = try #require(try store.lastUndoable(by: fixture.caseworker))
        try store.undo(operationId: offer.operationId, by: fixture.caseworker)
        #expect(try page().casePlan.map(\.actions.count) == [1])
        #expect(throws: DatabaseError.self) {
            try store.queue.inDatabase {
                try $0.execute(sql: "UPDATE planGoal SET voidedAt = updatedAt")
            }
        }
        // The fixture's names have no search key; nothing else is odd.
        #expect(try store.check().allSatisfy { $0.rule.id == "searchKeys" })
    }

    @Test func `the schema holds state, day and reason together`() throws {
        let goal = try store.planGoal(goal(), by: fixture.caseworker)
        try store.planAction(action(goal, due: 1), by: fixture.caseworker)
        let wrong = [
            "UPDATE planGoal SET state = 'MET'",
            "UPDATE planGoal SET spl_ActualEndDate = '2010-03-05'",
            "UPDATE planGoal SET state = 'DROPPED', spl_ActualEndDate = '2010-03-05'",
            "UPDATE planGoal SET spl_PlannedEndDate = '2010-03-04'",
            "UPDATE planAction SET state = 'DONE'",
            "UPDATE planAction SET state = 'DROPPED', endedOn = '2010-03-05'",
            "DELETE FROM planAction", "DELETE FROM planGoal",
        ]
        for sql in wrong {
            #expect(throws: DatabaseError.self, "\(sql)") {
                try store.queue.inDatabase { try $0.execute(sql: sql) }
            }
        }
        // The control: what is right goes through.
        try store.queue.inDatabase {
            try $0.execute(
                sql: "UPDATE planGoal SET state = 'MET', spl_ActualEndDate = '2010-03-05'")
        }
    }
}
