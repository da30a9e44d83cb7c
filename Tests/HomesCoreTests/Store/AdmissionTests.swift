import Testing

@testable import HomesCore

@Suite struct AdmissionTests {
    @Test func `an admission writes down who she is, her case, her stay and her bed`() throws {
        let house = try HouseFixture()
        var intake = house.intake("王小明", from: HouseFixture.day("2007-03-01"), bed: house.beds[0])
        intake.person.prs_Birthdate = .said("1990-05")
        var contact = Contact()
        contact.phone = .said("13800000000")
        intake.contacts = [contact]
        intake.risk = RiskAssessment()
        intake.riskItems = [RiskItem()]
        intake.consents = [Consent()]
        intake.case.riskLevel = .high
        let admission = try house.store.admit(intake, by: house.worker)
        #expect(admission.person.personCode == "AH014-0001")
        #expect(admission.person.namePinyin == "Wang Xiaoming")
        #expect(admission.person.nameDataQuality == .full)
        #expect(admission.person.dobDataQuality == .approximate)
        #expect(SearchQuery("wxm").matches(admission.person.searchKey))
        #expect(admission.case.caseCode == "AH014-0001-C1")
        #expect(admission.case.cas_CaseOwner == house.worker.userId)
        #expect(admission.case.registrationDate == HouseFixture.day("2007-03-01"))
        let stay = try house.stay(admission)
        #expect(stay.state == .checkedIn)
        #expect(admission.assignment?.fromNight == stay.entryDate)
        #expect(admission.assignment?.reason == .arrival)
        let saved = try house.store.read { db in
            (
                try db.fetchValid(Contact.self).first, try db.fetchValid(Consent.self).first,
                try db.fetchValid(RiskAssessment.self).first, try db.fetchValid(RiskItem.self)
            )
        }
        #expect(saved.0?.personId == admission.person.id)
        #expect(saved.1?.expiresOn == HouseFixture.day("2007-05-30"))
        #expect(saved.2?.caseId == admission.case.id)
        #expect(saved.3.count == 1)
        #expect(
            try house.count(
                """
                SELECT count(DISTINCT operationId) FROM audit
                WHERE operation = 'admit' AND personId = ?
                """, [admission.person.id]) == 1)
    }

    @Test func `codes count up within the home`() throws {
        let house = try HouseFixture()
        try house.admit(bed: 0)
        #expect(try house.admit("李丽", bed: 1).person.personCode == "AH014-0002")
        let elsewhere = try house.store.admit(
            house.intake("张红", bed: house.otherBeds[0]), by: house.elsewhere)
        #expect(elsewhere.person.personCode == "GD002-0001")
        try house.store.perform(.editRecord, house.worker) { op in
            var person = try #require(try op.db.fetchValid(Person.self).first)
            person.personCode = "AH014-9999"
            try op.update(person, about: nil)
        }
        #expect(try house.admit("周芳", bed: 2).person.personCode == "AH014-10000")
        #expect(try house.admit("吴娟", bed: 3).person.personCode == "AH014-10001")
    }

    @Test func `a refused admission leaves nothing`() throws {
        let house = try HouseFixture()
        try house.admit(bed: 0)
        let before = try house.contents()
        func refused(_ refusal: Refusal, _ intake: Intake) {
            #expect(throws: StoreError.refused(refusal)) {
                try house.store.admit(intake, by: house.worker)
            }
        }
        refused(.bedTaken, house.intake("李丽", bed: house.beds[0]))
        refused(.nightWithoutBed, house.intake("李丽"))
        refused(.bedOfAnotherHome, house.intake("李丽", bed: house.otherBeds[0]))
        refused(
            .stayInFuture,
            house.intake("李丽", from: house.today.adding(days: 1), bed: house.beds[1]))
        refused(
            .stayOutsideOperation,
            house.intake("李丽", from: HouseFixture.day("2003-12-31"), bed: house.beds[1]))
        var wrong = house.intake("李丽", bed: house.beds[1])
        wrong.person.prs_Birthdate = .said("1990-02-31")
        refused(.invalidValue, wrong)
        #expect(throws: StoreError.refused(.roleMayNot)) {
            try house.store.admit(
                house.intake("李丽", bed: house.beds[1]), by: house.supervisor)
        }
        #expect(try house.contents() == before)
    }

    @Test func `a held bed is not free until the hold ends for her`() throws {
        let house = try HouseFixture()
        try house.store.holdBed(house.beds[0].id, from: house.today, by: house.worker)
        let intake = house.intake(bed: house.beds[0])
        #expect(throws: StoreError.refused(.bedHeld)) {
            try house.store.admit(intake, by: house.worker)
        }
        try house.store.admit(intake, releasingHold: true, by: house.worker)
        let board = try house.store.bedBoard(
            homeId: house.home.id, night: house.today, by: house.worker)
        #expect(board.rooms[0].beds[0].state == .occupied)
        #expect(board.figures == OccupancyFigures(bedsInService: 4, occupied: 1, held: 0))
    }

    @Test func `an overfull home is warned about and never refuses`() throws {
        let house = try HouseFixture()
        var cot = HouseFixture.bed(house.room, 9)
        cot.bedType = .cot
        cot = try house.store.addBed(cot, by: house.manager)
        let admission = try house.store.admit(house.intake(bed: cot), by: house.worker)
        #expect(admission.warnings == [.overflowBed])
        #expect(try house.admit("李丽", bed: 0).warnings.isEmpty)
    }

    @Test func `who comes back has a new stay, on her open case or on a new one`() throws {
        let house = try HouseFixture()
        let first = try house.admit(from: "2007-02-01")
        #expect(throws: StoreError.refused(.stayOverlap)) {
            try house.store.admitAgain(
                first.person.id, house.intake(bed: house.beds[1]), by: house.worker)
        }
        try house.store.exit(
            stayId: try house.stay(first).id, Departure(date: HouseFixture.day("2007-02-10")),
            by: house.worker)
        let again = try house.store.admitAgain(
            first.person.id, house.intake(bed: house.beds[1]), by: house.worker)
        #expect(again.case.id == first.case.id)
        #expect(again.case.cas_Status == .active)
        #expect(again.warnings == [.caseContinues])
        #expect(again.person == first.person)
        try house.store.exit(
            stayId: try house.stay(again).id, Departure(date: house.today), by: house.worker)
        try house.store.perform(.editRecord, house.manager) { op in
            var file = try op.db.existing(Case.self, first.case.id)
            file.cas_Status = .closed
            file.cas_ReasonForCaseClosure = .goalsMet
            file.dateClosure = house.today
            file.closureApprovedBy = house.manager.userId
            try op.update(file, about: nil)
        }
        let third = try house.store.admitAgain(
            first.person.id, house.intake(bed: house.beds[2]), by: house.worker)
        #expect(third.case.caseCode == "AH014-0001-C2")
        #expect(throws: StoreError.noSuchRecord) {
            try house.store.admitAgain(
                first.person.id, house.intake(bed: house.otherBeds[0]), by: house.elsewhere)
        }
    }

    @Test func `a drop-in home keeps a person and a case without a stay`() throws {
        let house = try HouseFixture()
        var user = User()
        user.userName = "he"
        try house.store.addUser(
            user, homeIds: [house.dropIn.id], second: house.second, by: house.admin)
        let signature = try house.store.signIn(userName: "he", at: HouseFixture.now).signature
        let admission = try house.store.admit(house.intake(), by: signature)
        #expect(admission.stay == nil)
        #expect(admission.person.personCode == "AH015-0001")
        #expect(throws: StoreError.refused(.dropInHasNoBeds)) {
            try house.store.admit(house.intake(bed: house.beds[0]), by: signature)
        }
        let rows = try house.store.residentList(
            homeId: house.dropIn.id, filter: .all, by: signature)
        #expect(rows.map(\.status) == [.byDay])
    }

    @Test func `a child comes into her mother's bed`() throws {
        let house = try HouseFixture()
        let mother = try house.admit(from: "2007-03-01")
        var intake = house.intake("王小宝", bed: house.beds[0])
        intake.stay.motherStayId = try house.stay(mother).id
        let child = try house.store.admit(intake, by: house.worker)
        #expect(child.assignment?.withMother == true)
        let board = try house.store.bedBoard(
            homeId: house.home.id, night: house.today, by: house.worker)
        #expect(board.rooms[0].beds[0].occupant?.personCode == mother.person.personCode)
        #expect(board.rooms[0].beds[0].children.map(\.personCode) == [child.person.personCode])
        #expect(board.figures.occupied == 1)
    }
}
