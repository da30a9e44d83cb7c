import HomesCore
import HomesUI
import TestSupport
import Testing

@Suite struct JobsJourneyTests {
    /// After the Labour Contract Law came into force.
    static let later = Instant(JourneyProgramme.day("2008-03-03"), hour: 10)

    /// A registered employer and an offer of 3 March 2008 with what is asked from her.
    private static func record(fee: Int, deposit: Int, _ journey: inout Journey) throws {
        journey.press("n永兴服装厂<Enter>440100123<Enter>2008-03-01<F10>")
        let lin = journey.programme.signature("lin", on: "2008-03-03")
        let made = try journey.store.employers(EmployerFilter(text: "永兴"), by: lin).first
        try journey.store.approveEmployer(
            try #require(made).id, status: .approved, reason: "visited, papers seen", by: lin,
            second: journey.programme.users["manager"].map {
                PasswordProof(userId: $0, at: lin.at)
            })
        journey.press("<Enter>n")
        // Source, day, work.
        journey.press("direct<Enter><Enter>sewing<Enter>")
        journey.press("<PageDown>\(fee)<Enter>\(deposit)<Enter>2<Enter>1200<Enter>1<Enter>")
        journey.press("<F10>")
    }

    private func placements(_ journey: Journey) throws -> [PlacementRow] {
        let home = try #require(journey.programme.homes["AH-014"])
        return try journey.store.placements(
            homeId: home.id, by: journey.programme.signature("lin", on: "2008-03-03"))
    }

    @Test func `an offer with a fee is refused for everybody, with the rule and the article`()
        throws
    {
        for language in Language.allCases {
            var journey = try Journey(
                language: language, at: Self.later, opening: { _ in JobsScreen() })
            let before = try placements(journey).count
            if language == .chinese { journey.press("<F7>") }
            try Self.record(fee: 300, deposit: 0, &journey)
            if language == .chinese { journey.press("<F7>") }
            journey.press("<Enter>p<Enter><F10>")
            let screen = journey.screen()
            #expect(screen.contains("L8"))
            #expect(
                screen.contains(
                    language == .english ? "Labour Contract Law art. 9" : "《劳动合同法》第九条")
                    || screen.contains("Labour Contract Law arts. 9"), "\(screen)")
            #expect(screen.contains("300"))
            #expect(try placements(journey).count == before)
            // The form is kept below the refusal.
            journey.press("<Enter>")
            #expect(journey.screen().contains("AH014-0001"))
        }
    }

    @Test(arguments: Language.allCases)
    func `each rule that nobody sets aside refuses with its article`(language: Language) throws {
        // Rule, its article, who is chosen, keys that spoil the clean offer.
        let cases = [
            ("L1", "Labour Law art. 15", "《劳动法》第十五条", "AH014-0007", "<Esc>"),
            ("L2", "Child Labour Ban art. 7", "《禁止使用童工规定》第七条", "AH014-0007", "<Esc>"),
            ("L7", "arts. 9, 84", "第九条、第八十四条", "AH014-0001", "<PageDown><Down><Down>1<F10>"),
            (
                "L8", "Employment Promotion Law art. 41", "《就业促进法》第四十一条", "AH014-0001",
                "<PageDown><Down>200<F10>"
            ),
        ]
        for (rule, english, chinese, who, spoil) in cases {
            // On 3 March 2008 the woman of AH014-0007 is 15.
            var journey = try Journey(at: Self.later, opening: { _ in JobsScreen() })
            try Self.record(fee: 0, deposit: 0, &journey)
            let before = try placements(journey).count
            journey.press("<Enter>e" + spoil)
            journey.press("p\(who)<Enter>")
            if language == .chinese { journey.press("<F7>") }
            journey.press("<F10>")
            let screen = journey.screen().replacing("\n", with: " ")
                .split(separator: " ").joined(separator: " ")
            #expect(screen.contains(rule), "\(rule): \(screen)")
            let article = language == .english ? english : chinese
            #expect(
                screen.replacing(" ", with: "").contains(article.replacing(" ", with: "")),
                "\(rule): \(journey.screen())")
            #expect(try placements(journey).count == before)
        }
    }

    @Test func `a clean offer leads to a placement with five follow-ups, and undo takes it back`()
        throws
    {
        var journey = try Journey(at: Self.later, opening: { _ in JobsScreen() })
        let before = try placements(journey).count
        try Self.record(fee: 0, deposit: 0, &journey)
        journey.press("<Enter>p<Enter><F10>")
        #expect(
            journey.message()
                == "Placed. Follow-ups: 2008-03-06, 03-10, 04-02, 06-01, 08-30. F8 undoes.")
        let rows = try placements(journey)
        #expect(rows.count == before + 1)
        let id = try #require(journey.programme.people["AH014-0001"])
        let page = try journey.store.residentPage(
            id, by: journey.programme.signature("lin", on: "2008-03-03"))
        #expect(page.openPlacement?.placement.wageYuanAtStart == 1200)
        #expect(page.followUps.filter { $0.followUp.placementId != nil }.count == 5)
        #expect(page.openPlacement?.checks.isEmpty == false)
        journey.press("<F8>")
        #expect(try placements(journey).count == before)
    }

    @Test func `another failed check takes the manager, a reason and a supervisor`() throws {
        var journey = try Journey(
            as: "manager", at: Self.later, opening: { _ in JobsScreen() }, hasPasswords: true)
        let before = try placements(journey).count
        try Self.record(fee: 0, deposit: 0, &journey)
        // Twelve hours a day break L16.
        journey.press("<Enter>e<PageDown><PageDown>12<F10>")
        journey.press("p<Enter><F10>")
        #expect(journey.message().contains("L16"), "\(journey.screen())")
        journey.press("too short<F10>")
        #expect(journey.message().contains("20 characters"))
        journey.press(" for a reason, she asked for it herself<Enter><F10>")
        #expect(journey.shell.top is PasswordScreen)
        // A caseworker's password does not do.
        journey.signIn("lin")
        #expect(journey.message().contains("two persons"), "\(journey.screen())")
        journey.press("<F10>")
        journey.signIn("supervisor")
        #expect(journey.message().contains("Placed."), "\(journey.screen())")
        let rows = try placements(journey)
        #expect(rows.count == before + 1)
        #expect(rows.first?.failed == 1)
    }

    @Test(arguments: Language.allCases)
    func `nobody is placed with an employer that was not approved but by two`(
        language: Language
    ) throws {
        var journey = try Journey(
            as: "manager", language: language, at: Self.later, opening: { _ in JobsScreen() },
            hasPasswords: true)
        let before = try placements(journey).count
        try Self.record(fee: 0, deposit: 0, &journey)
        let by = journey.programme.signature("lin", on: "2008-03-03")
        let id = try #require(
            try journey.store.employers(EmployerFilter(text: "永兴"), by: by).first
        ).id
        try journey.store.approveEmployer(id, status: .pending, reason: "moved", by: by)
        journey.press("<Enter>p<Enter><F10>")
        #expect(
            journey.message().contains(
                language == .english ? "The employer is not approved" : "用人单位未获批准"),
            "\(journey.screen())")
        #expect(try placements(journey).count == before)
        journey.press("her sister works there and calls her daily<Enter><F10>")
        journey.signIn("supervisor")
        #expect(try placements(journey).count == before + 1, "\(journey.screen())")
        let person = try #require(journey.programme.people["AH014-0001"])
        let placed = try journey.store.residentPage(person, by: by).placements.first?.placement
        #expect(placed?.employerStatusAtStart == .pending)
        #expect(placed?.overrideOn == JourneyProgramme.day("2008-03-03"))
    }

    @Test(arguments: Language.allCases)
    func `a visit that found that nobody may go there suspends`(language: Language) throws {
        var journey = try Journey(language: language, opening: { _ in JobsScreen() })
        journey.press("<Enter>v")
        journey.press("<Down>2<Enter>1<Enter>2<Enter>1<Enter>2<Enter>2<Enter>2<Enter>3<F10>")
        #expect(journey.shell.top is RecordFormScreen<EmployerVisit>, "\(journey.screen())")
        journey.press("<Down>doors are locked at night<F10>")
        #expect(journey.shell.top is EmployerScreen, "\(journey.screen())")
        journey.press("<Enter>")
        #expect(journey.screen().contains("doors are locked"), "\(journey.screen())")
        journey.press("<Esc><Tab><Tab><Tab>")
        #expect(
            journey.screen().contains(ApprovedStatus.suspended.label(language)),
            "\(journey.screen())")
        journey.press("<F8><F10>")
        #expect(
            !journey.screen().contains(ApprovedStatus.suspended.label(language)),
            "\(journey.screen())")
    }

    @Test(arguments: Language.allCases)
    func `a firm that comes back under a longer name is seen before it is saved`(
        language: Language
    ) throws {
        var journey = try Journey(language: language, opening: { _ in JobsScreen() })
        let by = journey.programme.signature("lin")
        let before = try journey.store.employers(by: by).count
        journey.press("n东莞市宏达电子厂有限公司<F10>")
        #expect(journey.screen().contains("宏达电子厂"), "\(journey.screen())")
        #expect(try journey.store.employers(by: by).count == before)
        journey.press("<Enter>")
        #expect(journey.shell.top is EmployerScreen, "\(journey.screen())")
        journey.press("<Esc>n")
        #expect(try journey.store.employers(by: by).count == before + 1, "\(journey.screen())")
        journey.press("<Enter><Tab><Tab><Tab><Tab>")
        #expect(journey.screen().contains("宏达电子厂"), "\(journey.screen())")
    }

    @Test func `what changed in her job stands beside the promise`() throws {
        var journey = try Journey(opening: { _ in JobsScreen() })
        journey.press("<Tab><Tab><Enter>w<Down>600<Down>1<Down>12<Down>moved to the dye works<F10>")
        #expect(journey.shell.top is PlacementScreen, "\(journey.screen())")
        let text = journey.screen()
        #expect(text.contains("promised 900 yuan, gets 600"), "\(text)")
        #expect(text.contains("dye works"), "\(text)")
    }

    @Test func `an employer is approved by two persons`() throws {
        var journey = try Journey(opening: { _ in JobsScreen() }, hasPasswords: true)
        journey.press("/lr<Enter>a2<Enter>seen the shop and the papers<F10>")
        #expect(journey.shell.top is PasswordScreen)
        journey.signIn("manager")
        #expect(journey.message().contains("Employer: Approved"), "\(journey.screen())")
        #expect(journey.screen().contains("Lin Fang and He Yun"))
        let rows = try journey.store.employers(by: journey.programme.signature("lin"))
        #expect(rows.filter { $0.status == .approved }.count == 2)
        journey.press("a3<Enter>wages unpaid since May<F10>")
        #expect(journey.message().contains("Suspended"))
    }

    @Test func `the contract that came after the start is written down and judged`() throws {
        var journey = try Journey(at: Self.later, opening: { _ in JobsScreen() })
        try Self.record(fee: 0, deposit: 0, &journey)
        journey.press("<Enter>p<Enter><F10>")
        #expect(journey.message().contains("Placed."))
        var after = try Journey(
            at: Instant(JourneyProgramme.day("2008-04-10"), hour: 10),
            opening: { _ in JobsScreen() }, programme: journey.programme)
        after.press("<Tab><Tab><Enter>c2008-04-09<Enter>1<F10>")
        #expect(after.message().contains("Saved"), "\(after.screen())")
        #expect(after.screen().contains("2008-04-09"))
        let id = try #require(journey.programme.people["AH014-0001"])
        let page = try after.store.residentPage(
            id, by: journey.programme.signature("lin", on: "2008-04-10"))
        let check = page.openPlacement?.checks.first { $0.ruleCode == "L10" }
        #expect(check?.verdict == .fail)
        #expect(page.openPlacement?.placement.contractCopyHeld == .yes)
        after.press("<F8>")
        #expect(!after.screen().contains("Signed only"))
    }

    @Test func `a placement is ended and its open follow-ups stay due`() throws {
        var journey = try Journey(opening: { _ in JobsScreen() })
        journey.press("<Tab><Tab>e5<F10>")
        #expect(journey.message().contains("stay due"), "\(journey.screen())")
        let id = try #require(journey.programme.people["AH014-0006"])
        let page = try journey.store.residentPage(id, by: journey.programme.signature("lin"))
        #expect(page.placements.first?.placement.endReason == .wagesUnpaid)
    }

    @Test func `the checks of a draft are shown beside the form and behind F5`() throws {
        var journey = try Journey(at: Self.later, opening: { _ in JobsScreen() })
        journey.press("<Tab>n")
        journey.press("hongda<Enter>direct<Enter><Enter>sewing<Enter><PageDown>50<Enter>")
        #expect(journey.screen(width: 132, height: 43).contains("50 yuan asked from her"))
        #expect(!journey.screen().contains("50 yuan asked from her"))
        journey.press("<F5>")
        #expect(journey.screen().contains("50 yuan asked from her"))
        #expect(journey.screen().contains("not legal advice"))
        journey.press("<Enter>")
        #expect(journey.screen().contains("What to ask"))
    }

    @Test func `another home's placements and topics are nobody's, and a supervisor sees none`()
        throws
    {
        let programme = try JourneyProgramme.make()
        let home = try #require(programme.homes["AH-014"])
        for (user, error) in [
            ("mei", StoreError.noSuchRecord), ("supervisor", .refused(.roleMayNot)),
        ] {
            let signature = programme.signature(user)
            #expect(throws: error) {
                _ = try programme.store.placements(homeId: home.id, by: signature)
            }
            #expect(throws: error) {
                _ = try programme.store.coverageMatrix(homeId: home.id, by: signature)
            }
        }
        var journey = try Journey(as: "supervisor", opening: { _ in JobsScreen() })
        journey.press("<Tab><Tab>")
        #expect(journey.screen().contains("own staff"))
        #expect(!journey.screen().contains("AH014"))
    }
}
