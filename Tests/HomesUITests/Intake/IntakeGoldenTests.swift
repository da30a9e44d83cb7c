import HomesCore
import HomesUI
import TestSupport
import Testing

/// The intake from the empty form to the admission.
@Suite struct IntakeGoldenTests {
    @Test func `an empty form, its beginning and its end`() throws {
        try Journey.expectGoldens("intake", sizes: Journey.allSizes, "2")
        let down = String(repeating: "<Down>", count: 17)
        try Journey.expectGoldens("intake-contact", "2" + down)
        try Journey.expectGoldens("intake-risk", "2" + down + down)
        try Journey.expectGoldens("intake-bed", "2" + down + down + down + down)
    }

    @Test func `the identity number fills in what it says`() throws {
        let typed = "2341226198803050264<Enter>黄小丽"
        try Journey.expectGoldens("intake-number", sizes: Journey.allSizes, typed)
        try Journey.expectGoldens("intake-odd-number", "2341226198803050265<Enter>")
    }

    @Test func `a minor`() throws {
        try Journey.expectGoldens("intake-minor", "2<Down>丁香<Down>1994-01-20<Enter>")
    }

    @Test func `those who may be the same person`() throws {
        let typed = "2<Down>张秀英"
        try Journey.expectGoldens("intake-duplicates", sizes: Journey.allSizes, typed)
        try Journey.expectGoldens("duplicates", sizes: Journey.narrow, typed + "<F5>")
        try Journey.expectGoldens("duplicates-here", "2<Down>wxy<F5>")
        try Journey.expectGoldens("intake-again", typed + "<F5><Enter>")
    }

    @Test func `what is missing or wrong when it is saved`() throws {
        try Journey.expectGoldens("intake-nameless", sizes: Journey.narrow, "2<F10>")
        try Journey.expectGoldens("intake-faults", "2<Down>丁香<Down>1988-13-05<F10>")
    }

    @Test func `she is admitted`() throws {
        try Journey.expectGoldens(
            "intake-done", sizes: Journey.narrow, "2341226198803050264<Enter>黄小丽<F10>")
    }

    @Test func `the form that was left is taken up again`() throws {
        try Journey.expectGoldens("intake-draft", "2<Down>丁香<Esc>2")
    }

    @Test func `a home by day has no beds to give`() throws {
        try Journey.expectGoldens("intake-by-day", as: "hong", "2<Up>")
    }
}
