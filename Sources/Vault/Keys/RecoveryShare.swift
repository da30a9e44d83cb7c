import Foundation

/// What unwraps the recovery slot: 128 random bits that exist on paper only, in three shares of
/// which any two give it back and one alone gives nothing (Shamir, "How to share a secret", 1979,
/// over the field of 256 elements).
struct RecoverySecret {
    static let byteCount = 16
    let bytes: [UInt8]

    init() { bytes = Randomness.bytes(Self.byteCount) }

    /// Puts two shares together.
    ///
    /// - Throws: `tooFewShares`, `wrongShares` when they come from different sets.
    init(_ shares: [RecoveryShare]) throws(VaultError) {
        guard let first = shares.first,
            let second = shares.first(where: { $0.number != first.number })
        else { throw .tooFewShares }
        guard shares.allSatisfy({ $0.set == first.set }) else { throw .wrongShares }
        // The line through both points, at 0: with x1 and x2, weights x2 and x1 over x1 + x2.
        let sum = first.number ^ second.number
        let weights = (
            GaloisField.quotient(second.number, sum), GaloisField.quotient(first.number, sum)
        )
        bytes = zip(first.bytes, second.bytes).map {
            GaloisField.product($0, weights.0) ^ GaloisField.product($1, weights.1)
        }
    }

    /// Three points of a random line a byte; the secret is where it crosses 0.
    func shares() -> [RecoveryShare] {
        let slopes = Randomness.bytes(bytes.count)
        let set = Randomness.bytes(1)[0] & RecoveryShare.setMask
        return (1...3).map { number in
            RecoveryShare(
                number: number, set: set,
                bytes: zip(bytes, slopes).map { $0 ^ GaloisField.product($1, number) })
        }
    }
}

/// One of three recovery shares, to be printed as words and kept by a person of her own.
public struct RecoveryShare: Hashable, Sendable {
    static let setMask: UInt8 = 0x3f
    static let messageBytes = 1 + RecoverySecret.byteCount

    /// How many words a share has.
    public static let wordCount = messageBytes + CheckWords.count

    /// 1, 2 or 3.
    public let number: UInt8
    /// Which set it belongs to; a chance number from 0 to 63 that tells two sets apart.
    public let set: UInt8
    let bytes: [UInt8]

    init(number: UInt8, set: UInt8, bytes: [UInt8]) {
        self.number = number
        self.set = set
        self.bytes = bytes
    }

    /// The 20 words: number and set, 16 of the share, 3 to check them.
    public func words(in list: WordList) -> [String] {
        let message = [set << 2 | number] + bytes
        return (message + CheckWords.of(message)).map { list.word($0) }
    }

    /// Reads the words of a share, in either language, Chinese also by sound without tones.
    ///
    /// - Throws: what is wrong, by the place of the word.
    public init(words text: String) throws(RecoveryShareFault) {
        // The figures that a print puts in front of the words are no words; Chinese numerals are.
        let words = text.precomposedStringWithCompatibilityMapping
            .split { $0.isWhitespace || $0.isPunctuation || ("0"..."9").contains($0) }
            .map(String.init)
        var code: [UInt8] = []
        for (index, word) in words.enumerated() {
            guard let value = WordList.value(of: word) else {
                throw .unknownWord(place: index + 1)
            }
            code.append(value)
        }
        guard code.count == Self.wordCount else { throw .count(code.count) }
        switch CheckWords.look(at: code) {
        case .right: break
        case .wrong(let place): throw .wrongWord(place: place + 1)
        case .several: throw Self.exchanged(in: code)
        }
        number = code[0] & 3
        set = code[0] >> 2
        bytes = Array(code[1..<Self.messageBytes])
        guard number > 0 else { throw .wrongWord(place: 1) }
    }

    /// Two wrong words that are right when they are exchanged.
    private static func exchanged(in code: [UInt8]) -> RecoveryShareFault {
        let places = (0..<code.count - 1).filter { place in
            var other = code
            other.swapAt(place, place + 1)
            return CheckWords.look(at: other) == .right
        }
        guard places.count == 1, let place = places.first else { return .severalWords }
        return .exchangedWords(place: place + 1)
    }
}

/// What is wrong with the words of a share. Places count from 1.
public enum RecoveryShareFault: Error, Hashable, Sendable {
    /// So many words and not 20.
    case count(Int)
    /// A word that is in neither list.
    case unknownWord(place: Int)
    /// A word of the list that is not the one on the paper.
    case wrongWord(place: Int)
    /// This word and the next are the wrong way round.
    case exchangedWords(place: Int)
    /// More than one word is wrong; which, cannot be told.
    case severalWords
}
