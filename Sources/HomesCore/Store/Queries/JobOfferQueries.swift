import GRDB

/// An offer in a list, judged without a person by the law in force on its date.
public struct OfferRow: Equatable, Sendable {
    /// The offer.
    public let offer: JobOffer
    /// The employer's name.
    public let employer: String
    /// What checking the employer came to.
    public let employerStatus: ApprovedStatus
    /// How many rules it breaks.
    public let failed: Int
    /// Whether one of them stops every placement (L7, L8, or L1 and L2 by its least age).
    public let isBlocked: Bool
    /// How many questions are still to be asked.
    public let questions: Int
}

extension HomesStore {
    /// How many offers a list shows at once; a text finds the others.
    public static let offersListed = 100

    /// Offers, the latest first: one employer's or all.
    ///
    /// - Parameters:
    ///   - openOnly: Leaves out those whose closing day has passed.
    ///   - text: Words of employer, work or day, in any order: Chinese, pinyin or initials; empty
    ///     for all.
    ///   - wanted: An offer that is among them in any case.
    ///   - limit: How many at most.
    /// - Throws: `refused(.roleMayNot)`.
    public func offers(
        employerId: String? = nil, openOnly: Bool = false, matching text: String = "",
        including wanted: String? = nil, limit: Int = HomesStore.offersListed,
        by signature: Signature
    ) throws(StoreError) -> [OfferRow] {
        try read(.seeEmployers, at: nil, by: signature) { db in
            var ids = try db.offerIds(
                employerId: employerId, openOnly: openOnly, matching: text, limit: limit,
                on: signature.today)
            if let wanted, !ids.contains(wanted) { ids.append(wanted) }
            let wages = try db.minimumWages()
            var employers: [String: Employer] = [:]
            return try ids.compactMap { id in
                guard let offer = try db.fetch(JobOffer.self, id: id), !offer.stamp.isVoided,
                    let employer = try employers[offer.employerId]
                        ?? db.fetch(Employer.self, id: offer.employerId)
                else { return nil }
                employers[employer.id] = employer
                let facts = OfferFacts(
                    offer: offer, employer: employer,
                    minimumWage: wages.found(
                        at: offer.countyCode, zone: offer.wageZone, on: offer.offeredOn))
                let findings = OfferRules.judge(facts, on: offer.offeredOn)
                return OfferRow(
                    offer: offer, employer: employer.org_Name,
                    employerStatus: employer.approvedStatus,
                    failed: findings.count { $0.outcome == .fail },
                    isBlocked: findings.contains(where: \.blocksPlacement),
                    questions: OfferRules.questions(findings).count)
            }
        }
    }

    /// One offer.
    ///
    /// - Throws: `noSuchRecord`; `refused(.roleMayNot)`.
    public func offer(_ id: String, by signature: Signature) throws(StoreError) -> JobOffer {
        try read(.seeEmployers, at: nil, by: signature) { try $0.existing(JobOffer.self, id) }
    }

    /// Judges an offer by the law in force on its date, for a woman when one is named by that of
    /// the day on which she starts (`OfferRules.lawDate`), and what protects whoever is introduced
    /// by today's as well. Her journal gets an entry, because the answer says something about her
    /// age and her papers.
    ///
    /// - Parameters:
    ///   - startDate: When she would start; `nil` while that is open.
    ///   - contractSignedOn: When the contract was signed, if it was.
    ///   - ledgerComplete: Whether the home's ledger of this introduction is complete.
    /// - Throws: `noSuchRecord`; `refused(.roleMayNot)`.
    public func checkOffer(
        _ offerId: String, personId: String? = nil, startDate: CivilDate? = nil,
        contractSignedOn: CivilDate? = nil, ledgerComplete: YesNo = .notCollected,
        by signature: Signature
    ) throws(StoreError) -> [OfferFinding] {
        if let personId {
            try perform(.checkOffer, signature) { operation in
                try operation.db.require(.seeEmployers, at: nil, signature)
                _ = try operation.db.own(Person.self, personId, signature, for: .placeHer)
                try operation.journal(.show, JobOffer.table, offerId, about: personId)
            }
        }
        return try read(.seeEmployers, at: nil, by: signature) { db in
            let offer = try db.existing(JobOffer.self, offerId)
            let person = try personId.map {
                try db.own(Person.self, $0, signature, for: .placeHer)
            }
            return try db.judge(
                offer, for: person, startDate: startDate, introducedOn: signature.today,
                contractSignedOn: contractSignedOn, ledgerComplete: ledgerComplete)
        }
    }
}

/// An offer with its checks, its pay and what is still to be asked.
public struct OfferPage: Equatable, Sendable {
    /// The offer.
    public let offer: JobOffer
    /// Who makes it.
    public let employer: Employer
    /// One finding a rule, judged for nobody in particular.
    public let findings: [OfferFinding]
    /// What an hour brings, beside the minimum wage of the place.
    public let pay: PayAnHour
    /// What is still to be asked.
    public let questions: [OfferQuestion]
}

extension HomesStore {
    /// An offer with its checks, its pay and what is still to be asked.
    ///
    /// - Throws: `noSuchRecord`; `refused(.roleMayNot)`.
    public func offerPage(_ id: String, by signature: Signature) throws(StoreError) -> OfferPage {
        try read(.seeEmployers, at: nil, by: signature) { db in
            let offer = try db.existing(JobOffer.self, id)
            let employer = try db.existing(Employer.self, offer.employerId)
            return try db.offerPage(offer, employer, today: signature.today)
        }
    }

    /// As `offerPage`, of an offer that is still being typed.
    ///
    /// - Throws: `noSuchRecord` without the employer; `refused(.roleMayNot)`.
    public func draftPage(
        of offer: JobOffer, by signature: Signature
    ) throws(StoreError) -> OfferPage {
        try read(.seeEmployers, at: nil, by: signature) { db in
            let employer = try db.existing(Employer.self, offer.employerId)
            return try db.offerPage(offer, employer, today: signature.today)
        }
    }
}

extension OfferFacts {
    /// The facts of an offer as recorded, for a woman when there is one.
    ///
    /// - Parameter minimumWage: That of the place of work on the offer's date.
    init(
        offer: JobOffer, employer: Employer, person: Person? = nil, startDate: CivilDate? = nil,
        minimumWage: MinimumWages.Found
    ) {
        let birthdate = person?.birthdate
        self.init(
            offer: offer, employer: employer, birthdate: birthdate, startDate: startDate)
        idHeldBy = person?.idHeldBy
        self.minimumWage = minimumWage
    }
}

extension Database {
    /// The offers of a list, the latest first; it stops when it has as many as are shown.
    fileprivate func offerIds(
        employerId: String?, openOnly: Bool, matching text: String, limit: Int, on today: CivilDate
    ) throws -> [String] {
        let query = SearchQuery(text)
        var condition = "o.voidedAt IS NULL"
        var arguments: StatementArguments = []
        if openOnly {
            condition += " AND (o.closesOn IS NULL OR o.closesOn >= ?)"
            arguments += [today.iso]
        }
        if let employerId {
            condition += " AND o.employerId = ?"
            arguments += [employerId]
        }
        guard !query.isEmpty else {
            return try String.fetchAll(
                cachedStatement(
                    sql: """
                        SELECT o.id FROM jobOffer o WHERE \(condition)
                        ORDER BY o.offeredOn DESC, o.id DESC LIMIT \(max(0, limit))
                        """), arguments: arguments)
        }
        var works: [String: String] = [:]
        var ids: [String] = []
        let rows = try Row.fetchCursor(
            cachedStatement(
                sql: """
                    SELECT o.id, e.searchKey, o.occupation, o.offeredOn
                    FROM jobOffer o JOIN employer e ON e.id = o.employerId WHERE \(condition)
                    ORDER BY o.offeredOn DESC, o.id DESC
                    """), arguments: arguments)
        while ids.count < limit, let row = try rows.next() {
            let occupation: String = row[2]
            let work = works[occupation] ?? JobOffer.workKey(occupation)
            works[occupation] = work
            let key = (row[1] as String) + work + SearchKey.make(names: [], codes: [row[3]])
            if query.matches(key) { ids.append(row[0]) }
        }
        return ids
    }

    func minimumWages() throws -> MinimumWages {
        MinimumWages(rows: try fetchValid(MinimumWage.self))
    }

    /// One finding a rule, by the law in force on `OfferRules.lawDate`.
    ///
    /// - Parameter introducedOn: The day of the introduction, today: its law binds the home, and
    ///   she is as old as then or as at the start, whichever is less.
    func judge(
        _ offer: JobOffer, for person: Person?, startDate: CivilDate?, introducedOn: CivilDate,
        contractSignedOn: CivilDate? = nil, ledgerComplete: YesNo = .notCollected
    ) throws -> [OfferFinding] {
        let employer = try existing(Employer.self, offer.employerId)
        let date = OfferRules.lawDate(offeredOn: offer.offeredOn, startDate: startDate)
        var facts = OfferFacts(
            offer: offer, employer: employer, person: person, startDate: startDate,
            minimumWage: try minimumWages().found(
                at: offer.countyCode, zone: offer.wageZone, on: date))
        facts.introducedOn = startDate.map { min($0, introducedOn) } ?? introducedOn
        facts.contractSignedOn = contractSignedOn
        facts.ledgerComplete = ledgerComplete
        return OfferRules.judge(
            facts, on: date, introduction: person == nil ? nil : introducedOn)
    }

    /// Everything about an offer, judged for nobody in particular by the law of its date.
    fileprivate func offerPage(
        _ offer: JobOffer, _ employer: Employer, today: CivilDate
    ) throws -> OfferPage {
        let minimum = try minimumWages().found(
            at: offer.countyCode, zone: offer.wageZone, on: offer.offeredOn)
        var facts = OfferFacts(offer: offer, employer: employer, minimumWage: minimum)
        facts.introducedOn = today
        let findings = OfferRules.judge(facts, on: offer.offeredOn)
        return OfferPage(
            offer: offer, employer: employer, findings: findings,
            pay: PayAnHour(offer, minimum: minimum, on: offer.offeredOn),
            questions: OfferRules.openQuestions(facts, findings))
    }
}

extension JobOffer {
    /// What the work of a code of the list `occupations` is found by.
    fileprivate static func workKey(_ occupation: String) -> String {
        let kind = JobOffer.field("occupation")?.kind ?? .text(limit: 60)
        let value = StoredValue.text(occupation)
        return SearchKey.make(
            names: [
                FieldText.shown(value, kind, .chinese), FieldText.shown(value, kind, .english),
            ])
    }
}
