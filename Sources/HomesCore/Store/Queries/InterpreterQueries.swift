import GRDB

extension HomesStore {
    /// What speaks against an interpreter for some women of the home. Whoever it names has an entry
    /// in her journal first.
    ///
    /// - Throws: `noSuchRecord` when a woman is not the signer's; `refused(.roleMayNot)`.
    public func interpreterConcerns(
        _ interpreter: InterpreterCheck.Interpreter, personIds: [String], by signature: Signature
    ) throws(StoreError) -> [InterpreterCheck.Finding] {
        let found = try read(by: signature) { db in
            for id in personIds {
                _ = try db.own(Person.self, id, signature, for: .recordSession)
            }
            return try db.interpreterConcerns(
                interpreter, personIds: personIds, homeId: signature.homeId)
        }
        let named = Set(found.compactMap(\.personId)).sorted()
        if !named.isEmpty {
            try perform(.showPerson, signature) { op in
                for id in named { try op.journal(.show, Contact.table, nil, about: id) }
            }
        }
        return found
    }

    /// Who took part in the home's last group session, by record id: groups come again.
    ///
    /// - Throws: `noSuchRecord` for another home; `refused(.roleMayNot)`.
    public func lastGroup(homeId: String, by signature: Signature) throws(StoreError) -> [String] {
        try read(.seeSessions, at: homeId, by: signature) { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT a.personId FROM attendance a WHERE a.sessionId = (
                      SELECT s.id FROM counsellingSession s
                      WHERE s.homeId = ? AND s.kind = 'GROUP' AND s.voidedAt IS NULL
                      ORDER BY s.date DESC, s.id DESC LIMIT 1)
                      AND a.personId IS NOT NULL AND a.voidedAt IS NULL
                      AND \(notSealed("a.personId"))
                    ORDER BY a.id
                    """, arguments: [homeId])
        }
    }
}

extension Database {
    /// What speaks against an interpreter for some women.
    func interpreterConcerns(
        _ interpreter: InterpreterCheck.Interpreter, personIds: [String], homeId: String?
    ) throws -> [InterpreterCheck.Finding] {
        let inCare = try fetchValid(
            Person.self, "homeId IS ? AND sealedAt IS NULL AND \(isInCare)", [homeId])
        let barred = try fetchValid(Employer.self).filter(\.isBarred)
        return InterpreterCheck.findings(
            interpreter, women: try personIds.compactMap { try interpreterWoman($0) },
            residents: inCare.flatMap(\.names),
            watched: barred.flatMap { [$0.org_Name, $0.legalRepresentative].compactMap(\.self) })
    }

    private func interpreterWoman(_ id: String) throws -> InterpreterCheck.Woman? {
        guard let person = try fetch(Person.self, id: id) else { return nil }
        var woman = InterpreterCheck.Woman()
        woman.personId = id
        woman.code = person.personCode
        woman.county = person.hukouCounty.text
        for contact in try fetchValid(Contact.self, "personId = ?", [id]) {
            guard let name = contact.name.text, contact.kind != .herself else { continue }
            switch contact.kind {
            case .family: woman.family.append(name)
            case .employer: woman.employers.append(name)
            default: woman.contacts.append(name)
            }
        }
        for plan in try fetchValid(MigrationPlan.self, "personId = ?", [id]) {
            if let name = plan.knowsName.text { woman.contacts.append(name) }
            if let name = plan.destinationContact.text { woman.employers.append(name) }
        }
        let employers = try Row.fetchAll(
            self,
            sql: """
                SELECT e.org_Name, e.legalRepresentative FROM placement p
                JOIN jobOffer o ON o.id = p.offerId JOIN employer e ON e.id = o.employerId
                WHERE p.personId = ? AND p.voidedAt IS NULL
                """, arguments: [id])
        for row in employers {
            woman.employers.append(row[0])
            if let name: String = row[1] { woman.employers.append(name) }
        }
        return woman
    }
}

/// Whether somebody's case is open, or she has none yet.
private let isInCare = """
    (NOT EXISTS (SELECT 1 FROM "case" c WHERE c.personId = person.id AND c.voidedAt IS NULL)
      OR EXISTS (SELECT 1 FROM "case" c WHERE c.personId = person.id AND c.voidedAt IS NULL
        AND c.cas_Status IN ('Active', 'FollowUp')))
    """

extension Person {
    /// Every name she is known by.
    fileprivate var names: [String] {
        var names = [nameZh.text, alias.text, namePinyin].compactMap(\.self)
        if let family = prs_SecondName.text, let given = prs_FirstName.text {
            names += [family + " " + given, given + " " + family]
        }
        return names
    }
}
