extension Report {
    /// Bed nights of a period over the nightly beds in service.
    public static let utilisation = Report(
        id: "utilisation", title: Phrase("Utilisation", "床位利用率"),
        formula: Phrase(
            "Utilisation = bed nights of the stays / nightly beds in service, summed over the "
                + "period first and divided once, x 100. The night of the exit day is not counted.",
            "床位利用率 = 住宿床夜数 ÷ 每夜在用床位之和 × 100，先求和后相除。离开当日的夜晚不计。"),
        days: .period,
        table: { store, request throws(StoreError) in
            let rows = try store.utilisation(request.period, scope: request.scope)
            return Table(
                title: Phrase("", ""), columns: Table.Column.place + figureColumns,
                rows: rows.map { row in
                    [
                        .verbatim(row.level.rawValue), .verbatim(row.code), .verbatim(row.nameEn),
                        .verbatim(row.nameZh), .integer(row.figures.bedNights),
                        .integer(row.figures.bedNightsInService),
                        .tenths(row.figures.percent, orMissing: noBeds),
                    ]
                })
        })

    private static let figureColumns: [Table.Column] = [
        Table.Column("bedNights", Phrase("Bed nights", "床夜数"), .integer),
        Table.Column("bedNightsInService", Phrase("In service", "在用床夜数"), .integer),
        Table.Column("utilisationPercent", Phrase("Percent", "利用率%"), .percent),
    ]
}
