/// What is odd about an identity number. The sentences name positions, never the digits
/// themselves.
public enum IdentityFault: Equatable, Sendable {
    /// So many characters instead of 18 or 15.
    case wrongLength(Int)
    /// A character that cannot stand at this position, counted from 1.
    case strangeCharacter(position: Int)
    /// No revision of GB/T 2260 from 2002 to 2013 has the first six digits.
    case unknownRegion
    /// There is no such day of birth.
    case impossibleDate
    /// The day of birth lies after today.
    case birthInFuture
    /// The check character does not fit; the slips that explain it, the likeliest first.
    case wrongCheck([IdentityRepair])
    /// The older form, which has no check character.
    case fifteenDigits

    /// Whether it only asks for care: the number may well be right.
    public var isWarning: Bool {
        switch self {
        case .unknownRegion, .fifteenDigits: true
        default: false
        }
    }

    /// What to look at again.
    public var message: Phrase {
        switch self {
        case .wrongLength(let count):
            return Phrase(
                "\(count) characters: an identity number has 18 (an old one 15)",
                "共\(count)位：身份证号应为18位（旧证15位）")
        case .strangeCharacter(let position):
            return Phrase(
                "Character \(position) is not a digit: look at it again",
                "第\(position)位不是数字，请再看一遍")
        case .unknownRegion:
            return Phrase(
                "Digits 1-6 are no county code of 2002-2013: look again (a very old card may differ)",
                "前6位不是2002-2013年的县级区划代码，请再看一遍（老证可能不同）")
        case .impossibleDate:
            return Phrase(
                "The birth date in the number does not exist: look at it again",
                "号码中的出生日期不存在，请再看一遍")
        case .birthInFuture:
            return Phrase(
                "The birth date in the number lies in the future: look at it again",
                "号码中的出生日期在今天之后，请再看一遍")
        case .wrongCheck(let repairs):
            return IdentityFault.checkMessage(repairs)
        case .fifteenDigits:
            return Phrase(
                "15 digits: an old number without a check character, read it aloud once more",
                "15位旧号码没有校验码，请再核对一遍")
        }
    }

    private static func checkMessage(_ repairs: [IdentityRepair]) -> Phrase {
        let lead = Phrase("The check character does not fit", "校验码不符")
        guard !repairs.isEmpty else {
            return lead + Phrase(": compare every digit with the card", "：请与证件逐位核对")
        }
        let places = Phrase.listed(repairs.prefix(3).map(\.place))
        return lead + Phrase(": look again at digit ", "：请再看一遍第") + places + Phrase("", "位")
    }
}

/// One slip of the hand that would explain a wrong check character.
public enum IdentityRepair: Equatable, Hashable, Sendable {
    /// A wrong character at a position (from 1), and the one that makes the number valid.
    case replace(position: Int, with: Character)
    /// Two neighbours swapped, the first at this position (from 1).
    case swap(position: Int)

    /// The positions to look at, counted from 1: `7` or `7-8`.
    public var place: Phrase {
        switch self {
        case .replace(let position, _): Phrase(verbatim: String(position))
        case .swap(let position): Phrase(verbatim: "\(position)-\(position + 1)")
        }
    }

    /// The number after the repair; the same number when the position does not exist.
    public func applied(to text: String) -> String {
        var characters = Array(text)
        switch self {
        case .replace(let position, let character):
            guard characters.indices.contains(position - 1) else { return text }
            characters[position - 1] = character
        case .swap(let position):
            guard position >= 1, characters.indices.contains(position) else { return text }
            characters.swapAt(position - 1, position)
        }
        return String(characters)
    }

    /// Every single slip after which a number of 18 characters is valid throughout: known county,
    /// possible birth date, right check character. Swapped neighbours first, then digits that look
    /// or lie alike, then the rest; in each group by position.
    static func candidates(_ characters: [Character], today: CivilDate?) -> [IdentityRepair] {
        let values = characters.map { $0 == "X" ? 10 : $0.wholeNumberValue ?? 0 }
        let weights = IdentityNumber.weights + [1]
        let excess = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } - 1
        var groups: [[IdentityRepair]] = [[], [], []]
        func consider(_ repair: IdentityRepair, group: Int) {
            let repaired = Array(repair.applied(to: String(characters)))
            if isPlausible(repaired, today: today) { groups[group].append(repair) }
        }
        for index in 0..<17 where values[index] != values[index + 1] {
            let step = (values[index + 1] - values[index]) * (weights[index] - weights[index + 1])
            if (excess + step) % 11 == 0 { consider(.swap(position: index + 1), group: 0) }
        }
        for index in 0..<18 {
            for value in 0...(index == 17 ? 10 : 9) where value != values[index] {
                let step = (value - values[index]) * weights[index]
                guard (excess + step) % 11 == 0 else { continue }
                let group = lookAlikes.contains([value, values[index]]) ? 1 : 2
                let character: Character = value == 10 ? "X" : Character(String(value))
                consider(.replace(position: index + 1, with: character), group: group)
            }
        }
        return groups.flatMap { $0 }
    }

    private static let lookAlikes: Set<Set<Int>> = [
        [1, 7], [0, 6], [0, 8], [3, 8], [5, 6], [3, 5], [6, 8], [4, 9], [0, 9], [1, 4],
    ]

    /// A swap that puts `X` before the end has no check character and fails here.
    private static func isPlausible(_ characters: [Character], today: CivilDate?) -> Bool {
        guard IdentityNumber.checkCharacter(for: String(characters[0..<17])) == characters[17],
            let birthdate = IdentityNumber.birthdate(of: characters, form: .resident18)
        else { return false }
        return birthdate <= (today ?? birthdate) && birthdate.year >= 1890
            && Regions.isKnown(String(characters[0..<6]))
    }
}
