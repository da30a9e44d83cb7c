import Crypto
import Foundation
import GRDB
import Glibc
import Vault

// For the tests of the vault: `write FILE KEY ID COUNT` adds to the counter in a sealed file and
// prints each number once it has been committed; `careless` reads it outside of the transaction and
// prints too early, and is there to be caught; `benchmark` compares sealed and plain.

func bytes(_ text: String) -> [UInt8] {
    stride(from: 0, to: text.count - 1, by: 2).compactMap { offset in
        UInt8(text.dropFirst(offset).prefix(2), radix: 16)
    }
}

/// The store's cache, unless the benchmark is told another.
let cacheKibibytes = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 8_000

func openQueue(_ path: String, _ storage: SealedStorage?) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(30)
    configuration.prepareDatabase { db in
        if let storage {
            if let connection = db.sqliteConnection { try storage.prepare(connection) }
        } else {
            try db.execute(
                sql: """
                    PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;
                    PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON;
                    """)
        }
        try db.execute(sql: "PRAGMA cache_size = -\(cacheKibibytes)")
    }
    return try DatabaseQueue(
        path: storage?.location(ofFileAt: path) ?? path, configuration: configuration)
}

/// One more, in a transaction of its own.
func add(_ queue: DatabaseQueue, to known: Int?) throws -> Int {
    try queue.writeWithoutTransaction { db in
        var number = 0
        try db.inTransaction(.immediate) {
            number = try known ?? Int.fetchOne(db, sql: "SELECT value FROM counter") ?? 0
            number += 1
            try db.execute(sql: "UPDATE counter SET value = ?", arguments: [number])
            try db.execute(
                sql: "INSERT OR REPLACE INTO entry VALUES (?, ?, randomblob(?))",
                arguments: [number, getpid(), Int.random(in: 10...6000)])
            try db.execute(
                sql: "UPDATE entry SET note = x'' WHERE number = ?", arguments: [number - 20])
            return .commit
        }
        return number
    }
}

func write(
    _ path: String, _ key: [UInt8], _ id: [UInt8], count: Int, isCareless: Bool
) throws {
    guard let fileID = FileID(id) else { exit(2) }
    let storage = try SealedStorage(dataKey: SymmetricKey(data: key), fileID: fileID)
    let queue = try openQueue(path, storage)
    func say(_ number: Int) { FileHandle.standardOutput.write(Data("\(number)\n".utf8)) }
    for _ in 0..<count {
        if isCareless {
            let known = try queue.read { try Int.fetchOne($0, sql: "SELECT value FROM counter") }
            say((known ?? 0) + 1)
            _ = try add(queue, to: known)
        } else {
            say(try add(queue, to: nil))
        }
    }
}

let arguments = CommandLine.arguments.dropFirst()
switch arguments.first {
case "write" where arguments.count == 5, "careless" where arguments.count == 5:
    let rest = Array(arguments.dropFirst())
    try write(
        rest[0], bytes(rest[1]), bytes(rest[2]), count: Int(rest[3]) ?? 0,
        isCareless: arguments.first == "careless")
case "benchmark":
    try Benchmark.run()
default:
    FileHandle.standardError.write(
        Data("write|careless FILE KEY ID COUNT | benchmark [KIBIBYTES]\n".utf8))
    exit(2)
}
