import Testing

@testable import HomesCore

/// What is written down about a placement after its start.
@Suite struct PlacementTermsTests {
    let fixture: WorkFixture
    let placed: Placement

    init() throws {
        fixture = try WorkFixture()
        let employer = try fixture.addEmployer()
        var made = fixture.goodOffer(of: employer)
        made.offeredOn = WorkFixture.day("2010-01-20")
        let offer = try fixture.store.recordOffer(made, by: fixture.caseworker)
        var placement = Placement()
        placement.personId = fixture.person.id
        placement.offerId = offer.id
        placement.startDate = WorkFixture.day("2010-02-01")
        placed = try fixture.store.startPlacement(placement, by: fixture.caseworker)
    }

    private func check(_ code: RuleCode) throws -> OfferCheck {
        let kept = try fixture.store.read { db in
            try db.fetchValid(
                OfferCheck.self, "placementId = ? AND ruleCode = ?", [placed.id, code.rawValue])
        }
        return try #require(kept.first)
    }

    @Test func `a contract signed in time or late is judged again with the placement`() throws {
        #expect(try check(.L10).evidencePhrase.english.hasPrefix("Promised"))
        var signed = placed
        signed.contractSignedOn = WorkFixture.day("2010-03-01")
        signed = try fixture.store.editPlacement(signed, by: fixture.caseworker)
        #expect(try check(.L10).verdict == .pass)
        #expect(try check(.L10).evidencePhrase.english == "Signed on 2010-03-01")
        signed.contractSignedOn = WorkFixture.day("2010-03-02")
        signed = try fixture.store.editPlacement(signed, by: fixture.caseworker)
        #expect(try check(.L10).verdict == .fail)
        // It came to light after the start: evidence, and nothing that had to be set aside.
        #expect(try fixture.store.check().map(\.rule.id).contains("placementOverride") == false)
        let others = try fixture.store.read { db in
            try db.fetchValid(OfferCheck.self, "placementId = ? AND rowVersion > 1", [placed.id])
        }
        #expect(others.map(\.ruleCode) == ["L10"])
        let undoable = try #require(try fixture.store.lastUndoable(by: fixture.caseworker))
        try fixture.store.undo(operationId: undoable.operationId, by: fixture.caseworker)
        #expect(try check(.L10).verdict == .pass)
    }

    @Test func `other terms leave every check as it was`() throws {
        var changed = placed
        changed.wageYuanAtStart = 1_300
        changed.hoursPerDayAtStart = 9
        changed.contractCopyHeld = .yes
        changed = try fixture.store.editPlacement(changed, by: fixture.caseworker)
        #expect(changed.contractCopyHeld == .yes)
        #expect(try check(.L10).stamp.rowVersion == 1)
    }

    @Test func `no contract is signed in the future`() throws {
        var signed = placed
        signed.contractSignedOn = fixture.today.adding(days: 1)
        #expect(
            refusal { try fixture.store.editPlacement(signed, by: fixture.caseworker) }
                == .refused(.contractInFuture))
    }
}
