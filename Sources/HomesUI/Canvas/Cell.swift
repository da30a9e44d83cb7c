/// One column of a canvas: a character with the marks on it, the right half of a wide character,
/// or a blank. Sixteen bytes without references, so that a whole screen is copied and compared
/// cheaply.
public struct Cell: Equatable, Sendable {
    /// How many combining marks a cell holds; what comes after them is drawn as visible marks.
    public static let markLimit = 3

    /// The base character; a space in a trailing half.
    public let scalar: Unicode.Scalar
    /// What the cell means.
    public var style: Style
    /// 1 or 2; 0 for the trailing half of the wide character to the left.
    public let width: UInt8
    /// Combining marks, 21 bits each, the first in the lowest bits.
    private let packedMarks: UInt64

    /// A blank.
    public static func blank(_ style: Style = .plain) -> Cell {
        Cell(scalar: " ", style: style, width: 1, packedMarks: 0)
    }

    /// The right half of a wide character.
    static func trailing(_ style: Style) -> Cell {
        Cell(scalar: " ", style: style, width: 0, packedMarks: 0)
    }

    /// One printable character without marks; `width` is 1 or 2.
    init(_ scalar: Unicode.Scalar, style: Style, width: UInt8) {
        self.init(scalar: scalar, style: style, width: width, packedMarks: 0)
    }

    private init(scalar: Unicode.Scalar, style: Style, width: UInt8, packedMarks: UInt64) {
        self.scalar = scalar
        self.style = style
        self.width = width
        self.packedMarks = packedMarks
    }

    /// Whether this is the right half of the wide character to the left.
    public var isTrailing: Bool { width == 0 }

    /// How many combining marks are on the base.
    public var markCount: Int { (64 - packedMarks.leadingZeroBitCount + 20) / 21 }

    /// One of the combining marks, counted from 0.
    public func mark(_ index: Int) -> Unicode.Scalar? {
        guard index >= 0, index < markCount else { return nil }
        return Unicode.Scalar(UInt32((packedMarks >> (UInt64(index) * 21)) & 0x1F_FFFF))
    }

    /// The cell with one more mark on it, or `nil` when it is full.
    func adding(mark: Unicode.Scalar) -> Cell? {
        let count = markCount
        guard count < Cell.markLimit else { return nil }
        let bits = UInt64(mark.value) << (UInt64(count) * 21)
        return Cell(scalar: scalar, style: style, width: width, packedMarks: packedMarks | bits)
    }

    /// Adds the text of the cell, nothing for a trailing half.
    func append(to text: inout String.UnicodeScalarView) {
        guard !isTrailing else { return }
        text.append(scalar)
        for index in 0..<markCount {
            if let mark = mark(index) { text.append(mark) }
        }
    }
}
