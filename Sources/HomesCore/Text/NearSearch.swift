/// How near a name is to what was typed, when it is not spelled so.
public enum SearchLikeness: Int, Comparable, Sendable {
    /// It sounds the same: another character of the same reading, or the sounds that southern speech
    /// does not tell apart (zh/z, ch/c, sh/s, n/l, f/hu, an/ang, en/eng, in/ing).
    case sound
    /// One letter is wrong, missing, too many, or two are exchanged.
    case slip

    public static func < (left: SearchLikeness, right: SearchLikeness) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// What somebody typed to find a name, to be compared by its sound and with one slip allowed.
///
/// Names only: a code with a wrong digit is the code of another woman.
public struct NearQuery: Sendable {
    /// A text in Latin letters as it was typed, and by its sound.
    struct Spelling: Hashable, Sendable {
        let letters: [UInt8]
        let sound: [UInt8]

        init(_ letters: [UInt8]) {
            self.letters = letters
            sound = Sound.folded(letters)
        }
    }

    /// So many readings of one name are compared at most.
    private static let most = 48

    /// What was typed in every reading and order of its words.
    let spellings: [Spelling]
    /// Whether two Han characters or more were typed: then those that sound the same are worth
    /// seeing beside those that are written so.
    public let isHan: Bool

    /// A query from what was typed; empty when a code, a number or less than two letters was.
    public init(_ typed: String) {
        let folded = SearchFold.fold(typed).replacing("u:", with: "v")
        isHan = folded.unicodeScalars.count(where: SearchFold.isHan) >= 2
        var words: [[[UInt8]]] = []
        for piece in folded.split(separator: " ") {
            var text = String(piece)
            if piece.utf8.contains(where: { (0x30...0x39).contains($0) }) {
                guard let letters = SearchQuery.toneless(text),
                    let plain = String(validating: letters, as: UTF8.self)
                else {
                    spellings = []
                    return
                }
                text = plain
            }
            words.append(NearQuery.readings(of: text))
        }
        var orders = [words]
        // The family name is often said last.
        if words.count > 1 { orders.append(Array(words.dropFirst()) + words.prefix(1)) }
        if words.count > 2 { orders.append(words.suffix(1) + Array(words.dropLast())) }
        let texts = Set(orders.flatMap { NearQuery.joined($0) })
        spellings = texts.filter { (2...62).contains($0.count) }.map { Spelling($0) }
    }

    /// How near the names of a key are; `nil` when they are not.
    func likeness(to key: NearKey) -> SearchLikeness? {
        var best: SearchLikeness?
        for run in key.runs {
            for typed in spellings {
                if typed.sounds(like: run.spelling) { return .sound }
                if best == nil, typed.slips(from: run.spelling, isWhole: run.isWhole) {
                    best = .slip
                }
            }
        }
        return best
    }

    /// Whether nothing was typed that could be compared.
    var isEmpty: Bool { spellings.isEmpty }

    /// The Latin spellings of one syllable of a key; the character itself where it has none.
    fileprivate static func spellings(of unit: Substring.UTF8View) -> [[UInt8]] {
        let all = unit.split(separator: UInt8(ascii: "|")).map(Array.init)
        let latin = all.filter { ($0.first ?? 0x80) < 0x80 }
        return latin.isEmpty ? all : latin
    }

    /// The syllables of a typed word, each with its readings.
    private static func readings(of word: String) -> [[UInt8]] {
        joined(
            Pinyin.syllables(of: word).map { readings in
                readings.map { Array($0.replacing("ü", with: "v").utf8) }
            })
    }

    /// Every way to say one of each after the other, the most common readings first.
    fileprivate static func joined(_ parts: [[[UInt8]]]) -> [[UInt8]] {
        var texts: [[UInt8]] = [[]]
        for part in parts {
            texts = Array(texts.flatMap { text in part.map { text + $0 } }.prefix(most))
        }
        return texts
    }
}

/// The names of a search key (`SearchKey.make`) as they are said: each from every syllable on.
struct NearKey: Sendable {
    /// A run of syllables to the end of a name; `isWhole` from its beginning.
    let runs: [(spelling: NearQuery.Spelling, isWhole: Bool)]

    /// - Parameter wholeOnly: Whether names are wanted from their beginning only.
    init(_ key: String, wholeOnly: Bool = false) {
        var runs: [(NearQuery.Spelling, Bool)] = []
        for name in key.utf8.split(separator: UInt8(ascii: ";")) {
            if name.first == UInt8(ascii: "#") || name.first == UInt8(ascii: "~") { continue }
            let units = name.split(separator: UInt8(ascii: " ")).map(NearQuery.spellings)
            for start in wholeOnly ? units.indices.prefix(1) : units.indices {
                for letters in NearQuery.joined(Array(units[start...])) {
                    runs.append((NearQuery.Spelling(letters), start == 0))
                }
            }
        }
        self.runs = runs
    }
}

extension NearQuery.Spelling {
    /// Whether it sounds like the beginning of a name or of its later part.
    fileprivate func sounds(like name: Self) -> Bool {
        guard sound[0] == name.sound.first else { return false }
        return sound.count >= 3 ? name.sound.starts(with: sound) : name.sound == sound
    }

    /// Whether it is a name but for one slip. Short texts are compared with the whole name only: one
    /// letter more or less makes another name of them.
    fileprivate func slips(from name: Self, isWhole: Bool) -> Bool {
        guard letters.count >= 4, isWhole || letters.count >= 6, mayBegin(name) else {
            return false
        }
        if Slip.isOne(letters, name.letters) || Slip.isOne(sound, name.sound) { return true }
        guard letters.count >= 6 else { return false }
        return Slip.isOne(letters, beginning: name.letters)
    }
}

extension NearQuery.Spelling {
    /// Whether at most one of the first letters is wrong: asked first, because it is quickly said.
    private func mayBegin(_ name: Self) -> Bool {
        guard name.letters.count >= 2, letters.count >= 2 else { return false }
        let (a, b) = (letters[0], letters[1])
        let (c, d) = (name.letters[0], name.letters[1])
        return a == c || b == d || a == d || b == c || sound.first == name.sound.first
    }
}

/// Whether two texts differ by one slip of the hand.
enum Slip {
    /// One letter wrong, missing, too many, or two neighbours exchanged; or none at all.
    static func isOne(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        if abs(a.count - b.count) > 1 { return false }
        var start = 0
        while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
        let left = a[start...]
        let right = b[start...]
        if left.count > right.count { return left.dropFirst().elementsEqual(right) }
        if left.count < right.count { return right.dropFirst().elementsEqual(left) }
        if left.dropFirst().elementsEqual(right.dropFirst()) { return true }
        return left.count >= 2 && left[start] == right[start + 1] && left[start + 1] == right[start]
            && left.dropFirst(2).elementsEqual(right.dropFirst(2))
    }

    /// The same for the beginning of a longer text, which is still being typed.
    static func isOne(_ a: [UInt8], beginning b: [UInt8]) -> Bool {
        (a.count - 1...a.count + 1).contains { length in
            length < b.count && isOne(a, Array(b.prefix(length)))
        }
    }
}

/// The sound of pinyin, without what southern speech does not tell apart. Both sides are folded in
/// the same way, so that it does not matter where a syllable ends.
private enum Sound {
    static func folded(_ letters: [UInt8]) -> [UInt8] {
        var sound: [UInt8] = []
        sound.reserveCapacity(letters.count)
        var place = 0
        func next(_ offset: Int) -> UInt8 {
            place + offset < letters.count ? letters[place + offset] : 0
        }
        while place < letters.count {
            let letter = letters[place]
            switch (letter, next(1)) {
            case (UInt8(ascii: "z"), UInt8(ascii: "h")), (UInt8(ascii: "c"), UInt8(ascii: "h")),
                (UInt8(ascii: "s"), UInt8(ascii: "h")):
                sound.append(letter)
                place += 2
            case (UInt8(ascii: "n"), UInt8(ascii: "g")):
                sound.append(letter)
                place += 2
            case (UInt8(ascii: "l"), _):
                sound.append(UInt8(ascii: "n"))
                place += 1
            case (UInt8(ascii: "y"), UInt8(ascii: "u")):
                place += 1
            case (UInt8(ascii: "v"), _):
                sound.append(UInt8(ascii: "u"))
                place += 1
            case (UInt8(ascii: "f"), _), (UInt8(ascii: "h"), _):
                sound.append(UInt8(ascii: "h"))
                place += 1
                place += glide(letter, next(0), next(1), &sound)
            default:
                sound.append(letter)
                place += 1
            }
        }
        return sound
    }

    /// What stands after f or h, as if after f: huang is fang, hui is fei, hun is fen, hong is feng.
    /// Returns how many letters it has taken.
    private static func glide(
        _ initial: UInt8, _ first: UInt8, _ second: UInt8, _ sound: inout [UInt8]
    ) -> Int {
        guard initial == UInt8(ascii: "h") else { return 0 }
        switch (first, second) {
        case (UInt8(ascii: "u"), UInt8(ascii: "a")), (UInt8(ascii: "u"), UInt8(ascii: "o")):
            return 1
        case (UInt8(ascii: "u"), UInt8(ascii: "i")):
            sound += [UInt8(ascii: "e"), UInt8(ascii: "i")]
            return 2
        case (UInt8(ascii: "u"), UInt8(ascii: "n")), (UInt8(ascii: "o"), UInt8(ascii: "n")):
            sound.append(UInt8(ascii: "e"))
            return 1
        default: return 0
        }
    }
}

/// What a search among persons has found.
public struct PersonsFound: Equatable, Sendable {
    /// The places of the keys that were found, in their order: first those that are spelled so.
    public var places: [Int]
    /// How many of them are not spelled so, but sound so or differ by a slip.
    public var nearCount = 0
}

/// Persons to look among, by their search keys (`SearchKey.make`).
public struct PersonIndex: Sendable {
    private let keys: [String]
    /// Made when it is first asked for: most that is typed is spelled right.
    private var nearKeys: [NearKey]?

    /// An index of keys.
    public init(_ keys: [String]) { self.keys = keys }

    /// Looks for what was typed: those spelled so; those that sound so, when nobody is spelled so or
    /// when it was typed in characters; with one slip, when there are none of either.
    public mutating func find(_ typed: String) -> PersonsFound {
        let query = SearchQuery(typed)
        let exact = keys.indices.filter { query.matches(keys[$0]) }
        let near = NearQuery(typed)
        guard !query.isEmpty, !near.isEmpty, exact.isEmpty || near.isHan else {
            return PersonsFound(places: exact)
        }
        let known = Set(exact)
        let nearKeys = self.nearKeys ?? keys.map { NearKey($0) }
        self.nearKeys = nearKeys
        var sounds: [Int] = []
        var slips: [Int] = []
        for place in keys.indices where !known.contains(place) {
            switch near.likeness(to: nearKeys[place]) {
            case .sound: sounds.append(place)
            case .slip where exact.isEmpty: slips.append(place)
            default: continue
            }
        }
        let others = sounds.isEmpty ? slips : sounds
        return PersonsFound(places: exact + others, nearCount: others.count)
    }
}
