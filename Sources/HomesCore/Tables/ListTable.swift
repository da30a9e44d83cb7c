/// One entry of a list.
public struct ListEntry: Equatable, Sendable {
    /// What is stored.
    public let code: String
    /// What people read.
    public let label: Phrase
    /// The first day on which it may be chosen; `nil` from the beginning.
    public let activeFrom: CivilDate?
    /// The first day on which it may no longer be chosen; `nil` while it may.
    public let activeTo: CivilDate?

    /// An entry; without dates it may be chosen always.
    public init(
        code: String, label: Phrase, activeFrom: CivilDate? = nil, activeTo: CivilDate? = nil
    ) {
        self.code = code
        self.label = label
        self.activeFrom = activeFrom
        self.activeTo = activeTo
    }

    /// Whether it may be chosen on a day.
    public func isActive(on day: CivilDate) -> Bool {
        (activeFrom.map { $0 <= day } ?? true) && (activeTo.map { day < $0 } ?? true)
    }
}

/// A list that no code branches on: a file of `data/lists/` with the columns
/// `code,en,zh,activeFrom,activeTo`, compiled in.
public struct ListTable: Equatable, Sendable {
    /// Its name, which is the file's: `ethnicities`.
    public let name: String
    /// Its entries in the order of the file, retired ones among them: old records name them.
    public let entries: [ListEntry]

    /// The lists there are.
    public static let names = [
        "deductions", "ethnicities", "hazards", "industries", "languages", "materials",
        "occupations",
    ]

    /// A list; `nil` when there is none of that name. Read once, when first asked for.
    public static func named(_ name: String) -> ListTable? {
        all[name]
    }

    /// The words for a stored code; the code itself when the list does not know it, so that an old
    /// or foreign value is shown rather than dropped.
    public func label(of code: String) -> Phrase {
        entry(code)?.label ?? Phrase(verbatim: code)
    }

    /// The entry with a code.
    public func entry(_ code: String) -> ListEntry? {
        entries.first { $0.code == code }
    }

    /// What may be chosen on a day.
    public func active(on day: CivilDate) -> [ListEntry] {
        entries.filter { $0.isActive(on: day) }
    }

    /// The entries active on a day whose code or words somebody typed the beginning of, in
    /// Chinese, pinyin or English; all of them for nothing typed.
    public func matching(_ typed: String, on day: CivilDate) -> [ListEntry] {
        let query = SearchQuery(typed)
        return active(on: day).filter { entry in
            query.matches(
                SearchKey.make(
                    names: [entry.label.chinese, entry.label.english], codes: [entry.code]))
        }
    }

    private static let all: [String: ListTable] = {
        var tables: [String: ListTable] = [:]
        for name in names {
            tables[name] = ListTable(name: name, entries: entries(of: "lists/\(name).csv"))
        }
        return tables
    }()

    private static func entries(of file: String) -> [ListEntry] {
        // A test reads every list: none can be unreadable here.
        let rows = (try? CSVReader.rows(Array(ReferenceData.bytes(file)))) ?? []
        return rows.dropFirst().compactMap { row in
            guard row.cells.count == 5 else { return nil }
            return ListEntry(
                code: row.cells[0], label: Phrase(row.cells[1], row.cells[2]),
                activeFrom: CivilDate(iso: row.cells[3]), activeTo: CivilDate(iso: row.cells[4]))
        }
    }
}
