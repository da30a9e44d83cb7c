import GRDB
import Testing

@testable import HomesCore

/// Reading one record that is closed: with a reason, for half an hour, reviewed afterwards.
@Suite struct BreakGlassTests {
    private let fixture: WorkFixture
    private let reason = "The hospital asks for her blood group"

    init() throws { fixture = try WorkFixture() }

    private func proof(_ signature: Signature) -> PasswordProof {
        PasswordProof(userId: signature.userId, at: signature.at)
    }

    private func later(_ signature: Signature, minutes: Int) -> Signature {
        var signature = signature
        signature.at = signature.at.adding(seconds: minutes * 60)
        return signature
    }

    @discardableResult
    private func open(_ signature: Signature, code: String = "AH001-0001") throws -> GlassBreak {
        try fixture.store.breakGlass(
            personCode: code, reason: reason, proof: proof(signature), by: signature)
    }

    private func page(_ signature: Signature) -> StoreError? {
        refusal { try fixture.store.residentPage(fixture.person.id, by: signature) }
    }

    /// Closes her case, which nobody owns.
    private func closeCase() throws {
        var request = ClosureRequest()
        request.caseId = fixture.file.id
        try fixture.store.closeCase(request, by: fixture.manager)
    }

    @Test func `a supervisor reads one record for thirty minutes, and nothing else`() throws {
        let supervisor = fixture.supervisor
        #expect(page(supervisor) == .refused(.roleMayNot))
        try open(supervisor)
        let shown = try fixture.store.residentPage(fixture.person.id, by: supervisor)
        #expect(shown.glassUntil == supervisor.at.adding(seconds: 1_800))
        #expect(try !fixture.store.history(personId: fixture.person.id, by: supervisor).isEmpty)
        #expect(page(later(supervisor, minutes: 29)) == nil)
        #expect(page(later(supervisor, minutes: 30)) == .refused(.roleMayNot))
        let before = later(supervisor, minutes: -1)
        #expect(page(before) == .refused(.roleMayNot))
        let other = try fixture.addPerson("AH001-0009")
        #expect(
            refusal { try fixture.store.residentPage(other.id, by: supervisor) }
                == .refused(.roleMayNot))
        var person = shown.person
        person.alias = .said("x")
        #expect(
            refusal { try fixture.store.editPerson(person, by: supervisor) }
                == .refused(.roleMayNot))
        let journal = try fixture.journal(.breakGlass)
        #expect(journal == ["create glassBreak", "breakGlass person"])
    }

    @Test func `a caseworker needs it for a closed case of another, and only there`() throws {
        let worker = fixture.caseworker
        guard case .notAllowed? = refusal({ try open(worker) }) else {
            Issue.record("an open record was opened under glass")
            return
        }
        try closeCase()
        #expect(page(worker) == .refused(.caseIsClosed))
        try open(worker)
        #expect(page(worker) == nil)
        #expect(page(fixture.manager) == nil)
        #expect(refusal { try open(fixture.elsewhere) } == .noSuchRecord)
        for signature in [fixture.manager, fixture.officer] {
            #expect(refusal { try open(signature) } == .refused(.roleMayNot))
        }
    }

    @Test func `it takes her own password, a reason and a record that is there`() throws {
        let supervisor = fixture.supervisor
        func tried(_ code: String, _ reason: String, _ proof: PasswordProof) -> StoreError? {
            refusal {
                try fixture.store.breakGlass(
                    personCode: code, reason: reason, proof: proof, by: supervisor)
            }
        }
        #expect(
            tried("AH001-0001", reason, proof(fixture.manager)) == .refused(.passwordNeeded))
        let old = PasswordProof(
            userId: supervisor.userId, at: supervisor.at.adding(seconds: -121))
        #expect(tried("AH001-0001", reason, old) == .refused(.passwordNeeded))
        let short = "   nineteen characters   "
        #expect(tried("AH001-0001", short, proof(supervisor)) == .refused(.glassReason))
        #expect(tried("AH001-0404", reason, proof(supervisor)) == .noSuchRecord)
        try fixture.store.sealPerson(fixture.person.id, reason: "threat", by: fixture.manager)
        #expect(tried("AH001-0001", reason, proof(supervisor)) == .noSuchRecord)
    }

    @Test func `the manager sees it until she has reviewed it, and 72 hours suspend the user`()
        throws
    {
        let glass = try open(fixture.supervisor)
        let home = fixture.home.id
        #expect(try fixture.store.today(homeId: home, by: fixture.manager).glassToReview.count == 1)
        #expect(try fixture.store.today(homeId: home, by: fixture.caseworker).glassToReview.isEmpty)
        let inTime = later(fixture.supervisor, minutes: 72 * 60)
        try open(inTime)
        let late = later(fixture.supervisor, minutes: 72 * 60 + 1)
        #expect(refusal { try open(late) } == .refused(.glassSuspended))
        for signature in [fixture.supervisor, fixture.caseworker] {
            #expect(
                refusal {
                    try fixture.store.reviewBreakGlass(glass.id, finding: .justified, by: signature)
                } == .refused(.roleMayNot))
        }
        #expect(
            refusal {
                try fixture.store.reviewBreakGlass(
                    glass.id, finding: .notJustified, by: fixture.manager)
            } == .refused(.reasonMissing))
        try fixture.store.reviewBreakGlass(
            glass.id, finding: .notJustified, note: "spoken to", by: fixture.manager)
        #expect(
            refusal {
                try fixture.store.reviewBreakGlass(
                    glass.id, finding: .justified, by: fixture.manager)
            } == .refused(.glassReviewed))
        try open(late)
        let left = try fixture.store.glassToReview(homeId: home, by: fixture.manager)
        #expect(left.count == 2)
        #expect(!left.map(\.id).contains(glass.id))
    }
}
