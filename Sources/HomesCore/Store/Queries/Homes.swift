import GRDB

/// A home with what its line in the registry shows.
public struct HomeSummary: Equatable, Sendable {
    /// The home.
    public let home: Home
    /// How many rooms it has.
    public let rooms: Int
    /// How many beds are in its inventory.
    public let beds: Int
}

/// A room and its beds.
public struct RoomWithBeds: Equatable, Sendable {
    /// The room.
    public let room: Room
    /// Its beds by number.
    public let beds: [Bed]
}

extension HomesStore {
    /// The provinces of the programme, by code.
    public func provinces() throws(StoreError) -> [Province] {
        try read { try $0.fetchValid(Province.self, order: "provinceCode, id") }
    }

    /// The homes of a province, or all, by code.
    public func homes(province: String? = nil) throws(StoreError) -> [Home] {
        try read { db in
            if let province {
                return try db.fetchValid(
                    Home.self, "provinceCode = ?", [province], order: "homeCode, id")
            }
            return try db.fetchValid(Home.self, order: "homeCode, id")
        }
    }

    /// The homes of a province, or all, with how many rooms and beds each has on a day.
    public func homeSummaries(
        province: String? = nil, on day: CivilDate
    ) throws(StoreError) -> [HomeSummary] {
        let homes = try homes(province: province)
        return try read { db in
            var counts: [String: (rooms: Int, beds: Int)] = [:]
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT r.homeId, count(DISTINCT r.id), count(b.id)
                    FROM room r LEFT JOIN bed b ON b.roomId = r.id AND b.voidedAt IS NULL
                      AND b.inventoryStartDate <= :day
                      AND coalesce(b.inventoryEndDate, '9999-12-31') > :day
                    WHERE r.voidedAt IS NULL GROUP BY r.homeId
                    """, arguments: ["day": day.iso])
            while let row = try rows.next() { counts[row[0]] = (row[1], row[2]) }
            return homes.map { home in
                let count = counts[home.id] ?? (0, 0)
                return HomeSummary(home: home, rooms: count.rooms, beds: count.beds)
            }
        }
    }

    /// The home of a code: `AH-014`, in any case, full-width digits taken.
    public func home(code: String) throws(StoreError) -> Home? {
        let code = EntryText.halfWidth(code).uppercased()
        return try read { try $0.fetchValid(Home.self, "homeCode = ?", [code]).first }
    }

    /// The home of a record id.
    public func home(id: String) throws(StoreError) -> Home? {
        try read { try $0.fetchValid(Home.self, "id = ?", [id]).first }
    }

    /// The rooms of a home by name, each with its beds by number, those out of inventory too.
    public func rooms(homeId: String) throws(StoreError) -> [RoomWithBeds] {
        try read { db in
            let rooms = try db.fetchValid(Room.self, "homeId = ?", [homeId])
            let beds = try db.fetchValid(
                Bed.self, "roomId IN (SELECT id FROM room WHERE homeId = ?)", [homeId])
            let byRoom = Dictionary(grouping: beds, by: \.roomId)
            return rooms.sorted { NaturalOrder.precedes($0.name, $1.name, $0.id, $1.id) }
                .map { room in
                    let beds = (byRoom[room.id] ?? []).sorted {
                        NaturalOrder.precedes($0.bedNumber, $1.bedNumber, $0.id, $1.id)
                    }
                    return RoomWithBeds(room: room, beds: beds)
                }
        }
    }
}

/// The order in which people count rooms and beds: 2 before 10.
enum NaturalOrder {
    /// Whether one name comes before another; ids decide between equal names.
    static func precedes(_ left: String, _ right: String, _ leftId: String, _ rightId: String)
        -> Bool
    {
        let a = key(left)
        let b = key(right)
        return a == b ? leftId < rightId : a < b
    }

    /// The name with every run of digits padded, so that plain comparison gives the order.
    static func key(_ name: String) -> String {
        var key = ""
        var digits = ""
        for character in name {
            if character.isASCII, character.isNumber {
                digits.append(character)
                continue
            }
            key += padded(digits)
            digits = ""
            key.append(character)
        }
        return key + padded(digits)
    }

    private static func padded(_ digits: String) -> String {
        digits.isEmpty ? "" : String(repeating: "0", count: max(0, 8 - digits.count)) + digits
    }
}
