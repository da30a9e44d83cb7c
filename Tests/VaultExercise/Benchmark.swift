import Crypto
import Foundation
import GRDB
import Vault

/// What sealing costs: the same work on a plain and on a sealed file, each several times in turn,
/// the median of each, and their ratio.
enum Benchmark {
    private static let rows = 60_000

    private struct Measured: Sendable {
        let name: String
        let work: @Sendable (DatabaseQueue) throws -> Int
    }

    static func run() throws {
        let folder = NSTemporaryDirectory() + "/vault-benchmark-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let storage = try SealedStorage(
            dataKey: SymmetricKey(size: .bits256), fileID: FileID())
        var times: [String: (plain: [Double], sealed: [Double])] = [:]
        var order: [String] = []
        for round in 0..<5 {
            for isSealed in [round.isMultiple(of: 2), !round.isMultiple(of: 2)] {
                let path = folder + "/\(round)-\(isSealed)"
                let queue = try openQueue(path, isSealed ? storage : nil)
                for measured in work {
                    let start = ContinuousClock.now
                    let units = try measured.work(queue)
                    let took = ContinuousClock.now - start
                    let each =
                        (Double(took.components.seconds) * 1e6
                            + Double(took.components.attoseconds) / 1e12) / Double(units)
                    if times[measured.name] == nil { order.append(measured.name) }
                    if isSealed {
                        times[measured.name, default: ([], [])].sealed.append(each)
                    } else {
                        times[measured.name, default: ([], [])].plain.append(each)
                    }
                }
                try queue.close()
                let took = try ContinuousClock().measure {
                    let again = try openQueue(path, isSealed ? storage : nil)
                    _ = try again.read { try Int.fetchOne($0, sql: "SELECT 1 FROM stay LIMIT 1") }
                }
                let size = try FileManager.default.attributesOfItem(atPath: path)[.size]
                if round == 4 {
                    print("opened \(isSealed ? "sealed" : "plain"), \(size ?? 0) bytes: \(took)")
                }
            }
        }
        try signIn(folder)
        for name in order {
            guard let both = times[name] else { continue }
            let (plain, sealed) = (median(both.plain), median(both.sealed))
            print(
                "\(name): \(format(plain)) -> \(format(sealed)) us, ratio \(format(sealed / plain))"
            )
        }
    }

    /// The key file at its real cost.
    private static func signIn(_ folder: String) throws {
        let file = KeyFile(besideFileAt: folder + "/signed")
        let user = Credentials(name: "li", password: "river stone candle lamp")
        let clock = ContinuousClock()
        let made = try clock.measure { _ = try file.create(first: user) }
        let opened = try clock.measure { _ = try file.unlock(user) }
        let refused = clock.measure {
            _ = try? file.unlock(Credentials(name: "nobody", password: "river stone"))
        }
        print("key file: made \(made), opened \(opened), refused \(refused)")
    }

    private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

    private static func format(_ value: Double) -> String { String(format: "%.2f", value) }

    private static let work: [Measured] = [
        Measured(name: "bulk insert, three indexes, a row") { queue in
            try queue.write { db in
                try db.execute(
                    sql: """
                        CREATE TABLE stay (
                            id INTEGER PRIMARY KEY, person TEXT NOT NULL, home INTEGER NOT NULL,
                            admitted INTEGER NOT NULL, left INTEGER, note TEXT);
                        CREATE INDEX stay_person ON stay (person);
                        CREATE INDEX stay_home ON stay (home, admitted);
                        CREATE INDEX stay_now ON stay (home) WHERE left IS NULL;
                        """)
                let statement = try db.makeStatement(
                    sql: "INSERT INTO stay VALUES (?, ?, ?, ?, ?, ?)")
                let note = String(repeating: "a plain note of a few words ", count: 6)
                for id in 0..<rows {
                    let mixed = id &* 2_654_435_761 % 1_000_003
                    try statement.execute(arguments: [
                        id, "person \(mixed)", mixed % 137, 9_000 + mixed % 1_100,
                        id % 40 == 0 ? nil : 10_200, note,
                    ])
                }
            }
            return rows
        },
        Measured(name: "point lookup") { queue in
            for number in 0..<20_000 {
                try queue.inDatabase { db in
                    let statement = try db.cachedStatement(
                        sql: "SELECT person, note FROM stay WHERE id = ?")
                    _ = try Row.fetchOne(
                        statement, arguments: [number &* 7_919 % rows])
                }
            }
            return 20_000
        },
        Measured(name: "point lookup in 1,000 rows") { queue in
            for number in 0..<20_000 {
                try queue.inDatabase { db in
                    let statement = try db.cachedStatement(
                        sql: "SELECT person, note FROM stay WHERE id = ?")
                    _ = try Row.fetchOne(statement, arguments: [number &* 7_919 % 1_000])
                }
            }
            return 20_000
        },
        Measured(name: "list page, 50 rows of a home by name") { queue in
            for number in 0..<400 {
                try queue.inDatabase { db in
                    let statement = try db.cachedStatement(
                        sql: """
                            SELECT id, person, admitted, note FROM stay
                            WHERE home = ? ORDER BY person, id LIMIT 50
                            """)
                    _ = try Row.fetchAll(statement, arguments: [number % 137])
                }
            }
            return 400
        },
        Measured(name: "occupancy tonight, 137 homes") { queue in
            for _ in 0..<200 {
                try queue.inDatabase { db in
                    let statement = try db.cachedStatement(
                        sql: "SELECT home, count(*) FROM stay WHERE left IS NULL GROUP BY home")
                    _ = try Row.fetchAll(statement)
                }
            }
            return 200
        },
        Measured(name: "occupancy of a past night, whole table") { queue in
            for night in 0..<10 {
                try queue.inDatabase { db in
                    let statement = try db.cachedStatement(
                        sql: """
                            SELECT home, count(*) FROM stay
                            WHERE admitted <= ?1 AND (left IS NULL OR left > ?1) GROUP BY home
                            """)
                    _ = try Row.fetchAll(statement, arguments: [9_500 + night])
                }
            }
            return 10
        },
        Measured(name: "durable commit") { queue in
            for number in 0..<150 {
                try queue.write { db in
                    try db.execute(
                        sql: "UPDATE stay SET left = ? WHERE id = ?",
                        arguments: [10_300 + number, number &* 7_919 % rows])
                }
            }
            return 150
        },
    ]
}
