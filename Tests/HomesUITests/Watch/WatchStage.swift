import HomesCore
import HomesUI
import TestSupport

/// The invented programme with somebody whom AH-014 looks out for, and somebody for everybody.
enum WatchStage {
    static func make() throws -> JourneyProgramme {
        let programme = try JourneyProgramme.make()
        var person = WatchedPerson()
        person.kind = .dangerousRelative
        person.name = "曾大彪"
        person.aliases = "彪哥"
        person.phones = "0558-6712345"
        person.recognise = "约四十岁左手有疤骑红色摩托车"
        try programme.store.enterWatched(
            person, by: programme.signature("manager", on: "2007-06-01"))
        var agent = WatchedPerson()
        agent.name = "Qian Dayong"
        try programme.store.enterWatched(
            agent, by: programme.signature("supervisor", on: "2007-06-02"))
        return programme
    }

    /// A contact of AH014-0001 is like him: lin has saved it.
    static func seen() throws -> JourneyProgramme {
        let programme = try make()
        let lin = programme.signature("lin", on: "2007-06-15", hour: 8)
        var contact = Contact()
        contact.personId = programme.people["AH014-0001"] ?? ""
        contact.name = .said("zeng dabiao")
        try programme.store.addContact(contact, by: lin)
        _ = programme.store.takeWatchAlerts(by: lin)
        return programme
    }

    static func journey(
        as userName: String, _ language: Language, _ programme: JourneyProgramme,
        opening screen: ((World) -> any Screen)? = nil
    ) throws -> Journey {
        try Journey(as: userName, language: language, opening: screen, programme: programme)
    }
}
