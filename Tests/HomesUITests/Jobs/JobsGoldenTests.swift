import HomesCore
import HomesUI
import TestSupport
import Testing

@Suite struct JobsGoldenTests {
    private func both(
        _ name: String, sizes: [(width: Int, height: Int)] = [(80, 24)], at now: Instant? = nil,
        _ keys: String
    ) throws {
        try Journey.expectGoldens(
            name, sizes: sizes, at: now, opening: { _ in JobsScreen() }, keys)
    }

    @Test func `employers, offers and placements`() throws {
        try both("jobs-employers", sizes: Journey.allSizes, "")
        try both("jobs-offers", "<Tab>")
        try both("jobs-placements", "<Tab><Tab>")
    }

    @Test func `an employer`() throws {
        try both("employer", "<Enter>")
        try both("employer-offers", "<Enter><Tab>")
        try both("employer-approval", "<Enter>a")
        try both("employer-form", "n宏<Enter>")
        let visit =
            "<Enter>v<Down>2<Enter>1<Enter>1<Enter>1<Enter>1<Enter>1<Enter>2<Enter>2"
            + "<Down>两人一床<F10>"
        try both("employer-visit-form", "<Enter>v")
        try both("employer-visits", visit)
        try both("employer-visit", visit + "<Enter>")
        try both("employer-women", "<Enter><Tab><Tab><Tab>")
        try both("employer-alike", "n东莞市宏达电子厂有限公司<F10>")
        try both("employer-name-form", "<Enter>N")
    }

    @Test func `the checks of an offer`() throws {
        try both("offer-checks", sizes: Journey.allSizes, "<Tab><Enter>")
        try both("offer-facts", "<Tab><Enter><Tab>")
        try both("offer-rule", "<Tab><Enter><Enter>")
    }

    @Test func `the form of an offer`() throws {
        try both(
            "offer-form", sizes: Journey.allSizes, at: JobsJourneyTests.later,
            "<Enter>n<PageDown>300<Enter>")
        try both("offer-draft-checks", at: JobsJourneyTests.later, "<Enter>n<PageDown>300<F5>")
    }

    @Test func `a placement before it is saved`() throws {
        try both(
            "placement-form", sizes: Journey.allSizes, "<Tab><Down><Enter>p<Enter>")
        try both("offer-choice", "<Tab><Enter>p<Enter><Up><F2>")
    }

    @Test func `a placement and its end`() throws {
        try both("placement", "<Tab><Tab><Enter>")
        try both("placement-end", "<Tab><Tab>e")
        try both("placement-change-form", "<Tab><Tab><Enter>w")
        try both("placement-changed", "<Tab><Tab><Enter>w<Down>600<Down>1<Down>12<F10>")
        try both("placement-terms", sizes: Journey.narrow, "<Tab><Tab><Enter>c")
    }

    @Test func `a refusal`() throws {
        for language in Language.allCases {
            let programme = try JourneyProgramme.make()
            let signature = programme.signature("lin", on: "2008-03-03")
            let id = try #require(programme.offers["feeAsked"])
            var offer = try programme.store.offer(id, by: signature)
            offer.offeredOn = JourneyProgramme.day("2008-03-03")
            try programme.store.editOffer(offer, by: signature)
            var journey = try Journey(
                language: language, at: JobsJourneyTests.later, opening: { _ in JobsScreen() },
                programme: programme)
            journey.press("<Tab><Enter>p<Enter><F10>")
            journey.expectGolden("placement-refused", sizes: Journey.allSizes)
        }
    }
}
