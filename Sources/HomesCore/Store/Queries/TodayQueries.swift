import GRDB

extension HomesStore {
    /// What awaits the user in her home today. Names nobody: codes only. That it is shown is in
    /// the journal before it is read.
    ///
    /// - Throws: `noSuchRecord` for another home; `refused(.roleMayNot)`.
    public func today(homeId: String, by signature: Signature) throws(StoreError) -> TodayPage {
        try noteLook(at: .today, of: homeId, by: signature)
        let date = signature.today
        return try read(.seeToday, at: homeId, by: signature) { db in
            let soon = date.adding(days: CallSheet.daysAhead)
            let yesterday = date.adding(days: -1)
            let tomorrow = date.adding(days: 1)
            let stays = try db.openStays(homeId: homeId)
            let reservations = try db.openReservations(homeId: homeId, signature)
            let out = try db.openAbsences(homeId: homeId)
            return TodayPage(
                date: date, beds: try db.bedsTonight(homeId: homeId, date),
                arrivals: TodayList(
                    stays.filter { $0.isPlanned && $0.entry <= date }.map { $0.row($0.entry) }),
                expected: reservations.filter { $0.state == .expected },
                noShows: reservations.filter { $0.state == .overdue },
                missing: TodayList(out.filter(\.isMissing).map(\.row)),
                outLate: TodayList(out.filter { $0.isLate(on: date) }.map(\.row)),
                exitsDue: TodayList(
                    stays.compactMap { stay in
                        guard let planned = stay.plannedExit, planned <= date else { return nil }
                        return stay.row(planned)
                    }),
                overdue: try db.followUps(homeId: homeId, nil, yesterday),
                dueToday: try db.followUps(homeId: homeId, date, date),
                dueSoon: try db.followUps(homeId: homeId, tomorrow, soon),
                reviewsDue: try db.reviewsDue(homeId: homeId, date),
                consentsExpiring: try db.consentsExpiring(homeId: homeId, date),
                alerts: try db.alerts(homeId: homeId),
                casework: try db.casework(homeId: homeId, by: signature),
                missedExits: try db.missedExits(homeId: homeId, date),
                glassToReview: try db.glassToReview(at: homeId, by: signature),
                drafts: try db.draftLines(userId: signature.userId),
                handover: try db.handover(signature),
                sharing: try db.sharingToday(homeId: homeId, by: signature),
                sightings: try db.sightingsToClose(homeId: homeId, by: signature),
                browsing: Policy.mayEver(signature.role, .reviewBrowsing)
                    ? try db.browsingAlarms(signature).count : 0,
                filesDue: Policy.mayEver(signature.role, .seePurgeList)
                    ? try db.filesDue(homeId: homeId, on: date) : 0)
        }
    }
}

extension TodayList {
    /// How many rows a list shows.
    static let mostRows = 8

    /// A list of everything there is, the earliest first.
    init(_ all: [TodayRow]) {
        let sorted = all.sorted { ($0.date, $0.personCode) < ($1.date, $1.personCode) }
        self.init(count: sorted.count, rows: Array(sorted.prefix(TodayList.mostRows)))
    }
}

/// A stay that has not ended, as Today needs it.
private struct OpenStay {
    let id: String
    let personId: String
    let personCode: String
    let entry: CivilDate
    let plannedExit: CivilDate?
    let isPlanned: Bool

    func row(_ date: CivilDate) -> TodayRow {
        TodayRow(personId: personId, personCode: personCode, date: date, recordId: id)
    }
}

/// A resident who is out, as Today needs her.
private struct OpenAbsence {
    let absence: Absence
    let personId: String
    let personCode: String

    var isMissing: Bool { absence.reason == .missing }

    /// Whether she is not missing, and should be back by a day.
    func isLate(on date: CivilDate) -> Bool { !isMissing && absence.isLate(on: date) }

    /// She, since when she is missing or by when she should be back.
    var row: TodayRow {
        TodayRow(
            personId: personId, personCode: personCode,
            date: isMissing ? absence.fromDay : absence.expectedBack ?? absence.fromDay,
            recordId: absence.id)
    }
}

extension Database {
    /// Those who are out and should be back on a day, the missing ones among them.
    func outLate(homeId: String, on date: CivilDate) throws -> TodayList {
        TodayList(
            try openAbsences(homeId: homeId).filter { $0.isMissing || $0.isLate(on: date) }
                .map(\.row))
    }

    /// The absences of a home's stays that go on.
    fileprivate func openAbsences(homeId: String) throws -> [OpenAbsence] {
        try fetchValid(
            Absence.self,
            """
            toDay IS NULL AND stayId IN (SELECT id FROM stay WHERE homeId = ?
              AND voidedAt IS NULL AND \(notSealed("personId")))
            """, [homeId]
        ).map { absence in
            let person = try fetch(Stay.self, id: absence.stayId).flatMap {
                try fetch(Person.self, id: $0.personId)
            }
            guard let person else { throw StoreError.damaged }
            return OpenAbsence(
                absence: absence, personId: person.id, personCode: person.personCode)
        }
    }

    fileprivate func openStays(homeId: String) throws -> [OpenStay] {
        try Row.fetchAll(
            try cachedStatement(
                sql: """
                    SELECT s.id, s.personId, p.personCode, s.entryDate, s.plannedExitDate, s.state
                    FROM stay s JOIN person p ON p.id = s.personId
                    WHERE s.homeId = ? AND s.exitDate IS NULL AND s.voidedAt IS NULL
                      AND p.sealedAt IS NULL
                    ORDER BY s.entryDate, s.id
                    """), arguments: [homeId]
        ).map { row in
            OpenStay(
                id: row[0], personId: row[1], personCode: row[2], entry: try row.date(3),
                plannedExit: try row.optionalDate(4), isPlanned: row[5] == "PLANNED")
        }
    }

    /// RULES.md, "Occupancy": a held bed with somebody in it counts as occupied only.
    fileprivate func bedsTonight(homeId: String, _ night: CivilDate) throws -> OccupancyFigures {
        let rows = try Row.fetchAll(
            try cachedStatement(
                sql: """
                    SELECT
                      b.inventoryStartDate <= ?1 AND coalesce(b.inventoryEndDate, '9999-12-31') > ?1
                        AND NOT EXISTS (SELECT 1 FROM bedStatusPeriod p
                          WHERE p.bedId = b.id AND p.voidedAt IS NULL AND p.status <> 'HELD'
                            AND p.fromNight <= ?1 AND coalesce(p.toNight, '9999-12-31') > ?1),
                      EXISTS (SELECT 1 FROM bedStatusPeriod p
                        WHERE p.bedId = b.id AND p.voidedAt IS NULL AND p.status = 'HELD'
                          AND p.fromNight <= ?1 AND coalesce(p.toNight, '9999-12-31') > ?1),
                      EXISTS (SELECT 1 FROM bedAssignment a
                        WHERE a.bedId = b.id AND a.voidedAt IS NULL AND a.fromNight <= ?1
                          AND a.toNight IS NULL)
                      OR EXISTS (SELECT 1 FROM bedAssignment a
                        WHERE a.bedId = b.id AND a.voidedAt IS NULL AND a.fromNight <= ?1
                          AND a.toNight > ?1)
                    FROM room r JOIN bed b ON b.roomId = r.id
                    WHERE r.homeId = ?2 AND r.voidedAt IS NULL AND b.voidedAt IS NULL
                    """), arguments: [night.iso, homeId])
        var figures = OccupancyFigures.none
        for row in rows {
            let (isInService, isHeld, isTaken): (Bool, Bool, Bool) = (row[0], row[1], row[2])
            if isInService { figures.bedsInService += 1 }
            if isTaken { figures.occupied += 1 }
            if isInService, isHeld, !isTaken { figures.held += 1 }
        }
        return figures
    }

    /// Open follow-ups due between two days, both included; without the first, until the last.
    func followUps(
        homeId: String, _ first: CivilDate?, _ last: CivilDate
    ) throws -> TodayList {
        let range = """
            FROM followUp f WHERE f.homeId = ? AND f.dueOn BETWEEN ? AND ?
              AND f.doneOn IS NULL AND f.voidedAt IS NULL AND \(notSealed("f.personId"))
            """
        let arguments: StatementArguments = [homeId, first?.iso ?? "0000", last.iso]
        return try list(counting: "SELECT count(*) \(range)", arguments) {
            """
            SELECT f.personId, (SELECT personCode FROM person p WHERE p.id = f.personId), f.dueOn,
              f.id \(range) ORDER BY f.dueOn, f.id LIMIT \(TodayList.mostRows)
            """
        }
    }

    fileprivate func alerts(homeId: String) throws -> TodayList {
        let range = """
            FROM followUp f WHERE f.homeId = ? AND f.alertRaisedOn IS NOT NULL
              AND f.alertClosedOn IS NULL AND f.voidedAt IS NULL AND \(notSealed("f.personId"))
            """
        return try list(counting: "SELECT count(*) \(range)", [homeId]) {
            """
            SELECT f.personId, (SELECT personCode FROM person p WHERE p.id = f.personId),
              f.alertRaisedOn, f.id \(range)
            ORDER BY f.alertRaisedOn, f.id LIMIT \(TodayList.mostRows)
            """
        }
    }

    /// Open cases whose latest assessment asks for another look by a day.
    fileprivate func reviewsDue(homeId: String, _ date: CivilDate) throws -> TodayList {
        TodayList(
            try todayRows(
                """
                WITH open AS MATERIALIZED (
                  SELECT c.personId, c.id, (SELECT a.nextReviewDue FROM riskAssessment a
                    WHERE a.caseId = c.id AND a.voidedAt IS NULL
                    ORDER BY a.assessedOn DESC, a.id DESC LIMIT 1) AS due
                  FROM "case" c
                  WHERE c.homeId = ? AND c.cas_Status IN ('Active', 'FollowUp')
                    AND c.voidedAt IS NULL AND \(notSealed("c.personId")))
                SELECT o.personId, (SELECT personCode FROM person p WHERE p.id = o.personId),
                  o.due, o.id
                FROM open o WHERE o.due <= ?
                """, [homeId, date.iso]))
    }

    /// Consents of open cases that end within 14 days and were not given again.
    fileprivate func consentsExpiring(homeId: String, _ date: CivilDate) throws -> TodayList {
        TodayList(
            try todayRows(
                """
                SELECT c.personId, (SELECT personCode FROM person p WHERE p.id = c.personId),
                  k.expiresOn, k.id
                FROM "case" c CROSS JOIN consent k ON k.personId = c.personId
                WHERE c.homeId = ? AND c.cas_Status IN ('Active', 'FollowUp')
                  AND c.voidedAt IS NULL AND \(notSealed("c.personId"))
                  AND k.expiresOn > ? AND k.expiresOn <= ?
                  AND k.given = '1' AND k.withdrawnOn IS NULL AND k.voidedAt IS NULL
                  AND NOT EXISTS (SELECT 1 FROM consent n
                    WHERE n.personId = k.personId AND n.purpose = k.purpose
                      AND n.shareWith IS k.shareWith AND n.id <> k.id AND n.given = '1'
                      AND n.withdrawnOn IS NULL AND n.voidedAt IS NULL
                      AND n.expiresOn > k.expiresOn)
                """,
                [homeId, date.iso, date.adding(days: ConsentState.soonDays).iso]))
    }

    /// Stays that may have ended unrecorded: the same ones that the occupancy figures count
    /// (RULES.md, "Possible missed exits").
    fileprivate func missedExits(homeId: String, _ date: CivilDate) throws -> TodayList {
        let quiet = date.adding(days: -MissedExitSign.quiet14.rawValue)
        return TodayList(
            try todayRows(
                """
                SELECT s.personId, p.personCode, s.entryDate, s.id
                FROM stay s JOIN person p ON p.id = s.personId
                WHERE s.homeId = :home AND s.exitDate IS NULL AND s.voidedAt IS NULL
                  AND p.sealedAt IS NULL
                  AND s.state = 'CHECKED_IN' AND (s.entryDate <= :open
                    OR s.entryDate <= :quiet AND \(nothingRecorded))
                """,
                [
                    "home": homeId,
                    "open": date.adding(days: -MissedExitSign.open90.rawValue).iso,
                    "quiet": quiet.iso, "quietAt": Instant(quiet.adding(days: 1)).iso,
                ]))
    }

    fileprivate func glassToReview(
        at homeId: String, by signature: Signature
    ) throws -> [GlassLine] {
        let grant = Policy.grant(signature.role, .reviewGlass, signature.relation(to: homeId))
        return grant == .yes ? try glassToReview(homeId: homeId) : []
    }

    fileprivate func draftLines(userId: String) throws -> [DraftLine] {
        try Row.fetchAll(
            try cachedStatement(
                sql: """
                    SELECT form, recordId, title, savedAt FROM draft WHERE userId = ?
                      AND \(Draft.isOfNobodySealed)
                    ORDER BY savedAt DESC, id DESC
                    """), arguments: [userId]
        ).map { row in
            guard let savedAt = Instant(iso: row[3]) else { throw StoreError.damaged }
            return DraftLine(form: row[0], recordId: row[1], title: row[2], savedAt: savedAt)
        }
    }

    /// What others did in the home's journal since the user last signed off there, and did not take
    /// back.
    fileprivate func handover(_ signature: Signature) throws -> Handover? {
        guard let last = try lastSignOff(signature) else { return nil }
        let rows = try Row.fetchAll(
            try cachedStatement(
                sql: """
                    SELECT operation, count(DISTINCT operationId) FROM audit
                    WHERE journal = ?1 AND seq > ?2 AND userId <> ?3
                      AND operation IN ('admit', 'admitAgain', 'moveBed', 'swapBeds', 'exit')
                      AND \(notUndone)
                    GROUP BY operation
                    """), arguments: [signature.journal, last.seq, signature.userId])
        var counts: [OperationName: Int] = [:]
        for row in rows { counts[try row.code(0)] = row[1] }
        func sum(_ names: OperationName...) -> Int { names.reduce(0) { $0 + (counts[$1] ?? 0) } }
        return Handover(
            since: last.at, admitted: sum(.admit, .admitAgain), moved: sum(.moveBed, .swapBeds),
            left: sum(.exit))
    }

    private func list(
        counting count: String, _ arguments: StatementArguments, rows: () -> String
    ) throws -> TodayList {
        let number = try Int.fetchOne(try cachedStatement(sql: count), arguments: arguments) ?? 0
        guard number > 0 else { return .none }
        return TodayList(count: number, rows: try todayRows(rows(), arguments))
    }

    func todayRows(_ sql: String, _ arguments: StatementArguments) throws -> [TodayRow] {
        try Row.fetchAll(try cachedStatement(sql: sql), arguments: arguments).map { row in
            TodayRow(
                personId: row[0], personCode: row[1], date: try row.date(2), recordId: row[3])
        }
    }
}
