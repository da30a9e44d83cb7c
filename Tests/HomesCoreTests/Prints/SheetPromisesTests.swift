import Foundation
import GRDB
import TestSupport
import Testing

@testable import HomesCore

/// What must hold of every paper: registered first, marked, and nothing on it that exposes anybody.
@Suite struct SheetPromisesTests {
    // MARK: Registered

    @Test func `every paper is in the journal under the serial that it carries`() throws {
        let fixture = try SheetFixture()
        var serials: Set<String> = []
        var printed = 0
        for kind in Sheets.all {
            for language in SheetLanguage.allCases {
                let paper = try fixture.printed(kind, language)
                printed += 1
                serials.insert(paper.serial.text)
                let row = try #require(
                    try fixture.store.read {
                        try Row.fetchOne(
                            $0,
                            sql: """
                                SELECT action, field, userId, personId FROM audit
                                WHERE journal = ? AND seq = ?
                                """, arguments: [paper.serial.journal, paper.serial.number])
                    })
                #expect(row[0] == "print" && row[1] == kind.id && row[2] == fixture.lin.userId)
                #expect(row[3] == (kind.subject == .person ? fixture.personId : nil))
                for text in [paper.text, paper.html] {
                    // What shows nothing to a stranger carries the number alone; the rest is in
                    // the register under it.
                    let isDiscreet = kind.id == Sheets.plainCard.id
                    #expect(text.contains(String(paper.serial.number)))
                    #expect(text.contains(paper.serial.text) == !isDiscreet)
                    #expect(text.contains(paper.expiresOn.iso) == !isDiscreet)
                    #expect((text.contains("Lin") || text.contains("林")) == !isDiscreet)
                }
                #expect(
                    paper.expiresOn == fixture.lin.today.adding(days: kind.daysValid))
                #expect(paper.fileName == "\(kind.id)-AH-014-\(paper.serial.number)")
            }
        }
        print("\(printed) papers registered, \(serials.count) serials")
        #expect(serials.count == printed && printed == 3 * Sheets.all.count)
    }

    @Test func `S5: a journal that cannot be written prints nothing`() throws {
        let fixture = try SheetFixture()
        let refuse = """
            CREATE TEMP TRIGGER full BEFORE INSERT ON main.audit WHEN NEW.action = 'print'
            BEGIN SELECT RAISE(ABORT, 'homes:journalIsAppendOnly'); END
            """
        for kind in Sheets.all {
            _ = try fixture.printed(kind)
            try fixture.store.read { try $0.execute(sql: refuse) }
            #expect(throws: StoreError.self, "\(kind.id)") { try fixture.printed(kind) }
            try fixture.store.read { try $0.execute(sql: "DROP TRIGGER temp.full") }
        }
    }

    @Test func `whoever finds a paper can look it up, and is told about whom only if she may be`()
        throws
    {
        let fixture = try SheetFixture()
        let paper = try fixture.printed(Sheets.intake)
        let line = try fixture.store.paper(
            try #require(SheetSerial(" ah-014／\(paper.serial.number)")), by: fixture.lin)
        #expect(line.title == Sheets.intake.title && line.personCode == fixture.personCode)
        #expect(!line.isOver && line.language == .english)
        let elsewhere = try fixture.store.paper(
            paper.serial, by: fixture.programme.signature("mei", hour: 10))
        #expect(elsewhere.personCode == nil && elsewhere.title == line.title)
        let later = fixture.programme.signature("lin", on: "2007-06-23")
        #expect(try fixture.store.paper(paper.serial, by: later).isOver)
        #expect(throws: StoreError.noSuchRecord) {
            try fixture.store.paper(SheetSerial(journal: "AH-014", number: 1), by: fixture.lin)
        }
        let papers = try fixture.store.papers(homeId: fixture.lin.homeId ?? "", by: fixture.lin)
        #expect(papers.map(\.serial) == [paper.serial])
        for typed in ["", "8123", "AH-014/x", "AH-014/-3", "a/b/c"] {
            #expect(SheetSerial(typed) == nil, "\(typed)")
        }
    }

    @Test func `printing is in her history, and who has seen her file says which sheet`() throws {
        let fixture = try SheetFixture()
        _ = try fixture.printed(Sheets.callSheet)
        _ = try fixture.printed(Sheets.intake)
        let what = try fixture.store.readers(of: fixture.personId, by: fixture.lin)
            .runs[0].what.map(\.english)
        #expect(what.contains("printed: Intake sheet"))
        let history = try fixture.store.history(personId: fixture.personId, by: fixture.lin)
        #expect(history[0].what.english.hasPrefix("Intake sheet: printed"))
        #expect(try fixture.store.lastUndoable(by: fixture.lin)?.operation != .printSheet)
    }

    // MARK: Nobody is exposed

    /// The phone numbers before which nothing says whether she may be called.
    private func bareNumbers(_ text: String) -> [String] {
        let flags = ["call, ", "do NOT call", "UNSAFE", "可打电话", "不可打电话", "不安全"]
        var isFlagged = false
        var bare: [String] = []
        for line in text.split(separator: "\n") {
            if line.hasPrefix("==") { isFlagged = false }
            if flags.contains(where: { line.contains($0) }) { isFlagged = true }
            if line.contains(/(?:^|[^0-9])1[3-9][0-9]{9}(?:[^0-9]|$)/), !isFlagged {
                bare.append(String(line))
            }
        }
        return bare
    }

    @Test func `P4: no paper has a phone number before its safe-contact flags`() throws {
        #expect(bareNumbers("Phone  13800000002\nSafe  UNSAFE").count == 1)
        #expect(bareNumbers("Safe  UNSAFE\n== next\nPhone  13800000002").count == 1)
        #expect(bareNumbers("Safe  UNSAFE\nPhone  13800000002").isEmpty)
        var papers = 0
        var numbers = 0
        let fixture = try SheetFixture()
        for (_, personId) in fixture.programme.people.sorted(by: { $0.key < $1.key }) {
            for kind in Sheets.all {
                for language in [SheetLanguage.english, .chinese] {
                    let request = SheetRequest(
                        kind.id, about: kind.subject == .person ? personId : nil, in: language)
                    guard
                        let printed = try? fixture.store.printSheet(
                            request, second: kind.needsSecond ? fixture.manager.proof : nil,
                            by: fixture.lin)
                    else { continue }
                    papers += 1
                    numbers += printed.text.matches(of: /1380000[0-9]{4}/).count
                    let bare = bareNumbers(printed.text)
                    #expect(bare.isEmpty, "\(kind.id): \(bare)")
                }
            }
        }
        print("P4: \(numbers) phone numbers on \(papers) papers, each behind its flags")
        #expect(numbers > 0 && papers > 50)
    }

    @Test func `no number is printed where nothing is safe, and no code phrase at all`() throws {
        let fixture = try SheetFixture()
        var contact = Contact()
        contact.personId = fixture.personId
        contact.kind = .family
        contact.name = .said("赵大山")
        contact.phone = .said("13900009999")
        contact.codePhrase = .said("梨花开了")
        try fixture.store.addContact(contact, by: fixture.lin)
        for kind in Sheets.all {
            let text = try fixture.printed(kind, .chinese).text
            #expect(!text.contains("梨花开了") && !text.contains("李子熟了"), "\(kind.id)")
            if !kind.isHers { #expect(!text.contains("13900009999"), "\(kind.id)") }
        }
        #expect(try fixture.printed(Sheets.ownFile).text.contains("13900009999"))
    }

    @Test func `the plain card tells a stranger nothing, its mark and file among it`() throws {
        let fixture = try SheetFixture()
        #expect(MigrationCard.isGiveaway(try fixture.printed(Sheets.planCard).text))
        for language in SheetLanguage.allCases {
            let card = try fixture.printed(Sheets.plainCard, language)
            let body = card.html.components(separatedBy: "</style>")[1]
                .replacing(/<[^>]*>/, with: "")
            for text in [card.text, body, card.fileName] {
                #expect(!MigrationCard.isGiveaway(text), "\(text)")
                #expect(!text.contains("Yingshang") && !text.contains("颍上"))
            }
            for line in card.text.split(separator: "\n") {
                #expect(ColumnWidth.of(line) <= card.sheet.paper.columns)
            }
        }
    }

    @Test func `lists have no names, and nobody whose record is sealed`() throws {
        let fixture = try SheetFixture()
        let home = try #require(fixture.programme.homes["AH-014"])
        let names = try fixture.store.residentList(
            homeId: home.id, filter: .all, names: true, by: fixture.lin
        ).compactMap(\.name)
        #expect(names.count > 5)
        let lists = Sheets.about(.home)
        for kind in lists {
            let text = try fixture.printed(kind, .chinese).text
            for name in names { #expect(!text.contains(name), "\(kind.id)") }
        }
        let shown = try lists.count {
            try fixture.printed($0).text.contains(fixture.personCode)
        }
        #expect(shown > 1)
        try fixture.store.sealPerson(
            fixture.personId, reason: "threat", by: fixture.manager)
        for kind in lists {
            #expect(try !fixture.printed(kind).text.contains(fixture.personCode), "\(kind.id)")
        }
        #expect(throws: StoreError.noSuchRecord) { try fixture.printed(Sheets.intake) }
    }

    // MARK: Her own copy

    @Test func `S9: the copy of her file takes two persons with their own passwords`() throws {
        let fixture = try SheetFixture()
        let request = SheetRequest("own-file", about: fixture.personId, in: .chinese)
        func refused(_ second: PasswordProof?) -> StoreError? {
            refusal { try fixture.store.printSheet(request, second: second, by: fixture.lin) }
        }
        #expect(refused(nil) == .refused(.needsTwoPersons))
        #expect(refused(fixture.lin.proof) == .refused(.needsTwoPersons))
        #expect(
            refused(fixture.programme.signature("admin", hour: 10).proof)
                == .refused(.needsTwoPersons))
        #expect(
            refused(fixture.programme.signature("mei", hour: 10).proof)
                == .refused(.needsTwoPersons))
        let old = fixture.programme.signature("manager", hour: 8).proof
        #expect(refused(old) == .refused(.passwordNeeded))
        let before = try fixture.store.papers(homeId: fixture.lin.homeId ?? "", by: fixture.lin)
        #expect(before.isEmpty)
        _ = try fixture.printed(Sheets.ownFile)
    }

    @Test func `a record kind is in the copy of her file, or it is said why not`() {
        let known = Set(OwnFile.parts.map(\.table)).union(OwnFile.leftOut.keys)
        let all = Set(RecordKinds.all.map(\.table))
        #expect(all.subtracting(known).isEmpty)
        #expect(known.subtracting(all).isEmpty)
        #expect(Set(OwnFile.parts.map(\.table)).isDisjoint(with: OwnFile.leftOut.keys))
        print("\(all.count) record kinds: \(OwnFile.leftOut.count) left out of her copy, with why")
    }

    @Test func `her copy as CSV says what the paper says, a line a value, and nothing runs`() throws
    {
        let fixture = try SheetFixture()
        for language in [SheetLanguage.english, .chinese, .both] {
            let printed = try fixture.printed(Sheets.ownFile, language)
            let rows = try CSVReader.rows(Array(printed.csv.utf8))
            #expect(rows.count > 60)
            #expect(rows.allSatisfy { $0.cells.count == 4 })
            let paper = printed.text.filter { !$0.isWhitespace }
            for row in rows.dropFirst(2) where row.cells[3].count < 20 {
                let said = row.cells[3].filter { !$0.isWhitespace }
                #expect(paper.contains(said), "\(language): \(row.cells)")
            }
            #expect(printed.csv.contains(printed.serial.text))
        }
        #expect(Sheets.all.filter(\.isPortable).map(\.id) == ["own-file"])
    }

    @Test func `a signed note is in the copy of her file, a draft is not`() throws {
        let fixture = try SheetFixture()
        var note = Note()
        note.personId = fixture.personId
        note.date = fixture.lin.today
        note.text = "听她说完了"
        _ = try fixture.store.signNote(note, by: fixture.lin)
        note.text = "还没写完"
        _ = try fixture.store.writeNote(note, by: fixture.lin)
        let text = try fixture.printed(Sheets.ownFile, .chinese).text
        #expect(text.contains("听她说完了") && !text.contains("还没写完"))
    }

    @Test func `nothing of another woman is in the copy of her file`() throws {
        let fixture = try SheetFixture()
        let home = try #require(fixture.programme.homes["AH-014"])
        let others = try fixture.store.residentList(
            homeId: home.id, filter: .all, names: true, by: fixture.lin
        ).filter { $0.personId != fixture.personId }
        var looked = 0
        for row in others {
            let request = SheetRequest("own-file", about: row.personId, in: .chinese)
            guard
                let text = try? fixture.store.printSheet(
                    request, second: fixture.manager.proof, by: fixture.lin
                ).text
            else { continue }
            #expect(text.contains(row.personCode))
            for other in others where other.personId != row.personId {
                looked += 1
                #expect(!text.contains(other.personCode))
                if let name = other.name { #expect(!text.contains(name)) }
            }
        }
        #expect(looked > 20)
    }
}
