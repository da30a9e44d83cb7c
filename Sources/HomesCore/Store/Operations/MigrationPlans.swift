import GRDB

/// What saving a plan did to her check-ins.
public struct CheckInChanges: Equatable, Sendable {
    /// New ones.
    public var made: [FollowUp] = []
    /// Open ones that go with the day of travel now.
    public var moved: [FollowUp] = []
    /// Open ones that are not due any more.
    public var dropped: [FollowUp] = []
    /// Days on which she is called anyway, for her job or after her exit: one call serves for both.
    public var calledAnyway: [CivilDate] = []

    /// Nothing changed.
    public init() {}

    /// What is said after the save; `nil` when nothing is to be said.
    public var phrase: Phrase? {
        var parts: [Phrase] = []
        if !made.isEmpty {
            let days = made.map(\.dueOn.iso)
            parts.append(
                Phrase("check-ins on ", "报平安：") + Phrase(verbatim: days.joined(separator: ", ")))
        }
        if !moved.isEmpty {
            let days = moved.map(\.dueOn.iso).joined(separator: ", ")
            parts.append(
                Phrase(
                    "open check-ins moved to \(days); those done stay",
                    "未完成的报平安改到\(days)，已完成的不变"))
        }
        if !dropped.isEmpty {
            parts.append(
                Phrase("check-ins taken out: \(dropped.count)", "取消报平安\(dropped.count)次"))
        }
        if !calledAnyway.isEmpty {
            let days = calledAnyway.map(\.iso).joined(separator: ", ")
            parts.append(Phrase("called anyway on \(days)", "\(days)已有回访，不重复"))
        }
        guard !parts.isEmpty else { return nil }
        return Phrase.joined(parts, with: .semicolon)
    }
}

/// A plan as saved.
public struct PlannedJourney: Equatable, Sendable {
    /// The plan.
    public let plan: MigrationPlan
    /// What became of the check-ins.
    public let checkIns: CheckInChanges
}

extension HomesStore {
    /// How far ahead a day of travel may lie, in months, and how long ago it may have been.
    static let travelMonths = (ahead: 12, ago: 1)

    /// Saves the safe-migration plan of a case: a new one, or a changed one with its id. Every day
    /// that she agreed to becomes a follow-up. When the day of travel changes, those not done go
    /// with it; those done stay. On a day on which she is called for her job or after her exit
    /// anyway there is no second call.
    ///
    /// - Throws: `noSuchRecord`, `changedMeanwhile`; `refused`: `roleMayNot`, `planExists`,
    ///   `dateInFuture`, `travelFarAway`, `invalidValue` for days that are none.
    @discardableResult
    public func planMigration(
        _ plan: MigrationPlan, by signature: Signature
    ) throws(StoreError) -> PlannedJourney {
        try perform(.planMigration, signature) { op in
            let known =
                plan.id.isEmpty
                ? nil
                : try op.db.part(
                    MigrationPlan.self, plan.id, of: \.caseId, in: Case.self, signature,
                    for: .writeRecord)
            let old = known?.record
            let file =
                try known?.whole
                ?? op.db.own(
                    Case.self, plan.caseId, signature, for: .writeRecord)
            var record = plan.normalised
            record.caseId = file.id
            record.personId = file.personId
            guard let days = CheckInDays(record.checkInDays) else {
                throw StoreError.refused(.invalidValue)
            }
            record.checkInDays = days.text
            try op.checkDays(of: record, before: old)
            let saved: MigrationPlan
            if old == nil {
                guard try op.db.currentPlan(caseId: file.id) == nil else {
                    throw StoreError.refused(.planExists)
                }
                saved = try op.insert(record, about: file.personId)
            } else {
                saved = try op.update(record, about: file.personId)
            }
            return PlannedJourney(
                plan: saved, checkIns: try op.syncCheckIns(ofPerson: file.personId))
        }
    }
}

extension Operation {
    fileprivate func checkDays(of plan: MigrationPlan, before old: MigrationPlan?) throws {
        for day in [plan.agreedOn, plan.phonesCheckedOn] {
            guard day.map({ $0 <= today }) ?? true else { throw StoreError.refused(.dateInFuture) }
        }
        guard let travel = plan.travelDate, travel != old?.travelDate else { return }
        let months = HomesStore.travelMonths
        guard travel <= today.adding(months: months.ahead),
            travel >= today.adding(months: -months.ago)
        else { throw StoreError.refused(.travelFarAway) }
    }

    /// Makes, moves and takes out the check-ins of a woman's plans that are not done, so that they
    /// are those that she agreed to, and none on a day on which she is called anyway. Called after
    /// whatever plans or voids calls.
    @discardableResult
    mutating func syncCheckIns(ofPerson personId: String) throws -> CheckInChanges {
        var changes = CheckInChanges()
        let plans = try db.fetchValid(MigrationPlan.self, "personId = ?", [personId])
        guard !plans.isEmpty else { return changes }
        let isDeceased = try db.fetchValid(Stay.self, "personId = ?", [personId])
            .contains { $0.destination == .deceased }
        for plan in plans {
            try syncCheckIns(of: plan, isDeceased: isDeceased, &changes)
        }
        return changes
    }

    private mutating func syncCheckIns(
        of plan: MigrationPlan, isDeceased: Bool, _ changes: inout CheckInChanges
    ) throws {
        guard let file = try db.fetch(Case.self, id: plan.caseId) else { return }
        let kept = try db.fetchValid(FollowUp.self, "migrationPlanId = ?", [plan.id])
        let others = Set(
            try db.fetchValid(
                FollowUp.self, "personId = ? AND migrationPlanId IS NOT ?",
                [plan.personId, plan.id]
            ).map(\.dueOn))
        let agreed =
            isDeceased
            ? [] : plan.travelDate.flatMap { CheckInDays(plan.checkInDays)?.due(from: $0) } ?? []
        var due: [Int: CivilDate] = [:]
        for day in agreed {
            if others.contains(day.dueOn) {
                changes.calledAnyway.append(day.dueOn)
            } else {
                due[day.dayOffset] = day.dueOn
            }
        }
        for var followUp in kept where followUp.doneOn == nil {
            guard let dueOn = due[followUp.dayOffset] else {
                try void(followUp, about: plan.personId, reason: "plan")
                changes.dropped.append(followUp)
                continue
            }
            guard dueOn != followUp.dueOn else { continue }
            followUp.dueOn = dueOn
            followUp.callAgainOn = nil
            changes.moved.append(
                try update(followUp, about: plan.personId, reason: "travel \(dueOn.iso)"))
        }
        for (offset, dueOn) in due.sorted(by: { $0.key < $1.key })
        where !kept.contains(where: { $0.dayOffset == offset }) {
            var call = FollowUp()
            call.personId = plan.personId
            call.homeId = file.homeId
            call.migrationPlanId = plan.id
            call.dayOffset = offset
            call.dueOn = dueOn
            changes.made.append(try insert(call, about: plan.personId))
        }
    }
}

extension Database {
    /// The plan of a case; `nil` without one.
    func currentPlan(caseId: String) throws -> MigrationPlan? {
        try fetchValid(MigrationPlan.self, "caseId = ?", [caseId]).first
    }
}
