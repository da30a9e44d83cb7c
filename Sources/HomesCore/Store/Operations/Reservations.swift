import GRDB

extension HomesStore {
    /// Writes down that somebody is expected. A bed, if one is chosen, is held for her from the
    /// night on, until the reservation is over.
    ///
    /// - Throws: `noSuchRecord` for a woman or a bed of another home; `refused`: `roleMayNot`,
    ///   `nobodyNamed` without a woman and a code word, `stayOverlap` for one who is here,
    ///   `reservationInPast`, `reservationOver` when it would be over already, and for the bed
    ///   `bedTaken`, `bedStatusOverlap`, `bedOutsideInventory`.
    @discardableResult
    public func reserve(
        _ reservation: Reservation, by signature: Signature
    ) throws(StoreError) -> Reservation {
        try perform(.reserveBed, signature) { op in
            let homeId = try op.db.homeOfArrivals(signature)
            var record = reservation.normalised
            record.homeId = homeId
            record.holdId = nil
            record.outcome = nil
            record.outcomeOn = nil
            try op.check(&record)
            if let bedId = record.bedId {
                try op.db.requireManaging(bed: bedId, signature)
                let hold = try op.hold(
                    bedId, from: record.forNight,
                    to: record.holdEnd(offsetMinutes: signature.offsetMinutes), reason: nil)
                record.holdId = hold.id
            }
            return try op.insert(record, about: record.personId)
        }
    }

    /// Says that somebody who was expected did not come, or does not come any more. Her bed is free
    /// from today on. That she came is said by admitting her.
    ///
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `reservationEnded`; `notAllowed` for
    ///   `arrived`.
    @discardableResult
    public func endReservation(
        _ id: String, _ outcome: ReservationOutcome, by signature: Signature
    ) throws(StoreError) -> Reservation {
        try perform(.endReservation, signature) { op in
            guard outcome != .arrived else { throw StoreError.refused(.invalidValue) }
            var record = try op.db.openReservation(id, signature)
            try op.letBedGo(of: record, from: op.today)
            record.outcome = outcome
            record.outcomeOn = op.today
            return try op.update(record, about: record.personId)
        }
    }
}

extension Operation {
    /// What must hold of a reservation before it is written.
    fileprivate func check(_ record: inout Reservation) throws {
        if (record.codeWord ?? "").isEmpty { record.codeWord = nil }
        if let personId = record.personId {
            _ = try db.own(Person.self, personId, signature, for: .admit)
            let here = try db.fetchValid(Stay.self, "personId = ? AND exitDate IS NULL", [personId])
            guard here.isEmpty else { throw StoreError.refused(.stayOverlap) }
        } else if record.codeWord == nil {
            throw StoreError.refused(.nobodyNamed)
        }
        guard record.forNight >= today else { throw StoreError.refused(.reservationInPast) }
        guard record.expiresAt > signature.at,
            record.expiresAt.localDate(offsetMinutes: signature.offsetMinutes) >= record.forNight
        else { throw StoreError.refused(.reservationOver) }
    }

    /// Ends the hold of a reservation's bed from a night on.
    mutating func letBedGo(of reservation: Reservation, from night: CivilDate) throws {
        guard let id = reservation.holdId,
            var hold = try db.fetch(BedStatusPeriod.self, id: id), !hold.stamp.isVoided
        else { return }
        let end = max(hold.fromNight, night)
        if let already = hold.toNight, already <= end { return }
        hold.toNight = end
        try update(hold, about: nil)
    }

    /// Somebody else has the bed now: the reservation goes on without one, and says so.
    mutating func leaveWithoutBed(hold id: String) throws {
        let reservations = try db.fetchValid(
            Reservation.self, "holdId = ? AND outcome IS NULL", [id])
        for var reservation in reservations {
            reservation.bedId = nil
            reservation.holdId = nil
            try update(reservation, about: reservation.personId)
        }
    }

    /// She who was expected is here: the hold ends for her.
    mutating func arrive(
        _ reservationId: String, as personId: String, from night: CivilDate
    ) throws {
        var record = try db.openReservation(reservationId, signature)
        if let expected = record.personId, expected != personId {
            throw StoreError.refused(.reservationOfAnother)
        }
        try letBedGo(of: record, from: night)
        record.personId = personId
        record.outcome = .arrived
        record.outcomeOn = today
        try update(record, about: personId)
    }
}

extension Database {
    /// The home for which the signer writes down who is expected, turned away and came by.
    func homeOfArrivals(_ signature: Signature) throws -> String {
        let homeId = signature.homeId ?? ""
        try require(.manageArrivals, at: homeId, signature)
        return homeId
    }

    /// A reservation of the signer's home that nobody has answered yet.
    ///
    /// - Throws: `noSuchRecord` for another home's, a sealed woman's and none alike;
    ///   `refused(.reservationEnded)`.
    func openReservation(_ id: String, _ signature: Signature) throws -> Reservation {
        let record = try fetch(Reservation.self, id: id)
        try require(.manageArrivals, at: record?.homeId ?? "", signature)
        guard let record, !record.stamp.isVoided else { throw StoreError.noSuchRecord }
        if let personId = record.personId, try isSealed(personId) {
            throw StoreError.noSuchRecord
        }
        guard record.outcome == nil else { throw StoreError.refused(.reservationEnded) }
        return record
    }
}
