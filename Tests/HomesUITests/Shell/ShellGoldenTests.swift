import HomesCore
import HomesUI
import TestSupport
import Testing

/// Today, and what the shell draws over every screen: help, cover, the sentence of a window that is
/// too small.
@Suite struct ShellGoldenTests {
    @Test func `a caseworker's day`() throws {
        try Journey.expectGoldens("today", sizes: Journey.allSizes)
        try Journey.expectGoldens("today-drafts", "2<Down>丁香<Esc>")
        try Journey.expectGoldens("today-by-day", as: "hong")
        try Journey.expectGoldens("today-undone", "2341226198803050264<Enter>黄小丽<F10><F8><Esc>")
    }

    @Test func `help over several screens`() throws {
        try Journey.expectGoldens("help-today", sizes: Journey.narrow, "?")
        try Journey.expectGoldens("help-resident", sizes: Journey.allSizes, "1<Enter>?")
        try Journey.expectGoldens("help-intake", "2<F1>")
        try Journey.expectGoldens("help-residents", "1?")
        try Journey.expectGoldens("help-filter", "1?/n")
        try Journey.expectGoldens(
            "help-occupancy", as: "supervisor", opening: { _ in OccupancyScreen() }, "?")
        try Journey.expectGoldens("help-sign-in", as: nil, "?")
    }

    @Test func `the cover has nothing of the work in it`() throws {
        for language in Language.allCases {
            var journey = try Journey(language: language, hasPasswords: true)
            journey.press("1<Enter><F12>")
            journey.expectGolden("cover", sizes: Journey.allSizes + [(20, 5)], kind: "Cover")
            journey.press("wrong")
            journey.expectGolden("cover-typed", kind: "Cover")
            journey.press("<Enter>")
            journey.expectGolden("cover-wrong", kind: "Cover")
            journey.press(JourneyProgramme.password(of: "lin") + "<Enter>")
            journey.expectGolden("resident")
        }
    }

    @Test func `a window that is too small says so and keeps the state`() throws {
        for language in Language.allCases {
            var journey = try Journey(language: language)
            journey.press("1<Enter>")
            journey.expectGolden("too-small", sizes: [(59, 16), (20, 5)], kind: "TooSmall")
            journey.expectGolden("resident")
        }
    }

    @Test func `after 15 minutes without a key the user is signed off`() throws {
        for language in Language.allCases {
            var journey = try Journey(language: language)
            journey.wait(seconds: 901)
            journey.expectGolden("signed-off")
        }
    }

    @Test func `the handover of the shift, and its line on Today`() throws {
        for language in Language.allCases {
            let programme = try JourneyProgramme.make()
            try programme.store.signOut(by: programme.signature("lin", on: "2007-06-14", hour: 20))
            let manager = programme.signature("manager", on: "2007-06-15", hour: 1)
            let code = try #require(programme.people.keys.sorted().first)
            let id = try #require(programme.people[code])
            let page = try programme.store.residentPage(id, by: manager)
            let stay = try #require(page.openStay)
            let board = try programme.store.bedBoard(
                homeId: stay.stay.homeId, night: manager.today, by: manager)
            let free = try #require(
                board.rooms.flatMap(\.beds).first { $0.state == .free }?.bed.id)
            _ = try programme.store.moveBed(
                stayId: stay.stay.id, to: free, from: manager.today, by: manager)
            var journey = try Journey(language: language, programme: programme)
            journey.expectGolden("today-handover")
            journey.press("h")
            journey.expectGolden("handover", sizes: Journey.narrow)
            journey.press("<Enter>")
            #expect(journey.screen().contains(code))
        }
    }

    @Test func `keys that do nothing here say so`() throws {
        try Journey.expectGoldens("today-no-key", "z")
    }
}
