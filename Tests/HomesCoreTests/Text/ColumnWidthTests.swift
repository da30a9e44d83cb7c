import Glibc
import HomesCore
import Testing

@Suite struct ColumnWidthTests {
    @Test func `Han and full-width characters take two columns, marks none`() {
        #expect(ColumnWidth.of("王小明") == 6)
        #expect(ColumnWidth.of("ＡＢ１") == 6)
        #expect(ColumnWidth.of("Ab 1") == 4)
        #expect(ColumnWidth.of("e\u{301}") == 1)
        #expect(ColumnWidth.of("▁▂█·…") == 5)
        #expect(ColumnWidth.of("\u{200B}\u{FEFF}") == 0)
        #expect(ColumnWidth.of("") == 0)
    }

    @Test func `every assigned character has the width the C library gives it`() throws {
        let locale = try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
        defer { freelocale(locale) }
        let before = uselocale(locale)
        defer { uselocale(before) }
        // By name at run time: <wchar.h> declares it only under a feature macro that Swift's view of
        // the C library does not set.
        typealias Width = @convention(c) (wchar_t) -> Int32
        let wcwidth = unsafeBitCast(try #require(dlsym(nil, "wcwidth")), to: Width.self)
        try #require(wcwidth(wchar_t(0x738B)) == 2)
        var compared = 0
        for value in UInt32(0x20)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let expected = wcwidth(wchar_t(value))
            guard expected >= 0 else { continue }
            compared += 1
            if ColumnWidth.of(scalar) != Int(expected) {
                Issue.record("U+\(String(value, radix: 16)): \(ColumnWidth.of(scalar))")
            }
        }
        print("column widths compared with the C library: \(compared)")
        #expect(compared > 200_000)
    }

    @Test func `a cut text says so and never splits a wide character`() {
        #expect(ColumnWidth.clip("王小明", to: 6) == "王小明")
        #expect(ColumnWidth.clip("王小明", to: 5) == "王小…")
        #expect(ColumnWidth.clip("王小明", to: 4) == "王…")
        #expect(ColumnWidth.clip("王小明", to: 1) == "…")
        #expect(ColumnWidth.clip("王小明", to: 0) == "")
        #expect(ColumnWidth.clip("abcdef", to: 3, mark: "") == "abc")
        #expect(ColumnWidth.clip("e\u{301}e\u{301}x", to: 2, mark: "") == "e\u{301}e\u{301}")
    }

    @Test func `padding fills or cuts to exactly the columns`() {
        #expect(ColumnWidth.pad("王", to: 4) == "王  ")
        #expect(ColumnWidth.pad("34", to: 4, aligned: .trailing) == "  34")
        #expect(ColumnWidth.pad("ab", to: 5, aligned: .centre) == " ab  ")
        for columns in 0...12 {
            for text in ["", "a", "王小明", "a王b小c明", "Lu'an 六安"] {
                #expect(ColumnWidth.of(ColumnWidth.pad(text, to: columns)) == columns)
            }
        }
    }
}
