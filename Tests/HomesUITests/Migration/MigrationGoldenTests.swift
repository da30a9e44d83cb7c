import HomesCore
import HomesUI
import TestSupport
import Testing

@Suite struct MigrationGoldenTests {
    private static let plan =
        "t+3<Enter>440113<Enter>宏达电子厂<Enter>番禺区8号<Enter>K5次列车<Enter>1<Enter>13800000077<Enter>"
        + "赵大姐<Enter>邻居<Enter>1<Enter>13800000088<Enter>t<Enter>"

    private func both(
        _ name: String, sizes: [(width: Int, height: Int)] = [(80, 24)],
        tab: ResidentTab = .summary, _ keys: String
    ) throws {
        for language in Language.allCases {
            let programme = try JourneyProgramme.make()
            let id = try #require(programme.people["AH014-0003"])
            var journey = try Journey(
                language: language,
                opening: { _ in ResidentScreen(personId: id, tab: tab) }, programme: programme)
            journey.press(keys)
            journey.expectGolden(name, sizes: sizes)
        }
    }

    @Test func `the form of a new plan`() throws {
        try both("migration-plan-new", sizes: Journey.narrow, "m")
        try both("migration-plan-form", sizes: Journey.narrow, "m" + Self.plan)
    }

    @Test func `what is missing`() throws {
        try both("migration-plan-missing", "m<F5>")
    }

    @Test func `the plan in one place`() throws {
        try both("migration-plan", sizes: Journey.narrow, "m" + Self.plan + "<F10>m")
        try both("migration-plan-end", "m" + Self.plan + "<F10>m<End>2")
    }

    @Test func `the plan tab of her page`() throws {
        try both("resident-plan-made", tab: .plan, "m" + Self.plan + "<F10>")
    }

    @Test func `a check-in on the call sheet and as a call`() throws {
        for language in Language.allCases {
            let programme = try JourneyProgramme.make()
            let id = try #require(programme.people["AH014-0003"])
            var planned = try Journey(
                language: language, opening: { _ in ResidentScreen(personId: id) },
                programme: programme)
            planned.press("m" + Self.plan + "<F10>")
            var journey = try Journey(
                language: language, at: Instant(JourneyProgramme.day("2007-06-19"), hour: 19),
                opening: { _ in FollowUpListScreen() }, programme: programme)
            journey.press("/AH014-0003<Tab>")
            journey.expectGolden("follow-ups-check-in")
            journey.press("<Enter>")
            journey.expectGolden("follow-up-check-in", sizes: Journey.narrow)
        }
    }
}
