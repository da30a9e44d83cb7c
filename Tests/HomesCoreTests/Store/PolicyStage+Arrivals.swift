@testable import HomesCore

extension PolicyStage {
    /// Who is expected, turned away and came by; who is out; what is kept for her.
    static let arrivals: [Line] = [
        Line("arrivals", .manageArrivals, .home) { stage, home, who in
            _ = try stage.store.arrivals(homeId: home.homeId ?? "", by: who)
        },
        Line("reserve", .manageArrivals, .ownHome) { stage, _, who in
            try stage.store.reserve(stage.reservation(), by: who)
        },
        Line("reserve her", .admit, .woman) { stage, her, who in
            var reservation = stage.reservation()
            reservation.personId = her.person.id
            try stage.store.reserve(reservation, by: who)
        },
        Line("reservation", .manageArrivals, .home) { stage, home, who in
            _ = try stage.store.reservation(try stage.reservation(at: home), by: who)
        },
        Line("endReservation", .manageArrivals, .home) { stage, home, who in
            try stage.store.endReservation(
                try stage.reservation(at: home), .noShow, by: who)
        },
        Line("recordTurnAway", .manageArrivals, .ownHome) { stage, _, who in
            var turnAway = TurnAway()
            turnAway.date = stage.today
            try stage.store.recordTurnAway(turnAway, by: who)
        },
        Line("recordVisit", .manageArrivals, .ownHome) { stage, _, who in
            var visit = Visit()
            visit.date = stage.today
            visit.ageBand = .from25
            try stage.store.recordVisit(visit, services: [.meal], by: who)
        },
        Line("recordVisit of her", .admit, .woman) { stage, her, who in
            var visit = Visit()
            visit.date = stage.today
            visit.personId = her.person.id
            try stage.store.recordVisit(visit, services: [], by: who)
        },
        Line("recordAbsence", .recordAbsence, .woman) { stage, her, who in
            var absence = Absence()
            absence.stayId = try her.stay.orSkip().id
            absence.fromDay = stage.today
            try stage.store.recordAbsence(absence, by: who)
        },
        Line("endAbsence", .recordAbsence, .woman) { stage, her, who in
            try stage.store.endAbsence(
                stayId: try her.stay.orSkip().id, on: stage.today, by: who)
        },
        Line("editAbsence", .recordAbsence, .woman) { stage, her, who in
            let stayId = try her.stay.orSkip().id
            var absence = Absence()
            absence.stayId = stayId
            absence.fromDay = stage.today
            let known = try stage.store.read { db in
                try db.fetchValid(Absence.self, "stayId = ?", [stayId]).first
            }
            try stage.store.editAbsence(try known ?? stage.insert(absence), by: who)
        },
        Line("takeBelongings", .recordAbsence, .woman) { stage, her, who in
            try stage.store.takeBelongings(
                Belonging.items(in: "bag", kind: .thing), ofStay: try her.stay.orSkip().id,
                by: who)
        },
        Line("returnBelongings", .recordAbsence, .woman) { stage, her, who in
            try stage.store.returnBelongings(
                [], ofStay: try her.stay.orSkip().id, on: stage.today, by: who)
        },
        Line("editBelonging", .recordAbsence, .woman) { stage, her, who in
            var belonging = Belonging()
            belonging.stayId = try her.stay.orSkip().id
            belonging.item = "bag"
            belonging.receiptNumber = "R"
            belonging.handedInOn = stage.today
            try stage.store.editBelonging(try stage.insert(belonging), by: who)
        },
    ]

    fileprivate func reservation() -> Reservation {
        var reservation = Reservation()
        reservation.codeWord = "red umbrella"
        reservation.forNight = today
        reservation.expiresAt = Reservation.defaultExpiry(forNight: today, offsetMinutes: 480)
        return reservation
    }

    fileprivate func reservation(at home: Subject) throws -> String {
        var reservation = reservation()
        reservation.homeId = home.homeId ?? ""
        return try insert(reservation).id
    }

    fileprivate func insert<R: HomesCore.Record>(_ record: R) throws -> R {
        try store.perform(.makeDemonstration, house.worker) { try $0.insert(record, about: nil) }
    }
}
