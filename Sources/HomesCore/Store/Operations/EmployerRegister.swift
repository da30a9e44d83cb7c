import GRDB

extension HomesStore {
    /// Writes down another name of an employer.
    ///
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `dateInFuture`, `duplicateValue` for a name
    ///   it has already, `invalidValue` for an empty one.
    @discardableResult
    public func addEmployerName(
        _ name: EmployerName, by signature: Signature
    ) throws(StoreError) -> EmployerName {
        try perform(.editRecord, signature) { op in
            try op.db.require(.writeEmployers, at: nil, signature)
            var record = name.normalised
            record.name = EntryText.halfWidth(record.name)
            guard !record.name.isEmpty else { throw StoreError.refused(.invalidValue) }
            guard record.knownSince <= op.today else { throw StoreError.refused(.dateInFuture) }
            var employer = try op.db.existing(Employer.self, record.employerId)
            let known = try op.db.names(of: employer)
            guard !known.contains(where: { SearchFold.fold($0) == SearchFold.fold(record.name) })
            else { throw StoreError.refused(.duplicateValue) }
            let saved = try op.insert(record, about: nil)
            employer.searchKey = employer.searchKey(also: known + [record.name])
            try op.update(employer, about: nil)
            return saved
        }
    }

    /// Writes down whom to ask for at an employer.
    ///
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `invalidValue` without a name.
    @discardableResult
    public func addEmployerContact(
        _ contact: EmployerContact, by signature: Signature
    ) throws(StoreError) -> EmployerContact {
        try perform(.editRecord, signature) { op in
            try op.db.require(.writeEmployers, at: nil, signature)
            var record = contact.normalised
            record.name = EntryText.halfWidth(record.name)
            guard !record.name.isEmpty else { throw StoreError.refused(.invalidValue) }
            _ = try op.db.existing(Employer.self, record.employerId)
            return try op.insert(record, about: nil)
        }
    }

    /// Writes down a visit to an employer. Its day becomes the employer's last visit. A visit that
    /// found that nobody may go there suspends an employer that was not barred, at once; only two
    /// persons lift that.
    ///
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `dateInFuture`, `reasonMissing` for concerns
    ///   without a word of them.
    @discardableResult
    public func recordEmployerVisit(
        _ visit: EmployerVisit, by signature: Signature
    ) throws(StoreError) -> EmployerVisit {
        try perform(.visitEmployer, signature) { op in
            try op.db.require(.writeEmployers, at: nil, signature)
            var record = visit.normalised
            record.homeId = signature.homeId
            record.note = record.note?.nilWhenBlank
            guard record.visitedOn <= op.today else { throw StoreError.refused(.dateInFuture) }
            guard record.finding == .good || record.note != nil else {
                throw StoreError.refused(.reasonMissing)
            }
            var employer = try op.db.existing(Employer.self, record.employerId)
            let saved = try op.insert(record, about: nil)
            employer.lastVisitOn = max(employer.lastVisitOn ?? record.visitedOn, record.visitedOn)
            if record.finding == .nobodyMayGo, !employer.isBarred {
                employer.decide(
                    .suspended, because: "visit \(record.visitedOn.iso)", by: signature)
            }
            try op.update(employer, about: nil, reason: record.note)
            return saved
        }
    }

    /// Writes down what changed in a woman's job after its start.
    ///
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `dateInFuture`, `invalidValue` for a day
    ///   before the start or after the end, or when nothing changed.
    @discardableResult
    public func changePlacement(
        _ change: PlacementChange, by signature: Signature
    ) throws(StoreError) -> PlacementChange {
        try perform(.changePlacement, signature) { op in
            let placement = try op.db.own(
                Placement.self, change.placementId, signature, for: .placeHer)
            var record = change.normalised
            record.personId = placement.personId
            record.what = record.what?.nilWhenBlank
            if record.wageYuan == nil { record.wageBasis = nil }
            guard record.changedOn <= op.today else { throw StoreError.refused(.dateInFuture) }
            guard record.changedOn >= placement.startDate,
                record.changedOn <= placement.endDate ?? record.changedOn,
                record.wageYuan != nil || record.hoursPerDay != nil || record.what != nil,
                (record.wageYuan == nil) == (record.wageBasis == nil)
            else { throw StoreError.refused(.invalidValue) }
            return try op.insert(record, about: placement.personId)
        }
    }
}

extension Database {
    /// Every name of an employer, its own first.
    func names(of employer: Employer) throws -> [String] {
        [employer.org_Name]
            + (try fetchValid(EmployerName.self, "employerId = ?", [employer.id]).map(\.name))
    }
}

extension Employer {
    /// What lists are filtered by: every name, and the licence number.
    func searchKey(also names: [String]) -> String {
        SearchKey.make(
            names: [org_Name] + names.filter { $0 != org_Name },
            codes: [licenceNumber].compactMap(\.self))
    }
}
