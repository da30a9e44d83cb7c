import GRDB
import Testing

@testable import HomesCore

/// One row of a field table is enough: what stands in it is a property, a column, what the journal
/// says of a change, and what her paper and its CSV say. For every field of every record kind.
@Suite struct FieldTableTests {
    /// Two different values that a field takes.
    private func samples<R: HomesCore.Record>(_ field: Field<R>) -> [StoredValue] {
        let candidates: [StoredValue]
        switch field.kind {
        case .text, .note, .code, .list, .secret:
            candidates = [.text("Zz \(field.name) 甲"), .text("Yy \(field.name) 乙")]
        case .date: candidates = [.text("2006-02-28"), .text("2006-03-01")]
        case .approximateDate: candidates = [.text("1989-02"), .text("1990")]
        case .integer(let range):
            candidates = [.integer(range.lowerBound), .integer(range.upperBound)]
        case .choice(let choices): candidates = choices.map { .text($0.code) }
        case .county: candidates = [.text("340121"), .text("440106")]
        case .identityNumber:
            candidates = [.text("34122119890211002X"), .text("341221198902110038")]
        case .phone: candidates = [.text("13812345678"), .text("055112345")]
        case .reference: candidates = [.text("id-a"), .text("id-b")]
        case .kept:
            candidates = [
                .integer(0), .integer(1), .text("2006-02-28"), .text("2006-03-01"),
                .text("2006-03-01T10:00:00.000Z"), .text("2006-03-02T10:00:00.000Z"),
                .text("a"), .text("b"), .text("TEMPORARY"), .text("OWN"),
            ]
        }
        var record = R()
        var taken: [StoredValue] = []
        for value in candidates where field.set(&record, value) {
            let kept = field.get(record)
            if kept == value, kept != .text("99"), !taken.contains(kept) { taken.append(kept) }
        }
        return Array(taken.suffix(2))
    }

    /// A record with a value in every field that takes one.
    private func full<R: HomesCore.Record>(_ type: R.Type, _ index: Int) -> R {
        var record = R()
        for field in R.fields {
            let values = samples(field)
            if values.indices.contains(index) { _ = field.set(&record, values[index]) }
        }
        return record
    }

    /// A file in which a row needs nobody beside it: what is asked here is where a value goes, not
    /// which may be.
    private func loose() throws -> HouseFixture {
        let house = try HouseFixture()
        try house.store.queue.inDatabase { db in
            let triggers = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
            for name in triggers { try db.execute(sql: "DROP TRIGGER \"\(name)\"") }
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
        }
        return house
    }

    /// Saves a full record, changes each of its fields, and looks into the journal.
    private func change<R: HomesCore.Record>(_ type: R.Type, _ house: HouseFixture) throws -> Int {
        var changed = 0
        let made = try house.store.perform(.editRecord, house.worker) { op in
            try op.insert(full(R.self, 0), about: nil)
        }
        for field in R.fields {
            let values = samples(field)
            #expect(values.count == 2, "\(R.table).\(field.name) takes \(values)")
            guard values.count == 2 else { continue }
            let done: Change = try house.store.perform(.editRecord, house.worker) { op in
                try change(field, of: made.id, to: values[1], &op)
            }
            let name = "\(R.table).\(field.name)"
            #expect(done.before == values[0] && done.after == values[1], "\(name)")
            #expect(done.said.map(\.field) == [field.name], "\(name)")
            guard let entry = done.said.first, !field.isUnderSecondKey else { continue }
            #expect(entry.text.old == values[0].journalText, "\(name)")
            #expect(entry.text.new == values[1].journalText, "\(name)")
            changed += 1
        }
        return changed
    }

    /// What one change of one field was.
    private struct Change {
        let before: StoredValue
        let after: StoredValue
        let said: [Said]
    }

    /// An entry of the journal.
    private struct Said {
        let field: String?
        let text: JournalText
    }

    private func change<R: HomesCore.Record>(
        _ field: Field<R>, of id: String, to value: StoredValue, _ op: inout Operation
    ) throws -> Change {
        var record = try op.db.existing(R.self, id)
        let before = field.get(record)
        _ = field.set(&record, value)
        _ = try op.update(record, about: nil)
        let after = field.get(try op.db.existing(R.self, id))
        return Change(before: before, after: after, said: try said(of: R.table, id, op))
    }

    /// What the journal says that an operation did to a row.
    private func said(
        of table: String, _ id: String, _ op: Operation
    ) throws -> [Said] {
        var keys = PersonKeys()
        return try Row.fetchAll(
            op.db,
            sql: """
                SELECT field, old, new, sealed, personId, journal, seq FROM audit
                WHERE operationId = ? AND "table" = ? AND rowId = ?
                """, arguments: [op.id, table, id]
        ).map { row in
            let text = JournalText(old: row[1], new: row[2])
            guard let person: String = row[4] else { return Said(field: row[0], text: text) }
            let place = JournalPlace(journal: row[5], seq: row[6], rowId: id, field: row[0])
            let said = try keys.said(text, row[3], about: person, at: place, op.db)
            guard case .text(let open) = said else { return Said(field: row[0], text: text) }
            return Said(field: row[0], text: open)
        }
    }

    @Test func `every field is a property, a column, and one entry of the journal`() throws {
        let house = try loose()
        var fields = 0
        for kind in RecordKinds.all {
            fields += try change(kind.type, house)
        }
        print("\(fields) fields of \(RecordKinds.all.count) record kinds changed one by one")
        #expect(fields > 400)
    }

    @Test func `every field that people type reads in both languages, on paper and as CSV`() {
        var told = 0
        for kind in RecordKinds.all { told += paper(kind.type) }
        print("\(told) fields read on paper and as CSV")
        #expect(told > 300)
    }

    private func paper<R: HomesCore.Record>(_ type: R.Type) -> Int {
        let facts = full(R.self, 0).facts()
        let typed = R.fields.filter(\.kind.isTyped)
        #expect(facts.map(\.label) == typed.map(\.label), "\(R.table)")
        let sheet = Sheet(title: R.noun, blocks: [.heading(R.noun), .facts(facts)])
        for language in Language.allCases {
            let csv = sheet.csv(SheetLanguage(language))
            let text = sheet.text(SheetLanguage(language)).filter { !$0.isWhitespace }
            for (fact, field) in zip(facts, typed) {
                let cells = CSVWriter.line(
                    [R.noun, Phrase(verbatim: "1"), fact.label, fact.value].map { $0(language) })
                #expect(csv.contains(cells), "\(R.table).\(field.name) in \(language)")
                #expect(
                    text.contains(fact.value(language).filter { !$0.isWhitespace }),
                    "\(R.table).\(field.name) in \(language)")
                guard case .choice(let choices) = field.kind else { continue }
                #expect(
                    choices.contains { $0.label(language) == fact.value(language) },
                    "\(R.table).\(field.name) shows a code")
            }
        }
        return facts.count
    }
}
