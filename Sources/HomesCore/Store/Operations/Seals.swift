import GRDB

extension HomesStore {
    /// Seals a woman's record, and that of the children who are here with her: from now on it is
    /// in no list, and opening it is answered as if there were none. Her bed stays counted.
    ///
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `reasonMissing`.
    public func sealPerson(
        _ id: String, reason: String, by signature: Signature
    ) throws(StoreError) {
        try perform(.sealPerson, signature) { op in
            let person = try op.db.own(Person.self, id, signature, for: .sealRecord)
            let reason = try reason.asReason()
            for var sealed in [person] + (try op.db.childrenHere(withMother: id)) {
                sealed.sealedAt = signature.at
                sealed.sealedBy = signature.userId
                sealed.sealReason = reason
                try op.update(sealed, about: sealed.id, reason: reason)
            }
        }
    }

    /// Opens a sealed record again, with those of the children that were sealed with it.
    ///
    /// - Parameters:
    ///   - personCode: Whose, by its code: a sealed record is in no list to choose it from.
    ///   - second: That somebody else has just typed her password: another manager of the home, or
    ///     a supervisor.
    /// - Returns: The person.
    /// - Throws: `refused`: `roleMayNot`, `reasonMissing`, `passwordNeeded` when the second's was
    ///   typed too long ago, `needsTwoPersons`; `noSuchRecord` for nobody, for a record of another
    ///   home and for one that is not sealed alike.
    @discardableResult
    public func unsealPerson(
        _ personCode: String, reason: String, second: PasswordProof, by signature: Signature
    ) throws(StoreError) -> Person {
        try perform(.unsealPerson, signature) { op in
            try op.db.require(.unsealRecord, at: signature.homeId, signature)
            let reason = try reason.asReason()
            try op.confirm(by: second, .confirmUnseal, at: signature.homeId)
            let code = EntryText.halfWidth(personCode).uppercased()
            let found = try op.db.fetchValid(Person.self, "personCode = ?", [code]).first
            guard let person = found, let sealedAt = person.sealedAt,
                person.homeId == signature.homeId, person.purgedAt == nil
            else {
                throw AccessDenied(
                    answer: .noSuchRecord, action: .unsealRecord, table: Person.table,
                    rowId: found?.id, personId: found?.id)
            }
            let children = try op.db.childrenHere(withMother: person.id)
            for var opened in [person] + children where opened.sealedAt == sealedAt {
                opened.sealedAt = nil
                opened.sealedBy = nil
                opened.sealReason = nil
                try op.update(opened, about: opened.id, reason: reason)
            }
            return try op.db.existing(Person.self, person.id)
        }
    }
}

extension Database {
    /// The children who came with a woman and are still here.
    fileprivate func childrenHere(withMother personId: String) throws -> [Person] {
        try fetchValid(
            Person.self,
            """
            id IN (SELECT c.personId FROM stay c JOIN stay m ON m.id = c.motherStayId
              WHERE m.personId = ? AND c.exitDate IS NULL AND c.voidedAt IS NULL
                AND m.voidedAt IS NULL)
            """, [personId])
    }
}
