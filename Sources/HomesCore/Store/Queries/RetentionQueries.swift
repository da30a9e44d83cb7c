import GRDB

/// How long a closed file is still kept.
public struct RetentionLine: Equatable, Sendable {
    /// The day it must be destroyed, and why then.
    public let clock: RetentionClock
    /// Why it is held; `nil` when it is not.
    public let hold: String?

    /// Whether its time is over on a day, and nothing holds it.
    public func isDue(on date: CivilDate) -> Bool { hold == nil && clock.dueOn <= date }
}

/// A closed file on the list of those to be destroyed.
public struct PurgeRow: Equatable, Sendable {
    /// Her record.
    public let personId: String
    /// Her code.
    public let personCode: String
    /// When, and whether it is held.
    public let line: RetentionLine
    /// How many incidents and notes on groups are about others, too. Their words are in the others'
    /// files and stay: somebody has to read first that they do not tell who she was.
    public let sharedTexts: Int

    /// Whether its time is over on a day, and nothing holds it.
    public func isDue(on date: CivilDate) -> Bool { line.isDue(on: date) }
}

/// The files of a home that are closed.
public struct PurgeList: Equatable, Sendable {
    /// Those that any list may show, by the day on which they must be destroyed.
    public let rows: [PurgeRow]
    /// How many sealed ones are due: no list shows them, and somebody has to unseal them first.
    public let sealedDue: Int
}

/// A file that was destroyed, as the list shows it.
public struct TombstoneRow: Equatable, Sendable {
    /// What was done.
    public let stone: Tombstone
    /// The names of the two, as they are shown.
    public let by: [String]
    /// How many rows were destroyed.
    public let destroyed: Int
    /// How many are only counted still.
    public let emptied: Int
}

extension HomesStore {
    /// The closed files of a home by the day on which they must be destroyed. Sealed ones are only
    /// counted. That it is shown is in the journal before it is read.
    public func purgeList(
        homeId: String, by signature: Signature
    ) throws(StoreError) -> PurgeList {
        try noteLook(at: .purges, of: homeId, by: signature)
        return try read(.seePurgeList, at: homeId, by: signature) { db in
            PurgeList(
                rows: try db.purgeRows(homeId: homeId),
                sealedDue: try db.filesDue(
                    homeId: homeId, on: signature.today, sealed: true))
        }
    }

    /// What was destroyed in a home, the latest first.
    public func tombstones(
        homeId: String, by signature: Signature
    ) throws(StoreError) -> [TombstoneRow] {
        try read(.seePurgeList, at: homeId, by: signature) { db in
            try db.fetchValid(
                Tombstone.self, "homeId = ?", [homeId], order: "purgedOn DESC, id DESC"
            ).map { stone in
                let lines = try db.fetchValid(TombstoneCount.self, "tombstoneId = ?", [stone.id])
                let names = try [stone.stamp.createdBy, stone.secondBy].map {
                    try db.fetch(User.self, id: $0)?.displayName ?? $0
                }
                return TombstoneRow(
                    stone: stone, by: names, destroyed: lines.reduce(0) { $0 + $1.destroyed },
                    emptied: lines.reduce(0) { $0 + $1.emptied })
            }
        }
    }
}

extension Database {
    /// How many files of a home are to be destroyed on a day: those closed long enough ago are
    /// looked at one by one, because a minor's, a held and a placed woman's wait longer.
    func filesDue(homeId: String, on date: CivilDate, sealed: Bool = false) throws -> Int {
        guard let programme = try fetchValid(Programme.self).first else { return 0 }
        let latest = Age.birthday(-programme.fileYears, of: date)
        return try closedFiles(homeId: homeId, sealed: sealed, closedBy: latest)
            .count { $0.line.isDue(on: date) }
    }

    /// The closed files of a home as the list shows them: no sealed ones.
    fileprivate func purgeRows(homeId: String) throws -> [PurgeRow] {
        try closedFiles(homeId: homeId).map { person, line in
            PurgeRow(
                personId: person.id, personCode: person.personCode, line: line,
                sharedTexts: try sharedTexts(of: person.id))
        }.sorted { ($0.line.clock.dueOn, $0.personCode) < ($1.line.clock.dueOn, $1.personCode) }
    }

    /// The closed files of a home with their clocks: the sealed ones, or all the others. What was
    /// destroyed is no file any more.
    ///
    /// - Parameter latest: Only those with a case closed by that day.
    private func closedFiles(
        homeId: String, sealed: Bool = false, closedBy latest: CivilDate? = nil
    ) throws -> [(person: Person, line: RetentionLine)] {
        try fetchValid(
            Person.self,
            """
            homeId = ? AND (sealedAt IS NOT NULL) = ? AND purgedAt IS NULL
              AND id IN (SELECT personId FROM "case"
              WHERE voidedAt IS NULL AND cas_Status IN ('Closed', 'ClosedReferred')
                AND dateClosure <= coalesce(?, dateClosure))
            """, [homeId, sealed, latest?.iso], order: "personCode"
        ).compactMap { person in try retention(of: person).map { (person, $0) } }
    }

    /// Texts about her that are in another woman's file as well.
    private func sharedTexts(of personId: String) throws -> Int {
        try Int.fetchOne(
            cachedStatement(
                sql: """
                    SELECT
                      (SELECT count(*) FROM incident i WHERE i.voidedAt IS NULL
                        AND coalesce(i.whatHappened, i.action, '') <> ''
                        AND EXISTS (SELECT 1 FROM incidentPerson p WHERE p.incidentId = i.id
                          AND p.personId = ?1 AND p.voidedAt IS NULL)
                        AND EXISTS (SELECT 1 FROM incidentPerson p WHERE p.incidentId = i.id
                          AND p.personId <> ?1 AND p.voidedAt IS NULL))
                      + (SELECT count(*) FROM counsellingSession s WHERE s.voidedAt IS NULL
                        AND s.kind <> 'INDIVIDUAL' AND coalesce(s.note, '') <> ''
                        AND EXISTS (SELECT 1 FROM attendance a WHERE a.sessionId = s.id
                          AND a.personId = ?1 AND a.voidedAt IS NULL))
                    """), arguments: [personId]) ?? 0
    }

    /// The clock of a file, and what holds it; `nil` while it is open.
    func retention(of person: Person) throws -> RetentionLine? {
        guard let clock = try retentionClock(of: person) else { return nil }
        return RetentionLine(clock: clock, hold: try openHold(of: person.id)?.reason)
    }

    /// The clock of a file; `nil` while a case or a stay is open, and for one without any case.
    func retentionClock(of person: Person) throws -> RetentionClock? {
        let row = try Row.fetchOne(
            cachedStatement(
                sql: """
                    SELECT max(c.dateClosure), min(c.dateClosure IS NOT NULL
                        AND c.cas_Status IN ('Closed', 'ClosedReferred')),
                      (SELECT max(coalesce(endDate, startDate)) FROM placement
                        WHERE personId = ?1 AND voidedAt IS NULL),
                      EXISTS (SELECT 1 FROM stay
                        WHERE personId = ?1 AND voidedAt IS NULL AND exitDate IS NULL),
                      (SELECT fileYears FROM programme), (SELECT ledgerYears FROM programme)
                    FROM "case" c WHERE c.personId = ?1 AND c.voidedAt IS NULL
                    """), arguments: [person.id])
        guard let row, row[1] as Int? == 1, row[3] as Int? == 0,
            let closed = try row.optionalDate(0)
        else { return nil }
        return Retention.clock(
            closedOn: closed,
            birthdate: person.birthdate,
            lastPlacement: try row.optionalDate(2),
            terms: RetentionTerms(fileYears: row[4], ledgerYears: row[5]))
    }

    /// What holds a file now.
    func openHold(of personId: String) throws -> RetentionHold? {
        try fetchValid(RetentionHold.self, "personId = ? AND liftedOn IS NULL", [personId]).first
    }
}
