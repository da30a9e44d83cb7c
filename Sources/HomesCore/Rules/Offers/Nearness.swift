/// How near a place of work is to her home county, by GB/T 2260: two digits of the code are the
/// province, two the prefecture, two the county.
public enum Nearness: Int, CaseIterable, Comparable, Sendable {
    case sameCounty, samePrefecture, sameProvince, otherProvince
    /// One of the two counties is not known.
    case unknown

    /// How two counties lie to each other.
    public init(_ home: String?, _ work: String?) {
        guard let home, let work, home.utf8.count == 6, work.utf8.count == 6 else {
            self = .unknown
            return
        }
        if home == work {
            self = .sameCounty
        } else if home.prefix(2) != work.prefix(2) {
            self = .otherProvince
        } else if Nearness.municipalities.contains(String(home.prefix(2)))
            || (home.prefix(4) == work.prefix(4) && !home.prefix(4).hasSuffix("90"))
        {
            self = .samePrefecture
        } else {
            self = .sameProvince
        }
    }

    /// Beijing, Tianjin, Shanghai and Chongqing are one city each, whatever the third and fourth
    /// digits; counties under `90` belong to no prefecture but to the province itself.
    private static let municipalities: Set<String> = ["11", "12", "31", "50"]

    /// In words.
    public var label: Phrase {
        switch self {
        case .sameCounty: Phrase("her own county", "本县")
        case .samePrefecture: Phrase("her own prefecture", "本市（地区）")
        case .sameProvince: Phrase("her own province", "本省")
        case .otherProvince: Phrase("another province", "外省")
        case .unknown: Phrase("distance not known", "距离不清楚")
        }
    }

    public static func < (left: Nearness, right: Nearness) -> Bool {
        left.rawValue < right.rawValue
    }
}
