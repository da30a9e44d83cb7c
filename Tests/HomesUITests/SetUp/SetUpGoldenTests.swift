import HomesCore
import HomesUI
import TestSupport
import Testing

/// The first run and the sign-in.
@Suite struct SetUpGoldenTests {
    private func setUp(
        _ name: String, sizes: [(width: Int, height: Int)] = [(80, 24)], _ keys: String
    ) throws {
        for language in Language.allCases {
            var journey = try Journey(as: nil)
            let world = World(
                store: try HomesStore.inMemory(), now: JourneyProgramme.now, language: language)
            journey.shell = Shell(world: world, first: SetUpScreen(world))
            journey.press(keys)
            journey.expectGolden(name, sizes: sizes)
        }
    }

    @Test func `the set-up, part by part`() throws {
        try setUp("set-up", sizes: Journey.allSizes, "")
        try setUp("set-up-programme", "<Up><Up><Up><Up><Up>")
        try setUp("set-up-registry", "<Up>")
        try setUp("set-up-registries", "<Up><F2>")
        try setUp("set-up-home", "fang<Down>Fang Li<Down>caseworker<Down><Down>014")
    }

    @Test func `what is wrong in the set-up`() throws {
        try setUp("set-up-nameless", sizes: Journey.narrow, "<F10>")
        try setUp("set-up-spaces", "fang li<F10>")
        try setUp("set-up-homeless", "fang<Down>Fang Li<Down>caseworker<F10>")
        try setUp("set-up-leaving", "<Esc>")
    }

    @Test func `the set-up leads to the first screen`() throws {
        try setUp("set-up-done", "fang<F10>")
    }

    @Test func `the sign-in`() throws {
        try Journey.expectGoldens("sign-in", sizes: Journey.allSizes, as: nil)
        try Journey.expectGoldens("sign-in-find", as: nil, "/lin")
    }
}
