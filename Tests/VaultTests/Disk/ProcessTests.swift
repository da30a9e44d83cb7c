import Crypto
import Foundation
import GRDB
import Glibc
import Testing

@testable import Vault

/// Real processes on one sealed file: killed while they write, and several at once.
@Suite(.serialized) struct ProcessTests {
    private static func prepared() throws -> Workbench {
        let bench = try Workbench()
        let queue = try bench.queue()
        try queue.write { db in
            try db.execute(
                sql: """
                    CREATE TABLE counter (value INTEGER);
                    INSERT INTO counter VALUES (0);
                    CREATE TABLE entry (number INTEGER PRIMARY KEY, process INTEGER, note BLOB);
                    CREATE INDEX entry_note ON entry (note);
                    """)
        }
        try queue.close()
        return bench
    }

    /// A writer; what it prints ends up in the pipe.
    private static func writer(
        _ bench: Workbench, count: Int, careless: Bool = false
    ) throws -> (Process, Pipe) {
        let process = Process()
        let tests = URL(fileURLWithPath: CommandLine.arguments[0])
        process.executableURL = tests.deletingLastPathComponent()
            .appendingPathComponent("VaultExercise")
        let key = bench.dataKey.withUnsafeBytes { $0.map { Hexadecimal.pair($0) }.joined() }
        let id = bench.storage.fileID.bytes.map { Hexadecimal.pair($0) }.joined()
        process.arguments = [careless ? "careless" : "write", bench.path, key, id, "\(count)"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        return (process, pipe)
    }

    /// - Parameter read: What was taken from the pipe before.
    private static func lastNumber(_ pipe: Pipe, after read: Data = Data()) -> Int? {
        let text = String(
            bytes: read + pipe.fileHandleForReading.readDataToEndOfFile(), encoding: .utf8)
        // A number counts once its line is complete.
        return text?.split(separator: "\n", omittingEmptySubsequences: false).dropLast().last
            .flatMap { Int($0) }
    }

    private static func state(_ bench: Workbench) throws -> (
        value: Int, entries: Int, check: String
    ) {
        let queue = try bench.queue()
        defer { try? queue.close() }
        return try queue.read { db in
            (
                try Int.fetchOne(db, sql: "SELECT value FROM counter") ?? -1,
                try Int.fetchOne(db, sql: "SELECT count(*) FROM entry") ?? -1,
                try String.fetchOne(db, sql: "PRAGMA integrity_check") ?? ""
            )
        }
    }

    @Test func `a writer killed at any moment loses nothing that it had acknowledged`() throws {
        let bench = try Self.prepared()
        var dice = Dice(seed: 11)
        var known = 0
        var hot = 0
        let kills = isRelease ? 500 : 40
        for number in 0..<kills {
            let (process, pipe) = try Self.writer(bench, count: 100_000)
            // Every other one is killed at work, however slowly this machine starts a program.
            let read = number.isMultiple(of: 2) ? Data() : pipe.fileHandleForReading.availableData
            usleep(UInt32.random(in: 15_000...70_000, using: &dice))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            hot += FileManager.default.fileExists(atPath: bench.journalPath) ? 1 : 0
            let acknowledged = Self.lastNumber(pipe, after: read) ?? known
            let state = try Self.state(bench)
            #expect(state.value == acknowledged || state.value == acknowledged + 1)
            #expect(state.entries == state.value && state.check == "ok")
            known = state.value
        }
        print("kills: \(kills), a journal left by \(hot), \(known) commits")
        #expect(known > kills / 4 && hot > 0)
    }

    @Test func `two programs that write at once lose no update`() throws {
        let bench = try Self.prepared()
        let count = isRelease ? 2_000 : 150
        let writers = try (0..<2).map { _ in try Self.writer(bench, count: count) }
        for (process, pipe) in writers {
            #expect(Self.lastNumber(pipe) != nil)
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
        let state = try Self.state(bench)
        #expect(state.value == 2 * count && state.entries == 2 * count && state.check == "ok")
        print("two writers: \(2 * count) updates, \(state.value) counted")
    }

    @Test func `a writer that promises too early or reads outside is caught by this suite`() throws
    {
        let bench = try Self.prepared()
        var dice = Dice(seed: 12)
        var caught = 0
        for _ in 0..<12 {
            let (process, pipe) = try Self.writer(bench, count: 100_000, careless: true)
            let read = pipe.fileHandleForReading.availableData
            usleep(UInt32.random(in: 1_000...60_000, using: &dice))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let acknowledged = Self.lastNumber(pipe, after: read) ?? 0
            if try Self.state(bench).value < acknowledged { caught += 1 }
        }
        #expect(caught > 3)
        let start = try Self.state(bench).value
        let writers = try (0..<2).map { _ in try Self.writer(bench, count: 100, careless: true) }
        for (process, pipe) in writers {
            _ = Self.lastNumber(pipe)
            process.waitUntilExit()
        }
        let value = try Self.state(bench).value - start
        print("processes, negative control: \(caught) of 12 kills, \(200 - value) updates lost")
        #expect(value < 200)
    }

    @Test func `a reader sees what another program has saved meanwhile`() throws {
        let bench = try Self.prepared()
        let queue = try bench.queue()
        let before = try queue.read { try Int.fetchOne($0, sql: "SELECT value FROM counter") }
        let (process, pipe) = try Self.writer(bench, count: 5)
        process.waitUntilExit()
        #expect(Self.lastNumber(pipe) == 5)
        let after = try queue.read { try Int.fetchOne($0, sql: "SELECT value FROM counter") }
        #expect(before == 0 && after == 5)
    }
}
