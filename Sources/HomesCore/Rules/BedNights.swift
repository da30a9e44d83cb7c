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

/// Nights slept. A stay is a `DateRange` from its entry date to its exit date;
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
}
