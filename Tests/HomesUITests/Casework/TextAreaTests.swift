import HomesCore
import TestSupport
import Testing

@testable import HomesUI

@Suite struct TextAreaTests {
    private func lines(_ text: String, _ width: Int) -> [String] {
        let area = TextArea(text, width: width)
        return area.lines.map { area.text($0) }
    }

    @Test func `words stay whole, Chinese breaks anywhere but at its marks, line ends hold`() {
        #expect(lines("one two three", 9) == ["one two ", "three"])
        #expect(lines("她想回家看看。", 9) == ["她想回家", "看看。"])
        #expect(lines("她想回家。看看", 9) == ["她想回", "家。看看"])
        #expect(lines("a\n\nb", 9) == ["a", "", "b"])
        #expect(lines("", 9) == [""])
        #expect(lines("abcdefghijkl", 6) == ["abcde", "fghij", "kl"])
        #expect(lines("她说OK再谈", 9) == ["她说OK再", "谈"])
    }

    @Test func `no character is lost and every caret has one place on the screen`() {
        var dice = TextDice(seed: 7)
        let letters = Array("ab 她家，。（》\n  cd")
        var places = 0
        for _ in 0..<400 {
            let count = Int(dice.next() % 40)
            let text = String((0..<count).map { _ in letters[Int(dice.next() % 13)] })
            for width in [4, 7, 12] {
                let area = TextArea(text, width: width)
                var next = 0
                for line in area.lines {
                    #expect(line.start == next || (line.start == next + 1))
                    next = line.end
                }
                #expect(next == text.count)
                for caret in 0...text.count {
                    let place = area.place(of: caret)
                    places += 1
                    #expect(place.column < width, "\(text.debugDescription) \(caret)")
                    let line = area.lines[place.line]
                    #expect(line.start <= caret && caret <= line.end)
                }
            }
        }
        print("text area: \(places) places of the caret")
        #expect(places > 10_000)
    }

    @Test func `the caret goes up, down, home and end by lines as they are drawn`() {
        let area = TextArea("她想回家看看。\nthen we talk", width: 9)
        #expect(area.lines.count == 4)
        #expect(area.place(of: 4) == (1, 0))
        #expect(area.caret(line: 1, column: 4) == 6)
        #expect(area.caret(line: 0, column: 99) == 3)
        #expect(area.edge(of: 5, atEnd: true) == 7)
        #expect(area.edge(of: 5, atEnd: false) == 4)
    }
}

/// A small generator of the same numbers every time.
private struct TextDice {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
