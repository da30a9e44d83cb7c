import GRDB
import Testing

@testable import HomesCore

@Suite struct TodayTests {
    let fixture: WorkFixture

    init() throws { fixture = try WorkFixture() }

    func page(by signature: Signature? = nil) throws -> TodayPage {
        try fixture.store.today(
            homeId: fixture.home.id, by: signature ?? fixture.caseworker)
    }

    @Test func `an ordinary morning has beds and nothing else`() throws {
        let page = try page()
        #expect(page.date == fixture.today)
        #expect(page.beds == OccupancyFigures(bedsInService: 3, occupied: 1, held: 0))
        for list in [
            page.arrivals, page.exitsDue, page.overdue, page.dueToday, page.dueSoon,
            page.reviewsDue, page.consentsExpiring, page.alerts, page.missedExits,
            page.missing, page.outLate,
        ] {
            #expect(list == .none)
        }
        #expect(page.drafts == [])
        #expect(page.handover == nil)
    }

    @Test func `tonight's beds agree with the formulas, held, closed and shared ones too`() throws {
        func period(_ bed: Int, _ status: BedStatus) throws {
            var period = BedStatusPeriod()
            period.bedId = fixture.beds[bed].id
            period.fromNight = fixture.today
            period.status = status
            _ = try fixture.insert(period)
        }
        try period(0, .held)
        try period(1, .held)
        try period(2, .outOfService)
        #expect(try page().beds == OccupancyFigures(bedsInService: 2, occupied: 1, held: 1))
        #expect(try page().beds.free == 0)
    }

    @Test func `what is due is counted and named by code`() throws {
        var stay = fixture.stay
        stay.plannedExitDate = fixture.today
        _ = try fixture.store.editStay(stay, by: fixture.caseworker)
        var consent = Consent()
        consent.personId = fixture.person.id
        consent.given = .yes
        consent.date = WorkFixture.day("2009-12-19")
        _ = try fixture.store.recordConsent(consent, by: fixture.caseworker)
        var assessment = RiskAssessment()
        assessment.caseId = fixture.file.id
        assessment.assessedOn = WorkFixture.day("2010-02-01")
        assessment.nextReviewDue = fixture.today
        _ = try fixture.store.assessRisk(assessment, items: [], by: fixture.caseworker)
        for (index, days) in [-10, -1, 0, 1, 7, 8].enumerated() {
            var followUp = FollowUp()
            followUp.personId = fixture.person.id
            followUp.homeId = fixture.home.id
            followUp.stayId = fixture.stay.id
            followUp.dayOffset = index
            followUp.dueOn = fixture.today.adding(days: days)
            _ = try fixture.insert(followUp)
        }
        let page = try page()
        #expect(page.exitsDue.rows.map(\.personCode) == ["AH001-0001"])
        #expect(page.overdue.count == 2)
        #expect(page.overdue.rows.map(\.date.iso) == ["2010-02-23", "2010-03-04"])
        #expect(page.dueToday.count == 1)
        #expect(page.dueSoon.count == 2)
        #expect(page.reviewsDue.rows.map(\.recordId) == [fixture.file.id])
        #expect(page.consentsExpiring.rows.map(\.date.iso) == ["2010-03-19"])
        var again = Consent()
        again.personId = fixture.person.id
        again.given = .yes
        again.date = fixture.today
        _ = try fixture.store.recordConsent(again, by: fixture.caseworker)
        #expect(try self.page().consentsExpiring == .none)
        var later = assessment
        later.assessedOn = fixture.today
        later.nextReviewDue = nil
        _ = try fixture.store.assessRisk(later, items: [], by: fixture.caseworker)
        #expect(try self.page().reviewsDue == .none, "only the latest assessment counts")
    }

    @Test func `a list stops at eight rows and still counts all`() throws {
        for index in 0..<20 {
            var followUp = FollowUp()
            followUp.personId = fixture.person.id
            followUp.homeId = fixture.home.id
            followUp.stayId = fixture.stay.id
            followUp.dayOffset = index
            followUp.dueOn = fixture.today.adding(days: -1 - index)
            _ = try fixture.insert(followUp)
        }
        let overdue = try page().overdue
        #expect(overdue.count == 20)
        #expect(overdue.rows.count == 8)
        #expect(overdue.rows.first?.date == fixture.today.adding(days: -20))
    }

    @Test func `a long or a quiet stay may have ended, as the occupancy figures count it`() throws {
        let person = try fixture.addPerson("AH001-0002")
        _ = try fixture.addStay(
            try fixture.addCase(person), bed: fixture.beds[1], from: "2009-12-05")
        let page = try page()
        #expect(page.missedExits.rows.map(\.personCode) == ["AH001-0002"])
        let rows = try fixture.store.occupancy(
            on: fixture.today, scope: .home(fixture.home.id), today: fixture.today)
        #expect(rows.map(\.alerts.possibleMissedExits) == [1])
    }

    @Test func `the handover counts what others did since I signed out, not what I did`() throws {
        let store = fixture.store
        try store.signOut(by: fixture.caseworker)
        _ = try store.moveBed(
            stayId: fixture.stay.id, to: fixture.beds[1].id, from: fixture.today,
            by: fixture.manager)
        _ = try store.moveBed(
            stayId: fixture.stay.id, to: fixture.beds[2].id, from: fixture.today,
            by: fixture.caseworker)
        _ = try store.exit(
            stayId: fixture.stay.id, Departure(date: fixture.today), by: fixture.manager)
        let handover = try #require(try page().handover)
        #expect(handover.moved == 1)
        #expect(handover.left == 1)
        #expect(handover.admitted == 0)
        #expect(try page(by: fixture.manager).handover == nil)
    }

    @Test func `drafts wait for their own user`() throws {
        let draft = Draft(
            form: "intake", title: "Intake", fields: [Draft.Text(field: "nameZh", text: "王")])
        try fixture.store.saveDraft(draft, by: fixture.caseworker)
        #expect(try page().drafts.map(\.title) == ["Intake"])
        #expect(try page(by: fixture.manager).drafts == [])
    }

    @Test func `another home's day is nobody's`() {
        #expect(
            refusal { try fixture.store.today(homeId: fixture.home.id, by: fixture.elsewhere) }
                == .noSuchRecord)
        #expect(
            refusal { try fixture.store.today(homeId: fixture.home.id, by: fixture.supervisor) }
                == .refused(.roleMayNot))
    }
}
