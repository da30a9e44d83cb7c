import HomesUI
import TestSupport
import Testing

@Suite struct `Reading keys from bytes` {
    /// The keys of bytes that come at once and are followed by silence.
    private func keys(_ text: String) -> [Key] { keys(Array(text.utf8)) }

    private func keys(_ bytes: [UInt8]) -> [Key] {
        var reader = KeyReader()
        reader.feed(bytes, at: 0)
        return reader.take(at: 0) + reader.take(at: 5_000)
    }

    @Test func `every key of the notation survives the way through a terminal`() {
        let all =
            Key.parse(
                "aB1 王é<Enter><Esc><Tab><S-Tab><Up><Down><Left><Right><PageUp><PageDown><Home><End>"
                    + "<Ins><Del><BS><C-s><C-z><C-l>")
            + (1...20).map { Key.function($0) }
        for key in all { #expect(keys(key.terminalBytes) == [key]) }
    }

    @Test func `terminals may send a key in several ways`() {
        let cases: [String: Key] = [
            "\u{1B}OA": .up, "\u{1B}[1~": .home, "\u{1B}[7~": .home, "\u{1B}OH": .home,
            "\u{1B}[4~": .end, "\u{1B}[8~": .end, "\u{1B}[11~": .function(1),
            "\u{1B}[[A": .function(1), "\u{1B}[[E": .function(5), "\u{1B}[1;5C": .right,
            "\u{1B}OM": .enter, "\u{1B}Op": .character("0"), "\u{8}": .backspace, "\n": .enter,
            "\u{0}": .control("@"), "\u{1C}": .control("\\"),
        ]
        for (sequence, key) in cases {
            #expect(keys(sequence) == [key], "\(sequence.debugDescription)")
        }
    }

    @Test func `a sequence that is no key of ours leaves nothing behind`() {
        for sequence in [
            "\u{1B}[I", "\u{1B}[<0;1;2M", "\u{1B}[?62;22c", "\u{1B}[24;80R", "\u{1B}[99;5u",
            "\u{1B}[201~", "\u{1B}[1;2P", "\u{1B}[12", "\u{1B}[[Z",
        ] {
            #expect(keys(sequence).allSatisfy { !$0.isText }, "\(sequence.debugDescription)")
        }
        #expect(keys("\u{1B}[24;80Rab") == Key.parse("ab"))
    }

    @Test func `escape waits for the rest, but not long`() {
        var reader = KeyReader()
        reader.feed([0x1B], at: 0)
        #expect(reader.take(at: 10) == [])
        #expect(reader.millisecondsToWait(at: 10) == 15)
        reader.feed(Array("[A".utf8), at: 20)
        #expect(reader.take(at: 20) == [.up])
        #expect(reader.millisecondsToWait(at: 20) == nil)
        reader.feed([0x1B], at: 100)
        #expect(reader.take(at: 125) == [.escape])
        #expect(keys("\u{1B}\u{1B}[B") == [.escape, .down])
        #expect(keys("\u{1B}x") == [.escape, .character("x")])
        #expect(keys("\u{1B}[") == [.escape, .character("[")])
    }

    @Test func `a character may come in pieces, and broken ones are marked`() {
        var reader = KeyReader()
        reader.feed([0xE7, 0x8E], at: 0)
        #expect(reader.take(at: 0) == [])
        reader.feed([0x8B], at: 5)
        #expect(reader.take(at: 5) == [.character("王")])
        #expect(keys([0xE7, 0x8E]) == [.character("\u{FFFD}"), .character("\u{FFFD}")])
        #expect(keys([0xFF, 0x61]) == [.character("\u{FFFD}"), .character("a")])
        #expect(keys([0xED, 0xA0, 0x80]).allSatisfy { $0 == .character("\u{FFFD}") })
    }

    @Test func `nothing in a paste is a key`() {
        let text = "q\u{1B}[A\u{1B}OP\u{3}\u{1A}y\n\u{1B}[200~"
        #expect(keys("\u{1B}[200~\(text)\u{1B}[201~x") == [.paste(text), .character("x")])
        #expect(keys("\u{1B}[200~a\r\nb\rc\u{1B}[201~") == [.paste("a\nb\nc")])
        #expect(keys("\u{1B}[200~never closed") == [.paste("never closed")])
        #expect(keys("\u{1B}[200~\u{1B}[201~") == [.paste("")])
    }

    @Test func `a megabyte in pieces is one paste`() {
        let text = String(repeating: "王小红 q\u{1B}[B ", count: 80_000)
        let bytes = Array("\u{1B}[200~\(text)\u{1B}[201~".utf8)
        var reader = KeyReader()
        var found: [Key] = []
        for (index, start) in stride(from: 0, to: bytes.count, by: 4_095).enumerated() {
            reader.feed(bytes[start..<min(start + 4_095, bytes.count)], at: index)
            found += reader.take(at: index)
        }
        #expect(found == [.paste(text)])
    }

    @Test func `many letters at once are a paste, with Enter and Tab in it`() {
        let text = "Wang Xiaomei\t1987-03-05\nZhang Li\t1990-01-01\n"
        #expect(keys(text) == [.paste(text)])
        #expect(
            keys(String(repeating: "a", count: 31)) == [.paste(String(repeating: "a", count: 31))])
        #expect(keys(String(repeating: "a", count: 30)).count == 30)
    }

    @Test func `a burst in pieces is text from the moment it is one`() {
        var reader = KeyReader()
        var found: [Key] = []
        for time in stride(from: 0, to: 100, by: 5) {
            reader.feed(Array("abcdefgh".utf8), at: time)
            found += reader.take(at: time)
        }
        found += reader.take(at: 200)
        let typed = found.filter { $0.isText }.count
        #expect(typed <= KeyReader.burstLength)
        #expect(found.contains { if case .paste = $0 { true } else { false } })
    }

    @Test func `four hundred waiting arrow keys are keys`() {
        let found = keys(String(repeating: "\u{1B}[B", count: 400))
        #expect(found == Array(repeating: .down, count: 400))
        let mixed = keys(String(repeating: "j\u{1B}[B", count: 200))
        #expect(mixed.count == 400)
    }

    @Test func `a fast typist is not a paste`() {
        var reader = KeyReader()
        var found: [Key] = []
        for index in 0..<200 {
            reader.feed([0x61], at: index * 20)
            found += reader.take(at: index * 20)
        }
        #expect(found == Array(repeating: .character("a"), count: 200))
    }

    @Test func `keys do not depend on how the bytes are cut`() {
        var generator = SplitMix(seed: 11)
        var ran = 0
        let pieces = Key.parse("a王<Up><F5><F1><PASTE x\u{1B}[Ay><Enter><C-s><BS><S-Tab><Del>")
        for _ in 0..<2_000 {
            let expected = (0..<8).map { _ in
                pieces[Int(generator.next() % UInt64(pieces.count))]
            }
            let bytes = expected.flatMap(\.terminalBytes)
            var reader = KeyReader()
            var found: [Key] = []
            var start = 0
            while start < bytes.count {
                let end = min(bytes.count, start + 1 + Int(generator.next() % 5))
                reader.feed(bytes[start..<end], at: 0)
                found += reader.take(at: 0)
                start = end
            }
            found += reader.take(at: 5_000)
            #expect(found == expected)
            ran += 1
        }
        print("key reader: \(ran) cuts")
        #expect(ran == 2_000)
    }

    @Test func `random bytes are taken without complaint`() {
        var generator = SplitMix(seed: 12)
        var ran = 0
        for _ in 0..<5_000 {
            var reader = KeyReader()
            for time in 0..<4 {
                let count = Int(generator.next() % 20)
                let bytes = (0..<count).map { _ -> UInt8 in
                    let byte = UInt8(truncatingIfNeeded: generator.next())
                    return generator.next() % 3 == 0
                        ? [0x1B, 0x5B, 0x4F, 0x7E][Int(byte % 4)] : byte
                }
                reader.feed(bytes, at: time * 10)
                _ = reader.take(at: time * 10)
            }
            _ = reader.take(at: 5_000)
            _ = reader.take(at: 10_000)
            #expect(reader.millisecondsToWait(at: 20_000) == nil)
            ran += 1
        }
        print("key reader: \(ran) random inputs")
        #expect(ran == 5_000)
    }
}
