import GRDB

extension Operation {
    /// Under 14 a guardian agrees, unless the guardian is unsafe.
    func check(_ consent: Consent, of person: Person) throws {
        if consent.given == .yes, consent.givenBy == .herself,
            let birthdate = person.birthdate,
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
            record.shareWith = try operation.db.spelling(of: record.shareWith, in: record)
            // Asked anew and refused is as good as withdrawn.
            if record.given.isRefusal { _ = try operation.endSharing(refusedBy: record) }
            return try operation.insert(record, about: record.personId)
        }
    }

    /// Records that she takes her consent back. It works at once: what was referred on the strength
    /// of it and has not ended is revoked with it, and a proposed transfer is withdrawn.
    ///
    /// - Returns: The consent, and the organisations that have to be told.
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `dateInFuture`, `invalidValue` for a
    ///   day before she gave it, `consentEnded` when it was withdrawn already.
    @discardableResult
    public func withdrawConsent(
        _ id: String, on date: CivilDate, how: String, by signature: Signature
    ) throws(StoreError) -> ConsentWithdrawal {
        try perform(.withdrawConsent, signature) { operation in
            var record = try operation.db.part(
                Consent.self, id, of: \.personId, signature, for: .recordConsent)
            guard record.withdrawnOn == nil else { throw StoreError.refused(.consentEnded) }
            // A clock that was set back before the consent keeps nobody from taking it back.
            let date = operation.today < record.date ? record.date : date
            guard date <= max(operation.today, record.date) else {
                throw StoreError.refused(.dateInFuture)
            }
            guard date >= record.date else { throw StoreError.refused(.invalidValue) }
            let ended = try operation.endSharing(on: [record.id])
            record.withdrawnOn = date
            record.withdrawnHow = how.isEmpty ? nil : how.nfc
            return ConsentWithdrawal(
                consent: try operation.update(record, about: record.personId),
                mustBeTold: ended.organisations, transfersWithdrawn: ended.transfers)
        }
    }
}

/// What a withdrawal did.
public struct ConsentWithdrawal: Equatable, Sendable {
    /// The consent, withdrawn.
    public let consent: Consent
    /// The organisations whose referral was revoked: what they hold may no longer be used.
    public let mustBeTold: [String]
    /// How many proposed transfers were withdrawn with it.
    public let transfersWithdrawn: Int
}

/// What ended with a consent.
struct EndedSharing {
    var organisations: [String] = []
    var transfers = 0
}

extension YesNo {
    /// Whether she was asked and did not agree.
    var isRefusal: Bool { self != .yes && self != .notCollected }
}

extension Operation {
    /// Ends what rests on the consents of a purpose and recipient that she refuses now.
    fileprivate mutating func endSharing(refusedBy refusal: Consent) throws -> EndedSharing {
        let same = try db.fetchValid(
            Consent.self, "personId = ? AND purpose = ?",
            [refusal.personId, refusal.purpose.rawValue])
        let meant = same.filter { refusal.shareWith == nil || $0.shareWith == refusal.shareWith }
        return try endSharing(on: meant.map(\.id))
    }

    /// Revokes the open referrals and withdraws the proposed transfers that rest on consents: before
    /// the consents themselves end, which the schema asks.
    fileprivate mutating func endSharing(on consentIds: [String]) throws -> EndedSharing {
        var ended = EndedSharing()
        for id in consentIds {
            let referrals = try db.fetchValid(
                Referral.self,
                """
                consentId = ? AND direction = 'OUT' AND status IN ('in_progress', 'accepted')
                """, [id], order: "sentAt, id")
            for var referral in referrals {
                referral.status = .revoked
                referral.revokedOn = today
                ended.organisations.append(referral.toOrganisation)
                try update(referral, about: referral.personId)
            }
            let transfers = try db.fetchValid(
                Transfer.self, "consentId = ? AND status = 'PROPOSED'", [id])
            for transfer in transfers {
                try answer(transfer, as: .withdrawn, reason: nil)
                ended.transfers += 1
            }
        }
        return ended
    }
}

extension Database {
    /// The recipient as her earlier consents spell it: what is the same organisation to a reader is
    /// the same text in the file.
    fileprivate func spelling(of recipient: String?, in consent: Consent) throws -> String? {
        guard let recipient, let key = Recipient.key(recipient) else { return nil }
        if consent.purpose == .transferToHome {
            return EntryText.halfWidth(recipient).uppercased()
        }
        let earlier = try fetchValid(
            Consent.self, "personId = ? AND purpose = ? AND shareWith IS NOT NULL",
            [consent.personId, consent.purpose.rawValue])
        return earlier.compactMap(\.shareWith).first { Recipient.key($0) == key }
            ?? EntryText.halfWidth(recipient).nfc
    }

    /// The consent on the strength of which something may be shared today: given for that purpose
    /// and recipient, begun and not expired, never withdrawn, not refused since. A clock that was
    /// set back revives none: one that the journal has seen expired stays so.
    ///
    /// - Parameter recipient: With whom; a consent that names nobody holds for a transfer alone.
    func consentInForce(
        of personId: String, for purpose: ConsentPurpose, with recipient: String?,
        _ signature: Signature
    ) throws -> Consent? {
        let all = try fetchValid(
            Consent.self, "personId = ? AND purpose = ?", [personId, purpose.rawValue],
            order: "rowid DESC")
        let wanted = recipient.flatMap(Recipient.key)
        for consent in all {
            let named = consent.shareWith.flatMap(Recipient.key)
            let isMeant = named == nil || named == wanted || purpose == .caseManagement
            // The latest answer counts: a refusal ends what was agreed to before.
            if isMeant, consent.given.isRefusal { return nil }
            if named == nil, purpose == .shareWith { continue }
            if isMeant, consent.withdrawnOn == nil, consent.state(on: signature.today).isInForce,
                try !hasSeenExpired(consent, signature)
            {
                return consent
            }
        }
        return nil
    }

    /// Whether the home's journal has an entry, written after the consent was, of a day on which the
    /// consent is over. Every sign-in shows Today and writes one.
    private func hasSeenExpired(_ consent: Consent, _ signature: Signature) throws -> Bool {
        let expiry = consent.expiresOn ?? ConsentState.defaultExpiry(givenOn: consent.date)
        let over = Instant(expiry, offsetMinutes: signature.offsetMinutes)
        return try Bool.fetchOne(
            cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM audit
                      WHERE action IN ('show', 'search') AND journal = ? AND at >= ?
                        AND id > coalesce((SELECT max(a.id) FROM audit a WHERE a.personId = ?
                          AND a.rowId = ? AND a.action = 'create'), 0))
                    """),
            arguments: [signature.journal, over.iso, consent.personId, consent.id]) ?? true
    }
}

/// With whom something is shared, as texts are compared.
enum Recipient {
    /// What is the same for two spellings of one name; `nil` for nothing.
    static func key(_ name: String) -> String? {
        let key = SearchFold.fold(name).filter { !$0.isWhitespace }
        return key.isEmpty ? nil : key
    }
}
