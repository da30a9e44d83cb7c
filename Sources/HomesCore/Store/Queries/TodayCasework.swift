import GRDB

extension Database {
    /// What the case plans, flags and notes of a home ask for. Says of each no more than its kind:
    /// what somebody wrote is on the woman's page.
    func casework(homeId: String, by signature: Signature) throws -> TodayCasework {
        let date = signature.today
        let actions = try openActions(
            homeId: homeId, until: date.adding(days: CallSheet.daysAhead))
        return TodayCasework(
            actionsOverdue: TodayList(actions.filter { $0.date < date }),
            actionsToday: TodayList(actions.filter { $0.date == date }),
            actionsSoon: TodayList(actions.filter { $0.date > date }),
            flags: TodayList(try openFlags(homeId: homeId)),
            notesToSign: TodayList(
                try unsignedNotes(homeId: homeId, userId: signature.userId)))
    }

    /// Open actions of open goals in open cases, due until a day.
    private func openActions(homeId: String, until last: CivilDate) throws -> [TodayRow] {
        try Row.fetchAll(
            try cachedStatement(
                sql: """
                    SELECT c.personId, p.personCode, a.dueOn, a.id, g.spl_Type, a.doer
                    FROM "case" c JOIN planGoal g ON g.caseId = c.id AND g.state = 'OPEN'
                        AND g.voidedAt IS NULL
                      JOIN planAction a ON a.goalId = g.id AND a.state = 'OPEN'
                        AND a.voidedAt IS NULL AND a.dueOn <= ?
                      JOIN person p ON p.id = c.personId
                    WHERE c.homeId = ? AND c.cas_Status IN ('Active', 'FollowUp')
                      AND c.voidedAt IS NULL AND p.sealedAt IS NULL
                    """), arguments: [last.iso, homeId]
        ).map { row in
            let type: SupportPlanType = try row.code(4)
            let doer: PlanDoer = try row.code(5)
            return TodayRow(
                personId: row[0], personCode: row[1], date: try row.date(2), recordId: row[3],
                detail: type.label + Phrase(": ", "：") + doer.label)
        }
    }

    /// Flags of the home's women that nobody has resolved.
    private func openFlags(homeId: String) throws -> [TodayRow] {
        try Row.fetchAll(
            try cachedStatement(
                sql: """
                    SELECT f.personId, p.personCode, f.raisedOn, f.id,
                      (SELECT displayName FROM user u WHERE u.id = f.raisedBy)
                    FROM flag f JOIN person p ON p.id = f.personId
                    WHERE f.resolvedOn IS NULL AND f.voidedAt IS NULL AND p.homeId = ?
                      AND p.sealedAt IS NULL AND p.voidedAt IS NULL
                    """), arguments: [homeId]
        ).map { row in
            TodayRow(
                personId: row[0], personCode: row[1], date: try row.date(2), recordId: row[3],
                detail: Phrase(verbatim: row[4] ?? ""))
        }
    }

    /// A user's notes about the home's women that she has not signed.
    private func unsignedNotes(homeId: String, userId: String) throws -> [TodayRow] {
        try Row.fetchAll(
            try cachedStatement(
                sql: """
                    SELECT n.personId, p.personCode, n.date, n.id, n.kind
                    FROM note n JOIN person p ON p.id = n.personId
                    WHERE n.createdBy = ? AND n.signedAt IS NULL AND n.voidedAt IS NULL
                      AND p.homeId = ? AND p.sealedAt IS NULL AND p.voidedAt IS NULL
                    """), arguments: [userId, homeId]
        ).map { row in
            let kind: NoteKind = try row.code(4)
            return TodayRow(
                personId: row[0], personCode: row[1], date: try row.date(2), recordId: row[3],
                detail: kind.label)
        }
    }
}
