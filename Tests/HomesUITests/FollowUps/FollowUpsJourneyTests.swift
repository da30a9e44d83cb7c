import HomesCore
import HomesUI
import TestSupport
import Testing

@Suite struct FollowUpsJourneyTests {
    private func page(_ code: String, _ journey: Journey, on day: String) throws -> ResidentPage {
        let id = try #require(journey.programme.people[code])
        return try journey.store.residentPage(
            id, by: journey.programme.signature("lin", on: day))
    }

    @Test func `placed today, called on day three, cannot leave: an alert, closed with a reason`()
        throws
    {
        var journey = try Journey(opening: { _ in JobsScreen() })
        // The clean offer is the second in the list, the resident the first.
        journey.press("<Tab><Down><Enter>p<Enter><F10>")
        #expect(journey.message().contains("Placed."), "\(journey.screen())")
        #expect(try page("AH014-0001", journey, on: "2007-06-15").followUps.count == 5)

        var later = try Journey(
            at: Instant(JourneyProgramme.day("2007-06-18"), hour: 19),
            opening: { _ in FollowUpListScreen() }, programme: journey.programme)
        later.press("/AH014-0001<Tab><Enter>")
        #expect(later.screen().contains("day 3 after the start"))
        // Reached, by phone, today; code phrase right, safe to talk; same employer, paid; eight
        // hours; holds her card; cannot leave freely; nothing else.
        later.press("1<Enter>1<Enter><Enter>1111" + "8<Enter>" + "12" + "2222<F10>")
        #expect(later.message().contains("ALERT raised: Cannot leave freely"), "\(later.screen())")
        let alerted = try page("AH014-0001", later, on: "2007-06-18")
        let first = try #require(alerted.followUps.first { $0.followUp.dayOffset == 3 })
        #expect(first.followUp.doneOn == JourneyProgramme.day("2007-06-18"))
        #expect(first.followUp.canLeaveFreely == .no)
        #expect(first.followUp.holdsOwnId == .yes)
        #expect(first.followUp.WorkPlaceViolenceThreats == .no)
        #expect(first.isAlertOpen)

        later.press("a")
        #expect(later.screen().contains("Cannot leave freely"))
        later.press("<End>cvisited with the labour bureau, she is free to go<Enter>")
        #expect(later.message().contains("Alert closed"), "\(later.screen())")
        let closed = try page("AH014-0001", later, on: "2007-06-18")
        #expect(closed.openAlerts.isEmpty)
        #expect(
            closed.followUps.first { $0.followUp.dayOffset == 3 }?.followUp.alertClosedReason
                == "visited with the labour bureau, she is free to go")
    }

    private func madeToday(_ line: FollowUpLine) -> Bool {
        line.followUp.doneOn == JourneyProgramme.day("2007-06-15")
    }

    @Test func `a call that was made opens with its answers and is corrected`() throws {
        var journey = try Journey(opening: { _ in FollowUpListScreen() })
        journey.press("<Enter>1<Enter>1<PageDown><PageDown>0" + "1her own words<Enter><F10>")
        let before = try page("AH014-0006", journey, on: "2007-06-15")
        let done = try #require(before.followUps.first(where: madeToday))
        let id = done.followUp.id
        var again = try Journey(
            opening: { world in FollowUpScreen(world, followUpId: id) },
            programme: journey.programme)
        #expect(again.screen().contains("Correct the call AH014-0006"), "\(again.screen())")
        again.press("<PageDown><PageDown>")
        #expect(again.screen().contains("her own words"), "\(again.screen())")
        // It was no deception after all; and she holds her card.
        again.press("<Down>2<PageUp><PageUp><Down>1")
        let typed = again.screen()
        again.press("<F10>")
        #expect(again.message().contains("stays open"), "\(again.screen())")
        let after = try page("AH014-0006", journey, on: "2007-06-15").followUps
            .first { $0.followUp.id == id }
        #expect(after?.followUp.holdsOwnId == .yes, "\(typed)")
        #expect(after?.indicators.contains { $0.answer == .yes } == false)
        #expect(after?.isAlertOpen == true)
    }

    @Test func `corrected to nobody reached, what she was thought to have said is gone`() throws {
        var journey = try Journey(opening: { _ in FollowUpListScreen() })
        journey.press("<Enter>1<Enter>1<PageDown><PageDown>0" + "1her own words<Enter><F10>")
        let done = try #require(
            try page("AH014-0006", journey, on: "2007-06-15").followUps.first(where: madeToday))
        let id = done.followUp.id
        var again = try Journey(
            opening: { world in FollowUpScreen(world, followUpId: id) },
            programme: journey.programme)
        again.press("2<F10>")
        let after = try page("AH014-0006", journey, on: "2007-06-15").followUps
            .first { $0.followUp.id == id }
        #expect(after?.followUp.reached == .noAnswer, "\(again.screen())")
        #expect(after?.indicators.allSatisfy { $0.answer == .unknown } == true)
    }

    @Test func `an indicator asks for its evidence and is listed, never judged`() throws {
        var journey = try Journey(opening: { _ in FollowUpListScreen() })
        journey.press("<Enter>1<Enter>1<PageDown><PageDown>0" + "1her own words<Enter><F10>")
        #expect(journey.message().contains("ALERT raised: An ILO indicator"), "\(journey.screen())")
        let overdue = try page("AH014-0006", journey, on: "2007-06-15").followUps
            .first { $0.followUp.dayOffset == 30 && $0.followUp.placementId == nil }
        let ticked = try #require(overdue?.indicators.first { $0.answer == .yes })
        #expect(ticked.indicator == .deception)
        #expect(ticked.evidence == "her own words")
    }

    @Test func `put off twice, refused the third time with the reason`() throws {
        var journey = try Journey(opening: { _ in FollowUpListScreen() })
        journey.press("pt+2<Enter>")
        #expect(journey.message().contains("1 more allowed"), "\(journey.screen())")
        journey.press("p2007-06-20<Enter>")
        #expect(journey.message().contains("0 more allowed"))
        journey.press("p")
        #expect(journey.message().contains("put off twice already"))
        #expect(!journey.screen().contains("Call again on"))
    }

    @Test func `one that is not overdue cannot be put off`() throws {
        var journey = try Journey(
            at: Instant(JourneyProgramme.day("2007-06-09"), hour: 10),
            opening: { _ in FollowUpListScreen() })
        journey.press("p")
        #expect(journey.message().contains("not overdue"), "\(journey.screen())")
    }

    @Test func `no number is on the call sheet, and none before its flags`() throws {
        var journey = try Journey(opening: { _ in FollowUpListScreen() })
        #expect(!journey.screen(width: 132, height: 43).contains("1380000"))
        journey.press("<Enter>")
        let screen = journey.screen()
        let number = try #require(screen.range(of: "1380000"))
        let flags = try #require(screen.range(of: "UNSAFE") ?? screen.range(of: "call,"))
        #expect(flags.upperBound < number.lowerBound)
    }

    @Test func `a call nobody answered passes over the questions`() throws {
        var journey = try Journey(opening: { _ in FollowUpListScreen() })
        journey.press("<Enter>2<Enter>1<F10>")
        #expect(journey.message().contains("Follow-up saved"), "\(journey.screen())")
    }
}
