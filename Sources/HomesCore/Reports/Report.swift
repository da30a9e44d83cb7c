/// What a report is asked for.
public struct ReportRequest: Equatable, Sendable {
    /// The days it is about; a night is a period of one day.
    public var period: ReportPeriod
    /// Which homes.
    public var scope: OccupancyScope
    /// Who asks.
    public var signature: Signature

    /// A request.
    public init(period: ReportPeriod, scope: OccupancyScope = .programme, signature: Signature) {
        self.period = period
        self.scope = scope
        self.signature = signature
    }
}

/// A report: a value with its rule in words and the query that makes its table. Menu, preview,
/// text, CSV and JSON are made from it.
public struct Report: Sendable {
    /// What days it wants.
    public enum Days: Sendable {
        /// One night.
        case night
        /// A first and a last day, both included.
        case period
    }

    /// Its name on the command line and in JSON.
    public let id: String
    /// Its name for people.
    public let title: Phrase
    /// Its rule in one line (RULES.md, "Occupancy and utilisation").
    public let formula: Phrase
    /// What days it wants.
    public let days: Days
    /// Makes the table: every column has the id that JSON and CSV use.
    let table: @Sendable (HomesStore, ReportRequest) throws(StoreError) -> Table

    /// All reports, in the order of the menu.
    public static let all: [Report] = [.occupancy, .utilisation]
}

/// A report that was made.
public struct MadeReport: Equatable, Sendable {
    /// The report's id.
    public let id: String
    /// The figures, with period, rule, maker and source in the notes.
    public let table: Table
    /// When.
    public let generatedAt: Instant

    /// For a terminal or paper: one name column, in the reader's language.
    public func text(_ language: Language) -> String {
        forPeople(language).text(language)
    }

    /// For a spreadsheet: columns by their ids, which do not change with the language.
    public func csv() -> String {
        var named = table
        named.columns = table.columns.map {
            Table.Column($0.id, Phrase(verbatim: $0.id), $0.kind, alignment: $0.alignment)
        }
        return named.csv(.english)
    }

    /// `{"report","generatedAt","rows":[…]}`; figures with one decimal, null where n/a.
    public func json() -> String {
        JSON.object([
            JSON.Member("report", .string(id)),
            JSON.Member("generatedAt", .string(generatedAt.iso)),
            JSON.Member("rows", table.json(.english)),
        ]).text + "\n"
    }

    /// Without the columns that only machines want.
    public func forPeople(_ language: Language) -> Table {
        let other = language == .english ? "nameZh" : "nameEn"
        let kept = table.columns.indices.filter {
            table.columns[$0].id != other && table.columns[$0].id != "level"
        }
        var shown = table
        shown.columns = kept.map { table.columns[$0] }
        shown.rows = table.rows.map { row in kept.map { row[$0] } }
        return shown
    }
}

extension HomesStore {
    /// Makes a report; that it was made is in the journal.
    ///
    /// - Throws: `noSuchRecord` for an unknown province or home.
    public func make(_ report: Report, _ request: ReportRequest) throws(StoreError) -> MadeReport {
        try perform(.report, request.signature) { operation in
            try operation.db.require(.makeReport, at: nil, request.signature)
            try operation.journal(.export, new: report.id)
        }
        var table = try report.table(self, request)
        let (first, last) = (request.period.first.iso, request.period.last.iso)
        table.title =
            report.title
            + Phrase(verbatim: first == last ? " " + first : " " + first + " - " + last)
        let maker = try userName(request.signature.userId)
        let (at, offset) = (request.signature.at, request.signature.offsetMinutes)
        let moment =
            at.localDate(offsetMinutes: offset).iso + " " + at.localTime(offsetMinutes: offset)
        table.notes = [
            report.formula,
            Phrase(
                "Made \(moment) by \(maker) from this file.",
                "\(maker)于\(moment)根据本文件记录生成。"),
        ]
        return MadeReport(id: report.id, table: table, generatedAt: request.signature.at)
    }

    private func userName(_ id: String) throws(StoreError) -> String {
        try read { db in try db.fetch(User.self, id: id)?.userName ?? "" }
    }
}

extension Table.Column {
    /// The columns that every report of places begins with.
    static let place: [Table.Column] = [
        Table.Column("level", Phrase("Level", "层级")),
        Table.Column("code", Phrase("Code", "编号")),
        Table.Column("nameEn", Phrase("Name", "名称（英文）")),
        Table.Column("nameZh", Phrase("Chinese name", "名称")),
    ]
}
