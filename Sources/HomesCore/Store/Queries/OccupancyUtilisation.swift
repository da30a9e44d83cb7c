import GRDB

/// One line of the utilisation report: the programme, a province or a home in a period.
public struct UtilisationRow: Equatable, Sendable {
    /// The level.
    public let level: OccupancyLevel
    /// `PROGRAMME`, the province's code or the home's.
    public let code: String
    /// The home's record id; `nil` at the levels above.
    public let homeId: String?
    /// The code of the province; `nil` for the programme.
    public let provinceCode: String?
    /// Its English name.
    public let nameEn: String
    /// Its Chinese name.
    public let nameZh: String
    /// Bed nights and beds of every night, summed; divided once.
    public let figures: UtilisationFigures

    /// Its name.
    public var name: Phrase { Phrase(nameEn, nameZh) }
}

extension HomesStore {
    /// The utilisation of a period: bed nights of the stays over the nightly beds in service, in
    /// rows as `occupancy` has them.
    ///
    /// - Throws: `noSuchRecord` for an unknown province or home.
    public func utilisation(
        _ period: ReportPeriod, scope: OccupancyScope = .programme
    ) throws(StoreError) -> [UtilisationRow] {
        try read { try $0.utilisation(period, scope: scope) }
    }
}

extension Database {
    /// See `HomesStore.utilisation`.
    func utilisation(
        _ period: ReportPeriod, scope: OccupancyScope
    ) throws -> [UtilisationRow] {
        let homes = try listedHomes(scope)
        var at: [RecordKey: Int] = [:]
        for (index, home) in homes.enumerated() { at[home.key] = index }
        var figures = Array(repeating: UtilisationFigures.none, count: homes.count)
        try addBedNights(period, homeAt: at, to: &figures)
        try addBeds(period, homeAt: at, to: &figures)
        let rows = homes.indices.map { index in
            UtilisationRow(
                level: .home, code: homes[index].code, homeId: homes[index].id,
                provinceCode: homes[index].provinceCode, nameEn: homes[index].nameEn,
                nameZh: homes[index].nameZh, figures: figures[index])
        }
        return try utilisationLevels(over: rows, scope: scope)
    }

    /// Adds the nights of all stays that meet the period, the night of the exit not counted.
    private func addBedNights(
        _ period: ReportPeriod, homeAt: [RecordKey: Int], to figures: inout [UtilisationFigures]
    ) throws {
        let first = period.first.dayNumber
        let end = period.end.dayNumber
        for sql in [
            """
            SELECT homeId, entryDate, exitDate FROM stay
            WHERE homeId IN (SELECT id FROM home) AND voidedAt IS NULL AND exitDate > :first
              AND entryDate < :end
            """,
            """
            SELECT homeId, entryDate, exitDate FROM stay
            WHERE homeId IN (SELECT id FROM home) AND voidedAt IS NULL AND exitDate IS NULL
              AND entryDate < :end AND state <> 'PLANNED' AND :first <> ''
            """,
        ] {
            try RawCursor.read(
                self, sql, ["first": period.first.iso, "end": period.end.iso]
            ) { row in
                guard let home = homeAt[row.key(0)], let entry = row.day(1) else { return }
                let nights = min(row.day(2) ?? end, end) - max(entry, first)
                figures[home].bedNights += max(0, nights)
            }
        }
    }

    /// Adds, for every bed, its nights in the inventory less those out of service.
    private func addBeds(
        _ period: ReportPeriod, homeAt: [RecordKey: Int], to figures: inout [UtilisationFigures]
    ) throws {
        let first = period.first.dayNumber
        let end = period.end.dayNumber
        func nights(_ from: Int, _ to: Int?) -> Int {
            max(0, min(to ?? end, end) - max(from, first))
        }
        try RawCursor.read(
            self,
            """
            SELECT r.homeId, b.inventoryStartDate, b.inventoryEndDate
            FROM room r JOIN bed b ON b.roomId = r.id WHERE b.voidedAt IS NULL
            """
        ) { row in
            guard let home = homeAt[row.key(0)], let start = row.day(1) else { return }
            figures[home].bedNightsInService += nights(start, row.day(2))
        }
        // Status periods of a bed never overlap, so their nights may be taken off one by one.
        try RawCursor.read(
            self,
            """
            SELECT r.homeId, b.inventoryStartDate, b.inventoryEndDate, p.fromNight, p.toNight
            FROM bedStatusPeriod p JOIN bed b ON b.id = p.bedId JOIN room r ON r.id = b.roomId
            WHERE p.voidedAt IS NULL AND b.voidedAt IS NULL AND p.status <> 'HELD'
              AND p.fromNight < ? AND (p.toNight IS NULL OR p.toNight > ?)
            """, [period.end.iso, period.first.iso]
        ) { row in
            guard let home = homeAt[row.key(0)], let start = row.day(1), let from = row.day(3)
            else { return }
            let to = [row.day(2), row.day(4)].compactMap(\.self).min()
            figures[home].bedNightsInService -= nights(max(start, from), to)
        }
    }

    private func utilisationLevels(
        over homes: [UtilisationRow], scope: OccupancyScope
    ) throws -> [UtilisationRow] {
        if case .home = scope { return homes }
        var provinces = try fetchValid(Province.self, order: "provinceCode, id")
        if case .province(let code) = scope {
            provinces.removeAll { $0.provinceCode != code }
            if provinces.isEmpty { throw StoreError.noSuchRecord }
        }
        let sums = provinces.map { province in
            UtilisationRow(
                level: .province, code: province.provinceCode, homeId: nil,
                provinceCode: province.provinceCode, nameEn: province.nameEn,
                nameZh: province.nameZh,
                figures: homes.lazy.filter { $0.provinceCode == province.provinceCode }
                    .reduce(.none) { $0 + $1.figures })
        }
        guard case .programme = scope else { return sums + homes }
        let programme = try fetchValid(Programme.self).first
        let all = UtilisationRow(
            level: .programme, code: "PROGRAMME", homeId: nil, provinceCode: nil,
            nameEn: programme?.nameEn ?? "", nameZh: programme?.nameZh ?? "",
            figures: sums.reduce(.none) { $0 + $1.figures })
        return [all] + sums + homes
    }
}
