import HomesCore
import Testing

/// A date that exists; a failing test otherwise.
func day(_ iso: String) throws -> CivilDate {
    try #require(CivilDate(iso: iso), "\(iso) is no date")
}

@Suite struct `Age rules` {
    /// Counting birthdays one day after the other, the slow way.
    private func slowYears(born: CivilDate, on date: CivilDate) -> Int {
        var count = -1
        var night = born
        while night <= date {
            let (_, month, dayOfMonth) = night.components
            let isBirthday = month == born.month && dayOfMonth == born.day
            let isStandIn =
                born.month == 2 && born.day == 29 && !CivilDate.isLeap(night.year)
                && month == 3 && dayOfMonth == 1
            if isBirthday || isStandIn { count += 1 }
            night = night.adding(days: 1)
        }
        return count
    }

    @Test func `whole years are the birthdays so far`() throws {
        var cases = 0
        let first = try day("1987-12-25")
        for offset in stride(from: 0, to: 500, by: 7) {
            let born = first.adding(days: offset)
            for later in stride(from: 0, to: 366 * 5, by: 71) {
                let date = born.adding(days: later)
                #expect(Age.years(born: born, on: date) == slowYears(born: born, on: date))
                cases += 1
            }
        }
        print("ages compared with counted birthdays: \(cases)")
    }

    @Test func `born on 29 February she turns on 1 March in common years`() throws {
        let born = try day("1992-02-29")
        #expect(try Age.years(born: born, on: day("2007-02-28")) == 14)
        #expect(try Age.years(born: born, on: day("2007-03-01")) == 15)
        #expect(try Age.years(born: born, on: day("2008-02-28")) == 15)
        #expect(try Age.years(born: born, on: day("2008-02-29")) == 16)
        #expect(try Age.birthday(18, of: born) == day("2010-03-01"))
    }

    @Test func `months follow the same rule`() throws {
        let born = try day("1990-01-31")
        #expect(try Age.yearsAndMonths(born: born, on: day("1990-02-28")) == (0, 0))
        #expect(try Age.yearsAndMonths(born: born, on: day("1990-03-01")) == (0, 1))
        #expect(try Age.yearsAndMonths(born: born, on: day("1990-03-31")) == (0, 2))
        #expect(try Age.yearsAndMonths(born: born, on: day("2007-01-30")) == (16, 11))
        #expect(try Age.yearsAndMonths(born: born, on: day("2007-01-31")) == (17, 0))
    }

    @Test func `the worked example of the rules`() throws {
        let born = Birthdate(try day("1990-02-11"))
        let notice = try #require(AgeRules.next(born, on: day("2007-06-20")))
        #expect(notice.phrase(.english) == "17 y 4 m; juvenile rules until 2008-02-11")
        #expect(notice.phrase(.chinese) == "17岁4个月；适用未成年工规定，至2008-02-11止")
    }

    @Test func `each rule ends on its birthday`() throws {
        let born = Birthdate(try day("1990-02-11"))
        let texts = try [
            ("2006-02-10", "15 y 11 m; no employment until 2006-02-11"),
            ("2006-02-11", "16 y 0 m; juvenile rules until 2008-02-11"),
            ("2008-02-10", "17 y 11 m; juvenile rules until 2008-02-11"),
            ("2008-02-11", "18 y 0 m"),
        ].map { (try day($0.0), $0.1) }
        for (date, text) in texts {
            #expect(AgeRules.next(born, on: date)?.phrase(.english) == text)
        }
        #expect(try AgeRules.next(born, on: day("1990-02-10")) == nil)
        #expect(try AgeRules.needsGuardianConsent(born, on: day("2004-02-10")))
        #expect(try !AgeRules.needsGuardianConsent(born, on: day("2004-02-11")))
    }

    @Test func `an approximate date counts as the younger age`() throws {
        let year = try #require(Birthdate(year: 1991))
        #expect(try year.years(on: day("2007-12-30")) == 15)
        #expect(try year.years(on: day("2007-12-31")) == 16)
        let month = try #require(Birthdate(year: 1991, month: 2))
        #expect(try month.years(on: day("2007-02-27")) == 15)
        #expect(try month.years(on: day("2007-02-28")) == 16)
        #expect(try year.years(on: day("1991-06-01")) == 0)
        #expect(try year.years(on: day("1990-12-31")) == nil)
        let notice = try #require(AgeRules.next(month, on: day("2007-02-27")))
        #expect(
            notice.phrase(.english)
                == "15 y 11 m at the youngest; no employment until 2007-02-28")
    }

    @Test func `no possible birthday makes her younger than the approximate age`() throws {
        var cases = 0
        for text in ["1991", "1991-02", "1992-02", "1991-12"] {
            let approximate = try #require(Birthdate(stored: text))
            for later in stride(from: 0, to: 9_000, by: 41) {
                let date = approximate.earliest.adding(days: later)
                let age = try #require(approximate.years(on: date))
                var possible = approximate.earliest
                while possible <= min(approximate.latest, date) {
                    #expect(age <= Age.years(born: possible, on: date))
                    possible = possible.adding(days: 23)
                    cases += 1
                }
            }
        }
        print("possible birthdays tried: \(cases)")
    }

    @Test func `stored forms come back as they were`() throws {
        for text in ["1999", "1999-07", "1999-07-05", "2000-02", "1999-12", "1999-01"] {
            let birthdate = try #require(Birthdate(stored: text))
            #expect(birthdate.stored == text)
            #expect(birthdate.isApproximate == (text.count < 10))
            #expect(birthdate.quality == (text.count < 10 ? .approximate : .full))
        }
        for text in ["", "99", "199", "1999-", "1999-7", "1999-13", "1999-00", "1999-02-29", "x"] {
            #expect(Birthdate(stored: text) == nil, "\(text)")
        }
    }

    @Test func `age bands meet without a gap`() {
        let bands = (0...40).map { AgeBand(years: $0) }
        #expect(bands[11] == .under12 && bands[12] == .from12To15 && bands[15] == .from12To15)
        #expect(bands[16] == .from16To17 && bands[17] == .from16To17 && bands[18] == .from18To24)
        #expect(bands[24] == .from18To24 && bands[25] == .from25 && bands[0] == .under12)
    }
}
