/// The field of 256 elements, bytes added by exclusive or and multiplied modulo
/// x^8 + x^4 + x^3 + x^2 + 1 (0x11d), in which 2 generates every element but 0.
enum GaloisField {
    private static let powers: [UInt8] = {
        var values: [UInt8] = []
        var value = 1
        for _ in 0..<255 {
            values.append(UInt8(value))
            value <<= 1
            if value > 255 { value ^= 0x11d }
        }
        return values
    }()

    private static let logarithms: [Int] = {
        var values = [Int](repeating: 0, count: 256)
        for (exponent, value) in powers.enumerated() { values[Int(value)] = exponent }
        return values
    }()

    /// Two to a power.
    static func power(_ exponent: Int) -> UInt8 { powers[((exponent % 255) + 255) % 255] }

    /// The power of two that a byte is; the byte must not be 0.
    static func logarithm(_ value: UInt8) -> Int { logarithms[Int(value)] }

    static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
        left == 0 || right == 0 ? 0 : power(logarithm(left) + logarithm(right))
    }

    /// The divisor must not be 0.
    static func quotient(_ left: UInt8, _ right: UInt8) -> UInt8 {
        left == 0 ? 0 : power(logarithm(left) - logarithm(right))
    }
}

/// Three check words behind the words of a share (Reed-Solomon over the field above, roots 1, 2
/// and 4): one wrong word is found by its place, and two are noticed.
enum CheckWords {
    static let count = 3

    /// The remainder of the message by (x - 1)(x - 2)(x - 4).
    static func of(_ message: [UInt8]) -> [UInt8] {
        var divisor: [UInt8] = [1]
        for exponent in 0..<count {
            var next = divisor + [0]
            for (index, factor) in divisor.enumerated() {
                next[index + 1] ^= GaloisField.product(factor, GaloisField.power(exponent))
            }
            divisor = next
        }
        var rest = message + [UInt8](repeating: 0, count: count)
        for index in message.indices where rest[index] != 0 {
            let factor = rest[index]
            for (offset, term) in divisor.enumerated() {
                rest[index + offset] ^= GaloisField.product(factor, term)
            }
        }
        return Array(rest.suffix(count))
    }

    enum Finding: Equatable {
        case right
        /// The one wrong place, counted from 0.
        case wrong(Int)
        case several
    }

    /// Looks at a message with its check words.
    static func look(at code: [UInt8]) -> Finding {
        let syndromes = (0..<count).map { exponent in
            code.reduce(0 as UInt8) {
                GaloisField.product($0, GaloisField.power(exponent)) ^ $1
            }
        }
        if syndromes.allSatisfy({ $0 == 0 }) { return .right }
        // One error e at place p from the end gives e, e * 2^p, e * 4^p.
        guard syndromes.allSatisfy({ $0 != 0 }),
            GaloisField.product(syndromes[1], syndromes[1])
                == GaloisField.product(syndromes[0], syndromes[2])
        else { return .several }
        let place = GaloisField.logarithm(GaloisField.quotient(syndromes[1], syndromes[0]))
        return place < code.count ? .wrong(code.count - 1 - place) : .several
    }
}
