extension CheckRule {
    /// The rules of what leaves a home. A consent that was withdrawn later was in force when it was
    /// relied on.
    static let sharing: [CheckRule] = [
        CheckRule(
            "referralConsent",
            Phrase("Nothing was shared without her consent", "所有共享均有本人同意"),
            Phrase("A referral rests on no consent for it", "转介没有相应的同意"),
            CheckQuery(
                table: Referral.table,
                sql: """
                    SELECT r.id FROM referral r LEFT JOIN consent c ON c.id = r.consentId
                    WHERE r.voidedAt IS NULL AND r.direction = 'OUT' AND NOT coalesce(
                      c.personId = r.personId AND c.given = '1' AND c.purpose = 'SHARE_WITH'
                      AND c.shareWith = r.toOrganisation AND c.date <= r.sharedOn
                      AND coalesce(c.expiresOn, date(c.date, '+90 days')) > r.sharedOn, 0)
                    ORDER BY r.id
                    """)),
        CheckRule(
            "sharingEnded",
            Phrase("Nothing goes on under a consent that ended", "同意撤回后无未结共享"),
            Phrase("A consent was taken back and something rests on it", "同意已撤回但仍有未结共享"),
            CheckQuery(
                table: Consent.table,
                sql: """
                    SELECT c.id FROM consent c
                    WHERE (c.withdrawnOn IS NOT NULL OR c.voidedAt IS NOT NULL) AND (
                      EXISTS (SELECT 1 FROM referral r WHERE r.consentId = c.id
                        AND r.direction = 'OUT' AND r.status IN ('in_progress', 'accepted')
                        AND r.voidedAt IS NULL)
                      OR EXISTS (SELECT 1 FROM transfer t WHERE t.consentId = c.id
                        AND t.status = 'PROPOSED' AND t.voidedAt IS NULL)) ORDER BY c.id
                    """)),
        CheckRule(
            "fileTogether",
            Phrase("What is open about her is in the home of her file", "未结事项均在其档案所在之家"),
            Phrase("An open case lies in another home than her file", "未结个案不在其档案所在之家"),
            CheckQuery(
                table: Case.table,
                sql: """
                    SELECT c.id FROM "case" c JOIN person p ON p.id = c.personId
                    WHERE c.voidedAt IS NULL AND p.voidedAt IS NULL AND p.homeId <> c.homeId
                      AND c.cas_Status IN ('Active', 'FollowUp') ORDER BY c.id
                    """)),
        CheckRule(
            "callsTogether",
            Phrase("Calls are due in the home of her file", "待办回访均在其档案所在之家"),
            Phrase("A call is due in another home than her file", "待办回访不在其档案所在之家"),
            CheckQuery(
                table: FollowUp.table,
                sql: """
                    SELECT f.id FROM followUp f JOIN person p ON p.id = f.personId
                    WHERE f.voidedAt IS NULL AND p.voidedAt IS NULL AND p.homeId <> f.homeId
                      AND f.doneOn IS NULL ORDER BY f.id
                    """)),
        CheckRule(
            "movedByTransfer",
            Phrase("Nobody sleeps in a home without her file", "在住者的档案均在本家"),
            Phrase("She sleeps in another home than her file is in", "在住之家与档案所在之家不同"),
            CheckQuery(
                table: Stay.table,
                sql: """
                    SELECT s.id FROM stay s JOIN person p ON p.id = s.personId
                    WHERE s.voidedAt IS NULL AND s.exitDate IS NULL AND p.homeId <> s.homeId
                    ORDER BY s.id
                    """)),
    ]
}
