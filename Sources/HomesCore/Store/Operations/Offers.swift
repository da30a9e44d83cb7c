import GRDB

extension HomesStore {
    /// Records a job offer. A barred employer's offers are recorded too: they are evidence.
    ///
    /// - Throws: `noSuchRecord` without the employer; `refused`: `roleMayNot`, `dateInFuture`,
    ///   `closesBeforeOffer`, `negativeAmount`, `termOfOpenEnded`, `invalidValue`.
    @discardableResult
    public func recordOffer(
        _ offer: JobOffer, by signature: Signature
    ) throws(StoreError) -> JobOffer {
        try perform(.recordOffer, signature) { operation in
            try operation.db.require(.writeEmployers, at: nil, signature)
            _ = try operation.db.existing(Employer.self, offer.employerId)
            try operation.check(offer)
            return try operation.insert(offer.normalised, about: nil)
        }
    }

    /// Saves a changed offer. It stays the same employer's; checks kept with placements stay as
    /// they were.
    ///
    /// - Throws: `noSuchRecord`, `changedMeanwhile`; `refused`: `roleMayNot`, `dateInFuture`,
    ///   `closesBeforeOffer`, `negativeAmount`, `termOfOpenEnded`, `invalidValue`.
    @discardableResult
    public func editOffer(
        _ offer: JobOffer, by signature: Signature
    ) throws(StoreError) -> JobOffer {
        try perform(.editRecord, signature) { operation in
            try operation.db.require(.writeEmployers, at: nil, signature)
            let old = try operation.db.existing(JobOffer.self, offer.id)
            var record = offer.normalised
            record.employerId = old.employerId
            try operation.check(record)
            return try operation.update(record, about: nil)
        }
    }
}

extension Operation {
    fileprivate func check(_ offer: JobOffer) throws {
        guard offer.offeredOn <= today else { throw StoreError.refused(.dateInFuture) }
        guard offer.closesOn.map({ $0 >= offer.offeredOn }) ?? true else {
            throw StoreError.refused(.closesBeforeOffer)
        }
        let amounts = [
            offer.wageYuan, offer.probationWageYuan, offer.deductionsYuan, offer.lodgingYuan,
            offer.feeAskedYuan, offer.depositAskedYuan,
        ]
        guard amounts.allSatisfy({ $0 ?? 0 >= 0 }) else {
            throw StoreError.refused(.negativeAmount)
        }
        guard offer.openEnded != .yes || offer.contractTermMonths == nil else {
            throw StoreError.refused(.termOfOpenEnded)
        }
        guard !EntryText.halfWidth(offer.occupation).isEmpty else {
            throw StoreError.refused(.invalidValue)
        }
    }
}
