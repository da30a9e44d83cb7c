import HomesUI
import Testing

/// Hostile text never leaves its field. The negative control is a writer that forgets the limit.
@Suite struct `Hostile text on a canvas` {
    private static let width = 40
    private static let field = (row: 2, column: 11, width: 17)

    /// Pieces that break programs, joined at random with ordinary text and random scalars.
    private struct Source {
        var generator: SplitMix

        mutating func text() -> String {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int(generator.next() % 30) { append(to: &text) }
            if generator.next() % 500 == 0 {
                text += String(repeating: "长", count: 100_000).unicodeScalars
            }
            return String(text)
        }

        private mutating func append(to text: inout String.UnicodeScalarView) {
            let pieces = [
                "\u{1B}[2J", "\u{1B}]0;x\u{7}", "\u{9B}31m", "\r\n", "\t", "\u{8}\u{8}", "\u{0}",
                "\u{202E}", "\u{2066}", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{E0061}", "\u{301}",
                "e\u{301}\u{302}\u{303}\u{304}\u{305}", "王", "小红", "👩‍👩‍👧", "🇨🇳", "ﷺ", "\u{FFFD}",
                "\u{1160}", "\u{10FFFF}", "…", "abc", " ", "\u{A0}", "\u{3000}", "क्षि",
            ]
            switch generator.next() % 4 {
            case 0:
                if let scalar = Unicode.Scalar(UInt32(generator.next() % 0x11_0000)) {
                    text.append(scalar)
                }
            case 1:
                let bytes = (0..<4).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
                text += String(decoding: bytes, as: UTF8.self).unicodeScalars
            default:
                let piece = pieces[Int(generator.next() % UInt64(pieces.count))]
                text += piece.unicodeScalars
            }
        }
    }

    /// A full screen of wide and narrow characters around a field, as the field's edges see it.
    private func background() -> Canvas {
        var canvas = Canvas(width: Self.width, height: 5)
        canvas.fill(row: 0, column: 0, width: Self.width, height: 5, character: "#")
        return canvas
    }

    private func changedOutside(_ before: Canvas, _ after: Canvas) -> Bool {
        for row in 0..<before.height {
            for column in 0..<before.width {
                let isInField =
                    row == Self.field.row && column >= Self.field.column
                    && column < Self.field.column + Self.field.width
                if !isInField,
                    before.cell(row: row, column: column)
                        != after.cell(row: row, column: column)
                {
                    return true
                }
            }
        }
        return false
    }

    /// Whether the rows add up: every wide character has its other half and nothing else has one.
    private func isSound(_ canvas: Canvas) -> Bool {
        for row in 0..<canvas.height {
            var isHalf = false
            for cell in canvas.row(row) {
                if cell.isTrailing != isHalf { return false }
                if cell.scalar.value < 0x20 || (0x7F..<0xA0).contains(cell.scalar.value) {
                    return false
                }
                isHalf = cell.width == 2
            }
            if isHalf { return false }
        }
        return true
    }

    @Test func `twenty thousand texts change no cell outside their field`() {
        var source = Source(generator: SplitMix(seed: 7))
        let before = background()
        var ran = 0
        for _ in 0..<20_000 {
            let text = source.text()
            var canvas = before
            let used = canvas.write(
                text, row: Self.field.row, column: Self.field.column, width: Self.field.width)
            ran += 1
            let isGood =
                used <= Self.field.width && !changedOutside(before, canvas) && isSound(canvas)
            guard isGood else {
                let scalars = text.unicodeScalars.prefix(200).map { String($0.value, radix: 16) }
                Issue.record("text \(scalars)")
                return
            }
        }
        print("canvas: \(ran) hostile texts")
        #expect(ran == 20_000)
    }

    @Test func `five thousand random writes leave every wide character whole`() {
        var source = Source(generator: SplitMix(seed: 8))
        var canvas = background()
        var ran = 0
        for _ in 0..<5_000 {
            let row = Int(source.generator.next() % 9) - 2
            let column = Int(source.generator.next() % 60) - 10
            let width = Int(source.generator.next() % 30) - 2
            canvas.write(source.text(), row: row, column: column, width: width)
            ran += 1
            guard isSound(canvas) else {
                Issue.record("unsound after \(ran) writes:\n\(canvas.text())")
                return
            }
        }
        print("canvas: \(ran) random writes")
        #expect(ran == 5_000)
    }

    @Test func `a writer that forgets the limit is caught`() {
        let before = background()
        var canvas = before
        canvas.write("a text longer than the field is", row: 2, column: 11)
        #expect(changedOutside(before, canvas))
    }
}

/// A small random generator, the same everywhere.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
