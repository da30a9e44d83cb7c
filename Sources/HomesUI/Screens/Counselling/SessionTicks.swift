import HomesCore

/// A part of a session's form in which lines are ticked by one key each: 1-9, 0, a-z, or Space on
/// the line.
struct SessionTicks<Value: Hashable & Sendable>: Sendable {
    /// Something to tick.
    struct Line: Sendable {
        let value: Value
        /// What it is known by: `T4`, the code of a material.
        let code: String
        let label: Phrase
        let key: Character
        var isTicked = false
    }

    /// The keys, in the order of the lines.
    private static var keys: [Character] { Array("1234567890abcdefghijklmnopqrstuvwxyz") }

    var list = ListView<Line>(id: { $0.code })
    private let heading: Phrase
    /// Whether the codes say something to people.
    private let showsCodes: Bool
    private let empty: Phrase

    private init(
        _ entries: [(value: Value, code: String, label: Phrase)], heading: Phrase,
        showsCodes: Bool, empty: Phrase
    ) {
        self.heading = heading
        self.showsCodes = showsCodes
        self.empty = empty
        list.show(
            zip(entries, Self.keys).map { entry, key in
                Line(value: entry.value, code: entry.code, label: entry.label, key: key)
            })
    }

    /// What is ticked, in the order of the lines.
    var ticked: [Value] { list.rows.filter(\.isTicked).map(\.value) }

    /// Ticks or unticks one.
    mutating func toggle(_ value: Value) {
        list.show(
            list.rows.map { line in
                var line = line
                if line.value == value { line.isTicked.toggle() }
                return line
            })
        if let code = list.rows.first(where: { $0.value == value })?.code { list.select(id: code) }
    }

    /// Unticks everything.
    mutating func clear() {
        for value in ticked { toggle(value) }
    }

    /// Takes a key; `nil` when it is not for the lines.
    mutating func take(_ key: Key, _ world: World) -> Step? {
        guard case .character(let character) = key else { return list.take(key, world) }
        if character == " " || character == "\u{3000}" {
            if let line = list.selected { toggle(line.value) }
            return .stay
        }
        let plain = character.wholeNumberValue.map { Character(String($0)) } ?? character
        guard let line = list.rows.first(where: { $0.key == plain }) else { return nil }
        toggle(line.value)
        return .stay
    }

    func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        var columns = [
            ListColumn<Line>(Phrase("Key", "键"), width: 3) { line, _ in String(line.key) },
            ListColumn(Phrase("", ""), width: 3) { line, _ in line.isTicked ? "[x]" : "[ ]" },
        ]
        if showsCodes {
            columns.append(ListColumn(Phrase("No.", "编号"), width: 4) { line, _ in line.code })
        }
        columns.append(
            ListColumn(heading, width: 0) { line, world in world.text(line.label) })
        list.draw(columns, in: area, on: &canvas, world, empty: empty)
    }
}

extension SessionTicks where Value == CounsellingTopic {
    /// The topics covered, none of them ticked.
    static var topics: Self {
        Self(
            CounsellingTopic.allCases.map { ($0, $0.rawValue, $0.label) },
            heading: Phrase("Topic", "专题"), showsCodes: true,
            empty: Phrase("No topics.", "没有专题。"))
    }
}

extension SessionTicks where Value == String {
    /// What may be given out on a day, by its code, nothing of it ticked.
    static func materials(on day: CivilDate) -> Self {
        let entries = ListTable.named("materials")?.active(on: day) ?? []
        return Self(
            entries.map { ($0.code, $0.code, $0.label) },
            heading: Phrase("Given out", "发放材料"), showsCodes: false,
            empty: Phrase("No materials.", "没有材料。"))
    }
}
