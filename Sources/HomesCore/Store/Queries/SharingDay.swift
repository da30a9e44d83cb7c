import GRDB

extension Database {
    /// For how many days the home that proposed her sees the answer.
    private static var answerShownDays: Int { 14 }

    /// What referrals, incidents, transfers and closures put on a home's day.
    func sharingToday(homeId: String, by signature: Signature) throws -> SharingToday {
        let date = signature.today
        let recently = date.adding(days: -Database.answerShownDays).iso
        let answers = Policy.mayEver(signature.role, .closeCase)
        return SharingToday(
            overdueReferrals: TodayList(
                try todayRows(
                    """
                    SELECT r.personId, p.personCode,
                      date(r.dueAt, '\(signature.offsetMinutes) minutes'), r.id
                    FROM referral r JOIN person p ON p.id = r.personId
                    WHERE r.status = 'in_progress' AND r.dueAt < ? AND r.voidedAt IS NULL
                      AND p.homeId = ? AND p.sealedAt IS NULL
                    """, [signature.at.iso, homeId])),
            toBeTold: TodayList(
                try todayRows(
                    """
                    SELECT r.personId, p.personCode, r.revokedOn, r.id
                    FROM referral r JOIN person p ON p.id = r.personId
                    WHERE r.status = 'revoked' AND r.toldOn IS NULL AND r.direction = 'OUT'
                      AND r.voidedAt IS NULL AND p.homeId = ? AND p.sealedAt IS NULL
                    """, [homeId])),
            incidents: try incidentRows(homeId: homeId, openOnly: true),
            proposedToUs: try transferRows(
                "t.toHomeId = ? AND t.status = 'PROPOSED'", [homeId], other: "fromHomeId"),
            proposedByUs: try transferRows(
                """
                t.fromHomeId = ? AND t.status <> 'WITHDRAWN'
                  AND coalesce(t.answeredOn, '9999-12-31') >= ?
                """, [homeId, recently], other: "toHomeId"),
            closures: answers
                ? TodayList(
                    try todayRows(
                        """
                        SELECT q.personId, p.personCode, q.askedOn, q.id
                        FROM closureRequest q JOIN person p ON p.id = q.personId
                        WHERE q.status = 'ASKED' AND q.voidedAt IS NULL AND p.homeId = ?
                          AND p.sealedAt IS NULL
                        """, [homeId])) : .none)
    }

    /// What a closure would leave open.
    func openWork(of personId: String) throws -> [OpenWork] {
        let queries: [(OpenWork.Kind, String)] = [
            (
                .stay,
                "SELECT count(*), min(entryDate) FROM stay WHERE exitDate IS NULL AND \(hers)"
            ),
            (
                .alerts,
                """
                SELECT count(*), min(alertRaisedOn) FROM followUp
                WHERE alertRaisedOn IS NOT NULL AND alertClosedOn IS NULL AND \(hers)
                """
            ),
            (
                .followUps,
                "SELECT count(*), min(dueOn) FROM followUp WHERE doneOn IS NULL AND \(hers)"
            ),
            (
                .referrals,
                """
                SELECT count(*), min(sharedOn) FROM referral
                WHERE status IN ('in_progress', 'accepted') AND \(hers)
                """
            ),
            (
                .toBeTold,
                """
                SELECT count(*), min(revokedOn) FROM referral
                WHERE status = 'revoked' AND direction = 'OUT' AND toldOn IS NULL AND \(hers)
                """
            ),
            (
                .placement,
                "SELECT count(*), min(startDate) FROM placement WHERE endDate IS NULL AND \(hers)"
            ),
            (
                .transfer,
                """
                SELECT count(*), min(proposedOn) FROM transfer
                WHERE status = 'PROPOSED' AND \(hers)
                """
            ),
            (
                .belongings,
                """
                SELECT count(*), min(b.handedInOn) FROM belonging b JOIN stay s ON s.id = b.stayId
                WHERE b.givenBackOn IS NULL AND b.voidedAt IS NULL AND s.personId = ?
                """
            ),
            (
                .incidents,
                """
                SELECT count(*), min(i.date) FROM incident i JOIN incidentPerson n
                  ON n.incidentId = i.id AND n.voidedAt IS NULL
                WHERE i.status <> 'CLOSED' AND i.voidedAt IS NULL AND n.personId = ?
                """
            ),
        ]
        return try queries.compactMap { kind, sql in
            let row = try Row.fetchOne(try cachedStatement(sql: sql), arguments: [personId])
            guard let row, row[0] as Int > 0 else { return nil }
            return OpenWork(kind: kind, count: row[0], date: try row.optionalDate(1))
        }
    }
}

private let hers = "personId = ? AND voidedAt IS NULL"
