import Testing

@testable import HomesCore

@Suite struct RetentionTests {
    private func day(_ iso: String) -> CivilDate { HouseFixture.day(iso) }

    private func clock(
        _ closed: String, born: String? = nil, worked: String? = nil,
        _ terms: RetentionTerms = .standard
    ) -> RetentionClock {
        Retention.clock(
            closedOn: day(closed), birthdate: born.flatMap { Birthdate(stored: $0) },
            lastPlacement: worked.map(day), terms: terms)
    }

    @Test func `a file is kept seven years, a minor's from her birthday, a placement two`() {
        #expect(clock("2007-06-15").dueOn == day("2014-06-15"))
        #expect(clock("2008-02-29").dueOn == day("2015-03-01"))
        #expect(clock("2007-06-15", born: "1970-01-01").ground == .file)
        let minor = clock("2007-06-15", born: "1992-04-02")
        #expect(minor.dueOn == day("2017-04-02") && minor.ground == .minor)
        // Only the year is known: the last day of it, which keeps longer.
        #expect(clock("2007-06-15", born: "1989").dueOn == day("2014-12-31"))
        // On her 18th birthday she is none any more.
        #expect(clock("2007-06-15", born: "1989-06-15").ground == .file)
        #expect(clock("2007-06-15", born: "1989-06-16").ground == .minor)
        let long = clock("2007-06-15", worked: "2013-01-01")
        #expect(long.dueOn == day("2015-01-01") && long.ground == .ledger)
        #expect(clock("2007-06-15", worked: "2007-06-01").ground == .file)
        let short = clock("2007-06-15", RetentionTerms(fileYears: 3, ledgerYears: 2))
        #expect(short.dueOn == day("2010-06-15"))
    }

    @Test func `no file goes before its terms, whatever they are`() {
        var random = SeededGenerator(seed: 5)
        var cases = 0
        for _ in 0..<2_000 {
            let closed = CivilDate(dayNumber: 13_000 + Int.random(in: 0..<5_000, using: &random))
            let born = closed.adding(days: -Int.random(in: 0..<20_000, using: &random))
            let worked = closed.adding(days: Int.random(in: -900..<900, using: &random))
            let terms = RetentionTerms(
                fileYears: Int.random(in: RetentionTerms.fileRange, using: &random),
                ledgerYears: Int.random(in: RetentionTerms.ledgerRange, using: &random))
            let clock = Retention.clock(
                closedOn: closed, birthdate: Birthdate(born), lastPlacement: worked, terms: terms)
            let grown = Age.birthday(18, of: born)
            #expect(clock.dueOn >= Age.birthday(terms.fileYears, of: max(closed, grown)))
            #expect(clock.dueOn >= Age.birthday(terms.ledgerYears, of: worked))
            cases += 1
        }
        print("Retention: \(cases) random files, none destroyed before its time")
    }
}
