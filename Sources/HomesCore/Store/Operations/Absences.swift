import GRDB

extension HomesStore {
    /// Writes down that a resident goes out, or is missing, or was out and is back. Her bed stays
    /// hers.
    ///
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `noOpenStay`, `alreadyOut`,
    ///   `dateInFuture`, `absenceOutsideStay`, `absenceOverlap`, `invalidValue` when she would be
    ///   back before she goes.
    @discardableResult
    public func recordAbsence(
        _ absence: Absence, by signature: Signature
    ) throws(StoreError) -> Absence {
        try perform(.recordAbsence, signature) { op in
            let stay = try op.db.own(Stay.self, absence.stayId, signature, for: .recordAbsence)
            guard stay.exitDate == nil, stay.state == .checkedIn else {
                throw StoreError.refused(.noOpenStay)
            }
            var record = absence.normalised
            record.ended = record.toDay == nil ? nil : .back
            if record.isOpen, try op.db.openAbsence(ofStay: stay.id) != nil {
                throw StoreError.refused(.alreadyOut)
            }
            try op.check(record)
            return try op.insert(record, about: stay.personId)
        }
    }

    /// Writes down that she is back.
    ///
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `notOut`, `dateInFuture`,
    ///   `invalidValue` for a day before she went.
    @discardableResult
    public func endAbsence(
        stayId: String, on day: CivilDate, by signature: Signature
    ) throws(StoreError) -> Absence {
        try perform(.endAbsence, signature) { op in
            let stay = try op.db.own(Stay.self, stayId, signature, for: .recordAbsence)
            guard var record = try op.db.openAbsence(ofStay: stay.id) else {
                throw StoreError.refused(.notOut)
            }
            record.toDay = day
            record.ended = .back
            try op.check(record)
            return try op.update(record, about: stay.personId)
        }
    }

    /// Corrects an absence: its days, its reason, what was agreed. From here a late resident
    /// becomes a missing one.
    ///
    /// - Throws: `noSuchRecord`, `changedMeanwhile`; as `recordAbsence`.
    @discardableResult
    public func editAbsence(
        _ absence: Absence, by signature: Signature
    ) throws(StoreError) -> Absence {
        try perform(.editRecord, signature) { op in
            let (old, stay) = try op.db.part(
                Absence.self, absence.id, of: \.stayId, in: Stay.self, signature,
                for: .recordAbsence)
            var record = absence.normalised
            record.stayId = old.stayId
            if record.toDay == nil {
                record.ended = nil
            } else if record.ended == nil {
                record.ended = .back
            }
            try op.check(record)
            return try op.update(record, about: stay.personId)
        }
    }
}

extension Operation {
    fileprivate func check(_ record: Absence) throws {
        guard record.fromDay <= today, record.toDay.map({ $0 <= today }) ?? true else {
            throw StoreError.refused(.dateInFuture)
        }
    }

    /// A stay ends: she is not expected back from where she was, and what would have begun later
    /// did not happen.
    mutating func endAbsences(of stay: Stay, on date: CivilDate) throws {
        for absence in try db.fetchValid(Absence.self, "stayId = ?", [stay.id]) {
            if absence.fromDay > date {
                try void(absence, about: stay.personId, reason: "exit \(date.iso)")
            } else if absence.toDay.map({ $0 > date }) ?? true {
                var record = absence
                record.toDay = date
                record.ended = .left
                try update(record, about: stay.personId)
            }
        }
    }
}

extension Database {
    /// The absence of a stay that goes on.
    func openAbsence(ofStay id: String) throws -> Absence? {
        try fetchValid(Absence.self, "stayId = ? AND toDay IS NULL", [id], order: "fromDay, id")
            .first
    }
}
