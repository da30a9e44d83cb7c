import GRDB

/// Why failed checks are set aside, and by whom beside the signer.
public struct PlacementOverride: Equatable, Sendable {
    /// At least 20 characters.
    public var reason: String
    /// The supervisor's password, typed just now; `nil` before it is asked for.
    public var second: PasswordProof?

    /// How many characters a reason has at least.
    public static let leastReason = 20

    /// A written override.
    public init(reason: String, second: PasswordProof?) {
        self.reason = reason
        self.second = second
    }
}

/// What ending a placement left to do.
public struct EndedPlacement: Equatable, Sendable {
    /// The placement.
    public let placement: Placement
    /// Follow-ups that stay due: how she is matters after the job, too.
    public let followUpsStillDue: [FollowUp]
}

extension HomesStore {
    /// Starts a woman in a job: judges the offer for her, keeps every check, and plans the
    /// follow-ups of day 3, 7, 30, 90 and 180.
    ///
    /// FAIL on L1, L2, L7 or L8 stops it for everybody; any other FAIL needs an override.
    ///
    /// - Throws: `noSuchRecord`; `notAllowed` with the rules and their articles;
    ///   `refused`: `roleMayNot`, `startFarAway`, `startBeforeOffer`, `contractInFuture`,
    ///   `negativeAmount`, `placementOverlap`, `overrideNeedsReason`, `needsTwoPersons` unless the
    ///   second is somebody else who may confirm it.
    @discardableResult
    public func startPlacement(
        _ placement: Placement, override: PlacementOverride? = nil, by signature: Signature
    ) throws(StoreError) -> Placement {
        try perform(.startPlacement, signature) { operation in
            let person = try operation.db.own(
                Person.self, placement.personId, signature, for: .placeHer)
            let offer = try operation.db.existing(JobOffer.self, placement.offerId)
            let employer = try operation.db.existing(Employer.self, offer.employerId)
            guard try operation.mayStart(person, on: placement.startDate) else {
                throw StoreError.refused(.startFarAway)
            }
            guard placement.startDate >= offer.offeredOn else {
                throw StoreError.refused(.startBeforeOffer)
            }
            try operation.check(placement)
            let findings = try operation.db.judge(
                offer, for: person, startDate: placement.startDate, introducedOn: operation.today,
                contractSignedOn: placement.contractSignedOn,
                ledgerComplete: placement.ledgerComplete)
            var record = placement
            record.homeId = person.homeId
            record.endDate = nil
            record.endReason = nil
            record.employerStatusAtStart = employer.approvedStatus
            try operation.apply(override, to: &record, findings, of: employer)
            let saved = try operation.insert(record, about: person.id)
            try operation.keep(findings, of: saved)
            var plan = FollowUp()
            plan.personId = person.id
            plan.homeId = person.homeId
            plan.placementId = saved.id
            _ = try operation.planFollowUps(
                FollowUpSchedule.due(afterPlacementStart: saved.startDate), of: plan)
            try operation.syncCheckIns(ofPerson: person.id)
            return saved
        }
    }

    /// Ends a placement. Follow-ups that are not done stay due, and are named.
    ///
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `placementEnded`, `dateInFuture`,
    ///   `invalidValue` for a day before the start.
    @discardableResult
    public func endPlacement(
        _ id: String, on endDate: CivilDate, reason: PlacementEndReason, by signature: Signature
    ) throws(StoreError) -> EndedPlacement {
        try perform(.endPlacement, signature) { operation in
            var record = try operation.db.own(Placement.self, id, signature, for: .placeHer)
            guard record.endDate == nil else { throw StoreError.refused(.placementEnded) }
            guard endDate <= operation.today else { throw StoreError.refused(.dateInFuture) }
            guard endDate >= record.startDate else { throw StoreError.refused(.invalidValue) }
            record.endDate = endDate
            record.endReason = reason
            let saved = try operation.update(record, about: record.personId)
            let due = try operation.db.fetchValid(
                FollowUp.self, "placementId = ? AND doneOn IS NULL", [id], order: "dueOn, id")
            return EndedPlacement(placement: saved, followUpsStillDue: due)
        }
    }

    /// Saves what else is recorded about a placement: contract, wage, hours, kind of employment,
    /// ledger. The checks of the written contract (L10) and of the ledger (L21) that were kept with
    /// it are judged again when their answer changes; a FAIL stands there as evidence, and ends
    /// nothing.
    ///
    /// - Throws: `noSuchRecord`, `changedMeanwhile`; `refused`: `roleMayNot`, `contractInFuture`,
    ///   `negativeAmount`.
    @discardableResult
    public func editPlacement(
        _ placement: Placement, by signature: Signature
    ) throws(StoreError) -> Placement {
        try perform(.editRecord, signature) { operation in
            var record = try operation.db.own(
                Placement.self, placement.id, signature, for: .placeHer)
            let before = record
            record.stamp = placement.stamp
            record.contractSignedOn = placement.contractSignedOn
            record.contractCopyHeld = placement.contractCopyHeld
            record.wageYuanAtStart = placement.wageYuanAtStart
            record.hoursPerDayAtStart = placement.hoursPerDayAtStart
            record.employmentType = placement.employmentType
            record.ledgerComplete = placement.ledgerComplete
            try operation.check(record)
            let saved = try operation.update(record, about: record.personId)
            var changed: Set<RuleCode> = []
            if before.contractSignedOn != saved.contractSignedOn { changed.insert(.L10) }
            if before.ledgerComplete != saved.ledgerComplete { changed.insert(.L21) }
            try operation.judgeAgain(saved, changed)
            return saved
        }
    }
}

extension Operation {
    /// What no placement says: a contract signed on a day that has not come, a wage below nought.
    fileprivate func check(_ placement: Placement) throws {
        guard placement.contractSignedOn.map({ $0 <= today }) ?? true else {
            throw StoreError.refused(.contractInFuture)
        }
        guard placement.wageYuanAtStart ?? 0 >= 0 else {
            throw StoreError.refused(.negativeAmount)
        }
    }

    /// Whether a start lies near enough to be meant: at most a year ahead, and at most a month
    /// before her first case was registered. A woman may come to the home in the first weeks of a
    /// job, while its written contract can still be had (L10); what began before was never the
    /// home's placement, and calls about it would be overdue from the first day.
    fileprivate func mayStart(_ person: Person, on date: CivilDate) throws -> Bool {
        let registered = try db.fetchValid(
            Case.self, "personId = ?", [person.id], order: "registrationDate, id"
        ).first?.registrationDate
        return date <= today.adding(months: 12)
            && date >= (registered ?? today).adding(months: -1)
    }

    /// Refuses what nobody may set aside, and writes down who set aside the rest.
    fileprivate mutating func apply(
        _ override: PlacementOverride?, to placement: inout Placement,
        _ findings: [OfferFinding], of employer: Employer
    ) throws {
        placement.overrideReason = nil
        placement.overrideBy = nil
        placement.overrideSecondBy = nil
        placement.overrideOn = nil
        let blocking = OfferRules.blocksPlacement(findings)
        guard blocking.isEmpty else {
            throw StoreError.notAllowed(
                Phrase("Nobody may be placed on this offer. ", "此招工信息不得安排任何人就业。")
                    + blocking.cited)
        }
        let failed = OfferRules.needsOverride(findings)
        guard !failed.isEmpty || employer.needsOverride else { return }
        guard let override else {
            let cited = failed.isEmpty ? Phrase("", "") : failed.cited
            throw StoreError.notAllowed(
                Phrase(
                    "The home manager and a supervisor have to set these aside in writing. ",
                    "须由之家负责人与督导两人书面放行。")
                    + (employer.needsOverride ? employer.notApproved : Phrase("", "")) + cited)
        }
        let reason = EntryText.halfWidth(override.reason).nfc
        guard reason.count >= PlacementOverride.leastReason else {
            throw StoreError.refused(.overrideNeedsReason)
        }
        try db.require(.setAsideChecks, at: signature.homeId, signature)
        try confirm(
            by: override.second, .confirmSetAside, at: signature.homeId, about: placement.personId)
        placement.overrideReason = reason
        placement.overrideBy = signature.userId
        placement.overrideSecondBy = override.second?.userId
        placement.overrideOn = today
    }

    /// Judges rules again whose answers changed after the start, and keeps what they say now.
    fileprivate mutating func judgeAgain(
        _ placement: Placement, _ codes: Set<RuleCode>
    ) throws {
        guard !codes.isEmpty, let offer = try db.fetch(JobOffer.self, id: placement.offerId) else {
            return
        }
        let findings = try db.judge(
            offer, for: try db.fetch(Person.self, id: placement.personId),
            startDate: placement.startDate, introducedOn: today,
            contractSignedOn: placement.contractSignedOn, ledgerComplete: placement.ledgerComplete)
        for var check in try db.fetchValid(OfferCheck.self, "placementId = ?", [placement.id]) {
            guard let code = RuleCode(rawValue: check.ruleCode), codes.contains(code),
                let finding = findings.first(where: { $0.code == code }),
                let outcome = finding.outcome
            else { continue }
            check.verdict = outcome
            check.evidence = finding.evidence.kept
            check.checkedOn = today
            try update(check, about: placement.personId)
        }
    }

    /// Keeps what every rule in force said, with the placement.
    fileprivate mutating func keep(_ findings: [OfferFinding], of placement: Placement) throws {
        for finding in findings {
            guard let outcome = finding.outcome else { continue }
            var check = OfferCheck()
            check.placementId = placement.id
            check.offerId = placement.offerId
            check.ruleCode = finding.code.rawValue
            check.verdict = outcome
            check.article = finding.article.kept
            check.effectiveFrom = finding.effectiveFrom
            check.evidence = finding.evidence.kept
            check.checkedOn = today
            try insert(check, about: placement.personId)
        }
    }
}

extension ApprovedStatus {
    /// Whether two persons have to set aside that an employer has it.
    public var needsOverride: Bool { self != .approved }
}

extension Employer {
    /// Whether two persons have to set aside that it was not approved.
    public var needsOverride: Bool { approvedStatus.needsOverride }

    /// Why, in a sentence.
    public var notApproved: Phrase {
        Phrase("The employer is not approved: ", "用人单位未获批准：") + approvedStatus.label
            + Phrase(". ", "。")
    }
}

extension [OfferFinding] {
    /// Each rule with its article, in both languages.
    fileprivate var cited: Phrase {
        let parts = map { finding in
            Phrase("\(finding.code.rawValue) ", "\(finding.code.rawValue) ") + finding.title
                + Phrase(" (", "（") + finding.article + Phrase(")", "）")
        }
        return Phrase.joined(parts, with: .semicolon) + Phrase(".", "。")
    }
}

extension Phrase {
    private static let languageMark = " / "

    /// Both languages in one text: what a check said is kept for readers of either.
    var kept: String { english + Phrase.languageMark + chinese }

    /// A text that was kept in both languages; any other is the same in both.
    public init(kept text: String) {
        let characters = Array(text)
        let mark = Array(Phrase.languageMark)
        let at = characters.indices.last { index in
            characters[index...].starts(with: mark)
        }
        guard let at else {
            self.init(verbatim: text)
            return
        }
        self.init(
            String(characters[..<at]), String(characters[(at + mark.count)...]))
    }
}

extension OfferCheck {
    /// The article, in both languages.
    public var articlePhrase: Phrase { Phrase(kept: article) }
    /// What the verdict rests on, in both languages.
    public var evidencePhrase: Phrase { Phrase(kept: evidence ?? "") }
}
