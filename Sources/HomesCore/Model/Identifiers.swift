/// Makes record ids: UUID version 7 (RFC 9562, 5.7) as lower-case text.
public struct IdentifierSource: Sendable {
    private var generator: any RandomNumberGenerator & Sendable

    /// Ids from the system's random numbers, or from a seeded generator for an invented programme.
    public init(_ generator: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()) {
        self.generator = generator
    }

    /// A new id, with the moment in its first 48 bits.
    public mutating func next(at now: Instant) -> String {
        let milliseconds = UInt64(max(0, now.milliseconds)) & 0xFFFF_FFFF_FFFF
        let high = milliseconds << 16 | 0x7000 | UInt64.random(in: 0...0x0FFF, using: &generator)
        let low = 0x8000_0000_0000_0000 | generator.next() >> 2
        return IdentifierSource.text(high, low)
    }

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
