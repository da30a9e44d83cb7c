extension Sheets {
    /// The card that she carries on her journey: numbers, rights, the days on which she is called.
    static let planCard = SheetKind(
        "plan-card", Phrase("Plan card, with the numbers to call", "外出卡（含求助电话）"),
        about: .person, daysValid: 30, isHers: true
    ) { desk throws(StoreError) in
        try card(.open, Phrase("Carry this card with you", "随身携带"), desk)
    }

    /// The same as a note of shopping and buses. Its head is blank and its mark has no word.
    static let plainCard = SheetKind(
        "plain-card", Phrase("Card that shows nothing to a stranger", "外人看不出的卡片"),
        about: .person, daysValid: 30, isHers: true
    ) { desk throws(StoreError) in
        try card(.discreet, Phrase(verbatim: ""), desk)
    }

    /// In one language a card of its own size; in both, a language on each side of the fold.
    private static func card(
        _ kind: PocketCard, _ title: Phrase, _ desk: SheetDesk
    ) throws(StoreError) -> SheetContent {
        guard let plan = try desk.page().plan else { throw .notAllowed(noPlan) }
        let panels = MigrationCard(plan, kind: kind).panels
        return SheetContent(
            Sheet(
                title: title,
                blocks: [.panels(panels.map { SheetPanel(title: $0.title, lines: $0.lines) })],
                paper: desk.request.language == .both ? .a4 : .a6, isDiscreet: kind == .discreet))
    }

    private static let noPlan = Phrase(
        "She has no safe-migration plan yet. Make it first: m on her page.",
        "尚无安全外出计划。请先在个人页面按 m 制定。")
}
