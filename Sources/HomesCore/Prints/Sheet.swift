/// What is printed: a title and blocks, without a word about how they are laid out. Text and HTML
/// are made from it, in one language or in both.
public struct Sheet: Equatable, Sendable {
    /// What it is.
    public var title: Phrase
    /// Whose or of which day: a code, a home, a date; never a name.
    public var subtitle: Phrase
    /// What stands on it, from the top.
    public var blocks: [SheetBlock]
    /// What it is printed on.
    public var paper = SheetPaper.a4
    /// Whether its mark is numbers only: for a card that tells a stranger nothing.
    public var isDiscreet = false
    /// The serial, who, when, until when; `nil` on a sheet that is only looked at.
    public var mark: SheetMark?

    /// A sheet without its mark.
    public init(
        title: Phrase, subtitle: Phrase = Phrase(verbatim: ""), blocks: [SheetBlock],
        paper: SheetPaper = .a4, isDiscreet: Bool = false
    ) {
        self.title = title
        self.subtitle = subtitle
        self.blocks = blocks
        self.paper = paper
        self.isDiscreet = isDiscreet
    }
}

/// A size of paper (ISO 216).
public enum SheetPaper: String, Sendable {
    /// 210 x 297 mm.
    case a4 = "A4"
    /// 105 x 148 mm: a card that folds into a pocket.
    case a6 = "A6"

    /// How many columns it holds at ten characters an inch.
    var columns: Int { self == .a4 ? 80 : 40 }
}

/// A part of a sheet.
public enum SheetBlock: Equatable, Sendable {
    /// The head of what follows; never the last line of a page.
    case heading(Phrase)
    /// Text over the whole width; line ends in it stay.
    case paragraph(Phrase)
    /// Labels with their values.
    case facts([SheetFact])
    /// Rows and columns; the headings come again on every page.
    case table(SheetTable)
    /// Boxes to tick, or ticked already.
    case checks([SheetCheck])
    /// Labels with a line to write on.
    case writing([Phrase])
    /// A question with a line under it to write the answer on; the two stay on one page.
    case question(Phrase)
    /// Who signs: a line for the name in writing, and one for the date.
    case signatures([Phrase])
    /// Parts of a card, to cut out and fold.
    case panels([SheetPanel])
    /// What follows begins on a new page.
    case newPage
}

/// A label and its value.
public struct SheetFact: Equatable, Sendable {
    /// What it is.
    public var label: Phrase
    /// What it says.
    public var value: Phrase

    /// A label and its value.
    public init(_ label: Phrase, _ value: Phrase) {
        self.label = label
        self.value = value
    }

    /// A label and a text that is the same in both languages.
    public init(_ label: Phrase, verbatim text: String) {
        self.init(label, Phrase(verbatim: text))
    }
}

/// Rows and columns.
public struct SheetTable: Equatable, Sendable {
    /// The headings, with where their cells stand.
    public var columns: [(label: Phrase, alignment: TextAlignment)]
    /// The rows, each with one cell a column.
    public var rows: [[Phrase]]

    /// A table; the columns named in `trailing` stand at the right.
    public init(_ columns: [Phrase], trailing: Set<Int> = [], rows: [[Phrase]]) {
        self.columns = columns.enumerated().map { index, label in
            (label, trailing.contains(index) ? .trailing : .leading)
        }
        self.rows = rows
    }

    public static func == (left: SheetTable, right: SheetTable) -> Bool {
        left.rows == right.rows && left.columns.map(\.label) == right.columns.map(\.label)
            && left.columns.map(\.alignment) == right.columns.map(\.alignment)
    }
}

/// A box to tick.
public struct SheetCheck: Equatable, Sendable {
    /// What it is about.
    public var text: Phrase
    /// Whether it is ticked.
    public var isTicked: Bool

    /// A box.
    public init(_ text: Phrase, isTicked: Bool = false) {
        self.text = text
        self.isTicked = isTicked
    }
}

/// A part of a card, in a frame to cut along and fold.
public struct SheetPanel: Equatable, Sendable {
    /// Its head; `nil` for none.
    public var title: Phrase?
    /// Its lines.
    public var lines: [Phrase]

    /// A part of a card.
    public init(title: Phrase? = nil, lines: [Phrase]) {
        self.title = title
        self.lines = lines
    }
}
