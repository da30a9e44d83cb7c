import HomesCore
import HomesUI
import TestSupport
import Testing

/// The bed board by keys, with the store read afterwards.
@Suite struct BedBoardTests {
    private func board(_ userName: String = "lin") throws -> Journey {
        try Journey(as: userName, opening: { _ in BedBoardScreen() })
    }

    private func assignments(_ journey: Journey) throws -> [String: String] {
        let board = try journey.store.bedBoard(
            homeId: journey.programme.homes["AH-014"]?.id ?? "", night: JourneyProgramme.today,
            by: journey.programme.signature("lin"))
        var found: [String: String] = [:]
        for room in board.rooms {
            for bed in room.beds {
                let place = room.room.name + "/" + bed.bed.bedNumber
                found[place] = bed.occupant?.personCode ?? String(bed.state.letter)
            }
        }
        return found
    }

    @Test func `the board is drawn in both languages at every size`() throws {
        for language in Language.allCases {
            var journey = try Journey(language: language, opening: { _ in BedBoardScreen() })
            journey.expectGolden("bed-board", sizes: Journey.allSizes)
        }
    }

    @Test func `the board chooses a bed and says why others cannot be chosen`() throws {
        for language in Language.allCases {
            var journey = try Journey(
                language: language,
                opening: { world in BedBoardScreen(picking: "bed", night: world.today) })
            journey.press("<Enter>")
            journey.expectGolden("bed-board-choosing")
        }
    }

    @Test func `a bed is held or taken out of service by a form`() throws {
        for (name, keys) in [
            ("bed-hold", "<Down><Right><Right><Right>h"), ("bed-close", "<End>xx"),
        ] {
            try Journey.expectGoldens(name, opening: { _ in BedBoardScreen() }, keys)
        }
    }

    @Test func `names are shown for half a minute and hidden again`() throws {
        for language in Language.allCases {
            var journey = try Journey(language: language, opening: { _ in BedBoardScreen() })
            #expect(!journey.screen().contains("王小燕"))
            journey.press("v")
            #expect(journey.screen().contains("王小燕"))
            journey.expectGolden("bed-board-names")
            journey.wait(seconds: 31)
            #expect(!journey.screen().contains("王小燕"))
        }
    }

    @Test func `arrows move in two directions and the cursor stands on the bed`() throws {
        var journey = try board()
        #expect(journey.cursorLine().contains(">O 1"))
        journey.press("<Down>")
        let canvas = journey.canvas()
        let cursor = try #require(canvas.cursor)
        #expect(canvas.cell(row: cursor.row, column: cursor.column)?.scalar == "O")
        #expect(journey.line(20).hasPrefix("2/1"))
        journey.press("<Right><Right>")
        #expect(journey.line(20).hasPrefix("2/3"))
        journey.press("<Down>")
        #expect(journey.line(20).hasPrefix("3/3"))
        journey.press("<Home>")
        #expect(journey.line(20).hasPrefix("1/1"))
        journey.press("<End>")
        #expect(journey.line(20).hasPrefix("3/3"))
    }

    @Test func `a woman moves to another bed by two keys and undo brings her back`() throws {
        var journey = try board()
        #expect(try assignments(journey)["2/4"] == "F")
        // 2/1 to 2/4: m, three to the right on the same board.
        journey.press("<Down>m")
        #expect(journey.screen().contains("Choose a bed"))
        journey.press("<Down><Right><Right><Right><Enter>")
        #expect(journey.message().contains("Moved to 2/4 from tonight"))
        #expect(try assignments(journey)["2/4"] == "AH014-0001")
        #expect(try assignments(journey)["2/1"] == "F")
        journey.press("u")
        #expect(try assignments(journey)["2/1"] == "AH014-0001")
    }

    @Test func `moving to a bed that is held ends the hold and says so`() throws {
        var journey = try board()
        journey.press("<Down>m<Down><Down><Right><Enter>")
        #expect(journey.message().contains("the hold ends"))
        #expect(try assignments(journey)["3/2"] == "AH014-0001")
    }

    @Test func `a mother's child moves with her`() throws {
        var journey = try board()
        journey.press("<Down><Down>m<Down><Right><Right><Right><Enter>")
        #expect(try assignments(journey)["2/4"] == "AH014-0004")
        #expect(journey.line(20, width: 132).contains("with AH014-0005"))
    }

    @Test func `two women swap their beds`() throws {
        var journey = try board()
        journey.press("<Down>w")
        journey.press("<Down><Enter>")
        #expect(journey.message().contains("her own bed"))
        journey.press("<Right><Enter>")
        #expect(journey.message().contains("Beds swapped from tonight"))
        #expect(try assignments(journey)["2/1"] == "AH014-0002")
        #expect(try assignments(journey)["2/2"] == "AH014-0001")
    }

    @Test func `a free bed is held and released`() throws {
        var journey = try board()
        journey.press("<Down><Right><Right><Right>h")
        journey.press("<Down>t+3<Down>arrives by train<F10>")
        #expect(try assignments(journey)["2/4"] == "R")
        #expect(journey.line(20).contains("until 2007-06-18"))
        journey.press("r")
        #expect(try assignments(journey)["2/4"] == "F")
        #expect(journey.message().contains("The hold has ended"))
    }

    @Test func `a bed goes out of service and comes back`() throws {
        var journey = try board()
        journey.press("<End>")
        #expect(try assignments(journey)["3/3"] == "X")
        journey.press("x")
        #expect(try assignments(journey)["3/3"] == "F")
        journey.press("x<Tab><Tab>leaking roof<F10>")
        #expect(try assignments(journey)["3/3"] == "X")
        #expect(journey.line(20).contains("leaking roof"))
    }

    @Test func `releasing a bed with somebody in it goes to her exit`() throws {
        var journey = try board()
        journey.press("<Down>r")
        #expect(journey.shell.top is ExitScreen)
        #expect(journey.screen().contains("Exit"))
    }

    @Test func `what cannot be done says why`() throws {
        var journey = try board()
        journey.press("h")
        #expect(journey.message().contains("no planned exit date"))
        journey.press("x")
        #expect(journey.message().contains("Move her first"))
        journey.press("<Down><Right><Right><Right>m")
        #expect(journey.message().contains("Nobody sleeps in this bed"))
        journey.press("r")
        #expect(journey.message().contains("free already"))
        journey.press("<End>h")
        #expect(journey.message().contains("x puts it back"))
    }

    @Test func `a refusal of the store is said and changes nothing`() throws {
        var journey = try board()
        let before = try assignments(journey)
        // A move in the future.
        journey.press(">")
        journey.press("<Down>m<Down><Right><Right><Right><Enter>")
        #expect(journey.message().contains("choose tonight or an earlier night"))
        #expect(try assignments(journey) == before)
    }

    @Test func `any night is reached by steps and by date and keeps the bed`() throws {
        var journey = try board()
        journey.press("<Down>")
        journey.press("<lt>")
        #expect(journey.line(1).contains("2007-06-14, yesterday"))
        #expect(journey.line(20).hasPrefix("2/1"))
        journey.press("g2007-03-25<Enter>")
        #expect(journey.line(1).contains("2007-03-25"))
        #expect(journey.line(20).contains("5 nights"))
        journey.press("t")
        #expect(journey.line(1).contains("2007-06-15, today"))
    }

    @Test func `free beds can stand first`() throws {
        var journey = try board()
        journey.press("f")
        #expect(journey.cursorLine().contains(">F"))
        journey.press("f")
        #expect(journey.line(2).contains("O 1"))
    }

    @Test func `a home by day has no beds and says so`() throws {
        for language in Language.allCases {
            var journey = try Journey(
                as: "hong", language: language, opening: { _ in BedBoardScreen() })
            journey.expectGolden("bed-board-drop-in")
        }
    }

    @Test func `those who do not work in a home see no bed board`() throws {
        var journey = try board("supervisor")
        #expect(journey.screen().contains("Only the home's own staff"))
    }
}
