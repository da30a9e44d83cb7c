/// The readings of Han characters, toneless, with `v` for ü (pinyin-data, from Unihan and
/// dictionaries), looked up in the embedded table when they are asked for.
public enum Pinyin {
    private static let table = ReferenceLines("pinyin.tsv", separator: 0x09)

    /// Every reading of a character, the most common first; none when it is no Han character or
    /// has no known reading. Traditional characters that have no row read as their simplified.
    public static func readings(of scalar: Unicode.Scalar) -> [String] {
        withReadings(of: scalar) { readings in
            readings.split(separator: 0x20).compactMap { String(validating: $0, as: UTF8.self) }
        } ?? []
    }

    /// The most common reading of a character.
    static func firstReading(of scalar: Unicode.Scalar) -> String? {
        withReadings(of: scalar) { readings in
            String(validating: readings.prefix { $0 != 0x20 }, as: UTF8.self)
        } ?? nil
    }

    /// The readings of a Han character as the table has them, separated by spaces, without a copy.
    static func withReadings<Result>(
        of scalar: Unicode.Scalar, _ body: (UnsafeRawBufferPointer) -> Result
    ) -> Result? {
        guard SearchFold.isHan(scalar) else { return nil }
        return table.value(for: scalar, body)
            ?? table.value(for: SearchFold.simplified(scalar), body)
    }

    /// The syllables of a text, each with all its readings: 曾小明 is
    /// `[[ceng, zeng], [xiao], [ming]]`. What is not Han stands as words of one reading, folded;
    /// a Han character without a known reading stands for itself.
    public static func syllables(of text: String) -> [[String]] {
        var result: [[String]] = []
        var word = String.UnicodeScalarView()
        func endWord() {
            if !word.isEmpty { result.append([String(word)]) }
            word = String.UnicodeScalarView()
        }
        for scalar in SearchFold.fold(text).unicodeScalars {
            if SearchFold.isHan(scalar) {
                endWord()
                let readings = readings(of: scalar)
                result.append(readings.isEmpty ? [String(scalar)] : readings)
            } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                word.append(scalar)
            } else if scalar != "'" {
                endWord()
            }
        }
        endWord()
        return result
    }

    /// How many syllables some Latin letters are at least, when they are nothing but pinyin:
    /// `wangxiaoming` is 3, `wnagli` none.
    static func syllableCount(of letters: [UInt8]) -> Int? {
        var least: [Int?] = [0] + letters.map { _ in nil }
        for end in letters.indices.map({ $0 + 1 }) {
            for length in 1...min(6, end) {
                guard let before = least[end - length],
                    before + 1 < least[end] ?? .max,
                    everySyllable.contains(Array(letters[(end - length)..<end]))
                else { continue }
                least[end] = before + 1
            }
        }
        return least.last ?? nil
    }

    /// Every reading that any character has, but for the hums without a vowel.
    private static let everySyllable: Set<[UInt8]> = {
        var syllables: Set<[UInt8]> = []
        table.forEach { line in
            guard let tab = line.firstIndex(of: 0x09) else { return }
            for reading in line[(tab + 1)...].split(separator: 0x20)
            where reading.contains(where: "aeiouv".utf8.contains) {
                syllables.insert(Array(reading))
            }
        }
        return syllables
    }()

    /// A Chinese personal name in Latin letters, family name first (GB/T 28039-2011, without
    /// tones): 王小明 is `Wang Xiaoming`, 欧阳兰 is `Ouyang Lan`, 曾 is `Zeng`. A name that is not
    /// all Han is given back as it stands.
    public static func romanised(_ name: String) -> String {
        let scalars = Array(SearchFold.fold(name).unicodeScalars.filter { $0 != " " })
        guard !scalars.isEmpty, scalars.allSatisfy(SearchFold.isHan) else { return name }
        let surname = Surname.split(scalars)
        let given = scalars.dropFirst(surname.length)
        if given.isEmpty { return capitalised(surname.syllables) }
        let givenSyllables = given.map { firstReading(of: $0) ?? String($0) }
        return capitalised(surname.syllables) + " " + capitalised(givenSyllables)
    }

    /// Syllables as one word with a capital: an apostrophe before a syllable that begins with a
    /// vowel (Xi'an), ü where the table has v.
    static func capitalised(_ syllables: [String]) -> String {
        var word = ""
        for syllable in syllables {
            let hasUmlaut = syllable.utf8.contains(UInt8(ascii: "v"))
            let written = hasUmlaut ? syllable.replacing("v", with: "ü") : syllable
            guard !word.isEmpty else {
                word = written.prefix(1).uppercased() + written.dropFirst()
                continue
            }
            if let first = written.first, "aeo".contains(first) { word += "'" }
            word += written
        }
        return word
    }
}

/// Family names: the ones of two characters, and the ones read otherwise than the character.
enum Surname {
    /// Names of one character whose reading as a family name is not the most common one.
    private static let single: [Unicode.Scalar: String] = [
        "单": "shan", "曾": "zeng", "仇": "qiu", "解": "xie", "任": "ren", "区": "ou", "查": "zha",
        "朴": "piao", "盖": "ge", "缪": "miao", "翟": "zhai", "覃": "qin", "牟": "mu", "召": "shao",
        "种": "chong", "折": "she", "员": "yun", "乜": "nie", "都": "du", "薄": "bo", "秘": "bi",
        "繁": "po", "祭": "zhai", "黑": "he", "冼": "xian", "尉": "wei", "宿": "su", "乐": "yue",
        "隗": "wei", "逄": "pang", "车": "che", "石": "shi", "沈": "shen", "纪": "ji", "华": "hua",
        "燕": "yan", "葛": "ge", "应": "ying", "过": "guo", "贾": "jia", "柏": "bai", "卜": "bu",
        "晁": "chao", "谌": "chen", "长": "chang", "藏": "zang", "仉": "zhang", "能": "nai",
        "那": "na", "阚": "kan", "郗": "xi", "万": "wan", "强": "qiang", "幺": "yao", "相": "xiang",
        "洗": "xian", "咸": "xian", "莘": "shen", "俞": "yu", "褚": "chu", "冯": "feng", "朱": "zhu",
    ]

    /// Readings that families use and that the table of readings does not have.
    static let alsoRead: [Unicode.Scalar: String] = ["谌": "shen", "隗": "kui", "郗": "chi"]

    /// Names of two characters, with their readings.
    private static let double: [String: [String]] = {
        let table = """
            欧阳 ou yang,上官 shang guan,司马 si ma,司徒 si tu,司空 si kong,诸葛 zhu ge,
            皇甫 huang fu,尉迟 yu chi,公孙 gong sun,慕容 mu rong,令狐 ling hu,宇文 yu wen,
            长孙 zhang sun,夏侯 xia hou,东方 dong fang,南宫 nan gong,西门 xi men,独孤 du gu,
            端木 duan mu,轩辕 xuan yuan,呼延 hu yan,赫连 he lian,澹台 tan tai,万俟 mo qi,
            闻人 wen ren,申屠 shen tu,淳于 chun yu,单于 chan yu,钟离 zhong li,鲜于 xian yu,
            闾丘 lü qiu,濮阳 pu yang,公冶 gong ye,宗政 zong zheng,太史 tai shi,仲孙 zhong sun,
            百里 bai li,东郭 dong guo,南门 nan men,第五 di wu,拓跋 tuo ba,完颜 wan yan,
            纳兰 na lan,贺兰 he lan,亓官 qi guan,乐正 yue zheng,公羊 gong yang,羊舌 yang she
            """
        var result: [String: [String]] = [:]
        for entry in table.split(whereSeparator: { $0 == "," || $0 == "\n" }) {
            let parts = entry.split(separator: " ").map(String.init)
            if let name = parts.first { result[name] = Array(parts.dropFirst()) }
        }
        return result
    }()

    /// The family name at the beginning of a name: how many characters, and its syllables.
    static func split(_ scalars: [Unicode.Scalar]) -> (length: Int, syllables: [String]) {
        if scalars.count >= 2 {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars.prefix(2))
            if let syllables = double[String(view)] { return (2, syllables) }
        }
        guard let first = scalars.first else { return (0, []) }
        let reading = single[first] ?? Pinyin.firstReading(of: first) ?? String(first)
        return (1, [reading])
    }
}
