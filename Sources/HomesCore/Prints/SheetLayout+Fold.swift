extension SheetLayout {
    /// Whether a card has a language on each side: two of them, and room for both.
    var isFolded: Bool { language.languages.count > 1 && width >= SheetPaper.a4.columns }

    /// Columns inside a part of a folded card: two parts beside each other fill a page.
    private var inner: Int { (width - 7) / 2 }

    /// A card in two columns, a language each, its parts under each other and all of one height: cut
    /// out along the frame, it folds down the middle and then across, into a pocket.
    ///
    /// `|` and `-` are to be cut, `:` and `. .` to be folded.
    func folded(_ panels: [SheetPanel]) -> [SheetChunk] {
        let sides = panels.map { panel in language.languages.map { side(panel, in: $0) } }
        let height = sides.flatMap(\.self).map(\.count).max() ?? 0
        let cut = "+" + String(repeating: "-", count: 2 * inner + 5) + "+"
        let dots = String((0..<(2 * inner + 5)).map { $0 % 2 == 0 ? "." : " " })
        var lines = [cut]
        for (index, pair) in sides.enumerated() {
            if index > 0 { lines.append("+" + dots + "+") }
            for row in 0..<height {
                let texts = pair.map { side in
                    ColumnWidth.pad(side.indices.contains(row) ? side[row] : "", to: inner)
                }
                lines.append("| " + texts.joined(separator: " : ") + " |")
            }
        }
        return [SheetChunk(lines: lines + [cut])]
    }

    private func side(_ panel: SheetPanel, in language: Language) -> [String] {
        let texts = [panel.title].compactMap(\.self) + panel.lines
        return texts.flatMap { text in
            TextLines.wrap(
                HostileText.marked(text(language), lines: true), width: inner,
                columns: ColumnWidth.of)
        }
    }
}
