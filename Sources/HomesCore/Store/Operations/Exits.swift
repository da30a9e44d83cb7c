import GRDB

/// How a stay ended.
public struct Departure: Equatable, Sendable {
    /// The day she left; that night is not counted.
    public var date: CivilDate
    /// HUD R17.1.
    public var exitType: ExitType
    /// Where to.
    public var destination: Destination
    /// Only what she wants written down.
    public var place: Told
    /// HUD R19: safe, she says.
    public var safeClient: YesNo
    /// HUD R19: safe, the worker thinks.
    public var safeWorker: YesNo
    /// What was said at the exit interview.
    public var note: String?
    /// Whether everything that the home keeps for her is given back with it.
    public var givesBack = false

    /// A departure; what is left out was not collected.
    public init(
        date: CivilDate, exitType: ExitType = .notCollected,
        destination: Destination = .notCollected, place: Told = Told(nil),
        safeClient: YesNo = .notCollected, safeWorker: YesNo = .notCollected, note: String? = nil,
        givesBack: Bool = false
    ) {
        self.date = date
        self.exitType = exitType
        self.destination = destination
        self.place = place
        self.safeClient = safeClient
        self.safeWorker = safeWorker
        self.note = note
        self.givesBack = givesBack
    }
}

extension Departure {
    /// The same for a child who came with her: the interview was hers, and so was a death.
    fileprivate var ofChild: Departure {
        var departure = self
        departure.note = nil
        if destination == .deceased {
            departure.destination = .notCollected
            departure.place = Told(nil)
        }
        return departure
    }
}

/// What an exit did.
public struct ExitOutcome: Equatable, Sendable {
    /// The stay, closed.
    public let stay: Stay
    /// The follow-ups made; none when she died.
    public let followUps: [FollowUp]
    /// The children's stays that ended with hers.
    public let children: [Stay]
}

extension HomesStore {
    /// Ends a stay: the bed first, then the stay; plans the follow-ups of day 30 and 90 and puts
    /// the case on follow-up. After a death there are no follow-ups and those still open are
    /// voided.
    ///
    /// - Parameter children: The stays of children in her bed that end with hers. They go where
    ///   she goes; after her death nobody has said yet where, and they are called.
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `alreadyExited`, `noOpenStay`,
    ///   `exitOutsideStay`, `childInHerBed` when a child in her bed is left behind.
    @discardableResult
    public func exit(
        stayId: String, _ departure: Departure, children: [String] = [], by signature: Signature
    ) throws(StoreError) -> ExitOutcome {
        try perform(.exit, signature) { operation in
            let stay = try operation.db.own(Stay.self, stayId, signature, for: .exit)
            try operation.checkOpen(stay)
            let inHerBed = try operation.db.childrenInBed(of: stay, from: departure.date)
            guard Set(inHerBed.map(\.id)).isSubset(of: children) else {
                throw StoreError.refused(.childInHerBed)
            }
            var left: [Stay] = []
            for id in children {
                let child = try operation.db.own(Stay.self, id, signature, for: .exit)
                guard child.motherStayId == stay.id else { throw StoreError.noSuchRecord }
                left.append(try operation.leave(child, departure.ofChild).stay)
            }
            let (closed, followUps) = try operation.leave(stay, departure)
            try operation.db.verifyChildren(ofMother: stay.id)
            return ExitOutcome(stay: closed, followUps: followUps, children: left)
        }
    }

    /// Corrects a recorded exit. With another date, the bed follows; follow-ups not yet done are
    /// voided and planned anew, never moved.
    ///
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `noOpenStay` for a stay that has not
    ///   ended, `exitOutsideStay`, `bedTaken` when somebody else sleeps there by now.
    @discardableResult
    public func correctExit(
        stayId: String, _ departure: Departure, by signature: Signature
    ) throws(StoreError) -> ExitOutcome {
        try perform(.correctExit, signature) { operation in
            var stay = try operation.db.own(Stay.self, stayId, signature, for: .exit)
            guard let before = stay.exitDate else { throw StoreError.refused(.noOpenStay) }
            try operation.check(departure, of: stay)
            let wasDeceased = stay.destination == .deceased
            stay.take(departure)
            stay = stay.normalised
            if departure.date > before {
                stay = try operation.update(stay, about: stay.personId)
                try operation.endBed(of: stay, on: departure.date)
            } else {
                try operation.endBed(of: stay, on: departure.date)
                try operation.endAbsences(of: stay, on: departure.date)
                stay = try operation.update(stay, about: stay.personId)
            }
            try operation.db.verifyTiled(stayId: stay.id)
            try operation.db.verifyChildren(ofMother: stay.id)
            var followUps: [FollowUp] = []
            if departure.date != before || (departure.destination == .deceased) != wasDeceased {
                followUps = try operation.planExitFollowUps(of: stay)
            }
            return ExitOutcome(stay: stay, followUps: followUps, children: [])
        }
    }

    /// The children who share her bed tonight: offered to leave together with her.
    ///
    /// - Throws: `noSuchRecord`; `refused(.roleMayNot)`.
    public func childrenInHerBed(
        stayId: String, by signature: Signature
    ) throws(StoreError) -> [(stay: Stay, personCode: String)] {
        try read(by: signature) { db in
            let stay = try db.own(Stay.self, stayId, signature, for: .exit)
            return try db.childrenInBed(of: stay, from: signature.today).compactMap { child in
                guard try !db.isSealed(child.personId) else { return nil }
                return (child, try db.fetch(Person.self, id: child.personId)?.personCode ?? "")
            }
        }
    }
}

extension Operation {
    fileprivate func checkOpen(_ stay: Stay) throws {
        switch stay.state {
        case .checkedOut: throw StoreError.refused(.alreadyExited)
        case .planned: throw StoreError.refused(.noOpenStay)
        case .checkedIn: break
        }
    }

    fileprivate func check(_ departure: Departure, of stay: Stay) throws {
        guard stay.entryDate <= departure.date, departure.date <= today else {
            throw StoreError.refused(.exitOutsideStay)
        }
    }

    /// One person leaves.
    fileprivate mutating func leave(
        _ stay: Stay, _ departure: Departure
    ) throws -> (stay: Stay, followUps: [FollowUp]) {
        try checkOpen(stay)
        try check(departure, of: stay)
        try endBed(of: stay, on: departure.date)
        try endAbsences(of: stay, on: departure.date)
        if departure.givesBack {
            let kept = try db.keptBelongings(ofStay: stay.id).map(\.id)
            try giveBack(kept, of: stay, on: departure.date, to: nil)
        }
        var record = stay
        record.take(departure)
        record = record.normalised
        record.state = .checkedOut
        let closed = try update(record, about: stay.personId)
        try db.verifyTiled(stayId: stay.id)
        return (closed, try planExitFollowUps(of: closed))
    }

    /// Lets the bed go on a day. Assignments that would begin later are voided: she was gone.
    mutating func endBed(of stay: Stay, on date: CivilDate) throws {
        let assignments = try db.fetchValid(
            BedAssignment.self, "stayId = ?", [stay.id], order: "fromNight, id")
        for assignment in assignments where assignment.fromNight > date {
            try void(assignment, about: stay.personId, reason: "exit \(date.iso)")
        }
        let kept = assignments.filter { $0.fromNight <= date }
        for (index, assignment) in kept.enumerated() {
            let isLast = index == kept.count - 1
            guard isLast || assignment.toNight.map({ $0 > date }) ?? true else { continue }
            var record = assignment
            record.toNight = date
            try update(record, about: stay.personId)
        }
    }

    /// Voids the follow-ups of the exit that are not done, and plans those that are missing; for
    /// the dead, none, and none of any placement either.
    fileprivate mutating func planExitFollowUps(of stay: Stay) throws -> [FollowUp] {
        guard let exitDate = stay.exitDate else { return [] }
        let isDeceased = stay.destination == .deceased
        let condition = isDeceased ? "personId = ?" : "stayId = ?"
        let kept = try db.fetchValid(
            FollowUp.self, condition, [isDeceased ? stay.personId : stay.id])
        for followUp in kept where followUp.doneOn == nil {
            try void(followUp, about: stay.personId, reason: "exit \(exitDate.iso)")
        }
        guard !isDeceased else { return [] }
        let done = kept.filter { $0.doneOn != nil }.map(\.dayOffset)
        var plan = FollowUp()
        plan.personId = stay.personId
        plan.homeId = stay.homeId
        plan.stayId = stay.id
        let due = FollowUpSchedule.due(afterExit: exitDate).filter { !done.contains($0.dayOffset) }
        let made = try planFollowUps(due, of: plan)
        if var file = try db.fetch(Case.self, id: stay.caseId), file.cas_Status == .active {
            file.cas_Status = .followUp
            try update(file, about: stay.personId)
        }
        try syncCheckIns(ofPerson: stay.personId)
        return made
    }
}

extension Stay {
    fileprivate mutating func take(_ departure: Departure) {
        exitDate = departure.date
        exitType = departure.exitType
        destination = departure.destination
        destinationPlace = departure.place
        destinationSafeClient = departure.safeClient
        destinationSafeWorker = departure.safeWorker
        exitInterview = departure.note
    }
}

extension Database {
    /// The open stays of children who sleep in her bed with her on or after a night.
    func childrenInBed(of stay: Stay, from night: CivilDate) throws -> [Stay] {
        try fetchValid(
            Stay.self,
            """
            motherStayId = ? AND exitDate IS NULL AND state = 'CHECKED_IN' AND EXISTS (
              SELECT 1 FROM bedAssignment c JOIN bedAssignment m ON m.bedId = c.bedId
              WHERE c.stayId = stay.id AND c.withMother = 1 AND c.voidedAt IS NULL
                AND c.toNight IS NULL AND m.stayId = ? AND m.voidedAt IS NULL
                AND coalesce(m.toNight, '9999-12-31') > ?)
            """, [stay.id, stay.id, night.iso])
    }
}
