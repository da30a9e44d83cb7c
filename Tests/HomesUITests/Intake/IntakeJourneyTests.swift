import HomesCore
import HomesUI
import TestSupport
import Testing

@Suite struct IntakeJourneyTests {
    private func resident(_ journey: Journey, _ code: String) throws -> ResidentPage {
        let rows = try journey.store.residentList(
            homeId: try #require(journey.programme.homes["AH-014"]?.id), filter: .all,
            by: journey.programme.signature("lin", hour: 10))
        let row = try #require(rows.first { $0.personCode == code })
        return try journey.store.residentPage(
            row.personId, by: journey.programme.signature("lin", hour: 10))
    }

    @Test func `a woman at midnight is admitted with her number, her name and two more keys`()
        throws
    {
        var journey = try Journey()
        journey.press("2")
        #expect(journey.shell.top is IntakeScreen)
        let typed = "341226198803050264"
        journey.press(typed)
        var keys = 0
        for key in ["<Enter>", "<F10>"] {
            if key == "<F10>" { journey.press("黄小丽") }
            journey.press(key)
            keys += 1
        }
        #expect(keys <= 60)
        #expect(journey.shell.top is ResidentScreen)
        #expect(
            journey.message() == "Admitted AH014-0010 to room 1 bed 3. F8 undoes.")
        let page = try resident(journey, "AH014-0010")
        #expect(page.person.nameZh == .said("黄小丽"))
        #expect(page.person.prs_Birthdate == .said("1988-03-05"))
        #expect(page.person.prs_Gender == .feminine)
        #expect(page.person.hukouCounty == .said("341226"))
        #expect(page.person.idDocumentType == .residentID18)
        #expect(page.openStay?.beds.last?.room == "1")
        #expect(try journey.store.drafts(userId: journey.programme.users["lin"] ?? "").isEmpty)
    }
}
