import GRDB

/// Which employers a list shows.
public struct EmployerFilter: Equatable, Sendable {
    /// Words in any order: Chinese, pinyin or initials; empty for all.
    public var text: String
    /// Only those checked so.
    public var status: ApprovedStatus?

    /// A filter; without arguments, everybody.
    public init(text: String = "", status: ApprovedStatus? = nil) {
        self.text = text
        self.status = status
    }
}

/// An employer in a list.
public struct EmployerRow: Equatable, Sendable {
    /// The employer's id.
    public let id: String
    /// The firm's name.
    public let name: String
    /// What checking it came to.
    public let status: ApprovedStatus
    /// GB/T 2260.
    public let countyCode: String?
    /// ISIC section.
    public let industry: String?
    /// Offers that are still open.
    public let openOffers: Int
    /// Women placed there who are still there, in every home.
    public let placedNow: Int
    /// Placements ended for unpaid wages, abuse or suspected exploitation, in every home.
    public let badEndings: Int
    /// The last visit by the staff.
    public let lastVisitOn: CivilDate?
    /// What a list that is on the screen already filters by (`SearchQuery`).
    public let searchKey: String
}

extension EmployerRow {
    /// The name in pinyin without tones, and letters folded.
    fileprivate var sortingSound: String { SearchFold.fold(SearchTexts.pinyin(name) ?? name) }
}

extension HomesStore {
    /// The employers that a filter lets through, by the sound of their names, as a Chinese list is
    /// read, then by name.
    ///
    /// - Throws: `refused(.roleMayNot)`.
    public func employers(
        _ filter: EmployerFilter = EmployerFilter(), by signature: Signature
    ) throws(StoreError) -> [EmployerRow] {
        try read(.seeEmployers, at: nil, by: signature) { db in
            let query = SearchQuery(filter.text)
            let status = filter.status?.rawValue
            let rows = try Row.fetchAll(
                try db.cachedStatement(
                    sql: """
                        SELECT e.id, e.org_Name, e.approvedStatus, e.countyCode, e.industry,
                          (SELECT count(*) FROM jobOffer o WHERE o.employerId = e.id
                            AND o.voidedAt IS NULL AND (o.closesOn IS NULL OR o.closesOn >= ?)),
                          (SELECT count(*) FROM jobOffer o JOIN placement p ON p.offerId = o.id
                            WHERE o.employerId = e.id AND p.voidedAt IS NULL
                              AND p.endDate IS NULL),
                          (SELECT count(*) FROM jobOffer o JOIN placement p ON p.offerId = o.id
                            WHERE o.employerId = e.id AND p.voidedAt IS NULL AND p.endReason IN
                              ('WAGES_UNPAID', 'ABUSE', 'EXPLOITATION_SUSPECTED')),
                          e.lastVisitOn, e.searchKey
                        FROM employer e
                        WHERE e.voidedAt IS NULL AND (? IS NULL OR e.approvedStatus = ?)
                        ORDER BY e.org_Name, e.id
                        """),
                arguments: [signature.today.iso, status, status])
            let listed = try rows.compactMap { row -> EmployerRow? in
                let key: String = row[9]
                guard query.isEmpty || query.matches(key) else { return nil }
                return EmployerRow(
                    id: row[0], name: row[1], status: try row.code(2), countyCode: row[3],
                    industry: row[4], openOffers: row[5], placedNow: row[6], badEndings: row[7],
                    lastVisitOn: try row.optionalDate(8), searchKey: key)
            }
            return listed.map { (sound: $0.sortingSound, row: $0) }
                .sorted { one, other in
                    (one.sound, one.row.name, one.row.id) < (
                        other.sound, other.row.name, other.row.id
                    )
                }
                .map(\.row)
        }
    }

    /// An employer.
    ///
    /// - Throws: `noSuchRecord`; `refused(.roleMayNot)`.
    public func employer(_ id: String, by signature: Signature) throws(StoreError) -> Employer {
        try read(.seeEmployers, at: nil, by: signature) { try $0.existing(Employer.self, id) }
    }
}
