extension CheckRule {
    /// The rules of files that became one, and of what is left of those that were destroyed.
    static let files: [CheckRule] = [
        CheckRule(
            "mergedEmpty", Phrase("A merged file carries nothing", "已并入的档案内无有效记录"),
            Phrase("A valid record belongs to a file that was merged", "有记录仍属于已并入他档的档案"),
            CheckQuery(
                table: Person.table,
                sql: RecordKinds.all.filter { $0.table != Person.table }.flatMap { kind in
                    kind.references(to: Person.table).map { column in
                        """
                        SELECT p.id FROM person p JOIN "\(kind.table)" r ON r."\(column)" = p.id
                        WHERE p.mergedInto IS NOT NULL AND r.voidedAt IS NULL
                        """
                    }
                }.joined(separator: "\nUNION\n"))),
        CheckRule(
            "mergedVoid", Phrase("A merged file is void", "已并入的档案均已作废"),
            Phrase("A file was merged into another and is not void", "档案已并入他档但未作废"),
            CheckQuery(
                table: Person.table,
                sql: """
                    SELECT id FROM person WHERE mergedInto IS NOT NULL AND voidedAt IS NULL
                    ORDER BY id
                    """)),
        CheckRule(
            "purgedEmpty", Phrase("Nothing is left of a destroyed file", "已销毁档案无残留"),
            Phrase("Something is left of a destroyed file", "已销毁的档案仍有残留"),
            CheckQuery(
                table: Person.table,
                sql: """
                    SELECT p.id FROM person p WHERE p.purgedAt IS NOT NULL AND (
                      p.sealedAt IS NULL OR p.alias NOT NULL AND p.alias NOT LIKE '#%'
                      OR p.nameZh NOT NULL AND p.nameZh NOT LIKE '#%' OR p.namePinyin NOT NULL
                      OR p.prs_IdentityNumber NOT NULL AND p.prs_IdentityNumber NOT LIKE '#%'
                      OR EXISTS (SELECT 1 FROM personKey k WHERE k.personId = p.id)
                      OR EXISTS (SELECT 1 FROM contact c WHERE c.personId = p.id)
                      OR EXISTS (SELECT 1 FROM consent c WHERE c.personId = p.id)
                      OR EXISTS (SELECT 1 FROM placement c WHERE c.personId = p.id)
                      OR EXISTS (SELECT 1 FROM note n WHERE n.personId = p.id)
                      OR EXISTS (SELECT 1 FROM referral r WHERE r.personId = p.id)
                      OR EXISTS (SELECT 1 FROM followUp f WHERE f.personId = p.id))
                    ORDER BY p.id
                    """)),
        CheckRule(
            "tombstones", Phrase("Every destroyed file has its record", "每份销毁档案均有销毁记录"),
            Phrase("A file was destroyed without a record of it", "档案已销毁但无销毁记录"),
            CheckQuery(
                table: Person.table,
                sql: """
                    SELECT p.id FROM person p WHERE p.purgedAt IS NOT NULL
                      AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.personId = p.id)
                    ORDER BY p.id
                    """)),
    ]
}
