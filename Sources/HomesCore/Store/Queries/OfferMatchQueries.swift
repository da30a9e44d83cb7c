import GRDB

/// Open offers for a woman, the nearest to her home first, with the reasons for and against.
public struct WomansOffers: Equatable, Sendable {
    /// Her code.
    public let personCode: String
    /// Why there is none, whatever is open.
    public let whyNot: Phrase?
    /// The offers looked at: by distance, then the latest.
    public let offers: [WomansOffer]
    /// How many more are open.
    public let more: Int
}

/// An offer for a woman.
public struct WomansOffer: Equatable, Sendable {
    /// The offer, its employer, checks and pay.
    public let matched: MatchedOffer
    /// How near it is to her home county.
    public let nearness: Nearness
    /// The reasons.
    public let reasons: [MatchReason]
}

/// The women of a home for whom work is looked for, and an offer.
public struct OfferCandidates: Equatable, Sendable {
    /// The offer.
    public let offer: JobOffer
    /// Who makes it.
    public let employer: Employer
    /// The women, by code.
    public let rows: [OfferCandidate]
}

/// A woman who may be told of an offer.
public struct OfferCandidate: Equatable, Sendable {
    /// Her record.
    public let personId: String
    /// Her code.
    public let personCode: String
    /// Why work is looked for.
    public let wishes: [WorkWish]
    /// Why she is not offered anything.
    public let whyNot: Phrase?
    /// How near the work is to her home county.
    public let nearness: Nearness
    /// The reasons; none when she is not offered anything.
    public let reasons: [MatchReason]
}

extension HomesStore {
    /// How many offers are looked at for a woman at once.
    public static let offersAtOnce = 50

    /// Open offers for a woman, each judged as if she began today. Her journal gets an entry first:
    /// the answer says something about her age, her county and her skills.
    ///
    /// - Parameter limit: How many, the nearest to her home county first, then the latest.
    /// - Throws: as a placement of hers would: `noSuchRecord`; `refused(.roleMayNot)`,
    ///   `refused(.caseIsClosed)`.
    public func offersFor(
        personId: String, limit: Int = HomesStore.offersAtOnce, by signature: Signature
    ) throws(StoreError) -> WomansOffers {
        try perform(.matchWork, signature) { op in
            try op.db.require(.seeEmployers, at: nil, signature)
            _ = try op.db.own(Person.self, personId, signature, for: .placeHer)
            try op.journal(.show, Person.table, personId, about: personId, field: "work")
        }
        return try read(by: signature) { db in
            let person = try db.own(Person.self, personId, signature, for: .placeHer)
            return try db.offers(for: person, limit: limit, signature)
        }
    }

    /// The women of a home who ask for work or are ready for it, and an offer: by code, with the
    /// reasons. Each woman's journal gets an entry first.
    ///
    /// - Throws: `noSuchRecord` for another home or no offer; `refused(.roleMayNot)`.
    public func candidates(
        offerId: String, homeId: String, by signature: Signature
    ) throws(StoreError) -> OfferCandidates {
        let seekers = try read(.seePlacements, at: homeId, by: signature) { db in
            try db.require(.seeEmployers, at: nil, signature)
            return try db.seekers(homeId: homeId, signature)
        }
        try noteLook(
            at: .candidates, of: homeId, persons: seekers.map(\.person.id), by: signature)
        return try read(.seePlacements, at: homeId, by: signature) { db in
            try db.candidates(offerId: offerId, seekers, signature)
        }
    }
}

/// A woman for whom work is looked for.
private struct Seeker {
    let person: Person
    let wishes: [WorkWish]
}

extension Database {
    // MARK: For a woman

    fileprivate func offers(
        for person: Person, limit: Int, _ signature: Signature
    ) throws -> WomansOffers {
        let today = signature.today
        let profile = MatchProfile(person)
        if let whyNot = OfferMatching.whyNot(profile.birthdate, on: today) {
            return WomansOffers(
                personCode: person.personCode, whyNot: whyNot, offers: [], more: 0)
        }
        let open = try openOffers(near: profile.county, on: today)
        let chosen = Array(open.prefix(max(0, limit)))
        let judge = try OfferJudge(self, today: today)
        var townsfolk: [String: Townsfolk] = [:]
        let offers = try chosen.compactMap { place -> WomansOffer? in
            guard let matched = try judge.matched(place.id, for: person, self) else { return nil }
            let employerId = matched.employer.id
            let there =
                try townsfolk[employerId]
                ?? self.townsfolk(of: person, at: employerId, signature)
            townsfolk[employerId] = there
            return WomansOffer(
                matched: matched, nearness: place.nearness,
                reasons: OfferMatching.reasons(profile, matched, townsfolk: there, on: today))
        }
        return WomansOffers(
            personCode: person.personCode, whyNot: nil, offers: offers,
            more: max(0, open.count - chosen.count))
    }

    private struct OpenOffer {
        let id: String
        let nearness: Nearness
    }

    /// The offers whose closing day has not passed, by distance, then the latest.
    private func openOffers(near county: String?, on today: CivilDate) throws -> [OpenOffer] {
        var byNearness: [Nearness: [OpenOffer]] = [:]
        try RawCursor.read(
            self,
            """
            SELECT id, countyCode FROM jobOffer
            WHERE voidedAt IS NULL AND (closesOn IS NULL OR closesOn >= ?)
            ORDER BY offeredOn DESC, id DESC
            """, [today.iso]
        ) { row in
            let nearness = Nearness(county, row.optionalText(1))
            byNearness[nearness, default: []].append(
                OpenOffer(id: row.text(0), nearness: nearness))
        }
        return Nearness.allCases.flatMap { byNearness[$0] ?? [] }
    }

    /// Women from her county who work for an employer now: the codes of those of the signer's own
    /// home, and of the others only whether there are any.
    private func townsfolk(
        of person: Person, at employerId: String, _ signature: Signature
    ) throws -> Townsfolk {
        guard let county = person.hukouCounty.text else { return Townsfolk() }
        let rows = try Row.fetchCursor(
            cachedStatement(
                sql: """
                    SELECT w.personCode, w.homeId FROM jobOffer o
                    JOIN placement p ON p.offerId = o.id JOIN person w ON w.id = p.personId
                    WHERE o.employerId = ? AND p.voidedAt IS NULL AND p.endDate IS NULL
                      AND w.hukouCounty = ? AND w.id <> ? AND w.sealedAt IS NULL
                      AND w.voidedAt IS NULL
                    ORDER BY w.personCode
                    """), arguments: [employerId, county, person.id])
        var there = Townsfolk()
        while let row = try rows.next() {
            if row[1] as String == signature.homeId {
                there.codes.append(row[0])
            } else {
                there.hasOthers = true
            }
        }
        return there
    }

    // MARK: For an offer

    fileprivate func candidates(
        offerId: String, _ seekers: [Seeker], _ signature: Signature
    ) throws -> OfferCandidates {
        let today = signature.today
        let judge = try OfferJudge(self, today: today)
        let offer = try existing(JobOffer.self, offerId)
        let employer = try existing(Employer.self, offer.employerId)
        let rows = try seekers.map { seeker -> OfferCandidate in
            let profile = MatchProfile(seeker.person)
            let whyNot = OfferMatching.whyNot(profile.birthdate, on: today)
            var reasons: [MatchReason] = []
            if whyNot == nil {
                let matched = judge.matched(offer, employer, for: seeker.person)
                let there = try townsfolk(of: seeker.person, at: employer.id, signature)
                reasons = OfferMatching.reasons(profile, matched, townsfolk: there, on: today)
            }
            return OfferCandidate(
                personId: seeker.person.id, personCode: seeker.person.personCode,
                wishes: seeker.wishes, whyNot: whyNot,
                nearness: Nearness(profile.county, offer.countyCode), reasons: reasons)
        }
        return OfferCandidates(offer: offer, employer: employer, rows: rows)
    }

    /// The women of a home whose case is open, who are not placed and who ask for work or are ready
    /// for it, by code.
    fileprivate func seekers(homeId: String, _ signature: Signature) throws -> [Seeker] {
        let persons = try fetchValid(
            Person.self,
            """
            homeId = ? AND sealedAt IS NULL AND id IN (SELECT personId FROM "case"
              WHERE homeId = ? AND cas_Status IN ('Active', 'FollowUp') AND voidedAt IS NULL)
              AND id NOT IN (SELECT personId FROM placement
                WHERE homeId = ? AND endDate IS NULL AND voidedAt IS NULL)
            """, [homeId, homeId, homeId], order: "personCode, id")
        return try persons.compactMap { person in
            let wishes = try wishes(person, on: signature.today)
            return wishes.isEmpty ? nil : Seeker(person: person, wishes: wishes)
        }
    }

    private func wishes(_ person: Person, on today: CivilDate) throws -> [WorkWish] {
        var wishes: [WorkWish] = []
        let stay = try fetchValid(
            Stay.self, "personId = ? AND exitDate IS NULL", [person.id], order: "entryDate DESC, id"
        ).first
        // What is written down of a child beside her mother are the mother's needs.
        if let stay, stay.motherStayId == nil, let needs = stay.needs.text,
            WorkWish.namesWork(needs)
        {
            wishes.append(.needsWork)
        }
        guard
            let file = try fetchValid(
                Case.self, "personId = ? AND cas_Status IN ('Active', 'FollowUp')", [person.id],
                order: "registrationDate DESC, id DESC"
            ).first
        else { return wishes }
        if try Bool.fetchOne(
            cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM planGoal WHERE caseId = ? AND spl_Type = ?
                      AND state = 'OPEN' AND voidedAt IS NULL)
                    """), arguments: [file.id, SupportPlanType.livelihood.rawValue]) == true
        {
            wishes.append(.livelihoodGoal)
        }
        let readiness = Readiness(
            topics: Set(try topicCoverage(personId: person.id).keys),
            checklist: try checklist(caseId: file.id).mapValues(\.answer),
            ageInYears: person.birthdate?.years(on: today))
        if readiness.isReady { wishes.append(.ready) }
        return wishes
    }
}

/// Judges many offers with the table of minimum wages read once.
private struct OfferJudge {
    let wages: MinimumWages
    let today: CivilDate

    init(_ db: Database, today: CivilDate) throws {
        wages = try db.minimumWages()
        self.today = today
    }

    func matched(_ offerId: String, for person: Person, _ db: Database) throws -> MatchedOffer? {
        guard let offer = try db.fetch(JobOffer.self, id: offerId),
            let employer = try db.fetch(Employer.self, id: offer.employerId)
        else { return nil }
        return matched(offer, employer, for: person)
    }

    func matched(_ offer: JobOffer, _ employer: Employer, for person: Person) -> MatchedOffer {
        let date = OfferRules.lawDate(offeredOn: offer.offeredOn, startDate: today)
        let minimum = wages.found(at: offer.countyCode, zone: offer.wageZone, on: date)
        var facts = OfferFacts(
            offer: offer, employer: employer, person: person, startDate: today,
            minimumWage: minimum)
        facts.introducedOn = today
        return MatchedOffer(
            offer: offer, employer: employer,
            findings: OfferRules.judge(facts, on: date, introduction: today),
            pay: PayAnHour(offer, minimum: minimum, on: date))
    }
}
