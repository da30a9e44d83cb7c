extension CheckRule {
    /// The rules of those watched for.
    static let watched: [CheckRule] = [
        CheckRule(
            "sightingTold",
            Phrase("Whoever watches for him was told of every sighting", "每次发现均已告知登记之家"),
            Phrase("A sighting was not sent to where he is watched for", "发现记录未告知登记之家"),
            CheckQuery(
                table: Sighting.table,
                sql: """
                    SELECT s.id FROM sighting s JOIN watchedPerson w ON w.id = s.watchedPersonId
                    WHERE NOT EXISTS (SELECT 1 FROM sighting t
                      WHERE t.watchedPersonId = s.watchedPersonId AND t.createdAt = s.createdAt
                        AND t.place = s.place AND t.seenHomeId IS s.seenHomeId
                        AND t.homeId IS w.homeId) ORDER BY s.id
                    """))
    ]
}
