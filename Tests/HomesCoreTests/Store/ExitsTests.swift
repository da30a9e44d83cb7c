import Testing

@testable import HomesCore

@Suite struct ExitsTests {
    let fixture: WorkFixture

    init() throws { fixture = try WorkFixture() }

    func departure(_ day: String, _ destination: Destination = .returnedToFamily) -> Departure {
        Departure(
            date: WorkFixture.day(day), exitType: .completed, destination: destination,
            place: .said("阜阳"), safeClient: .yes, safeWorker: .yes, note: "面谈")
    }

    func assignments() throws -> [BedAssignment] {
        try fixture.store.read { db in
            try db.fetchValid(
                BedAssignment.self, "stayId = ?", [fixture.stay.id], order: "fromNight")
        }
    }

    func followUps() throws -> [String] {
        try fixture.store.read { db in
            try db.fetchValid(
                FollowUp.self, "stayId = ? AND doneOn IS NULL", [fixture.stay.id],
                order: "dueOn")
        }.map(\.dueOn.iso)
    }

    @Test func `an exit closes bed and stay, plans two calls and puts the case on follow-up`()
        throws
    {
        let outcome = try fixture.store.exit(
            stayId: fixture.stay.id, departure("2010-03-04"), by: fixture.caseworker)
        #expect(outcome.stay.state == .checkedOut)
        #expect(outcome.stay.exitDate?.iso == "2010-03-04")
        #expect(outcome.stay.destinationPlace == .said("阜阳"))
        #expect(outcome.stay.exitInterview == "面谈")
        #expect(try assignments().map(\.toNight?.iso) == ["2010-03-04"])
        #expect(outcome.followUps.map(\.dueOn.iso) == ["2010-04-03", "2010-06-02"])
        let file = try fixture.store.read { try $0.fetch(Case.self, id: fixture.file.id) }
        #expect(file?.cas_Status == .followUp)
        #expect(
            try fixture.journal(.exit).filter { !$0.contains("stay.") } == [
                "update bedAssignment.toNight", "create followUp", "create followUp",
                "update case.cas_Status",
            ])
    }

    @Test func `an exit lies between entry and today`() {
        for day in ["2010-02-28", "2010-03-06"] {
            #expect(
                refusal {
                    try fixture.store.exit(
                        stayId: fixture.stay.id, departure(day), by: fixture.caseworker)
                } == .refused(.exitOutsideStay))
        }
    }

    @Test func `in and out on one day is no night`() throws {
        let outcome = try fixture.store.exit(
            stayId: fixture.stay.id, departure("2010-03-01"), by: fixture.caseworker)
        #expect(outcome.stay.exitDate == outcome.stay.entryDate)
    }

    @Test func `who has left does not leave again`() throws {
        _ = try fixture.store.exit(
            stayId: fixture.stay.id, departure("2010-03-04"), by: fixture.caseworker)
        #expect(
            refusal {
                try fixture.store.exit(
                    stayId: fixture.stay.id, departure("2010-03-05"), by: fixture.caseworker)
            } == .refused(.alreadyExited))
    }

    @Test func `a bed given after she had gone is voided`() throws {
        _ = try fixture.store.moveBed(
            stayId: fixture.stay.id, to: fixture.beds[1].id, from: WorkFixture.day("2010-03-05"),
            by: fixture.caseworker)
        _ = try fixture.store.exit(
            stayId: fixture.stay.id, departure("2010-03-03"), by: fixture.caseworker)
        let kept = try assignments()
        #expect(kept.map(\.bedId) == [fixture.beds[0].id])
        #expect(kept.map(\.toNight?.iso) == ["2010-03-03"])
    }

    @Test func `after a death nobody is called`() throws {
        let employer = try fixture.addEmployer()
        var placement = Placement()
        placement.personId = fixture.person.id
        placement.offerId =
            try fixture.store.recordOffer(
                fixture.goodOffer(of: employer), by: fixture.caseworker
            ).id
        placement.startDate = fixture.today
        _ = try fixture.store.startPlacement(placement, by: fixture.caseworker)
        let outcome = try fixture.store.exit(
            stayId: fixture.stay.id, departure("2010-03-04", .deceased), by: fixture.caseworker)
        #expect(outcome.followUps == [])
        #expect(
            try fixture.store.followUpsDue(
                homeId: fixture.home.id, on: WorkFixture.day("2011-01-01"),
                by: fixture.caseworker) == [])
        let file = try fixture.store.read { try $0.fetch(Case.self, id: fixture.file.id) }
        #expect(file?.cas_Status == .active)
    }

    @Test func `a child in her bed leaves with her or gets another bed first`() throws {
        let child = try fixture.addPerson("AH001-0002", born: "2006-01-01")
        let childStay = try fixture.addStay(
            try fixture.addCase(child), bed: fixture.beds[0], from: "2010-03-01",
            mother: fixture.stay)
        let offered = try fixture.store.childrenInHerBed(
            stayId: fixture.stay.id, by: fixture.caseworker)
        #expect(offered.map(\.personCode) == ["AH001-0002"])
        #expect(
            refusal {
                try fixture.store.exit(
                    stayId: fixture.stay.id, departure("2010-03-04"), by: fixture.caseworker)
            } == .refused(.childInHerBed))
        let outcome = try fixture.store.exit(
            stayId: fixture.stay.id, departure("2010-03-04"), children: [childStay.id],
            by: fixture.caseworker)
        #expect(outcome.children.map(\.id) == [childStay.id])
        #expect(outcome.children.map(\.exitDate?.iso) == ["2010-03-04"])
    }

    @Test func `a mother's death is not her child's`() throws {
        let child = try fixture.addPerson("AH001-0002", born: "2006-01-01")
        let childStay = try fixture.addStay(
            try fixture.addCase(child), bed: fixture.beds[0], from: "2010-03-01",
            mother: fixture.stay)
        let outcome = try fixture.store.exit(
            stayId: fixture.stay.id, departure("2010-03-04", .deceased),
            children: [childStay.id], by: fixture.caseworker)
        #expect(outcome.stay.destination == .deceased)
        #expect(outcome.children.map(\.destination) == [.notCollected])
        #expect(outcome.children.map(\.exitInterview) == [nil])
        let calls = try fixture.store.followUpsDue(
            homeId: fixture.home.id, on: WorkFixture.day("2011-01-01"), by: fixture.caseworker)
        #expect(calls.map(\.personCode) == ["AH001-0002", "AH001-0002"])
    }

    @Test func `only her own children leave with her`() throws {
        let other = try fixture.addPerson("AH001-0002")
        let stay = try fixture.addStay(
            try fixture.addCase(other), bed: fixture.beds[1], from: "2010-03-01")
        #expect(
            refusal {
                try fixture.store.exit(
                    stayId: fixture.stay.id, departure("2010-03-04"), children: [stay.id],
                    by: fixture.caseworker)
            } == .noSuchRecord)
    }

    @Test(arguments: ["2010-03-02", "2010-03-05", "2010-03-04"])
    func `a corrected exit takes the bed and the calls along`(day: String) throws {
        _ = try fixture.store.exit(
            stayId: fixture.stay.id, departure("2010-03-04"), by: fixture.caseworker)
        let outcome = try fixture.store.correctExit(
            stayId: fixture.stay.id, departure(day, .rentedRoom), by: fixture.caseworker)
        #expect(outcome.stay.exitDate?.iso == day)
        #expect(outcome.stay.destination == .rentedRoom)
        #expect(try assignments().map(\.toNight?.iso) == [day])
        let exit = WorkFixture.day(day)
        #expect(try followUps() == [exit.adding(days: 30).iso, exit.adding(days: 90).iso])
    }

    @Test func `a longer stay needs its bed still to be free`() throws {
        _ = try fixture.store.exit(
            stayId: fixture.stay.id, departure("2010-03-03"), by: fixture.caseworker)
        let next = try fixture.addPerson("AH001-0002")
        _ = try fixture.addStay(
            try fixture.addCase(next), bed: fixture.beds[0], from: "2010-03-03")
        #expect(
            refusal {
                try fixture.store.correctExit(
                    stayId: fixture.stay.id, departure("2010-03-05"), by: fixture.caseworker)
            } == .refused(.bedTaken))
        let stay = try fixture.store.read { try $0.fetch(Stay.self, id: fixture.stay.id) }
        #expect(stay?.exitDate?.iso == "2010-03-03", "nothing of it is kept")
    }

    @Test func `calls follow when a death was an error, and stop when it was not`() throws {
        _ = try fixture.store.exit(
            stayId: fixture.stay.id, departure("2010-03-04", .deceased), by: fixture.caseworker)
        _ = try fixture.store.correctExit(
            stayId: fixture.stay.id, departure("2010-03-04", .hospital), by: fixture.caseworker)
        #expect(try followUps() == ["2010-04-03", "2010-06-02"])
        _ = try fixture.store.correctExit(
            stayId: fixture.stay.id, departure("2010-03-04", .deceased), by: fixture.caseworker)
        #expect(try followUps() == [])
    }

    @Test func `undo brings her back into her bed, after an exit and after a correction`() throws {
        _ = try fixture.store.exit(
            stayId: fixture.stay.id, departure("2010-03-02"), by: fixture.caseworker)
        for day in ["2010-03-04", "2010-03-01"] {
            _ = try fixture.store.correctExit(
                stayId: fixture.stay.id, departure(day), by: fixture.caseworker)
            try undoLast()
            #expect(try assignments().map(\.toNight?.iso) == ["2010-03-02"])
            #expect(try followUps() == ["2010-04-01", "2010-05-31"])
        }
        try undoLast()
        let stay = try fixture.store.read { try $0.fetch(Stay.self, id: fixture.stay.id) }
        #expect(stay?.state == .checkedIn)
        #expect(stay?.exitDate == nil)
        #expect(try assignments().map(\.toNight) == [nil])
        #expect(try followUps() == [])
    }

    func undoLast() throws {
        let offer = try #require(try fixture.store.lastUndoable(by: fixture.caseworker))
        try fixture.store.undo(operationId: offer.operationId, by: fixture.caseworker)
    }

    @Test func `another home's stay is nobody's`() {
        #expect(
            refusal {
                try fixture.store.exit(
                    stayId: fixture.stay.id, departure("2010-03-04"), by: fixture.elsewhere)
            } == .noSuchRecord)
        #expect(
            refusal {
                try fixture.store.correctExit(
                    stayId: fixture.stay.id, departure("2010-03-04"), by: fixture.caseworker)
            } == .refused(.noOpenStay))
        #expect(
            refusal {
                try fixture.store.exit(
                    stayId: fixture.stay.id, departure("2010-03-04"), by: fixture.supervisor)
            } == .refused(.roleMayNot))
    }
}
