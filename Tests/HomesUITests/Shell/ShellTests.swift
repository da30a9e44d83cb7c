import HomesCore
import HomesUI
import TestSupport
import Testing

/// What holds on every screen: cover, sign-off, drafts, undo, places, language.
@Suite struct ShellTests {
    private func drafts(_ journey: Journey, _ user: String = "lin") throws -> [Draft] {
        try journey.store.drafts(userId: journey.programme.users[user] ?? "")
    }

    // MARK: The cover

    @Test func `a covered screen shows nothing of the work, whatever was on it`() throws {
        for open in ["", "1v", "2341226198803050264<Enter>黄小丽", "1<Enter>", "3", "6<Enter>", "9"] {
            for language in Language.allCases {
                var journey = try Journey(language: language)
                journey.press(open)
                journey.press("<F12>")
                for (width, height) in [(80, 24), (200, 60), (20, 5), (1, 1)] {
                    let canvas = journey.canvas(width: width, height: height)
                    let words = canvas.text().split { $0.isWhitespace }
                    #expect(Set(words).isSubset(of: allowed(language)), "\(open): \(words)")
                    #expect(canvas.cursor != nil)
                }
            }
        }
    }

    /// The words of a cover, whole or cut by a narrow window.
    private func allowed(_ language: Language) -> Set<Substring> {
        let words =
            language == .english
            ? ["Calendar", "Password,", "Enter:"] : ["日历", "密码，回车："]
        return Set(words.flatMap { word in (1...word.count).map { word.prefix($0) } })
            .union(words.flatMap { word in (0...word.count).map { word.prefix($0) + "…" } })
    }

    @Test func `only her own password brings the work back, and then nothing is lost`() throws {
        var journey = try Journey(hasPasswords: true)
        journey.press("2黄<F12>")
        for keys in [
            "<Enter>", "<F12>", "q1<Esc>x<C-c><Enter>",
            JourneyProgramme.password(of: "manager") + "<Enter>",
        ] {
            journey.press(keys)
            #expect(!journey.screen().contains("黄"), "\(keys)")
        }
        #expect(journey.screen().contains("That is not it"))
        journey.press("hello")
        #expect(journey.screen().contains("*****"))
        #expect(!journey.screen().contains("hello"))
        journey.press("<Esc>" + JourneyProgramme.password(of: "lin") + "<Enter>")
        #expect(journey.shell.top is IntakeScreen)
        #expect(journey.screen().contains("[黄"))
    }

    @Test func `somebody else signs her off from the cover, and her text is a draft`() throws {
        var journey = try Journey(hasPasswords: true)
        journey.press("2<Down>黄小丽<F12><F10>")
        #expect(journey.world.session == nil)
        journey.signIn("manager")
        #expect(journey.world.session?.userName == "manager")
        #expect(try drafts(journey).count == 1)
    }

    @Test func `two minutes without a key cover, fifteen sign off, and the text is in the draft`()
        throws
    {
        var journey = try Journey(hasPasswords: true)
        journey.press("2<Down>黄小丽")
        journey.wait(seconds: 119)
        #expect(journey.screen().contains("黄小丽"))
        journey.wait(seconds: 1)
        #expect(!journey.screen().contains("黄小丽"))
        journey.wait(seconds: 779)
        #expect(journey.world.session != nil)
        journey.wait(seconds: 1)
        #expect(journey.world.session == nil)
        #expect(journey.message().contains("Drafts are kept"))
        #expect(try drafts(journey).count == 1)
        journey.signIn("lin")
        #expect(journey.screen().contains("Drafts to finish"))
        journey.press("2")
        #expect(journey.message().contains("filled in"))
        #expect(journey.screen().contains("黄小丽"))
    }

    // MARK: Drafts

    @Test func `who types without a pause loses no more than a second`() throws {
        var journey = try Journey()
        journey.press("2<Down>")
        let name = "欧阳黄小丽红梅英花兰"
        for (index, character) in name.enumerated() {
            journey.press([.character(character)])
            // Faster than the second after which a pause would save: no pause ever comes.
            journey.wait(milliseconds: 600)
            let kept = try drafts(journey).first?.fields.first { $0.field == "person.nameZh" }
            #expect((kept?.text.count ?? 0) >= index, "after \(index + 1): \(kept?.text ?? "")")
        }
    }

    @Test func `the end of the terminal leaves the text in the draft at once`() throws {
        var journey = try Journey()
        journey.press("2<Down>黄小丽")
        #expect(try drafts(journey).isEmpty)
        journey.shell.hangUp(at: journey.now)
        #expect(try drafts(journey).first?.fields.contains { $0.text == "黄小丽" } == true)
    }

    @Test func `a draft is its user's, and goes with a save or a discard only`() throws {
        var journey = try Journey()
        journey.press("2<Down>黄小丽<Esc>")
        #expect(journey.message().contains("draft is kept"))
        let other = try Journey(as: "manager", programme: journey.programme)
        #expect(try drafts(other, "manager").isEmpty)
        journey.press("2<C-x>")
        #expect(journey.screen().contains("discard"))
        journey.press("<Esc>")
        #expect(try drafts(journey).count == 1)
        journey.press("<C-x>discard<Enter>")
        #expect(try drafts(journey).isEmpty)
    }

    // MARK: Places, undo, language

    @Test func `undo takes back the last change, and says what it was`() throws {
        var journey = try Journey()
        journey.press("2341226198803050264<Enter>黄小丽<F10>")
        #expect(journey.message().contains("Admitted AH014-0010"))
        journey.press("<F8>")
        #expect(journey.message().hasPrefix("Undone: "), "\(journey.message())")
        journey.press("<Esc>1")
        #expect(!journey.screen().contains("AH014-0010"))
    }

    @Test func `an older change is named and asked about before it is undone`() throws {
        for language in Language.allCases {
            var journey = try Journey(language: language)
            journey.press("2341226198803050264<Enter>黄小丽<F10><Esc>")
            journey.wait(seconds: 60)
            for keys in ["u", "u<Esc>", "u<Enter>"] {
                journey.press(keys)
                if keys == "u" {
                    journey.expectGolden("undo", sizes: [(80, 24), (60, 16)])
                    #expect(journey.screen().contains("AH014-0010"))
                    journey.press("<Esc>")
                }
                journey.press("1")
                #expect(journey.screen().contains("AH014-0010"), "\(keys)")
                journey.press("<Esc>")
            }
            journey.press("u<F10>1")
            #expect(!journey.screen().contains("AH014-0010"))
        }
    }

    @Test func `minus goes back to the last place and again`() throws {
        var journey = try Journey()
        journey.press("-")
        #expect(journey.message() == "There is no other place yet.")
        journey.press("1<Down><Enter>")
        let resident = journey.screen()
        journey.press("<Esc><Esc>")
        #expect(journey.shell.top is TodayScreen)
        journey.press("-")
        #expect(journey.shell.top is ResidentListScreen)
        journey.press("-")
        #expect(journey.shell.top is TodayScreen)
        #expect(resident.contains("AH014-0002"))
    }

    @Test func `minus never brings back a form that was saved, left or discarded`() throws {
        for keys in [
            "2<Down>黄小丽<Esc>2<F10><Esc>", "2<Down>黄小丽<Esc>", "2<Down>黄小丽<C-x>discard<Enter>",
            "4nwxy<Enter>25<F10><Esc>", "4nwxy<Enter>25<Esc><Esc>", "1<Enter>e<Esc><Esc><Esc>",
            "1<Enter>x<F10><Esc><Esc>", "5n<Esc><Esc>", "3h<Esc><Esc>", "1<Enter>V<Esc>?<Esc>",
        ] {
            var journey = try Journey()
            journey.press(keys)
            for _ in 0..<3 {
                journey.press("-")
                #expect(!(journey.shell.top is any FormScreen), "\(keys): \(journey.line(0))")
                #expect(!journey.shell.top.takesText, "\(keys): \(journey.line(0))")
            }
            journey.press("<F10>")
            #expect(!journey.message().contains("Admitted"), "\(keys)")
        }
    }

    @Test func `the language chosen before sign-in stays; otherwise the user's own holds`() throws {
        var journey = try Journey(as: nil, language: .chinese)
        journey.signIn("lin")
        #expect(journey.screen().contains("1 Residents"))
        journey = try Journey(as: nil, language: .english)
        journey.press("<F7>")
        journey.signIn("lin")
        #expect(journey.screen().contains("1 入住人员"))
    }

    @Test func `below 60 by 16 there is one sentence, and the text is still there`() throws {
        var journey = try Journey()
        journey.press("2<Down>黄小丽")
        #expect(journey.screen(width: 20, height: 5).contains("Make the window"))
        #expect(!journey.screen(width: 59, height: 24).contains("黄小丽"))
        #expect(journey.screen(width: 60, height: 16).contains("黄小丽"))
        for width in 1...12 { _ = journey.canvas(width: width, height: width % 4 + 1) }
        #expect(journey.screen().contains("黄小丽"))
    }

    @Test func `what is put over a short answer replaces it; F8 brings it back`() throws {
        var journey = try Journey()
        journey.press("1<Enter>x")
        #expect(journey.screen().contains("[2007-06-15"))
        journey.press("t-1")
        #expect(journey.screen().contains("[t-1"))
        journey.press("<F8>")
        #expect(journey.screen().contains("[2007-06-15"))
    }
}
