import Foundation

/// What is wrong with a password that somebody chose.
public enum PasswordFault: Hashable, Sendable {
    /// Shorter than 15 characters; this is how many it has.
    case tooShort(Int)
    /// Longer than 256 characters; this is how many it has.
    case tooLong(Int)
    /// Made of what everybody tries first: repeats, sequences, rows of keys, well-known words, the
    /// user's own name.
    case common
}

/// The rule for passwords (SP 800-63B-4, 3.1.1.2): at least 15 characters, counted as Unicode code
/// points after NFKC; at least 64 allowed; no rules of composition; a list of common ones.
///
/// The list is made of rules and not of passwords: whatever is known is taken out of the password,
/// and what is left must still be worth eight characters.
public enum PasswordRule {
    /// The least length, in code points.
    public static let leastLength = 15
    /// The greatest length, in code points.
    public static let greatestLength = 256
    private static let leastUnknown = 8

    /// Everything that is wrong with a password; empty when it may be used.
    ///
    /// - Parameter names: what an attacker would try for this user: her name, her home, the
    ///   programme.
    public static func faults(of password: String, names: [String] = []) -> [PasswordFault] {
        let text = password.precomposedStringWithCompatibilityMapping
        let length = text.unicodeScalars.count
        var faults: [PasswordFault] = []
        if length < leastLength { faults.append(.tooShort(length)) }
        if length > greatestLength { faults.append(.tooLong(length)) }
        if length <= greatestLength, unknownLength(of: text, names: names) < leastUnknown {
            faults.append(.common)
        }
        return faults
    }

    /// How many characters are left once everything known has been taken out, with digits read as
    /// the letters they stand for or as digits, whichever leaves less.
    private static func unknownLength(of text: String, names: [String]) -> Int {
        let lower = Array(text.lowercased().unicodeScalars).filter {
            !$0.properties.isWhitespace
        }
        let known = (knownWords + names)
            .flatMap { word in
                let plain = Array(word.lowercased().unicodeScalars)
                return [plain, plain.map { twins[$0] ?? $0 }]
            }
            .filter { $0.count >= 2 }.sorted { $0.count > $1.count }
        let lengths = [lower, lower.map { twins[$0] ?? $0 }].map { text in
            var rest = withoutRepeats(text)
            for word in known { rest = without(word, in: rest) }
            return withoutRuns(withoutRepeats(rest)).count
        }
        return lengths.min() ?? 0
    }

    /// Digits and signs that stand for letters.
    private static let twins: [Unicode.Scalar: Unicode.Scalar] = [
        "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i",
    ]

    private static func without(
        _ word: [Unicode.Scalar], in text: [Unicode.Scalar]
    ) -> [Unicode.Scalar] {
        var rest: [Unicode.Scalar] = []
        var index = 0
        while index < text.count {
            if text.count - index >= word.count,
                Array(text[index..<index + word.count]) == word
            {
                index += word.count
            } else {
                rest.append(text[index])
                index += 1
            }
        }
        return rest
    }

    /// The shortest piece that the text repeats from beginning to end, or the text.
    private static func withoutRepeats(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard text.count > 1 else { return text }
        for period in 1...text.count / 2 {
            if text.indices.dropFirst(period).allSatisfy({ text[$0] == text[$0 - period] }) {
                return Array(text.prefix(period))
            }
        }
        return text
    }

    /// Leaves the first of every three or more characters that are equal, or follow each other in
    /// the alphabet, in counting, or on a row of keys, forwards or backwards.
    private static func withoutRuns(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var rest: [Unicode.Scalar] = []
        var start = 0
        while start < text.count {
            let longest = [0, 1, -1].map { runLength(text, from: start, $0) }.max() ?? 1
            rest.append(text[start])
            start += longest >= 3 ? longest : 1
        }
        return rest
    }

    private static func runLength(
        _ text: [Unicode.Scalar], from start: Int, _ step: Int
    ) -> Int {
        var end = start + 1
        while end < text.count, isNext(text[end - 1], text[end], step) { end += 1 }
        return end - start
    }

    private static let rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890", "!@#$%^&*()"]
        .map { Array($0.unicodeScalars) }

    private static func isNext(
        _ left: Unicode.Scalar, _ right: Unicode.Scalar, _ step: Int
    ) -> Bool {
        if Int(right.value) - Int(left.value) == step { return true }
        return rows.contains { row in
            guard let place = row.firstIndex(of: left) else { return false }
            return row.indices.contains(place + step) && row[place + step] == right
        }
    }

    /// Words that passwords are made of, in the programme and everywhere, in their small form.
    private static let knownWords = [
        "password", "passwort", "passwd", "passphrase", "secret", "letmein", "welcome", "admin",
        "administrator", "login", "user", "guest", "test", "hello", "qwerty", "asdf", "zxcv",
        "iloveyou", "love", "sunshine", "princess", "dragon", "monkey", "master", "shadow",
        "homes", "home", "shelter", "programme", "program", "office", "computer", "changeme",
        "default", "china", "beijing", "mima", "woaini", "nihao", "zhongguo", "admin",
        "密码", "口令", "管理员", "我爱你", "你好", "中国", "北京",
    ]
}
