import GRDB

/// The 30 nights up to one, as bits: bit 29 is the last night.
struct NightWindow {
    /// How many nights.
    static let length = 30
    /// The last night's day number.
    let last: Int

    /// The window that ends with a night.
    init(last: CivilDate) {
        self.last = last.dayNumber
    }

    /// The first night's day number.
    var first: Int { last - NightWindow.length + 1 }

    /// The first night.
    var firstNight: CivilDate { CivilDate(dayNumber: first) }

    /// The nights from a day up to, not including, another, as bits.
    func bits(from: Int, to: Int?) -> UInt32 {
        let start = max(from, first) - first
        let end = min(to ?? .max, last + 1) - first
        guard start < end else { return 0 }
        return (UInt32.max >> UInt32(32 - (end - start))) << UInt32(start)
    }
}

/// Counts the beds of all homes on 30 nights in one go: every bed is a word with a bit a night, so
/// that two in one bed count once and the sparkline costs nothing more than its last night.
struct OccupancySweep {
    private struct BedBits {
        var home: Int
        var inService: UInt32
        var held: UInt32 = 0
        var occupied: UInt32 = 0
    }

    private let window: NightWindow
    private var beds: [BedBits] = []
    private var bedAt: [RecordKey: Int] = [:]
    private var occupants: [Int]
    private var inService: [[Int]]
    private var occupied: [[Int]]
    private var held: [Int]

    /// Reads the beds of the homes and their status in the window.
    init(
        _ db: Database, window: NightWindow, homes: [ListedHome], scope: OccupancyScope
    ) throws {
        self.window = window
        let nights = [Int](repeating: 0, count: NightWindow.length)
        occupants = [Int](repeating: 0, count: homes.count)
        held = occupants
        inService = Array(repeating: nights, count: homes.count)
        occupied = inService
        var homeAt: [RecordKey: Int] = [:]
        for (index, home) in homes.enumerated() { homeAt[home.key] = index }
        var found: [BedBits] = []
        var at: [RecordKey: Int] = [:]
        let (only, argument) = scope.roomCondition
        try RawCursor.read(
            db,
            """
            SELECT b.id, r.homeId, b.inventoryStartDate, b.inventoryEndDate
            FROM room r JOIN bed b ON b.roomId = r.id WHERE b.voidedAt IS NULL \(only)
            """, argument
        ) { row in
            guard let home = homeAt[row.key(1)], let start = row.day(2) else { return }
            at[row.key(0)] = found.count
            found.append(
                BedBits(home: home, inService: window.bits(from: start, to: row.day(3))))
        }
        beds = found
        bedAt = at
    }

    /// Reads status periods and assignments and adds them up.
    mutating func run(_ db: Database) throws {
        let first = window.firstNight.iso
        let last = CivilDate(dayNumber: window.last).iso
        try readPeriods(db, first: first, last: last)
        // Those that go on lie at one end of the index, those that ended at the other.
        try readAssignments(
            db,
            """
            SELECT bedId, fromNight, toNight FROM bedAssignment
            WHERE voidedAt IS NULL AND toNight IS NULL AND fromNight <= ?
            """, [last])
        try readAssignments(
            db,
            """
            SELECT bedId, fromNight, toNight FROM bedAssignment
            WHERE voidedAt IS NULL AND toNight > ? AND fromNight <= ?
            """, [first, last])
        addUp()
    }

    private mutating func readPeriods(_ db: Database, first: String, last: String) throws {
        var found: [(Int, UInt32, Bool)] = []
        try RawCursor.read(
            db,
            """
            SELECT bedId, fromNight, toNight, status FROM bedStatusPeriod
            WHERE voidedAt IS NULL AND fromNight <= ? AND (toNight IS NULL OR toNight > ?)
            """, [last, first]
        ) { row in
            guard let bed = bedAt[row.key(0)], let from = row.day(1) else { return }
            let bits = window.bits(from: from, to: row.day(2))
            found.append((bed, bits, row.text(3) == BedStatus.held.rawValue))
        }
        for (bed, bits, isHeld) in found {
            if isHeld { beds[bed].held |= bits } else { beds[bed].inService &= ~bits }
        }
    }

    private mutating func readAssignments(
        _ db: Database, _ sql: String, _ arguments: StatementArguments
    ) throws {
        let lastBit = UInt32(1) << UInt32(NightWindow.length - 1)
        var beds = beds
        var occupants = occupants
        let bedAt = bedAt
        let window = window
        try RawCursor.read(db, sql, arguments) { row in
            guard let bed = bedAt[row.key(0)], let from = row.day(1) else { return }
            let bits = window.bits(from: from, to: row.day(2))
            beds[bed].occupied |= bits
            if bits & lastBit != 0 { occupants[beds[bed].home] += 1 }
        }
        self.beds = beds
        self.occupants = occupants
    }

    private mutating func addUp() {
        let lastBit = UInt32(1) << UInt32(NightWindow.length - 1)
        for bed in beds {
            for night in 0..<NightWindow.length {
                let bit = UInt32(1) << UInt32(night)
                if bed.inService & bit != 0 { inService[bed.home][night] += 1 }
                if bed.occupied & bit != 0 { occupied[bed.home][night] += 1 }
            }
            if bed.held & bed.inService & ~bed.occupied & lastBit != 0 { held[bed.home] += 1 }
        }
    }

    /// The row of a home.
    func row(of home: ListedHome, at index: Int, alerts: OccupancyAlerts) -> OccupancyRow {
        let last = NightWindow.length - 1
        let figures = OccupancyFigures(
            bedsInService: inService[index][last], occupied: occupied[index][last],
            held: held[index])
        var alerts = alerts
        alerts.homesOverCapacity = figures.occupied > figures.bedsInService ? 1 : 0
        return OccupancyRow(
            level: .home, code: home.code, homeId: home.id, provinceCode: home.provinceCode,
            nameEn: home.nameEn, nameZh: home.nameZh, homes: 1, occupants: occupants[index],
            figures: figures,
            sparkline: (0..<NightWindow.length).map { night in
                let isOpen = inService[index][night] > 0 || occupied[index][night] > 0
                return isOpen ? occupied[index][night] : nil
            }, alerts: alerts)
    }
}

extension OccupancyScope {
    /// The rooms of the scope as the end of a condition, and its argument.
    fileprivate var roomCondition: (sql: String, argument: StatementArguments) {
        switch self {
        case .programme: ("", [])
        case .province(let code):
            ("AND r.homeId IN (SELECT id FROM home WHERE provinceCode = ?)", [code])
        case .home(let id): ("AND r.homeId = ?", [id])
        }
    }
}
