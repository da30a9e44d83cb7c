import Testing

@testable import HomesCore

/// One of a list, as hands type it.
@Suite struct ChoiceReadingTests {
    private func read(_ text: String, _ choices: [Choice]) -> String? {
        guard case .success(.text(let code)) = FieldText.readChoice(text, choices) else {
            return nil
        }
        return code
    }

    @Test func `yes and no by their letter, their number, their word or its sound`() {
        let choices = YesNo.choices
        for typed in ["y", "Y", "yes", "1", "是", "shi", "ｙ"] {
            #expect(read(typed, choices) == YesNo.yes.rawValue, "\(typed)")
        }
        for typed in ["n", "no", "2", "否", "pi"] {
            #expect(
                read(typed, choices) == YesNo.no.rawValue,
                "\(typed): \(FieldText.matching(typed, choices).map(\.code))")
        }
    }

    @Test func `a digit after a letter is a slip and no answer`() {
        for typed in ["p3", "f3", "s4", "y1", "n2", "1y", "31"] {
            #expect(read(typed, YesNo.choices) == nil, "\(typed)")
        }
        // Where there is no yes and no, a letter is the beginning of a word.
        #expect(read("y", RiskLevel.choices) == nil)
        #expect(read("h", RiskLevel.choices) == RiskLevel.high.rawValue)
    }
}
