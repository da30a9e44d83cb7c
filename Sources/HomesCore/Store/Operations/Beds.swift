import GRDB

extension HomesStore {
    /// Moves a resident to another bed from a night on; children in her bed come along.
    ///
    /// - Parameters:
    ///   - night: The first night in the new bed, from the first night in the present one up to
    ///     today.
    ///   - releasingHold: Whether a hold on the bed ends for her.
    /// - Returns: Her new bed assignment.
    /// - Throws: `refused` with `.noOpenStay`, `.bedHeld`, `.bedTaken`, `.bedOutOfService`,
    ///   `.bedOutsideInventory`, `.bedOfAnotherHome`, `.roleMayNot`; `noSuchRecord` for a stay of
    ///   another home; `notAllowed` for a night out of range.
    @discardableResult
    public func moveBed(
        stayId: String, to bedId: String, from night: CivilDate,
        reason: AssignmentReason = .move, releasingHold: Bool = false, by signature: Signature
    ) throws(StoreError) -> BedAssignment {
        try perform(.moveBed, signature) { op in
            let stay = try op.db.own(Stay.self, stayId, signature, for: .moveBed)
            let present = try op.db.presentAssignment(of: stay)
            try op.checkNight(night, from: present)
            if present.bedId == bedId { throw StoreError.notAllowed(BedWords.sameBed) }
            _ = try op.db.existing(Bed.self, bedId)
            try op.passHolds(on: bedId, from: night, releasing: releasingHold)
            let children = try op.db.childrenSharing(present, of: stay)
            // Closed before the new ones begin: a bed is never anybody's twice.
            for child in children { try op.close(child.assignment, at: night, of: child.stay) }
            try op.close(present, at: night, of: stay)
            let moved = try op.assign(
                stay, to: bedId, from: night, reason: reason, withMother: false)
            for child in children {
                try op.assign(
                    child.stay, to: bedId, from: max(night, child.assignment.fromNight),
                    reason: reason, withMother: true)
            }
            for id in [stay.id] + children.map(\.stay.id) { try op.db.verifyTiled(stayId: id) }
            try op.db.verifyChildren(ofMother: stay.id)
            return moved
        }
    }

    /// Two residents take each other's beds from a night on; children in their beds come along.
    ///
    /// - Throws: As `moveBed`; `notAllowed` when it is one stay or one bed.
    public func swapBeds(
        stayA: String, stayB: String, from night: CivilDate, by signature: Signature
    ) throws(StoreError) {
        try perform(.swapBeds, signature) { op in
            let first = try op.db.own(Stay.self, stayA, signature, for: .moveBed)
            let second = try op.db.own(Stay.self, stayB, signature, for: .moveBed)
            let one = try op.db.presentAssignment(of: first)
            let other = try op.db.presentAssignment(of: second)
            if one.bedId == other.bedId { throw StoreError.notAllowed(BedWords.sameBed) }
            try op.checkNight(night, from: one)
            try op.checkNight(night, from: other)
            let withFirst = try op.db.childrenSharing(one, of: first)
            let withSecond = try op.db.childrenSharing(other, of: second)
            for child in withFirst + withSecond {
                try op.close(child.assignment, at: night, of: child.stay)
            }
            try op.close(one, at: night, of: first)
            try op.close(other, at: night, of: second)
            for (stay, bedId, children) in [
                (first, other.bedId, withFirst), (second, one.bedId, withSecond),
            ] {
                try op.assign(stay, to: bedId, from: night, reason: .swap, withMother: false)
                for child in children {
                    try op.assign(
                        child.stay, to: bedId, from: max(night, child.assignment.fromNight),
                        reason: .swap, withMother: true)
                }
                for id in [stay.id] + children.map(\.stay.id) {
                    try op.db.verifyTiled(stayId: id)
                }
                try op.db.verifyChildren(ofMother: stay.id)
            }
        }
    }
}

/// A child and the assignment of her mother's bed to her.
struct SharingChild {
    let stay: Stay
    let assignment: BedAssignment
}

/// What moving beds may answer.
enum BedWords {
    static let sameBed = Phrase("That is the bed she has already.", "她现在就睡这张床。")
    static let noFuture = Phrase(
        "Moves are written down when they happen: choose tonight or an earlier night.",
        "换床在发生时登记：请选择今晚或更早的夜晚。")
    static let tooEarly = Phrase(
        "She got her present bed later than that night. Choose a later night.",
        "她在那夜之后才睡现在的床。请选择更晚的夜晚。")
    static let nothingToRelease = Phrase(
        "There is nothing to take back on that night.", "该夜没有可解除的状态。")
    static let heldForNobody = Phrase(
        "A hold begins tonight or later.", "预留须从今晚或以后开始。")
    static let endBeforeStart = Phrase(
        "The last night comes before the first. Correct the dates.", "结束日期早于开始日期。请更正。")
}

extension Operation {
    /// A move is written down from a night of the present bed up to today.
    fileprivate func checkNight(_ night: CivilDate, from present: BedAssignment) throws {
        if night > today { throw StoreError.notAllowed(BedWords.noFuture) }
        if night < present.fromNight { throw StoreError.notAllowed(BedWords.tooEarly) }
    }

    /// Ends an assignment: the night given is the first no longer in this bed.
    fileprivate mutating func close(
        _ assignment: BedAssignment, at night: CivilDate, of stay: Stay
    ) throws {
        var closed = assignment
        closed.toNight = max(night, assignment.fromNight)
        try update(closed, about: stay.personId)
    }

    /// Gives a stay a bed from a night on.
    @discardableResult
    mutating func assign(
        _ stay: Stay, to bedId: String, from night: CivilDate, reason: AssignmentReason,
        withMother: Bool
    ) throws -> BedAssignment {
        var assignment = BedAssignment()
        assignment.stayId = stay.id
        assignment.bedId = bedId
        assignment.fromNight = night
        assignment.reason = reason
        assignment.withMother = withMother
        return try insert(assignment, about: stay.personId)
    }

    /// Meets the holds on a bed from a night on: ends them for her, or refuses.
    mutating func passHolds(on bedId: String, from night: CivilDate, releasing: Bool) throws {
        let holds = try db.fetchValid(
            BedStatusPeriod.self,
            """
            bedId = ? AND status = 'HELD' AND fromNight < coalesce(toNight, '9999-12-31')
              AND coalesce(toNight, '9999-12-31') > ?
            """, [bedId, night.iso])
        if holds.isEmpty { return }
        guard releasing else { throw StoreError.refused(.bedHeld) }
        for var hold in holds {
            hold.toNight = max(hold.fromNight, night)
            try update(hold, about: nil)
            try leaveWithoutBed(hold: hold.id)
        }
    }
}

extension Database {
    /// The assignment that goes on.
    ///
    /// - Throws: `refused(.noOpenStay)` when she has left.
    func presentAssignment(of stay: Stay) throws -> BedAssignment {
        guard stay.exitDate == nil else { throw StoreError.refused(.noOpenStay) }
        let open = try fetchValid(
            BedAssignment.self, "stayId = ? AND toNight IS NULL", [stay.id],
            order: "fromNight DESC, id DESC")
        guard let present = open.first else { throw StoreError.refused(.noOpenStay) }
        return present
    }

    /// The children who sleep in a resident's bed with her.
    func childrenSharing(
        _ assignment: BedAssignment, of mother: Stay
    ) throws -> [SharingChild] {
        try fetchValid(
            BedAssignment.self, "bedId = ? AND withMother = 1 AND toNight IS NULL",
            [assignment.bedId]
        ).compactMap { child in
            guard let stay = try fetch(Stay.self, id: child.stayId),
                stay.motherStayId == mother.id
            else { return nil }
            return SharingChild(stay: stay, assignment: child)
        }
    }

    /// Checks that every night of a stay has exactly one bed.
    ///
    /// - Throws: `refused(.nightWithoutBed)` for a gap, `refused(.twoBedsAtOnce)` for an overlap.
    func verifyTiled(stayId: String) throws {
        guard let stay = try fetch(Stay.self, id: stayId), !stay.stamp.isVoided else { return }
        let parts = try fetchValid(
            BedAssignment.self, "stayId = ?", [stayId],
            order: "fromNight, coalesce(toNight, '9999-12-31'), id")
        var next: CivilDate? = stay.entryDate
        for part in parts {
            guard let night = next, part.fromNight >= night else {
                throw StoreError.refused(.twoBedsAtOnce)
            }
            guard part.fromNight == night else { throw StoreError.refused(.nightWithoutBed) }
            next = part.toNight
        }
        guard !parts.isEmpty, next == stay.exitDate else {
            throw StoreError.refused(.nightWithoutBed)
        }
    }

    /// Checks that no child is in a bed as her mother's on a night without her.
    ///
    /// - Throws: `refused(.childInHerBed)`.
    func verifyChildren(ofMother stayId: String) throws {
        let isAlone = try Bool.fetchOne(
            cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM bedAssignment a JOIN stay s ON s.id = a.stayId
                      WHERE a.bedId IN (SELECT bedId FROM bedAssignment WHERE stayId = ?1)
                        AND a.withMother = 1 AND a.voidedAt IS NULL AND s.motherStayId = ?1
                        AND a.fromNight < coalesce(a.toNight, '9999-12-31')
                        AND NOT EXISTS (SELECT 1 FROM bedAssignment m
                          WHERE m.stayId = ?1 AND m.bedId = a.bedId AND m.voidedAt IS NULL
                            AND m.withMother = 0 AND m.fromNight <= a.fromNight
                            AND coalesce(m.toNight, '9999-12-31')
                              >= coalesce(a.toNight, '9999-12-31')))
                    """), arguments: [stayId])
        if isAlone == true { throw StoreError.refused(.childInHerBed) }
    }
}
