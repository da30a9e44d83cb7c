import GRDB

/// A small piece of work with invariants: what has been acknowledged is there, nothing is there
/// by half, and the sum never changes.
struct Ledger {
    static let accounts = 60
    static let sum = 60_000

    static func create(_ queue: DatabaseQueue) throws {
        try queue.write { db in
            try db.execute(
                sql: """
                    CREATE TABLE account (id INTEGER PRIMARY KEY, balance INTEGER, filler BLOB);
                    CREATE TABLE entry (number INTEGER PRIMARY KEY, note BLOB);
                    CREATE INDEX entry_note ON entry (note);
                    """)
            for id in 1...accounts {
                try db.execute(
                    sql: "INSERT INTO account VALUES (?, ?, randomblob(900))",
                    arguments: [id, sum / accounts])
            }
        }
    }

    /// One transaction: money moves, pages grow and shrink, a savepoint is rolled back.
    static func work(_ queue: DatabaseQueue, number: Int, _ dice: inout Dice) throws {
        let (from, to) = (
            Int.random(in: 1...accounts, using: &dice), Int.random(in: 1...accounts, using: &dice)
        )
        let amount = Int.random(in: 1...50, using: &dice)
        let size = Int.random(in: 10...9000, using: &dice)
        let isLarge = Int.random(in: 0..<3, using: &dice) == 0
        try queue.writeWithoutTransaction { db in
            try db.inTransaction(.immediate) {
                try db.execute(
                    sql: "UPDATE account SET balance = balance - ? WHERE id = ?",
                    arguments: [amount, from])
                if isLarge {
                    try db.execute(sql: "UPDATE account SET filler = randomblob(900)")
                    try db.inSavepoint {
                        try db.execute(sql: "UPDATE account SET balance = 0, filler = NULL")
                        return .rollback
                    }
                }
                try db.execute(
                    sql: "UPDATE account SET balance = balance + ? WHERE id = ?",
                    arguments: [amount, to])
                try db.execute(
                    sql: "INSERT INTO entry VALUES (?, randomblob(?))", arguments: [number, size])
                try db.execute(
                    sql: "UPDATE entry SET note = x'00' WHERE number < ?", arguments: [number - 3])
                return .commit
            }
        }
    }

    /// What is wrong, in words; nil when everything holds. `done` is what was acknowledged.
    static func fault(_ queue: DatabaseQueue, acknowledged done: Int) throws -> String? {
        try queue.read { db in
            let check = try String.fetchOne(db, sql: "PRAGMA integrity_check")
            if check != "ok" { return "integrity: \(check ?? "nothing")" }
            let sum = try Int.fetchOne(db, sql: "SELECT sum(balance) FROM account")
            if sum != Self.sum { return "sum is \(sum ?? -1)" }
            let last = try Int.fetchOne(db, sql: "SELECT max(number) FROM entry") ?? 0
            let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM entry") ?? 0
            if last != count { return "\(count) entries up to \(last)" }
            return last == done || last == done + 1 ? nil : "\(done) acknowledged, \(last) there"
        }
    }
}
