import HomesCore

/// One key of one screen: the status line, the help page, the palette and the README's key table
/// are made from these rows.
public struct Binding<Owner>: Sendable {
    /// The keys that do it; the first is the one that is shown.
    public let keys: [Key]
    /// What it does, as short as a footer wants it.
    public let help: Phrase
    /// Whether the status line shows it (five to seven of them fit).
    public let isInFooter: Bool
    /// Why it cannot be done now; `nil` when it can.
    public let off: @Sendable (Owner, World) -> Phrase?
    /// Does it.
    public let run: @Sendable (inout Owner, World) -> Step

    /// A binding.
    public init(
        _ keys: Key..., help: Phrase, footer: Bool = true,
        off: @escaping @Sendable (Owner, World) -> Phrase? = { _, _ in nil },
        run: @escaping @Sendable (inout Owner, World) -> Step
    ) {
        self.keys = keys
        self.help = help
        self.isInFooter = footer
        self.off = off
        self.run = run
    }
}

/// A binding as the shell, the help page and the palette see it.
public struct BindingRow: Sendable {
    /// Its place in the screen's table.
    public let index: Int
    /// The keys that do it.
    public let keys: [Key]
    /// What it does.
    public let help: Phrase
    /// Whether the status line shows it.
    public let isInFooter: Bool
    /// Why it cannot be done now.
    public let off: Phrase?
}

/// A part of a canvas.
public struct Area: Equatable, Sendable {
    /// The first row.
    public var row: Int
    /// The first column.
    public var column: Int
    /// Columns.
    public var width: Int
    /// Rows.
    public var height: Int

    /// A part of a canvas.
    public init(row: Int, column: Int, width: Int, height: Int) {
        self.row = row
        self.column = column
        self.width = width
        self.height = height
    }

    /// The area without its first rows.
    public func dropping(rows: Int) -> Area {
        Area(row: row + rows, column: column, width: width, height: max(0, height - rows))
    }
}

/// A screen: a value with its state, its keys and how it is drawn.
public protocol Screen: Sendable {
    /// Its keys. A duplicate fails a test.
    static var bindings: [Binding<Self>] { get }
    /// Its part of the breadcrumb.
    var title: Phrase { get }
    /// Whether plain characters are text here (a form, an open filter) and not commands.
    var takesText: Bool { get }
    /// What the message row says while nothing else is said: the field's help.
    var hint: Phrase? { get }
    /// Reads what it shows: when it opens, when it is on top again, when the file changed.
    mutating func refresh(_ world: World)
    /// Takes a key that no binding has: typing, moving.
    mutating func type(_ key: Key, _ world: World) -> Step
    /// Takes the answer of the screen that was open above.
    mutating func receive(_ answer: Answer, _ world: World) -> Step
    /// Draws the body and places the cursor.
    func draw(in area: Area, on canvas: inout Canvas, _ world: World)
    /// Whether one comes back to it by `-`: a list or a page, not a form or a question.
    var isPlace: Bool { get }
    /// What was typed and is not saved yet; `nil` when there is nothing to lose.
    func unsaved(_ world: World) -> Draft?
    /// Takes up a draft again.
    mutating func resume(_ draft: Draft, _ world: World)
    /// Until when what it shows may be shown; then it is drawn again without a key.
    var shownUntil: Instant? { get }
    /// Which draft it takes up when it opens; `nil` for screens in which nothing is typed.
    var draftKey: DraftKey? { get }
}

/// The form and the record of a draft: a user has at most one for each.
public struct DraftKey: Equatable, Sendable {
    /// The form's name.
    public let form: String
    /// The record it changes; empty for a new one.
    public let recordId: String

    /// The draft of a form for a record.
    public init(form: String, recordId: String) {
        self.form = form
        self.recordId = recordId
    }
}

extension Screen {
    public var takesText: Bool { false }
    public var hint: Phrase? { nil }
    public mutating func refresh(_ world: World) {}
    public mutating func type(_ key: Key, _ world: World) -> Step { .ignored }
    public mutating func receive(_ answer: Answer, _ world: World) -> Step { .stay }
    public var isPlace: Bool { true }
    public func unsaved(_ world: World) -> Draft? { nil }
    public mutating func resume(_ draft: Draft, _ world: World) {}
    public var draftKey: DraftKey? { nil }
    public var shownUntil: Instant? { nil }

    /// The keys as rows, with what is off at this moment.
    public func bindingRows(_ world: World) -> [BindingRow] {
        Self.bindings.enumerated().map { index, binding in
            BindingRow(
                index: index, keys: binding.keys, help: binding.help,
                isInFooter: binding.isInFooter, off: binding.off(self, world))
        }
    }

    /// Runs a binding, or says why it is off.
    public mutating func run(_ index: Int, _ world: World) -> Step {
        let binding = Self.bindings[index]
        if let reason = binding.off(self, world) { return .say(.warning(reason)) }
        return binding.run(&self, world)
    }

    /// The binding of a key.
    public func bindingIndex(of key: Key) -> Int? {
        Self.bindings.firstIndex { $0.keys.contains(key) }
    }
}
