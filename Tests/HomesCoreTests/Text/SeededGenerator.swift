/// The same "random" numbers for the same seed (SplitMix64), with texts made to be awkward.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// A character: mostly ASCII, Han or Latin, now and then anything at all.
    mutating func scalar() -> Unicode.Scalar {
        let range: ClosedRange<UInt32> =
            switch Int.random(in: 0..<10, using: &self) {
            case 0...3: 0x20...0x7E
            case 4...6: 0x4E00...0x9FFF
            case 7: 0x0...0x24F
            case 8: 0x2000...0xFFFF
            default: 0x0...0x10FFFF
            }
        while true {
            let value = UInt32.random(in: range, using: &self)
            if let scalar = Unicode.Scalar(value) { return scalar }
        }
    }

    /// A text of awkward characters.
    mutating func text(length: ClosedRange<Int>) -> String {
        var view = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: length, using: &self) { view.append(scalar()) }
        return String(view)
    }

    /// Bytes: random, or a piece of a text, or separators.
    mutating func bytes(count: Int) -> [UInt8] {
        (0..<count).map { _ in
            Bool.random(using: &self)
                ? UInt8.random(in: 0...255, using: &self)
                : Array("\",\r\n=1a;\t王".utf8).randomElement(using: &self) ?? 0
        }
    }
}
