import GRDB

/// What the next shift has to know: who came, who changed beds and who left since the user last
/// signed off, from the home's journal, and what stands open at this moment. Codes only.
public struct ShiftHandover: Equatable, Sendable {
    /// The moment the user last signed off in the home; without one, 24 hours before the end.
    public let since: Instant
    /// Whether she signed off before, so that `since` is hers.
    public let isSinceSignOff: Bool
    /// The end: the moment it was made.
    public let until: Instant
    /// Women who came, in the order of the journal.
    public let arrived: [HandoverLine]
    /// Women who were given another bed.
    public let moved: [HandoverLine]
    /// Women whose exit was recorded.
    public let left: [HandoverLine]
    /// Women whom another home has taken over.
    public let wentOver: [HandoverLine]
    /// Women who are out and should be back, the missing ones among them.
    public let outLate: TodayList
    /// Incidents that are not closed.
    public let incidents: [IncidentRow]
    /// Follow-ups overdue at the end.
    public let overdue: TodayList

    /// The hours that are looked back when the user never signed off before.
    public static let hoursWithoutSignOff = 24
}

/// One thing that was done about one woman.
public struct HandoverLine: Equatable, Sendable {
    /// Whose page it opens.
    public let personId: String
    /// Her code.
    public let personCode: String
    /// When.
    public let at: Instant
    /// The name of who did it; of whom another home took over, that home's code.
    public let who: String
    /// The bed before; `nil` for an arrival and an exit.
    public let bedBefore: String?
    /// The bed that she was given, `2/3`; `nil` when she came by day, and for an exit.
    public let bed: String?
    /// The operation in the journal.
    public let operationId: String
}

extension HomesStore {
    /// The handover of the shift. That it is shown is in the journal before it is read.
    ///
    /// What was undone since is not in it, nor is a sealed woman.
    ///
    /// - Throws: `noSuchRecord` for another home; `refused(.roleMayNot)`.
    public func shiftHandover(
        homeId: String, by signature: Signature
    ) throws(StoreError) -> ShiftHandover {
        try noteLook(at: .handover, of: homeId, by: signature)
        return try read(.seeToday, at: homeId, by: signature) { db in
            let last = try db.lastSignOff(signature)
            let since =
                last?.at
                ?? signature.at.adding(seconds: -3_600 * ShiftHandover.hoursWithoutSignOff)
            let first = try last?.seq ?? db.lastEntry(of: signature.journal, before: since)
            func lines(_ names: OperationName...) throws -> [HandoverLine] {
                try db.handoverLines(names, after: first, in: signature.journal)
            }
            return ShiftHandover(
                since: since, isSinceSignOff: last != nil, until: signature.at,
                arrived: try lines(.admit, .admitAgain)
                    + lines(.answerTransfer).filter { $0.bed != nil },
                moved: try lines(.moveBed, .swapBeds), left: try lines(.exit),
                wentOver: try db.wentOver(from: homeId, since: since),
                outLate: try db.outLate(homeId: homeId, on: signature.today),
                incidents: try db.incidentRows(homeId: homeId, openOnly: true),
                overdue: try db.followUps(
                    homeId: homeId, nil, signature.today.adding(days: -1)))
        }
    }
}

/// Entries of the journal that were not taken back, between `?1`, the journal, and `?2`, the number
/// of the entry before the first.
let notUndone = """
    operationId NOT IN (SELECT rowId FROM audit
      WHERE journal = ?1 AND seq > ?2 AND action = 'undo' AND rowId IS NOT NULL)
    """

extension Database {
    /// The user's last sign-off in a home's journal, as a number and a moment. A program that was
    /// killed wrote none: then it is the last thing she did before she signed in this time.
    func lastSignOff(_ signature: Signature) throws -> (seq: Int, at: Instant)? {
        let row = try Row.fetchOne(
            cachedStatement(
                sql: """
                    SELECT seq, at FROM audit WHERE journal = ?1 AND seq = max(
                      coalesce((SELECT max(seq) FROM audit
                        WHERE userId = ?2 AND journal = ?1 AND action = 'logout'), 0),
                      coalesce((SELECT max(seq) FROM audit
                        WHERE userId = ?2 AND journal = ?1 AND seq < (SELECT max(seq) FROM audit
                          WHERE userId = ?2 AND journal = ?1 AND action = 'login')), 0))
                    """), arguments: [signature.journal, signature.userId])
        guard let row, let at = Instant(iso: row[1]) else { return nil }
        return (row[0], at)
    }

    /// The number of the last entry of a journal before a moment; 0 when there is none.
    fileprivate func lastEntry(of journal: String, before moment: Instant) throws -> Int {
        try Int.fetchOne(
            cachedStatement(
                sql: "SELECT max(seq) FROM audit WHERE journal = ? AND at < ?"),
            arguments: [journal, moment.iso]) ?? 0
    }

    fileprivate func handoverLines(
        _ names: [OperationName], after seq: Int, in journal: String
    ) throws -> [HandoverLine] {
        let list = names.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        let rows = try Row.fetchAll(
            cachedStatement(
                sql: """
                    SELECT a.operationId, a.personId, p.personCode, min(a.at), u.displayName,
                      max(CASE WHEN a."table" = 'bedAssignment' AND a.action = 'create'
                        THEN a.rowId END)
                    FROM audit a JOIN person p ON p.id = a.personId
                      LEFT JOIN user u ON u.id = a.userId
                    WHERE a.journal = ?1 AND a.seq > ?2 AND a.operation IN (\(list))
                      AND a.action IN ('create', 'update') AND a.\(notUndone)
                      AND p.sealedAt IS NULL AND p.voidedAt IS NULL
                    GROUP BY a.operationId, a.personId ORDER BY min(a.seq)
                    """), arguments: [journal, seq])
        return try rows.map { row in
            guard let at = Instant(iso: row[3]) else { throw StoreError.damaged }
            let beds = try (row[5] as String?).map { try bedChange(assignmentId: $0) }
            return HandoverLine(
                personId: row[1], personCode: row[2], at: at, who: row[4] ?? "",
                bedBefore: beds?.before, bed: beds?.bed, operationId: row[0])
        }
    }

    /// Whom other homes took over since a moment: it is in their journals, not in this home's.
    fileprivate func wentOver(from homeId: String, since: Instant) throws -> [HandoverLine] {
        try Row.fetchAll(
            cachedStatement(
                sql: """
                    SELECT t.personId, p.personCode, t.updatedAt, h.homeCode, t.id
                    FROM transfer t JOIN person p ON p.id = t.personId
                      JOIN home h ON h.id = t.toHomeId
                    WHERE t.fromHomeId = ? AND t.status = 'ACCEPTED' AND t.updatedAt > ?
                      AND t.voidedAt IS NULL AND p.sealedAt IS NULL ORDER BY t.updatedAt, t.id
                    """), arguments: [homeId, since.iso]
        ).map { row in
            guard let at = Instant(iso: row[2]) else { throw StoreError.damaged }
            return HandoverLine(
                personId: row[0], personCode: row[1], at: at, who: row[3], bedBefore: nil,
                bed: nil, operationId: row[4])
        }
    }

    /// The bed of an assignment, and the one that she left for it.
    private func bedChange(assignmentId: String) throws -> (before: String?, bed: String?) {
        let row = try Row.fetchOne(
            cachedStatement(
                sql: """
                    SELECT r.name || '/' || b.bedNumber,
                      (SELECT r2.name || '/' || b2.bedNumber FROM bedAssignment o
                        JOIN bed b2 ON b2.id = o.bedId JOIN room r2 ON r2.id = b2.roomId
                        WHERE o.stayId = a.stayId AND o.id <> a.id AND o.voidedAt IS NULL
                          AND o.toNight = a.fromNight ORDER BY o.id DESC LIMIT 1)
                    FROM bedAssignment a JOIN bed b ON b.id = a.bedId JOIN room r ON r.id = b.roomId
                    WHERE a.id = ?
                    """), arguments: [assignmentId])
        return (row?[1], row?[0])
    }
}
