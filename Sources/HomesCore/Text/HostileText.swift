/// Characters that no text of a record may hold: they would command a terminal, hide, or turn the
/// reading direction. They are refused on entry and on import, with the code point named; one that
/// is there already is drawn as a mark, never executed and never dropped.
public enum HostileText {
    /// A character that may not be there.
    public struct Forbidden: Equatable, Sendable {
        /// The character.
        public let scalar: Unicode.Scalar
        /// Its place in the text in code points, from 1.
        public let position: Int

        /// The sentence for the person who typed or imported it; it repeats nothing of the text.
        public var phrase: Phrase {
            let code = "U+" + HostileText.hexadecimal(scalar)
            let name = scalar.properties.name
            let english = name.map { "\(code) \($0)" } ?? "\(code) (control character)"
            let chinese = name.map { "\(code) \($0)" } ?? "\(code)（控制字符）"
            return Phrase(
                "Character \(position) is \(english), which text may not hold: delete it",
                "第\(position)个字符是 \(chinese)，不能使用，请删除")
        }
    }

    /// The first character that may not be there. Line feeds are allowed where `lines` says so:
    /// in notes, never in fields of one line.
    public static func firstForbidden(in text: String, lines: Bool = false) -> Forbidden? {
        var position = 0
        for scalar in text.unicodeScalars {
            position += 1
            if isForbidden(scalar), !(lines && scalar == "\n") {
                return Forbidden(scalar: scalar, position: position)
            }
        }
        return nil
    }

    /// Whether a character is a control, a bidi control, invisible, private or no character at
    /// all. A line feed is one: the caller knows where lines are allowed.
    public static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        if value < 0x7F { return value < 0x20 }
        if (0x4E00...0x9FFF).contains(value) { return false }
        if value < 0xA0 { return true }
        switch value {
        // Soft hyphen, combining grapheme joiner, Arabic letter mark, Hangul and Khmer fillers,
        // Mongolian selectors, the blank Braille cell.
        case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x2800, 0x3164,
            0xFFA0:
            return true
        // Zero-width characters, bidi marks, line and paragraph separators, bidi embeddings,
        // invisible operators, bidi isolates.
        case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F:
            return true
        // Variation selectors, BOM, interlinear marks, the replacement character: lost text.
        case 0xFE00...0xFE0F, 0xFEFF, 0xFFF0...0xFFFD:
            return true
        // Format characters of shorthand and music; tags and variation selectors.
        case 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF:
            return true
        // Private use.
        case 0xE000...0xF8FF, 0xF0000...0x10FFFF:
            return true
        // No characters at all, in every plane.
        default:
            return (0xFDD0...0xFDEF).contains(value) || value & 0xFFFE == 0xFFFE
        }
    }

    /// The visible mark that stands for a character: `<202E>`.
    public static func mark(for scalar: Unicode.Scalar) -> String {
        "<\(hexadecimal(scalar))>"
    }

    /// The text with every forbidden character as its mark: for places that only show.
    public static func marked(_ text: String, lines: Bool = false) -> String {
        guard firstForbidden(in: text, lines: lines) != nil else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if isForbidden(scalar), !(lines && scalar == "\n") {
                result += mark(for: scalar)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
