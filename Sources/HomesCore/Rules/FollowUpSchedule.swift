/// When women are to be asked how they are, and who hears of it when nobody did.
public enum FollowUpSchedule {
    /// Days after the start of a placement.
    public static let placementOffsets = [3, 7, 30, 90, 180]
    /// Days after an exit.
    public static let exitOffsets = [30, 90]
    /// How often an overdue follow-up may be put off.
    public static let mostSnoozes = 2

    /// A follow-up to be made.
    public struct Due: Hashable, Sendable {
        /// Days after the start or exit.
        public let dayOffset: Int
        /// The day on which it is due; it never moves.
        public let dueOn: CivilDate
    }

    /// Placement start + 3, 7, 30, 90, 180 days.
    public static func due(afterPlacementStart start: CivilDate) -> [Due] {
        placementOffsets.map { Due(dayOffset: $0, dueOn: start.adding(days: $0)) }
    }

    /// Exit + 30, 90 days.
    public static func due(afterExit exit: CivilDate) -> [Due] {
        exitOffsets.map { Due(dayOffset: $0, dueOn: exit.adding(days: $0)) }
    }

    /// Where a follow-up is on a date.
    public static func state(dueOn: CivilDate, doneOn: CivilDate?, on date: CivilDate) -> DueState {
        if let doneOn { return doneOn <= dueOn ? .doneOnTime : .doneLate }
        return DueState(dueOn: dueOn, on: date)
    }

    /// Who hears of an open follow-up: the home manager from day 7 overdue, or as soon as it was put
    /// off as often as it may be; the supervisor from day 14.
    ///
    /// - Parameter times: How often it was put off.
    public static func escalation(
        dueOn: CivilDate, snoozed times: Int, on date: CivilDate
    ) -> Escalation {
        switch dueOn.days(until: date) {
        case ..<7: times < mostSnoozes ? .none : .manager
        case ..<14: .manager
        default: .supervisor
        }
    }

    /// Whether it may be put off once more: an overdue one not more than twice in all; one that is
    /// not yet overdue needs no putting off.
    public static func maySnooze(times: Int, dueOn: CivilDate, on date: CivilDate) -> Bool {
        dueOn < date && times < mostSnoozes
    }
}

extension FollowUp {
    /// Where it is on a date.
    public func state(on date: CivilDate) -> DueState {
        FollowUpSchedule.state(dueOn: dueOn, doneOn: doneOn, on: date)
    }

    /// Who else hears of it on a date; nobody once it is done.
    public func escalation(on date: CivilDate) -> Escalation {
        doneOn == nil
            ? FollowUpSchedule.escalation(dueOn: dueOn, snoozed: snoozeCount, on: date) : .none
    }
}

/// Where something with a due date is.
public enum DueState: Equatable, Sendable {
    case later(inDays: Int)
    case today
    /// Overdue from the day after the due date.
    case overdue(days: Int)
    case doneOnTime
    case doneLate

    /// Where something still open is on a date.
    public init(dueOn: CivilDate, on date: CivilDate) {
        let days = dueOn.days(until: date)
        switch days {
        case ..<0: self = .later(inDays: -days)
        case 0: self = .today
        default: self = .overdue(days: days)
        }
    }

    /// Whether it waits for somebody: due today or overdue.
    public var isDue: Bool {
        switch self {
        case .today, .overdue: true
        case .later, .doneOnTime, .doneLate: false
        }
    }

    /// The words in a list.
    public var label: Phrase {
        switch self {
        case .later(1): Phrase("due tomorrow", "明天到期")
        case .later(let days): Phrase("due in \(days) days", "\(days)天后到期")
        case .today: Phrase("due today", "今天到期")
        case .overdue(1): Phrase("overdue 1 day", "逾期1天")
        case .overdue(let days): Phrase("overdue \(days) days", "逾期\(days)天")
        case .doneOnTime: Phrase("done on time", "按时完成")
        case .doneLate: Phrase("done late", "逾期完成")
        }
    }
}

/// Who else hears of an overdue follow-up.
public enum Escalation: Int, CaseIterable, Comparable, Sendable {
    case none
    case manager
    case supervisor

    /// The words in a list; empty while nobody else hears of it.
    public var label: Phrase {
        switch self {
        case .none: Phrase(verbatim: "")
        case .manager: Phrase("to the home manager", "报之家负责人")
        case .supervisor: Phrase("to the supervisor", "报督导")
        }
    }

    /// Less is nearer to the caseworker.
    public static func < (left: Escalation, right: Escalation) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// What a follow-up found that may mean exploitation.
public struct FollowUpAnswers: Equatable, Sendable {
    /// Whether she was reached; `nil` while nobody tried.
    public var reached: FollowUpReached?
    /// HUD R16: violence or threats at the workplace.
    public var workPlaceViolenceThreats = YesNo.notCollected
    /// HUD R16: the work differs from what was promised.
    public var workplacePromiseDifference = YesNo.notCollected
    /// HUD R16: forced or coerced to continue the work.
    public var coercedToContinueWork = YesNo.notCollected
    /// HUD R16: any of these in the past three months.
    public var laborExploitPastThreeMonths = YesNo.notCollected
    /// Whether her identity paper is in her own hand.
    public var holdsOwnId = YesNo.notCollected
    /// Whether she can leave the work and the dormitory freely.
    public var canLeaveFreely = YesNo.notCollected
    /// The ILO indicators that were ticked.
    public var indicators: Set<ILOIndicator> = []

    /// Nothing asked yet.
    public init(reached: FollowUpReached? = nil) {
        self.reached = reached
    }

    /// Whether this contact missed her: no answer or a wrong number. Through a contact is no miss.
    public static func isMissed(_ reached: FollowUpReached?) -> Bool {
        reached == .noAnswer || reached == .wrongNumber
    }

    /// What raises the alert that only a person closes, with a reason; empty when nothing does.
    ///
    /// - Parameter previous: Whether the follow-up before this one reached her; `nil` when there
    ///   was none.
    public func signals(previous: FollowUpReached? = nil) -> [ExploitationSignal] {
        var found: [ExploitationSignal] = []
        if workPlaceViolenceThreats == .yes { found.append(.violenceOrThreats) }
        if workplacePromiseDifference == .yes { found.append(.promiseDifference) }
        if coercedToContinueWork == .yes { found.append(.coercedToContinue) }
        if laborExploitPastThreeMonths == .yes { found.append(.exploitedInThreeMonths) }
        if !indicators.isEmpty { found.append(.iloIndicator) }
        if holdsOwnId == .no { found.append(.noOwnID) }
        if canLeaveFreely == .no { found.append(.cannotLeave) }
        if FollowUpAnswers.isMissed(reached), FollowUpAnswers.isMissed(previous) {
            found.append(.twoMissedContacts)
        }
        return found
    }
}
