import HomesCore
import HomesUI
import TestSupport
import Testing

/// A group is ticked and scored by keyboard in seconds: the keys are counted, the digits of the
/// scores among them.
@Suite struct GroupJourneyTests {
    private static let most = 60

    private func journey(_ women: Int, _ language: Language = .english) throws -> Journey {
        var programme = try JourneyProgramme.make()
        try programme.fill(to: women)
        return try Journey(
            language: language, opening: { _ in SessionListScreen() }, programme: programme)
    }

    /// The session of today, or the one with a topic.
    private func latest(
        _ journey: Journey, _ topic: CounsellingTopic? = nil
    ) throws -> SessionPage {
        let signature = journey.programme.signature("lin")
        let home = try #require(journey.programme.homes["AH-014"])
        let rows = try journey.store.sessions(
            homeId: home.id, from: JourneyProgramme.today, to: JourneyProgramme.today,
            by: signature)
        let row = rows.first { topic.map($0.topics.contains) ?? true }
        return try journey.store.session(try #require(row).id, by: signature)
    }

    /// Scores of 12 women, before and after, two digits each.
    private static let percents = (0..<12).map { number -> String in "\(30 + number)\(70 + number)"
    }
    .joined()

    private func expectScores(_ page: SessionPage) {
        let scored = page.attendances.map(\.attendance)
        #expect(scored.count == 12)
        #expect(
            scored.compactMap(\.preScore).sorted() == Array(30..<42))
        for attendance in scored {
            #expect(attendance.postScore == attendance.preScore.map { $0 + 40 })
        }
    }

    @Test(arguments: Language.allCases)
    func `twelve women, all who are here, with scores of 100`(_ language: Language) throws {
        var journey = try journey(12, language)
        let keys = Key.parse("g<F5>" + Self.percents + "<PageDown>1<F10>")
        journey.press(keys)
        print("group of 12, everybody here, two digits a score: \(keys.count) key presses")
        #expect(keys.count <= Self.most)
        let page = try latest(journey)
        expectScores(page)
        #expect(page.session.kind == .group && page.topics == [.deciding])
    }

    @Test(arguments: Language.allCases)
    func `the same twelve of thirty again, with scores of 100`(_ language: Language) throws {
        var journey = try journey(30, language)
        journey.press("g" + String(repeating: "<Space><Down>", count: 12) + "<PageDown>1<F10>")
        let first = try latest(journey).attendances.compactMap(\.personCode).sorted()
        #expect(first.count == 12)
        let keys = Key.parse("g<F4>" + Self.percents + "<PageDown>2<F10>")
        journey.press(keys)
        print("group of 12 of 30, the same as last time: \(keys.count) key presses")
        #expect(keys.count <= Self.most)
        let page = try latest(journey, .papers)
        expectScores(page)
        #expect(page.attendances.compactMap(\.personCode).sorted() == first)
    }

    @Test(arguments: Language.allCases)
    func `every other woman of thirty, with a test of ten questions`(_ language: Language) throws {
        var journey = try journey(30, language)
        let ticks = String(repeating: "<Space><Down>", count: 11) + "<Space>"
        let scores = (0..<12).map { number -> String in "\(number % 6)\(number % 6 + 4)" }.joined()
        let keys = Key.parse("g<F6>" + ticks + "<Home>" + scores + "<PageDown>3<F10>")
        journey.press(keys)
        print("group of 12 of 30, ticked one by one, ten questions: \(keys.count) key presses")
        #expect(keys.count <= Self.most)
        let page = try latest(journey)
        #expect(page.attendances.count == 12)
        for row in page.attendances {
            let attendance = row.attendance
            #expect((attendance.preScore ?? 100) % 10 == 0)
            #expect(attendance.postScore == attendance.preScore.map { $0 + 40 })
        }
    }

    @Test func `a score ticks, a full one is a star, = is the one above`() throws {
        var journey = try journey(12)
        journey.press("g" + "40*" + "==" + "<Enter>" + "05<Enter>" + "<PageDown>1<F10>")
        let scores = try latest(journey).attendances.map(\.attendance)
        #expect(scores.count == 3)
        #expect(scores.compactMap(\.preScore).sorted() == [5, 40, 40])
        #expect(scores.compactMap(\.postScore) == [100, 100])
    }

    @Test func `all here, and those who were not are unticked; women without a name below`() throws
    {
        var journey = try journey(12)
        journey.press("g<F5><Down><Space><Down><Space><End>3<PageDown>1<F10>")
        let rows = try latest(journey).attendances
        #expect(rows.count { $0.personCode != nil } == 10)
        #expect(rows.first { $0.personCode == nil }?.attendance.tally == 3)
    }

    @Test func `a wrong score is typed again, and backspace empties it`() throws {
        var journey = try journey(12)
        journey.press("g4055<Up><Left><Right>41<BS>6<Left>42<PageDown>1<F10>")
        let score = try #require(try latest(journey).attendances.first?.attendance)
        #expect(score.preScore == 42, "\(score)")
    }

    @Test(arguments: Language.allCases)
    func `several materials are ticked and shown with the session`(_ language: Language) throws {
        var journey = try journey(12, language)
        journey.press("g<F5><PageDown>1<PageDown><PageDown>13<F10>")
        #expect(try latest(journey).materials == ["CONTRACT_GUIDE", "HOTLINE_CARD"])
        journey.press("<Enter>")
        #expect(
            journey.screen().contains(language == .english ? "Given out" : "发放材料"),
            "\(journey.screen())")
    }

    @Test(arguments: Language.allCases)
    func `an interpreter of her own county is said, and saved with a reason`(_ language: Language)
        throws
    {
        var journey = try journey(8, language)
        // The first woman is of Yingshang, and so is the interpreter.
        journey.press("nwxy<Enter>2<Enter>" + String(repeating: "<Down>", count: 5))
        journey.press("周正<Enter>341226<Enter>")
        #expect(journey.screen().contains("AH014-0001"), "\(journey.screen())")
        journey.press("<F10>")
        #expect(
            journey.message().contains(language == .english ? "speaks against" : "利益冲突"),
            "\(journey.screen())")
        journey.press("只有她会说方言<F10>")
        let saved = try latest(journey).session
        #expect(saved.interpreterReason == "只有她会说方言", "\(journey.screen())")
    }
}
