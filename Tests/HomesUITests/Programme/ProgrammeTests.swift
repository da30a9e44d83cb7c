import HomesCore
import HomesUI
import TestSupport
import Testing

/// The registry, the users, the check and the file's page, by keys.
@Suite struct ProgrammeTests {
    private func programme(
        _ userName: String = "admin", _ language: Language = .english
    ) throws -> Journey {
        try Journey(as: userName, language: language, opening: { _ in ProgrammeScreen() })
    }

    @Test func `every part is drawn in both languages`() throws {
        for language in Language.allCases {
            var journey = try programme("admin", language)
            journey.expectGolden("programme", sizes: [(80, 24), (60, 16)])
            journey.press("1")
            journey.expectGolden("registry", sizes: Journey.allSizes)
            journey.press("<Enter>")
            journey.expectGolden("registry-home")
            journey.press("n")
            journey.expectGolden("registry-room-form")
            journey.press("<Esc>b")
            journey.expectGolden("registry-bed-form")
            journey.press("<Esc><Esc>e")
            journey.expectGolden("registry-home-form")
            journey.press("<Esc><Esc>2")
            journey.expectGolden("users", sizes: [(80, 24), (60, 16)])
            journey.press("n")
            journey.expectGolden("user-form")
            journey.press("<Esc><Down>x")
            journey.expectGolden("user-disable")
            journey.press("<Esc><Esc>3")
            journey.expectGolden("check", sizes: [(80, 24), (60, 16)])
            journey.press("<Esc>4")
            journey.expectGolden("about", sizes: [(80, 24), (60, 16)])
            journey.press("e")
            journey.expectGolden("programme-form")
        }
    }

    @Test func `an administrator changes how long closed files are kept`() throws {
        var journey = try programme()
        journey.press("4e")
        journey.press("<Down><Down><Down><BS>2<F10>")
        #expect(journey.message().contains("3"), "\(journey.screen())")
        #expect(try journey.store.programme().fileYears == 7)
        journey.press("<BS>5<Down><BS>3<F10>")
        #expect(journey.message().contains("Saved"), "\(journey.screen())")
        let kept = try journey.store.programme()
        #expect(kept.fileYears == 5 && kept.ledgerYears == 3)
        #expect(journey.screen().contains("5 years"), "\(journey.screen())")
        journey.press("<F8>")
        #expect(try journey.store.programme().fileYears == 7, "\(journey.screen())")
    }

    @Test func `the files to destroy are the manager's`() throws {
        for user in ["lin", "supervisor", "admin"] {
            var journey = try programme(user)
            #expect(!journey.screen().contains("Files to destroy"), "\(user)")
            journey.press("5")
            #expect(!journey.line(0).contains("Files to destroy"), "\(user)")
        }
        var manager = try programme("manager")
        manager.press("5")
        #expect(manager.line(0).contains("Files to destroy"))
    }

    @Test func `an administrator adds a home with a room and a bed`() throws {
        var journey = try programme()
        journey.press("1n")
        journey.press("gd-004<Down>天河妇女之家<Down>Tianhe Women's Home<Down>440106<F10>")
        #expect(journey.message().contains("Saved"))
        let home = try #require(try journey.store.home(code: "GD-004"))
        #expect(home.provinceCode == "440000")
        journey.press("<Enter>n1<F10>")
        #expect(journey.message().contains("Saved"))
        journey.press("bA<F10>")
        let rooms = try journey.store.rooms(homeId: home.id)
        #expect(rooms.first?.beds.first?.bedNumber == "A")
        #expect(rooms.first?.beds.first?.inventoryStartDate == JourneyProgramme.today)
    }

    @Test func `a county outside the programme's provinces is refused in words`() throws {
        var journey = try programme()
        journey.press("1n")
        journey.press("sh-001<Down>黄浦妇女之家<Down>Huangpu Women's Home<Down>310101<F10>")
        #expect(journey.message().contains("no province of the programme"))
        #expect(try journey.store.home(code: "SH-001") == nil)
    }

    @Test func `a bed's inventory ends and undo brings it back`() throws {
        var journey = try programme()
        let home = try #require(journey.programme.homes["JS-002"])
        journey.press("1<End><Enter>x2007-07-01<Enter>")
        #expect(journey.message().contains("out of the inventory from 2007-07-01"))
        func end() throws -> CivilDate? {
            try journey.store.rooms(homeId: home.id).first?.beds.first?.inventoryEndDate
        }
        #expect(try end() == JourneyProgramme.day("2007-07-01"))
        journey.press("x")
        #expect(journey.message().contains("ended on 2007-07-01 already"))
        journey.press("u")
        #expect(try end() == nil)
    }

    @Test func `a bed that somebody sleeps in cannot end`() throws {
        var journey = try programme()
        journey.press("1<Enter>x<PASTE t><Enter>")
        #expect(journey.message().contains("Somebody sleeps in this bed"))
    }

    @Test func `a user is added and disabled, by typing her name`() throws {
        var journey = try Journey(
            as: "admin", opening: { _ in ProgrammeScreen() }, hasPasswords: true)
        journey.press("2n")
        journey.press("yan<Down>Yan Li<Down>caseworker<Down>en<Down>ah-014 xx-999<F10>")
        #expect(journey.message().contains("no home xx-999"))
        journey.press("<BS><BS><BS><BS><BS><BS><BS><F10>")
        // Two persons grant a role, and nobody is both of them.
        #expect(journey.shell.top is PasswordScreen)
        journey.signIn("admin")
        #expect(journey.message().contains("two persons"))
        journey.press("<Up>")
        journey.press(String(repeating: "<BS>", count: 5))
        journey.signIn("manager")
        #expect(journey.message().contains("yan is added"))
        func yan() throws -> UserSummary? {
            try journey.store.users().first { $0.userName == "yan" }
        }
        #expect(try yan()?.homeCodes == ["AH-014"])
        journey.press("xyan<Enter>")
        #expect(try yan()?.isDisabled == true)
        journey.press("x")
        #expect(journey.message().contains("disabled already"))
    }

    @Test func `nobody disables herself, and an empty answer does nothing`() throws {
        var journey = try programme()
        journey.press("2x")
        #expect(journey.message().contains("Nobody disables herself"))
        journey.press("<Down>x<Enter>")
        #expect(journey.message().contains("Nothing was done"))
    }

    @Test func `what a role may not do is off and says why`() throws {
        for user in ["lin", "supervisor"] {
            var journey = try programme(user)
            journey.press("1n")
            #expect(journey.message().contains("Only an administrator"))
            journey.press("<Enter>x")
            #expect(journey.message().contains("the home's manager"))
            journey.press("<Esc><Esc>2n")
            #expect(journey.message().contains("Only an administrator"))
        }
        var manager = try programme("manager")
        manager.press("1<Enter>n9<F10>")
        #expect(manager.message().contains("Saved"))
        manager.press("<Esc><Down><Down><Enter>n")
        #expect(manager.message().contains("the home's manager"))
    }

    @Test func `every rule of the check holds for the invented programme`() throws {
        var journey = try programme()
        journey.press("3")
        #expect(journey.message().contains("Every rule holds"))
        journey.press("<Enter>")
        #expect(journey.message().contains("This rule holds"))
        journey.press("r")
        #expect(journey.message().contains("Checked"))
    }
}
