import HomesCore
import HomesUI
import TestSupport

/// The invented programme with something shared, proposed, asked and reported in it.
enum SharingStage {
    static let aid = "颍上县法律援助中心"

    /// AH014-0001: referred with consent, the answer late, and another referral whose consent she
    /// took back. AH014-0002: proposed to GD-003. AH014-0003: her case is to be closed. AH014-0007:
    /// affected by an incident.
    static func make() throws -> JourneyProgramme {
        let programme = try JourneyProgramme.make()
        let store = programme.store
        let lin = programme.signature("lin", on: "2007-06-14", hour: 9)
        func id(_ code: String) -> String { programme.people[code] ?? "" }
        func agree(
            _ code: String, _ purpose: ConsentPurpose, _ recipient: String?, hour: Int = 9
        ) throws -> Consent {
            let lin = programme.signature("lin", on: "2007-06-14", hour: hour)
            var consent = Consent()
            consent.personId = id(code)
            consent.purpose = purpose
            consent.shareWith = recipient
            consent.given = .yes
            consent.date = lin.today
            return try store.recordConsent(consent, by: lin)
        }
        func refer(_ code: String, _ organisation: String, hour: Int) throws {
            var referral = Referral()
            referral.personId = id(code)
            referral.toOrganisation = organisation
            referral.serviceType = .legalAssistance
            referral.responseTimeframe = .threeHours
            referral.sharesNeeds = .shared
            referral.sharesIdentity = .shared
            try store.refer(
                referral, by: programme.signature("lin", on: "2007-06-14", hour: hour))
        }
        _ = try agree("AH014-0001", .shareWith, aid)
        try refer("AH014-0001", aid, hour: 9)
        let hospital = try agree("AH014-0001", .shareWith, "县医院", hour: 10)
        try refer("AH014-0001", "县医院", hour: 10)
        try store.withdrawConsent(
            hospital.id, on: lin.today, how: "本人当面说",
            by: programme.signature("lin", on: "2007-06-14", hour: 11))
        _ = try agree("AH014-0002", .transferToHome, nil)
        var transfer = Transfer()
        transfer.personId = id("AH014-0002")
        transfer.toHomeId = programme.homes["GD-003"]?.id ?? ""
        transfer.reason = "有人在车站看到招工者"
        transfer.needs = "工作、安全"
        try store.proposeTransfer(transfer, by: lin)
        let page = try store.residentPage(id("AH014-0003"), by: lin)
        var request = ClosureRequest()
        request.caseId = page.cases.first?.id ?? ""
        request.reason = .returnedHomeSafely
        request.closeOn = lin.today
        request.note = "母亲来接她"
        try store.askClosure(request, by: lin)
        var incident = Incident()
        incident.date = lin.today
        incident.`class` = .recruiterAtDoor
        incident.whatHappened = "打听同村的一个女孩"
        var affected = IncidentPerson()
        affected.personId = id("AH014-0007")
        var man = IncidentPerson()
        man.part = .alleged
        man.description = "约四十岁男子骑红色摩托车"
        try store.recordIncident(incident, people: [affected, man], by: lin)
        return programme
    }

    /// A journey over it.
    static func journey(
        as userName: String = "lin", _ language: Language = .english,
        opening screen: ((JourneyProgramme) -> any Screen)? = nil
    ) throws -> Journey {
        let programme = try make()
        return try Journey(
            as: userName, language: language,
            opening: screen.map { made in { _ in made(programme) } },
            programme: programme)
    }

    /// A journey that begins on a resident's page.
    static func page(
        _ code: String, as userName: String = "lin", _ language: Language = .english
    ) throws -> Journey {
        try journey(as: userName, language) {
            ResidentScreen(personId: $0.people[code] ?? "")
        }
    }
}
