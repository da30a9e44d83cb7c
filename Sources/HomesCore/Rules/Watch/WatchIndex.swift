/// Whom to look out for, by names and phones.
public struct WatchedEntry: Equatable, Sendable {
    /// The watched person's record id.
    public let id: String
    /// Names and aliases.
    public let names: [String]
    /// Phones as they were typed.
    public let phones: [String]

    /// An entry.
    public init(id: String, names: [String], phones: [String]) {
        self.id = id
        self.names = names
        self.phones = phones
    }
}

/// What somebody wrote down, to be compared with those watched.
public struct WatchQuery: Equatable, Sendable {
    /// Texts that are names, each of one person.
    public var names: [String] = []
    /// Texts that are phone numbers.
    public var phones: [String] = []
    /// Texts in which a name or a number may stand: a firm's name, a note.
    public var texts: [String] = []

    /// A query.
    public init(names: [String] = [], phones: [String] = [], texts: [String] = []) {
        self.names = names
        self.phones = phones
        self.texts = texts
    }

    /// Whether there is nothing to compare.
    public var isEmpty: Bool { names.isEmpty && phones.isEmpty && texts.isEmpty }
}

/// Somebody watched whom a query is like.
public struct WatchMatch: Equatable, Sendable {
    /// The watched person's record id.
    public let id: String
    /// The surest likeness.
    public let likeness: SightingLikeness
}

/// Those watched for, ready to be compared: made once for many queries.
///
/// A name is like another that is written so when both are folded (width, case, traditional
/// characters, what stands between), that sounds so in any reading (`NearQuery`), or, in Latin
/// letters, that differs by one slip of the hand. It is compared as a whole: the search of a list
/// finds beginnings, an alarm must not. Of two characters the sound is the reading itself: what
/// southern speech makes one would make one of too many. One digit more or less is another phone.
public struct WatchIndex: Sendable {
    private var ids: [String] = []
    private var written: [String: [Int]] = [:]
    private var sounds: [[UInt8]: [Int]] = [:]
    private var letters: [[UInt8]: [Int]] = [:]
    /// For slips: by the first two letters and by the last two, one of which a slip leaves alone.
    private var spellings: [(letters: [UInt8], place: Int)] = []
    private var lengths: [Int] = []
    private var heads: [Pair: [Int]] = [:]
    private var tails: [Pair: [Int]] = [:]
    private var phones: [String: [Int]] = [:]

    /// Two letters.
    private struct Pair: Hashable {
        let first: UInt8
        let second: UInt8

        init(_ letters: ArraySlice<UInt8>) {
            first = letters.first ?? 0
            second = letters.last ?? 0
        }
    }

    /// An index of those watched.
    public init(_ entries: [WatchedEntry]) {
        for (place, entry) in entries.enumerated() {
            ids.append(entry.id)
            for name in entry.names where WatchIndex.mayBeMatched(name) { add(name, place) }
            for number in entry.phones.flatMap(PhoneDigits.numbers) {
                phones[number, default: []].append(place)
            }
        }
    }

    /// Whether nobody is watched.
    public var isEmpty: Bool { ids.isEmpty }

    /// Whether a name is long enough to tell people apart: two characters, or four letters.
    public static func mayBeMatched(_ name: String) -> Bool {
        let letters = SearchKey.alphanumerics(SearchFold.fold(name)).unicodeScalars
        return letters.count >= (letters.contains(where: SearchFold.isHan) ? 2 : 4)
    }

    /// Whether a text holds a phone number that can be compared.
    public static func holdsNumber(_ phone: String) -> Bool {
        !PhoneDigits.numbers(in: phone).isEmpty
    }

    private mutating func add(_ name: String, _ place: Int) {
        written[SearchKey.alphanumerics(SearchFold.fold(name)), default: []].append(place)
        var known: Set<NearQuery.Spelling> = []
        let key = NearKey(SearchKey.make(names: [name]), wholeOnly: true)
        for (spelling, _) in key.runs where known.insert(spelling).inserted {
            sounds[spelling.sound, default: []].append(place)
            letters[spelling.letters, default: []].append(place)
            heads[Pair(spelling.letters.prefix(2)), default: []].append(spellings.count)
            tails[Pair(spelling.letters.suffix(2)), default: []].append(spellings.count)
            spellings.append((spelling.letters, place))
            lengths.append(spelling.letters.count)
        }
    }

    // MARK: Comparing

    /// Those whom a query is like, each once with the surest likeness, in the order of the entries.
    public func matches(_ query: WatchQuery) -> [WatchMatch] {
        if isEmpty { return [] }
        var found: [Int: SightingLikeness] = [:]
        func add(_ places: [Int]?, _ likeness: SightingLikeness) {
            for place in places ?? [] where found[place].map({ likeness < $0 }) ?? true {
                found[place] = likeness
            }
        }
        for text in query.phones + query.names + query.texts {
            for number in PhoneDigits.numbers(in: text) { add(phones[number], .phone) }
        }
        for name in query.names {
            compare(name, add)
            look(in: name, least: 3, add)
        }
        for text in query.texts { look(in: text, least: 2, add) }
        return found.sorted { $0.key < $1.key }.map {
            WatchMatch(id: ids[$0.key], likeness: $0.value)
        }
    }

    /// A text that is a name.
    private func compare(_ name: String, _ add: ([Int]?, SightingLikeness) -> Void) {
        let name = WatchIndex.withoutTitle(name)
        guard WatchIndex.mayBeMatched(name) else { return }
        let folded = SearchFold.fold(name)
        add(written[SearchKey.alphanumerics(folded)], .written)
        let han = folded.unicodeScalars.count(where: SearchFold.isHan)
        for spelling in NearQuery(name).spellings {
            add(han == 2 ? letters[spelling.letters] : sounds[spelling.sound], .sound)
            // A character is never mistyped for one that sounds otherwise; letters are.
            guard han == 0 else { continue }
            let typed = spelling.letters
            for place in slips(of: typed) { add([place], .slip) }
        }
    }

    /// Those one of whose names some letters are but for one slip of the hand.
    ///
    /// Letters that are no pinyin are a slip. Pinyin of two syllables is another name as soon as one
    /// letter differs (`li mei`, `li wei`); of three it seldom is, unless a letter stands for one
    /// that is not beside it on the keyboard.
    private func slips(of typed: [UInt8]) -> [Int] {
        guard typed.count >= 4 else { return [] }
        let syllables = Pinyin.syllableCount(of: typed)
        if let syllables, syllables < 3 || typed.count < 8 { return [] }
        var places: [Int] = []
        for near in [heads[Pair(typed.prefix(2))], tails[Pair(typed.suffix(2))]] {
            for index in near ?? [] where lengths[index] - typed.count <= 1 {
                let other = spellings[index]
                if typed.count - lengths[index] <= 1, Slip.isOne(typed, other.letters),
                    syllables == nil || KeyNeighbours.mayBeMeant(typed, other.letters)
                {
                    places.append(other.place)
                }
            }
        }
        return places
    }

    /// Titles that follow a family name or a name.
    private static let titles = [
        "先生", "女士", "小姐", "老板", "经理", "师傅", "大哥", "大姐", "阿姨", "叔叔", "老师", "主任",
    ]

    private static func withoutTitle(_ name: String) -> String {
        let folded = SearchFold.fold(name)
        guard let title = titles.first(where: folded.hasSuffix) else { return name }
        let rest = String(folded.dropLast(title.count))
        return mayBeMatched(rest) ? rest : name
    }

    /// A text in which a name may stand as it is written: `least` characters, or seven letters in
    /// up to four words.
    private func look(
        in text: String, least: Int, _ add: ([Int]?, SightingLikeness) -> Void
    ) {
        let runs = TextRuns(SearchFold.fold(text))
        for run in runs.han where run.count >= least {
            for start in 0...(run.count - least) {
                for length in least...max(least, min(6, run.count - start)) {
                    var view = String.UnicodeScalarView()
                    view.append(contentsOf: run[start..<(start + length)])
                    add(written[String(view)], .written)
                }
            }
        }
        for start in runs.words.indices {
            var joined: [UInt8] = []
            for word in runs.words[start...].prefix(4) {
                joined += word
                if joined.count >= 7 { add(letters[joined], .sound) }
            }
        }
    }
}

/// The letters that lie beside each other on a keyboard.
private enum KeyNeighbours {
    private static let rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"].map { Array($0.utf8) }

    /// Whether the one letter in which two texts of one length differ may be the key beside the one
    /// that was meant. Texts of two lengths, and two letters exchanged, always may.
    static func mayBeMeant(_ typed: [UInt8], _ name: [UInt8]) -> Bool {
        guard typed.count == name.count else { return true }
        let places = typed.indices.filter { typed[$0] != name[$0] }
        guard places.count == 1, let place = places.first else { return true }
        return isBeside(typed[place], name[place])
    }

    private static func isBeside(_ a: UInt8, _ b: UInt8) -> Bool {
        guard let (row, column) = place(of: a), let (otherRow, otherColumn) = place(of: b) else {
            return false
        }
        switch otherRow - row {
        case 0: return abs(otherColumn - column) == 1
        // Each row begins half a key to the right of the one above.
        case 1: return column - otherColumn == 0 || column - otherColumn == 1
        case -1: return otherColumn - column == 0 || otherColumn - column == 1
        default: return false
        }
    }

    private static func place(of letter: UInt8) -> (row: Int, column: Int)? {
        for (row, letters) in rows.enumerated() {
            if let column = letters.firstIndex(of: letter) { return (row, column) }
        }
        return nil
    }
}

/// The characters and the words of a folded text, one after the other.
private struct TextRuns {
    /// Han characters that follow each other, also with blanks or dots between.
    var han: [[Unicode.Scalar]] = []
    /// Words of Latin letters.
    var words: [[UInt8]] = []

    init(_ folded: String) {
        var run: [Unicode.Scalar] = []
        var word: [UInt8] = []
        for scalar in folded.unicodeScalars {
            if let letter = TextRuns.letter(scalar) {
                word.append(letter)
            } else if !word.isEmpty {
                words.append(word)
                word = []
            }
            if SearchFold.isHan(scalar) {
                run.append(scalar)
            } else if !run.isEmpty, !" .·-_'".unicodeScalars.contains(scalar) {
                han.append(run)
                run = []
            }
        }
        if !word.isEmpty { words.append(word) }
        if !run.isEmpty { han.append(run) }
    }

    /// A Latin letter as `NearQuery` has it.
    private static func letter(_ scalar: Unicode.Scalar) -> UInt8? {
        if ("a"..."z").contains(scalar) { return UInt8(scalar.value) }
        return scalar == "ü" ? UInt8(ascii: "v") : nil
    }
}

extension SightingLikeness {
    /// The surer likeness comes first.
    static func < (left: Self, right: Self) -> Bool {
        let order = allCases
        return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
    }
}
