/// The days a report is about, the first and the last inclusive (R0, R1).
public struct ReportPeriod: Hashable, Sendable {
    /// R0, the first day.
    public let first: CivilDate
    /// R1, the last day.
    public let last: CivilDate

    /// `nil` when it would end before it begins.
    public init?(first: CivilDate, last: CivilDate) {
        guard first <= last else { return nil }
        self.first = first
        self.last = last
    }

    /// One day.
    public init(_ day: CivilDate) {
        first = day
        last = day
    }

    /// How many nights it has, at least 1.
    public var nights: Int { first.days(until: last) + 1 }

    /// The first day no longer in it (R1 + 1).
    public var end: CivilDate { last.adding(days: 1) }

    /// Its nights, one after the other.
    public var days: some Sequence<CivilDate> {
        (first.dayNumber...last.dayNumber).lazy.map { CivilDate(dayNumber: $0) }
    }

    /// Whether a day lies in it.
    public func contains(_ day: CivilDate) -> Bool { first <= day && day <= last }
}

/// Nights slept and lengths of stay. A stay is a `DateRange` from its entry date to its exit date;
/// the night of the exit day is not counted.
public enum BedNights {
    /// max(0, min(X or R1+1, R1+1) - max(E, R0)): the nights of one stay in a period.
    public static func count(_ stay: DateRange, in period: ReportPeriod) -> Int {
        let end = min(stay.to ?? period.end, period.end)
        let start = max(stay.from, period.first)
        return max(0, start.days(until: end))
    }

    /// The nights of several stays in a period.
    public static func count(_ stays: some Sequence<DateRange>, in period: ReportPeriod) -> Int {
        stays.reduce(0) { $0 + count($1, in: period) }
    }

    /// Whether a stay began and ended on one day of the period: 0 nights, 1 day use.
    public static func isDayUse(_ stay: DateRange, in period: ReportPeriod) -> Bool {
        stay.to == stay.from && period.contains(stay.from)
    }

    /// Mean daily census: bed nights / nights of the period.
    public static func meanDailyCensus(bedNights: Int, period: ReportPeriod) -> Tenths? {
        Tenths.ratio(bedNights, of: period.nights)
    }

    /// Exits / mean beds in service; `nil` without beds. The mean is the nightly beds in service
    /// of the period, summed, / its nights.
    public static func turnover(
        exits: Int, bedNightsInService: Int, period: ReportPeriod
    ) -> Tenths? {
        Tenths.ratio(exits * period.nights, of: bedNightsInService)
    }
}

/// How long stays lasted, in nights from entry to exit, or to a date for those who are still here.
public struct LengthOfStay: Equatable, Sendable {
    /// How many stays.
    public let count: Int
    /// `nil` without a stay.
    public let mean: Tenths?
    /// The middle one, or the mean of the two in the middle; `nil` without a stay.
    public let median: Tenths?
    /// How many stays fall into each bucket, 0 included.
    public let buckets: [LengthOfStayBucket: Int]

    /// Figures over lengths in nights.
    public init(nights lengths: [Int]) {
        let sorted = lengths.sorted()
        count = sorted.count
        mean = Tenths.ratio(sorted.reduce(0, +), of: sorted.count)
        if sorted.isEmpty {
            median = nil
        } else {
            let upper = sorted[sorted.count / 2]
            let lower = sorted[(sorted.count - 1) / 2]
            median = Tenths.ratio(lower + upper, of: 2)
        }
        var buckets = Dictionary(
            uniqueKeysWithValues: LengthOfStayBucket.allCases.map { ($0, 0) })
        for length in sorted { buckets[LengthOfStayBucket(nights: length), default: 0] += 1 }
        self.buckets = buckets
    }

    /// Those who left in a period, by exit date.
    public static func leavers(
        _ stays: some Sequence<DateRange>, in period: ReportPeriod
    ) -> LengthOfStay {
        LengthOfStay(
            nights: stays.compactMap { stay in
                guard let exit = stay.to, period.contains(exit) else { return nil }
                return stay.from.days(until: exit)
            })
    }

    /// Those who are here on the night of a date, so far.
    public static func stayers(
        _ stays: some Sequence<DateRange>, on date: CivilDate
    ) -> LengthOfStay {
        LengthOfStay(
            nights: stays.filter { $0.contains(date) }.map { $0.from.days(until: date) })
    }
}

/// The buckets of lengths of stay, in nights.
public enum LengthOfStayBucket: Int, CaseIterable, Sendable {
    case to7 = 7
    case to14 = 14
    case to21 = 21
    case to30 = 30
    case to60 = 60
    case to90 = 90
    case to180 = 180
    case to365 = 365
    case longer = 366

    /// The bucket of a length.
    public init(nights: Int) {
        self = LengthOfStayBucket.allCases.first { nights <= $0.rawValue } ?? .longer
    }

    /// `0-7`, `8-14` ... `366+`.
    public var label: Phrase {
        switch self {
        case .to7: Phrase(verbatim: "0-7")
        case .to14: Phrase(verbatim: "8-14")
        case .to21: Phrase(verbatim: "15-21")
        case .to30: Phrase(verbatim: "22-30")
        case .to60: Phrase(verbatim: "31-60")
        case .to90: Phrase(verbatim: "61-90")
        case .to180: Phrase(verbatim: "91-180")
        case .to365: Phrase(verbatim: "181-365")
        case .longer: Phrase(verbatim: "366+")
        }
    }
}
