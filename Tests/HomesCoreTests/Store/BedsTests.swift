import Testing

@testable import HomesCore

@Suite struct BedsTests {
    private func beds(_ house: HouseFixture, _ stay: Stay) throws -> [String] {
        try house.store.read { db in
            try db.fetchValid(
                BedAssignment.self, "stayId = ?", [stay.id],
                order: "fromNight, coalesce(toNight, '9999-12-31'), id"
            ).map { part in
                let number = try db.fetch(Bed.self, id: part.bedId)?.bedNumber ?? ""
                return "\(number) \(part.fromNight)-\(part.toNight?.iso ?? "")"
            }
        }
    }

    @Test func `a move ends one bed and begins another on the same night`() throws {
        let house = try HouseFixture()
        let stay = try house.stay(try house.admit(from: "2007-03-01"))
        try house.store.moveBed(
            stayId: stay.id, to: house.beds[1].id, from: HouseFixture.day("2007-03-03"),
            by: house.worker)
        #expect(try beds(house, stay) == ["1 2007-03-01-2007-03-03", "2 2007-03-03-"])
        try house.store.moveBed(
            stayId: stay.id, to: house.beds[2].id, from: HouseFixture.day("2007-03-03"),
            reason: .isolation, by: house.worker)
        #expect(
            try beds(house, stay) == [
                "1 2007-03-01-2007-03-03", "2 2007-03-03-2007-03-03", "3 2007-03-03-",
            ])
    }

    @Test func `a move is for a night of the present bed up to today`() throws {
        let house = try HouseFixture()
        let stay = try house.stay(try house.admit(from: "2007-03-01"))
        func move(_ night: String, bed: Int = 1) throws {
            try house.store.moveBed(
                stayId: stay.id, to: house.beds[bed].id, from: HouseFixture.day(night),
                by: house.worker)
        }
        #expect(throws: StoreError.notAllowed(BedWords.noFuture)) { try move("2007-03-06") }
        #expect(throws: StoreError.notAllowed(BedWords.tooEarly)) { try move("2007-02-28") }
        #expect(throws: StoreError.notAllowed(BedWords.sameBed)) { try move("2007-03-05", bed: 0) }
        try move("2007-03-01")
        #expect(try beds(house, stay) == ["1 2007-03-01-2007-03-01", "2 2007-03-01-"])
    }

    @Test func `a move is refused where the bed cannot take her`() throws {
        let house = try HouseFixture()
        let stay = try house.stay(try house.admit(from: "2007-03-01"))
        try house.admit("李丽", from: "2007-03-04", bed: 1)
        try house.store.closeBed(house.beds[2].id, from: house.today, by: house.worker)
        try house.store.holdBed(house.beds[3].id, from: house.today, by: house.worker)
        func refusal(_ bed: Bed, by signature: Signature) -> StoreError? {
            do {
                try house.store.moveBed(
                    stayId: stay.id, to: bed.id, from: house.today, by: signature)
                return nil
            } catch {
                return error
            }
        }
        #expect(refusal(house.beds[1], by: house.worker) == .refused(.bedTaken))
        #expect(refusal(house.beds[2], by: house.worker) == .refused(.bedOutOfService))
        #expect(refusal(house.beds[3], by: house.worker) == .refused(.bedHeld))
        #expect(refusal(house.otherBeds[0], by: house.worker) == .refused(.bedOfAnotherHome))
        #expect(refusal(house.beds[3], by: house.elsewhere) == .noSuchRecord)
        #expect(refusal(house.beds[3], by: house.supervisor) == .refused(.roleMayNot))
        #expect(try beds(house, stay) == ["1 2007-03-01-"])
    }

    @Test func `two residents take each other's beds`() throws {
        let house = try HouseFixture()
        let one = try house.stay(try house.admit(from: "2007-03-01", bed: 0))
        let other = try house.stay(try house.admit("李丽", from: "2007-03-03", bed: 1))
        #expect(throws: StoreError.notAllowed(BedWords.tooEarly)) {
            try house.store.swapBeds(
                stayA: one.id, stayB: other.id, from: HouseFixture.day("2007-03-02"),
                by: house.worker)
        }
        try house.store.swapBeds(
            stayA: one.id, stayB: other.id, from: HouseFixture.day("2007-03-04"), by: house.worker)
        #expect(try beds(house, one) == ["1 2007-03-01-2007-03-04", "2 2007-03-04-"])
        #expect(try beds(house, other) == ["2 2007-03-03-2007-03-04", "1 2007-03-04-"])
        #expect(throws: StoreError.notAllowed(BedWords.sameBed)) {
            try house.store.swapBeds(
                stayA: one.id, stayB: one.id, from: house.today, by: house.worker)
        }
    }

    @Test func `children in her bed come along`() throws {
        let house = try HouseFixture()
        let mother = try house.stay(try house.admit(from: "2007-03-01"))
        var intake = house.intake(
            "王小宝", from: HouseFixture.day("2007-03-04"), bed: house.beds[0])
        intake.stay.motherStayId = mother.id
        let child = try house.stay(try house.store.admit(intake, by: house.worker))
        try house.store.moveBed(
            stayId: mother.id, to: house.beds[1].id, from: HouseFixture.day("2007-03-03"),
            by: house.worker)
        #expect(try beds(house, child) == ["1 2007-03-04-2007-03-04", "2 2007-03-04-"])
        let other = try house.stay(try house.admit("李丽", from: "2007-03-01", bed: 2))
        try house.store.swapBeds(
            stayA: other.id, stayB: mother.id, from: house.today, by: house.worker)
        #expect(try beds(house, child).last == "3 2007-03-05-")
        #expect(try beds(house, other).last == "2 2007-03-05-")
        #expect(try house.store.check().isEmpty)
    }

    @Test func `a bed is held, released, closed and reopened`() throws {
        let house = try HouseFixture()
        let bed = house.beds[0].id
        func state(_ night: CivilDate) throws -> BedState {
            try house.store.bedBoard(homeId: house.home.id, night: night, by: house.worker)
                .rooms[0].beds[0].state
        }
        let later = house.today.adding(days: 3)
        try house.store.holdBed(
            bed, from: house.today, to: later, reason: "18:00", by: house.worker)
        #expect(try state(house.today) == .reserved)
        #expect(try state(later) == .free)
        #expect(throws: StoreError.refused(.bedStatusOverlap)) {
            try house.store.closeBed(bed, from: house.today, by: house.worker)
        }
        try house.store.releaseHold(ofBed: bed, from: house.today, by: house.worker)
        #expect(try state(house.today) == .free)
        #expect(throws: StoreError.notAllowed(BedWords.nothingToRelease)) {
            try house.store.releaseHold(ofBed: bed, from: house.today, by: house.worker)
        }
        try house.store.closeBed(bed, from: house.today, by: house.worker)
        #expect(try state(later) == .outOfService)
        try house.store.reopenBed(bed, from: house.today.adding(days: 1), by: house.worker)
        #expect(try state(house.today) == .outOfService)
        #expect(try state(later) == .free)
        #expect(throws: StoreError.noSuchRecord) {
            try house.store.holdBed(bed, from: house.today, by: house.elsewhere)
        }
    }

    @Test func `an occupied bed is held only from the day she plans to leave`() throws {
        let house = try HouseFixture()
        let stay = try house.stay(try house.admit(from: "2007-03-01"))
        func hold(_ days: Int) throws {
            try house.store.holdBed(
                house.beds[0].id, from: house.today.adding(days: days), by: house.worker)
        }
        #expect(throws: StoreError.refused(.bedTaken)) { try hold(2) }
        var planned = stay
        planned.plannedExitDate = house.today.adding(days: 2)
        try house.store.editStay(planned, by: house.worker)
        #expect(throws: StoreError.refused(.bedTaken)) { try hold(0) }
        #expect(throws: StoreError.refused(.bedTaken)) { try hold(1) }
        try hold(2)
        // She stays on: the bed is occupied, and is not taken off the free ones twice.
        let board = try house.store.bedBoard(
            homeId: house.home.id, night: house.today.adding(days: 2), by: house.worker)
        #expect(board.figures == OccupancyFigures(bedsInService: 4, occupied: 1, held: 0))
    }

    @Test func `the verification names a gap before the transaction ends`() throws {
        let house = try HouseFixture()
        let stay = try house.stay(try house.admit(from: "2007-03-01"))
        try house.store.read { try $0.verifyTiled(stayId: stay.id) }
        try house.store.read { db in
            try db.inTransaction {
                try db.execute(
                    sql: "UPDATE bedAssignment SET toNight = '2007-03-03' WHERE stayId = ?",
                    arguments: [stay.id])
                #expect(throws: StoreError.refused(.nightWithoutBed)) {
                    try db.verifyTiled(stayId: stay.id)
                }
                return .rollback
            }
        }
    }
}
