/// How much harm a field can do in the wrong hands; lists and exports ask it.
public enum Sensitivity: Int, Comparable, Sendable {
    /// Says nothing about a person.
    case open
    /// About a person, but does not say who or where she is.
    case personal
    /// Says who she is: name, number, birth date.
    case identifying
    /// Says where she can be found: address, phone, employer, destination.
    case locating

    public static func < (left: Sensitivity, right: Sensitivity) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// One of the answers a field allows.
public struct Choice: Equatable, Sendable {
    /// What the file keeps.
    public let code: String
    /// What people read.
    public let label: Phrase

    /// A code and its label.
    public init(code: String, label: Phrase) {
        self.code = code
        self.label = label
    }
}

/// What a field holds, which decides how it is typed, checked and shown.
public enum FieldKind: Sendable {
    /// One line, at most so many characters.
    case text(limit: Int)
    /// A code of letters, digits and signs, at most so many; full-width ones are taken as ASCII.
    case code(limit: Int)
    /// Several lines.
    case note
    /// A full date.
    case date
    /// A date of which perhaps only the year, or year and month, is known.
    case approximateDate
    /// A whole number in a range.
    case integer(ClosedRange<Int>)
    /// One of a list that code branches on.
    case choice([Choice])
    /// One of a list in `data/lists/`, by the list's name.
    case list(String)
    /// A GB/T 2260 county code, typed as a code, a name or pinyin.
    case county
    /// A resident identity number (GB 11643).
    case identityNumber
    /// A phone number.
    case phone
    /// A password: typed unseen, taken as it is typed, never kept.
    case secret
    /// The id of another record; never typed.
    case reference(String)
    /// Kept by the program: a moment, a counter, a search key; never typed.
    case kept
}

/// One property of a record: its column, its label and everything else that forms, pages,
/// exports, the journal and the store need to know about it. Written once, under the struct.
public struct Field<Record: Sendable>: Sendable {
    /// The column's name, as in the data dictionary.
    public let name: String
    /// What people read beside it.
    public let label: Phrase
    /// What it holds.
    public let kind: FieldKind
    /// Whether a form refuses to save without it.
    public let isRequired: Bool
    /// Whether the client may not know or may decline (8, 9, 99).
    public let allowsGap: Bool
    /// How much harm it can do.
    public let sensitivity: Sensitivity
    /// One line for the message row while the field has the focus.
    public let help: Phrase?
    /// Whether its column lies under the second key, which only some roles carry.
    public private(set) var isUnderSecondKey = false
    /// The value of a record.
    public let get: @Sendable (Record) -> StoredValue
    /// Sets the value; false when the record cannot hold it.
    public let set: @Sendable (inout Record, StoredValue) -> Bool

    /// A field over a property.
    public init<Value: Storable>(
        _ name: String, _ label: Phrase, _ path: WritableKeyPath<Record, Value> & Sendable,
        _ kind: FieldKind, required: Bool = false, sensitivity: Sensitivity = .open,
        help: Phrase? = nil
    ) {
        self.name = name
        self.label = label
        self.kind = kind
        self.isRequired = required
        self.allowsGap = Value.self == Told.self || kind.hasGaps
        self.sensitivity = sensitivity
        self.help = help
        self.get = { $0[keyPath: path].stored }
        self.set = { record, stored in
            guard let value = Value(stored: stored) else { return false }
            record[keyPath: path] = value
            return true
        }
    }

    /// The same field under the second key: only those who work with her read it.
    public func underSecondKey() -> Field {
        var field = self
        field.isUnderSecondKey = true
        return field
    }

    /// A field over a property that always has a code.
    public init<Code: CodeList>(
        _ name: String, _ label: Phrase, _ path: WritableKeyPath<Record, Code> & Sendable,
        sensitivity: Sensitivity = .open, help: Phrase? = nil
    ) {
        self.init(
            name, label, path, .choice(Code.choices), required: true, sensitivity: sensitivity,
            help: help)
    }

    /// A field over a property that may have a code.
    public init<Code: CodeList>(
        _ name: String, _ label: Phrase, _ path: WritableKeyPath<Record, Code?> & Sendable,
        required: Bool = false, sensitivity: Sensitivity = .open, help: Phrase? = nil
    ) {
        self.init(
            name, label, path, .choice(Code.choices), required: required,
            sensitivity: sensitivity, help: help)
    }
}

extension FieldKind {
    /// Whether people write words or numbers of their own in it: a name, a phone, a story.
    var holdsWords: Bool {
        switch self {
        case .text, .code, .note, .phone: true
        default: false
        }
    }

    /// Whether the list itself has the codes for "doesn't know" and "declined".
    var hasGaps: Bool {
        guard case .choice(let choices) = self else { return false }
        return choices.contains { $0.code == Gap.notCollected.rawValue }
    }
}

extension CodeList {
    /// The list as a field's choices, in its own order.
    public static var choices: [Choice] {
        allCases.map { Choice(code: $0.rawValue, label: $0.label) }
    }

    /// The code for the file.
    public var stored: StoredValue { .text(rawValue) }

    /// The code from the file.
    public init?(stored: StoredValue) {
        guard case .text(let text) = stored else { return nil }
        self.init(rawValue: text)
    }
}
