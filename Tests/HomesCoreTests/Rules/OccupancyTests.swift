import HomesCore
import Testing

/// Nights from a date to another, or open; a failing test when they are the wrong way round.
func nights(_ from: String, _ to: String?) throws -> DateRange {
    try #require(DateRange(from: day(from), to: to.map { try day($0) }))
}

/// A small generator whose numbers are the same on every run.
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    /// A number from 0 up to, not including, the limit.
    mutating func roll(_ limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(limit))
    }
}

@Suite struct `Bed nights` {
    @Test func `the worked example has four nights in March`() throws {
        let march = try #require(ReportPeriod(first: day("2007-03-01"), last: day("2007-03-31")))
        #expect(try BedNights.count(nights("2007-02-28", "2007-03-05"), in: march) == 4)
        #expect(march.nights == 31)
    }

    @Test func `in and out on one day is no night`() throws {
        let march = try #require(ReportPeriod(first: day("2007-03-01"), last: day("2007-03-31")))
        let stay = try nights("2007-03-05", "2007-03-05")
        #expect(BedNights.count(stay, in: march) == 0)
        #expect(try ReportPeriod(first: day("2007-03-02"), last: day("2007-03-01")) == nil)
    }

    @Test func `every small stay and period agrees with counting nights on the fingers`() throws {
        var cases = 0
        for first in 0..<7 {
            for last in first..<7 {
                let period = try #require(
                    ReportPeriod(
                        first: CivilDate(dayNumber: first), last: CivilDate(dayNumber: last)))
                for entry in -2..<9 {
                    for exit in [nil] + (entry..<10).map(Optional.some) {
                        let stay = try #require(
                            DateRange(
                                from: CivilDate(dayNumber: entry),
                                to: exit.map { CivilDate(dayNumber: $0) }))
                        let counted = (first...last).count { night in
                            entry <= night && (exit.map { night < $0 } ?? true)
                        }
                        #expect(BedNights.count(stay, in: period) == counted)
                        cases += 1
                    }
                }
            }
        }
        print("stays and periods compared: \(cases)")
    }
}

@Suite struct `Figures with one decimal` {
    @Test func `rounding is half up, in integers`() {
        #expect(Tenths.percent(34, of: 40)?.description == "85.0")
        #expect(Tenths.percent(1, of: 3)?.description == "33.3")
        #expect(Tenths.percent(2, of: 3)?.description == "66.7")
        #expect(Tenths.percent(1, of: 16)?.description == "6.3")
        #expect(Tenths.percent(1, of: 2_000)?.description == "0.1")
        #expect(Tenths.percent(1, of: 2_001)?.description == "0.0")
        #expect(Tenths.percent(41, of: 40)?.description == "102.5")
        #expect(Tenths.percent(0, of: 40)?.description == "0.0")
        #expect(Tenths.percent(3, of: 0) == nil)
        #expect(Tenths.ratio(-1, of: 2)?.description == "-0.5")
        #expect(Tenths?.none.phrase(.english) == "n/a" && Tenths?.none.phrase(.chinese) == "不适用")
    }

    @Test func `every small fraction is within half a tenth, ties up`() {
        var cases = 0
        for whole in 1...400 {
            for part in 0...(whole + 40) {
                let tenths = Tenths.percent(part, of: whole)?.tenths ?? -1
                let twice = 2 * (part * 1_000 - tenths * whole)
                #expect(-whole <= twice && twice < whole)
                cases += 1
            }
        }
        print("percentages checked: \(cases)")
    }

    @Test func `the bands meet without a gap`() {
        let words = [0, 649, 650, 949, 950, 1_000, 1_050, 1_051, 3_000].map {
            OccupancyBand(Tenths(tenths: $0)).label(.english)
        }
        #expect(
            words == [
                "low", "low", "in use", "in use", "full", "full", "full", "over", "over",
            ])
    }
}

@Suite struct `Occupied beds` {
    private let open = DateRange(from: CivilDate(dayNumber: 0), to: nil)

    private func bed(_ id: String, _ periods: [BedPeriod] = []) throws -> BedFact {
        BedFact(id: id, inventory: try #require(open), periods: periods)
    }

    @Test func `a held bed is not free and stays in the denominator`() throws {
        let night = try day("2007-03-05")
        let held = BedPeriod(status: .held, nights: try nights("2007-03-01", "2007-03-10"))
        let beds = try [bed("1"), bed("2", [held]), bed("3")]
        let here = AssignmentFact(
            bedId: "1", personId: "a", nights: try nights("2007-03-01", nil))
        let figures = Occupancy.night(night, beds: beds, assignments: [here])
        #expect(figures == OccupancyFigures(bedsInService: 3, occupied: 1, held: 1))
        #expect(figures.free == 1 && figures.percent?.description == "33.3")
        #expect(figures.band == .low)
    }

    @Test func `a held bed with somebody in it is taken off once`() throws {
        let night = try day("2007-03-05")
        let held = BedPeriod(status: .held, nights: try nights("2007-03-01", nil))
        let here = AssignmentFact(bedId: "1", personId: "a", nights: try nights("2007-03-01", nil))
        let figures = try Occupancy.night(
            night, beds: [bed("1", [held]), bed("2")], assignments: [here])
        #expect(figures == OccupancyFigures(bedsInService: 2, occupied: 1, held: 0))
        #expect(figures.free == 1)
    }

    @Test func `a bed out of service or closed leaves the denominator, not the numerator`() throws {
        let night = try day("2007-03-05")
        let out = BedPeriod(status: .outOfService, nights: try nights("2007-03-05", "2007-03-06"))
        let closed = BedPeriod(status: .closed, nights: try nights("2007-03-01", nil))
        let beds = try [bed("1"), bed("2", [out]), bed("3", [closed])]
        let stays = try ["1", "2"].map {
            AssignmentFact(bedId: $0, personId: $0, nights: try nights("2007-03-01", nil))
        }
        let figures = Occupancy.night(night, beds: beds, assignments: stays)
        #expect(figures == OccupancyFigures(bedsInService: 1, occupied: 2, held: 0))
        #expect(figures.percent?.description == "200.0" && figures.band == .over)
        #expect(figures.free == -1)
        let dayAfter = Occupancy.night(night.adding(days: 1), beds: beds, assignments: stays)
        #expect(dayAfter.bedsInService == 2)
    }

    @Test func `a home without beds has no percentage`() throws {
        let figures = try Occupancy.night(day("2007-03-05"), beds: [], assignments: [])
        #expect(figures == .none && figures.percent == nil && figures.band == nil)
        #expect(UtilisationFigures.none.percent == nil && UtilisationFigures.none.band == nil)
    }

    @Test func `a mother and her child in one bed are two persons and one bed`() throws {
        let night = try day("2007-03-05")
        let both = try ["mother", "child"].map {
            AssignmentFact(bedId: "1", personId: $0, nights: try nights("2007-03-05", "2007-03-06"))
        }
        #expect(Occupancy.occupiedBeds(both, on: night) == 1)
        #expect(Occupancy.occupants(both, on: night) == 2)
        #expect(Occupancy.occupants(both, on: night.adding(days: 1)) == 0)
    }

    @Test func `levels are added up, percentages are never averaged`() {
        let small = OccupancyFigures(bedsInService: 2, occupied: 2, held: 0)
        let large = OccupancyFigures(bedsInService: 98, occupied: 48, held: 1)
        let both = small + large + .none
        #expect(both.percent?.description == "50.0" && both.free == 49)
        let months = UtilisationFigures(bedNights: 10, bedNightsInService: 10)
        let more = months + UtilisationFigures(bedNights: 0, bedNightsInService: 90)
        #expect(more.percent?.description == "10.0")
    }

    @Test func `random histories: bed nights are the occupied beds of every night, summed`() throws
    {
        var cases = 0
        for seed in 1...2_000 {
            var dice = Dice(seed: UInt64(seed))
            let (beds, assignments) = try history(&dice)
            let start = dice.roll(30)
            let period = try #require(
                ReportPeriod(
                    first: CivilDate(dayNumber: start),
                    last: CivilDate(dayNumber: start + dice.roll(30))))
            let figures = Occupancy.utilisation(
                period, beds: beds, stays: assignments.map(\.nights))
            var nightly = OccupancyFigures.none
            for night in period.days {
                nightly = nightly + Occupancy.night(night, beds: beds, assignments: assignments)
            }
            #expect(figures.bedNights == nightly.occupied)
            #expect(figures.bedNightsInService == nightly.bedsInService)
            cases += 1
        }
        print("histories recounted: \(cases)")
    }

    @Test func `the recount notices a night too many`() throws {
        var differing = 0
        for seed in 1...200 {
            var dice = Dice(seed: UInt64(seed))
            let (beds, assignments) = try history(&dice)
            let period = try #require(
                ReportPeriod(first: CivilDate(dayNumber: 0), last: CivilDate(dayNumber: 60)))
            let counted = Occupancy.utilisation(
                period, beds: beds, stays: assignments.map(\.nights)
            ).bedNights
            let withExitNight = assignments.reduce(0) { sum, assignment in
                let longer = DateRange(
                    from: assignment.nights.from, to: assignment.nights.to?.adding(days: 1))
                return sum + (longer.map { BedNights.count($0, in: period) } ?? 0)
            }
            if withExitNight != counted { differing += 1 }
        }
        #expect(differing > 150)
    }

    /// Beds with one stay after the other in each, so that a bed never holds two.
    private func history(_ dice: inout Dice) throws -> ([BedFact], [AssignmentFact]) {
        var beds: [BedFact] = []
        var assignments: [AssignmentFact] = []
        for number in 0..<(1 + dice.roll(6)) {
            let from = dice.roll(20)
            let until = dice.roll(3) == 0 ? CivilDate(dayNumber: from + dice.roll(40)) : nil
            let inventory = DateRange(from: CivilDate(dayNumber: from), to: until)
            let statuses = BedStatus.allCases
            let status = statuses[dice.roll(statuses.count)]
            let begin = dice.roll(50)
            let period = DateRange(
                from: CivilDate(dayNumber: begin),
                to: CivilDate(dayNumber: begin + dice.roll(10)))
            beds.append(
                BedFact(
                    id: "\(number)", inventory: try #require(inventory),
                    periods: [BedPeriod(status: status, nights: try #require(period))]))
            var day = dice.roll(15)
            while day < 55 {
                let end = day + dice.roll(15)
                let isLast = dice.roll(4) == 0
                let stay = DateRange(
                    from: CivilDate(dayNumber: day),
                    to: isLast ? nil : CivilDate(dayNumber: end))
                assignments.append(
                    AssignmentFact(
                        bedId: "\(number)", personId: "\(number)-\(day)", nights: try #require(stay)
                    ))
                if isLast { break }
                day = end + dice.roll(5) + (end == day ? 1 : 0)
            }
        }
        return (beds, assignments)
    }

    @Test func `signs of a missed exit`() throws {
        let stay = try nights("2007-01-01", nil)
        func signs(_ date: String, last: String?) throws -> [MissedExitSign] {
            MissedExitSign.signs(
                stay, lastRecordedOn: try last.map { try day($0) }, on: try day(date))
        }
        #expect(try signs("2007-01-14", last: nil) == [])
        #expect(try signs("2007-01-15", last: nil) == [.quiet14])
        #expect(try signs("2007-03-31", last: "2007-03-30") == [])
        #expect(try signs("2007-04-01", last: "2007-03-30") == [.open90])
        #expect(try signs("2007-06-30", last: "2007-06-01") == [.open180, .quiet14])
        #expect(try signs("2008-01-01", last: "2007-12-31") == [.open365])
        #expect(try signs("2006-12-31", last: nil) == [])
        let over = try nights("2007-01-01", "2007-02-01")
        #expect(try MissedExitSign.signs(over, lastRecordedOn: nil, on: day("2008-01-01")) == [])
    }
}
