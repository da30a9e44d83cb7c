/// Everything recorded about one person, as her page shows it on a day.
public struct ResidentPage: Equatable, Sendable {
    /// Who she is.
    public let person: Person
    /// Her age to the month with the age rule that holds; `nil` when nothing is known.
    public let age: AgeNotice?
    /// Ways to reach her, her own first.
    public let contacts: [ContactLine]
    /// Her cases, the latest first.
    public let cases: [Case]
    /// Her stays with their beds, the latest first.
    public let stays: [StayLine]
    /// Risk assessments of all her cases, the latest first.
    public let risks: [RiskLine]
    /// The eleven indicators of forced labour in the case that is worked on.
    public let indicators: [IndicatorLine]
    /// The plan of the case that is worked on, the open goals first.
    public let casePlan: [PlanLine]
    /// Where that case is, computed from its records; `nil` without a case.
    public let workflow: CaseWorkflow?
    /// Flags, the open ones first.
    public let flags: [PersonFlag]
    /// Notes, the latest first: the signed ones, and the reader's own drafts.
    public let notes: [NoteLine]
    /// Consents, the latest first.
    public let consents: [ConsentLine]
    /// Sessions she took part in, the latest first.
    public let sessions: [AttendedSession]
    /// Which topics she has had.
    public let coverage: [CounsellingTopic: TopicCoverage]
    /// The pre-departure checklist of the latest case, as far as asked.
    public let checklist: [ChecklistItem: YesNoNA]
    /// Whether she is ready to depart: advice, never a lock.
    public let readiness: Readiness
    /// The safe-migration plan of the latest case; `nil` without one.
    public let plan: MigrationPlan?
    /// Her placements with offer, employer and law checks, the latest first.
    public let placements: [PlacementLine]
    /// Follow-ups, in the order in which they are due.
    public let followUps: [FollowUpLine]
    /// When she was out, the latest first.
    public let absences: [Absence]
    /// What she handed in over all her stays, in the order of handing in.
    public let belongings: [Belonging]
    /// Referrals, incidents, transfers, requests to close, and what stands open.
    public let sharing: SharingOfPerson
    /// The names shown of the staff, by user id.
    public let staff: [String: String]
    /// Until when it may be read because the glass was broken; `nil` when it is open anyway.
    public let glassUntil: Instant?
    /// How long a closed file is still kept; `nil` while it is open.
    public let retention: RetentionLine?

    /// What is still missing before she departs: what she is not ready without comes first.
    public var gaps: [DepartureGap] { DepartureGap.all(readiness, plan: plan) }
    /// The check-ins of her plan, in the order in which they are due.
    public var checkIns: [FollowUpLine] {
        followUps.filter { $0.followUp.migrationPlanId != nil }
    }
    /// The stay that is going on.
    public var openStay: StayLine? { stays.first { $0.stay.exitDate == nil } }
    /// The case that is not closed, the latest.
    public var openCase: Case? { cases.first { !$0.cas_Status.isClosed } }
    /// The case that is worked on: the one that is not closed, or the latest.
    public var currentCase: Case? { openCase ?? cases.first }
    /// Flags that nobody has resolved.
    public var openFlags: [PersonFlag] { flags.filter(\.isOpen) }
    /// The placement that has not ended.
    public var openPlacement: PlacementLine? { placements.first { $0.placement.endDate == nil } }
    /// The absence that goes on.
    public var openAbsence: Absence? { absences.first(where: \.isOpen) }
    /// What the home still keeps for her.
    public var keptBelongings: [Belonging] { belongings.filter(\.isKept) }
    /// What she handed in during a stay.
    public func belongings(ofStay id: String) -> [Belonging] {
        belongings.filter { $0.stayId == id }
    }
    /// Follow-ups whose alert nobody has closed.
    public var openAlerts: [FollowUpLine] { followUps.filter(\.isAlertOpen) }
}

/// A stay with its beds.
public struct StayLine: Equatable, Sendable {
    /// The stay.
    public let stay: Stay
    /// The beds, in order.
    public let beds: [BedLine]
    /// Nights from entry to exit, or to today.
    public let nights: Int
    /// The code of the mother a child came with.
    public let motherCode: String?
    /// The children who came with her.
    public let children: [ChildLine]

    /// Their codes.
    public var childrenCodes: [String] { children.map(\.personCode) }
}

/// A child who came with her mother.
public struct ChildLine: Equatable, Sendable {
    /// Her record.
    public let personId: String
    /// Her code.
    public let personCode: String
}

/// A bed for a run of nights.
public struct BedLine: Equatable, Sendable {
    /// The assignment's id.
    public let assignmentId: String
    /// The bed's id.
    public let bedId: String
    /// The room's name.
    public let room: String
    /// The bed's number.
    public let bedNumber: String
    /// The first night.
    public let from: CivilDate
    /// The first night no longer in it.
    public let to: CivilDate?
    /// Why.
    public let reason: AssignmentReason
    /// A child in her mother's bed.
    public let isWithMother: Bool

    /// "Room 2 · Bed 3".
    public var label: Phrase {
        Phrase("Room \(room) · Bed \(bedNumber)", "\(room)室 · \(bedNumber)床")
    }
}

/// A risk assessment with its answers.
public struct RiskLine: Equatable, Sendable {
    /// The assessment.
    public let assessment: RiskAssessment
    /// The answers.
    public let items: [RiskItem]
}

/// A consent and whether it is in force.
public struct ConsentLine: Equatable, Sendable {
    /// The consent.
    public let consent: Consent
    /// Whether it is in force on the page's day.
    public let state: ConsentState
}

/// A session she took part in.
public struct AttendedSession: Equatable, Sendable {
    /// The session.
    public let session: CounsellingSession
    /// Her part in it.
    public let attendance: Attendance
    /// What was given out, by the codes of the list of materials.
    public let materials: [String]
    /// What was covered, in the topics' order.
    public let topics: [CounsellingTopic]
}

/// A placement with everything around it.
public struct PlacementLine: Equatable, Sendable {
    /// The placement.
    public let placement: Placement
    /// The offer it was made on.
    public let offer: JobOffer
    /// Who employs her.
    public let employer: Employer
    /// The law checks kept when she started, in the rules' order.
    public let checks: [OfferCheck]
    /// What changed after the start, the earliest first.
    public let changes: [PlacementChange]
    /// Where the job is worse than the offer said.
    public let gaps: [PromiseGap]

    /// What its entry in the service ledger does not say (L21).
    ///
    /// - Parameters:
    ///   - followUps: Hers, or those of the placement.
    ///   - day: What was not due by then is not missing.
    public func missingInLedger(_ followUps: [FollowUp], on day: CivilDate) -> [LedgerItem] {
        ServiceLedger.missing(
            placement: placement, offer: offer, employer: employer, checks: checks,
            followUps: followUps, on: day)
    }
}

/// A follow-up, where it is and what it found.
public struct FollowUpLine: Equatable, Sendable {
    /// The follow-up.
    public let followUp: FollowUp
    /// The indicators asked about.
    public let indicators: [FollowUpIndicator]
    /// Overdue, due, done.
    public let state: DueState
    /// Who else hears of it while it is open.
    public let escalation: Escalation
    /// What may mean exploitation.
    public let signals: [ExploitationSignal]

    /// Whether it raised an alert that nobody has closed.
    public var isAlertOpen: Bool {
        followUp.alertRaisedOn != nil && followUp.alertClosedOn == nil
    }
}
