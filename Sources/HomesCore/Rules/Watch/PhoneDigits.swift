/// Phone numbers in a text, whatever stands between their digits, in one form to compare.
enum PhoneDigits {
    /// A mobile number of mainland China has so many digits and begins with 1 (YD/T 1127).
    static let mobileLength = 11
    /// Shorter ones are extensions or hotlines; longer ones are no phone numbers (ITU-T E.164).
    static let lengths = 7...12

    /// The numbers, without the country's code and leading zeros. Of many digits in a row, two
    /// numbers or one with something before it, every mobile number that may be meant.
    static func numbers(in text: String) -> Set<String> {
        var found: Set<String> = []
        var digits: [UInt8] = []
        for scalar in SearchFold.fold(text).unicodeScalars {
            if let digit = digit(scalar) {
                digits.append(digit)
            } else if !between.contains(scalar) {
                add(digits, to: &found)
                digits = []
            }
        }
        add(digits, to: &found)
        return found
    }

    /// What people put between the digits of one number.
    private static let between: Set<Unicode.Scalar> = [
        " ", "-", "(", ")", ".", "+", "_", "*", "~", "·", "—", "–", "‐", "‑",
    ]

    /// Chinese numerals as they are said on the phone, 幺 for one among them.
    private static let numerals: [Unicode.Scalar: UInt8] = Dictionary(
        zip("〇零一幺二两三四五六七八九".unicodeScalars, [0, 0, 1, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9]),
        uniquingKeysWith: { first, _ in first })

    private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
        if (0x30...0x39).contains(scalar.value) { return UInt8(scalar.value) }
        return numerals[scalar].map { $0 + 0x30 }
    }

    private static func add(_ digits: [UInt8], to found: inout Set<String>) {
        guard digits.count >= lengths.lowerBound else { return }
        for start in digits.indices.dropLast(mobileLength - 1)
        where digits[start] == 0x31 && digits[start + 1] >= 0x33 {
            insert(digits[start..<(start + mobileLength)], into: &found)
        }
        var rest = digits.drop { $0 == 0x30 }
        if rest.count >= lengths.upperBound, rest.starts(with: [0x38, 0x36]) {
            rest = rest.dropFirst(2).drop { $0 == 0x30 }
        }
        if lengths.contains(rest.count) { insert(rest, into: &found) }
    }

    private static func insert(_ digits: ArraySlice<UInt8>, into found: inout Set<String>) {
        if let text = String(validating: digits, as: UTF8.self) { found.insert(text) }
    }
}
