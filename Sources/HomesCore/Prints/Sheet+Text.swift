extension Sheet {
    /// Columns of a page of A4; a card has half as many.
    public static let textWidth = 80
    /// Lines of a page of A4 at six lines an inch, with room for the printer's edges.
    public static let pageLines = 60

    /// The pages as plain text: form feeds between them, the head with the mark on each.
    public func text(_ language: SheetLanguage, width: Int = Sheet.textWidth) -> String {
        pages(language, width: width).map { $0.joined(separator: "\n") + "\n" }
            .joined(separator: "\u{0C}")
    }

    /// The pages as lines of at most `width` columns.
    ///
    /// - Parameter height: Lines a page has; `nil` for one long page, to look at on a screen.
    public func pages(
        _ language: SheetLanguage, width: Int, height: Int? = Sheet.pageLines
    ) -> [[String]] {
        let layout = SheetLayout(language: language, width: max(20, min(width, paper.columns)))
        let room = height.map { max(10, $0 - head(layout, page: 1, of: 1).count) }
        let bodies = SheetPager.pages(of: blocks.map { layout.chunks($0) }, lines: room ?? .max)
        return bodies.enumerated().map { index, body in
            let head = head(layout, page: index + 1, of: bodies.count)
            var lines = head + body
            while lines.last?.isEmpty == true { lines.removeLast() }
            return lines
        }
    }

    /// What stands on every page: what it is, its number, who printed it and until when.
    private func head(_ layout: SheetLayout, page: Int, of count: Int) -> [String] {
        if isDiscreet, let mark { return layout.wrap(Phrase(verbatim: mark.discreet)) + [""] }
        let number = [mark?.serial, "\(page)/\(count)"].compactMap(\.self)
            .joined(separator: "  ")
        var lines = layout.ends(layout.language.line(title), number)
        if subtitle != Phrase(verbatim: "") { lines += layout.wrap(subtitle) }
        if let mark {
            lines += layout.wrap(mark.phrase)
        } else {
            lines += layout.wrap(Sheet.unprinted)
        }
        lines.append(isDiscreet ? "" : String(repeating: "-", count: layout.width))
        return lines
    }

    /// What a sheet says of itself that is only looked at.
    static let unprinted = Phrase(
        "Not printed yet: it has no serial.", "尚未打印，没有流水号。")
}

/// Lines that stay together on a page.
struct SheetChunk: Equatable {
    /// The lines.
    var lines: [String]
    /// What comes again before it where it begins a page: the headings of a table.
    var again: [String] = []
    /// Whether the next chunk begins on the same page.
    var holdsNext = false
    /// Whether it is a blank line, which no page begins with.
    var isGap = false
    /// Whether a page ends before it.
    var endsPage = false

    static let gap = SheetChunk(lines: [""], isGap: true)
}

/// Puts chunks on pages.
enum SheetPager {
    static func pages(of blocks: [[SheetChunk]], lines height: Int) -> [[String]] {
        var pages: [[String]] = [[]]
        let chunks = spaced(blocks)
        for (index, chunk) in chunks.enumerated() {
            let used = pages[pages.count - 1].count
            if chunk.endsPage {
                if used > 0 { pages.append([]) }
                continue
            }
            var needed = chunk.lines.count
            var next = index
            while chunks[next].holdsNext, chunks.indices.contains(next + 1) {
                next += 1
                needed += chunks[next].lines.count
            }
            if used > 0, used + needed > height {
                pages.append(chunk.again)
            }
            if chunk.isGap, pages[pages.count - 1].isEmpty { continue }
            for line in chunk.lines {
                if pages[pages.count - 1].count >= height { pages.append([]) }
                pages[pages.count - 1].append(line)
            }
        }
        return pages
    }

    /// A blank line between blocks, but none between a heading and what it is the head of.
    private static func spaced(_ blocks: [[SheetChunk]]) -> [SheetChunk] {
        var chunks: [SheetChunk] = []
        for block in blocks where !block.isEmpty {
            if let last = chunks.last, !last.holdsNext { chunks.append(.gap) }
            chunks += block
        }
        return chunks
    }
}
