import HomesCore
import HomesUI
import TestSupport
import Testing

/// Whole files: two that become one and two again, and one that is destroyed. Key by key.
@Suite struct FilesTests {
    /// From Today to the choice of the other file of the woman who left last.
    private static let choice = "1<Tab>/AH014-0006<Tab><Enter>M"
    private static let compared = choice + "/AH014-0007<Tab><Enter>"

    @Test func `the screens of a merge`() throws {
        for language in Language.allCases {
            var journey = try Journey(as: "manager", language: language)
            journey.press(Self.choice)
            journey.expectGolden("merge-choice")
            journey.press("/AH014-0007<Tab><Enter>")
            journey.expectGolden("merge", sizes: Journey.narrow)
        }
    }

    @Test(arguments: Language.allCases)
    func `two files become one, and two again`(language: Language) throws {
        var journey = try Journey(as: "manager", language: language)
        journey.press(Self.compared + "<F10>")
        journey.press("AH014-0006<Enter>")
        #expect(journey.screen().contains("AH014-0006"))
        #expect(
            journey.message().contains(language == .english ? "F8 undoes" : "F8"),
            "\(journey.screen())")
        let by = journey.programme.signature("manager", hour: 20)
        let kept = try #require(journey.programme.people["AH014-0006"])
        #expect(try journey.store.residentPage(kept, by: by).stays.count == 2)
        journey.press("MuAH014-0007<Enter>")
        #expect(
            try journey.store.residentPage(kept, by: by).stays.count == 1, "\(journey.screen())")
        let other = try #require(journey.programme.people["AH014-0007"])
        #expect(try journey.store.residentPage(other, by: by).stays.count == 1)
    }

    /// A programme eight years on, with one file closed in time.
    private func eightYearsOn() throws -> JourneyProgramme {
        let programme = try JourneyProgramme.make()
        let manager = programme.signature("manager", hour: 10)
        let id = try #require(programme.people["AH014-0006"])
        let file = try #require(try programme.store.residentPage(id, by: manager).cases.first)
        var request = ClosureRequest()
        request.caseId = file.id
        request.reason = .goalsMet
        request.closeOn = manager.today
        try programme.store.closeCase(request, by: manager)
        return programme
    }

    private static let eightYears = Instant(JourneyProgramme.day("2015-06-15"), hour: 10)

    /// From Today to its last line, which is about closed files.
    private func journeyToFiles(_ journey: inout Journey) {
        journey.press("<End><Enter>")
    }

    @Test(arguments: Language.allCases)
    func `a closed file is held, let go, and destroyed by two`(language: Language) throws {
        let programme = try eightYearsOn()
        var day = try Journey(
            as: "manager", language: language, at: Self.eightYears, programme: programme)
        journeyToFiles(&day)
        #expect(
            day.line(0).contains(language == .english ? "Files to destroy" : "待销毁档案"),
            "\(day.screen())")
        var journey = try Journey(
            as: "manager", language: language, at: Self.eightYears,
            opening: { _ in ProgrammeScreen() }, programme: programme, hasPasswords: true)
        journey.press("5")
        journey.expectGolden("purge-list", sizes: Journey.narrow)
        journey.press("ha court asks<Enter>hit has decided<Enter>")
        journey.press("D")
        journey.expectGolden("purge-confirm")
        journey.press("AH014-0006<Enter>")
        journey.press(JourneyProgramme.password(of: "manager") + "<Enter>")
        let second = "supervisor"
        journey.press(second + "<Enter>" + JourneyProgramme.password(of: second) + "<Enter>")
        #expect(!journey.screen().contains("AH014-0006"), "\(journey.screen())")
        journey.press("t")
        #expect(journey.screen().contains("AH014-0006"), "\(journey.screen())")
        journey.expectGolden("tombstones")
    }
}
