extension Sheets {
    /// Who is here, by codes and initials: no names, no ages, no reasons.
    static let roster = SheetKind(
        "roster", Phrase("Roster", "在住名册"), about: .home, daysValid: 1
    ) { desk throws(StoreError) in
        let home = try desk.home()
        let rows = try desk.store.residentList(homeId: home.id, filter: .here, by: desk.signature)
            .sorted {
                NaturalOrder.precedes($0.bed ?? "~", $1.bed ?? "~", $0.personCode, $1.personCode)
            }
        let table = SheetTable(
            [
                Phrase("Bed", "床位"), Phrase("Code", "编号"), Phrase("Initials", "缩写"),
                Phrase("Here since", "入住日期"), Phrase("Nights", "夜数"),
            ], trailing: [4],
            rows: rows.map { row in
                [row.bed ?? "-", row.personCode, row.initials ?? "", row.entryDate?.iso ?? ""]
                    .map { Phrase(verbatim: $0) } + [Phrase(verbatim: String(row.nights))]
            })
        let count = rows.count
        return SheetContent(
            Sheet(
                title: Phrase("Roster", "在住名册"), subtitle: home.subtitle(of: desk.today),
                blocks: [.table(table), .paragraph(Phrase("\(count) here.", "共\(count)人。"))]))
    }
}

extension Home {
    /// Which home and which day a list is of.
    func subtitle(of day: CivilDate) -> Phrase {
        Phrase(verbatim: homeCode + " ") + name + Phrase(verbatim: " · " + day.iso)
    }
}
