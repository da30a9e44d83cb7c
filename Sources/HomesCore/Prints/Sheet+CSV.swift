extension Sheet {
    /// The sheet for a spreadsheet or another program (RFC 4180): one line a value, under which head
    /// it stands, in which record, what it is and what it says. What is only there to be written on
    /// by hand is left out. With the mark by which spreadsheets know UTF-8.
    ///
    /// Her own copy is given out like this because it is hers to take elsewhere (PIPL 45).
    public func csv(_ language: SheetLanguage) -> String {
        var rows = SheetRows(language: language)
        rows.part = title
        if let mark {
            rows.add(Phrase("Serial", "流水号"), Phrase(verbatim: mark.serial))
            rows.add(Phrase("Printed", "打印"), mark.phrase)
        }
        if subtitle != Phrase(verbatim: "") { rows.add(Phrase("About", "关于"), subtitle) }
        for block in blocks { rows.add(block) }
        return rows.text
    }
}

/// The lines of a sheet's CSV, while they are made.
private struct SheetRows {
    let language: SheetLanguage
    /// The head under which the next lines stand.
    var part = Phrase(verbatim: "")
    /// The number of the record under its head; 0 before the first.
    private var record = 0
    private(set) var text = "\u{FEFF}"

    init(language: SheetLanguage) {
        self.language = language
        text += CSVWriter.line(
            [
                Phrase("Part", "部分"), Phrase("Record", "记录"), Phrase("What", "项目"),
                Phrase("Says", "内容"),
            ].map(language.line))
    }

    mutating func add(_ what: Phrase, _ says: Phrase) {
        text += CSVWriter.line(
            [
                language.line(part), record == 0 ? "" : String(record),
                language.line(what), language.line(says),
            ])
    }

    mutating func add(_ block: SheetBlock) {
        switch block {
        case .heading(let title):
            part = title
            record = 0
        case .facts(let facts):
            record += 1
            for fact in facts { add(fact.label, fact.value) }
        case .table(let table):
            for row in table.rows {
                record += 1
                for (column, cell) in zip(table.columns, row) { add(column.label, cell) }
            }
        case .checks(let checks):
            for check in checks { add(check.text, (check.isTicked ? YesNo.yes : .no).label) }
        case .paragraph(let words): add(Phrase(verbatim: ""), words)
        case .writing, .question, .signatures, .panels, .newPage: break
        }
    }
}
