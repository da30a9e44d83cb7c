import HomesCore
import HomesUI
import TestSupport
import Testing

/// Who is expected, who came, who did not, who was turned away, who came by: by keys.
@Suite struct ArrivalsJourneyTests {
    private func arrivals(_ journey: Journey) throws -> ArrivalsPage {
        let signature = journey.programme.signature("lin", hour: 12)
        return try journey.store.arrivals(
            homeId: try #require(signature.homeId), by: signature)
    }

    private func go(_ journey: inout Journey, to label: String) {
        for _ in 0..<40 where !journey.cursorLine().contains(label) { journey.press("<Down>") }
        #expect(journey.cursorLine().contains(label), "\(journey.screen())")
    }

    @Test(arguments: Language.allCases)
    func `from the intake: she is expected, comes, and is admitted into her bed`(
        language: Language
    ) throws {
        var journey = try Journey(language: language)
        journey.press("2<Up>2<Enter>")
        #expect(journey.shell.top is ReservationFormScreen, "\(journey.screen())")
        journey.press("<Down>red umbrella<Enter>车站值班处<Enter><Enter>1/3<F10>")
        #expect(journey.shell.top is TodayScreen, "\(journey.screen())")
        let open = try arrivals(journey).open
        #expect(open.map(\.who) == ["red umbrella"] && open.map(\.bed) == ["1/3"])
        #expect(journey.screen().contains("red umbrella"), "\(journey.screen())")
        journey.press("w<Enter>")
        #expect(journey.shell.top is IntakeScreen, "\(journey.screen())")
        journey.press("<Down>孙小妹<F10>")
        #expect(journey.shell.top is ResidentScreen, "\(journey.screen())")
        #expect(journey.message().contains("AH014-0010"))
        let page = try arrivals(journey)
        #expect(page.open.isEmpty && page.answered.map(\.state) == [.ended(.arrived)])
        #expect(page.answered.map(\.who) == ["AH014-0010"])
        #expect(try journey.store.check().isEmpty)
    }

    @Test func `a woman the home knows is expected by her code, and comes again`() throws {
        var journey = try Journey()
        journey.press("wezm<F10>")
        #expect(journey.message().contains("Expected tonight, no bed"), "\(journey.screen())")
        #expect(journey.screen().contains("AH014-0009"))
        journey.press("<Enter>")
        #expect(journey.line(0).contains("Intake of AH014-0009"), "\(journey.screen())")
        journey.press("<F11>")
        #expect(journey.message().contains("Admitted AH014-0009"), "\(journey.screen())")
        #expect(try arrivals(journey).answered.count == 1)
    }

    @Test func `on the bed board the bed is held for her, and Enter admits her`() throws {
        var journey = try Journey()
        journey.press("we<Down>lamp<Enter><Enter><Enter>1/3<F10><Esc>3")
        for _ in 0..<12 where !journey.screen().contains("for lamp") { journey.press("<Right>") }
        #expect(journey.screen().contains("for lamp"), "\(journey.screen())")
        journey.press("<Enter>")
        #expect(journey.line(0).contains("Intake of lamp"), "\(journey.screen())")
        journey.press("<F11>")
        #expect(journey.message().contains("to room 1 bed 3"), "\(journey.screen())")
    }

    @Test func `she did not come: the bed is free, and one key takes it back`() throws {
        var journey = try Journey()
        journey.press("we<Down>lamp<Enter><Enter><Enter>1/3<F10>n")
        #expect(journey.message().contains("Did not come; bed 1/3 is free"), "\(journey.screen())")
        #expect(try arrivals(journey).open.isEmpty)
        journey.press("<F8>")
        #expect(try arrivals(journey).open.map(\.bed) == ["1/3"], "\(journey.screen())")
        journey.press("c")
        #expect(journey.message().contains("Cancelled"), "\(journey.screen())")
    }

    @Test func `the morning after, Today asks whether she came`() throws {
        var journey = try Journey()
        journey.press("we<Down>lamp<F10>")
        var later = try Journey(
            at: Instant(JourneyProgramme.day("2007-06-16"), hour: 13),
            programme: journey.programme)
        go(&later, to: "lamp")
        #expect(later.screen().contains("Did she come?"), "\(later.screen())")
        later.press("<Enter>")
        #expect(later.shell.top is ArrivalListScreen)
        #expect(later.screen().contains("To answer"), "\(later.screen())")
    }

    @Test func `what a reservation lacks is said at its field`() throws {
        var journey = try Journey()
        journey.press("we<F10>")
        #expect(journey.cursorLine().contains("Code word"), "\(journey.screen())")
        journey.press("lamp<Enter><Enter>t-1<F10>")
        #expect(journey.cursorLine().contains("night"), "\(journey.screen())")
        journey.press("t<F10>")
        #expect(journey.message().contains("Expected"), "\(journey.screen())")
    }

    @Test(arguments: Language.allCases)
    func `turned away without a file, and voided when typed twice`(language: Language) throws {
        var journey = try Journey(language: language)
        journey.press("2<Up>3<Enter>")
        #expect(journey.shell.top is TurnAwayFormScreen, "\(journey.screen())")
        journey.press("<F10>")
        #expect(try arrivals(journey).turnAways.isEmpty)
        journey.press("3<Enter>1<Enter>救助站<F10>")
        let turned = try #require(try arrivals(journey).turnAways.first)
        #expect(turned.ageBand == .from16To17 && turned.reason == .full)
        #expect(turned.referredTo == "救助站")
        journey.press("wVtyped twice<Enter>")
        #expect(try arrivals(journey).turnAways.isEmpty, "\(journey.screen())")
    }

    @Test(arguments: Language.allCases)
    func `came by: a tally with what they used, and a woman the home knows`(
        language: Language
    ) throws {
        var journey = try Journey(language: language)
        journey.press("2<Up>4<Enter>")
        #expect(journey.shell.top is VisitFormScreen, "\(journey.screen())")
        journey.press("<Down>4<Enter>3<PageDown>1<Enter>1<F10>")
        journey.press("wbzm<F10>")
        let visits = try arrivals(journey).visits
        #expect(visits.count == 2, "\(journey.screen())")
        let tally = try #require(visits.first { $0.personCode == nil })
        #expect(tally.visit.tally == 3 && tally.services == [.information, .talk])
        #expect(visits.contains { $0.personCode == "AH014-0009" && $0.visit.tally == 1 })
    }

    @Test func `what was typed in the intake before is a draft there`() throws {
        var journey = try Journey()
        journey.press("2<Down>孙小妹<Enter><Up><Up><Up>2<Enter>")
        #expect(journey.shell.top is ReservationFormScreen, "\(journey.screen())")
        journey.press("<Up>1<Enter>")
        #expect(journey.shell.top is IntakeScreen, "\(journey.screen())")
        #expect(journey.screen().contains("孙小妹"), "\(journey.screen())")
    }

    @Test func `the palette goes there from everywhere`() throws {
        var journey = try Journey()
        journey.press("3:who is exp<Enter>")
        #expect(journey.shell.top is ArrivalListScreen, "\(journey.screen())")
    }
}
