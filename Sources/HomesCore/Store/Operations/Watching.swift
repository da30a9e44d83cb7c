import GRDB

extension HomesStore {
    /// Enters somebody to be watched for: by the signer's home, or by the programme where she works
    /// in none.
    ///
    /// - Throws: `refused`: `roleMayNot`, `watchTooShort` when a name or phone is too short to be
    ///   compared or there is none, `watchNamesHer` when the line for managers names a resident,
    ///   `dateInFuture`.
    @discardableResult
    public func enterWatched(
        _ person: WatchedPerson, by signature: Signature
    ) throws(StoreError) -> WatchedPerson {
        try perform(.enterWatched, signature) { op in
            try op.db.require(.writeWatched, at: signature.homeId, signature)
            var record = person.normalised
            record.homeId = signature.homeId
            record.watchCode = try op.db.nextWatchCode()
            record.watchedSince = record.watchedSince.orElse(op.today)
            record.liftedOn = nil
            record.liftedBy = nil
            record.liftedReason = nil
            try op.check(record)
            return try op.insert(record, about: nil)
        }
    }

    /// Corrects what is known of him.
    ///
    /// - Throws: `noSuchRecord` for another home's; `changedMeanwhile`; `refused`: as
    ///   `enterWatched`, `watchLifted`.
    @discardableResult
    public func editWatched(
        _ person: WatchedPerson, by signature: Signature
    ) throws(StoreError) -> WatchedPerson {
        try perform(.editWatched, signature) { op in
            let old = try op.db.reachableWatched(person.id, signature, for: .writeWatched)
            guard old.liftedOn == nil else { throw StoreError.refused(.watchLifted) }
            var record = person.normalised
            record.watchCode = old.watchCode
            record.homeId = old.homeId
            record.liftedOn = nil
            record.liftedBy = nil
            record.liftedReason = nil
            try op.check(record)
            return try op.update(record, about: nil)
        }
    }

    /// Ends a watch, with a reason. What was seen stays.
    ///
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `reasonMissing`, `watchLifted`.
    @discardableResult
    public func liftWatched(
        _ id: String, reason: String, by signature: Signature
    ) throws(StoreError) -> WatchedPerson {
        try perform(.liftWatched, signature) { op in
            var record = try op.db.reachableWatched(id, signature, for: .writeWatched)
            guard record.liftedOn == nil else { throw StoreError.refused(.watchLifted) }
            record.liftedReason = try reason.asReason()
            record.liftedOn = op.today
            record.liftedBy = signature.userId
            return try op.update(record, about: nil)
        }
    }

    /// Closes a sighting for the home, or the programme, to which it was sent. The other home has its
    /// own, which stays open.
    ///
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `reasonMissing` without what was done,
    ///   `sightingStays` when it is closed.
    @discardableResult
    public func closeSighting(
        _ id: String, whatWasDone: String, by signature: Signature
    ) throws(StoreError) -> Sighting {
        try perform(.closeSighting, signature) { op in
            var record = try op.db.reachableSighting(id, signature, for: .closeSighting)
            guard record.closedOn == nil else { throw StoreError.refused(.sightingStays) }
            record.whatWasDone = try whatWasDone.asReason()
            record.closedOn = op.today
            record.closedBy = signature.userId
            return try op.update(record, about: nil)
        }
    }

    /// What the saves of the signer have to tell her, once: of what kind somebody is whom a name or
    /// a number was like. The sightings are written already.
    public func takeWatchAlerts(by signature: Signature) -> [WatchAlert] {
        watch.take(for: signature.userId)
    }
}

extension Operation {
    /// Whether he can be compared, and the line for managers names nobody.
    fileprivate func check(_ person: WatchedPerson) throws {
        guard person.watchedSince <= today else { throw StoreError.refused(.dateInFuture) }
        guard !(person.names + person.phoneTexts).isEmpty,
            person.names.allSatisfy(WatchIndex.mayBeMatched),
            person.phoneTexts.allSatisfy(WatchIndex.holdsNumber)
        else { throw StoreError.refused(.watchTooShort) }
        if let line = person.recognise, try db.namesResident(line, signature) {
            throw StoreError.refused(.watchNamesHer)
        }
    }
}

extension Database {
    fileprivate func nextWatchCode() throws -> String {
        let count = try Int.fetchOne(self, sql: "SELECT count(*) FROM watchedPerson") ?? 0
        return "W" + EntryText.padded(count + 1, 4)
    }

    /// Whether a line has a code of any home, or the name of a woman of the signer's home. Of other
    /// homes she must not learn who is there.
    fileprivate func namesResident(_ line: String, _ signature: Signature) throws -> Bool {
        if EntryText.halfWidth(line).contains(#/[A-Za-z]{2}-?\d{3}-\d{4}/#) { return true }
        guard let homeId = signature.homeId else { return false }
        let names = try fetchValid(Person.self, "homeId = ?", [homeId]).flatMap { person in
            [person.nameZh.text, person.alias.text, person.namePinyin].compactMap(\.self)
        }
        let index = WatchIndex([WatchedEntry(id: "", names: names, phones: [])])
        return !index.matches(WatchQuery(texts: [line])).isEmpty
    }

    /// Somebody watched whom the signer may see or change.
    ///
    /// - Throws: `AccessDenied`, answered as for a record of another home.
    func reachableWatched(
        _ id: String, _ signature: Signature, for action: StaffAction
    ) throws -> WatchedPerson {
        let record = try fetch(WatchedPerson.self, id: id)
        try require(action, at: record.map(\.homeId) ?? "", signature)
        guard let record, !record.stamp.isVoided else { throw StoreError.noSuchRecord }
        return record
    }

    /// A sighting that was sent to where the signer works.
    ///
    /// - Throws: `AccessDenied`, answered as for a record of another home.
    func reachableSighting(
        _ id: String, _ signature: Signature, for action: StaffAction
    ) throws -> Sighting {
        let record = try fetch(Sighting.self, id: id)
        try require(action, at: record.map(\.homeId) ?? "", signature)
        guard let record else { throw StoreError.noSuchRecord }
        return record
    }
}
