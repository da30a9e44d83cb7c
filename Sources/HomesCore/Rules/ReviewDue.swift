/// Whether a consent is in force on a date.
public enum ConsentState: Equatable, Sendable {
    /// She was asked and does not agree, or there is no answer.
    case notGiven
    /// Given for a later day.
    case notYet
    /// In force; how many days are left, the day asked about among them.
    case inForce(daysLeft: Int)
    case expired
    case withdrawn

    /// Days a consent lasts when nothing else was agreed.
    public static let defaultDays = 90
    /// From so many days left on, it is listed as expiring.
    public static let soonDays = 14

    /// The day on which a consent given on a date is no longer in force.
    public static func defaultExpiry(givenOn date: CivilDate) -> CivilDate {
        date.adding(days: defaultDays)
    }

    /// - Parameters:
    ///   - given: Only a "yes" gives consent.
    ///   - from: The day it was given.
    ///   - expiresOn: The first day on which it is no longer in force; 90 days after `from` when
    ///     none was written down.
    ///   - withdrawnOn: Withdrawal works at once: on this day it is no longer in force.
    ///   - date: The day asked about.
    public init(
        given: YesNo, from: CivilDate, expiresOn: CivilDate?, withdrawnOn: CivilDate?,
        on date: CivilDate
    ) {
        let expiry = expiresOn ?? ConsentState.defaultExpiry(givenOn: from)
        if given != .yes {
            self = .notGiven
        } else if let withdrawnOn, withdrawnOn <= date {
            self = .withdrawn
        } else if date < from {
            self = .notYet
        } else if expiry <= date {
            self = .expired
        } else {
            self = .inForce(daysLeft: date.days(until: expiry))
        }
    }

    /// Whether something may be shown or shared on the strength of it.
    public var isInForce: Bool {
        if case .inForce = self { true } else { false }
    }

    /// Whether it is in force and ends within 14 days.
    public var isExpiringSoon: Bool {
        if case .inForce(let days) = self { days <= ConsentState.soonDays } else { false }
    }

    /// The words beside it.
    public var label: Phrase {
        switch self {
        case .notGiven: Phrase("not given", "未同意")
        case .notYet: Phrase("not in force yet", "尚未生效")
        case .inForce(let days):
            Phrase("in force, \(Phrase.days(days).english) left", "有效，还剩\(days)天")
        case .expired: Phrase("expired", "已过期")
        case .withdrawn: Phrase("withdrawn", "已撤回")
        }
    }
}

extension Consent {
    /// Whether it is in force on a date.
    public func state(on date: CivilDate) -> ConsentState {
        ConsentState(
            given: given, from: self.date, expiresOn: expiresOn, withdrawnOn: withdrawnOn, on: date)
    }
}

/// Whether a number may be used the way a safe-contact flag says.
public enum SafeContact {
    /// Days after which a flag has to be asked again.
    public static let staleAfterDays = 90

    /// Only a "yes" that was checked at most 90 days before is safe: unknown, older, or checked
    /// after the day asked about (a clock that was wrong) counts as unsafe.
    public static func isSafe(_ flag: YesNo, checkedOn: CivilDate?, on date: CivilDate) -> Bool {
        guard flag == .yes, let checkedOn, checkedOn <= date else { return false }
        return checkedOn.days(until: date) <= staleAfterDays
    }

    /// Whether the flags have to be asked again.
    public static func isStale(checkedOn: CivilDate?, on date: CivilDate) -> Bool {
        guard let checkedOn, checkedOn <= date else { return true }
        return checkedOn.days(until: date) > staleAfterDays
    }
}
