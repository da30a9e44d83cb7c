import HomesCore

/// What was given out in a session, each ticked by one key: 1-9, 0, a-z, or Space on its line.
struct SessionMaterials: Sendable {
    /// A material with its key.
    struct Line: Sendable {
        let code: String
        let label: Phrase
        let key: Character
        var isTicked: Bool
    }

    /// The keys, in the order of the list.
    private static let keys: [Character] = Array("1234567890abcdefghijklmnopqrstuvwxyz")

    var list = ListView<Line>(id: { $0.code })

    /// The codes of what is ticked, in the order of the list.
    var ticked: [String] { list.rows.filter(\.isTicked).map(\.code) }

    /// Takes what may be given out on a day.
    mutating func load(on day: CivilDate) {
        let entries = ListTable.named("materials")?.active(on: day) ?? []
        list.show(
            zip(entries, SessionMaterials.keys).map { entry, key in
                Line(code: entry.code, label: entry.label, key: key, isTicked: false)
            })
    }

    /// Ticks or unticks one.
    mutating func toggle(_ code: String) {
        list.show(
            list.rows.map { line in
                var line = line
                if line.code == code { line.isTicked.toggle() }
                return line
            })
        list.select(id: code)
    }

    /// Unticks everything.
    mutating func clear() {
        for code in ticked { toggle(code) }
    }

    /// Takes a key; `nil` when it is not for the materials.
    mutating func take(_ key: Key, _ world: World) -> Step? {
        guard case .character(let character) = key else { return list.take(key, world) }
        if character == " " || character == "\u{3000}" {
            if let line = list.selected { toggle(line.code) }
            return .stay
        }
        let plain = character.wholeNumberValue.map { Character(String($0)) } ?? character
        guard let line = list.rows.first(where: { $0.key == plain }) else { return nil }
        toggle(line.code)
        return .stay
    }

    func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        list.draw(
            [
                ListColumn(Phrase("Key", "键"), width: 3) { line, _ in String(line.key) },
                ListColumn(Phrase("", ""), width: 3) { line, _ in line.isTicked ? "[x]" : "[ ]" },
                ListColumn(Phrase("Given out", "发放材料"), width: 0) { line, world in
                    world.text(line.label)
                },
            ], in: area, on: &canvas, world, empty: Phrase("No materials.", "没有材料。"))
    }
}
