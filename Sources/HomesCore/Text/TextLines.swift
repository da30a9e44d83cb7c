/// Breaks text into lines that fit a number of terminal columns.
public enum TextLines {
    /// Lines of at most `width` columns. Words stay whole where they fit; Chinese breaks anywhere;
    /// what is longer than a line is broken, never cut.
    ///
    /// - Parameter measure: How many columns a piece of the text takes where it will stand.
    public static func wrap(
        _ text: String, width: Int, columns measure: (String) -> Int
    ) -> [String] {
        guard width > 0 else { return [] }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .flatMap { wrapParagraph($0, width: width, measure) }
    }

    private static func wrapParagraph(
        _ paragraph: Substring, width: Int, _ measure: (String) -> Int
    ) -> [String] {
        var lines: [String] = []
        var line = ""
        var columns = 0
        for piece in pieces(paragraph, measure) {
            let pieceColumns = measure(piece)
            if columns + pieceColumns > width, columns > 0, piece != " " {
                // No line begins with a mark that closes: the character before goes with it.
                var moved = ""
                while isClosing(moved.isEmpty ? piece : String(moved.prefix(1))), line.count > 1,
                    let last = line.popLast()
                {
                    moved.insert(last, at: moved.startIndex)
                }
                // Nor does a line end with a mark that opens.
                if let last = line.last, "“‘（《".contains(last), line.count > 1 {
                    moved.insert(line.removeLast(), at: moved.startIndex)
                }
                lines.append(trimmed(line))
                line = moved
                columns = measure(line)
            }
            // A blank at a line's end or beginning is not drawn.
            if piece == " ", columns == 0 && !lines.isEmpty || columns + 1 > width { continue }
            for character in piece {
                let characterColumns = measure(String(character))
                if columns + characterColumns > width, columns > 0 {
                    lines.append(trimmed(line))
                    line = ""
                    columns = 0
                }
                line.append(character)
                columns += characterColumns
            }
        }
        lines.append(trimmed(line))
        return lines
    }

    private static func isClosing(_ piece: String) -> Bool {
        piece.count == 1 && "，。；：、！？）》”’".contains(piece)
    }

    private static func trimmed(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }

    /// Words, single blanks, and single wide characters.
    private static func pieces(
        _ text: Substring, _ measure: (String) -> Int
    ) -> [String] {
        var pieces: [String] = []
        var word = ""
        for character in text {
            let isWide = measure(String(character)) > 1
            if character == " " || isWide {
                if !word.isEmpty { pieces.append(word) }
                word = ""
                pieces.append(String(character))
            } else {
                word.append(character)
            }
        }
        if !word.isEmpty { pieces.append(word) }
        return pieces
    }
}
