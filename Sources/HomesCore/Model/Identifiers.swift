/// Makes record ids: UUID version 7 (RFC 9562, 5.7) as lower-case text.
///
/// Ids of one source and one millisecond grow (RFC 9562, 6.2, method 2: the random part is counted
/// up by a random step), so that what one operation writes sorts as it was written. Two sources in
/// the same millisecond know nothing of each other.
public struct IdentifierSource: Sendable {
    private var generator: any RandomNumberGenerator & Sendable
    private var lastMoment: UInt64?
    private var lastHigh: UInt64 = 0
    private var lastLow: UInt64 = 0

    /// Ids from the system's random numbers, or from a seeded generator for an invented programme.
    public init(_ generator: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()) {
        self.generator = generator
    }

    /// A new id, with the moment in its first 48 bits.
    public mutating func next(at now: Instant) -> String {
        let milliseconds = UInt64(max(0, now.milliseconds)) & 0xFFFF_FFFF_FFFF
        if milliseconds == lastMoment {
            let low = lastLow + UInt64.random(in: 1...0xFFFF_FFFF, using: &generator)
            if low > IdentifierSource.mostLow { lastHigh += 1 }
            lastLow = low & IdentifierSource.mostLow
        } else {
            lastMoment = milliseconds
            // The first bit is left for counting up.
            lastHigh = UInt64.random(in: 0...0x07FF, using: &generator)
            lastLow = generator.next() >> 2
        }
        return IdentifierSource.text(
            milliseconds << 16 | 0x7000 | lastHigh, 0x8000_0000_0000_0000 | lastLow)
    }

    /// 62 bits: what a version 7 id has behind its variant.
    private static let mostLow: UInt64 = 0x3FFF_FFFF_FFFF_FFFF

    private static func text(_ high: UInt64, _ low: UInt64) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(unsafeUninitializedCapacity: 36) { buffer in
            var out = 0
            for index in 0..<32 {
                if index == 8 || index == 12 || index == 16 || index == 20 {
                    buffer[out] = 0x2D
                    out += 1
                }
                let half = index < 16 ? high : low
                buffer[out] = digits[Int(half >> UInt64(60 - index % 16 * 4) & 0xF)]
                out += 1
            }
            return 36
        }
    }
}
