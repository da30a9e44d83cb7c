import Foundation
import Testing

@testable import HomesCore

@Suite struct StaysImportTests {
    private func refused(
        _ rows: [String], heading: String = ImportFixture.stays, by signature: Signature? = nil,
        fixture: ImportFixture? = nil
    ) throws -> [String] {
        let fixture = try fixture ?? ImportFixture()
        let before = try fixture.contents()
        let report = try fixture.importStays(rows, heading: heading, by: signature)
        let after = try fixture.contents()
        #expect(before == after, "half imported")
        #expect(report.isImported == false)
        for fault in report.faults {
            #expect(!fault.phrase.english.isEmpty && !fault.phrase.chinese.isEmpty)
            #expect(fault.phrase.english.hasPrefix("row \(fault.row)"))
        }
        return report.faults.map { "\($0.row) \($0.column) \($0.problem)" }
    }

    @Test func `the samples import clean in every encoding, and the file checks clean`() throws {
        let fixture = try ImportFixture()
        let report = try fixture.store.importStays(
            try ImportFixture.sample("stays.csv"), by: fixture.admin)
        #expect(report.faults.isEmpty && report.warnings.isEmpty)
        #expect(report.staysMade == 6 && report.personsMade == 6 && report.isImported)
        var later = fixture.admin
        later.at = Instant(HouseFixture.day("2007-03-20"), hour: 10)
        let more = try fixture.store.importStays(
            try ImportFixture.sample("stays-gb18030.csv"), by: later)
        #expect(more.faults.isEmpty && more.staysMade == 3)
        #expect(try fixture.store.check().map(\.phrase.english) == [])
        #expect(try fixture.count("SELECT count(*) FROM bedAssignment") == 9)
        #expect(
            try fixture.count(
                "SELECT count(*) FROM stay WHERE entryDate = '2007-03-01' OR exitDate = '2007-03-09'"
            )
                >= 1)
        #expect(try fixture.count("SELECT count(*) FROM person WHERE nameZh = '尉迟样'") == 1)
        let text = String(decoding: try ImportFixture.sample("stays.csv"), as: UTF8.self)
        let utf16 = Array(text.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        for bytes in [[0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFF, 0xFE] + utf16] {
            let other = try ImportFixture()
            let report = try other.store.importStays(bytes, by: other.admin)
            #expect(report.staysMade == 6 && report.faults.isEmpty)
        }
    }

    @Test func `a second import changes nothing and says so`() throws {
        let fixture = try ImportFixture()
        let bytes = try ImportFixture.sample("stays.csv")
        _ = try fixture.store.importStays(bytes, by: fixture.admin)
        let before = try fixture.contents()
        let again = try fixture.store.importStays(bytes, by: fixture.admin)
        #expect(again.faults.count == 6)
        #expect(again.faults.allSatisfy { $0.problem == .alreadyThere })
        #expect(again.faults.map(\.place) == (2...7).map { "stays \($0) entryDate" })
        #expect(try fixture.contents() == before)
    }

    @Test func `without codes the same women are found again`() throws {
        let rows = [
            "AH-014,,王样小,1988-04-12,,2006-02-03,2006-02-05,1,1,1,OTHER",
            "AH-014,,王样小,1988-04-12,,2006-05-03,2006-05-05,1,2,1,OTHER",
            "AH-014,,李样,,341622199109300009,2006-02-03,2006-02-05,1,3,,",
            "AH-014,,李样,,341622199109300009,2006-03-03,,1,3,,",
            "AH-014,,,,,2006-04-01,2006-04-01,1,4,,", "AH-014,,,1980,,2006-04-02,2006-04-02,1,4,,",
        ]
        let fixture = try ImportFixture()
        let report = try fixture.importStays(rows)
        #expect(report.faults.map(\.phrase.english) == [])
        #expect(report.personsMade == 4 && report.staysMade == 6)
        #expect(
            try fixture.count("SELECT count(*) FROM person WHERE personCode = 'AH014-0004'") == 1)
        #expect(try fixture.store.check().isEmpty)
        #expect(
            try refused(rows, fixture: fixture)
                == (2...7).map { "\($0) entryDate alreadyThere" })
    }

    @Test func `an identity number fills birth date, sex and county`() throws {
        let fixture = try ImportFixture()
        let report = try fixture.importStays([
            "AH-014,,王样,,341226198804120009,2007-02-03,,1,1,,",
            "AH-014,,李样,1990,341226198804120001,2007-02-03,,1,2,,",
        ])
        #expect(report.isImported)
        #expect(report.warnings.first?.place == "stays 3 identityNumber")
        let persons = try fixture.store.read { try $0.fetchValid(Person.self, order: "personCode") }
        #expect(persons[0].prs_Birthdate == .said("1988-04-12"))
        #expect(persons[0].hukouCounty == .said("341226") && persons[0].prs_Gender == .feminine)
        #expect(persons[0].idDocumentType == .residentID18)
        #expect(persons[1].prs_Birthdate == .said("1990"))
        #expect(persons[1].prs_IdentityNumber == .said("341226198804120001"))
    }

    @Test func `open stays are active, recent exits are followed up, old ones are closed`() throws {
        let fixture = try ImportFixture()
        _ = try fixture.importStays([
            "AH-014,A-1,王样甲,,,2007-02-03,,1,1,,",
            "AH-014,A-2,王样乙,,,2006-12-03,2006-12-20,1,2,1,OTHER",
            "AH-014,A-3,王样丙,,,2006-02-03,2006-03-01,1,3,2,LEFT_WITHOUT_NOTICE",
            "AH-014,A-4,王样丁,,,2007-02-03,2007-03-01,1,4,1,去世",
            "AH-014,A-1,王样甲,,,2006-01-03,2006-01-10,1,1,1,OTHER",
        ])
        let statuses = try fixture.store.read {
            try $0.fetchValid(Case.self, order: "caseCode").map {
                "\($0.caseCode) \($0.cas_Status)"
            }
        }
        #expect(
            statuses == [
                "A-1-C1 active", "A-1-C2 closed", "A-2-C1 followUp", "A-3-C1 closed",
                "A-4-C1 closed",
            ])
        let due = try fixture.store.read { try $0.fetchValid(FollowUp.self).map(\.dueOn.iso) }
        #expect(due == ["2007-03-20"])
        #expect(
            try fixture.count(
                "SELECT count(*) FROM \"case\" WHERE cas_ReasonForCaseClosure IN ('DIED', "
                    + "'LEFT_WITHOUT_NOTICE')") == 2)
        #expect(try fixture.store.check().isEmpty)
        #expect(try fixture.count("SELECT count(*) FROM audit WHERE action = 'import'") == 2)
    }

    @Test func `dates are read as Excel and people write them`() throws {
        let fixture = try ImportFixture()
        let ways = [
            "2007-03-05", "2007/3/5", "2007-3-5", "2007年3月5日", "39146", "39146.5", "5/3/07",
            "２００７／３／５", "2007/3/5 0:00", "2007-03-05 00:00:00", "20070305",
        ]
        for (index, way) in ways.enumerated() {
            let report = try fixture.importStays([
                "AH-014,X-\(index),,,,\(way),\(way),1,1,1,OTHER"
            ])
            #expect(report.isImported, "\(way): \(report.faults.map(\.phrase.english))")
        }
        #expect(
            try fixture.count(
                "SELECT count(*) FROM stay WHERE entryDate = '2007-03-05' AND exitDate = '2007-03-05'"
            )
                == ways.count)
    }

    @Test func `labels of both languages head the columns, in any order, case and width`() throws {
        for heading in [
            "Bed,ROOM,Entry date,name,home code",
            "床号,房间,入住日期,姓名,妇女之家编号", "bed_number,Room,Entry  Date,nameZh,ＨｏｍｅCode",
        ] {
            let fixture = try ImportFixture()
            let report = try fixture.importStays(["1,1,2007-03-01,王样,ah-014"], heading: heading)
            #expect(report.staysMade == 1, "\(heading) \(report.faults.map(\.phrase.english))")
        }
        let fixture = try ImportFixture()
        let report = try fixture.importStays(
            ["AH-014,,王样,,,2007-02-01,2007-02-02,1,1,Left early by her own choice,回到家中"])
        #expect(report.staysMade == 1)
        #expect(
            try fixture.count(
                "SELECT count(*) FROM stay WHERE exitType = '2' "
                    + "AND homesOpen(destination, 'stay.destination.' || id, NULL) = 'RETURNED_TO_FAMILY'"
            ) == 1)
    }

    @Test func `every wrong cell is named by row and column`() throws {
        let good = "AH-014,,王样,1990,,2007-02-01,2007-02-03,1,1,1,OTHER"
        let cases: [(String, String)] = [
            ("ZZ-999,,王,,,2007-02-01,,1,1,,", "homeCode unknownHome"),
            ("AH14,,王,,,2007-02-01,,1,1,,", "homeCode homeCodeForm"),
            (",,王,,,2007-02-01,,1,1,,", "homeCode missing"),
            (
                "YN-010,,王,,,2007-02-01,,1,1,,",
                "homeCode refused(HomesCore.Refusal.dropInHasNoBeds)"
            ),
            ("AH-014,,王,,,2007-02-01,,9,1,,", "room unknownRoom"),
            ("AH-014,,王,,,2007-02-01,,1,99,,", "bedNumber unknownBed"),
            ("AH-014,,王,,,2007-02-01,,,1,,", "room missing"),
            ("AH-014,,王,,,2007-02-01,,1,,,", "bedNumber missing"),
            ("AH-014,,王,,,,,1,1,,", "entryDate missing"),
            ("AH-014,,王,,,2007-02-30,,1,1,,", "entryDate noSuchDay"),
            ("AH-014,,王,,,2007-02,,1,1,,", "entryDate needsDay"),
            ("AH-014,,王,,,t-1,,1,1,,", "entryDate notADate"),
            ("AH-014,,王,,,1492-02-01,,1,1,,", "entryDate yearOutOfRange"),
            ("AH-014,,王,,,2007-03-06,,1,1,,", "entryDate inFuture"),
            ("AH-014,,王,,,2007-03-01,2007-03-06,1,1,,", "exitDate inFuture"),
            ("AH-014,,王,,,2007-03-01,2007-02-06,1,1,,", "exitDate exitBeforeEntry"),
            ("AH-014,,王,,,2007-03-01,,1,1,1,", "exitType exitDateMissing"),
            ("AH-014,,王,,,2007-03-01,2007-03-02,1,1,,NOWHERE", "destination notInList"),
            (
                "AH-014,,王,,,2004-03-01,2004-03-02,1,1,,",
                "entryDate refused(HomesCore.Refusal.stayOutsideOperation)"
            ),
            ("AH-014,,王,2007-03-04,,2007-03-01,,1,1,,", "birthdate bornAfterEntry"),
            ("AH-014,,王,nineteen,,2007-03-01,,1,1,,", "birthdate notADate"),
            ("AH-014,,王,,3.41226E+17,2007-03-01,,1,1,,", "identityNumber roundedNumber"),
            ("AH-014,GD006-0001,王,,,2007-03-01,,1,1,,", "personCode personCodeForm"),
            ("AH-014,王小,王,,,2007-03-01,,1,1,,", "personCode personCodeForm"),
            (
                "AH-014,AH014-99999999999999999999,王,,,2007-03-01,,1,1,,",
                "personCode personCodeForm"
            ),
            ("AH-014,,王\u{202E}样,,,2007-03-01,,1,1,,", "nameZh hostile"),
            ("AH-014,,#8,,,2007-03-01,,1,1,,", "nameZh text"),
            ("AH-014,,王,,,2007-03-01,,1,1,,,,x", "column M cellBeyondHeading"),
        ]
        for (row, expected) in cases {
            let faults = try refused([good, row])
            #expect(
                faults.count == 1 && faults[0].hasPrefix("3 " + expected),
                "\(row): \(faults), not \(expected)")
        }
        print("faulty rows of stays tried: \(cases.count)")
        let fixture = try ImportFixture()
        let control = try fixture.importStays([good])
        #expect(control.isImported && control.staysMade == 1)
        let hostile = try fixture.importStays(["AH-014,,王\u{202E}样,,,2007-03-01,,1,1,,"])
        #expect(hostile.faults[0].phrase.english.contains("U+202E"))
        #expect(!hostile.faults[0].phrase.english.contains("王"))
    }

    @Test func `rows that do not go together are faults of the later row`() throws {
        let first = "AH-014,A-1,王样,1990,341226198804120009,2007-02-01,2007-02-10,1,1,1,OTHER"
        let cases: [(String, String)] = [
            ("AH-014,A-2,李样,,,2007-02-05,,1,1,,", "bedNumber refused(HomesCore.Refusal.bedTaken)"),
            (
                "AH-014,A-1,王样,,,2007-02-05,,1,2,,",
                "entryDate refused(HomesCore.Refusal.stayOverlap)"
            ),
            ("AH-014,A-1,王样,,,2007-02-01,2007-02-02,1,2,,", "entryDate twiceInFile(row: 2)"),
            ("AH-014,A-1,李样,,,2007-02-15,,1,2,,", "nameZh personDiffers"),
            ("AH-014,A-1,王样,1985,,2007-02-15,,1,2,,", "birthdate personDiffers"),
            (
                "AH-014,A-1,王样,,341226198504120009,2007-02-15,,1,2,,",
                "identityNumber personDiffers"
            ),
            ("GD-006,A-1,王样,,,2007-02-15,,1,2,,", "personCode personCodeOfAnotherHome"),
        ]
        for (row, expected) in cases {
            let faults = try refused([first, row])
            #expect(faults.count == 1 && faults[0] == "3 " + expected, "\(row): \(faults)")
        }
        let fixture = try ImportFixture()
        let report = try fixture.importStays([
            first, "AH-014,,另名,,341226198804120009,2007-02-20,2007-02-21,1,1,,",
            "AH-014,A-9,又名,,341226198804120009,2007-02-22,2007-02-23,1,1,,",
        ])
        #expect(report.isImported && report.personsMade == 2)
        #expect(report.warnings.map(\.problem).contains(.nameDiffers))
        #expect(report.warnings.map(\.problem).contains(.numberUnderAnotherCode))
    }

    @Test func `beds held, out of service or out of the inventory are refused`() throws {
        let fixture = try ImportFixture()
        let beds = try fixture.store.read {
            try $0.fetchValid(
                Bed.self,
                """
                roomId IN (SELECT r.id FROM room r JOIN home h ON h.id = r.homeId
                  WHERE h.homeCode = 'AH-014' AND r.name = '1')
                """, order: "bedNumber"
            ).map(\.id)
        }
        try fixture.store.perform(.closeBed, fixture.admin) { op in
            for (index, status) in [BedStatus.held, .outOfService].enumerated() {
                var period = BedStatusPeriod()
                period.bedId = beds[index]
                period.fromNight = HouseFixture.day("2007-02-01")
                period.status = status
                try op.insert(period, about: nil)
            }
        }
        try fixture.store.endInventory(
            ofBed: beds[2], from: HouseFixture.day("2007-01-01"), by: fixture.admin)
        let faults = try refused(
            (1...3).map { "AH-014,,王\($0),,,2007-02-05,,1,\($0),," }, fixture: fixture)
        #expect(
            faults
                == zip(2..., ["bedHeld", "bedOutOfService", "bedOutsideInventory"]).map {
                    "\($0) bedNumber refused(HomesCore.Refusal.\($1))"
                })
    }

    @Test func `columns that are unknown, doubled or missing are named`() throws {
        #expect(
            try refused([], heading: "homeCode,shoe size,nameZh,entryDate,Entry date,bedNumber")
                == [
                    "1 column B unknownColumn", "1 entryDate doubledColumn", "1 room missingColumn",
                ])
        let fixture = try ImportFixture()
        let none = try fixture.store.importStays([], by: fixture.admin)
        #expect(none.faults.map(\.problem) == [.fileIsEmpty])
    }

    @Test func `rows are counted as a spreadsheet shows them`() throws {
        let faults = try refused([
            "\"AH-014\",,\"王\n样\",,,2007-03-01,,1,1,,", "", "AH-014,,王,,,2007-03-01,,1,77,,",
            ",,,,,,,,,,", "AH-014,,王,,,2007-03-01,,1,78,,",
        ])
        #expect(faults.count == 3)
        #expect(faults[0].hasPrefix("2 nameZh hostile"))
        #expect(faults[1] == "4 bedNumber unknownBed" && faults[2] == "6 bedNumber unknownBed")
    }

    @Test func `what is too large or broken says so`() throws {
        var limits = CSVLimits()
        (limits.rows, limits.columns, limits.fieldBytes) = (2, 20, 40)
        let fixture = try ImportFixture()
        let row = "AH-014,,王,,,2007-03-01,,1,1,,"
        func problems(_ text: [UInt8]) throws -> [String] {
            try fixture.store.importStays(text, by: fixture.admin, limits: limits).faults
                .map { "\($0.row) \($0.column) \($0.problem)" }
        }
        let heading = "homeCode,nameZh,entryDate,room,bedNumber"
        let short = "AH-014,王,2007-03-01,1,1"
        func bytes(_ rows: [String]) -> [UInt8] {
            Array(([heading] + rows).joined(separator: "\n").utf8)
        }
        #expect(try problems(bytes([short, short])).last == "3  tooManyRows")
        #expect(
            try problems(bytes([short + String(repeating: ",", count: 30)])) == [
                "2  tooManyColumns"
            ])
        let long = String(repeating: "王", count: 20)
        #expect(try problems(bytes(["AH-014,\(long),2007-03-01,1,1"])) == ["2 nameZh cellTooLong"])
        #expect(try problems(bytes(["AH-014,\"王"])) == ["2 nameZh quoteNotClosed"])
        #expect(try problems(bytes(["AH-014,\"王\"x,"])) == ["2 nameZh textAfterQuote"])
        limits.fileBytes = 10
        #expect(try problems(bytes([row])) == ["1  fileTooLarge"])
        limits = CSVLimits()
        let broken = try fixture.store.importStays(
            bytes([short]) + [0xFF, 0xFF, 0x80], by: fixture.admin)
        #expect(broken.faults.count == 1 && broken.faults[0].row == 1)
    }

    @Test func `a dry run tells everything and changes nothing`() throws {
        let fixture = try ImportFixture()
        let before = try fixture.contents()
        let report = try fixture.store.importStays(
            try ImportFixture.sample("stays.csv"), dryRun: true, by: fixture.admin)
        #expect(report.staysMade == 6 && report.faults.isEmpty && !report.isImported)
        #expect(try fixture.contents() == before)
    }

    @Test func `home staff import stays of their own home, supervisors none`() throws {
        let house = try HouseFixture()
        func run(_ home: String, by signature: Signature) throws -> ImportReport {
            let text = ImportFixture.stays + "\n\(home),,王样,,,2007-03-01,,2,1,,"
            return try house.store.importStays(Array(text.utf8), by: signature)
        }
        #expect(throws: StoreError.refused(.roleMayNot)) {
            try run("AH-014", by: house.supervisor)
        }
        #expect(try run("GD-002", by: house.worker).faults.map(\.problem) == [.anotherHome])
        #expect(try run("AH-014", by: house.worker).staysMade == 1)
        #expect(try run("GD-002", by: house.admin).staysMade == 1)
        #expect(throws: StoreError.refused(.roleMayNot)) {
            try house.store.importRegistry(homes: [], beds: [], by: house.worker)
        }
    }
}
