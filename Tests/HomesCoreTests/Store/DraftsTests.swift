import Testing

@testable import HomesCore

@Suite struct DraftsTests {
    private func draft(_ form: String, _ recordId: String = "", texts: [String: String]) -> Draft {
        Draft(
            form: form, recordId: recordId, title: "Intake", focus: "nameZh",
            fields: texts.sorted { $0.key < $1.key }.map {
                Draft.Text(field: $0.key, text: $0.value)
            }
        )
    }

    @Test func `a draft comes back as it was typed, right or wrong`() throws {
        let house = try HouseFixture()
        let typed = draft(
            "intake", texts: ["nameZh": "王", "prs_Birthdate": "31/2/90 ;'\"\n\u{200B}"])
        try house.store.saveDraft(typed, by: house.worker)
        var kept = try #require(
            try house.store.draft(userId: house.worker.userId, form: "intake"))
        #expect(kept.savedAt == HouseFixture.now)
        kept.savedAt = typed.savedAt
        #expect(kept == typed)
    }

    @Test func `there is one draft a user, form and record, the last one`() throws {
        let house = try HouseFixture()
        try house.store.saveDraft(draft("intake", texts: ["a": "1", "b": "2"]), by: house.worker)
        try house.store.saveDraft(draft("intake", texts: ["a": "3"]), by: house.worker)
        try house.store.saveDraft(draft("intake", "r1", texts: ["a": "4"]), by: house.worker)
        try house.store.saveDraft(draft("intake", texts: ["a": "5"]), by: house.manager)
        let drafts = try house.store.drafts(userId: house.worker.userId)
        #expect(drafts.count == 2)
        #expect(
            try house.store.draft(userId: house.worker.userId, form: "intake")?.fields
                == [Draft.Text(field: "a", text: "3")])
        try house.store.discardDraft(userId: house.worker.userId, form: "intake")
        try house.store.discardDraft(userId: house.worker.userId, form: "intake")
        #expect(try house.store.draft(userId: house.worker.userId, form: "intake") == nil)
        #expect(try house.store.drafts(userId: house.worker.userId).map(\.recordId) == ["r1"])
        #expect(try house.store.drafts(userId: house.manager.userId).count == 1)
        #expect(try house.count("SELECT count(*) FROM draftField") == 2)
    }

    @Test func `drafts leave nothing in the journal`() throws {
        let house = try HouseFixture()
        let before = try house.count("SELECT count(*) FROM audit")
        try house.store.saveDraft(draft("intake", texts: ["nameZh": "王小明"]), by: house.worker)
        try house.store.discardDraft(userId: house.worker.userId, form: "intake")
        #expect(try house.count("SELECT count(*) FROM audit") == before)
    }
}
