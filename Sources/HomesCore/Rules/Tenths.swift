/// A figure with one decimal, kept as a whole number of tenths, so that rounding happens once and
/// the same way everywhere: half up.
public struct Tenths: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Ten times the figure.
    public let tenths: Int

    /// A figure of so many tenths.
    public init(tenths: Int) {
        self.tenths = tenths
    }

    /// `part / whole`, rounded half up to one decimal; `nil` when the whole is not above 0.
    public static func ratio(_ part: Int, of whole: Int) -> Tenths? {
        guard whole > 0 else { return nil }
        return Tenths(tenths: floorDivide(part * 20 + whole, whole * 2))
    }

    /// `part / whole x 100`, rounded half up to one decimal; `nil` when the whole is not above 0.
    /// May exceed 100 and is never clipped.
    public static func percent(_ part: Int, of whole: Int) -> Tenths? {
        ratio(part * 100, of: whole)
    }

    /// `85.0`: what screens, CSV and JSON show.
    public var description: String {
        let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
        return "\(tenths < 0 ? "-" : "")\(whole).\(rest)"
    }

    /// Less, by the figure.
    public static func < (left: Tenths, right: Tenths) -> Bool {
        left.tenths < right.tenths
    }

    private static func floorDivide(_ value: Int, _ divisor: Int) -> Int {
        (value >= 0 ? value : value - divisor + 1) / divisor
    }
}

extension Tenths? {
    /// The figure, or "n/a" where there is none: never a blank.
    public var phrase: Phrase {
        map { Phrase(verbatim: $0.description) } ?? Phrase("n/a", "不适用")
    }
}
