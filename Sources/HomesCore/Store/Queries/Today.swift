/// What awaits a caseworker: counts first, and the first rows by code.
public struct TodayPage: Equatable, Sendable {
    /// The day.
    public let date: CivilDate
    /// Tonight's beds. A home without beds has none in service: "n/a".
    public let beds: OccupancyFigures
    /// Women expected today or earlier who have not arrived.
    public let arrivals: TodayList
    /// Reservations for tonight, or an earlier night and not over.
    public let expected: [ReservationLine]
    /// Reservations that are over, and nobody has said whether she came.
    public let noShows: [ReservationLine]
    /// Residents who are missing, since when.
    public let missing: TodayList
    /// Residents who were expected back before today and are not, since when.
    public let outLate: TodayList
    /// Stays whose planned exit is today or earlier.
    public let exitsDue: TodayList
    /// Follow-ups overdue.
    public let overdue: TodayList
    /// Follow-ups due today.
    public let dueToday: TodayList
    /// Follow-ups due in the next 7 days.
    public let dueSoon: TodayList
    /// Cases whose risk is to be looked at again.
    public let reviewsDue: TodayList
    /// Open cases with a consent that ends within 14 days.
    public let consentsExpiring: TodayList
    /// Alerts that nobody has closed.
    public let alerts: TodayList
    /// What the case plans, flags and notes ask for.
    public let casework: TodayCasework
    /// Stays that may be over without anybody having written it down.
    public let missedExits: TodayList
    /// What was opened under broken glass and waits for this user's review.
    public let glassToReview: [GlassLine]
    /// The user's drafts, the latest first.
    public let drafts: [DraftLine]
    /// What others did since the user last signed out; `nil` when she never did.
    public let handover: Handover?
    /// Referrals, incidents, transfers and requests to close.
    public let sharing: SharingToday
    /// Where somebody watched for was seen, for the manager to close; none for everybody else.
    public let sightings: [SightingRow]
    /// How many alarms for browsing the manager has not looked into; 0 for everybody else.
    public let browsing: Int
    /// How many closed files the manager has to destroy; 0 for everybody else.
    public let filesDue: Int
}

/// A count and the first of what it counts.
public struct TodayList: Equatable, Sendable {
    /// How many there are.
    public let count: Int
    /// The first of them, at most 8.
    public let rows: [TodayRow]

    /// Nothing.
    public static let none = TodayList(count: 0, rows: [])
}

/// One thing to do, about a woman who is named by her code only.
public struct TodayRow: Equatable, Sendable {
    /// Whose page it opens.
    public let personId: String
    /// Her code.
    public let personCode: String
    /// The day it is due, was planned or began.
    public let date: CivilDate
    /// The stay, follow-up, case, consent, action, flag or note it is about.
    public let recordId: String
    /// What kind of thing it is, where a list has several; never what somebody wrote.
    public var detail: Phrase?
}

/// What the case plans, flags and notes of a home ask for today.
public struct TodayCasework: Equatable, Sendable {
    /// Open actions of the plans whose day has passed.
    public let actionsOverdue: TodayList
    /// Those due today.
    public let actionsToday: TodayList
    /// Those due in the next seven days.
    public let actionsSoon: TodayList
    /// Flags that nobody has resolved.
    public let flags: TodayList
    /// The user's own notes that wait to be signed.
    public let notesToSign: TodayList
}

/// A draft to resume.
public struct DraftLine: Equatable, Sendable {
    /// Which form.
    public let form: String
    /// The record it changes; empty for a new one.
    public let recordId: String
    /// What the form called it.
    public let title: String
    /// When it was last kept.
    public let savedAt: Instant
}

/// What other people did in the home since a moment.
public struct Handover: Equatable, Sendable {
    /// The moment.
    public let since: Instant
    /// Women admitted, the returning ones among them.
    public let admitted: Int
    /// Moves and swaps of beds.
    public let moved: Int
    /// Exits recorded.
    public let left: Int

    /// Whether nobody else did any of it.
    public var isEmpty: Bool { admitted == 0 && moved == 0 && left == 0 }
}
