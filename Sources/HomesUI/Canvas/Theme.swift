/// How the styles look. The letters on the screen say everything by themselves; colour only helps.
public enum Theme: String, CaseIterable, Sendable {
    /// The terminal's own foreground, background and palette.
    case plain
    /// Dark on white.
    case light
    /// Light on nearly black.
    case dark
    /// The strongest contrasts, for weak eyes and bad screens.
    case contrast
    /// No colour at all: what NO_COLOR asks for.
    case mono

    /// The look of a style.
    public func look(of style: Style) -> Look {
        switch self {
        case .plain: Theme.plainLook(style)
        case .light: Theme.lightLook(style)
        case .dark: Theme.darkLook(style)
        case .contrast: Theme.contrastLook(style)
        case .mono: Theme.monoLook(style)
        }
    }

    private static func monoLook(_ style: Style) -> Look {
        switch style {
        case .plain, .dim, .good, .message, .cover: Look()
        case .strong, .heading, .key, .warning: Look(attributes: .bold)
        case .selected, .bar: Look(attributes: .reverse)
        case .input: Look(attributes: .underline)
        case .inputFocused: Look(attributes: [.underline, .bold])
        case .alarm: Look(attributes: [.reverse, .bold])
        }
    }

    private static func plainLook(_ style: Style) -> Look {
        switch style {
        case .good: Look(2)
        case .alarm: Look(1, attributes: [.reverse, .bold])
        case .dim: Look(attributes: .dim)
        default: monoLook(style)
        }
    }

    private static func lightLook(_ style: Style) -> Look {
        switch style {
        case .plain, .cover: Look(16, on: 231)
        case .dim: Look(240, on: 231)
        case .strong: Look(16, on: 231, attributes: .bold)
        case .heading, .key: Look(18, on: 231, attributes: .bold)
        case .selected: Look(231, on: 24)
        case .input: Look(16, on: 254, attributes: .underline)
        case .inputFocused: Look(16, on: 229, attributes: .underline)
        case .good: Look(22, on: 231)
        case .warning: Look(94, on: 231, attributes: .bold)
        case .alarm: Look(231, on: 124, attributes: .bold)
        case .message: Look(16, on: 253)
        case .bar: Look(231, on: 238)
        }
    }

    private static func darkLook(_ style: Style) -> Look {
        switch style {
        case .plain, .cover: Look(253, on: 234)
        case .dim: Look(246, on: 234)
        case .strong: Look(231, on: 234, attributes: .bold)
        case .heading, .key: Look(117, on: 234, attributes: .bold)
        case .selected: Look(16, on: 117)
        case .input: Look(253, on: 238, attributes: .underline)
        case .inputFocused: Look(16, on: 229, attributes: .underline)
        case .good: Look(114, on: 234)
        case .warning: Look(221, on: 234, attributes: .bold)
        case .alarm: Look(231, on: 124, attributes: .bold)
        case .message: Look(253, on: 236)
        case .bar: Look(253, on: 239)
        }
    }

    private static func contrastLook(_ style: Style) -> Look {
        switch style {
        case .plain, .dim, .cover, .message: Look(231, on: 16)
        case .strong, .heading, .key, .warning: Look(231, on: 16, attributes: .bold)
        case .good: Look(231, on: 16)
        case .selected: Look(16, on: 226)
        case .bar: Look(16, on: 231)
        case .input: Look(231, on: 16, attributes: .underline)
        case .inputFocused: Look(16, on: 231, attributes: .underline)
        case .alarm: Look(16, on: 226, attributes: .bold)
        }
    }
}

/// Colours and attributes of a style.
public struct Look: Equatable, Sendable {
    /// Attributes that need no colour.
    public struct Attributes: OptionSet, Sendable {
        /// One bit an attribute.
        public let rawValue: Int

        /// The attributes of these bits.
        public init(rawValue: Int) {
            self.rawValue = rawValue
        }

        /// Heavier or brighter.
        public static let bold = Attributes(rawValue: 1)
        /// Fainter.
        public static let dim = Attributes(rawValue: 2)
        /// Foreground and background exchanged.
        public static let reverse = Attributes(rawValue: 4)
        /// Underlined.
        public static let underline = Attributes(rawValue: 8)
    }

    /// A number in the 256-colour palette; `nil` for the terminal's own.
    public let foreground: Int?
    /// A number in the 256-colour palette; `nil` for the terminal's own.
    public let background: Int?
    /// Bold, reverse and so on.
    public let attributes: Attributes

    init(_ foreground: Int? = nil, on background: Int? = nil, attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    /// Red, green and blue, 0 to 255, of a number of the fixed part of the palette, 16 to 255; `nil`
    /// for the first sixteen, which every terminal sets as it likes.
    public static func components(_ colour: Int) -> (red: Int, green: Int, blue: Int)? {
        switch colour {
        case 16..<232:
            let steps = [0, 95, 135, 175, 215, 255]
            let index = colour - 16
            return (steps[index / 36], steps[index / 6 % 6], steps[index % 6])
        case 232...255:
            let grey = 8 + (colour - 232) * 10
            return (grey, grey, grey)
        default:
            return nil
        }
    }

    /// The nearest of the eight colours that every colour terminal has.
    public static func nearestOfEight(_ colour: Int) -> Int {
        guard let (red, green, blue) = components(colour) else { return colour % 8 }
        return (red >= 128 ? 1 : 0) + (green >= 128 ? 2 : 0) + (blue >= 128 ? 4 : 0)
    }
}
