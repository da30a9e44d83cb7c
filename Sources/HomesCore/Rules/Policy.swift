/// Who may do what to whose records (DATA.md, "Roles"): one table, and nothing that it does not
/// say is allowed. The store asks it at every call; screens ask it only to spare a refusal.
public enum Policy {
    /// A line of the table: an action and how far each role reaches with it.
    struct Line: Sendable {
        let action: StaffAction
        let reach: [Role: Extent]

        init(
            _ action: StaffAction, _ caseworker: Extent, _ manager: Extent, _ supervisor: Extent,
            _ officer: Extent, _ administrator: Extent
        ) {
            self.action = action
            reach = [
                .caseworker: caseworker, .homeManager: manager, .supervisor: supervisor,
                .dataOfficer: officer, .admin: administrator,
            ]
        }
    }

    /// The table. A caseworker reads and writes what is hers and what is open in her home; a
    /// manager everything of her home; a supervisor sees figures and codes, and a woman's record
    /// only when she has broken the glass; a data officer figures; an administrator no case.
    ///
    /// What is due to a woman reaches further than her file: whoever is on duty lets her in again
    /// (`admit`), moves her bed, writes down that she left, and makes the call that is due, whoever
    /// had her case.
    ///
    /// Whom a home watches for is a manager's: a list that many may read tells a recruiter's friend
    /// when to change his name, so that a caseworker gets the alert and never the list (decision
    /// 0020). A supervisor enters and lifts in every home, where a manager is away or is herself
    /// under pressure; what was done about a sighting is said by the one to whom it was sent.
    // swift-format-ignore
    static let table: [Line] = [
        //   action              caseworker     manager    supervisor  officer     administrator
        Line(.seeToday,         .itself,       .itself,   .nothing,   .nothing,   .nothing),
        Line(.listResidents,    .itself,       .itself,   .nothing,   .nothing,   .nothing),
        Line(.findDuplicates,   .itself,       .itself,   .nothing,   .nothing,   .nothing),
        Line(.seeNames,         .open,         .home,     .nothing,   .nothing,   .nothing),
        Line(.openRecord,       .openOrGlass,  .home,     .glass,     .nothing,   .nothing),
        Line(.writeRecord,      .open,         .home,     .nothing,   .nothing,   .nothing),
        Line(.assessRisk,       .open,         .home,     .nothing,   .nothing,   .nothing),
        Line(.recordConsent,    .open,         .home,     .nothing,   .nothing,   .nothing),
        Line(.closeCase,        .nothing,      .home,     .nothing,   .nothing,   .nothing),
        Line(.voidRecord,       .open,         .home,     .nothing,   .nothing,   .nothing),
        Line(.admit,            .home,         .home,     .nothing,   .nothing,   .nothing),
        Line(.exit,             .home,         .home,     .nothing,   .nothing,   .nothing),
        Line(.seeBeds,          .itself,       .itself,   .nothing,   .nothing,   .nothing),
        Line(.moveBed,          .home,         .home,     .nothing,   .nothing,   .nothing),
        Line(.manageBeds,       .itself,       .itself,   .nothing,   .nothing,   .nothing),
        Line(.seeSessions,      .itself,       .itself,   .nothing,   .nothing,   .nothing),
        Line(.recordSession,    .home,         .home,     .nothing,   .nothing,   .nothing),
        Line(.seeCallSheet,     .itself,       .itself,   .nothing,   .nothing,   .nothing),
        Line(.doFollowUp,       .home,         .home,     .nothing,   .nothing,   .nothing),
        Line(.seeAlerts,        .itself,       .itself,   .figures,   .nothing,   .nothing),
        Line(.closeAlert,       .home,         .home,     .nothing,   .nothing,   .nothing),
        Line(.seePlacements,    .itself,       .itself,   .nothing,   .nothing,   .nothing),
        Line(.placeHer,         .open,         .home,     .nothing,   .nothing,   .nothing),
        Line(.setAsideChecks,   .nothing,      .home,     .nothing,   .nothing,   .nothing),
        Line(.confirmSetAside,  .nothing,      .nothing,  .homes,     .nothing,   .nothing),
        Line(.seeEmployers,     .common,       .common,   .common,    .nothing,   .nothing),
        Line(.writeEmployers,   .common,       .common,   .common,    .nothing,   .nothing),
        Line(.vetEmployer,      .common,       .common,   .common,    .nothing,   .nothing),
        Line(.confirmVetting,   .nothing,      .common,   .common,    .nothing,   .nothing),
        Line(.undo,             .own,          .own,      .own,       .own,       .own),
        Line(.makeReport,       .figures,      .figures,  .figures,   .figures,   .figures),
        Line(.checkFile,        .common,       .common,   .common,    .common,    .common),
        Line(.breakGlass,       .closed,       .nothing,  .anyone,    .nothing,   .nothing),
        Line(.reviewGlass,      .nothing,      .itself,   .nothing,   .nothing,   .nothing),
        Line(.sealRecord,       .nothing,      .home,     .nothing,   .nothing,   .nothing),
        Line(.unsealRecord,     .nothing,      .home,     .nothing,   .nothing,   .nothing),
        Line(.confirmUnseal,    .nothing,      .home,     .anyone,    .nothing,   .nothing),
        Line(.importStays,      .itself,       .itself,   .nothing,   .nothing,   .homes),
        Line(.editRooms,        .nothing,      .itself,   .nothing,   .nothing,   .homes),
        Line(.editRegistry,     .nothing,      .nothing,  .nothing,   .nothing,   .common),
        Line(.importRegistry,   .nothing,      .nothing,  .nothing,   .nothing,   .common),
        Line(.manageUsers,      .nothing,      .nothing,  .nothing,   .nothing,   .common),
        Line(.confirmGrant,     .nothing,      .common,   .common,    .nothing,   .common),
        Line(.reviewBrowsing,   .nothing,      .itself,   .nothing,   .nothing,   .nothing),
        Line(.manageArrivals, .itself,       .itself,   .nothing,   .nothing,   .nothing),
        Line(.recordAbsence,  .home,         .home,     .nothing,   .nothing,   .nothing),
        Line(.seeIncidents,   .itself,       .itself,   .nothing,   .nothing,   .nothing),
        Line(.recordIncident, .itself,       .itself,   .nothing,   .nothing,   .nothing),
        Line(.refer,          .open,         .home,     .nothing,   .nothing,   .nothing),
        Line(.askClosure,     .open,         .home,     .nothing,   .nothing,   .nothing),
        Line(.reopenCase,     .nothing,      .home,     .nothing,   .nothing,   .nothing),
        Line(.proposeTransfer,.open,         .home,     .nothing,   .nothing,   .nothing),
        Line(.answerTransfer, .itself,       .itself,   .nothing,   .nothing,   .nothing),
        Line(.mergePersons,   .nothing,      .home,     .nothing,   .nothing,   .nothing),
        Line(.printSheet,     .open,         .home,     .nothing,   .nothing,   .nothing),
        Line(.printList,      .itself,       .itself,   .nothing,   .nothing,   .nothing),
        Line(.lookUpPaper,    .itself,       .itself,     .common,    .common,    .common),
        Line(.copyFile,       .open,         .home,     .nothing,   .nothing,   .nothing),
        Line(.confirmCopy,    .open,         .home,     .anyone,    .nothing,   .nothing),
        Line(.seePurgeList,   .nothing,      .itself,   .nothing,   .nothing,   .nothing),
        Line(.purge,          .nothing,      .home,     .nothing,   .nothing,   .nothing),
        Line(.confirmPurge,   .nothing,      .home,     .anyone,    .nothing,   .nothing),
        Line(.seeWatched,     .nothing,      .itself,   .everyHome, .nothing,   .nothing),
        Line(.writeWatched,   .nothing,      .itself,   .everyHome, .nothing,   .nothing),
        Line(.closeSighting,  .nothing,      .itself,   .common,    .nothing,   .nothing),
    ]

    private static let reach: [StaffAction: [Role: Extent]] = Dictionary(
        table.map { ($0.action, $0.reach) }, uniquingKeysWith: { first, _ in first })

    /// What a role may do to a record.
    public static func grant(_ role: Role, _ action: StaffAction, _ record: Relation) -> Grant {
        guard let extent = reach[action]?[role] else { return .no }
        if extent.free.contains(record.cell) { return .yes }
        return extent.underGlass.contains(record.cell) ? .glass : .no
    }

    /// Whether there is any record at all to which a role may do something.
    public static func mayEver(_ role: Role, _ action: StaffAction) -> Bool {
        reach[action]?[role]?.free.isEmpty == false
    }
}

/// How a record stands to somebody.
public struct Relation: Hashable, Sendable {
    /// Whose record it is.
    public enum Place: Int, CaseIterable, Sendable {
        /// Of the home she works in.
        case ownHome
        /// Of another home.
        case otherHome
        /// Of no home: the programme's.
        case programme
    }

    /// Whose case the woman is whom the record is about.
    public enum Assignment: Int, CaseIterable, Sendable {
        /// She is named as the worker of one of her cases, open or closed.
        case hers
        /// A case is open, and it is another worker's or nobody's.
        case openOfAnother
        /// Every case is closed, and none was hers.
        case closedOfAnother
        /// It is about nobody, or about somebody who has no case.
        case noCase
    }

    /// Whose record it is.
    public var place: Place
    /// Whose case it is.
    public var assignment: Assignment

    /// A relation; without an assignment, of a record about nobody.
    public init(_ place: Place, _ assignment: Assignment = .noCase) {
        self.place = place
        self.assignment = assignment
    }

    /// All of them.
    public static let all: [Relation] = Place.allCases.flatMap { place in
        Assignment.allCases.map { Relation(place, $0) }
    }

    fileprivate var cell: Cells {
        Cells(rawValue: 1 << (place.rawValue * Assignment.allCases.count + assignment.rawValue))
    }
}

/// What the table says.
public enum Grant: Sendable {
    /// Refused.
    case no
    /// Only to read, and only while she has broken the glass of that record.
    case glass
    /// Allowed.
    case yes
}

/// A set of relations.
struct Cells: OptionSet, Sendable {
    let rawValue: Int

    static func place(_ place: Relation.Place, _ assignments: Relation.Assignment...) -> Cells {
        assignments.reduce(into: []) { $0.formUnion(Relation(place, $1).cell) }
    }

    static func every(_ place: Relation.Place) -> Cells {
        Relation.Assignment.allCases.reduce(into: []) { $0.formUnion(Relation(place, $1).cell) }
    }
}

/// How far a role reaches with an action.
struct Extent: Equatable, Sendable {
    /// Allowed.
    var free: Cells
    /// Allowed under broken glass.
    var underGlass: Cells = []

    /// No record at all.
    static let nothing = Extent(free: [])
    /// Her home as such, its lists and beds; no single woman.
    static let itself = Extent(free: .place(.ownHome, .noCase))
    /// Every woman of her home.
    static let home = Extent(free: .every(.ownHome))
    /// The women of her home whose case is hers or open.
    static let open = Extent(free: .place(.ownHome, .hers, .openOfAnother, .noCase))
    /// Those, and under broken glass the others of her home.
    static let openOrGlass = Extent(
        free: open.free, underGlass: .place(.ownHome, .closedOfAnother))
    /// The women of her home whose case is closed and was another's.
    static let closed = Extent(free: .place(.ownHome, .closedOfAnother))
    /// Every woman of every home, under broken glass.
    static let glass = Extent(free: [], underGlass: anyone.free)
    /// Every woman of every home.
    static let anyone = Extent(free: .every(.ownHome).union(.every(.otherHome)))
    /// Every home as such.
    static let homes = Extent(
        free: .place(.ownHome, .noCase).union(.place(.otherHome, .noCase)))
    /// What belongs to the programme.
    static let common = Extent(free: .place(.programme, .noCase))
    /// What she did herself, in her home or in the programme.
    static let own = Extent(free: itself.free.union(common.free))
    /// Every home as such, and the programme.
    static let everyHome = Extent(free: homes.free.union(common.free))
    /// What is counted, of every home and of the programme.
    static let figures = everyHome
}
