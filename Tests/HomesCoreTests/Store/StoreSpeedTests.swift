import Crypto
import Foundation
import GRDB
import Testing

@testable import HomesCore

/// How long the queries between two key presses take over three years of the whole programme.
/// Run with `RELEASE=1 swift test -c release -Xswiftc -enable-testing --filter StoreSpeedTests`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["RELEASE"] != nil))
struct StoreSpeedTests {
    /// The median of 15 runs, in milliseconds.
    private static func median(_ body: () throws -> Void) rethrows -> Double {
        var times: [Double] = []
        for _ in 0..<15 {
            let start = DispatchTime.now().uptimeNanoseconds
            try body()
            times.append(Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6)
        }
        return times.sorted()[7]
    }

    @Test func `the manager's Today looks for browsing between two key presses`() throws {
        let house = try HouseFixture()
        let people = try (0..<4).map { try house.admit("王\($0)", bed: $0).person.id }
        // A busy fortnight of a home: a hundred looks a day by two users.
        for day in 0..<14 {
            for look in 0..<100 {
                var signature = look.isMultiple(of: 2) ? house.worker : house.manager
                signature.at = Instant(house.today.adding(days: -day), hour: 9, minute: look * 4)
                _ = try house.store.residentPage(people[look % 4], by: signature)
            }
        }
        let median = try StoreSpeedTests.median {
            _ = try house.store.read { try $0.browsingAlarms(house.manager) }
        }
        print("browsing in 1,400 looks: \(Int(median * 1_000)) us")
        #expect(median < 2)
    }

    @Test func `sealing is a small part of a save`() throws {
        let house = try HouseFixture()
        var person = try house.admit().person
        var number = 0
        let save = try StoreSpeedTests.median {
            number += 1
            person.alias = .said("小\(number)")
            person = try house.store.editPerson(person, by: house.worker)
        }
        let key = SymmetricKey(size: .bits256)
        let place = JournalPlace(journal: "AH-014", seq: 7, rowId: person.id, field: "alias")
        let text = JournalText(old: "小1", new: "小2")
        let sealing = try StoreSpeedTests.median {
            for _ in 0..<100 { _ = try JournalSeal.seal(text, at: place, under: key) }
        }
        // A change of a name writes two entries: the name and the search key.
        let share = sealing / 100 * 2 / save
        print("a save: \(Int(save * 1_000)) us, sealing one entry: \(Int(sealing * 10)) us")
        #expect(share < 0.15)
    }

    @Test func `queries of 120,000 stays stay within a key press`() throws {
        let store = try HomesStore.throwaway()
        let today = HouseFixture.day("2010-03-05")
        try DemoProgramme(residents: 120_000, today: today).fill(store)
        let stays = try store.read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM stay") ?? 0
        }
        let (homeId, persons) = try store.read { db -> (String, Int) in
            let row = try #require(
                try Row.fetchOne(
                    db,
                    sql: """
                        SELECT homeId, count(*) FROM person GROUP BY homeId
                        ORDER BY count(*) DESC LIMIT 1
                        """))
            return (row[0], row[1])
        }
        let home = try #require(try store.home(id: homeId))
        let user = try #require(
            try store.users().first { $0.homes.map(\.homeId) == [homeId] })
        let signature = try store.signIn(
            userName: user.userName, at: Instant(today, hour: 10)
        ).signature
        var figures: [(String, Double, Double)] = []
        func time(_ name: String, _ limit: Double, _ body: () throws -> Void) rethrows {
            figures.append((name, try StoreSpeedTests.median(body), limit))
        }
        try time("occupancy tonight", 12) {
            _ = try store.occupancy(on: today, today: today)
        }
        try time("occupancy three years ago", 40) {
            _ = try store.occupancy(on: today.adding(days: -1_060), today: today)
        }
        let period = try #require(ReportPeriod(first: today.adding(days: -365), last: today))
        try time("utilisation of a year", 100) { _ = try store.utilisation(period) }
        for filter in ResidentFilter.allCases {
            try time("residents \(filter) of \(persons)", 16) {
                _ = try store.residentList(homeId: homeId, filter: filter, by: signature)
            }
        }
        var typed = Person()
        for name in ["王小明", "wangxm", "wxm"] {
            typed.nameZh = .said(name)
            try time("duplicates \(name) of \(persons)", 16) {
                _ = try store.possibleDuplicates(of: typed, by: signature)
            }
        }
        try time("bed board \(home.homeCode)", 8) {
            _ = try store.bedBoard(homeId: homeId, night: today, by: signature)
        }
        try time("undo offer", 8) { _ = try store.lastUndoable(by: signature) }
        let findings = try store.check()
        #expect(findings.isEmpty, "\(findings.prefix(5).map(\.phrase.english))")
        print("\(stays) stays")
        for (name, median, limit) in figures {
            print("\(name): \(Int(median * 1_000)) us")
            #expect(median < limit, "\(name)")
        }
    }
}
