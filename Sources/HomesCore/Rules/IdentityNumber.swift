/// Resident identity numbers: 18 digits (GB 11643-1999) or the older 15.
///
/// 18: region (6, GB/T 2260), birth date (8), sequence (3; odd male, even female), check
/// character. 15: region (6), birth date YYMMDD of the 1900s, sequence (3).
public enum IdentityNumber {
    /// Which of the two.
    public enum Form: Equatable, Sendable {
        case resident18
        case resident15

        /// The kind of paper it stands on.
        public var documentType: IDDocumentType {
            self == .resident18 ? .residentID18 : .residentID15
        }
    }

    /// What a number says, and what is odd about it. Nothing here ever blocks intake.
    public struct Reading: Equatable, Sendable {
        /// The number as stored: ASCII digits, a capital `X`, no spaces.
        public let text: String
        /// `nil` when it has neither 18 nor 15 characters.
        public let form: Form?
        /// The six-digit code of her home county; `nil` when it is not made of digits.
        public let regionCode: String?
        /// `nil` when it is impossible.
        public let birthdate: CivilDate?
        /// `nil` when the sequence cannot be read.
        public let sex: Sex?
        /// Everything worth a second look; empty for a good number of 18 digits.
        public let faults: [IdentityFault]
    }

    /// ISO 7064 MOD 11-2 weights of the first 17 positions.
    static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    private static let checkCharacters = Array("10X98765432")

    /// The check character (ISO 7064 MOD 11-2) of the first 17 digits; `nil` when they are not
    /// exactly 17 digits.
    public static func checkCharacter(for first17: String) -> Character? {
        guard let digits = digits(first17), digits.count == 17 else { return nil }
        let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
        return checkCharacters[sum % 11]
    }

    /// A valid number of 18 digits, for invented people; `nil` for a region that is not six digits
    /// or a sequence outside 0-999.
    public static func make(region: String, birthdate: CivilDate, sequence: Int) -> String? {
        guard region.utf8.count == 6, digits(region) != nil, (0...999).contains(sequence) else {
            return nil
        }
        let date = birthdate.iso.filter { $0 != "-" }
        let first = region + date + EntryText.padded(sequence, 3)
        return checkCharacter(for: first).map { first + String($0) }
    }

    /// The 18-digit form of a number of 15 digits, which a new card of hers carries; `nil` for
    /// anything else.
    public static func upgraded(_ text: String) -> String? {
        guard text.utf8.count == 15, digits(text) != nil else { return nil }
        let first = text.prefix(6) + "19" + text.dropFirst(6)
        return checkCharacter(for: String(first)).map { first + String($0) }
    }

    /// The number as it is stored and compared: half-width, capital `X`, no spaces or hyphens.
    public static func normalised(_ text: String) -> String {
        var result = ""
        for character in EntryText.halfWidth(text) where character != " " && character != "-" {
            result.append(character == "x" || character == "×" ? "X" : character)
        }
        return result
    }

    /// Reads a number as typed: full-width digits, lower-case `x`, spaces and hyphens are taken.
    ///
    /// - Parameters:
    ///   - text: What was typed.
    ///   - today: When given, a birth date after it is a fault.
    public static func read(_ text: String, today: CivilDate? = nil) -> Reading {
        let number = normalised(text)
        let characters = Array(number)
        guard characters.count == 18 || characters.count == 15 else {
            return Reading(
                text: number, form: nil, regionCode: nil, birthdate: nil, sex: nil,
                faults: [.wrongLength(characters.count)])
        }
        let form: Form = characters.count == 18 ? .resident18 : .resident15
        if let position = firstStranger(characters, form: form) {
            return Reading(
                text: number, form: form, regionCode: nil, birthdate: nil, sex: nil,
                faults: [.strangeCharacter(position: position)])
        }
        let region = String(characters[0..<6])
        let birthdate = birthdate(of: characters, form: form)
        var faults: [IdentityFault] = []
        if !Regions.isKnown(region) { faults.append(.unknownRegion) }
        if let birthdate {
            if let today, birthdate > today { faults.append(.birthInFuture) }
        } else {
            faults.append(.impossibleDate)
        }
        switch form {
        case .resident15: faults.append(.fifteenDigits)
        case .resident18:
            if checkCharacter(for: String(characters[0..<17])) != characters[17] {
                faults.append(.wrongCheck(IdentityRepair.candidates(characters, today: today)))
            }
        }
        let order = characters[form == .resident18 ? 16 : 14].wholeNumberValue ?? 0
        return Reading(
            text: number, form: form, regionCode: region, birthdate: birthdate,
            sex: order % 2 == 1 ? .male : .female, faults: faults)
    }

    /// The first position (from 1) whose character cannot stand there.
    private static func firstStranger(_ characters: [Character], form: Form) -> Int? {
        for (index, character) in characters.enumerated() {
            let mayBeX = form == .resident18 && index == 17
            if isDigit(character) || (mayBeX && character == "X") { continue }
            return index + 1
        }
        return nil
    }

    /// The birth date in a number, when there is such a day in 1800 or later.
    static func birthdate(of characters: [Character], form: Form) -> CivilDate? {
        let text = form == .resident18 ? characters[6..<14] : ["1", "9"] + characters[6..<12]
        guard let value = EntryText.number(String(text)), value >= 1800_00_00 else { return nil }
        return CivilDate(year: value / 10_000, month: value / 100 % 100, day: value % 100)
    }

    private static func isDigit(_ character: Character) -> Bool {
        character.isASCII && character.isWholeNumber
    }

    private static func digits(_ text: String) -> [Int]? {
        var values: [Int] = []
        for byte in text.utf8 {
            guard (0x30...0x39).contains(byte) else { return nil }
            values.append(Int(byte) - 0x30)
        }
        return values
    }
}
