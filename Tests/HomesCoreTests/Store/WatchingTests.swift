import GRDB
import Testing

@testable import HomesCore

/// Whoever writes down somebody watched for is told what to do, and two managers where he was.
@Suite struct WatchingTests {
    let house: HouseFixture
    /// The manager of the other home, which watches for him, and one of a third.
    let there: Signature
    let third: Signature
    let watched: WatchedPerson

    init() throws {
        house = try HouseFixture()
        there = try WatchingTests.manager("hu", of: house.other, house)
        third = try WatchingTests.manager("gu", of: house.dropIn, house)
        watched = try house.store.enterWatched(WatchingTests.person(), by: there)
    }

    private static func person() -> WatchedPerson {
        var person = WatchedPerson()
        person.kind = .dangerousRelative
        person.name = "曾大彪"
        person.aliases = "彪哥；Zeng Biao"
        person.phones = "160 1234 5678; 0551-6280123"
        person.recognise = "tall, a scar on the left hand"
        return person
    }

    private static func manager(
        _ name: String, of home: Home, _ house: HouseFixture
    ) throws -> Signature {
        var user = User()
        user.userName = name
        user.displayName = name.capitalized
        user.role = .homeManager
        try house.store.addUser(user, homeIds: [home.id], second: house.second, by: house.admin)
        return try house.store.signIn(userName: name, at: HouseFixture.now).signature
    }

    func contact(_ name: String, of person: Person) -> Contact {
        var contact = Contact()
        contact.personId = person.id
        contact.name = .said(name)
        return contact
    }

    private func sightings() throws -> [Sighting] {
        try house.store.read { try $0.fetchAll(Sighting.self, "1", order: "createdAt, id") }
    }

    // MARK: At the form

    @Test func `a save that is like him is saved, told once, and known to both managers`() throws {
        let her = try house.admit().person
        #expect(house.store.takeWatchAlerts(by: house.worker).isEmpty)
        let saved = try house.store.addContact(contact("zeng dabiao", of: her), by: house.worker)
        #expect(try house.store.read { try $0.fetch(Contact.self, id: saved.id) } == saved)
        #expect(house.store.takeWatchAlerts(by: house.manager).isEmpty)
        let alerts = house.store.takeWatchAlerts(by: house.worker)
        #expect(alerts == [WatchAlert(kind: .dangerousRelative, likeness: .sound)])
        #expect(house.store.takeWatchAlerts(by: house.worker).isEmpty)
        let all = try sightings()
        #expect(Set(all.map(\.homeId)) == [house.home.id, house.other.id])
        #expect(all.allSatisfy { $0.seenHomeId == house.home.id && $0.place == .contact })
        #expect(
            try house.store.today(homeId: house.home.id, by: house.manager).sightings.count == 1)
        #expect(try house.store.today(homeId: house.other.id, by: there).sightings.count == 1)
        #expect(try house.store.today(homeId: house.home.id, by: house.worker).sightings.isEmpty)
        #expect(
            try house.store.today(homeId: house.dropIn.id, by: third).sightings.isEmpty)
        #expect(try house.store.sightings(by: third).isEmpty)
    }

    @Test func `he is seen wherever somebody is written down`() throws {
        let admission = try house.admit()
        let places = places(admission.person, admission.case)
        for (place, save) in places {
            func counts() throws -> (all: Int, here: Int) {
                let all = try sightings()
                return (all.count, all.count { $0.place == place })
            }
            let before = try counts()
            try save()
            let after = try counts()
            #expect(after.all == before.all + 2 && after.here == before.here + 2, "\(place)")
        }
        print("watched persons: seen in \(places.count) forms")
    }

    @Test func `what is refused leaves no sighting, and undo does not take one back`() throws {
        let her = try house.admit().person
        var refused = contact("曾大彪", of: her)
        refused.checkedOn = house.today.adding(days: 1)
        #expect(throws: StoreError.refused(.dateInFuture)) {
            try house.store.addContact(refused, by: house.worker)
        }
        #expect(try sightings().isEmpty)
        #expect(house.store.takeWatchAlerts(by: house.worker).isEmpty)
        let saved = try house.store.addContact(contact("曾大彪", of: her), by: house.worker)
        let offer = try #require(try house.store.lastUndoable(by: house.worker))
        try house.store.undo(operationId: offer.operationId, by: house.worker)
        #expect(
            try house.store.read { try $0.fetch(Contact.self, id: saved.id)?.stamp.isVoided }
                == true)
        #expect(try sightings().count == 2)
        #expect(try sightings().allSatisfy { !$0.stamp.isVoided })
    }

    @Test func `only what was typed now is compared`() throws {
        let her = try house.admit().person
        var saved = try house.store.addContact(contact("曾大彪", of: her), by: house.worker)
        saved.relation = .said("叔叔")
        saved = try house.store.editContact(saved, by: house.worker)
        #expect(try sightings().count == 2)
        saved.name = .said("zeng da biao")
        try house.store.editContact(saved, by: house.worker)
        #expect(try sightings().count == 4)
    }

    @Test func `a lifted watch raises nothing, one taken up again does`() throws {
        let her = try house.admit().person
        try house.store.liftWatched(watched.id, reason: "in prison", by: there)
        try house.store.addContact(contact("曾大彪", of: her), by: house.worker)
        #expect(try sightings().isEmpty)
        let offer = try #require(try house.store.lastUndoable(by: there))
        try house.store.undo(operationId: offer.operationId, by: there)
        try house.store.addContact(contact("曾大彪", of: her), by: house.worker)
        #expect(try sightings().count == 2)
    }

    @Test func `whoever tries names is seen to try`() throws {
        let her = try house.admit().person
        var saved = try house.store.addContact(contact("叔叔", of: her), by: house.worker)
        for number in 1...4 {
            saved.name = .said("赵大\(["勇", "力", "海", "山"][number - 1])")
            saved = try house.store.editContact(saved, by: house.worker)
            let alarms = try house.store.browsingAlarms(by: house.manager).map(\.alarm.rule)
            #expect(alarms == (number == 4 ? [.triedNames] : []))
        }
        for number in 1...4 {
            try house.store.addContact(contact("钱大\(number)", of: her), by: house.worker)
            let offer = try #require(try house.store.lastUndoable(by: house.worker))
            try house.store.undo(operationId: offer.operationId, by: house.worker)
        }
        #expect(try house.store.browsingAlarms(by: house.manager).count == 2)
    }

    // MARK: The managers

    @Test func `each manager closes her own, with what was done`() throws {
        let her = try house.admit().person
        try house.store.addContact(contact("曾大彪", of: her), by: house.worker)
        let here = try #require(try house.store.sightings(by: house.manager).first)
        let far = try #require(try house.store.sightings(by: there).first)
        #expect(throws: StoreError.refused(.reasonMissing)) {
            try house.store.closeSighting(here.sighting.id, whatWasDone: "  ", by: house.manager)
        }
        #expect(throws: StoreError.noSuchRecord) {
            try house.store.closeSighting(far.sighting.id, whatWasDone: "x", by: house.manager)
        }
        try house.store.closeSighting(here.sighting.id, whatWasDone: "报警", by: house.manager)
        #expect(throws: StoreError.refused(.sightingStays)) {
            try house.store.closeSighting(here.sighting.id, whatWasDone: "again", by: house.manager)
        }
        #expect(try house.store.today(homeId: house.home.id, by: house.manager).sightings.isEmpty)
        #expect(try house.store.today(homeId: house.other.id, by: there).sightings.count == 1)
        let page = try house.store.sighting(far.sighting.id, by: there)
        #expect(page.doneWhereSeen == "报警")
        #expect(page.worker == nil)
        let own = try house.store.sighting(here.sighting.id, by: house.manager)
        #expect(own.worker == "Li")
        #expect(own.recognise == watched.recognise)
        #expect(try house.store.lastUndoable(by: house.manager) == nil)
    }

    @Test func `nothing that the home where he was seen gets says who watches for him`() throws {
        let her = try house.admit().person
        try house.store.addContact(contact("曾大彪", of: her), by: house.worker)
        let here = try #require(try house.store.sightings(by: house.manager).first)
        let page = try house.store.sighting(here.sighting.id, by: house.manager)
        let said = "\(page) \(house.store.takeWatchAlerts(by: house.worker))"
        for secret in [house.other.id, house.other.homeCode, there.userId, "Hu"] {
            #expect(!said.contains("\"\(secret)\""), "\(secret)")
        }
        // The control: it is there where it may be.
        let far = try house.store.watchedPerson(watched.id, by: there)
        #expect("\(far)".contains("\"\(house.other.homeCode)\""))
        // No column leads to a woman.
        for kind in [RecordKinds.Kind(WatchedPerson.self), RecordKinds.Kind(Sighting.self)] {
            #expect(
                kind.references.allSatisfy { ["home", "user", "watchedPerson"].contains($0.table) })
        }
        #expect(
            try house.count(
                "SELECT count(*) FROM audit WHERE \"table\" IN ('sighting', 'watchedPerson') "
                    + "AND personId IS NOT NULL") == 0)
    }

    @Test func `a list is its manager's and the supervisor's`() throws {
        #expect(try house.store.watchedPersons(by: there).map(\.person.id) == [watched.id])
        #expect(try house.store.watchedPersons(by: house.manager).isEmpty)
        #expect(try house.store.watchedPersons(by: house.supervisor).count == 1)
        #expect(throws: StoreError.refused(.roleMayNot)) {
            try house.store.watchedPersons(by: house.worker)
        }
        #expect(throws: StoreError.noSuchRecord) {
            try house.store.watchedPerson(watched.id, by: house.manager)
        }
        let ofAll = try house.store.enterWatched(WatchingTests.person(), by: house.supervisor)
        #expect(ofAll.homeId == nil)
        #expect(ofAll.watchCode == "W0002")
        let her = try house.admit().person
        try house.store.addContact(contact("曾大彪", of: her), by: house.worker)
        // One for each of both watches here, one there, one for the supervisors.
        #expect(try sightings().count == 4)
        let theirs = try house.store.sightings(by: house.supervisor).filter {
            $0.sighting.homeId == nil
        }
        try house.store.closeSighting(
            try #require(theirs.first).sighting.id, whatWasDone: "told the police",
            by: house.supervisor)
    }

    @Test func `what cannot be compared, or names her, is not entered`() throws {
        try house.admit("王小明")
        func refusal(_ change: (inout WatchedPerson) -> Void) -> Refusal? {
            var person = WatchedPerson()
            person.name = "钱大勇"
            change(&person)
            do {
                try house.store.enterWatched(person, by: house.manager)
                return nil
            } catch .refused(let refusal) { return refusal } catch { return .invalidValue }
        }
        #expect(refusal { $0.name = nil } == .watchTooShort)
        #expect(refusal { $0.name = "钱" } == .watchTooShort)
        #expect(refusal { $0.aliases = "勇哥; K" } == .watchTooShort)
        #expect(refusal { $0.phones = "110" } == .watchTooShort)
        #expect(refusal { $0.recognise = "他在找王小明" } == .watchNamesHer)
        #expect(refusal { $0.recognise = "looks for Wang Xiaoming" } == .watchNamesHer)
        #expect(refusal { $0.recognise = "见AH014-0001" } == .watchNamesHer)
        #expect(refusal { $0.watchedSince = house.today.adding(days: 1) } == .dateInFuture)
        #expect(refusal { $0.recognise = "左手有疤" } == nil)
        #expect(
            refusal {
                $0.name = nil
                $0.phones = "160-8765-4321"
            } == nil)
    }

    @Test func `the schema keeps what was seen and done`() throws {
        let her = try house.admit().person
        try house.store.addContact(contact("曾大彪", of: her), by: house.worker)
        let here = try #require(try house.store.sightings(by: house.manager).first)
        for sql in [
            "UPDATE sighting SET place = 'VISIT'", "UPDATE sighting SET homeId = NULL",
            "UPDATE sighting SET voidedAt = updatedAt, voidedBy = updatedBy, voidReason = 'x'",
            "UPDATE sighting SET closedOn = '2007-03-05'", "DELETE FROM sighting",
            "UPDATE watchedPerson SET liftedOn = '2007-03-05'", "DELETE FROM watchedPerson",
            "UPDATE watchedPerson SET name = NULL, aliases = NULL, phones = NULL",
        ] {
            #expect(throws: DatabaseError.self, "\(sql)") {
                try house.store.queue.inDatabase { try $0.execute(sql: sql) }
            }
        }
        try house.store.closeSighting(here.sighting.id, whatWasDone: "报警", by: house.manager)
        #expect(throws: DatabaseError.self) {
            try house.store.queue.inDatabase {
                try $0.execute(sql: "UPDATE sighting SET whatWasDone = 'nothing'")
            }
        }
    }

    @Test func `a save beside thousands of watched persons takes a few milliseconds more`() throws {
        let her = try house.admit().person
        let clock = ContinuousClock()
        func save(_ count: Int, _ name: (Int) -> String) throws -> Duration {
            try clock.measure {
                for number in 0..<count {
                    try house.store.addContact(contact(name(number), of: her), by: house.worker)
                }
            } / count
        }
        _ = try save(5) { _ in "叔叔" }
        let few = try save(40) { _ in "表姐\(1)" }
        var maker = WatchDisguises(seed: 1)
        try house.store.perform(.makeDemonstration, house.supervisor) { op in
            for number in 0..<3_000 {
                var person = WatchedPerson()
                person.watchCode = "X\(number)"
                person.name = maker.name()
                person.phones = maker.phone()
                person.watchedSince = house.today
                try op.insert(person, about: nil)
            }
        }
        let first = try save(1) { _ in "表姐" }
        let many = try save(40) { _ in "表姐\(1)" }
        #expect(many - few < .milliseconds(5))
        print(
            "watched persons: a contact is saved in \(few) beside 1, in \(many) beside 3000; the "
                + "first after a change in \(first)")
    }
}
