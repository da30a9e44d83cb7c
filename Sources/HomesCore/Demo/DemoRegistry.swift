/// The registry as shipped in `data/`, read for an invented programme.
struct DemoRegistry {
    /// A home and its beds, each with its room's name.
    struct Site {
        var home: Home
        var beds: [(room: String, bed: Bed)]
    }

    let provinces: [Province]
    let sites: [Site]

    /// Reads the three files; rows that are no homes or beds are left out.
    init() {
        provinces = DemoRegistry.rows("provinces.csv").compactMap { row in
            guard row.count >= 4, let role = AreaRole(rawValue: row[3]) else { return nil }
            var province = Province()
            (province.provinceCode, province.nameZh, province.nameEn) = (row[0], row[1], row[2])
            province.areaRole = role
            return province
        }
        var beds: [String: [(room: String, bed: Bed)]] = [:]
        for row in DemoRegistry.rows("beds.csv") where row.count >= 6 {
            guard let type = BedType(rawValue: row[3]), let start = CivilDate(iso: row[4]) else {
                continue
            }
            var bed = Bed()
            bed.bedNumber = row[2]
            bed.bedType = type
            bed.inventoryStartDate = start
            bed.inventoryEndDate = CivilDate(iso: row[5])
            beds[row[0], default: []].append((row[1], bed))
        }
        sites = DemoRegistry.rows("homes.csv").compactMap { row in
            guard let home = DemoRegistry.home(row) else { return nil }
            return Site(home: home, beds: beds[home.homeCode] ?? [])
        }
    }

    private static func home(_ row: [String]) -> Home? {
        guard row.count >= 9, let mode = ServiceMode(rawValue: row[5]),
            let host = HostType(rawValue: row[6]), let start = CivilDate(iso: row[7])
        else { return nil }
        var home = Home()
        (home.homeCode, home.nameZh, home.nameEn) = (row[0], row[1], row[2])
        (home.provinceCode, home.countyCode) = (row[3], row[4])
        home.serviceMode = mode
        home.hostType = host
        home.operatingStartDate = start
        home.operatingEndDate = CivilDate(iso: row[8])
        return home
    }

    private static func rows(_ file: String) -> [[String]] {
        let rows = try? CSVReader.rows(Array(ReferenceData.bytes(file)))
        return (rows ?? []).dropFirst().map(\.cells)
    }
}
