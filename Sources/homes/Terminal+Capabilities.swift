import CNcurses
import Glibc
import HomesUI

/// What a style is for the terminal library.
struct CellLook {
    /// Attributes, with the colour pair among them.
    var attributes: attr_t
    /// The colour pair; 0 for the terminal's own colours.
    var pair: Int32 = 0
}

extension Terminal {
    /// The look of every style in a theme, with a colour pair each where there are colours.
    static func looks(theme: Theme) -> [CellLook] {
        let looks = Style.allCases.map { theme.look(of: $0) }
        let plain = looks.map { CellLook(attributes: attributes(of: $0.attributes)) }
        let needsColours = looks.contains { $0.foreground != nil || $0.background != nil }
        guard needsColours, has_colors(), start_color() == 0 else { return plain }
        let hasDefaults = use_default_colors() == 0
        let isRich = homes_colours() >= 256
        func number(_ colour: Int?, otherwise fallback: Int16) -> Int16 {
            guard let colour else { return hasDefaults ? -1 : fallback }
            return Int16(isRich ? colour : Look.nearestOfEight(colour))
        }
        return looks.indices.map { index in
            let look = looks[index]
            let foreground = number(look.foreground, otherwise: 7)
            let background = number(look.background, otherwise: 0)
            init_pair(Int16(index + 1), foreground, background)
            let pair = Int32(index + 1)
            return CellLook(
                attributes: plain[index].attributes | homes_pair(pair), pair: pair)
        }
    }

    private static func attributes(of set: Look.Attributes) -> attr_t {
        var result = homes_A_NORMAL
        if set.contains(.bold) { result |= homes_A_BOLD }
        if set.contains(.dim) { result |= homes_A_DIM }
        if set.contains(.reverse) { result |= homes_A_REVERSE }
        if set.contains(.underline) { result |= homes_A_UNDERLINE }
        return result
    }

    /// The bytes that take everything of ours off the screen and, when they are the last, give the
    /// terminal back: out of the alternate screen, cursor visible. A terminal that has only one
    /// screen, or is told to keep the second, must not keep what was on it, so it is erased first,
    /// from the top down: the command that clears at once puts the text into the scrollback of some.
    static func restoreBytes(isFinal: Bool) -> [UInt8] {
        var text = "\u{1B}[?2026l\u{1B}[?2004l" + capability("sgr0") + capability("op")
        let home = capability("home")
        let erase = capability("ed")
        text += home.isEmpty || erase.isEmpty ? capability("clear") : home + erase
        if isFinal { text += capability("cnorm") + capability("rmcup") }
        return Array(text.utf8)
    }

    /// A capability without the delays that only terminals of the seventies need; empty if missing.
    private static func capability(_ name: String) -> String {
        guard let raw = homes_capability(name) else { return "" }
        var result = ""
        var rest = Substring(String(cString: raw))
        while let range = rest.firstIndex(of: "$") {
            result += rest[..<range]
            rest = rest[range...]
            if rest.hasPrefix("$<"), let end = rest.firstIndex(of: ">") {
                rest = rest[rest.index(after: end)...]
            } else {
                result.append("$")
                rest = rest.dropFirst()
            }
        }
        return result + rest
    }

    /// A variable of the environment; empty if it is not set.
    static func environment(_ name: String) -> String {
        getenv(name).flatMap { String(validatingCString: $0) } ?? ""
    }

    /// Writes bytes past the library, which has written all of its own at that time.
    static func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Writes a text past the library.
    static func send(_ text: String) {
        send(Array(text.utf8))
    }
}
