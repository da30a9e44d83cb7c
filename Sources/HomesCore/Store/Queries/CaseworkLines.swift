/// One of the eleven indicators in a case: the answer that holds and the ones before.
public struct IndicatorLine: Equatable, Sendable {
    /// Which one.
    public let indicator: ILOIndicator
    /// The answer that holds; `nil` when it was never asked.
    public let record: Indicator?
    /// Earlier answers from the journal, the latest first.
    public let earlier: [EarlierIndicator]
}

/// An answer to an indicator that was changed since.
public struct EarlierIndicator: Equatable, Sendable {
    /// When she was asked.
    public let assessedOn: CivilDate?
    /// The name of who wrote it down.
    public let who: String
    /// The answer.
    public let answer: YesNoUnknown?
    /// Its evidence.
    public let evidence: String?
    /// What was decided then, and by whom.
    public let nextStep: String?
    public let decidedBy: String?
}

/// A goal of the plan with its actions, those that are due first before the others.
public struct PlanLine: Equatable, Sendable {
    /// The goal.
    public let goal: PlanGoal
    /// Its actions: the open ones by due date, then those that have ended.
    public let actions: [PlanAction]
}

extension PlanAction {
    /// Whether it is open and its day has passed.
    public func isOverdue(on date: CivilDate) -> Bool {
        state == .open && (dueOn.map { $0 < date } ?? false)
    }

    /// Who does it: the name where there is one, otherwise the kind.
    public var doerPhrase: Phrase {
        guard let doerName, doer != .herself else { return doer.label }
        return Phrase(verbatim: doerName)
    }
}

/// A note with the notes that amend it, in the order in which they were signed.
public struct NoteLine: Equatable, Sendable {
    /// The note.
    public let note: Note
    /// What was appended to it.
    public let amendments: [Note]
}
