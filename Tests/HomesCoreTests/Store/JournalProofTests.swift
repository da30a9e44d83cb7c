import Foundation
import GRDB
import Testing

@testable import HomesCore

/// S4: a journal that is edited, reordered, cut or put back is noticed without the program that
/// wrote it.
@Suite struct JournalProofTests {
    /// A house with some days of work in two journals.
    private func house() throws -> HouseFixture {
        let house = try HouseFixture()
        for index in 0..<3 {
            let admission = try house.admit(["王小明", "李丽", "周敏"][index], bed: index)
            var person = admission.person
            person.alias = .said("阿\(index)")
            person.skills = .said("sewing")
            _ = try house.store.editPerson(person, by: house.worker)
            _ = try house.store.residentPage(person.id, by: house.worker)
        }
        return house
    }

    /// Does something to the file behind the program's back, proves the journals and takes it back.
    private func proof(
        _ house: HouseFixture, against anchor: JournalAnchor? = nil,
        after tamper: (Database) throws -> Void
    ) throws -> JournalProof {
        var proof: JournalProof?
        try house.store.queue.inDatabase { db in
            try db.inTransaction {
                let names = try String.fetchAll(
                    db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
                for name in names { try db.execute(sql: "DROP TRIGGER \"\(name)\"") }
                try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
                try tamper(db)
                proof = try db.proveJournals(against: anchor)
                return .rollback
            }
            try db.execute(sql: "PRAGMA ignore_check_constraints = OFF")
        }
        return try #require(proof)
    }

    @Test func `what the program wrote is proved, and its anchor reads back`() throws {
        let house = try house()
        let proof = try house.store.proveJournals()
        #expect(proof.faults.isEmpty)
        #expect(proof.entries == (try house.count("SELECT count(*) FROM audit")))
        #expect(proof.heads.map(\.journal).sorted() == ["AH-014", "GD-002", "PROGRAMME"])
        let anchor = JournalAnchor(proof)
        #expect(JournalAnchor(text: anchor.text) == anchor)
        #expect(try house.store.proveJournals(against: anchor).faults.isEmpty)
        #expect(anchor.words(in: .english).count == 10 && anchor.words(in: .chinese).count == 10)
        // More work after the anchor is no fault.
        _ = try house.store.addContact(
            {
                var contact = Contact()
                contact.personId = try house.store.read {
                    try String.fetchOne($0, sql: "SELECT id FROM person") ?? ""
                }
                return contact
            }(), by: house.worker)
        #expect(try house.store.proveJournals(against: anchor).faults.isEmpty)
        #expect(
            JournalAnchor(try house.store.proveJournals()).words(in: .english)
                != anchor.words(in: .english))
    }

    @Test func `no text but an anchor is taken for one`() {
        let line = "AH-014 3 " + String(repeating: "0f", count: 32)
        #expect(JournalAnchor(text: "homes anchor 1\n" + line + "\n")?.heads.count == 1)
        for text in [
            "", "homes anchor 2\n" + line, line, "homes anchor 1\nAH-014 3",
            "homes anchor 1\nAH-014 0 " + String(repeating: "0f", count: 32),
            "homes anchor 1\nAH-014 3 " + String(repeating: "0g", count: 32),
            "homes anchor 1\nAH-014 3 0f0f",
        ] {
            #expect(JournalAnchor(text: text) == nil, "\(text)")
        }
    }

    @Test func `every way of bending the trail is noticed, and a file left alone is not`() throws {
        let house = try house()
        let anchor = JournalAnchor(try house.store.proveJournals())
        let count = try house.count("SELECT count(*) FROM audit WHERE journal = 'AH-014'")
        let sealed = try house.store.read {
            try Int.fetchAll(
                $0,
                sql: """
                    SELECT seq FROM audit WHERE journal = 'AH-014' AND sealed IS NOT NULL
                    ORDER BY seq
                    """)
        }
        try #require(sealed.count >= 6)
        var random = SeededGenerator(seed: 4)
        var noticed: [String: Int] = [:]
        let cases = ProcessInfo.processInfo.environment["RELEASE"] == nil ? 500 : 20_000
        for number in 0..<cases {
            let seq = Int.random(in: 1..<count, using: &random)
            let column = JournalChain.columns.dropFirst(2).randomElement(using: &random) ?? "at"
            let one = "journal = 'AH-014' AND seq = \(seq)"
            let secret = try #require(sealed.randomElement(using: &random))
            let another = try #require(sealed.filter { $0 != secret }.randomElement(using: &random))
            let ways: [(name: String, needsAnchor: Bool, sql: String)] = [
                ("edited", false, "UPDATE audit SET \"\(column)\" = 'x' WHERE \(one)"),
                ("emptied", false, "UPDATE audit SET at = '' WHERE \(one)"),
                ("deleted", false, "DELETE FROM audit WHERE \(one)"),
                (
                    "renumbered", false,
                    """
                    UPDATE audit SET seq = 999999 WHERE \(one);
                    UPDATE audit SET seq = \(seq) WHERE journal = 'AH-014' AND seq = \(seq + 1);
                    UPDATE audit SET seq = \(seq + 1) WHERE seq = 999999
                    """
                ),
                ("rehashed", false, "UPDATE audit SET hash = randomblob(32) WHERE \(one)"),
                ("moved", false, "UPDATE audit SET journal = 'AH-015' WHERE \(one)"),
                (
                    "doubled", false,
                    """
                    INSERT INTO audit (journal, seq, at, userId, role, operationId, operation,
                      action, prevHash, hash)
                    SELECT journal, (SELECT max(seq) + 1 FROM audit WHERE journal = 'AH-014'), at,
                      userId, role, operationId, operation, action, prevHash, hash
                    FROM audit WHERE \(one)
                    """
                ),
                (
                    "resealed", false,
                    """
                    UPDATE audit SET sealed = randomblob(length(sealed))
                    WHERE journal = 'AH-014' AND seq = \(secret)
                    """
                ),
                (
                    "unsealed", false,
                    "UPDATE audit SET sealed = NULL WHERE journal = 'AH-014' AND seq = \(secret)"
                ),
                (
                    "exchanged", false,
                    """
                    UPDATE audit SET sealed = (SELECT sealed FROM audit
                      WHERE journal = 'AH-014' AND seq = \(another))
                    WHERE journal = 'AH-014' AND seq = \(secret)
                    """
                ),
                ("cut", true, "DELETE FROM audit WHERE journal = 'AH-014' AND seq > \(seq)"),
                (
                    "put back", true,
                    "DELETE FROM audit WHERE id > (SELECT id FROM audit WHERE \(one))"
                ),
                ("thrown away", true, "DELETE FROM audit WHERE journal = 'AH-014'"),
            ]
            let way = ways[number % ways.count]
            let proof = try proof(house, against: way.needsAnchor ? anchor : nil) {
                try $0.execute(sql: way.sql)
            }
            #expect(!proof.faults.isEmpty, "\(way.name) \(seq) \(column)")
            noticed[way.name, default: 0] += proof.faults.isEmpty ? 0 : 1
            if number % 50 == 0 {
                // The control: nothing was done, and nothing is said.
                #expect(try self.proof(house, against: anchor) { _ in }.faults.isEmpty)
            }
        }
        print("journals bent: \(cases), noticed \(noticed.sorted { $0.key < $1.key })")
        #expect(noticed.values.reduce(0, +) == cases)
    }

    @Test func `who makes every hash anew is noticed by the anchor alone`() throws {
        let house = try house()
        let anchor = JournalAnchor(try house.store.proveJournals())
        func forge(_ db: Database) throws {
            try db.execute(
                sql: "UPDATE audit SET userId = 'x' WHERE journal = 'AH-014' AND seq = 2")
            let columns = JournalChain.columns.map { "\"\($0)\"" }.joined(separator: ", ")
            var last = JournalChain.start(of: "AH-014")
            for row in try Row.fetchAll(
                db,
                sql:
                    "SELECT id, \(columns), sealed FROM audit WHERE journal = 'AH-014' ORDER BY seq"
            ) {
                let values = (1...JournalChain.columns.count).map { index -> String? in
                    index == 2 ? String(row[index] as Int) : row[index] as String?
                }
                let hash = JournalChain.hash(
                    after: last, values, sealed: row[JournalChain.columns.count + 1])
                try db.execute(
                    sql: "UPDATE audit SET prevHash = ?, hash = ? WHERE id = ?",
                    arguments: [last, hash, row[0] as Int])
                last = hash
            }
        }
        #expect(try proof(house, after: forge).faults.isEmpty)
        let faults = try proof(house, against: anchor, after: forge).faults
        #expect(faults.count == 1)
        guard case .replaced("AH-014", _)? = faults.first else {
            Issue.record("\(faults)")
            return
        }
    }

    @Test func `a value that is missing and one that is empty are not the same`() {
        let start = JournalChain.start(of: "AH-014")
        let hashes =
            [[nil, ""], ["", nil], ["a", "b"], ["ab", ""], ["", "ab"], [nil, nil]]
            .map { JournalChain.hash(after: start, $0, sealed: nil) }
            + [Data(), Data([0])].map { JournalChain.hash(after: start, [nil, nil], sealed: $0) }
        #expect(Set(hashes).count == hashes.count)
        #expect(JournalChain.start(of: "AH-014") != JournalChain.start(of: "AH-015"))
    }
}
