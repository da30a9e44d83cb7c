/// What the workflow of a case is computed from.
public struct CaseFacts: Equatable, Sendable {
    /// A goal of the plan.
    public struct Goal: Equatable, Sendable {
        /// Where it is.
        public var state: GoalState
        /// When it ended; `nil` while it is open.
        public var endedOn: CivilDate?

        /// A goal.
        public init(_ state: GoalState, endedOn: CivilDate? = nil) {
            self.state = state
            self.endedOn = endedOn
        }
    }

    /// HTCDS cas_Status.
    public var status: CaseStatus
    /// When the case was opened again last; `nil` when it never was.
    public var reopenedOn: CivilDate?
    /// When her risk was assessed.
    public var assessedOn: [CivilDate]
    /// The goals of the plan.
    public var goals: [Goal]
    /// When something was done with her: a session, a placement, an action of the plan, a referral
    /// that was taken up.
    public var servicesOn: [CivilDate]

    /// The facts of a case.
    public init(
        status: CaseStatus, reopenedOn: CivilDate? = nil, assessedOn: [CivilDate] = [],
        goals: [Goal] = [], servicesOn: [CivilDate] = []
    ) {
        self.status = status
        self.reopenedOn = reopenedOn
        self.assessedOn = assessedOn
        self.goals = goals
        self.servicesOn = servicesOn
    }
}

extension CaseWorkflow {
    /// Where a case is, from the furthest step that its records show (Primero's workflow): closed;
    /// services done, when every goal of the plan that was not dropped is met; services under way,
    /// when something was done with her; case plan, when there is a goal; assessment, when her risk
    /// was assessed; otherwise new.
    ///
    /// After a case was opened again only what came since counts, and goals that are still open:
    /// until then it is "reopened".
    public init(_ facts: CaseFacts) {
        let since = facts.reopenedOn
        func counts(_ date: CivilDate?) -> Bool {
            guard let date, let since else { return true }
            return date >= since
        }
        let goals = facts.goals.filter { goal in
            switch goal.state {
            case .open: true
            case .met: counts(goal.endedOn)
            case .dropped: false
            }
        }
        if facts.status.isClosed {
            self = .closed
        } else if !goals.isEmpty, goals.allSatisfy({ $0.state == .met }) {
            self = .servicesImplemented
        } else if facts.servicesOn.contains(where: counts) {
            self = .serviceProvision
        } else if !goals.isEmpty {
            self = .casePlan
        } else if facts.assessedOn.contains(where: counts) {
            self = .assessment
        } else {
            self = since == nil ? .new : .reopened
        }
    }
}
