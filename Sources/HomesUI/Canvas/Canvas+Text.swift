extension Canvas {
    /// The lines as people see them, blanks at their ends and blank lines at the end left out.
    public func text() -> String {
        var lines = (0..<height).map { line($0) }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    /// The canvas in full, stable and readable in a diff: its size and cursor, every line between
    /// bars, then for each row that has any the runs of styles other than plain, by first and last
    /// column.
    public func golden() -> String {
        let place = cursor.map { "row \($0.row) column \($0.column)" } ?? "none"
        var lines = ["canvas \(width)x\(height), cursor \(place)"]
        lines += (0..<height).map { "|" + line($0) }
        lines.append("styles")
        for row in 0..<height {
            let runs = styleRuns(row)
            if !runs.isEmpty { lines.append("\(row): " + runs.joined(separator: ", ")) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func line(_ row: Int) -> String {
        var view = String.UnicodeScalarView()
        for cell in self.row(row) { cell.append(to: &view) }
        while view.last == " " { view.removeLast() }
        return String(view)
    }

    private func styleRuns(_ row: Int) -> [String] {
        var runs: [String] = []
        let cells = Array(self.row(row))
        var start = 0
        while start < cells.count {
            let style = cells[start].style
            var end = start
            while end + 1 < cells.count, cells[end + 1].style == style { end += 1 }
            if style != .plain { runs.append("\(style) \(start)-\(end)") }
            start = end + 1
        }
        return runs
    }
}
