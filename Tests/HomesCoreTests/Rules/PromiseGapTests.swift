import Testing

@testable import HomesCore

/// Promise against reality: an offer, the terms at the start, and what changed.
@Suite struct PromiseGapTests {
    private func offer(_ yuan: Int?, _ basis: WageBasis?, hours: Int?) -> JobOffer {
        var offer = JobOffer()
        offer.wageYuan = yuan
        offer.wageBasis = basis
        offer.hoursPerDay = hours
        return offer
    }

    private func start(_ yuan: Int?, hours: Int?) -> Placement {
        var placement = Placement()
        placement.startDate = HouseFixture.day("2007-03-01")
        placement.wageYuanAtStart = yuan
        placement.hoursPerDayAtStart = hours
        return placement
    }

    private func change(
        _ day: String, _ yuan: Int? = nil, _ basis: WageBasis? = nil, hours: Int? = nil
    ) -> PlacementChange {
        var change = PlacementChange()
        change.changedOn = HouseFixture.day(day)
        change.wageYuan = yuan
        change.wageBasis = basis
        change.hoursPerDay = hours
        return change
    }

    @Test func `worse at the start, worse later, better again, and what cannot be compared`() {
        let promised = offer(1_000, .month, hours: 8)
        let began = HouseFixture.day("2007-03-01")
        let april = HouseFixture.day("2007-04-01")
        let rows: [(Placement, [PlacementChange], [PromiseGap])] = [
            (start(1_000, hours: 8), [], []),
            (start(1_200, hours: 7), [], []),
            (
                start(999, hours: 9), [],
                [
                    .wage(promised: 1_000, got: 999, basis: .month, since: began),
                    .hours(promised: 8, got: 9, since: began),
                ]
            ),
            (
                start(1_000, hours: 8),
                [change("2007-04-01", 800, .month), change("2007-04-01", hours: 12)],
                [
                    .wage(promised: 1_000, got: 800, basis: .month, since: april),
                    .hours(promised: 8, got: 12, since: april),
                ]
            ),
            (
                start(800, hours: 8), [change("2007-04-01", 1_000, .month)], []
            ),
            // A day's wage is no month's.
            (start(1_000, hours: 8), [change("2007-04-01", 30, .day)], []),
            (start(nil, hours: nil), [], []),
        ]
        for (placement, changes, gaps) in rows {
            #expect(
                PromiseGap.found(offer: promised, placement: placement, changes: changes) == gaps)
        }
        #expect(
            PromiseGap.found(
                offer: offer(nil, nil, hours: nil), placement: start(1, hours: 24), changes: []
            ).isEmpty)
        for gap in rows[2].2 { #expect(gap.phrase.english != gap.phrase.chinese) }
    }
}
