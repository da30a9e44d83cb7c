import HomesCore
import HomesUI
import TestSupport
import Testing

/// She goes out and comes back; what the home keeps for her: by keys.
@Suite struct AbsenceJourneyTests {
    private func page(_ journey: Journey, on day: String = "2007-06-15") throws -> ResidentPage {
        try journey.store.residentPage(
            try #require(journey.programme.people["AH014-0001"]),
            by: journey.programme.signature("lin", on: day, hour: 12))
    }

    @Test(arguments: Language.allCases)
    func `out with one key and three more, back with one`(language: Language) throws {
        var journey = try Journey(language: language)
        journey.press("1<Enter>o1<F10>")
        #expect(journey.shell.top is ResidentScreen, "\(journey.screen())")
        let absence = try #require(try page(journey).openAbsence)
        #expect(absence.reason == .leave && absence.expectedBack == JourneyProgramme.today)
        #expect(journey.screen().contains("2007-06-15"))
        journey.press("o")
        #expect(try page(journey).openAbsence == nil, "\(journey.screen())")
        journey.press("<F8>")
        #expect(try page(journey).openAbsence != nil, "\(journey.screen())")
        #expect(try journey.store.check().isEmpty)
    }

    @Test func `late, she is first among the warnings; missing, an alarm`() throws {
        var journey = try Journey()
        journey.press("1<Enter>o1<F10>")
        let start = Instant(JourneyProgramme.day("2007-06-17"), hour: 9)
        var later = try Journey(at: start, programme: journey.programme)
        let text = later.screen()
        #expect(text.contains("Out late"), "\(text)")
        #expect(text.contains("expected back 2007-06-15, 2 days ago"), "\(text)")
        let lines = text.split(separator: "\n").map(String.init)
        let late = try #require(lines.firstIndex { $0.contains("Out late") })
        let overdue = try #require(lines.firstIndex { $0.contains("Alerts") })
        #expect(late < overdue)
        later.press("<Home>")
        for _ in 0..<9 where !later.cursorLine().contains("AH014-0001") { later.press("<Down>") }
        later.press("<Enter>")
        for _ in 0..<9 where !later.cursorLine().contains("Out ") { later.press("<Down>") }
        later.press("<Enter>")
        #expect(later.shell.top is AbsenceEditScreen, "\(later.screen())")
        later.press("4<F10>")
        // Who is missing is an incident as well: its form comes up by itself, once.
        #expect(later.shell.top is IncidentFormScreen, "\(later.screen())")
        #expect(later.screen().contains("AH014-0001"), "\(later.screen())")
        later.press("<F10>")
        #expect(later.shell.top is ResidentScreen, "\(later.screen())")
        let page = try page(later, on: "2007-06-17")
        #expect(page.sharing.incidents.map(\.incident.class) == [.missingResident])
        #expect(later.screen().contains("MISSING since 2007-06-15"), "\(later.screen())")
        for _ in 0..<9 where !later.cursorLine().contains("Out ") { later.press("<Down>") }
        later.press("<Enter><Down><Down><Down><Down>called her aunt<F10>")
        #expect(later.shell.top is ResidentScreen, "\(later.screen())")
        later.press("<Esc>")
        #expect(later.screen().contains("MISSING"), "\(later.screen())")
        #expect(!later.screen().contains("Out late"))
    }

    @Test func `two workers on one absence see both values`() throws {
        var journey = try Journey()
        journey.press("1<Enter>o1<F10>2")
        for _ in 0..<9 where !journey.cursorLine().contains("Out ") { journey.press("<Down>") }
        journey.press("<Enter><Down>t+1")
        var absence = try #require(try page(journey).openAbsence)
        absence.expectedBack = JourneyProgramme.day("2007-06-20")
        try journey.store.editAbsence(
            absence, by: journey.programme.signature("lin", hour: 11))
        journey.press("<F10>")
        #expect(journey.line(0).contains("Changed by somebody else"), "\(journey.screen())")
        journey.press("m<F10>")
        #expect(
            try page(journey).openAbsence?.expectedBack == JourneyProgramme.day("2007-06-16"),
            "\(journey.screen())")
    }

    @Test(arguments: Language.allCases)
    func `things in and out, item by item`(language: Language) throws {
        var journey = try Journey(language: language)
        journey.press("1<Enter>g")
        #expect(journey.shell.top is BelongingListScreen, "\(journey.screen())")
        journey.press("n2 bags, phone<Enter><Enter>ID card<Enter>1<F10>")
        #expect(journey.message().contains("AH014-0001-R1"), "\(journey.screen())")
        #expect(try page(journey).keptBelongings.count == 3)
        journey.press("<Home>b")
        #expect(try page(journey).keptBelongings.map(\.item) == ["phone", "ID card"])
        journey.press("<Down><Enter>")
        #expect(journey.shell.top is BelongingEditScreen, "\(journey.screen())")
        journey.press("<Esc><Esc>1")
        #expect(journey.screen().contains("ID card"), "\(journey.screen())")
        journey.press("gB")
        #expect(try page(journey).keptBelongings.isEmpty, "\(journey.screen())")
    }

    @Test func `an exit with something kept says so, or gives it back with one answer`() throws {
        var journey = try Journey()
        journey.press("1<Enter>gnbag<F10><Esc>x")
        #expect(journey.screen().contains("Given back to her now"), "\(journey.screen())")
        journey.press("<F10>")
        #expect(journey.message().contains("1 to correct"), "\(journey.screen())")
        journey.press("2<F10>")
        #expect(journey.message().contains("STILL KEPT: bag"), "\(journey.screen())")
        #expect(try page(journey).keptBelongings.count == 1)
        var other = try Journey()
        other.press("1<Enter>gnbag<F10><Esc>x<End><F10>1<F10>")
        #expect(!other.message().contains("KEPT"), "\(other.screen())")
        #expect(try page(other).keptBelongings.isEmpty, "\(other.screen())")
    }
}
