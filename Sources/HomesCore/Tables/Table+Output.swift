extension Table {
    /// The table for a terminal or paper, every column as wide as its widest cell in terminal
    /// columns, then why values are missing, then the notes. Ends with a line end.
    public func text(_ language: Language) -> String {
        let reasons = self.reasons
        let shown = rows.map { row in row.map { marked($0, reasons, in: language) } }
        let headings = columns.map { HostileText.marked($0.label(language)) }
        let widths = columns.indices.map { index in
            ([headings] + shown).reduce(0) { widest, row in
                index < row.count ? max(widest, ColumnWidth.of(row[index])) : widest
            }
        }
        var lines = [title(language), ""]
        lines.append(line(headings, widths: widths))
        lines.append(widths.map { String(repeating: "-", count: $0) }.joined(separator: "  "))
        lines += shown.map { line($0, widths: widths) }
        if rows.isEmpty { lines.append(Phrase("(no rows)", "（无数据）")(language)) }
        lines.append("")
        lines += reasonLines(reasons, language) + notes.map { $0(language) }
        while lines.last == "" { lines.removeLast() }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The table for a spreadsheet (RFC 4180): headings in the language, then the rows. With the
    /// mark by which Excel knows UTF-8, when a file for it is written.
    public func csv(_ language: Language, byteOrderMark: Bool = false) -> String {
        var result = byteOrderMark ? "\u{FEFF}" : ""
        result += CSVWriter.line(columns.map { $0.label(language) })
        for row in rows {
            result += CSVWriter.line(row.map { Table.shown($0, in: language) })
        }
        return result
    }

    /// The rows as JSON objects, a member a column in the columns' order; missing values are null.
    public func json(_ language: Language) -> JSON {
        .array(
            rows.map { row in
                .object(
                    zip(columns, row).map { column, cell in
                        JSON.Member(column.id, Table.json(cell, in: language))
                    })
            })
    }

    private static func json(_ cell: Cell, in language: Language) -> JSON {
        switch cell {
        case .text(let phrase): .string(phrase(language))
        case .integer(let value): .integer(value)
        case .tenths(let value): .tenths(value)
        case .date(let day): .string(day.iso)
        case .missing: .null
        }
    }

    /// A cell as text; a missing one with the number of its reason where there are several.
    private func marked(_ cell: Cell, _ reasons: [Phrase], in language: Language) -> String {
        let shown = HostileText.marked(Table.shown(cell, in: language))
        guard case .missing(let reason) = cell, reasons.count > 1,
            let index = reasons.firstIndex(of: reason)
        else { return shown }
        return "\(shown) (\(index + 1))"
    }

    private func reasonLines(_ reasons: [Phrase], _ language: Language) -> [String] {
        let word = Table.missingWord(language)
        return reasons.enumerated().map { index, reason in
            reasons.count > 1
                ? "\(word) (\(index + 1)): \(reason(language))" : "\(word): \(reason(language))"
        }
    }

    private func line(_ cells: [String], widths: [Int]) -> String {
        var parts: [String] = []
        for (index, cell) in cells.enumerated() where index < widths.count {
            parts.append(
                ColumnWidth.pad(cell, to: widths[index], aligned: columns[index].alignment))
        }
        var text = parts.joined(separator: "  ")
        while text.last == " " { text.removeLast() }
        return text
    }
}
