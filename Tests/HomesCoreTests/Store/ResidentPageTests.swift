import GRDB
import Testing

@testable import HomesCore

@Suite struct ResidentPageTests {
    let fixture: WorkFixture

    init() throws { fixture = try WorkFixture() }

    @Test func `the page shows everything recorded, and the journal knows who looked`() throws {
        let store = fixture.store
        let employer = try fixture.addEmployer()
        let offer = try store.recordOffer(
            fixture.goodOffer(of: employer), by: fixture.caseworker)
        var placement = Placement()
        placement.personId = fixture.person.id
        placement.offerId = offer.id
        placement.startDate = WorkFixture.day("2010-02-20")
        _ = try store.startPlacement(placement, by: fixture.caseworker)
        var session = CounsellingSession()
        session.homeId = fixture.home.id
        session.date = fixture.today
        session.counsellorId = fixture.caseworker.userId
        var attendance = Attendance()
        attendance.personId = fixture.person.id
        _ = try store.recordSession(
            session, topics: [.papers], attendances: [attendance], by: fixture.caseworker)
        _ = try store.answerChecklist(
            caseId: fixture.file.id, answers: [.originalID: .no], by: fixture.caseworker)
        _ = try store.moveBed(
            stayId: fixture.stay.id, to: fixture.beds[2].id, from: WorkFixture.day("2010-03-03"),
            by: fixture.caseworker)
        var assessment = RiskAssessment()
        assessment.caseId = fixture.file.id
        assessment.assessedOn = fixture.today
        _ = try store.assessRisk(assessment, items: [], by: fixture.caseworker)
        var consent = Consent()
        consent.personId = fixture.person.id
        consent.given = .yes
        consent.date = fixture.today
        _ = try store.recordConsent(consent, by: fixture.caseworker)

        let page = try store.residentPage(fixture.person.id, by: fixture.caseworker)
        #expect(page.person.nameZh == .said("王小明"))
        #expect(page.age?.years == 24)
        #expect(page.cases.map(\.id) == [fixture.file.id])
        #expect(page.openStay?.nights == 4)
        #expect(
            page.openStay?.beds.map(\.label.english) == ["Room 2 · Bed 1", "Room 2 · Bed 3"])
        #expect(page.sessions.map(\.topics) == [[.papers]])
        #expect(page.coverage.keys.sorted { $0.number < $1.number } == [.papers])
        #expect(page.checklist == [.originalID: .no])
        #expect(!page.readiness.isReady)
        #expect(page.readiness.refusedItems == [.originalID])
        #expect(!page.readiness.missingTopics.contains(.papers))
        #expect(page.openPlacement?.employer.org_Name == "光明服装厂")
        #expect(page.openPlacement?.checks.map(\.ruleNumber).first == 1)
        #expect(page.followUps.map(\.followUp.dayOffset) == [3, 7, 30, 90, 180])
        #expect(page.followUps.first?.state == .overdue(days: 10))
        #expect(page.followUps.first?.escalation == .manager)
        #expect(page.risks.count == 1)
        #expect(page.consents.map(\.state.isInForce) == [true])
        #expect(page.staff[fixture.caseworker.userId] == "LI")
        #expect(page.openAlerts == [])
        #expect(try fixture.journal(.showPerson) == ["show person"])
    }

    @Test func `another home's, a voided and no record at all are the same answer`() throws {
        let voided = try fixture.addPerson("AH001-0009")
        try fixture.store.void(
            table: "person", id: voided.id, reason: "twice", by: fixture.caseworker)
        let hers = try fixture.addPerson("AH002-0001", home: fixture.otherHome)
        for id in [voided.id, hers.id, "", "00000000-0000-7000-8000-00000000ffff"] {
            let error = refusal {
                try fixture.store.residentPage(id, by: fixture.caseworker)
            }
            #expect(error == .noSuchRecord)
            #expect(error?.phrase == StoreError.noSuchRecord.phrase)
            for signature in [fixture.supervisor, fixture.officer] {
                #expect(
                    refusal { try fixture.store.residentPage(id, by: signature) }
                        == .refused(.roleMayNot))
            }
        }
        #expect(try fixture.journal(.showPerson) == [])
    }

    @Test func `without a journal entry nothing is shown`() throws {
        try fixture.store.read { db in
            try db.execute(
                sql: """
                    CREATE TRIGGER noShow BEFORE INSERT ON audit WHEN NEW.action = 'show'
                    BEGIN SELECT RAISE(ABORT, 'homes:journalIsAppendOnly'); END
                    """)
        }
        let blocked = StoreError.refused(.journalIsAppendOnly)
        #expect(
            refusal { try fixture.store.residentPage(fixture.person.id, by: fixture.caseworker) }
                == blocked)
        #expect(
            refusal {
                try fixture.store.topicCoverage(
                    personId: fixture.person.id, by: fixture.caseworker)
            } == blocked)
    }
}
