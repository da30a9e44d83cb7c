import GRDB

/// One line of who read a woman's file: the looks of one user on one day that follow each other.
public struct FileReader: Equatable, Sendable {
    /// The day.
    public let date: CivilDate
    /// The first and the last look of the run.
    public let from: Instant
    public let to: Instant
    /// The name of who it was.
    public let who: String
    /// In which role.
    public let role: Phrase
    /// The home she worked in; `nil` for the programme's staff.
    public let home: Phrase?
    /// What she did, in plain words, each once.
    public let what: [Phrase]
    /// What kinds of her records she wrote in, each once.
    public let wrote: [Phrase]
    /// Why, where a reason had to be given for looking.
    public let reasons: [String]
}

/// Who read a woman's file, to be shown to her: nothing in it is about anybody else.
public struct FileReaders: Equatable, Sendable {
    /// Her code.
    public let personCode: String
    /// The runs, the latest first.
    public let runs: [FileReader]
    /// When it was asked.
    public let at: Instant
    /// The programme's clock: minutes ahead of UTC.
    public let offsetMinutes: Int

    /// The heading.
    public static let title = Phrase("Who has seen your file", "谁看过您的资料")

    /// `09:05-09:40`, or one time.
    public func times(_ run: FileReader) -> String {
        let from = run.from.localTime(offsetMinutes: offsetMinutes)
        let to = run.to.localTime(offsetMinutes: offsetMinutes)
        return from == to ? from : from + "-" + to
    }

    /// What it is, in words for her.
    public static let explanation = Phrase(
        "Every time somebody opens your file, the program writes it down. Nobody can delete it. Ask "
            + "about any line you do not understand.",
        "每次有人打开您的资料，程序都会记录，任何人都不能删除。有不明白的地方，请随时询问。")

    /// When there is nothing to say.
    public static let nobody = Phrase("Nobody yet.", "还没有人看过。")
}

extension FileReader {
    /// What was done, and why where that had to be said.
    public var whatPhrase: Phrase {
        var phrase = FileReader.list(what, Phrase("; ", "；"))
        if !wrote.isEmpty {
            let written = Phrase("wrote: ", "登记：") + FileReader.list(wrote, Phrase(", ", "、"))
            phrase = what.isEmpty ? written : phrase + Phrase("; ", "；") + written
        }
        for reason in reasons {
            phrase =
                phrase + Phrase(" (reason: ", "（理由：") + Phrase(verbatim: reason)
                + Phrase(")", "）")
        }
        return phrase
    }
}

extension FileReader {
    private static func list(_ phrases: [Phrase], _ separator: Phrase) -> Phrase {
        phrases.dropFirst().reduce(phrases.first ?? Phrase("", "")) { $0 + separator + $1 }
    }
}

extension HomesStore {
    /// Who read or changed a woman's file, the latest first. That it is shown is in the journal
    /// before it is read, and so in the list itself.
    ///
    /// - Throws: `refused(.roleMayNot)`; `noSuchRecord` for a woman of another home.
    public func readers(
        of personId: String, by signature: Signature
    ) throws(StoreError) -> FileReaders {
        try perform(.showPerson, signature) { op in
            _ = try op.db.own(Person.self, personId, signature, for: .openRecord)
            try op.journal(.show, Person.table, personId, about: personId, field: "readers")
        }
        return try read(by: signature) { db in
            let person = try db.own(Person.self, personId, signature, for: .openRecord)
            return FileReaders(
                personCode: person.personCode,
                runs: try db.readerRuns(of: personId, signature.offsetMinutes), at: signature.at,
                offsetMinutes: signature.offsetMinutes)
        }
    }
}

extension Database {
    fileprivate func readerRuns(of personId: String, _ offset: Int) throws -> [FileReader] {
        let rows = try Row.fetchCursor(
            self,
            sql: """
                SELECT a.at, a.userId, coalesce(u.displayName, a.userId), a.role, h.nameEn,
                  h.nameZh, a.action, a."table", a.field, a.sealed, a.journal, a.seq, a.rowId
                FROM audit a LEFT JOIN user u ON u.id = a.userId
                  LEFT JOIN home h ON h.homeCode = a.journal
                WHERE \(aboutWholeFile("a.personId", "?")) ORDER BY a.id DESC LIMIT 20000
                """, arguments: [personId])
        var keys = PersonKeys()
        var runs: [ReaderRun] = []
        while let row = try rows.next() {
            guard let at = Instant(iso: row[0]) else { throw StoreError.damaged }
            let date = at.localDate(offsetMinutes: offset)
            if runs.last?.userId != row[1] || runs.last?.date != date {
                let nameEn: String? = row[4]
                let nameZh: String? = row[5]
                runs.append(
                    ReaderRun(
                        userId: row[1], date: date, from: at, to: at, who: row[2],
                        role: Role.label(of: row[3]),
                        home: nameEn.flatMap { english in nameZh.map { Phrase(english, $0) } }))
            }
            let last = runs.count - 1
            runs[last].from = min(at, runs[last].from)
            runs[last].take(row[6], row[7], row[8])
            // Of her own words nothing stands on the paper; why somebody had to look, does.
            guard ["breakGlass", "override"].contains(row[6] as String) else { continue }
            let said = try keys.said(
                JournalText(), row[9], about: personId,
                at: JournalPlace(journal: row[10], seq: row[11], rowId: row[12], field: row[8]),
                self)
            if case .text(let text) = said, let reason = text.reason {
                runs[last].reasons.append(reason)
            }
        }
        return runs.map(\.reader)
    }
}

/// A run that still grows.
private struct ReaderRun {
    let userId: String
    let date: CivilDate
    var from: Instant
    let to: Instant
    let who: String
    let role: Phrase
    let home: Phrase?
    var what: [Phrase] = []
    var wrote: [Phrase] = []
    var reasons: [String] = []

    var reader: FileReader {
        FileReader(
            date: date, from: from, to: to, who: who, role: role, home: home, what: what,
            wrote: wrote, reasons: reasons)
    }

    /// Adds an entry, unless the same was done before.
    mutating func take(_ action: String, _ table: String?, _ field: String?) {
        switch JournalAction(rawValue: action) {
        case .create, .update, .void, .restore, .undo, .import:
            let noun = table.flatMap { RecordKinds.kind(table: $0)?.noun }
            let words =
                table == Person.table || noun == nil
                ? Phrase("who you are", "基本信息") : noun ?? Phrase("", "")
            if !wrote.contains(words) { wrote.append(words) }
        default:
            let words = plainWords(action, table, field)
            if !what.contains(words) { what.append(words) }
        }
    }
}

/// What an entry says was done, in words that need no explanation.
private func plainWords(_ action: String, _ table: String?, _ field: String?) -> Phrase {
    let noun = table.flatMap { RecordKinds.kind(table: $0)?.noun }
    switch JournalAction(rawValue: action) {
    case .show where table == Home.table:
        return Phrase("saw a list with you on it", "查看含您的名单")
    case .show where field == "history":
        return Phrase("read what was changed", "查看修改历史")
    case .show where field == "readers":
        return Phrase("looked up who has seen your file", "查询谁看过您的资料")
    case .show where table == Person.table:
        return Phrase("opened your file", "打开您的资料")
    case .show, .search:
        return Phrase("read: ", "查看：") + (noun ?? Phrase("your file", "您的资料"))
    case .print:
        return Phrase("printed: ", "打印：") + (field.map { Sheets.title(of: $0) } ?? Phrase("", ""))
    case .export: return Phrase("printed or exported", "打印或导出")
    default: return JournalAction.label(of: action)
    }
}
