import HomesCore

/// Places without a digit: a letter of Today opens them, and the palette from everywhere.
public enum SidePlace: String, CaseIterable, Sendable {
    case arrivals, handover, incidents

    /// Its name.
    public var title: Phrase {
        switch self {
        case .arrivals: Phrase("Who is expected", "预约与来访")
        case .handover: Phrase("Handover", "交接班")
        case .incidents: Phrase("Incidents", "事件")
        }
    }

    /// What one does there first, as the policy table names it.
    var action: StaffAction {
        switch self {
        case .arrivals: .manageArrivals
        case .handover: .seeToday
        case .incidents: .seeIncidents
        }
    }

    /// Its screen.
    func screen(_ world: World) -> any Screen {
        switch self {
        case .arrivals: ArrivalListScreen()
        case .handover: HandoverScreen()
        case .incidents: IncidentListScreen()
        }
    }
}
