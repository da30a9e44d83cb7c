import HomesCore
import HomesUI
import TestSupport
import Testing

@Suite struct JourneyTests {
    @Test func `the invented programme has its women, beds, follow-ups and an alert`() throws {
        let programme = try JourneyProgramme.make()
        let signature = programme.signature("lin")
        let home = try #require(programme.homes["AH-014"])
        let page = try programme.store.today(homeId: home.id, by: signature)
        #expect(page.beds.bedsInService == 10)
        #expect(page.beds.occupied == 6)
        #expect(page.beds.held == 1)
        #expect(page.exitsDue.count == 1)
        #expect(page.overdue.count == 3)
        #expect(page.alerts.count == 1)
        #expect(programme.people.count == 10)
    }

    @Test func `a journey begins on the first screen of its user`() throws {
        var lin = try Journey(as: "lin")
        #expect(lin.shell.top is TodayScreen)
        #expect(Golden.faults(lin.canvas()).isEmpty)
        let supervisor = try Journey(as: "supervisor")
        #expect(supervisor.shell.top is StartScreen)
        let nobody = try Journey(as: nil)
        #expect(nobody.shell.top is SignInScreen)
    }

    @Test func `a canvas without a cursor is a fault`() {
        #expect(Golden.faults(Canvas(width: 10, height: 2)) == ["no cursor"])
        var canvas = Canvas(width: 10, height: 2)
        canvas.cursor = Position(row: 2, column: 0)
        #expect(Golden.faults(canvas).count == 1)
    }

    @Test func `a cursor that is not at the focus is a fault`() {
        var list = Canvas(width: 10, height: 3)
        list.write(">  one", row: 1, column: 0, style: .selected)
        var form = Canvas(width: 10, height: 3)
        form.write("name", row: 1, column: 0)
        form.write("Li ", row: 1, column: 6, style: .inputFocused)
        var page = Canvas(width: 10, height: 3)
        page.write("to read", row: 1, column: 1)
        for (canvas, right, wrong) in [
            (list, (1, 3), [(1, 0), (1, 2), (1, 4), (0, 3), (2, 0)]),
            (form, (1, 8), [(1, 0), (1, 9), (0, 8)]),
            (page, (1, 1), [(1, 0), (1, 4), (2, 1)]),
        ] {
            var canvas = canvas
            canvas.cursor = Position(row: right.0, column: right.1)
            #expect(Golden.faults(canvas).isEmpty)
            for (row, column) in wrong {
                canvas.cursor = Position(row: row, column: column)
                #expect(Golden.faults(canvas).count == 1, "row \(row) column \(column)")
            }
        }
    }
}
