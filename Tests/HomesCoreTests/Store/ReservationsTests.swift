import GRDB
import Testing

@testable import HomesCore

/// Who is expected, who came, who did not; and that the bed of a reservation is held once.
@Suite struct ReservationsTests {
    let house: HouseFixture

    init() throws { house = try HouseFixture() }

    private func expected(
        _ codeWord: String? = "red umbrella", bed: Int? = nil, on night: String = "2007-03-05"
    ) -> Reservation {
        var reservation = Reservation()
        reservation.codeWord = codeWord
        reservation.forNight = HouseFixture.day(night)
        reservation.bedId = bed.map { house.beds[$0].id }
        reservation.expiresAt = Reservation.defaultExpiry(
            forNight: reservation.forNight, offsetMinutes: 480)
        return reservation
    }

    private func figures(_ night: String = "2007-03-05") throws -> OccupancyFigures {
        try house.store.bedBoard(
            homeId: house.home.id, night: HouseFixture.day(night), by: house.worker
        ).figures
    }

    private func open(by signature: Signature? = nil) throws -> [ReservationLine] {
        try house.store.arrivals(homeId: house.home.id, by: signature ?? house.worker).open
    }

    @Test func `a reserved bed is held that night, in the denominator and not free`() throws {
        let before = try figures()
        let reservation = try house.store.reserve(expected(bed: 2), by: house.worker)
        let after = try figures()
        #expect(after.bedsInService == before.bedsInService)
        #expect(after.held == before.held + 1 && after.free == before.free - 1)
        #expect(try figures("2007-03-06").held == 0)
        let tonight = try house.store.occupancy(on: house.today, today: house.today)
        let held = tonight.filter { $0.figures.held == 1 }.map(\.code)
        #expect(Set(held) == ["PROGRAMME", "340000", "AH-014"])
        let board = try house.store.bedBoard(
            homeId: house.home.id, night: house.today, by: house.worker)
        let bed = board.rooms.flatMap(\.beds).first { $0.bed.id == house.beds[2].id }
        #expect(bed?.state == .reserved)
        #expect(
            bed?.expected
                == ExpectedInBed(reservationId: reservation.id, who: "red umbrella"))
        #expect(try house.store.check().isEmpty)
    }

    @Test func `no second hold, and no reservation, lies over a reserved bed`() throws {
        try house.store.reserve(expected(bed: 2), by: house.worker)
        #expect(
            refusal { try house.store.reserve(expected("lamp", bed: 2), by: house.worker) }
                == .refused(.bedStatusOverlap))
        #expect(
            refusal {
                try house.store.holdBed(house.beds[2].id, from: house.today, by: house.worker)
            } == .refused(.bedStatusOverlap))
        try house.admit(bed: 0)
        #expect(
            refusal { try house.store.reserve(expected(bed: 0), by: house.worker) }
                == .refused(.bedTaken))
        // Nothing is left of what was refused.
        #expect(try open().count == 1)
    }

    @Test func `she comes: the reservation is answered and its hold ends`() throws {
        let reservation = try house.store.reserve(expected(bed: 2), by: house.worker)
        var intake = house.intake(bed: house.beds[2])
        intake.reservationId = reservation.id
        let admission = try house.store.admit(intake, by: house.worker)
        #expect(try open().isEmpty)
        let page = try house.store.arrivals(homeId: house.home.id, by: house.worker)
        #expect(page.answered.map(\.state) == [.ended(.arrived)])
        #expect(page.answered[0].reservation.personId == admission.person.id)
        #expect(try figures().held == 0)
        #expect(
            refusal { try house.store.admit(intake, by: house.worker) }
                == .refused(.reservationEnded))
        #expect(try house.store.check().isEmpty)
        // Undone at once, she is expected again, and the bed held for her.
        let offer = try #require(try house.store.lastUndoable(by: house.worker))
        try house.store.undo(operationId: offer.operationId, by: house.worker)
        #expect(try open().map(\.who) == ["red umbrella"])
        #expect(try figures().held == 1)
    }

    @Test func `she comes into another bed: the reserved one is free again`() throws {
        let reservation = try house.store.reserve(expected(bed: 2), by: house.worker)
        var intake = house.intake(bed: house.beds[3])
        intake.reservationId = reservation.id
        try house.store.admit(intake, by: house.worker)
        #expect(try figures() == OccupancyFigures(bedsInService: 4, occupied: 1, held: 0))
    }

    @Test func `somebody else gets the bed: she is still expected, without one`() throws {
        try house.store.reserve(expected(bed: 2), by: house.worker)
        try house.store.admit(
            house.intake(bed: house.beds[2]), releasingHold: true, by: house.worker)
        #expect(try open().map(\.bed) == [nil])
        try house.store.reserve(expected("lamp", bed: 3), by: house.worker)
        try house.store.releaseHold(
            ofBed: house.beds[3].id, from: house.today, by: house.worker)
        #expect(try open().map(\.bed) == [nil, nil])
        #expect(try house.store.check().isEmpty)
    }

    @Test(arguments: [ReservationOutcome.noShow, .cancelled])
    func `she does not come: the bed is free tonight`(_ outcome: ReservationOutcome) throws {
        let reservation = try house.store.reserve(expected(bed: 2), by: house.worker)
        try house.store.endReservation(reservation.id, outcome, by: house.worker)
        #expect(try figures().held == 0 && open().isEmpty)
        #expect(
            refusal {
                try house.store.endReservation(reservation.id, outcome, by: house.worker)
            } == .refused(.reservationEnded))
        let offer = try #require(try house.store.lastUndoable(by: house.worker))
        try house.store.undo(operationId: offer.operationId, by: house.worker)
        #expect(try figures().held == 1 && open().count == 1)
    }

    @Test func `when its time is over somebody is asked whether she came`() throws {
        try house.store.reserve(expected(bed: 2), by: house.worker)
        try house.store.reserve(expected("lamp", on: "2007-03-07"), by: house.worker)
        let today = try house.store.today(homeId: house.home.id, by: house.worker)
        #expect(today.expected.map(\.who) == ["red umbrella"] && today.noShows.isEmpty)
        var later = house.worker(on: HouseFixture.day("2007-03-06"))
        #expect(try open(by: later).map(\.state) == [.expected, .later(days: 1)])
        later.at = Instant(HouseFixture.day("2007-03-06"), hour: 12)
        let next = try house.store.today(homeId: house.home.id, by: later)
        #expect(next.expected.isEmpty && next.noShows.map(\.who) == ["red umbrella"])
        // The bed was held that night and is free by itself on the next.
        #expect(try figures("2007-03-06").held == 0)
    }

    @Test func `what a reservation cannot be`() throws {
        #expect(
            refusal { try house.store.reserve(expected(nil), by: house.worker) }
                == .refused(.nobodyNamed))
        #expect(
            refusal {
                try house.store.reserve(expected(on: "2007-03-04"), by: house.worker)
            } == .refused(.reservationInPast))
        var over = expected()
        over.expiresAt = house.worker.at
        #expect(
            refusal { try house.store.reserve(over, by: house.worker) }
                == .refused(.reservationOver))
        var hers = expected(nil)
        hers.personId = try house.admit().person.id
        #expect(
            refusal { try house.store.reserve(hers, by: house.worker) }
                == .refused(.stayOverlap))
        var others = expected()
        others.bedId = house.otherBeds[0].id
        #expect(
            refusal { try house.store.reserve(others, by: house.worker) } == .noSuchRecord)
    }

    @Test func `a sealed woman is expected in no list`() throws {
        let admission = try house.admit()
        try house.store.exit(
            stayId: try house.stay(admission).id, Departure(date: house.today), by: house.worker)
        var hers = expected(nil, bed: 1)
        hers.personId = admission.person.id
        let reservation = try house.store.reserve(hers, by: house.worker)
        #expect(try open().map(\.who) == [admission.person.personCode])
        try house.store.sealPerson(admission.person.id, reason: "threat", by: house.manager)
        #expect(try open().isEmpty)
        #expect(
            refusal { try house.store.reservation(reservation.id, by: house.worker) }
                == .noSuchRecord)
        let board = try house.store.bedBoard(
            homeId: house.home.id, night: house.today, by: house.worker)
        #expect(!board.rooms.flatMap(\.beds).contains { $0.expected != nil })
    }

    @Test func `a file that is void takes its reservation and hold along`() throws {
        let admission = try house.admit()
        try house.store.exit(
            stayId: try house.stay(admission).id, Departure(date: house.today), by: house.worker)
        var hers = expected(nil, bed: 1)
        hers.personId = admission.person.id
        let reservation = try house.store.reserve(hers, by: house.worker)
        try house.store.void(
            table: Reservation.table, id: reservation.id, reason: "typed twice", by: house.worker)
        #expect(try open().isEmpty && figures().held == 0)
    }

    // MARK: Turned away, came by

    @Test func `who was turned away and who came by is counted, and nobody is named`() throws {
        var turnAway = TurnAway()
        turnAway.date = house.today
        turnAway.ageBand = .from16To17
        turnAway.reason = .full
        turnAway.referredTo = "救助站"
        let turned = try house.store.recordTurnAway(turnAway, by: house.worker)
        var visit = Visit()
        visit.date = house.today
        visit.ageBand = .from18To24
        visit.tally = 3
        try house.store.recordVisit(visit, services: [.meal, .talk, .meal], by: house.worker)
        let known = try house.admit().person
        visit.personId = known.id
        try house.store.recordVisit(visit, services: [], by: house.worker)
        let page = try house.store.arrivals(homeId: house.home.id, by: house.worker)
        #expect(page.turnAways == [turned])
        #expect(page.visits.count == 2)
        let hers = try #require(page.visits.first { $0.personCode == known.personCode })
        let tally = try #require(page.visits.first { $0.personCode == nil })
        #expect(hers.visit.tally == 1 && tally.visit.tally == 3)
        #expect(tally.services == [.talk, .meal])
        try house.store.void(
            table: Visit.table, id: tally.visit.id, reason: "twice", by: house.worker)
        try house.store.void(
            table: TurnAway.table, id: turned.id, reason: "twice", by: house.worker)
        let after = try house.store.arrivals(homeId: house.home.id, by: house.worker)
        #expect(after.turnAways.isEmpty && after.visits.count == 1)
        #expect(
            refusal {
                try house.store.recordVisit(Visit(), services: [], by: house.worker)
            } == .refused(.nobodyAttended))
        turnAway.date = house.today.adding(days: 1)
        #expect(
            refusal { try house.store.recordTurnAway(turnAway, by: house.worker) }
                == .refused(.dateInFuture))
    }
}
