import HomesCore
import Testing

@Suite struct TextEncodingTests {
    private func fault(_ bytes: [UInt8]) -> TextEncoding.Fault? {
        do throws(TextEncoding.Fault) {
            _ = try TextEncoding.decode(bytes)
            return nil
        } catch {
            return error
        }
    }

    @Test func `UTF-8 with and without a mark, UTF-16 of both orders, GB18030`() throws {
        let text = "王小明,𠮷\r\nLu'an"
        let little = Array(text.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = Array(text.utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let han: [UInt8] = [0xCD, 0xF5, 0xD0, 0xA1, 0xC3, 0xF7, 0x2C, 0x95, 0x34, 0xB2, 0x35]
        let cases: [([UInt8], TextEncoding)] = [
            (Array(text.utf8), .utf8), ([0xEF, 0xBB, 0xBF] + Array(text.utf8), .utf8),
            ([0xFF, 0xFE] + little, .utf16), ([0xFE, 0xFF] + big, .utf16),
            (han + Array("\r\nLu'an".utf8), .gb18030),
        ]
        for (bytes, encoding) in cases {
            let decoded = try TextEncoding.decode(bytes)
            #expect(Array(decoded.text.unicodeScalars) == Array(text.unicodeScalars))
            #expect(decoded.encoding == encoding)
        }
        #expect(try TextEncoding.decode([]).text == "")
    }

    @Test func `damaged bytes are refused with their place`() {
        #expect(fault([0x61, 0xFF, 0x61]) == .neither(utf8Offset: 1, gb18030Offset: 1))
        #expect(fault([0xCD, 0xF5, 0x80]) == .neither(utf8Offset: 0, gb18030Offset: 2))
        #expect(
            fault([0xEF, 0xBB, 0xBF, 0x61, 0xFF]) == .neither(utf8Offset: 4, gb18030Offset: 4))
        #expect(fault([0xFF, 0xFE, 0x61]) == .brokenUTF16(offset: 2))
        #expect(fault([0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8]) == .brokenUTF16(offset: 4))
        for fault in [
            TextEncoding.Fault.neither(utf8Offset: 4, gb18030Offset: 6), .brokenUTF16(offset: 4),
            .converterMissing(utf8Offset: 4),
        ] {
            #expect(fault.phrase.english.contains("5") && fault.phrase.chinese.contains("5"))
        }
    }

    @Test func `a long GB18030 file is read whole`() throws {
        let pair: [UInt8] = [0xCD, 0xF5]
        let bytes = Array(Array(repeating: pair, count: 300_000).joined())
        let expected = String(repeating: "王", count: 300_000)
        #expect(try TextEncoding.decode(bytes).text == expected)
    }

    @Test func `no bytes become the replacement character by themselves`() {
        var random = SeededGenerator(seed: 31)
        var decoded = 0
        for _ in 0..<20_000 {
            let bytes = random.bytes(count: Int.random(in: 0...12, using: &random))
            guard let text = try? TextEncoding.decode(bytes).text else { continue }
            decoded += 1
            // GB18030 and UTF-8 have codes of their own for it: 84 31 A4 37 and EF BF BD.
            if text.unicodeScalars.contains("\u{FFFD}") {
                #expect(bytes.contains(0x84) || bytes.contains(0xEF))
            }
        }
        print("hostile byte strings decoded: \(decoded) of 20000")
        #expect(decoded > 1_000)
    }
}
