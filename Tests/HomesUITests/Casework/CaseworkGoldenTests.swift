import HomesCore
import HomesUI
import TestSupport
import Testing

/// Risk over time, indicators, case plan, flags and notes of AH014-0001.
@Suite struct CaseworkGoldenTests {
    private let her = "1<Enter>"

    private func expect(
        _ name: String, sizes: [(width: Int, height: Int)] = [(80, 24)], assessments: Int = 2,
        _ keys: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        for language in Language.allCases {
            var journey = try Journey(
                language: language,
                programme: try CaseworkFixture.programme(assessments: assessments))
            journey.press(keys)
            journey.expectGolden(name, sizes: sizes, sourceLocation: sourceLocation)
        }
    }

    @Test func `her page with flags, plan, indicators and notes`() throws {
        try expect("casework-today", sizes: Journey.narrow, "")
        try expect("casework-residents", "1")
        try expect("casework-summary", sizes: Journey.narrow, her)
        try expect("casework-risk", sizes: Journey.narrow, her + "3")
        try expect("casework-plan-tab", her + "5")
        try expect("casework-notes", sizes: Journey.narrow, her + "8")
    }

    @Test func `risk, assessed again and compared`() throws {
        try expect("risk-again", sizes: Journey.narrow, her + "a<Down><Down><Down>")
        try expect(
            "risk-again-rated",
            her + "a<F4><End><PageDown><PageDown><PageDown><PageDown>"
                + "<Down>h<Enter><Down>")
        try expect(
            "risk-compare", sizes: Journey.narrow, her + "3<Down><Enter><Down><Down><Down><Down>")
        try expect("risk-compare-many", assessments: 5, her + "3<Down><Enter><Left>")
        try expect("risk-compare-changes", her + "3<Down><Enter>c")
    }

    @Test func `indicators`() throws {
        try expect("indicators", sizes: Journey.narrow, her + "i<Down>")
        try expect("indicator", her + "i<Down><Enter>")
        try expect("indicator-yes", her + "i1<F10>")
    }

    @Test func `the case plan`() throws {
        try expect("case-plan", sizes: Journey.narrow, her + "P")
        try expect("plan-goal", her + "Pn")
        try expect("plan-goal-edit", her + "P<Enter>")
        try expect("plan-action", her + "Pa")
        try expect("plan-action-edit", her + "P<Down><Enter>")
        try Journey.expectGoldens("case-plan-empty", her + "P")
    }

    @Test func `flags`() throws {
        try expect("flags", her + "F")
        try expect("flag-resolution", sizes: Journey.narrow, her + "F<Enter>")
        try Journey.expectGoldens("flag", her + "F")
    }

    @Test func `notes`() throws {
        try Journey.expectGoldens("note-new", sizes: Journey.narrow, her + "N")
        try expect("note-draft", sizes: Journey.allSizes, her + "8<Enter>")
        try expect("note-sign", her + "8<Enter><F5>")
        try expect("note", her + "8<Down><Enter>")
        try expect("note-amend", her + "8<Down><Enter>a")
    }
}
