/// What is left of a destroyed file: whose by its code, when, by which two, why, and how many rows
/// of which kind. Nothing in it is about her.
public struct Tombstone: Record {
    public var stamp = Stamp()
    public var personId = ""
    public var homeId = ""
    public var personCode = ""
    public var closedOn = CivilDate(dayNumber: 0)
    /// The day on which its time was over.
    public var dueOn = CivilDate(dayNumber: 0)
    public var purgedOn = CivilDate(dayNumber: 0)
    public var reason = PurgeReason.timeIsOver
    /// The second of the two; the first is who made it.
    public var secondBy = ""

    /// An empty record.
    public init() {}

    public static let table = "tombstone"
    public static let noun = Phrase("Record of destruction", "销毁记录")
    public static let fields: [Field<Tombstone>] = [
        Field(
            "personId", Phrase("Resident", "入住人员"), \.personId, .reference("person"), required: true
        ),
        Field("homeId", Phrase("Home", "妇女之家"), \.homeId, .reference("home"), required: true),
        Field("personCode", Phrase("Code", "编号"), \.personCode, .kept, required: true),
        Field("closedOn", Phrase("Closed on", "结案日期"), \.closedOn, .date, required: true),
        Field("dueOn", Phrase("To be destroyed on", "应销毁日期"), \.dueOn, .date, required: true),
        Field("purgedOn", Phrase("Destroyed on", "销毁日期"), \.purgedOn, .date, required: true),
        Field("reason", Phrase("Reason", "原因"), \.reason),
        Field(
            "secondBy", Phrase("Second person", "第二人"), \.secondBy, .reference("user"),
            required: true),
    ]
}

/// How many rows of one kind were destroyed with a file, and how many were only emptied.
public struct TombstoneCount: Record {
    public var stamp = Stamp()
    public var tombstoneId = ""
    /// The table, as the data dictionary names it.
    public var kind = ""
    public var destroyed = 0
    /// Rows that are counted still, with nothing of her left in them.
    public var emptied = 0

    /// An empty record.
    public init() {}

    public static let table = "tombstoneCount"
    public static let noun = Phrase("Count of destroyed records", "销毁数量")
    public static let fields: [Field<TombstoneCount>] = [
        Field(
            "tombstoneId", Phrase("Record of destruction", "销毁记录"), \.tombstoneId,
            .reference("tombstone"), required: true),
        Field("kind", Phrase("Kind", "类别"), \.kind, .kept, required: true),
        Field(
            "destroyed", Phrase("Destroyed", "已销毁"), \.destroyed, .integer(0...1_000_000),
            required: true),
        Field(
            "emptied", Phrase("Emptied and counted", "已清空仅计数"), \.emptied, .integer(0...1_000_000),
            required: true),
    ]
}
