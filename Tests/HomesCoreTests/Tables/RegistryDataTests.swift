import Foundation
import HomesCore
import Testing

@Suite struct RegistryDataTests {
    private func rows(_ name: String) throws -> [[String]] {
        try CSVReader.rows(Array(ReferenceData.bytes(name))).map(\.cells)
    }

    @Test func `every file of data is compiled in, byte for byte`() throws {
        let folder = URL(filePath: #filePath).appending(path: "../../../../data").standardized
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
        var compared = 0
        for name in names.sorted()
        where name != "schema.sql" && name != "README.md" && !name.hasPrefix("sample")
            && name.contains(".")
        {
            let onDisk = try Data(contentsOf: folder.appending(path: name))
            #expect(Array(onDisk) == Array(ReferenceData.bytes(name)), "\(name)")
            compared += 1
        }
        print("files of data/ compared: \(compared)")
        #expect(compared >= 13)
        #expect(ReferenceData.bytes("no such file").isEmpty)
    }

    @Test func `the registry has 137 homes in six provinces`() throws {
        let homes = try rows("homes.csv")
        #expect(
            homes.first?.joined(separator: ",")
                == "homeCode,nameZh,nameEn,provinceCode,countyCode,serviceMode,hostType,"
                + "operatingStartDate,operatingEndDate")
        let counts = Dictionary(grouping: homes.dropFirst()) { String($0[0].prefix(2)) }
            .mapValues(\.count)
        #expect(counts == ["AH": 28, "HA": 30, "HN": 26, "GD": 22, "JS": 19, "YN": 12])
        #expect(Set(homes.dropFirst().map { $0[0] }).count == 137)
    }

    @Test func `each home stands in a county of 2007 and is named after it in both languages`()
        throws
    {
        let prefixes = Dictionary(
            uniqueKeysWithValues: try rows("provinces.csv").dropFirst().map { ($0[0], $0[4]) })
        #expect(prefixes.count == 6)
        var names: Set<String> = []
        for home in try rows("homes.csv").dropFirst() {
            let region = try #require(Regions.region(code: home[4], onRevision: 2007), "\(home)")
            #expect(region.level == .county && !region.isHeading)
            #expect(home[1] == region.nameZh + "妇女之家")
            #expect(home[2] == region.nameEn + " Women's Home", "\(home[0]) \(region.nameEn)")
            #expect(prefixes[home[3]] == String(home[0].prefix(2)))
            #expect(home[3].prefix(2) == home[4].prefix(2))
            #expect(names.insert(home[3] + home[1]).inserted)
            #expect(ServiceMode(rawValue: home[5]) != nil && HostType(rawValue: home[6]) != nil)
            let start = try #require(CivilDate(iso: home[7]))
            #expect((2004...2007).contains(start.year))
        }
    }

    @Test func `beds belong to homes that have beds and lie within their dates`() throws {
        let homes = Dictionary(
            uniqueKeysWithValues: try rows("homes.csv").dropFirst().map { ($0[0], $0) })
        let beds = Array(try rows("beds.csv").dropFirst())
        var keys: Set<[String]> = []
        for bed in beds {
            let home = try #require(homes[bed[0]])
            #expect(home[5] != "DROP_IN" && BedType(rawValue: bed[3]) != nil)
            #expect(keys.insert(Array(bed.prefix(3))).inserted)
            let from = try #require(CivilDate(iso: bed[4]))
            let start = try #require(CivilDate(iso: home[7]))
            #expect(from >= start)
            #expect(bed[5].isEmpty || (CivilDate(iso: bed[5]).map { from < $0 } ?? false))
        }
        let withBeds = Set(beds.map { $0[0] })
        #expect((1_900...2_200).contains(beds.count))
        let without = homes.values.filter { !withBeds.contains($0[0]) }
        #expect(without.count == 14 && without.allSatisfy { $0[5] == "DROP_IN" })
    }

    @Test func `every list can be read, with both languages and no code twice`() throws {
        for name in ListTable.names {
            let list = try #require(ListTable.named(name))
            let lines = try rows("lists/\(name).csv")
            #expect(lines.first == ["code", "en", "zh", "activeFrom", "activeTo"])
            #expect(list.entries.count == lines.count - 1 && list.entries.count > 10)
            #expect(Set(list.entries.map(\.code)).count == list.entries.count)
            for entry in list.entries {
                #expect(!entry.label.english.isEmpty && !entry.label.chinese.isEmpty)
                #expect(HostileText.firstForbidden(in: entry.label.chinese) == nil)
            }
        }
        #expect(ListTable.named("ethnicities")?.entries.count == 56)
        let sections = ListTable.named("industries")?.entries.map(\.code).joined()
        #expect(sections == "ABCDEFGHIJKLMNOPQRSTU")
        #expect(ListTable.named("no such list") == nil)
    }

    @Test func `a list is looked up by code and by the beginning of its words`() throws {
        let list = try #require(ListTable.named("ethnicities"))
        let day = CivilDate(dayNumber: 13_500)
        #expect(list.label(of: "MH") == Phrase("Miao", "苗族"))
        #expect(list.label(of: "??") == Phrase(verbatim: "??"))
        #expect(list.matching("miao", on: day).map(\.code) == ["MH"])
        #expect(list.matching("苗", on: day).map(\.code) == ["MH"])
        #expect(list.matching("", on: day).count == 56)
        let entry = ListEntry(
            code: "X", label: Phrase(verbatim: "x"), activeFrom: day, activeTo: day.adding(days: 2))
        let active = [-1, 0, 1, 2].map { entry.isActive(on: day.adding(days: $0)) }
        #expect(active == [false, true, true, false])
    }

    @Test func `every field that names a list names one there is`() {
        func lists<R: Record>(_ type: R.Type) -> [String] {
            R.fields.compactMap { if case .list(let name) = $0.kind { name } else { nil } }
        }
        let named =
            lists(Person.self) + lists(Stay.self) + lists(Consent.self) + lists(Employer.self)
            + lists(JobOffer.self) + lists(CounsellingSession.self)
        #expect(named.count >= 7)
        for name in named { #expect(ListTable.named(name) != nil, "\(name)") }
    }
}

@Suite struct RegionsTests {
    @Test func `a code has its name and path in both languages`() {
        #expect(Regions.name(code: "341226") == Phrase("Yingshang County", "颍上县"))
        #expect(
            Regions.path("341226")
                == Phrase("Yingshang County, Fuyang City, Anhui Province", "安徽省 阜阳市 颍上县"))
        #expect(Regions.path("110101")?.chinese == "北京市 东城区")
        #expect(Regions.path("340000")?.chinese == "安徽省")
        for code in ["999999", "", "34122", "3412260", "34122x", "code"] {
            #expect(Regions.region(code: code) == nil && Regions.path(code) == nil)
        }
    }

    @Test func `a code means what it meant in its year`() {
        #expect(Regions.region(code: "341400", onRevision: 2007)?.nameZh == "巢湖市")
        #expect(Regions.region(code: "341400", onRevision: 2013) == nil)
        #expect(Regions.region(code: "340200", onRevision: 1990)?.nameZh == "芜湖市")
        #expect(Regions.region(code: "340200", onRevision: 2030)?.nameZh == "芜湖市")
    }

    @Test(arguments: [
        ("430529", "Chengbu Miao Autonomous County"), ("341322", "Xiaoxian County"),
        ("341500", "Lu'an City"), ("410621", "Xunxian County"), ("440113", "Panyu District"),
        ("430000", "Hunan Province"), ("150000", "Inner Mongolia Autonomous Region"),
        ("530828", "Lancang Lahu Autonomous County"), ("440306", "Bao'an District"),
        ("433100", "Xiangxi Tujia Miao Autonomous Prefecture"), ("500000", "Chongqing City"),
        ("610000", "Shaanxi Province"), ("140000", "Shanxi Province"), ("320116", "Luhe District"),
        ("532532", "Hekou Yao Autonomous County"), ("341821", "Langxi County"),
    ])
    func `places are written in English as they are read there`(code: String, name: String) {
        #expect(Regions.region(code: code, onRevision: 2007)?.nameEn == name)
    }

    @Test func `a county is found by name, pinyin, initials, province and code`() {
        for typed in ["颍上", "yingshang", "yingsx", "341226", "安徽 颍上", "anhui yingshang", "潁上"] {
            #expect(Regions.counties(matching: typed).first?.nameZh == "颍上县", "\(typed)")
        }
        #expect(Regions.counties(matching: "guangdong", limit: 500).count == 121)
        #expect(Regions.counties(matching: "nowhere at all").isEmpty)
        #expect(Regions.counties(matching: "", limit: 5).count == 5)
        #expect(Regions.counties(matching: "inner mongolia", limit: 500).count > 90)
        #expect(!Regions.counties(matching: "巢湖").contains { $0.nameZh == "市辖区" })
    }

    @Test func `a county is found by the English name it is shown with`() throws {
        var searched = 0
        for row in try CSVReader.rows(Array(ReferenceData.bytes("gb2260.csv"))).dropFirst() {
            guard let region = Regions.region(code: row.cells[0], onRevision: 2007),
                region.level == .county, !region.isHeading, row.cells[0].utf8.last == 0x31,
                let word = region.nameEn.split(separator: " ").first
            else { continue }
            searched += 1
            let found = Regions.counties(matching: String(word), limit: 200)
            #expect(found.contains(region), "\(word)")
        }
        print("counties looked for by their English name: \(searched)")
        #expect(searched > 300)
    }

    @Test func `every row of the table is found again by its code and has an English name`() throws
    {
        let rows = try CSVReader.rows(Array(ReferenceData.bytes("gb2260.csv"))).dropFirst()
        for row in rows {
            let year = try #require(Int(row.cells[2]))
            let region = try #require(Regions.region(code: row.cells[0], onRevision: year))
            #expect(region.nameZh == row.cells[1] && region.firstRevision == year)
            #expect(
                region.nameEn.allSatisfy { $0.isASCII || "üÜ".contains($0) }, "\(region.nameEn)")
            #expect(region.nameEn.first?.isUppercase == true)
        }
        print("divisions found by code: \(rows.count)")
        #expect(rows.count == 3_787)
    }
}
