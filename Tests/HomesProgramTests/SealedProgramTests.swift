import Foundation
import Glibc
import HomesCore
import HomesUI
import TestSupport
import Testing

/// The real program with real keys: killed, crashed, and given bad files. What has many cases is
/// tried on the store; here it is seen that the program does the same.
@Suite(.serialized) struct SealedProgramTests {
    private static let homes = PtyProgram.built("homes")
    private static let isRelease = ProcessInfo.processInfo.environment["RELEASE"] == "1"

    private func press(_ keys: String, until text: String, _ program: PtyProgram) throws {
        program.sendKeys(keys)
        try #require(program.waitFor(text, timeout: 60), "\(keys)\n\(program.screenText)")
    }

    // MARK: R1

    @Test func `whoever is killed at work finds everything that was said to be saved`() throws {
        let folder = try InventedFolder()
        var dice = SplitMix64(seed: 5)
        var codes: [String] = []
        let kills = Self.isRelease ? 40 : 3
        for number in 1...kills {
            let program = try PtyProgram(Self.homes, ["--dir", folder.path, "--lang", "en"])
            try #require(program.waitFor("Sign in", timeout: 60), "\(program.screenText)")
            try press(program.signInKeys("lin"), until: "1 Residents", program)
            try press("2", until: "Identity number", program)
            try press("<Down>Kill Number\(number)<F10>", until: "Admitted AH014-", program)
            let said = program.screenText.components(separatedBy: "Admitted ").last ?? ""
            codes.append(String(said.prefix { $0 != " " }))
            // Something else is being saved when it ends.
            program.sendKeys("<Esc>")
            program.send(Array("2".utf8) + Key.function(10).terminalBytes)
            usleep(.random(in: 0...60_000, using: &dice))
            program.kill(SIGKILL)
            #expect(program.waitForExit() == .signalled(SIGKILL))
        }
        let store = try HomesStore.invented(in: folder.path, as: "lin")
        let signed = try store.signIn(
            userName: "lin", at: Instant(JourneyProgramme.day("2008-03-03"), hour: 23))
        let rows = try store.residentList(
            homeId: signed.signature.homeId ?? "", filter: .here, names: true,
            by: signed.signature)
        for (index, code) in codes.enumerated() {
            let name = rows.first { $0.personCode == code }?.name
            #expect(name == "Kill Number\(index + 1)", "\(code)")
        }
        print("R1, real program: \(kills) kills, \(codes.count) admissions, all there")
        #expect(try store.check().isEmpty)
        #expect(try store.proveJournals().faults.isEmpty)
    }

    // MARK: S1

    @Test func `a crash leaves no core, and nobody may look into the program`() throws {
        let folder = NSTemporaryDirectory() + "homes-core-" + UUID().uuidString
        mkdir(folder, 0o755)
        chmod(folder, 0o755)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let program = try PtyProgram(Self.homes, ["terminal"])
        try #require(program.waitFor("quit 退出"), "\(program.screenText)")
        let limits = try String(
            contentsOfFile: "/proc/\(program.processID)/limits", encoding: .utf8)
        let core = limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") }
        #expect(core?.split(separator: " ").dropFirst(4).prefix(2).map(String.init) == ["0", "0"])
        program.kill(SIGSEGV)
        #expect(program.waitForExit() == .signalled(SIGSEGV))
        guard geteuid() == 0 else { return }
        // What belongs to somebody else's process belongs to root once that may not be looked into.
        func owner(_ arguments: [String], ready: String?) throws -> uid_t? {
            let program = try PtyProgram(
                "/usr/bin/setpriv",
                ["--reuid=65534", "--regid=65534", "--clear-groups"] + arguments)
            if let ready { try #require(program.waitFor(ready), "\(program.screenText)") }
            usleep(200_000)
            var status = stat()
            return stat("/proc/\(program.processID)/environ", &status) == 0 ? status.st_uid : nil
        }
        let copy = try PtyProgram("/bin/cp", [Self.homes, folder + "/homes"])
        try #require(copy.waitForExit() == .exited(0))
        chmod(folder + "/homes", 0o755)
        #expect(try owner([folder + "/homes", "terminal"], ready: "quit 退出") == 0)
        #expect(try owner(["/bin/sleep", "5"], ready: nil) == 65_534)
    }

    // MARK: Bad input

    /// A command as the administrator, to its end.
    private func run(
        _ command: [String], _ folder: InventedFolder, language: String, password: String? = nil
    ) throws -> (status: PtyStatus?, text: String) {
        let program = try PtyProgram(
            Self.homes,
            command + ["--dir", folder.path, "--lang", language, "--user", "admin"], columns: 200)
        if program.waitFor(language == "en" ? "Password of admin" : "admin的密码", timeout: 10) {
            program.sendKeys((password ?? DemoProgramme.password(of: "admin")) + "<Enter>")
        }
        return (program.waitForExit(timeout: 60), program.screenText)
    }

    @Test func `bad files and passwords are a sentence, with their status, and stay as they are`()
        throws
    {
        let folder = try InventedFolder()
        let file = folder.path + "/homes.sqlite"
        let keys = file + ".keys"
        let whole = folder.files
        func put(_ bytes: Data, _ path: String) throws {
            try bytes.write(to: URL(fileURLWithPath: path))
        }
        var flipped = whole[0]
        flipped[4_096 + 99] ^= 1
        let cut = whole[1].prefix(100)
        let missing = folder.path + "/no-anchor"
        // What is done to the files, the command, the status, words in both languages.
        let cases: [(String, [String], Int32, [String], () throws -> Void)] = [
            (
                "wrong password", ["check"], 2, ["User name or password", "用户名或密码有误"], {}
            ),
            (
                "missing anchor", ["verify", "--anchor", missing], 4,
                ["anchor file cannot be read", "锚点文件无法读取"], {}
            ),
            (
                "flipped page", ["check"], 8, ["Page 1 of the data file", "数据文件第1页"],
                { try put(flipped, file) }
            ),
            (
                "cut key file", ["check"], 8, ["The key file is damaged", "密钥文件已损坏"],
                { try put(cut, keys) }
            ),
            (
                "missing key file", ["check"], 8,
                ["key file beside the data file is missing", "密钥文件不见了"],
                { unlink(keys) }
            ),
        ]
        for (index, (what, command, status, words, change)) in cases.enumerated() {
            try put(whole[0], file)
            try put(whole[1], keys)
            try change()
            let before = folder.files
            // Each language has its turn; the store's tests read every sentence in both.
            let language = index % 2
            let outcome = try run(
                command, folder, language: ["en", "zh"][language],
                password: what == "wrong password" ? "certainly not this one" : nil)
            #expect(outcome.status == .exited(status), "\(what): \(outcome.text)")
            #expect(outcome.text.contains(words[language]), "\(what): \(outcome.text)")
            #expect(folder.files == before, "\(what)")
        }
        print("bad input, real program: \(cases.count) cases")
    }
}
