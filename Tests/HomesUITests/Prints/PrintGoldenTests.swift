import HomesCore
import HomesUI
import TestSupport
import Testing

@Suite struct PrintGoldenTests {
    @Test func `what can be printed about a woman, and of the home`() throws {
        try Journey.expectGoldens(
            "sheets-hers", sizes: Journey.narrow, opening: { _ in ResidentListScreen() },
            "<Enter>p")
        try Journey.expectGoldens("sheets-home", "p")
    }

    @Test func `a sheet before it is printed`() throws {
        try Journey.expectGoldens(
            "sheet-intake", sizes: Journey.narrow, opening: { _ in ResidentListScreen() },
            "<Enter>p<Enter>")
        try Journey.expectGoldens("sheet-call", opening: { _ in FollowUpListScreen() }, "P<Enter>")
        try Journey.expectGoldens(
            "sheet-roster-html", opening: { _ in ResidentListScreen() }, "p<Enter>t")
    }

    @Test func `the papers that were printed, and what one of them is`() throws {
        for language in Language.allCases {
            var journey = try Journey(language: language, writesFiles: true)
            journey.press("p<Enter><F10>")
            journey.expectGolden("sheet-written")
            journey.press("<Esc>f")
            journey.expectGolden("papers", sizes: Journey.narrow)
            journey.press("<Enter>")
            journey.expectGolden("papers-one")
        }
    }

    @Test func `the second person for the copy of her file`() throws {
        for language in Language.allCases {
            var journey = try Journey(
                language: language, opening: { _ in ResidentListScreen() }, writesFiles: true)
            journey.press("<Enter>p<End><Enter><F10>")
            journey.expectGolden("sheet-second")
        }
    }
}
