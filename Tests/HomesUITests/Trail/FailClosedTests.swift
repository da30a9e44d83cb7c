import Foundation
import GRDB
import HomesUI
import TestSupport
import Testing

@testable import HomesCore

/// S5: while the journal cannot be written, no record is on any screen, and new text still reaches
/// the draft.
@Suite struct FailClosedTests {
    /// Screens that show persons, each opened above Today.
    private static let screens: [(String, @Sendable (World, JourneyProgramme) -> any Screen)] = [
        ("TodayScreen", { _, _ in TodayScreen() }),
        ("HandoverScreen", { _, _ in HandoverScreen() }),
        ("ResidentListScreen", { _, _ in ResidentListScreen() }),
        ("BedBoardScreen", { _, _ in BedBoardScreen() }),
        ("SessionListScreen", { _, _ in SessionListScreen() }),
        ("CounsellingMatrixScreen", { _, _ in CounsellingMatrixScreen() }),
        ("FollowUpListScreen", { _, _ in FollowUpListScreen() }),
        ("AlertListScreen", { _, _ in AlertListScreen() }),
        ("JobsScreen", { _, _ in JobsScreen() }),
        ("IntakeScreen", { world, _ in IntakeScreen(world) }),
        ("SessionFormScreen", { world, _ in SessionFormScreen(world) }),
        ("BrowsingListScreen", { _, _ in BrowsingListScreen() }),
        ("SheetScreen roster", { _, _ in SheetScreen(SheetRequest("roster")) }),
        ("SheetScreen calls", { _, _ in SheetScreen(SheetRequest("call-sheet")) }),
        ("OccupancyScreen", { _, _ in OccupancyScreen() }),
        ("ReportListScreen", { _, _ in ReportListScreen() }),
        ("PaletteScreen", { world, _ in PaletteScreen(over: TodayScreen(), world) }),
    ]

    private static let pages: [(String, @Sendable (World, String) -> any Screen)] = [
        ("ResidentScreen", { _, id in ResidentScreen(personId: id) }),
        ("ResidentScreen history", { _, id in ResidentScreen(personId: id, tab: .history) }),
        ("ReadersScreen", { _, id in ReadersScreen(personId: id) }),
        ("SheetScreen", { _, id in SheetScreen(SheetRequest("intake", about: id)) }),
        (
            "CounsellingChecklistScreen",
            { _, id in CounsellingChecklistScreen(personId: id) }
        ),
        ("MigrationPlanScreen", { _, id in MigrationPlanScreen(personId: id) }),
        ("PlacementFormScreen", { world, id in PlacementFormScreen(world, personId: id) }),
    ]

    /// What must not be seen: codes, names, initials of two letters are too short to look for.
    private func secrets(_ programme: JourneyProgramme) throws -> [String] {
        try programme.store.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT personCode FROM person UNION SELECT nameZh FROM person
                      WHERE nameZh IS NOT NULL
                    UNION SELECT phone FROM contact WHERE phone IS NOT NULL
                    """
            ).filter { $0.count > 1 && !$0.hasPrefix("#") }
        }
    }

    private func look(
        _ programme: JourneyProgramme, as userName: String, journal: Bool,
        _ open: (World) -> any Screen, _ keys: String
    ) throws -> String {
        let now = JourneyProgramme.now
        var world = World(store: programme.store, now: now, language: .english)
        world.session = Session(try programme.store.signIn(userName: userName, at: now))
        if !journal {
            try programme.store.read {
                try $0.execute(
                    sql: """
                        CREATE TEMP TRIGGER full BEFORE INSERT ON main.audit
                        BEGIN SELECT RAISE(ABORT, 'homes:journalIsAppendOnly'); END
                        """)
            }
        }
        defer {
            if !journal {
                try? programme.store.read { try $0.execute(sql: "DROP TRIGGER temp.full") }
            }
        }
        var shell = Shell(world: world, first: TodayScreen())
        shell.open(open(world))
        var seen = shell.frame(width: 132, height: 43).text()
        for key in Key.parse(keys) {
            shell.handle(key, at: now)
            seen += shell.frame(width: 132, height: 43).text()
        }
        return seen
    }

    @Test func `without a journal no record is on any screen`() throws {
        var looked = 0
        var shown = 0
        for userName in ["lin", "manager"] {
            let programme = try JourneyProgramme.make()
            let secrets = try secrets(programme)
            try #require(secrets.count > 15)
            let id = try #require(programme.people["AH014-0001"] ?? programme.people.values.first)
            let all: [(String, (World) -> any Screen)] =
                FailClosedTests.screens.map { kind in (kind.0, { kind.1($0, programme) }) }
                + FailClosedTests.pages.map { kind in (kind.0, { kind.1($0, id) }) }
            for (name, open) in all {
                let keys = name == "PaletteScreen" ? "r w" : "v<Tab><Tab>"
                let without = try look(programme, as: userName, journal: false, open, keys)
                looked += 1
                for secret in secrets {
                    #expect(!without.contains(secret), "\(name) as \(userName) shows a record")
                }
            }
            // The control: with the journal the same screens do show them.
            for (name, open) in all {
                let keys = name == "PaletteScreen" ? "r w" : "v<Tab><Tab>"
                let with = try look(programme, as: userName, journal: true, open, keys)
                if secrets.contains(where: with.contains) { shown += 1 }
            }
        }
        print("screens without a journal: \(looked), the same with one that show records: \(shown)")
        #expect(looked == 2 * (FailClosedTests.screens.count + FailClosedTests.pages.count))
        #expect(shown > looked / 2)
    }

    @Test func `without a journal new text still reaches the draft`() throws {
        var journey = try Journey(opening: { IntakeScreen($0) })
        try journey.store.read {
            try $0.execute(
                sql: """
                    CREATE TEMP TRIGGER full BEFORE INSERT ON main.audit
                    BEGIN SELECT RAISE(ABORT, 'homes:journalIsAppendOnly'); END
                    """)
        }
        journey.press("zhou min")
        journey.wait(seconds: 2)
        let drafts = try journey.store.drafts(userId: journey.world.signature.userId)
        #expect(drafts.count == 1)
        #expect(drafts.first?.fields.contains { $0.text.contains("zhou min") } == true)
    }
}
