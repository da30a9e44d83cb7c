import HomesCore
import HomesUI
import TestSupport
import Testing

/// The door, the list of who is expected, absences and belongings, in both languages.
@Suite struct ArrivalsGoldenTests {
    @Test func `the other forms of the door`() throws {
        try Journey.expectGoldens(
            "reservation-form", sizes: Journey.narrow, "2<Up>2<Enter><Down>雨伞<Enter>")
        try Journey.expectGoldens("turn-away-form", sizes: Journey.narrow, "2<Up>3<Enter>3<Enter>")
        try Journey.expectGoldens(
            "visit-form", sizes: Journey.narrow, "2<Up>4<Enter><Down>4<Enter>")
    }

    private let some =
        "we<Down>雨伞<Enter>车站<Enter><Enter>1/3<F10>ezm<Enter><Enter>t+2<F10>" + "t3<Enter>1<F10>"
        + "b<Down>4<Enter>3<PageDown>1<F10>"

    @Test func `who is expected`() throws {
        try Journey.expectGoldens("arrivals-empty", "w")
        try Journey.expectGoldens("arrivals", sizes: Journey.allSizes, some + "<Home>")
        try Journey.expectGoldens("today-expected", some + "<Esc>")
        try Journey.expectGoldens("beds-expected", some + "<Esc>3<Right><Right>")
        try Journey.expectGoldens("intake-expected", some + "<Home><Enter>")
    }

    @Test func `she goes out`() throws {
        try Journey.expectGoldens("absence-form", sizes: Journey.narrow, "1<Enter>o1<Enter>")
        try Journey.expectGoldens("absence-out", "1<Enter>o1<F10>2")
        try Journey.expectGoldens("absence-missing", "1<Enter>o4<F10><Esc>")
        try Journey.expectGoldens("absence-edit", "1<Enter>o1<F10>2<Down><Enter>")
        try Journey.expectGoldens("today-missing", "1<Enter>o4<F10><Esc><Esc><Esc>")
    }

    @Test func `what is kept for her`() throws {
        let items = "1<Enter>gn2 包, 手机<Enter><Enter>身份证<Enter>1"
        try Journey.expectGoldens("belonging-form", sizes: Journey.narrow, items)
        try Journey.expectGoldens("belongings", sizes: Journey.narrow, items + "<F10><Home>b")
        try Journey.expectGoldens("belongings-empty", "1<Enter>g")
        try Journey.expectGoldens("belonging-edit", items + "<F10><Enter>")
        try Journey.expectGoldens("resident-papers", items + "<F10><Esc>")
        try Journey.expectGoldens("exit-kept", items + "<F10><Esc>x")
    }
}
