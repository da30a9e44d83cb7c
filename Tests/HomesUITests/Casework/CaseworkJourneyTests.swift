import HomesCore
import HomesUI
import TestSupport
import Testing

/// Risk, indicators, plan, flags and notes by keys, in both languages.
@Suite struct CaseworkJourneyTests {
    private func page(_ journey: Journey, by userName: String = "lin") throws -> ResidentPage {
        let id = try #require(journey.programme.people[CaseworkFixture.code])
        return try journey.store.residentPage(id, by: journey.programme.signature(userName))
    }

    private func journey(_ language: Language = .english) throws -> Journey {
        var journey = try Journey(
            language: language, programme: try CaseworkFixture.programme())
        journey.press("1<Enter>")
        return journey
    }

    // MARK: Risk

    @Test(arguments: Language.allCases)
    func `a full assessment is a key a question, with what was said last beside it`(
        _ language: Language
    ) throws {
        var journey = try journey(language)
        // Date and stage stay; twelve of the thirteen questions about herself are asked (she is
        // over 18), nine about the household, eight about where she comes from.
        let keys = Key.parse(
            "a<Down><Down>" + "000108800000" + "000000000" + "00000000" + "l<Enter>h<Enter><F10>")
        journey.press(keys)
        let saved = try #require(try page(journey).risks.first)
        #expect(saved.assessment.assessedOn == JourneyProgramme.today, "\(journey.screen())")
        #expect(saved.items.count == 29)
        #expect(saved.assessment.herOwnRating == .low)
        #expect(saved.assessment.workerRating == .high)
        #expect(saved.assessment.nextReviewDue?.iso == "2007-06-22")
        // The level of the case is the worker's to set: it is what it was.
        #expect(try page(journey).currentCase?.riskLevel == .medium)
        print("risk: a full assessment with both ratings in \(keys.count) key presses")
        #expect(keys.count <= 40)
        journey.press("<F8>")
        #expect(try page(journey).risks.first?.assessment.assessedOn != JourneyProgramme.today)
    }

    @Test func `F4 takes over the last answer with its note, F5 notes a new one`() throws {
        var journey = try journey()
        journey.press("a<Down><Down>0")
        #expect(journey.message().contains("F5 note"), "\(journey.screen())")
        journey.press("<Down><Down><Down>")
        #expect(!journey.screen().contains("欠介绍人300元"))
        journey.press("<Down>")
        #expect(journey.cursorLine().contains("Owes money"), "\(journey.screen())")
        #expect(journey.cursorLine().contains("was: yes+"))
        #expect(journey.message().contains("On 2007-04-24: Yes. F4 takes it over."))
        journey.press("<F4>")
        #expect(journey.screen().contains("欠介绍人300元"))
        #expect(journey.cursorLine().contains("note"))
        journey.press("<Down>1<Up><F5>说好的厂没有听说过<F10>")
        let saved = try #require(try page(journey).risks.first)
        #expect(
            Dictionary(
                saved.items.map { ($0.code, $0.note) }, uniquingKeysWith: { first, _ in first })
                == [
                    .papersNotInHand: nil, .journeyDebt: "欠介绍人300元",
                    .jobUnchecked: "说好的厂没有听说过",
                ])
    }

    @Test func `an assessment that is left comes back with its notes`() throws {
        var journey = try journey()
        journey.press("a<Down><Down>1<Up><F5>在雇主处<Esc>")
        #expect(journey.message().contains("draft is kept"))
        journey.press("a")
        #expect(journey.screen().contains("在雇主处"), "\(journey.screen())")
        journey.press("<F10>")
        #expect(try page(journey).risks.first?.items.map(\.note) == ["在雇主处"])
    }

    @Test(arguments: Language.allCases)
    func `assessments stand side by side, what changed carries a mark`(_ language: Language) throws
    {
        var journey = try Journey(
            language: language, programme: try CaseworkFixture.programme(assessments: 5))
        journey.press("1<Enter>3<Down><Enter>")
        let screen = journey.screen()
        #expect(screen.contains("2007-06-05") && !screen.contains("2007-03-20"))
        for _ in 0..<3 { journey.press("<Left>") }
        let first = journey.screen()
        #expect(first.contains("2007-03-20") && !first.contains("2007-06-05"))
        let papers = world(language, Phrase("Her papers are", "证件不在本人"))
        let line = try #require(first.split(separator: "\n").first { $0.contains(papers) })
        #expect(line.contains(world(language, Phrase("yes", "是"))))
        #expect(line.contains("* " + world(language, Phrase("no", "否"))))
        journey.press("<Left>")
        #expect(
            journey.message().contains(
                world(language, Phrase("first assessment", "第一次评估"))))
        journey.press("c")
        #expect(!journey.screen().contains(world(language, Phrase("Violence at home", "家中有暴力"))))
    }

    private func world(_ language: Language, _ phrase: Phrase) -> String { phrase(language) }

    // MARK: Indicators

    @Test(arguments: Language.allCases)
    func `an indicator is answered with its evidence and who decided what next`(
        _ language: Language
    ) throws {
        var journey = try journey(language)
        journey.press("i1她一个人不敢说不<Enter>转介法律援助<Enter>本人<F10>")
        let line = try #require(try page(journey).indicators.first)
        #expect(line.record?.answer == .yes, "\(journey.screen())")
        #expect(line.record?.evidence == "她一个人不敢说不")
        #expect(line.record?.nextStep == "转介法律援助")
        #expect(line.record?.decidedBy == "本人")
        journey.press("<Down>0")
        let changed = try page(journey).indicators[1]
        #expect(changed.record?.answer == .no)
        #expect(changed.earlier.map(\.answer) == [.yes, .unknown])
        journey.press("<Up>")
        #expect(journey.screen().contains("2007-05-20"), "\(journey.screen())")
        #expect(journey.screen().contains("2007-05-02"))
        journey.press("<F8>")
        #expect(try page(journey).indicators[1].record?.answer == .yes)
    }

    @Test func `a yes without evidence and a decision of nobody wait for the words`() throws {
        var journey = try journey()
        journey.press("i1<F10>")
        #expect(journey.message().contains("Evidence: This is needed"))
        journey.press("seen<Enter>complain<Enter><F10>")
        #expect(journey.message().contains("Decided by: This is needed"), "\(journey.screen())")
        journey.press("she<F10>")
        #expect(try page(journey).indicators.first?.record?.decidedBy == "she")
    }

    // MARK: The case plan

    @Test(arguments: Language.allCases)
    func `a goal with an action is planned, done and met by keys`(_ language: Language) throws {
        var journey = try Journey(language: language)
        journey.press("1<Enter>P")
        // Education, the goal, her own, agreed today, by the end of August.
        let keys = Key.parse("n1<Enter>学会缝纫<Enter>1<Enter><Enter>2007-08-31<F10>")
        journey.press(keys)
        #expect(
            try page(journey).casePlan.map(\.goal.spl_Type) == [.education], "\(journey.screen())")
        journey.press("a报名培训班<Enter>1<Enter>t+3<F10>")
        let action = try #require(try page(journey).casePlan.first?.actions.first)
        #expect(action.doer == .herself && action.dueOn?.iso == "2007-06-18")
        #expect(try page(journey).workflow == .casePlan || !page(journey).sessions.isEmpty)
        journey.press("d")
        #expect(
            try page(journey).casePlan.first?.actions.first?.state == .done, "\(journey.screen())")
        #expect(try page(journey).casePlan.first?.actions.first?.endedOn == JourneyProgramme.today)
        journey.press("<Up>d")
        #expect(try page(journey).casePlan.first?.goal.state == .met)
        #expect(try page(journey).workflow == .servicesImplemented)
        journey.press("<Esc>")
        #expect(journey.screen().contains(CaseWorkflow.servicesImplemented.label(language)))
        print("plan: a goal in \(keys.count - 18) key presses beside its texts and days")
    }

    @Test func `an action is dropped with a reason, and Today asks for the others`() throws {
        var journey = try journey()
        journey.press("<Esc><Esc>")
        #expect(journey.screen().contains("Actions overdue"), "\(journey.screen())")
        #expect(!journey.screen().contains("派出所"))
        journey.press("1<Enter>P<Down>x找到了<Enter>")
        let action = try #require(
            try page(journey).casePlan.first?.actions.first { $0.doer == .worker })
        #expect(action.state == .dropped && action.outcome == "找到了", "\(journey.screen())")
        journey.press("<Esc><Esc><Esc>")
        #expect(!journey.screen().contains("Actions overdue"))
        #expect(journey.screen().contains("Actions today"))
        journey.press("1<Enter>P<Home>x")
        journey.press("她改了主意<Enter>")
        #expect(journey.message().contains("2 actions of it are still open"), "\(journey.screen())")
        #expect(
            try page(journey).casePlan.first { $0.goal.spl_Type == .legal }?.goal.state == .dropped)
        journey.press("<Esc><Esc><Esc>")
        #expect(!journey.screen().contains("Actions today"))
    }

    // MARK: Flags

    @Test(arguments: Language.allCases)
    func `a flag is raised, stands everywhere first, and is resolved with a reason`(
        _ language: Language
    ) throws {
        var journey = try Journey(language: language)
        journey.press("1<Enter>F有人在门口等她<F10>")
        #expect(try page(journey).openFlags.map(\.message) == ["有人在门口等她"])
        #expect(journey.cursorLine().contains("有人在门口等她") || journey.screen().contains("有人在门口等她"))
        journey.press("<Esc>")
        #expect(journey.screen().contains("AH014-0001!"), "\(journey.screen())")
        journey.press("<Esc>")
        #expect(journey.screen().contains(world(language, Phrase("Flags", "提醒"))))
        #expect(!journey.screen().contains("有人在门口等她"))
        journey.press("1<Enter>F<Enter><F10>")
        #expect(try page(journey).openFlags.count == 1)
        journey.press("报了派出所<F10>")
        #expect(try page(journey).openFlags.isEmpty, "\(journey.screen())")
        #expect(journey.screen().contains("报了派出所"))
        journey.press("<F8>")
        #expect(try page(journey).openFlags.count == 1)
    }

    // MARK: Notes

    @Test(arguments: Language.allCases)
    func `a note of several lines is kept as a draft, finished from Today, signed and amended`(
        _ language: Language
    ) throws {
        var journey = try Journey(language: language)
        journey.press("1<Enter>N<Up><Up>3<Enter><Enter>她打来电话。<Enter>声音很轻，说周日才方便。<F10>")
        #expect(try page(journey).notes.map(\.note.kind) == [.phone], "\(journey.screen())")
        #expect(try page(journey).notes.map(\.note.text) == ["她打来电话。\n声音很轻，说周日才方便。"])
        #expect(try page(journey, by: "manager").notes.isEmpty)
        journey.press("<Esc><Esc>")
        #expect(journey.screen().contains(world(language, Phrase("Notes to sign", "待签署的记录"))))
        #expect(!journey.screen().contains("她打来电话"))
        // From her page, tab 8: the draft, its first line mended, then signed by typing her code.
        journey.press("1<Enter>8<Enter><Up><End><BS>，很急。<F5>")
        #expect(journey.screen().contains("她打来电话，很急。"), "\(journey.screen())")
        journey.press("<Enter>")
        #expect(try page(journey).notes.first?.note.isSigned == false)
        journey.press("<F5>AH014-0001<Enter>")
        #expect(
            try page(journey, by: "manager").notes.map(\.note.text) == [
                "她打来电话，很急。\n声音很轻，说周日才方便。"
            ], "\(journey.screen())")
        journey.press("<Enter>a更正：是周六。<F5>AH014-0001<Enter>")
        let line = try #require(try page(journey).notes.first)
        #expect(line.amendments.map(\.text) == ["更正：是周六。"], "\(journey.screen())")
        let screen = journey.screen()
        let note = try #require(screen.range(of: "她打来电话"))
        let amendment = try #require(screen.range(of: "更正：是周六"))
        #expect(note.lowerBound < amendment.lowerBound)
    }

    @Test func `a note that is left is a draft of the form, and thrown away it is gone`() throws {
        var journey = try Journey()
        journey.press("1<Enter>Nhalf a sen<Esc>")
        #expect(journey.message().contains("draft is kept"))
        journey.press("N")
        #expect(journey.screen().contains("half a sen"))
        journey.press("<F10>8<Enter><C-d>")
        #expect(try page(journey).notes.isEmpty, "\(journey.screen())")
        journey.press("<F8>")
        #expect(try page(journey).notes.count == 1)
    }

    @Test func `a signed note has no key that changes or voids it`() throws {
        var journey = try journey()
        let before = try page(journey).notes
        journey.press("8<Down>V")
        #expect(journey.message().contains("A signed note stays"), "\(journey.screen())")
        journey.press("<Enter>")
        #expect(!journey.screen().contains("F10"))
        #expect(try page(journey).notes == before)
    }
}
