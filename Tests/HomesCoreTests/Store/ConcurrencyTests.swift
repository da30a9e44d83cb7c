import Foundation
import GRDB
import Synchronization
import Testing

@testable import HomesCore

/// R4: two programs on one file lose no update and never give one bed twice.
@Suite struct ConcurrencyTests {
    private struct Tally: Sendable {
        var saved = 0
        var retried = 0
        var admitted = 0
        var refused = 0
        var faults: [String] = []
        /// The stay whose bed is kept until the next turn, so that the two are in each other's way.
        var keeps: String?
    }

    private static let saves = 200

    @Test func `no key waits for a program that keeps the file to itself`() throws {
        let house = try HouseFixture()
        let door = try house.store.anotherDoor()
        let draft = Draft(
            form: "intake", recordId: "", title: "", focus: nil,
            fields: [Draft.Text(field: "person.nameZh", text: "王")])
        try door.queue.inDatabase { db in
            try db.inTransaction(.exclusive) {
                let start = ContinuousClock.now
                #expect(house.store.dataVersion() == nil)
                #expect(throws: StoreError.busy) {
                    try house.store.saveDraft(draft, isHurried: true, by: house.worker)
                }
                #expect(ContinuousClock.now - start < .seconds(2))
                return .commit
            }
        }
        #expect(house.store.dataVersion() != nil)
        try house.store.saveDraft(draft, isHurried: true, by: house.worker)
        #expect(try house.store.drafts(userId: house.worker.userId).count == 1)
    }

    @Test func `two programs on one file lose nothing and double-book nothing`() throws {
        let house = try HouseFixture()
        let stores = [house.store, try house.store.anotherDoor()]
        let person = try house.admit(bed: 0).person
        let tally = Mutex(Tally())
        let worker = house.worker
        let beds = house.beds.dropFirst().map(\.id)
        let ready = Mutex(0)
        let done = DispatchSemaphore(value: 0)
        let run: @Sendable (Int) -> Void = { index in
            var own = Tally()
            ready.withLock { $0 += 1 }
            while ready.withLock({ $0 }) < stores.count { usleep(100) }
            for number in 0..<ConcurrencyTests.saves {
                do throws(StoreError) {
                    if number % 2 == 0 {
                        try ConcurrencyTests.count(stores[index], person.id, worker, &own)
                    } else {
                        try ConcurrencyTests.takeBed(
                            stores[index], beds[number / 2 % beds.count], worker, &own)
                    }
                } catch {
                    own.faults.append("\(error)")
                }
            }
            tally.withLock { total in
                total.saved += own.saved
                total.retried += own.retried
                total.admitted += own.admitted
                total.refused += own.refused
                total.faults += own.faults
            }
            done.signal()
        }
        for index in stores.indices { Thread { run(index) }.start() }
        for _ in stores.indices { done.wait() }
        let total = tally.withLock { $0 }
        let saved = try house.store.read { try $0.existing(Person.self, person.id) }
        print(
            "two programs: \(total.saved) updates, \(total.retried) repeated, "
                + "\(total.admitted) admissions, \(total.refused) refused")
        #expect(total.faults.isEmpty)
        #expect(total.retried + total.refused > 0, "the two never met")
        #expect(total.saved == ConcurrencyTests.saves)
        #expect(saved.skills == .said(String(ConcurrencyTests.saves)))
        #expect(total.admitted + total.refused == ConcurrencyTests.saves)
        #expect(
            try house.count("SELECT count(*) FROM person WHERE id <> ?", [person.id])
                == total.admitted)
        #expect(try house.store.check().isEmpty)
    }

    /// Adds one to a number that both programs keep in one record, until it is saved.
    private static func count(
        _ store: HomesStore, _ personId: String, _ by: Signature, _ tally: inout Tally
    ) throws(StoreError) {
        while true {
            var person = try store.read { try $0.existing(Person.self, personId) }
            person.skills = .said(String((person.skills.text.flatMap { Int($0) } ?? 0) + 1))
            do throws(StoreError) {
                try store.editPerson(person, by: by)
                tally.saved += 1
                return
            } catch {
                guard case .changedMeanwhile = error else { throw error }
                tally.retried += 1
            }
        }
    }

    /// Leaves the bed taken before and takes another, unless the other program has it.
    private static func takeBed(
        _ store: HomesStore, _ bedId: String, _ by: Signature, _ tally: inout Tally
    ) throws(StoreError) {
        if let stayId = tally.keeps {
            try store.exit(stayId: stayId, Departure(date: by.today), by: by)
            tally.keeps = nil
        }
        var intake = Intake(bedId: bedId)
        intake.person.nameZh = .said("李丽")
        do throws(StoreError) {
            let admission = try store.admit(intake, by: by)
            tally.admitted += 1
            tally.keeps = admission.stay?.id
        } catch {
            guard error == .refused(.bedTaken) else { throw error }
            tally.refused += 1
        }
    }
}
