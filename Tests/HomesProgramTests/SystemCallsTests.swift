import Foundation
import Glibc
import HomesCore
import TestSupport
import Testing

/// S8: the real program under strace, through a whole visit and through its commands. It opens no
/// socket, starts no other program, and writes nowhere but in its data folder.
@Suite(.serialized) struct SystemCallsTests {
    private static let strace = "/usr/bin/strace"
    private static let canTrace = access(strace, X_OK) == 0
    private static let homes = PtyProgram.built("homes")

    /// What a trace holds that must not be there.
    private struct Findings {
        var sockets: [String] = []
        var programs: [String] = []
        var writes: [String] = []
        var calls = 0

        var all: [String] { sockets + programs + writes }
    }

    /// A program under strace.
    private func traced(
        _ program: String, _ arguments: [String], log: String
    ) throws -> PtyProgram {
        try PtyProgram(
            Self.strace,
            [
                "-f", "-qq", "--seccomp-bpf", "-s", "256", "-o", log, "-e",
                "trace=%network,%process,%file", program,
            ] + arguments,
            environment: ["HOME": "/nonexistent"])
    }

    private static func findings(in log: String, dataFolder: String) throws -> Findings {
        var found = Findings()
        let text = try String(contentsOfFile: log, encoding: .utf8)
        var executed = 0
        for line in text.split(separator: "\n") {
            let call = line.drop { $0.isNumber }.drop { $0 == " " }
            guard !call.hasPrefix("<..."), !call.hasPrefix("+++"), !call.hasPrefix("---") else {
                continue
            }
            found.calls += 1
            let name = String(call.prefix { $0 != "(" })
            switch name {
            case "socket", "connect", "bind", "listen", "sendto", "sendmsg", "socketpair":
                found.sockets.append(String(call))
            case "execve", "execveat":
                executed += 1
                if executed > 1 { found.programs.append(String(call)) }
            case "fork", "vfork": found.programs.append(String(call))
            case "clone", "clone3":
                if !call.contains("CLONE_THREAD") { found.programs.append(String(call)) }
            default:
                if writes(name, call), !isOwn(call, dataFolder) {
                    found.writes.append(String(call))
                }
            }
        }
        return found
    }

    /// Whether a call can change the disk, or asks to.
    private static func writes(_ name: String, _ call: Substring) -> Bool {
        switch name {
        case "open", "openat", "openat2":
            ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_TMPFILE"].contains { call.contains($0) }
        case "creat", "unlink", "unlinkat", "rename", "renameat", "renameat2", "mkdir", "mkdirat",
            "rmdir", "chmod", "fchmodat", "chown", "link", "linkat", "symlink", "symlinkat",
            "truncate", "mknod", "mknodat":
            true
        default: false
        }
    }

    /// Whether every path of a call is in the data folder, or is the terminal.
    private static func isOwn(_ call: Substring, _ dataFolder: String) -> Bool {
        let paths = call.split(separator: "\"", omittingEmptySubsequences: false)
            .enumerated().compactMap { $0.offset % 2 == 1 ? $0.element : nil }
        return !paths.isEmpty
            && paths.allSatisfy {
                $0.hasPrefix(dataFolder) || $0.hasPrefix("/dev/pts/") || $0 == "/dev/tty"
                    || $0 == "/dev/null"
            }
    }

    /// Where the tests' own folders never are.
    private static let base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/var/tmp"

    private static let name = "水仙岭"

    /// Sign-in, intake, a report written, out.
    private func visit(_ program: PtyProgram) throws {
        func press(_ keys: String, until text: String) throws {
            program.sendKeys(keys)
            try #require(program.waitFor(text, timeout: 60), "\(keys)\n\(program.screenText)")
        }
        try #require(program.waitFor("Sign in", timeout: 60), "\(program.screenText)")
        try press(program.signInKeys("lin"), until: "lin · Caseworker · AH-014")
        try press("2", until: "Identity number")
        try press("<Down>\(Self.name)<F10>", until: "Admitted AH014-")
        try press("<Esc>8", until: "Reports")
        try press("<Enter><F10>", until: "Occupancy")
        try press("c", until: ".csv")
        for _ in 0..<6 { program.sendKeys("<Esc>") }
        program.sendKeys("q")
        #expect(program.waitForExit(timeout: 60) == .exited(0), "\(program.screenText)")
    }

    @Test(.enabled(if: canTrace, "strace is not installed: apt-get install strace"))
    func `a whole visit opens no socket, starts nothing, and writes in its folder only`() throws {
        let folder = try InventedFolder(in: Self.base)
        let log = NSTemporaryDirectory() + "homes-strace-" + UUID().uuidString
        defer { unlink(log) }
        let program = try traced(
            Self.homes, ["--dir", folder.path, "--lang", "en"], log: log)
        try visit(program)
        let found = try Self.findings(in: log, dataFolder: folder.path)
        print("S8: \(found.calls) calls of a visit, \(found.all.count) that must not be")
        #expect(found.calls > 100 && found.all.isEmpty, "\(found.all)")
        // S1: what she typed is in no path, no file and not on the terminal.
        #expect(folder.contents.keys.contains { $0.hasSuffix(".csv") })
        let trace = try Data(contentsOf: URL(fileURLWithPath: log))
        for (file, bytes) in folder.contents.merging(["trace": trace], uniquingKeysWith: { $1 }) {
            #expect(bytes.range(of: Data(Self.name.utf8)) == nil, "\(file)")
        }
        #expect(program.isRestored && !program.screenText.contains(Self.name))
        #expect(String(decoding: program.output, as: UTF8.self).contains(Self.name))
    }

    @Test(.enabled(if: canTrace, "strace is not installed: apt-get install strace"))
    func `the commands neither`() throws {
        let folder = try InventedFolder(in: Self.base)
        var calls = 0
        for command in [
            ["check"], ["verify"], ["report", "occupancy", "--on", "2008-03-01"],
            ["user", "reset", "lin"],
        ] {
            let log = NSTemporaryDirectory() + "homes-strace-" + UUID().uuidString
            defer { unlink(log) }
            let program = try traced(
                Self.homes, command + ["--dir", folder.path, "--user", "admin", "--lang", "en"],
                log: log)
            try #require(program.waitFor("Password of admin"), "\(program.screenText)")
            program.sendKeys(DemoProgramme.password(of: "admin") + "<Enter>")
            #expect(
                program.waitForExit(timeout: 60) == .exited(0), "\(command) \(program.screenText)")
            let found = try Self.findings(in: log, dataFolder: folder.path)
            #expect(found.calls > 20 && found.all.isEmpty, "\(command): \(found.all)")
            calls += found.calls
        }
        print("S8: \(calls) calls of four commands")
    }

    @Test(.enabled(if: canTrace, "strace is not installed: apt-get install strace"))
    func `a program that talks, starts another and writes elsewhere is caught`() throws {
        let log = NSTemporaryDirectory() + "homes-strace-" + UUID().uuidString
        let other = NSTemporaryDirectory() + "homes-elsewhere-" + UUID().uuidString
        defer {
            unlink(log)
            unlink(other)
        }
        let program = try traced(
            "/bin/bash",
            ["-c", "exec 3<>/dev/tcp/127.0.0.1/9; /bin/cat /dev/null > \(other); exit 0"], log: log)
        #expect(program.waitForExit() == .exited(0))
        let found = try Self.findings(in: log, dataFolder: "/nonexistent")
        print("S8, negative control: \(found.all.count) calls caught")
        #expect(!found.sockets.isEmpty && !found.programs.isEmpty && !found.writes.isEmpty)
    }
}
