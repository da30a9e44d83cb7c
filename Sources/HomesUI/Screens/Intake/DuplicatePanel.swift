import HomesCore

/// Those who may be the woman whom a form is about, listed below it while it is typed.
struct DuplicatePanel: Equatable, Sendable {
    /// The likeliest first.
    var rows: [DuplicateRow] = []
    /// Whether the journal has it that this form has shown somebody.
    private var isNoted = false

    /// Looks for those like her; a form that cannot be answered lists nobody.
    mutating func find(_ person: Person, phone: String?, _ world: World) {
        let isNoted = isNoted
        let found = world.attempt { () throws(StoreError) in
            try world.store.possibleDuplicates(
                of: person, phone: phone, isNoted: isNoted, by: world.signature)
        }
        rows = (try? found.get()) ?? []
        if !rows.isEmpty { self.isNoted = true }
    }

    /// Draws the form and, beside or below it, those who were found.
    func draw(_ form: Form, in area: Area, on canvas: inout Canvas, _ world: World) {
        if rows.isEmpty { return form.draw(in: area, on: &canvas, world) }
        var formArea = area
        var side = area
        if area.width >= 120 {
            side.width = 46
            formArea.width -= side.width + 1
            side.column += area.width - side.width
        } else {
            side.height = min(rows.count + 1, area.height > 15 ? 5 : 3)
            formArea.height -= side.height
            side.row += formArea.height
        }
        form.draw(in: formArea, on: &canvas, world)
        drawRows(in: side, on: &canvas, world)
    }

    private func drawRows(in area: Area, on canvas: inout Canvas, _ world: World) {
        canvas.fill(
            row: area.row, column: area.column, width: area.width, height: 1, style: .heading,
            character: " ")
        let head = Phrase(
            "May be the same person: \(rows.count)  (F5)", "可能是同一人：\(rows.count)（F5）")
        canvas.write(
            world.text(head), row: area.row, column: area.column + 1, style: .heading,
            width: area.width - 1)
        for (offset, row) in rows.prefix(area.height - 1).enumerated() {
            canvas.write(
                world.text(row.line), row: area.row + 1 + offset, column: area.column + 2,
                style: row.reasons.contains(.identityNumber) ? .alarm : .plain,
                width: area.width - 2)
        }
    }

    /// The list of them, over a form about somebody who is in the file.
    func open() -> Step {
        rows.isEmpty
            ? .say(.plain(Phrase("Nobody like her is known here.", "本家没有相似的人。")))
            : .push(DuplicateListScreen(rows, known: nil, isInFile: true))
    }
}

extension DuplicateRow {
    /// Code, initials, year of birth, why she is listed: never a name.
    var line: Phrase {
        let code = [personCode, initials, birthYear].compactMap { $0 }.joined(separator: "  ")
        var why = reasons.map(\.label)
        if birthdateAgrees == true { why.append(Phrase("same birth date", "出生日期相符")) }
        if birthdateAgrees == false { why.append(Phrase("other birth date", "出生日期不符")) }
        if isHere { why.append(Phrase("HERE NOW", "在住")) }
        return Phrase(verbatim: code + "  ") + Phrase.listed(why)
    }
}
