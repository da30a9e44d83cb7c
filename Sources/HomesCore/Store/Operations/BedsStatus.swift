import GRDB

extension HomesStore {
    /// Holds a bed for somebody on its way, from a night up to, not including, another; without an
    /// end until released.
    ///
    /// A bed with somebody in it can be held from the day on which she plans to leave.
    ///
    /// - Throws: `refused` with `.bedTaken`, `.bedStatusOverlap`, `.bedOutsideInventory`,
    ///   `.roleMayNot`; `noSuchRecord` for a bed of another home; `notAllowed` for wrong nights.
    @discardableResult
    public func holdBed(
        _ bedId: String, from night: CivilDate, to end: CivilDate? = nil, reason: String? = nil,
        by signature: Signature
    ) throws(StoreError) -> BedStatusPeriod {
        try perform(.holdBed, signature) { op in
            try op.db.requireManaging(bed: bedId, signature)
            return try op.hold(bedId, from: night, to: end, reason: reason)
        }
    }

    /// Ends the hold of a bed from a night on: the hold of that night, or the next one to come.
    ///
    /// A reservation that it was held for goes on without a bed.
    ///
    /// - Throws: `notAllowed` when there is none; `noSuchRecord` for a bed of another home.
    public func releaseHold(
        ofBed bedId: String, from night: CivilDate, by signature: Signature
    ) throws(StoreError) {
        try perform(.releaseHold, signature) { op in
            try op.db.requireManaging(bed: bedId, signature)
            try op.endPeriod(of: bedId, from: night, "status = 'HELD'")
        }
    }

    /// Takes a bed out of service, or closes it, from a night up to, not including, another.
    ///
    /// - Throws: `refused` with `.bedNotEmpty` when somebody sleeps in it then,
    ///   `.bedStatusOverlap`, `.bedOutsideInventory`, `.roleMayNot`; `noSuchRecord` for a bed of
    ///   another home; `notAllowed` when it would end before it begins.
    @discardableResult
    public func closeBed(
        _ bedId: String, from night: CivilDate, to end: CivilDate? = nil, reason: String? = nil,
        status: BedStatus = .outOfService, by signature: Signature
    ) throws(StoreError) -> BedStatusPeriod {
        try perform(.closeBed, signature) { op in
            try op.db.requireManaging(bed: bedId, signature)
            if status == .held { throw StoreError.refused(.invalidValue) }
            return try op.addPeriod(status, of: bedId, from: night, to: end, reason: reason)
        }
    }

    /// Puts a bed back in service from a night on.
    ///
    /// - Throws: `notAllowed` when it is in service; `noSuchRecord` for a bed of another home.
    public func reopenBed(
        _ bedId: String, from night: CivilDate, by signature: Signature
    ) throws(StoreError) {
        try perform(.reopenBed, signature) { op in
            try op.db.requireManaging(bed: bedId, signature)
            try op.endPeriod(of: bedId, from: night, "status <> 'HELD'")
        }
    }
}

extension Operation {
    /// Holds a bed; somebody in it must plan to leave by then.
    mutating func hold(
        _ bedId: String, from night: CivilDate, to end: CivilDate?, reason: String?
    ) throws -> BedStatusPeriod {
        if night < today { throw StoreError.notAllowed(BedWords.heldForNobody) }
        let isTaken = try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM bedAssignment a JOIN stay s ON s.id = a.stayId
                  WHERE a.bedId = ?1 AND a.voidedAt IS NULL
                    AND coalesce(a.toNight, s.plannedExitDate, '9999-12-31') > ?2
                    AND a.fromNight < coalesce(?3, '9999-12-31')
                    AND a.fromNight < coalesce(a.toNight, '9999-12-31')
                    OR a.bedId = ?1 AND a.voidedAt IS NULL AND a.toNight IS NULL AND ?2 <= ?4)
                """,
            arguments: [bedId, night.iso, end?.iso, today.iso])
        if isTaken == true { throw StoreError.refused(.bedTaken) }
        return try addPeriod(.held, of: bedId, from: night, to: end, reason: reason)
    }

    fileprivate mutating func addPeriod(
        _ status: BedStatus, of bedId: String, from night: CivilDate, to end: CivilDate?,
        reason: String?
    ) throws -> BedStatusPeriod {
        if let end, end <= night { throw StoreError.notAllowed(BedWords.endBeforeStart) }
        let bed = try db.existing(Bed.self, bedId)
        let isInInventory =
            night >= bed.inventoryStartDate && (bed.inventoryEndDate.map { night < $0 } ?? true)
        guard isInInventory else { throw StoreError.refused(.bedOutsideInventory) }
        var period = BedStatusPeriod()
        period.bedId = bedId
        period.fromNight = night
        period.toNight = end
        period.status = status
        period.reason = reason
        return try insert(period, about: nil)
    }

    fileprivate mutating func endPeriod(
        of bedId: String, from night: CivilDate, _ condition: String
    ) throws {
        let periods = try db.fetchValid(
            BedStatusPeriod.self,
            """
            bedId = ? AND \(condition) AND fromNight < coalesce(toNight, '9999-12-31')
              AND coalesce(toNight, '9999-12-31') > ?
            """, [bedId, night.iso], order: "fromNight, id")
        guard var period = periods.first else {
            throw StoreError.notAllowed(BedWords.nothingToRelease)
        }
        period.toNight = max(period.fromNight, night)
        try update(period, about: nil)
        if period.status == .held { try leaveWithoutBed(hold: period.id) }
    }
}

extension Database {
    /// Lets pass who may hold and close a bed.
    ///
    /// - Throws: `AccessDenied`, answered with `refused(.roleMayNot)`, or with `noSuchRecord` for
    ///   another home's bed and for none.
    func requireManaging(bed bedId: String, _ signature: Signature) throws {
        let homeId = try String.fetchOne(
            self,
            sql: """
                SELECT r.homeId FROM bed b JOIN room r ON r.id = b.roomId
                WHERE b.id = ? AND b.voidedAt IS NULL
                """, arguments: [bedId])
        // An unknown bed is another home's.
        try require(.manageBeds, at: homeId ?? "", signature)
    }
}
