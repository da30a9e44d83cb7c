import Glibc
import Testing

@testable import HomesCore

@Suite struct RegistryImportTests {
    private let home = "AH-001,颍上县妇女之家,Yingshang Home,340000,341226,RESIDENTIAL,VILLAGE,2005-02-08,"
    private let bed = "AH-001,1,1,SINGLE,2005-02-08,"

    /// What this thread has worked, whatever other tests do beside it.
    private var seconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    @Test func `the whole registry imports clean in under two seconds, and twice changes nothing`()
        throws
    {
        let fixture = try ImportFixture(registry: false)
        let homes = Array(ReferenceData.bytes("homes.csv"))
        let beds = Array(ReferenceData.bytes("beds.csv"))
        let start = seconds
        let report = try fixture.store.importRegistry(homes: homes, beds: beds, by: fixture.admin)
        let taken = seconds - start
        print("registry imported in \(taken) s")
        #expect(taken < 2)
        #expect(report.faults.isEmpty && report.warnings.isEmpty && report.isImported)
        #expect(report.homesMade == 137 && report.provincesMade == 6 && report.bedsMade == 2_138)
        #expect(try fixture.store.check().isEmpty)
        let roles = try fixture.store.read { try $0.fetchValid(Province.self).map(\.areaRole) }
        #expect(roles.filter { $0 == .sending }.count == 3)
        let records = try fixture.contents().dropFirst()
        let again = try fixture.store.importRegistry(homes: homes, beds: beds, by: fixture.admin)
        #expect(again.faults.isEmpty && again.counts.allSatisfy { $0.count == 0 })
        #expect(try fixture.contents().dropFirst() == records)
    }

    @Test func `what differs is changed, what is gone from the file stays`() throws {
        let fixture = try ImportFixture(registry: false)
        _ = try fixture.importRegistry(homes: [home], beds: [bed, "AH-001,1,2,SINGLE,2005-02-08,"])
        let report = try fixture.importRegistry(
            homes: [home.replacing("VILLAGE", with: "车站")],
            beds: ["AH-001,1,1,下铺,2005/2/8,2010-01-01", "AH-001,2,1,Folding cot,38391,"])
        #expect(report.faults.isEmpty)
        #expect(report.homesChanged == 1 && report.homesMade == 0)
        #expect(report.bedsChanged == 1 && report.bedsMade == 1 && report.roomsMade == 1)
        #expect(try fixture.count("SELECT count(*) FROM bed WHERE voidedAt IS NULL") == 3)
        let saved = try #require(try fixture.store.home(code: "AH-001"))
        #expect(saved.hostType == .station && saved.stamp.rowVersion == 2)
        #expect(try fixture.store.check().isEmpty)
        // A file without the optional column leaves what it says alone.
        let short = try fixture.importRegistry(
            beds: ["AH-001,1,1,下铺,2005-02-08"],
            bedsHeading: "编号,房间,床号,床型,启用日期")
        #expect(short.faults.isEmpty && short.bedsChanged == 0)
        #expect(
            try fixture.count("SELECT count(*) FROM bed WHERE inventoryEndDate IS NOT NULL") == 1)
    }

    @Test func `a real province outside the programme joins it`() throws {
        let fixture = try ImportFixture(registry: false)
        let report = try fixture.importRegistry(
            homes: ["SC-001,成都妇女之家,Chengdu Home,510000,510104,MIXED,STATION,2005-02-08,"],
            beds: ["SC-001,1,1,SINGLE,2005-02-08,"])
        #expect(report.faults.map(\.phrase.english) == [])
        #expect(report.provincesMade == 1 && report.homesMade == 1 && report.bedsMade == 1)
        let province = try fixture.store.provinces().first
        #expect(province?.provinceCode == "510000" && province?.areaRole == .both)
    }

    @Test func `every wrong cell is named by file, row and column`() throws {
        let cases: [(homes: [String], beds: [String], place: String, problem: String)] = [
            (["AH-1" + home.dropFirst(6)], [], "homes 2 homeCode", "homeCodeForm"),
            ([home, home], [], "homes 3 homeCode", "twiceInFile(row: 2)"),
            ([home.replacing("颍上县妇女之家", with: "")], [], "homes 2 nameZh", "missing"),
            (
                [home.replacing("340000", with: "990000")], [], "homes 2 provinceCode",
                "unknownProvince"
            ),
            ([home.replacing("341226", with: "349999")], [], "homes 2 countyCode", "unknownCounty"),
            (
                [home.replacing("341226", with: "410122")], [], "homes 2 countyCode",
                "countyOfAnotherProvince"
            ),
            (
                [home.replacing("RESIDENTIAL", with: "HOTEL")], [], "homes 2 serviceMode",
                "notInList"
            ),
            ([home.replacing("VILLAGE", with: "")], [], "homes 2 hostType", "missing"),
            (
                [home.replacing("2005-02-08", with: "8 Feb")], [], "homes 2 operatingStartDate",
                "notADate"
            ),
            ([home + "2004-01-01"], [], "homes 2 operatingEndDate", "endBeforeStart"),
            ([home.replacing("Home", with: "Ho\u{200B}me")], [], "homes 2 nameEn", "hostile"),
            ([home], ["AH-002" + bed.dropFirst(6)], "beds 2 homeCode", "unknownHome"),
            ([home], [bed, bed], "beds 3 bedNumber", "twiceInFile(row: 2)"),
            ([home], ["AH-001,,1,SINGLE,2005-02-08,"], "beds 2 room", "missing"),
            ([home], ["AH-001,1,12345678901,SINGLE,2005-02-08,"], "beds 2 bedNumber", "text"),
            ([home], [bed.replacing("SINGLE", with: "SOFA")], "beds 2 bedType", "notInList"),
            ([home], [bed + "2004-01-01"], "beds 2 inventoryEndDate", "endBeforeStart"),
            (
                [home.replacing("RESIDENTIAL", with: "DROP_IN")], [bed], "beds 2 homeCode",
                "refused(HomesCore.Refusal.dropInHasNoBeds)"
            ),
            // The home is complained about once, not once a bed.
            (
                ["AH-001,,a,340000,341226,MIXED,VILLAGE,2005-02-08,"], [bed, bed + "x"],
                "homes 2 nameZh", "missing"
            ),
        ]
        for (homes, beds, place, problem) in cases {
            let fixture = try ImportFixture(registry: false)
            let before = try fixture.contents()
            let report = try fixture.importRegistry(homes: homes, beds: beds)
            #expect(try fixture.contents() == before)
            let first = try #require(report.faults.first, "\(homes) \(beds)")
            #expect(first.place == place && "\(first.problem)".hasPrefix(problem), "\(first)")
            #expect(!report.isImported)
        }
        print("faulty registries tried: \(cases.count)")
        let fixture = try ImportFixture(registry: false)
        #expect(try fixture.importRegistry(homes: [home], beds: [bed]).isImported)
    }

    @Test func `changes that stays forbid are refused, and all of the file with them`() throws {
        let fixture = try ImportFixture(registry: false)
        _ = try fixture.importRegistry(homes: [home], beds: [bed])
        _ = try fixture.importStays(["AH-001,,王样,,,2007-02-01,,1,1,,"])
        let before = try fixture.contents()
        let report = try fixture.importRegistry(
            homes: [home + "2007-01-15"], beds: [bed + "2007-02-15"])
        #expect(
            report.faults.map(\.place) == [
                "homes 2 operatingEndDate", "beds 2 inventoryEndDate",
            ])
        #expect(try fixture.contents() == before)
    }

    @Test func `headings of both languages are known and a wrong one stops the file`() throws {
        let fixture = try ImportFixture(registry: false)
        let report = try fixture.importRegistry(
            homes: ["妇女之家甲,AH-003,Home,安徽省,颍上县,住宿,村,2005年2月8日"],
            beds: ["AH-003,二,1,上铺,2005-2-8"],
            homesHeading: "名称（中文）,编号,名称（英文）,省份,县（区）,服务方式,设在,开办日期",
            bedsHeading: "妇女之家编号,房间,床号,床型,启用日期")
        #expect(report.faults.map(\.phrase.english) == [])
        #expect(report.homesMade == 1 && report.bedsMade == 1)
        let wrong = try fixture.importRegistry(homesHeading: "homeCode,nameZh,nameZh")
        #expect(wrong.faults.first?.place == "homes 1 nameZh")
        #expect(wrong.faults.filter { $0.problem == .missingColumn }.count == 6)
    }

    @Test func `a dry run changes nothing`() throws {
        let fixture = try ImportFixture(registry: false)
        let before = try fixture.contents()
        let report = try fixture.importRegistry(homes: [home], beds: [bed], dryRun: true)
        #expect(report.homesMade == 1 && report.bedsMade == 1 && !report.isImported)
        #expect(try fixture.contents() == before)
    }
}
