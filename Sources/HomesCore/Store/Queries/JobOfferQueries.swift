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
    /// Offers, the latest first: one employer's or all.
    ///
    /// - Parameter openOnly: Leaves out those whose closing day has passed.
    /// - Throws: `refused(.roleMayNot)`.
    public func offers(
        employerId: String? = nil, openOnly: Bool = false, by signature: Signature
    ) throws(StoreError) -> [OfferRow] {
        try read(.seeEmployers, at: nil, by: signature) { db in
            var condition = openOnly ? "(closesOn IS NULL OR closesOn >= ?)" : "? IS NOT NULL"
            var arguments: StatementArguments = [signature.today.iso]
            if let employerId {
                condition += " AND employerId = ?"
                arguments += [employerId]
            }
            let offers = try db.fetchValid(
                JobOffer.self, condition, arguments, order: "offeredOn DESC, id DESC")
            let employers = Dictionary(
                try db.fetchAll(Employer.self, "1").map { ($0.id, $0) },
                uniquingKeysWith: { first, _ in first })
            let wages = try db.minimumWages()
            return offers.compactMap { offer in
                guard let employer = employers[offer.employerId] else { return nil }
                let facts = OfferFacts(
                    offer: offer, employer: employer,
                    minimumWage: wages.lowest(at: offer.countyCode, on: offer.offeredOn))
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

    /// Judges an offer that is still being typed, for nobody in particular.
    ///
    /// - Throws: `noSuchRecord` without the employer; `refused(.roleMayNot)`.
    public func checkDraft(
        of offer: JobOffer, by signature: Signature
    ) throws(StoreError) -> [OfferFinding] {
        try read(.seeEmployers, at: nil, by: signature) { db in
            try db.judge(offer, for: nil, startDate: nil, introducedOn: signature.today)
        }
    }
}

extension OfferFacts {
    /// The facts of an offer as recorded, for a woman when there is one.
    ///
    /// - Parameter minimumWage: The least of the place of work on the offer's date.
    init(
        offer: JobOffer, employer: Employer, person: Person? = nil, startDate: CivilDate? = nil,
        minimumWage: MinimumWages.Lowest
    ) {
        let birthdate = person?.birthdate
        self.init(
            offer: offer, employer: employer, birthdate: birthdate, startDate: startDate)
        idHeldBy = person?.idHeldBy
        minimumMonthlyYuan = minimumWage.monthlyYuan
        minimumHourlyFen = minimumWage.hourlyFen
    }
}

/// The programme's table of minimum wages.
struct MinimumWages {
    /// The least a province pays anywhere: what lies below it is below every zone's.
    struct Lowest: Equatable {
        var monthlyYuan: Int?
        var hourlyFen: Int?
    }

    let rows: [MinimumWage]

    /// The least in force on a date in the province of a county; empty where the table is.
    func lowest(at countyCode: String?, on date: CivilDate) -> Lowest {
        guard let countyCode, countyCode.utf8.count == 6 else { return Lowest() }
        let province = countyCode.prefix(2) + "0000"
        var inForce: [String: MinimumWage] = [:]
        for row in rows where row.provinceCode == province && row.validFrom <= date {
            if let known = inForce[row.zone], known.validFrom > row.validFrom { continue }
            inForce[row.zone] = row
        }
        return Lowest(
            monthlyYuan: inForce.values.compactMap(\.monthlyYuan).min(),
            hourlyFen: inForce.values.compactMap(\.hourlyFen).min())
    }
}

extension Database {
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
            minimumWage: try minimumWages().lowest(at: offer.countyCode, on: date))
        facts.introducedOn = startDate.map { min($0, introducedOn) } ?? introducedOn
        facts.contractSignedOn = contractSignedOn
        facts.ledgerComplete = ledgerComplete
        return OfferRules.judge(
            facts, on: date, introduction: person == nil ? nil : introducedOn)
    }
}
