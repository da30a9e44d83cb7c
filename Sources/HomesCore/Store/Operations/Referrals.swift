import GRDB

extension HomesStore {
    /// Refers her to an organisation, or writes down that one referred her here. What goes out needs
    /// her consent for sharing with that very organisation, in force today; what comes in, one for
    /// the work in this home. It is shared on the day on which it is written down.
    ///
    /// - Parameter referral: Whose, which way, for what, with whom, what goes along, by when it is to
    ///   be answered. Home, consent, days and status are the store's to fill.
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `noConsent`, `nothingShared`,
    ///   `invalidValue` without an organisation.
    @discardableResult
    public func refer(
        _ referral: Referral, by signature: Signature
    ) throws(StoreError) -> Referral {
        try perform(.refer, signature) { operation in
            let person = try operation.db.own(
                Person.self, referral.personId, signature, for: .refer)
            var record = referral.normalised
            guard Recipient.key(record.toOrganisation) != nil else {
                throw StoreError.refused(.invalidValue)
            }
            guard record.direction == .incoming || !record.shared.isEmpty else {
                throw StoreError.refused(.nothingShared)
            }
            guard let consent = try operation.db.consent(for: record, signature) else {
                throw StoreError.refused(.noConsent)
            }
            record.homeId = person.homeId
            record.consentId = consent.id
            record.toOrganisation =
                consent.purpose == .shareWith
                ? consent.shareWith ?? record.toOrganisation
                : EntryText.halfWidth(record.toOrganisation)
            record.sharedOn = operation.today
            record.sentAt = signature.at
            record.dueAt = record.responseTimeframe.due(after: signature.at)
            record.status = .inProgress
            record.referralResult = nil
            record.respondedAt = nil
            record.revokedOn = nil
            record.toldOn = nil
            return try operation.insert(record, about: person.id)
        }
    }

    /// Saves what an organisation answered, how it went on, that it was revoked, and when the
    /// organisation was told so. What was shared stays as it is.
    ///
    /// - Throws: `noSuchRecord`, `changedMeanwhile`; `refused`: `roleMayNot`, `referralEnded` for a
    ///   status that it cannot become, `resultMissing` for one that is done without a result,
    ///   `dateInFuture`, `invalidValue` when it was told before it was revoked.
    @discardableResult
    public func answerReferral(
        _ referral: Referral, by signature: Signature
    ) throws(StoreError) -> Referral {
        try perform(.answerReferral, signature) { operation in
            let old = try operation.db.own(Referral.self, referral.id, signature, for: .refer)
            let asked = referral.normalised
            var record = old
            record.stamp = asked.stamp
            record.feedback = asked.feedback
            record.referralResult = asked.referralResult
            record.toldOn = asked.toldOn
            if asked.status != old.status {
                guard old.status.next.contains(asked.status) else {
                    throw StoreError.refused(.referralEnded)
                }
                record.status = asked.status
                if asked.status == .revoked { record.revokedOn = operation.today }
                if old.status == .inProgress, asked.status != .revoked {
                    record.respondedAt = max(signature.at, old.sentAt)
                }
            }
            try operation.check(&record)
            return try operation.update(record, about: record.personId)
        }
    }
}

extension Operation {
    /// What an answer has to say, by its status.
    fileprivate func check(_ record: inout Referral) throws {
        switch record.status {
        case .inProgress: record.referralResult = nil
        case .rejected: record.referralResult = .refusedByProvider
        case .done:
            guard record.referralResult != nil else { throw StoreError.refused(.resultMissing) }
        case .accepted, .revoked: break
        }
        guard let toldOn = record.toldOn else { return }
        guard toldOn <= today else { throw StoreError.refused(.dateInFuture) }
        guard let revokedOn = record.revokedOn, revokedOn <= toldOn else {
            throw StoreError.refused(.invalidValue)
        }
    }
}

extension Database {
    /// The consent that a referral of today rests on.
    fileprivate func consent(for referral: Referral, _ signature: Signature) throws -> Consent? {
        let sharing = try consentInForce(
            of: referral.personId, for: .shareWith, with: referral.toOrganisation, signature)
        if sharing != nil || referral.direction == .outgoing { return sharing }
        return try consentInForce(
            of: referral.personId, for: .caseManagement, with: nil, signature)
    }
}
