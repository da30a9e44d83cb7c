import GRDB

extension HomesStore {
    /// Writes down that somebody was not taken in. No file is opened.
    ///
    /// - Throws: `refused`: `roleMayNot`, `dateInFuture`.
    @discardableResult
    public func recordTurnAway(
        _ turnAway: TurnAway, by signature: Signature
    ) throws(StoreError) -> TurnAway {
        try perform(.recordTurnAway, signature) { op in
            var record = turnAway.normalised
            record.homeId = try op.db.homeOfArrivals(signature)
            guard record.date <= op.today else { throw StoreError.refused(.dateInFuture) }
            return try op.insert(record, about: nil)
        }
    }

    /// Writes down that somebody came by: a woman the home knows, or so many of an age band.
    ///
    /// - Throws: `noSuchRecord` for a woman of another home; `refused`: `roleMayNot`,
    ///   `dateInFuture`, `nobodyAttended` without a woman and an age band.
    @discardableResult
    public func recordVisit(
        _ visit: Visit, services: [DropInService], by signature: Signature
    ) throws(StoreError) -> Visit {
        try perform(.recordVisit, signature) { op in
            var record = visit.normalised
            record.homeId = try op.db.homeOfArrivals(signature)
            guard record.date <= op.today else { throw StoreError.refused(.dateInFuture) }
            if let personId = record.personId {
                _ = try op.db.own(Person.self, personId, signature, for: .admit)
                record.ageBand = nil
                record.tally = 1
                // Her visit is in her file: what others are called is not.
                record.outsiderName = nil
                record.outsiderPhone = nil
            } else if record.ageBand == nil {
                throw StoreError.refused(.nobodyAttended)
            }
            let saved = try op.insert(record, about: record.personId)
            for service in DropInService.allCases where services.contains(service) {
                var used = VisitService()
                used.visitId = saved.id
                used.service = service
                try op.insert(used, about: record.personId)
            }
            return saved
        }
    }
}
