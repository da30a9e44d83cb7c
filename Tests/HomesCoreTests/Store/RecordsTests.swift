import Testing

@testable import HomesCore

@Suite struct RecordsTests {
    let fixture: WorkFixture

    init() throws { fixture = try WorkFixture() }

    @Test func `an edited person keeps home and code and is found under the new name`() throws {
        var person = fixture.person
        person.homeId = fixture.otherHome.id
        person.personCode = "AH009-9999"
        person.nameZh = .said("李丽")
        let edited = try fixture.store.editPerson(person, by: fixture.caseworker)
        #expect(edited.homeId == fixture.home.id)
        #expect(edited.personCode == "AH001-0001")
        #expect(edited.namePinyin == "Li Li")
        #expect(SearchQuery("lili").matches(edited.searchKey))
        #expect(!SearchQuery("xiaoming").matches(edited.searchKey))
        var told = edited
        told.nameZh = .said("单丽")
        told.namePinyin = "Shan Li"
        #expect(
            try fixture.store.editPerson(told, by: fixture.caseworker).namePinyin == "Shan Li")
        #expect(try fixture.journal(.editRecord).contains("update person.nameZh"))
        #expect(
            refusal { try fixture.store.editPerson(person, by: fixture.caseworker) }
                == .changedMeanwhile(table: "person", id: person.id))
    }

    @Test
    func `the form of a case neither closes nor opens it; of a closed one the manager corrects`()
        throws
    {
        var file = fixture.file
        file.cas_Status = .closed
        file.cas_ReasonForCaseClosure = .goalsMet
        for signature in [fixture.caseworker, fixture.manager] {
            #expect(
                refusal { try fixture.store.editCase(file, by: signature) }
                    == .refused(.closureNeedsApproval))
        }
        var request = ClosureRequest()
        request.caseId = file.id
        var closed = try fixture.store.closeCase(request, by: fixture.manager)
        #expect(closed.dateClosure == fixture.today)
        #expect(closed.closureApprovedBy == fixture.manager.userId)
        closed.referralSource = .police
        closed.closureApprovedBy = nil
        #expect(
            refusal { try fixture.store.editCase(closed, by: fixture.caseworker) }
                == .refused(.caseIsClosed))
        closed = try fixture.store.editCase(closed, by: fixture.manager)
        #expect(closed.closureApprovedBy == fixture.manager.userId)
        closed.dateClosure = fixture.today.adding(days: 1)
        #expect(
            refusal { try fixture.store.editCase(closed, by: fixture.manager) }
                == .refused(.dateInFuture))
        closed.dateClosure = fixture.today
        closed.cas_ReasonForCaseClosure = nil
        #expect(
            refusal { try fixture.store.editCase(closed, by: fixture.manager) }
                == .refused(.reasonMissing))
        closed.cas_Status = .active
        #expect(
            refusal { try fixture.store.editCase(closed, by: fixture.manager) }
                == .refused(.closureNeedsApproval))
    }

    @Test func `an edited stay keeps entry, state and exit`() throws {
        var stay = fixture.stay
        stay.entryDate = WorkFixture.day("2009-01-01")
        stay.exitDate = fixture.today
        stay.state = .checkedOut
        stay.plannedExitDate = WorkFixture.day("2010-04-01")
        let edited = try fixture.store.editStay(stay, by: fixture.caseworker)
        #expect(edited.entryDate == fixture.stay.entryDate)
        #expect(edited.exitDate == nil && edited.state == .checkedIn)
        #expect(edited.plannedExitDate?.iso == "2010-04-01")
        #expect(try fixture.journal(.editRecord) == ["update stay.plannedExitDate"])
    }

    @Test func `contacts stay hers and are not confirmed tomorrow`() throws {
        var contact = Contact()
        contact.personId = fixture.person.id
        contact.phone = .said("139")
        contact = try fixture.store.addContact(contact, by: fixture.caseworker)
        let other = try fixture.addPerson("AH001-0002")
        contact.personId = other.id
        contact.mayCall = .yes
        contact.checkedOn = fixture.today
        let edited = try fixture.store.editContact(contact, by: fixture.caseworker)
        #expect(edited.personId == fixture.person.id)
        contact.checkedOn = fixture.today.adding(days: 1)
        #expect(
            refusal { try fixture.store.addContact(contact, by: fixture.caseworker) }
                == .refused(.dateInFuture))
        #expect(
            refusal { try fixture.store.editContact(edited, by: fixture.elsewhere) }
                == .noSuchRecord)
    }

    @Test func `a risk assessment leaves the case's level alone`() throws {
        var assessment = RiskAssessment()
        assessment.caseId = fixture.file.id
        assessment.assessedOn = fixture.today
        assessment.herOwnRating = .low
        assessment.workerRating = .high
        var item = RiskItem()
        item.code = .debtAtHome
        item.answer = .yes
        let saved = try fixture.store.assessRisk(
            assessment, items: [item], by: fixture.caseworker)
        let items = try fixture.store.read { db in
            try db.fetchValid(RiskItem.self, "riskAssessmentId = ?", [saved.id])
        }
        #expect(items.map(\.level) == [.household])
        let file = try fixture.store.read { try $0.fetch(Case.self, id: fixture.file.id) }
        #expect(file?.riskLevel == nil)
        #expect(
            try fixture.journal(.assessRisk) == ["create riskAssessment", "create riskItem"])
        #expect(
            refusal {
                try fixture.store.assessRisk(
                    assessment, items: [item, item], by: fixture.caseworker)
            } == .refused(.duplicateValue))
        assessment.assessedOn = fixture.today.adding(days: 1)
        #expect(
            refusal {
                try fixture.store.assessRisk(assessment, items: [], by: fixture.caseworker)
            } == .refused(.dateInFuture))
        #expect(
            refusal {
                try fixture.store.assessRisk(assessment, items: [], by: fixture.elsewhere)
            } == .noSuchRecord)
    }
}

@Suite struct ConsentsTests {
    let fixture: WorkFixture

    init() throws { fixture = try WorkFixture() }

    func consent(_ person: Person, by giver: ConsentGivenBy = .herself) -> Consent {
        var consent = Consent()
        consent.personId = person.id
        consent.given = .yes
        consent.givenBy = giver
        consent.date = fixture.today
        return consent
    }

    @Test func `a consent without an end lasts 90 days and is taken back at once`() throws {
        let saved = try fixture.store.recordConsent(
            consent(fixture.person), by: fixture.caseworker)
        #expect(saved.expiresOn == fixture.today.adding(days: 90))
        #expect(saved.state(on: fixture.today).isInForce)
        let withdrawn = try fixture.store.withdrawConsent(
            saved.id, on: fixture.today, how: "said so", by: fixture.caseworker
        ).consent
        #expect(withdrawn.state(on: fixture.today) == .withdrawn)
        #expect(
            try fixture.journal(.withdrawConsent) == [
                "update consent.withdrawnOn", "update consent.withdrawnHow",
            ])
        #expect(
            refusal {
                try fixture.store.withdrawConsent(
                    saved.id, on: fixture.today, how: "", by: fixture.caseworker)
            } == .refused(.consentEnded))
    }

    @Test func `under 14 a guardian agrees, unless the guardian is unsafe`() throws {
        let child = try fixture.addPerson("AH001-0002", born: "1996-03-06")
        #expect(
            refusal {
                try fixture.store.recordConsent(consent(child), by: fixture.caseworker)
            } == .refused(.guardianNeeded))
        for giver in [ConsentGivenBy.guardian, .guardianUnsafe] {
            _ = try fixture.store.recordConsent(
                consent(child, by: giver), by: fixture.caseworker)
        }
        var refused = consent(child)
        refused.given = .no
        _ = try fixture.store.recordConsent(refused, by: fixture.caseworker)
        let older = try fixture.addPerson("AH001-0003", born: "1996-03-05")
        _ = try fixture.store.recordConsent(consent(older), by: fixture.caseworker)
        let unknown = try fixture.addPerson("AH001-0004")
        _ = try fixture.store.recordConsent(consent(unknown), by: fixture.caseworker)
    }

    @Test func `dates make sense and other homes' women are nobody`() throws {
        var late = consent(fixture.person)
        late.date = fixture.today.adding(days: 1)
        #expect(
            refusal { try fixture.store.recordConsent(late, by: fixture.caseworker) }
                == .refused(.dateInFuture))
        var backwards = consent(fixture.person)
        backwards.expiresOn = fixture.today.adding(days: -1)
        #expect(
            refusal { try fixture.store.recordConsent(backwards, by: fixture.caseworker) }
                == .refused(.invalidValue))
        let saved = try fixture.store.recordConsent(
            consent(fixture.person), by: fixture.caseworker)
        for (days, expected) in [(1, Refusal.dateInFuture), (-1, .invalidValue)] {
            #expect(
                refusal {
                    try fixture.store.withdrawConsent(
                        saved.id, on: fixture.today.adding(days: days), how: "",
                        by: fixture.caseworker)
                } == .refused(expected))
        }
        #expect(
            refusal { try fixture.store.recordConsent(late, by: fixture.elsewhere) }
                == .noSuchRecord)
        #expect(
            refusal {
                try fixture.store.withdrawConsent(
                    saved.id, on: fixture.today, how: "", by: fixture.elsewhere)
            } == .noSuchRecord)
    }
}
