/// A moment in UTC, to the millisecond.
public struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public let milliseconds: Int

    /// The moment so many milliseconds after 1970-01-01T00:00:00Z.
    public init(milliseconds: Int) {
        self.milliseconds = milliseconds
    }

    /// The moment at which a local clock, `offsetMinutes` ahead of UTC, shows the time given.
    public init(_ date: CivilDate, hour: Int = 0, minute: Int = 0, offsetMinutes: Int = 480) {
        let minutes = date.dayNumber * 1_440 + hour * 60 + minute - offsetMinutes
        self.init(milliseconds: minutes * 60_000)
    }

    /// `2007-03-05T01:02:03.004Z`, exactly; anything else is `nil`.
    public init?(iso text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 24, bytes[10] == 0x54, bytes[23] == 0x5A,
            let date = CivilDate(iso: text.prefix(10)),
            let hour = Int(String(text.dropFirst(11).prefix(2))),
            let minute = Int(String(text.dropFirst(14).prefix(2))),
            let second = Int(String(text.dropFirst(17).prefix(2))),
            let fraction = Int(String(text.dropFirst(20).prefix(3)))
        else { return nil }
        let seconds = date.dayNumber * 86_400 + hour * 3_600 + minute * 60 + second
        self.init(milliseconds: seconds * 1_000 + fraction)
    }

    /// `2007-03-05T01:02:03.004Z`.
    public var iso: String {
        let date = localDate(offsetMinutes: 0)
        let rest = milliseconds - date.dayNumber * 86_400_000
        func padded(_ value: Int, _ width: Int) -> String {
            let text = String(value)
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }
        let clock = [rest / 3_600_000, rest / 60_000 % 60, rest / 1_000 % 60]
            .map { padded($0, 2) }.joined(separator: ":")
        return "\(date.iso)T\(clock).\(padded(rest % 1_000, 3))Z"
    }

    /// The date a clock `offsetMinutes` ahead of UTC shows. China: 480, all year.
    public func localDate(offsetMinutes: Int = 480) -> CivilDate {
        let local = milliseconds + offsetMinutes * 60_000
        let days = local >= 0 ? local / 86_400_000 : (local - 86_399_999) / 86_400_000
        return CivilDate(dayNumber: days)
    }

    /// `HH:MM` on a clock `offsetMinutes` ahead of UTC.
    public func localTime(offsetMinutes: Int = 480) -> String {
        let shifted = Instant(milliseconds: milliseconds + offsetMinutes * 60_000)
        return String(shifted.iso.dropFirst(11).prefix(5))
    }

    /// The moment so many seconds later.
    public func adding(seconds: Int) -> Instant {
        Instant(milliseconds: milliseconds + seconds * 1_000)
    }

    public static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }
}
