import Testing

@testable import HomesCore

@Suite struct HistoryTests {
    @Test func `a history says who changed what from what to what, the latest first`() throws {
        let house = try HouseFixture()
        let admission = try house.admit(from: "2007-03-01")
        var changed = admission.person
        changed.prs_MaritalStatus = .married
        changed.dialect = .missing(.prefersNot)
        try house.store.editPerson(changed, by: house.manager)
        try house.store.moveBed(
            stayId: try house.stay(admission).id, to: house.beds[1].id, from: house.today,
            by: house.worker)
        let history = try house.store.history(
            personId: admission.person.id, by: house.worker)
        let marital = try #require(history.first { $0.field?.english == "Marital status" })
        #expect(marital.who == "Wang")
        #expect(marital.old?.english == "Not collected")
        #expect(marital.new == MaritalStatus.married.label)
        #expect(
            marital.what.chinese
                == "婚姻状况：未填写 → \(MaritalStatus.married.label.chinese)")
        #expect(
            history.first { $0.field?.english == "Dialect" }?.new == Gap.prefersNot.label)
        #expect(history.first?.operation.english == "Moved to another bed")
        #expect(history.last?.operation.english == "Admitted")
        #expect(history.contains { $0.noun == Stay.noun && $0.action.english == "added" })
        #expect(!history.contains { $0.field?.english == "Search key" })
    }

    @Test func `a history is shown to her own home, once the journal says so`() throws {
        let house = try HouseFixture()
        let admission = try house.admit()
        for signature in [house.elsewhere] {
            #expect(throws: StoreError.noSuchRecord) {
                try house.store.history(personId: admission.person.id, by: signature)
            }
        }
        #expect(throws: StoreError.refused(.roleMayNot)) {
            try house.store.history(personId: admission.person.id, by: house.supervisor)
        }
        _ = try house.store.history(personId: admission.person.id, by: house.worker)
        #expect(
            try house.count(
                "SELECT count(*) FROM audit WHERE action = 'show' AND personId = ?",
                [admission.person.id]) == 1)
    }
}
