import GRDB
import TestSupport
import Testing

@testable import HomesCore

/// Matching in the store: who sees whom, what the journal gets, and who is offered nothing.
@Suite struct OfferMatchStoreTests {
    let programme: JourneyProgramme
    let lin: Signature
    var store: HomesStore { programme.store }

    init() throws {
        programme = try JourneyProgramme.make()
        lin = programme.signature("lin", hour: 10)
    }

    private func id(_ code: String) throws -> String { try #require(programme.people[code]) }

    private func looks(_ operation: OperationName, about personId: String) throws -> Int {
        try store.read { db in
            try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM audit
                    WHERE operation = ? AND action = 'show' AND personId = ?
                    """, arguments: [operation.rawValue, personId]) ?? 0
        }
    }

    @Test func `open offers for a woman, the nearest first, and her journal says who looked`()
        throws
    {
        var near = try store.offer(try #require(programme.offers["good"]), by: lin)
        near.stamp = Stamp()
        near.countyCode = "341221"
        near.offeredOn = JourneyProgramme.day("2007-04-20")
        near = try store.recordOffer(near, by: lin)
        var over = near
        over.stamp = Stamp()
        over.closesOn = lin.today.adding(days: -1)
        over = try store.recordOffer(over, by: lin)
        let her = try id("AH014-0001")
        let found = try store.offersFor(personId: her, by: lin)
        #expect(found.whyNot == nil && found.more == 0)
        #expect(found.offers.first?.matched.offer.id == near.id)
        #expect(
            found.offers.map(\.nearness) == [.samePrefecture, .otherProvince, .otherProvince])
        #expect(!found.offers.contains { $0.matched.offer.id == over.id })
        #expect(found.offers.allSatisfy { !$0.reasons.isEmpty })
        #expect(try looks(.matchWork, about: her) == 1)
        let one = try store.offersFor(personId: her, limit: 1, by: lin)
        #expect(one.offers.map(\.matched.offer.id) == [near.id] && one.more == 2)
    }

    @Test func `a girl under 16 and one whose age nobody knows are offered nothing`() throws {
        // Born 1992-04-02, the day is 2007-06-15.
        let girl = try store.offersFor(personId: id("AH014-0007"), by: lin)
        #expect(girl.offers.isEmpty && girl.whyNot?.english.contains("She is 15") == true)
        var unknown = try store.residentPage(id("AH014-0008"), by: lin).person
        unknown.prs_Birthdate = .missing(.prefersNot)
        _ = try store.editPerson(unknown, by: lin)
        let found = try store.offersFor(personId: unknown.id, by: lin)
        #expect(found.offers.isEmpty && found.whyNot?.english.contains("not known") == true)
        let home = try #require(programme.homes["AH-014"])
        let rows = try store.candidates(
            offerId: try #require(programme.offers["good"]), homeId: home.id, by: lin
        ).rows
        for code in ["AH014-0007", "AH014-0008"] {
            let row = try #require(rows.first { $0.personCode == code })
            #expect(row.whyNot != nil && row.reasons.isEmpty)
        }
    }

    @Test func `candidates are the home's own women who ask for work, each with a journal entry`()
        throws
    {
        let home = try #require(programme.homes["AH-014"])
        let offer = try #require(programme.offers["good"])
        let found = try store.candidates(offerId: offer, homeId: home.id, by: lin)
        // 0005 is a child with her mother, 0006 is placed, 0009 went home.
        #expect(
            found.rows.map(\.personCode)
                == [
                    "AH014-0001", "AH014-0002", "AH014-0003", "AH014-0004", "AH014-0007",
                    "AH014-0008",
                ]
        )
        #expect(found.rows.allSatisfy { $0.wishes.contains(.needsWork) })
        for row in found.rows { #expect(try looks(.showList, about: row.personId) == 1) }
        _ = try store.candidates(offerId: offer, homeId: home.id, by: lin)
        for row in found.rows { #expect(try looks(.showList, about: row.personId) == 1) }
        try store.sealPerson(
            id("AH014-0003"), reason: "threats", by: programme.signature("manager", hour: 10))
        let after = try store.candidates(offerId: offer, homeId: home.id, by: lin)
        #expect(!after.rows.contains { $0.personCode == "AH014-0003" })
    }

    @Test func `another home, a supervisor and an administrator match nobody`() throws {
        let home = try #require(programme.homes["AH-014"])
        let offer = try #require(programme.offers["good"])
        let her = try id("AH014-0001")
        for (user, error) in [
            ("mei", StoreError.noSuchRecord), ("supervisor", .refused(.roleMayNot)),
            ("admin", .refused(.roleMayNot)),
        ] {
            let who = programme.signature(user)
            #expect(refusal { try store.offersFor(personId: her, by: who) } == error)
            #expect(
                refusal { try store.candidates(offerId: offer, homeId: home.id, by: who) } == error)
        }
        #expect(try looks(.matchWork, about: her) == 0)
    }

    @Test func `women from her county are named by code in her own home only`() throws {
        // AH014-0006 of 430524 works at the factory; in GD-003 there is another of that county.
        func townsfolk(_ personId: String, _ who: Signature) throws -> [String] {
            try store.offersFor(personId: personId, by: who).offers.flatMap(\.reasons)
                .map(\.text.english).filter { $0.contains("her county") && !$0.contains("Work in") }
        }
        #expect(
            try townsfolk(id("GD003-0001"), programme.signature("mei"))
                == ["Women from her county whom other homes placed are there"])
        var other = try store.residentPage(id("AH014-0001"), by: lin).person
        #expect(try townsfolk(other.id, lin) == [])
        other.hukouCounty = .said("430524")
        _ = try store.editPerson(other, by: lin)
        #expect(try townsfolk(other.id, lin) == ["From her county, there now: AH014-0006"])
    }
}

/// What offers and placements refuse, each with its sentence, and nothing of it is kept.
@Suite struct OfferRefusalTests {
    let fixture: WorkFixture

    init() throws { fixture = try WorkFixture() }

    private func count(_ table: String) throws -> Int {
        try fixture.store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? 0 }
    }

    @Test func `an offer that cannot be is refused with a sentence, new or corrected`() throws {
        let employer = try fixture.addEmployer()
        let good = fixture.goodOffer(of: employer)
        let saved = try fixture.store.recordOffer(good, by: fixture.caseworker)
        let cases: [(Refusal, (inout JobOffer) -> Void)] = [
            (.negativeAmount, { $0.wageYuan = -1 }),
            (.negativeAmount, { $0.probationWageYuan = -1 }),
            (.negativeAmount, { $0.deductionsYuan = -1 }),
            (.negativeAmount, { $0.lodgingYuan = -1 }),
            (.negativeAmount, { $0.feeAskedYuan = -300 }),
            (.negativeAmount, { $0.depositAskedYuan = -1 }),
            (.closesBeforeOffer, { $0.closesOn = $0.offeredOn.adding(days: -1) }),
            (.dateInFuture, { $0.offeredOn = WorkFixture.day("2010-03-06") }),
            (.termOfOpenEnded, { $0.openEnded = .yes }),
            (.invalidValue, { $0.occupation = " " }),
        ]
        for (expected, change) in cases {
            var new = good
            change(&new)
            #expect(
                refusal { try fixture.store.recordOffer(new, by: fixture.caseworker) }
                    == .refused(expected))
            var edited = saved
            change(&edited)
            #expect(
                refusal { try fixture.store.editOffer(edited, by: fixture.caseworker) }
                    == .refused(expected))
            #expect(expected.label.english.count > 20 && expected.label.chinese.count > 5)
        }
        #expect(try count("jobOffer") == 1)
        #expect(
            try fixture.store.offerPage(saved.id, by: fixture.caseworker).offer.wageYuan == 1_200)
        var sameDay = good
        sameDay.closesOn = sameDay.offeredOn
        #expect(throws: Never.self) {
            try fixture.store.recordOffer(sameDay, by: fixture.caseworker)
        }
    }

    @Test func `a placement that cannot be is refused with a sentence`() throws {
        let employer = try fixture.addEmployer()
        let offer = try fixture.store.recordOffer(
            fixture.goodOffer(of: employer), by: fixture.caseworker)
        var good = Placement()
        good.personId = fixture.person.id
        good.offerId = offer.id
        good.startDate = offer.offeredOn
        let cases: [(Refusal, (inout Placement) -> Void)] = [
            (.startBeforeOffer, { $0.startDate = offer.offeredOn.adding(days: -1) }),
            (.contractInFuture, { $0.contractSignedOn = WorkFixture.day("2010-03-06") }),
            (.negativeAmount, { $0.wageYuanAtStart = -1 }),
        ]
        for (expected, change) in cases {
            var placement = good
            change(&placement)
            #expect(
                refusal {
                    try fixture.store.startPlacement(placement, by: fixture.caseworker)
                } == .refused(expected))
        }
        #expect(try count("placement") == 0 && count("followUp") == 0)
        let started = try fixture.store.startPlacement(good, by: fixture.caseworker)
        for (expected, change) in cases.dropFirst() {
            var placement = started
            change(&placement)
            #expect(
                refusal { try fixture.store.editPlacement(placement, by: fixture.caseworker) }
                    == .refused(expected))
        }
    }
}
