/// One thing that is still missing before she departs: what it is and where it is done. Advice,
/// never a lock on a door.
public struct DepartureGap: Hashable, Sendable {
    /// What is missing.
    public enum Kind: Hashable, Sendable {
        /// A topic nobody has covered with her.
        case topic(CounsellingTopic)
        /// An item of the checklist that was answered "no".
        case refused(ChecklistItem)
        /// An item that nobody has asked.
        case unasked(ChecklistItem)
        /// A part of her plan.
        case plan(PlanPart)
    }

    /// A part of the plan without which it does not hold.
    public enum PlanPart: String, CaseIterable, Sendable {
        case plan, travelDate, destination, route, knows, checkIns, codePhrase, copy, fare, card

        /// What is missing, in words.
        public var label: Phrase {
            switch self {
            case .plan: Phrase("no safe-migration plan yet", "还没有安全外出计划")
            case .travelDate: Phrase("no day of travel", "没有出行日期")
            case .destination:
                Phrase("no destination and nobody there", "没有目的地和当地联系人")
            case .route: Phrase("no route", "没有路线")
            case .knows: Phrase("nobody knows route and date", "没有人知道路线和日期")
            case .checkIns: Phrase("no check-in days", "没有约定报平安的日子")
            case .codePhrase: Phrase("no code phrase", "没有约定暗语")
            case .copy: Phrase("no copy of her papers left with anybody", "没有把证件复印件留给别人")
            case .fare: Phrase("no return fare", "没有返程路费")
            case .card: Phrase("not asked whether she wants a card", "没有问她要不要卡片")
            }
        }
    }

    /// What is missing.
    public let kind: Kind

    /// Whether she is not ready while it is missing; the rest is worth asking (RULES.md,
    /// "Safe-migration counselling").
    public var isNeeded: Bool {
        switch kind {
        case .topic, .refused: true
        case .unasked, .plan: false
        }
    }

    /// What stands before it in a list.
    public var label: Phrase {
        switch kind {
        case .topic(let topic): Phrase("topic \(topic.rawValue)", "专题\(topic.rawValue)")
        case .refused: Phrase("answered no", "答“否”")
        case .unasked: Phrase("not asked", "还没问")
        case .plan: Phrase("plan", "计划")
        }
    }

    /// What it is.
    public var text: Phrase {
        switch kind {
        case .topic(let topic): topic.label
        case .refused(let item), .unasked(let item): item.label
        case .plan(let part): part.label
        }
    }

    /// Everything that is missing: what she is not ready without comes first.
    ///
    /// - Parameter plan: Her current plan; `nil` without one. A part that she declined is an answer.
    public static func all(_ readiness: Readiness, plan: MigrationPlan?) -> [DepartureGap] {
        let kinds =
            readiness.missingTopics.map(Kind.topic) + readiness.refusedItems.map(Kind.refused)
            + parts(plan).map(Kind.plan) + readiness.unaskedItems.map(Kind.unasked)
        return kinds.map(DepartureGap.init(kind:))
    }

    private static func parts(_ plan: MigrationPlan?) -> [PlanPart] {
        guard let plan else { return [.plan] }
        func isOpen(_ told: Told) -> Bool { told == .missing(.notCollected) }
        return PlanPart.allCases.filter { part in
            switch part {
            case .plan: false
            case .travelDate: plan.travelDate == nil
            case .destination: isOpen(plan.destinationCounty) && isOpen(plan.destinationContact)
            case .route: isOpen(plan.route)
            case .knows: isOpen(plan.knowsName)
            case .checkIns: plan.checkInDays == nil
            case .codePhrase: isOpen(plan.codePhrase)
            case .copy: isOpen(plan.copyLeftWith)
            case .fare: plan.returnFareYuan == nil
            case .card: plan.hotlineCard == nil
            }
        }
    }
}
