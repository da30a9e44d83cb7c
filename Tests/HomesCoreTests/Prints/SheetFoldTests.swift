import TestSupport
import Testing

@testable import HomesCore

@Suite struct `A card that folds` {
    private func lines(_ kind: PocketCard, _ language: SheetLanguage = .both) -> [String] {
        var plan = MigrationPlan()
        plan.travelDate = HouseFixture.day("2007-06-18")
        plan.checkInDays = "1 3 7"
        plan.codePhrase = .said("李子熟了")
        plan.codePhraseOnPaper = .yes
        let panels = MigrationCard(plan, kind: kind).panels.map {
            SheetPanel(title: $0.title, lines: $0.lines)
        }
        return SheetLayout(language: language, width: Sheet.textWidth).folded(panels)
            .flatMap(\.lines)
    }

    @Test func `every line is as wide as the frame, in columns`() {
        for kind in [PocketCard.open, .discreet] {
            let lines = lines(kind)
            let width = ColumnWidth.of(lines[0])
            #expect(width <= Sheet.textWidth)
            for line in lines { #expect(ColumnWidth.of(line) == width, "\(line)") }
        }
    }

    @Test func `the folds lie at equal distances, the middle in one column`() {
        for kind in [PocketCard.open, .discreet] {
            let lines = lines(kind)
            let folds = lines.indices.filter { lines[$0].hasPrefix("+") }
            #expect(folds.count == 5)
            let gaps = Set(zip(folds, folds.dropFirst()).map { $1 - $0 })
            #expect(gaps.count == 1, "\(folds)")
            // Eight parts: four in each language, and the middle is where the fold is.
            for line in lines where line.hasPrefix("|") { #expect(line.contains(" : "), "\(line)") }
        }
    }

    @Test func `each language has its side`() {
        let text = lines(.open).joined(separator: "\n")
        for word in ["12338", "women's hotline", "妇女维权热线", "李子熟了", "Labour Law 50"] {
            #expect(text.contains(word), "\(word)")
        }
        for line in lines(.discreet) { #expect(!MigrationCard.isGiveaway(line), "\(line)") }
    }

    @Test func `the cards in both languages, as they leave the program`() throws {
        for kind in [Sheets.planCard, Sheets.plainCard] {
            var sheet = try SheetFixture().printed(kind, .both).sheet
            sheet.mark?.serial = "AH-014/8123"
            #expect(sheet.paper == .a4)
            let text = sheet.text(.both)
            // A card that goes on over the page cannot be folded.
            #expect(!text.contains("\u{0C}"))
            for (text, ending) in [(text, "txt"), (sheet.html(.both), "html")] {
                let file = "\(kind.id).both.\(ending)"
                if let fault = Golden.compare(text, file, in: "HomesCoreTests/Goldens") {
                    Issue.record("\(file): \(fault)")
                }
            }
        }
    }
}
