import GRDB
import Testing

@testable import HomesCore

@Suite struct NotesTests {
    let fixture: WorkFixture

    init() throws { fixture = try WorkFixture() }

    private var store: HomesStore { fixture.store }

    private func note(_ text: String = "她说想回家看看。\n下周再谈。") -> Note {
        var note = Note()
        note.personId = fixture.person.id
        note.date = fixture.today
        note.text = text
        return note
    }

    private func notes(_ signature: Signature) throws -> [NoteLine] {
        try store.residentPage(fixture.person.id, by: signature).notes
    }

    @Test func `a draft is its author's alone until she signs it`() throws {
        var draft = try store.writeNote(note(), by: fixture.caseworker)
        draft.text += "又：她睡不好。"
        draft = try store.writeNote(draft, by: fixture.caseworker)
        #expect(try notes(fixture.caseworker).map(\.note) == [draft])
        #expect(try notes(fixture.manager).isEmpty)
        let history = try store.history(personId: fixture.person.id, by: fixture.manager)
        #expect(!history.contains { $0.noun == Note.noun })
        let own = try store.history(personId: fixture.person.id, by: fixture.caseworker)
        #expect(own.count { $0.noun == Note.noun } == 2)
        #expect(refusal { try store.writeNote(draft, by: fixture.manager) } == .noSuchRecord)
        #expect(refusal { try store.signNote(draft, by: fixture.manager) } == .noSuchRecord)
        #expect(
            refusal { try store.discardNote(draft.id, by: fixture.manager) } == .noSuchRecord)
        let today = try store.today(homeId: fixture.home.id, by: fixture.caseworker)
        #expect(today.casework.notesToSign.rows.map(\.recordId) == [draft.id])
        #expect(
            try store.today(homeId: fixture.home.id, by: fixture.manager).casework.notesToSign
                == .none)
        let signed = try store.signNote(draft, by: fixture.caseworker)
        #expect(signed.signedBy == fixture.caseworker.userId)
        #expect(try notes(fixture.manager).map(\.note.text) == [draft.text])
        // How it was worded before it was signed stays the author's.
        let after = try store.history(personId: fixture.person.id, by: fixture.manager)
        #expect(after.contains { $0.noun == Note.noun })
        #expect(!after.contains { $0.field?.english == "Text" })
        #expect(
            try store.today(homeId: fixture.home.id, by: fixture.caseworker).casework
                .notesToSign == .none)
    }

    @Test func `a signed note is changed, voided, deleted and undone by nobody`() throws {
        var signed = try store.signNote(note(), by: fixture.caseworker)
        signed.text = "别的"
        #expect(
            refusal { try store.writeNote(signed, by: fixture.caseworker) }
                == .refused(.noteIsSigned))
        #expect(
            refusal { try store.discardNote(signed.id, by: fixture.caseworker) }
                == .refused(.noteIsSigned))
        #expect(
            refusal {
                try store.void(
                    table: Note.table, id: signed.id, reason: "wrong", by: fixture.manager)
            } == .noSuchRecord)
        #expect(try store.lastUndoable(by: fixture.caseworker) == nil)
        var tried = 0
        for sql in [
            "UPDATE note SET text = 'x'", "UPDATE note SET date = '2010-03-01'",
            "UPDATE note SET kind = 'OTHER'", "UPDATE note SET voidedAt = updatedAt",
            "UPDATE note SET signedAt = NULL, signedBy = NULL", "DELETE FROM note",
            "UPDATE note SET createdBy = '\(fixture.manager.userId)'",
        ] {
            tried += 1
            #expect(throws: DatabaseError.self, "\(sql)") {
                try store.queue.inDatabase { try $0.execute(sql: sql) }
            }
        }
        print("notes: \(tried) ways of changing a signed note refused")
        // The control: a draft may be changed, and a file may be handed on with its notes.
        let draft = try store.writeNote(note("草稿"), by: fixture.caseworker)
        try store.queue.inDatabase { db in
            try db.execute(
                sql: "UPDATE note SET text = 'x' WHERE id = ?", arguments: [draft.id])
            try db.execute(
                sql: "UPDATE note SET personId = personId, updatedAt = updatedAt")
        }
        #expect(throws: DatabaseError.self) {
            try store.queue.inDatabase { db in
                try db.execute(
                    sql: "UPDATE note SET signedAt = updatedAt, signedBy = ? WHERE id = ?",
                    arguments: [fixture.manager.userId, draft.id])
            }
        }
    }

    @Test func `a signed note is amended by appending, in order`() throws {
        let signed = try store.signNote(note(), by: fixture.caseworker)
        var amendment = note("更正：是下下周。")
        amendment.amendsId = signed.id
        let first = try store.signNote(amendment, by: fixture.manager)
        amendment.text = "又及"
        let draft = try store.writeNote(amendment, by: fixture.caseworker)
        #expect(try notes(fixture.manager).map(\.amendments) == [[first]])
        #expect(try notes(fixture.caseworker).map(\.amendments) == [[first, draft]])
        #expect(try fixture.journal(.amendNote) == ["create note"])
        amendment.amendsId = draft.id
        #expect(
            refusal { try store.writeNote(amendment, by: fixture.caseworker) }
                == .refused(.noteNotSigned))
        amendment.amendsId = first.id
        #expect(
            refusal { try store.writeNote(amendment, by: fixture.caseworker) }
                == .refused(.noteNotSigned))
        let other = try fixture.addPerson("AH001-0002")
        amendment.amendsId = signed.id
        amendment.personId = other.id
        #expect(
            refusal { try store.writeNote(amendment, by: fixture.caseworker) }
                == .refused(.noteNotSigned))
        // The fixture's names have no search key; nothing else is odd.
        #expect(try store.check().allSatisfy { $0.rule.id == "searchKeys" })
    }

    @Test func `a note has a text and a day that has come`() throws {
        #expect(
            refusal { try store.writeNote(note(" \n"), by: fixture.caseworker) }
                == .refused(.invalidValue))
        var late = note()
        late.date = fixture.today.adding(days: 1)
        #expect(
            refusal { try store.signNote(late, by: fixture.caseworker) }
                == .refused(.dateInFuture))
        #expect(refusal { try store.writeNote(note(), by: fixture.elsewhere) } == .noSuchRecord)
    }

    @Test func `a draft thrown away comes back by undo`() throws {
        let draft = try store.writeNote(note(), by: fixture.caseworker)
        try store.discardNote(draft.id, by: fixture.caseworker)
        #expect(try notes(fixture.caseworker).isEmpty)
        let offer = try #require(try store.lastUndoable(by: fixture.caseworker))
        try store.undo(operationId: offer.operationId, by: fixture.caseworker)
        #expect(try notes(fixture.caseworker).map(\.note.text) == [draft.text])
    }
}

@Suite struct FlagsTests {
    let fixture: WorkFixture

    init() throws { fixture = try WorkFixture() }

    private var store: HomesStore { fixture.store }

    private func raise(_ message: String = "丈夫在找她") throws -> PersonFlag {
        var flag = PersonFlag()
        flag.personId = fixture.person.id
        flag.message = message
        return try store.raiseFlag(flag, by: fixture.caseworker)
    }

    @Test func `a flag stands on her page, in the list and on Today until it is resolved`() throws {
        let flag = try raise()
        #expect(flag.raisedBy == fixture.caseworker.userId && flag.raisedOn == fixture.today)
        func isListed() throws -> Bool? {
            try store.residentList(
                homeId: fixture.home.id, filter: .here, by: fixture.caseworker
            ).first?.isFlagged
        }
        func today() throws -> TodayList {
            try store.today(homeId: fixture.home.id, by: fixture.caseworker).casework.flags
        }
        #expect(try isListed() == true)
        #expect(try today().rows.map(\.personCode) == ["AH001-0001"])
        #expect(try !"\(today())".contains("丈夫"))
        #expect(
            refusal { try store.resolveFlag(flag.id, resolution: " ", by: fixture.manager) }
                == .refused(.reasonMissing))
        try store.resolveFlag(flag.id, resolution: "已离开本地", by: fixture.manager)
        #expect(
            refusal { try store.resolveFlag(flag.id, resolution: "x", by: fixture.manager) }
                == .refused(.flagResolved))
        #expect(try isListed() == false)
        #expect(try today() == .none)
        let page = try store.residentPage(fixture.person.id, by: fixture.caseworker)
        #expect(page.openFlags.isEmpty && page.flags.map(\.resolution) == ["已离开本地"])
        let offer = try #require(try store.lastUndoable(by: fixture.manager))
        try store.undo(operationId: offer.operationId, by: fixture.manager)
        #expect(try today().count == 1)
    }

    @Test func `an empty flag is none, and another home's is nobody's`() throws {
        #expect(refusal { try raise("  ") } == .refused(.invalidValue))
        let flag = try raise()
        #expect(
            refusal { try store.resolveFlag(flag.id, resolution: "x", by: fixture.elsewhere) }
                == .noSuchRecord)
        for sql in [
            "UPDATE flag SET resolution = 'x'", "UPDATE flag SET resolvedOn = '2010-03-05'",
            "DELETE FROM flag",
        ] {
            #expect(throws: DatabaseError.self, "\(sql)") {
                try store.queue.inDatabase { try $0.execute(sql: sql) }
            }
        }
        try store.sealPerson(fixture.person.id, reason: "threat", by: fixture.manager)
        let today = try store.today(homeId: fixture.home.id, by: fixture.caseworker)
        #expect(today.casework.flags == .none)
    }
}
