import HomesCore

/// One field of a form, with what is typed in it.
public struct FormRow: Equatable, Sendable {
    /// `person.nameZh`: the record and the field.
    public let id: String
    /// What stands before it.
    public let label: Phrase
    /// What it holds.
    public internal(set) var kind: FieldKind
    /// Whether saving needs it.
    public internal(set) var isRequired: Bool
    /// Whether she may not know or may decline.
    public let allowsGap: Bool
    /// One line for the message row.
    public let help: Phrase?
    /// The section it stands in.
    public let section: Phrase
    /// As typed, right or wrong.
    public var text = ""
    /// What the text means.
    public var value = StoredValue.null
    /// What the file has.
    public var stored = StoredValue.null
    /// What is wrong with the text.
    public var fault: Phrase?
    /// Said beside the field when nothing is wrong: what was understood.
    public var note: Phrase?
    /// Why the field is not needed; the focus passes over it.
    public var skipped: Phrase?
    /// Whether it is a text of several lines that takes the room left in the form.
    public internal(set) var isTall = false

    /// Whether it differs from what the file has.
    public var isChanged: Bool { value != stored || fault != nil }

    public static func == (left: FormRow, right: FormRow) -> Bool {
        left.id == right.id && left.text == right.text && left.value == right.value
            && left.fault == right.fault && left.skipped == right.skipped
    }
}

/// A form: one field a row, in sections, checked on leaving a field and never refused there.
public struct Form: Equatable, Sendable {
    /// The fields in order.
    public var rows: [FormRow] = []
    /// The field with the focus.
    public internal(set) var focus = 0
    /// The caret, in characters of the focused text.
    var caret = 0
    /// The focused text as it was when the field was entered, for undo in the field.
    var entered = ""
    /// Whether a field that differs from what the file has is marked.
    var marksChanges = true
    /// Whether passwords are shown as they are typed.
    public var showsSecrets = false
    /// Columns of the area that the form is drawn in, for going up and down in a tall field.
    var areaWidth = 80
    /// Values of the record saved before, for F4.
    public var previous: [String: StoredValue] = [:]

    /// An empty form.
    public init() {}

    /// The focused field.
    public var focused: FormRow? { rows.indices.contains(focus) ? rows[focus] : nil }

    /// The field of that id.
    public subscript(id: String) -> FormRow? { rows.first { $0.id == id } }

    // MARK: Records in and out

    /// Adds fields of a record: those named, or all that people type.
    public mutating func add<R: Record>(
        _ record: R, as prefix: String, section: Phrase, _ names: [String]? = nil,
        _ language: Language
    ) {
        let fields = names.map { $0.compactMap { R.field($0) } } ?? R.fields.filter(\.kind.isTyped)
        for field in fields {
            var row = FormRow(
                id: prefix + "." + field.name, label: field.label, kind: field.kind,
                isRequired: field.isRequired, allowsGap: field.allowsGap, help: field.help,
                section: section)
            row.stored = field.get(record)
            row.value = row.stored
            row.text = FieldText.editable(row.value, row.kind, language)
            append(row)
        }
    }

    /// Adds a field that no record has: a choice of beds, a typed code.
    public mutating func add(
        _ id: String, _ label: Phrase, _ kind: FieldKind, section: Phrase, required: Bool = false,
        help: Phrase? = nil, value: StoredValue = .null, _ language: Language
    ) {
        var row = FormRow(
            id: id, label: label, kind: kind, isRequired: required, allowsGap: false, help: help,
            section: section)
        row.stored = value
        row.value = value
        row.text = FieldText.editable(value, kind, language)
        append(row)
    }

    /// The field with which a form opens is entered like any other: its caret stands at the end.
    private mutating func append(_ row: FormRow) {
        rows.append(row)
        if rows.count - 1 == focus { enter(focus) }
    }

    /// Puts the values into a record.
    public func fill<R: Record>(_ record: inout R, from prefix: String) {
        for row in rows where row.id.hasPrefix(prefix + ".") {
            guard let field = R.field(String(row.id.dropFirst(prefix.count + 1))) else { continue }
            if row.value == .null, !field.set(&record, .null), row.allowsGap {
                _ = field.set(&record, .text(Gap.notCollected.rawValue))
            } else {
                _ = field.set(&record, row.value)
            }
        }
    }

    // MARK: Values

    /// A field's value.
    public func value(_ id: String) -> StoredValue { self[id]?.value ?? .null }

    /// Every field's value by its id.
    var values: [String: StoredValue] {
        Dictionary(
            rows.filter { !$0.kind.isSecret }.map { ($0.id, $0.value) },
            uniquingKeysWith: { first, _ in first })
    }

    /// A field's value as text; `nil` when there is none.
    public func textValue(_ id: String) -> String? {
        if case .text(let text) = value(id) { text } else { nil }
    }

    /// A field's value as a date.
    public func dateValue(_ id: String) -> CivilDate? {
        textValue(id).flatMap { CivilDate(iso: $0) }
    }

    /// Fills a field from elsewhere, if nobody has typed in it.
    public mutating func suggest(_ id: String, _ value: StoredValue, _ language: Language) {
        guard let index = rows.firstIndex(where: { $0.id == id }) else { return }
        let row = rows[index]
        guard row.text.isEmpty || row.value == .null || isGapCode(row.value) else { return }
        put(value, at: index, language)
    }

    /// Fills a field of a new form with what the program proposes: not a change of the user's.
    public mutating func preset(_ id: String, _ value: StoredValue, _ language: Language) {
        guard let index = rows.firstIndex(where: { $0.id == id }) else { return }
        put(value, at: index, language)
        rows[index].stored = value
        if index == focus { entered = rows[index].text }
    }

    /// Moves the focus to a field.
    public mutating func focus(on id: String) {
        if let index = rows.firstIndex(where: { $0.id == id }) { enter(index) }
    }

    /// Sets a field.
    public mutating func set(_ id: String, _ value: StoredValue, _ language: Language) {
        guard let index = rows.firstIndex(where: { $0.id == id }) else { return }
        put(value, at: index, language)
    }

    func isGapCode(_ value: StoredValue) -> Bool {
        value == .text(Gap.notCollected.rawValue)
    }

    mutating func put(_ value: StoredValue, at index: Int, _ language: Language) {
        rows[index].value = value
        rows[index].text = FieldText.editable(value, rows[index].kind, language)
        rows[index].fault = nil
        if index == focus { caret = rows[index].text.count }
    }

    /// Says beside a field what was understood, or why it is wrong.
    public mutating func annotate(_ id: String, note: Phrase? = nil, fault: Phrase? = nil) {
        guard let index = rows.firstIndex(where: { $0.id == id }) else { return }
        rows[index].note = note
        if let fault { rows[index].fault = fault }
    }

    /// Makes a field one that saving needs, or does not need.
    mutating func require(_ id: String, _ isRequired: Bool = true) {
        guard let index = rows.firstIndex(where: { $0.id == id }) else { return }
        rows[index].isRequired = isRequired
    }

    /// Gives a field another list to choose from; what was chosen stays if it is still there.
    mutating func setChoices(_ id: String, _ choices: [Choice], _ language: Language) {
        guard let index = rows.firstIndex(where: { $0.id == id }) else { return }
        let value = rows[index].value
        rows[index].kind = .choice(choices)
        guard case .text(let code) = value else { return }
        if choices.contains(where: { $0.code == code }) {
            rows[index].text = FieldText.editable(value, rows[index].kind, language)
            if index == focus { caret = rows[index].text.count }
        } else {
            put(.null, at: index, language)
        }
    }

    /// Passes over a field and says why, or takes it in again.
    public mutating func skip(_ id: String, because reason: Phrase?) {
        guard let index = rows.firstIndex(where: { $0.id == id }) else { return }
        rows[index].skipped = reason
    }

    // MARK: Checking

    /// Reads the text of one field.
    public mutating func check(_ index: Int, _ context: FieldText.Context) {
        guard rows.indices.contains(index) else { return }
        let row = rows[index]
        if row.text.isEmpty, case .text(let text) = row.value, isGapText(text, row.kind) { return }
        if row.text == FieldText.editable(row.value, row.kind, context.language), row.value != .null
        {
            return
        }
        rows[index].note = nil
        switch FieldText.read(row.text, row.kind, context) {
        case .success(let value):
            rows[index].value = value
            rows[index].fault = nil
        case .failure(let fault): rows[index].fault = fault.phrase
        }
    }

    private func isGapText(_ text: String, _ kind: FieldKind) -> Bool {
        text.first == "#" || FieldText.choices(of: kind)?.contains { $0.code == text } == true
    }

    /// Checks every field; the first that is wrong gets the focus. Returns what is wrong.
    public mutating func checkAll(_ context: FieldText.Context) -> [Phrase] {
        var faults: [Phrase] = []
        var first: Int?
        for index in rows.indices where rows[index].skipped == nil {
            check(index, context)
            if rows[index].fault == nil, rows[index].isRequired, isEmpty(rows[index].value) {
                rows[index].fault = Phrase("This is needed.", "此项必填。")
            }
            if let fault = rows[index].fault {
                faults.append(rows[index].label + Phrase(": ", "：") + fault)
                first = first ?? index
            }
        }
        if let first { enter(first) }
        return faults
    }

    /// Puts the answers from lists into another language; what is being typed stays as it is.
    mutating func speak(_ language: Language) {
        for index in rows.indices where FieldText.choices(of: rows[index].kind) != nil {
            let row = rows[index]
            let known = Language.allCases.map { FieldText.editable(row.value, row.kind, $0) }
            guard row.fault == nil, known.contains(row.text) else { continue }
            rows[index].text = FieldText.editable(row.value, row.kind, language)
            if index == focus { enter(index) }
        }
    }

    /// Whether a required field has nothing in it: a new record may hold an empty text.
    private func isEmpty(_ value: StoredValue) -> Bool { value == .null || value == .text("") }

    // MARK: Drafts

    /// What differs from the file, as typed.
    public var unsavedTexts: [Draft.Text] {
        rows.filter {
            !$0.kind.isSecret && ($0.value != $0.stored || $0.fault != nil || hasPendingText($0))
        }.map { row in
            if row.text.isEmpty, case .text(let code) = row.value {
                return Draft.Text(field: row.id, text: "#" + code.drop { $0 == "#" })
            }
            return Draft.Text(field: row.id, text: row.text)
        }
    }

    private func hasPendingText(_ row: FormRow) -> Bool {
        row.id == focused?.id && row.text != entered
    }

    /// Takes up the texts of a draft.
    public mutating func resume(_ draft: Draft, _ context: FieldText.Context) {
        for text in draft.fields {
            guard let index = rows.firstIndex(where: { $0.id == text.field }) else { continue }
            if text.text.first == "#", let gap = Gap(rawValue: String(text.text.dropFirst())) {
                setGap(gap, at: index)
            } else {
                rows[index].text = text.text
                check(index, context)
            }
        }
        if let focus = draft.focus, let index = rows.firstIndex(where: { $0.id == focus }) {
            enter(index)
        }
    }

    mutating func setGap(_ gap: Gap, at index: Int) {
        rows[index].text = ""
        rows[index].fault = nil
        rows[index].note = nil
        if case .choice = rows[index].kind {
            rows[index].value = .text(gap.rawValue)
        } else {
            rows[index].value = gap == .notCollected ? .null : .text("#" + gap.rawValue)
        }
    }

    mutating func enter(_ index: Int) {
        guard rows.indices.contains(index) else { return }
        focus = index
        entered = rows[index].text
        caret = rows[index].text.count
    }
}

extension FieldKind {
    /// Whether it is shown to nobody.
    var isSecret: Bool { if case .secret = self { true } else { false } }
}
