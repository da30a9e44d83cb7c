extension CheckRule {
    /// The rules of placements and follow-ups. A check that was judged again after the start, when
    /// the contract came late, is evidence and was nothing to set aside. What came from paper or was
    /// invented with the programme has no operation in the journal and is not held to what
    /// operations promise.
    ///
    /// Follow-ups are counted once for all: counted for each stay, the check of a hundred thousand
    /// would read all of them as often.
    static let work: [CheckRule] = [
        CheckRule(
            "placementFollowUps",
            Phrase("Every placement has its follow-ups", "每次安置均有回访"),
            Phrase("A follow-up of a placement was not made", "安置缺少回访"),
            CheckQuery(
                table: Placement.table,
                sql: """
                    WITH made AS MATERIALIZED (
                      SELECT placementId, count(DISTINCT dayOffset) AS days FROM followUp
                      WHERE dayOffset IN (\(list(FollowUpSchedule.placementOffsets)))
                      GROUP BY placementId)
                    SELECT p.id FROM placement p LEFT JOIN made m ON m.placementId = p.id
                    WHERE p.voidedAt IS NULL
                      AND coalesce(m.days, 0) < \(FollowUpSchedule.placementOffsets.count)
                      AND EXISTS (SELECT 1 FROM audit j WHERE j.personId = p.personId
                        AND j.rowId = p.id AND j.operation = 'startPlacement')
                    ORDER BY p.id
                    """)),
        CheckRule(
            "exitFollowUps",
            Phrase("Every exit has its follow-ups", "每次离开均有回访"),
            Phrase("A follow-up of an exit was not made", "离开后缺少回访"),
            CheckQuery(
                table: Stay.table,
                sql: """
                    WITH made AS MATERIALIZED (
                      SELECT stayId, count(DISTINCT dayOffset) AS days FROM followUp
                      WHERE dayOffset IN (\(list(FollowUpSchedule.exitOffsets)))
                      GROUP BY stayId)
                    SELECT s.id FROM stay s LEFT JOIN made m ON m.stayId = s.id
                    WHERE s.voidedAt IS NULL AND s.exitDate IS NOT NULL
                      AND homesOpen(s.destination, 'stay.destination.' || s.id, 'SEALED')
                        NOT IN ('DECEASED', 'SEALED')
                      AND s.personId NOT IN (SELECT id FROM person WHERE purgedAt IS NOT NULL)
                      AND coalesce(m.days, 0) < \(FollowUpSchedule.exitOffsets.count)
                      AND EXISTS (SELECT 1 FROM audit j WHERE j.personId = s.personId
                        AND j.rowId = s.id AND j.operation = 'exit')
                    ORDER BY s.id
                    """)),
        CheckRule(
            "followUpPerson",
            Phrase("Every follow-up is about the right person", "回访对象一致"),
            Phrase("A follow-up is about another person than its placement or stay", "回访对象不一致"),
            CheckQuery(
                table: FollowUp.table,
                sql: """
                    SELECT f.id FROM followUp f LEFT JOIN placement p ON p.id = f.placementId
                      LEFT JOIN stay s ON s.id = f.stayId
                      LEFT JOIN migrationPlan m ON m.id = f.migrationPlanId
                    WHERE f.voidedAt IS NULL
                      AND coalesce(p.personId, s.personId, m.personId) IS NOT f.personId
                    ORDER BY f.id
                    """)),
        CheckRule(
            "placementLaw",
            Phrase("Nobody was placed against L1, L2, L7 or L8", "没有违反 L1、L2、L7、L8 的安置"),
            Phrase("Somebody was placed although L1, L2, L7 or L8 failed", "L1、L2、L7 或 L8 未通过却已安置"),
            CheckQuery(
                table: Placement.table,
                sql: """
                    SELECT DISTINCT p.id FROM placement p JOIN offerCheck c ON c.placementId = p.id
                    WHERE p.voidedAt IS NULL AND c.voidedAt IS NULL AND c.verdict = 'FAIL'
                      AND c.ruleCode IN ('L1', 'L2', 'L7', 'L8') ORDER BY p.id
                    """)),
        CheckRule(
            "placementOverride",
            Phrase("Every failed check was set aside by two persons", "未通过的核查均经两人放行"),
            Phrase("A failed check was not set aside by two persons", "未通过的核查未经两人放行"),
            CheckQuery(
                table: Placement.table,
                sql: """
                    SELECT DISTINCT p.id FROM placement p JOIN offerCheck c ON c.placementId = p.id
                    WHERE p.voidedAt IS NULL AND c.voidedAt IS NULL AND c.verdict = 'FAIL'
                      AND c.ruleCode NOT IN ('L1', 'L2', 'L7', 'L8') AND c.rowVersion = 1
                      AND (p.overrideBy IS NULL OR p.overrideSecondBy IS NULL
                        OR p.overrideBy = p.overrideSecondBy) ORDER BY p.id
                    """)),
    ]

    /// The rules of the programme's one row and of the journal.
    static let journal: [CheckRule] = [
        CheckRule(
            "oneProgramme", Phrase("There is one programme", "只有一个项目"),
            Phrase("There is no programme, or a second one", "没有项目，或有第二个项目"),
            CheckQuery(
                table: Programme.table,
                sql: """
                    SELECT id FROM programme WHERE voidedAt IS NULL AND id <>
                      (SELECT min(id) FROM programme WHERE voidedAt IS NULL)
                    UNION ALL
                    SELECT '' WHERE NOT EXISTS
                      (SELECT 1 FROM programme WHERE voidedAt IS NULL)
                    """)),
        CheckRule(
            "journalGaps", Phrase("No entry of a journal is missing", "日志无缺号"),
            Phrase("Entries of a journal are missing", "日志有缺号"),
            CheckQuery(
                table: "audit",
                sql: """
                    SELECT journal FROM audit GROUP BY journal
                    HAVING min(seq) <> 1 OR max(seq) <> count(*) ORDER BY journal
                    """)),
        CheckRule(
            "personKeys", Phrase("Every person has her key", "每人均有密钥"),
            Phrase("A person has no key, and nobody destroyed it", "有人缺少密钥，且无销毁记录"),
            CheckQuery(
                table: Person.table,
                sql: """
                    SELECT p.id FROM person p
                    WHERE NOT EXISTS (SELECT 1 FROM personKey k WHERE k.personId = p.id)
                      AND NOT EXISTS (SELECT 1 FROM audit a WHERE a.personId = p.id
                        AND a.action = 'purge')
                    ORDER BY p.id
                    """)),
        CheckRule(
            "journalRecords", Phrase("Every record the journal made is there", "日志所建记录均在"),
            Phrase("A record that the journal made is not there", "日志所建记录不存在"),
            CheckQuery(
                table: "audit",
                sql: RecordKinds.all.map { kind in
                    """
                    SELECT a.rowId FROM audit a WHERE a.action = 'create'
                      AND a."table" = '\(kind.table)'
                      AND NOT EXISTS (SELECT 1 FROM "\(kind.table)" r WHERE r.id = a.rowId)
                      AND NOT EXISTS (SELECT 1 FROM audit x WHERE x.personId = a.personId
                        AND x.action = 'purge')
                      AND NOT EXISTS (SELECT 1 FROM audit x WHERE x.rowId = a.rowId
                        AND x.action = 'purge')
                    """
                }.joined(separator: "\nUNION ALL\n"))),
    ]

    private static func list(_ numbers: [Int]) -> String {
        numbers.map(String.init).joined(separator: ", ")
    }
}
