/// Why the programme's table of minimum wages says nothing certain for a place and a day.
public enum MinimumWageGap: Equatable, Sendable {
    /// The offer names no county.
    case noCounty
    /// The table has no row of the province.
    case noRows(province: String)
    /// The province's first row begins only later.
    case beginsLater(CivilDate)
    /// The offer names a zone of which there is no row in force.
    case noZone(String)
    /// Two rows of a zone begin on one day and differ: one of them is wrong.
    case contradiction(zone: String, from: CivilDate)
    /// The zone was left out when the province's figures last changed.
    case outdated(zone: String, from: CivilDate, others: CivilDate)
    /// A row has no figure a month, or none an hour; nought is no figure.
    case noFigure(zone: String)
    /// Zones pay differently, the wage lies between them, and nobody has said which one it is.
    case zoneOpen([String])

    /// What is missing, and what to do about it.
    public var phrase: Phrase {
        switch self {
        case .noCounty:
            Phrase(
                "In which county is the work? Without it no minimum wage is known.",
                "在哪个县工作？不知道地点就无从核对最低工资。")
        case .noRows(let province):
            Phrase("The programme's table has no minimum wage of ", "最低工资表中没有")
                + (Regions.name(code: province) ?? Phrase(verbatim: province))
                + Phrase(": ask 12333.", "的标准：请问12333。")
        case .beginsLater(let day):
            Phrase(
                "The table begins only on \(day.iso): what was the minimum wage before?",
                "最低工资表自\(day.iso)才有：此前的标准是多少？")
        case .noZone(let zone):
            Phrase(
                "The table has no row of zone \(zone) then: is the zone right?",
                "最低工资表中当时没有\(zone)类区：类区是否有误？")
        case .contradiction(let zone, let day):
            Phrase(
                "The table has two figures for zone \(zone) from \(day.iso): which is right?",
                "最低工资表中\(zone)类区自\(day.iso)起有两个标准：哪个对？")
        case .outdated(let zone, let own, let others):
            Phrase(
                "Zone \(zone) has its figure of \(own.iso), others one of \(others.iso): is it new?",
                "\(zone)类区仍是\(own.iso)的标准，其他类区已是\(others.iso)：是否已更新？")
        case .noFigure(let zone):
            Phrase(
                "The table has no such figure for zone \(zone): ask 12333.",
                "最低工资表中\(zone)类区没有这项标准：请问12333。")
        case .zoneOpen(let zones):
            Phrase(
                "In which zone (\(zones.joined(separator: ", "))) is the place?",
                "工作地点属哪类区（\(zones.joined(separator: "、"))）？")
        }
    }
}

/// A minimum wage at a place: of one zone, or of the least and the greatest of its zones.
public struct MinimumWageSpan: Equatable, Sendable {
    /// Below it is below the law wherever in the province the place is; `nil` when nothing is known.
    public var least: Int?
    /// Not below it is lawful wherever the place is; `nil` where some zone has no certain figure.
    public var most: Int?
    /// What is not certain.
    public var gap: MinimumWageGap?

    /// A span.
    public init(least: Int? = nil, most: Int? = nil, gap: MinimumWageGap? = nil) {
        self.least = least
        self.most = most
        self.gap = gap
    }
}

/// The programme's table of minimum wages (Labour Law 48): a row a province, zone and first day.
/// A row is in force until the next one of its zone begins.
public struct MinimumWages: Equatable, Sendable {
    private let rows: [String: [MinimumWage]]

    /// A table, in any order.
    public init(rows: [MinimumWage]) {
        self.rows = Dictionary(grouping: rows, by: \.provinceCode)
    }

    /// The figures in force at a place on a day.
    public struct Found: Equatable, Sendable {
        /// In yuan a month.
        public var monthly = MinimumWageSpan()
        /// In hundredths of a yuan an hour, for work that is not full-time.
        public var hourly = MinimumWageSpan()

        /// Figures of which nothing is known.
        public init(
            monthly: MinimumWageSpan = MinimumWageSpan(),
            hourly: MinimumWageSpan = MinimumWageSpan()
        ) {
            self.monthly = monthly
            self.hourly = hourly
        }
    }

    /// What the table says of a county on a day.
    ///
    /// - Parameter zone: The zone of the place, where it is known.
    public func found(at countyCode: String?, zone: String? = nil, on date: CivilDate) -> Found {
        func none(_ gap: MinimumWageGap) -> Found {
            Found(monthly: MinimumWageSpan(gap: gap), hourly: MinimumWageSpan(gap: gap))
        }
        guard let countyCode, countyCode.utf8.count == 6 else { return none(.noCounty) }
        let province = countyCode.prefix(2) + "0000"
        let all = rows[String(province)] ?? []
        guard let first = all.map(\.validFrom).min() else {
            return none(.noRows(province: String(province)))
        }
        guard first <= date else { return none(.beginsLater(first)) }
        var zones: [String: [MinimumWage]] = [:]
        for row in all where row.validFrom <= date {
            let key = MinimumWages.key(row.zone)
            if let known = zones[key]?.first {
                if known.validFrom > row.validFrom { continue }
                zones[key] =
                    known.validFrom == row.validFrom ? zones[key, default: []] + [row] : [row]
            } else {
                zones[key] = [row]
            }
        }
        if let zone = zone.map(MinimumWages.key), !zone.isEmpty {
            guard let own = zones[zone] else { return none(.noZone(zone)) }
            let newest = zones.values.compactMap(\.first?.validFrom).max()
            return MinimumWages.found([zone: own], newest: newest)
        }
        return MinimumWages.found(
            zones, newest: zones.values.compactMap(\.first?.validFrom).max())
    }

    /// A zone as it is compared: one typed in full width or with a blank is the same zone.
    private static func key(_ zone: String) -> String {
        EntryText.halfWidth(zone).filter { !$0.isWhitespace }
    }

    private static func found(_ zones: [String: [MinimumWage]], newest: CivilDate?) -> Found {
        Found(
            monthly: span(zones, newest) { $0.monthlyYuan },
            hourly: span(zones, newest) { $0.hourlyFen })
    }

    private static func span(
        _ zones: [String: [MinimumWage]], _ newest: CivilDate?,
        _ figure: (MinimumWage) -> Int?
    ) -> MinimumWageSpan {
        var span = MinimumWageSpan()
        var figures: [Int] = []
        for zone in zones.keys.sorted() {
            let rows = zones[zone] ?? []
            let known = Set(rows.compactMap(figure).filter { $0 > 0 })
            figures += known
            guard let from = rows.first?.validFrom else { continue }
            let gap: MinimumWageGap? =
                if known.count > 1 { .contradiction(zone: zone, from: from) } else if known.isEmpty
                {
                    .noFigure(zone: zone)
                } else if let newest, from < newest {
                    .outdated(zone: zone, from: from, others: newest)
                } else { nil }
            span.gap = span.gap ?? gap
        }
        span.least = figures.min()
        guard span.gap == nil else { return span }
        span.most = figures.max()
        if span.least != span.most { span.gap = .zoneOpen(zones.keys.sorted()) }
        return span
    }
}
