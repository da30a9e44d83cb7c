import GRDB

/// The beds of a home on one night, room by room.
public struct BedBoard: Equatable, Sendable {
    /// The home.
    public let home: Home
    /// The night shown.
    public let night: CivilDate
    /// The day on which it is shown.
    public let today: CivilDate
    /// Its rooms by name.
    public let rooms: [RoomOnBoard]
    /// The night's figures.
    public let figures: OccupancyFigures
}

/// A room of the bed board.
public struct RoomOnBoard: Equatable, Sendable {
    /// The room.
    public let room: Room
    /// Its beds by number.
    public let beds: [BedOnBoard]
}

/// What a bed is on a night, by a letter as well as a colour.
public enum BedState: String, CodeList {
    case occupied = "O"
    case free = "F"
    case reserved = "R"
    case outOfService = "X"

    /// The letter on the board.
    public var letter: Character { rawValue.first ?? "?" }

    /// The word.
    public var label: Phrase {
        switch self {
        case .occupied: Phrase("Occupied", "已住")
        case .free: Phrase("Free", "空床")
        case .reserved: Phrase("Held", "预留")
        case .outOfService: Phrase("Out of service", "停用")
        }
    }
}

/// A bed of the bed board.
public struct BedOnBoard: Equatable, Sendable {
    /// The bed.
    public let bed: Bed
    /// What it is on the night.
    public let state: BedState
    /// Who sleeps in it.
    public let occupant: Occupant?
    /// Children who sleep in it with their mother.
    public let children: [Occupant]
    /// The hold, closure or repair of the night.
    public let period: BedStatusPeriod?
    /// For whom it is held, when a reservation keeps it.
    public let expected: ExpectedInBed?
    /// Whether it is a cot, a mattress or an overflow bed.
    public var isOverflow: Bool { bed.isOverflow }
}

/// Somebody for whom a bed is held: her code, or the code word.
public struct ExpectedInBed: Equatable, Sendable {
    /// The reservation.
    public let reservationId: String
    /// Her code, or the code word.
    public let who: String
}

/// Somebody in a bed: a code and initials, never a name.
public struct Occupant: Equatable, Sendable {
    /// Her record.
    public let personId: String
    /// Her stay.
    public let stayId: String
    /// `AH014-0231`.
    public let personCode: String
    /// `WX`; `nil` without a name.
    public let initials: String?
    /// The first night in this bed.
    public let since: CivilDate
    /// The first night of the stay.
    public let entryDate: CivilDate
    /// When she plans to leave.
    public let plannedExitDate: CivilDate?
    /// The nights of the stay before this one.
    public let nightsSoFar: Int
    /// Whether the assignment goes on.
    public let isOpen: Bool
    /// Whether she is out on the night; the bed is hers all the same.
    public let isOut: Bool
}

extension HomesStore {
    /// The bed board of the signer's own home on any night. That it is shown is in the journal
    /// before it is read.
    ///
    /// - Throws: `refused(.roleMayNot)`; `noSuchRecord` for another home.
    public func bedBoard(
        homeId: String, night: CivilDate, by signature: Signature
    ) throws(StoreError) -> BedBoard {
        try noteLook(at: .beds, of: homeId, by: signature)
        return try read(.seeBeds, at: homeId, by: signature) { db in
            let home = try db.existing(Home.self, homeId)
            return try db.bedBoard(of: home, night: night, today: signature.today, persons: true)
        }
    }
}

extension Database {
    /// The board of a home; without `persons`, occupied beds say only that they are, and nobody's
    /// words on why a bed is held or closed are shown: they may name somebody.
    func bedBoard(
        of home: Home, night: CivilDate, today: CivilDate, persons: Bool
    ) throws -> BedBoard {
        let rooms = try fetchValid(Room.self, "homeId = ?", [home.id])
        let beds = try fetchValid(
            Bed.self, "roomId IN (SELECT id FROM room WHERE homeId = ?)", [home.id])
        let periods = try fetchValid(
            BedStatusPeriod.self,
            """
            bedId IN (SELECT b.id FROM bed b JOIN room r ON r.id = b.roomId WHERE r.homeId = ?)
              AND fromNight <= ? AND coalesce(toNight, '9999-12-31') > ?
            """, [home.id, night.iso, night.iso])
        let periodOf = Dictionary(
            periods.map { ($0.bedId, persons ? $0 : $0.withoutReason) },
            uniquingKeysWith: { first, _ in first })
        let sleepers = try sleepers(inHome: home.id, on: night)
        let expected = persons ? try expectedByHold(homeId: home.id) : [:]
        var figures = OccupancyFigures.none
        let byRoom = Dictionary(grouping: beds, by: \.roomId)
        let shown = rooms.map { room -> RoomOnBoard in
            let onBoard = (byRoom[room.id] ?? []).compactMap { bed -> BedOnBoard? in
                let here = sleepers[bed.id] ?? []
                let isThere =
                    bed.inventoryStartDate <= night
                    && (bed.inventoryEndDate.map { night < $0 } ?? true)
                guard isThere || !here.isEmpty else { return nil }
                let period = periodOf[bed.id]
                let isInService = isThere && (period.map { $0.status == .held } ?? true)
                figures =
                    figures
                    + OccupancyFigures(
                        bedsInService: isInService ? 1 : 0, occupied: here.isEmpty ? 0 : 1,
                        held: isInService && here.isEmpty && period != nil ? 1 : 0)
                let adult = here.first { !$0.withMother } ?? here.first
                return BedOnBoard(
                    bed: bed, state: BedState(isTaken: !here.isEmpty, period: period),
                    occupant: persons ? adult?.shown : nil,
                    children: persons
                        ? here.filter { $0.occupant != adult?.occupant }.compactMap(\.shown) : [],
                    period: period, expected: period.flatMap { expected[$0.id] })
            }
            return RoomOnBoard(
                room: room,
                beds: onBoard.sorted {
                    NaturalOrder.precedes(
                        $0.bed.bedNumber, $1.bed.bedNumber, $0.bed.id, $1.bed.id)
                })
        }
        return BedBoard(
            home: home, night: night, today: today,
            rooms: shown.sorted {
                NaturalOrder.precedes($0.room.name, $1.room.name, $0.room.id, $1.room.id)
            }, figures: figures)
    }

    private func sleepers(inHome homeId: String, on night: CivilDate) throws -> [String: [Sleeper]]
    {
        var sleepers: [String: [Sleeper]] = [:]
        let rows = try Row.fetchCursor(
            cachedStatement(
                sql: """
                    SELECT a.bedId, a.withMother, a.fromNight, a.toNight, s.id, s.entryDate,
                      s.plannedExitDate, p.id, p.personCode, p.namePinyin, p.prs_FirstName,
                      p.prs_SecondName, p.sealedAt IS NOT NULL,
                      EXISTS (SELECT 1 FROM absence x WHERE x.stayId = s.id AND x.voidedAt IS NULL
                        AND x.fromDay <= :night AND coalesce(x.toDay, '9999-12-31') > :night)
                    FROM room r JOIN bed b ON b.roomId = r.id
                      JOIN bedAssignment a ON a.bedId = b.id AND a.voidedAt IS NULL
                        AND (a.toNight IS NULL OR a.toNight > :night)
                        AND a.fromNight <= :night
                      JOIN stay s ON s.id = a.stayId JOIN person p ON p.id = s.personId
                    WHERE r.homeId = :home ORDER BY a.withMother, p.personCode, a.id
                    """), arguments: ["night": night.iso, "home": homeId])
        while let row = try rows.next() {
            guard let since = CivilDate(iso: row[2] as String),
                let entry = CivilDate(iso: row[5] as String)
            else { throw StoreError.damaged }
            let planned: String? = row[6]
            let occupant = Occupant(
                personId: row[7], stayId: row[4], personCode: row[8],
                initials: SearchTexts.initials(
                    pinyin: row[9], first: Told(stored: StoredValue(row[10]))?.text,
                    second: Told(stored: StoredValue(row[11]))?.text),
                since: since, entryDate: entry,
                plannedExitDate: planned.flatMap { CivilDate(iso: $0) },
                nightsSoFar: max(0, entry.days(until: night)), isOpen: row[3] == nil,
                isOut: row[13])
            sleepers[row[0], default: []].append(
                Sleeper(occupant: occupant, withMother: row[1], isSealed: row[12]))
        }
        return sleepers
    }
}

/// Somebody in a bed on the night of a board.
private struct Sleeper {
    let occupant: Occupant
    let withMother: Bool
    /// Then the bed says that somebody sleeps in it, and not who.
    let isSealed: Bool

    var shown: Occupant? { isSealed ? nil : occupant }
}

extension BedState {
    /// Somebody in it comes first: a night slept is a fact, a hold is a plan.
    init(isTaken: Bool, period: BedStatusPeriod?) {
        if isTaken {
            self = .occupied
        } else if let period {
            self = period.status == .held ? .reserved : .outOfService
        } else {
            self = .free
        }
    }
}

extension BedStatusPeriod {
    /// The period as those see it who do not work in the home.
    fileprivate var withoutReason: BedStatusPeriod {
        var period = self
        period.reason = nil
        return period
    }
}
