import HomesCore
import HomesUI
import TestSupport
import Testing

@Suite struct SessionJourneyTests {
    private func sessions(_ journey: Journey) throws -> [SessionPage] {
        let signature = journey.programme.signature("lin")
        let home = try #require(journey.programme.homes["AH-014"])
        return try journey.store.sessions(
            homeId: home.id, from: JourneyProgramme.today, to: JourneyProgramme.today, by: signature
        ).map { try journey.store.session($0.id, by: signature) }
    }

    @Test func `a session with one woman and two topics takes eight keys`() throws {
        var journey = try Journey(opening: { _ in SessionListScreen() })
        let keys = Key.parse("nwxy<Enter>25<F10>")
        #expect(keys.count == 8)
        journey.press(keys)
        #expect(journey.message().contains("Session saved: AH014-0001 T2 T5"))
        let saved = try sessions(journey)
        #expect(saved.count == 1)
        #expect(saved.first?.topics == [.papers, .wages])
        #expect(saved.first?.attendances.map(\.personCode) == ["AH014-0001"])
        #expect(saved.first?.session.kind == .individual)
        #expect(saved.first?.counsellor == "Lin Fang")
        journey.press("<F8>")
        #expect(try sessions(journey).isEmpty)
    }

    @Test func `from her page a session needs only the topics`() throws {
        let programme = try JourneyProgramme.make()
        let id = try #require(programme.people["AH014-0002"])
        var journey = try Journey(
            opening: { SessionFormScreen($0, personId: id) }, programme: programme)
        journey.press("a0<F10>")
        let saved = try sessions(journey)
        #expect(saved.first?.topics == [.gettingHelp, .rightsUnder18])
        #expect(saved.first?.attendances.map(\.personCode) == ["AH014-0002"])
    }

    @Test func `a group is ticked by typing, with scores and women without a name`() throws {
        var journey = try Journey(opening: { _ in SessionListScreen() })
        journey.press("g")
        journey.press("wxy<Space>lm<Space>")
        journey.press("chen yulan<Enter>")
        // Scores of the woman under the cursor: right to "before", right to "after".
        journey.press("<Right>40<Right>85")
        // Three women of 25 and over who gave no name, the last line of the list.
        journey.press("<End>3<Up>12")
        journey.press("<PageDown>19<PageDown>")
        journey.press("<Down><Down><Down>90<F10>")
        #expect(journey.message().contains("Session saved: 18 women T1 T9"), "\(journey.screen())")
        let saved = try #require(try sessions(journey).first)
        #expect(saved.session.kind == .group)
        #expect(saved.session.durationMinutes == 90)
        #expect(saved.topics == [.deciding, .signsOfExploitation])
        let named = saved.attendances.filter { $0.personCode != nil }
        #expect(
            named.compactMap(\.personCode).sorted() == ["AH014-0001", "AH014-0002", "AH014-0003"])
        let scored = named.first { $0.personCode == "AH014-0003" }?.attendance
        #expect(scored?.preScore == 40)
        #expect(scored?.postScore == 85)
        let others = saved.attendances.filter { $0.personCode == nil }.map(\.attendance)
        #expect(others.first { $0.ageBand == .from25 }?.tally == 3)
        #expect(others.first { $0.ageBand == .from18To24 }?.tally == 12)
    }

    @Test func `a session with nobody is refused and nothing typed is lost`() throws {
        var journey = try Journey(opening: { _ in SessionListScreen() })
        journey.press("n<PageDown>3<F10>")
        #expect(journey.message().contains("exactly one resident"))
        #expect(journey.screen().contains("Topics (1)"))
        #expect(try sessions(journey).isEmpty)
    }

    @Test func `ticks survive leaving the form and come back`() throws {
        var journey = try Journey(opening: { _ in SessionListScreen() })
        journey.press("nwxy<Enter>37<Esc>")
        #expect(journey.message().contains("draft is kept"))
        journey.press("n")
        #expect(journey.screen().contains("Who (1)"))
        #expect(journey.screen().contains("Topics (2)"))
        journey.press("<F10>")
        #expect(try sessions(journey).first?.topics == [.jobChannels, .livingConditions])
        journey.press("n")
        #expect(journey.screen().contains("Topics (0)"))
    }

    @Test func `discarding takes ticks and draft away`() throws {
        var journey = try Journey(opening: { _ in SessionListScreen() })
        journey.press("nwxy<Enter>3<C-x>discard<Enter>")
        #expect(journey.message().contains("Discarded"))
        journey.press("n")
        #expect(journey.screen().contains("Who (0)"))
    }

    @Test func `the checklist is answered by one key an item and saved at once`() throws {
        var journey = try Journey(opening: { _ in SessionListScreen() })
        journey.press("k<Enter>1123")
        let id = try #require(journey.programme.people["AH014-0001"])
        let page = try journey.store.residentPage(id, by: journey.programme.signature("lin"))
        #expect(page.checklist[.originalID] == .yes)
        #expect(page.checklist[.copyLeft] == .yes)
        #expect(page.checklist[.employerWritten] == .no)
        #expect(page.checklist[.licenceSeen] == .notApplicable)
        journey.press("<F8>")
        let after = try journey.store.residentPage(id, by: journey.programme.signature("lin"))
        #expect(after.checklist[.licenceSeen] == nil)
        #expect(after.checklist[.employerWritten] == .no)
    }

    @Test func `a session voided with a reason is gone and comes back by undo`() throws {
        var journey = try Journey(opening: { _ in SessionListScreen() })
        journey.press("nwxy<Enter>2<F10><Enter>xtyped twice<Enter>")
        #expect(journey.message().contains("voided"))
        #expect(try sessions(journey).isEmpty)
        journey.press("<F8>")
        #expect(try sessions(journey).count == 1)
    }
}
