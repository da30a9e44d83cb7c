import HomesCore
import Testing

@Suite struct `Check-in days` {
    @Test func `days are read however they are written, each once and in order`() {
        for text in ["1 3 7", "7, 3, 1", "1、3、7", "+1/+3/+7", "１，３，７", "1 3 3 7 1"] {
            #expect(CheckInDays(text)?.days == [1, 3, 7], "\(text)")
            #expect(CheckInDays(text)?.text == "1 3 7", "\(text)")
        }
        #expect(CheckInDays("+0/+1 3 7")?.days == [0, 1, 3, 7])
        #expect(CheckInDays("90")?.days == [90])
        #expect(CheckInDays.proposed.text == "1 3 7")
    }

    @Test func `nothing is no check-in; what is no day is refused`() {
        #expect(CheckInDays(nil)?.days == [] && CheckInDays("  ")?.text == nil)
        for text in [
            "one", "-1", "91", "1.5 x", "1 3 7 abc", "0 1 2 3 4 5 6 7 8 9 10", "9999999999999",
        ] {
            #expect(CheckInDays(text) == nil, "\(text)")
        }
    }

    @Test func `calls are counted from the day of travel`() {
        let travel = CivilDate(year: 2008, month: 2, day: 28) ?? CivilDate(dayNumber: 0)
        #expect(
            CheckInDays("0 1 2 7")?.due(from: travel).map(\.dueOn.iso)
                == ["2008-02-28", "2008-02-29", "2008-03-01", "2008-03-06"])
    }
}
