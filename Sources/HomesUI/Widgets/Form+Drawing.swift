import HomesCore

/// How a form looks: `~label*: [value      ] message`, sections under their heads, the caret where
/// the hardware cursor is.
extension Form {
    private enum Line { case section(Phrase), field(Int) }

    private var lines: [Line] {
        var lines: [Line] = []
        for index in rows.indices {
            if index == 0 || rows[index].section != rows[index - 1].section {
                lines.append(.section(rows[index].section))
            }
            if !rows[index].isTall { lines.append(.field(index)) }
        }
        return lines
    }

    /// Draws the part of the form around the focus; under it the tall field, where there is one.
    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        guard let tall = rows.indices.last, rows[tall].isTall else {
            return drawFields(in: area, on: &canvas, world)
        }
        let height = min(lines.count, max(1, area.height - 6))
        drawFields(
            in: Area(row: area.row, column: area.column, width: area.width, height: height),
            on: &canvas, world)
        drawTall(tall, in: area.dropping(rows: height), on: &canvas, world)
    }

    private func drawFields(in area: Area, on canvas: inout Canvas, _ world: World) {
        let lines = self.lines
        let focusLine =
            lines.firstIndex { if case .field(focus) = $0 { true } else { false } }
            ?? (focused?.isTall == true ? lines.count - 1 : 0)
        let first = max(0, min(focusLine - area.height / 2, lines.count - area.height))
        let labelWidth = self.labelWidth(world, area.width)
        for (offset, line) in lines.dropFirst(first).prefix(area.height).enumerated() {
            let row = area.row + offset
            switch line {
            case .section(let title):
                let text = world.text(title)
                canvas.write(text, row: row, column: area.column + 1, style: .heading)
            case .field(let index):
                draw(index, labelWidth, row, area, &canvas, world)
            }
        }
        drawMore(first, lines.count, area, &canvas)
    }

    /// Says that there is more above or below.
    private func drawMore(_ first: Int, _ count: Int, _ area: Area, _ canvas: inout Canvas) {
        let right = area.column + area.width - 1
        if first > 0 { canvas.write("^", row: area.row, column: right, style: .dim) }
        if first + area.height < count {
            canvas.write("v", row: area.row + area.height - 1, column: right, style: .dim)
        }
    }

    private func labelWidth(_ world: World, _ width: Int) -> Int {
        let longest = rows.map { Canvas.columns(of: world.text($0.label)) }.max() ?? 0
        // A label is read whole wherever the box keeps some twenty columns.
        return min(longest, max(width * 2 / 5, width - 26))
    }

    private func draw(
        _ index: Int, _ labelWidth: Int, _ row: Int, _ area: Area, _ canvas: inout Canvas,
        _ world: World
    ) {
        let field = rows[index]
        let isFocused = index == focus
        var column = area.column
        if field.fault != nil {
            canvas.write("!", row: row, column: column, style: .warning)
        } else if field.isChanged, marksChanges {
            canvas.write("~", row: row, column: column, style: .dim)
        }
        column += 1
        let label = world.text(field.label)
        canvas.write(
            label, row: row, column: column,
            style: field.skipped != nil ? .dim : isFocused ? .strong : .plain, width: labelWidth)
        column += labelWidth
        canvas.write(isWanted(field) ? "*:" : " :", row: row, column: column)
        column += 3
        // The last column stays free for the mark that there is more.
        let boxWidth = boxWidth(field, area.column + area.width - column - 3)
        if let skipped = field.skipped {
            canvas.write(
                "- " + world.text(skipped), row: row, column: column, style: .dim,
                width: area.column + area.width - column)
            return
        }
        drawBox(field, isFocused, row, column, boxWidth, &canvas, world)
        drawNote(field, isFocused, row, column + boxWidth + 3, area, &canvas, world)
    }

    /// Whether saving waits for an answer: not where a field is passed over or where "not filled
    /// in" is an answer.
    private func isWanted(_ field: FormRow) -> Bool {
        field.isRequired && field.skipped == nil && !isGapCode(field.value)
    }

    private func boxWidth(_ field: FormRow, _ room: Int) -> Int {
        let wanted =
            switch field.kind {
            case .date, .approximateDate: 16
            case .integer: 10
            case .identityNumber, .phone: 20
            case .text(let limit), .code(let limit):
                limit <= 20 ? max(8, limit) : limit > 60 ? 46 : 28
            case .note, .secret: 46
            case .choice(let choices):
                // As wide as its longest answer, in the language that needs more.
                choices.reduce(28) { widest, choice in
                    min(
                        46,
                        max(
                            widest, Canvas.columns(of: choice.label.english) + 1,
                            Canvas.columns(of: choice.label.chinese) + 1))
                }
            default: 28
            }
        return max(4, min(wanted, room))
    }

    private func drawBox(
        _ field: FormRow, _ isFocused: Bool, _ row: Int, _ column: Int, _ width: Int,
        _ canvas: inout Canvas, _ world: World
    ) {
        let style: Style = isFocused ? .inputFocused : .input
        canvas.write("[", row: row, column: column)
        canvas.fill(
            row: row, column: column + 1, width: width, height: 1, style: style, character: " ")
        canvas.write("]", row: row, column: column + 1 + width)
        if field.kind.isSecret, !showsSecrets {
            drawSecret(field, isFocused, row, column + 1, width, style, &canvas)
        } else if isFocused {
            let (text, caretColumn) = window(field.text, width)
            canvas.write(text, row: row, column: column + 1, style: style, width: width)
            if field.text.isEmpty {
                drawUntyped(field, row, column + 1, width, style, &canvas, world)
            }
            canvas.cursor = Position(row: row, column: column + 1 + caretColumn)
        } else if field.fault != nil || (field.value == .null && !field.text.isEmpty) {
            canvas.write(flat(field.text), row: row, column: column + 1, style: style, width: width)
        } else {
            canvas.write(
                flat(FieldText.shown(field.value, field.kind, world.language)), row: row,
                column: column + 1, style: style, width: width)
        }
    }

    /// A mark a character, and the caret among them.
    private func drawSecret(
        _ field: FormRow, _ isFocused: Bool, _ row: Int, _ column: Int, _ width: Int,
        _ style: Style, _ canvas: inout Canvas
    ) {
        let marks = String(repeating: "*", count: field.text.count)
        let (text, caretColumn) = isFocused ? window(marks, width) : (marks, 0)
        canvas.write(text, row: row, column: column, style: style, width: width)
        if isFocused { canvas.cursor = Position(row: row, column: column + caretColumn) }
    }

    /// A value without text of its own (a gap) while the field has the focus.
    private func drawUntyped(
        _ field: FormRow, _ row: Int, _ column: Int, _ width: Int, _ style: Style,
        _ canvas: inout Canvas, _ world: World
    ) {
        guard field.value != .null else { return }
        let shown = FieldText.shown(field.value, field.kind, world.language)
        canvas.write(shown, row: row, column: column, style: style, width: width)
    }

    /// Line ends are drawn as a mark: a field is one row.
    private func flat(_ text: String) -> String {
        String(text.map { $0 == "\n" ? "¶" : $0 })
    }

    /// The part of a text around the caret that fits, and the caret's column in it; `…` stands for
    /// what is before it.
    private func window(_ text: String, _ width: Int) -> (String, Int) {
        let characters = Array(flat(text))
        let place = min(caret, characters.count)
        let before = Canvas.columns(of: String(characters[..<place]))
        if before <= width - 1 { return (String(characters), before) }
        var start = place
        var columns = 1
        while start > 0 {
            let next = Canvas.columns(of: String(characters[start - 1]))
            if columns + next > width - 1 { break }
            columns += next
            start -= 1
        }
        return ("…" + String(characters[start...]), columns)
    }

    private func drawNote(
        _ field: FormRow, _ isFocused: Bool, _ row: Int, _ column: Int, _ area: Area,
        _ canvas: inout Canvas, _ world: World
    ) {
        let room = area.column + area.width - column
        guard room > 4 else { return }
        if let fault = field.fault {
            canvas.write(world.text(fault), row: row, column: column, style: .warning, width: room)
        } else if isFocused, let preview = preview(field, world) {
            canvas.write("-> " + preview, row: row, column: column, style: .dim, width: room)
        } else if let note = field.note {
            canvas.write(world.text(note), row: row, column: column, style: .dim, width: room)
        }
    }

    /// What the text so far would mean.
    private func preview(_ field: FormRow, _ world: World) -> String? {
        guard !field.text.isEmpty else { return nil }
        switch field.kind {
        case .choice, .list:
            guard let choices = FieldText.choices(of: field.kind) else { return nil }
            let found = FieldText.matching(field.text, choices)
            guard let first = found.first else { return nil }
            let label = world.text(first.label)
            return found.count > 1
                ? "\(label) (+\(found.count - 1))" : label == field.text ? nil : label
        case .date, .approximateDate, .county:
            let context = FieldText.Context(
                today: world.today, dateOrder: world.dateOrder, language: world.language)
            guard case .success(.text(let text)) = FieldText.read(field.text, field.kind, context)
            else { return nil }
            if case .approximateDate = field.kind, let birthdate = Birthdate(stored: text) {
                return world.text(DateEntry.readBack(birthdate, today: world.today))
            }
            if let date = CivilDate(iso: text) {
                return world.text(DateEntry.readBack(date, today: world.today))
            }
            return FieldText.shown(.text(text), field.kind, world.language)
        default: return nil
        }
    }
}
