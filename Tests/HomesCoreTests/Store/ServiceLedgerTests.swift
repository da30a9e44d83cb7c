import Testing

@testable import HomesCore

/// The service ledger: which introductions stand in it, and what each leaves unsaid.
@Suite struct ServiceLedgerTests {
    private static let start = WorkFixture.day("2010-02-01")

    /// An entry that says everything, by the day after the contract is due.
    private struct Entry {
        var placement = Placement()
        var offer = JobOffer()
        var employer = Employer()
        var check = OfferCheck()
        var call = FollowUp()
        var day = ServiceLedgerTests.start.adding(months: 1).adding(days: 1)

        init() {
            employer.licenceNumber = "1"
            employer.licenceSeenOn = ServiceLedgerTests.start
            offer.feeAskedYuan = 0
            offer.depositAskedYuan = 0
            placement.startDate = ServiceLedgerTests.start
            placement.wageYuanAtStart = 900
            placement.hoursPerDayAtStart = 8
            placement.contractSignedOn = ServiceLedgerTests.start
            placement.contractCopyHeld = .no
            check.verdict = .pass
            call.placementId = placement.id
            call.dueOn = ServiceLedgerTests.start.adding(days: 3)
            call.doneOn = call.dueOn
        }

        var missing: [LedgerItem] {
            ServiceLedger.missing(
                placement: placement, offer: offer, employer: employer, checks: [check],
                followUps: [call], on: day)
        }
    }

    private static let cases: [(item: LedgerItem, change: @Sendable (inout Entry) -> Void)] = [
        (.licence, { $0.employer.licenceNumber = nil }),
        (.licenceSeen, { $0.employer.licenceSeenOn = nil }),
        (.wage, { $0.placement.wageYuanAtStart = nil }),
        (.hours, { $0.placement.hoursPerDayAtStart = nil }),
        (.fee, { $0.offer.depositAskedYuan = nil }),
        (.fee, { $0.offer.feeAskedYuan = nil }),
        (.checks, { $0.check.verdict = .unknown }),
        (.contract, { $0.placement.contractSignedOn = nil }),
        (.copy, { $0.placement.contractCopyHeld = .notCollected }),
        (.firstCall, { $0.call.doneOn = nil }),
        (.firstCall, { $0.call.placementId = "another" }),
        (.endReason, { $0.placement.endDate = $0.day }),
    ]

    @Test func `an entry that says everything lacks nothing, and each gap is named alone`() {
        #expect(Entry().missing.isEmpty)
        var named: Set<LedgerItem> = []
        for (item, change) in Self.cases {
            var entry = Entry()
            change(&entry)
            #expect(entry.missing == [item])
            named.formUnion(entry.missing)
        }
        #expect(named == Set(LedgerItem.allCases))
    }

    @Test func `what is not due yet is not missing`() {
        var entry = Entry()
        entry.placement.contractSignedOn = nil
        entry.day = Self.start.adding(months: 1)
        #expect(entry.missing.isEmpty)
        entry.call.doneOn = nil
        entry.day = entry.call.dueOn
        #expect(entry.missing.isEmpty)
        entry.day = entry.day.adding(days: 1)
        #expect(entry.missing == [.firstCall])
        entry = Entry()
        entry.placement.wageYuanAtStart = nil
        entry.offer.wageYuan = 900
        #expect(entry.missing.isEmpty)
    }

    @Test func `it is kept for two years to the day`() {
        var placement = Placement()
        #expect(ServiceLedger.keptUntil(placement) == nil)
        placement.endDate = WorkFixture.day("2008-02-29")
        #expect(ServiceLedger.keptUntil(placement) == WorkFixture.day("2010-02-28"))
        #expect(ServiceLedger.firstDay(on: WorkFixture.day("2010-02-28")).iso == "2008-02-28")
    }

    /// A placement of the fixture's woman, as it would be kept.
    private func place(
        _ fixture: WorkFixture, _ offer: JobOffer, from start: CivilDate, to end: CivilDate? = nil
    ) throws -> Placement {
        var placement = Placement()
        placement.personId = fixture.person.id
        placement.homeId = fixture.home.id
        placement.offerId = offer.id
        placement.startDate = start
        placement.endDate = end
        placement.endReason = end == nil ? nil : .completed
        return try fixture.insert(placement)
    }

    @Test func `what goes on or ended within two years stands in it, by code, the latest first`()
        throws
    {
        let fixture = try WorkFixture()
        let (store, today) = (fixture.store, fixture.today)
        let offer = try store.recordOffer(
            fixture.goodOffer(of: try fixture.addEmployer()), by: fixture.caseworker)
        let first = ServiceLedger.firstDay(on: today)
        _ = try place(
            fixture, offer, from: first.adding(days: -90), to: first.adding(days: -1))
        let kept = try place(fixture, offer, from: first, to: first)
        let open = try place(fixture, offer, from: first.adding(days: 1))
        let entries = try store.serviceLedger(homeId: fixture.home.id, by: fixture.caseworker)
        #expect(entries.map(\.line.placement.id) == [open.id, kept.id])
        #expect(entries.allSatisfy { $0.personCode == fixture.person.personCode })
        #expect(entries.allSatisfy { $0.missing.contains(.firstCall) })
        #expect(try fixture.journal(.showList) == ["show home.placements"])
    }

    @Test(arguments: [true, false])
    func `a change stands in the print by wage and hours, never by who told and in which words`(
        hasTerms: Bool
    ) throws {
        let fixture = try WorkFixture()
        let offer = try fixture.store.recordOffer(
            fixture.goodOffer(of: try fixture.addEmployer()), by: fixture.caseworker)
        let placement = try place(fixture, offer, from: fixture.today.adding(days: -40))
        var change = PlacementChange()
        change.placementId = placement.id
        change.personId = fixture.person.id
        change.changedOn = fixture.today.adding(days: -5)
        change.wageYuan = hasTerms ? 777 : nil
        change.wageBasis = hasTerms ? .month : nil
        change.what = "ROOM-LOCKED-AT-NIGHT"
        change.toldBy = .herself
        _ = try fixture.insert(change)
        let text = try fixture.store.printSheet(
            SheetRequest("service-ledger", in: .english), by: fixture.caseworker
        ).text
        #expect(text.contains(hasTerms ? "777" : "other terms"))
        #expect(!text.contains("ROOM-LOCKED"))
        #expect(!text.contains(ChangeSource.herself.label.english))
        #expect(!text.contains("Told by"))
    }
}
