import HomesUI
import Testing

@Suite struct `A canvas` {
    private func canvas(_ lines: String..., width: Int = 10) -> Canvas {
        var canvas = Canvas(width: width, height: lines.count)
        for (row, line) in lines.enumerated() { canvas.write(line, row: row, column: 0) }
        return canvas
    }

    @Test func `text takes the columns that people see`() {
        var canvas = Canvas(width: 20, height: 1)
        #expect(canvas.write("Wang 王小红", row: 0, column: 2) == 11)
        #expect(canvas.text() == "  Wang 王小红")
        #expect(canvas.cell(row: 0, column: 7)?.width == 2)
        #expect(canvas.cell(row: 0, column: 8)?.isTrailing == true)
    }

    @Test func `a text that is cut ends in an ellipsis and keeps wide characters whole`() {
        let cases: [(String, Int, String, Int)] = [
            ("abcdef", 6, "abcdef", 6), ("abcdef", 5, "abcd…", 5), ("王小红", 6, "王小红", 6),
            ("王小红", 5, "王小…", 5), ("王小红", 4, "王…", 3), ("王小红", 1, "…", 1),
            ("a", 0, "", 0), ("", 3, "", 0), ("abc", -4, "", 0),
        ]
        for (text, width, shown, used) in cases {
            var canvas = Canvas(width: 10, height: 1)
            #expect(canvas.write(text, row: 0, column: 0, width: width) == used, "\(text) \(width)")
            #expect(canvas.text() == shown, "\(text) \(width)")
        }
    }

    @Test func `the right edge cuts like a limit`() {
        var canvas = Canvas(width: 4, height: 1)
        canvas.write("abcdef", row: 0, column: 1)
        #expect(canvas.text() == " ab…")
    }

    @Test func `the left edge cuts whole characters`() {
        #expect(canvas("", width: 4).written("王小", at: -1) == " 小")
        #expect(canvas("", width: 4).written("abc", at: -2) == "c")
        #expect(canvas("", width: 4).written("abc", at: -3) == "")
        #expect(canvas("", width: 4).written("abc", at: .min) == "")
        #expect(canvas("", width: 4).written("abc", at: .max) == "")
    }

    @Test func `overwriting half of a wide character blanks the other half`() {
        #expect(canvas("王小红").written("x", at: 2) == "王x 红")
        #expect(canvas("王小红").written("x", at: 3) == "王 x红")
        #expect(canvas("王小红").written("国", at: 1) == " 国 红")
        #expect(canvas("王小红").written("国", at: 0) == "国小红")
    }

    @Test func `what would be executed or hidden is spelled out`() {
        let cases = [
            "\u{1B}[2J": "<001B>[2J", "a\tb\r\n": "a<0009>b<000D><000A>", "\u{0}": "<0000>",
            "\u{9B}1m": "<009B>1m", "\u{7F}": "<007F>", "\u{202E}abc": "<202E>abc",
            "\u{2067}": "<2067>", "a\u{200B}b": "a<200B>b", "\u{FEFF}": "<FEFF>",
            "\u{E0041}": "<E0041>", "\u{E000}": "<E000>", "\u{FFFD}": "<FFFD>",
            "a\u{200D}b": "a<200D>b", "\u{2028}": "<2028>", "\u{AD}": "<00AD>",
            "❤\u{FE0F}": "❤<FE0F>", "\u{3164}": "<3164>", "\u{10FFFF}": "<10FFFF>",
            "\u{301}a": "<0301>a", "\u{202E}\u{301}": "<202E><0301>",
        ]
        for (text, shown) in cases {
            #expect(canvas(text, width: 40).text() == shown)
            #expect(Canvas.columns(of: text) == canvas(text, width: 40).columnsUsed)
        }
    }

    @Test func `marks stay on their base, and too many are spelled out`() throws {
        let canvas = canvas("e\u{301}x王\u{308}", width: 8)
        #expect(canvas.cell(row: 0, column: 0)?.mark(0) == "\u{301}")
        #expect(canvas.cell(row: 0, column: 1)?.scalar == "x")
        #expect(canvas.cell(row: 0, column: 2)?.mark(0) == "\u{308}")
        let many = self.canvas("e" + String(repeating: "\u{301}", count: 4), width: 12)
        #expect(many.cell(row: 0, column: 0)?.markCount == 3)
        #expect(many.text().hasSuffix("<0301>"))
    }

    @Test func `filling and styling stay inside`() {
        var canvas = Canvas(width: 6, height: 3)
        canvas.fill(row: -5, column: -5, width: .max, height: .max, style: .bar, character: "国")
        #expect(canvas.text() == "国国国\n国国国\n国国国")
        canvas.fill(row: 1, column: 1, width: 4, height: 1, character: "-")
        #expect(canvas.text() == "国国国\n ----\n国国国")
        canvas.restyle(row: 1, column: -1, width: 3, style: .alarm)
        canvas.restyle(row: 9, column: 0, width: 3, style: .alarm)
        #expect(canvas.cell(row: 1, column: 1)?.style == .alarm)
        #expect(canvas.cell(row: 1, column: 2)?.style == .plain)
        #expect(canvas.cell(row: 3, column: 0) == nil)
    }

    @Test func `a canvas without room takes everything`() {
        var canvas = Canvas(width: 0, height: -1)
        #expect(canvas.write("abc", row: 0, column: 0) == 0)
        canvas.fill(row: 0, column: 0, width: 3, height: 3)
        canvas.restyle(row: 0, column: 0, width: 3, style: .alarm)
        #expect(canvas.text().isEmpty)
        #expect(canvas.height == 0)
    }

    @Test func `the golden form shows text, styles and the cursor`() {
        var canvas = Canvas(width: 12, height: 3)
        canvas.fill(row: 0, column: 0, width: 12, height: 1, style: .bar)
        canvas.write("Beds 床位", row: 0, column: 0, style: .bar)
        canvas.write(">", row: 1, column: 0, style: .selected)
        canvas.write("F10", row: 2, column: 4, style: .key)
        canvas.cursor = Position(row: 1, column: 0)
        #expect(
            canvas.golden() == """
                canvas 12x3, cursor row 1 column 0
                |Beds 床位
                |>
                |    F10
                styles
                0: bar 0-11
                1: selected 0-0
                2: key 4-6

                """)
    }
}

extension Canvas {
    /// The text after writing on the first row.
    fileprivate func written(_ text: String, at column: Int) -> String {
        var copy = self
        copy.write(text, row: 0, column: column)
        return copy.text()
    }

    /// The columns from the left edge to the last character.
    fileprivate var columnsUsed: Int {
        row(0).reversed().drop { $0 == .blank() }.count
    }
}
