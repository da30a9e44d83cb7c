/// Names put together at random from common characters: nobody's.
struct InventedNames {
    private static let surnames = Array(
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
    ).map(String.init)
    private static let first = Array("小晓春秋玉桂雪梅兰海月金银彩文美丽芳红燕巧凤素爱秀淑雅静佳思梦雨永家").map(String.init)
    private static let female = Array(
        "花英芬芳兰玲娟萍霞燕红梅琴云莲珍娥香丽娜静敏慧婷莉洁艳琳雪蓉菊竹凤翠荣秀清芝莹玉"
    ).map(String.init)
    private static let male = Array("军强伟勇明刚华龙波涛杰鹏辉宝福").map(String.init)
    private static let firmFirst = Array("恒泰永盛华丰安顺金利鸿祥裕新美嘉宏达隆瑞源兴旺").map(String.init)
    private static let firmKinds: [(String, String)] = [
        ("服装厂", "8153"), ("电子厂", "8212"), ("鞋业有限公司", "8156"), ("玩具厂", "8219"),
        ("纺织有限公司", "8151"), ("酒店", "9112"), ("餐饮有限公司", "5131"), ("超市", "5223"),
        ("食品厂", "8160"), ("家政服务部", "9111"), ("包装厂", "9321"), ("针织厂", "8152"),
    ]

    /// A woman's or girl's name, two or three characters.
    static func woman(_ random: inout SplitMix64) -> String {
        name(female, &random)
    }

    /// A boy's name.
    static func boy(_ random: inout SplitMix64) -> String {
        name(male, &random)
    }

    private static func name(_ last: [String], _ random: inout SplitMix64) -> String {
        let middle = random.chance(75) ? random.pick(first) ?? "" : ""
        return (random.pick(surnames) ?? "") + middle + (random.pick(last) ?? "")
    }

    /// A firm's name, and the occupation (ISCO-08) it mostly has work in.
    static func firm(_ random: inout SplitMix64) -> (name: String, occupation: String) {
        let kind = random.pick(firmKinds) ?? ("服装厂", "8153")
        let name = (random.pick(firmFirst) ?? "") + (random.pick(firmFirst) ?? "")
        return (name + kind.0, kind.1)
    }

    /// A phone number that nobody has: 160 is assigned to no network.
    static func phone(_ random: inout SplitMix64) -> String {
        "160" + EntryText.padded(random.number(0, 99_999_999), 8)
    }

    /// A resident identity number that is valid and nobody's: sequences 996 and 998 are kept for
    /// people over a hundred (GB 11643).
    static func identityNumber(
        county: String, birthdate: CivilDate, female: Bool, fifteen: Bool,
        _ random: inout SplitMix64
    ) -> String? {
        let sequence = female ? (random.chance(50) ? 996 : 998) : (random.chance(50) ? 997 : 999)
        guard fifteen else {
            return IdentityNumber.make(region: county, birthdate: birthdate, sequence: sequence)
        }
        let (year, month, day) = birthdate.components
        return county + EntryText.padded(year % 100, 2) + EntryText.padded(month, 2)
            + EntryText.padded(day, 2) + String(sequence)
    }
}
