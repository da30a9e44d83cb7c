@testable import HomesCore

extension CheckTests {
    /// What breaks the rules of merged and of destroyed files.
    static let fileBreaks: [(rule: String, sql: String)] = [
        (
            "mergedEmpty",
            """
            UPDATE person SET voidedAt = updatedAt, voidedBy = updatedBy, voidReason = 'x',
              mergedInto = (SELECT personId FROM stay WHERE id = :second)
            WHERE id = (SELECT personId FROM stay WHERE id = :first)
            """
        ),
        (
            "mergedVoid",
            """
            UPDATE person SET mergedInto = (SELECT personId FROM stay WHERE id = :second)
            WHERE id = (SELECT personId FROM stay WHERE id = :first)
            """
        ),
        ("purgedEmpty", purged), ("tombstones", purged),
    ]

    private static let purged = """
        UPDATE person SET purgedAt = updatedAt, sealedAt = updatedAt, sealedBy = updatedBy,
          sealReason = 'purge' WHERE id = (SELECT personId FROM stay WHERE id = :first)
        """
}
