import Foundation
import GRDB
import Testing

@testable import HomesCore

/// What the journal knows about looking: lists, searches, browsing, and who read a file.
@Suite struct TrailTests {
    private func at(_ signature: Signature, _ day: String, _ hour: Int, _ minute: Int = 0)
        -> Signature
    {
        var signature = signature
        signature.at = Instant(HouseFixture.day(day), hour: hour, minute: minute)
        return signature
    }

    @Test func `a list is in the journal once a quarter of an hour, and a new woman at once`()
        throws
    {
        let house = try HouseFixture()
        try house.admit()
        func entries(_ field: String) throws -> Int {
            try house.count(
                "SELECT count(*) FROM audit WHERE operation = 'showList' AND field = ?", [field])
        }
        for _ in 0..<3 {
            _ = try house.store.residentList(
                homeId: house.home.id, filter: .here, by: house.worker)
            _ = try house.store.coverageMatrix(homeId: house.home.id, by: house.worker)
            _ = try house.store.today(homeId: house.home.id, by: house.worker)
        }
        #expect(try entries("residents") == 1)
        #expect(try entries("today") == 1)
        #expect(try entries("topics") == 2)
        try house.admit("李丽", bed: 1)
        _ = try house.store.coverageMatrix(homeId: house.home.id, by: house.worker)
        #expect(try entries("topics") == 3)
        var later = house.worker
        later.at = later.at.adding(seconds: HomesStore.lookHolds + 1)
        _ = try house.store.residentList(homeId: house.home.id, filter: .here, by: later)
        _ = try house.store.residentList(homeId: house.home.id, filter: .here, by: house.manager)
        #expect(try entries("residents") == 3)
    }

    @Test func `a search is kept as a fingerprint, the same for the same name`() throws {
        let house = try HouseFixture()
        for typed in ["王小明", " 王 小明", "ＷＡＮＧ", "wang", "李丽", "", "  "] {
            try house.store.noteSearch(for: typed, by: house.worker)
        }
        let kept = try house.store.read {
            try String.fetchAll(
                $0, sql: "SELECT \"new\" FROM audit WHERE field = 'query' ORDER BY id")
        }
        #expect(kept.count == 5)
        #expect(kept[0] == kept[1] && kept[2] == kept[3] && Set(kept).count == 3)
        #expect(kept.allSatisfy { $0.utf8.count == 16 })
        #expect(
            try house.count(
                """
                SELECT count(*) FROM audit WHERE instr(coalesce("new", '') || coalesce(reason, '')
                  || coalesce(old, '') || coalesce(field, ''), '小明') > 0
                """) == 0)
        // Another file has other fingerprints.
        let other = try HouseFixture()
        try other.store.noteSearch(for: "王小明", by: other.worker)
        #expect(
            try other.store.read {
                try String.fetchOne($0, sql: "SELECT \"new\" FROM audit WHERE field = 'query'")
            } != kept[0])
        #expect(throws: StoreError.refused(.roleMayNot)) {
            try house.store.noteSearch(for: "x", by: house.supervisor)
        }
    }

    @Test func `the manager is asked once about a look at night, and nobody else is`() throws {
        let house = try HouseFixture()
        let person = try house.admit().person
        let night = at(house.worker, "2007-03-03", 23)
        _ = try house.store.residentPage(person.id, by: night)
        // Somebody who worked that night is not asked about.
        let other = at(house.manager, "2007-03-03", 23)
        _ = try house.store.residentPage(person.id, by: other)
        var changed = person
        changed.alias = .said("小明")
        _ = try house.store.editPerson(changed, by: other)
        let rows = try house.store.browsingAlarms(by: house.manager)
        #expect(rows.map(\.alarm.rule) == [.atNight])
        #expect(rows[0].who == "Li" && rows[0].codes[person.id] == person.personCode)
        #expect(try house.store.today(homeId: house.home.id, by: house.manager).browsing == 1)
        #expect(try house.store.today(homeId: house.home.id, by: house.worker).browsing == 0)
        #expect(throws: StoreError.refused(.roleMayNot)) {
            try house.store.browsingAlarms(by: house.worker)
        }
        let key = rows[0].alarm.key
        #expect(throws: StoreError.refused(.reasonMissing)) {
            try house.store.lookedInto(alarm: key, note: " ", by: house.manager)
        }
        #expect(throws: StoreError.refused(.roleMayNot)) {
            try house.store.lookedInto(alarm: key, note: "x", by: house.worker)
        }
        try house.store.lookedInto(alarm: key, note: "She was ill.", by: house.manager)
        #expect(try house.store.browsingAlarms(by: house.manager).isEmpty)
        #expect(throws: StoreError.noSuchRecord) {
            try house.store.lookedInto(alarm: key, note: "again", by: house.manager)
        }
        #expect(
            try house.count(
                "SELECT count(*) FROM audit WHERE action = 'acknowledge' AND rowId = ?", [key])
                == 1)
        #expect(try house.store.proveJournals().faults.isEmpty)
    }

    @Test func `searching again and again is found from the fingerprints`() throws {
        let house = try HouseFixture()
        for minute in 0..<5 {
            try house.store.noteSearch(
                for: "王丽", by: at(house.worker, "2007-03-05", 8, minute))
        }
        #expect(
            try house.store.browsingAlarms(by: house.manager).map(\.alarm.rule) == [.sameSearch])
    }

    @Test func `who read her file is told by day and user, and nobody else is on it`() throws {
        let house = try HouseFixture()
        let person = try house.admit("王小明").person
        let other = try house.admit("李丽", bed: 1).person
        let later = at(house.manager, "2007-03-06", 9)
        _ = try house.store.residentPage(person.id, by: later)
        _ = try house.store.history(personId: person.id, by: later)
        _ = try house.store.residentPage(other.id, by: later)
        let readers = try house.store.readers(of: person.id, by: later)
        #expect(readers.runs.map(\.who) == ["Wang", "Li"])
        #expect(
            readers.runs[0].what.map(\.english)
                == [
                    "looked up who has seen your file", "read what was changed",
                    "opened your file",
                ])
        for language in SheetLanguage.allCases {
            let text = try house.store.printSheet(
                SheetRequest("readers", about: person.id, in: language), by: later
            ).text
            #expect(text.contains(person.personCode) && text.contains("Wang"))
            for secret in [other.personCode, "李丽", "王小明", house.home.nameZh] {
                #expect(!text.contains(secret), "\(secret)")
            }
        }
        #expect(try house.count("SELECT count(*) FROM audit WHERE action = 'print'") == 3)
        #expect(throws: StoreError.noSuchRecord) {
            try house.store.readers(of: person.id, by: house.elsewhere)
        }
        #expect(throws: StoreError.refused(.roleMayNot)) {
            try house.store.readers(of: person.id, by: house.supervisor)
        }
    }
}
