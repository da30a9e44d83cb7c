/// What people type, made comparable before it is read.
enum EntryText {
    /// Full-width Latin letters, digits and signs as ASCII, the ideographic space as a space,
    /// dashes as `-`; without spaces at the ends. Chinese input methods write `２００７．３．５`.
    static func halfWidth(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E:
                scalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
            case 0x3000, 0xA0, 0x09: scalars.append(" ")
            case 0x2010...0x2015, 0x2212: scalars.append("-")
            case 0x3002: scalars.append(".")
            default: scalars.append(scalar)
            }
        }
        while scalars.first == " " { scalars.removeFirst() }
        while scalars.last == " " { scalars.removeLast() }
        return String(scalars)
    }

    /// A number of ASCII digits only; `nil` for anything else, a sign included.
    static func number(_ text: some StringProtocol) -> Int? {
        guard !text.isEmpty, text.utf8.count <= 9 else { return nil }
        var value = 0
        for byte in text.utf8 {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte) - 0x30
        }
        return value
    }

    /// A whole number with at least so many digits: `07`.
    static func padded(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
}
