import HomesCore

/// Places without a digit: the palette opens them from everywhere, and a letter of Today most.
public enum SidePlace: String, CaseIterable, Sendable {
    case arrivals, handover, incidents, watched

    /// Its name.
    public var title: Phrase {
        switch self {
        case .arrivals: Phrase("Who is expected", "预约与来访")
        case .handover: Phrase("Handover", "交接班")
        case .incidents: Phrase("Incidents", "事件")
        case .watched: Phrase("Watched persons", "关注人员")
        }
    }

    /// What one does there first, as the policy table names it.
    var action: StaffAction {
        switch self {
        case .arrivals: .manageArrivals
        case .handover: .seeToday
        case .incidents: .seeIncidents
        case .watched: .seeWatched
        }
    }

    /// Its screen.
    func screen(_ world: World) -> any Screen {
        switch self {
        case .arrivals: ArrivalListScreen()
        case .handover: HandoverScreen()
        case .incidents: IncidentListScreen()
        case .watched: WatchListScreen()
        }
    }
}
