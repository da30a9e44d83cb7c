extension Sheets {
    /// What the home keeps for her, or what is on the receipt that the request names, for her to
    /// hold: with it she has it back.
    static let receipt = SheetKind(
        "receipt", Phrase("Receipt for belongings", "寄存物品收据"), about: .person, daysValid: 90,
        isHers: true
    ) { desk throws(StoreError) in
        let page = try desk.page()
        let wanted = desk.request.recordId
        let items = page.belongings.filter { item in
            wanted.map { $0 == item.receiptNumber } ?? item.isKept
        }
        guard !items.isEmpty else { throw .notAllowed(nothingKept) }
        var blocks: [SheetBlock] = [
            .paragraph(
                Phrase(
                    "We keep these for you. You have them back whenever you ask, at any hour, "
                        + "without giving a reason. Your identity card and papers are yours: we keep "
                        + "them only if you wish (Labour Contract Law 9).",
                    "以下物品由本之家代为保管。您随时可以取回，不需要说明理由。身份证和证件归您本人，仅在您自愿时代为保管"
                        + "（劳动合同法第九条）。"))
        ]
        let numbers = Set(items.map(\.receiptNumber)).sorted()
        for number in numbers {
            blocks += [
                .heading(Phrase("Receipt \(number)", "收据 \(number)")),
                .table(table(items.filter { $0.receiptNumber == number })),
            ]
        }
        blocks += [
            .signatures([Phrase("Handed in by (she)", "寄存人（本人）"), Phrase("Taken by", "经手人")]),
            .heading(Phrase("When it is given back", "归还时填写")),
            .signatures([Phrase("Received by", "领取人"), Phrase("Given back by", "经手人")]),
        ]
        return SheetContent(
            Sheet(
                title: Phrase("Receipt", "收据"), subtitle: Phrase(verbatim: page.person.personCode),
                blocks: blocks))
    }

    private static let nothingKept = Phrase(
        "Nothing of hers is kept here.", "目前没有代为保管的物品。")

    private static func table(_ items: [Belonging]) -> SheetTable {
        SheetTable(
            [
                Phrase("What", "物品"), Phrase("How many", "数量"), Phrase("Kind", "类别"),
                Phrase("Handed in on", "寄存日期"), Phrase("Given back on", "归还日期"),
            ], trailing: [1],
            rows: items.map { item in
                [
                    Phrase(verbatim: item.item), Phrase(verbatim: String(item.count)),
                    item.kind.label, Phrase(verbatim: item.handedInOn.iso),
                    Phrase(verbatim: item.givenBackOn?.iso ?? ""),
                ]
            })
    }
}
