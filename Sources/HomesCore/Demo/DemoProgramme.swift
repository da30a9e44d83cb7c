/// Makes an invented programme: the registry's homes and people who never lived, over the three
/// years before a day. The same numbers give the same rows, to the byte.
public struct DemoProgramme: Sendable {
    /// How many residents there are without being asked.
    public static let usualResidents = 3_000
    /// The seed without being asked.
    public static let usualSeed: UInt64 = 2_007
    /// The caseworker as whom a demonstration opens.
    public static let caseworker = "lin"
    /// The caseworker's home.
    static let busyHome = "AH-014"

    /// How many residents, children among them.
    public let residents: Int
    /// From which everything is drawn.
    public let seed: UInt64
    /// The last day of which anything is told.
    public let today: CivilDate
    /// Whether the programme goes on believing that it is that day.
    public let isPinned: Bool

    /// What to make.
    public init(
        residents: Int = DemoProgramme.usualResidents, seed: UInt64 = DemoProgramme.usualSeed,
        today: CivilDate, isPinned: Bool = true
    ) {
        self.residents = max(0, residents)
        self.seed = seed
        self.today = today
        self.isPinned = isPinned
    }

    /// Those who can sign in to an invented programme, with passwords that everybody may know.
    public static let accounts: [DemoAccount] = [
        DemoAccount(
            userName: "lin", role: .caseworker, homeCode: busyHome, password: "lin river stone one"),
        DemoAccount(
            userName: "wu", role: .caseworker, homeCode: busyHome, password: "wu river stone two"),
        DemoAccount(
            userName: "zhao", role: .homeManager, homeCode: busyHome,
            password: "zhao river stone three"),
        DemoAccount(
            userName: "chen", role: .supervisor, homeCode: nil,
            password: "chen river stone four"),
        DemoAccount(
            userName: "sun", role: .dataOfficer, homeCode: nil, password: "sun river stone five"),
        DemoAccount(
            userName: "admin", role: .admin, homeCode: nil, password: "admin river stone six"),
    ]

    /// The user who plays a role in the demonstration.
    public static func userName(for role: Role) -> String {
        switch role {
        case .caseworker: caseworker
        case .homeManager: "zhao"
        case .supervisor: "chen"
        case .dataOfficer: "sun"
        case .admin: "admin"
        }
    }

    /// Above so many residents, each has fewer sessions and placements, and a change is one journal
    /// entry instead of one a field: for measuring, not for reading.
    var isSparse: Bool { residents > 20_000 }

    /// The first day of which anything is told.
    var firstDay: Int { today.dayNumber - 1_095 }

    func people(
        of site: DemoHome, share: Share, index: Int, _ maker: DemoHomeMaker
    ) throws {
        let first = max(firstDay, site.home.operatingStartDate.dayNumber)
        guard first < today.dayNumber else { return }
        guard !site.beds.isEmpty else {
            return try maker.writeVisitors(share.persons, first: first)
        }
        let places = site.beds.map { bed in
            StayCalendar.Place(
                type: bed.bedType, from: bed.inventoryStartDate.dayNumber,
                to: bed.inventoryEndDate?.dayNumber ?? StayCalendar.openEnd)
        }
        var calendar = StayCalendar(
            places: places, first: first, today: today.dayNumber, persons: share.persons,
            random: SplitMix64(seed: seed, part: index + 20_000))
        calendar.plan(percent: share.percent, usesOverflow: share.percent >= 100)
        var random = SplitMix64(seed: seed, part: index + 30_000)
        let closed = closedBeds(of: site, calendar, &random)
        try maker.write(calendar, closedBeds: closed, first: first)
    }

    /// Some of the free beds are held or out of service tonight.
    private func closedBeds(
        of site: DemoHome, _ calendar: StayCalendar, _ random: inout SplitMix64
    ) -> [BedStatusPeriod] {
        site.beds.indices.compactMap { index in
            guard let since = calendar.freeSince(index), since < today.dayNumber,
                site.beds[index].inventoryEndDate == nil,
                site.beds[index].inventoryStartDate < today
            else { return nil }
            var period = BedStatusPeriod()
            period.bedId = site.beds[index].id
            switch random.number(1, 100) {
            case 1...9:
                period.status = .held
                period.fromNight = today
                period.toNight = today.adding(days: random.number(1, 3))
                period.reason = random.pick(["妇联转来，今晚到", "车站接站", "已约定入住"])
            case 10...14:
                let back = min(today.dayNumber - since, random.number(1, 25))
                period.status = .outOfService
                period.fromNight = today.adding(days: -back)
                period.toNight = random.chance(50) ? today.adding(days: random.number(1, 9)) : nil
                period.reason = random.pick(["床架维修", "房间漏水", "消毒"])
            default: return nil
            }
            return period
        }
    }
}

extension DemoProgramme {
    /// How many persons a home has, and how full it is tonight.
    struct Share {
        var persons: Int
        var percent: Int
    }

    /// Shares the residents out by beds. Some homes are full, one is nearly empty.
    func shares(of sites: [DemoRegistry.Site]) -> [Share] {
        var random = SplitMix64(seed: seed, part: -2)
        let residential = sites.indices.filter { !sites[$0].beds.isEmpty }
        let empty = residential.dropFirst(residential.count / 2).first
        var weights: [Int] = []
        var shares: [Share] = []
        for (index, site) in sites.enumerated() {
            var percent = random.number(60, 94)
            var weight = site.beds.isEmpty ? 50 : site.beds.count * 10
            if index == empty {
                percent = 8
                weight /= 2
            } else if site.home.homeCode == DemoProgramme.busyHome {
                percent = 88
                weight = weight * 3 / 2
            } else if isFull(site) {
                percent = 100
                weight = weight * 3 / 2
            }
            weights.append(weight)
            shares.append(Share(persons: 0, percent: percent))
        }
        let total = max(1, weights.reduce(0, +))
        var sum = 0
        var given = 0
        for index in shares.indices {
            sum += weights[index]
            let upTo = residents * sum / total
            shares[index].persons = upTo - given
            given = upTo
        }
        return shares
    }

    /// Every fourteenth home is full to the last cot.
    func isFull(_ site: DemoRegistry.Site) -> Bool {
        guard !site.beds.isEmpty, site.home.homeCode != DemoProgramme.busyHome else { return false }
        return (Int(site.home.homeCode.suffix(3)) ?? 0) % 14 == 5
    }
}
