import Testing

@testable import HomesCore

@Suite struct UndoTests {
    /// Does something, undoes it, and expects the file to be as it was.
    private func expectUndone(
        _ house: HouseFixture, _ operation: OperationName, _ body: () throws -> Void,
        line: SourceLocation = #_sourceLocation
    ) throws {
        let before = try house.contents()
        try body()
        #expect(try house.contents() != before, sourceLocation: line)
        let offer = try #require(
            try house.store.lastUndoable(by: house.worker), sourceLocation: line)
        #expect(offer.operation == operation, sourceLocation: line)
        try house.store.undo(operationId: offer.operationId, by: house.worker)
        #expect(try house.contents() == before, sourceLocation: line)
        #expect(
            try house.store.lastUndoable(by: house.worker)?.operationId != offer.operationId,
            sourceLocation: line)
        #expect(try house.store.check().isEmpty, sourceLocation: line)
    }

    @Test func `every operation of the beds is undone exactly`() throws {
        let house = try HouseFixture()
        let day = HouseFixture.day
        try expectUndone(house, .admit) { try house.admit(from: "2007-03-01") }
        let one = try house.stay(try house.admit(from: "2007-03-01"))
        let other = try house.stay(try house.admit("李丽", from: "2007-03-01", bed: 1))
        try expectUndone(house, .moveBed) {
            try house.store.moveBed(
                stayId: one.id, to: house.beds[2].id, from: day("2007-03-01"), by: house.worker)
        }
        try expectUndone(house, .swapBeds) {
            try house.store.swapBeds(
                stayA: one.id, stayB: other.id, from: day("2007-03-03"), by: house.worker)
        }
        try expectUndone(house, .holdBed) {
            try house.store.holdBed(house.beds[3].id, from: house.today, by: house.worker)
        }
        try house.store.holdBed(house.beds[3].id, from: house.today, by: house.worker)
        try expectUndone(house, .releaseHold) {
            try house.store.releaseHold(
                ofBed: house.beds[3].id, from: house.today, by: house.worker)
        }
        try expectUndone(house, .closeBed) {
            try house.store.closeBed(house.beds[2].id, from: house.today, by: house.worker)
        }
        try expectUndone(house, .exit) {
            try house.store.exit(stayId: one.id, Departure(date: house.today), by: house.worker)
        }
        try expectUndone(house, .voidRecord) {
            try house.store.void(
                table: Stay.table, id: other.id, reason: "twice", by: house.worker)
        }
        try expectUndone(house, .editRecord) {
            var stay = try house.store.read { try $0.existing(Stay.self, one.id) }
            stay.needs = .said("papers")
            stay.belongings = "a bag"
            try house.store.editStay(stay, by: house.worker)
        }
        try house.store.exit(stayId: one.id, Departure(date: house.today), by: house.worker)
        try expectUndone(house, .correctExit) {
            try house.store.correctExit(
                stayId: one.id, Departure(date: day("2007-03-03"), destination: .hospital),
                by: house.worker)
        }
        try expectUndone(house, .admitAgain) {
            try house.store.admitAgain(
                one.personId, house.intake(bed: house.beds[0]), by: house.worker)
        }
    }

    @Test func `undo goes back step by step`() throws {
        let house = try HouseFixture()
        let empty = try house.contents()
        let stay = try house.stay(try house.admit(from: "2007-03-01"))
        for bed in [1, 2, 3] {
            try house.store.moveBed(
                stayId: stay.id, to: house.beds[bed].id, from: house.today, by: house.worker)
        }
        for _ in 0..<4 {
            let offer = try #require(try house.store.lastUndoable(by: house.worker))
            try house.store.undo(operationId: offer.operationId, by: house.worker)
        }
        #expect(try house.contents() == empty)
        #expect(try house.store.lastUndoable(by: house.worker) == nil)
    }

    @Test func `what was changed since is not undone`() throws {
        let house = try HouseFixture()
        let stay = try house.stay(try house.admit(from: "2007-03-01"))
        let offer = try #require(try house.store.lastUndoable(by: house.worker))
        #expect(offer.phrase.english == "Admitted, AH014-0001")
        try house.store.moveBed(
            stayId: stay.id, to: house.beds[1].id, from: house.today, by: house.manager)
        let before = try house.contents()
        #expect(throws: StoreError.refused(.undoOvertaken)) {
            try house.store.undo(operationId: offer.operationId, by: house.worker)
        }
        #expect(try house.contents() == before)
        // Once the move is undone, the way is free again.
        let move = try #require(try house.store.lastUndoable(by: house.manager))
        try house.store.undo(operationId: move.operationId, by: house.manager)
        try house.store.undo(operationId: offer.operationId, by: house.worker)
        #expect(try house.count("SELECT count(*) FROM stay WHERE voidedAt IS NULL") == 0)
    }

    @Test func `something new that depends on it keeps it`() throws {
        let house = try HouseFixture()
        let admission = try house.admit(from: "2007-03-01")
        let offer = try #require(try house.store.lastUndoable(by: house.worker))
        var contact = Contact()
        contact.personId = admission.person.id
        _ = try house.store.perform(.editRecord, house.manager) { op in
            try op.insert(contact, about: nil)
        }
        #expect(throws: StoreError.refused(.undoOvertaken)) {
            try house.store.undo(operationId: offer.operationId, by: house.worker)
        }
    }

    @Test func `only one's own, of the last day, in the same home, and once`() throws {
        let house = try HouseFixture()
        try house.admit()
        let offer = try #require(try house.store.lastUndoable(by: house.worker))
        #expect(try house.store.lastUndoable(by: house.manager) == nil)
        func refused(_ signature: Signature) {
            #expect(throws: StoreError.refused(.nothingToUndo)) {
                try house.store.undo(operationId: offer.operationId, by: signature)
            }
        }
        refused(house.manager)
        var later = house.worker
        later.at = later.at.adding(seconds: HomesStore.undoSeconds + 1)
        #expect(try house.store.lastUndoable(by: later) == nil)
        refused(later)
        try house.store.setHomes(
            of: house.worker.userId, to: [house.home.id, house.other.id],
            second: house.second, by: house.admin)
        var moved = house.worker
        moved.homeId = house.other.id
        moved.homeCode = house.other.homeCode
        #expect(try house.store.lastUndoable(by: moved) == nil)
        refused(moved)
        try house.store.undo(operationId: offer.operationId, by: house.worker)
        refused(house.worker)
    }

    @Test func `a record is voided with its parts and a reason, in one's own home`() throws {
        let house = try HouseFixture()
        let admission = try house.admit()
        let stay = try house.stay(admission)
        func void(_ table: String, _ id: String, _ reason: String, _ by: Signature) -> StoreError? {
            do {
                try house.store.void(table: table, id: id, reason: reason, by: by)
                return nil
            } catch {
                return error
            }
        }
        #expect(void(Stay.table, stay.id, "twice", house.elsewhere) == .noSuchRecord)
        #expect(void(Stay.table, stay.id, "twice", house.supervisor) == .refused(.roleMayNot))
        #expect(void("nothing", stay.id, "twice", house.worker) == .noSuchRecord)
        #expect(void(Home.table, house.home.id, "twice", house.worker) == .refused(.roleMayNot))
        guard case .notAllowed = void(Stay.table, stay.id, "  ", house.worker) else {
            Issue.record("voided without a reason")
            return
        }
        guard case .notAllowed = void(Case.table, admission.case.id, "twice", house.worker) else {
            Issue.record("voided under its stay")
            return
        }
        #expect(void(Stay.table, stay.id, "twice", house.worker) == nil)
        #expect(
            try house.count("SELECT count(*) FROM bedAssignment WHERE voidReason = 'twice'") == 1)
        #expect(void(Stay.table, stay.id, "twice", house.worker) == .noSuchRecord)
        #expect(try house.admit("李丽", bed: 0).assignment != nil)
    }
}
