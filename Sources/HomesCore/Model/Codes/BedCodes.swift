/// The kind of bed (local list).
public enum BedType: String, CodeList {
    case single = "SINGLE"
    case bunkUpper = "BUNK_UPPER"
    case bunkLower = "BUNK_LOWER"
    case cot = "COT"
    case child = "CHILD"
    case mattress = "MATTRESS"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .single: Phrase("Single bed", "单人床")
        case .bunkUpper: Phrase("Upper bunk", "上铺")
        case .bunkLower: Phrase("Lower bunk", "下铺")
        case .cot: Phrase("Folding cot", "折叠床")
        case .child: Phrase("Child's bed", "儿童床")
        case .mattress: Phrase("Mattress", "床垫")
        }
    }
}

/// When a bed is there (HUD 2.07).
public enum BedAvailability: String, CodeList {
    case yearRound = "1"
    case seasonal = "2"
    case overflow = "3"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .yearRound: Phrase("All year", "全年")
        case .seasonal: Phrase("Seasonal", "季节性")
        case .overflow: Phrase("Overflow", "备用加床")
        }
    }
}

/// Why a bed is not for anybody in a period. Available and occupied are derived, never typed.
public enum BedStatus: String, CodeList {
    case held = "HELD"
    case outOfService = "OUT_OF_SERVICE"
    case closed = "CLOSED"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .held: Phrase("Held", "预留")
        case .outOfService: Phrase("Out of service", "停用")
        case .closed: Phrase("Closed", "已撤销")
        }
    }
}

/// Why she has this bed.
public enum AssignmentReason: String, CodeList {
    case arrival = "ARRIVAL"
    case move = "MOVE"
    case swap = "SWAP"
    case isolation = "ISOLATION"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .arrival: Phrase("Arrival", "入住")
        case .move: Phrase("Moved", "换床")
        case .swap: Phrase("Swapped", "互换")
        case .isolation: Phrase("Isolation", "隔离")
        }
    }
}

/// What became of a reservation.
public enum ReservationOutcome: String, CodeList {
    case arrived = "ARRIVED"
    case noShow = "NO_SHOW"
    case cancelled = "CANCELLED"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .arrived: Phrase("Arrived", "已到")
        case .noShow: Phrase("Did not come", "未到")
        case .cancelled: Phrase("Cancelled", "已取消")
        }
    }
}
