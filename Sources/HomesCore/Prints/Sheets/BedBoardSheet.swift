extension Sheets {
    /// The beds of a night: who is expected to sleep where, by codes, with a box for the round.
    static let bedBoard = SheetKind(
        "bed-board", Phrase("Bed board", "床位表"), about: .home, daysValid: 1
    ) { desk throws(StoreError) in
        let night = desk.request.night ?? desk.today
        let home = try desk.home()
        let board = try desk.store.bedBoard(
            homeId: home.id, night: night, by: desk.signature)
        var blocks: [SheetBlock] = [.paragraph(figures(board.figures))]
        for room in board.rooms {
            blocks += [
                .heading(Phrase("Room \(room.room.name)", "\(room.room.name)室")),
                .table(
                    SheetTable(
                        [
                            Phrase("Bed", "床"), Phrase("State", "状态"), Phrase("Who", "编号"),
                            Phrase("Seen", "查房"),
                        ], rows: room.beds.map(row))),
            ]
        }
        return SheetContent(
            Sheet(
                title: Phrase("Bed board", "床位表"), subtitle: home.subtitle(of: night),
                blocks: blocks))
    }

    private static func figures(_ figures: OccupancyFigures) -> Phrase {
        guard figures.bedsInService > 0 else {
            return Phrase("n/a: no beds in service.", "不适用：无在用床位。")
        }
        return Phrase(
            "\(figures.occupied) occupied of \(figures.bedsInService), \(figures.held) held, "
                + "\(figures.free) free.",
            "在用\(figures.bedsInService)张，已住\(figures.occupied)，预留\(figures.held)，空\(figures.free)。")
    }

    private static func row(_ bed: BedOnBoard) -> [Phrase] {
        let sleepers = ([bed.occupant] + bed.children.map { $0 }).compactMap(\.self)
            .map { [$0.personCode, $0.initials ?? ""].joined(separator: " ") }
        return [
            Phrase(verbatim: bed.bed.bedNumber),
            Phrase(verbatim: "\(bed.state.letter) ") + bed.state.label,
            Phrase(verbatim: sleepers.joined(separator: " + ")),
            Phrase(verbatim: bed.state == .occupied ? "[ ]" : ""),
        ]
    }
}
