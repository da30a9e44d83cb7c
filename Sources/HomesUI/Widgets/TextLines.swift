import HomesCore

extension TextLines {
    /// Lines of at most `width` columns as a canvas draws them.
    public static func wrap(_ text: String, width: Int) -> [String] {
        wrap(text, width: width, columns: Canvas.columns(of:))
    }
}
