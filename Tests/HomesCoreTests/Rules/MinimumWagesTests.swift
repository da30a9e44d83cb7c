import HomesCore
import Testing

/// What a table of minimum wages with a gap, a contradiction or a hole in it says: a sentence, and
/// never a silent pass.
@Suite struct `The table of minimum wages` {
    private func row(
        _ zone: String, _ from: String, _ monthly: Int?, _ hourly: Int? = nil,
        province: String = "340000"
    ) throws -> MinimumWage {
        var wage = MinimumWage()
        wage.provinceCode = province
        wage.zone = zone
        wage.validFrom = try day(from)
        wage.monthlyYuan = monthly
        wage.hourlyFen = hourly
        return wage
    }

    private func outcome(
        _ yuan: Int, _ rows: [MinimumWage], county: String? = "341226", zone: String? = nil
    ) throws -> (VerdictCode?, String) {
        var facts = try lawfulOffer()
        facts.wageYuan = yuan
        facts.probationMonths = 0
        facts.minimumWage = MinimumWages(rows: rows).found(
            at: county, zone: zone, on: try day("2023-06-20"))
        let finding = OfferRules.judge(facts, on: try day("2023-06-20")).first { $0.code == .L22 }
        return (finding?.outcome, finding?.evidence.english ?? "")
    }

    @Test func `every gap of the table is a question, and says which`() throws {
        let good = try [row("1", "2023-01-01", 1_900), row("2", "2023-01-01", 1_700)]
        let cases: [(String, Int, [MinimumWage], String?, String?, VerdictCode, String)] = try [
            ("lawful in every zone", 1_900, good, "341226", nil, .pass, "1900 yuan"),
            ("under every zone", 1_699, good, "341226", nil, .fail, "under the minimum"),
            ("between zones", 1_800, good, "341226", nil, .unknown, "zone (1, 2)"),
            ("in a known zone", 1_800, good, "341226", "2", .pass, "1800 yuan"),
            ("under a known zone", 1_800, good, "341226", "1", .fail, "under the minimum"),
            ("a zone that is not there", 2_500, good, "341226", "7", .unknown, "zone 7"),
            ("no county", 2_500, good, nil, nil, .unknown, "which county"),
            ("half a county", 2_500, good, "3412", nil, .unknown, "which county"),
            ("another province", 2_500, good, "440113", nil, .unknown, "Guangdong"),
            ("no table", 2_500, [], "341226", nil, .unknown, "Anhui"),
            (
                "a table that begins later", 2_500, [row("1", "2023-06-21", 1_900)], "341226", nil,
                .unknown, "2023-06-21"
            ),
            (
                "a table that begins today", 1_900, [row("1", "2023-06-20", 1_900)], "341226", nil,
                .pass, "1900"
            ),
            (
                "two figures of one zone and day", 1_950,
                [row("1", "2023-01-01", 1_900), row("１", "2023-01-01", 2_000)], "341226", nil,
                .unknown, "two figures"
            ),
            (
                "below both of them", 1_899,
                [row("1", "2023-01-01", 1_900), row("１", "2023-01-01", 2_000)], "341226", nil,
                .fail, "under the minimum"
            ),
            (
                "the same figure twice", 1_900,
                [row("1", "2023-01-01", 1_900), row("１", "2023-01-01", 1_900)], "341226", nil,
                .pass, "1900"
            ),
            (
                "a zone left out of the last change", 2_500,
                [row("1", "2023-01-01", 1_900), row("2", "2020-01-01", 1_500)], "341226", nil,
                .unknown, "2020-01-01"
            ),
            (
                "that zone by name", 2_500,
                [row("1", "2023-01-01", 1_900), row("2", "2020-01-01", 1_500)], "341226", "2",
                .unknown, "2020-01-01"
            ),
            (
                "another zone by name", 1_900,
                [row("1", "2023-01-01", 1_900), row("2", "2020-01-01", 1_500)], "341226", "1",
                .pass, "1900"
            ),
            (
                "no figure a month", 2_500, [row("1", "2023-01-01", nil, 1_870)], "341226", nil,
                .unknown, "no such figure"
            ),
            (
                "nought is no figure", 1, [row("1", "2023-01-01", 0)], "341226", nil, .unknown,
                "no such figure"
            ),
        ]
        for (name, yuan, rows, county, zone, expected, says) in cases {
            let (found, text) = try outcome(yuan, rows, county: county, zone: zone)
            #expect(found == expected, "\(name): \(text)")
            #expect(text.contains(says), "\(name): \(text)")
        }
        print("tables of minimum wages tried: \(cases.count)")
    }

    @Test func `any table at all gives a verdict and never a pass below the highest figure`()
        throws
    {
        var random = SeededGenerator(seed: 7)
        var passes = 0
        for _ in 0..<4_000 {
            let rows = try (0..<Int.random(in: 0...6, using: &random)).map { _ in
                try row(
                    ["1", "2", "１", "三类", ""].randomElement(using: &random) ?? "1",
                    ["1994-01-01", "2022-02-28", "2023-06-20", "2023-06-21", "2030-01-01"]
                        .randomElement(using: &random) ?? "2022-01-01",
                    [nil, 0, 1_700, 1_900, 2_100].randomElement(using: &random) ?? nil,
                    province: Bool.random(using: &random) ? "340000" : "440000")
            }
            let yuan = [1_650, 1_700, 1_850, 2_000, 2_100].randomElement(using: &random) ?? 0
            let county = ["341226", "440113", nil, ""].randomElement(using: &random) ?? nil
            let (found, text) = try outcome(yuan, rows, county: county)
            #expect(found != nil && !text.isEmpty)
            guard found == .pass else { continue }
            passes += 1
            // By hand: the newest row of every zone, and none of them above the wage.
            let own = rows.filter {
                $0.provinceCode.prefix(2) == county?.prefix(2)
                    && $0.validFrom.iso <= "2023-06-20"
            }
            let newest = own.map(\.validFrom).max()
            let inForce = own.filter { $0.validFrom == newest }
            #expect(!inForce.isEmpty)
            #expect(inForce.allSatisfy { ($0.monthlyYuan ?? 0) <= yuan })
        }
        print("random tables: 4000, passes: \(passes)")
        #expect(passes > 50)
    }
}

/// What an hour brings after everything is taken off, worked out by hand.
@Suite struct `Pay an hour` {
    private func offer() throws -> JobOffer {
        var offer = JobOffer()
        offer.offeredOn = try day("2023-06-20")
        offer.wageYuan = 2_600
        offer.wageBasis = .month
        offer.hoursPerDay = 8
        offer.daysPerWeek = 6
        return offer
    }

    private func pay(_ offer: JobOffer, on date: String = "2023-06-20") throws -> PayAnHour {
        PayAnHour(
            offer,
            minimum: MinimumWages.Found(
                monthly: MinimumWageSpan(least: 1_740, most: 1_740),
                hourly: MinimumWageSpan(least: 1_870, most: 1_870)), on: try day(date))
    }

    @Test func `a month's wage over the offer's own hours`() throws {
        // 48 hours a week are 208 a month; 2600 / 208 = 12.50.
        let pay = try pay(offer())
        #expect(pay.hoursTimes10 == 2_080)
        #expect(pay.netFen == 1_250)
        #expect(pay.formula.english == "Pay an hour: (2600.00) / 208.0 h = 12.50 yuan")
        // 1740 / 174 = 10.00.
        #expect(pay.minimumMonthFen == 1_000)
        #expect(pay.isUnderMinimum == false)
        #expect(
            pay.minimumPhrase.english
                == "Minimum there: 1740 a month = 10.00 an hour (174.0 h); 18.70 an hour of part-time work"
        )
        #expect(pay.source.english.contains("2008 No. 3"))
        #expect(pay.assumedNone.count == 4)
    }

    @Test func `what is taken from her is taken off`() throws {
        var offer = try offer()
        offer.deductionsYuan = 100
        offer.lodgingYuan = 212
        offer.feeAskedYuan = 500
        offer.depositAskedYuan = 700
        // (2600 - 312 - 1200 / 12) / 208 = 10.519...
        #expect(try pay(offer).netFen == 1_052)
        offer.contractTermMonths = 6
        // (2600 - 312 - 1200 / 6) / 208 = 10.038...
        #expect(try pay(offer).netFen == 1_004)
        offer.contractTermMonths = 24
        #expect(try pay(offer).netFen == 1_052)
        #expect(
            try pay(offer).formula.chinese
                == "每小时实得：（2600.00 - 扣款100 - 食宿212 - 收费1200÷12个月）÷ 208.0小时 = 10.52元")
        offer.lodgingYuan = 3_000
        #expect(try pay(offer).netFen == -288)
        #expect(try pay(offer).isUnderMinimum == true)
    }

    @Test func `overtime that is not paid apart makes the hour cheaper`() throws {
        var offer = try offer()
        offer.overtimeHoursPerMonth = 52
        // 2600 / 260 = 10.00.
        #expect(try pay(offer).netFen == 1_000)
        offer.overtimePaid = .no
        #expect(try pay(offer).netFen == 1_000)
        offer.overtimePaid = .yes
        #expect(try pay(offer).netFen == 1_250)
    }

    @Test func `a wage a day or an hour comes to the same`() throws {
        var offer = try offer()
        offer.wageBasis = .day
        offer.wageYuan = 100
        #expect(try pay(offer).monthFen == 260_000)
        #expect(try pay(offer).netFen == 1_250)
        offer.wageBasis = .hour
        offer.wageYuan = 12
        #expect(try pay(offer).netFen == 1_200)
        offer.wageBasis = .piece
        #expect(try pay(offer).netFen == nil)
        #expect(try pay(offer).formula.english.contains("piece work"))
    }

    @Test func `before 3 January 2008 a month had 167_4 pay hours`() throws {
        #expect(try pay(offer(), on: "2008-01-02").minimumMonthFen == 1_039)
        #expect(try pay(offer(), on: "2008-01-03").minimumMonthFen == 1_000)
        #expect(PayTime.on(try day("2008-01-02")).source.english.contains("2000 No. 8"))
    }

    @Test func `each fact that is needed and missing is asked for`() throws {
        let changes: [(OfferFact, (inout JobOffer) -> Void)] = [
            (.wageYuan, { $0.wageYuan = nil }), (.wageBasis, { $0.wageBasis = nil }),
            (.hoursPerDay, { $0.hoursPerDay = nil }), (.daysPerWeek, { $0.daysPerWeek = nil }),
        ]
        for (fact, change) in changes {
            var offer = try offer()
            change(&offer)
            let pay = try pay(offer)
            #expect(pay.netFen == nil && pay.missing == [fact])
            #expect(pay.formula.english.contains(fact.question.english))
        }
        let none = PayAnHour(try offer(), minimum: MinimumWages.Found(), on: try day("2023-06-20"))
        #expect(none.isUnderMinimum == nil)
        #expect(none.minimumPhrase.english.hasPrefix("Minimum there: What is"))
    }
}
