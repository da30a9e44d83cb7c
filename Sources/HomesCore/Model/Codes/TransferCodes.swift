/// Where a proposal to another home is.
public enum TransferStatus: String, CodeList {
    case proposed = "PROPOSED"
    case accepted = "ACCEPTED"
    case refused = "REFUSED"
    case withdrawn = "WITHDRAWN"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .proposed: Phrase("Proposed", "已提出")
        case .accepted: Phrase("Accepted", "已接收")
        case .refused: Phrase("Refused", "未接收")
        case .withdrawn: Phrase("Withdrawn", "已撤回")
        }
    }
}

/// Where a request to close a case is.
public enum ClosureStatus: String, CodeList {
    case asked = "ASKED"
    case approved = "APPROVED"
    case refused = "REFUSED"
    case overtaken = "OVERTAKEN"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .asked: Phrase("Waiting for the manager", "等待负责人审批")
        case .approved: Phrase("Approved", "已批准")
        case .refused: Phrase("Refused", "未批准")
        case .overtaken: Phrase("Overtaken by events", "已不适用")
        }
    }
}
