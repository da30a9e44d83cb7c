import HomesCore
import HomesUI
import TestSupport
import Testing

/// Whoever is watched for, by keys alone, in both languages.
@Suite struct WatchJourneyTests {
    @Test(arguments: Language.allCases)
    func `a contact that is like him is saved, and says what to do now`(
        _ language: Language
    ) throws {
        let programme = try WatchStage.make()
        let id = programme.people["AH014-0001"] ?? ""
        var journey = try WatchStage.journey(
            as: "lin", language, programme, opening: { _ in ResidentScreen(personId: id) })
        journey.press("n2<Enter>Zeng Dabiao<F10>")
        #expect(journey.shell.top is WatchAlertScreen, "\(journey.screen())")
        #expect(journey.message().contains("F8"), "\(journey.screen())")
        journey.expectGolden("watch-alert", sizes: Journey.narrow)
        let body = [journey.screen(), journey.screen(width: 132, height: 43)].map {
            $0.split(separator: "\n").dropFirst().joined()
        }
        // Neither his name and code, nor who watches for him, nor whom he must not find.
        for secret in ["W0001", "曾大彪", "彪哥", "摩托", "He Yun", "AH014-"] {
            #expect(!body.joined().contains(secret), "\(secret)")
        }
        let by = programme.signature("lin", hour: 10)
        #expect(
            try programme.store.residentPage(id, by: by).contacts.contains {
                $0.contact.name == .said("Zeng Dabiao")
            })
        journey.press("<Enter>")
        #expect(journey.shell.top is ResidentScreen, "\(journey.screen())")
        // The alert is given once.
        journey.press("<Down>")
        #expect(journey.shell.top is ResidentScreen)
    }

    @Test func `an alert leads to an incident, and undo leaves the sighting`() throws {
        let programme = try WatchStage.make()
        let id = programme.people["AH014-0001"] ?? ""
        var journey = try WatchStage.journey(
            as: "lin", .english, programme, opening: { _ in ResidentScreen(personId: id) })
        journey.press("n2<Enter>Zeng Dabiao<F10>i")
        #expect(journey.shell.top is IncidentFormScreen, "\(journey.screen())")
        journey.press("<Esc><F8>")
        let by = programme.signature("manager", hour: 10)
        #expect(try programme.store.sightings(by: by).count == 1)
    }

    @Test(arguments: Language.allCases)
    func `the manager sees it on Today and closes it with what was done`(
        _ language: Language
    ) throws {
        var journey = try WatchStage.journey(as: "manager", language, WatchStage.seen())
        journey.expectGolden("today-watched")
        journey.press("<Home><Enter>")
        #expect(journey.shell.top is SightingScreen, "\(journey.screen())")
        journey.expectGolden("sighting", sizes: Journey.narrow)
        journey.press("c<Enter>")
        #expect(journey.shell.top is PromptScreen)
        journey.press("called 110<Enter>")
        #expect(journey.shell.top is TodayScreen, "\(journey.screen())")
        let by = journey.programme.signature("manager", hour: 20)
        let row = try #require(try journey.store.sightings(by: by).first)
        #expect(row.sighting.whatWasDone == "called 110")
        #expect(
            try journey.store.today(
                homeId: journey.programme.homes["AH-014"]?.id ?? "", by: by
            ).sightings.isEmpty)
    }

    @Test(arguments: Language.allCases)
    func `the manager enters somebody, corrects him and lifts the watch`(
        _ language: Language
    ) throws {
        var journey = try WatchStage.journey(as: "manager", language, WatchStage.seen())
        journey.press("96")
        #expect(journey.shell.top is WatchListScreen, "\(journey.screen())")
        journey.expectGolden("watch-list", sizes: Journey.allSizes)
        journey.press("n")
        journey.expectGolden("watch-form", sizes: Journey.narrow)
        journey.press("2<Enter>孙大力<Enter>K<F10>")
        #expect(!(journey.shell.top is WatchListScreen), "\(journey.screen())")
        journey.press([.backspace])
        journey.press("力哥<F10>")
        #expect(journey.shell.top is WatchListScreen, "\(journey.screen())")
        let by = journey.programme.signature("manager", hour: 20)
        let made = try #require(
            try journey.store.watchedPersons(by: by).first { $0.person.name == "孙大力" })
        #expect(made.person.kind == .impostor)
        #expect(made.person.watchCode == "W0003")
        journey.press("<Enter>e<Enter><Enter>、孙哥<F10>")
        journey.press("Lin prison<Enter>")
        #expect(journey.message().contains("F8"), "\(journey.screen())")
        let page = try journey.store.watchedPerson(made.person.id, by: by)
        #expect(page.person.liftedReason == "in prison")
        #expect(page.person.names == ["孙大力", "力哥", "孙哥"])
        journey.press("e")
        #expect(journey.shell.top is WatchedPersonScreen)
    }

    @Test(arguments: Language.allCases)
    func `the page of somebody watched for, and where he was seen`(_ language: Language) throws {
        var journey = try WatchStage.journey(as: "manager", language, WatchStage.seen())
        journey.press("96<Enter>")
        journey.expectGolden("watched-person", sizes: Journey.narrow)
        journey.press("<End><Enter>")
        #expect(journey.shell.top is SightingScreen, "\(journey.screen())")
        journey.press("<Enter><Esc>s")
        journey.expectGolden("sightings", sizes: Journey.narrow)
        journey.press("/W0001<Enter>")
        #expect(journey.shell.top is SightingScreen, "\(journey.screen())")
    }

    @Test func `names are shown for half a minute, and a caseworker has no list`() throws {
        var journey = try WatchStage.journey(as: "supervisor", .english, WatchStage.make())
        journey.press("96")
        #expect(journey.shell.top is WatchListScreen, "\(journey.screen())")
        #expect(!journey.screen().contains("曾大彪"))
        journey.press("v")
        #expect(journey.screen().contains("曾大彪"), "\(journey.screen())")
        #expect(journey.screen().contains("Qian Dayong"))
        journey.wait(seconds: 31)
        #expect(!journey.screen().contains("曾大彪"))
        var other = try WatchStage.journey(as: "lin", .english, WatchStage.make())
        other.press("96")
        #expect(other.shell.top is ProgrammeScreen, "\(other.screen())")
        #expect(!other.screen().contains("Watched persons"), "\(other.screen())")
    }

    @Test(arguments: Language.allCases)
    func `an outsider at the door is written down with a visit`(_ language: Language) throws {
        var journey = try WatchStage.journey(
            as: "lin", language, WatchStage.make(), opening: { VisitFormScreen($0) })
        journey.press("<Down>5<End>")
        for _ in 0..<40 where !journey.cursorLine().contains("outsider's name") {
            if journey.cursorLine().contains("外来人员姓名") { break }
            journey.press("<Down>")
        }
        journey.press("曾大标<F10>")
        #expect(journey.shell.top is WatchAlertScreen, "\(journey.screen())")
    }
}
