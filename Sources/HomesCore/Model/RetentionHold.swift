/// That a closed file is kept beyond its time: a court, a complaint, her own wish.
public struct RetentionHold: Record {
    public var stamp = Stamp()
    public var personId = ""
    public var homeId = ""
    public var heldOn = CivilDate(dayNumber: 0)
    public var reason = ""
    /// When the clock went on.
    public var liftedOn: CivilDate?
    public var liftedReason: String?

    /// An empty record.
    public init() {}

    public static let table = "retentionHold"
    public static let noun = Phrase("Hold on the file", "档案保留")
    public static let fields: [Field<RetentionHold>] = [
        Field(
            "personId", Phrase("Resident", "入住人员"), \.personId, .reference("person"), required: true
        ),
        Field("homeId", Phrase("Home", "妇女之家"), \.homeId, .reference("home"), required: true),
        Field("heldOn", Phrase("Held since", "保留起始"), \.heldOn, .date, required: true),
        Field(
            "reason", Phrase("Why it is held", "保留原因"), \.reason, .text(limit: 200), required: true,
            sensitivity: .personal,
            help: Phrase("A court, a complaint, her own wish", "诉讼、投诉、本人意愿等")),
        Field("liftedOn", Phrase("Lifted on", "解除日期"), \.liftedOn, .date),
        Field(
            "liftedReason", Phrase("Why it was lifted", "解除原因"), \.liftedReason, .text(limit: 200),
            sensitivity: .personal),
    ]
}
