import Foundation
import GRDB
import Testing

@testable import HomesCore

/// Where a woman went lies under a second key, which only those who work with her carry.
@Suite struct SecondSealTests {
    /// A house whose worker and supervisor have passwords, with a woman who has left.
    private func house() throws -> (HouseFixture, Stay) {
        let house = try HouseFixture()
        for user in [house.worker, house.manager, house.supervisor, house.admin] {
            try house.store.give("four words of her own \(user.role)", toUser: user.userId)
        }
        let admitted = try house.admit("王小明", from: "2007-03-01")
        let stay = try house.stay(admitted)
        try house.store.exit(
            stayId: stay.id,
            Departure(
                date: house.today, destination: .rentedRoom, place: .said("柳树巷七号")),
            by: house.worker)
        return (house, stay)
    }

    /// Another process of a user.
    private func door(_ house: HouseFixture, _ name: String, _ role: Role) throws -> HomesStore {
        let store = HomesStore(path: house.store.path, keyFile: house.store.keyFile)
        _ = try store.unlock(userName: name, password: "four words of her own \(role)")
        return store
    }

    private func read(_ store: HomesStore, _ id: String) throws -> Stay {
        try store.read { try $0.existing(Stay.self, id) }
    }

    @Test func `a caseworker reads it, a supervisor and an administrator do not`() throws {
        let (house, stay) = try house()
        let hers = try read(try door(house, "li", .caseworker), stay.id)
        #expect(hers.destination == .rentedRoom && hers.destinationPlace == .said("柳树巷七号"))
        for (name, role) in [("zhao", Role.supervisor), ("admin", .admin)] {
            let other = try read(try door(house, name, role), stay.id)
            #expect(other.destination == .sealed, "\(name)")
            #expect(other.destinationPlace == Told(nil), "\(name)")
            #expect(other.exitDate == house.today)
        }
    }

    @Test func `behind the first seal it is nowhere in plain, not in the journal either`() throws {
        let (house, stay) = try house()
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("homes-second-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let open = try DatabaseQueue(path: folder.path)
        try house.store.queue.backup(to: open)
        try open.close()
        let bytes = try Data(contentsOf: folder)
        for canary in ["柳树巷七号", "RENTED_ROOM"] {
            #expect(bytes.range(of: Data(canary.utf8)) == nil, "\(canary)")
        }
        // The control: what lies under the first seal alone is there.
        #expect(bytes.range(of: Data(stay.id.utf8)) != nil)
        let texts = try house.store.history(personId: stay.personId, by: house.worker)
        #expect(texts.contains { $0.new?.english.contains("柳树巷七号") == true })
    }

    @Test func `it is undone and corrected like everything else`() throws {
        let (house, stay) = try house()
        let offer = try #require(try house.store.lastUndoable(by: house.worker))
        try house.store.undo(operationId: offer.operationId, by: house.worker)
        #expect(try read(house.store, stay.id).destination == .notCollected)
        #expect(try read(house.store, stay.id).destinationPlace == Told(nil))
    }

    @Test func `who does not carry the second key writes it, and others read that`() throws {
        let (house, stay) = try house()
        let admin = try door(house, "admin", .admin)
        let queue = try admin.openQueue()
        try queue.inDatabase { db in
            try db.execute(
                sql: """
                    UPDATE stay SET destinationPlace =
                      homesSeal('石桥头三号', 'stay.destinationPlace.' || id) WHERE id = ?
                    """, arguments: [stay.id])
            let stored = try String.fetchOne(
                db, sql: "SELECT destinationPlace FROM stay WHERE id = ?", arguments: [stay.id])
            #expect(stored?.hasPrefix("\u{2}p") == true)
        }
        #expect(
            try read(try door(house, "li", .caseworker), stay.id).destinationPlace
                == .said("石桥头三号"))
        // A text moved to another record, or changed, opens nowhere.
        try queue.inDatabase { db in
            try db.execute(
                sql: """
                    UPDATE stay SET destinationPlace =
                      homesSeal('石桥头三号', 'stay.destinationPlace.of another') WHERE id = ?
                    """, arguments: [stay.id])
        }
        #expect(
            try read(try door(house, "li", .caseworker), stay.id).destinationPlace == Told(nil))
    }

    @Test func `what she could not read, nobody writes back as if it were known`() throws {
        let (house, _) = try house()
        let admin = try door(house, "admin", .admin)
        #expect(throws: (any Error).self) {
            try admin.openQueue().inDatabase { db in
                try db.execute(sql: "SELECT homesSeal('SEALED', 'stay.destination.x')")
                _ = try String.fetchOne(db, sql: "SELECT homesSeal('SEALED', 'x')")
            }
        }
    }
}
