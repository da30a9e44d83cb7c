/// A finished report: what screens, text, CSV and JSON are all printed from.
public struct Table: Equatable, Sendable {
    /// One cell.
    public enum Cell: Equatable, Sendable {
        /// Words, in both languages.
        case text(Phrase)
        /// A count.
        case integer(Int)
        /// A figure with one decimal.
        case tenths(Tenths)
        /// A day.
        case date(CivilDate)
        /// No value, and why not: never a blank.
        case missing(Phrase)

        /// Words that are the same in both languages: a code, a name.
        public static func verbatim(_ text: String) -> Cell {
            .text(Phrase(verbatim: text))
        }

        /// A figure with one decimal, or why there is none.
        public static func tenths(_ figure: Tenths?, orMissing reason: Phrase) -> Cell {
            figure.map { .tenths($0) } ?? .missing(reason)
        }
    }

    /// What the cells of a column hold.
    public enum Kind: Equatable, Sendable {
        case text, integer, percent, date
    }

    /// One column.
    public struct Column: Equatable, Sendable {
        /// Its name in JSON and for sorting: `occupancyPercent`.
        public let id: String
        /// Its heading.
        public let label: Phrase
        /// What its cells hold.
        public let kind: Kind
        /// Where its cells stand.
        public let alignment: TextAlignment

        /// A column; numbers stand at the right unless said otherwise.
        public init(
            _ id: String, _ label: Phrase, _ kind: Kind = .text, alignment: TextAlignment? = nil
        ) {
            self.id = id
            self.label = label
            self.kind = kind
            let isNumber = kind == .integer || kind == .percent
            self.alignment = alignment ?? (isNumber ? .trailing : .leading)
        }
    }

    /// What it is.
    public var title: Phrase
    /// Its columns.
    public var columns: [Column]
    /// Its rows, each with one cell a column.
    public var rows: [[Cell]]
    /// Period, rule, who made it when and from what: one line each, below the rows.
    public var notes: [Phrase]

    /// A table.
    public init(
        title: Phrase, columns: [Column], rows: [[Cell]] = [], notes: [Phrase] = []
    ) {
        self.title = title
        self.columns = columns
        self.rows = rows
        self.notes = notes
    }

    /// The words for a value that is not there.
    public static let missingWord = Phrase("n/a", "不适用")

    /// What a cell shows: a percentage with its sign only on screens and paper, so that a
    /// spreadsheet reads the number.
    public static func shown(_ cell: Cell, in language: Language) -> String {
        switch cell {
        case .text(let phrase): phrase(language)
        case .integer(let value): String(value)
        case .tenths(let value): value.description
        case .date(let day): day.iso
        case .missing: missingWord(language)
        }
    }

    /// Why cells of this table are missing, each reason once, in the order of the rows.
    public var reasons: [Phrase] {
        var found: [Phrase] = []
        for case .missing(let reason) in rows.joined() where !found.contains(reason) {
            found.append(reason)
        }
        return found
    }
}
