import HomesCore

/// A line of a page, wrapped where it is drawn and never cut.
public struct PageLine: Equatable, Sendable {
    /// What stands before it; the text hangs to the right of it.
    public var label: Phrase?
    /// The text.
    public var text: Phrase
    /// How it is shown.
    public var style: Style

    /// The head of a part of the page.
    public static func heading(_ text: Phrase) -> PageLine {
        PageLine(label: nil, text: text, style: .heading)
    }

    /// A text over the whole width.
    public static func text(_ text: Phrase, _ style: Style = .plain) -> PageLine {
        PageLine(label: nil, text: text, style: style)
    }

    /// A fact with its label.
    public static func fact(_ label: Phrase, _ text: Phrase, _ style: Style = .plain) -> PageLine {
        PageLine(label: label, text: text, style: style)
    }

    /// An empty line.
    public static let blank = PageLine(label: nil, text: Phrase(verbatim: ""), style: .plain)
}

/// Lines to read, scrolled line by line and page by page. The cursor stands on the first line that
/// shows, so that a screen reader begins there.
public struct PageView: Equatable, Sendable {
    /// The lines, before wrapping.
    public var lines: [PageLine] = []
    private var top = 0

    /// A page.
    public init(_ lines: [PageLine] = []) {
        self.lines = lines
    }

    /// A line as it is drawn.
    private struct Drawn {
        var label = ""
        var text: String
        var column: Int
        var style: Style
    }

    /// Takes the keys that scroll; `nil` when the key is none of them.
    public mutating func take(_ key: Key, _ world: World, height: Int? = nil) -> Step? {
        let height = max(1, height ?? world.body.height)
        let most = max(0, drawn(world, world.body.width).count - height)
        switch key {
        case .up: top -= 1
        case .down: top += 1
        case .pageUp: top -= height
        case .pageDown: top += height
        case .home: top = 0
        case .end: top = most
        default: return nil
        }
        top = min(max(0, top), most)
        return .stay
    }

    /// How many rows the page takes at a width.
    public func height(_ world: World, width: Int) -> Int { drawn(world, width).count }

    /// Draws what fits and says at the right edge that there is more.
    public func draw(
        in area: Area, on canvas: inout Canvas, _ world: World, focused: Bool = true
    ) {
        let drawn = drawn(world, area.width)
        let first = min(top, max(0, drawn.count - area.height))
        for (offset, line) in drawn.dropFirst(first).prefix(area.height).enumerated() {
            let row = area.row + offset
            canvas.write(line.label, row: row, column: area.column + 1, style: .dim)
            canvas.write(line.text, row: row, column: area.column + line.column, style: line.style)
        }
        let edge = area.column + area.width - 1
        if first > 0 { canvas.write("^", row: area.row, column: edge, style: .dim) }
        if first + area.height < drawn.count {
            canvas.write("v", row: area.row + area.height - 1, column: edge, style: .dim)
        }
        guard focused else { return }
        // A page scrolled to a blank line begins below it, an indented one at its first word.
        let shown = drawn.dropFirst(first).prefix(area.height)
        let begin = shown.firstIndex { !($0.label + $0.text).allSatisfy { $0 == " " } } ?? first
        let line =
            drawn.indices.contains(begin) ? drawn[begin] : Drawn(text: "", column: 1, style: .plain)
        let isLabelled = !line.label.isEmpty
        let text = isLabelled ? line.label : line.text
        canvas.cursor = Position(
            row: area.row + begin - first,
            column: area.column + (isLabelled ? 1 : line.column)
                + text.prefix { $0 == " " }.count)
    }

    private func drawn(_ world: World, _ width: Int) -> [Drawn] {
        let longest = lines.compactMap(\.label).map { Canvas.columns(of: world.text($0)) }.max()
        let labels = min(longest ?? 0, width * 2 / 5)
        return lines.flatMap { line -> [Drawn] in
            guard let label = line.label else {
                return TextLines.wrap(world.text(line.text), width: width - 3).map {
                    Drawn(text: $0, column: 1, style: line.style)
                }
            }
            let names = TextLines.wrap(world.text(label), width: labels)
            let texts = TextLines.wrap(world.text(line.text), width: width - labels - 5)
            return (0..<max(names.count, texts.count)).map { index in
                Drawn(
                    label: names.indices.contains(index) ? names[index] : "",
                    text: texts.indices.contains(index) ? texts[index] : "", column: labels + 3,
                    style: line.style)
            }
        }
    }
}

extension Record {
    /// The fields of a record that have a value, as lines of a page.
    func pageLines(_ language: Language, _ names: [String]? = nil) -> [PageLine] {
        let fields = names.map { $0.compactMap { Self.field($0) } } ?? Self.fields
        return fields.filter(\.kind.isTyped).compactMap { field in
            let value = field.get(self)
            guard value != .null else { return nil }
            // The reader's language is enough: a page is made anew when the language changes.
            return .fact(
                field.label, Phrase(verbatim: FieldText.shown(value, field.kind, language)))
        }
    }
}
