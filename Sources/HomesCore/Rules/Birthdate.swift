/// A date of birth as far as it is known: a day, a month or only a year. Stored and typed as
/// `1999-07-05`, `1999-07` or `1999`.
public struct Birthdate: Hashable, Sendable {
    /// The first day it may have been.
    public let earliest: CivilDate
    /// The last day it may have been: what every protective rule counts from.
    public let latest: CivilDate

    /// A full date.
    public init(_ date: CivilDate) {
        earliest = date
        latest = date
    }

    /// A month, or a whole year without one; `nil` when there is no such month.
    public init?(year: Int, month: Int? = nil) {
        guard let first = CivilDate(year: year, month: month ?? 1, day: 1),
            let last = CivilDate(
                year: year, month: month ?? 12,
                day: CivilDate.length(ofMonth: month ?? 12, year: year))
        else { return nil }
        earliest = first
        latest = last
    }

    /// Reads a stored form, exactly `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; anything else is `nil`.
    public init?(stored text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        if parts.count == 3 {
            guard let date = CivilDate(iso: text) else { return nil }
            self.init(date)
            return
        }
        guard parts.count <= 2, parts[0].utf8.count == 4, let year = EntryText.number(parts[0])
        else { return nil }
        guard parts.count == 2 else {
            self.init(year: year)
            return
        }
        guard parts[1].utf8.count == 2, let month = EntryText.number(parts[1]) else { return nil }
        self.init(year: year, month: month)
    }

    /// The stored form.
    public var stored: String {
        if earliest == latest { return earliest.iso }
        let isMonth = earliest.month == latest.month
        return String(earliest.iso.prefix(isMonth ? 7 : 4))
    }

    /// Whether the day is not known.
    public var isApproximate: Bool { earliest != latest }

    /// The day, when it is known.
    public var date: CivilDate? { isApproximate ? nil : earliest }

    /// HUD 3.03.2 for the record.
    public var quality: BirthdateQuality { isApproximate ? .approximate : .full }

    /// The day from which the youngest possible age is counted: the last possible day, but never
    /// one after the date asked about.
    public func youngest(on date: CivilDate) -> CivilDate { min(latest, max(earliest, date)) }

    /// Whole years on a date, the younger where the date is approximate; `nil` before birth.
    public func years(on date: CivilDate) -> Int? {
        guard earliest <= date else { return nil }
        return Age.years(born: youngest(on: date), on: date)
    }
}

extension Person {
    /// When she was born, as far as it is known.
    public var birthdate: Birthdate? { prs_Birthdate.text.flatMap { Birthdate(stored: $0) } }
}
