@testable import HomesCore

extension PolicyStage {
    /// Operations on those watched for and on where they were seen.
    static let watching: [Line] = [
        Line("watchedPersons", .seeWatched, .ownWork) { stage, _, who in
            _ = try stage.store.watchedPersons(by: who)
        },
        Line("sightings", .seeWatched, .ownWork) { stage, _, who in
            _ = try stage.store.sightings(by: who)
        },
        Line("watchedPerson", .seeWatched, .home) { stage, home, who in
            _ = try stage.store.watchedPerson(home.watched.id, by: who)
        },
        Line("sighting", .seeWatched, .home) { stage, home, who in
            _ = try stage.store.sighting(home.sighting.id, by: who)
        },
        Line("enterWatched", .writeWatched, .ownWork) { stage, _, who in
            var person = WatchedPerson()
            person.name = "赵大彪"
            try stage.store.enterWatched(person, by: who)
        },
        Line("editWatched", .writeWatched, .home) { stage, home, who in
            var person = home.watched
            person.aliases = "彪哥"
            try stage.store.editWatched(person, by: who)
        },
        Line("liftWatched", .writeWatched, .home) { stage, home, who in
            try stage.store.liftWatched(home.watched.id, reason: "in prison", by: who)
        },
        Line("closeSighting", .closeSighting, .home) { stage, home, who in
            try stage.store.closeSighting(home.sighting.id, whatWasDone: "sent away", by: who)
        },
    ]

    /// A home with somebody whom it watches for, and where he was seen.
    func watching(_ home: Subject, _ index: Int) throws -> Subject {
        var home = home
        try store.perform(.makeDemonstration, house.worker) { op in
            home.watched.watchCode = "W000\(index + 1)"
            home.watched.homeId = home.homeId
            home.watched.name = "钱大勇"
            home.watched.watchedSince = house.today
            home.watched = try op.insert(home.watched, about: nil)
            home.sighting.watchedPersonId = home.watched.id
            home.sighting.homeId = home.homeId
            home.sighting.seenHomeId = home.homeId
            home.sighting.seenOn = house.today
            home.sighting = try op.insert(home.sighting, about: nil)
        }
        return home
    }
}
