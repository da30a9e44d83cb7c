import HomesCore

/// The one way from text to cells. Text comes from files, from other people and from a clipboard,
/// and a terminal obeys what it is sent: so nothing that is not a visible character gets into a
/// cell. It is neither executed nor dropped but spelled out, `<202E>`.
enum CellText {
    /// The first cells of a text.
    struct Run {
        /// The cells, wide characters with their trailing halves; never more than the limit.
        var cells: [Cell]
        /// Whether the text goes on.
        var isCut: Bool
    }

    /// The cells of a text, at most `limit` columns of them. Reads no further than that, so that a
    /// text of a megabyte costs no more than a line of it.
    static func cells(of text: String, style: Style, limit: Int) -> Run {
        var run = Run(cells: [], isCut: false)
        guard limit > 0 else {
            run.isCut = !text.isEmpty
            return run
        }
        run.cells.reserveCapacity(min(limit, text.utf8.count))
        var mayJoin = false
        for scalar in text.unicodeScalars {
            if scalar.value >= 0x20, scalar.value < 0x7F {
                run.cells.append(Cell(scalar, style: style, width: 1))
                mayJoin = true
            } else {
                append(scalar, style: style, to: &run.cells, mayJoin: &mayJoin)
            }
            if run.cells.count > limit {
                run.isCut = true
                break
            }
        }
        if run.isCut { cut(&run.cells, to: limit) }
        return run
    }

    /// The columns a text takes when all of it is drawn.
    static func columns(of text: String) -> Int {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
        return cells(of: text, style: .plain, limit: .max).cells.count
    }

    /// Whether a character may not stand in a cell: it would be executed, would be invisible, or
    /// would be drawn at a width no two terminals agree on.
    static func isSpelledOut(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        if value < 0x20 || (value >= 0x7F && value < 0xA0) { return true }
        if value >= 0x4E00 && value <= 0x9FA5 { return false }
        // What is left of bytes that were not UTF-8.
        if value == 0xFFFD { return true }
        let properties = scalar.properties
        // Bidi controls, zero-width characters, BOM, tags, variation selectors, fillers; and the
        // skin tones, which some terminals merge into the glyph before them.
        if properties.isDefaultIgnorableCodePoint || properties.isEmojiModifier { return true }
        switch properties.generalCategory {
        case .control, .format, .privateUse, .surrogate, .unassigned, .lineSeparator,
            .paragraphSeparator:
            return true
        default:
            return false
        }
    }

    private static func append(
        _ scalar: Unicode.Scalar, style: Style, to cells: inout [Cell], mayJoin: inout Bool
    ) {
        guard !isSpelledOut(scalar) else {
            spell(scalar, style: style, to: &cells)
            mayJoin = false
            return
        }
        switch ColumnWidth.of(scalar) {
        case 2:
            cells.append(Cell(scalar, style: style, width: 2))
            cells.append(.trailing(style))
            mayJoin = true
        case 1:
            cells.append(Cell(scalar, style: style, width: 1))
            mayJoin = true
        default:
            if !(mayJoin && join(scalar, to: &cells)) { spell(scalar, style: style, to: &cells) }
        }
    }

    private static func join(_ mark: Unicode.Scalar, to cells: inout [Cell]) -> Bool {
        guard let last = cells.last else { return false }
        let index = last.isTrailing ? cells.count - 2 : cells.count - 1
        guard index >= 0, let joined = cells[index].adding(mark: mark) else { return false }
        cells[index] = joined
        return true
    }

    private static func spell(_ scalar: Unicode.Scalar, style: Style, to cells: inout [Cell]) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let text = "<" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
        for character in text.unicodeScalars {
            cells.append(Cell(character, style: style, width: 1))
        }
    }

    private static func cut(_ cells: inout [Cell], to limit: Int) {
        guard cells.count > limit else { return }
        // A wide character whose right half does not fit goes as a whole.
        let cutsWide = cells[limit].isTrailing
        cells.removeSubrange((cutsWide ? limit - 1 : limit)...)
    }
}
