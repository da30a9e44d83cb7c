import HomesCore

/// Asks before a change is undone that was not made just now: what, about whom, when. The default
/// is no.
struct UndoScreen: Screen {
    let offer: UndoOffer
    /// When it was done, as people here read it.
    let when: String

    init(_ offer: UndoOffer, _ world: World) {
        self.offer = offer
        when = world.moment(offer.at)
    }

    var title: Phrase { Phrase("Undo", "撤销") }
    var hint: Phrase? { Phrase("Esc: leave it as it is.", "Esc：保持不变。") }

    var isPlace: Bool { false }

    static let bindings: [Binding<UndoScreen>] = [
        Binding(.function(10), .character("y"), help: Phrase("undo it", "撤销")) { screen, world in
            screen.offer.undo(world, closing: true)
        },
        Binding(.enter, help: Phrase("leave it", "不撤销")) { _, _ in
            .popSaying(.plain(Phrase("Nothing was undone.", "未作撤销。")))
        },
    ]

    func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        canvas.write(
            world.text(Phrase("Your last change:", "您最近的改动：")), row: area.row + 1,
            column: area.column + 2, style: .heading)
        let line = Phrase(verbatim: when + "  ") + offer.phrase
        canvas.write(
            world.text(line), row: area.row + 3, column: area.column + 2, style: .strong,
            width: area.width - 4)
        let advice = Phrase(
            "F10 takes it back: what it made is voided, what it changed becomes what it was. It "
                + "cannot be done again by a key.",
            "按 F10 撤回：新建的记录作废，改动恢复原样。撤回后不能再按键恢复。")
        for (index, part) in TextLines.wrap(world.text(advice), width: area.width - 4).enumerated()
        {
            canvas.write(part, row: area.row + 5 + index, column: area.column + 2)
        }
        canvas.cursor = Position(row: area.row + 3, column: area.column + 2)
    }
}

extension UndoOffer {
    /// Undoes it, or says why not.
    ///
    /// - Parameter closing: Whether the screen that asked closes.
    func undo(_ world: World, closing: Bool = false) -> Step {
        let done = world.attempt { () throws(StoreError) in
            try world.store.undo(operationId: operationId, by: world.signature)
        }
        let message: Message =
            switch done {
            case .success: .done(Phrase("Undone: ", "已撤销：") + phrase)
            case .failure(let error): .warning(error.phrase)
            }
        return closing ? .popSaying(message) : .say(message)
    }
}
