/// One of the files that are imported.
public enum ImportFile: String, CaseIterable, Sendable {
    case homes, beds, stays, wages

    /// What it lists.
    public var label: Phrase {
        switch self {
        case .homes: Phrase("homes", "妇女之家")
        case .beds: Phrase("beds", "床位")
        case .stays: Phrase("stays", "住宿")
        case .wages: Phrase("minimum wages", "最低工资")
        }
    }

    /// The names of its columns, in the order of the data dictionary.
    public var columnNames: [String] { columns.map(\.name) }
}

/// What is wrong with, or odd about, one place of a file.
public struct ImportFault: Equatable, Sendable {
    /// Which file.
    public let file: ImportFile
    /// The row as a spreadsheet numbers it: the headings are row 1.
    public let row: Int
    /// The column's name in the data dictionary; `column E` where there is no such name; empty for
    /// the whole row.
    public let column: String
    /// What it is.
    public let problem: ImportProblem

    /// `row 5, bedNumber: ` and the sentence.
    public var phrase: Phrase {
        let place = column.isEmpty ? "" : ", " + column
        return Phrase("row \(row)\(place): ", "第\(row)行\(place)：") + problem.phrase
    }
}

/// What an import did, or would do.
public struct ImportReport: Equatable, Sendable {
    /// Whether it was only tried.
    public var isDryRun = false
    /// Provinces that the programme did not have.
    public var provincesMade = 0
    /// New homes.
    public var homesMade = 0
    /// Homes that the file changes.
    public var homesChanged = 0
    /// New rooms.
    public var roomsMade = 0
    /// New beds.
    public var bedsMade = 0
    /// Beds that the file changes.
    public var bedsChanged = 0
    /// New minimum wages.
    public var wagesMade = 0
    /// Minimum wages that the file changes.
    public var wagesChanged = 0
    /// Persons whom no home knew.
    public var personsMade = 0
    /// New stays.
    public var staysMade = 0
    /// Everything that stands in the way, by file and row; with any, nothing is imported.
    public internal(set) var faults: [ImportFault] = []
    /// What somebody should look at; it stands in nobody's way.
    public internal(set) var warnings: [ImportFault] = []

    /// A report of nothing.
    public init() {}

    /// Whether the rows are in the file now.
    public var isImported: Bool { faults.isEmpty && !isDryRun }

    /// The counts, in the order in which they are told.
    public var counts: [(label: Phrase, count: Int)] {
        [
            (Phrase("provinces made", "新增省份"), provincesMade),
            (Phrase("homes made", "新增妇女之家"), homesMade),
            (Phrase("homes changed", "更改妇女之家"), homesChanged),
            (Phrase("rooms made", "新增房间"), roomsMade),
            (Phrase("beds made", "新增床位"), bedsMade),
            (Phrase("beds changed", "更改床位"), bedsChanged),
            (Phrase("minimum wages made", "新增最低工资标准"), wagesMade),
            (Phrase("minimum wages changed", "更改最低工资标准"), wagesChanged),
            (Phrase("persons made", "新增人员"), personsMade),
            (Phrase("stays made", "新增住宿"), staysMade),
        ]
    }

    /// The counts for the journal: `homesMade 3, bedsMade 30`.
    var journalText: String {
        counts.filter { $0.count > 0 }.map { "\($0.label.english): \($0.count)" }
            .joined(separator: ", ")
    }
}
