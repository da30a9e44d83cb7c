import Foundation
import Testing

@testable import HomesCore

/// Marks that nobody else has: they go into every text of a record, and are looked for everywhere
/// afterwards.
struct Canaries {
    /// What every mark of letters begins with, and every one of digits.
    let letters: String
    let digits: String
    /// A day of birth that leads every identity number.
    let birthdate: CivilDate
    /// Every mark given out.
    private(set) var given: [String] = []

    init() {
        let alphabet = Array("bcdfghjkmnpqrstvwxz")
        var dice = SystemRandomNumberGenerator()
        letters = String((0..<9).map { _ in alphabet.randomElement(using: &dice) ?? "q" })
        digits = "1" + (0..<6).map { _ in String(Int.random(in: 0...9)) }.joined()
        birthdate = CivilDate(
            dayNumber: HouseFixture.day("1970-01-01").dayNumber + .random(in: 0..<9_000))
    }

    /// A mark of letters, short enough for every name.
    mutating func text() -> String { keep(letters + number) }

    /// A mark that is a phone number.
    mutating func phone() -> String { keep(digits + number) }

    /// A mark that is an identity number.
    mutating func identityNumber() -> String {
        keep(
            IdentityNumber.make(region: "340121", birthdate: birthdate, sequence: given.count % 999)
                ?? "")
    }

    private var number: String { String(1_000 + given.count) }

    private mutating func keep(_ mark: String) -> String {
        given.append(mark)
        return mark
    }

    /// A record with a mark in every text that somebody types.
    mutating func marked<R: HomesCore.Record>(_ record: R, except: Set<String> = []) -> R {
        var record = record
        for field in R.fields where !except.contains(field.name) {
            switch field.kind {
            case .text(let limit) where limit >= 14, .code(let limit) where limit >= 14:
                _ = field.set(&record, .text(text()))
            case .note: _ = field.set(&record, .text(text()))
            case .phone: _ = field.set(&record, .text(phone()))
            case .identityNumber: _ = field.set(&record, .text(identityNumber()))
            default: continue
            }
        }
        return record
    }

    // MARK: Looking

    /// How a mark can be written: as it is, in two bytes a character, in hexadecimal digits, in
    /// base64 from any of three places. By its beginning, which all marks share.
    private var needles: [Data] {
        let starts = [
            letters, letters.uppercased(), digits, "340121" + birthdate.iso.filter { $0 != "-" },
        ]
        return starts.flatMap { start -> [Data] in
            let bytes = Data(start.utf8)
            let hexadecimal = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            let base64 = (0..<3).map { shift -> Data in
                let text = (Data(repeating: 0, count: shift) + bytes).base64EncodedString()
                // The ends depend on what stands around it.
                let end = text.filter { $0 != "=" }.count - 1
                return Data(text.prefix(end).dropFirst(shift == 0 ? 0 : shift + 1).utf8)
            }
            return [bytes, Data(hexadecimal.utf8), Data(hexadecimal.uppercased().utf8)]
                + [String.Encoding.utf16LittleEndian, .utf16BigEndian].compactMap {
                    start.data(using: $0)
                } + base64
        }
    }

    /// Whether any mark is in some bytes, in whatever writing.
    func isIn(_ bytes: Data) -> Bool { needles.contains { bytes.range(of: $0) != nil } }

    /// The marks that are in some bytes as they were typed.
    func found(in bytes: Data) -> [String] {
        given.filter { bytes.range(of: Data($0.utf8)) != nil }
    }
}
