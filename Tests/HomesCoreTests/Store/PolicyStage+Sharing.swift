@testable import HomesCore

extension PolicyStage {
    static let sharing: [Line] = [
        Line("refer", .refer, .woman) { stage, her, who in
            var referral = Referral()
            referral.personId = her.person.id
            referral.toOrganisation = "法律援助中心"
            referral.sharesNeeds = .shared
            try stage.store.refer(referral, by: who)
        },
        Line("answerReferral", .refer, .woman) { stage, her, who in
            try stage.store.answerReferral(her.referral, by: who)
        },
        Line("askClosure", .askClosure, .woman) { stage, her, who in
            try stage.store.askClosure(try her.closure(), by: who)
        },
        Line("closeCase", .closeCase, .woman) { stage, her, who in
            try stage.store.closeCase(try her.closure(), by: who)
        },
        Line("answerClosure", .closeCase, .woman) { stage, her, who in
            try stage.store.answerClosure(try her.asked.orSkip().id, by: who)
        },
        Line("reopenCase", .reopenCase, .woman) { stage, her, who in
            try stage.store.reopenCase(try her.file.orSkip().id, reason: "came back", by: who)
        },
        Line("proposeTransfer", .proposeTransfer, .woman) { stage, her, who in
            var transfer = Transfer()
            transfer.personId = her.person.id
            transfer.toHomeId = stage.house.dropIn.id
            transfer.reason = "danger"
            try stage.store.proposeTransfer(transfer, by: who)
        },
        Line("withdrawTransfer", .proposeTransfer, .woman) { stage, her, who in
            try stage.store.withdrawTransfer(her.transfer.id, by: who)
        },
        Line("transferProposal", .answerTransfer, .home) { stage, home, who in
            _ = try stage.store.transferProposal(home.proposal.id, by: who)
        },
        Line("acceptTransfer", .answerTransfer, .home) { stage, home, who in
            try stage.store.acceptTransfer(
                home.proposal.id, bedId: try home.bed.orSkip().id, from: stage.today, by: who)
        },
        Line("refuseTransfer", .answerTransfer, .home) { stage, home, who in
            try stage.store.refuseTransfer(home.proposal.id, reason: "full", by: who)
        },
        Line("incidents", .seeIncidents, .home) { stage, home, who in
            _ = try stage.store.incidents(homeId: home.homeId ?? "", by: who)
        },
        Line("incidents of an employer", .seeEmployers, .programme) { stage, _, who in
            _ = try stage.store.incidents(ofEmployer: stage.employer.id, by: who)
        },
        Line("incident", .seeIncidents, .home) { stage, home, who in
            _ = try stage.store.incident(home.incident.id, by: who)
        },
        Line("recordIncident", .recordIncident, .home) { stage, home, who in
            var incident = Incident()
            incident.homeId = home.homeId ?? ""
            incident.date = stage.today
            try stage.store.recordIncident(incident, people: [], by: who)
        },
        Line("editIncident", .recordIncident, .home) { stage, home, who in
            try stage.store.editIncident(home.incident, by: who)
        },
    ]
}

extension PolicyStage.Subject {
    func closure() throws -> ClosureRequest {
        var request = ClosureRequest()
        request.caseId = try file.orSkip().id
        return request
    }
}

extension PolicyStage {
    /// Her consents, a referral, a proposal, and a request to close her case.
    static func addSharing(
        to subject: inout Subject, _ house: HouseFixture, in op: inout HomesCore.Operation
    ) throws {
        let id = subject.person.id
        var consent = Consent()
        consent.personId = id
        consent.given = .yes
        consent.date = house.today
        consent.purpose = .shareWith
        consent.shareWith = "法律援助中心"
        let sharing = try op.insert(consent, about: id)
        consent.purpose = .transferToHome
        consent.shareWith = nil
        let moving = try op.insert(consent, about: id)
        subject.referral.personId = id
        subject.referral.homeId = subject.person.homeId
        subject.referral.toOrganisation = "法律援助中心"
        subject.referral.consentId = sharing.id
        subject.referral.sharesNeeds = .shared
        subject.referral.sharedOn = house.today
        subject.referral.sentAt = HouseFixture.now
        subject.referral.dueAt = HouseFixture.now.adding(seconds: 3_600)
        subject.referral = try op.insert(subject.referral, about: id)
        subject.transfer.personId = id
        subject.transfer.fromHomeId = subject.person.homeId
        subject.transfer.toHomeId =
            subject.person.homeId == house.home.id ? house.other.id : house.home.id
        subject.transfer.consentId = moving.id
        subject.transfer.proposedOn = house.today
        subject.transfer.reason = "danger"
        subject.transfer = try op.insert(subject.transfer, about: id)
        if let file = subject.file, !file.cas_Status.isClosed {
            var asked = ClosureRequest()
            asked.caseId = file.id
            asked.personId = id
            asked.askedOn = house.today
            asked.closeOn = house.today
            subject.asked = try op.insert(asked, about: id)
        }
    }
}
