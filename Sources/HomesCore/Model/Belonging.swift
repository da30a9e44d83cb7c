/// Something a resident handed in for safe keeping: one row an item, a receipt number for what was
/// handed in together. Papers are kept only at her wish (Labour Contract Law 9 forbids others to
/// hold them).
public struct Belonging: Record {
    public var stamp = Stamp()
    public var stayId = ""
    public var item = ""
    public var count = 1
    public var kind = BelongingKind.thing
    public var atHerWish = YesNo.yes
    public var handedInOn = CivilDate(dayNumber: 0)
    /// `AH014-0231-R1`: her code and the number of the receipt; the store's to fill.
    public var receiptNumber = ""
    public var givenBackOn: CivilDate?
    public var givenBackTo: String?

    /// An empty record.
    public init() {}

    public static let table = "belonging"
    public static let noun = Phrase("Handed in", "寄存物品")
    public static let fields: [Field<Belonging>] = [
        Field("stayId", Phrase("Stay", "住宿"), \.stayId, .reference("stay"), required: true),
        Field(
            "item", Phrase("What", "物品"), \.item, .text(limit: 60), required: true,
            sensitivity: .personal),
        Field("count", Phrase("How many", "数量"), \.count, .integer(1...999), required: true),
        Field("kind", Phrase("Kind", "类别"), \.kind, sensitivity: .personal),
        Field(
            "atHerWish", Phrase("At her own wish", "本人自愿"), \.atHerWish, sensitivity: .personal,
            help: Phrase(
                "Papers are kept only at her wish; else they stay in her hand",
                "证件仅在本人自愿时保管，否则由本人持有")),
        Field("handedInOn", Phrase("Handed in on", "寄存日期"), \.handedInOn, .date, required: true),
        Field(
            "receiptNumber", Phrase("Receipt", "收据号"), \.receiptNumber, .kept, required: true),
        Field("givenBackOn", Phrase("Given back on", "归还日期"), \.givenBackOn, .date),
        Field(
            "givenBackTo", Phrase("Given back to", "归还给"), \.givenBackTo, .text(limit: 60),
            sensitivity: .personal, help: Phrase("Empty: to herself", "不填：本人")),
    ]
}

extension Belonging {
    /// Whether the home still has it.
    public var isKept: Bool { givenBackOn == nil }

    /// `2 x bag`, or the item alone.
    public var phrase: Phrase {
        Phrase(verbatim: count == 1 ? item : "\(count) x \(item)")
    }

    /// Items out of one line: `2 bags, phone` are two. Separated by commas or semicolons of either
    /// writing; a number before an item counts it.
    public static func items(in line: String, kind: BelongingKind) -> [Belonging] {
        line.split { ",;，；、".contains($0) }.compactMap { part in
            var words = part.split(separator: " ")
            var belonging = Belonging()
            belonging.kind = kind
            if words.count > 1, let number = words.first.flatMap({ EntryText.number($0) }),
                (1...999).contains(number)
            {
                belonging.count = number
                words.removeFirst()
            }
            belonging.item = words.joined(separator: " ")
            return belonging.item.isEmpty ? nil : belonging
        }
    }
}
