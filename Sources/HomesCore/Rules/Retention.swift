/// How long a programme keeps what it has closed, in years.
public struct RetentionTerms: Equatable, Sendable {
    /// A closed file.
    public var fileYears: Int
    /// A placement: the service ledger.
    public var ledgerYears: Int

    /// Terms.
    public init(fileYears: Int, ledgerYears: Int) {
        self.fileYears = fileYears
        self.ledgerYears = ledgerYears
    }

    /// Seven years for a file, two for the ledger (decision 0017).
    public static let standard = RetentionTerms(fileYears: 7, ledgerYears: 2)
    /// What a programme may choose: at least the three years of the general limitation period (Civil
    /// Code 188), at most the twenty after which no court protects a claim.
    public static let fileRange = 3...20
    /// At least two years (Interim Rules on the Human Resources Market 33).
    public static let ledgerRange = 2...20
}

/// The clock of a closed file.
public struct RetentionClock: Equatable, Sendable {
    /// The day it was closed: its last case's.
    public let closedOn: CivilDate
    /// The day from which it must be destroyed.
    public let dueOn: CivilDate
    /// What decides that day.
    public let ground: RetentionGround
    /// The day before which the ledger forbids to destroy it, even when she asks; `nil` without a
    /// placement.
    public let ledgerUntil: CivilDate?
}

/// The retention rule (personal information is kept for the shortest time that its purpose needs,
/// PIPL 19, and destroyed when that is over, PIPL 47).
public enum Retention {
    /// When a closed file must be destroyed: so many years after the closure; for who was a minor
    /// then, so many after her 18th birthday; never before the ledger's time is over.
    ///
    /// - Parameters:
    ///   - closedOn: The day on which her last case was closed.
    ///   - birthdate: Of an approximate one the last possible day counts, which keeps longer. Not
    ///     known: as for a grown woman, because no birthday can be counted from; a hold is the way
    ///     to keep it.
    ///   - lastPlacement: The day on which her last placement ended; its start while no end is known.
    public static func clock(
        closedOn: CivilDate, birthdate: Birthdate?, lastPlacement: CivilDate?,
        terms: RetentionTerms = .standard
    ) -> RetentionClock {
        func years(_ years: Int, after date: CivilDate) -> CivilDate {
            Age.birthday(years, of: date)
        }
        var dueOn = years(terms.fileYears, after: closedOn)
        var ground = RetentionGround.file
        if let birthdate {
            let grown = Age.birthday(18, of: birthdate.latest)
            if grown > closedOn {
                dueOn = years(terms.fileYears, after: grown)
                ground = .minor
            }
        }
        let ledgerUntil = lastPlacement.map { years(terms.ledgerYears, after: $0) }
        if let ledgerUntil, ledgerUntil > dueOn {
            dueOn = ledgerUntil
            ground = .ledger
        }
        return RetentionClock(
            closedOn: closedOn, dueOn: dueOn, ground: ground, ledgerUntil: ledgerUntil)
    }
}
