import HomesCore

/// The places of the program, in the order of their digits: the first screen's keys, the palette
/// and the README's map are made from this list.
public enum Place: Int, CaseIterable, Sendable {
    case residents = 1
    case intake, beds, counselling, jobs, followUps, occupancy, reports, programme

    /// Its name.
    public var title: Phrase {
        switch self {
        case .residents: Phrase("Residents", "入住人员")
        case .intake: Phrase("Intake", "入住登记")
        case .beds: Phrase("Beds", "床位")
        case .counselling: Phrase("Counselling", "咨询辅导")
        case .jobs: Phrase("Jobs", "就业")
        case .followUps: Phrase("Follow-ups", "回访")
        case .occupancy: Phrase("Occupancy", "入住情况")
        case .reports: Phrase("Reports", "报表")
        case .programme: Phrase("Programme", "项目管理")
        }
    }

    /// The digit that opens it.
    public var key: Key { .character(Character(String(rawValue))) }

    /// Why a user cannot go there; `nil` when she can. The store asks again: this only spares her
    /// a screen that would refuse everything.
    public func closed(to session: Session?) -> Phrase? {
        guard let session else { return Phrase("Sign in first.", "请先登录。") }
        guard let action, !Policy.mayEver(session.role, action) else { return nil }
        return self == .jobs
            ? Phrase("Your role does not work with jobs.", "您的角色不处理就业事务。")
            : Phrase("Only the home's own staff go there.", "仅本家工作人员可进入。")
    }

    /// What one does there first, as the policy table names it; `nil` where everybody goes.
    private var action: StaffAction? {
        switch self {
        case .residents: .listResidents
        case .intake: .admit
        case .beds: .seeBeds
        case .counselling: .seeSessions
        case .jobs: .seeEmployers
        case .followUps: .seeCallSheet
        case .reports: .makeReport
        case .occupancy, .programme: nil
        }
    }

    /// Its screen.
    public func screen(_ world: World) -> any Screen {
        switch self {
        case .residents: ResidentListScreen()
        case .intake: IntakeScreen(world)
        case .beds: BedBoardScreen()
        case .counselling: SessionListScreen()
        case .jobs: JobsScreen()
        case .followUps: FollowUpListScreen()
        case .occupancy: OccupancyScreen()
        case .reports: ReportListScreen()
        case .programme: ProgrammeScreen()
        }
    }

    /// The bindings of a first screen.
    static func bindings<Owner: Screen>() -> [Binding<Owner>] {
        allCases.map { place in
            Binding(
                place.key, help: place.title, footer: place.rawValue <= 3,
                off: { _, world in place.closed(to: world.session) },
                run: { _, world in .push(place.screen(world)) })
        }
    }
}

/// What somebody sees after signing in: home staff their day, the others the beds.
public enum FirstScreen {
    /// The first screen of a session.
    public static func screen(for session: Session) -> any Screen {
        Policy.mayEver(session.role, .seeToday) ? TodayScreen() : StartScreen()
    }
}
