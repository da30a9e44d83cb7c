import HomesCore

/// Those whom the home knows and who may be the one at the door: open one, or admit her again.
public struct DuplicatesScreen: Screen {
    var list = ListView<DuplicateRow>(id: { $0.personId })

    /// The rows found while typing.
    public init(rows: [DuplicateRow]) {
        list.show(rows)
    }

    /// The question answered with the id of the person who comes again.
    static let again = "again"

    public var title: Phrase { Phrase("Known here?", "是否已有记录") }

    public static let bindings: [Binding<DuplicatesScreen>] = [
        Binding(.enter, help: Phrase("look at her", "查看")) { screen, _ in
            screen.list.selected.map { .push(ResidentScreen(personId: $0.personId)) } ?? .stay
        },
        Binding(
            .character("a"), .function(10), help: Phrase("it is she: admit again", "是本人：再次入住"),
            off: { screen, _ in
                screen.list.selected?.isHere == true
                    ? Phrase("She is here now: open her page.", "她目前在住，请打开她的页面。") : nil
            },
            run: { screen, _ in
                guard let row = screen.list.selected else { return .stay }
                return .answer(.chosen(question: DuplicatesScreen.again, code: row.personId))
            }),
    ]

    public mutating func type(_ key: Key, _ world: World) -> Step {
        list.take(key, world) ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        list.draw(
            [
                ListColumn(Phrase("Code", "编号"), width: 12) { row, _ in row.personCode },
                ListColumn(Phrase("Initials", "缩写"), width: 8) { row, _ in row.initials ?? "" },
                ListColumn(Phrase("Born", "出生年"), width: 6) { row, _ in row.birthYear ?? "" },
                ListColumn(Phrase("Here", "在住"), width: 6) { row, world in
                    row.isHere ? world.text(YesNo.yes.label) : ""
                },
                ListColumn(Phrase("Why she is listed", "相似之处"), width: 0) { row, world in
                    row.reasons.map { world.text($0.label) }.joined(separator: ", ")
                },
            ], in: area, on: &canvas, world, empty: Phrase("Nobody.", "没有。"))
    }
}
