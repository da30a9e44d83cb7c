import Foundation
import GRDB
import Testing

@testable import HomesCore

/// P3 where others are concerned: a mother who went to another home with her child, and words that
/// are in another woman's file as well.
@Suite struct PurgingOthersTests {
    private let house: HouseFixture
    private var store: HomesStore { house.store }

    init() throws { house = try HouseFixture() }

    private func eightYearsOn(_ signature: Signature) -> Signature {
        var later = signature
        later.at = Instant(HouseFixture.day("2015-03-05"), hour: 10)
        return later
    }

    private func purge(_ id: String, by manager: Signature) throws -> Tombstone {
        let later = eightYearsOn(manager)
        return try store.purgePerson(
            id, reason: .timeIsOver, own: PasswordProof(userId: manager.userId, at: later.at),
            second: PasswordProof(userId: house.supervisor.userId, at: later.at), by: later)
    }

    private func close(_ id: String, by manager: Signature) throws {
        let file = try #require(try store.residentPage(id, by: manager).cases.first)
        var request = ClosureRequest()
        request.caseId = file.id
        request.reason = .goalsMet
        request.closeOn = house.today
        try store.closeCase(request, by: manager)
    }

    /// Every byte of the file, unsealed.
    private func bytes() throws -> Data {
        let path = NSTemporaryDirectory() + "/purge-others-" + UUID().uuidString + ".sqlite"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try store.queue.backup(to: try DatabaseQueue(path: path))
        return try Data(contentsOf: URL(fileURLWithPath: path))
    }

    @Test func `of a mother who was transferred nothing is left in either home, her child stays`()
        throws
    {
        var marks = Canaries()
        var intake = house.intake(
            marks.text(), from: HouseFixture.day("2007-02-20"), bed: house.beds[0])
        intake.person = marks.marked(intake.person)
        intake.stay = marks.marked(intake.stay, except: ["destinationPlace", "exitInterview"])
        let mother = try store.admit(intake, by: house.worker)
        var small = house.intake("王小", from: HouseFixture.day("2007-02-20"), bed: house.beds[0])
        small.stay.motherStayId = mother.stay?.id
        let child = try store.admit(small, by: house.worker)
        try house.agree(mother.person.id, to: .transferToHome)
        var transfer = Transfer()
        transfer.personId = mother.person.id
        transfer.toHomeId = house.other.id
        transfer.reason = marks.text()
        transfer.needs = marks.text()
        let proposed = try store.proposeTransfer(transfer, by: house.worker)
        let outcome = try store.acceptTransfer(
            proposed.id, bedId: house.otherBeds[0].id, from: house.today, by: house.elsewhere)
        let stays = [
            outcome.stay.id,
            try #require(
                try store.residentPage(child.person.id, by: house.elsewhere).openStay
            ).stay.id,
        ]
        for id in stays.reversed() {
            try store.exit(stayId: id, Departure(date: house.today), by: house.elsewhere)
        }
        let manager = try HouseFixture.user(
            "xu", .homeManager, house.other, store, house.admin, house.second)
        try close(mother.person.id, by: manager)
        #expect(marks.isIn(try bytes()))
        let before = try nights()
        _ = try purge(mother.person.id, by: manager)
        #expect(!marks.isIn(try bytes()))
        #expect(try nights() == before)
        let page = try store.residentPage(child.person.id, by: eightYearsOn(manager))
        #expect(page.stays.count == 2)
        let findings = try store.check()
        #expect(findings.isEmpty, "\(findings)")
        #expect(try store.proveJournals().faults.isEmpty)
    }

    private func nights() throws -> [Int] {
        let months = try #require(
            ReportPeriod(
                first: HouseFixture.day("2007-02-01"), last: HouseFixture.day("2007-03-31")))
        return try [house.home, house.other].map { home in
            try store.utilisation(months, scope: .home(home.id)).last?.figures.bedNights ?? -1
        }
    }

    @Test func `what is said of two women stays with the other, and the list says so before`()
        throws
    {
        let one = try house.admit("张一", bed: 0)
        let two = try house.admit("李二", bed: 1)
        var incident = Incident()
        incident.homeId = house.home.id
        incident.class = .theft
        incident.date = house.today
        incident.reportedOn = house.today
        incident.whatHappened = "两人的衣服不见了"
        let people = [one, two].map { admitted in
            var part = IncidentPerson()
            part.personId = admitted.person.id
            return part
        }
        let saved = try store.recordIncident(incident, people: people, by: house.worker)
        var group = CounsellingSession()
        group.homeId = house.home.id
        group.kind = .group
        group.date = house.today
        group.counsellorId = house.worker.userId
        group.note = "讨论合同"
        let attendances = [one, two].map { admitted in
            var row = Attendance()
            row.personId = admitted.person.id
            return row
        }
        try store.recordSession(
            group, topics: [.contract], attendances: attendances, by: house.worker)
        try store.exit(
            stayId: try house.stay(one).id, Departure(date: house.today), by: house.worker)
        try close(one.person.id, by: house.manager)
        let later = eightYearsOn(house.manager)
        let row = try #require(
            try store.purgeList(homeId: house.home.id, by: later).rows.first)
        #expect(row.personId == one.person.id && row.sharedTexts == 2)
        _ = try purge(one.person.id, by: house.manager)
        let kept = try store.incident(saved.id, by: later)
        #expect(kept.incident.whatHappened == "两人的衣服不见了")
        #expect(kept.people.map(\.personCode) == [two.person.personCode])
    }
}
