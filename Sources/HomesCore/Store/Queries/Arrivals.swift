import GRDB

/// Who is expected in a home, and who was turned away or came by lately. Names nobody.
public struct ArrivalsPage: Equatable, Sendable {
    /// Reservations that nobody has answered, those to answer first, then by night.
    public let open: [ReservationLine]
    /// Those answered in the last `daysBack` days, the latest first.
    public let answered: [ReservationLine]
    /// Those turned away in that time, the latest first.
    public let turnAways: [TurnAway]
    /// Visits in that time, the latest first.
    public let visits: [VisitLine]

    /// How far back the page looks, in days.
    public static let daysBack = 14
}

/// A reservation with what a list says of it.
public struct ReservationLine: Equatable, Sendable {
    /// The reservation.
    public let reservation: Reservation
    /// Her code, or the code word.
    public let who: String
    /// `2/3`: bed 3 of room 2; `nil` when none is kept.
    public let bed: String?
    /// Where it is.
    public let state: ReservationState
}

/// A visit with what was used on it.
public struct VisitLine: Equatable, Sendable {
    /// The visit.
    public let visit: Visit
    /// Her code; `nil` for a tally.
    public let personCode: String?
    /// What was used, in the list's order.
    public let services: [DropInService]
}

extension HomesStore {
    /// Who is expected in the signer's home, and who was turned away or came by in the last
    /// `ArrivalsPage.daysBack` days. That it is shown is in the journal before it is read.
    ///
    /// - Throws: `refused(.roleMayNot)`; `noSuchRecord` for another home.
    public func arrivals(
        homeId: String, by signature: Signature
    ) throws(StoreError) -> ArrivalsPage {
        try noteLook(at: .arrivals, of: homeId, by: signature)
        let since = signature.today.adding(days: -ArrivalsPage.daysBack).iso
        return try read(.manageArrivals, at: homeId, by: signature) { db in
            ArrivalsPage(
                open: try db.openReservations(homeId: homeId, signature),
                answered: try db.reservationLines(
                    "homeId = ? AND outcomeOn >= ?", [homeId, since],
                    order: "outcomeOn DESC, id DESC", signature),
                turnAways: try db.fetchValid(
                    TurnAway.self, "homeId = ? AND date >= ?", [homeId, since],
                    order: "date DESC, id DESC"),
                visits: try db.visitLines(homeId: homeId, since: since))
        }
    }

    /// A reservation that nobody has answered: what an admission for it begins with.
    ///
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `reservationEnded`.
    public func reservation(
        _ id: String, by signature: Signature
    ) throws(StoreError) -> Reservation {
        try read(by: signature) { db in try db.openReservation(id, signature) }
    }
}

extension Database {
    /// The reservations of a home that nobody has answered, those to answer first.
    func openReservations(
        homeId: String, _ signature: Signature
    ) throws -> [ReservationLine] {
        let lines = try reservationLines(
            "homeId = ? AND outcome IS NULL", [homeId], order: "forNight, expiresAt, id", signature)
        return lines.filter { $0.state == .overdue } + lines.filter { $0.state != .overdue }
    }

    /// Who is expected in which bed of a home, by the hold that keeps it.
    func expectedByHold(homeId: String) throws -> [String: ExpectedInBed] {
        let reservations = try fetchValid(
            Reservation.self,
            """
            homeId = ? AND outcome IS NULL AND holdId IS NOT NULL
              AND (personId IS NULL OR \(notSealed("personId")))
            """, [homeId])
        return Dictionary(
            try reservations.map { reservation in
                (
                    reservation.holdId ?? "",
                    ExpectedInBed(
                        reservationId: reservation.id,
                        who: try reservation.personId.flatMap { try personCode($0) }
                            ?? reservation.codeWord ?? "")
                )
            }, uniquingKeysWith: { first, _ in first })
    }

    fileprivate func reservationLines(
        _ condition: String, _ arguments: StatementArguments, order: String,
        _ signature: Signature
    ) throws -> [ReservationLine] {
        try fetchValid(
            Reservation.self,
            "\(condition) AND (personId IS NULL OR \(notSealed("personId")))", arguments,
            order: order
        ).map { reservation in
            ReservationLine(
                reservation: reservation,
                who: try reservation.personId.flatMap { try personCode($0) }
                    ?? reservation.codeWord ?? "",
                bed: try reservation.bedId.flatMap { try bedLabel($0) },
                state: reservation.state(at: signature.at, today: signature.today))
        }
    }

    fileprivate func visitLines(homeId: String, since: String) throws -> [VisitLine] {
        try fetchValid(
            Visit.self,
            "homeId = ? AND date >= ? AND (personId IS NULL OR \(notSealed("personId")))",
            [homeId, since], order: "date DESC, id DESC"
        ).map { visit in
            let used = try fetchValid(VisitService.self, "visitId = ?", [visit.id])
                .map(\.service)
            return VisitLine(
                visit: visit, personCode: try visit.personId.flatMap { try personCode($0) },
                services: DropInService.allCases.filter { used.contains($0) })
        }
    }

    private func personCode(_ id: String) throws -> String? {
        try String.fetchOne(
            cachedStatement(sql: "SELECT personCode FROM person WHERE id = ?"), arguments: [id])
    }

    private func bedLabel(_ id: String) throws -> String? {
        try String.fetchOne(
            cachedStatement(
                sql: """
                    SELECT r.name || '/' || b.bedNumber FROM bed b JOIN room r ON r.id = b.roomId
                    WHERE b.id = ?
                    """), arguments: [id])
    }
}
