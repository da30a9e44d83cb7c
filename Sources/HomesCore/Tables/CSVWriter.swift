/// Writes rows for spreadsheets: RFC 4180, and no cell that a spreadsheet would run as a formula.
public enum CSVWriter {
    /// One row, ended by CR LF.
    public static func line(_ cells: [String]) -> String {
        cells.map(quoted).joined(separator: ",") + "\r\n"
    }

    /// A cell made harmless: one that begins with `= + - @`, their full-width twins, a tab or a
    /// line end gets an apostrophe before it, which spreadsheets show as text. Plain numbers stay
    /// numbers. Invisible characters before the sign do not hide it.
    public static func defused(_ cell: String) -> String {
        guard let first = cell.unicodeScalars.first(where: { !isSkipped($0) }),
            isDangerous(first), !isPlainNumber(cell)
        else { return cell }
        return "'" + cell
    }

    /// Digits with at most one point and one sign before them.
    public static func isPlainNumber(_ cell: String) -> Bool {
        var bytes = Array(cell.utf8)[...]
        if bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") {
            bytes = bytes.dropFirst()
        }
        let parts = bytes.split(
            separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        return parts.allSatisfy { part in
            !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) }
        }
    }

    private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "﹢", "﹣", "﹦", "﹫", "−": true
        default: false
        }
    }

    /// What a spreadsheet drops before it looks at a cell: spaces and invisible characters.
    private static func isSkipped(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "\t" || scalar == "\r" || scalar == "\n" { return false }
        return scalar.properties.isWhitespace || HostileText.isForbidden(scalar)
    }

    /// Quote, comma, semicolon, tab and the line ends.
    private static let quotedBytes: [UInt8] = [0x22, 0x2C, 0x3B, 0x09, 0x0A, 0x0D]

    private static func quoted(_ cell: String) -> String {
        let safe = defused(cell)
        let needsQuotes = safe.utf8.contains { quotedBytes.contains($0) }
        guard needsQuotes || safe.hasPrefix(" ") || safe.hasSuffix(" ") else { return safe }
        var result = "\""
        for scalar in safe.unicodeScalars {
            if scalar == "\"" { result += "\"" }
            result.unicodeScalars.append(scalar)
        }
        return result + "\""
    }
}
