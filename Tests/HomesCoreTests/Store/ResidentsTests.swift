import Testing

@testable import HomesCore

@Suite struct ResidentsTests {
    @Test func `the list has who is here, who left, or everybody`() throws {
        let house = try HouseFixture()
        let first = try house.admit("王小明", from: "2007-02-01", bed: 0)
        try house.store.exit(
            stayId: try house.stay(first).id, Departure(date: HouseFixture.day("2007-02-11")),
            by: house.worker)
        var intake = house.intake(
            "李丽", from: HouseFixture.day("2007-03-01"), bed: house.beds[1])
        intake.case.riskLevel = .high
        intake.stay.plannedExitDate = HouseFixture.day("2007-03-20")
        try house.store.admit(intake, by: house.worker)
        func list(_ filter: ResidentFilter) throws -> [ResidentRow] {
            try house.store.residentList(
                homeId: house.home.id, filter: filter, by: house.worker)
        }
        let here = try list(.here)
        #expect(here.map(\.personCode) == ["AH014-0002"])
        #expect(here[0].bed == "2/2")
        #expect(here[0].initials == "LL")
        #expect(here[0].nights == 4)
        #expect(here[0].risk == .high)
        #expect(here[0].nextDue == HouseFixture.day("2007-03-20"))
        #expect(here[0].status == .here)
        #expect(SearchQuery("lili").matches(here[0].searchKey))
        let left = try list(.left)
        #expect(left.map(\.personCode) == ["AH014-0001"])
        #expect(left[0].nights == 10)
        #expect(left[0].bed == nil)
        #expect(left[0].nextDue == HouseFixture.day("2007-03-13"))
        #expect(try list(.all).map(\.status) == [.left, .here])
        try house.store.admitAgain(
            first.person.id, house.intake(bed: house.beds[0]), by: house.worker)
        #expect(try list(.left).isEmpty)
        #expect(try list(.here).map(\.entryDate) == [house.today, HouseFixture.day("2007-03-01")])
    }

    @Test func `names come only when asked for, and then the journal says so first`() throws {
        let house = try HouseFixture()
        try house.admit("王小明")
        func list(_ names: Bool) throws -> [String?] {
            try house.store.residentList(
                homeId: house.home.id, filter: .here, names: names, by: house.worker
            ).map(\.name)
        }
        #expect(try list(false) == [nil])
        let shown = "SELECT count(*) FROM audit WHERE operation = 'showNames'"
        #expect(try house.count(shown) == 0)
        #expect(try list(true) == ["王小明"])
        #expect(try house.count(shown) == 1)
        try house.store.read { db in
            try db.execute(
                sql: """
                    CREATE TEMP TRIGGER full BEFORE INSERT ON main.audit
                    BEGIN SELECT RAISE(ABORT, 'full'); END
                    """)
        }
        #expect(throws: StoreError.self) { try list(true) }
        #expect(try list(false) == [nil])
    }

    @Test func `the list is of one's own home`() throws {
        let house = try HouseFixture()
        try house.admit()
        #expect(throws: StoreError.noSuchRecord) {
            try house.store.residentList(
                homeId: house.home.id, filter: .all, by: house.elsewhere)
        }
        for signature in [house.supervisor, house.admin] {
            #expect(throws: StoreError.refused(.roleMayNot)) {
                try house.store.residentList(
                    homeId: house.home.id, filter: .all, by: signature)
            }
        }
    }

    @Test func `she is found by every number of hers, and the list says how she may be reached`()
        throws
    {
        let house = try HouseFixture()
        var intake = house.intake("王小明", bed: house.beds[0])
        intake.person.prs_IdentityNumber = .said("340121199005010023")
        var own = Contact()
        own.phone = .said("13900001234")
        own.mayText = .yes
        own.checkedOn = house.today
        var mother = Contact()
        mother.kind = .family
        mother.phone = .said("13900005678")
        mother.mayCall = .yes
        intake.contacts = [mother, own]
        let her = try house.store.admit(intake, by: house.worker).person
        try house.admit("李丽", bed: 1)
        func found(_ typed: String) throws -> [ResidentRow] {
            let rows = try house.store.residentList(
                homeId: house.home.id, filter: .here, by: house.worker)
            var index = PersonIndex(rows.map(\.searchKey))
            return index.find(typed).places.map { rows[$0] }
        }
        for typed in ["13900001234", "1234", "5678", "139-0000-5678", "340121", "0023"] {
            #expect(try found(typed).map(\.personId) == [her.id], "\(typed)")
        }
        #expect(try found("王晓名").map(\.personId) == [her.id])
        #expect(try found("wnagxiaoming").map(\.personId) == [her.id])
        #expect(try found("wanxiaomin").map(\.personId) == [her.id])
        #expect(try found("").map(\.contact) == [.mayText, .none])
        // A number that was voided finds nobody; flags that are too old allow nothing.
        let contacts = try house.store.residentPage(her.id, by: house.worker).contacts
        let second = try #require(contacts.first { $0.contact.kind == .family }).contact
        try house.store.void(table: "contact", id: second.id, reason: "wrong", by: house.worker)
        #expect(try found("5678").isEmpty)
        let later = house.worker(on: house.today.adding(days: 91))
        let row = try house.store.residentList(
            homeId: house.home.id, filter: .here, by: later)[0]
        #expect(row.contact == .unsafe)
    }
}
