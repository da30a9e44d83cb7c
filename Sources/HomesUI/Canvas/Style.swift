/// What a cell means. The terminal decides, by theme, how that looks; a screen never names a colour.
public enum Style: UInt8, CaseIterable, Sendable {
    /// Ordinary text.
    case plain
    /// Less important text: hints, units, disabled rows.
    case dim
    /// More important text: a total, a name.
    case strong
    /// The title of a section, the head of a table.
    case heading
    /// The row or cell under the selection.
    case selected
    /// An input field without the focus.
    case input
    /// The input field with the focus.
    case inputFocused
    /// A state that is as it should be.
    case good
    /// A state to look at.
    case warning
    /// A state to act on.
    case alarm
    /// The name of a key in the status line and in help.
    case key
    /// The message line.
    case message
    /// The breadcrumb and status bars.
    case bar
    /// The cover that hides everything.
    case cover
}
