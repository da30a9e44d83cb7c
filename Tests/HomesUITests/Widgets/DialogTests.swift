import HomesCore
import HomesUI
import TestSupport
import Testing

/// The small screens that ask something: lists, counties, calendar, confirm, help, palette, start.
@Suite struct DialogTests {
    @Test func `the first screen of the programme's staff is drawn in both languages`() throws {
        for language in Language.allCases {
            var journey = try Journey(as: "supervisor", language: language)
            journey.expectGolden("start", sizes: [(80, 24), (60, 16)])
        }
    }

    @Test func `help and the palette are drawn in both languages`() throws {
        for language in Language.allCases {
            var journey = try Journey(language: language, opening: { _ in BedBoardScreen() })
            journey.press("?")
            journey.expectGolden("help")
            journey.press("<Esc>:")
            journey.expectGolden("palette", sizes: [(80, 24), (60, 16)])
            journey.press("r ")
            journey.expectGolden("palette-residents")
        }
    }

    @Test func `help runs the line it shows`() throws {
        var journey = try Journey(opening: { _ in BedBoardScreen() })
        journey.press("?/night before<Tab><Enter>")
        #expect(journey.line(1).contains("2007-06-14"))
    }

    @Test func `the palette finds a resident by pinyin and initials`() throws {
        for typed in ["r wangxy", "r wang xiaoyan", "r 王小", "r wxy", "wangxy"] {
            var journey = try Journey()
            journey.press(":" + typed + "<Enter>")
            #expect(journey.shell.top is ResidentScreen, "\(typed)")
        }
    }

    @Test func `the palette opens places, commands and homes with one Enter`() throws {
        var journey = try Journey(as: "supervisor")
        journey.press(":reports<Enter>")
        #expect(journey.shell.top is ReportListScreen)
        journey.press("<Esc>:kunshan<Enter>")
        #expect(journey.shell.top is HomeBedsScreen)
        journey.press(":four weeks back<Enter>")
        #expect(journey.line(1).contains("2007-05-18"))
        journey.press(":no such thing<Enter>")
        #expect(journey.shell.top is PaletteScreen)
    }

    @Test func `home staff reach no other home by the palette`() throws {
        var journey = try Journey(as: "lin")
        journey.press(":home js-002<Enter>")
        #expect(journey.shell.top is PaletteScreen)
        #expect(journey.screen().contains("Nothing matches"))
    }

    @Test func `a list is filtered by typing and chosen by Enter or number`() throws {
        let choices = [
            Choice(code: "A", label: Phrase("Apple", "苹果")),
            Choice(code: "P", label: Phrase("Pear", "梨")),
        ]
        for (keys, code) in [
            ("pea<Enter>", "P"), ("2", "P"), ("<Enter>", "A"), ("li<Enter>", "P"),
            ("/pear<Enter>", "P"),
        ] {
            var screen = LookupScreen(
                question: "fruit", title: Phrase("Fruit", "水果"), choices: choices)
            #expect(answer(to: &screen, keys) == code, "\(keys)")
        }
    }

    private func answer(to screen: inout LookupScreen, _ keys: String) -> String? {
        guard let journey = try? Journey(as: "admin") else { return nil }
        let world = journey.world
        for key in Key.parse(keys) {
            let step: Step
            if screen.takesText, case .character = key {
                step = screen.type(key, world)
            } else if let index = screen.bindingIndex(of: key) {
                step = screen.run(index, world)
            } else {
                step = screen.type(key, world)
            }
            if case .answer(.chosen(_, let code)) = step { return code }
        }
        return nil
    }

    @Test func `list, counties, calendar and confirm are drawn in both languages`() throws {
        for language in Language.allCases {
            let lists: [(String, (World) -> any Screen)] = [
                (
                    "lookup",
                    { _ in
                        LookupScreen(
                            question: "kind", title: Phrase("Bed kind", "床型"),
                            choices: BedType.choices)
                    }
                ),
                ("county", { _ in CountyLookupScreen(question: "county", typed: "yingshang") }),
                (
                    "calendar",
                    { world in
                        CalendarScreen(
                            question: "day", title: Phrase("Day", "日期"), date: world.today)
                    }
                ),
                (
                    "confirm",
                    { _ in
                        ConfirmScreen(
                            question: "void", title: Phrase("Void the session", "作废该次辅导"),
                            lines: [
                                Phrase("Now: it counts in every report.", "现在：计入所有报表。"),
                                Phrase(
                                    "Then: it counts nowhere; the journal keeps it.",
                                    "之后：不再计入；日志中保留。"),
                            ], word: Phrase(verbatim: "AH014-0001"))
                    }
                ),
                (
                    "prompt",
                    { world in
                        PromptScreen(
                            question: "night", title: Phrase("Go to a night", "查看某夜"),
                            ask: Phrase("Night", "日期"), kind: .date, world.language)
                    }
                ),
            ]
            for (name, make) in lists {
                var journey = try Journey(as: "lin", language: language, opening: make)
                journey.expectGolden(name, sizes: [(80, 24), (60, 16)])
            }
        }
    }

    @Test func `the calendar moves by day, week, month and year`() throws {
        var journey = try Journey(
            opening: { world in
                CalendarScreen(question: "day", title: Phrase("Day", "日期"), date: world.today)
            })
        journey.press("<Right><Down>")
        #expect(journey.screen().contains("2007-06-23"))
        journey.press("<PageDown>")
        #expect(journey.screen().contains("2007-07-23"))
        journey.press("{")
        #expect(journey.screen().contains("2006-07-23"))
        journey.press("t<Left>")
        #expect(journey.screen().contains("2007-06-14"))
    }

    @Test func `a county is found by characters, pinyin and code`() throws {
        for typed in ["颍上", "yingshang", "341226"] {
            var screen = CountyLookupScreen(question: "county", typed: "")
            let world = try Journey(as: "admin").world
            for key in Key.parse(typed) { _ = screen.type(key, world) }
            guard let index = screen.bindingIndex(of: .enter),
                case .answer(.chosen(_, let code)) = screen.run(index, world)
            else {
                Issue.record("\(typed) finds nothing")
                continue
            }
            #expect(code == "341226")
        }
    }
}
