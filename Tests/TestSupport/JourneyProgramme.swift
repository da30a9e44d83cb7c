import HomesCore

/// A small invented programme, the same in every test: four homes, one of them by day only, ten
/// women and a child, two employers with their offers, sessions, a placement, an exit, follow-ups
/// done and overdue. Its today is 15 June 2007. Nobody in it exists.
public struct JourneyProgramme: Sendable {
    /// The records, in memory.
    public let store: HomesStore
    /// User ids by user name: `admin`, `supervisor`, `manager`, `lin`, `hong` (the drop-in home),
    /// `mei` (another home).
    public internal(set) var users: [String: String] = [:]
    /// Homes by code: `AH-014` (lin's), `AH-021` (by day), `GD-003`, `JS-002`.
    public internal(set) var homes: [String: Home] = [:]
    /// Beds of AH-014 by `room/number`, of GD-003 by `GD room/number`.
    public internal(set) var beds: [String: String] = [:]
    /// Person ids by code.
    public internal(set) var people: [String: String] = [:]
    /// Stay ids by person code.
    public internal(set) var stays: [String: String] = [:]
    /// Employer ids by name.
    public internal(set) var employers: [String: String] = [:]
    /// Offer ids by occupation's place in the list: `good`, `feeAsked`.
    public internal(set) var offers: [String: String] = [:]

    /// The day it is.
    public static let today = JourneyProgramme.day("2007-06-15")
    /// The moment at which journeys begin: ten in the morning in the programme's time zone.
    public static let now = Instant(today, hour: 10)

    /// A date of a test.
    public static func day(_ iso: String) -> CivilDate {
        CivilDate(iso: iso) ?? CivilDate(dayNumber: 0)
    }

    /// Makes the programme anew.
    public static func make() throws -> JourneyProgramme {
        var programme = JourneyProgramme(store: try HomesStore.throwaway())
        try programme.setUp()
        try programme.addRegistry()
        try programme.addUsers()
        try programme.admitPeople()
        try programme.addWork()
        return programme
    }

    /// The signature of a user at a moment of the past or now.
    public func signature(_ userName: String, on day: String = "2007-06-15", hour: Int = 9)
        -> Signature
    {
        let role: Role =
            switch userName {
            case "admin": .admin
            case "supervisor": .supervisor
            case "manager": .homeManager
            default: .caseworker
            }
        let code: String? =
            switch userName {
            case "lin", "manager": "AH-014"
            case "hong": "AH-021"
            case "mei": "GD-003"
            default: nil
            }
        return Signature(
            userId: users[userName] ?? "", role: role, homeId: code.flatMap { homes[$0]?.id },
            homeCode: code, at: Instant(JourneyProgramme.day(day), hour: hour))
    }

    // MARK: The programme and its registry

    private mutating func setUp() throws {
        var programme = Programme()
        programme.nameEn = "Invented Women's Homes"
        programme.nameZh = "虚构妇女之家项目"
        programme.isInvented = true
        programme.pinnedToday = JourneyProgramme.today
        var admin = User()
        admin.userName = "admin"
        admin.displayName = "Admin"
        admin.role = .admin
        admin.language = .english
        let provinces = [
            ("340000", "安徽省", "Anhui", AreaRole.sending),
            ("440000", "广东省", "Guangdong", .receiving),
            ("320000", "江苏省", "Jiangsu", .receiving),
        ].map { code, chinese, english, role in
            var province = Province()
            province.provinceCode = code
            province.nameZh = chinese
            province.nameEn = english
            province.areaRole = role
            return province
        }
        let user = try store.setUp(
            programme: programme, firstUser: admin, provinces: provinces,
            at: Instant(JourneyProgramme.day("2007-01-05"), hour: 9))
        users["admin"] = user.id
    }

    private mutating func addRegistry() throws {
        let all: [(String, String, String, String, ServiceMode, HostType)] = [
            ("AH-014", "颍上妇女之家", "Yingshang Women's Home", "341226", .residential, .community),
            ("AH-021", "临泉妇女之家", "Linquan Women's Home", "341221", .dropIn, .village),
            ("GD-003", "番禺妇女之家", "Panyu Women's Home", "440113", .mixed, .employer),
            ("JS-002", "昆山妇女之家", "Kunshan Women's Home", "320583", .residential, .station),
        ]
        let signature = signature("admin", on: "2007-01-05")
        for (code, chinese, english, county, mode, host) in all {
            var home = Home()
            home.homeCode = code
            home.nameZh = chinese
            home.nameEn = english
            home.provinceCode = county.prefix(2) + "0000"
            home.countyCode = county
            home.serviceMode = mode
            home.hostType = host
            home.operatingStartDate = JourneyProgramme.day("2005-03-01")
            homes[code] = try store.addHome(home, by: signature)
        }
        try addRoom("1", of: "AH-014", transitory: true, [.single, .single, .single, .cot])
        try addRoom("2", of: "AH-014", [.bunkLower, .bunkUpper, .bunkLower, .bunkUpper])
        try addRoom("3", of: "AH-014", [.single, .single, .single])
        try addRoom("1", of: "GD-003", transitory: true, [.single, .single])
        try addRoom("1", of: "JS-002", [.single, .single, .single])
    }

    private mutating func addRoom(
        _ name: String, of code: String, transitory: Bool = false, _ types: [BedType]
    ) throws {
        let signature = signature("admin", on: "2007-01-05")
        var room = Room()
        room.homeId = homes[code]?.id ?? ""
        room.name = name
        room.floor = "1"
        room.transitory = transitory
        let saved = try store.addRoom(room, by: signature)
        for (index, type) in types.enumerated() {
            var bed = Bed()
            bed.roomId = saved.id
            bed.bedNumber = String(index + 1)
            bed.bedType = type
            bed.availability = type == .cot ? .overflow : .yearRound
            bed.inventoryStartDate = JourneyProgramme.day("2005-03-01")
            let key = (code == "AH-014" ? "" : code.prefix(2) + " ") + "\(name)/\(index + 1)"
            beds[key] = try store.addBed(bed, by: signature).id
        }
    }

    private mutating func addUsers() throws {
        let all: [(String, String, Role, [String])] = [
            ("lin", "Lin Fang", .caseworker, ["AH-014"]),
            ("manager", "He Yun", .homeManager, ["AH-014"]),
            ("supervisor", "Su Wen", .supervisor, []),
            ("hong", "Hong Mei", .caseworker, ["AH-021"]),
            ("mei", "Mei Lan", .caseworker, ["GD-003"]),
        ]
        for (name, shown, role, codes) in all {
            var user = User()
            user.userName = name
            user.displayName = shown
            user.role = role
            user.language = .english
            let admin = signature("admin", on: "2007-01-05", hour: 10)
            let second = users["manager"].map { PasswordProof(userId: $0, at: admin.at) }
            let saved = try store.addUser(
                user, homeIds: codes.compactMap { homes[$0]?.id }, second: second, by: admin)
            users[name] = saved.id
        }
    }

    // MARK: Passwords

    /// The password of a user.
    public static func password(of userName: String) -> String {
        userName + " walks along the river"
    }

    /// Gives every user her password.
    func givePasswords() throws {
        let without = try store.users().filter { $0.passwordState == .none }
        for user in without {
            try store.give(JourneyProgramme.password(of: user.userName), toUser: user.id)
        }
    }
}
