import HomesCore

/// The topics of a session, each ticked by one key: 1-9, 0, a-d, or Space on its line.
struct SessionTopics: Sendable {
    /// A topic with its key.
    struct Line: Sendable {
        let topic: CounsellingTopic
        let key: Character
        var isTicked: Bool
    }

    /// The keys, in the topics' order.
    static let keys: [Character] = Array("1234567890abcd")

    private(set) var ticked: Set<CounsellingTopic> = []
    var list = ListView<Line>(id: { $0.topic.rawValue })

    /// No topic ticked.
    init() { show() }

    private mutating func show() {
        list.show(
            zip(CounsellingTopic.allCases, SessionTopics.keys).map { topic, key in
                Line(topic: topic, key: key, isTicked: ticked.contains(topic))
            })
    }

    /// Ticks or unticks a topic.
    mutating func toggle(_ topic: CounsellingTopic) {
        if ticked.remove(topic) == nil { ticked.insert(topic) }
        list.select(id: topic.rawValue)
        show()
    }

    /// Unticks everything.
    mutating func clear() {
        ticked = []
        show()
    }

    /// Takes a key; `nil` when it is not for the topics.
    mutating func take(_ key: Key, _ world: World) -> Step? {
        guard case .character(let character) = key else { return list.take(key, world) }
        if character == " " || character == "\u{3000}" {
            if let line = list.selected { toggle(line.topic) }
            return .stay
        }
        let plain = character.wholeNumberValue.map { Character(String($0)) } ?? character
        guard let line = list.rows.first(where: { $0.key == plain }) else { return nil }
        toggle(line.topic)
        return .stay
    }

    func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        list.draw(
            [
                ListColumn(Phrase("Key", "键"), width: 3) { line, _ in String(line.key) },
                ListColumn(Phrase("", ""), width: 3) { line, _ in line.isTicked ? "[x]" : "[ ]" },
                ListColumn(Phrase("No.", "编号"), width: 4) { line, _ in line.topic.rawValue },
                ListColumn(Phrase("Topic", "专题"), width: 0) { line, world in
                    world.text(line.topic.label)
                },
            ], in: area, on: &canvas, world, empty: Phrase("No topics.", "没有专题。"))
    }
}
