@testable import HomesCore

extension CheckTests {
    /// What breaks the rule of sightings.
    static let watchBreaks: [(rule: String, sql: String)] = [
        (
            "sightingTold",
            "UPDATE sighting SET homeId = (SELECT id FROM home WHERE homeCode = 'GD-002')"
        )
    ]
}

extension HouseFixture {
    /// Somebody is watched for, and comes by.
    func seeSomebodyWatched() throws {
        var person = WatchedPerson()
        person.name = "赵大彪"
        try store.enterWatched(person, by: manager)
        var visit = Visit()
        visit.date = today
        visit.ageBand = .from25
        visit.outsiderName = "赵大彪"
        try store.recordVisit(visit, services: [], by: worker)
    }
}
