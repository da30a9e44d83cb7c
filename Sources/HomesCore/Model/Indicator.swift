/// What is known of one of the ILO's eleven indicators of forced labour in a case: the last
/// answer, its evidence, and who decided what next. Earlier answers are in the journal. The program
/// lists indicators and concludes nothing from them.
public struct Indicator: Record {
    public var stamp = Stamp()
    public var caseId = ""
    public var indicator = ILOIndicator.abuseOfVulnerability
    public var answer = YesNoUnknown.unknown
    public var assessedOn = CivilDate(dayNumber: 0)
    public var evidence: String?
    public var nextStep: String?
    public var decidedBy: String?

    /// An empty record.
    public init() {}

    public static let table = "indicator"
    public static let noun = Phrase("Indicator", "强迫劳动迹象")
    public static let fields: [Field<Indicator>] = [
        Field("caseId", Phrase("Case", "个案"), \.caseId, .reference("case"), required: true),
        Field("indicator", Phrase("Indicator", "强迫劳动迹象"), \.indicator, sensitivity: .personal),
        Field("answer", Phrase("Answer", "回答"), \.answer, sensitivity: .personal),
        Field("assessedOn", Phrase("Asked on", "询问日期"), \.assessedOn, .date, required: true),
        Field(
            "evidence", Phrase("Evidence", "依据"), \.evidence, .text(limit: 300),
            sensitivity: .personal,
            help: Phrase("What she said or what was seen, in her words", "她说了什么、看到了什么，尽量用原话")),
        Field(
            "nextStep", Phrase("What next", "下一步"), \.nextStep, .text(limit: 200),
            sensitivity: .personal,
            help: Phrase("What was decided to do about it", "决定怎样做")),
        Field(
            "decidedBy", Phrase("Decided by", "由谁决定"), \.decidedBy, .text(limit: 80),
            sensitivity: .personal,
            help: Phrase("She, the case conference, the police", "本人、个案会议、公安机关等")),
    ]
}
