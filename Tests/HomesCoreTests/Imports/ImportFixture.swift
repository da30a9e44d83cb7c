import Foundation
import GRDB

@testable import HomesCore

/// A programme with an administrator and the sample's registry, to import into. Invented. Its today
/// is 2007-03-05.
struct ImportFixture {
    let store: HomesStore
    let admin: Signature

    static let homes =
        "homeCode,nameZh,nameEn,provinceCode,countyCode,serviceMode,hostType,"
        + "operatingStartDate,operatingEndDate"
    static let beds = "homeCode,room,bedNumber,bedType,inventoryStartDate,inventoryEndDate"
    static let stays =
        "homeCode,personCode,nameZh,birthdate,identityNumber,entryDate,exitDate,"
        + "room,bedNumber,exitType,destination"

    init(registry: Bool = true) throws {
        store = try HomesStore.throwaway()
        var first = User()
        first.userName = "ana"
        first.role = .admin
        var programme = Programme()
        programme.nameEn = "Test"
        programme.nameZh = "测试"
        let saved = try store.setUp(
            programme: programme, firstUser: first, at: HouseFixture.now)
        admin = Signature(userId: saved.id, role: .admin, at: HouseFixture.now)
        guard registry else { return }
        _ = try store.importRegistry(
            homes: try ImportFixture.sample("homes.csv"),
            beds: try ImportFixture.sample("beds.csv"), by: admin)
    }

    static func sample(_ name: String) throws -> [UInt8] {
        let folder = URL(filePath: #filePath).appending(path: "../../../../data/sample")
        return Array(try Data(contentsOf: folder.appending(path: name).standardized))
    }

    func importStays(
        _ rows: [String], heading: String = ImportFixture.stays, dryRun: Bool = false,
        by signature: Signature? = nil
    ) throws -> ImportReport {
        let text = ([heading] + rows).joined(separator: "\n")
        return try store.importStays(
            Array(text.utf8), dryRun: dryRun, by: signature ?? admin)
    }

    func importRegistry(
        homes: [String] = [], beds: [String] = [], homesHeading: String = ImportFixture.homes,
        bedsHeading: String = ImportFixture.beds, dryRun: Bool = false
    ) throws -> ImportReport {
        try store.importRegistry(
            homes: Array(([homesHeading] + homes).joined(separator: "\n").utf8),
            beds: Array(([bedsHeading] + beds).joined(separator: "\n").utf8), dryRun: dryRun,
            by: admin)
    }

    func count(_ sql: String) throws -> Int {
        try store.read { try Int.fetchOne($0, sql: sql) ?? 0 }
    }

    /// Every row of records and the journal's length, to compare before and after.
    func contents() throws -> [String] {
        let journal = try count("SELECT count(*) FROM audit")
        return ["audit \(journal)"]
            + (try store.read { db in
                try RecordKinds.all.flatMap { kind in
                    let list = kind.columns.map { "quote(\"\($0)\")" }.joined(separator: "||'|'||")
                    return try String.fetchAll(
                        db,
                        sql: "SELECT '\(kind.table)|'||id||'|'||\(list) FROM \"\(kind.table)\"")
                }
            })
    }
}

/// Where and what a fault is, short enough to compare.
extension ImportFault {
    var place: String { "\(file.rawValue) \(row) \(column)" }
}
