import GRDB

/// Which homes a figure is about.
public enum OccupancyScope: Hashable, Sendable {
    /// The programme, its provinces and all homes.
    case programme
    /// A province by code, and its homes.
    case province(String)
    /// One home, by record id.
    case home(String)
}

/// At which level a row of figures stands.
public enum OccupancyLevel: String, CodeList {
    case programme
    case province
    case home

    /// The word.
    public var label: Phrase {
        switch self {
        case .programme: Phrase("Programme", "项目")
        case .province: Phrase("Province", "省份")
        case .home: Phrase("Home", "妇女之家")
        }
    }
}

/// What somebody should look at in a home; counts, never persons.
public struct OccupancyAlerts: Hashable, Sendable {
    /// Homes with more beds occupied than in service.
    public var homesOverCapacity: Int
    /// Follow-ups whose day has passed.
    public var overdueFollowUps: Int
    /// Open stays of more than 90 days, or with nothing recorded for 14.
    public var possibleMissedExits: Int

    /// No alert.
    public static let none = OccupancyAlerts(
        homesOverCapacity: 0, overdueFollowUps: 0, possibleMissedExits: 0)

    /// Whether there is anything to look at.
    public var isEmpty: Bool { self == .none }

    /// How many in all.
    public var total: Int { homesOverCapacity + overdueFollowUps + possibleMissedExits }

    /// One level up.
    public static func + (left: OccupancyAlerts, right: OccupancyAlerts) -> OccupancyAlerts {
        OccupancyAlerts(
            homesOverCapacity: left.homesOverCapacity + right.homesOverCapacity,
            overdueFollowUps: left.overdueFollowUps + right.overdueFollowUps,
            possibleMissedExits: left.possibleMissedExits + right.possibleMissedExits)
    }
}

/// One line of the occupancy screen: the programme, a province or a home, on one night.
public struct OccupancyRow: Equatable, Sendable {
    /// The level.
    public let level: OccupancyLevel
    /// `PROGRAMME`, the province's code or the home's.
    public let code: String
    /// The home's record id; `nil` at the levels above.
    public let homeId: String?
    /// The code of the province; `nil` for the programme.
    public let provinceCode: String?
    /// Its English name.
    public let nameEn: String
    /// Its Chinese name.
    public let nameZh: String
    /// How many homes are in it: 1 for a home.
    public let homes: Int
    /// Women and children with a bed that night.
    public let occupants: Int
    /// The night's figures.
    public let figures: OccupancyFigures
    /// Occupied beds of the 30 nights that end with this one, the oldest first; `nil` for a night
    /// without beds in service.
    public let sparkline: [Int?]
    /// What to look at today.
    public let alerts: OccupancyAlerts

    /// Its name.
    public var name: Phrase { Phrase(nameEn, nameZh) }
}

extension HomesStore {
    /// The occupancy of a night: for the programme its own row, then the provinces', then the
    /// homes'; for a province its row and its homes'; for a home its row. Beds are not persons'
    /// attributes: no count is suppressed.
    ///
    /// - Parameters:
    ///   - night: Any night, past or to come.
    ///   - today: The day the alerts are about.
    /// - Throws: `noSuchRecord` for an unknown province or home.
    public func occupancy(
        on night: CivilDate, scope: OccupancyScope = .programme, today: CivilDate
    ) throws(StoreError) -> [OccupancyRow] {
        try read { try $0.occupancy(on: night, scope: scope, today: today) }
    }

    /// The rooms and beds of any home on a night, without persons: for supervisors.
    ///
    /// - Throws: `noSuchRecord`.
    public func homeOccupancy(
        homeId: String, night: CivilDate, today: CivilDate
    ) throws(StoreError) -> BedBoard {
        try read { db in
            let home = try db.existing(Home.self, homeId)
            return try db.bedBoard(of: home, night: night, today: today, persons: false)
        }
    }
}

/// A home as the figures list it.
struct ListedHome {
    let id: String
    let key: RecordKey
    let code: String
    let nameEn: String
    let nameZh: String
    let provinceCode: String
}

extension Database {
    /// See `HomesStore.occupancy`.
    func occupancy(
        on night: CivilDate, scope: OccupancyScope, today: CivilDate
    ) throws -> [OccupancyRow] {
        let homes = try listedHomes(scope)
        var sweep = try OccupancySweep(
            self, window: NightWindow(last: night), homes: homes, scope: scope)
        try sweep.run(self)
        let alerts = try alerts(of: homes, today: today, scope: scope)
        let rows = homes.indices.map { index in
            sweep.row(of: homes[index], at: index, alerts: alerts[index])
        }
        return try levels(over: rows, scope: scope)
    }

    /// The homes of a scope by code.
    func listedHomes(_ scope: OccupancyScope) throws -> [ListedHome] {
        var homes: [ListedHome] = []
        var condition = "voidedAt IS NULL"
        var arguments: StatementArguments = []
        switch scope {
        case .programme: break
        case .province(let code):
            condition += " AND provinceCode = ?"
            arguments = [code]
        case .home(let id):
            condition += " AND id = ?"
            arguments = [id]
        }
        try RawCursor.read(
            self,
            """
            SELECT id, homeCode, nameEn, nameZh, provinceCode FROM home
            WHERE \(condition) ORDER BY homeCode, id
            """, arguments
        ) { row in
            homes.append(
                ListedHome(
                    id: row.text(0), key: row.key(0), code: row.text(1), nameEn: row.text(2),
                    nameZh: row.text(3), provinceCode: row.text(4)))
        }
        if case .home = scope, homes.isEmpty { throw StoreError.noSuchRecord }
        return homes
    }

    /// The rows of the levels above the homes, before them.
    func levels(over homes: [OccupancyRow], scope: OccupancyScope) throws -> [OccupancyRow] {
        if case .home = scope { return homes }
        var provinces = try fetchValid(Province.self, order: "provinceCode, id")
        if case .province(let code) = scope {
            provinces.removeAll { $0.provinceCode != code }
            if provinces.isEmpty { throw StoreError.noSuchRecord }
        }
        let byProvince = Dictionary(grouping: homes, by: \.provinceCode)
        let sums = provinces.map { province in
            OccupancyRow(
                summing: byProvince[province.provinceCode] ?? [], level: .province,
                code: province.provinceCode, provinceCode: province.provinceCode,
                name: Phrase(province.nameEn, province.nameZh))
        }
        guard case .programme = scope else { return sums + homes }
        let programme = try fetchValid(Programme.self).first
        let all = OccupancyRow(
            summing: sums, level: .programme, code: "PROGRAMME", provinceCode: nil,
            name: Phrase(programme?.nameEn ?? "", programme?.nameZh ?? ""))
        return [all] + sums + homes
    }

    /// What to look at in each home today.
    func alerts(
        of homes: [ListedHome], today: CivilDate, scope: OccupancyScope
    ) throws -> [OccupancyAlerts] {
        let position = Dictionary(
            homes.enumerated().map { ($0.element.key, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        var alerts = Array(repeating: OccupancyAlerts.none, count: homes.count)
        let (only, arguments) = scope.homeCondition
        try RawCursor.read(
            self,
            """
            SELECT homeId, count(*) FROM followUp
            WHERE homeId IN (\(only)) AND doneOn IS NULL AND voidedAt IS NULL AND dueOn < :today
            GROUP BY homeId
            """, arguments + ["today": today.iso]
        ) { row in
            if let index = position[row.key(0)] { alerts[index].overdueFollowUps = row.integer(1) }
        }
        let quiet = today.adding(days: -MissedExitSign.quiet14.rawValue)
        try RawCursor.read(
            self,
            """
            SELECT s.homeId, count(*) FROM stay s
            WHERE s.homeId IN (\(only)) AND s.exitDate IS NULL AND s.voidedAt IS NULL
              AND s.state = 'CHECKED_IN' AND (s.entryDate <= :open
                OR s.entryDate <= :quiet AND \(nothingRecorded))
            GROUP BY s.homeId
            """,
            arguments + [
                "open": today.adding(days: -MissedExitSign.open90.rawValue).iso,
                "quiet": quiet.iso, "quietAt": Instant(quiet.adding(days: 1)).iso,
            ]
        ) { row in
            if let index = position[row.key(0)] {
                alerts[index].possibleMissedExits = row.integer(1)
            }
        }
        return alerts
    }
}

/// No session, no bed and no journal entry of a change for 14 days (RULES.md, "Possible missed
/// exits"). The cheapest test comes first.
let nothingRecorded = """
    s.updatedAt < :quietAt
    AND NOT EXISTS (SELECT 1 FROM bedAssignment a WHERE a.stayId = s.id AND a.voidedAt IS NULL
      AND a.fromNight > :quiet)
    AND NOT EXISTS (SELECT 1 FROM attendance t JOIN counsellingSession c ON c.id = t.sessionId
      WHERE t.personId = s.personId AND t.voidedAt IS NULL AND c.voidedAt IS NULL
        AND c.date > :quiet)
    AND NOT EXISTS (SELECT 1 FROM audit j WHERE j.personId = s.personId AND j.at >= :quietAt
      AND j.action IN ('create', 'update', 'void', 'restore'))
    """

extension OccupancyScope {
    /// The homes of the scope as a query, and its argument.
    fileprivate var homeCondition: (sql: String, arguments: StatementArguments) {
        switch self {
        case .programme: ("SELECT id FROM home", [:])
        case .province(let code):
            ("SELECT id FROM home WHERE provinceCode = :scope", ["scope": code])
        case .home(let id): (":scope", ["scope": id])
        }
    }
}

extension OccupancyRow {
    /// One level up: counts are added, nothing is averaged.
    fileprivate init(
        summing rows: [OccupancyRow], level: OccupancyLevel, code: String, provinceCode: String?,
        name: Phrase
    ) {
        var line = [Int?](repeating: nil, count: NightWindow.length)
        for row in rows {
            for (night, value) in row.sparkline.enumerated() {
                if let value { line[night] = (line[night] ?? 0) + value }
            }
        }
        self.init(
            level: level, code: code, homeId: nil, provinceCode: provinceCode,
            nameEn: name.english, nameZh: name.chinese,
            homes: rows.reduce(0) { $0 + $1.homes },
            occupants: rows.reduce(0) { $0 + $1.occupants },
            figures: rows.reduce(.none) { $0 + $1.figures }, sparkline: line,
            alerts: rows.reduce(.none) { $0 + $1.alerts })
    }
}
