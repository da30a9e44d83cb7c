import HomesCore

/// A key press as screens see it, or a piece of text that came in one go.
public enum Key: Hashable, Sendable {
    /// A printable character.
    case character(Character)
    case enter
    case escape
    case tab
    /// Shift-Tab.
    case backTab
    case up
    case down
    case left
    case right
    case pageUp
    case pageDown
    case home
    case end
    case insert
    case delete
    case backspace
    /// F1 to F20.
    case function(Int)
    /// Control with a character: a lower-case letter, `@`, `\`, `]`, `^` or `_`.
    case control(Character)
    /// Text that was pasted: nothing in it is a key, whatever it contains. Lines end with `\n`.
    case paste(String)

    /// The name of the key for help, such as `Enter`, `F10`, `^S`.
    public var name: Phrase {
        switch self {
        case .character(" "): Phrase("Space", "空格")
        case .character(let character): Phrase(verbatim: String(character))
        case .enter: Phrase("Enter", "回车")
        case .escape: Phrase(verbatim: "Esc")
        case .tab: Phrase(verbatim: "Tab")
        case .backTab: Phrase(verbatim: "Shift-Tab")
        case .up: Phrase("Up", "上")
        case .down: Phrase("Down", "下")
        case .left: Phrase("Left", "左")
        case .right: Phrase("Right", "右")
        case .pageUp: Phrase(verbatim: "PgUp")
        case .pageDown: Phrase(verbatim: "PgDn")
        case .home: Phrase(verbatim: "Home")
        case .end: Phrase(verbatim: "End")
        case .insert: Phrase(verbatim: "Ins")
        case .delete: Phrase(verbatim: "Del")
        case .backspace: Phrase("Backspace", "退格")
        case .function(let number): Phrase(verbatim: "F\(number)")
        case .control(let character): Phrase(verbatim: "^" + character.uppercased())
        case .paste: Phrase("paste", "粘贴")
        }
    }

    /// Whether the key gives text in a field: one of many such keys at once is a paste.
    public var isText: Bool {
        switch self {
        case .character, .enter, .tab: true
        default: false
        }
    }
}

extension Key {
    private static let named: [String: Key] = [
        "Enter": .enter, "Esc": .escape, "Tab": .tab, "S-Tab": .backTab, "Up": .up, "Down": .down,
        "Left": .left, "Right": .right, "PageUp": .pageUp, "PageDown": .pageDown, "Home": .home,
        "End": .end, "Ins": .insert, "Del": .delete, "BS": .backspace, "Space": .character(" "),
        "lt": .character("<"),
    ]

    /// Keys from a compact notation: characters stand for themselves, `<Enter>`, `<Esc>`, `<Tab>`,
    /// `<S-Tab>`, `<Up>`, `<PageDown>`, `<Home>`, `<Ins>`, `<Del>`, `<BS>`, `<F10>`, `<C-s>`,
    /// `<Space>`, `<lt>` and `<PASTE text>` for keys. Any other `<` stands for itself.
    public static func parse(_ notation: String) -> [Key] {
        var keys: [Key] = []
        var rest = Substring(notation)
        while let character = rest.first {
            if character == "<", let end = rest.firstIndex(of: ">"),
                let key = key(named: rest[rest.index(after: rest.startIndex)..<end])
            {
                keys.append(key)
                rest = rest[rest.index(after: end)...]
            } else {
                keys.append(character == "\n" ? .enter : .character(character))
                rest.removeFirst()
            }
        }
        return keys
    }

    private static func key(named name: Substring) -> Key? {
        if let key = named[String(name)] { return key }
        if name.hasPrefix("PASTE ") { return .paste(String(name.dropFirst(6))) }
        if name.hasPrefix("C-"), name.count == 3 {
            return name.lowercased().last.map { .control($0) }
        }
        if name.hasPrefix("F"), let number = Int(name.dropFirst()), (1...20).contains(number) {
            return .function(number)
        }
        return nil
    }
}

/// What can happen to a program in a terminal.
public enum Event: Equatable, Sendable {
    /// A key was pressed or text was pasted.
    case key(Key)
    /// The terminal has a new size.
    case resize(width: Int, height: Int)
    /// The time asked for has come.
    case tick
}
