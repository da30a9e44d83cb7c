import GRDB
import Testing

@testable import HomesCore

/// What leaves the home about a woman leaves it with her consent, and comes back when she says so.
@Suite struct ReferralsTests {
    private let house: HouseFixture
    private let her: String
    private let aid = "法律援助中心"

    init() throws {
        house = try HouseFixture()
        her = try house.admit(from: "2007-03-01").person.id
    }

    private func page() throws -> ResidentPage {
        try house.store.residentPage(her, by: house.worker)
    }

    private func wanted(_ organisation: String) -> Referral {
        var referral = Referral()
        referral.personId = her
        referral.toOrganisation = organisation
        referral.sharesNeeds = .shared
        return referral
    }

    @Test func `nothing is shared without a consent for that very organisation`() throws {
        #expect(refusal { try house.refer(her, to: aid) } == .refused(.noConsent))
        try house.agree(her, to: .caseManagement)
        try house.agree(her, to: .photo)
        try house.agree(her, to: .shareWith, with: "区医院")
        #expect(refusal { try house.refer(her, to: aid) } == .refused(.noConsent))
        try house.agree(her, to: .shareWith, with: aid, until: house.today)
        #expect(refusal { try house.refer(her, to: aid) } == .refused(.noConsent))
        let consent = try house.agree(her, to: .shareWith, with: aid)
        let made = try house.refer(her, to: " 法律援助中心 ")
        #expect(made.consentId == consent.id && made.toOrganisation == aid)
        #expect(made.sharedOn == house.today && made.homeId == house.home.id)
        #expect(made.dueAt == HouseFixture.now.adding(seconds: 3 * 3_600))
        #expect(
            refusal {
                try house.store.refer(
                    with(wanted(aid)) { $0.sharesNeeds = .notShared }, by: house.worker)
            }
                == .refused(.nothingShared))
        #expect(
            refusal { try house.refer(her, to: aid, by: house.elsewhere) } == .noSuchRecord)
    }

    private func with(_ referral: Referral, _ change: (inout Referral) -> Void) -> Referral {
        var referral = referral
        change(&referral)
        return referral
    }

    @Test func `a later refusal ends an earlier yes, and what rests on it`() throws {
        try house.agree(her, to: .shareWith, with: aid)
        let made = try house.refer(her, to: aid)
        try house.agree(her, to: .shareWith, with: aid, .no)
        let line = try #require(try page().sharing.referrals.first)
        #expect(line.referral.id == made.id && line.referral.status == .revoked)
        #expect(refusal { try house.refer(her, to: aid) } == .refused(.noConsent))
        try house.agree(her, to: .shareWith, with: aid)
        try house.refer(her, to: aid)
    }

    @Test func `withdrawal revokes what is open at once and names whom to tell`() throws {
        let consent = try house.agree(her, to: .shareWith, with: aid)
        let open = try house.refer(her, to: aid)
        var done = try house.refer(her, to: aid)
        done.status = .done
        done.referralResult = .accepted
        try house.store.answerReferral(done, by: house.worker)
        let outcome = try house.store.withdrawConsent(
            consent.id, on: house.today, how: "said so", by: house.worker)
        #expect(outcome.mustBeTold == [aid])
        let lines = try page().sharing.referrals
        #expect(Set(lines.map(\.referral.status)) == [.revoked, .done])
        #expect(try page().sharing.mustBeTold.map(\.referral.id) == [open.id])
        let day = try house.store.today(homeId: house.home.id, by: house.worker).sharing
        #expect(day.toBeTold.rows.map(\.recordId) == [open.id])
        var told = try #require(lines.first { $0.referral.id == open.id }).referral
        told.toldOn = house.today
        try house.store.answerReferral(told, by: house.worker)
        #expect(try page().sharing.mustBeTold.isEmpty)
        #expect(try house.store.check().isEmpty)
    }

    @Test func `undo of a withdrawal restores the consent and its referral`() throws {
        let consent = try house.agree(her, to: .shareWith, with: aid)
        try house.refer(her, to: aid)
        try house.store.withdrawConsent(
            consent.id, on: house.today, how: "", by: house.worker)
        let offer = try #require(try house.store.lastUndoable(by: house.worker))
        #expect(offer.operation == .withdrawConsent)
        try house.store.undo(operationId: offer.operationId, by: house.worker)
        let now = try page()
        #expect(now.consents.first?.state.isInForce == true)
        #expect(now.sharing.referrals.first?.referral.status == .inProgress)
    }

    @Test func `a referral becomes only what it can become`() throws {
        try house.agree(her, to: .shareWith, with: aid)
        var tried = 0
        for start in ReferralStatus.allCases {
            for next in ReferralStatus.allCases where next != start {
                var referral = try house.refer(her, to: aid)
                if start != .inProgress {
                    referral.status = start
                    referral.referralResult = .accepted
                    referral = try house.store.answerReferral(referral, by: house.worker)
                }
                referral.status = next
                referral.referralResult = .accepted
                let fault = refusal {
                    try house.store.answerReferral(referral, by: house.worker)
                }
                #expect(
                    fault == (start.next.contains(next) ? nil : .refused(.referralEnded)),
                    "\(start) to \(next)")
                tried += 1
            }
        }
        #expect(tried == 20)
        var open = try house.refer(her, to: aid)
        open.status = .done
        #expect(
            refusal { try house.store.answerReferral(open, by: house.worker) }
                == .refused(.resultMissing))
    }

    @Test func `a late answer stands on Today until it comes`() throws {
        try house.agree(her, to: .shareWith, with: aid)
        var made = try house.refer(her, to: aid)
        func late(hour: Int) throws -> Int {
            try house.store.today(
                homeId: house.home.id, by: house.at(house.today, hour: hour)
            ).sharing.overdueReferrals.count
        }
        #expect(try late(hour: 13) == 0)
        #expect(try late(hour: 14) == 1)
        made.status = .accepted
        try house.store.answerReferral(made, by: house.at(house.today, hour: 14))
        #expect(try late(hour: 15) == 0)
    }

    @Test func `what comes in rests on the work in this home`() throws {
        var incoming = wanted("区医院")
        incoming.direction = .incoming
        #expect(
            refusal { try house.store.refer(incoming, by: house.worker) } == .refused(.noConsent))
        let consent = try house.agree(her, to: .caseManagement)
        #expect(try house.store.refer(incoming, by: house.worker).consentId == consent.id)
    }

    @Test func `the schema refuses what the store would`() throws {
        try house.agree(her, to: .shareWith, with: "区医院")
        let made = try house.refer(her, to: "区医院")
        let old = try house.agree(
            her, to: .shareWith, with: aid, from: HouseFixture.day("2007-01-01"),
            until: HouseFixture.day("2007-03-05"))
        for sql in [
            "UPDATE referral SET toOrganisation = '\(aid)'",
            "UPDATE referral SET consentId = '\(old.id)'",
            "UPDATE referral SET sharedOn = '2007-03-04'",
            "UPDATE referral SET status = 'done'",
            "UPDATE referral SET status = 'revoked'",
            "UPDATE consent SET withdrawnOn = '2007-03-05' WHERE id = '\(made.consentId)'",
            "UPDATE consent SET given = '0' WHERE id = '\(made.consentId)'",
            "UPDATE referral SET sharesNeeds = '0'",
            "DELETE FROM referral",
            """
            INSERT INTO consent (id, createdAt, createdBy, updatedAt, updatedBy, personId, purpose,
              shareWith, given, date) SELECT substr(id, 1, 35) || 'f', createdAt, createdBy,
              updatedAt, updatedBy, personId, purpose, shareWith, '0', date
            FROM consent WHERE id = '\(made.consentId)'
            """,
        ] {
            #expect(throws: DatabaseError.self, "\(sql)") {
                try house.store.queue.inDatabase { try $0.execute(sql: sql) }
            }
        }
    }
}
