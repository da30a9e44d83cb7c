import TestSupport
import Testing

@testable import HomesCore

/// The invented programme of the journeys, and each sheet of it.
struct SheetFixture {
    let programme: JourneyProgramme
    let lin: Signature
    let manager: Signature
    var store: HomesStore { programme.store }

    /// Somebody with a bed, contacts, sessions and a placement, by her code.
    let personId: String
    let personCode: String

    init() throws {
        programme = try JourneyProgramme.make()
        lin = programme.signature("lin", hour: 10)
        manager = programme.signature("manager", hour: 10)
        personCode = try #require(
            programme.people.keys.sorted().first { $0.hasPrefix("AH014-") })
        personId = try #require(programme.people[personCode])
    }

    /// What is printed of a kind.
    func request(_ kind: SheetKind, _ language: SheetLanguage = .english) -> SheetRequest {
        SheetRequest(
            kind.id, about: kind.subject == .person ? personId : nil, in: language)
    }

    /// Prints a sheet of any kind, with a second person where it needs one.
    func printed(
        _ kind: SheetKind, _ language: SheetLanguage = .english
    ) throws -> PrintedSheet {
        try store.printSheet(
            request(kind, language), second: kind.needsSecond ? manager.proof : nil, by: lin)
    }
}
