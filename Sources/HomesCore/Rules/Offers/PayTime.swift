/// How a month's pay is turned into a day's and an hour's: the notices of the Ministry of Labour
/// and Social Security on average working time and the conversion of wages.
public struct PayTime: Equatable, Sendable {
    /// The first day of the notice.
    public let from: CivilDate
    /// Pay days of a month, times 100.
    public let daysTimes100: Int
    /// Pay hours of a month, times 10.
    public let hoursTimes10: Int
    /// The notice.
    public let source: Phrase

    /// No. 8 of 17 March 2000: 20.92 days and 167.4 hours a month. No. 3 of 3 January 2008:
    /// (365 - 104) / 12 = 21.75 days of 8 hours, so 174 hours. Before the first there is no other
    /// figure here than its own.
    public static let all = [
        PayTime(
            from: day(2000, 3, 17), daysTimes100: 2_092, hoursTimes10: 1_674,
            source: Phrase(
                "Ministry of Labour and Social Security notice 2000 No. 8", "劳社部发〔2000〕8号")),
        PayTime(
            from: day(2008, 1, 3), daysTimes100: 2_175, hoursTimes10: 1_740,
            source: Phrase(
                "Ministry of Labour and Social Security notice 2008 No. 3", "劳社部发〔2008〕3号")),
    ]

    /// The notice in force on a day.
    public static func on(_ date: CivilDate) -> PayTime {
        all.last { $0.from <= date } ?? all[0]
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
        CivilDate(year: year, month: month, day: day) ?? CivilDate(dayNumber: 0)
    }
}
