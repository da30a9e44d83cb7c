import HomesCore
import Testing

@Suite struct `Dates as typed` {
    private let today = CivilDate(dayNumber: 13_577)

    private func read(_ text: String, _ order: DateOrder = .dayMonth) -> Result<String, DateFault> {
        DateEntry.read(text, today: today, order: order).map(\.iso)
    }

    @Test func `every form people use`() {
        #expect(today.iso == "2007-03-05")
        let forms = [
            "t": "2007-03-05", "T": "2007-03-05", "t-1": "2007-03-04", "t+2w": "2007-03-19",
            "t+1m": "2007-04-05", "t-1m": "2007-02-05", "t+1y": "2008-03-05", "t+3d": "2007-03-08",
            "t - 1": "2007-03-04", "今天": "2007-03-05", "昨天": "2007-03-04",
            "2007-03-05": "2007-03-05", "2007-3-5": "2007-03-05", "2007/3/5": "2007-03-05",
            "2007.3.5": "2007-03-05", "20070305": "2007-03-05", "2007年3月5日": "2007-03-05",
            "2007年3月5号": "2007-03-05", "2007年3月5": "2007-03-05", "5/3/07": "2007-03-05",
            "5/3/2007": "2007-03-05", "05-03-07": "2007-03-05", "5.3.07": "2007-03-05",
            "２００７－０３－０５": "2007-03-05", "２００７年３月５日": "2007-03-05",
            "ｔ＋２ｗ": "2007-03-19", "2007。3。5": "2007-03-05",
            "Mon 2007-03-05": "2007-03-05", "monday, 2007-03-05": "2007-03-05",
            "2007-03-05 Mon": "2007-03-05", "2007年3月5日星期一": "2007-03-05",
            "2007年3月5日（一）": "2007-03-05", "周一 2007-03-05": "2007-03-05",
            "2007-03-04 星期天": "2007-03-04", "2007年3月4日": "2007-03-04",
            " 2007 - 03 - 05 ": "2007-03-05", "1/1/27": "2027-01-01", "1/1/28": "1928-01-01",
        ]
        for (typed, expected) in forms {
            #expect(read(typed) == .success(expected), "\(typed)")
        }
        print("forms of a date read: \(forms.count)")
    }

    @Test func `the order decides what a slash date means`() {
        #expect(read("5/3/07", .monthDay) == .success("2007-05-03"))
        #expect(read("25/3/07", .monthDay) == .failure(.noSuchDay))
        #expect(read("25/3/07", .dayMonth) == .success("2007-03-25"))
    }

    @Test func `every day of eight years comes back in every form`() throws {
        var date = try day("2000-01-01")
        var cases = 0
        while try date < day("2008-01-01") {
            let (year, month, dayOfMonth) = date.components
            for text in [
                date.iso, "\(year)/\(month)/\(dayOfMonth)", "\(year)年\(month)月\(dayOfMonth)日",
                date.iso.filter { $0 != "-" }, "\(dayOfMonth)/\(month)/\(year)",
                DateEntry.weekday(date)(.chinese) + date.iso,
            ] {
                #expect(DateEntry.read(text, today: today) == .success(date))
                cases += 1
            }
            date = date.adding(days: 1)
        }
        print("dates read: \(cases)")
    }

    @Test func `what is no date says what to type`() {
        #expect(read("") == .failure(.empty))
        #expect(read("   ") == .failure(.empty))
        for text in [
            "soon", "t*2", "t+", "t+w", "tt", "5/3", "3-5", "2007--5", "2007-3-5-1", "07/3/5/1",
            "2007年", "200703", "2007年3", "-5", "1.5", "2007-003-05", "5/3/207", "月5日", "２００７x",
        ] where read(text) != .failure(.needsDay) {
            #expect(read(text) == .failure(.notADate), "\(text)")
        }
        #expect(read("2007-02-29") == .failure(.noSuchDay))
        #expect(read("20070230") == .failure(.noSuchDay))
        #expect(read("1999") == .failure(.needsDay))
        #expect(read("1999-07") == .failure(.needsDay))
        #expect(read("0207-03-05") == .failure(.outOfRange))
        #expect(read("t+9999y") == .failure(.outOfRange))
        #expect(read("Tue 2007-03-05") == .failure(.weekdayDiffers(today)))
        #expect(
            DateFault.weekdayDiffers(today).message(.english)
                == "2007-03-05 is a Mon: check the day")
    }

    @Test func `approximate dates of birth are kept where allowed`() {
        func birth(_ text: String) -> Result<String, DateFault> {
            DateEntry.readBirthdate(text, today: today).map(\.stored)
        }
        #expect(birth("1999") == .success("1999"))
        #expect(birth("1999-07") == .success("1999-07"))
        #expect(birth("1999-7") == .success("1999-07"))
        #expect(birth("1999年7月") == .success("1999-07"))
        #expect(birth("１９９９年") == .success("1999"))
        #expect(birth("1999-13") == .failure(.noSuchDay))
        #expect(birth("5/3/90") == .success("1990-03-05"))
        #expect(birth("5/3/08") == .success("1908-03-05"))
        #expect(birth("5/3/07") == .success("2007-03-05"))
    }

    @Test func `Excel's serial numbers`() {
        #expect(DateEntry.excelSerial("39146") == today)
        #expect(DateEntry.excelSerial("39146.75") == today)
        #expect(DateEntry.excelSerial("1")?.iso == "1900-01-01")
        #expect(DateEntry.excelSerial("59")?.iso == "1900-02-28")
        #expect(DateEntry.excelSerial("60") == nil)
        #expect(DateEntry.excelSerial("61")?.iso == "1900-03-01")
        #expect(DateEntry.excelSerial("2958465")?.iso == "9999-12-31")
        for text in ["0", "-1", "2958466", "", "39146.x", "39,146", "1e5"] {
            #expect(DateEntry.excelSerial(text) == nil, "\(text)")
        }
    }

    @Test func `a date is read back with its weekday and distance`() {
        #expect(DateEntry.readBack(today, today: today)(.english) == "Mon 2007-03-05, today")
        let later = today.adding(days: 3)
        #expect(DateEntry.readBack(later, today: today)(.chinese) == "周四 2007-03-08，3天后")
        let earlier = today.adding(days: -10)
        #expect(
            DateEntry.readBack(earlier, today: today)(.english) == "Fri 2007-02-23, 10 days ago")
    }

    @Test func `a date of birth is read back with the age`() throws {
        let full = Birthdate(try day("1990-02-11"))
        #expect(
            DateEntry.readBack(full, today: today)(.english)
                == "Sun 1990-02-11, 17 y 0 m; juvenile rules until 2008-02-11")
        let year = try #require(Birthdate(year: 1980))
        #expect(
            DateEntry.readBack(year, today: today)(.english)
                == "1980 (approximate), 26 y 2 m at the youngest")
        let unborn = Birthdate(today.adding(days: 1))
        #expect(
            DateEntry.readBack(unborn, today: today)(.english) == "Tue 2007-03-06, in the future")
    }
}
