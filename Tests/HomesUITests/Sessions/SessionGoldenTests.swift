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
}
