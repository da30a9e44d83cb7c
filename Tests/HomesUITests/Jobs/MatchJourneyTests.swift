import HomesCore
import HomesUI
import TestSupport
import Testing

/// From a woman to an offer, from an offer to a woman, and two offers side by side, by keys.
@Suite struct MatchJourneyTests {
    private func resident(_ code: String, _ programme: JourneyProgramme) -> (World) -> any Screen {
        let id = programme.people[code] ?? ""
        return { _ in ResidentScreen(personId: id) }
    }

    private func journey(
        _ code: String, _ language: Language = .english, at now: Instant? = nil
    ) throws -> Journey {
        let programme = try JourneyProgramme.make()
        return try Journey(
            language: language, at: now, opening: resident(code, programme), programme: programme)
    }

    @Test func `goldens of matching and of two offers`() throws {
        for language in Language.allCases {
            var woman = try journey("AH014-0001", language)
            woman.press("J")
            woman.expectGolden("offer-match", sizes: Journey.narrow)
            var girl = try journey("AH014-0007", language)
            girl.press("J")
            girl.expectGolden("offer-match-under-16", sizes: Journey.narrow)
        }
        try Journey.expectGoldens(
            "candidates", sizes: Journey.narrow, opening: { _ in JobsScreen() }, "<Tab><Enter>w")
        try Journey.expectGoldens(
            "candidates-under-16", opening: { _ in JobsScreen() },
            "<Tab><Enter>w<End><Up>")
        try Journey.expectGoldens(
            "offer-compare", sizes: Journey.narrow, opening: { _ in JobsScreen() },
            "<Tab><Enter>c<Down><Enter>")
        try Journey.expectGoldens(
            "offer-pay", sizes: Journey.narrow, opening: { _ in JobsScreen() },
            "<Tab><Down><Enter><Tab><Tab>")
    }

    @Test func `from her page to an offer, its reasons, and the placement form`() throws {
        var journey = try journey("AH014-0001")
        journey.press("J")
        let screen = journey.screen()
        #expect(screen.contains("other province"))
        #expect(screen.contains("The employer has not been checked by two persons"))
        #expect(!screen.contains("王小燕"))
        journey.press("<Down>p")
        #expect(journey.shell.top is PlacementFormScreen)
        #expect(journey.screen().contains("AH014-0001"))
        journey.press("<Esc><Enter>")
        #expect(journey.shell.top is OfferScreen)
    }

    @Test func `under 16 there is nothing to choose, and p says why`() throws {
        var journey = try journey("AH014-0007")
        journey.press("J")
        #expect(journey.screen().contains("She is 15"))
        journey.press("p")
        #expect(journey.shell.top is OfferMatchScreen)
        #expect(journey.message().contains("nobody under 16"), "\(journey.screen())")
        journey.press("<Enter>")
        #expect(journey.shell.top is OfferMatchScreen)
    }

    @Test func `from an offer to the women by code, and on to the placement form`() throws {
        var journey = try Journey(opening: { _ in JobsScreen() })
        journey.press("<Tab><Enter>w")
        #expect(journey.screen().contains("AH014-0001"))
        #expect(!journey.screen().contains("王小燕"))
        journey.press("/0007<Tab>")
        #expect(journey.cursorLine().contains("AH014-0007"), "\(journey.screen())")
        journey.press("<Enter>")
        #expect(journey.shell.top is CandidateListScreen)
        #expect(journey.message().contains("16"), "\(journey.screen())")
        journey.press("<Esc><Home><Enter>")
        #expect(journey.shell.top is PlacementFormScreen)
    }

    @Test func `a supervisor sees offers and no women`() throws {
        var journey = try Journey(as: "supervisor", opening: { _ in JobsScreen() })
        journey.press("<Tab><Enter>w")
        #expect(journey.shell.top is OfferScreen)
        #expect(journey.message().contains("own staff"))
        journey.press("c<Down><Enter>")
        #expect(journey.shell.top is OfferCompareScreen)
    }

    @Test func `two offers side by side, the sides swapped, another one chosen`() throws {
        var journey = try Journey(opening: { _ in JobsScreen() })
        journey.press("<Tab><Enter>c<Enter>")
        #expect(journey.message().contains("another offer"), "\(journey.screen())")
        journey.press("c<Down><Enter>")
        // The factory pays 900 and asks nothing; the salon pays 600 and asks 200.
        let lines = journey.screen().split(separator: "\n")
        let wage = try #require(lines.first { $0.contains("Wage (yuan)") })
        #expect(wage.contains("  600") && wage.contains("+ 900"), "\(wage)")
        let fee = try #require(lines.first { $0.contains("Fee asked") })
        #expect(fee.contains("  200") && fee.contains("+ 0"), "\(fee)")
        journey.press("a")
        #expect(journey.screen().contains("Offered on"))
        journey.press("x1")
        #expect(journey.shell.top is OfferScreen)
        #expect(journey.screen().contains("宏达电子厂"))
        journey.press("<Esc>2")
        #expect(journey.screen().contains("丽人发廊"))
    }

    @Test func `the questions of an offer are printed from its page`() throws {
        var journey = try Journey(opening: { _ in JobsScreen() }, writesFiles: true)
        journey.press("<Tab><Enter>P")
        #expect(journey.screen().contains("Ask the employer"))
        journey.press("<F10>")
        #expect(journey.message().contains("Written:"), "\(journey.screen())")
        let text = try #require(journey.files.all.values.first)
        #expect(text.contains("How is overtime paid?") && text.contains("____"))
    }

    @Test func `the pay an hour follows what is typed`() throws {
        var journey = try Journey(at: JobsJourneyTests.later, opening: { _ in JobsScreen() })
        journey.press("<Tab>n")
        journey.press("hongda<Enter>direct<Enter><Enter>sewing<Enter>")
        #expect(journey.screen().contains("Pay an hour: not known yet"))
        journey.press("<PageDown><Down><Down><Down>1200<Enter>1<Enter>")
        journey.press("<PageDown>8<Enter>5<Enter>")
        // 1200 / (40 x 52 / 12).
        #expect(journey.screen().contains("(1200.00) / 173.3 h = 6.92 yuan"), "\(journey.screen())")
    }

    @Test func `an offer that closes before it was made is refused and the form keeps its text`()
        throws
    {
        var journey = try Journey(at: JobsJourneyTests.later, opening: { _ in JobsScreen() })
        journey.press("<Tab><Enter>e")
        let top = try #require(journey.shell.top as? OfferFormScreen)
        let place = try #require(top.form.rows.firstIndex { $0.id == "offer.closesOn" })
        // The focus passes over what is skipped.
        let between = top.form.rows[(top.form.focus + 1)...place].filter { $0.skipped == nil }
        journey.press(
            [Key](repeating: .down, count: between.count) + Key.parse("2007-01-01<F10>"))
        #expect(journey.message().contains("closes before"), "\(journey.screen())")
        #expect(journey.screen().contains("2007-01-01"))
        #expect(journey.shell.top is OfferFormScreen)
    }
}
