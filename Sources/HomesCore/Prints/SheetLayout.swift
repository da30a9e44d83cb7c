/// Lays blocks out in lines of terminal columns. Every text that comes in has its control and bidi
/// characters as visible marks.
struct SheetLayout {
    let language: SheetLanguage
    let width: Int

    /// A text in each language, one under the other.
    func wrap(_ phrase: Phrase, width: Int? = nil) -> [String] {
        language.texts(phrase).flatMap { lines($0, width ?? self.width) }
    }

    /// What stands before a line to write on; nothing for a second line.
    private func labelled(_ label: Phrase) -> String {
        label == Phrase(verbatim: "")
            ? "" : HostileText.marked(language.line(label + SheetLayout.colon))
    }

    static let colon = Phrase(": ", "：")

    private func lines(_ text: String, _ width: Int) -> [String] {
        TextLines.wrap(
            HostileText.marked(text, lines: true), width: width, columns: ColumnWidth.of)
    }

    /// A text at the left edge and another at the right one; under each other where they do not fit.
    func ends(_ left: String, _ right: String) -> [String] {
        let left = lines(left, width)
        let room = width - ColumnWidth.of(right)
        guard let last = left.last, ColumnWidth.of(last) + 2 <= room else {
            return left + [ColumnWidth.pad(right, to: width, aligned: .trailing)]
        }
        return left.dropLast() + [ColumnWidth.pad(last, to: room) + right]
    }

    func chunks(_ block: SheetBlock) -> [SheetChunk] {
        switch block {
        case .heading(let text):
            return [SheetChunk(lines: wrap(text).map { "== \($0)" }, holdsNext: true)]
        case .paragraph(let text): return wrap(text).map { SheetChunk(lines: [$0]) }
        case .facts(let facts): return self.facts(facts)
        case .table(let table): return self.table(table)
        case .checks(let checks):
            return checks.map { hanging($0.isTicked ? "[x] " : "[ ] ", $0.text) }
        case .writing(let labels):
            return labels.map { label in
                SheetChunk(lines: ["", line(labelled(label), to: width)])
            }
        case .question(let text):
            return [SheetChunk(lines: wrap(text) + ["", line("", to: width), ""])]
        case .signatures(let names): return [SheetChunk(lines: names.flatMap(signature))]
        case .panels(let panels):
            return isFolded ? folded(panels) : panels.map(panel)
        case .newPage: return [SheetChunk(lines: [], endsPage: true)]
        }
    }

    private func hanging(_ mark: String, _ text: Phrase) -> SheetChunk {
        let lines = self.lines(language.line(text), width - mark.count)
        let blank = String(repeating: " ", count: mark.count)
        return SheetChunk(lines: lines.enumerated().map { ($0 == 0 ? mark : blank) + $1 })
    }

    private func facts(_ facts: [SheetFact]) -> [SheetChunk] {
        let labels = facts.map { language.line($0.label) }
        let widest = labels.map { ColumnWidth.of($0) }.max() ?? 0
        let column = min(widest, width * 2 / 5)
        return zip(labels, facts).map { label, fact in
            let names = lines(label, column)
            let values = lines(language.line(fact.value), width - column - 2)
            return SheetChunk(
                lines: (0..<max(names.count, values.count)).map { index in
                    let name = names.indices.contains(index) ? names[index] : ""
                    let value = values.indices.contains(index) ? values[index] : ""
                    return trimmed(ColumnWidth.pad(name, to: column) + "  " + value)
                })
        }
    }

    // MARK: Tables

    private func table(_ table: SheetTable) -> [SheetChunk] {
        let headings = table.columns.map { language.line($0.label) }
        let rows = table.rows.map { row in row.map { language.line($0) } }
        let widths = columnWidths(headings, rows)
        let alignments = table.columns.map(\.alignment)
        let head =
            cells(headings, widths, alignments) + [
                widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
            ]
        guard !rows.isEmpty else {
            return [SheetChunk(lines: head + wrap(SheetLayout.nothing))]
        }
        return [SheetChunk(lines: head, holdsNext: true)]
            + rows.map { SheetChunk(lines: cells($0, widths, alignments), again: head) }
    }

    private static let nothing = Phrase("(none)", "（无）")

    /// As wide as the widest cell; where that is too wide for the page, the widest column gives.
    private func columnWidths(_ headings: [String], _ rows: [[String]]) -> [Int] {
        var widths = headings.indices.map { index in
            ([headings] + rows).map { row in
                row.indices.contains(index) ? ColumnWidth.of(HostileText.marked(row[index])) : 0
            }.max() ?? 0
        }
        let room = width - 2 * max(0, widths.count - 1)
        while widths.reduce(0, +) > room,
            let widest = widths.indices.max(by: {
                widths[$0] < widths[$1]
            }), widths[widest] > 4
        {
            widths[widest] -= 1
        }
        return widths
    }

    private func cells(
        _ row: [String], _ widths: [Int], _ alignments: [TextAlignment]
    ) -> [String] {
        let wrapped = widths.indices.map { index in
            row.indices.contains(index) ? lines(row[index], widths[index]) : []
        }
        return (0..<(wrapped.map(\.count).max() ?? 0)).map { number in
            trimmed(
                widths.indices.map { index in
                    let lines = wrapped[index]
                    return ColumnWidth.pad(
                        lines.indices.contains(number) ? lines[number] : "", to: widths[index],
                        aligned: alignments[index])
                }.joined(separator: "  "))
        }
    }

    // MARK: Lines to write on, cards

    private func line(_ label: String, to width: Int) -> String {
        label + String(repeating: "_", count: max(8, width - ColumnWidth.of(label)))
    }

    private func signature(_ name: Phrase) -> [String] {
        let date = labelled(Phrase("Date", "日期"))
        let dateWidth = ColumnWidth.of(date) + 14
        let label = labelled(name)
        if ColumnWidth.of(label) + dateWidth + 12 > width {
            return ["", line(label, to: width), "", line(date, to: dateWidth)]
        }
        return ["", "", line(label, to: width - dateWidth - 2) + "  " + line(date, to: dateWidth)]
    }

    /// A frame to cut along; cards are half as wide as a page.
    private func panel(_ panel: SheetPanel) -> SheetChunk {
        let inner = min(width, Sheet.textWidth / 2) - 4
        let cut = "+" + String(repeating: "-", count: inner + 2) + "+"
        let lines =
            (panel.title.map { wrap($0, width: inner) + [""] } ?? [])
            + panel.lines.flatMap { wrap($0, width: inner) }
        return SheetChunk(
            lines: [cut] + lines.map { "| " + ColumnWidth.pad($0, to: inner) + " |" } + [cut])
    }

    private func trimmed(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }
}
