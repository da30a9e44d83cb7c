extension Report {
    /// Beds of one night, by programme, province and home.
    public static let occupancy = Report(
        id: "occupancy", title: Phrase("Occupancy", "入住情况"),
        formula: Phrase(
            "Occupancy = occupied / in service x 100; free = in service - occupied - held. "
                + "Held beds stay in service; n/a without beds; never clipped at 100.",
            "入住率 = 已住 ÷ 在用床位 × 100；空床 = 在用 - 已住 - 预留。预留床位计入在用；无床位为不适用；可超过100。"),
        days: .night,
        table: { store, request throws(StoreError) in
            let rows = try store.occupancy(
                on: request.period.first, scope: request.scope, today: request.signature.today)
            return Table(
                title: Phrase("", ""), columns: Table.Column.place + figureColumns,
                rows: rows.map { row in
                    [
                        .verbatim(row.level.rawValue), .verbatim(row.code), .verbatim(row.nameEn),
                        .verbatim(row.nameZh), .integer(row.figures.bedsInService),
                        .integer(row.figures.occupied), .integer(row.figures.held),
                        .integer(row.figures.free),
                        .tenths(row.figures.percent, orMissing: noBeds),
                    ]
                })
        })

    private static let figureColumns: [Table.Column] = [
        Table.Column("bedsInService", Phrase("In service", "在用床位"), .integer),
        Table.Column("occupied", Phrase("Occupied", "已住"), .integer),
        Table.Column("held", Phrase("Held", "预留"), .integer),
        Table.Column("free", Phrase("Free", "空床"), .integer),
        Table.Column("occupancyPercent", Phrase("Percent", "入住率%"), .percent),
    ]

    static let noBeds = Phrase("no beds in service", "没有在用床位")
}
