import GRDB

@testable import HomesCore

/// Occupancy counted again, slowly and plainly, from whole records with the formulas of `Rules`.
struct OccupancyRecount {
    private var beds: [String: [BedFact]] = [:]
    private var assignments: [String: [AssignmentFact]] = [:]
    private var stays: [String: [DateRange]] = [:]
    private var homes: [Home] = []

    /// Whether the night after the last is counted too: the wrong count of the negative control.
    var countsTheExitNight = false

    init(_ db: Database) throws {
        homes = try db.fetchValid(Home.self, order: "homeCode")
        let rooms = Dictionary(
            uniqueKeysWithValues: try db.fetchValid(Room.self).map { ($0.id, $0.homeId) })
        let periods = Dictionary(
            grouping: try db.fetchValid(BedStatusPeriod.self), by: \.bedId)
        var homeOf: [String: String] = [:]
        for bed in try db.fetchValid(Bed.self) {
            let home = rooms[bed.roomId] ?? ""
            homeOf[bed.id] = home
            let facts = (periods[bed.id] ?? []).compactMap { period in
                DateRange(from: period.fromNight, to: period.toNight).map {
                    BedPeriod(status: period.status, nights: $0)
                }
            }
            guard
                let inventory = DateRange(
                    from: bed.inventoryStartDate, to: bed.inventoryEndDate)
            else { continue }
            beds[home, default: []].append(
                BedFact(id: bed.id, inventory: inventory, periods: facts))
        }
        let valid = try db.fetchValid(Stay.self)
        let persons = Dictionary(uniqueKeysWithValues: valid.map { ($0.id, $0.personId) })
        for stay in valid where stay.state != .planned {
            guard let nights = DateRange(from: stay.entryDate, to: stay.exitDate) else { continue }
            stays[stay.homeId, default: []].append(nights)
        }
        for part in try db.fetchValid(BedAssignment.self) {
            guard let nights = DateRange(from: part.fromNight, to: part.toNight) else { continue }
            assignments[homeOf[part.bedId] ?? "", default: []].append(
                AssignmentFact(
                    bedId: part.bedId, personId: persons[part.stayId] ?? part.stayId,
                    nights: nights))
        }
    }

    private func nights(_ home: Home) -> [AssignmentFact] {
        let facts = assignments[home.id] ?? []
        guard countsTheExitNight else { return facts }
        return facts.compactMap { fact in
            DateRange(from: fact.nights.from, to: fact.nights.to?.adding(days: 1)).map {
                AssignmentFact(bedId: fact.bedId, personId: fact.personId, nights: $0)
            }
        }
    }

    /// What is different in some rows of a night; empty when nothing is.
    func differences(_ rows: [OccupancyRow], on night: CivilDate) -> [String] {
        var faults: [String] = []
        for row in rows {
            let listed = homes.filter { home in
                switch row.level {
                case .programme: true
                case .province: home.provinceCode == row.code
                case .home: home.homeCode == row.code
                }
            }
            func sum(_ night: CivilDate) -> OccupancyFigures {
                listed.reduce(.none) {
                    $0
                        + Occupancy.night(
                            night, beds: beds[$1.id] ?? [], assignments: nights($1))
                }
            }
            if sum(night) != row.figures { faults.append("\(row.code) \(night) figures") }
            let persons = listed.reduce(0) { $0 + Occupancy.occupants(nights($1), on: night) }
            if persons != row.occupants { faults.append("\(row.code) \(night) occupants") }
            let line = (0..<30).map { sum(night.adding(days: $0 - 29)).occupied }
            if line != row.sparkline.map({ $0 ?? 0 }) {
                faults.append("\(row.code) \(night) sparkline")
            }
        }
        return faults
    }

    /// What is different in some rows of a period.
    func differences(_ rows: [UtilisationRow], _ period: ReportPeriod) -> [String] {
        rows.compactMap { row in
            let figures = homes.filter { home in
                switch row.level {
                case .programme: true
                case .province: home.provinceCode == row.code
                case .home: home.homeCode == row.code
                }
            }.reduce(UtilisationFigures.none) {
                $0
                    + Occupancy.utilisation(
                        period, beds: beds[$1.id] ?? [], stays: stays[$1.id] ?? [])
            }
            return figures == row.figures ? nil : "\(row.code) \(period.first) utilisation"
        }
    }
}

extension SeededGenerator {
    /// A number below a bound.
    mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}
