import Testing

@testable import HomesCore

/// The rules of browsing on small histories, each with what comes close and is none.
@Suite struct BrowsingTests {
    private let today = HouseFixture.day("2007-03-05")

    private func read(
        _ entry: Int, _ subject: BrowsingRead.Subject, day: String = "2007-03-04", hour: Int = 10,
        minute: Int = 0, leftOn: String? = nil, by userId: String = "u"
    ) -> BrowsingRead {
        BrowsingRead(
            entry: entry, at: Instant(HouseFixture.day(day), hour: hour, minute: minute),
            userId: userId, subject: subject, leftOn: leftOn.map(HouseFixture.day))
    }

    private func rules(_ reads: [BrowsingRead]) -> [BrowsingRule] {
        alarms(reads).map(\.rule)
    }

    private func alarms(_ reads: [BrowsingRead]) -> [BrowsingAlarm] {
        BrowsingRules(reads: reads, today: today, offsetMinutes: 480).alarms()
    }

    private func opened(
        _ count: Int, everyMinutes: Int = 1, day: String = "2007-03-05", hour: Int = 10
    ) -> [BrowsingRead] {
        (0..<count).map {
            read($0, .opened(personId: "p\($0)"), day: day, hour: hour, minute: $0 * everyMinutes)
        }
    }

    @Test func `more than twenty records in an hour, and not one less`() {
        #expect(rules(opened(21)) == [.manyRecords])
        #expect(rules(opened(20)) == [])
        // The same record again and again is one record.
        #expect(rules((0..<40).map { read($0, .opened(personId: "p"), day: "2007-03-05") }) == [])
        // Twenty-one in more than an hour: never more than twenty within one.
        #expect(rules(opened(21, everyMinutes: 4)) == [])
        // Two users' looks are not one's.
        let two = (0..<30).map {
            read($0, .opened(personId: "p\($0)"), day: "2007-03-05", by: "u\($0 % 2)")
        }
        #expect(rules(two) == [])
    }

    @Test func `an hour stays one alarm as it goes on, and a second hour is another`() {
        let first = alarms(opened(21))
        let longer = alarms(opened(30))
        #expect(first.map(\.key) == longer.map(\.key))
        #expect(longer.first?.reads.count == 30)
        let again =
            opened(21)
            + opened(21, hour: 14).map {
                read($0.entry + 100, $0.subject, day: "2007-03-05", hour: 14)
            }
        #expect(rules(again) == [.manyRecords, .manyRecords])
        #expect(Set(alarms(again).map(\.key)).count == 2)
    }

    @Test func `the same name five times without opening anybody`() {
        func searches(_ count: Int, name: String = "f") -> [BrowsingRead] {
            (0..<count).map {
                read($0 * 2, .searched(fingerprint: name), day: "2007-03-05", minute: $0 * 5)
            }
        }
        #expect(rules(searches(5)) == [.sameSearch])
        #expect(rules(searches(4)) == [])
        #expect(rules(searches(4) + searches(4, name: "g")) == [])
        // Every search that led to a record is work.
        let useful = searches(5).flatMap { search in
            [
                search,
                read(
                    search.entry + 1, .opened(personId: "p"), day: "2007-03-05",
                    minute: search.entry / 2 * 5 + 1),
            ]
        }
        #expect(rules(useful) == [])
    }

    @Test func `ten records in a day that is over, and nothing written`() {
        let alarm = alarms(opened(10, everyMinutes: 5, day: "2007-03-04"))
        #expect(alarm.map(\.rule) == [.readWithoutWriting])
        #expect(rules(opened(9, day: "2007-03-04")) == [])
        // Today goes on: she may write yet.
        #expect(rules(opened(10, everyMinutes: 5)) == [])
        let write = BrowsingWrite(
            at: Instant(HouseFixture.day("2007-03-04"), hour: 17), userId: "u", personId: nil)
        #expect(alarm[0].isExcused(by: [write]))
        let other = BrowsingWrite(at: write.at, userId: "v", personId: nil)
        let later = BrowsingWrite(
            at: Instant(today, hour: 1), userId: "u", personId: nil)
        #expect(!alarm[0].isExcused(by: [other, later]))
    }

    @Test func `a night from ten to six, the hours after midnight with the evening before`() {
        for (day, hour, expected) in [
            ("2007-03-03", 22, 1), ("2007-03-04", 5, 1), ("2007-03-04", 6, 0),
            ("2007-03-03", 21, 0), ("2007-03-05", 2, 1), ("2007-03-05", 22, 0),
        ] {
            let found = alarms([read(1, .opened(personId: "p"), day: day, hour: hour)])
            #expect(found.count == expected, "\(day) \(hour)")
        }
        let night = alarms([
            read(1, .opened(personId: "p"), day: "2007-03-03", hour: 23),
            read(2, .opened(personId: "q"), day: "2007-03-04", hour: 3),
        ])
        #expect(night.map(\.reads.count) == [2])
        #expect(
            night[0].isExcused(by: [
                BrowsingWrite(
                    at: Instant(HouseFixture.day("2007-03-04"), hour: 4), userId: "u",
                    personId: "x")
            ]))
    }

    @Test func `more than thirty days after she left, unless something was written about her`() {
        let late = alarms([read(1, .opened(personId: "p"), leftOn: "2007-02-01")])
        #expect(late.map(\.rule) == [.afterExit])
        #expect(rules([read(1, .opened(personId: "p"), leftOn: "2007-02-02")]) == [])
        #expect(rules([read(1, .opened(personId: "p"))]) == [])
        func write(_ personId: String) -> BrowsingWrite {
            BrowsingWrite(
                at: Instant(HouseFixture.day("2007-03-04"), hour: 11), userId: "u",
                personId: personId)
        }
        #expect(late[0].isExcused(by: [write("p")]))
        #expect(!late[0].isExcused(by: [write("q")]))
    }

    @Test func `names typed over each other in one place, and not one less`() {
        func tried(_ count: Int, _ place: (Int) -> String) -> [BrowsingRule] {
            let tries = (0..<count).map {
                read($0, .retyped(what: place($0)), day: "2007-03-05", minute: $0)
            }
            return BrowsingRules(reads: [], tries: tries, today: today, offsetMinutes: 480)
                .alarms().map(\.rule)
        }
        #expect(tried(4) { _ in "c/name" } == [.triedNames])
        #expect(tried(3) { _ in "c/name" } == [])
        // Many records corrected once each are a day's work.
        #expect(tried(20) { "c\($0)/name" } == [])
    }

    @Test func `three people watched for in a day, and not the same again and again`() {
        func alerted(_ count: Int, of people: Int) -> [BrowsingRule] {
            let tries = (0..<count).map {
                read($0, .alerted(watchedId: "w\($0 % people)"), day: "2007-03-05", minute: $0)
            }
            return BrowsingRules(reads: [], tries: tries, today: today, offsetMinutes: 480)
                .alarms().map(\.rule)
        }
        #expect(alerted(3, of: 3) == [.manyAlerts])
        #expect(alerted(9, of: 2) == [])
    }
}
