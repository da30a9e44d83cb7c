import GRDB

extension HomesStore {
    /// Destroys a closed file whose time is over: by two persons, each with her password. Every row
    /// about her goes, and the key of what the journal says of her; nights and attendances that
    /// figures count stay, with nothing of her in them; a tombstone says what was done.
    ///
    /// - Parameters:
    ///   - own: That the signer has just typed her password.
    ///   - second: That another manager of the home, or a supervisor, has just typed hers.
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `passwordNeeded`, `needsTwoPersons`,
    ///   `fileNotClosed`, `fileIsHeld`, `notYetDue`.
    @discardableResult
    public func purgePerson(
        _ id: String, reason: PurgeReason, own: PasswordProof, second: PasswordProof,
        by signature: Signature
    ) throws(StoreError) -> Tombstone {
        try perform(.purge, signature) { op in
            let person = try op.db.own(Person.self, id, signature, for: .purge)
            guard own.userId == signature.userId, own.holds(at: signature.at) else {
                throw StoreError.refused(.passwordNeeded)
            }
            try op.confirm(by: second, .confirmPurge, at: person.homeId)
            guard let clock = try op.db.retentionClock(of: person) else {
                throw StoreError.refused(.fileNotClosed)
            }
            if try op.db.openHold(of: id) != nil { throw StoreError.refused(.fileIsHeld) }
            let from = reason == .herWish ? clock.ledgerUntil ?? clock.closedOn : clock.dueOn
            guard op.today >= from else { throw StoreError.refused(.notYetDue) }
            return try op.purge(person, clock, reason, second.userId)
        }
    }

    /// Keeps a closed file beyond its time.
    ///
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `reasonMissing`, `fileIsHeld`.
    @discardableResult
    public func holdFile(
        _ personId: String, reason: String, by signature: Signature
    ) throws(StoreError) -> RetentionHold {
        try perform(.editRecord, signature) { op in
            let person = try op.db.own(Person.self, personId, signature, for: .purge)
            let reason = try reason.asReason()
            if try op.db.openHold(of: personId) != nil { throw StoreError.refused(.fileIsHeld) }
            var hold = RetentionHold()
            hold.personId = personId
            hold.homeId = person.homeId
            hold.heldOn = op.today
            hold.reason = reason
            return try op.insert(hold, about: personId)
        }
    }

    /// Lets the clock of a held file go on.
    ///
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `reasonMissing`, `notHeld`.
    public func liftHold(
        of personId: String, reason: String, by signature: Signature
    ) throws(StoreError) {
        try perform(.editRecord, signature) { op in
            _ = try op.db.own(Person.self, personId, signature, for: .purge)
            let reason = try reason.asReason()
            guard var hold = try op.db.openHold(of: personId) else {
                throw StoreError.refused(.notHeld)
            }
            hold.liftedOn = op.today
            hold.liftedReason = reason
            try op.update(hold, about: personId)
        }
    }
}

extension Operation {
    fileprivate mutating func purge(
        _ person: Person, _ clock: RetentionClock, _ reason: PurgeReason, _ secondBy: String
    ) throws -> Tombstone {
        let persons = try String.fetchAll(
            db, sql: "SELECT id FROM person WHERE \(aboutWholeFile("id", "?"))",
            arguments: [person.id])
        // What refers to each other goes one after the other.
        try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
        for id in persons {
            try db.execute(
                sql: "INSERT INTO purging (personId, never) VALUES (?, 1)", arguments: [id])
        }
        var sweep = PurgeSweep(db: db, persons: Set(persons), signature: signature)
        try sweep.run(person)
        for id in persons { try destroyKey(of: id) }
        for id in sweep.goneWithHer { try journal(.purge, Transfer.table, id) }
        try db.execute(
            sql: "DELETE FROM person WHERE id IN (SELECT value FROM json_each(?)) AND id <> ?",
            arguments: [JSON.list(persons), person.id])
        try db.execute(sql: "DELETE FROM purging")
        var stone = Tombstone()
        stone.personId = person.id
        stone.homeId = person.homeId
        stone.personCode = person.personCode
        stone.closedOn = clock.closedOn
        stone.dueOn = clock.dueOn
        stone.purgedOn = today
        stone.reason = reason
        stone.secondBy = secondBy
        stone = try insert(stone, about: nil)
        for (kind, count) in sweep.counts.sorted(by: { $0.key < $1.key }) {
            var line = TombstoneCount()
            line.tombstoneId = stone.id
            line.kind = kind
            line.destroyed = count.destroyed
            line.emptied = count.emptied
            try insert(line, about: nil)
        }
        return stone
    }
}
