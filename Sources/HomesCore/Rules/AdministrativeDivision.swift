/// China's county codes (GB/T 2260), revisions 2002 to 2013, as carried by `data/gb2260.csv`.
///
/// Codes change: a card carries the code of its own year, so every revision is known here and a
/// name can be asked for a year.
public enum AdministrativeDivision {
    /// One row of the table.
    private struct Row {
        let code: Int
        let name: String
        let firstRevision: Int
        let lastRevision: Int
    }

    /// Read when first asked for, never at start-up.
    private static let rows: [Int: [Row]] = {
        var rows: [Int: [Row]] = [:]
        rows.reserveCapacity(4_000)
        for line in ReferenceData.bytes("gb2260.csv").split(separator: 0x0A).dropFirst() {
            let fields = line.split(separator: 0x2C)
            guard fields.count >= 4, let code = number(fields[0]), let first = number(fields[2]),
                let last = number(fields[3]),
                let name = String(validating: fields[1], as: UTF8.self)
            else { continue }
            let row = Row(code: code, name: name, firstRevision: first, lastRevision: last)
            rows[code, default: []].append(row)
        }
        return rows
    }()

    /// Whether any revision has the six-digit code.
    public static func isKnown(_ code: String) -> Bool {
        code.utf8.count == 6 && EntryText.number(code).map { rows[$0] != nil } ?? false
    }

    /// The name of a division, as of a year when given, else by the newest revision; `nil` for a
    /// code no revision has.
    public static func name(_ code: String, year: Int? = nil) -> String? {
        guard code.utf8.count == 6, let number = EntryText.number(code), let found = rows[number]
        else { return nil }
        let newest = found.max { $0.lastRevision < $1.lastRevision }
        guard let year else { return newest?.name }
        let valid = found.first { ($0.firstRevision...$0.lastRevision).contains(year) }
        return (valid ?? newest)?.name
    }

    /// Province, city and county one after the other (安徽省合肥市长丰县); the levels that are
    /// only headings (市辖区, 县) are left out. `nil` for an unknown code.
    public static func fullName(_ code: String, year: Int? = nil) -> String? {
        guard let own = name(code, year: year) else { return nil }
        var names: [String] = []
        for upper in [code.prefix(2) + "0000", code.prefix(4) + "00"] where upper != code {
            guard let name = name(String(upper), year: year) else { continue }
            if !headings.contains(name), name != own { names.append(name) }
        }
        return (names + [own]).joined()
    }

    private static let headings: Set<String> = [
        "市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划", "省直辖行政单位", "市",
    ]

    private static func number(_ bytes: Slice<UnsafeRawBufferPointer>) -> Int? {
        var value = 0
        for byte in bytes {
            if byte == 0x0D { break }
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte) - 0x30
        }
        return value
    }
}
