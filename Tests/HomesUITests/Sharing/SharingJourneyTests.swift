import HomesCore
import HomesUI
import TestSupport
import Testing

/// What leaves a home about a woman, by keys alone, in both languages.
@Suite struct SharingJourneyTests {
    private func page(_ code: String, _ journey: Journey, as user: String = "lin") throws
        -> ResidentPage
    {
        try journey.store.residentPage(
            journey.programme.people[code] ?? "",
            by: journey.programme.signature(user, hour: 10))
    }

    /// Presses keys and counts them.
    private func press(_ keys: String, _ journey: inout Journey) -> Int {
        journey.press(keys)
        return Key.parse(keys).count
    }

    @Test(arguments: Language.allCases)
    func `a referral without consent asks for it first and then goes out`(
        _ language: Language
    ) throws {
        var journey = try SharingStage.page("AH014-0004", language)
        // Legal aid, the organisation, within three days, nothing asked, her name goes along.
        let keys = press("R5<Enter>村法庭<Enter>4<Enter><Enter>1<F10>", &journey)
        #expect(journey.shell.top is ConsentScreen, "\(journey.screen())")
        let more = press("1<F10>", &journey)
        #expect(journey.shell.top is ResidentScreen, "\(journey.screen())")
        let line = try #require(try page("AH014-0004", journey).sharing.referrals.first)
        #expect(line.referral.toOrganisation == "村法庭")
        #expect(line.referral.serviceType == .legalAssistance)
        #expect(line.referral.sharesIdentity == .shared)
        #expect(line.consent?.purpose == .shareWith)
        print("a referral with its consent: \(keys + more) keys")
        journey.press("<F8>")
        #expect(try page("AH014-0004", journey).sharing.referrals.isEmpty)
    }

    @Test func `she says no and nothing goes out`() throws {
        var journey = try SharingStage.page("AH014-0004")
        journey.press("R5<Enter>村法庭<Enter>4<Enter><Enter>1<F10>2<F10>")
        #expect(journey.shell.top is ReferralScreen)
        #expect(journey.message().contains("has not agreed"), "\(journey.screen())")
        #expect(try page("AH014-0004", journey).sharing.referrals.isEmpty)
    }

    @Test(arguments: Language.allCases)
    func `she takes her consent back and the organisation to be told is named`(
        _ language: Language
    ) throws {
        var journey = try SharingStage.page("AH014-0001", language)
        let consents = try page("AH014-0001", journey).consents
        let index = try #require(
            consents.firstIndex { $0.consent.shareWith == SharingStage.aid })
        journey.press("9")
        for _ in 0..<200 where journey.shell.top is ResidentScreen {
            if journey.cursorLine().contains("89") { break }
            journey.press("<Down>")
        }
        journey.press("w<F10>")
        #expect(journey.message().contains(SharingStage.aid), "\(journey.screen())")
        let now = try page("AH014-0001", journey)
        #expect(now.consents[index].state == .withdrawn)
        #expect(now.sharing.mustBeTold.count == 2)
    }

    @Test(arguments: Language.allCases)
    func `a late answer is gone to from Today and written down`(_ language: Language) throws {
        var today = try SharingStage.journey(language)
        let list = language == .english ? "answer was due" : "应于2007-06-14答复"
        for _ in 0..<40 where !today.cursorLine().contains(list) { today.press("<Down>") }
        today.press("<Enter>")
        #expect(today.shell.top is ResidentScreen, "\(today.screen())")
        var pageJourney = try SharingStage.page("AH014-0001", language)
        pageJourney.press("9<End>")
        for _ in 0..<40 where !pageJourney.cursorLine().contains(SharingStage.aid) {
            pageJourney.press("<Up>")
        }
        pageJourney.press("<Enter>2<Enter>looks into it<F10>")
        let referral = try page("AH014-0001", pageJourney).sharing.referrals
            .first { $0.referral.toOrganisation == SharingStage.aid }?.referral
        #expect(referral?.status == .accepted, "\(pageJourney.screen())")
        #expect(referral?.feedback == "looks into it")
    }

    @Test(arguments: Language.allCases)
    func `an incident: the questions stop at the first yes`(_ language: Language) throws {
        var journey = try SharingStage.journey(language)
        // Violence, today; no, no, yes: physical assault. Pushed; the first resident, affected.
        let keys = press(
            "in5<Enter><Enter><Enter>2<Enter>2<Enter>1<Enter>pushed<Enter>AH014-0001<Enter><F10>",
            &journey)
        #expect(journey.shell.top is IncidentListScreen, "\(journey.screen())")
        let rows = try journey.store.incidents(
            homeId: journey.programme.homes["AH-014"]?.id ?? "",
            by: journey.programme.signature("lin", hour: 10))
        #expect(rows.count == 2)
        let lines = try page("AH014-0001", journey).sharing.incidents
        #expect(lines.map(\.incident.gbvType) == [.physicalAssault])
        #expect(lines.map(\.part) == [.affected])
        print("an incident with a type of violence and a resident: \(keys) keys")
    }

    @Test(arguments: Language.allCases)
    func `an incident is closed with a reason`(_ language: Language) throws {
        var journey = try SharingStage.journey(language)
        journey.press("i<Enter>e3<Enter>told the police<F10>")
        #expect(journey.shell.top is IncidentScreen, "\(journey.screen())")
        #expect(journey.screen().contains("told the police"))
    }

    @Test(arguments: Language.allCases)
    func `another home accepts her with a bed, and this one cannot open her any more`(
        _ language: Language
    ) throws {
        let programme = try SharingStage.make()
        var there = try Journey(as: "mei", language: language, programme: programme)
        #expect(there.screen().contains("AH014-0002") && !there.screen().contains("李梅"))
        let keys = press("<Home><Enter>", &there)
        #expect(there.shell.top is TransferOfferScreen, "\(there.screen())")
        let accept = press("a", &there)
        #expect(there.shell.top is BedBoardScreen)
        // The first bed is taken; the night is asked because she was proposed yesterday.
        let bed = press("f<Enter><Enter>", &there)
        #expect(there.shell.top is ResidentScreen, "\(there.screen())")
        print("a transfer accepted: \(keys + accept + bed) keys")
        let id = programme.people["AH014-0002"] ?? ""
        let hers = try programme.store.residentPage(
            id, by: programme.signature("mei", hour: 10))
        #expect(hers.openStay?.stay.homeId == programme.homes["GD-003"]?.id)
        var here = try Journey(
            language: language, opening: { _ in ResidentScreen(personId: id) },
            programme: programme)
        #expect(!here.screen().contains("AH014-0002"), "\(here.screen())")
        let nobody = try Journey(
            language: language,
            opening: { _ in ResidentScreen(personId: "00000000-0000-7000-8000-00000000dead") },
            programme: programme)
        var other = nobody
        #expect(here.screen() == other.screen())
    }

    @Test(arguments: Language.allCases)
    func `a proposal asks for her consent, is refused with a reason, and is told back`(
        _ language: Language
    ) throws {
        var journey = try SharingStage.page("AH014-0001", language)
        journey.press("TGD-003<Enter>her uncle<Enter><F10>")
        #expect(journey.shell.top is ConsentScreen, "\(journey.screen())")
        journey.press("1<F10>")
        #expect(journey.shell.top is ResidentScreen, "\(journey.screen())")
        let transfer = try #require(try page("AH014-0001", journey).sharing.proposal)
        #expect(transfer.toCode == "GD-003" && transfer.transfer.reason == "her uncle")
        let id = transfer.transfer.id
        var there = try Journey(
            as: "mei", language: language,
            opening: { _ in TransferOfferScreen(transferId: id) }, programme: journey.programme)
        there.press("xno bed this week<Enter>")
        #expect(there.shell.top is TodayScreen, "\(there.screen())")
        journey.press("1")
        #expect(journey.screen().contains("AH014-0001"))
        let answered = try page("AH014-0001", journey).sharing.transfers.first?.transfer
        #expect(answered?.answerReason == "no bed this week")
    }

    @Test(arguments: Language.allCases)
    func `a proposal is taken back by typing her code`(_ language: Language) throws {
        var journey = try SharingStage.page("AH014-0002", language)
        journey.press("TAH014-0002<Enter>")
        #expect(try page("AH014-0002", journey).sharing.proposal == nil, "\(journey.screen())")
    }

    @Test(arguments: Language.allCases)
    func `asked by the caseworker, approved by the manager, opened again`(
        _ language: Language
    ) throws {
        var lin = try SharingStage.page("AH014-0001", language)
        let asks = press("C2<Enter><Enter>she works now<F10>", &lin)
        let asked = try #require(try page("AH014-0001", lin).sharing.closureAsked)
        #expect(asked.reason == .placedAndStable && asked.note == "she works now")
        var manager = try Journey(
            as: "manager", language: language,
            opening: { _ in
                ResidentScreen(personId: asked.personId)
            }, programme: lin.programme)
        // She is still here: the code is asked for.
        _ = press("Ca<Enter>", &manager)
        #expect(try page("AH014-0001", manager, as: "manager").openCase != nil)
        let approves = press("aAH014-0001<Enter>", &manager)
        #expect(try page("AH014-0001", manager, as: "manager").openCase == nil)
        print("a closure: \(asks) keys to ask, \(approves) to approve")
        manager.press("Cshe came back<Enter>")
        let file = try page("AH014-0001", manager, as: "manager").openCase
        #expect(file?.cas_Status == .active, "\(manager.screen())")
    }

    @Test func `the manager refuses from Today, and the caseworker reads why`() throws {
        var manager = try SharingStage.journey(as: "manager")
        for _ in 0..<40 where !manager.cursorLine().contains("asked on") {
            manager.press("<Down>")
        }
        manager.press("<Enter>xcall her once more<Enter>")
        #expect(manager.message().contains("stays open"), "\(manager.screen())")
        var lin = try Journey(
            opening: { _ in
                ResidentScreen(personId: manager.programme.people["AH014-0003"] ?? "")
            }, programme: manager.programme)
        #expect(lin.screen().contains("call her once more"), "\(lin.screen())")
    }
}
