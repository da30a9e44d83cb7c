import Foundation

extension String {
    /// The text in normalisation form C: what every text is before it is stored, so that é typed
    /// as one character and as e with an accent are one name to SQLite too.
    public var nfc: String {
        if SearchFold.isPlain(self) { return self }
        return precomposedStringWithCanonicalMapping
    }
}

/// The folded form of a text: what is compared when somebody is looked for.
public enum SearchFold {
    /// Width, case, accents and zero-width characters taken away, traditional characters made
    /// simplified, every run of white space one space, none at the ends. `ü` stays: it is another
    /// syllable than `u`.
    public static func fold(_ text: String) -> String {
        let text = isPlain(text) ? text : text.precomposedStringWithCompatibilityMapping
        var scalars = String.UnicodeScalarView()
        var spaceIsDue = false
        for scalar in text.unicodeScalars {
            if isSpace(scalar) {
                spaceIsDue = !scalars.isEmpty
                continue
            }
            guard !isDropped(scalar) else { continue }
            if spaceIsDue {
                scalars.append(" ")
                spaceIsDue = false
            }
            append(scalar, to: &scalars)
        }
        return String(scalars)
    }

    /// The simplified form of a Han character (OpenCC's table); itself when it has none.
    public static func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard isHan(scalar) else { return scalar }
        // A simplified form may itself be the traditional form of another (薴, 苧, 苎).
        var result = scalar
        for _ in 0..<2 {
            guard let next = variants.value(for: result)?.unicodeScalars.first else { break }
            result = next
        }
        return result
    }

    /// Whether a character is a Han character: what pinyin has readings for.
    static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3007, 0x20000...0x3FFFF, 0xF900...0xFAFF: true
        default: false
        }
    }

    private static let variants = ReferenceLines("han_variants.tsv", separator: 0x09)

    /// Whether normalising would change nothing: ASCII, Latin-1 letters, Han and full-width ASCII,
    /// which is nearly every text, and is folded without the tables of Unicode.
    static func isPlain(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x20..<0x7F, 0x4E00...0x9FFF, 0x3000...0x3002, 0xFF01...0xFF5E: true
            default: false
            }
        }
    }

    private static func append(
        _ scalar: Unicode.Scalar, to scalars: inout String.UnicodeScalarView
    ) {
        switch scalar.value {
        case 0x41...0x5A:
            scalars.append(Unicode.Scalar(UInt8(scalar.value + 0x20)))
        case 0x21..<0x7F:
            scalars.append(scalar)
        case 0xFF01...0xFF5E:
            append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)), to: &scalars)
        case 0xC0...0x24F:
            for lower in scalar.properties.lowercaseMapping.unicodeScalars
            where !isDropped(lower) {
                scalars.append(accents[lower] ?? lower)
            }
        case 0x2018, 0x2019, 0x2BC:
            scalars.append("'")
        default:
            if isHan(scalar) {
                scalars.append(simplified(scalar))
            } else {
                let lower = scalar.properties.lowercaseMapping.unicodeScalars
                scalars.append(contentsOf: lower.filter { !isDropped($0) })
            }
        }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x7F { return scalar == " " || (0x09...0x0D).contains(scalar.value) }
        return !(0x4E00...0x9FFF).contains(scalar.value) && scalar.properties.isWhitespace
    }

    /// Zero-width characters, controls and combining marks left over.
    private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x7F { return scalar.value < 0x20 }
        return ColumnWidth.of(scalar) == 0 || scalar.value == 0xAD
    }

    /// Latin letters without their accents: pinyin's tones, and what other names are written with.
    private static let accents: [Unicode.Scalar: Unicode.Scalar] = {
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        let rows: [(Unicode.Scalar, String)] = [
            ("a", "àáâãäåāăąǎ"), ("c", "çćĉċč"), ("d", "ďđ"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"),
            ("h", "ĥħ"), ("i", "ìíîïĩīĭįǐı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"),
            ("n", "ñńņňǹ"), ("o", "òóôõöøōŏőǒ"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("t", "ţťŧț"),
            ("u", "ùúûũūŭůűųǔ"), ("ü", "ǖǘǚǜ"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
        ]
        for (plain, marked) in rows {
            for scalar in marked.unicodeScalars { table[scalar] = plain }
        }
        return table
    }()
}
