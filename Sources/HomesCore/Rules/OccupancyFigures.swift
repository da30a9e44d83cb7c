/// The beds of one night, of a bed, a home, a province or the programme: levels are added up, and
/// the percentage is taken once, at the end.
public struct OccupancyFigures: Hashable, Sendable {
    /// Beds in service, the held ones among them.
    public var bedsInService: Int
    /// Distinct beds with somebody in them.
    public var occupied: Int
    /// Beds in service, held and with nobody in them.
    public var held: Int

    /// No bed.
    public static let none = OccupancyFigures(bedsInService: 0, occupied: 0, held: 0)

    /// Counted figures.
    public init(bedsInService: Int, occupied: Int, held: Int) {
        self.bedsInService = bedsInService
        self.occupied = occupied
        self.held = held
    }

    /// In service - occupied - held. Below 0 when more beds are occupied than are in service:
    /// shown, never clipped.
    public var free: Int { bedsInService - occupied - held }

    /// Occupied / in service x 100, one decimal; `nil` (n/a) at 0 beds; may exceed 100.
    public var percent: Tenths? { Tenths.percent(occupied, of: bedsInService) }

    /// In which band the percentage lies; `nil` at 0 beds.
    public var band: OccupancyBand? { percent.map { OccupancyBand($0) } }

    /// One level up.
    public static func + (left: OccupancyFigures, right: OccupancyFigures) -> OccupancyFigures {
        OccupancyFigures(
            bedsInService: left.bedsInService + right.bedsInService,
            occupied: left.occupied + right.occupied, held: left.held + right.held)
    }
}

/// The nights of a period: summed first, divided once, at every level; percentages are never
/// averaged.
public struct UtilisationFigures: Hashable, Sendable {
    /// Nights slept in the period.
    public var bedNights: Int
    /// The beds in service of each night, summed.
    public var bedNightsInService: Int

    /// No night.
    public static let none = UtilisationFigures(bedNights: 0, bedNightsInService: 0)

    /// Counted figures.
    public init(bedNights: Int, bedNightsInService: Int) {
        self.bedNights = bedNights
        self.bedNightsInService = bedNightsInService
    }

    /// Bed nights / nightly beds in service x 100, one decimal; `nil` (n/a) without beds.
    public var percent: Tenths? { Tenths.percent(bedNights, of: bedNightsInService) }

    /// In which band the percentage lies; `nil` without beds.
    public var band: OccupancyBand? { percent.map { OccupancyBand($0) } }

    /// One level up, or one period longer.
    public static func + (
        left: UtilisationFigures, right: UtilisationFigures
    ) -> UtilisationFigures {
        UtilisationFigures(
            bedNights: left.bedNights + right.bedNights,
            bedNightsInService: left.bedNightsInService + right.bedNightsInService)
    }
}

/// The word beside a percentage; colour is never the only sign.
public enum OccupancyBand: String, CaseIterable, Sendable {
    case low
    case inUse
    case full
    case over

    /// Under 65 low, 65 to under 95 in use, 95 to 105 full, over 105 over.
    public init(_ percent: Tenths) {
        switch percent.tenths {
        case ..<650: self = .low
        case ..<950: self = .inUse
        case ...1_050: self = .full
        default: self = .over
        }
    }

    /// The word.
    public var label: Phrase {
        switch self {
        case .low: Phrase("low", "偏低")
        case .inUse: Phrase("in use", "正常")
        case .full: Phrase("full", "满员")
        case .over: Phrase("over", "超员")
        }
    }
}
