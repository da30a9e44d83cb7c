import Foundation
import GRDB
import Glibc
import Testing

@testable import HomesCore

/// R1: a program that is killed at any moment, while it signs in or saves, loses nothing that it
/// had acknowledged and leaves nothing half done. S1: what it leaves behind cannot be read.
@Suite(.serialized) struct KillTests {
    private static let kills = ProcessInfo.processInfo.environment["RELEASE"] == "1" ? 20_000 : 250
    /// So many kills has one file; then it has grown enough.
    private static let killsOfAFile = 125

    /// What one life of the program came to.
    private struct Life {
        var acknowledged: [(code: String, name: String)] = []
        var moved: (code: String, bedId: String)?
        var draft: String?
        var lines = 0
        var isHot = false
        var readable: [String] = []
    }

    /// Lets a caseworker work and kills her program.
    private static func life(
        _ fixture: AccessFixture, _ dice: inout SplitMix64, careless: Bool = false
    ) throws -> Life {
        let process = Process()
        let tests = URL(fileURLWithPath: CommandLine.arguments[0])
        process.executableURL = tests.deletingLastPathComponent()
            .appendingPathComponent("StoreExercise")
        let mark = "mark\(UInt32.random(in: 10_000_000...99_999_999, using: &dice))"
        process.arguments = [
            careless ? "careless" : "work", fixture.path, "li", AccessFixture.password("li"), mark,
            "100000",
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        // Most are killed at their work, some while they sign in.
        let output = pipe.fileHandleForReading
        var text = Data()
        if Int.random(in: 0..<8, using: &dice) > 0 { text = output.availableData }
        usleep(UInt32.random(in: 0...40_000, using: &dice))
        kill(process.processIdentifier, SIGKILL)
        text += output.readDataToEndOfFile()
        process.waitUntilExit()
        var life = Life()
        // Looked at as it was left, before anybody clears it up.
        for (name, bytes) in try TestFolder.contents(of: fixture.folder) {
            if name.hasSuffix("-journal") { life.isHot = true }
            if bytes.range(of: Data(mark.utf8)) != nil { life.readable.append(name) }
        }
        // A line counts once it is complete.
        let lines = String(decoding: text, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        for line in lines {
            let words = line.split(separator: " ").map(String.init)
            switch words.first {
            case "admitted": life.acknowledged.append((words[1], words[2]))
            case "moved": life.moved = (words[1], words[2])
            case "draft": life.draft = words[1]
            default: continue
            }
            life.lines += 1
        }
        return life
    }

    /// What of a life is not in the file; opens it anew, as the next program does.
    private static func faults(_ fixture: AccessFixture, _ life: Life) throws -> [String] {
        let (door, signed) = try fixture.opened(by: "li")
        var faults: [String] = life.readable.map { "\($0) can be read" }
        try door.read { db in
            for (code, name) in life.acknowledged {
                let kept = try String.fetchOne(
                    db, sql: "SELECT nameZh FROM person WHERE personCode = ?", arguments: [code])
                if kept != name { faults.append("\(code) is not there") }
            }
            if let (code, bedId) = life.moved {
                let kept = try String.fetchOne(
                    db,
                    sql: """
                        SELECT coalesce(s.exitDate, (SELECT bedId FROM bedAssignment a
                            WHERE a.stayId = s.id AND a.voidedAt IS NULL AND a.toNight IS NULL))
                        FROM stay s JOIN person p ON p.id = s.personId WHERE personCode = ?
                        """, arguments: [code])
                // Unless she has left since.
                if kept != bedId, kept != fixture.house.today.iso {
                    faults.append("\(code) was not moved")
                }
            }
        }
        if let text = life.draft {
            let kept = try door.draft(userId: signed.user.id, form: "intake")?.fields.first?.text
            let mark = text.prefix { !$0.isNumber }.count + 8
            let number = Int(text.dropFirst(mark)) ?? -1
            if kept != text, kept != text.prefix(mark) + "\(number + 1)" {
                faults.append("a draft is not there")
            }
        }
        return faults
    }

    private static func check(_ fixture: AccessFixture) throws -> [String] {
        let store = fixture.house.store
        return try store.check().map { "\($0)" } + store.proveJournals().faults.map { "\($0)" }
    }

    @Test func `whoever is killed at any moment loses nothing that was acknowledged`() throws {
        var dice = SplitMix64(seed: 41)
        var fixture = try AccessFixture()
        var lines = 0
        var hot = 0
        for number in 1...Self.kills {
            let life = try Self.life(fixture, &dice)
            let faults =
                try Self.faults(fixture, life)
                + (number % 10 == 0 ? try Self.check(fixture) : [])
            if !faults.isEmpty { Issue.record("kill \(number): \(faults)") }
            lines += life.lines
            hot += life.isHot ? 1 : 0
            if number % Self.killsOfAFile == 0 { fixture = try AccessFixture() }
        }
        print("R1: \(Self.kills) kills, a journal left by \(hot), \(lines) saves acknowledged")
        // Enough was going on to be worth a kill, on a machine that has other work to do, too.
        #expect(lines > Self.kills / 4 && hot > Self.kills / 50)
    }

    @Test func `a program that promises too early is caught by this very suite`() throws {
        var dice = SplitMix64(seed: 42)
        let fixture = try AccessFixture()
        var caught = 0
        for _ in 0..<40 {
            let life = try Self.life(fixture, &dice, careless: true)
            caught += try Self.faults(fixture, life).isEmpty ? 0 : 1
        }
        print("R1, negative control: \(caught) of 40 caught")
        #expect(caught > 4)
    }
}
