import HomesCore
import Testing

@Suite struct PinyinTests {
    @Test func `a character has all its readings, the most common first`() {
        #expect(Pinyin.readings(of: "单") == ["dan", "chan", "shan"])
        #expect(Pinyin.readings(of: "曾") == ["ceng", "zeng"])
        #expect(Pinyin.readings(of: "單").contains("shan"))
        #expect(Pinyin.readings(of: "a").isEmpty)
        #expect(Pinyin.readings(of: "〇").first == "ling")
        #expect(Pinyin.readings(of: "鿿").count == 1)
    }

    @Test func `syllables keep polyphones and Latin words`() {
        #expect(Pinyin.syllables(of: "曾小明") == [["ceng", "zeng"], ["xiao"], ["ming", "meng"]])
        #expect(Pinyin.syllables(of: "王Mary 2").suffix(2) == [["mary"], ["2"]])
        #expect(Pinyin.syllables(of: " \u{200B}") == [])
    }

    @Test(arguments: [
        ("王小明", "Wang Xiaoming"), ("单丽", "Shan Li"), ("曾 春花", "Zeng Chunhua"),
        ("仇英", "Qiu Ying"), ("解晓东", "Xie Xiaodong"), ("任静", "Ren Jing"), ("区梅", "Ou Mei"),
        ("查良", "Zha Liang"), ("朴信", "Piao Xin"), ("尉迟兰", "Yuchi Lan"), ("万俟雪", "Moqi Xue"),
        ("欧阳翠", "Ouyang Cui"), ("陈爱娥", "Chen Ai'e"), ("吕绿", "Lü Lü"), ("單麗", "Shan Li"),
        ("王", "Wang"), ("Mary Wang", "Mary Wang"), ("", ""), ("阿依古丽·买买提", "阿依古丽·买买提"),
    ])
    func `a name in Latin letters has its family name right`(name: String, expected: String) {
        #expect(Pinyin.romanised(name) == expected)
    }
}

@Suite struct NameSearchTests {
    private let wang = SearchKey.make(
        names: ["王小明"], codes: ["AH014-0231", "340123199001010003", "138 0000 0231"])

    @Test(arguments: [
        "王", "小明", "王小明", "王 明", "wang xiaoming", "wangxm", "wxm", "xiao wang", "WANG", "w x m",
        "xiaoming", "xm", "ming wang", "王xm", "王小m", "wangxiaom", "ah014-0231", "AH014", "0231",
        "ah",
        "13800000231", "340123", "1380000", "wxm 0231", "ｗｘｍ", "小 ah014", "", " ", "wángxiǎomíng",
        "xiao'ming", "3401231990-0101",
    ])
    func `Wang Xiaoming is found`(typed: String) {
        #expect(SearchQuery(typed).matches(wang))
    }

    @Test(arguments: [
        "李", "王明", "wangming", "ang", "wm", "wxmm", "xw", "wangg", "0232", "明小", "ng xiao",
        "wxm li", "royal", "王wang", "xinming", "ah0140231138",
    ])
    func `somebody else is not`(typed: String) {
        #expect(!SearchQuery(typed).matches(wang))
    }

    @Test func `every reading of a polyphone finds the name`() {
        let key = SearchKey.make(names: ["单曾"])
        for typed in ["shanzeng", "danceng", "chanzeng", "sz", "shan", "zeng", "單曾", "d z"] {
            #expect(SearchQuery(typed).matches(key), "\(typed)")
        }
        #expect(!SearchQuery("zengshan").matches(key))
    }

    @Test func `the letter ü may be typed in every usual way`() {
        let key = SearchKey.make(names: ["吕绿", "Jürg Müller"])
        for typed in [
            "lü", "lv", "lu", "lyu", "lvlv", "lülü", "lǚ", "ll", "jurg", "jürg", "muller", "MÜLLER",
        ] {
            #expect(SearchQuery(typed).matches(key), "\(typed)")
        }
    }

    @Test func `names with points, hyphens, apostrophes and traditional characters`() {
        let key = SearchKey.make(names: ["阿依古丽·买买提", "Mary-Jane O'Neil", "單麗華"])
        for typed in ["买买提", "阿依古丽·买买提", "maryjane", "jane-mary", "oneil", "o'neil"] {
            #expect(SearchQuery(typed).matches(key), "\(typed)")
        }
        #expect(SearchQuery("单丽华").matches(key))
        #expect(SearchQuery("shanlihua").matches(key))
        #expect(!SearchQuery("提mary").matches(key))
    }

    @Test func `a home is found by its code with and without the hyphen, or its name`() {
        let key = SearchKey.make(
            names: ["颍上县妇女之家", "Yingshang County Women's Home"], codes: ["AH-001"])
        for typed in ["ah-001", "ah001", "001", "颍上", "ysx", "yingshang", "womens home", "yingsx"] {
            #expect(SearchQuery(typed).matches(key), "\(typed)")
        }
    }

    @Test func `every way to type a name finds it, for any name of Han characters`() {
        var random = SeededGenerator(seed: 11)
        var cases = 0
        for _ in 0..<3_000 {
            let name = random.hanName()
            let key = SearchKey.make(names: [name])
            let syllables = Pinyin.syllables(of: name)
            for _ in 0..<4 {
                let spelled = syllables.map { $0.randomElement(using: &random) ?? "" }
                let mixed = zip(spelled, name).map { syllable, character in
                    switch Int.random(in: 0..<3, using: &random) {
                    case 0: String(character)
                    case 1: String(syllable.prefix(Int.random(in: 1...6, using: &random)))
                    default: syllable
                    }
                }
                let shuffled = mixed.shuffled(using: &random)
                for typed in [
                    spelled.joined(), spelled.joined(separator: " "), mixed.joined(),
                    shuffled.joined(separator: " "), spelled.map { String($0.prefix(1)) }.joined(),
                ] where !SearchQuery(typed).matches(key) {
                    Issue.record("\(typed) does not find \(name)")
                }
                cases += 5
            }
        }
        print("ways to type a name: \(cases)")
        #expect(cases == 60_000)
    }

    @Test func `the fast match agrees with a plain one, for any key and word`() {
        var random = SeededGenerator(seed: 13)
        var found = 0
        let letters = Array("aabbcn")
        for _ in 0..<20_000 {
            func word(_ length: ClosedRange<Int>) -> String {
                String(
                    (0..<Int.random(in: length, using: &random)).map { _ in
                        letters.randomElement(using: &random) ?? "a"
                    })
            }
            let name = (0..<Int.random(in: 1...4, using: &random)).map { _ in word(1...4) }
            let typed = word(1...6)
            let expected = PlainMatch.finds(typed, in: name)
            let key = SearchKey.make(names: [name.joined(separator: " ")])
            if SearchQuery(typed).matches(key) != expected {
                Issue.record("\(typed) in \(name): expected \(expected)")
            }
            found += expected ? 1 : 0
        }
        print("words matched both ways: 20000, found \(found)")
        #expect(found > 1_000 && found < 19_000)
    }

    @Test func `no text breaks a key or a query`() {
        var random = SeededGenerator(seed: 17)
        for _ in 0..<20_000 {
            let name = random.text(length: 0...20)
            let key = SearchKey.make(names: [name], codes: [random.text(length: 0...8)])
            #expect(!SearchQuery("qqqqqq").matches(key) || key.contains("q"))
            _ = SearchQuery(random.text(length: 0...80)).matches(key)
        }
        #expect(!SearchQuery(String(repeating: "a", count: 200)).matches("a a a a;"))
        #expect(SearchQuery("x").matches("not a key") == false)
    }

    @Test func `many keys are filtered quickly`() {
        let keys = (0..<20_000).map { number in
            SearchKey.make(names: ["王小明", "李春花"], codes: ["AH014-\(number)", "1380000\(number)"])
        }
        let clock = ContinuousClock()
        var found = 0
        let time = clock.measure {
            let query = SearchQuery("lchx")
            for key in keys where query.matches(key) { found += 1 }
        }
        print("20,000 keys filtered in \(time)")
        #expect(found == 0)
        #expect(time < .seconds(1))
    }
}

/// The rule in its plainest form, for words of Latin letters: a word is beginnings of syllables
/// that follow each other.
enum PlainMatch {
    static func finds(_ word: String, in syllables: [String]) -> Bool {
        syllables.indices.contains { begins(word[...], syllables[$0...]) }
    }

    private static func begins(_ word: Substring, _ syllables: ArraySlice<String>) -> Bool {
        if word.isEmpty { return true }
        guard let first = syllables.first else { return false }
        for length in 1...first.count where word.hasPrefix(first.prefix(length)) {
            if begins(word.dropFirst(length), syllables.dropFirst()) { return true }
        }
        return false
    }
}

extension SeededGenerator {
    /// Two to four Han characters that have a reading.
    mutating func hanName() -> String {
        var name = ""
        let length = Int.random(in: 2...4, using: &self)
        while name.count < length {
            guard let scalar = Unicode.Scalar(UInt32.random(in: 0x4E00...0x9FA5, using: &self)),
                !Pinyin.readings(of: SearchFold.simplified(scalar)).isEmpty
            else { continue }
            name.unicodeScalars.append(SearchFold.simplified(scalar))
        }
        return name
    }
}
