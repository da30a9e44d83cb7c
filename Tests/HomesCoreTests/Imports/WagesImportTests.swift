import Testing

@testable import HomesCore

@Suite struct WagesImportTests {
    private static let heading = "provinceCode,zone,validFrom,monthlyYuan,hourlyYuan"

    private func take(
        _ rows: [String], into fixture: ImportFixture, heading: String = heading,
        dryRun: Bool = false, by signature: Signature? = nil
    ) throws -> ImportReport {
        try fixture.store.importWages(
            Array(([heading] + rows).joined(separator: "\n").utf8), dryRun: dryRun,
            by: signature ?? fixture.admin)
    }

    private func kept(_ fixture: ImportFixture) throws -> [String] {
        try fixture.store.read { db in
            try db.fetchValid(MinimumWage.self, order: "validFrom, zone").map { wage in
                "\(wage.provinceCode) \(wage.zone) \(wage.validFrom.iso) "
                    + "\(wage.monthlyYuan ?? -1) \(wage.hourlyFen ?? -1)"
            }
        }
    }

    @Test func `wages come in by code or name, whole yuan a month and fen an hour`() throws {
        let fixture = try ImportFixture()
        let report = try take(
            [
                "340000,一类,2007-10-01,560,4.7", "安徽,二类,2007年10月1日,５００.00,",
                "Anhui,三类,39356,,4.25",
            ], into: fixture)
        #expect(report.faults.map(\.phrase.english) == [])
        #expect(report.wagesMade == 3)
        #expect(
            try kept(fixture)
                == [
                    "340000 三类 2007-10-01 -1 425", "340000 一类 2007-10-01 560 470",
                    "340000 二类 2007-10-01 500 -1",
                ].sorted { $0.split(separator: " ")[1] < $1.split(separator: " ")[1] })
        let wages = try fixture.store.read { try $0.minimumWages() }
        let found = wages.found(at: "340121", on: HouseFixture.day("2008-01-01"))
        #expect(found.monthly == MinimumWageSpan(least: 500, gap: .noFigure(zone: "三类")))
        #expect(found.hourly == MinimumWageSpan(least: 425, gap: .noFigure(zone: "二类")))
    }

    @Test func `the same file again changes nothing, another amount changes one`() throws {
        let fixture = try ImportFixture()
        let rows = ["340000,1,2007-10-01,560,4.7", "340000,2,2007-10-01,500,4.3"]
        _ = try take(rows, into: fixture)
        let again = try take(rows, into: fixture)
        #expect(again.isImported && again.wagesMade == 0 && again.wagesChanged == 0)
        let changed = try take(
            ["340000,1,2007-10-01,565,4.7"], into: fixture, heading: "省份,类区,生效日期,元/月,元/小时")
        #expect(changed.wagesChanged == 1)
        #expect(try kept(fixture).first == "340000 1 2007-10-01 565 470")
    }

    @Test func `every fault is named by row and column, and nothing is imported`() throws {
        let fixture = try ImportFixture()
        let before = try fixture.contents()
        let report = try take(
            [
                "340000,1,2007-10-01,560,4.7", "990000,1,2007-10-01,560,", "340000,,2007-10-01,1,",
                "340000,2,soon,560,", "340000,3,2007-10-01,5 60,", "340000,4,2007-10-01,560.5,",
                "340000,5,2007-10-01,,4.705", "340000,6,2007-10-01,,", "340000,1,2007-10-01,1,",
                "340000,7,2007-10-01,-5,", "340000,8,2007-10-01,1000000,",
                "340000,9,2007-10-01,.5,",
            ], into: fixture)
        #expect(
            report.faults.map(\.place) == [
                "wages 3 provinceCode", "wages 4 zone", "wages 5 validFrom",
                "wages 6 monthlyYuan", "wages 7 monthlyYuan", "wages 8 hourlyYuan",
                "wages 9 monthlyYuan", "wages 10 validFrom", "wages 11 monthlyYuan",
                "wages 12 monthlyYuan", "wages 13 monthlyYuan",
            ])
        #expect(try fixture.contents() == before)
        #expect(
            try take(["340000,1,2007-10-01,560,"], into: fixture, dryRun: true).wagesMade == 1)
        #expect(try fixture.contents() == before)
    }

    @Test func `only an administrator brings wages, and their import is not undone by a key`()
        throws
    {
        let fixture = try ImportFixture()
        var user = User()
        user.userName = "chen"
        user.displayName = "Chen"
        user.role = .supervisor
        user = try fixture.store.addUser(user, homeIds: [], by: fixture.admin)
        let stranger = Signature(userId: user.id, role: .supervisor, at: HouseFixture.now)
        #expect(throws: StoreError.refused(.roleMayNot)) {
            try take(["340000,1,2007-10-01,560,"], into: fixture, by: stranger)
        }
        _ = try take(["340000,1,2007-10-01,560,"], into: fixture)
        #expect(try fixture.store.lastUndoable(by: fixture.admin) == nil)
        #expect(try fixture.store.check().isEmpty)
    }
}
