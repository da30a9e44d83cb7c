import HomesCore
import Testing

/// The reasons for and against an offer, in words.
@Suite struct `Matching women and offers` {
    private static let today = "2023-06-20"

    private func her(_ born: String?) throws -> MatchProfile {
        var her = MatchProfile()
        her.birthdate = born.flatMap { Birthdate(stored: $0) }
        her.county = "341226"
        her.language = "cmn"
        her.skills = "缝纫, cooking"
        return her
    }

    private func matched(
        offer change: (inout JobOffer) -> Void = { _ in },
        employer changeEmployer: (inout Employer) -> Void = { _ in },
        facts changeFacts: (inout OfferFacts) -> Void = { _ in }
    ) throws -> MatchedOffer {
        var offer = JobOffer()
        offer.offeredOn = try day(Self.today)
        offer.countyCode = "440113"
        var employer = Employer()
        employer.org_Name = "光明厂"
        employer.approvedStatus = .approved
        employer.approvedOn = try day("2023-05-01")
        employer.dormitory = .yes
        var facts = try lawfulOffer()
        change(&offer)
        changeEmployer(&employer)
        changeFacts(&facts)
        let pay = PayAnHour(offer, minimum: MinimumWages.Found(), on: try day(Self.today))
        return MatchedOffer(
            offer: offer, employer: employer,
            findings: OfferRules.judge(facts, on: try day(Self.today)), pay: pay)
    }

    private func said(
        _ her: MatchProfile, _ offer: MatchedOffer, _ there: Townsfolk = Townsfolk()
    ) throws -> [String] {
        OfferMatching.reasons(her, offer, townsfolk: there, on: try day(Self.today))
            .map { $0.side.label.english + ": " + $0.text.english }
    }

    @Test func `nobody under 16 is offered anything, and it says why`() throws {
        let day = try day(Self.today)
        for (born, isOffered) in [
            ("2007-06-20", true), ("2007-06-21", false), ("2007-06", false), ("2007", false),
            ("2006", true), ("2006-12", true), ("2030", false),
        ] {
            let why = OfferMatching.whyNot(Birthdate(stored: born), on: day)
            #expect((why == nil) == isOffered, "\(born)")
            #expect(try said(her(born), matched()).isEmpty == !isOffered)
        }
        let why = OfferMatching.whyNot(Birthdate(stored: "2008-02-29"), on: day)
        #expect(why?.english.contains("2024-02-29") == true)
        #expect(why?.chinese.contains("《禁止使用童工规定》第七条") == true)
        #expect(OfferMatching.whyNot(nil, on: day)?.english.contains("age is not known") == true)
    }

    @Test func `distance goes by the county's code`() {
        let cases: [(String?, String?, Nearness)] = [
            ("341226", "341226", .sameCounty), ("341226", "341221", .samePrefecture),
            ("341226", "340121", .sameProvince), ("341226", "440113", .otherProvince),
            ("110101", "110228", .samePrefecture), ("500101", "500381", .samePrefecture),
            ("429004", "429005", .sameProvince), ("429004", "429004", .sameCounty),
            (nil, "341226", .unknown), ("341226", nil, .unknown), ("341226", "3412", .unknown),
        ]
        for (home, work, expected) in cases {
            #expect(Nearness(home, work) == expected, "\(home ?? "-") \(work ?? "-")")
        }
    }

    @Test func `what is against comes first, then what to ask, then what is for it`() throws {
        let reasons = OfferMatching.reasons(
            try her("1990-01-01"), try matched(), townsfolk: Townsfolk(), on: try day(Self.today))
        #expect(reasons.map(\.side.rawValue) == reasons.map(\.side.rawValue).sorted())
        #expect(
            reasons.contains { $0.side == .inFavour } && reasons.contains { $0.side == .against })
    }

    @Test func `each thing that counts is said in its own sentence`() throws {
        var there = Townsfolk()
        there.codes = ["AH014-0006"]
        there.hasOthers = true
        let adult = try her("1990-01-01")
        let cases: [(String, MatchedOffer, MatchProfile)] = try [
            ("For: The employer was approved 2023-05-01", matched(), adult),
            ("Against: Work in another province: Panyu District", matched(), adult),
            ("For: The employer has a dormitory", matched(), adult),
            ("For: From her county, there now: AH014-0006", matched(), adult),
            ("For: Women from her county whom other homes placed are there", matched(), adult),
            (
                "Against: The employer is barred: Blacklisted",
                matched(employer: { $0.approvedStatus = .blacklisted }), adult
            ),
            (
                "Against: The employer has not been checked by two persons",
                matched(employer: { $0.approvedStatus = .pending }), adult
            ),
            (
                "Against: L8 fails, nobody may be placed: 300 yuan asked from her",
                matched(facts: { $0.feeAskedYuan = 300 }), adult
            ),
            (
                "Against: L16 fails: 12 hours a day",
                matched(facts: { $0.hoursPerDay = 12 }), adult
            ),
            (
                "Against: L7, look again: Her family holds her ID",
                matched(facts: { $0.idHeldBy = .family }), adult
            ),
            (
                "Ask: Law checks still open: L3",
                matched(facts: { $0.employerChecksId = .notCollected }), adult
            ),
            (
                "For: Work in her own county: Yingshang County",
                matched(offer: { $0.countyCode = "341226" }), adult
            ),
            (
                "Ask: In which county is the work?",
                matched(offer: { $0.countyCode = nil }), adult
            ),
            ("Against: No dormitory", matched(employer: { $0.dormitory = .no }), adult),
            (
                "Ask: Where would she sleep?",
                matched(employer: { $0.dormitory = .notCollected }), adult
            ),
            (
                "Against: 150 yuan a month for bed and board",
                matched(offer: { $0.lodgingYuan = 150 }), adult
            ),
            ("For: She can: 缝纫", matched(offer: { $0.skillsNeeded = "缝纫、焊接" }), adult),
            (
                "Against: Asked for, and not among her skills: 焊接",
                matched(offer: { $0.skillsNeeded = "缝纫、焊接" }), adult
            ),
            (
                "For: They speak Mandarin", matched(offer: { $0.languageNeeded = "cmn" }),
                adult
            ),
            (
                "Against: They speak Cantonese", matched(offer: { $0.languageNeeded = "yue" }),
                adult
            ),
            (
                "Against: The offer asks for 18 years, she is 17",
                matched(offer: { $0.minAge = 18 }), her("2006-02-11")
            ),
            ("Against: 17 y 4 m; juvenile rules until 2024-02-11", matched(), her("2006-02-11")),
        ]
        for (sentence, offer, who) in cases {
            let all = try said(who, offer, there)
            #expect(
                all.contains { $0.hasPrefix(sentence) },
                "\(sentence)\n\(all.joined(separator: "\n"))")
        }
        var unknown = adult
        unknown.skills = nil
        unknown.language = nil
        unknown.county = nil
        let asked = try said(
            unknown,
            matched(offer: { offer in
                offer.skillsNeeded = "焊接"
                offer.languageNeeded = "yue"
            }))
        for question in [
            "Can she do: 焊接?", "Does she speak Cantonese?", "Which is her home county?",
        ] {
            #expect(asked.contains("Ask: " + question), "\(asked)")
        }
        print("sentences of matching tried: \(cases.count + 3)")
    }

    @Test func `what a later law forbids speaks against an offer all the same`() throws {
        var before = try matched()
        var facts = try lawfulOffer()
        facts.feeAskedYuan = 300
        before.findings = OfferRules.judge(facts, on: try day("2007-12-31"))
        let all = try said(her("1980-01-01"), before)
        #expect(
            all.contains("Against: L8, law from 2008-01-01, would fail: 300 yuan asked from her"))
    }

    @Test func `what names work in her own words`() {
        for (needs, names) in [
            ("安全、工作", true), ("想去打工", true), ("a JOB, papers", true), ("Work", true),
            ("就医", false), ("safety", false), ("", false),
        ] {
            #expect(WorkWish.namesWork(needs) == names, "\(needs)")
        }
    }
}

/// Two offers side by side: the better of a fact, and nothing more.
@Suite struct `Offers compared` {
    private func compared(
        _ change: (inout JobOffer) -> Void, _ facts: (inout OfferFacts) -> Void = { _ in }
    ) throws -> OfferComparison {
        var first = JobOffer()
        first.offeredOn = try day("2023-06-20")
        first.wageBasis = .month
        first.wageYuan = 2_000
        first.hoursPerDay = 8
        first.daysPerWeek = 5
        first.feeAskedYuan = 0
        var second = first
        change(&second)
        func side(_ offer: JobOffer, _ facts: OfferFacts) throws -> OfferComparison.Offer {
            OfferComparison.Offer(
                offer: offer, employer: Employer(),
                findings: OfferRules.judge(facts, on: try day("2023-06-20")),
                pay: PayAnHour(offer, minimum: MinimumWages.Found(), on: try day("2023-06-20")))
        }
        var changed = try lawfulOffer()
        facts(&changed)
        return try OfferComparison(side(first, lawfulOffer()), side(second, changed))
    }

    @Test func `the same offer differs in nothing`() throws {
        let same = try compared { _ in }.differing
        #expect(same.rules.isEmpty && same.facts.isEmpty)
    }

    @Test func `a fact says which is better where nobody would doubt it`() throws {
        let all: [(String, OfferComparison.Side?, (inout JobOffer) -> Void)] = [
            ("wageYuan", .second, { $0.wageYuan = 2_100 }),
            ("wageYuan", .first, { $0.wageYuan = 1_900 }),
            ("payAnHour", .second, { $0.wageYuan = 2_100 }),
            ("payAnHour", .first, { $0.lodgingYuan = 100 }),
            ("feeAskedYuan", .first, { $0.feeAskedYuan = 1 }),
            ("hoursPerDay", .second, { $0.hoursPerDay = 7 }),
            ("wageYuan", nil, { ($0.wageYuan, $0.wageBasis) = (90, .day) }),
            ("wageBasis", nil, { $0.wageBasis = .day }),
            ("lodging", nil, { $0.lodging = "6 beds a room" }),
            ("feeAskedYuan", nil, { $0.feeAskedYuan = nil }),
            ("countyCode", nil, { $0.countyCode = "440113" }),
        ]
        for (id, better, change) in all {
            let row = try #require(try compared(change).differing.facts.first { $0.id == id })
            #expect(row.better == better, "\(id)")
        }
        for field in JobOffer.fields where field.kind.isTyped && field.name != "employerId" {
            #expect(try compared { _ in }.facts.contains { $0.id == field.name }, "\(field.name)")
        }
    }

    @Test func `a kept rule is better than a broken one, a question is neither`() throws {
        let broken = try compared({ _ in }, { $0.idDemanded = .yes }).differing
        #expect(broken.rules.map(\.id) == ["L7"])
        #expect(broken.rules.first?.better == .first)
        let open = try compared({ _ in }, { $0.idDemanded = .notCollected }).differing
        #expect(open.rules.first?.better == nil)
    }
}
