import Foundation
import TestSupport
import Testing

/// `homes import` as scripts see it: the real program, real files.
@Suite struct ImportCommandTests {
    private let folder: String
    private static let root = URL(filePath: #filePath).appending(path: "../../..").standardized

    init() {
        folder = NSTemporaryDirectory() + "homes-import-" + UUID().uuidString
    }

    private struct Outcome {
        let status: Int32
        let text: String
    }

    private static let password = "ana plants eleven pear trees"

    /// Runs a command; for a user, with her password on its standard input.
    private func run(
        _ arguments: [String], as user: String? = "ana", password: String = password,
        language: String = "C.UTF-8"
    ) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(filePath: PtyProgram.built("homes"))
        process.arguments =
            arguments + ["--dir", folder]
            + (user.map { ["--user", $0, "--password-fd", "0"] } ?? [])
        process.environment = ["LC_ALL": language, "PATH": "/usr/bin:/bin", "HOME": "/tmp"]
        let (pipe, input) = (Pipe(), Pipe())
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = input
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data((password + "\n").utf8))
        try input.fileHandleForWriting.close()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, text: String(decoding: data, as: UTF8.self))
    }

    private func file(_ path: String) -> String {
        Self.root.appending(path: "data/" + path).path()
    }

    @Test func `the registry and stays are imported by the real program`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(try run(["init"]).status == 0)
        let tried = try run(
            ["import", "registry", file("homes.csv"), file("beds.csv"), "--dry-run"])
        #expect(tried.status == 0 && tried.text.contains("nothing was changed"))
        let registry = try run(["import", "registry", file("homes.csv"), file("beds.csv")])
        #expect(registry.status == 0, "\(registry.text)")
        #expect(registry.text.contains("homes made: 137"))
        #expect(registry.text.contains("beds made: 2138"))
        let stays = try run(["import", "stays", file("sample/stays-gb18030.csv")])
        #expect(stays.status == 0 && stays.text.contains("stays made: 3"), "\(stays.text)")
        let again = try run(
            ["import", "stays", file("sample/stays-gb18030.csv")], as: "ANA")
        #expect(again.status == 1)
        #expect(again.text.contains("row 2, entryDate: This stay is already there"))
        let chinese = try run(
            ["import", "stays", file("sample/stays-gb18030.csv")], language: "zh_CN.UTF-8")
        #expect(chinese.status == 1 && chinese.text.contains("未导入任何内容"), "\(chinese.text)")
    }

    @Test func `the journals are proved by the real program, and an older file is noticed`() throws
    {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(try run(["init"]).status == 0)
        let path = folder + "/homes.sqlite"
        let anchor = folder + "/anchor.txt"
        let older = try Data(contentsOf: URL(filePath: path))
        #expect(try run(["import", "registry", file("homes.csv"), file("beds.csv")]).status == 0)
        let proved = try run(["verify", "--write-anchor", anchor])
        #expect(proved.status == 0, "\(proved.text)")
        #expect(proved.text.contains("All as they were written."))
        #expect(proved.text.contains("Anchor in words: "))
        #expect(try run(["verify", "--anchor", anchor]).status == 0)
        try older.write(to: URL(filePath: path))
        // Yesterday's file is whole; only the anchor tells.
        #expect(try run(["verify"]).status == 0)
        let bent = try run(["verify", "--anchor", anchor], language: "zh_CN.UTF-8")
        #expect(bent.status == 1 && bent.text.contains("换回了旧文件"), "\(bent.text)")
        #expect(try run(["verify", "--anchor", file("homes.csv")]).status == 8)
        #expect(try run(["verify", "--anchor", "/nonexistent"]).status == 4)
    }

    @Test func `minimum wages are imported, and a province is named as people name it`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = try run(["init"])
        _ = try run(["import", "registry", file("homes.csv"), file("beds.csv")])
        let wages = folder + "/wages.csv"
        try Data(
            "provinceCode,zone,validFrom,monthlyYuan,hourlyYuan\n安徽,1,2007-10-01,560,4.7\n".utf8
        ).write(to: URL(filePath: wages))
        let made = try run(["import", "wages", wages])
        #expect(made.status == 0 && made.text.contains("minimum wages made: 1"), "\(made.text)")
        try Data("provinceCode,zone,validFrom,monthlyYuan,hourlyYuan\n安徽,1,soon,x,\n".utf8)
            .write(to: URL(filePath: wages))
        let wrong = try run(["import", "wages", wages])
        #expect(wrong.status == 1)
        #expect(wrong.text.contains("row 2, validFrom: Not a date"), "\(wrong.text)")
        #expect(wrong.text.contains("row 2, monthlyYuan: Not an amount"))
        for name in ["安徽", "安徽省", "anhui", "340000"] {
            let report = try run(
                ["report", "occupancy", "--on", "2007-03-05", "--province", name])
            #expect(report.status == 0 && report.text.contains("AH-014"), "\(name)")
        }
        let help = try run(["demo", "--help"], as: nil)
        #expect(help.text.contains("values: caseworker"), "\(help.text)")
        #expect(!help.text.contains("CASEWORKER"))
    }

    @Test func `what cannot be read is said in a sentence`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(try run(["import", "stays", file("sample/stays.csv")]).status == 3)
        _ = try run(["init"])
        let missing = try run(["import", "stays", "/nonexistent/stays.csv"])
        #expect(missing.status == 4 && missing.text.contains("/nonexistent/stays.csv: The file"))
        #expect(try run(["import", "registry", "/tmp", file("beds.csv")]).status == 4)
        let stranger = try run(["import", "stays", file("sample/stays.csv")], as: "nobody")
        let wrongPassword = try run(
            ["import", "stays", file("sample/stays.csv")], password: "not the password of ana")
        #expect(stranger.status == 2 && stranger.text.contains("User name or password is wrong"))
        #expect(stranger.text == wrongPassword.text)
        #expect(try run(["import", "registry", file("homes.csv")]).status == 64)
        let wrong = try run(["import", "registry", file("beds.csv"), file("homes.csv")])
        #expect(wrong.status == 1 && wrong.text.contains("homes, row 1, column B:"))
    }
}
