/// The sequences in which terminals send the keys that are no characters: those of xterm and what
/// imitates it, VT220, rxvt, the Linux console, screen and tmux, in cursor and application mode.
enum KeySequence {
    /// ESC O and one byte.
    static let ss3: [UInt8: Key] = {
        var keys: [UInt8: Key] = letters
        // The numeric keypad in application mode.
        for (byte, character) in zip(UInt8(0x6A)...0x79, "*+,-./0123456789") {
            keys[byte] = .character(character)
        }
        keys[0x4D] = .enter
        return keys
    }()

    /// The keys named by a final letter, after ESC [ or ESC O.
    private static let letters: [UInt8: Key] = [
        0x41: .up, 0x42: .down, 0x43: .right, 0x44: .left, 0x46: .end, 0x48: .home,
        0x50: .function(1), 0x51: .function(2), 0x52: .function(3), 0x53: .function(4),
        0x5A: .backTab,
    ]

    /// The keys named by a number, after ESC [ and before `~`.
    private static let numbers: [Int: Key] = {
        var keys: [Int: Key] = [
            1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
        ]
        let functions = [
            11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34,
        ]
        for (index, number) in functions.enumerated() { keys[number] = .function(index + 1) }
        return keys
    }()

    /// The key of ESC [, parameters and a final byte; `nil` when there is none. Shift, Alt and
    /// Control with an arrow are the arrow; with a function key they are no key of ours.
    static func csi(parameters: ArraySlice<UInt8>, final: UInt8) -> Key? {
        let parts = parameters.split(separator: 0x3B, omittingEmptySubsequences: false)
        let number = parts.first.flatMap { Int(String(decoding: $0, as: UTF8.self)) }
        let key = final == 0x7E ? number.flatMap { numbers[$0] } : letters[final]
        if case .function = key, parts.count > 1 { return nil }
        return key
    }
}
