import HomesCore

/// A text broken into the lines of a box, and where its caret is in them. Unlike `TextLines`, it
/// drops no character: every place of the caret is a place on the screen.
struct TextArea {
    /// A line as it is drawn: the characters from `start` up to `end`.
    struct Line: Equatable {
        let start: Int
        let end: Int
    }

    /// The text's characters.
    let characters: [Character]
    /// The lines, at least one.
    let lines: [Line]
    private let width: Int

    /// - Parameter width: Columns of the box; one is kept for a caret at a line's end.
    init(_ text: String, width: Int) {
        characters = Array(text)
        self.width = max(2, width)
        let room = self.width - 1
        var lines: [Line] = []
        var start = 0
        for index in characters.indices where characters[index] == "\n" {
            lines += TextArea.wrap(characters, from: start, to: index, room)
            start = index + 1
        }
        self.lines = lines + TextArea.wrap(characters, from: start, to: characters.count, room)
    }

    /// The lines of one paragraph. Words stay whole where they fit, Chinese breaks anywhere but
    /// before a mark that closes or after one that opens; blanks at a line's end hang over.
    private static func wrap(
        _ characters: [Character], from first: Int, to end: Int, _ room: Int
    ) -> [Line] {
        var lines: [Line] = []
        var start = first
        var columns = 0
        var place: Int?
        var index = first
        while index < end {
            let character = characters[index]
            let width = Canvas.columns(of: String(character))
            if index > start, mayBreak(characters[index - 1], character) { place = index }
            if columns + width > room, character != " ", index > start {
                let cut = place ?? index
                lines.append(Line(start: start, end: cut))
                start = cut
                place = nil
                columns = 0
                index = cut
                continue
            }
            columns += width
            index += 1
        }
        return lines + [Line(start: start, end: end)]
    }

    private static func mayBreak(_ before: Character, _ after: Character) -> Bool {
        if before == " " { return after != " " }
        guard isWide(before) || isWide(after) else { return false }
        return !"，。；：、！？）》”’".contains(after) && !"“‘（《".contains(before)
    }

    private static func isWide(_ character: Character) -> Bool {
        Canvas.columns(of: String(character)) > 1
    }

    /// The text of a line.
    func text(_ line: Line) -> String { String(characters[line.start..<line.end]) }

    /// Where a caret stands: the line and the column in it.
    func place(of caret: Int) -> (line: Int, column: Int) {
        let caret = min(max(0, caret), characters.count)
        let line = lines.lastIndex { $0.start <= caret } ?? 0
        let before = String(characters[lines[line].start..<max(lines[line].start, caret)])
        return (line, min(width - 1, Canvas.columns(of: before)))
    }

    /// The caret in a line that is nearest to a column.
    func caret(line: Int, column: Int) -> Int {
        let line = lines[min(max(0, line), lines.count - 1)]
        var caret = line.start
        var columns = 0
        while caret < line.end {
            columns += Canvas.columns(of: String(characters[caret]))
            if columns > column { break }
            caret += 1
        }
        // The end of a line that goes on is the beginning of the next one.
        let goesOn = caret == line.end && caret < characters.count && characters[caret] != "\n"
        return goesOn && caret > line.start ? caret - 1 : caret
    }

    /// The caret at a line's beginning or end.
    func edge(of caret: Int, atEnd: Bool) -> Int {
        let line = place(of: caret).line
        return atEnd ? self.caret(line: line, column: .max) : lines[line].start
    }
}

// MARK: In a form

extension Form {
    /// Lets the last field of a form take all the room that is left: a text of several lines, in
    /// which Enter begins a new one, and Tab goes on to the next field.
    mutating func stretch(_ id: String) {
        guard let index = rows.firstIndex(where: { $0.id == id }) else { return }
        rows[index].isTall = true
    }

    private static func boxWidth(_ width: Int) -> Int { width - 5 }

    /// Takes the keys that mean something else in a text of several lines.
    mutating func takeTall(_ key: Key) -> Bool {
        guard let row = focused, row.isTall else { return false }
        let area = TextArea(row.text, width: Form.boxWidth(areaWidth))
        let place = area.place(of: caret)
        switch key {
        case .enter: insertLine()
        case .up where place.line > 0:
            caret = area.caret(line: place.line - 1, column: place.column)
        case .down where place.line < area.lines.count - 1:
            caret = area.caret(line: place.line + 1, column: place.column)
        case .home: caret = area.edge(of: caret, atEnd: false)
        case .end: caret = area.edge(of: caret, atEnd: true)
        default: return false
        }
        return true
    }

    /// Draws a tall field: its label, then its text between bars; the caret where the cursor is.
    func drawTall(_ index: Int, in area: Area, on canvas: inout Canvas, _ world: World) {
        let field = rows[index]
        let isFocused = index == focus
        if field.fault != nil {
            canvas.write("!", row: area.row, column: area.column, style: .warning)
        }
        var column = area.column + 1
        column += canvas.write(
            world.text(field.label) + (field.isRequired ? "*:" : ":"), row: area.row,
            column: column, style: isFocused ? .strong : .plain)
        if let said = field.fault ?? field.note {
            canvas.write(
                world.text(said), row: area.row, column: column + 1,
                style: field.fault == nil ? .dim : .warning,
                width: area.column + area.width - column - 1)
        }
        let box = area.dropping(rows: 1)
        let width = Form.boxWidth(area.width)
        let text = TextArea(field.text, width: width)
        let place = text.place(of: isFocused ? caret : 0)
        let first = max(0, min(place.line - box.height / 2, text.lines.count - box.height))
        canvas.fill(
            row: box.row, column: box.column + 2, width: width, height: box.height,
            style: isFocused ? .inputFocused : .input, character: " ")
        for offset in 0..<box.height {
            let row = box.row + offset
            canvas.write("|", row: row, column: box.column + 1)
            canvas.write("|", row: row, column: box.column + 2 + width)
            guard text.lines.indices.contains(first + offset) else { continue }
            canvas.write(
                text.text(text.lines[first + offset]), row: row, column: box.column + 2,
                style: isFocused ? .inputFocused : .input, width: width)
        }
        let edge = area.column + area.width - 1
        if first > 0 { canvas.write("^", row: box.row, column: edge, style: .dim) }
        if first + box.height < text.lines.count {
            canvas.write("v", row: box.row + box.height - 1, column: edge, style: .dim)
        }
        if isFocused {
            canvas.cursor = Position(
                row: box.row + place.line - first, column: box.column + 2 + place.column)
        }
    }
}
