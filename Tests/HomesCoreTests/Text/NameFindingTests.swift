import Foundation
import Testing

@testable import HomesCore

/// Two hundred invented names with polyphones, disguised where they are kept and where they are
/// typed: nearly every way to ask finds the woman, and no way lists half the home.
@Suite struct NameFindingTests {
    /// Family names with the readings that people use for them (GB/T 28039; 中国姓氏大辞典), not
    /// taken from the program's table.
    private static let surnames: [(String, [String])] = [
        ("单", ["shan"]), ("曾", ["zeng"]), ("仇", ["qiu"]), ("解", ["xie"]), ("盖", ["ge", "gai"]),
        ("区", ["ou"]), ("查", ["zha"]), ("任", ["ren"]), ("华", ["hua"]), ("朴", ["piao"]),
        ("尉迟", ["yu chi"]), ("乐", ["yue", "le"]), ("覃", ["qin", "tan"]), ("缪", ["miao"]),
        ("万俟", ["mo qi"]), ("翟", ["zhai"]), ("员", ["yun"]), ("种", ["chong"]),
        ("召", ["shao"]), ("冼", ["xian"]), ("逄", ["pang"]), ("乜", ["nie"]), ("燕", ["yan"]),
        ("纪", ["ji"]), ("葛", ["ge"]), ("令狐", ["ling hu"]), ("宿", ["su"]), ("尹", ["yin"]),
        ("长孙", ["zhang sun"]), ("黑", ["hei"]), ("秘", ["bi"]), ("折", ["she"]),
        ("牟", ["mu", "mou"]), ("薄", ["bo"]), ("隗", ["wei", "kui"]), ("郗", ["xi", "chi"]),
        ("谌", ["chen", "shen"]), ("柏", ["bai", "bo"]), ("车", ["che"]), ("藏", ["zang"]),
        ("欧阳", ["ou yang"]), ("单于", ["chan yu"]), ("澹台", ["tan tai"]), ("吕", ["lv", "lu"]),
        ("都", ["du"]), ("石", ["shi"]), ("沈", ["shen"]), ("强", ["qiang"]), ("贾", ["jia"]),
        ("王", ["wang"]), ("张", ["zhang"]), ("黄", ["huang"]), ("方", ["fang"]), ("林", ["lin"]),
        ("宁", ["ning"]), ("应", ["ying"]), ("卜", ["bu"]), ("洗", ["xian"]), ("晁", ["chao"]),
    ]
    private static let given: [(String, [String])] = [
        ("娜", ["na"]), ("茜", ["qian", "xi"]), ("露", ["lu"]), ("乐", ["le", "yue"]),
        ("朝", ["zhao", "chao"]), ("行", ["xing"]), ("重", ["chong"]), ("佳", ["jia"]),
        ("晟", ["sheng", "cheng"]), ("莎", ["sha"]), ("洁", ["jie"]), ("娥", ["e"]),
        ("长", ["chang"]), ("传", ["chuan"]), ("好", ["hao"]), ("华", ["hua"]), ("茹", ["ru"]),
        ("倩", ["qian"]), ("盛", ["sheng"]), ("媛", ["yuan"]), ("绿", ["lv", "lu"]),
        ("月", ["yue"]), ("春", ["chun"]), ("花", ["hua"]), ("秀", ["xiu"]), ("英", ["ying"]),
        ("丽", ["li"]), ("梅", ["mei"]), ("芳", ["fang"]), ("娟", ["juan"]), ("敏", ["min"]),
        ("静", ["jing"]), ("红", ["hong"]), ("兰", ["lan"]), ("凤", ["feng"]), ("银", ["yin"]),
        ("玲", ["ling"]), ("蓉", ["rong"]), ("慧", ["hui"]), ("珍", ["zhen"]),
    ]

    private struct Name {
        var text: String
        /// The ways to say it, each as its syllables.
        var readings: [[String]]
        var code: String
    }

    private let names: [Name]
    private let keys: [String]
    private static let traditional = makeTraditional()

    init() {
        var random = SeededGenerator(seed: 404)
        var names: [Name] = []
        var known: Set<String> = []
        while names.count < 200 {
            let surname = Self.surnames[names.count % Self.surnames.count]
            let parts = (0..<Int.random(in: 1...2, using: &random)).map { _ in
                Self.given.randomElement(using: &random) ?? Self.given[0]
            }
            let text = surname.0 + parts.map(\.0).joined()
            guard known.insert(text).inserted else { continue }
            var readings = surname.1.map { $0.split(separator: " ").map(String.init) }
            for part in parts { readings = readings.flatMap { said in part.1.map { said + [$0] } } }
            names.append(Name(text: text, readings: readings, code: "AH014-\(1_000 + names.count)"))
        }
        self.names = names
        keys = names.map { name in
            var person = Person()
            person.personCode = name.code
            person.nameZh = .said(Self.disguised(name.text, &random))
            person.namePinyin = SearchTexts.pinyin(person.nameZh.text ?? "")
            return SearchTexts.key(of: person.normalised)
        }
    }

    // MARK: Disguises

    private static func makeTraditional() -> [Character: Character] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let text =
            (try? String(
                contentsOf: root.appendingPathComponent("data/han_variants.tsv"), encoding: .utf8))
            ?? ""
        var table: [Character: Character] = [:]
        for line in text.split(separator: "\n").dropFirst() {
            let parts = line.split(separator: "\t")
            if parts.count == 2, let from = parts[1].first, let to = parts[0].first {
                table[from] = to
            }
        }
        return table
    }

    /// A text of characters in traditional ones, with zero-width characters or spaces in its midst.
    private static func disguised(_ text: String, _ random: inout SeededGenerator) -> String {
        let old = Bool.random(using: &random)
        let between = ["", "\u{200B}", " ", "\u{3000}", "\u{FEFF}"].randomElement(using: &random)
        return text.map { String(old ? traditional[$0] ?? $0 : $0) }
            .joined(separator: between ?? "")
    }

    private static func fullWidth(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    (0x21..<0x7F).contains(scalar.value)
                        ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
                }))
    }

    // MARK: Ways to ask

    /// What southern speech does not tell apart, both ways.
    private static let confusions: [(String, String)] = [
        ("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("fang", "huang"), ("fu", "hu"),
        ("fei", "hui"), ("feng", "hong"), ("ang", "an"), ("eng", "en"), ("ing", "in"),
    ]

    private func confused(_ syllable: String) -> [String] {
        Self.confusions.flatMap { first, second -> [String] in
            [(first, second), (second, first)].compactMap { from, to in
                if from.hasSuffix("n") || from.hasSuffix("ng") {
                    guard from.count > 1, syllable.hasSuffix(from) else { return nil }
                    if !from.hasSuffix("ng"), syllable.hasSuffix("ng") { return nil }
                    if "fh".contains(from.first ?? " "), syllable != from { return nil }
                    return syllable.dropLast(from.count) + to
                }
                guard syllable.hasPrefix(from) else { return nil }
                if from.count == 1, syllable.hasPrefix(from + "h") { return nil }
                if ["fu", "hu", "fei", "hui"].contains(from), syllable != from { return nil }
                return to + syllable.dropFirst(from.count)
            }
        }
    }

    /// A slip of the hand: a letter gone, doubled, wrong or exchanged with its neighbour.
    private func slipped(_ text: String, _ random: inout SeededGenerator) -> String {
        var letters = Array(text)
        let place = Int.random(in: 0..<letters.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: letters.remove(at: place)
        case 1: letters.insert(letters[place], at: place)
        case 2: letters[place] = Array("abeginstuxz").randomElement(using: &random) ?? "a"
        default: letters.swapAt(place, min(place + 1, letters.count - 1))
        }
        return String(letters)
    }

    private func ways(
        _ name: Name, _ random: inout SeededGenerator
    ) -> [(way: String, typed: String)] {
        var ways = [
            ("characters", name.text),
            ("characters, disguised", Self.disguised(name.text, &random)),
            ("characters, disguised", Self.disguised(name.text, &random)),
            ("code", String(name.code.suffix(4))), ("code", Self.fullWidth(name.code)),
        ]
        for reading in name.readings {
            let initials = reading.compactMap(\.first).map(String.init).joined()
            let tones = reading.map { $0 + String(Int.random(in: 1...5, using: &random)) }
            let length = reading.count > 2 ? Int.random(in: 1...2, using: &random) : 1
            let surname = reading.prefix(length).joined()
            ways += [
                ("pinyin joined", reading.joined()),
                ("pinyin spaced", reading.joined(separator: " ")),
                ("pinyin in capitals", reading.joined().uppercased()),
                ("full-width", Self.fullWidth(reading.joined())),
                ("family name apart", surname + " " + reading.dropFirst(length).joined()),
                ("family name last", reading.dropFirst(length).joined() + " " + surname),
                ("initials", initials),
                ("initials spaced", initials.map(String.init).joined(separator: " ")),
                ("tones", tones.joined()), ("tones spaced", tones.joined(separator: " ")),
            ]
            for (place, syllable) in reading.enumerated() {
                for other in confused(syllable) {
                    var said = reading
                    said[place] = other
                    ways.append(("southern sound", said.joined()))
                }
            }
            if reading.joined().count >= 5 {
                for _ in 0..<3 { ways.append(("one slip", slipped(reading.joined(), &random))) }
            }
        }
        return ways + homophones(name)
    }

    /// Her name with one character written otherwise that has the same first reading.
    private func homophones(_ name: Name) -> [(way: String, typed: String)] {
        let alike: [Character: Character] = [
            "娜": "纳", "佳": "家", "洁": "杰", "华": "花", "花": "华", "英": "瑛", "丽": "莉", "梅": "玫",
            "芳": "方", "娟": "鹃", "静": "敬", "红": "虹", "兰": "蓝", "凤": "奉", "玲": "铃", "珍": "真",
        ]
        let characters = Array(name.text)
        return characters.indices.dropFirst().compactMap { place in
            guard let other = alike[characters[place]] else { return nil }
            var written = characters
            written[place] = other
            return ("homophone", String(written))
        }
    }

    private struct Outcome {
        var tried: [String: Int] = [:]
        var missed: [String: [String]] = [:]
        /// How many were listed for a whole name.
        var listed: [Int] = []

        var total: Int { tried.values.reduce(0, +) }
        var misses: Int { missed.values.reduce(0) { $0 + $1.count } }
    }

    private func outcome(_ find: (String) -> [Int]) -> Outcome {
        var random = SeededGenerator(seed: 7)
        var outcome = Outcome()
        for (place, name) in names.enumerated() {
            for (way, typed) in ways(name, &random) {
                let found = find(typed)
                outcome.tried[way, default: 0] += 1
                if !found.contains(place) {
                    outcome.missed[way, default: []].append("\(typed) for \(name.text)")
                }
                if !way.hasPrefix("initials") { outcome.listed.append(found.count) }
            }
        }
        return outcome
    }

    // MARK: Tests

    @Test func `of two hundred names with polyphones 99 in 100 are found in every way`() {
        var index = PersonIndex(keys)
        let outcome = outcome { index.find($0).places }
        let rate = 100 - 100 * Double(outcome.misses) / Double(outcome.total)
        let mean = Double(outcome.listed.reduce(0, +)) / Double(outcome.listed.count)
        print(
            "Search: \(outcome.total) ways to ask for 200 names, "
                + "\(String(format: "%.2f", rate)) % found, \(String(format: "%.1f", mean)) listed "
                + "in the mean and \(outcome.listed.max() ?? 0) at most")
        for (way, missed) in outcome.missed.sorted(by: { $0.key < $1.key }) {
            print(
                "  \(way): \(missed.count) of \(outcome.tried[way] ?? 0) missed: \(missed.prefix(12))"
            )
        }
        #expect(outcome.total > 5_000)
        #expect(rate >= 99)
        #expect(mean < 4)
        #expect((outcome.listed.max() ?? 0) <= names.count / 10)
    }

    @Test func `a search that knew no sound and no slip would miss many`() {
        let outcome = outcome { typed in
            let query = SearchQuery(typed)
            return keys.indices.filter { query.matches(keys[$0]) }
        }
        let rate = 100 - 100 * Double(outcome.misses) / Double(outcome.total)
        print("Search, negative control: \(String(format: "%.2f", rate)) % found by spelling alone")
        #expect(rate < 90)
    }

    @Test func `a phone is found by its last four digits, a code not by a phone`() {
        let key =
            SearchKey.make(names: ["王小明"], codes: ["AH014-0231"])
            + SearchKey.numbers(["139-0000 4567", "340123199001010003"])
        for typed in ["4567", "13900004567", "1390", "000045", "0003", "340123", "１３９００００４５６７"] {
            #expect(SearchQuery(typed).matches(key), "\(typed)")
        }
        for typed in ["567", "390", "00456", "4568", "0199"] {
            #expect(!SearchQuery(typed).matches(key), "\(typed)")
        }
    }

    @Test func `a wrong digit finds nobody else's code, and letters that begin no name nobody`() {
        var index = PersonIndex(keys)
        for typed in ["ah014-9999", "1390000", "vv", "xxxx"] {
            #expect(index.find(typed).places.isEmpty, "\(typed)")
        }
        #expect(index.find("").places.count == names.count)
    }
}
