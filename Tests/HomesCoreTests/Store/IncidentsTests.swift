import GRDB
import Testing

@testable import HomesCore

/// Incidents of a home: residents by record, outsiders by description, no word of it in a list.
@Suite struct IncidentsTests {
    private let fixture: WorkFixture
    private var store: HomesStore { fixture.store }

    init() throws { fixture = try WorkFixture() }

    private func incident(_ kind: IncidentClass = .violence) -> Incident {
        var incident = Incident()
        incident.date = fixture.today.adding(days: -1)
        incident.`class` = kind
        incident.gbvType = .physicalAssault
        incident.whatHappened = "pushed at the gate"
        return incident
    }

    private func resident(_ part: IncidentPart = .affected, _ id: String? = nil) -> IncidentPerson {
        var person = IncidentPerson()
        person.personId = id ?? fixture.person.id
        person.part = part
        return person
    }

    private func outsider(_ text: String) -> IncidentPerson {
        var person = IncidentPerson()
        person.part = .alleged
        person.description = text
        return person
    }

    @Test func `recorded, listed by codes, followed up and closed with a reason`() throws {
        var saved = try store.recordIncident(
            incident(), people: [resident(), outsider("a man with a red motorcycle")],
            by: fixture.caseworker)
        #expect(saved.homeId == fixture.home.id && saved.reportedOn == fixture.today)
        let rows = try store.incidents(homeId: fixture.home.id, by: fixture.caseworker)
        #expect(rows.map(\.codes) == [["AH001-0001"]])
        #expect(!"\(rows)".contains("pushed") && !"\(rows)".contains("motorcycle"))
        let day = try store.today(homeId: fixture.home.id, by: fixture.caseworker).sharing
        #expect(day.incidents.map(\.id) == [saved.id])
        saved.status = .closed
        #expect(
            refusal { try store.editIncident(saved, by: fixture.caseworker) }
                == .refused(.reasonMissing))
        saved.closedReason = "police report made"
        let closed = try store.editIncident(saved, by: fixture.manager)
        #expect(closed.closedOn == fixture.today)
        #expect(
            try store.today(homeId: fixture.home.id, by: fixture.caseworker).sharing.incidents
                .isEmpty)
        let page = try store.incident(saved.id, by: fixture.caseworker)
        #expect(page.people.map(\.personCode) == ["AH001-0001", nil])
        #expect(page.incident.closedReason == "police report made")
        let hers = try store.residentPage(fixture.person.id, by: fixture.caseworker)
        #expect(hers.sharing.incidents.map(\.part) == [.affected])
    }

    @Test func `the first of six questions that is yes is the type, and none is asked after it`() {
        for (index, type) in GBVType.asked.enumerated() {
            let answers = Array(repeating: YesNo.no, count: index) + [.yes]
            #expect(GBVType.classify(answers) == type)
            let declined = Array(repeating: YesNo.no, count: index) + [.prefersNot]
            #expect(GBVType.classify(declined) == .prefersNot)
            #expect(GBVType.classify(answers + [.yes]) == type)
        }
        #expect(GBVType.classify(Array(repeating: .no, count: 6)) == .none)
        #expect(GBVType.classify([.no, .no]) == .notCollected)
        #expect(GBVType.asked.map(\.rawValue).first == "RAPE" && GBVType.asked.count == 6)
    }

    @Test func `the questions are kept only where they can apply`() throws {
        let kept = try store.recordIncident(
            incident(.recruiterAtDoor), people: [], by: fixture.caseworker)
        #expect(kept.gbvType == nil)
        var applying = 0
        for kind in IncidentClass.allCases where kind.asksAboutViolence {
            let made = try store.recordIncident(
                incident(kind), people: [], by: fixture.caseworker)
            #expect(made.gbvType == .physicalAssault)
            applying += 1
        }
        #expect(applying == 5)
    }

    @Test func `somebody missing is named, once, and is of this home`() throws {
        let nobody = refusal {
            try store.recordIncident(
                incident(.missingResident), people: [], by: fixture.caseworker)
        }
        #expect(nobody == .refused(.residentMissing))
        let twice = refusal {
            try store.recordIncident(
                incident(), people: [resident(), resident(.present)], by: fixture.caseworker)
        }
        #expect(twice == .refused(.duplicateValue))
        let stranger = try fixture.addPerson("AH002-0001", home: fixture.otherHome)
        let other = refusal {
            try store.recordIncident(
                incident(), people: [resident(.affected, stranger.id)], by: fixture.caseworker)
        }
        #expect(other == .noSuchRecord)
        var late = incident()
        late.date = fixture.today.adding(days: 1)
        #expect(
            refusal { try store.recordIncident(late, people: [], by: fixture.caseworker) }
                == .refused(.dateInFuture))
    }

    @Test func `another home's, a sealed woman's and none at all are answered alike`() throws {
        let saved = try store.recordIncident(
            incident(), people: [resident()], by: fixture.caseworker)
        let dead = "00000000-0000-7000-8000-00000000dead"
        #expect(refusal { try store.incident(saved.id, by: fixture.elsewhere) } == .noSuchRecord)
        #expect(refusal { try store.incident(dead, by: fixture.elsewhere) } == .noSuchRecord)
        #expect(
            refusal { try store.incident(saved.id, by: fixture.supervisor) }
                == .refused(.roleMayNot))
        try store.sealPerson(fixture.person.id, reason: "threat", by: fixture.manager)
        #expect(refusal { try store.incident(saved.id, by: fixture.manager) } == .noSuchRecord)
        #expect(try store.incidents(homeId: fixture.home.id, by: fixture.manager).isEmpty)
    }

    @Test func `an employer's page counts its incidents, in numbers alone`() throws {
        let employer = try fixture.addEmployer()
        var abuse = incident(.workplaceAbuse)
        abuse.employerId = employer.id
        try store.recordIncident(abuse, people: [resident()], by: fixture.caseworker)
        let figures = try store.incidents(ofEmployer: employer.id, by: fixture.supervisor)
        #expect(figures == EmployerIncidents(count: 1, open: 1, last: abuse.date))
    }

    @Test func `what the journal keeps of it is under her key, and it is voided with its people`()
        throws
    {
        let saved = try store.recordIncident(
            incident(), people: [resident(), outsider("a man")], by: fixture.caseworker)
        var changed = saved
        changed.whatHappened = "pushed twice"
        try store.editIncident(changed, by: fixture.caseworker)
        let plain = try store.read {
            try Int.fetchOne(
                $0, sql: "SELECT count(*) FROM audit WHERE \"new\" LIKE '%pushed%'")
        }
        #expect(plain == 0)
        try store.void(
            table: Incident.table, id: saved.id, reason: "twice", by: fixture.caseworker)
        #expect(try store.incidents(homeId: fixture.home.id, by: fixture.caseworker).isEmpty)
        let offer = try #require(try store.lastUndoable(by: fixture.caseworker))
        try store.undo(operationId: offer.operationId, by: fixture.caseworker)
        #expect(try store.incident(saved.id, by: fixture.caseworker).people.count == 2)
    }
}
