import GRDB

/// A broken glass that waits for review.
public struct GlassLine: Equatable, Sendable {
    /// The break-glass record.
    public let id: String
    /// The code of whose record was opened; `nil` when it has been sealed since.
    public let personCode: String?
    /// Who opened it, by the name shown.
    public let who: String
    /// In which role.
    public let role: Role
    /// Why, in her words.
    public let reason: String
    /// When.
    public let at: Instant
    /// By when it is to be reviewed; then the user cannot break a glass until it is.
    public let reviewBy: Instant
}

extension HomesStore {
    /// Opens one record that is closed to the signer, to read it for half an hour. The manager of
    /// the woman's home sees it at her next sign-in and reviews it within 72 hours.
    ///
    /// - Parameters:
    ///   - personCode: Whose record, by its code.
    ///   - reason: At least 20 characters, counted without blanks around them.
    ///   - proof: That the signer has just typed her own password.
    /// - Throws: `refused`: `roleMayNot`, `passwordNeeded`, `glassReason`, `glassSuspended` while
    ///   an earlier one waits for its review for more than 72 hours; `noSuchRecord` for nobody, a
    ///   sealed record and one out of reach alike; `notAllowed` for one that is open to her anyway.
    @discardableResult
    public func breakGlass(
        personCode: String, reason: String, proof: PasswordProof, by signature: Signature
    ) throws(StoreError) -> GlassBreak {
        try perform(.breakGlass, signature) { op in
            guard Policy.mayEver(signature.role, .breakGlass) else {
                throw AccessDenied(answer: .refused(.roleMayNot), action: .breakGlass)
            }
            guard proof.userId == signature.userId, proof.holds(at: signature.at) else {
                throw StoreError.refused(.passwordNeeded)
            }
            let reason = EntryText.halfWidth(reason).nfc
            guard reason.count >= GlassBreak.leastReason else {
                throw StoreError.refused(.glassReason)
            }
            if try op.db.isGlassSuspended(signature) {
                throw StoreError.refused(.glassSuspended)
            }
            let person = try op.db.personToOpen(personCode, signature)
            var record = GlassBreak()
            record.userId = signature.userId
            record.personId = person.id
            record.homeId = person.homeId
            record.reason = reason
            record.at = signature.at
            record.until = signature.at.adding(seconds: GlassBreak.lifetime)
            let saved = try op.insert(record, about: person.id)
            try op.journal(
                .breakGlass, Person.table, person.id, about: person.id, reason: reason)
            return saved
        }
    }

    /// What was opened under broken glass in a home and is not reviewed yet, the oldest first.
    ///
    /// - Throws: `refused(.roleMayNot)`; `noSuchRecord` for another home.
    public func glassToReview(
        homeId: String, by signature: Signature
    ) throws(StoreError) -> [GlassLine] {
        try read(.reviewGlass, at: homeId, by: signature) { db in
            try db.glassToReview(homeId: homeId)
        }
    }

    /// Writes down what the manager found.
    ///
    /// - Throws: `refused`: `roleMayNot`, `glassReviewed`, `needsTwoPersons` for her own,
    ///   `reasonMissing` when there was no good reason and no note says more; `noSuchRecord` for
    ///   another home's and for none.
    @discardableResult
    public func reviewBreakGlass(
        _ id: String, finding: GlassFinding, note: String? = nil, by signature: Signature
    ) throws(StoreError) -> GlassBreak {
        try perform(.reviewGlass, signature) { op in
            let stored = try op.db.fetch(GlassBreak.self, id: id)
            try op.db.require(.reviewGlass, at: stored?.homeId ?? "", signature)
            guard var record = stored else { throw StoreError.noSuchRecord }
            guard record.reviewedAt == nil else { throw StoreError.refused(.glassReviewed) }
            guard record.userId != signature.userId else {
                throw StoreError.refused(.needsTwoPersons)
            }
            let note = note.map { EntryText.halfWidth($0).nfc }
            guard finding == .justified || note?.isEmpty == false else {
                throw StoreError.refused(.reasonMissing)
            }
            record.reviewedBy = signature.userId
            record.reviewedAt = signature.at
            record.reviewFinding = finding
            record.reviewNote = note?.isEmpty == false ? note : nil
            return try op.update(record, about: record.personId)
        }
    }
}

/// What breaking the glass may answer.
private enum GlassWords {
    static let isOpen = Phrase(
        "This record is open to you. Choose it in the list.", "您可直接查看此档案。请在列表中选择。")
}

extension Database {
    /// Until when the signer may read a record because she has broken the glass; `nil` when she
    /// has not, or no longer.
    func glassUntil(of personId: String, _ signature: Signature) throws -> Instant? {
        let until = try String.fetchOne(
            cachedStatement(
                sql: """
                    SELECT max(until) FROM glassBreak
                    WHERE userId = ? AND personId = ? AND at <= ? AND until > ?
                      AND voidedAt IS NULL
                    """),
            arguments: [signature.userId, personId, signature.at.iso, signature.at.iso])
        return until.flatMap { Instant(iso: $0) }
    }

    /// Whether a glass that the signer broke waits for its review for too long.
    fileprivate func isGlassSuspended(_ signature: Signature) throws -> Bool {
        let last = signature.at.adding(seconds: -GlassBreak.reviewWithin)
        return try Bool.fetchOne(
            self,
            sql: """
                SELECT EXISTS (SELECT 1 FROM glassBreak
                  WHERE userId = ? AND reviewedAt IS NULL AND at < ? AND voidedAt IS NULL)
                """, arguments: [signature.userId, last.iso]) ?? false
    }

    /// The person of a code, if her record may be opened under glass.
    fileprivate func personToOpen(_ code: String, _ signature: Signature) throws -> Person {
        let code = EntryText.halfWidth(code).uppercased()
        let person = try fetchValid(Person.self, "personCode = ?", [code]).first
        let denied = AccessDenied(
            answer: .noSuchRecord, action: .breakGlass, table: Person.table, rowId: person?.id,
            personId: person?.id)
        guard let person, person.sealedAt == nil else { throw denied }
        let relation = signature.relation(
            to: person.homeId, try assignment(of: person.id, to: signature.userId))
        if Policy.grant(signature.role, .openRecord, relation) == .yes {
            throw StoreError.notAllowed(GlassWords.isOpen)
        }
        guard Policy.grant(signature.role, .breakGlass, relation) == .yes else { throw denied }
        return person
    }

    /// What waits for review in a home.
    func glassToReview(homeId: String) throws -> [GlassLine] {
        let rows = try Row.fetchAll(
            cachedStatement(
                sql: """
                    SELECT g.id, CASE WHEN p.sealedAt IS NULL THEN p.personCode END,
                      u.displayName, u.role, g.reason, g.at
                    FROM glassBreak g JOIN person p ON p.id = g.personId
                      JOIN user u ON u.id = g.userId
                    WHERE g.homeId = ? AND g.reviewedAt IS NULL AND g.voidedAt IS NULL
                    ORDER BY g.at, g.id
                    """), arguments: [homeId])
        return try rows.map { row in
            guard let at = Instant(iso: row[5]) else { throw StoreError.damaged }
            return GlassLine(
                id: row[0], personCode: row[1], who: row[2], role: try row.code(3),
                reason: row[4], at: at,
                reviewBy: at.adding(seconds: GlassBreak.reviewWithin))
        }
    }
}
