/// Days on which a resident is out overnight, or out and expected back. Her bed stays hers: its
/// nights count as before.
public struct Absence: Record {
    public var stamp = Stamp()
    public var stayId = ""
    public var fromDay = CivilDate(dayNumber: 0)
    public var reason = AbsenceReason.leave
    public var expectedBack: CivilDate?
    /// The day on which it ended.
    public var toDay: CivilDate?
    public var ended: AbsenceEnd?
    public var note: String?

    /// An empty record.
    public init() {}

    public static let table = "absence"
    public static let noun = Phrase("Absence", "外出")
    public static let fields: [Field<Absence>] = [
        Field("stayId", Phrase("Stay", "住宿"), \.stayId, .reference("stay"), required: true),
        Field("fromDay", Phrase("Out since", "外出日期"), \.fromDay, .date, required: true),
        Field("reason", Phrase("Because", "原因"), \.reason, sensitivity: .personal),
        Field("expectedBack", Phrase("Expected back", "预计返回"), \.expectedBack, .date),
        Field("toDay", Phrase("Until", "结束日期"), \.toDay, .date),
        Field("ended", Phrase("How it ended", "如何结束"), \.ended, sensitivity: .personal),
        Field(
            "note", Phrase("What was agreed", "约定"), \.note, .text(limit: 120),
            sensitivity: .personal,
            help: Phrase("Not where she goes: only what the home must know", "不写去处，只写本家须知的事")),
    ]
}

extension Absence {
    /// Whether she is out.
    public var isOpen: Bool { toDay == nil }

    /// Whether she was expected back before a day and is not back.
    public func isLate(on today: CivilDate) -> Bool {
        isOpen && (expectedBack.map { $0 < today } ?? false)
    }
}
