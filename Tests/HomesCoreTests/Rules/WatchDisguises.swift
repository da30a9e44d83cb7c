@testable import HomesCore

/// Invented names of men and women in the mix in which they are common, and what people make of them
/// who do not want to be found. The same for the same seed.
struct WatchDisguises {
    private var dice: SeededGenerator
    /// Traditional forms and characters of the same reading, among those that names are made of.
    private let traditional: [Unicode.Scalar: Unicode.Scalar]
    private let homophones: [String: [Unicode.Scalar]]

    /// Family names in the order of how many bear them (Ministry of Public Security, 2020), each as
    /// often as its share in thousandths.
    private static let surnames: [(Character, Int)] = Array(
        zip(
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余于杜叶程苏魏吕丁任沈",
            [
                72, 72, 68, 54, 46, 31, 23, 23, 21, 20, 19, 14, 13, 13, 12, 11, 11, 11, 11, 9, 9, 9,
                8, 7, 7, 7, 7, 6, 6, 6, 6, 6, 6, 6, 6, 6, 5, 5, 5, 5, 5, 5, 5, 4, 4, 4, 4, 4, 4, 4,
            ]))
    private static let bag: [Character] = surnames.flatMap {
        Array(repeating: $0.0, count: $0.1)
    }
    private static let given = Array(
        "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲红飞华鑫宇浩凯健俊帆雪倩玉婷晨欣建国海波斌鹏宁云莲梅凤琴龙春德生立永福东志家小晓雨子嘉思佳诗晶莹露"
    )

    init(seed: UInt64) {
        dice = SeededGenerator(seed: seed)
        var traditional: [Unicode.Scalar: Unicode.Scalar] = [:]
        ReferenceLines("han_variants.tsv", separator: 0x09).forEach { line in
            let text = String(validating: line, as: UTF8.self) ?? ""
            let parts = text.split(separator: "\t").compactMap(\.unicodeScalars.first)
            if parts.count == 2, SearchFold.simplified(parts[0]) == parts[1] {
                traditional[parts[1]] = traditional[parts[1]] ?? parts[0]
            }
        }
        self.traditional = traditional
        var homophones: [String: [Unicode.Scalar]] = [:]
        for value in UInt32(0x4E00)...0x9FA5 {
            // Traditional forms are a disguise of their own, and read as the simplified.
            guard let scalar = Unicode.Scalar(value), SearchFold.simplified(scalar) == scalar
            else { continue }
            if let reading = Pinyin.firstReading(of: scalar) {
                homophones[reading, default: []].append(scalar)
            }
        }
        self.homophones = homophones
    }

    private mutating func pick<Item>(_ items: [Item]) -> Item {
        items[Int.random(in: items.indices, using: &dice)]
    }

    /// A name of two characters, one in four, or of three.
    mutating func name() -> String {
        var name = String(pick(Self.bag))
        if !Bool.random(using: &dice) || Bool.random(using: &dice) {
            name.append(pick(Self.given))
        }
        name.append(pick(Self.given))
        return name
    }

    /// A number of no network (160).
    mutating func phone() -> String {
        "160" + EntryText.padded(Int.random(in: 0...99_999_999, using: &dice), 8)
    }

    /// How a name or a phone is disguised.
    enum Kind: CaseIterable {
        case traditionalForms, zeroWidth, blanks, dots, pinyin, pinyinTogether, pinyinApart
        case givenFirst, tones, fullWidth, homophone, allHomophones, southern, otherReading
        case slip, slipAgain, title, phoneApart, phoneAbroad, phoneWide, phoneInWords, phoneSpoken

        var isPhone: Bool {
            switch self {
            case .phoneApart, .phoneAbroad, .phoneWide, .phoneInWords, .phoneSpoken: true
            default: false
            }
        }
    }

    /// A disguise of a name and a phone, as it may be typed.
    mutating func disguise(_ name: String, _ phone: String, _ kind: Kind) -> String {
        let characters = Array(name.unicodeScalars)
        let readings = characters.map { Pinyin.firstReading(of: $0) ?? "" }
        let surname = readings[0]
        let given = readings.dropFirst().joined()
        let parts = [phone.prefix(3), phone.dropFirst(3).prefix(4), phone.suffix(4)].map(
            String.init)
        switch kind {
        case .traditionalForms: return text(characters.map { traditional[$0] ?? $0 })
        case .zeroWidth: return name.map(String.init).joined(separator: "\u{200B}")
        case .blanks: return name.map(String.init).joined(separator: " ")
        case .dots: return name.map(String.init).joined(separator: "·")
        case .pinyin: return surname.capitalized + " " + given.capitalized
        case .pinyinTogether: return surname + given
        case .pinyinApart: return readings.joined(separator: " ").uppercased()
        case .givenFirst: return given + " " + surname
        case .tones:
            return readings.map { $0 + String(Int.random(in: 1...4, using: &dice)) }.joined()
        case .fullWidth: return wide(surname + " " + given)
        case .homophone:
            var changed = characters
            let place = Int.random(in: characters.indices, using: &dice)
            changed[place] = pick(homophones[readings[place]] ?? [characters[place]])
            return text(changed)
        case .allHomophones: return text(readings.map { pick(homophones[$0] ?? []) })
        case .southern:
            return (surname + " " + given).replacing("zh", with: "z").replacing("ch", with: "c")
                .replacing("sh", with: "s").replacing("ng", with: "n")
        case .otherReading:
            return characters.map { pick(Pinyin.readings(of: $0)) }.joined(separator: " ")
        case .slip, .slipAgain: return slipped(surname + given)
        case .title: return name + pick(["先生", "女士", "老板", "经理"])
        case .phoneApart: return parts.joined(separator: pick(["-", " ", ".", " - "]))
        case .phoneAbroad: return pick(["+86 ", "0086-", "86", "(+86)"]) + parts.joined()
        case .phoneWide: return wide(phone)
        case .phoneInWords: return "微信\(parts.joined(separator: " "))（晚上打）"
        case .phoneSpoken:
            return String(phone.map { Array("零幺二三四五六七八九")[$0.wholeNumberValue ?? 0] })
        }
    }

    /// A letter left out, doubled, exchanged with the next one, or the key beside it.
    private mutating func slipped(_ word: String) -> String {
        var letters = Array(word)
        let place = Int.random(in: 1..<(letters.count - 1), using: &dice)
        switch Int.random(in: 0..<4, using: &dice) {
        case 0: letters.remove(at: place)
        case 1: letters.insert(letters[place], at: place)
        case 2: letters.swapAt(place, place + 1)
        default:
            let row = ["qwertyuiop", "asdfghjkl", "zxcvbnm"].map(Array.init).first {
                $0.contains(letters[place])
            }
            guard let row, let column = row.firstIndex(of: letters[place]) else { break }
            letters[place] = row[column == 0 ? 1 : column - 1]
        }
        return String(letters)
    }

    /// A phone with two neighbouring digits exchanged, or one digit another: of somebody else.
    mutating func otherPhone(than phone: String) -> String {
        var digits = Array(phone)
        while String(digits) == phone {
            let place = Int.random(in: 3..<10, using: &dice)
            if Bool.random(using: &dice) {
                digits.swapAt(place, place + 1)
            } else {
                digits[place] = pick(Array("0123456789"))
            }
        }
        return String(digits)
    }

    private func text(_ scalars: [Unicode.Scalar]) -> String {
        String(String.UnicodeScalarView(scalars))
    }

    private func wide(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map {
                    $0 == " " ? "\u{3000}" : Unicode.Scalar($0.value + 0xFEE0) ?? $0
                }))
    }
}
