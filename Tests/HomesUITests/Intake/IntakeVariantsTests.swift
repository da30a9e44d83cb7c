import HomesCore
import HomesUI
import TestSupport
import Testing

/// Who else comes to the door: a child with her mother, a woman who was here before, one who gives
/// no name, one who comes by day, one for whom no bed is free.
@Suite struct IntakeVariantsTests {
    private func page(_ journey: Journey, _ code: String, as user: String = "lin") throws
        -> ResidentPage
    {
        let signature = journey.programme.signature(user, hour: 12)
        let home = try #require(signature.homeId)
        let rows = try journey.store.residentList(homeId: home, filter: .all, by: signature)
        let row = try #require(rows.first { $0.personCode == code })
        return try journey.store.residentPage(row.personId, by: signature)
    }

    @Test(arguments: ["zhou min", "周敏", "zm", "zhoum"])
    func `who was here before is found while her name is typed, and keeps her code`(
        typed: String
    ) throws {
        var journey = try Journey()
        journey.press("2<Down>" + typed)
        #expect(journey.screen().contains("AH014-0009"), "\(typed): \(journey.screen())")
        journey.press("<F5>")
        #expect(journey.line(0).contains("Same person?"))
        #expect(!journey.screen().contains("周敏"))
        journey.press("<Enter><F10>")
        #expect(journey.message().contains("AH014-0009"), "\(journey.screen())")
        let page = try page(journey, "AH014-0009")
        #expect(page.stays.count == 2)
        #expect(page.openStay != nil)
        #expect(page.person.nameZh == .said("周敏"))
    }

    @Test func `a wrong check digit is named and does not stop her from coming in`() throws {
        var journey = try Journey()
        journey.press("2341226198803050265<Enter>")
        #expect(journey.screen().contains("~Identity number"))
        #expect(
            journey.screen().contains("look") || journey.message().contains("digit"),
            "\(journey.screen())")
        journey.press("黄小丽<F10>")
        #expect(journey.message().contains("Admitted AH014-0010"), "\(journey.screen())")
        #expect(
            try page(journey, "AH014-0010").person.prs_IdentityNumber
                == .said("341226198803050265"))
    }

    @Test func `a number typed wrong and corrected takes along what it had filled in`() throws {
        var journey = try Journey()
        journey.press("2341226198803050264<Enter><Up>")
        journey.press(String(repeating: "<BS>", count: 18) + "341221199002110426<Enter>")
        #expect(journey.screen().contains("1990-02-11"), "\(journey.screen())")
        #expect(!journey.screen().contains("1988-03-05"))
        #expect(journey.screen().contains("Linquan"))
        // One that says nothing about a birth date takes back what the other had said.
        journey.press("<Up>" + String(repeating: "<BS>", count: 18) + "12345<Enter>")
        #expect(!journey.screen().contains("1990-02-11"), "\(journey.screen())")
    }

    @Test func `what she typed herself is not overwritten by a number`() throws {
        var journey = try Journey()
        journey.press("2<Down><Down>1987<Up><Up>341226198803050264<Enter>")
        #expect(journey.screen().contains("[1987"), "\(journey.screen())")
    }

    @Test func `she may decline her name and everything else`() throws {
        var journey = try Journey()
        journey.press("2<Down><F6><F6><F10>")
        #expect(journey.message().contains("Admitted AH014-0010"), "\(journey.screen())")
        let page = try page(journey, "AH014-0010")
        #expect(page.person.nameZh == .missing(.prefersNot))
        #expect(page.openStay != nil)
    }

    @Test func `without a name or a refusal to give one nothing is saved, and nothing is lost`()
        throws
    {
        var journey = try Journey()
        journey.press("2341226198803050264<Enter><F10>")
        #expect(journey.message().contains("1 to correct"), "\(journey.screen())")
        #expect(journey.cursorLine().contains("Name"))
        #expect(journey.screen().contains("1988-03-05"))
    }

    @Test func `a year is taken as approximate and counts as the younger age`() throws {
        var journey = try Journey()
        journey.press("2<Down>孙小妹<Down>1991<Enter>")
        // 1991 may be 31 December: on 15 June 2007 she counts as 15.
        #expect(journey.screen().contains("15"), "\(journey.screen())")
        journey.press("<F10>")
        let page = try page(journey, "AH014-0010")
        #expect(page.person.prs_Birthdate == .said("1991"))
        #expect(page.person.dobDataQuality == .approximate)
        #expect(page.age?.years == 15)
    }

    @Test func `what cannot be read is left out by F11 and said`() throws {
        var journey = try Journey()
        journey.press("2<Down>孙小妹<Down>37/88/2001<F11>")
        #expect(journey.message().contains("Admitted AH014-0010"), "\(journey.screen())")
        #expect(journey.message().contains("Left out: Born (37/88/2001)"), "\(journey.message())")
    }

    @Test func `a drop-in home registers her without a bed`() throws {
        var journey = try Journey(as: "hong")
        journey.press("2<Down>孙小妹<F10>")
        #expect(journey.message().contains("Registered AH021-0001"), "\(journey.screen())")
        let page = try page(journey, "AH021-0001", as: "hong")
        #expect(page.stays.isEmpty && page.openCase != nil)
    }

    @Test func `when every bed is taken the cot is offered, with a warning and no refusal`() throws
    {
        var journey = try Journey()
        var seen: [String] = []
        // Free that night: 1/3, the cot 1/4, and the held 3/2.
        for index in 0..<4 {
            journey.press("2<Down>孙小妹\(index)")
            if index > 0 { journey.press("<F2>") }
            journey.press("<F10>")
            seen.append(journey.message())
            if journey.shell.top is ResidentScreen {
                journey.press("<Esc>")
            } else {
                journey.press("<C-x>discard<Enter>")
            }
        }
        #expect(seen[0].contains("Admitted AH014-0010 to room 1 bed 3"), "\(seen)")
    }

    @Test
    func `what was typed of her before she was recognised waits in the form that corrects it`()
        throws
    {
        var journey = try Journey()
        journey.press("2341221198711300422<Enter>周敏<F5><Enter><F10>")
        #expect(journey.message().contains("e shows it"), "\(journey.screen())")
        #expect(
            try page(journey, "AH014-0009").person.prs_IdentityNumber
                != .said("341221198711300422"))
        journey.press("1e")
        #expect(journey.screen().contains("341221198711300422"), "\(journey.screen())")
        journey.press("<F10>")
        #expect(
            try page(journey, "AH014-0009").person.prs_IdentityNumber
                == .said("341221198711300422"))
    }

    @Test func `an admission undone at once is the form again, with everything typed`() throws {
        var journey = try Journey()
        journey.press("2341226198803050264<Enter>黄小丽<F10><F8>")
        #expect(journey.message().contains("is a draft again"), "\(journey.screen())")
        #expect(journey.shell.top is IntakeScreen)
        #expect(journey.screen().contains("[黄小丽"))
        #expect(journey.screen().contains("341226198803050264"))
        journey.press("<F10>")
        #expect(journey.message().contains("Admitted"), "\(journey.screen())")
    }

    @Test func `a corrected number that cannot be right is saved, and that is said`() throws {
        var journey = try Journey()
        journey.press("1<Enter>e")
        journey.press(String(repeating: "<BS>", count: 18) + "老家4113<F10>")
        #expect(journey.message().contains("Saved."), "\(journey.screen())")
        #expect(journey.message().count > "Saved. F8 undoes.".count, "\(journey.message())")
    }

    @Test func `voiding a stay says that it is the whole stay`() throws {
        var journey = try Journey()
        journey.press("1<Enter>2Vtyped twice<Enter>")
        #expect(journey.screen().contains("The whole stay from 2007-03-20"), "\(journey.screen())")
        #expect(journey.screen().contains("nights, beds: 1"))
    }

    @Test func `a refusal goes to the field it is about, and marks it`() throws {
        var journey = try Journey()
        journey.press("2<Down>孙小妹")
        for _ in 0..<12 where !journey.cursorLine().contains("Comes on") {
            journey.press("<PageDown>")
            if journey.cursorLine().contains("Entry") { break }
        }
        journey.press("t+3<Enter><PageUp><PageUp><F10>")
        #expect(journey.message().contains("future"), "\(journey.screen())")
        #expect(journey.cursorLine().hasPrefix("!"), "\(journey.screen())")
        #expect(journey.cursorLine().contains("2007-06-18") || journey.cursorLine().contains("t+3"))
        journey.press("t<F10>")
        #expect(journey.message().contains("Admitted"), "\(journey.screen())")
    }

    @Test func `an undo of something later does not bring the intake back`() throws {
        var journey = try Journey()
        journey.press("2341226198803050264<Enter>黄小丽<F10>")
        journey.wait(seconds: 5)
        journey.press("b<Right><Right><Right><Enter>")
        #expect(journey.message().contains("moved"), "\(journey.screen())")
        journey.press("<F8>")
        #expect(journey.message().hasPrefix("Undone: "), "\(journey.screen())")
        #expect(!journey.message().contains("draft"), "\(journey.message())")
        #expect(journey.shell.top is ResidentScreen)
    }
}
