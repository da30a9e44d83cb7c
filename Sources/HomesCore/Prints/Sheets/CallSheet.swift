extension Sheets {
    /// The calls that are due. A woman is her code; what is safe stands before each number, and
    /// names and code phrases stand on the screen only: with a number they would say who she is.
    static let callSheet = SheetKind(
        "call-sheet", Phrase("Call sheet", "回访电话单"), about: .home, daysValid: 1
    ) { desk throws(StoreError) in
        let home = try desk.home()
        let rows = try desk.store.followUpsDue(
            homeId: home.id, on: desk.today, by: desk.signature)
        var blocks: [SheetBlock] =
            rows.isEmpty ? [.paragraph(Phrase("No calls are due.", "没有应回访的。"))] : []
        for row in rows {
            let due = row.followUp.dueOn.iso
            blocks.append(
                .heading(
                    Phrase(verbatim: row.personCode)
                        + Phrase(", due \(due)", "，应于\(due)")))
            if row.contacts.isEmpty {
                blocks.append(
                    .paragraph(
                        Phrase("Contact: none recorded. Do not call anybody.", "联系：无记录。请勿致电任何人。")))
            }
            blocks += row.contacts.map { .facts($0.facts(named: false)) }
            blocks.append(.writing([Phrase("What she said", "通话情况")]))
        }
        return SheetContent(
            Sheet(
                title: Phrase("Call sheet", "回访电话单"), subtitle: home.subtitle(of: desk.today),
                blocks: blocks), persons: Array(Set(rows.map(\.followUp.personId))).sorted())
    }
}
