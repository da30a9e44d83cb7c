/// What the makers of all homes share.
struct DemoSetting {
    let today: CivilDate
    /// Counties of the sending provinces, from which the women come.
    let sendingCounties: [String]
    /// Counties of the receiving provinces, where most work is.
    let receivingCounties: [String]
    /// The programme's supervisor, the second person of an approval.
    let supervisor: DemoUser
    /// The first day of which anything is told.
    let firstDay: Int
    /// Whether so many people are told of that each is told of in less detail.
    let isSparse: Bool
}

/// A home of the registry with its staff, before anybody lives there.
struct DemoHome {
    let home: Home
    let beds: [Bed]
    let staff: [DemoUser]
    let manager: DemoUser
}

/// Invents the people and the work of one home. A class: it counts codes and keeps offers while it
/// goes.
final class DemoHomeMaker {
    let writer: DemoWriter
    let setting: DemoSetting
    let site: DemoHome
    var random: SplitMix64
    var persons: [Int: DemoPerson] = [:]
    var written: [Int: (id: String, person: Int)] = [:]
    var offers: [(offer: JobOffer, employer: Employer)] = []
    var isPlaced: Set<String> = []
    /// The latest case of each woman, by her id.
    var caseIds: [String: String] = [:]
    var nextArrival: [Int: Int] = [:]
    var usedNumbers: Set<String> = []
    private var codes = 0

    init(writer: DemoWriter, setting: DemoSetting, site: DemoHome, random: SplitMix64) {
        self.writer = writer
        self.setting = setting
        self.site = site
        self.random = random
    }

    var today: Int { setting.today.dayNumber }
    var home: Home { site.home }

    /// Writes everything that happened in the home.
    func write(_ calendar: StayCalendar, closedBeds: [BedStatusPeriod], first: Int) throws {
        let order = calendar.stays.indices.sorted { left, right in
            (calendar.stays[left].from, left) < (calendar.stays[right].from, right)
        }
        var later: [Int: Int] = [:]
        for index in order.reversed() {
            nextArrival[index] = later[calendar.stays[index].person]
            later[calendar.stays[index].person] = calendar.stays[index].from
        }
        for index in order { try writeStay(calendar.stays[index], number: index) }
        try writeGroupSessions(calendar, first: first)
        for period in closedBeds {
            let day = period.fromNight.dayNumber
            let saved = try writer.insert(
                period, by: action(period.status == .held ? .holdBed : .closeBed, day, hour: 17))
            try writeReservation(heldBy: saved)
        }
        try writeRefusedOffers(first: first)
        try writeAbsencesAndBelongings(calendar)
        try writeCasework(calendar)
        try writeDoor(visits: home.serviceMode == .mixed ? 6 : 2)
        try writer.writeJournal(home.homeCode)
    }

    /// Writes women who came by day to a home without beds.
    func writeVisitors(_ count: Int, first: Int) throws {
        let days = (0..<count).map { _ in random.number(first, today) }.sorted()
        for (index, day) in days.enumerated() {
            let person = try admitPerson(index, day: day, isChild: false, mother: nil)
            let caseId = try writeCase(
                index, person, from: day, to: day, isOpen: today - day < 40, before: nil)
            try writeRisk(person, caseId: caseId, day: day)
            try writeSessions(with: person, from: day, to: min(today, day + 20))
            if random.chance(25), day + 6 <= today { try writePlacement(person, earliest: day + 6) }
        }
        try writeDropInGroups(first: first)
        try writeDoor(visits: 12)
        try writer.writeJournal(home.homeCode)
    }

    /// One of the home's staff does something on a day. Today's work is done before breakfast, so
    /// that nothing is later than the demonstration's clock.
    func action(_ operation: OperationName, _ day: Int, hour: Int) -> DemoAction {
        let hour = day == today ? min(7, 4 + hour / 8) : hour
        let moment = Instant(
            CivilDate(dayNumber: day), hour: hour, minute: random.number(0, 59),
            offsetMinutes: 480)
        return writer.action(operation, at: moment, by: worker)
    }

    /// Whoever is on duty.
    var worker: DemoUser {
        site.staff.isEmpty ? site.manager : site.staff[random.number(0, site.staff.count - 1)]
    }

    /// `AH014-0231`, in the order of arrival.
    func nextPersonCode() -> String {
        codes += 1
        return home.homeCode.filter { $0 != "-" } + "-" + EntryText.padded(codes, 4)
    }

    /// A date of a day number.
    func date(_ day: Int) -> CivilDate { CivilDate(dayNumber: day) }
}

/// Somebody of an invented programme, as far as later records need her.
struct DemoPerson {
    let id: String
    let code: String
    let birth: CivilDate
    let isChild: Bool
    var cases = 0

    /// Whole years on a day.
    func age(on day: Int) -> Int {
        let (year, month, date) = CivilDate(dayNumber: day).components
        let (bornYear, bornMonth, bornDay) = birth.components
        return year - bornYear - ((month, date) < (bornMonth, bornDay) ? 1 : 0)
    }
}
