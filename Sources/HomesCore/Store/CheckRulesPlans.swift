extension CheckRule {
    /// The rules of safe-migration plans and of their check-ins.
    static let plans: [CheckRule] = [
        CheckRule(
            "planOfCase", Phrase("Every plan is of the woman of its case", "计划与个案人员一致"),
            Phrase("A plan is about another person than its case", "计划与个案人员不一致"),
            CheckQuery(
                table: MigrationPlan.table,
                sql: """
                    SELECT m.id FROM migrationPlan m JOIN "case" c ON c.id = m.caseId
                    WHERE m.voidedAt IS NULL AND c.personId <> m.personId ORDER BY m.id
                    """)),
        CheckRule(
            "checkInDay",
            Phrase("Every open check-in goes by the day of travel", "未完成的报平安与出行日期相符"),
            Phrase("A check-in is due on another day than her plan says", "报平安日期与计划不符"),
            CheckQuery(
                table: FollowUp.table,
                sql: """
                    SELECT f.id FROM followUp f JOIN migrationPlan m ON m.id = f.migrationPlanId
                    WHERE f.voidedAt IS NULL AND f.doneOn IS NULL AND (m.voidedAt IS NOT NULL
                      OR f.dueOn IS NOT date(m.travelDate, '+' || f.dayOffset || ' days'))
                    ORDER BY f.id
                    """)),
        CheckRule(
            "planCheckIns",
            Phrase("Every check-in that was agreed is planned", "约定的报平安均已安排"),
            Phrase("A check-in that was agreed was not planned", "约定的报平安没有安排"),
            CheckQuery(
                table: MigrationPlan.table,
                sql: """
                    SELECT DISTINCT m.id FROM migrationPlan m,
                      json_each('[' || replace(m.checkInDays, ' ', ',') || ']') d
                    WHERE m.voidedAt IS NULL AND m.travelDate IS NOT NULL
                      AND NOT EXISTS (SELECT 1 FROM followUp f
                        WHERE f.migrationPlanId = m.id AND f.dayOffset = d.value
                          AND f.voidedAt IS NULL)
                      AND NOT EXISTS (SELECT 1 FROM followUp f
                        WHERE f.personId = m.personId AND f.voidedAt IS NULL
                          AND f.dueOn = date(m.travelDate, '+' || d.value || ' days'))
                      AND NOT EXISTS (SELECT 1 FROM stay s
                        WHERE s.personId = m.personId AND s.voidedAt IS NULL
                          AND homesOpen(s.destination, 'stay.destination.' || s.id, 'SEALED')
                            IN ('DECEASED', 'SEALED'))
                    ORDER BY m.id
                    """)),
    ]
}
