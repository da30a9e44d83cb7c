import HomesCore
import Testing

@Suite struct FoldingTests {
    @Test func `width, case, accents, spaces and zero-width characters are folded away`() {
        #expect(SearchFold.fold("  ＷＡＮＧ　 Xiǎo\u{200B}míng \n") == "wang xiaoming")
        #expect(SearchFold.fold("１３８－００００") == "138-0000")
        #expect(SearchFold.fold("Lǚ Ü") == "lü ü")
        #expect(SearchFold.fold("e\u{301}É") == "ee")
        #expect(SearchFold.fold("①ﬁ") == "1fi")
        #expect(SearchFold.fold("") == "")
    }

    @Test func `traditional characters are folded to simplified ones`() {
        #expect(SearchFold.fold("單曉華") == "单晓华")
        #expect(SearchFold.fold("薴") == "苎")
        #expect(SearchFold.fold("王小明") == "王小明")
    }

    @Test func `NFC makes one text of two spellings and changes nothing else`() {
        #expect(Array("e\u{301}".nfc.unicodeScalars) == ["é"])
        #expect(Array("\u{1112}\u{1161}\u{11AB}".nfc.unicodeScalars) == ["한"])
        #expect("Ａ王①".nfc == "Ａ王①")
    }

    @Test func `folding twice is folding once, for any text`() {
        var random = SeededGenerator(seed: 7)
        var cases = 0
        for _ in 0..<20_000 {
            let text = random.text(length: 0...12)
            let once = SearchFold.fold(text)
            if Array(SearchFold.fold(once).unicodeScalars) != Array(once.unicodeScalars) {
                let codes = text.unicodeScalars.map { String($0.value, radix: 16) }
                Issue.record("\(codes.joined(separator: " "))")
            }
            #expect(text.nfc == text)
            cases += 1
        }
        print("texts folded twice: \(cases)")
    }
}

@Suite struct HostileTextTests {
    @Test func `the first forbidden character is named with its place`() throws {
        let found = try #require(HostileText.firstForbidden(in: "王小\u{202E}明\u{0}"))
        #expect(found.scalar == "\u{202E}" && found.position == 3)
        #expect(found.phrase.english.contains("Character 3 is U+202E RIGHT-TO-LEFT OVERRIDE"))
        #expect(found.phrase.chinese.contains("第3个字符是 U+202E"))
        let null = try #require(HostileText.firstForbidden(in: "\u{0}"))
        #expect(null.phrase.english.contains("U+0000 (control character)"))
    }

    @Test func `line feeds belong to notes only`() {
        #expect(HostileText.firstForbidden(in: "a\nb")?.position == 2)
        #expect(HostileText.firstForbidden(in: "a\nb", lines: true) == nil)
        #expect(HostileText.firstForbidden(in: "a\r\nb", lines: true)?.position == 2)
    }

    @Test func `ordinary text of many scripts passes`() {
        for text in [
            "王小明", "Lu'an 六安", "阿依古丽·买买提", "བོད་སྐད", "ئۇيغۇر", "𠮷田", "e\u{301}", "☎ 12338", "①～、。",
            "한국어", "ไทย", "",
        ] {
            #expect(HostileText.firstForbidden(in: text) == nil, "\(text)")
        }
    }

    @Test(arguments: [
        "\u{0}", "\u{1B}", "\u{7F}", "\u{9B}", "\u{AD}", "\u{200B}", "\u{200D}", "\u{200F}",
        "\u{202A}", "\u{2066}", "\u{2028}", "\u{FEFF}", "\u{FE0F}", "\u{FFFD}", "\u{E000}",
        "\u{F0000}", "\u{E0041}", "\u{FFFF}", "\u{3164}", "\u{61C}", "\u{1FFFE}", "\t",
    ])
    func `controls, hidden, private and lost characters are refused and marked`(text: String) {
        #expect(HostileText.firstForbidden(in: "a" + text)?.position == 2)
        #expect(HostileText.marked("a" + text).hasPrefix("a<"))
        #expect(HostileText.firstForbidden(in: HostileText.marked(text)) == nil)
    }

    @Test func `what Unicode calls a control, a format or a private character is refused`() {
        var refused = 0
        // Signs that stand before a number or a word in Arabic, Syriac, Kaithi and hieroglyphs:
        // visible, although their category is format.
        let visible: [ClosedRange<UInt32>] = [
            0x600...0x605, 0x6DD...0x6DD, 0x70F...0x70F, 0x890...0x891, 0x8E2...0x8E2,
            0x110BD...0x110BD, 0x110CD...0x110CD, 0x13430...0x1345F,
        ]
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value),
                !visible.contains(where: { $0.contains(value) })
            else { continue }
            switch scalar.properties.generalCategory {
            case .control, .format, .privateUse, .lineSeparator, .paragraphSeparator:
                refused += 1
                if !HostileText.isForbidden(scalar) {
                    Issue.record("U+\(String(value, radix: 16)) passes")
                }
            default:
                if scalar.properties.isDefaultIgnorableCodePoint,
                    !HostileText.isForbidden(scalar)
                {
                    Issue.record("U+\(String(value, radix: 16)) is invisible and passes")
                }
            }
        }
        print("characters that must be refused: \(refused)")
        #expect(refused > 137_000)
    }
}
