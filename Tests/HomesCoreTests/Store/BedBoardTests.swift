import Testing

@testable import HomesCore

@Suite struct BedBoardTests {
    @Test func `the board shows a code and initials, since when, and never a name`() throws {
        let house = try HouseFixture()
        let admission = try house.admit(from: "2007-03-01")
        let board = try house.store.bedBoard(
            homeId: house.home.id, night: house.today, by: house.worker)
        let bed = board.rooms[0].beds[0]
        #expect(bed.state == .occupied)
        #expect(bed.state.letter == "O")
        #expect(bed.occupant?.personCode == admission.person.personCode)
        #expect(bed.occupant?.initials == "WX")
        #expect(bed.occupant?.since == HouseFixture.day("2007-03-01"))
        #expect(bed.occupant?.nightsSoFar == 4)
        #expect(!"\(board)".contains("王小明"))
        #expect(board.rooms[0].beds.dropFirst().allSatisfy { $0.state == .free })
        let before = try house.store.bedBoard(
            homeId: house.home.id, night: HouseFixture.day("2007-02-28"), by: house.worker)
        #expect(before.figures.occupied == 0)
    }

    @Test func `supervisors see beds of any home and nobody in them`() throws {
        let house = try HouseFixture()
        try house.admit(from: "2007-03-01")
        try house.store.holdBed(
            house.beds[1].id, from: house.today, to: nil, reason: "for 李红, from the station",
            by: house.worker)
        #expect(throws: StoreError.refused(.roleMayNot)) {
            try house.store.bedBoard(
                homeId: house.home.id, night: house.today, by: house.supervisor)
        }
        #expect(throws: StoreError.noSuchRecord) {
            try house.store.bedBoard(
                homeId: house.other.id, night: house.today, by: house.worker)
        }
        let board = try house.store.homeOccupancy(
            homeId: house.home.id, night: house.today, today: house.today)
        #expect(board.rooms[0].beds[0].state == .occupied)
        #expect(board.rooms[0].beds[0].occupant == nil)
        #expect(!"\(board)".contains("AH014-0001"))
        #expect(board.rooms[0].beds[1].state == .reserved)
        #expect(!"\(board)".contains("李红"))
    }

    @Test func `a bed out of the inventory is not on the board`() throws {
        let house = try HouseFixture()
        try house.store.endInventory(
            ofBed: house.beds[3].id, from: house.today, by: house.manager)
        func count(_ night: CivilDate) throws -> Int {
            try house.store.bedBoard(homeId: house.home.id, night: night, by: house.worker)
                .rooms[0].beds.count
        }
        #expect(try count(house.today) == 3)
        #expect(try count(house.today.adding(days: -1)) == 4)
        #expect(try count(HouseFixture.day("2003-12-31")) == 0)
    }
}
