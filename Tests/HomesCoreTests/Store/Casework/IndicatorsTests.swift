import GRDB
import Testing

@testable import HomesCore

@Suite struct IndicatorsTests {
    let fixture: WorkFixture

    init() throws { fixture = try WorkFixture() }

    private var store: HomesStore { fixture.store }

    private func indicator(_ answer: YesNoUnknown, _ evidence: String? = nil) -> Indicator {
        var indicator = Indicator()
        indicator.caseId = fixture.file.id
        indicator.indicator = .deception
        indicator.answer = answer
        indicator.evidence = evidence
        indicator.assessedOn = fixture.today
        return indicator
    }

    private func line() throws -> IndicatorLine {
        let page = try store.residentPage(fixture.person.id, by: fixture.caseworker)
        return try #require(page.indicators.first { $0.indicator == .deception })
    }

    @Test func `a yes has its evidence, a decision somebody who made it`() throws {
        #expect(
            refusal { try store.assessIndicator(indicator(.yes, "  "), by: fixture.caseworker) }
                == .refused(.evidenceMissing))
        var decided = indicator(.yes, "She was promised 900 yuan and paid 300")
        decided.nextStep = "Ask the labour inspectorate"
        #expect(
            refusal { try store.assessIndicator(decided, by: fixture.caseworker) }
                == .refused(.deciderMissing))
        decided.decidedBy = "She and the manager"
        try store.assessIndicator(decided, by: fixture.caseworker)
        #expect(try line().record?.decidedBy == "She and the manager")
        decided.assessedOn = fixture.today.adding(days: 1)
        #expect(
            refusal { try store.assessIndicator(decided, by: fixture.caseworker) }
                == .refused(.dateInFuture))
        for sql in [
            "UPDATE indicator SET evidence = NULL", "UPDATE indicator SET decidedBy = NULL",
            "UPDATE indicator SET answer = '8'", "DELETE FROM indicator",
        ] {
            #expect(throws: DatabaseError.self, "\(sql)") {
                try store.queue.inDatabase { try $0.execute(sql: sql) }
            }
        }
    }

    @Test func `earlier answers are shown with their dates, the latest first`() throws {
        var first = indicator(.unknown)
        first.assessedOn = WorkFixture.day("2010-03-01")
        var second = try store.assessIndicator(first, by: fixture.caseworker)
        #expect(try line().earlier.isEmpty)
        second.answer = .yes
        second.evidence = "her words"
        second.assessedOn = WorkFixture.day("2010-03-03")
        var third = try store.assessIndicator(second, by: fixture.manager)
        third.answer = .no
        third.evidence = nil
        third.assessedOn = fixture.today
        try store.assessIndicator(third, by: fixture.caseworker)
        let earlier = try line().earlier
        #expect(earlier.map(\.answer) == [.yes, .unknown])
        #expect(earlier.map(\.evidence) == ["her words", nil])
        #expect(earlier.map(\.assessedOn?.iso) == ["2010-03-03", "2010-03-01"])
        #expect(earlier.map(\.who) == ["WANG", "LI"])
        // What was undone was never an answer.
        let offer = try #require(try store.lastUndoable(by: fixture.caseworker))
        try store.undo(operationId: offer.operationId, by: fixture.caseworker)
        #expect(try line().record?.answer == .yes)
        #expect(try line().earlier.map(\.answer) == [.unknown])
    }

    @Test func `an answer over one that was not seen is refused, not laid on top`() throws {
        try store.assessIndicator(indicator(.no), by: fixture.manager)
        let known = try #require(try line().record)
        #expect(
            refusal { try store.assessIndicator(indicator(.unknown), by: fixture.caseworker) }
                == .changedMeanwhile(table: "indicator", id: known.id))
        var stale = known
        stale.answer = .unknown
        try store.assessIndicator(stale, by: fixture.caseworker)
        stale.answer = .no
        #expect(
            refusal { try store.assessIndicator(stale, by: fixture.caseworker) }
                == .changedMeanwhile(table: "indicator", id: known.id))
        #expect(
            refusal { try store.assessIndicator(known, by: fixture.elsewhere) } == .noSuchRecord)
    }

    @Test func `answers touch neither level, status nor decision about trafficking`() throws {
        for indicator in ILOIndicator.allCases {
            var record = self.indicator(.yes, "seen")
            record.indicator = indicator
            try store.assessIndicator(record, by: fixture.caseworker)
        }
        let page = try store.residentPage(fixture.person.id, by: fixture.caseworker)
        #expect(page.currentCase == fixture.file)
        #expect(page.currentCase?.vic_TraffickingStatus == .notAssessed)
        #expect(page.openAlerts.isEmpty && page.flags.isEmpty)
        #expect(page.workflow == .new)
        #expect(page.indicators.map(\.indicator) == ILOIndicator.allCases)
    }
}
