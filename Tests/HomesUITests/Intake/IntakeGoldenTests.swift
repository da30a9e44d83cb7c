import HomesCore
import HomesUI
import TestSupport
import Testing

/// The intake from the empty form to the admission.
@Suite struct IntakeGoldenTests {
    @Test func `an empty form, its beginning and its end`() throws {
        try Journey.expectGoldens("intake", sizes: Journey.allSizes, "2")
        try Journey.expectGoldens("intake-door", "2<Up>")
        try Journey.expectGoldens("intake-contact", "2<PageDown>")
        try Journey.expectGoldens("intake-risk", "2" + pages(4))
        try Journey.expectGoldens("intake-consent", "2" + pages(8) + "1<Enter>")
        try Journey.expectGoldens(
            "intake-bed", sizes: Journey.narrow, "2" + pages(9) + "<Down><Down>")
        try Journey.expectGoldens(
            "intake-handed-in", "2" + pages(10) + "2 包<Enter><Enter>身份证<Enter>")
        try Journey.expectGoldens("intake-rare", "2" + pages(12))
    }

    private func pages(_ count: Int) -> String {
        String(repeating: "<PageDown>", count: count)
    }

    @Test func `stopped at once: a bed is enough, and her page says what to ask`() throws {
        try Journey.expectGoldens("intake-stopped", sizes: Journey.narrow, "2<F11>")
    }

    @Test func `the child of a woman who is here`() throws {
        try Journey.expectGoldens("intake-child", "1<Enter>+")
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
        try Journey.expectGoldens("intake-by-day", as: "hong", "2")
    }
}
