import HomesCore
import HomesUI
import TestSupport
import Testing

@Suite struct TrailGoldenTests {
    @Test func `who read her file`() throws {
        try Journey.expectGoldens(
            "readers", sizes: Journey.narrow,
            opening: { _ in ResidentListScreen() }, "<Enter>r")
    }

    @Test func `what the manager is asked about, and the rows behind it`() throws {
        for language in Language.allCases {
            let programme = try JourneyProgramme.make()
            let person = try #require(programme.people.keys.sorted().first)
            let id = try #require(programme.people[person])
            for minute in 0..<3 {
                var signature = programme.signature("lin", on: "2007-06-13", hour: 23)
                signature.at = signature.at.adding(seconds: minute * 60)
                _ = try programme.store.residentPage(id, by: signature)
            }
            var journey = try Journey(
                as: "manager", language: language, opening: { _ in BrowsingListScreen() },
                programme: programme)
            journey.expectGolden("browsing", sizes: Journey.narrow)
            journey.press("<Enter>")
            journey.expectGolden("browsing-rows", sizes: Journey.narrow)
            journey.press("cshe was called<Enter>")
            journey.press("<Esc>")
            #expect(!journey.screen().contains("23:00"))
        }
    }
}
