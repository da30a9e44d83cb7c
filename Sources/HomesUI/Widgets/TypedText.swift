/// A line that is typed in outside of a form: a filter, a code, a command.
extension Canvas {
    /// Writes what is being typed and a blank for the caret, and puts the cursor there. Where it
    /// does not all fit, its end is shown behind `…`.
    ///
    /// - Parameter width: The columns there are; the caret is one of them.
    /// - Returns: The columns it took.
    @discardableResult
    mutating func writeTyped(_ text: String, row: Int, column: Int, width: Int) -> Int {
        var shown = text
        if Canvas.columns(of: text) >= width {
            var end = Substring(text)
            while !end.isEmpty, Canvas.columns(of: String(end)) > width - 2 { end.removeFirst() }
            shown = "…" + end
        }
        let used = write(shown + " ", row: row, column: column, style: .inputFocused)
        cursor = Position(row: row, column: column + max(0, used - 1))
        return used
    }
}
