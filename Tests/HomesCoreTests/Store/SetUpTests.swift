import Testing

@testable import HomesCore

@Suite struct SetUpTests {
    @Test func `whoever set the programme up is its first user, whatever ids came after`() throws {
        // Every user of the fixture is made in one millisecond.
        for _ in 0..<5 {
            let house = try HouseFixture()
            #expect(try house.store.firstUser() == house.admin.userId)
        }
        #expect(try HomesStore.throwaway().firstUser() == nil)
    }

    @Test func `setting up makes the programme, its provinces and a user who signs herself`()
        throws
    {
        let house = try HouseFixture()
        #expect(try house.store.programme().nameZh == "测试")
        #expect(try house.store.provinces().map(\.provinceCode) == ["340000", "440000"])
        let admin = try #require(try house.store.users().first { $0.userName == "admin" })
        #expect(admin.role == .admin)
        #expect(try house.count("SELECT count(*) FROM user WHERE createdBy = id") == 1)
    }

    @Test func `a file has one programme`() throws {
        let house = try HouseFixture()
        var user = User()
        user.userName = "second"
        #expect(throws: StoreError.refused(.duplicateValue)) {
            try house.store.setUp(programme: Programme(), firstUser: user, at: HouseFixture.now)
        }
    }

    @Test func `an empty file has no programme`() throws {
        let store = try HomesStore.throwaway()
        #expect(throws: StoreError.noProgramme) { try store.programme() }
    }

    @Test func `homes are found by province and by code, typed as it comes`() throws {
        let house = try HouseFixture()
        #expect(try house.store.homes().map(\.homeCode) == ["AH-014", "AH-015", "GD-002"])
        #expect(try house.store.homes(province: "440000").map(\.homeCode) == ["GD-002"])
        #expect(try house.store.home(code: "ａｈ－０１４")?.id == house.home.id)
        #expect(try house.store.home(code: "AH-999") == nil)
        let summaries = try house.store.homeSummaries(on: house.today)
        #expect(summaries.map(\.beds) == [4, 0, 4])
        #expect(summaries.map(\.rooms) == [1, 0, 1])
    }

    @Test func `rooms and beds come in the order in which people count`() throws {
        let house = try HouseFixture(beds: 12)
        var room = Room()
        room.homeId = house.home.id
        room.name = "10"
        try house.store.addRoom(room, by: house.manager)
        let rooms = try house.store.rooms(homeId: house.home.id)
        #expect(rooms.map(\.room.name) == ["2", "10"])
        #expect(rooms[0].beds.map(\.bedNumber) == (1...12).map(String.init))
    }

    @Test func `only administrators and the home's own manager change the registry`() throws {
        let house = try HouseFixture()
        let home = HouseFixture.home("AH-020", "340121")
        for signature in [house.worker, house.manager, house.supervisor] {
            #expect(throws: StoreError.refused(.roleMayNot)) {
                try house.store.addHome(home, by: signature)
            }
        }
        var room = Room()
        room.homeId = house.other.id
        room.name = "9"
        #expect(throws: StoreError.noSuchRecord) {
            try house.store.addRoom(room, by: house.manager)
        }
        #expect(throws: StoreError.refused(.roleMayNot)) {
            try house.store.addRoom(room, by: house.worker)
        }
    }

    @Test func `a bed leaves the inventory only when it is empty from then on`() throws {
        let house = try HouseFixture()
        try house.admit(bed: 0)
        #expect(throws: StoreError.refused(.bedNotEmpty)) {
            try house.store.endInventory(
                ofBed: house.beds[0].id, from: house.today, by: house.manager)
        }
        let ended = try house.store.endInventory(
            ofBed: house.beds[1].id, from: house.today, by: house.manager)
        #expect(ended.inventoryEndDate == house.today)
        #expect(throws: StoreError.refused(.bedOutsideInventory)) {
            try house.admit("李丽", bed: 1)
        }
    }

    @Test func `a drop-in home gets no beds`() throws {
        let house = try HouseFixture()
        var room = Room()
        room.homeId = house.dropIn.id
        room.name = "1"
        room = try house.store.addRoom(room, by: house.admin)
        #expect(throws: StoreError.refused(.dropInHasNoBeds)) {
            try house.store.addBed(HouseFixture.bed(room, 1), by: house.admin)
        }
    }
}
