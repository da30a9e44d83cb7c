import Foundation
import HomesCore
import HomesUI
import TestSupport
import Testing

/// The eleven indicators are listed and never turned into a verdict, a score or a warning that
/// counts.
@Suite struct IndicatorVerdictTests {
    /// Words of a verdict, in both languages; numbers that count the answers.
    private static func verdicts(in text: String) -> [String] {
        let words = [
            "victim", "trafficked", "exploited", "score", "likely", "probabl", "suspect",
            "indicates", "points to", "verdict", "in total", " of 11", "/11", "high risk",
            "受害", "拐卖", "被剥削", "得分", "总分", "疑似", "很可能", "判定为", "共有", "/11", "高风险",
        ]
        return words.filter { text.lowercased().contains($0) }
    }

    /// The frames of a file in which so many indicators are answered with yes: the list, and her
    /// page's Risk tab, Summary and Today.
    private func frames(yes count: Int, _ language: Language) throws -> [String] {
        let programme = try JourneyProgramme.make()
        let lin = programme.signature("lin")
        let id = try #require(programme.people["AH014-0001"])
        let file = try #require(try programme.store.residentPage(id, by: lin).cases.first)
        for (index, indicator) in ILOIndicator.allCases.enumerated() {
            var record = Indicator()
            record.caseId = file.id
            record.indicator = indicator
            record.assessedOn = lin.today
            record.answer = index < count ? .yes : .no
            record.evidence = "X"
            try programme.store.assessIndicator(record, by: lin)
        }
        var journey = try Journey(language: language, programme: programme)
        var frames = [journey.screen()]
        journey.press("1")
        frames.append(journey.screen())
        journey.press("<Enter>")
        frames.append(journey.screen())
        journey.press("i<Up>")
        frames.append(journey.screen())
        return frames
    }

    /// A frame with every answer taken out, and the blanks around it.
    private func withoutAnswers(_ frame: String) -> String {
        var frame = frame
        for answer in YesNoUnknown.allCases {
            for language in Language.allCases {
                frame = frame.replacing(answer.label(language), with: "")
            }
        }
        return frame.filter { $0 != " " }
    }

    @Test func `no screen says more after eleven yeses than after none`() throws {
        var compared = 0
        for language in Language.allCases {
            let none = try frames(yes: 0, language)
            for count in [1, 3, 6, 11] {
                let some = try frames(yes: count, language)
                for (before, after) in zip(none, some) {
                    compared += 1
                    #expect(withoutAnswers(before) == withoutAnswers(after))
                }
            }
        }
        print("indicators: \(compared) frames say nothing that depends on how many are yes")
        #expect(compared == 32)
    }

    @Test func `no text of the indicator screens is a verdict or a count`() throws {
        #expect(Self.verdicts(in: "7/11: probable victim, score 64").count >= 4)
        #expect(Self.verdicts(in: "总分7，疑似受害人").count >= 3)
        var looked = 0
        for language in Language.allCases {
            for count in [0, 1, 3, 6, 11] {
                let programme = try CaseworkFixture.programme()
                var journey = try Journey(language: language, programme: programme)
                journey.press("1<Enter>i")
                var said = [journey.screen()]
                for number in 0..<11 {
                    if number < count {
                        journey.press("1seen<F10>")
                    } else {
                        journey.press("0")
                    }
                    said.append(journey.screen())
                    if number < count { journey.press("<Down>") }
                }
                journey.press("<Enter>")
                said.append(journey.screen())
                for frame in said {
                    looked += 1
                    #expect(Self.verdicts(in: frame).isEmpty, "\(frame)")
                }
            }
        }
        print("indicators: \(looked) frames without a verdict")
        #expect(looked >= 100)
    }
}
