import Foundation
import Glibc
import HomesCore

// For the tests of the store: `work FILE NAME PASSWORD MARK COUNT` signs a caseworker in and works
// until it is killed, saying each save once it has been acknowledged; `careless` says it before, and
// is there to be caught.

/// The time of every entry, so that ages and dates do not depend on the day of the test.
let start = Instant(CivilDate(iso: "2007-03-05") ?? CivilDate(dayNumber: 0), hour: 10)

func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

func work(_ arguments: [String], isCareless: Bool) throws {
    let (mark, count) = (arguments[3], Int(arguments[4]) ?? 0)
    let store = HomesStore.cheapDoor(ofFileAt: arguments[0])
    let account = try store.unlock(userName: arguments[1], password: arguments[2])
    let signature = try store.signIn(account, at: start).signature
    let beds = try store.rooms(homeId: signature.homeId ?? "").flatMap(\.beds).map(\.id)
    // Whoever was admitted before the last end leaves, so that there is always a bed.
    for row in try store.residentList(
        homeId: signature.homeId ?? "", filter: .here, by: signature)
    {
        guard let stayId = row.stayId else { continue }
        try store.exit(stayId: stayId, Departure(date: signature.today), by: signature)
    }
    say("ready")
    var last: String?
    for number in 0..<count {
        if let last {
            try store.exit(stayId: last, Departure(date: signature.today), by: signature)
        }
        var intake = Intake(bedId: beds[number % 2])
        intake.person.nameZh = .said("\(mark)\(number)")
        intake.person.alias = .said("\(mark)alias")
        if isCareless {
            say("draft \(mark)\(number)")
            usleep(5_000)
        }
        try store.saveDraft(
            Draft(
                form: "intake", title: "Intake",
                fields: [Draft.Text(field: "nameZh", text: "\(mark)\(number)")]), by: signature)
        if !isCareless { say("draft \(mark)\(number)") }
        let admission = try store.admit(intake, by: signature)
        let code = admission.person.personCode
        say("admitted \(code) \(mark)\(number)")
        guard let stay = admission.stay else { continue }
        try store.moveBed(
            stayId: stay.id, to: beds[2 + number % 2], from: signature.today, by: signature)
        say("moved \(code) \(beds[2 + number % 2])")
        last = stay.id
    }
}

let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "work" where arguments.count == 6, "careless" where arguments.count == 6:
    try work(Array(arguments.dropFirst()), isCareless: arguments[0] == "careless")
default:
    FileHandle.standardError.write(
        Data("work|careless FILE NAME PASSWORD MARK COUNT\n".utf8))
    exit(2)
}
