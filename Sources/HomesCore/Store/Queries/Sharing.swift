/// What has left the home about a woman, what happened to her, and what stands open: a part of her
/// page.
public struct SharingOfPerson: Equatable, Sendable {
    /// Referrals, the latest first.
    public let referrals: [ReferralLine]
    /// Transfers proposed and answered, the latest first.
    public let transfers: [TransferLine]
    /// Incidents in which she is named, the latest first.
    public let incidents: [IncidentLine]
    /// Requests to close a case of hers, the latest first.
    public let closures: [ClosureRequest]
    /// What a closure would leave open.
    public let open: [OpenWork]

    /// The proposal that nobody has answered.
    public var proposal: TransferLine? { transfers.first { $0.transfer.status == .proposed } }
    /// The request that the manager has not answered.
    public var closureAsked: ClosureRequest? { closures.first { $0.status == .asked } }
    /// Organisations that have to be told that they may not use what they hold.
    public var mustBeTold: [ReferralLine] { referrals.filter(\.referral.isToBeTold) }
}

/// A referral as her page shows it.
public struct ReferralLine: Equatable, Sendable {
    /// The referral.
    public let referral: Referral
    /// On the strength of which consent.
    public let consent: Consent?
    /// Whether the answer is late.
    public let isOverdue: Bool
}

/// A transfer with the codes of both homes.
public struct TransferLine: Equatable, Sendable {
    /// The transfer.
    public let transfer: Transfer
    /// The home she was in.
    public let fromCode: String
    /// The home she was proposed to.
    public let toCode: String
}

/// An incident as the page of a woman in it shows it.
public struct IncidentLine: Equatable, Sendable {
    /// The incident.
    public let incident: Incident
    /// Her part in it.
    public let part: IncidentPart
    /// The home that wrote it down.
    public let homeCode: String
    /// Whether that is the home in which her file is now.
    public let isOfThisHome: Bool
}

/// Something that is still open when a case is to be closed: a reason to look, never a lock.
public struct OpenWork: Equatable, Sendable {
    /// What kind of thing.
    public enum Kind: String, CodeList {
        case stay, alerts, followUps, referrals, toBeTold, placement, transfer, belongings
        case incidents

        /// The words before the number.
        public var label: Phrase {
            switch self {
            case .stay: Phrase("She is still here", "她仍在住")
            case .alerts: Phrase("Alerts", "未解除警示")
            case .followUps: Phrase("Follow-ups to do", "未完成回访")
            case .referrals: Phrase("Referrals open", "未结转介")
            case .toBeTold: Phrase("Organisations to be told", "待告知机构")
            case .placement: Phrase("Job going on", "就业中")
            case .transfer: Phrase("Transfer proposed", "转家待答复")
            case .belongings: Phrase("Belongings handed in", "寄存物品未归还")
            case .incidents: Phrase("Incidents open", "未结事件")
            }
        }
    }

    /// What.
    public let kind: Kind
    /// How many.
    public let count: Int
    /// The day of the first of them.
    public let date: CivilDate?

    /// `Follow-ups to do: 2, from 2007-06-30`.
    public var phrase: Phrase {
        // She is here or not: there is nothing to count.
        var text =
            kind == .stay ? kind.label : kind.label + Phrase(": \(count)", "：\(count)")
        if let date { text = text + Phrase(", from \(date.iso)", "，自\(date.iso)") }
        return text
    }
}

/// An incident in a list: by codes, without a word of what happened.
public struct IncidentRow: Equatable, Sendable {
    /// The incident's id.
    public let id: String
    /// When it happened.
    public let date: CivilDate
    /// What kind.
    public let `class`: IncidentClass
    /// Where it is.
    public let status: IncidentStatus
    /// The codes of the residents in it.
    public let codes: [String]
    /// Where it happened at work.
    public let employer: String?
}

/// An incident with everybody in it.
public struct IncidentPage: Equatable, Sendable {
    /// Somebody in it.
    public struct Somebody: Equatable, Sendable {
        /// The part, and for an outsider the description.
        public let person: IncidentPerson
        /// A resident's code.
        public let personCode: String?
    }

    /// The incident.
    public let incident: Incident
    /// Who was in it.
    public let people: [Somebody]
    /// The employer's name.
    public let employer: String?
    /// Who wrote it down.
    public let writtenBy: String
}

/// How many incidents an employer has, in every home.
public struct EmployerIncidents: Equatable, Sendable {
    /// All that are not void.
    public let count: Int
    /// Those that are not closed.
    public let open: Int
    /// When the last happened.
    public let last: CivilDate?
}

/// A woman proposed to the home, or by it: what both homes may know.
public struct TransferRow: Equatable, Sendable {
    /// The proposal's id.
    public let id: String
    /// Her code.
    public let personCode: String
    /// The other home's code.
    public let otherHome: String
    /// Her age band, as it was when she was proposed.
    public let ageBand: AgeBand?
    /// Why she is proposed.
    public let reason: String
    /// What she needs.
    public let needs: String?
    /// How many children sleep in her bed and would come along.
    public let children: Int
    /// When she was proposed.
    public let proposedOn: CivilDate
    /// Where it is.
    public let status: TransferStatus
    /// When it was answered.
    public let answeredOn: CivilDate?
    /// Why it was refused.
    public let answerReason: String?
}

/// What the work with others puts on a home's day.
public struct SharingToday: Equatable, Sendable {
    /// Referrals whose answer is late.
    public let overdueReferrals: TodayList
    /// Organisations that have to be told that a consent was withdrawn.
    public let toBeTold: TodayList
    /// How many incidents are open, and the first of them.
    public let incidents: [IncidentRow]
    /// Women proposed to this home.
    public let proposedToUs: [TransferRow]
    /// Women this home has proposed, while open and for two weeks after the answer.
    public let proposedByUs: [TransferRow]
    /// Cases that the manager is asked to close; empty for everybody else.
    public let closures: TodayList
}
