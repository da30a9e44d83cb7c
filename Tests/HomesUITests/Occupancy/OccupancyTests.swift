import HomesCore
import HomesUI
import TestSupport
import Testing

/// The supervisor's look at every home's beds, by keys.
@Suite struct OccupancyTests {
    private func occupancy(_ language: Language = .english) throws -> Journey {
        try Journey(as: "supervisor", language: language, opening: { _ in OccupancyScreen() })
    }

    @Test func `the programme, a province and a home are drawn in both languages`() throws {
        for language in Language.allCases {
            var journey = try occupancy(language)
            journey.expectGolden("occupancy-programme", sizes: Journey.allSizes)
            journey.press("<Down><Enter>")
            journey.expectGolden("occupancy-province", sizes: Journey.allSizes)
            journey.press("<Enter>")
            journey.expectGolden("occupancy-home", sizes: Journey.allSizes)
        }
    }

    @Test func `the rule and the rows behind every level are drawn in both languages`() throws {
        for language in Language.allCases {
            var journey = try occupancy(language)
            journey.press("<Up>=")
            journey.expectGolden("occupancy-why-programme")
            journey.press("<Esc><Down><Down><Enter>=")
            journey.expectGolden("occupancy-why-home", sizes: [(80, 24), (60, 16)])
        }
    }

    @Test func `a supervisor's morning look is Enter and Enter`() throws {
        var journey = try Journey(as: "supervisor")
        journey.press("<Enter>")
        #expect(journey.line(0).contains("Occupancy"))
        journey.press("<Down><Enter><Enter>")
        #expect(journey.line(0).contains("Anhui > AH-014"))
        #expect(journey.screen().contains("Occupied"))
        // No person: neither codes nor initials.
        #expect(!journey.screen().contains("AH014-"))
        journey.press("<Enter>")
        #expect(journey.message().contains("known to the home alone"))
        journey.press("<Esc><Esc>")
        #expect(journey.cursorLine().contains("Anhui"))
    }

    @Test func `figures are those of the store`() throws {
        var journey = try occupancy()
        let rows = try journey.store.occupancy(
            on: JourneyProgramme.today, today: JourneyProgramme.today)
        let all = try #require(rows.first)
        let figures = all.figures
        #expect(
            journey.line(3).contains("\(figures.occupied)/\(figures.bedsInService)"))
        let percent = try #require(figures.percent)
        #expect(journey.line(3).contains(percent.description))
    }

    @Test func `any night is reached and the way down keeps it`() throws {
        var journey = try occupancy()
        journey.press("g2007-03-25<Enter>")
        #expect(journey.line(1).contains("2007-03-25"))
        journey.press("<Enter>")
        #expect(journey.line(1).contains("2007-03-25"))
        journey.press("<Enter>")
        #expect(journey.line(1).contains("2007-03-25"))
        journey.press(">")
        #expect(journey.line(1).contains("2007-03-26"))
        journey.press("t")
        #expect(journey.line(1).contains("2007-06-15, today"))
    }

    @Test func `one key sorts by the next column and another turns it round`() throws {
        var journey = try occupancy()
        journey.press("ss")
        #expect(journey.message().contains("beds, highest first"))
        #expect(journey.line(4).contains("Anhui"))
        journey.press("S")
        #expect(journey.message().contains("lowest first"))
        #expect(!journey.line(4).contains("Anhui"))
        journey.press("f")
        #expect(journey.message().contains("free beds"))
        // The sum stays on top, whatever the order.
        #expect(journey.line(3).contains("All    4 homes"))
    }

    @Test func `only rows with alerts, and a filter by words in any language`() throws {
        var journey = try occupancy()
        journey.press("h")
        #expect(journey.screen().contains("Kunshan"))
        journey.press("a")
        #expect(!journey.screen().contains("Kunshan"))
        #expect(journey.screen().contains("Yingshang"))
        journey.press("a/kunshan")
        #expect(journey.screen().contains("Kunshan"))
        #expect(!journey.screen().contains("Yingshang"))
    }

    @Test func `a home by day is n a, never a division by nothing`() throws {
        var journey = try occupancy()
        journey.press("h")
        let line = journey.screen().split(separator: "\n").first { $0.contains("Linquan") }
        #expect(line?.contains("n/a") == true)
    }

    @Test func `the home's own staff go on to the resident`() throws {
        var journey = try Journey(as: "lin", opening: { _ in OccupancyScreen() })
        journey.press("<Down><Enter><Enter>")
        #expect(journey.screen().contains("AH014-0007"))
        journey.press("<Enter>")
        #expect(journey.shell.top is ResidentScreen)
    }

    @Test func `the palette opens a home and a province`() throws {
        var journey = try Journey(as: "supervisor")
        journey.press(":home ah-014<Enter>")
        #expect(journey.line(0).contains("AH-014"))
        journey.press("<Esc>:occ anhui<Enter>")
        #expect(journey.line(0).contains("Anhui"))
        #expect(journey.screen().contains("AH-021"))
    }
}
