import Testing

@testable import HomesCore

/// What is written down about employers: names, contacts, visits; what changes in a job.
@Suite struct EmployerRegisterTests {
    private let fixture: WorkFixture
    private var store: HomesStore { fixture.store }
    private let employer: Employer

    init() throws {
        fixture = try WorkFixture()
        employer = try fixture.addEmployer("顺发电子厂")
    }

    private func name(_ text: String, since day: String = "2010-03-01") -> EmployerName {
        var name = EmployerName()
        name.employerId = employer.id
        name.name = text
        name.kind = .former
        name.knownSince = WorkFixture.day(day)
        return name
    }

    private func visit(_ finding: VisitFinding, _ note: String?) -> EmployerVisit {
        var visit = EmployerVisit()
        visit.employerId = employer.id
        visit.visitedOn = fixture.today
        visit.finding = finding
        visit.note = note
        return visit
    }

    @Test func `an employer is found under every name it had`() throws {
        let by = fixture.caseworker
        try store.addEmployerName(name("永利玩具厂"), by: by)
        for typed in ["永利", "yongli", "ylwj", "顺发"] {
            #expect(
                try store.employers(EmployerFilter(text: typed), by: by).map(\.id)
                    == [employer.id], "\(typed)")
        }
        #expect(
            refusal { try store.addEmployerName(name("永利玩具厂"), by: by) }
                == .refused(.duplicateValue))
        #expect(
            refusal { try store.addEmployerName(name("顺发电子厂"), by: by) }
                == .refused(.duplicateValue))
        #expect(
            refusal { try store.addEmployerName(name(" "), by: by) } == .refused(.invalidValue))
        #expect(
            refusal { try store.addEmployerName(name("明天厂", since: "2010-03-06"), by: by) }
                == .refused(.dateInFuture))
        // A corrected employer keeps its other names.
        var changed = try store.employer(employer.id, by: by)
        changed.address = "坪地镇18号"
        try store.editEmployer(changed, by: by)
        #expect(try store.employers(EmployerFilter(text: "yongli"), by: by).count == 1)
    }

    @Test func `a new entry that is like a blacklisted one is seen before it is saved`() throws {
        let by = fixture.caseworker
        try store.addEmployerName(name("永利玩具厂"), by: by)
        var contact = EmployerContact()
        contact.employerId = employer.id
        contact.name = "门卫"
        contact.phone = "0755-2345678"
        try store.addEmployerContact(contact, by: by)
        _ = try store.approveEmployer(
            employer.id, status: .blacklisted, reason: "kept papers", by: by,
            second: fixture.proof(of: fixture.manager))
        var typed = Employer()
        typed.org_Name = "东莞市永利玩具厂有限公司"
        typed.phone = "（0755）2345678"
        let alike = try store.alikeEmployers(typed, by: by)
        #expect(alike.map(\.id) == [employer.id])
        #expect(alike.first?.status == .blacklisted)
        #expect(alike.first?.likeness == [.phone, .name])
        typed.org_Name = "别的厂"
        typed.phone = nil
        #expect(try store.alikeEmployers(typed, by: by).isEmpty)
        #expect(try store.employerPage(employer.id, by: by).alike.isEmpty)
    }

    @Test func `a visit that found that nobody may go there suspends at once, and undo lifts it`()
        throws
    {
        let by = fixture.caseworker
        #expect(
            refusal { try store.recordEmployerVisit(visit(.concerns, " "), by: by) }
                == .refused(.reasonMissing))
        var before = visit(.good, nil)
        before.visitedOn = WorkFixture.day("2010-03-04")
        try store.recordEmployerVisit(before, by: by)
        #expect(try store.employer(employer.id, by: by).approvedStatus == .approved)
        try store.recordEmployerVisit(visit(.nobodyMayGo, "doors locked at night"), by: by)
        let page = try store.employerPage(employer.id, by: by)
        #expect(page.employer.approvedStatus == .suspended)
        #expect(page.employer.lastVisitOn == fixture.today)
        #expect(page.visits.map(\.visit.finding) == [.nobodyMayGo, .good])
        // One person suspends; two lift it.
        #expect(
            refusal {
                try store.approveEmployer(
                    employer.id, status: .pending, reason: "they say it is better", by: by)
            } == .refused(.needsTwoPersons))
        let findings = try store.check().filter { $0.rule.id != "searchKeys" }
        #expect(findings.isEmpty, "\(findings.map(\.rule.id))")
    }

    @Test func `who was placed there, by code, and how many by others`() throws {
        let by = fixture.caseworker
        let offer = try store.recordOffer(fixture.goodOffer(of: employer), by: by)
        var placement = Placement()
        placement.personId = fixture.person.id
        placement.offerId = offer.id
        placement.startDate = fixture.today
        let placed = try store.startPlacement(placement, by: by)
        #expect(placed.employerStatusAtStart == .approved && placed.overrideOn == nil)
        let page = try store.employerPage(employer.id, by: by)
        #expect(page.placed.map(\.personCode) == [fixture.person.personCode])
        #expect(page.placedElsewhere == 0)
        let above = try store.employerPage(employer.id, by: fixture.supervisor)
        #expect(above.placed.map(\.personCode) == [fixture.person.personCode])
        #expect(
            refusal { try store.employerPage(employer.id, by: fixture.officer) }
                == .refused(.roleMayNot))
    }

    @Test func `what changed in her job, and where it is worse than promised`() throws {
        let by = fixture.caseworker
        let offer = try store.recordOffer(fixture.goodOffer(of: employer), by: by)
        var placement = Placement()
        placement.personId = fixture.person.id
        placement.offerId = offer.id
        placement.startDate = WorkFixture.day("2010-03-01")
        let placed = try store.startPlacement(placement, by: by)
        func change(_ day: String, yuan: Int? = nil, hours: Int? = nil) -> PlacementChange {
            var change = PlacementChange()
            change.placementId = placed.id
            change.changedOn = WorkFixture.day(day)
            change.wageYuan = yuan
            change.wageBasis = yuan == nil ? nil : .month
            change.hoursPerDay = hours
            return change
        }
        for (bad, refused) in [
            (change("2010-02-28", hours: 9), Refusal.invalidValue),
            (change("2010-03-06", hours: 9), .dateInFuture), (change("2010-03-04"), .invalidValue),
        ] {
            #expect(refusal { try store.changePlacement(bad, by: by) } == .refused(refused))
        }
        try store.changePlacement(change("2010-03-04", yuan: 900, hours: 11), by: by)
        let line = try #require(
            try store.residentPage(fixture.person.id, by: by).placements.first)
        #expect(line.changes.count == 1)
        #expect(line.gaps.count == 2)
        try store.void(table: PlacementChange.table, id: line.changes[0].id, reason: "x", by: by)
        #expect(
            try store.residentPage(fixture.person.id, by: by).placements.first?.gaps.isEmpty == true
        )
        let findings = try store.check().filter { $0.rule.id != "searchKeys" }
        #expect(findings.isEmpty, "\(findings.map(\.rule.id))")
    }
}
