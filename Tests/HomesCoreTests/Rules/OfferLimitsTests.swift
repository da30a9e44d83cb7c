import HomesCore
import Testing

/// The limits of the law tried on all small inputs against the articles, written out again.
@Suite struct `Limits of the labour law` {
    @Test func `every age around 16 and 18, start and introduction apart`() throws {
        let introduced = try day("2023-06-20")
        let start = introduced.adding(days: 60)
        var cases = 0
        for age in 10...25 {
            for shift in [-61, -60, -59, -1, 0, 1, 2] {
                var facts = try lawfulOffer()
                let born = introduced.adding(months: -12 * age).adding(days: -shift)
                facts.birthdate = Birthdate(born)
                facts.startDate = start
                facts.introducedOn = introduced
                let atStart = Age.years(born: born, on: start)
                let now = Age.years(born: born, on: introduced)
                #expect(try outcome(.L1, facts) == (atStart < 16 ? .fail : .pass))
                #expect(try outcome(.L2, facts) == (now < 16 ? .fail : .pass))
                facts.workplaceKind = .bar
                #expect(try outcome(.L6, facts) == (atStart < 18 ? .fail : .pass))
                facts.heavyOrHazardous = .yes
                #expect(try outcome(.L4, facts) == (atStart < 18 ? .fail : .pass))
                facts.registeredForMinors = .no
                #expect(try outcome(.L5, facts) == (atStart < 18 ? .fail : .pass))
                facts.startDate = nil
                #expect(try outcome(.L1, facts) == (now < 16 ? .unknown : .pass))
                #expect(try outcome(.L6, facts) == (now < 18 ? .unknown : .pass))
                cases += 1
            }
        }
        print("ages tried: \(cases)")
    }

    @Test func `an approximate date of birth counts as the younger age`() throws {
        var facts = try lawfulOffer()
        facts.birthdate = Birthdate(year: 2007)
        #expect(try outcome(.L1, facts) == .fail)
        #expect(try outcome(.L2, facts) == .fail)
        facts.birthdate = Birthdate(year: 2006)
        #expect(try outcome(.L1, facts) == .pass)
        #expect(try outcome(.L2, facts) == .pass)
        facts.birthdate = Birthdate(year: 2005)
        facts.workplaceKind = .bar
        #expect(try outcome(.L6, facts) == .fail)
    }

    @Test func `an offer that names an age under 16 fails, a higher one proves nothing`() throws {
        var facts = OfferFacts()
        for age in 0...30 {
            facts.minAge = age
            #expect(try outcome(.L1, facts) == (age < 16 ? .fail : .unknown))
            #expect(try outcome(.L2, facts) == (age < 16 ? .fail : .unknown))
        }
    }

    @Test func `probation by term, every term of five years`() throws {
        var cases = 0
        for term in 1...60 {
            let most = term < 3 ? 0 : term < 12 ? 1 : term < 36 ? 2 : 6
            for months in 0...12 {
                var facts = try lawfulOffer()
                facts.contractTerm = .months(term)
                facts.probationMonths = months
                #expect(try outcome(.L13, facts) == (months <= most ? .pass : .fail))
                cases += 1
            }
        }
        for months in 0...12 {
            var facts = try lawfulOffer()
            facts.probationMonths = months
            facts.contractTerm = .openEnded
            #expect(try outcome(.L13, facts) == (months <= 6 ? .pass : .fail))
            facts.contractTerm = .untilWorkDone
            #expect(try outcome(.L13, facts) == (months == 0 ? .pass : .fail))
            facts.contractTerm = nil
            let open: VerdictCode = months == 0 ? .pass : months > 6 ? .fail : .unknown
            #expect(try outcome(.L13, facts) == open)
        }
        print("terms and probations tried: \(cases)")
    }

    @Test func `probation pay at the edges of 80 percent and the minimum`() throws {
        for wage in stride(from: 1_000, through: 3_000, by: 125) {
            for pay in stride(from: 700, through: 3_000, by: 25) {
                var facts = try lawfulOffer()
                facts.wageYuan = wage
                facts.probationWageYuan = pay
                facts.minimumMonthlyYuan = 1_100
                let isLawful = pay * 100 >= wage * 80 && pay >= 1_100
                #expect(try outcome(.L14, facts) == (isLawful ? .pass : .fail))
            }
        }
        var none = try lawfulOffer()
        none.probationMonths = 0
        none.probationWageYuan = nil
        #expect(try outcome(.L14, none) == .pass)
    }

    @Test func `hours, days and overtime, all of them`() throws {
        var cases = 0
        for hours in 1...16 {
            for days in 1...7 {
                for overtime in [0, 1, 35, 36, 37, 80] {
                    for longest in [0, 3, 4] {
                        var facts = try lawfulOffer()
                        facts.hoursPerDay = hours
                        facts.daysPerWeek = days
                        facts.overtimeHoursPerMonth = overtime
                        facts.overtimeHoursPerDay = longest
                        let isLawful =
                            hours <= 8 && hours * days <= 44 && days <= 6 && overtime <= 36
                            && longest <= 3
                        #expect(try outcome(.L16, facts) == (isLawful ? .pass : .fail))
                        cases += 1
                    }
                }
            }
        }
        print("working weeks tried: \(cases)")
    }

    @Test func `a known breach fails even while other facts are missing`() throws {
        var facts = OfferFacts()
        facts.hoursPerDay = 12
        facts.feeAskedYuan = 200
        facts.deductionsYuan = 30
        for code in [RuleCode.L16, .L8, .L15] { #expect(try outcome(code, facts) == .fail) }
    }

    @Test func `the minimum wage by every basis`() throws {
        var facts = try lawfulOffer()
        facts.wageYuan = 1_900
        #expect(try outcome(.L22, facts) == .pass)
        facts.hoursPerDay = 11
        facts.daysPerWeek = 6
        #expect(try outcome(.L22, facts) == .warn)
        facts.wageBasis = .hour
        facts.wageYuan = 18
        #expect(try outcome(.L22, facts) == .fail)
        facts.wageYuan = 19
        #expect(try outcome(.L22, facts) == .pass)
        facts.minimumHourlyFen = nil
        #expect(try outcome(.L22, facts) == .unknown)
        facts.wageBasis = .day
        facts.hoursPerDay = 8
        facts.wageYuan = 87
        #expect(try outcome(.L22, facts) == .fail)
        facts.wageYuan = 88
        #expect(try outcome(.L22, facts) == .pass)
        facts.hoursPerDay = 12
        #expect(try outcome(.L22, facts) == .fail)
        facts.wageBasis = .piece
        #expect(try outcome(.L22, facts) == .unknown)
    }

    @Test func `overtime that is never paid`() throws {
        var facts = try lawfulOffer()
        facts.overtimePaid = .notCollected
        facts.overtimeHoursPerMonth = 0
        #expect(try outcome(.L17, facts) == .pass)
        facts.overtimePaid = .no
        #expect(try outcome(.L17, facts) == .warn)
    }

    @Test func `papers in the family's hands ask for a look`() throws {
        var facts = try lawfulOffer()
        facts.idHeldBy = .family
        #expect(try outcome(.L7, facts) == .warn)
        for missing in [nil, IDHeldBy.doesNotKnow, .prefersNot, .notCollected] {
            facts.idHeldBy = missing
            #expect(try outcome(.L7, facts) == .unknown)
        }
        facts.idHeldBy = .homeSafe
        #expect(try outcome(.L7, facts) == .pass)
    }

    @Test func `a contract signed in time passes whatever was promised`() throws {
        var facts = try lawfulOffer()
        facts.promisedInWriting = .notCollected
        facts.contractSignedOn = try day("2023-08-01")
        #expect(try outcome(.L10, facts) == .pass)
        facts.startDate = nil
        #expect(try outcome(.L10, facts) == .unknown)
    }

    @Test func `agency labour is only judged where there is some`() throws {
        var facts = try lawfulOffer()
        facts.agencyLabour = .no
        facts.contractTerm = .months(6)
        #expect(try outcome(.L20, facts) == .pass)
        facts.agencyLabour = .yes
        facts.contractTerm = .openEnded
        #expect(try outcome(.L20, facts) == .pass)
    }
}
