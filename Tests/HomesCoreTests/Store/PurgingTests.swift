import Foundation
import GRDB
import Testing

@testable import HomesCore

/// P3: a purge destroys. What was written about her is in no file afterwards, the figures are what
/// they were, the journal verifies, and a tombstone with counts remains.
@Suite struct PurgingTests {
    private let house: HouseFixture
    private var store: HomesStore { house.store }

    init() throws { house = try HouseFixture() }

    private var later: Signature {
        var signature = house.manager
        signature.at = Instant(HouseFixture.day("2014-03-05"), hour: 10)
        return signature
    }

    private func proof(_ signature: Signature) -> PasswordProof {
        PasswordProof(userId: signature.userId, at: later.at)
    }

    private func purge(
        _ id: String, _ reason: PurgeReason = .timeIsOver, second: Signature? = nil,
        by signature: Signature? = nil
    ) throws -> Tombstone {
        try store.purgePerson(
            id, reason: reason, own: proof(house.manager),
            second: proof(second ?? house.supervisor), by: signature ?? later)
    }

    /// A woman with a mark in every text of her file, gone and closed. Her child has her own file.
    private func file(_ marks: inout Canaries, closed: Bool = true) throws -> Person {
        var intake = Intake(bedId: house.beds[0].id)
        intake.person = marks.marked(intake.person)
        intake.contacts = [marks.marked(Contact())]
        intake.case = marks.marked(intake.case, except: ["caseCode"])
        intake.stay = marks.marked(intake.stay, except: ["destinationPlace", "exitInterview"])
        intake.stay.entryDate = HouseFixture.day("2007-02-01")
        intake.risk = marks.marked(RiskAssessment())
        intake.riskItems = [marks.marked(RiskItem())]
        intake.consents = [marks.marked(Consent(), except: ["withdrawnHow"])]
        let by = house.worker
        let admitted = try store.admit(intake, by: by)
        let person = admitted.person
        for kind in [SessionKind.individual, .group] {
            var session =
                kind == .individual
                ? marks.marked(CounsellingSession(), except: ["materialsGiven"])
                : CounsellingSession()
            session.kind = kind
            session.homeId = person.homeId
            session.date = house.today
            session.counsellorId = by.userId
            var attendance = Attendance()
            attendance.personId = person.id
            try store.recordSession(session, topics: [.papers], attendances: [attendance], by: by)
        }
        var edited = try store.residentPage(person.id, by: by).person
        edited.skills = .said(marks.text())
        try store.editPerson(edited, by: by)
        let contact = try store.residentPage(person.id, by: by).contacts[0].contact
        try store.saveDraft(
            Draft(
                form: "contact", recordId: person.id + "/" + contact.id, title: person.personCode,
                fields: [.init(field: "record.name", text: marks.text())]), by: by)
        try casework(admitted, &marks)
        try store.exit(
            stayId: try house.stay(admitted).id,
            Departure(
                date: house.today, place: .said(marks.text()), note: marks.text()), by: by)
        if closed { try close(person) }
        return person
    }

    /// What the other parts of the work keep about her.
    private func casework(_ admitted: Admission, _ marks: inout Canaries) throws {
        let by = house.worker
        var note = marks.marked(Note())
        note.personId = admitted.person.id
        note.date = house.today
        try store.signNote(note, by: by)
        var flag = marks.marked(PersonFlag())
        flag.personId = admitted.person.id
        flag.raisedOn = house.today
        try store.raiseFlag(flag, by: by)
        var indicator = marks.marked(Indicator())
        indicator.caseId = admitted.case.id
        indicator.answer = .yes
        indicator.assessedOn = house.today
        try store.assessIndicator(indicator, by: by)
        var thing = marks.marked(Belonging(), except: ["receiptNumber", "givenBackTo"])
        thing.handedInOn = house.today
        try store.takeBelongings([thing], ofStay: try house.stay(admitted).id, by: by)
        var incident = marks.marked(Incident(), except: ["closedReason"])
        incident.date = house.today
        incident.reportedOn = house.today
        var affected = IncidentPerson()
        affected.personId = admitted.person.id
        var alleged = IncidentPerson()
        alleged.part = .alleged
        alleged.description = marks.text()
        try store.recordIncident(incident, people: [affected, alleged], by: by)
        var visit = marks.marked(Visit())
        visit.date = house.today
        visit.personId = admitted.person.id
        try store.recordVisit(visit, services: [], by: by)
    }

    /// Closes her one case.
    private func close(_ person: Person) throws {
        let file = try #require(try store.residentPage(person.id, by: house.manager).cases.first)
        var request = ClosureRequest()
        request.caseId = file.id
        request.reason = .goalsMet
        request.closeOn = house.today
        try store.closeCase(request, by: house.manager)
    }

    /// Every byte of the file, unsealed.
    private func bytes() throws -> Data {
        let folder = NSTemporaryDirectory() + "/purge-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/plain.sqlite"
        try store.queue.backup(to: try DatabaseQueue(path: path))
        return try Data(contentsOf: URL(fileURLWithPath: path))
    }

    private func figures() throws -> [String] {
        let quarter = try #require(
            ReportPeriod(
                first: HouseFixture.day("2007-01-01"), last: HouseFixture.day("2007-03-31")))
        return try ["2007-02-10", "2007-03-04", "2007-03-05"].flatMap { night in
            try store.occupancy(
                on: HouseFixture.day(night), today: HouseFixture.day("2014-03-05")
            ).map { "\($0.code) \($0.occupants) \($0.figures) \($0.sparkline)" }
        }
            + (try store.utilisation(quarter).map { "\($0)" })
            + ["\(try house.count("SELECT count(*) FROM attendance WHERE voidedAt IS NULL"))"]
            + ["\(try house.count("SELECT count(*) FROM sessionTopic WHERE voidedAt IS NULL"))"]
    }

    @Test func `nothing of her is in the file afterwards, and the figures are what they were`()
        throws
    {
        var marks = Canaries()
        var others = Canaries()
        let person = try file(&marks)
        let other = try house.admit(others.text(), bed: 1)
        let before = try figures()
        let found = Set(marks.found(in: try bytes())).count
        #expect(found > 20)
        let stone = try purge(person.id)
        let after = try bytes()
        let left = marks.found(in: after)
        #expect(!marks.isIn(after), "\(left)")
        #expect(others.isIn(after))
        for (old, new) in zip(before, try figures()) { #expect(new == old) }
        let counts = try store.read {
            try $0.fetchValid(TombstoneCount.self, "tombstoneId = ?", [stone.id])
        }
        print(
            "P3: \(marks.given.count) marks, \(found) in the file before, \(left.count) after; "
                + counts.map { "\($0.kind) \($0.destroyed)/\($0.emptied)" }.joined(separator: ", "))
        #expect(counts.contains { $0.kind == Contact.table && $0.destroyed == 1 })
        #expect(counts.contains { $0.kind == Stay.table && $0.emptied == 1 })
        #expect(stone.purgedOn == HouseFixture.day("2014-03-05"))
        #expect(stone.secondBy == house.supervisor.userId)
        #expect(try store.proveJournals().faults.isEmpty)
        #expect(try store.check().isEmpty)
        #expect(refusal { try store.residentPage(person.id, by: later) } == .noSuchRecord)
        #expect(
            refusal {
                try store.unsealPerson(
                    person.personCode, reason: "look", second: proof(house.supervisor), by: later)
            } == .noSuchRecord)
        #expect(
            refusal { try store.residentPage(other.person.id, by: house.worker) } == nil)
        #expect(try store.tombstones(homeId: house.home.id, by: later).count == 1)
        #expect(try house.count("SELECT count(*) FROM purging") == 0)
    }

    @Test func `a purge that forgot a column would be noticed`() throws {
        var marks = Canaries()
        let person = try file(&marks)
        _ = try purge(person.id)
        #expect(!marks.isIn(try bytes()))
        let mark = try #require(marks.given.first)
        try store.queue.inDatabase { db in
            try db.execute(
                sql: "UPDATE person SET dialect = ? WHERE id = ?", arguments: [mark, person.id])
        }
        #expect(marks.isIn(try bytes()))
    }

    @Test func `a merged file is destroyed with the one it became a part of`() throws {
        var marks = Canaries()
        let person = try file(&marks)
        var intake = house.intake(
            marks.text(), from: HouseFixture.day("2006-01-01"), bed: house.beds[2])
        intake.person.alias = .said(marks.text())
        let old = try store.admit(intake, by: house.worker)
        try store.exit(
            stayId: try house.stay(old).id, Departure(date: HouseFixture.day("2006-01-09")),
            by: house.worker)
        try close(old.person)
        try store.mergePersons(keeping: person.id, old.person.id, by: house.manager)
        _ = try purge(person.id)
        #expect(!marks.isIn(try bytes()))
        #expect(
            try house.count("SELECT count(*) FROM person WHERE id = ?", [old.person.id]) == 0)
        #expect(try store.check().isEmpty)
    }

    @Test func `two persons, in time, and nothing that is open or held`() throws {
        var marks = Canaries()
        let person = try file(&marks, closed: false)
        #expect(refusal { try purge(person.id) } == .refused(.fileNotClosed))
        try close(person)
        #expect(
            refusal { try purge(person.id, second: house.manager) } == .refused(.needsTwoPersons))
        #expect(
            refusal { try purge(person.id, second: house.worker) } == .refused(.needsTwoPersons))
        #expect(refusal { try purge(person.id, by: house.worker) } == .refused(.roleMayNot))
        #expect(refusal { try purge(person.id, by: house.manager) } == .refused(.passwordNeeded))
        var early = later
        early.at = Instant(HouseFixture.day("2014-03-04"), hour: 10)
        let now = PasswordProof(userId: house.manager.userId, at: early.at)
        let second = PasswordProof(userId: house.supervisor.userId, at: early.at)
        func asked(_ reason: PurgeReason) -> StoreError? {
            refusal {
                try store.purgePerson(
                    person.id, reason: reason, own: now, second: second, by: early)
            }
        }
        #expect(asked(.timeIsOver) == .refused(.notYetDue))
        let list = try store.purgeList(homeId: house.home.id, by: later).rows
        #expect(list.map(\.personId) == [person.id])
        #expect(list[0].isDue(on: later.today) && !list[0].isDue(on: early.today))
        try store.holdFile(person.id, reason: "a court asks for it", by: later)
        #expect(refusal { try purge(person.id) } == .refused(.fileIsHeld))
        #expect(asked(.herWish) == .refused(.fileIsHeld))
        try store.liftHold(of: person.id, reason: "the court has decided", by: later)
        #expect(
            refusal { try store.liftHold(of: person.id, reason: "again", by: later) }
                == .refused(.notHeld))
        // She may ask for it before.
        #expect(asked(.herWish) == nil)
        let after = try store.purgeList(homeId: house.home.id, by: later)
        #expect(after.rows.isEmpty && after.sealedDue == 0)
        #expect(refusal { try purge(person.id) } == .noSuchRecord)
        #expect(try store.lastUndoable(by: house.manager) == nil)
    }

    @Test func `what is due stands on the manager's day, a sealed one is counted`() throws {
        var marks = Canaries()
        let person = try file(&marks)
        func due(_ signature: Signature) throws -> Int {
            try store.today(homeId: house.home.id, by: signature).filesDue
        }
        var early = later
        early.at = Instant(HouseFixture.day("2014-03-04"), hour: 10)
        let list = try store.purgeList(homeId: house.home.id, by: later)
        let day = try #require(list.rows.first).line.clock.dueOn
        for (days, count) in [(-1, 0), (0, 1), (1, 1)] {
            var signature = later
            signature.at = Instant(day.adding(days: days), hour: 10)
            #expect(try due(signature) == count, "\(days)")
        }
        var worker = house.worker
        worker.at = later.at
        #expect(try due(worker) == 0)
        try store.holdFile(person.id, reason: "a court asks for it", by: later)
        #expect(try due(later) == 0)
        try store.liftHold(of: person.id, reason: "decided", by: later)
        try store.sealPerson(person.id, reason: "her husband asks everywhere", by: later)
        let sealed = try store.purgeList(homeId: house.home.id, by: later)
        #expect(sealed.rows.isEmpty && sealed.sealedDue == 1)
        #expect(try due(later) == 0)
    }

    @Test func `no row is deleted but by a purge, and no purge is left standing`() throws {
        var marks = Canaries()
        let person = try file(&marks)
        for table in ["contact", "consent", "stay", "bedAssignment", "riskItem", "retentionHold"] {
            #expect(throws: DatabaseError.self, "\(table)") {
                try store.queue.inDatabase {
                    try $0.execute(sql: "INSERT INTO purging VALUES ('somebody else', 1)")
                    try $0.execute(sql: "DELETE FROM \"\(table)\"")
                }
            }
        }
        #expect(throws: DatabaseError.self) {
            try store.queue.inDatabase { db in
                try db.inTransaction {
                    try db.execute(
                        sql: "INSERT INTO purging VALUES (?, 1)", arguments: [person.id])
                    try db.execute(
                        sql: "DELETE FROM consent WHERE personId = ?", arguments: [person.id])
                    return .commit
                }
            }
        }
        #expect(try house.count("SELECT count(*) FROM consent") > 0)
    }
}
