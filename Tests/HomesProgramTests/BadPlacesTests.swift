import Foundation
import Glibc
import HomesCore
import HomesUI
import TestSupport
import Testing

/// Disks that are full, folders that may not be written, files of another making, terminals that
/// cannot show screens: each gives a sentence that says what to do, and nothing is lost.
@Suite struct BadPlacesTests {
    private let folder = NSTemporaryDirectory() + "homes-places-" + UUID().uuidString
    private static let homes = PtyProgram.built("homes")

    private func remove() {
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Runs the program, or another, to its end.
    @discardableResult
    private func run(
        _ arguments: [String], program: String = homes, environment: [String: String] = [:]
    ) throws -> (status: PtyStatus?, text: String) {
        let program = try PtyProgram(program, arguments, environment: environment)
        let status = program.waitForExit(timeout: 60)
        return (status, program.screenText)
    }

    /// A command as the administrator of an invented programme.
    @discardableResult
    private func runSigned(
        _ arguments: [String], program: String = homes, before: [String] = []
    ) throws -> (status: PtyStatus?, text: String) {
        let program = try PtyProgram(program, before + arguments + ["--user", "admin"])
        _ = program.waitFor("Password of admin", timeout: 20)
        program.sendKeys(DemoProgramme.password(of: "admin") + "<Enter>")
        let status = program.waitForExit(timeout: 60)
        return (status, program.screenText)
    }

    private func make(_ folder: String) throws {
        let made = try run([
            "demo", "--no-open", "--dir", folder, "--residents", "60", "--seed", "3", "--today",
            "2008-03-03",
        ])
        try #require(made.status == .exited(0), "\(made.text)")
    }

    private func digest(_ path: String) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: path))
    }

    // MARK: A full disk

    @Test(.enabled(if: SmallDisk.mayMount, "mounting a small disk takes root"))
    func `on a full disk NOT SAVED is said, the text stays, and saves when there is room`() throws {
        try #require(SmallDisk.mount(at: folder, kilobytes: 40_960))
        defer {
            SmallDisk.unmount(folder)
            remove()
        }
        let data = folder + "/data"
        try make(data)
        let program = try PtyProgram(Self.homes, ["--dir", data, "--lang", "en"])
        try #require(program.waitFor("Sign in", timeout: 60))
        program.sendKeys(program.signInKeys("lin"))
        try #require(program.waitFor("1 Residents"))
        program.sendKeys("2")
        try #require(program.waitFor("Identity number"))
        program.sendKeys("<Down>黄小丽")

        let ballast = folder + "/ballast"
        SmallDisk.fill(ballast)
        program.sendKeys("<F10>")
        try #require(program.waitFor("NOT SAVED"), "\(program.screenText)")
        #expect(program.screenText.contains("disk is full"), "\(program.screenText)")
        #expect(program.screenText.contains("黄小丽"))
        // Not even the draft can be kept: the form is not left, and says so.
        program.sendKeys("<Enter>1990")
        try #require(program.waitFor("only on this screen"), "\(program.screenText)")
        program.sendKeys("<Esc>")
        program.settle(milliseconds: 500)
        #expect(program.screenText.contains("黄小丽") && program.screenText.contains("1990"))
        let before = try digest(data + "/homes.sqlite")
        unlink(ballast)
        program.sendKeys("<F10>")
        try #require(program.waitFor("Admitted AH014-"), "\(program.screenText)")
        #expect(try digest(data + "/homes.sqlite") != before)
        program.sendKeys("<Esc>q")
        #expect(program.waitForExit() == .exited(0))
        let check = try runSigned(["check", "--dir", data])
        #expect(check.status == .exited(0), "\(check.text)")
    }

    @Test(.enabled(if: SmallDisk.mayMount, "mounting a small disk takes root"))
    func `a programme that does not fit leaves no half file behind`() throws {
        try #require(SmallDisk.mount(at: folder, kilobytes: 2_048))
        defer {
            SmallDisk.unmount(folder)
            remove()
        }
        let data = folder + "/data"
        let made = try run(["demo", "--no-open", "--dir", data, "--residents", "60"])
        #expect(made.status == .exited(6), "\(made.text)")
        #expect(made.text.contains("disk is full"), "\(made.text)")
        #expect(access(data + "/homes.sqlite", F_OK) != 0)
    }

    // MARK: Somebody else's folder

    private static let mayActAsNobody = geteuid() == 0

    /// Runs the program as somebody who is not root, from a copy that she may run.
    private func runAsNobody(_ arguments: [String]) throws -> (status: PtyStatus?, text: String) {
        let copy = folder + "/bin"
        try FileManager.default.createDirectory(
            atPath: copy, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o755])
        chmod(folder, 0o755)
        if access(copy + "/homes", F_OK) != 0 {
            // Copied by another program: a file that this process writes is busy for as long as
            // some child of another test holds on to it.
            try run([Self.homes, copy + "/homes"], program: "/bin/cp")
            chmod(copy + "/homes", 0o755)
        }
        return try run(
            ["--reuid=65534", "--regid=65534", "--clear-groups", copy + "/homes"] + arguments,
            program: "/usr/bin/setpriv")
    }

    @Test(.enabled(if: mayActAsNobody, "acting as somebody else takes root"))
    func `a file or folder that may not be read or written is said, and stays as it is`() throws {
        defer { remove() }
        mkdir(folder, 0o755)
        let data = folder + "/data"
        try make(data)
        let file = data + "/homes.sqlite"
        let before = try digest(file)
        // Mode of the folder, mode of the file, exit status, words.
        let cases: [(mode_t, mode_t, Int32, String)] = [
            (0o700, 0o600, 4, "cannot be read"), (0o755, 0o600, 4, "cannot be read"),
            (0o755, 0o644, 5, "cannot be written"), (0o755, 0o666, 5, "cannot be written"),
        ]
        for (folderMode, fileMode, status, words) in cases {
            chmod(data, folderMode)
            chmod(file, fileMode)
            for command in [
                ["open"], ["check", "--user", "lin"],
                ["report", "occupancy", "--on", "2008-03-01", "--user", "lin"],
            ] {
                let outcome = try runAsNobody(command + ["--dir", data, "--lang", "en"])
                #expect(
                    outcome.status == .exited(status),
                    "\(String(folderMode, radix: 8)) \(command): \(outcome.text)")
                #expect(outcome.text.contains(words), "\(command): \(outcome.text)")
            }
        }
        #expect(try digest(file) == before)
        let first = try runAsNobody(["--dir", folder + "/none", "--lang", "en"])
        #expect(first.status == .exited(5), "\(first.text)")
        #expect(first.text.contains("cannot be written"), "\(first.text)")
    }

    // MARK: Another making

    @Test func `a file of a newer schema is refused with a sentence and not touched`() throws {
        defer { remove() }
        try make(folder)
        let path = folder + "/homes.sqlite"
        do {
            let store = try HomesStore.invented(in: folder, as: "admin")
            try store.pretendNewerSchema()
        }
        let before = try digest(path)
        let program = try PtyProgram(Self.homes, ["--dir", folder, "--lang", "en"])
        try #require(program.waitFor("Sign in", timeout: 60))
        program.sendKeys(program.signInKeys("lin"))
        #expect(program.waitFor("newer version of Homes (9999;"), "\(program.screenText)")
        for command in [["check"], ["report", "occupancy", "--on", "2008-03-01"]] {
            let outcome = try runSigned(command + ["--dir", folder])
            #expect(outcome.status == .exited(7), "\(outcome.text)")
            #expect(outcome.text.contains("newer version of Homes (9999;"), "\(outcome.text)")
        }
        #expect(try digest(path) == before)
    }

    @Test func `what is no file of ours, or is damaged, is refused and not touched`() throws {
        defer { remove() }
        try make(folder)
        let path = folder + "/homes.sqlite"
        let whole = try digest(path)
        var torn = whole
        for index in stride(from: 4_096 * 3, to: min(torn.count, 4_096 * 40), by: 7) {
            torn[index] ^= 0x55
        }
        for (name, bytes) in [
            ("text", Data("Nobody's file, and certainly not a database of ours.".utf8)),
            ("nothing", Data()), ("zeros", Data(count: 20_000)), ("torn", torn),
            ("half", whole.prefix(whole.count / 2 + 100)),
        ] {
            try bytes.write(to: URL(fileURLWithPath: path))
            let outcome = try runSigned(["check", "--dir", folder, "--lang", "en"])
            #expect(outcome.status == .exited(8), "\(name): \(outcome.text)")
            #expect(
                outcome.text.contains("damaged"),
                "\(name): \(outcome.text)")
            #expect(try digest(path) == bytes, "\(name)")
        }
    }

    // MARK: Terminals

    @Test func `a terminal too simple or unknown gets a sentence, and the demo leaves nothing`()
        throws
    {
        defer { remove() }
        mkdir(folder, 0o700)
        for (name, words) in [
            ("dumb", "cannot show full screens"), ("nonsense", "is not known here"),
        ] {
            let outcome = try run(
                ["demo", "--residents", "10"], environment: ["TERM": name, "TMPDIR": folder])
            #expect(outcome.status == .exited(10), "\(name): \(outcome.text)")
            #expect(outcome.text.contains(words), "\(name): \(outcome.text)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
        }
    }

    @Test func `twenty by five is one sentence, and the work goes on when there is room`() throws {
        defer { remove() }
        try make(folder)
        let program = try PtyProgram(
            Self.homes, ["--dir", folder, "--user", "lin", "--lang", "en"], columns: 20, rows: 5)
        try #require(program.waitFor("Make the window"), "\(program.screenText)")
        program.resize(columns: 80, rows: 24)
        try #require(program.waitFor("Password"), "\(program.screenText)")
        program.sendKeys("<Enter>")
        try #require(program.waitFor("1 Residents"), "\(program.screenText)")
        program.sendKeys("2<Down>黄小丽")
        program.resize(columns: 20, rows: 5)
        try #require(program.waitFor("Make the window"))
        program.resize(columns: 100, rows: 30)
        #expect(program.waitFor("[黄小丽"), "\(program.screenText)")
    }

    @Test func `without UTF-8 in the locale Chinese is shown all the same, and that is said`()
        throws
    {
        defer { remove() }
        try make(folder)
        let program = try PtyProgram(
            Self.homes, ["--dir", folder, "--user", "lin", "--lang", "zh"],
            environment: ["LC_ALL": "C"])
        try #require(program.waitFor("C.UTF-8"), "\(program.screenText)")
        program.sendKeys("<Enter>")
        #expect(program.waitFor("1 入住人员"), "\(program.screenText)")
    }

    // MARK: Typed text

    @Test(arguments: [SIGTERM, SIGHUP, SIGKILL])
    func `what was typed is there again after the program was ended`(signal: Int32) throws {
        defer { remove() }
        try make(folder)
        let arguments = ["--dir", folder, "--user", "lin", "--lang", "en"]
        let first = try PtyProgram(Self.homes, arguments)
        try #require(first.waitFor("Password"))
        first.sendKeys("<Enter>")
        try #require(first.waitFor("1 Residents"))
        first.sendKeys("2<Down>黄小丽")
        try #require(first.waitFor("[黄小丽"))
        // Against a kill that nobody can catch only the second that has passed helps.
        if signal == SIGKILL { first.settle(milliseconds: 1_500) }
        first.kill(signal)
        #expect(first.waitForExit() != nil)
        let second = try PtyProgram(Self.homes, arguments)
        try #require(second.waitFor("Password"))
        second.sendKeys("<Enter>")
        try #require(second.waitFor("Drafts to finish"), "\(second.screenText)")
        second.sendKeys("2")
        #expect(second.waitFor("[黄小丽"), "\(second.screenText)")
        #expect(second.screenText.contains("is filled in"), "\(second.screenText)")
    }
}
