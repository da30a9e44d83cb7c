import GRDB
import Testing

@testable import HomesCore

@Suite struct EmployersTests {
    let fixture: WorkFixture

    init() throws { fixture = try WorkFixture() }

    @Test func `a new employer is pending, whatever was typed, and is found by pinyin`() throws {
        var employer = Employer()
        employer.org_Name = "光明服装厂"
        employer.approvedStatus = .approved
        employer.approvedBy = fixture.caseworker.userId
        let saved = try fixture.store.registerEmployer(employer, by: fixture.caseworker)
        #expect(saved.approvedStatus == .pending)
        #expect(saved.approvedBy == nil)
        let rows = try fixture.store.employers(
            EmployerFilter(text: "guangming"), by: fixture.caseworker)
        #expect(rows.map(\.id) == [saved.id])
        #expect(
            try fixture.store.employers(EmployerFilter(text: "haier"), by: fixture.caseworker) == []
        )
        #expect(try fixture.journal(.registerEmployer) == ["create employer"])
    }

    @Test func `employers are listed by the sound of their names`() throws {
        for name in ["东方制衣", "丰收食品", "利民超市", "兴旺玩具厂", "Anda Ltd"] {
            _ = try fixture.addEmployer(name, approved: false)
        }
        #expect(
            try fixture.store.employers(by: fixture.caseworker).map(\.name) == [
                "Anda Ltd", "东方制衣", "丰收食品", "利民超市", "兴旺玩具厂",
            ])
    }

    @Test func `approving takes two persons, the second a manager or above`() throws {
        let employer = try fixture.addEmployer(approved: false)
        for second in [
            nil, fixture.proof(of: fixture.caseworker), fixture.proof(of: fixture.elsewhere),
            fixture.proof(of: fixture.officer),
        ] {
            #expect(
                refusal {
                    try fixture.store.approveEmployer(
                        employer.id, status: .approved, reason: "visited", by: fixture.caseworker,
                        second: second)
                } == .refused(.needsTwoPersons))
        }
        // A password that was typed three minutes ago stands for nobody who is still there.
        let old = PasswordProof(
            userId: fixture.manager.userId, at: fixture.manager.at.adding(seconds: -180))
        #expect(
            refusal {
                try fixture.store.approveEmployer(
                    employer.id, status: .approved, reason: "visited", by: fixture.caseworker,
                    second: old)
            } == .refused(.passwordNeeded))
        let approved = try fixture.store.approveEmployer(
            employer.id, status: .approved, reason: "visited", by: fixture.caseworker,
            second: fixture.proof(of: fixture.manager))
        #expect(approved.approvedStatus == .approved)
        #expect(approved.approvedBy == fixture.caseworker.userId)
        #expect(approved.approvedSecondBy == fixture.manager.userId)
        #expect(approved.approvedOn == fixture.today)
        #expect(
            refusal {
                try fixture.store.approveEmployer(
                    employer.id, status: .blacklisted, reason: " ", by: fixture.caseworker,
                    second: fixture.proof(of: fixture.manager))
            } == .refused(.reasonMissing))
    }

    @Test func `one person suspends at once, but two lift it`() throws {
        let employer = try fixture.addEmployer(approved: false)
        let suspended = try fixture.store.approveEmployer(
            employer.id, status: .suspended, reason: "wages late", by: fixture.caseworker)
        #expect(suspended.isBarred)
        #expect(
            refusal {
                try fixture.store.approveEmployer(
                    employer.id, status: .pending, reason: "paid", by: fixture.caseworker)
            } == .refused(.needsTwoPersons))
    }

    @Test func `what two persons decide about an employer, one does not take back`() throws {
        let employer = try fixture.addEmployer(approved: false)
        for status in [ApprovedStatus.approved, .suspended, .blacklisted] {
            _ = try fixture.store.approveEmployer(
                employer.id, status: status, reason: "decided", by: fixture.caseworker,
                second: fixture.proof(of: fixture.manager))
            let offer = try fixture.store.lastUndoable(by: fixture.caseworker)
            #expect(offer?.operation != .approveEmployer)
            let id = try fixture.store.read { db in
                try String.fetchOne(
                    db,
                    sql: """
                        SELECT operationId FROM audit WHERE operation = 'approveEmployer'
                        ORDER BY id DESC
                        """)
            }
            #expect(
                refusal {
                    try fixture.store.undo(operationId: id ?? "", by: fixture.caseworker)
                } == .refused(.nothingToUndo))
            #expect(
                try fixture.store.employer(employer.id, by: fixture.caseworker).approvedStatus
                    == status)
        }
        // Nor by voiding the firm and writing it down anew.
        guard
            case .notAllowed? = refusal({
                try fixture.store.void(
                    table: Employer.table, id: employer.id, reason: "twice",
                    by: fixture.caseworker)
            })
        else {
            Issue.record("a blacklisted employer was voided by one person")
            return
        }
    }

    @Test func `an approved employer under another name is pending again`() throws {
        let employer = try fixture.addEmployer(approved: false)
        var approved = try fixture.store.approveEmployer(
            employer.id, status: .approved, reason: "visited", by: fixture.manager,
            second: fixture.proof(of: fixture.supervisor))
        approved.phone = "0551-1"
        approved = try fixture.store.editEmployer(approved, by: fixture.caseworker)
        #expect(approved.approvedStatus == .approved)
        approved.org_Name = "另一家厂"
        approved.approvedStatus = .approved
        let edited = try fixture.store.editEmployer(approved, by: fixture.caseworker)
        #expect(edited.approvedStatus == .pending)
        #expect(edited.approvedBy == nil)
    }

    @Test func `data officers and administrators do not touch employers`() throws {
        #expect(
            refusal { try fixture.store.registerEmployer(Employer(), by: fixture.officer) }
                == .refused(.roleMayNot))
        #expect(
            refusal { try fixture.store.employers(by: fixture.officer) } == .refused(.roleMayNot))
        #expect(
            refusal { try fixture.store.employer("x", by: fixture.caseworker) } == .noSuchRecord)
    }
}

@Suite struct OffersTests {
    let fixture: WorkFixture

    init() throws { fixture = try WorkFixture() }

    @Test func `an offer is listed with how many rules it breaks`() throws {
        let employer = try fixture.addEmployer(approved: false)
        let good = try fixture.store.recordOffer(
            fixture.goodOffer(of: employer), by: fixture.caseworker)
        var bad = fixture.goodOffer(of: employer)
        bad.depositAskedYuan = 300
        bad.hoursPerDay = 12
        bad.closesOn = fixture.today.adding(days: -1)
        let worse = try fixture.store.recordOffer(bad, by: fixture.caseworker)
        let rows = try fixture.store.offers(by: fixture.supervisor)
        let byId = Dictionary(uniqueKeysWithValues: rows.map { ($0.offer.id, $0) })
        #expect(byId[good.id]?.failed == 0)
        #expect(byId[good.id]?.isBlocked == false)
        #expect(byId[worse.id]?.failed == 2)
        #expect(byId[worse.id]?.isBlocked == true)
        let open = try fixture.store.offers(
            employerId: employer.id, openOnly: true, by: fixture.caseworker)
        #expect(open.map(\.offer.id) == [good.id])
        #expect(try fixture.store.employers(by: fixture.caseworker).map(\.openOffers) == [1])
    }

    @Test func `an offer is judged by the law in force on its date`() throws {
        let employer = try fixture.addEmployer(approved: false)
        var offer = fixture.goodOffer(of: employer)
        offer.depositAskedYuan = 300
        offer.offeredOn = WorkFixture.day("2007-06-01")
        let before = try fixture.store.recordOffer(offer, by: fixture.caseworker)
        offer.offeredOn = WorkFixture.day("2008-01-01")
        let after = try fixture.store.recordOffer(offer, by: fixture.caseworker)
        func deposit(_ id: String) throws -> OfferFinding? {
            try fixture.store.checkOffer(id, by: fixture.caseworker).first { $0.code == .L8 }
        }
        #expect(try deposit(before.id)?.outcome == nil)
        #expect(try deposit(after.id)?.outcome == .fail)
    }

    @Test func `the minimum wage is the lowest zone's in force on the offer's date`() throws {
        for (zone, from, monthly) in [
            ("1", "2009-01-01", 900), ("1", "2007-01-01", 700), ("2", "2009-01-01", 800),
            ("3", "2011-01-01", 100),
        ] {
            var wage = MinimumWage()
            wage.provinceCode = "340000"
            wage.zone = zone
            wage.validFrom = WorkFixture.day(from)
            wage.monthlyYuan = monthly
            _ = try fixture.insert(wage)
        }
        let wages = try fixture.store.read { try $0.minimumWages() }
        let found = wages.found(at: "340121", on: WorkFixture.day("2010-02-20"))
        #expect(
            found.monthly
                == MinimumWageSpan(least: 800, most: 900, gap: .zoneOpen(["1", "2"])))
        #expect(found.hourly == MinimumWageSpan(gap: .noFigure(zone: "1")))
        #expect(
            wages.found(at: "410000", on: fixture.today).monthly.gap
                == .noRows(province: "410000"))
        let employer = try fixture.addEmployer(approved: false)
        var offer = fixture.goodOffer(of: employer)
        offer.countyCode = "340121"
        offer.wageYuan = 799
        let saved = try fixture.store.recordOffer(offer, by: fixture.caseworker)
        func wage(_ offer: JobOffer) throws -> VerdictCode? {
            try fixture.store.offerPage(offer.id, by: fixture.caseworker).findings
                .first { $0.code == .L22 }?.outcome
        }
        #expect(try wage(saved) == .fail)
        // Between the zones it is a question until somebody knows the zone.
        offer.wageYuan = 850
        var open = try fixture.store.recordOffer(offer, by: fixture.caseworker)
        #expect(try wage(open) == .unknown)
        open.wageZone = "２"
        open = try fixture.store.editOffer(open, by: fixture.caseworker)
        #expect(try wage(open) == .pass)
        open.wageZone = "1"
        #expect(try wage(try fixture.store.editOffer(open, by: fixture.caseworker)) == .fail)
    }

    @Test func `every question of the checks has an answer that can be written down`() throws {
        let employer = try fixture.addEmployer(approved: false)
        var wage = MinimumWage()
        wage.provinceCode = "340000"
        wage.validFrom = WorkFixture.day("2009-01-01")
        wage.monthlyYuan = 700
        wage.hourlyFen = 650
        _ = try fixture.insert(wage)
        var offer = fixture.goodOffer(of: employer)
        offer.source = .licensedAgency
        offer.agencyLicenceSeen = .yes
        offer.countyCode = "340121"
        offer.probationMonths = 1
        offer.probationWageYuan = 1_100
        offer.overtimeHoursPerDay = 2
        offer.heavyOrHazardous = .no
        offer.forcedPaceOrLifting = .no
        offer.hasHealthChecks = .yes
        offer.registeredForMinors = .yes
        var girl = try fixture.addPerson("AH001-0009", born: "1993-01-01")
        girl.idHeldBy = .herself
        girl = try fixture.store.editPerson(girl, by: fixture.manager)
        let saved = try fixture.store.recordOffer(offer, by: fixture.caseworker)
        let start = WorkFixture.day("2010-03-05")
        let findings = try fixture.store.checkOffer(
            saved.id, personId: girl.id, startDate: start, contractSignedOn: start,
            ledgerComplete: .yes, by: fixture.caseworker)
        #expect(OfferRules.questions(findings).map(\.code) == [])
        #expect(OfferRules.needsOverride(findings).map(\.code) == [])
        var facts = OfferFacts(offer: offer, employer: employer)
        facts.ledgerComplete = .yes
        let later = OfferRules.judge(facts, on: WorkFixture.day("2024-01-01"))
        #expect(later.first { $0.code == .L21 }?.outcome == .pass)
    }

    @Test func `a check for a woman is in her journal and reaches no other home's`() throws {
        let employer = try fixture.addEmployer(approved: false)
        let offer = try fixture.store.recordOffer(
            fixture.goodOffer(of: employer), by: fixture.caseworker)
        let findings = try fixture.store.checkOffer(
            offer.id, personId: fixture.person.id, startDate: fixture.today,
            by: fixture.caseworker)
        #expect(findings.first?.outcome == .pass)
        #expect(try fixture.journal(.checkOffer) == ["show jobOffer"])
        #expect(
            refusal {
                try fixture.store.checkOffer(
                    offer.id, personId: fixture.person.id, by: fixture.elsewhere)
            } == .noSuchRecord)
    }

    @Test func `offers need an employer, a date that has come and an occupation`() throws {
        var offer = JobOffer()
        offer.employerId = "nobody"
        offer.occupation = "SEWING"
        #expect(
            refusal { try fixture.store.recordOffer(offer, by: fixture.caseworker) }
                == .noSuchRecord)
        let employer = try fixture.addEmployer(approved: false)
        offer = fixture.goodOffer(of: employer)
        offer.offeredOn = fixture.today.adding(days: 1)
        #expect(
            refusal { try fixture.store.recordOffer(offer, by: fixture.caseworker) }
                == .refused(.dateInFuture))
        offer.offeredOn = fixture.today
        offer.occupation = " "
        #expect(
            refusal { try fixture.store.recordOffer(offer, by: fixture.caseworker) }
                == .refused(.invalidValue))
    }

    @Test func `an edited offer stays its employer's`() throws {
        let employer = try fixture.addEmployer(approved: false)
        let other = try fixture.addEmployer("别家", approved: false)
        var offer = try fixture.store.recordOffer(
            fixture.goodOffer(of: employer), by: fixture.caseworker)
        offer.employerId = other.id
        offer.wageYuan = 1_500
        let edited = try fixture.store.editOffer(offer, by: fixture.caseworker)
        #expect(edited.employerId == employer.id)
        #expect(try fixture.journal(.editRecord) == ["update jobOffer.wageYuan"])
        #expect(
            refusal { try fixture.store.editOffer(offer, by: fixture.caseworker) }
                == .changedMeanwhile(table: "jobOffer", id: offer.id))
    }
}
