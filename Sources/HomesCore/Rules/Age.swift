/// Ages of people whose birthday is known to the day.
public enum Age {
    /// The date of the n-th birthday; 1 March in common years for those born on 29 February.
    public static func birthday(_ years: Int, of birthdate: CivilDate) -> CivilDate {
        anniversary(months: years * 12, of: birthdate)
    }

    /// Whole years at a date; negative before birth.
    public static func years(born birthdate: CivilDate, on date: CivilDate) -> Int {
        let guess = date.year - birthdate.year
        return birthday(guess, of: birthdate) <= date ? guess : guess - 1
    }

    /// Whole years and the whole months beyond them, at a date; (0, 0) before birth.
    public static func yearsAndMonths(
        born birthdate: CivilDate, on date: CivilDate
    ) -> (years: Int, months: Int) {
        let (birthYear, birthMonth, _) = birthdate.components
        let (year, month, _) = date.components
        let guess = (year - birthYear) * 12 + month - birthMonth
        let months = max(0, anniversary(months: guess, of: birthdate) <= date ? guess : guess - 1)
        return (months / 12, months % 12)
    }

    /// The same day of the month so many months later; the first of the next month when the month
    /// has no such day, as the 29th of February becomes 1 March.
    private static func anniversary(months: Int, of birthdate: CivilDate) -> CivilDate {
        let moved = birthdate.adding(months: months)
        return moved.day == birthdate.day ? moved : moved.adding(days: 1)
    }
}

extension AgeBand {
    /// The band of an age in whole years.
    public init(years: Int) {
        switch years {
        case ..<12: self = .under12
        case ..<16: self = .from12To15
        case ..<18: self = .from16To17
        case ..<25: self = .from18To24
        default: self = .from25
        }
    }
}

/// A rule that protects people under an age and ends on a birthday.
public struct AgeRule: Equatable, Sendable {
    /// The age at which the rule ends, in years.
    public let endsAtAge: Int
    /// What the rule is, as said before "until".
    public let title: Phrase

    /// The rules of working age, the earliest to end first: none may be employed under 16 (Labour
    /// Law 15), those of 16 and 17 work under the juvenile rules (Labour Law 58, 64, 65).
    public static let all = [
        AgeRule(endsAtAge: 16, title: Phrase("no employment", "不得就业")),
        AgeRule(endsAtAge: 18, title: Phrase("juvenile rules", "适用未成年工规定")),
    ]

    /// Under this age a guardian consents for her (DATA.md, consent).
    public static let guardianConsentEndsAtAge = 14
}

/// An age to the month and the age rule that holds now.
public struct AgeNotice: Equatable, Sendable {
    /// Whole years.
    public let years: Int
    /// Whole months beyond the years, 0 to 11.
    public let months: Int
    /// Whether the date of birth is approximate, so that this is the youngest she can be.
    public let isApproximate: Bool
    /// The rule that holds and the date from which it no longer does; `nil` from 18 on.
    public let rule: AgeRule?
    /// The birthday that ends the rule; `nil` from 18 on.
    public let ruleEndsOn: CivilDate?

    /// "17 y 4 m; juvenile rules until 2008-02-11".
    public var phrase: Phrase {
        var text = Phrase("\(years) y \(months) m", "\(years)岁\(months)个月")
        if isApproximate { text = text + Phrase(" at the youngest", "（按最小计）") }
        if let rule, let ruleEndsOn {
            text =
                text + Phrase("; ", "；") + rule.title
                + Phrase(" until \(ruleEndsOn.iso)", "，至\(ruleEndsOn.iso)止")
        }
        return text
    }
}

/// The age rules at work: everything protective counts an approximate date of birth as the
/// younger age.
public enum AgeRules {
    /// Her age on a date with the date on which the next age rule ends; `nil` when she would not
    /// be born yet.
    public static func next(_ birthdate: Birthdate, on date: CivilDate) -> AgeNotice? {
        guard birthdate.earliest <= date else { return nil }
        let born = birthdate.youngest(on: date)
        let (years, months) = Age.yearsAndMonths(born: born, on: date)
        let rule = AgeRule.all.first { years < $0.endsAtAge }
        return AgeNotice(
            years: years, months: months, isApproximate: birthdate.isApproximate, rule: rule,
            ruleEndsOn: rule.map { Age.birthday($0.endsAtAge, of: birthdate.latest) })
    }

    /// Whether a guardian gives consent for her on a date (under 14).
    public static func needsGuardianConsent(_ birthdate: Birthdate, on date: CivilDate) -> Bool {
        birthdate.years(on: date).map { $0 < AgeRule.guardianConsentEndsAtAge } ?? true
    }
}
