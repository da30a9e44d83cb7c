import HomesCore

/// Everything that is still missing before she departs, one thing a line. Advice, never a lock.
public struct DepartureGapsScreen: Screen {
    private let code: String
    var page: PageView

    /// What is missing for a woman.
    init(_ gaps: [DepartureGap], of code: String) {
        self.code = code
        page = PageView(DepartureGapsScreen.lines(gaps))
    }

    public var title: Phrase { Phrase("Missing ", "还缺 ") + Phrase(verbatim: code) }
    public var isPlace: Bool { false }

    public static let bindings: [Binding<DepartureGapsScreen>] = [
        Binding(.function(5), .enter, help: Phrase("back to the plan", "返回计划")) { _, _ in .pop }
    ]

    public mutating func type(_ key: Key, _ world: World) -> Step {
        page.take(key, world) ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        page.draw(in: area, on: &canvas, world)
    }

    private static let nothing = Phrase(
        "Nothing is missing: she is ready to depart.", "什么都不缺：可以出发。")

    private static func lines(_ gaps: [DepartureGap]) -> [PageLine] {
        if gaps.isEmpty { return [.text(nothing, .good)] }
        let parts: [(Phrase, [DepartureGap])] = [
            (Phrase("Before she is ready", "准备好之前"), gaps.filter(\.isNeeded)),
            (Phrase("Worth asking", "值得再问"), gaps.filter { !$0.isNeeded }),
        ]
        return parts.filter { !$0.1.isEmpty }.flatMap { heading, gaps in
            [PageLine.heading(heading + Phrase(" (\(gaps.count))", "（\(gaps.count)）"))]
                + gaps.map { .fact($0.label, $0.text, $0.isNeeded ? .warning : .plain) }
        }
    }

    /// The same in a line or two, for the head of a form.
    static func summary(_ gaps: [DepartureGap]) -> [PageLine] {
        if gaps.isEmpty { return [.text(nothing, .good)] }
        var topics: [String] = []
        var refused = 0
        var unasked = 0
        var parts: [Phrase] = []
        for gap in gaps {
            switch gap.kind {
            case .topic(let topic): topics.append(topic.rawValue)
            case .refused: refused += 1
            case .unasked: unasked += 1
            case .plan: parts.append(gap.text)
            }
        }
        var said: [Phrase] = []
        if !topics.isEmpty {
            said.append(
                Phrase("topics ", "专题 ") + Phrase(verbatim: topics.joined(separator: " ")))
        }
        if refused > 0 { said.append(Phrase("answered no: \(refused)", "答“否”\(refused)项")) }
        said += parts
        if unasked > 0 { said.append(Phrase("not asked: \(unasked)", "未问\(unasked)项")) }
        let head = Phrase("Missing (\(gaps.count)): ", "还缺（\(gaps.count)）：")
        return [
            .text(
                head + Phrase.joined(said, with: .semicolon),
                gaps.contains(where: \.isNeeded) ? .warning : .plain)
        ]
    }
}
