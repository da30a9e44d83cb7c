import Testing

@testable import HomesCore

@Suite struct UsersTests {
    @Test func `the sign-in list says who works where`() throws {
        let house = try HouseFixture()
        let users = try house.store.users()
        #expect(users.map(\.userName) == ["admin", "li", "sun", "wang", "zhao"])
        #expect(users[1].homeCodes == ["AH-014"])
        #expect(users[4].homeCodes.isEmpty)
    }

    @Test func `signing in and out is written to the journal of the home`() throws {
        let house = try HouseFixture()
        let signed = try house.store.signIn(userName: "ＬＩ", at: HouseFixture.now)
        #expect(signed.home?.homeCode == "AH-014")
        #expect(signed.signature.journal == "AH-014")
        try house.store.signOut(by: signed.signature)
        #expect(
            try house.count(
                "SELECT count(*) FROM audit WHERE journal = 'AH-014' AND action = 'logout'") == 1)
        #expect(
            try house.count(
                "SELECT count(*) FROM audit WHERE action = 'login' AND userId = ?",
                [
                    signed.user.id
                ]) == 2)
    }

    @Test func `an unknown user, a disabled one and another home get the same answer`() throws {
        let house = try HouseFixture()
        #expect(throws: StoreError.noSuchRecord) {
            try house.store.signIn(userName: "nobody", at: HouseFixture.now)
        }
        #expect(throws: StoreError.noSuchRecord) {
            try house.store.signIn(
                userName: "li", homeId: house.other.id, at: HouseFixture.now)
        }
        #expect(try house.count("SELECT count(*) FROM audit WHERE action = 'failedLogin'") == 1)
        try house.store.disableUser(house.worker.userId, by: house.admin)
        #expect(throws: StoreError.noSuchRecord) {
            try house.store.signIn(userName: "li", at: HouseFixture.now)
        }
    }

    @Test func `who is disabled or moved works on in no open session`() throws {
        for change: (HouseFixture) throws -> Void in [
            { try $0.store.disableUser($0.worker.userId, by: $0.admin) },
            {
                try $0.store.setHomes(
                    of: $0.worker.userId, to: [$0.other.id], second: $0.second, by: $0.admin)
            },
        ] {
            let house = try HouseFixture()
            let person = try house.admit(bed: 0).person
            #expect(try house.store.isStillSignedIn(house.worker))
            try change(house)
            #expect(try !house.store.isStillSignedIn(house.worker))
            #expect(throws: StoreError.refused(.signedOff)) { try house.admit("李丽", bed: 1) }
            #expect(throws: StoreError.refused(.signedOff)) {
                try house.store.residentPage(person.id, by: house.worker)
            }
        }
    }

    @Test func `who works in two homes says which`() throws {
        let house = try HouseFixture()
        try house.store.setHomes(
            of: house.worker.userId, to: [house.home.id, house.other.id],
            second: house.second, by: house.admin)
        #expect(throws: StoreError.self) {
            try house.store.signIn(userName: "li", at: HouseFixture.now)
        }
        let signed = try house.store.signIn(
            userName: "li", homeId: house.other.id, at: HouseFixture.now)
        #expect(signed.signature.homeCode == "GD-002")
        try house.store.setHomes(
            of: house.worker.userId, to: [house.other.id], second: house.second,
            by: house.admin)
        #expect(
            try house.store.signIn(userName: "li", at: HouseFixture.now).home?.id == house.other.id)
        try house.store.setHomes(
            of: house.worker.userId, to: [house.home.id], second: house.second,
            by: house.admin)
        #expect(
            try house.store.signIn(userName: "li", at: HouseFixture.now).home?.id == house.home.id)
    }

    @Test func `user names are unique whatever the case, and have no space`() throws {
        let house = try HouseFixture()
        var user = User()
        user.userName = "LI"
        #expect(throws: StoreError.refused(.userNameTaken)) {
            try house.store.addUser(user, homeIds: [house.home.id], by: house.admin)
        }
        user.userName = "li si"
        #expect(throws: StoreError.refused(.invalidValue)) {
            try house.store.addUser(user, homeIds: [house.home.id], by: house.admin)
        }
        user.userName = "zhou"
        #expect(throws: StoreError.self) {
            try house.store.addUser(user, homeIds: [], by: house.admin)
        }
        #expect(throws: StoreError.refused(.roleMayNot)) {
            try house.store.addUser(user, homeIds: [house.home.id], by: house.manager)
        }
    }

    @Test func `until there is an administrator the first user stands in`() throws {
        let store = try HomesStore.throwaway()
        var first = User()
        first.userName = "chen"
        let saved = try store.setUp(
            programme: Programme(), firstUser: first,
            provinces: [HouseFixture.province("340000", "安徽省", "Anhui")], at: HouseFixture.now)
        let signed = try store.signIn(userName: "chen", at: HouseFixture.now)
        #expect(signed.home == nil)
        let home = try store.addHome(
            HouseFixture.home("AH-001", "340121"), by: signed.signature)
        try store.setHomes(of: saved.id, to: [home.id], by: signed.signature)
        #expect(try store.signIn(userName: "chen", at: HouseFixture.now).home?.id == home.id)
        var admin = User()
        admin.userName = "admin"
        admin.role = .admin
        try store.addUser(admin, homeIds: [], by: signed.signature)
        #expect(throws: StoreError.refused(.roleMayNot)) {
            try store.addHome(HouseFixture.home("AH-002", "340121"), by: signed.signature)
        }
    }
}
