/// The search key of a record: what is kept in its `searchKey` column, made from its names and
/// codes, so that 王小明 is found by `王`, `wang xiaoming`, `wangxm` and `wxm`.
///
/// The form: a name is its syllables, separated by a space, each with all its spellings separated
/// by `|`; a code is `#` and its letters and digits, a number of hers (phone, identity card) `~` and
/// its digits; `;` ends each name, code and number: `王|wang 小|xiao 明|ming;#ah0140231;~13900000000;`
public enum SearchKey {
    /// The key of some names and codes; empty ones are left out.
    public static func make(names: [String], codes: [String] = []) -> String {
        var key: [UInt8] = []
        key.reserveCapacity(96)
        for name in names { append(name: name, to: &key) }
        for code in codes {
            let letters = alphanumerics(SearchFold.fold(code))
            if letters.isEmpty { continue }
            key.append(UInt8(ascii: "#"))
            key.append(contentsOf: letters.utf8)
            key.append(UInt8(ascii: ";"))
        }
        return String(validating: key, as: UTF8.self) ?? ""
    }

    /// What is put behind a key for numbers that people know the beginning or the end of: phones
    /// and identity numbers. Shorter ones than four letters and digits are left out.
    public static func numbers(_ numbers: [String]) -> String {
        numbers.map { alphanumerics(SearchFold.fold($0)) }.filter { $0.count >= 4 }
            .map { "~\($0);" }.joined()
    }

    /// The syllables of a name, each with its character and every spelling of its readings.
    private static func append(name: String, to key: inout [UInt8]) {
        let start = key.count
        var word: [UInt8] = []
        func beginUnit() {
            if key.count > start { key.append(UInt8(ascii: " ")) }
        }
        func endWord() {
            if word.isEmpty { return }
            beginUnit()
            append(spellingsOf: word, umlaut: [0xC3, 0xBC], to: &key)
            word.removeAll()
        }
        for scalar in SearchFold.fold(name).unicodeScalars {
            if SearchFold.isHan(scalar) {
                endWord()
                beginUnit()
                key.append(contentsOf: UTF8.encode(scalar) ?? UTF8.EncodedScalar())
                _ = Pinyin.withReadings(of: scalar) { readings in
                    for reading in readings.split(separator: 0x20) {
                        key.append(UInt8(ascii: "|"))
                        append(spellingsOf: Array(reading), umlaut: [UInt8(ascii: "v")], to: &key)
                    }
                }
                if let other = Surname.alsoRead[scalar] { key.append(contentsOf: "|\(other)".utf8) }
            } else if isLetterOrDigit(scalar) {
                word.append(contentsOf: UTF8.encode(scalar) ?? UTF8.EncodedScalar())
            } else if scalar != "'" {
                endWord()
            }
        }
        endWord()
        if key.count > start { key.append(UInt8(ascii: ";")) }
    }

    /// A word in every way in which people write ü on a keyboard that lacks it: v, u, and yu as
    /// in passports.
    private static func append(
        spellingsOf word: [UInt8], umlaut: [UInt8], to key: inout [UInt8]
    ) {
        guard word.contains(umlaut[0]), word.firstRange(of: umlaut) != nil else {
            key.append(contentsOf: word)
            return
        }
        for (index, spelling) in ["v", "u", "yu"].enumerated() {
            if index > 0 { key.append(UInt8(ascii: "|")) }
            key.append(contentsOf: word.replacing(umlaut, with: Array(spelling.utf8)))
        }
    }

    /// Only the letters and digits of a text: `ah014-0231` is `ah0140231`.
    static func alphanumerics(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter(isLetterOrDigit)))
    }

    static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 {
            return ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
        }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}

/// What somebody typed to find a record: words in any order, each of which must be found.
///
/// A word is found in a name when it can be spelled from syllables that follow each other, of each
/// a beginning: `wangxm`, `wxm`, `xiaom`, `王xm`, and with tones `wang2xiao3ming2`. It is found in a
/// code anywhere when it has a digit (`0231`), else at its beginning (`ah`); in a phone or identity
/// number from four digits on at its beginning or end, from six on anywhere.
public struct SearchQuery: Equatable, Sendable {
    /// A typed word as bytes of the key's alphabet.
    private struct Word: Equatable, Sendable {
        let bytes: [UInt8]
        let hasDigit: Bool
        /// A word of syllables with tones, without them: looked for in names only.
        var toneless: [UInt8]?
    }

    private let words: [Word]

    /// A query from what was typed. Longer words than 62 bytes are looked for by their beginning.
    public init(_ typed: String) {
        var words: [Word] = []
        for piece in SearchFold.fold(typed).replacing("u:", with: "v").split(separator: " ") {
            let hasDigit = piece.utf8.contains { (0x30...0x39).contains($0) }
            let letters =
                hasDigit ? [SearchKey.alphanumerics(String(piece))] : SearchQuery.parts(of: piece)
            for text in letters where !text.isEmpty {
                let bytes = Array(text.replacing("ü", with: "v").utf8.prefix(62))
                let toneless = hasDigit ? SearchQuery.toneless(text) : nil
                words.append(Word(bytes: bytes, hasDigit: hasDigit, toneless: toneless))
            }
        }
        self.words = words
    }

    /// Whether nothing to look for was typed: then everything matches.
    public var isEmpty: Bool { words.isEmpty }

    /// Whether a record with this key is one that was looked for.
    public func matches(_ key: String) -> Bool {
        if words.isEmpty { return true }
        if let found = key.utf8.withContiguousStorageIfAvailable({ matches($0) }) { return found }
        var copy = key
        return copy.withUTF8 { matches($0) }
    }

    /// The same for a key's bytes: for keys that lie in one buffer.
    public func matches(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
        words.allSatisfy { word in
            let isFound = word.bytes.withUnsafeBufferPointer {
                KeyScan(key: key, word: $0, hasDigit: word.hasDigit).finds()
            }
            if isFound { return true }
            return word.toneless?.withUnsafeBufferPointer {
                KeyScan(key: key, word: $0, hasDigit: false, namesOnly: true).finds()
            } ?? false
        }
    }

    /// Syllables without the digits of their tones, 0 to 5: `wang2xm` is `wangxm`; `nil` for what is
    /// not written so, such as a code.
    static func toneless(_ text: String) -> [UInt8]? {
        var letters: [UInt8] = []
        var isAfterLetter = false
        var tones = 0
        for byte in text.replacing("ü", with: "v").utf8 {
            if (0x61...0x7A).contains(byte) {
                letters.append(byte)
                isAfterLetter = true
            } else if isAfterLetter, (0x30...0x35).contains(byte) {
                isAfterLetter = false
                tones += 1
            } else {
                return nil
            }
        }
        return tones > 0 && letters.count <= 62 ? letters : nil
    }

    /// A word without digits, cut where there are other characters than letters: `mary-jane`.
    private static func parts(of piece: Substring) -> [String] {
        piece.unicodeScalars.filter { $0 != "'" }
            .split { !SearchKey.isLetterOrDigit($0) }
            .map { String(String.UnicodeScalarView($0)) }
    }
}

/// One pass over a key for one word.
private struct KeyScan {
    let key: UnsafeBufferPointer<UInt8>
    let word: UnsafeBufferPointer<UInt8>
    let hasDigit: Bool
    var namesOnly = false

    private static let space = UInt8(ascii: " ")
    private static let bar = UInt8(ascii: "|")
    private static let semicolon = UInt8(ascii: ";")
    private static let hash = UInt8(ascii: "#")
    private static let tilde = UInt8(ascii: "~")

    func finds() -> Bool {
        var position = 0
        while position < key.count {
            let isFound =
                switch key[position] {
                case KeyScan.hash: findsInCode(from: &position)
                case KeyScan.tilde: findsInNumber(from: &position)
                default: findsInName(from: &position)
                }
            if isFound { return true }
        }
        return false
    }

    /// Where the code or number that begins here ends; goes to the one after it.
    private func end(from position: inout Int) -> Int {
        var end = position + 1
        while end < key.count, key[end] != KeyScan.semicolon { end += 1 }
        position = end + 1
        return end
    }

    private func isAt(_ candidate: Int) -> Bool {
        var length = 0
        while length < word.count, key[candidate + length] == word[length] { length += 1 }
        return length == word.count
    }

    /// Looks in a phone or identity number, of which people know the beginning or the end.
    private func findsInNumber(from position: inout Int) -> Bool {
        let start = position + 1
        let last = end(from: &position) - word.count
        guard !namesOnly, hasDigit, word.count >= 4, last >= start else { return false }
        if word.count >= 6 { return (start...last).contains(where: isAt) }
        return isAt(start) || isAt(last)
    }

    /// Looks in one code and goes to the one after it.
    private func findsInCode(from position: inout Int) -> Bool {
        let start = position + 1
        let end = end(from: &position)
        let last = hasDigit ? end - word.count : min(start, end - word.count)
        guard !namesOnly, last >= start else { return false }
        return (start...last).contains(where: isAt)
    }

    /// Looks in one name and goes to the one after it. Bit n of `reached` says that the first n
    /// bytes of the word can be spelled from the syllables before this one; every syllable may
    /// begin the word, so that bit 0 is always set.
    private func findsInName(from position: inout Int) -> Bool {
        var reached: UInt64 = 1
        var next: UInt64 = 0
        while position < key.count {
            var index = position
            if reached == 1, key[index] != word[0] {
                // Nothing is begun and nothing begins here.
            } else if extend(reached, at: position, into: &next) {
                return true
            }
            while index < key.count, key[index] > KeyScan.space, key[index] != KeyScan.bar,
                key[index] != KeyScan.semicolon
            {
                index += 1
            }
            position = index + 1
            guard index < key.count else { return false }
            if key[index] == KeyScan.semicolon { return false }
            if key[index] == KeyScan.space {
                reached = next | 1
                next = 0
            }
        }
        return false
    }

    /// Takes every beginning of one spelling from every place reached; true at the word's end.
    private func extend(_ reached: UInt64, at start: Int, into next: inout UInt64) -> Bool {
        var rest = reached
        while rest != 0 {
            let taken = rest.trailingZeroBitCount
            rest &= rest - 1
            var length = 0
            while taken + length < word.count, start + length < key.count,
                key[start + length] == word[taken + length]
            {
                length += 1
                next |= 1 << UInt64(taken + length)
            }
            if taken + length == word.count { return true }
        }
        return false
    }
}
