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
        var scarf = Belonging()
        scarf.item = "围巾"
        scarf.handedInOn = lin.today
        _ = try programme.store.takeBelongings(
            [scarf], ofStay: try #require(programme.stays[personCode]), by: lin)
        var plan = MigrationPlan()
        plan.caseId = try #require(
            try programme.store.residentPage(personId, by: lin).openCase
        ).id
        plan.agreedOn = lin.today
        plan.travelDate = lin.today.adding(days: 5)
        plan.checkInDays = "1 3 7"
        plan.destinationCounty = .said("440113")
        plan.destinationPhone = .said("13800000991")
        plan.codePhrase = .said("李子熟了")
        plan.knowsName = .said("表姐")
        plan.knowsMayCall = .yes
        plan.knowsPhone = .said("13800000992")
        plan.phonesCheckedOn = lin.today
        _ = try programme.store.planMigration(plan, by: lin)
    }

    /// What is printed of a kind.
    func request(_ kind: SheetKind, _ language: SheetLanguage = .english) -> SheetRequest {
        SheetRequest(
            kind.id, about: kind.subject == .person ? personId : nil,
            record: kind.subject == .offer ? programme.offers["good"] : nil, in: language)
    }

    /// Prints a sheet of any kind, with a second person where it needs one.
    func printed(
        _ kind: SheetKind, _ language: SheetLanguage = .english
    ) throws -> PrintedSheet {
        try store.printSheet(
            request(kind, language), second: kind.needsSecond ? manager.proof : nil, by: lin)
    }
}
