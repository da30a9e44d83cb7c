import GRDB
import Testing

@testable import HomesCore

/// Two files about one woman become one and two again, exactly as they were.
@Suite struct MergingTests {
    private let house: HouseFixture
    private var store: HomesStore { house.store }
    private var manager: Signature { house.manager }

    init() throws { house = try HouseFixture(beds: 8) }

    /// A woman with a random file: contacts, a consent, a stay that has ended or not, a session.
    private func woman(
        _ number: Int, _ random: inout SeededGenerator
    ) throws -> Person {
        let names = ["王小明", "李丽", "赵春花", "单梅", "曾静"]
        let entry = HouseFixture.day("2006-01-01").adding(days: 9 * number)
        var intake = house.intake(
            names[number % names.count], from: entry, bed: house.beds[number % 8])
        intake.person.alias = Bool.random(using: &random) ? .said("阿\(number)") : Told(nil)
        intake.person.skills = Bool.random(using: &random) ? .said("sewing \(number)") : Told(nil)
        intake.person.hukouType = .allCases.randomElement(using: &random) ?? .notCollected
        intake.contacts = (0..<Int.random(in: 0...2, using: &random)).map { place in
            var contact = Contact()
            contact.kind = place == 0 ? .herself : .family
            contact.phone = .said("1390000\(1_000 + number * 10 + place)")
            return contact
        }
        let admitted = try store.admit(intake, by: house.worker)
        // One stay in four overlaps the next woman's.
        let nights = Int.random(in: 0..<4, using: &random) == 0 ? 14 : 5
        try store.exit(
            stayId: try house.stay(admitted).id, Departure(date: entry.adding(days: nights)),
            by: house.worker)
        return admitted.person
    }

    private func group(_ persons: [Person]) throws {
        var session = CounsellingSession()
        session.homeId = house.home.id
        session.date = house.today
        session.kind = .group
        session.counsellorId = house.worker.userId
        let attended = persons.map { person in
            var attendance = Attendance()
            attendance.personId = person.id
            return attendance
        }
        try store.recordSession(session, topics: [.papers], attendances: attended, by: house.worker)
    }

    private func valid(_ personId: String) throws -> Int {
        try store.read { db in
            try RecordKinds.all.filter { $0.table != Person.table }.reduce(0) { sum, kind in
                try kind.references(to: Person.table).reduce(sum) { sum, column in
                    sum
                        + (try Int.fetchOne(
                            db,
                            sql: """
                                SELECT count(*) FROM "\(kind.table)" WHERE "\(column)" = ?
                                """, arguments: [personId]) ?? 0)
                }
            }
        }
    }

    @Test func `two hundred random pairs are merged and made two again, row by row as before`()
        throws
    {
        var random = SeededGenerator(seed: 21)
        let women = try (0..<16).map { try woman($0, &random) }
        for _ in 0..<4 { try group(women.shuffled(using: &random).prefix(6).map { $0 }) }
        let before = try house.contents()
        var merged = 0
        var refused = 0
        var byUndo = 0
        for number in 0..<200 {
            let pair = women.shuffled(using: &random).prefix(2).map { $0 }
            let fields = Set(
                Person.fields.map(\.name).filter { _ in Bool.random(using: &random) })
            do {
                try store.mergePersons(
                    keeping: pair[0].id, pair[1].id, takingFromOther: fields, by: manager)
            } catch {
                #expect(error == .refused(.mergeOverlap))
                refused += 1
                if try house.contents() != before { Issue.record("pair \(number) left a trace") }
                continue
            }
            merged += 1
            #expect(try valid(pair[1].id) == 0)
            if try house.contents() == before { Issue.record("pair \(number) changed nothing") }
            if number % 3 == 0, let offer = try store.lastUndoable(by: manager) {
                try store.undo(operationId: offer.operationId, by: manager)
                byUndo += 1
            } else {
                try store.unmergePersons(pair[1].id, by: manager)
            }
            if try house.contents() != before { Issue.record("pair \(number) is not as it was") }
        }
        print(
            "Merge: 200 pairs, \(merged) merged and made two again (\(byUndo) by undo), "
                + "\(refused) refused for nights at the same time")
        #expect(merged > 100 && refused > 5)
        #expect(try store.proveJournals().faults.isEmpty)
        #expect(try store.check().isEmpty)
    }

    @Test func `a wrong unmerge would be noticed`() throws {
        let kept = try house.admit("王小明", from: "2007-01-01", bed: 0)
        try store.exit(
            stayId: try house.stay(kept).id, Departure(date: HouseFixture.day("2007-01-05")),
            by: house.worker)
        let other = try house.admit("王晓明", from: "2007-02-01", bed: 1)
        let before = try house.contents()
        try store.mergePersons(keeping: kept.person.id, other.person.id, by: manager)
        try store.unmergePersons(other.person.id, by: manager)
        #expect(try house.contents() == before)
        try store.queue.inDatabase { db in
            try db.execute(
                sql: """
                    UPDATE followUp SET personId = ? WHERE rowid =
                      (SELECT min(rowid) FROM followUp WHERE personId = ?)
                    """, arguments: [other.person.id, kept.person.id])
        }
        #expect(try house.contents() != before)
    }

    /// Two files, the first with an ended stay, the second of a woman who is here.
    private func pair() throws -> (kept: Person, other: Admission) {
        let first = try house.admit("王小明", from: "2007-01-01", bed: 0)
        try store.exit(
            stayId: try house.stay(first).id, Departure(date: HouseFixture.day("2007-01-05")),
            by: house.worker)
        var intake = house.intake(
            "王晓明", from: HouseFixture.day("2007-02-01"), bed: house.beds[1])
        var contact = Contact()
        contact.phone = .said("13900001234")
        intake.contacts = [contact]
        return (first.person, try store.admit(intake, by: house.worker))
    }

    @Test func `her old code and name find her, and her history has both files`() throws {
        let (kept, other) = try pair()
        try store.mergePersons(keeping: kept.id, other.person.id, by: manager)
        let rows = try store.residentList(homeId: house.home.id, filter: .all, by: house.worker)
        var index = PersonIndex(rows.map(\.searchKey))
        for typed in [other.person.personCode, "王晓明", kept.personCode, "13900001234"] {
            #expect(index.find(typed).places.map { rows[$0].personId } == [kept.id], "\(typed)")
        }
        #expect(
            refusal { try store.residentPage(other.person.id, by: manager) } == .noSuchRecord)
        let page = try store.residentPage(kept.id, by: house.worker)
        #expect(page.stays.count == 2 && page.contacts.count == 1 && page.openStay != nil)
        let history = try store.history(personId: kept.id, by: house.worker)
        #expect(Set(history.compactMap(\.personId)) == [kept.id, other.person.id])
        #expect(
            try store.mergedFiles(into: kept.id, by: manager).map(\.personCode)
                == [other.person.personCode])
    }

    @Test func `what was added since stays, what came over goes back as it is now`() throws {
        let (kept, other) = try pair()
        let contact = try store.residentPage(other.person.id, by: manager).contacts[0].contact
        try store.mergePersons(
            keeping: kept.id, other.person.id, takingFromOther: ["nameZh"], by: manager)
        var new = Contact()
        new.personId = kept.id
        try store.addContact(new, by: manager)
        var edited =
            try store.residentPage(kept.id, by: manager).contacts
            .first { $0.contact.id == contact.id }?.contact ?? Contact()
        edited.relation = .said("sister")
        try store.editContact(edited, by: manager)
        try store.unmergePersons(other.person.id, by: manager)
        let first = try store.residentPage(kept.id, by: manager)
        let second = try store.residentPage(other.person.id, by: manager)
        #expect(first.contacts.count == 1 && first.person.nameZh == .said("王小明"))
        #expect(second.contacts.map(\.contact.relation) == [.said("sister")])
        #expect(second.person.nameZh == .said("王晓明") && second.openStay != nil)
    }

    @Test func `what cannot be told apart is not taken apart`() throws {
        let (kept, other) = try pair()
        try store.mergePersons(
            keeping: kept.id, other.person.id, takingFromOther: ["nameZh"], by: manager)
        var person = try store.residentPage(kept.id, by: manager).person
        person.nameZh = .said("王明")
        try store.editPerson(person, by: manager)
        func takenApart() -> StoreError? {
            refusal { try store.unmergePersons(other.person.id, by: manager) }
        }
        #expect(takenApart() == .refused(.unmergeChanged))
        person = try store.residentPage(kept.id, by: manager).person
        person.nameZh = .said("王晓明")
        try store.editPerson(person, by: manager)
        try store.exit(
            stayId: try house.stay(other).id, Departure(date: house.today), by: house.worker)
        #expect(takenApart() == .refused(.unmergeGrown))
    }

    @Test func `another home, a sealed file, the same file and a caseworker are refused`() throws {
        let (kept, other) = try pair()
        let away = try store.admit(
            house.intake("王小明", bed: house.otherBeds[0]), by: house.elsewhere)
        func merge(_ first: String, _ second: String, _ by: Signature) -> StoreError? {
            refusal { try store.mergePersons(keeping: first, second, by: by) }
        }
        #expect(merge(kept.id, away.person.id, manager) == .noSuchRecord)
        #expect(merge(away.person.id, kept.id, manager) == .noSuchRecord)
        #expect(merge(kept.id, kept.id, manager) == .refused(.mergeSame))
        #expect(merge(kept.id, other.person.id, house.worker) == .refused(.roleMayNot))
        try store.sealPerson(other.person.id, reason: "a threat", by: manager)
        #expect(merge(kept.id, other.person.id, manager) == .noSuchRecord)
        #expect(
            refusal { try store.unmergePersons(other.person.id, by: manager) } == .noSuchRecord)
    }
}
