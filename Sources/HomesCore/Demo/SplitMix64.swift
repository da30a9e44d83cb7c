/// A small seeded random generator: the same seed gives the same numbers on every machine.
///
/// Source: G. L. Steele, D. Lea, C. H. Flood, "Fast Splittable Pseudorandom Number Generators",
/// OOPSLA 2014. Good enough for invented data and tests, never for secrets.
public struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// A generator for a seed.
    public init(seed: UInt64) {
        state = seed
    }

    /// A generator for one part of a seeded whole, independent of the other parts.
    public init(seed: UInt64, part: Int) {
        var whole = SplitMix64(
            seed: seed ^ UInt64(truncatingIfNeeded: part) &* 0xD6E8_FEB8_6659_FD93)
        state = whole.next()
    }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension SplitMix64 {
    /// A whole number of a range; the lower bound when the range is turned round.
    mutating func number(_ low: Int, _ high: Int) -> Int {
        guard high > low else { return low }
        return low + Int(next() % UInt64(high - low + 1))
    }

    /// True in so many cases of a hundred.
    mutating func chance(_ percent: Int) -> Bool { number(1, 100) <= percent }

    /// One of the rows, by weight.
    mutating func pick<Value>(_ rows: [(Value, Int)], else last: Value) -> Value {
        var left = number(1, max(1, rows.reduce(0) { $0 + $1.1 }))
        for (value, weight) in rows {
            left -= weight
            if left <= 0 { return value }
        }
        return last
    }

    /// One of an array; `nil` of an empty one.
    mutating func pick<Value>(_ values: [Value]) -> Value? {
        values.isEmpty ? nil : values[number(0, values.count - 1)]
    }

    /// A length with a long tail, about so many on the average.
    mutating func length(mean: Int) -> Int {
        switch number(1, 10) {
        case 1...6: number(1, mean)
        case 7...9: number(mean, 2 * mean)
        default: number(2 * mean, 4 * mean)
        }
    }
}
