import GRDB

/// An employer with everything that is known of it.
public struct EmployerPage: Equatable, Sendable {
    /// The employer.
    public let employer: Employer
    /// Other names, the latest known first.
    public let names: [EmployerName]
    /// Whom to ask for.
    public let contacts: [EmployerContact]
    /// Visits, the latest first.
    public let visits: [EmployerVisitLine]
    /// Women placed there that the reader may see, by their codes, the latest first.
    public let placed: [EmployedRow]
    /// How many others were placed there, by other homes.
    public let placedElsewhere: Int
    /// Entries that may be the same firm, the strongest sign first.
    public let alike: [AlikeEmployer]
}

/// A visit with who made it.
public struct EmployerVisitLine: Equatable, Sendable {
    /// The visit.
    public let visit: EmployerVisit
    /// The visitor's home; `nil` for a supervisor.
    public let homeCode: String?
    /// The visitor's name, as it is shown.
    public let who: String
}

/// A woman placed with an employer: by code.
public struct EmployedRow: Equatable, Sendable {
    /// Her record.
    public let personId: String
    /// Her code.
    public let personCode: String
    /// The placement.
    public let placementId: String
    /// The first day.
    public let startDate: CivilDate
    /// The last day; `nil` while she works there.
    public let endDate: CivilDate?
    /// Why it ended.
    public let endReason: PlacementEndReason?
    /// How many calls about it raised an alert.
    public let alerts: Int
}

/// An entry of the registry that may be the same firm.
public struct AlikeEmployer: Equatable, Sendable {
    /// Its id.
    public let id: String
    /// Its name.
    public let name: String
    /// What checking it came to.
    public let status: ApprovedStatus
    /// What both have in common.
    public let likeness: [EmployerLikeness]
}

extension HomesStore {
    /// Everything that is known of an employer. Staff of a home see the codes of their own home's
    /// women and how many others there were; who works in no home sees all codes. That codes were
    /// shown is in the journal first.
    ///
    /// - Throws: `noSuchRecord`; `refused(.roleMayNot)`.
    public func employerPage(
        _ id: String, by signature: Signature
    ) throws(StoreError) -> EmployerPage {
        if let homeId = signature.homeId {
            try noteLook(at: .placements, of: homeId, by: signature)
        }
        return try read(.seeEmployers, at: nil, by: signature) { db in
            let employer = try db.existing(Employer.self, id)
            let placed = try db.employed(at: id, homeId: signature.homeId)
            let (names, contacts) = try db.namesAndContacts(of: id)
            let all =
                try Int.fetchOne(
                    db.cachedStatement(
                        sql: """
                            SELECT count(*) FROM jobOffer o JOIN placement p ON p.offerId = o.id
                            WHERE o.employerId = ? AND p.voidedAt IS NULL
                            """), arguments: [id]) ?? 0
            return EmployerPage(
                employer: employer,
                names: names, contacts: contacts,
                visits: try db.visits(to: id), placed: placed,
                placedElsewhere: all - placed.count,
                alike: try db.alike(employer.traits(names, contacts), without: id))
        }
    }

    /// Entries of the registry that may be the firm that is being typed.
    ///
    /// - Parameter employer: As far as it is typed; an empty id for a new one.
    /// - Throws: `refused(.roleMayNot)`.
    public func alikeEmployers(
        _ employer: Employer, by signature: Signature
    ) throws(StoreError) -> [AlikeEmployer] {
        try read(.seeEmployers, at: nil, by: signature) { db in
            let (names, contacts) = try db.namesAndContacts(of: employer.id)
            return try db.alike(employer.traits(names, contacts), without: employer.id)
        }
    }
}

extension Database {
    /// The other names of an employer, the latest known first, and whom to ask for; none of one that
    /// is not saved yet.
    fileprivate func namesAndContacts(
        of id: String
    ) throws -> ([EmployerName], [EmployerContact]) {
        (
            try fetchValid(
                EmployerName.self, "employerId = ?", [id], order: "knownSince DESC, id DESC"),
            try fetchValid(
                EmployerContact.self, "employerId = ?", [id], order: "createdAt, id")
        )
    }

    fileprivate func alike(_ traits: EmployerTraits, without id: String) throws -> [AlikeEmployer] {
        let names = Dictionary(grouping: try fetchValid(EmployerName.self), by: \.employerId)
        let contacts = Dictionary(
            grouping: try fetchValid(EmployerContact.self, "phone IS NOT NULL"), by: \.employerId)
        let rows = try Row.fetchAll(
            cachedStatement(
                sql: """
                    SELECT id, org_Name, approvedStatus, licenceNumber, phone, address,
                      legalRepresentative
                    FROM employer WHERE voidedAt IS NULL AND id <> ? ORDER BY org_Name, id
                    """), arguments: [id])
        return try rows.compactMap { row -> AlikeEmployer? in
            let other: String = row[0]
            var theirs = Employer()
            theirs.org_Name = row[1]
            theirs.licenceNumber = row[3]
            theirs.phone = row[4]
            theirs.address = row[5]
            theirs.legalRepresentative = row[6]
            let likeness = traits.likeness(
                to: theirs.traits(names[other] ?? [], contacts[other] ?? []))
            guard !likeness.isEmpty else { return nil }
            return AlikeEmployer(
                id: other, name: row[1], status: try row.code(2), likeness: likeness)
        }.sorted { ($0.likeness[0], $0.name) < ($1.likeness[0], $1.name) }
    }

    fileprivate func visits(to employerId: String) throws -> [EmployerVisitLine] {
        try fetchValid(
            EmployerVisit.self, "employerId = ?", [employerId], order: "visitedOn DESC, id DESC"
        ).map { visit in
            EmployerVisitLine(
                visit: visit,
                homeCode: try visit.homeId.flatMap { try fetch(Home.self, id: $0)?.homeCode },
                who: try fetch(User.self, id: visit.stamp.createdBy)?.displayName ?? "?")
        }
    }

    /// Women placed with an employer by a home, or by all.
    fileprivate func employed(at employerId: String, homeId: String?) throws -> [EmployedRow] {
        try Row.fetchAll(
            cachedStatement(
                sql: """
                    SELECT w.id, w.personCode, p.id, p.startDate, p.endDate, p.endReason,
                      (SELECT count(*) FROM followUp f WHERE f.placementId = p.id
                        AND f.alertRaisedOn IS NOT NULL AND f.voidedAt IS NULL)
                    FROM jobOffer o JOIN placement p ON p.offerId = o.id
                      JOIN person w ON w.id = p.personId
                    WHERE o.employerId = ?1 AND p.voidedAt IS NULL AND w.sealedAt IS NULL
                      AND (?2 IS NULL OR (p.homeId = ?2 AND w.homeId = ?2))
                    ORDER BY p.startDate DESC, p.id DESC
                    """), arguments: [employerId, homeId]
        ).map { row in
            let reason: String? = row[5]
            return EmployedRow(
                personId: row[0], personCode: row[1], placementId: row[2],
                startDate: try row.date(3), endDate: try row.optionalDate(4),
                endReason: reason.flatMap { PlacementEndReason(rawValue: $0) }, alerts: row[6])
        }
    }
}

extension Employer {
    /// What it is compared by, with its other names and its contacts' telephones.
    fileprivate func traits(
        _ names: [EmployerName], _ contacts: [EmployerContact]
    ) -> EmployerTraits {
        EmployerTraits(
            names: [org_Name] + names.map(\.name), licence: licenceNumber,
            phones: ([phone] + contacts.map(\.phone)).compactMap(\.self), address: address,
            representative: legalRepresentative)
    }
}
