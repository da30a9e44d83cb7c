import GRDB

extension HomesStore {
    /// Saves a goal of a case's plan, a new one or a changed one. A goal that has ended without a
    /// day ended today; one that is open again has neither day nor reason.
    ///
    /// - Throws: `noSuchRecord`, `changedMeanwhile`; `refused`: `roleMayNot`, `dateInFuture`,
    ///   `reasonMissing` for a goal dropped without a reason, `invalidValue` when it would end
    ///   before it was agreed.
    @discardableResult
    public func planGoal(
        _ goal: PlanGoal, by signature: Signature
    ) throws(StoreError) -> PlanGoal {
        try perform(.planCase, signature) { op in
            let old = goal.id.isEmpty ? nil : try op.db.goal(goal.id, signature)
            let file =
                try old?.file
                ?? op.db.own(
                    Case.self, goal.caseId, signature, for: .writeRecord)
            var record = goal.normalised
            record.caseId = file.id
            if record.state == .open {
                record.spl_ActualEndDate = nil
                record.endReason = nil
            } else {
                record.spl_ActualEndDate = record.spl_ActualEndDate ?? op.today
                record.endReason = record.endReason?.nilWhenBlank
            }
            guard record.agreedOn <= op.today,
                record.spl_ActualEndDate.map({ $0 <= op.today }) ?? true
            else { throw StoreError.refused(.dateInFuture) }
            if record.state == .dropped, record.endReason == nil {
                throw StoreError.refused(.reasonMissing)
            }
            return old == nil
                ? try op.insert(record, about: file.personId)
                : try op.update(record, about: file.personId)
        }
    }

    /// Saves an action of the plan, a new one or a changed one. An action that has ended without a
    /// day ended today; one that is open again has no day and keeps what was written of it.
    ///
    /// - Throws: `noSuchRecord`, `changedMeanwhile`; `refused`: `roleMayNot`, `dateInFuture`,
    ///   `reasonMissing` for an action dropped without a reason, `stillInUse` under a void goal.
    @discardableResult
    public func planAction(
        _ action: PlanAction, by signature: Signature
    ) throws(StoreError) -> PlanAction {
        try perform(.planCase, signature) { op in
            let old =
                action.id.isEmpty ? nil : try op.db.fetch(PlanAction.self, id: action.id)
            guard action.id.isEmpty || old?.stamp.isVoided == false else {
                throw StoreError.noSuchRecord
            }
            let (goal, file) = try op.db.goal(old?.goalId ?? action.goalId, signature)
            var record = action.normalised
            record.goalId = goal.id
            record.outcome = record.outcome?.nilWhenBlank
            record.doerName = record.doer == .herself ? nil : record.doerName?.nilWhenBlank
            record.endedOn = record.state == .open ? nil : record.endedOn ?? op.today
            guard record.endedOn.map({ $0 <= op.today }) ?? true else {
                throw StoreError.refused(.dateInFuture)
            }
            if record.state == .dropped, record.outcome == nil {
                throw StoreError.refused(.reasonMissing)
            }
            return old == nil
                ? try op.insert(record, about: file.personId)
                : try op.update(record, about: file.personId)
        }
    }
}

extension Database {
    /// A goal of a case that the signer may write in, and the case.
    fileprivate func goal(
        _ id: String, _ signature: Signature
    ) throws -> (goal: PlanGoal, file: Case) {
        let (goal, file) = try part(
            PlanGoal.self, id, of: \.caseId, in: Case.self, signature, for: .writeRecord)
        return (goal, file)
    }
}
