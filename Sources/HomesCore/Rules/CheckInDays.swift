/// The days on which a woman on her way is called, counted from the day of travel.
public struct CheckInDays: Equatable, Sendable {
    /// Each day once, in order; 0 is the day of travel.
    public let days: [Int]

    /// What is proposed before she has said which days suit her.
    public static let proposed = CheckInDays(days: [1, 3, 7])
    /// The last day that may be agreed; later ones are follow-ups of the job or the exit.
    public static let last = 90
    /// How many there may be.
    public static let most = 10

    private init(days: [Int]) { self.days = days }

    /// Reads `1 3 7`, `+0/+1 3`, `1、3、7` or `１，３`; nothing is no check-in at all.
    ///
    /// - Returns: `nil` for anything but whole numbers from 0 to 90, and for more than ten.
    public init?(_ text: String?) {
        let folded = SearchFold.fold(text ?? "")
        let separators: Set<Character> = [" ", ",", "，", "、", ";", "；", "/", "+", ".", "。"]
        let parts = folded.split { separators.contains($0) }
        var days: Set<Int> = []
        for part in parts {
            guard part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let day = Int(part),
                (0...CheckInDays.last).contains(day)
            else { return nil }
            days.insert(day)
        }
        guard days.count <= CheckInDays.most else { return nil }
        self.days = days.sorted()
    }

    /// As the plan keeps it; `nil` without a day.
    public var text: String? {
        days.isEmpty ? nil : days.map(String.init).joined(separator: " ")
    }

    /// The calls, from a day of travel.
    public func due(from travel: CivilDate) -> [FollowUpSchedule.Due] {
        days.map { FollowUpSchedule.Due(dayOffset: $0, dueOn: travel.adding(days: $0)) }
    }
}
