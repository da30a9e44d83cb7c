import HomesCore
import HomesUI
import TestSupport
import Testing

@Suite struct SessionGoldenTests {
    private func both(
        _ name: String, sizes: [(width: Int, height: Int)] = [(80, 24)], _ keys: String
    ) throws {
        try Journey.expectGoldens(
            name, sizes: sizes, opening: { _ in SessionListScreen() }, keys)
    }

    @Test func `the list of sessions`() throws {
        try both("sessions", sizes: Journey.allSizes, "")
    }

    @Test func `a session`() throws {
        try both("session", "<Enter>")
    }

    @Test func `a group form: who takes part`() throws {
        try both(
            "session-who", sizes: Journey.allSizes, "gwxy<Space>clf<BS><BS><BS><Down><Right>40")
    }

    @Test func `a session form: topics`() throws {
        try both("session-topics", sizes: Journey.allSizes, "nwxy<Enter>25")
    }

    @Test func `a session form: details`() throws {
        try both("session-details", sizes: [(80, 24), (60, 16)], "nwxy<Enter>25<PageDown><Down>")
    }

    @Test func `topics by residents`() throws {
        try both("coverage", sizes: Journey.allSizes, "k<Down>")
    }

    @Test func `the pre-departure checklist`() throws {
        try both("checklist", sizes: [(80, 24), (60, 16)], "k<Enter>12")
    }

    private func full(
        _ name: String, women: Int, sizes: [(width: Int, height: Int)] = [(80, 24)],
        _ keys: String
    ) throws {
        for language in Language.allCases {
            var programme = try JourneyProgramme.make()
            try programme.fill(to: women)
            var journey = try Journey(
                language: language, opening: { _ in SessionListScreen() }, programme: programme)
            journey.press(keys)
            journey.expectGolden(name, sizes: sizes)
        }
    }

    @Test func `a group of twelve while it is being scored`() throws {
        try full("session-group", women: 12, sizes: Journey.narrow, "g<F5>4080357")
    }

    @Test func `topics by residents in a full home, and with dates`() throws {
        try full("coverage-30", women: 30, "k")
        try full("coverage-dates", women: 30, sizes: Journey.narrow, "kd")
    }

    @Test func `what was given out, and an interpreter with a conflict`() throws {
        try both("session-materials", sizes: Journey.narrow, "nwxy<Enter>2<PageDown><PageDown>13")
        try both(
            "session-interpreter",
            "nwxy<Enter>2<Enter><Down><Down><Down><Down><Down>周正<Enter>341226<Enter><Enter>")
    }
}
