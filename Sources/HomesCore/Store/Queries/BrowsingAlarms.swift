import GRDB

/// An alarm as the manager sees it: by codes, with who it was.
public struct BrowsingRow: Equatable, Sendable {
    /// What it is.
    public let alarm: BrowsingAlarm
    /// Who looked: the name shown.
    public let who: String
    /// Her role.
    public let role: Role
    /// The codes of the women whose records were opened, by record id.
    public let codes: [String: String]
}

extension HomesStore {
    /// The alarms of the last two weeks that no manager of the home has looked into, the latest
    /// first, with the looks behind each. That they are shown is in the journal before.
    ///
    /// - Throws: `refused(.roleMayNot)` for anybody but the home's manager.
    public func browsingAlarms(by signature: Signature) throws(StoreError) -> [BrowsingRow] {
        try noteLook(at: .browsing, of: signature.homeId, by: signature)
        return try read(.reviewBrowsing, at: signature.homeId, by: signature) { db in
            try db.browsingAlarms(signature).map { alarm in
                let user = try db.fetch(User.self, id: alarm.userId)
                var codes: [String: String] = [:]
                for id in Set(alarm.reads.compactMap(\.personId)) {
                    codes[id] = try String.fetchOne(
                        db.cachedStatement(
                            sql:
                                """
                                SELECT personCode FROM person WHERE id = ? AND sealedAt IS NULL
                                """),
                        arguments: [id])
                }
                return BrowsingRow(
                    alarm: alarm, who: user?.displayName ?? alarm.userId,
                    role: user?.role ?? .caseworker, codes: codes)
            }
        }
    }

    /// Writes down that the manager has looked into an alarm, and what she found. It is not shown
    /// again; the entry is the only state an alarm has.
    ///
    /// - Throws: `refused`: `roleMayNot`, `reasonMissing` without a note; `noSuchRecord` for an
    ///   alarm that is not there, or was looked into already.
    public func lookedInto(
        alarm key: String, note: String, by signature: Signature
    ) throws(StoreError) {
        let note = EntryText.halfWidth(note)
        if note.isEmpty { throw .refused(.reasonMissing) }
        try perform(.seeAlarm, signature) { op in
            try op.db.require(.reviewBrowsing, at: signature.homeId, signature)
            guard try op.db.browsingAlarms(signature).contains(where: { $0.key == key }) else {
                throw StoreError.noSuchRecord
            }
            try op.journal(.acknowledge, "browsing", key, reason: note)
        }
    }
}

extension Database {
    /// The open alarms of the signer's home. Only the looks of the last days are read, over an
    /// index that has nothing else; what was written is asked of the few that remain.
    func browsingAlarms(_ signature: Signature) throws -> [BrowsingAlarm] {
        let first = signature.today.adding(days: 1 - BrowsingRule.daysBack)
        let since = Instant(first, offsetMinutes: signature.offsetMinutes)
        let reads = try browsingReads(signature.journal, since)
        let tries = try browsingTries(signature, since)
        if reads.isEmpty, tries.isEmpty { return [] }
        let rules = BrowsingRules(
            reads: reads, tries: tries, today: signature.today,
            offsetMinutes: signature.offsetMinutes)
        return try rules.alarms().filter { alarm in
            try !isLookedInto(alarm, signature.journal)
                && !alarm.isExcused(by: writes(excusing: alarm))
        }
    }

    private func browsingReads(_ journal: String, _ since: Instant) throws -> [BrowsingRead] {
        let left = try lastExits(journal, since)
        var reads: [BrowsingRead] = []
        try RawCursor.read(
            self,
            """
            SELECT id, at, userId, personId, "new" FROM audit
            WHERE journal = ? AND at >= ? AND action IN ('show', 'search')
              AND ((operation = 'showPerson' AND "table" IN ('person', 'followUp')
                  AND personId IS NOT NULL)
                OR (operation = 'searchPersons' AND "new" IS NOT NULL))
            ORDER BY at, id
            """, [journal, since.iso]
        ) { row in
            guard let at = row.instant(1) else { throw StoreError.damaged }
            let personId = row.optionalText(3)
            reads.append(
                BrowsingRead(
                    entry: row.integer(0), at: at, userId: row.text(2),
                    subject: personId.map { .opened(personId: $0) }
                        ?? .searched(fingerprint: row.text(4)),
                    leftOn: personId.flatMap { left[$0] }))
        }
        return reads
    }

    /// What was retyped in the home, and what was like somebody watched for, in the order of time.
    private func browsingTries(_ signature: Signature, _ since: Instant) throws -> [BrowsingRead] {
        var tries: [BrowsingRead] = []
        try RawCursor.read(
            self,
            """
            SELECT id, at, userId, iif(action = 'void', 'undone/' || "table", rowId || '/' || field)
            FROM audit WHERE journal = ? AND at >= ? AND \(retypedInJournal)
            UNION ALL
            SELECT -1, createdAt, createdBy, watchedPersonId FROM sighting
            WHERE homeId = ? AND seenHomeId = homeId AND createdAt >= ?
            ORDER BY 2, 1
            """, [signature.journal, since.iso, signature.homeId ?? "", since.iso]
        ) { row in
            guard let at = row.instant(1) else { throw StoreError.damaged }
            let isAlert = row.integer(0) < 0
            tries.append(
                BrowsingRead(
                    entry: row.integer(0), at: at, userId: row.text(2),
                    subject: isAlert
                        ? .alerted(watchedId: row.text(3)) : .retyped(what: row.text(3)),
                    leftOn: nil))
        }
        return tries
    }

    /// The day on which each woman who was looked at, and is not here, left for the last time.
    private func lastExits(_ journal: String, _ since: Instant) throws -> [String: CivilDate] {
        var left: [String: CivilDate] = [:]
        try RawCursor.read(
            self,
            """
            SELECT personId, max(exitDate) FROM stay
            WHERE voidedAt IS NULL AND personId IN (
              SELECT personId FROM audit WHERE journal = ? AND at >= ?
                AND action IN ('show', 'search') AND operation = 'showPerson')
            GROUP BY personId HAVING count(*) = count(exitDate)
            """, [journal, since.iso]
        ) { row in left[row.text(0)] = row.date(1) }
        return left
    }

    private func isLookedInto(_ alarm: BrowsingAlarm, _ journal: String) throws -> Bool {
        try Bool.fetchOne(
            cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM audit
                      WHERE operation = 'seeAlarm' AND journal = ? AND rowId = ?)
                    """), arguments: [journal, alarm.key]) ?? false
    }

    /// The first change that excuses an alarm: between the user's entries before and after the
    /// time asked about, which are found from one of the looks outwards.
    private func writes(excusing alarm: BrowsingAlarm) throws -> [BrowsingWrite] {
        guard let excuse = alarm.excuse, let look = alarm.reads.first else { return [] }
        let row = try Row.fetchOne(
            cachedStatement(
                sql: """
                    SELECT at, personId FROM audit
                    WHERE userId = :user AND action IN ('create', 'update', 'void', 'restore')
                      AND id > coalesce((SELECT id FROM audit WHERE userId = :user
                        AND id < :look AND at < :from ORDER BY id DESC LIMIT 1), 0)
                      AND id < coalesce((SELECT id FROM audit WHERE userId = :user
                        AND id > :look AND at >= :to ORDER BY id LIMIT 1), 9223372036854775807)
                      AND at >= :from AND at < :to AND (:person IS NULL OR personId = :person)
                    ORDER BY id LIMIT 1
                    """),
            arguments: [
                "user": alarm.userId, "look": look.entry, "from": excuse.from.iso,
                "to": excuse.to.iso, "person": excuse.personId,
            ])
        guard let row, let at = Instant(iso: row[0]) else { return [] }
        return [BrowsingWrite(at: at, userId: alarm.userId, personId: row[1])]
    }
}
