/// A bed as the formulas see it.
public struct BedFact: Hashable, Sendable {
    /// Which bed.
    public let id: String
    /// From inventoryStartDate up to, not including, inventoryEndDate.
    public let inventory: DateRange
    /// When the bed was held, out of service or closed; the night of the end is not in a period.
    public let periods: [BedPeriod]

    /// A bed with its history.
    public init(id: String, inventory: DateRange, periods: [BedPeriod] = []) {
        self.id = id
        self.inventory = inventory
        self.periods = periods
    }

    /// inventoryStart <= d, (end none or > d), and no OUT_OF_SERVICE or CLOSED period on d.
    public func isInService(on night: CivilDate) -> Bool {
        inventory.contains(night)
            && !periods.contains { $0.status != .held && $0.nights.contains(night) }
    }

    /// Whether a HELD period lies on the night.
    public func isHeld(on night: CivilDate) -> Bool {
        periods.contains { $0.status == .held && $0.nights.contains(night) }
    }
}

/// A period of a bed's status.
public struct BedPeriod: Hashable, Sendable {
    /// Why the bed is not for anybody.
    public let status: BedStatus
    /// On which nights.
    public let nights: DateRange

    /// A status and its nights.
    public init(status: BedStatus, nights: DateRange) {
        self.status = status
        self.nights = nights
    }
}

/// Who has which bed on which nights.
public struct AssignmentFact: Hashable, Sendable {
    /// Which bed.
    public let bedId: String
    /// Who.
    public let personId: String
    /// From `fromNight` up to, not including, `toNight`.
    public let nights: DateRange

    /// A bed, a person, and the nights.
    public init(bedId: String, personId: String, nights: DateRange) {
        self.bedId = bedId
        self.personId = personId
        self.nights = nights
    }
}

/// The occupancy formulas, plainly, on values: what every query is compared with.
public enum Occupancy {
    /// Distinct beds with an assignment on the night, whether in service or not.
    public static func occupiedBeds(
        _ assignments: some Sequence<AssignmentFact>, on night: CivilDate
    ) -> Int {
        Set(assignments.filter { $0.nights.contains(night) }.map(\.bedId)).count
    }

    /// Distinct persons with an assignment on the night: a mother and her child in one bed are two.
    public static func occupants(
        _ assignments: some Sequence<AssignmentFact>, on night: CivilDate
    ) -> Int {
        Set(assignments.filter { $0.nights.contains(night) }.map(\.personId)).count
    }

    /// Beds in service on the night; held ones count.
    public static func bedsInService(_ beds: some Sequence<BedFact>, on night: CivilDate) -> Int {
        beds.count { $0.isInService(on: night) }
    }

    /// The figures of one night. A held bed with somebody in it counts as occupied only, so that
    /// no bed is taken off the free ones twice.
    public static func night(
        _ night: CivilDate, beds: some Sequence<BedFact>,
        assignments: some Sequence<AssignmentFact>
    ) -> OccupancyFigures {
        let taken = Set(assignments.filter { $0.nights.contains(night) }.map(\.bedId))
        var figures = OccupancyFigures(bedsInService: 0, occupied: taken.count, held: 0)
        for bed in beds where bed.isInService(on: night) {
            figures.bedsInService += 1
            if bed.isHeld(on: night), !taken.contains(bed.id) { figures.held += 1 }
        }
        return figures
    }

    /// The figures of a period: bed nights of the stays over the beds in service of every night.
    public static func utilisation(
        _ period: ReportPeriod, beds: some Collection<BedFact>, stays: some Sequence<DateRange>
    ) -> UtilisationFigures {
        UtilisationFigures(
            bedNights: BedNights.count(stays, in: period),
            bedNightsInService: period.days.reduce(0) { $0 + bedsInService(beds, on: $1) })
    }
}

/// A sign that a stay may be over and nobody wrote it down. A sign, not a fact: it asks for a look.
public enum MissedExitSign: Int, CaseIterable, Sendable {
    case quiet14 = 14
    case open90 = 90
    case open180 = 180
    case open365 = 365

    /// What is seen.
    public var label: Phrase {
        switch self {
        case .quiet14: Phrase("nothing recorded for 14 days", "14天无记录")
        case .open90: Phrase("open 90 days", "在住满90天")
        case .open180: Phrase("open 180 days", "在住满180天")
        case .open365: Phrase("open 365 days", "在住满365天")
        }
    }

    /// The signs of a stay that is open on a date: the longest of 90, 180, 365 days reached, and
    /// nothing recorded for 14 days. None for a stay that has ended or not begun.
    ///
    /// - Parameter lastRecordedOn: The day of the latest entry about her; none counts as the day
    ///   of entry.
    public static func signs(
        _ stay: DateRange, lastRecordedOn: CivilDate?, on date: CivilDate
    ) -> [MissedExitSign] {
        guard stay.from <= date, stay.to == nil else { return [] }
        let open = stay.from.days(until: date)
        let quiet = max(stay.from, lastRecordedOn ?? stay.from).days(until: date)
        let longest = [MissedExitSign.open365, .open180, .open90].first { open >= $0.rawValue }
        return (longest.map { [$0] } ?? []) + (quiet >= 14 ? [.quiet14] : [])
    }
}
