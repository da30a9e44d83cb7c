import Foundation
import GRDB
import Glibc
import Testing
import Vault

@testable import HomesCore

/// S1: what is written into the records can be read in no file that the program leaves, in no
/// writing. The same search finds all of it in an unsealed copy.
@Suite(.serialized) struct StoreCanaryTests {
    private static let women = 14

    private let fixture: AccessFixture
    private let store: HomesStore
    private let signed: Signed

    init() throws {
        fixture = try AccessFixture()
        (store, signed) = try fixture.opened(by: "li")
    }

    private var by: Signature { signed.signature }
    private var beds: [Bed] { fixture.house.beds }

    /// A woman with a mark in every text of her file.
    private func intake(_ marks: inout Canaries) -> Intake {
        var intake = Intake(bedId: beds[0].id)
        intake.person = marks.marked(intake.person)
        intake.contacts = [ContactKind.herself, .emergency].map { kind in
            var contact = marks.marked(Contact())
            contact.kind = kind
            return contact
        }
        intake.case = marks.marked(intake.case, except: ["caseCode"])
        intake.stay = marks.marked(intake.stay, except: ["destinationPlace", "exitInterview"])
        intake.risk = marks.marked(RiskAssessment())
        intake.riskItems = [marks.marked(RiskItem())]
        intake.consents = [marks.marked(Consent(), except: ["withdrawnHow"])]
        return intake
    }

    /// Everything that is done to a woman's file. Marks that are not there at the end any more
    /// come from `gone`.
    private func admit(_ marks: inout Canaries, _ gone: inout Canaries, _ number: Int) throws {
        let typed = intake(&marks)
        try store.saveDraft(
            Draft(
                form: "intake", title: "Intake",
                fields: [.init(field: "nameZh", text: gone.text())]), by: by)
        try store.discardDraft(userId: by.userId, form: "intake")
        let admission = try store.admit(typed, by: by)
        let person = admission.person
        try writeCasework(person, &marks)
        var session = marks.marked(CounsellingSession(), except: ["materialsGiven"])
        session.homeId = person.homeId
        session.date = by.today
        session.counsellorId = by.userId
        var attendance = Attendance()
        attendance.personId = person.id
        try store.recordSession(session, topics: [.papers], attendances: [attendance], by: by)
        // Changed and changed back: what it was for a moment is nowhere.
        var changed = person
        changed.skills = .said(gone.text())
        try store.editPerson(changed, by: by)
        if let offer = try store.lastUndoable(by: by) {
            try store.undo(operationId: offer.operationId, by: by)
        }
        if number % 4 == 0 {
            let contact = try store.addContact(
                marks.marked(with(Contact()) { $0.personId = person.id }), by: by)
            try store.void(table: Contact.table, id: contact.id, reason: gone.text(), by: by)
        }
        guard let stay = admission.stay else { return }
        if number == 1 {
            try store.planMigration(
                with(marks.marked(MigrationPlan(), except: ["checkInDays"])) {
                    $0.caseId = admission.case.id
                    $0.travelDate = by.today
                    $0.checkInDays = "1 3"
                }, by: by)
        }
        try arrivals(stay, &marks)
        try place(person, &marks)
        try share(admission, &marks)
        let departure = Departure(
            date: by.today, place: .said(marks.text()), note: marks.text())
        let outcome = try store.exit(stayId: stay.id, departure, by: by)
        for call in outcome.followUps.prefix(1) {
            var done = marks.marked(call)
            done.reached = .yes
            done.method = .phone
            var indicator = FollowUpIndicator()
            indicator.answer = .yes
            indicator.evidence = marks.text()
            try store.doFollowUp(done, indicators: [indicator], by: by)
        }
    }

    /// Somebody expected, turned away, come by; she is out, and hands things in.
    private func arrivals(_ stay: Stay, _ marks: inout Canaries) throws {
        try store.reserve(
            with(marks.marked(Reservation())) {
                $0.forNight = by.today
                $0.expiresAt = Reservation.defaultExpiry(
                    forNight: by.today, offsetMinutes: by.offsetMinutes)
            }, by: by)
        try store.recordTurnAway(
            with(marks.marked(TurnAway())) { $0.date = by.today }, by: by)
        try store.recordVisit(
            // Her own visit keeps no outsider's name.
            with(marks.marked(Visit(), except: ["outsiderName", "outsiderPhone"])) {
                $0.date = by.today
                $0.personId = stay.personId
            }, services: [.meal], by: by)
        try store.recordAbsence(
            with(marks.marked(Absence())) {
                $0.stayId = stay.id
                $0.fromDay = by.today
            }, by: by)
        let items = try store.takeBelongings(
            [marks.marked(Belonging(), except: ["givenBackTo"])], ofStay: stay.id, by: by)
        try store.returnBelongings(
            items.map(\.id), ofStay: stay.id, on: by.today, to: marks.text(), by: by)
    }

    /// Her indicators, plan, flags and notes.
    private func writeCasework(_ person: Person, _ marks: inout Canaries) throws {
        let file = try store.residentPage(person.id, by: by).cases[0]
        try store.assessIndicator(
            with(marks.marked(Indicator())) {
                $0.caseId = file.id
                $0.answer = .yes
                $0.assessedOn = by.today
            }, by: by)
        let goal = try store.planGoal(
            with(marks.marked(PlanGoal(), except: ["endReason"])) {
                $0.caseId = file.id
                $0.agreedOn = by.today
            }, by: by)
        try store.planAction(
            with(marks.marked(PlanAction())) { $0.goalId = goal.id }, by: by)
        let flag = try store.raiseFlag(
            with(marks.marked(PersonFlag(), except: ["resolution"])) { $0.personId = person.id },
            by: by)
        try store.resolveFlag(flag.id, resolution: marks.text(), by: by)
        try store.signNote(
            with(marks.marked(Note())) {
                $0.personId = person.id
                $0.date = by.today
            }, by: by)
    }

    private func place(_ person: Person, _ marks: inout Canaries) throws {
        let employer = try store.registerEmployer(
            with(marks.marked(Employer(), except: ["approvedReason"])) {
                $0.licenceSeenOn = by.today
            }, by: by)
        try store.approveEmployer(
            employer.id, status: .approved, reason: marks.text(), by: by,
            second: fixture.house.second)
        let offer = try store.recordOffer(
            with(marks.marked(JobOffer(), except: ["occupation"])) {
                $0.employerId = employer.id
                $0.offeredOn = by.today
                $0.occupation = "SEWING"
            }, by: by)
        var placement = marks.marked(Placement(), except: ["overrideReason"])
        placement.personId = person.id
        placement.offerId = offer.id
        placement.startDate = by.today
        try store.startPlacement(placement, by: by)
    }

    /// What leaves the home about her, what happened to her, and how her case is to end.
    private func share(_ admission: Admission, _ marks: inout Canaries) throws {
        let personId = admission.person.id
        let consent = try store.recordConsent(
            with(marks.marked(Consent(), except: ["withdrawnHow"])) {
                $0.personId = personId
                $0.purpose = .shareWith
                $0.given = .yes
                $0.date = by.today
            }, by: by)
        var referral = marks.marked(Referral(), except: ["toOrganisation", "feedback"])
        referral.personId = personId
        referral.toOrganisation = consent.shareWith ?? ""
        referral.sharesNeeds = .shared
        referral = try store.refer(referral, by: by)
        referral.feedback = marks.text()
        try store.answerReferral(referral, by: by)
        var incident = marks.marked(Incident(), except: ["closedReason"])
        incident.date = by.today
        var affected = IncidentPerson()
        affected.personId = personId
        let saved = try store.recordIncident(
            incident, people: [affected, marks.marked(IncidentPerson())], by: by)
        try store.editIncident(
            with(saved) {
                $0.status = .closed
                $0.closedReason = marks.text()
            }, by: by)
        try store.askClosure(
            with(marks.marked(ClosureRequest(), except: ["answerReason"])) {
                $0.caseId = admission.case.id
            }, by: by)
        try store.recordConsent(
            with(Consent()) {
                $0.personId = personId
                $0.purpose = .transferToHome
                $0.given = .yes
                $0.date = by.today
            }, by: by)
        let transfer = try store.proposeTransfer(
            with(marks.marked(Transfer(), except: ["answerReason"])) {
                $0.personId = personId
                $0.toHomeId = fixture.house.other.id
            }, by: by)
        try store.withdrawTransfer(transfer.id, by: by)
    }

    private func with<Value>(_ value: Value, _ change: (inout Value) -> Void) -> Value {
        var value = value
        change(&value)
        return value
    }

    /// The registry, the users and drafts.
    private func fillRest(_ marks: inout Canaries) throws {
        let (admin, signed) = try fixture.opened(by: "admin")
        var home = fixture.house.home
        home = marks.marked(home, except: ["nameEn", "nameZh"])
        try admin.editHome(home, by: signed.signature)
        var user = marks.marked(User())
        user.role = .caseworker
        try admin.addUser(
            user, homeIds: [home.id],
            second: PasswordProof(userId: fixture.house.manager.userId, at: HouseFixture.now),
            by: signed.signature)
        try store.holdBed(beds[3].id, from: by.today, reason: marks.text(), by: by)
        for form in ["intake", "exit", "session"] {
            let fields = (0..<4).map { Draft.Text(field: "note\($0)", text: marks.text()) }
            try store.saveDraft(Draft(form: form, title: "Form", fields: fields), by: by)
        }
        fixture.fail(marks.text())
    }

    /// Every file that is there: the programme's, and whatever is new where temporary files go.
    private func files(since start: Date) throws -> [String: Data] {
        var files = try TestFolder.contents(of: fixture.folder)
        for folder in Set(["/tmp", NSTemporaryDirectory(), "/var/tmp", "/dev/shm"]) {
            for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
                let path = folder + "/" + name
                guard path != fixture.folder,
                    let attributes = try? FileManager.default.attributesOfItem(atPath: path),
                    attributes[.type] as? FileAttributeType == .typeRegular,
                    (attributes[.modificationDate] as? Date ?? start) >= start,
                    (attributes[.size] as? Int ?? 0) < 32 << 20
                else { continue }
                files[path] = FileManager.default.contents(atPath: path)
            }
        }
        return files
    }

    @Test func `five hundred canaries are in no file, in no writing, and all in an unsealed copy`()
        throws
    {
        let start = Date()
        var marks = Canaries()
        var gone = Canaries()
        for number in 0..<Self.women { try admit(&marks, &gone, number) }
        try fillRest(&marks)
        var intake = Intake(bedId: nil)
        intake.person.nameZh = .said(gone.text())
        _ = try store.possibleDuplicates(of: intake.person, by: by)
        var looks = 0
        func look(_ what: String, at files: [String: Data]) {
            #expect(!files.isEmpty)
            for (name, bytes) in files {
                looks += 1
                #expect(!marks.isIn(bytes) && !gone.isIn(bytes), "\(name), \(what)")
            }
        }
        look("afterwards", at: try files(since: start))

        // In the middle of a change that the cache cannot hold.
        try store.queue.inDatabase { db in
            try db.execute(sql: "PRAGMA cache_size = 5")
            try db.inTransaction {
                try db.execute(sql: "UPDATE person SET skills = skills || ' again'")
                try db.execute(sql: "UPDATE contact SET relation = relation || ' again'")
                let open = try files(since: start)
                #expect(open.keys.contains { $0.hasSuffix("-journal") })
                look("in a transaction", at: open)
                return .rollback
            }
        }

        // A backup and its keys.
        let keys = try #require(store.keys)
        let target = fixture.folder + "/backup.sqlite"
        _ = try store.keyFile.backUp(
            to: target, using: keys, storage: try keys.storage())
        let backup = try files(since: start).filter { $0.key.hasPrefix("backup") }
        #expect(backup.count == 2)
        look("in a backup", at: backup)

        // The negative control: an unsealed copy.
        let plain = fixture.folder + "/plain.sqlite"
        try store.queue.backup(to: try DatabaseQueue(path: plain))
        let bytes = try Data(contentsOf: URL(fileURLWithPath: plain))
        let found = Set(marks.found(in: bytes))
        let missed = marks.given.dropLast().filter { !found.contains($0) }
        print(
            "S1: \(marks.given.count + gone.given.count) canaries in \(looks) files, none found; "
                + "\(found.count) of \(marks.given.count) in an unsealed copy")
        #expect(marks.given.count + gone.given.count >= 500 && marks.isIn(bytes))
        // Where she went and where she goes, and what the journal alone says about her, have a seal
        // of their own.
        #expect(missed.count < 24)
    }

    @Test func `the search knows every writing`() {
        var marks = Canaries()
        let text = "before " + marks.text() + " after"
        let bytes = Data(text.utf8)
        let hexadecimal = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        var writings = [
            bytes, Data(text.uppercased().utf8), Data(hexadecimal.utf8),
            Data(hexadecimal.uppercased().utf8),
            text.data(using: .utf16LittleEndian) ?? Data(),
            text.data(using: .utf16BigEndian) ?? Data(),
            Data(marks.phone().utf8), Data(marks.identityNumber().utf8),
        ]
        for shift in 0..<3 {
            writings.append((Data(repeating: 32, count: shift) + bytes).base64EncodedData())
        }
        let found = writings.count { marks.isIn($0) }
        print("S1, negative control: \(found) of \(writings.count) writings found")
        #expect(found == writings.count && !marks.isIn(Data("nothing of the kind".utf8)))
    }
}
