import HomesCore
import HomesUI
import TestSupport
import Testing

@Suite struct FollowUpsGoldenTests {
    private func both(
        _ name: String, sizes: [(width: Int, height: Int)] = [(80, 24)], _ keys: String
    ) throws {
        try Journey.expectGoldens(
            name, sizes: sizes, opening: { _ in FollowUpListScreen() }, keys)
    }

    @Test func `the call sheet`() throws {
        try both("follow-ups", sizes: Journey.allSizes, "")
    }

    @Test func `a call`() throws {
        try both("follow-up", sizes: Journey.allSizes, "<Enter>1<Enter>")
        try both("follow-up-indicators", "<Enter>1<Enter><PageDown><PageDown>1")
        try both("follow-up-reach", "<Enter><F5>")
    }

    @Test func `a call that was made, to be corrected`() throws {
        try Journey.expectGoldens(
            "follow-up-correction", sizes: Journey.narrow, "1<Tab><Enter>7<Enter>")
    }

    @Test func `putting off and the alerts`() throws {
        try both("follow-up-put-off", "p")
        try both("alerts", sizes: [(80, 24), (60, 16)], "a")
        try both("alert-next", sizes: [(80, 24), (60, 16)], "an")
        try both("alert-referral", "an<Enter>")
    }
}
