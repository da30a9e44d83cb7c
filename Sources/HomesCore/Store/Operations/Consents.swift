import GRDB

extension Operation {
    /// Under 14 a guardian agrees, unless the guardian is unsafe.
    func check(_ consent: Consent, of person: Person) throws {
        if consent.given == .yes, consent.givenBy == .herself,
            let birthdate = person.prs_Birthdate.text.flatMap({ Birthdate(stored: $0) }),
            AgeRules.needsGuardianConsent(birthdate, on: consent.date)
        {
            throw StoreError.refused(.guardianNeeded)
        }
    }
}

extension HomesStore {
    /// Records what she agrees to, or does not. Without an end it lasts 90 days. Under 14 a
    /// guardian agrees, unless the guardian is unsafe.
    ///
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `dateInFuture`, `guardianNeeded`,
    ///   `invalidValue` when it would end before it begins.
    @discardableResult
    public func recordConsent(
        _ consent: Consent, by signature: Signature
    ) throws(StoreError) -> Consent {
        try perform(.recordConsent, signature) { operation in
            let person = try operation.db.own(
                Person.self, consent.personId, signature, for: .recordConsent)
            guard consent.date <= operation.today else {
                throw StoreError.refused(.dateInFuture)
            }
            try operation.check(consent, of: person)
            var record = consent.normalised
            record.withdrawnOn = nil
            record.withdrawnHow = nil
            record.expiresOn =
                consent.expiresOn ?? ConsentState.defaultExpiry(givenOn: consent.date)
            return try operation.insert(record, about: record.personId)
        }
    }

    /// Records that she takes her consent back. It works at once.
    ///
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `dateInFuture`, `invalidValue` for a
    ///   day before she gave it, `consentEnded` when it was withdrawn already.
    @discardableResult
    public func withdrawConsent(
        _ id: String, on date: CivilDate, how: String, by signature: Signature
    ) throws(StoreError) -> Consent {
        try perform(.withdrawConsent, signature) { operation in
            var record = try operation.db.part(
                Consent.self, id, of: \.personId, signature, for: .recordConsent)
            guard record.withdrawnOn == nil else { throw StoreError.refused(.consentEnded) }
            guard date <= operation.today else { throw StoreError.refused(.dateInFuture) }
            guard date >= record.date else { throw StoreError.refused(.invalidValue) }
            record.withdrawnOn = date
            record.withdrawnHow = how.isEmpty ? nil : how.nfc
            return try operation.update(record, about: record.personId)
        }
    }
}
