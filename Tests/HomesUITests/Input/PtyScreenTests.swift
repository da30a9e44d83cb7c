import TestSupport
import Testing

/// The terminal that the tests look at is itself looked at.
@Suite struct `The terminal in memory` {
    private func screen(_ text: String, columns: Int = 10, rows: Int = 4) -> PtyScreen {
        var screen = PtyScreen(columns: columns, rows: rows)
        screen.feed(text.utf8)
        return screen
    }

    @Test func `text, wide characters and marks`() {
        #expect(screen("ab王e\u{301}").text == "ab王e\u{301}")
        #expect(screen("王\u{1B}[1;2Hx").text == " x")
        #expect(screen("王王\u{1B}[1;1Hx").text == "x 王")
        #expect(screen("abcdefghijk").text == "abcdefghij\nk")
        #expect(screen("abcdefghi王").text == "abcdefghi\n王")
        #expect(screen("abcdefghij\rx").text == "xbcdefghij")
    }

    @Test func `movement`() {
        #expect(screen("\u{1B}[2;3Hx\u{1B}[Ay\u{1B}[2Dz").text == "  zy\n  x")
        #expect(screen("\u{1B}[3dx\u{1B}[5Gy").text == "\n\nx   y")
        #expect(screen("\u{1B}[99;99Hx").cell(row: 3, column: 9)?.text == "x")
        #expect(screen("a\tb").text == "a       b")
        #expect(screen("ab\u{8}c").text == "ac")
        #expect(screen("\u{1B}7\u{1B}[3;3Hx\u{1B}8y").text == "y\n\n  x")
    }

    @Test func `erasing, inserting, deleting and repeating`() {
        #expect(screen("abcdef\u{1B}[1;3H\u{1B}[K").text == "ab")
        #expect(screen("abcdef\u{1B}[1;3H\u{1B}[1K").text == "   def")
        #expect(screen("abcdef\u{1B}[1;3H\u{1B}[2X").text == "ab  ef")
        #expect(screen("abcdef\u{1B}[1;3H\u{1B}[2P").text == "abef")
        #expect(screen("abcdef\u{1B}[1;3H\u{1B}[2@").text == "ab  cdef")
        #expect(screen("abc\u{1B}[1;2H\u{1B}[4hxy\u{1B}[4lz").text == "axyzc")
        #expect(screen("-\u{1B}[4b").text == "-----")
        #expect(screen("王\u{1B}[2b").text == "王王王")
        #expect(screen("a\r\nb\r\nc\u{1B}[2;1H\u{1B}[J").text == "a")
        #expect(screen("a\r\nb\u{1B}[2J").text == "")
    }

    @Test func `lines and scroll regions`() {
        #expect(screen("a\r\nb\r\nc\r\nd\r\ne").text == "b\nc\nd\ne")
        #expect(screen("a\r\nb\r\nc\u{1B}[2;1H\u{1B}[L").text == "a\n\nb\nc")
        #expect(screen("a\r\nb\r\nc\u{1B}[2;1H\u{1B}[M").text == "a\nc")
        #expect(screen("a\r\nb\r\nc\r\nd\u{1B}[2;3r\u{1B}[3;1H\n").text == "a\nc\n\nd")
        #expect(screen("a\r\nb\r\nc\r\nd\u{1B}[2;3r\u{1B}[2;1H\u{1B}M").text == "a\n\nb\nd")
        #expect(screen("a\r\nb\u{1B}[S").text == "b")
    }

    @Test func `attributes, modes and the alternate screen`() {
        let coloured = screen("\u{1B}[1;7;38;5;117;41mx\u{1B}[0my")
        let cell = coloured.cell(row: 0, column: 0)?.rendition
        #expect(cell?.isBold == true && cell?.isReversed == true)
        #expect(cell?.foreground == 117 && cell?.background == 1)
        #expect(
            coloured.cell(row: 0, column: 1)?.rendition
                == screen("y").cell(row: 0, column: 0)?.rendition)
        let inside = screen("shell\u{1B}[?1049h\u{1B}[?25l\u{1B}[?2004;1006habc")
        #expect(inside.isAlternate && !inside.isCursorShown && inside.modes.contains(2004))
        #expect(inside.text == "     abc")
        #expect(screen("shell\u{1B}[?1049hsecret\u{1B}[?1049l").text == "shell")
    }

    @Test func `strings and unknown sequences show nothing`() {
        #expect(screen("\u{1B}]0;title\u{7}a\u{1B}(B\u{1B}[>4;2m\u{1B}P1$r\u{1B}\\b").text == "ab")
    }
}
