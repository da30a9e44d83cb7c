import GRDB

/// What a follow-up came to.
public struct FollowUpOutcome: Equatable, Sendable {
    /// The follow-up as saved.
    public let followUp: FollowUp
    /// What raised an alert; empty when nothing did.
    public let signals: [ExploitationSignal]
}

extension HomesStore {
    /// Records a follow-up that was done: whether she was reached and what she said. What the
    /// program planned (whose, when due) stays as it is.
    ///
    /// - Parameters:
    ///   - followUp: The planned one with the answers; without `doneOn`, it was done today.
    ///   - indicators: The ILO indicators asked about, with their evidence.
    /// - Throws: `noSuchRecord`, `changedMeanwhile`; `refused`: `roleMayNot`, `followUpDone`,
    ///   `dateInFuture`, `invalidValue` without `reached`.
    @discardableResult
    public func doFollowUp(
        _ followUp: FollowUp, indicators: [FollowUpIndicator] = [], by signature: Signature
    ) throws(StoreError) -> FollowUpOutcome {
        try perform(.doFollowUp, signature) { operation in
            let planned = try operation.db.own(
                FollowUp.self, followUp.id, signature, for: .doFollowUp)
            guard planned.doneOn == nil else { throw StoreError.refused(.followUpDone) }
            return try operation.save(followUp, planned: planned, indicators)
        }
    }

    /// Corrects the answers of a follow-up that was done. An alert that is open stays open: only
    /// a person closes it. One that was closed is raised again by a signal that is new.
    ///
    /// - Throws: as `doFollowUp`, without `followUpDone`.
    @discardableResult
    public func correctFollowUp(
        _ followUp: FollowUp, indicators: [FollowUpIndicator] = [], by signature: Signature
    ) throws(StoreError) -> FollowUpOutcome {
        try perform(.editRecord, signature) { operation in
            let planned = try operation.db.own(
                FollowUp.self, followUp.id, signature, for: .doFollowUp)
            guard planned.doneOn != nil else { throw StoreError.noSuchRecord }
            return try operation.save(followUp, planned: planned, indicators)
        }
    }

    /// Puts an overdue follow-up off to a day after today: twice at most. The due date stays.
    ///
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `followUpDone`, `notOverdue`,
    ///   `putOffIntoPast`, `snoozedTwice`.
    @discardableResult
    public func putOffFollowUp(
        _ id: String, until: CivilDate, by signature: Signature
    ) throws(StoreError) -> FollowUp {
        try perform(.putOffFollowUp, signature) { operation in
            var record = try operation.db.own(FollowUp.self, id, signature, for: .doFollowUp)
            guard record.doneOn == nil else { throw StoreError.refused(.followUpDone) }
            guard record.dueOn < operation.today else { throw StoreError.refused(.notOverdue) }
            guard until > operation.today else { throw StoreError.refused(.putOffIntoPast) }
            guard
                FollowUpSchedule.maySnooze(
                    times: record.snoozeCount, dueOn: record.dueOn, on: operation.today)
            else { throw StoreError.refused(.snoozedTwice) }
            record.snoozeCount += 1
            record.callAgainOn = until
            return try operation.update(record, about: record.personId)
        }
    }

    /// Closes an alert, with the reason why.
    ///
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `noAlert`, `reasonMissing`.
    @discardableResult
    public func closeAlert(
        followUpId: String, reason: String, by signature: Signature
    ) throws(StoreError) -> FollowUp {
        try perform(.closeAlert, signature) { operation in
            var record = try operation.db.own(
                FollowUp.self, followUpId, signature, for: .closeAlert)
            guard record.alertRaisedOn != nil, record.alertClosedOn == nil else {
                throw StoreError.refused(.noAlert)
            }
            let reason = try reason.asReason()
            record.alertClosedOn = operation.today
            record.alertClosedReason = reason
            return try operation.update(record, about: record.personId, reason: reason)
        }
    }
}

extension Operation {
    /// Saves the answers and raises the alert they call for.
    fileprivate mutating func save(
        _ answered: FollowUp, planned: FollowUp, _ indicators: [FollowUpIndicator]
    ) throws -> FollowUpOutcome {
        var record = answered.normalised.withPlan(of: planned)
        guard record.reached != nil else { throw StoreError.refused(.invalidValue) }
        let doneOn = record.doneOn ?? today
        guard doneOn <= today else { throw StoreError.refused(.dateInFuture) }
        record.doneOn = doneOn
        let before = planned.doneOn == nil ? [] : try db.signals(of: planned)
        let kept = try saveIndicators(indicators, of: record)
        let signals = record.answers(ticked: kept).signals(
            previous: try db.reachedBefore(record))
        let isNew = signals.contains { !before.contains($0) }
        if record.alertRaisedOn == nil ? !signals.isEmpty : isNew && record.alertClosedOn != nil {
            record.alertRaisedOn = today
            record.alertClosedOn = nil
            record.alertClosedReason = nil
        }
        let saved = try update(record, about: record.personId)
        return FollowUpOutcome(followUp: saved, signals: signals)
    }

    /// Saves the indicators asked about; one asked before is changed. Gives those ticked.
    private mutating func saveIndicators(
        _ indicators: [FollowUpIndicator], of followUp: FollowUp
    ) throws -> Set<ILOIndicator> {
        let old = try db.fetchValid(FollowUpIndicator.self, "followUpId = ?", [followUp.id])
        var ticked = Set(old.filter { $0.answer == .yes }.map(\.indicator))
        for indicator in indicators {
            if var row = old.first(where: { $0.indicator == indicator.indicator }) {
                row.answer = indicator.answer
                row.evidence = indicator.evidence
                try update(row, about: followUp.personId)
            } else {
                var row = indicator.normalised
                row.followUpId = followUp.id
                try insert(row, about: followUp.personId)
            }
            if indicator.answer == .yes {
                ticked.insert(indicator.indicator)
            } else {
                ticked.remove(indicator.indicator)
            }
        }
        return ticked
    }

    /// Makes the follow-ups of a placement or an exit.
    mutating func planFollowUps(
        _ due: [FollowUpSchedule.Due], of plan: FollowUp
    ) throws -> [FollowUp] {
        try due.map { due in
            var record = plan
            record.dayOffset = due.dayOffset
            record.dueOn = due.dueOn
            return try insert(record, about: plan.personId)
        }
    }
}

extension FollowUp {
    /// The answers, with what the program keeps taken from the planned record.
    fileprivate func withPlan(of planned: FollowUp) -> FollowUp {
        var record = self
        record.personId = planned.personId
        record.homeId = planned.homeId
        record.placementId = planned.placementId
        record.stayId = planned.stayId
        record.migrationPlanId = planned.migrationPlanId
        record.dayOffset = planned.dayOffset
        record.dueOn = planned.dueOn
        record.snoozeCount = planned.snoozeCount
        record.callAgainOn = planned.callAgainOn
        record.alertRaisedOn = planned.alertRaisedOn
        record.alertClosedOn = planned.alertClosedOn
        record.alertClosedReason = planned.alertClosedReason
        return record
    }

    /// What may mean exploitation, for the rule that raises the alert.
    func answers(ticked: Set<ILOIndicator>) -> FollowUpAnswers {
        var answers = FollowUpAnswers(reached: reached)
        answers.workPlaceViolenceThreats = WorkPlaceViolenceThreats
        answers.workplacePromiseDifference = WorkplacePromiseDifference
        answers.coercedToContinueWork = CoercedToContinueWork
        answers.laborExploitPastThreeMonths = LaborExploitPastThreeMonths
        answers.holdsOwnId = holdsOwnId
        answers.canLeaveFreely = canLeaveFreely
        answers.indicators = ticked
        return answers
    }
}

extension Database {
    /// Whether the follow-up done before this one reached her; `nil` when there was none.
    func reachedBefore(_ followUp: FollowUp) throws -> FollowUpReached? {
        guard let doneOn = followUp.doneOn else { return nil }
        let code = try String.fetchOne(
            try cachedStatement(
                sql: """
                    SELECT reached FROM followUp
                    WHERE personId = ? AND id <> ? AND voidedAt IS NULL AND doneOn IS NOT NULL
                      AND (doneOn, dueOn, id) < (?, ?, ?)
                    ORDER BY doneOn DESC, dueOn DESC, id DESC LIMIT 1
                    """),
            arguments: [
                followUp.personId, followUp.id, doneOn.iso, followUp.dueOn.iso, followUp.id,
            ])
        return code.flatMap { FollowUpReached(rawValue: $0) }
    }
}
