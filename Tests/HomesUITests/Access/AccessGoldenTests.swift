import HomesUI
import TestSupport
import Testing

@testable import HomesCore

/// Broken glass and sealed records at the screen.
@Suite struct AccessGoldenTests {
    /// The supervisor has opened AH014-0001 half an hour before the manager's journey begins.
    private func opened(_ language: Language) throws -> JourneyProgramme {
        let programme = try JourneyProgramme.make()
        let supervisor = programme.signature("supervisor")
        try programme.store.breakGlass(
            personCode: "AH014-0001",
            reason: language == .english
                ? "The hospital asks for her papers" : "医院急需核对她的证件和既往病史以便今晚为她安排手术",
            proof: PasswordProof(userId: supervisor.userId, at: supervisor.at), by: supervisor)
        return programme
    }

    @Test func `breaking the glass, opening a sealed record`() throws {
        try Journey.expectGoldens("break-glass", as: "supervisor", "G")
        try Journey.expectGoldens("unseal", as: "manager", "1U")
        try Journey.expectGoldens("seal-reason", as: "manager", "1<Enter>S")
    }

    @Test func `the manager's review`() throws {
        for language in Language.allCases {
            var journey = try Journey(
                as: "manager", language: language, programme: try opened(language))
            journey.expectGolden("today-glass")
            journey.shell.open(GlassListScreen())
            journey.expectGolden("glass")
            journey.press("<Enter>")
            journey.expectGolden("glass-review")
            journey.press("1<F10>")
            #expect(journey.message().contains(language == .english ? "Reviewed." : "已复核"))
        }
    }

    @Test func `a page under broken glass is to read, and closes by itself`() throws {
        var journey = try Journey(as: "supervisor", hasPasswords: true)
        let password = JourneyProgramme.password(of: "supervisor") + "<Enter>"
        journey.press("GAH014-0001<Enter>too short<F10>")
        #expect(journey.screen().contains("20 characters"))
        journey.press(" for the hospital, tonight<F10>")
        #expect(journey.shell.top is PasswordScreen)
        journey.press("not her password<Enter>")
        #expect(!journey.screen().contains("AH014-0001   "))
        journey.press(password)
        #expect(journey.screen().contains("AH014-0001   "), "\(journey.screen())")
        journey.press("e")
        #expect(journey.screen().contains("can only be read"))
        for _ in 0..<29 {
            journey.wait(seconds: 60)
            journey.press("2")
        }
        #expect(journey.screen().contains("AH014-0001   "))
        journey.wait(seconds: 60)
        journey.press("<F12>" + password)
        #expect(!journey.screen().contains("AH014-0001   "))
    }

    @Test func `the page closes at the half hour, whatever is open`() throws {
        let programme = try JourneyProgramme.make()
        let signature = programme.signature("supervisor", hour: 10)
        try programme.store.breakGlass(
            personCode: "AH014-0001", reason: "The hospital asks for her papers",
            proof: PasswordProof(userId: signature.userId, at: signature.at), by: signature)
        let id = programme.people["AH014-0001"] ?? ""
        var journey = try Journey(
            as: "supervisor", opening: { _ in ResidentScreen(personId: id) }, programme: programme)
        for _ in 0..<17 {
            journey.wait(seconds: 100)
            journey.press("2")
        }
        #expect(journey.screen().contains("AH014-0001   "))
        journey.wait(seconds: 99)
        #expect(journey.screen().contains("AH014-0001   "))
        journey.wait(seconds: 1)
        #expect(journey.screen().contains("closed again"))
        journey.press("2")
        #expect(!journey.screen().contains("AH014-0001   "))
    }

    // MARK: S7

    /// What a caseworker sees after each of her tries to get at somebody: whole screens, with the
    /// code or id she tried made the same.
    private func tries(
        _ code: String, _ id: String, _ name: String, in programme: JourneyProgramme
    ) throws -> [String] {
        var screens: [String] = []
        func look(_ keys: String, opening screen: ((World) -> any Screen)? = nil) throws {
            var journey = try Journey(as: "lin", opening: screen, programme: programme)
            journey.press(keys)
            screens.append(
                journey.canvas().golden().replacing(code, with: "CODE-CODE-").replacing(
                    name, with: "名名名"))
        }
        try look(":r \(code)<Enter>")
        try look(":\(code)<Enter>")
        try look(":r \(name)")
        try look("1<Tab><Tab>/\(code)")
        try look("1<Tab><Tab>/\(name)")
        for tab in ResidentTab.allCases {
            try look("", opening: { _ in ResidentScreen(personId: id, tab: tab) })
        }
        try look("2<Down>\(name)<Down>")
        try look(
            "\(code)<Enter>The hospital asks for her papers<F10>",
            opening: { BreakGlassScreen($0) })
        try look("4n<Enter>\(name)")
        return screens
    }

    @Test func `no such person, sealed and other home are the same on every screen`() throws {
        let sealed = try JourneyProgramme.make()
        let id = try #require(sealed.people["AH014-0001"])
        let manager = sealed.signature("manager")
        let name = "王小明"
        var woman = try sealed.store.residentPage(id, by: manager).person
        woman.nameZh = .said(name)
        try sealed.store.editPerson(woman, by: manager)
        try sealed.store.sealPerson(id, reason: "threat", by: manager)
        let away = try #require(sealed.people.keys.first { $0.hasPrefix("GD003") })
        let nobody = "AH014-0999"
        var probes = 0
        var different: [String] = []
        let wanted = try tries(nobody, "019ac000-0000-7000-8000-000000000000", name, in: sealed)
        for _ in 0..<6 {
            for (code, person) in [
                ("AH014-0001", id), (away, sealed.people[away] ?? ""),
            ] {
                let seen = try tries(code, person, name, in: sealed)
                for (index, screen) in seen.enumerated() {
                    probes += 1
                    if screen != wanted[index] { different.append("\(code) try \(index)") }
                }
            }
        }
        #expect(different.isEmpty)
        #expect(probes >= 200)
        for user in ["lin", "supervisor"] {
            let signature = sealed.signature(user)
            let proof = PasswordProof(userId: signature.userId, at: signature.at)
            for code in [nobody, "AH014-0001", user == "lin" ? away : nobody] {
                probes += 1
                #expect(throws: StoreError.noSuchRecord) {
                    try sealed.store.breakGlass(
                        personCode: code, reason: "The hospital asks for her papers",
                        proof: proof, by: signature)
                }
            }
        }
        print("S7: \(probes) probes, whole screens compared")
        // The control: one who is there is seen.
        let there = try tries("AH014-0002", sealed.people["AH014-0002"] ?? "", name, in: sealed)
        #expect(there[5] != wanted[5] && there[0] != wanted[0])
    }
}
