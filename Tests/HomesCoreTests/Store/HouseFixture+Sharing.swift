@testable import HomesCore

extension HouseFixture {
    /// Records that she agrees, or does not.
    @discardableResult
    func agree(
        _ personId: String, to purpose: ConsentPurpose, with recipient: String? = nil,
        _ given: YesNo = .yes, from date: CivilDate? = nil, until end: CivilDate? = nil,
        by signature: Signature? = nil
    ) throws(StoreError) -> Consent {
        let signature = signature ?? worker
        var consent = Consent()
        consent.personId = personId
        consent.purpose = purpose
        consent.shareWith = recipient
        consent.given = given
        consent.date = date ?? signature.today
        consent.expiresOn = end
        return try store.recordConsent(consent, by: signature)
    }

    /// Refers her, with what she needs.
    @discardableResult
    func refer(
        _ personId: String, to organisation: String, by signature: Signature? = nil
    ) throws(StoreError) -> Referral {
        var referral = Referral()
        referral.personId = personId
        referral.toOrganisation = organisation
        referral.serviceType = .legalAssistance
        referral.responseTimeframe = .threeHours
        referral.sharesNeeds = .shared
        return try store.refer(referral, by: signature ?? worker)
    }

    /// Proposes her to the other home.
    @discardableResult
    func propose(
        _ personId: String, to homeId: String? = nil, by signature: Signature? = nil
    ) throws(StoreError) -> Transfer {
        var transfer = Transfer()
        transfer.personId = personId
        transfer.toHomeId = homeId ?? other.id
        transfer.reason = "her brother was seen at the station"
        transfer.needs = "a quiet room"
        return try store.proposeTransfer(transfer, by: signature ?? worker)
    }

    /// A signature at another moment.
    func at(_ date: CivilDate, hour: Int = 10, _ signature: Signature? = nil) -> Signature {
        var signature = signature ?? worker
        signature.at = Instant(date, hour: hour)
        return signature
    }
}
