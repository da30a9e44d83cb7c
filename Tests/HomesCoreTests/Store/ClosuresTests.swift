import GRDB
import Testing

@testable import HomesCore

/// A case closes when its manager approves, and opens again by her.
@Suite struct ClosuresTests {
    private let fixture: WorkFixture
    private var store: HomesStore { fixture.store }

    init() throws { fixture = try WorkFixture() }

    private func request(_ reason: ClosureReason = .placedAndStable) -> ClosureRequest {
        var request = ClosureRequest()
        request.caseId = fixture.file.id
        request.reason = reason
        request.note = "she has a room"
        return request
    }

    private func file() throws -> Case {
        try #require(try store.read { try $0.fetch(Case.self, id: fixture.file.id) })
    }

    @Test func `the caseworker asks, the manager sees it on her day and approves`() throws {
        let asked = try store.askClosure(request(), by: fixture.caseworker)
        #expect(asked.askedOn == fixture.today && asked.closeOn == fixture.today)
        #expect(try !file().cas_Status.isClosed)
        #expect(
            refusal { try store.askClosure(request(), by: fixture.caseworker) }
                == .refused(.closureAsked))
        let day = try store.today(homeId: fixture.home.id, by: fixture.manager).sharing
        #expect(day.closures.rows.map(\.recordId) == [asked.id])
        #expect(
            try store.today(homeId: fixture.home.id, by: fixture.caseworker).sharing.closures.count
                == 0)
        #expect(
            refusal { try store.answerClosure(asked.id, by: fixture.caseworker) }
                == .refused(.roleMayNot))
        let closed = try store.answerClosure(asked.id, by: fixture.manager)
        #expect(closed.cas_Status == .closed && closed.cas_ReasonForCaseClosure == .placedAndStable)
        #expect(closed.closureApprovedBy == fixture.manager.userId)
        #expect(closed.dateClosure == fixture.today)
        #expect(
            refusal { try store.answerClosure(asked.id, by: fixture.manager) }
                == .refused(.closureAnswered))
        #expect(
            refusal { try store.askClosure(request(), by: fixture.manager) }
                == .refused(.caseClosedAlready))
    }

    @Test func `refused with a reason it stays open and may be asked again`() throws {
        let asked = try store.askClosure(request(), by: fixture.caseworker)
        #expect(
            refusal { try store.answerClosure(asked.id, refusal: " ", by: fixture.manager) }
                == .refused(.reasonMissing))
        let file = try store.answerClosure(
            asked.id, refusal: "call her once more", by: fixture.manager)
        #expect(!file.cas_Status.isClosed)
        let page = try store.residentPage(fixture.person.id, by: fixture.caseworker)
        #expect(page.sharing.closures.first?.answerReason == "call her once more")
        try store.askClosure(request(), by: fixture.caseworker)
    }

    @Test func `a manager closes directly; a referral elsewhere says so; she opens it again`()
        throws
    {
        #expect(
            refusal { try store.closeCase(request(), by: fixture.caseworker) }
                == .refused(.roleMayNot))
        let closed = try store.closeCase(request(.referredElsewhere), by: fixture.manager)
        #expect(closed.cas_Status == .closedReferred)
        #expect(
            refusal { try store.reopenCase(closed.id, reason: "x", by: fixture.caseworker) }
                == .refused(.roleMayNot))
        #expect(
            refusal { try store.reopenCase(closed.id, reason: "", by: fixture.manager) }
                == .refused(.reasonMissing))
        let open = try store.reopenCase(closed.id, reason: "she came back", by: fixture.manager)
        #expect(open.cas_Status == .active && open.closureApprovedBy == nil)
        #expect(open.dateClosure == nil && open.cas_ReasonForCaseClosure == nil)
        #expect(
            refusal { try store.reopenCase(closed.id, reason: "x", by: fixture.manager) }
                == .refused(.caseNotClosed))
    }

    @Test func `what is still open is listed and blocks nothing`() throws {
        let open = try store.residentPage(fixture.person.id, by: fixture.caseworker).sharing.open
        #expect(open.map(\.kind) == [.stay])
        #expect(open.first?.date == WorkFixture.day("2010-03-01"))
        let employer = try fixture.addEmployer()
        let offer = try store.recordOffer(
            fixture.goodOffer(of: employer), by: fixture.caseworker)
        var placement = Placement()
        placement.personId = fixture.person.id
        placement.offerId = offer.id
        placement.startDate = fixture.today
        try store.startPlacement(placement, by: fixture.caseworker)
        var incident = Incident()
        incident.date = fixture.today
        var part = IncidentPerson()
        part.personId = fixture.person.id
        try store.recordIncident(incident, people: [part], by: fixture.caseworker)
        let more = try store.residentPage(fixture.person.id, by: fixture.caseworker).sharing.open
        #expect(more.map(\.kind) == [.stay, .followUps, .placement, .incidents])
        #expect(more.first { $0.kind == .followUps }?.count == 5)
        try store.closeCase(request(), by: fixture.manager)
    }

    @Test func `a closure and a reopening are undone by who did them`() throws {
        let asked = try store.askClosure(request(), by: fixture.caseworker)
        try store.answerClosure(asked.id, by: fixture.manager)
        let offer = try #require(try store.lastUndoable(by: fixture.manager))
        #expect(offer.operation == .answerClosure)
        try store.undo(operationId: offer.operationId, by: fixture.manager)
        #expect(try !file().cas_Status.isClosed)
        let closed = try store.answerClosure(asked.id, by: fixture.manager)
        try store.reopenCase(closed.id, reason: "too early", by: fixture.manager)
        let again = try #require(try store.lastUndoable(by: fixture.manager))
        try store.undo(operationId: again.operationId, by: fixture.manager)
        #expect(try file().cas_Status == .closed)
    }

    @Test func `the schema closes nothing without approval`() throws {
        #expect(throws: DatabaseError.self) {
            try store.queue.inDatabase {
                try $0.execute(sql: "UPDATE \"case\" SET cas_Status = 'Closed'")
            }
        }
    }
}
