extension Sheets {
    /// What to go through before she leaves: the ten items and what has been talked about.
    static let departureChecklist = SheetKind(
        "departure-checklist", Phrase("Departure checklist", "出发前清单"), about: .person,
        daysValid: 7
    ) { desk throws(StoreError) in
        let page = try desk.page()
        func box(_ item: ChecklistItem, _ answer: YesNoNA) -> Phrase {
            Phrase(verbatim: page.checklist[item] == answer ? "[x]" : "[ ]")
        }
        let items = ChecklistItem.allCases.map { item in
            [item.label] + YesNoNA.allCases.map { box(item, $0) }
        }
        let blocks: [SheetBlock] = [
            .paragraph(page.readiness.advice),
            .heading(Phrase("Before she goes", "出发前核对")),
            .table(
                SheetTable(
                    [Phrase("Item", "事项")] + YesNoNA.allCases.map(\.label), rows: items)),
            .heading(Phrase("What has been talked about", "已辅导专题")),
            .checks(
                CounsellingTopic.allCases.map {
                    SheetCheck(
                        Phrase(verbatim: $0.rawValue + " ") + $0.label,
                        isTicked: page.coverage[$0] != nil)
                }),
            .signatures([Phrase("She", "本人"), Phrase("Worker", "工作人员")]),
        ]
        return SheetContent(
            Sheet(
                title: Phrase("Departure checklist", "出发前清单"),
                subtitle: Phrase(verbatim: page.person.personCode), blocks: blocks))
    }
}
