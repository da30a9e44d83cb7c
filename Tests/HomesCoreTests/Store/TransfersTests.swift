import Dispatch
import GRDB
import Synchronization
import Testing

@testable import HomesCore

/// Her file moves to another home when that home accepts, all of it at once, and in no other way.
@Suite struct TransfersTests {
    private let house: HouseFixture
    private let admission: Admission
    private var her: String { admission.person.id }

    init() throws {
        house = try HouseFixture()
        admission = try house.admit(from: "2007-03-01")
    }

    private func propose() throws -> Transfer {
        try house.agree(her, to: .transferToHome)
        return try house.propose(her)
    }

    @discardableResult
    private func accept(_ transfer: Transfer, bed: Int = 0) throws -> TransferOutcome {
        try house.store.acceptTransfer(
            transfer.id, bedId: house.otherBeds[bed].id, from: house.today, by: house.elsewhere)
    }

    /// Bed nights of both homes from the first of February to today.
    private func nights() throws -> [String: Int] {
        let period = try #require(
            ReportPeriod(first: HouseFixture.day("2007-02-01"), last: house.today))
        return try house.store.read { db in
            var nights: [String: Int] = [:]
            for row in try Row.fetchAll(
                db,
                sql: """
                    SELECT h.homeCode, sum(max(0, julianday(min(coalesce(a.toNight, ?), ?))
                      - julianday(max(a.fromNight, ?))))
                    FROM bedAssignment a JOIN bed b ON b.id = a.bedId JOIN room r ON r.id = b.roomId
                      JOIN home h ON h.id = r.homeId
                    WHERE a.voidedAt IS NULL GROUP BY h.homeCode
                    """,
                arguments: [
                    period.last.adding(days: 1).iso, period.last.adding(days: 1).iso,
                    period.first.iso,
                ])
            {
                nights[row[0]] = row[1]
            }
            return nights
        }
    }

    @Test
    func `accepted: stay, file, case and bed in one transaction, nights where they were slept`()
        throws
    {
        let before = try nights()
        #expect(before == ["AH-014": 5])
        let transfer = try propose()
        #expect(transfer.ageBand == nil && transfer.stayId == admission.stay?.id)
        let outcome = try accept(transfer)
        #expect(outcome.personCode == "AH014-0001")
        // Five nights were begun in the first home; tonight is the other's.
        #expect(try nights() == ["AH-014": 4, "GD-002": 1])
        let page = try house.store.residentPage(her, by: house.elsewhere)
        #expect(page.person.homeId == house.other.id)
        #expect(page.stays.map(\.stay.homeId) == [house.other.id, house.home.id])
        #expect(page.stays.last?.stay.exitDate == house.today)
        #expect(page.stays.last?.stay.destination == .otherWomensHome)
        #expect(page.openCase?.homeId == house.other.id)
        #expect(page.openCase?.cas_CaseOwner == house.elsewhere.userId)
        #expect(page.cases.map(\.caseCode) == ["AH014-0001-C1"])
        #expect(page.followUps.isEmpty)
        #expect(page.sharing.transfers.map(\.transfer.status) == [.accepted])
        let history = try house.store.history(personId: her, by: house.elsewhere)
        #expect(history.contains { $0.operation == OperationName.admit.label })
        #expect(history.first?.operation == OperationName.answerTransfer.label)
        #expect(try house.store.check().isEmpty)
    }

    @Test func `the home she left can do nothing to her file any more, and is told nothing`() throws
    {
        let stay = try house.stay(admission)
        let contact = try house.store.addContact(
            changed(Contact()) { $0.personId = her }, by: house.worker)
        try accept(try propose())
        let store = house.store
        let worker = house.worker
        let gone: [(String, () throws -> Void)] = [
            ("page", { _ = try store.residentPage(her, by: worker) }),
            ("history", { _ = try store.history(personId: her, by: worker) }),
            ("edit", { try store.editPerson(admission.person, by: worker) }),
            ("contact", { try store.editContact(contact, by: worker) }),
            ("case", { try store.editCase(admission.case, by: worker) }),
            ("stay", { try store.editStay(stay, by: worker) }),
            (
                "exit",
                {
                    try store.correctExit(
                        stayId: stay.id, Departure(date: house.today), by: worker)
                }
            ),
            ("void", { try store.void(table: Stay.table, id: stay.id, reason: "x", by: worker) }),
            ("refer", { try house.refer(her, to: "x") }),
            ("propose", { try house.propose(her) }),
            ("again", { try store.admitAgain(her, Intake(), by: worker) }),
            ("manager", { _ = try store.residentPage(her, by: house.manager) }),
        ]
        for (name, act) in gone {
            #expect(refusal(act) == .noSuchRecord, "\(name)")
        }
        #expect(
            try store.residentList(homeId: house.home.id, filter: .all, by: worker).isEmpty)
        #expect(try store.lastUndoable(by: worker) == nil)
        let nobody = try house.copy()
        #expect(
            refusal {
                try nobody.store.residentPage(
                    "00000000-0000-7000-8000-00000000dead", by: worker)
            } == .noSuchRecord)
        // What the first home wrote down about its own nights, the second does not change.
        for fault in [
            refusal { try store.editStay(stay, by: house.elsewhere) },
            refusal {
                try store.correctExit(
                    stayId: stay.id, Departure(date: HouseFixture.day("2007-03-02")),
                    by: house.elsewhere)
            },
            refusal {
                try store.void(table: Stay.table, id: stay.id, reason: "x", by: house.elsewhere)
            },
        ] {
            #expect(fault == .refused(.recordedElsewhere))
        }
        #expect(try nights() == ["AH-014": 4, "GD-002": 1])
    }

    private func changed<Value>(_ value: Value, _ change: (inout Value) -> Void) -> Value {
        var value = value
        change(&value)
        return value
    }

    @Test func `refused and withdrawn proposals change nothing but themselves`() throws {
        for end in [TransferStatus.refused, .withdrawn] {
            let here = try TransfersTests()
            let transfer = try here.propose()
            let before = try here.house.contents().filter { !$0.hasPrefix("transfer|") }
            if end == .refused {
                try here.house.store.refuseTransfer(
                    transfer.id, reason: "no bed this week", by: here.house.elsewhere)
            } else {
                try here.house.store.withdrawTransfer(transfer.id, by: here.house.worker)
            }
            #expect(try here.house.contents().filter { !$0.hasPrefix("transfer|") } == before)
            #expect(refusal { try here.accept(transfer) } == .refused(.transferAnswered))
            #expect(
                refusal {
                    try here.house.store.withdrawTransfer(transfer.id, by: here.house.worker)
                }
                    == .refused(.transferAnswered))
            let page = try here.house.store.residentPage(here.her, by: here.house.worker)
            #expect(page.sharing.transfers.map(\.transfer.status) == [end])
            #expect(page.openStay != nil)
        }
    }

    @Test func `the other home sees code, reason, age band and needs, and nothing that names her`()
        throws
    {
        let transfer = try propose()
        let row = try house.store.transferProposal(transfer.id, by: house.elsewhere)
        #expect(row.personCode == "AH014-0001" && row.otherHome == "AH-014")
        #expect(!"\(row)".contains("王小明"))
        let day = try house.store.today(homeId: house.other.id, by: house.elsewhere)
        #expect(day.sharing.proposedToUs == [row])
        let ours = try house.store.today(homeId: house.home.id, by: house.worker).sharing
        #expect(ours.proposedByUs.map(\.otherHome) == ["GD-002"] && ours.proposedToUs.isEmpty)
        #expect(
            refusal { try house.store.residentPage(her, by: house.elsewhere) } == .noSuchRecord)
    }

    @Test func `no third home, and not the one that proposes, learns whether there is a proposal`()
        throws
    {
        let transfer = try propose()
        var stranger = User()
        stranger.userName = "hong"
        stranger.role = .caseworker
        try house.store.addUser(
            stranger, homeIds: [house.dropIn.id], second: house.second, by: house.admin)
        let third = try house.store.signIn(userName: "hong", at: HouseFixture.now).signature
        let dead = "00000000-0000-7000-8000-00000000dead"
        for signature in [third, house.worker] {
            for id in [transfer.id, dead] {
                #expect(
                    refusal { try house.store.transferProposal(id, by: signature) }
                        == .noSuchRecord)
                #expect(
                    refusal { try house.store.refuseTransfer(id, reason: "x", by: signature) }
                        == .noSuchRecord)
                #expect(
                    refusal {
                        try house.store.acceptTransfer(
                            id, bedId: house.beds[3].id, from: house.today, by: signature)
                    } == .noSuchRecord)
            }
        }
        try house.store.sealPerson(her, reason: "threat", by: house.manager)
        #expect(refusal { try accept(transfer) } == .noSuchRecord)
        #expect(
            try house.store.today(homeId: house.other.id, by: house.elsewhere).sharing
                .proposedToUs.isEmpty)
        #expect(
            refusal { try house.store.transferProposal(transfer.id, by: house.supervisor) }
                == .refused(.roleMayNot))
    }

    @Test func `without her consent in force nobody is proposed, and a withdrawal takes it back`()
        throws
    {
        #expect(refusal { try house.propose(her) } == .refused(.noConsent))
        try house.agree(her, to: .transferToHome, with: "JS-002")
        #expect(refusal { try house.propose(her) } == .refused(.noConsent))
        let consent = try house.agree(her, to: .transferToHome, with: "gd-002")
        let transfer = try house.propose(her)
        #expect(refusal { try house.propose(her) } == .refused(.transferOpen))
        let outcome = try house.store.withdrawConsent(
            consent.id, on: house.today, how: "", by: house.worker)
        #expect(outcome.transfersWithdrawn == 1)
        #expect(refusal { try accept(transfer) } == .refused(.transferAnswered))
        try house.agree(her, to: .transferToHome, until: HouseFixture.day("2007-03-06"))
        let again = try house.propose(her)
        #expect(
            refusal {
                try house.store.acceptTransfer(
                    again.id, bedId: house.otherBeds[0].id, from: house.today,
                    by: house.at(HouseFixture.day("2007-03-06"), house.elsewhere))
            } == .refused(.noConsent))
        #expect(
            refusal { try house.propose(her, to: house.home.id) } == .refused(.sameHome))
        #expect(
            refusal { try house.propose(her, to: house.dropIn.id) } == .refused(.dropInHasNoBeds))
    }

    @Test func `a bed that is taken refuses the whole, and a night before the proposal`() throws {
        try house.store.admit(
            house.intake("李丽", bed: house.otherBeds[0]), by: house.elsewhere)
        let transfer = try propose()
        let before = try house.contents()
        #expect(refusal { try accept(transfer) } == .refused(.bedTaken))
        #expect(
            refusal {
                try house.store.acceptTransfer(
                    transfer.id, bedId: house.beds[3].id, from: house.today, by: house.elsewhere)
            } == .refused(.bedOfAnotherHome))
        #expect(
            refusal {
                try house.store.acceptTransfer(
                    transfer.id, bedId: house.otherBeds[1].id, from: HouseFixture.day("2007-03-04"),
                    by: house.elsewhere)
            } == .refused(.exitOutsideStay))
        #expect(try house.contents() == before)
    }

    @Test func `a child in her bed comes along with her own file`() throws {
        var intake = house.intake("王小", from: HouseFixture.day("2007-03-01"), bed: house.beds[0])
        intake.stay.motherStayId = admission.stay?.id
        let child = try house.store.admit(intake, by: house.worker)
        let transfer = try propose()
        #expect(try house.store.transferProposal(transfer.id, by: house.elsewhere).children == 1)
        let outcome = try accept(transfer)
        #expect(outcome.children == ["AH014-0002"])
        let page = try house.store.residentPage(child.person.id, by: house.elsewhere)
        #expect(page.openStay?.stay.motherStayId == outcome.stay.id)
        #expect(page.openStay?.beds.first?.isWithMother == true)
        #expect(page.sharing.transfers.count == 1)
        #expect(
            refusal { try house.store.residentPage(child.person.id, by: house.worker) }
                == .noSuchRecord)
        #expect(try nights() == ["AH-014": 8, "GD-002": 2])
        #expect(try house.store.check().isEmpty)
    }

    @Test func `her call that is due goes along, what was done stays`() throws {
        var employer = Employer()
        employer.org_Name = "光明服装厂"
        employer = try house.store.registerEmployer(employer, by: house.worker)
        let calls = try house.store.perform(.makeDemonstration, house.worker) { op in
            var call = FollowUp()
            call.personId = her
            call.homeId = house.home.id
            call.stayId = admission.stay?.id
            call.dayOffset = 30
            call.dueOn = house.today
            let due = try op.insert(call, about: nil)
            call.dayOffset = 90
            call.doneOn = house.today
            call.reached = .yes
            return (due, try op.insert(call, about: nil))
        }
        try accept(try propose())
        let followUps = try house.store.residentPage(her, by: house.elsewhere).followUps
        #expect(followUps.first { $0.followUp.id == calls.0.id }?.followUp.homeId == house.other.id)
        #expect(followUps.first { $0.followUp.id == calls.1.id }?.followUp.homeId == house.home.id)
        #expect(
            try house.store.followUpsDue(
                homeId: house.other.id, on: house.today, by: house.elsewhere
            ).count == 1)
    }

    @Test func `the file moves in no other way, whoever writes to it`() throws {
        #expect(throws: DatabaseError.self) {
            try house.store.queue.inDatabase {
                try $0.execute(sql: "UPDATE person SET homeId = '\(house.other.id)'")
            }
        }
        let transfer = try propose()
        #expect(throws: DatabaseError.self) {
            try house.store.queue.inDatabase {
                try $0.execute(sql: "UPDATE person SET homeId = '\(house.other.id)'")
            }
        }
        try accept(transfer)
        try house.agree(her, to: .transferToHome, by: house.elsewhere)
        let back = try house.propose(her, to: house.home.id, by: house.elsewhere)
        try house.store.acceptTransfer(
            back.id, bedId: house.beds[0].id, from: house.today, by: house.worker)
        #expect(try house.store.residentPage(her, by: house.worker).stays.count == 3)
        #expect(try nights() == ["AH-014": 5, "GD-002": 0])
        #expect(try house.store.check().isEmpty)
    }

    @Test func `accepted by two at once she has one bed, and the second is told so`() throws {
        var accepted = 0
        var refused = 0
        for _ in 0..<20 {
            let here = try TransfersTests()
            let transfer = try here.propose()
            let stores = [here.house.store, try here.house.store.anotherDoor()]
            let faults = Mutex<[StoreError?]>([])
            let beds = here.house.otherBeds
            let (today, signature) = (here.house.today, here.house.elsewhere)
            DispatchQueue.concurrentPerform(iterations: 2) { index in
                let fault = refusal {
                    try stores[index].acceptTransfer(
                        transfer.id, bedId: beds[index].id, from: today, by: signature)
                }
                faults.withLock { $0.append(fault) }
            }
            let all = faults.withLock { $0 }
            accepted += all.count { $0 == nil }
            refused += all.count { $0 == .refused(.transferAnswered) }
            #expect(try here.house.count("SELECT count(*) FROM stay WHERE exitDate IS NULL") == 1)
            #expect(try here.house.store.check().isEmpty)
        }
        print("transfers: 20 races, \(accepted) accepted, \(refused) told that it was answered")
        #expect(accepted == 20 && refused == 20)
    }
}
