import Crypto
import Foundation
import GRDB
import Testing

@testable import HomesCore

/// What the journal says about a person lies under her own key, and goes with it.
@Suite struct JournalSealTests {
    private static let canaries = ["夜莺甲乙", "canary-new-7301", "金丝雀原因壹"]

    /// A house in a file of its own, with a woman whose entries carry the canaries and one whose
    /// entries stay.
    private func house() throws -> (HouseFixture, Person, Person) {
        let house = try HouseFixture()
        let hers = try house.admit("王小明")
        let other = try house.admit("李丽", bed: 1)
        let canaries = JournalSealTests.canaries
        try house.store.perform(.editRecord, house.worker) { op in
            try op.journal(
                .update, Person.table, hers.person.id, about: hers.person.id, field: "alias",
                old: canaries[0], new: canaries[1], reason: canaries[2])
        }
        var person = hers.person
        person.alias = .said("小明")
        person = try house.store.editPerson(person, by: house.worker)
        var second = other.person
        second.alias = .said("丽丽")
        second = try house.store.editPerson(second, by: house.worker)
        return (house, person, second)
    }

    private func inFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("homes-seal-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }

    /// Every byte behind the seal: of a copy of the pages, free ones too, that lies open.
    private func bytes(_ house: HouseFixture, _ folder: URL) throws -> Data {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent(UUID().uuidString)
        let open = try DatabaseQueue(path: file.path)
        try house.store.queue.backup(to: open)
        try open.close()
        return try Data(contentsOf: file)
    }

    private func destroy(_ person: Person, _ house: HouseFixture) throws {
        try house.store.perform(.purge, house.manager) { try $0.destroyKey(of: person.id) }
    }

    private func said(_ person: Person, _ house: HouseFixture) throws -> String {
        try house.store.history(personId: person.id, by: house.manager)
            .map { $0.what.english + ($0.reason ?? "") }.joined(separator: "\n")
    }

    @Test func `with her key goes what the journal says about her, and the chain holds`() throws {
        try inFolder { folder in
            let (house, person, other) = try house()
            let key = try house.store.read {
                try Data.fetchOne(
                    $0, sql: "SELECT \"key\" FROM personKey WHERE personId = ?",
                    arguments: [person.id])
            }
            let held = try #require(key)
            let anchor = JournalAnchor(try house.store.proveJournals())
            // The control: before, her key is in the file and opens all of it, and a text in plain
            // is found by this search.
            let before = try bytes(house, folder)
            #expect(before.range(of: held) != nil)
            #expect(before.range(of: Data("小明".utf8)) != nil)
            let history = try said(person, house)
            var looked = 0
            for canary in JournalSealTests.canaries {
                #expect(history.contains(canary))
                #expect(before.range(of: Data(canary.utf8)) == nil, "\(canary)")
                looked += 1
            }
            try destroy(person, house)
            let after = try bytes(house, folder)
            #expect(after.range(of: held) == nil)
            for canary in JournalSealTests.canaries {
                #expect(after.range(of: Data(canary.utf8)) == nil, "\(canary)")
                looked += 1
            }
            #expect(looked == 6)
            print("canaries of the journal: \(looked) looked for in \(after.count) bytes")
            let gone = try said(person, house)
            for canary in JournalSealTests.canaries { #expect(!gone.contains(canary)) }
            let alias = try #require(Person.field("alias")).label.english
            #expect(gone.contains("\(alias): what was written here has been destroyed"))
            #expect(try said(other, house).contains("丽丽"))
            #expect(try house.store.proveJournals(against: anchor).faults.isEmpty)
            #expect(try house.store.check().isEmpty)
            #expect(try house.store.lastUndoable(by: house.worker) != nil)
            _ = try house.store.today(homeId: house.home.id, by: house.worker)
        }
    }

    @Test func `a key goes only by a purge, and does not come back`() throws {
        let house = try HouseFixture()
        let person = try house.admit().person
        func run(_ sql: String) throws {
            try house.store.queue.inDatabase { try $0.execute(sql: sql) }
        }
        for sql in [
            "DELETE FROM personKey", "UPDATE personKey SET \"key\" = randomblob(32)",
            "INSERT OR REPLACE INTO personKey SELECT personId, randomblob(32) FROM personKey",
            "DELETE FROM searchKeyring", "UPDATE searchKeyring SET \"key\" = randomblob(32)",
            "INSERT OR REPLACE INTO searchKeyring VALUES (1, randomblob(32))",
        ] {
            #expect(throws: DatabaseError.self, "\(sql)") { try run(sql) }
        }
        try destroy(person, house)
        #expect(throws: DatabaseError.self) {
            try run("INSERT INTO personKey VALUES ('\(person.id)', randomblob(32))")
        }
        // A second time there is nothing to destroy, and nothing new is said about her.
        #expect(throws: StoreError.noSuchRecord) { try destroy(person, house) }
        var changed = person
        changed.alias = .said("x")
        #expect(throws: StoreError.refused(.journalIsAppendOnly)) {
            try house.store.editPerson(changed, by: house.worker)
        }
    }

    @Test func `no entry about a person has a text outside the seal`() throws {
        let fixture = try WorkFixture()
        let programme = try HomesStore.throwaway()
        try DemoProgramme(residents: 60, today: HouseFixture.day("2007-03-05")).fill(programme)
        for store in [fixture.store, programme] {
            let (plain, sealed) = try store.read { db in
                (
                    try Int.fetchOne(
                        db,
                        sql: """
                            SELECT count(*) FROM audit WHERE personId IS NOT NULL
                              AND coalesce(old, new, reason) IS NOT NULL
                            """) ?? -1,
                    try Int.fetchOne(
                        db, sql: "SELECT count(*) FROM audit WHERE sealed IS NOT NULL") ?? 0
                )
            }
            #expect(plain == 0)
            print("sealed entries: \(sealed)")
        }
        #expect(throws: DatabaseError.self) {
            try fixture.store.queue.inDatabase {
                try $0.execute(
                    sql: """
                        INSERT INTO audit (journal, seq, at, userId, role, operationId, operation,
                          action, personId, old, prevHash, hash)
                        VALUES ('XX-001', 1, '', '', '', '', '', '', 'p', 'plain',
                          zeroblob(32), zeroblob(32))
                        """)
            }
        }
    }

    @Test func `sealed texts open at their place alone and whole`() throws {
        let key = SymmetricKey(size: .bits256)
        let place = JournalPlace(journal: "AH-014", seq: 7, rowId: "r", field: "alias")
        for text in [
            JournalText(old: "a", new: nil, reason: nil),
            JournalText(old: nil, new: "", reason: "因"),
            JournalText(old: String(repeating: "长", count: 5_000), new: "b", reason: "c"),
        ] {
            let sealed = try #require(try JournalSeal.seal(text, at: place, under: key))
            #expect(try JournalSeal.open(sealed, at: place, under: key) == text)
            for other in [
                JournalPlace(journal: "AH-015", seq: 7, rowId: "r", field: "alias"),
                JournalPlace(journal: "AH-014", seq: 8, rowId: "r", field: "alias"),
                JournalPlace(journal: "AH-014", seq: 7, rowId: nil, field: "alias"),
                JournalPlace(journal: "AH-014", seq: 7, rowId: "r", field: "skills"),
            ] {
                #expect(throws: StoreError.damaged) {
                    try JournalSeal.open(sealed, at: other, under: key)
                }
            }
            #expect(throws: StoreError.damaged) {
                try JournalSeal.open(sealed.dropLast(), at: place, under: key)
            }
            #expect(throws: StoreError.damaged) {
                try JournalSeal.open(sealed, at: place, under: SymmetricKey(size: .bits256))
            }
        }
        // A name of two characters and one of four are as long when sealed.
        #expect(
            try JournalSeal.seal(JournalText(new: "王丽"), at: place, under: key)?.count
                == JournalSeal.seal(JournalText(new: "欧阳小丽"), at: place, under: key)?.count)
        #expect(try JournalSeal.seal(JournalText(), at: place, under: key) == nil)
    }
}
