/// One row of China's administrative division codes (GB/T 2260): a province, a prefecture or a
/// county, and the revisions of the code in which it stands.
public struct Region: Equatable, Sendable {
    /// Six digits.
    public let code: String
    /// The name in Chinese: 颍上县.
    public let nameZh: String
    /// The first revision that has it, a year from 2002.
    public let firstRevision: Int
    /// The last revision that has it, a year to 2013.
    public let lastRevision: Int

    /// The level a code stands for.
    public enum Level: Equatable, Sendable {
        case province, prefecture, county
    }

    /// Its level, from the zeros at the code's end.
    public var level: Level {
        if code.hasSuffix("0000") { return .province }
        return code.hasSuffix("00") ? .prefecture : .county
    }

    /// The name in English, by the readings of its characters: Yingshang County.
    public var nameEn: String { RegionName.english(nameZh) }

    /// The name in both languages.
    public var name: Phrase { Phrase(nameEn, nameZh) }

    /// Whether it is no place but a heading of the code (市辖区, 县).
    public var isHeading: Bool { nameZh.hasSuffix("市辖区") || Regions.headings.contains(nameZh) }
}

/// The administrative divisions of China, read from the embedded table where they lie.
public enum Regions {
    /// The revisions there are; years outside are taken as the nearest.
    public static let revisions = 2002...2013

    static let headings: Set<String> = [
        "县", "市", "省直辖县级行政区划", "自治区直辖县级行政区划", "省直辖行政单位",
    ]

    private static let table = ReferenceLines("gb2260.csv", separator: 0x2C)

    /// What a code stands for in the revision of a year; `nil` when that revision has no such
    /// code.
    public static func region(code: String, onRevision year: Int) -> Region? {
        let revision = min(max(year, revisions.lowerBound), revisions.upperBound)
        // In the year of a renaming the table has both names: the newer one counts.
        return versions(of: code)
            .filter { ($0.firstRevision...$0.lastRevision).contains(revision) }
            .max { $0.firstRevision < $1.firstRevision }
    }

    /// What a code stands for in the newest revision that has it; `nil` for no code.
    public static func region(code: String) -> Region? {
        versions(of: code).max { $0.lastRevision < $1.lastRevision }
    }

    /// Whether any revision has the code: an identity card carries the code of its own year.
    public static func isKnown(_ code: String) -> Bool {
        !versions(of: code).isEmpty
    }

    /// The name a code stands for in the newest revision that has it.
    public static func name(code: String) -> Phrase? {
        region(code: code)?.name
    }

    /// Province, prefecture and county one after the other, headings left out:
    /// `安徽省 阜阳市 颍上县`, `Yingshang County, Fuyang City, Anhui Province`.
    public static func path(_ code: String, onRevision year: Int? = nil) -> Phrase? {
        func find(_ code: String) -> Region? {
            year.flatMap { region(code: code, onRevision: $0) } ?? region(code: code)
        }
        guard let own = find(code), code.utf8.count == 6 else { return nil }
        let uppers = [code.prefix(2) + "0000", code.prefix(4) + "00"].map(String.init)
            .filter { $0 != code }.compactMap(find).filter { !$0.isHeading }
        let chain = uppers + [own]
        return Phrase(
            chain.reversed().map(\.nameEn).joined(separator: ", "),
            chain.map(\.nameZh).joined(separator: " "))
    }

    /// The counties of a revision that somebody typed: by code, by name in Chinese or pinyin, with
    /// or without province and prefecture (`颍上`, `yingshang`, `ys anhui`, `341226`). Those whose
    /// own name matches come first, else in the order of the code; at most `limit`.
    public static func counties(
        matching typed: String, onRevision year: Int = 2007, limit: Int = 20
    ) -> [Region] {
        let query = SearchQuery(typed)
        let revision = min(max(year, revisions.lowerBound), revisions.upperBound)
        var own: [Region] = []
        var others: [Region] = []
        for entry in index where entry.isIn(revision) {
            if query.matches(entry.ownKey) {
                own.append(entry.region)
                if own.count == limit { break }
            } else if others.count < limit, query.matches(entry.ownKey + entry.upperKey) {
                others.append(entry.region)
            }
        }
        return Array((own + others).prefix(limit))
    }

    /// A county with what it is looked for by.
    private struct IndexEntry: Sendable {
        let region: Region
        let ownKey: String
        let upperKey: String

        func isIn(_ revision: Int) -> Bool {
            (region.firstRevision...region.lastRevision).contains(revision)
        }
    }

    /// Made when somebody first looks for a county.
    private static let index: [IndexEntry] = {
        var entries: [IndexEntry] = []
        var provinceKey = ""
        var prefectureKey = ""
        table.forEach { line in
            guard let region = region(line) else { return }
            let isHeading = region.isHeading
            var names = isHeading ? [] : [region.nameZh]
            switch region.level {
            case .province:
                // Some are known by another name: Inner Mongolia, Tibet.
                names.append(region.nameEn)
                provinceKey = SearchKey.make(names: names)
                prefectureKey = ""
            case .prefecture:
                prefectureKey = SearchKey.make(names: names)
            case .county where !isHeading:
                let key = SearchKey.make(names: names, codes: [region.code])
                entries.append(
                    IndexEntry(
                        region: region, ownKey: key, upperKey: provinceKey + prefectureKey))
            case .county:
                break
            }
        }
        return entries
    }()

    private static func versions(of code: String) -> [Region] {
        guard code.utf8.count == 6 else { return [] }
        return table.lines(forKey: Array(code.utf8), region)
    }

    /// A region from its line.
    private static func region(_ line: UnsafeRawBufferPointer) -> Region? {
        let fields = line.split(separator: 0x2C)
        guard fields.count == 4, let code = String(validating: fields[0], as: UTF8.self),
            let name = String(validating: fields[1], as: UTF8.self),
            let first = year(fields[2]), let last = year(fields[3])
        else { return nil }
        return Region(code: code, nameZh: name, firstRevision: first, lastRevision: last)
    }

    private static func year(_ digits: Slice<UnsafeRawBufferPointer>) -> Int? {
        var value = 0
        for byte in digits where byte != 0x0D {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte) - 0x30
        }
        return value
    }
}
