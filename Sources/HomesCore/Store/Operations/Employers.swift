import GRDB

extension HomesStore {
    /// Registers an employer. It begins as pending; only `approveEmployer` changes that.
    ///
    /// - Throws: `refused`: `roleMayNot`, `dateInFuture`, `invalidValue`.
    @discardableResult
    public func registerEmployer(
        _ employer: Employer, by signature: Signature
    ) throws(StoreError) -> Employer {
        try perform(.registerEmployer, signature) { operation in
            try operation.db.require(.writeEmployers, at: nil, signature)
            var record = employer.normalised
            record.approvedStatus = .pending
            record.clearApproval()
            try record.checkDates(on: operation.today)
            record.searchKey = record.searchKey(also: [])
            return try operation.insert(record, about: nil)
        }
    }

    /// Saves a changed employer. The approval stays as it is, but an approved one whose name,
    /// licence number or legal representative changes is pending again: another firm was vetted.
    ///
    /// - Throws: `noSuchRecord`, `changedMeanwhile`; `refused`: `roleMayNot`, `dateInFuture`.
    @discardableResult
    public func editEmployer(
        _ employer: Employer, by signature: Signature
    ) throws(StoreError) -> Employer {
        try perform(.editRecord, signature) { operation in
            try operation.db.require(.writeEmployers, at: nil, signature)
            let old = try operation.db.existing(Employer.self, employer.id)
            var record = employer.normalised
            record.copyApproval(from: old)
            if old.approvedStatus == .approved, !record.isSameFirm(as: old) {
                record.approvedStatus = .pending
                record.clearApproval()
            }
            try record.checkDates(on: operation.today)
            record.searchKey = record.searchKey(also: try operation.db.names(of: record))
            return try operation.update(record, about: nil)
        }
    }

    /// Records what checking an employer came to.
    ///
    /// Approving, blacklisting, and lifting a suspension or a blacklisting take two persons, the
    /// second one who may confirm it; suspending is done by one, at once.
    ///
    /// - Parameter second: The second person's password, typed just now.
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `reasonMissing`, `needsTwoPersons`.
    @discardableResult
    public func approveEmployer(
        _ id: String, status: ApprovedStatus, reason: String, by signature: Signature,
        second: PasswordProof? = nil
    ) throws(StoreError) -> Employer {
        try perform(.approveEmployer, signature) { operation in
            try operation.db.require(.vetEmployer, at: nil, signature)
            var record = try operation.db.existing(Employer.self, id)
            let reason = try reason.asReason()
            let isLifting = record.isBarred && status == .pending
            if status == .approved || status == .blacklisted || isLifting {
                try operation.confirm(by: second, .confirmVetting)
            }
            record.decide(status, because: reason, by: signature, and: second?.userId)
            return try operation.update(record, about: nil, reason: reason)
        }
    }
}

extension Employer {
    /// Whether nobody may be placed there.
    public var isBarred: Bool { approvedStatus == .suspended || approvedStatus == .blacklisted }

    /// Writes down what checking it came to, by whom and today.
    mutating func decide(
        _ status: ApprovedStatus, because reason: String, by signature: Signature,
        and secondId: String? = nil
    ) {
        approvedStatus = status
        approvedReason = reason
        approvedBy = signature.userId
        approvedSecondBy = secondId == signature.userId ? nil : secondId
        approvedOn = signature.today
    }

    fileprivate func isSameFirm(as other: Employer) -> Bool {
        org_Name == other.org_Name && licenceNumber == other.licenceNumber
            && legalRepresentative == other.legalRepresentative
    }

    fileprivate mutating func clearApproval() {
        approvedReason = nil
        approvedBy = nil
        approvedSecondBy = nil
        approvedOn = nil
    }

    fileprivate mutating func copyApproval(from other: Employer) {
        approvedStatus = other.approvedStatus
        approvedReason = other.approvedReason
        approvedBy = other.approvedBy
        approvedSecondBy = other.approvedSecondBy
        approvedOn = other.approvedOn
    }

    fileprivate func checkDates(on today: CivilDate) throws {
        for date in [licenceSeenOn, lastVisitOn] {
            guard date.map({ $0 <= today }) ?? true else {
                throw StoreError.refused(.dateInFuture)
            }
        }
    }
}
