/// Somebody who is expected on a night: a woman the home knows, or a code word that says nothing
/// about who comes. Her bed, if one is kept for her, is held by a period of its own.
public struct Reservation: Record {
    public var stamp = Stamp()
    public var homeId = ""
    public var personId: String?
    public var codeWord: String?
    public var forNight = CivilDate(dayNumber: 0)
    public var bedId: String?
    /// The hold that keeps the bed.
    public var holdId: String?
    /// Who asked for it.
    public var madeBy: String?
    /// Until when she is waited for; then somebody says whether she came.
    public var expiresAt = Instant(milliseconds: 0)
    public var note: String?
    public var outcome: ReservationOutcome?
    public var outcomeOn: CivilDate?

    /// An empty record.
    public init() {}

    public static let table = "reservation"
    public static let noun = Phrase("Reservation", "预约")
    public static let fields: [Field<Reservation>] = [
        Field("homeId", Phrase("Home", "妇女之家"), \.homeId, .reference("home"), required: true),
        Field("personId", Phrase("Who", "何人"), \.personId, .reference("person")),
        Field(
            "codeWord", Phrase("Code word", "代号"), \.codeWord, .text(limit: 30),
            sensitivity: .personal,
            help: Phrase("Never her name: “red umbrella”", "不要写姓名，例如“红伞”")),
        Field("forNight", Phrase("For the night of", "预约之夜"), \.forNight, .date, required: true),
        Field("bedId", Phrase("Bed", "床位"), \.bedId, .reference("bed")),
        Field("holdId", Phrase("Held by", "预留记录"), \.holdId, .reference("bedStatusPeriod")),
        Field(
            "madeBy", Phrase("Who asked", "预约人"), \.madeBy, .text(limit: 60),
            sensitivity: .personal,
            help: Phrase("Station desk, another home, herself", "车站值班处、其他妇女之家、本人")),
        Field("expiresAt", Phrase("Kept until", "保留至"), \.expiresAt, .kept),
        Field("note", Phrase("Note", "备注"), \.note, .text(limit: 120), sensitivity: .personal),
        Field("outcome", Phrase("What came of it", "结果"), \.outcome),
        Field("outcomeOn", Phrase("On", "日期"), \.outcomeOn, .date),
    ]
}

/// Where a reservation is.
public enum ReservationState: Equatable, Sendable {
    /// For a night to come, in so many days.
    case later(days: Int)
    /// Expected now.
    case expected
    /// Its time is over, and nobody has said whether she came.
    case overdue
    /// Answered.
    case ended(ReservationOutcome)

    /// The words on a list.
    public var label: Phrase {
        switch self {
        case .later(let days): Phrase(days == 1 ? "tomorrow" : "in \(days) days", "\(days)天后")
        case .expected: Phrase("expected tonight", "今晚到")
        case .overdue: Phrase("did she come?", "是否已到？")
        case .ended(let outcome): outcome.label
        }
    }
}

extension Reservation {
    /// Where it is at a moment of a day.
    public func state(at now: Instant, today: CivilDate) -> ReservationState {
        if let outcome { return .ended(outcome) }
        if expiresAt <= now { return .overdue }
        return forNight <= today ? .expected : .later(days: today.days(until: forNight))
    }

    /// Until when a bed is kept when nobody says otherwise: noon of the day after the night.
    public static func defaultExpiry(forNight: CivilDate, offsetMinutes: Int) -> Instant {
        Instant(forNight.adding(days: 1), hour: 12, offsetMinutes: offsetMinutes)
    }

    /// The first night on which its bed is not held any more.
    func holdEnd(offsetMinutes: Int) -> CivilDate {
        max(forNight.adding(days: 1), expiresAt.localDate(offsetMinutes: offsetMinutes))
    }
}
