import GRDB

@testable import HomesCore

/// A programme made through the public operations only: two provinces, three homes (one drop-in),
/// staff, and the beds of the first home. Invented. Its today is 2007-03-05.
struct HouseFixture {
    private(set) var store: HomesStore
    let admin: Signature
    let worker: Signature
    let manager: Signature
    let elsewhere: Signature
    let supervisor: Signature
    let home: Home
    let other: Home
    let dropIn: Home
    let room: Room
    let beds: [Bed]
    let otherBeds: [Bed]

    static let now = Instant(day("2007-03-05"), hour: 10)

    static func day(_ iso: String) -> CivilDate {
        CivilDate(iso: iso) ?? CivilDate(dayNumber: 0)
    }

    var today: CivilDate { HouseFixture.now.localDate() }

    /// The manager has just typed her password beside the administrator.
    var second: PasswordProof { PasswordProof(userId: manager.userId, at: HouseFixture.now) }

    /// The worker's signature at another moment.
    func worker(on date: CivilDate) -> Signature {
        var signature = worker
        signature.at = Instant(date, hour: 10)
        return signature
    }

    init(store given: HomesStore? = nil, beds count: Int = 4) throws {
        let store = try given ?? HomesStore.throwaway()
        self.store = store
        var programme = Programme()
        programme.nameEn = "Test"
        programme.nameZh = "测试"
        var first = User()
        first.userName = "admin"
        first.role = .admin
        let saved = try store.setUp(
            programme: programme, firstUser: first,
            provinces: [
                HouseFixture.province("340000", "安徽省", "Anhui"),
                HouseFixture.province("440000", "广东省", "Guangdong"),
            ], at: HouseFixture.now)
        let signature = Signature(userId: saved.id, role: .admin, at: HouseFixture.now)
        admin = signature
        home = try store.addHome(HouseFixture.home("AH-014", "340121"), by: signature)
        other = try store.addHome(HouseFixture.home("GD-002", "440103"), by: signature)
        var day = HouseFixture.home("AH-015", "340122")
        day.serviceMode = .dropIn
        dropIn = try store.addHome(day, by: signature)
        var rooms: [Room] = []
        var made: [[Bed]] = []
        for home in [home, other] {
            var room = Room()
            room.homeId = home.id
            room.name = "2"
            room = try store.addRoom(room, by: signature)
            rooms.append(room)
            made.append(
                try (1...count).map { number in
                    try store.addBed(HouseFixture.bed(room, number), by: signature)
                })
        }
        room = rooms[0]
        beds = made[0]
        otherBeds = made[1]
        worker = try HouseFixture.user("li", .caseworker, home, store, signature)
        manager = try HouseFixture.user("wang", .homeManager, home, store, signature)
        let second = PasswordProof(userId: manager.userId, at: HouseFixture.now)
        elsewhere = try HouseFixture.user("sun", .caseworker, other, store, signature, second)
        supervisor = try HouseFixture.user("zhao", .supervisor, nil, store, signature, second)
    }

    static func user(
        _ name: String, _ role: Role, _ home: Home?, _ store: HomesStore, _ admin: Signature,
        _ second: PasswordProof? = nil
    ) throws -> Signature {
        var user = User()
        user.userName = name
        user.displayName = name.capitalized
        user.role = role
        try store.addUser(
            user, homeIds: home.map { [$0.id] } ?? [], second: second, by: admin)
        return try store.signIn(userName: name, at: now).signature
    }

    static func province(_ code: String, _ zh: String, _ en: String) -> Province {
        var province = Province()
        province.provinceCode = code
        province.nameZh = zh
        province.nameEn = en
        return province
    }

    static func home(_ code: String, _ county: String) -> Home {
        var home = Home()
        home.homeCode = code
        home.nameZh = "妇女之家"
        home.nameEn = "Women's Home"
        home.provinceCode = String(county.prefix(2)) + "0000"
        home.countyCode = county
        home.operatingStartDate = day("2004-01-01")
        return home
    }

    static func bed(_ room: Room, _ number: Int) -> Bed {
        var bed = Bed()
        bed.roomId = room.id
        bed.bedNumber = String(number)
        bed.inventoryStartDate = day("2004-01-01")
        return bed
    }

    /// A short intake: a name, an entry date and a bed.
    func intake(
        _ name: String = "王小明", from date: CivilDate? = nil, bed: Bed? = nil
    ) -> Intake {
        var intake = Intake(bedId: bed?.id)
        intake.person.nameZh = .said(name)
        intake.stay.entryDate = date ?? today
        return intake
    }

    /// The same programme in a file of its own: faster than making it again.
    func copy() throws -> HouseFixture {
        var copy = self
        copy.store = try HomesStore.throwaway()
        try restore(copy)
        return copy
    }

    /// Puts a copy back to where this programme stands: faster than another copy.
    func restore(_ copy: HouseFixture) throws {
        try store.queue.backup(to: copy.store.queue)
    }

    /// Admits somebody into a bed.
    @discardableResult
    func admit(
        _ name: String = "王小明", from date: String? = nil, bed: Int = 0
    ) throws -> Admission {
        try store.admit(
            intake(name, from: date.map(HouseFixture.day), bed: beds[bed]), by: worker)
    }

    /// The stay of an admission.
    func stay(_ admission: Admission) throws -> Stay {
        guard let stay = admission.stay else { throw StoreError.noSuchRecord }
        return stay
    }

    /// How many rows a query counts.
    func count(_ sql: String, _ arguments: StatementArguments = []) throws -> Int {
        try store.read { try Int.fetchOne($0, sql: sql, arguments: arguments) ?? 0 }
    }

    /// Every row of every table of records, to compare the file before and after.
    func contents(_ columns: (RecordKinds.Kind) -> [String] = { $0.columns }) throws -> [String] {
        try store.read { db in
            try RecordKinds.all.flatMap { kind in
                let list = columns(kind).map { "quote(\"\($0)\")" }.joined(separator: "||'|'||")
                return try String.fetchAll(
                    db,
                    sql: """
                        SELECT '\(kind.table)|'||id||'|'||\(list) FROM "\(kind.table)"
                        WHERE voidedAt IS NULL ORDER BY id
                        """)
            }
        }
    }
}

extension HomesStore {
    /// The connection behind the open door.
    var queue: DatabaseQueue { get throws { try openQueue() } }
}
