/// When risk is looked at again (local rule).
public enum RiskReview {
    /// Days until the next look at a level that a worker has set.
    public static func days(at level: RiskLevel) -> Int {
        switch level {
        case .high: 7
        case .medium: 14
        case .low: 30
        }
    }

    /// The day that is proposed for the next review. A proposal only: the worker may type another.
    public static func proposal(at level: RiskLevel, assessedOn date: CivilDate) -> CivilDate {
        date.adding(days: days(at: level))
    }
}
