import GRDB

/// A placement in a home's list, by code.
public struct PlacementRow: Equatable, Sendable {
    /// The placement's id.
    public let id: String
    /// Her record.
    public let personId: String
    /// Her code.
    public let personCode: String
    /// Her initials; `nil` without a name.
    public let initials: String?
    /// The employer's name.
    public let employer: String
    /// The work, a code of the list `occupations`.
    public let occupation: String
    /// The first day.
    public let startDate: CivilDate
    /// The last day; `nil` while she works there.
    public let endDate: CivilDate?
    /// Why it ended.
    public let endReason: PlacementEndReason?
    /// When the next follow-up is due; `nil` when all are done.
    public let nextFollowUp: CivilDate?
    /// How many checks had failed and were set aside.
    public let failed: Int
    /// Names, pinyin and code, folded.
    public let searchKey: String
}

extension HomesStore {
    /// The placements of a home, those that go on first, then the latest; that the list was read
    /// is in the journal first.
    ///
    /// - Throws: `noSuchRecord` for another home; `refused(.roleMayNot)`.
    public func placements(
        homeId: String, by signature: Signature
    ) throws(StoreError) -> [PlacementRow] {
        try noteLook(at: .placements, of: homeId, by: signature)
        return try read { db in
            let rows = try Row.fetchAll(
                try db.cachedStatement(
                    sql: """
                        SELECT p.id, p.personId, w.personCode, w.namePinyin, e.org_Name,
                          o.occupation, p.startDate, p.endDate, p.endReason,
                          (SELECT min(f.dueOn) FROM followUp f WHERE f.placementId = p.id
                            AND f.doneOn IS NULL AND f.voidedAt IS NULL),
                          (SELECT count(*) FROM offerCheck c WHERE c.placementId = p.id
                            AND c.verdict = 'FAIL' AND c.voidedAt IS NULL),
                          w.searchKey
                        FROM placement p JOIN person w ON w.id = p.personId
                          JOIN jobOffer o ON o.id = p.offerId
                          JOIN employer e ON e.id = o.employerId
                        WHERE p.homeId = ? AND p.voidedAt IS NULL AND w.sealedAt IS NULL
                          AND w.homeId = p.homeId
                        ORDER BY p.endDate IS NOT NULL, p.startDate DESC, p.id DESC
                        """), arguments: [homeId])
            return try rows.map { row in
                let reason: String? = row[8]
                return PlacementRow(
                    id: row[0], personId: row[1], personCode: row[2],
                    initials: SearchTexts.initials(pinyin: row[3]),
                    employer: row[4], occupation: row[5], startDate: try row.date(6),
                    endDate: try row.optionalDate(7),
                    endReason: reason.flatMap { PlacementEndReason(rawValue: $0) },
                    nextFollowUp: try row.optionalDate(9), failed: row[10], searchKey: row[11])
            }
        }
    }
}
