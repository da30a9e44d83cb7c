import Testing

@testable import HomesCore

/// By which day's law a start is judged, and how far away it may lie.
@Suite struct PlacementDatesTests {
    let fixture: WorkFixture
    let employer: Employer

    init() throws {
        fixture = try WorkFixture()
        employer = try fixture.addEmployer()
    }

    private func start(
        _ date: CivilDate, offeredOn: String = "2010-02-20",
        _ change: (inout JobOffer) -> Void = { _ in }
    ) throws -> StoreError? {
        var offer = fixture.goodOffer(of: employer)
        offer.offeredOn = WorkFixture.day(offeredOn)
        change(&offer)
        let saved = try fixture.store.recordOffer(offer, by: fixture.caseworker)
        var placement = Placement()
        placement.personId = fixture.person.id
        placement.offerId = saved.id
        placement.startDate = date
        return refusal {
            try fixture.store.startPlacement(placement, by: fixture.caseworker)
        }
    }

    @Test func `whoever is introduced today is protected by today's law, whatever dates are typed`()
        throws
    {
        // Registered on paper long ago: the start itself lies near enough.
        var file = fixture.file
        file.registrationDate = WorkFixture.day("2007-12-01")
        _ = try fixture.store.perform(.editRecord, fixture.caseworker) { operation in
            try operation.update(file, about: nil)
        }
        let day = WorkFixture.day("2007-12-31")
        for change: (inout JobOffer) -> Void in [
            { $0.idDemanded = .yes }, { $0.feeAskedYuan = 100 }, { $0.depositAskedYuan = 1 },
        ] {
            guard
                case .notAllowed(let phrase)? = try start(day, offeredOn: "2007-12-31", change)
            else {
                Issue.record("was allowed")
                continue
            }
            #expect(phrase.english.contains("L7") || phrase.english.contains("L8"))
        }
        // The other rules keep to the day of the start: no contract law before 2008.
        #expect(try start(day, offeredOn: "2007-12-31") { $0.contractItemsStated = 0 } == nil)
    }

    @Test func `the law of the introduction is asked for one who is named`() throws {
        var offer = fixture.goodOffer(of: employer)
        offer.offeredOn = WorkFixture.day("2007-12-31")
        offer.idDemanded = .yes
        let saved = try fixture.store.recordOffer(offer, by: fixture.caseworker)
        func papers(_ personId: String?) throws -> VerdictCode? {
            try fixture.store.checkOffer(
                saved.id, personId: personId, startDate: WorkFixture.day("2007-12-31"),
                by: fixture.caseworker
            ).first { $0.code == .L7 }?.outcome
        }
        #expect(try papers(nil) == nil)
        #expect(try papers(fixture.person.id) == .fail)
    }

    @Test(arguments: [
        ("2009-11-30", true), ("2009-12-01", false), ("2010-03-05", false), ("2011-03-05", false),
        ("2011-03-06", true), ("1990-01-01", true), ("2107-06-01", true),
    ])
    func `a start lies between a month before her case and a year from today`(
        date: String, isRefused: Bool
    ) throws {
        // Her case was registered on 2010-01-01.
        let error = try start(WorkFixture.day(date), offeredOn: "2009-11-01")
        #expect(error == (isRefused ? .refused(.startFarAway) : nil))
    }
}
