import HomesCore
import HomesUI
import TestSupport
import Testing

/// Printing by keys, in both languages.
@Suite struct PrintJourneyTests {
    @Test(arguments: Language.allCases)
    func `the roster is on paper after three keys`(_ language: Language) throws {
        var journey = try Journey(
            language: language, opening: { _ in ResidentListScreen() }, writesFiles: true)
        let keys = Key.parse("p<Enter><F10>")
        journey.press(keys)
        let papers = try journey.store.papers(
            homeId: journey.world.session?.home?.id ?? "", by: journey.world.signature)
        let paper = try #require(papers.first)
        let text = try #require(
            journey.files.all["roster-AH-014-\(paper.serial.number).txt"], "\(journey.files.all)")
        #expect(text.contains(paper.serial.text) && text.contains("AH014-0001"))
        let message = journey.message()
        #expect(message.contains(paper.serial.text) && message.contains(paper.expiresOn.iso))
        #expect(paper.expiresOn == JourneyProgramme.day("2007-06-16"))
        print("\(keys.count) key presses to a roster on paper (\(language.rawValue))")
    }

    @Test(arguments: Language.allCases)
    func `her intake sheet in the other language as HTML`(_ language: Language) throws {
        var journey = try Journey(
            language: language, opening: { _ in ResidentListScreen() }, writesFiles: true)
        journey.press("<Enter>p<Tab>t<Enter>")
        if language == .chinese { journey.press("<Tab>") }
        #expect(journey.screen().contains("HTML"))
        journey.press("<F10>")
        let file = try #require(journey.files.all.first)
        #expect(file.key.hasPrefix("intake-AH-014-") && file.key.hasSuffix(".html"))
        #expect(file.value.contains(language == .english ? "入住登记表" : "Intake sheet"))
        // Nothing personal in the name of the file.
        #expect(!file.key.contains("AH014"))
    }

    @Test(arguments: Language.allCases)
    func `the copy of her file takes a second person at the same keyboard`(
        _ language: Language
    ) throws {
        var journey = try Journey(
            as: "lin", language: language, opening: { _ in ResidentListScreen() },
            hasPasswords: true, writesFiles: true)
        journey.press("<Enter>p<End><Enter><F10>")
        journey.press("lin<Enter>" + JourneyProgramme.password(of: "lin") + "<Enter>")
        #expect(journey.files.all.isEmpty)
        journey.press("<Esc><F10>")
        journey.press("manager<Enter>" + JourneyProgramme.password(of: "manager") + "<Enter>")
        let file = try #require(journey.files.all.first, "\(journey.screen())")
        #expect(file.key.hasPrefix("own-file-AH-014-"))
        #expect(file.value.contains(language == .english ? "Your file" : "您的档案"))
        // Hers to take to another program, and hers alone.
        journey.press("tt")
        #expect(journey.line(1).contains("CSV"), "\(journey.screen())")
        journey.press("<F10>manager<Enter>" + JourneyProgramme.password(of: "manager") + "<Enter>")
        #expect(journey.files.all.keys.contains { $0.hasSuffix(".csv") }, "\(journey.screen())")
        journey.press("<Esc><Home><Enter>tt")
        #expect(!journey.line(1).contains("CSV"), "\(journey.screen())")
    }

    @Test func `a page is scrolled, and the cursor stands where reading begins`() throws {
        var journey = try Journey(opening: { _ in ResidentListScreen() })
        journey.press("<Enter>p<Enter>")
        let top = journey.screen()
        var faults: [String] = []
        for _ in 0..<30 {
            journey.press("<Down>")
            faults += Golden.faults(journey.canvas())
        }
        #expect(faults.isEmpty, "\(faults)")
        #expect(journey.screen() != top)
        journey.press("<Home>")
        #expect(journey.screen() == top)
    }

    @Test func `without a folder for files the key says why it prints nothing`() throws {
        var journey = try Journey(opening: { _ in ResidentListScreen() })
        journey.press("p<Enter><F10>")
        #expect(journey.message().contains("Files cannot be written from here"))
        #expect(
            try journey.store.papers(
                homeId: journey.world.session?.home?.id ?? "", by: journey.world.signature
            ).isEmpty)
    }

    @Test(arguments: Language.allCases)
    func `a paper that was found is looked up by its serial`(_ language: Language) throws {
        var journey = try Journey(language: language, writesFiles: true)
        journey.press("p<Enter><F10>")
        let serial = try #require(
            try journey.store.papers(
                homeId: journey.world.session?.home?.id ?? "", by: journey.world.signature
            ).first?.serial.text)
        journey.press("<Esc>ff" + serial.lowercased() + "<Enter>")
        #expect(
            journey.message().contains(serial + ": ")
                && journey.message().contains("Lin Fang"), "\(journey.screen())")
        journey.press("fAH-014/1<Enter>")
        #expect(journey.message().contains(StoreError.noSuchRecord.phrase(language)))
        journey.press("fnothing<Enter>")
        #expect(journey.message().contains("AH-014/8123"))
    }
}
