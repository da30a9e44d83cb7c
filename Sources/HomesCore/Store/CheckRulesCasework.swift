extension CheckRule {
    /// The rules of risk, plans and notes that one row cannot see.
    static let casework: [CheckRule] = [
        CheckRule(
            "riskLevels", Phrase("Every question about risk is on its level", "风险问题与层面一致"),
            Phrase("A question about risk is on another level", "风险问题的层面有误"),
            CheckQuery(
                table: RiskItem.table,
                sql: """
                    SELECT i.id FROM riskItem i WHERE i.voidedAt IS NULL AND NOT (
                    \(RiskItemLevel.allCases.map { level in
                        "i.level = '\(level.rawValue)' AND i.code IN (\(codes(of: level)))"
                    }.joined(separator: " OR ")))
                      AND i.code IN (\(RiskFactor.allCases.map(quoted).joined(separator: ", ")))
                    ORDER BY i.id
                    """)),
        CheckRule(
            "planInUse", Phrase("No action belongs to a goal that is void", "行动所属目标均有效"),
            Phrase("The goal of an action is void", "行动所属目标已作废"),
            CheckQuery(
                table: PlanAction.table,
                sql: """
                    SELECT a.id FROM planAction a JOIN planGoal g ON g.id = a.goalId
                    WHERE a.voidedAt IS NULL AND g.voidedAt IS NOT NULL ORDER BY a.id
                    """)),
        CheckRule(
            "noteAmends",
            Phrase("Every amendment belongs to a signed note of the same woman", "补充记录对应同一人已签署的记录"),
            Phrase("A note amends a draft or another woman's note", "补充的记录未签署或属于他人"),
            CheckQuery(
                table: Note.table,
                sql: """
                    SELECT n.id FROM note n JOIN note o ON o.id = n.amendsId
                    WHERE n.voidedAt IS NULL AND (o.signedAt IS NULL OR o.amendsId IS NOT NULL
                      OR o.personId <> n.personId) ORDER BY n.id
                    """)),
        CheckRule(
            "noteUnchanged",
            Phrase("No note was changed after it was signed", "已签署的记录未经改动"),
            Phrase("A note was changed after it was signed", "记录在签署后被改动"),
            CheckQuery(
                table: Note.table,
                sql: """
                    SELECT n.id FROM note n WHERE n.signedAt IS NOT NULL AND (n.voidedAt IS NOT NULL
                      OR EXISTS (SELECT 1 FROM audit a WHERE a.personId = n.personId
                        AND a.rowId = n.id AND a."table" = 'note' AND a.at > n.signedAt
                        AND a.field IN ('text', 'kind', 'date', 'signedAt', 'signedBy')))
                    ORDER BY n.id
                    """)),
    ]

    private static func codes(of level: RiskItemLevel) -> String {
        RiskFactor.allCases.filter { $0.level == level }.map(quoted).joined(separator: ", ")
    }

    private static func quoted(_ factor: RiskFactor) -> String { "'\(factor.rawValue)'" }
}
