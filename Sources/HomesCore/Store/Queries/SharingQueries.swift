import GRDB

extension HomesStore {
    /// The incidents of the signer's home, those not closed first, the latest first; by codes.
    /// Those in which a sealed woman is named are not among them.
    ///
    /// - Throws: `noSuchRecord` for another home; `refused(.roleMayNot)`.
    public func incidents(
        homeId: String, by signature: Signature
    ) throws(StoreError) -> [IncidentRow] {
        try noteLook(at: .incidents, of: homeId, by: signature)
        return try read(.seeIncidents, at: homeId, by: signature) { db in
            try db.incidentRows(homeId: homeId, openOnly: false)
        }
    }

    /// An incident with everybody in it. That it is shown is in the journal of each resident before
    /// it is read.
    ///
    /// - Throws: `noSuchRecord`; `refused(.roleMayNot)`.
    public func incident(_ id: String, by signature: Signature) throws(StoreError) -> IncidentPage {
        try perform(.showPerson, signature) { op in
            _ = try op.db.reachableIncident(id, signature, for: .seeIncidents)
            let residents = try op.db.people(of: id).compactMap(\.personId)
            for personId in residents.isEmpty ? [nil] : residents.map(Optional.some) {
                try op.journal(.show, Incident.table, id, about: personId)
            }
        }
        return try read(by: signature) { db in
            let incident = try db.reachableIncident(id, signature, for: .seeIncidents)
            let people = try db.people(of: id).map { person in
                IncidentPage.Somebody(
                    person: person,
                    personCode: try person.personId.flatMap {
                        try db.fetch(Person.self, id: $0)?.personCode
                    })
            }
            return IncidentPage(
                incident: incident, people: people,
                employer: try incident.employerId.flatMap {
                    try db.fetch(Employer.self, id: $0)?.org_Name
                },
                writtenBy: try db.fetch(User.self, id: incident.stamp.createdBy)?.displayName ?? "")
        }
    }

    /// How many incidents name an employer: numbers alone, from every home.
    ///
    /// - Throws: `refused(.roleMayNot)`.
    public func incidents(
        ofEmployer id: String, by signature: Signature
    ) throws(StoreError) -> EmployerIncidents {
        try read(.seeEmployers, at: nil, by: signature) { db in
            let row = try Row.fetchOne(
                try db.cachedStatement(
                    sql: """
                        SELECT count(*), coalesce(sum(status <> 'CLOSED'), 0), max(date)
                        FROM incident WHERE employerId = ? AND voidedAt IS NULL
                        """), arguments: [id])
            guard let row else { return EmployerIncidents(count: 0, open: 0, last: nil) }
            return EmployerIncidents(
                count: row[0], open: row[1], last: try row.optionalDate(2))
        }
    }

    /// A proposal to the signer's home: her code, why, her age band and her needs, and nothing else
    /// of her.
    ///
    /// - Throws: `noSuchRecord` for a proposal to another home, of a sealed woman and for none at
    ///   all alike; `refused(.roleMayNot)`.
    public func transferProposal(
        _ id: String, by signature: Signature
    ) throws(StoreError) -> TransferRow {
        try perform(.showPerson, signature) { op in
            let transfer = try op.db.proposal(id, to: signature)
            try op.journal(.show, Transfer.table, id, about: transfer.personId)
        }
        return try read(by: signature) { db in
            _ = try db.proposal(id, to: signature)
            let row = try db.transferRows("t.id = ?", [id], other: "fromHomeId").first
            guard let row else { throw StoreError.noSuchRecord }
            return row
        }
    }
}

extension Database {
    /// What has left the home about her, what happened, and what stands open.
    func sharing(of person: Person, by signature: Signature) throws -> SharingOfPerson {
        let referrals = try fetchValid(
            Referral.self, "personId = ?", [person.id], order: "sentAt DESC, id DESC")
        let transfers = try fetchValid(
            Transfer.self, "personId = ?", [person.id], order: "proposedOn DESC, id DESC")
        let referralLines = try referrals.map { referral in
            ReferralLine(
                referral: referral, consent: try fetch(Consent.self, id: referral.consentId),
                isOverdue: referral.isOverdue(at: signature.at))
        }
        let closures = try fetchValid(
            ClosureRequest.self, "personId = ?", [person.id], order: "askedOn DESC, id DESC")
        return SharingOfPerson(
            referrals: referralLines, transfers: try transfers.map(transferLine),
            incidents: try incidentLines(of: person), closures: closures,
            open: try openWork(of: person.id))
    }

    private func transferLine(_ transfer: Transfer) throws -> TransferLine {
        TransferLine(
            transfer: transfer,
            fromCode: try fetch(Home.self, id: transfer.fromHomeId)?.homeCode ?? "",
            toCode: try fetch(Home.self, id: transfer.toHomeId)?.homeCode ?? "")
    }

    private func incidentLines(of person: Person) throws -> [IncidentLine] {
        let parts = try fetchValid(
            IncidentPerson.self,
            """
            personId = ? AND NOT EXISTS (SELECT 1 FROM incidentPerson o
              JOIN person s ON s.id = o.personId WHERE o.incidentId = incidentPerson.incidentId
                AND o.voidedAt IS NULL AND s.sealedAt IS NOT NULL)
            """, [person.id])
        return try parts.compactMap { part -> IncidentLine? in
            guard let incident = try fetch(Incident.self, id: part.incidentId),
                !incident.stamp.isVoided
            else { return nil }
            return IncidentLine(
                incident: incident, part: part.part,
                homeCode: try fetch(Home.self, id: incident.homeId)?.homeCode ?? "",
                isOfThisHome: incident.homeId == person.homeId)
        }.sorted {
            ($0.incident.date, $0.incident.id) > ($1.incident.date, $1.incident.id)
        }
    }

    /// Incidents of a home without a word of what happened.
    func incidentRows(homeId: String, openOnly: Bool) throws -> [IncidentRow] {
        try Row.fetchAll(
            try cachedStatement(
                sql: """
                    SELECT i.id, i.date, i.class, i.status,
                      (SELECT group_concat(p.personCode, ' ') FROM incidentPerson n
                        JOIN person p ON p.id = n.personId
                        WHERE n.incidentId = i.id AND n.voidedAt IS NULL),
                      (SELECT e.org_Name FROM employer e WHERE e.id = i.employerId)
                    FROM incident i
                    WHERE i.homeId = ?1 AND i.voidedAt IS NULL
                      AND (?2 = 0 OR i.status <> 'CLOSED')
                      AND NOT EXISTS (SELECT 1 FROM incidentPerson n
                        JOIN person s ON s.id = n.personId WHERE n.incidentId = i.id
                          AND n.voidedAt IS NULL AND s.sealedAt IS NOT NULL)
                    ORDER BY i.status = 'CLOSED', i.date DESC, i.id DESC
                    """), arguments: [homeId, openOnly]
        ).map { row in
            let codes: String? = row[4]
            return IncidentRow(
                id: row[0], date: try row.date(1), class: try row.code(2),
                status: try row.code(3),
                codes: (codes ?? "").split(separator: " ").map(String.init).sorted(),
                employer: row[5])
        }
    }

    /// Transfers with the code of the other home. Of her: her code, the reason, age band, needs.
    func transferRows(
        _ condition: String, _ arguments: StatementArguments, other: String
    ) throws -> [TransferRow] {
        try Row.fetchAll(
            try cachedStatement(
                sql: """
                    SELECT t.id, p.personCode, h.homeCode, t.ageBand, t.reason, t.needs,
                      (SELECT count(DISTINCT c.id) FROM stay c
                        JOIN bedAssignment b ON b.stayId = c.id AND b.withMother = 1
                          AND b.voidedAt IS NULL AND b.toNight IS NULL
                        WHERE c.motherStayId = t.stayId AND c.exitDate IS NULL
                          AND c.voidedAt IS NULL),
                      t.proposedOn, t.status, t.answeredOn, t.answerReason
                    FROM transfer t JOIN person p ON p.id = t.personId
                      JOIN home h ON h.id = t.\(other)
                    WHERE t.voidedAt IS NULL AND p.sealedAt IS NULL
                      AND t.motherTransferId IS NULL AND \(condition)
                    ORDER BY t.proposedOn, p.personCode, t.id
                    """), arguments: arguments
        ).map { row in
            let band: String? = row[3]
            return TransferRow(
                id: row[0], personCode: row[1], otherHome: row[2],
                ageBand: band.flatMap { AgeBand(rawValue: $0) }, reason: row[4], needs: row[5],
                children: row[6], proposedOn: try row.date(7), status: try row.code(8),
                answeredOn: try row.optionalDate(9), answerReason: row[10])
        }
    }
}
