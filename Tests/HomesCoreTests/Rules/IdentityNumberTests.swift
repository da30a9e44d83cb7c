import HomesCore
import Testing

@Suite struct `Identity numbers` {
    /// The example printed in GB 11643-1999 itself.
    private let standard = "11010519491231002X"

    private func invented(_ count: Int) -> [String] {
        let regions = ["340121", "410102", "430121", "440106", "320102", "530102"]
        return (0..<count).compactMap { index in
            IdentityNumber.make(
                region: regions[index % regions.count],
                birthdate: CivilDate(dayNumber: 4_000 + index * 37 % 9_000),
                sequence: index * 7 % 1_000)
        }
    }

    @Test func `the standard's own example is good`() throws {
        let reading = IdentityNumber.read(standard)
        #expect(reading.faults.isEmpty)
        #expect(reading.form == .resident18 && reading.regionCode == "110105")
        #expect(try reading.birthdate == day("1949-12-31"))
        #expect(reading.sex == .female)
        #expect(IdentityNumber.checkCharacter(for: "11010519491231002") == "X")
        #expect(IdentityNumber.checkCharacter(for: "1101051949123100") == nil)
        #expect(IdentityNumber.checkCharacter(for: "1101051949123100a") == nil)
    }

    @Test func `full-width digits, small x, spaces and hyphens are taken`() {
        for text in [
            "11010519491231002x", " 110105 19491231 002X ", "110105-19491231-002x",
            "１１０１０５１９４９１２３１００２Ｘ", "１１０１０５　１９４９１２３１　００２ｘ",
        ] {
            #expect(IdentityNumber.read(text).text == standard)
            #expect(IdentityNumber.read(text).faults.isEmpty)
        }
    }

    @Test func `what was made reads back, and odd sequences are male`() throws {
        let born = try day("1990-02-11")
        for sequence in 0...999 {
            let number = try #require(
                IdentityNumber.make(region: "340121", birthdate: born, sequence: sequence))
            let reading = IdentityNumber.read(number)
            #expect(reading.faults.isEmpty && reading.birthdate == born)
            #expect(reading.sex == (sequence % 2 == 1 ? .male : .female))
        }
        #expect(IdentityNumber.make(region: "34012", birthdate: born, sequence: 2) == nil)
        #expect(IdentityNumber.make(region: "340121", birthdate: born, sequence: 1_000) == nil)
    }

    @Test func `every single wrong digit is noticed, and its place is among those named`() {
        var cases = 0
        for number in invented(40) {
            for position in 1...18 {
                let characters = Array(number)
                for wrong in position == 18 ? "0123456789X" : "0123456789"
                where wrong != characters[position - 1] {
                    let repair = IdentityRepair.replace(position: position, with: wrong)
                    let typed = repair.applied(to: number)
                    let faults = IdentityNumber.read(typed).faults
                    let named = faults.compactMap { fault -> [IdentityRepair]? in
                        if case .wrongCheck(let repairs) = fault { return repairs }
                        return nil
                    }
                    let back = IdentityRepair.replace(
                        position: position, with: characters[position - 1])
                    #expect(named.count == 1 && named[0].contains(back), "\(typed)")
                    cases += 1
                }
            }
        }
        print("wrong digits tried: \(cases)")
    }

    @Test func `every swap of unlike neighbours is noticed and named first`() {
        var cases = 0
        for number in invented(100) {
            let characters = Array(number)
            for position in 1...16 where characters[position - 1] != characters[position] {
                let swap = IdentityRepair.swap(position: position)
                let faults = IdentityNumber.read(swap.applied(to: number)).faults
                guard case .wrongCheck(let repairs) = faults.last else {
                    Issue.record("swap at \(position) unnoticed")
                    continue
                }
                let leaders = repairs.prefix { if case .swap = $0 { true } else { false } }
                #expect(leaders.contains(swap))
                cases += 1
            }
        }
        print("swaps tried: \(cases)")
    }

    @Test func `a right number is not suspected`() {
        let numbers = invented(2_000)
        #expect(numbers.count == 2_000)
        #expect(numbers.allSatisfy { IdentityNumber.read($0).faults.isEmpty })
    }

    @Test func `every repair offered gives a good number`() {
        for number in invented(20) {
            let typed = IdentityRepair.replace(position: 9, with: number.hasPrefix("3") ? "0" : "1")
                .applied(to: number)
            for case .wrongCheck(let repairs) in IdentityNumber.read(typed).faults {
                for repair in repairs {
                    #expect(IdentityNumber.read(repair.applied(to: typed)).faults.isEmpty)
                }
            }
        }
    }

    @Test func `fifteen digits are taken with a warning`() throws {
        let reading = IdentityNumber.read("110105491231002")
        #expect(reading.form == .resident15 && reading.faults == [.fifteenDigits])
        #expect(try reading.birthdate == day("1949-12-31"))
        #expect(reading.sex == .female && IdentityFault.fifteenDigits.isWarning)
        #expect(IdentityNumber.upgraded("110105491231002") == standard)
        #expect(IdentityNumber.upgraded(standard) == nil)
    }

    @Test func `each other fault has its name`() throws {
        #expect(IdentityNumber.read("").faults == [.wrongLength(0)])
        #expect(IdentityNumber.read("1101051949123100").faults == [.wrongLength(16)])
        #expect(
            IdentityNumber.read("11010519A91231002X").faults == [.strangeCharacter(position: 9)])
        #expect(
            IdentityNumber.read("1101051949123100XX").faults == [.strangeCharacter(position: 17)])
        #expect(
            IdentityNumber.read("11010549123100X").faults == [.strangeCharacter(position: 15)])
        let nowhere = try #require(
            IdentityNumber.make(region: "999999", birthdate: day("1990-02-11"), sequence: 2))
        #expect(IdentityNumber.read(nowhere).faults == [.unknownRegion])
        #expect(IdentityNumber.read("110105490231002").faults == [.impossibleDate, .fifteenDigits])
        let unborn = try #require(
            IdentityNumber.make(region: "340121", birthdate: day("2010-02-11"), sequence: 2))
        #expect(
            try IdentityNumber.read(unborn, today: day("2007-03-05")).faults == [.birthInFuture])
        #expect(IdentityNumber.read(unborn).faults.isEmpty)
    }

    @Test func `the sentences name places, never digits`() {
        let typed = IdentityRepair.swap(position: 9).applied(to: standard)
        let faults = IdentityNumber.read(typed).faults
        #expect(faults.count == 1)
        #expect(
            faults[0].message(.english).hasPrefix(
                "The check character does not fit: look again at digit 9-10"))
        #expect(faults[0].message(.chinese).hasPrefix("校验码不符：请再看一遍第9-10"))
    }

    @Test func `counties are known by every revision`() {
        #expect(Regions.isKnown("340121"))
        #expect(!Regions.isKnown("999999"))
        #expect(!Regions.isKnown("34012"))
        #expect(Regions.path("340121")?.chinese == "安徽省 合肥市 长丰县")
        #expect(Regions.path("110105")?.chinese == "北京市 朝阳区")
        #expect(Regions.name(code: "340000")?.chinese == "安徽省")
        #expect(Regions.path("999999") == nil)
    }
}
