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
                store: try HomesStore.throwawayPlace(), now: JourneyProgramme.now,
                language: language)
            journey.shell = Shell(world: world, first: SetUpScreen(world))
            journey.press(keys)
            journey.expectGolden(name, sizes: sizes)
        }
    }

    private static let password = "fang planted two pear trees"
    private static let both = password + "<Down>" + password

    @Test func `the set-up, part by part`() throws {
        try setUp("set-up", sizes: Journey.allSizes, "")
        try setUp("set-up-programme", "<Up><Up><Up><Up><Up>")
        try setUp("set-up-registry", "<Up>")
        try setUp("set-up-registries", "<Up><F2>")
        try setUp("set-up-password", "fang<Down>Fang Li<Down><Down>" + Self.both)
    }

    @Test func `what is wrong in the set-up`() throws {
        try setUp("set-up-nameless", sizes: Journey.narrow, "<F10>")
        try setUp("set-up-spaces", "fang li<Down><Down><Down>" + Self.both + "<F10>")
        try setUp("set-up-short", "fang<Down><Down><Down>pear tree<Down>pear tree<F10>")
        try setUp("set-up-unlike", "fang<Down><Down><Down>\(Self.password)<Down>another<F10>")
        try setUp("set-up-leaving", "<Esc>")
    }

    @Test func `the set-up shows three shares once, and leads to the first screen`() throws {
        for language in Language.allCases {
            var journey = try Journey(as: nil)
            let store = try HomesStore.throwawayPlace()
            let world = World(store: store, now: JourneyProgramme.now, language: language)
            journey.shell = Shell(world: world, first: SetUpScreen(world))
            journey.press("fang<Down><Down><Down>" + Self.both + "<F10>")
            for (share, place) in zip(1...3, [7, 12, 18]) {
                #expect(journey.shell.top is SharesScreen)
                let word = try #require(Self.word(place, on: journey.screen()))
                journey.press("wrong<Enter>")
                #expect(journey.line(0).contains("\(share)"))
                journey.press(word + "<Enter>")
            }
            journey.expectGolden("set-up-done")
            #expect(try store.homes().count == 137)
        }
    }

    /// A numbered word of a share on the screen.
    private static func word(_ place: Int, on screen: String) -> String? {
        let parts = screen.split { $0 == " " || $0 == "\n" }
        guard let index = parts.firstIndex(of: "\(place)") else { return nil }
        return String(parts[index + 1])
    }

    @Test func `a share as it is shown once`() throws {
        // Number 1 of set 0, with the check words that belong to it.
        let words =
            "album anchor bamboo blanket broom canoe cinnamon coral dance drum "
            + "fabric frost glove helmet jelly lamp lizard copper shell hedge"
        let share = try #require(try? ShareWords.read(words).get())
        for language in Language.allCases {
            var journey = try Journey(as: nil, language: language)
            let user = User()
            journey.shell.open(SharesScreen([share, share, share], Account(user)))
            journey.expectGolden("shares", sizes: Journey.narrow)
        }
    }

    @Test func `the sign-in`() throws {
        try Journey.expectGoldens("sign-in", sizes: Journey.allSizes, as: nil)
        try Journey.expectGoldens("sign-in-typed", as: nil, "lin<Enter>pear tree")
        try Journey.expectGoldens("sign-in-shown", as: nil, "lin<Enter>pear tree<F5>")
        try Journey.expectGoldens("sign-in-wrong", as: nil, "lin<Enter>pear tree<Enter>")
        for language in Language.allCases {
            var journey = try Journey(as: nil, language: language)
            journey.shell.introduceDemonstration()
            journey.expectGolden("sign-in-demo", sizes: Journey.narrow)
            journey.press("<F2>")
            journey.expectGolden("sign-in-accounts")
        }
    }

    @Test func `a one-time password leads to one of her own`() throws {
        for language in Language.allCases {
            var journey = try Journey(as: "admin", language: language)
            let words = PasswordProposal(typed: "amber", lines: ["amber"])
            journey.shell.open(IssuedPasswordScreen("lin", words))
            journey.expectGolden("issued-password")
            journey.shell.open(
                ChoosePasswordScreen(Account(User()), oneTime: "x", journey.world.language))
            journey.expectGolden("choose-password")
            journey.press("short<Down>short<F10>")
            journey.expectGolden("choose-password-short")
            journey.shell.open(
                PasswordScreen.second(
                    "second", Phrase("Two persons confirm this.", "此事须两人确认。"), journey.world))
            journey.expectGolden("second-person")
            journey.shell.open(
                PasswordScreen.own(
                    "own", Phrase("Your password again.", "请再次输入密码。"), journey.world))
            journey.expectGolden("own-password")
        }
    }

    @Test func `a lock-out asks first, signs off, and lets nobody in`() throws {
        for language in Language.allCases {
            var journey = try Journey(as: nil, language: language)
            journey.signIn("lin")
            // Her own language is English.
            if language == .chinese { journey.press("<F7>") }
            journey.press("<C-k>")
            journey.expectGolden("lock-out")
            journey.press("no<Enter>")
            #expect(journey.world.session != nil)
            journey.press("<BS><BS>lock out<Enter>")
            #expect(journey.world.session == nil && journey.world.store.isLocked)
            journey.signIn("manager")
            #expect(journey.world.session == nil)
        }
    }

    @Test func `who works in two homes says in which`() throws {
        for language in Language.allCases {
            var journey = try Journey(as: nil, language: language)
            let programme = journey.programme
            try journey.store.setHomes(
                of: programme.users["lin"] ?? "",
                to: ["AH-014", "GD-003"].compactMap { programme.homes[$0]?.id },
                second: PasswordProof(
                    userId: programme.users["manager"] ?? "", at: JourneyProgramme.now),
                by: programme.signature("admin", hour: 10))
            journey.signIn("lin")
            journey.expectGolden("home-choice")
            journey.press("<Down><Enter>")
            #expect(journey.world.session?.home?.homeCode == "GD-003")
        }
    }
}
