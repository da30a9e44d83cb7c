import Testing

@testable import HomesCore

/// What to do about a signal: every signal has somebody to go to, danger first.
@Suite struct NextStepTests {
    private static let danger: [ExploitationSignal] = [
        .violenceOrThreats, .coercedToContinue, .cannotLeave, .noOwnID, .twoMissedContacts,
    ]

    @Test func `without a signal there is nothing to do`() {
        #expect(NextStep.after([]).isEmpty)
    }

    @Test(arguments: ExploitationSignal.allCases)
    func `each signal leads to somebody, and the hotline closes the list`(
        signal: ExploitationSignal
    ) {
        let steps = NextStep.after([signal])
        #expect(steps.count > 1)
        #expect(steps.last?.help == .womensHotline)
        #expect((steps.first?.help == .police) == Self.danger.contains(signal))
    }

    @Test func `all signals together name nobody twice for the same, and the police first`() {
        let steps = NextStep.after(ExploitationSignal.allCases)
        #expect(Set(steps.map(\.text)).count == steps.count)
        #expect(Set(steps.map(\.help)) == Set(HelpLine.allCases))
        #expect(steps.first?.help == .police)
        #expect(Set(HelpLine.allCases.map(\.number)) == ["110", "12333", "12348", "12338"])
    }

    @Test(arguments: HelpLine.allCases, [Language.english, .chinese])
    func `a referral says what was found, fits its field, and ticks nothing to go along`(
        help: HelpLine, language: Language
    ) throws {
        let referral = Referral(
            to: help, after: ExploitationSignal.allCases, raisedOn: WorkFixture.day("2010-03-05"),
            in: language)
        let reason = try #require(referral.reason)
        #expect(reason.hasPrefix("2010-03-05 "))
        #expect(referral.toOrganisation == help.label(language))
        #expect(referral.shared.isEmpty)
        guard case .text(let limit)? = Referral.field("reason")?.kind else {
            Issue.record("the reason is no text")
            return
        }
        #expect(reason.count <= limit, "\(reason.count)")
    }
}
