import HomesCore
import HomesUI
import TestSupport
import Testing

@Suite struct MigrationPlanJourneyTests {
    private func page(_ journey: Journey, on day: String = "2007-06-15") throws -> ResidentPage {
        let id = try #require(journey.programme.people["AH014-0003"])
        return try journey.store.residentPage(id, by: journey.programme.signature("lin", on: day))
    }

    /// Her page, open at a tab.
    private func journey(
        _ language: Language = .english, on day: String = "2007-06-15",
        programme: JourneyProgramme? = nil
    ) throws -> Journey {
        let programme = try programme ?? JourneyProgramme.make()
        let id = try #require(programme.people["AH014-0003"])
        return try Journey(
            language: language, at: Instant(JourneyProgramme.day(day), hour: 10),
            opening: { _ in ResidentScreen(personId: id) }, programme: programme)
    }

    /// In three days, to Panyu, to a firm there, by train; the number there may be called.
    private static let typed =
        "t+3<Enter>440113<Enter>宏达电子厂<Enter>番禺区8号<Enter>K5次列车<Enter>1<Enter>13800000077<Enter>"
        // A big sister knows; she may be called; the numbers were confirmed today.
        + "赵大姐<Enter>邻居<Enter>1<Enter>13800000088<Enter>t<Enter>"

    @Test(arguments: Language.allCases)
    func `from her page to a plan with its calls, and back by undo`(_ language: Language) throws {
        var journey = try journey(language)
        journey.press("m" + Self.typed + "<F10>")
        let said = language == .english ? "Saved: check-ins on" : "已保存：报平安"
        #expect(journey.message().contains(said), "\(journey.screen())")
        let page = try page(journey)
        let plan = try #require(page.plan)
        #expect(plan.travelDate == JourneyProgramme.day("2007-06-18"))
        #expect(plan.destinationCounty == .said("440113"))
        #expect(plan.destinationPhone == .said("13800000077") && plan.destinationMayCall == .yes)
        #expect(plan.knowsName == .said("赵大姐") && plan.knowsPhone == .said("13800000088"))
        // What the file knew already.
        #expect(plan.codePhrase == .said("李子熟了") && plan.checkInDays == "1 3 7")
        #expect(
            page.checkIns.map(\.followUp.dueOn.iso) == ["2007-06-19", "2007-06-21", "2007-06-25"])
        journey.press("<F8>")
        #expect(try self.page(journey).plan == nil)
        #expect(try self.page(journey).checkIns.isEmpty)
    }

    @Test(arguments: Language.allCases)
    func `another day of travel moves the open calls and says so`(_ language: Language) throws {
        var journey = try journey(language)
        journey.press("m" + Self.typed + "<F10>")
        journey.press("m" + "et+5<F10>")
        let said = language == .english ? "open check-ins moved to" : "未完成的报平安改到"
        #expect(journey.message().contains(said), "\(journey.screen())")
        #expect(
            try page(journey).checkIns.map(\.followUp.dueOn.iso)
                == ["2007-06-21", "2007-06-23", "2007-06-27"])
    }

    @Test(arguments: Language.allCases)
    func `on the day she is on the call sheet, the code phrase before the number`(
        _ language: Language
    ) throws {
        var planned = try journey(language)
        planned.press("m" + Self.typed + "<F10>")
        var journey = try Journey(
            language: language, at: Instant(JourneyProgramme.day("2007-06-19"), hour: 19),
            opening: { _ in FollowUpListScreen() }, programme: planned.programme)
        journey.press("/AH014-0003<Tab>")
        let sheet = journey.screen()
        let occasion =
            language == .english ? "check-in, day 1 of her journey" : "外出第1天报平安"
        #expect(sheet.contains(occasion) && sheet.contains("李子熟了"), "\(sheet)")
        #expect(!sheet.contains("1380000") && !sheet.contains("番禺") && !sheet.contains("宏达"))
        journey.press("<Enter>")
        let call = journey.screen()
        let phrase = try #require(call.range(of: "李子熟了"), "\(call)")
        let number = try #require(call.range(of: "13800000001"), "\(call)")
        #expect(phrase.upperBound < number.lowerBound)
        journey.press("1<Enter>1<F10>")
        let done = try page(journey, on: "2007-06-19").checkIns
        #expect(done.first?.followUp.reached == .yes, "\(journey.screen())")
    }

    @Test(arguments: Language.allCases)
    func `two missed check-ins are an alert on Today`(_ language: Language) throws {
        var planned = try journey(language)
        planned.press("m" + Self.typed + "<F10>")
        var journey = try Journey(
            language: language, at: Instant(JourneyProgramme.day("2007-06-21"), hour: 19),
            opening: { _ in FollowUpListScreen() }, programme: planned.programme)
        journey.press("/AH014-0003<Tab><Home><Enter>2<Enter>1<F10>")
        journey.press("<Enter>2<Enter>1<F10>")
        #expect(
            journey.message().contains(language == .english ? "ALERT raised" : "已发出警示"),
            "\(journey.screen())")
        #expect(try page(journey, on: "2007-06-21").openAlerts.count == 1)
    }

    @Test(arguments: Language.allCases)
    func `the checklist is answered where the plan stands`(_ language: Language) throws {
        var journey = try journey(language)
        journey.press("m" + Self.typed + "<F10>" + "m<End>1<Up>2")
        let checklist = try page(journey).checklist
        #expect(checklist[.hotlineCard] == .yes, "\(journey.screen())")
        #expect(checklist.values.filter { $0 == .no }.count == 1, "\(journey.screen())")
    }

    @Test(arguments: Language.allCases)
    func `what is missing leads to where it is done`(_ language: Language) throws {
        var journey = try journey(language)
        journey.press("m" + Self.typed + "<F10>" + "m")
        // The first thing missing is topic 1: Enter opens a session with it ticked.
        journey.press("<Enter>")
        #expect(journey.screen().contains("[x] T1 "), "\(journey.screen())")
        journey.press("<F10>")
        #expect(try page(journey).coverage[.deciding] != nil)
        #expect(try page(journey).gaps.contains { $0.kind == .topic(.deciding) } == false)
    }

    @Test(arguments: Language.allCases)
    func `days that are none are said, and nothing typed is lost`(_ language: Language) throws {
        var journey = try journey(language)
        journey.press("m" + Self.typed + "soon<F10>")
        #expect(try page(journey).plan == nil)
        #expect(journey.message().contains("1 3 7"), "\(journey.screen())")
        journey.press("<Esc>")
        #expect(journey.message().contains(language == .english ? "draft is kept" : "草稿"))
        journey.press("m")
        #expect(journey.screen().contains("soon"), "\(journey.screen())")
        journey.press("<C-x>")
    }

    @Test func `two workers change the plan at once, and see both values`() throws {
        var first = try journey()
        first.press("m" + Self.typed + "<F10>")
        var second = try journey(programme: first.programme)
        first.press("me<Down><Down><Down>")
        second.press("me<Down><Down><Down><Down><C-x>")
        first.press("x<F10>")
        second.press("x")
        second.press("<F10>")
        let page = try page(first)
        #expect(page.plan?.destinationPlace != .said("番禺区8号"))
    }

    @Test func `the plan tab says what is missing and has the plan`() throws {
        var journey = try journey()
        journey.press("5")
        #expect(journey.screen().contains("Still missing before departure"))
        #expect(journey.screen().contains("no safe-migration plan yet"))
        journey.press("m" + Self.typed + "<F10>")
        journey.press("5<Home>")
        for _ in 0..<60 where !journey.screen().contains("Travels on") { journey.press("<Down>") }
        #expect(journey.screen().contains("Travels on"), "\(journey.screen())")
    }
}
