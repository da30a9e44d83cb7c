/// English names of Chinese places: the readings of the characters, with the ones corrected that
/// places read otherwise, and the kind of place in English.
enum RegionName {
    /// `颍上县` is Yingshang County, `城步苗族自治县` Chengbu Miao Autonomous County, `萧县` Xiaoxian
    /// County: a name of one syllable keeps its kind.
    static func english(_ nameZh: String) -> String {
        if let fixed = whole[nameZh] { return fixed }
        for (suffix, kind) in kinds where nameZh.hasSuffix(suffix) && nameZh != suffix {
            let stem = String(nameZh.dropLast(suffix.count))
            if suffix.hasPrefix("自治") {
                let (place, peoples) = split(stem)
                return ([roman(place)] + peoples + [kind]).joined(separator: " ")
            }
            return (stem.count == 1 ? roman(nameZh) : roman(stem)) + " " + kind
        }
        return roman(nameZh)
    }

    private static let kinds: [(String, String)] = [
        ("自治区", "Autonomous Region"), ("自治州", "Autonomous Prefecture"),
        ("自治县", "Autonomous County"), ("自治旗", "Autonomous Banner"), ("地区", "Prefecture"),
        ("矿区", "Mining District"), ("林区", "Forestry District"), ("省", "Province"),
        ("市", "City"), ("县", "County"), ("区", "District"), ("盟", "League"), ("旗", "Banner"),
    ]

    /// The peoples named at the end of an autonomous place's name, taken off it.
    private static func split(_ stem: String) -> (place: String, peoples: [String]) {
        var rest = stem
        var names: [String] = []
        while let people = peoples.first(where: { rest.hasSuffix($0.chinese) && rest != $0.chinese }
        ) {
            names.insert(people.english, at: 0)
            rest = String(rest.dropLast(people.chinese.count))
        }
        return (rest, names)
    }

    /// Longer names first: 蒙古族 before 蒙古.
    private static let peoples: [Phrase] = {
        let listed = ListTable.named("ethnicities")?.entries.map(\.label) ?? []
        let short =
            [("Uygur", "维吾尔"), ("Mongol", "蒙古"), ("Kirgiz", "柯尔克孜"), ("Tajik", "塔吉克")]
            + [("Hui", "回族"), ("Xibe", "锡伯"), ("Kazak", "哈萨克")]
        return (listed + short.map { Phrase($0.0, $0.1) })
            .sorted { $0.chinese.count > $1.chinese.count }
    }()

    private static func roman(_ text: String) -> String {
        if let syllables = beginnings[String(text.prefix(2))] {
            let rest = text.dropFirst(2).unicodeScalars.map(reading)
            return Pinyin.capitalised(syllables.split(separator: " ").map(String.init) + rest)
        }
        return Pinyin.capitalised(text.unicodeScalars.map(reading))
    }

    private static func reading(_ scalar: Unicode.Scalar) -> String {
        inPlaces[scalar] ?? Pinyin.firstReading(of: scalar) ?? String(scalar)
    }

    /// Characters that places read otherwise than other words do.
    private static let inPlaces: [Unicode.Scalar: String] = [
        "都": "du", "长": "chang", "藏": "zang", "蚌": "beng", "厦": "xia", "重": "chong",
        "佛": "fo", "牟": "mu", "枞": "zong", "漯": "luo", "坻": "di", "茄": "qie", "陂": "pi",
        "犍": "qian", "勒": "le", "什": "shi", "盖": "gai",
    ]

    /// The first two characters of names that are read otherwise than their characters elsewhere.
    private static let beginnings: [String: String] = [
        "六安": "lu an", "六合": "lu he", "涡阳": "guo yang", "泌阳": "bi yang",
        "浚县": "xun xian", "单县": "shan xian", "莘县": "shen xian", "番禺": "pan yu",
        "蔚县": "yu xian", "乐亭": "lao ting", "乐清": "yue qing", "铅山": "yan shan",
        "东阿": "dong e", "大埔": "da bu", "吴堡": "wu bu", "长子": "zhang zi",
        "洪洞": "hong tong", "宕昌": "tan chang", "尉犁": "yu li", "大城": "dai cheng",
        "荥经": "ying jing", "洞庭": "dong ting", "称多": "chen duo", "伽师": "jia shi",
    ]

    /// Names that English writes in a way of its own.
    private static let whole: [String: String] = [
        "内蒙古自治区": "Inner Mongolia Autonomous Region", "西藏自治区": "Tibet Autonomous Region",
        "陕西省": "Shaanxi Province", "香港特别行政区": "Hong Kong", "澳门特别行政区": "Macao",
        "台湾省": "Taiwan Province", "呼和浩特市": "Hohhot City", "乌鲁木齐市": "Urumqi City",
        "拉萨市": "Lhasa City", "哈尔滨市": "Harbin City", "吕梁市": "Lüliang City",
    ]
}
