/// Why a woman is among those for whom work is looked for.
public enum WorkWish: String, CaseIterable, Sendable {
    /// Work is among what she said she needs now.
    case needsWork
    /// Her case plan has an open goal of livelihood.
    case livelihoodGoal
    /// She is ready to depart (`Readiness`).
    case ready

    /// In words.
    public var label: Phrase {
        switch self {
        case .needsWork: Phrase("asks for work", "想找工作")
        case .livelihoodGoal: Phrase("livelihood goal", "生计目标")
        case .ready: Phrase("ready to depart", "可以出发")
        }
    }

    /// Whether what she said she needs names work.
    public static func namesWork(_ needs: String) -> Bool {
        let folded = SearchFold.fold(needs)
        return ["工作", "打工", "就业", "上班", "work", "job"].contains { folded.contains($0) }
    }
}
