/// What somebody has typed into a form and not saved: one a user, form and record.
public struct Draft: Equatable, Sendable {
    /// One field's text, exactly as typed, right or wrong.
    public struct Text: Equatable, Sendable {
        /// The field's name in the form.
        public var field: String
        /// What was typed.
        public var text: String

        /// One field's text.
        public init(field: String, text: String) {
            self.field = field
            self.text = text
        }
    }

    /// The form's name, such as `intake`.
    public var form: String
    /// The record being changed; empty for a new one.
    public var recordId: String
    /// What the list of drafts shows beside the form: a code, never a name.
    public var title: String
    /// The field that had the focus.
    public var focus: String?
    /// When it was last kept; set by the store.
    public var savedAt: Instant
    /// The texts that differ from what is saved.
    public var fields: [Text]

    /// A draft.
    public init(
        form: String, recordId: String = "", title: String, focus: String? = nil,
        savedAt: Instant = Instant(milliseconds: 0), fields: [Text]
    ) {
        self.form = form
        self.recordId = recordId
        self.title = title
        self.focus = focus
        self.savedAt = savedAt
        self.fields = fields
    }
}
