import Foundation
import Glibc
import Synchronization

@testable import HomesCore

/// A machine whose time a test moves: since its start, and by its clock.
final class Machine: Sendable {
    private let time = Mutex(
        MachineTime(running: 60_000, boot: 1, clock: Int64(HouseFixture.now.milliseconds)))

    var now: MachineTime { time.withLock { $0 } }

    /// Lets time pass.
    func pass(seconds: Double) {
        time.withLock {
            $0.running += UInt64(seconds * 1_000)
            $0.clock += Int64(seconds * 1_000)
        }
    }

    /// Sets the clock to another time, as an administrator of the computer can.
    func setClock(by years: Int) {
        time.withLock { $0.clock += Int64(years) * 365 * 86_400_000 }
    }

    /// Switches it off and on again.
    func restart(offSeconds: Double = 60) {
        time.withLock {
            $0.running = 20_000
            $0.boot += 1
            $0.clock += Int64(offSeconds * 1_000) + 20_000
        }
    }

    /// A counter of tries that has just been started on this machine.
    func counter(_ path: String) -> TryCounter { TryCounter(path: path, clock: { self.now }) }
}

/// A folder of a test's own, gone with it; in memory where that is possible.
final class TestFolder {
    let path: String

    init() throws {
        let base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : NSTemporaryDirectory()
        path = base + "/homes-proof-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The bytes of every file in a folder, by name.
    static func contents(of folder: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            var isFolder: ObjCBool = false
            let path = folder + "/" + name
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
                !isFolder.boolValue
            else { continue }
            files[name] = try Data(contentsOf: URL(fileURLWithPath: path))
        }
        return files
    }
}

/// A programme whose staff have passwords of their own, on a machine whose time a test moves. A key
/// costs next to nothing here.
struct AccessFixture {
    let house: HouseFixture
    let machine = Machine()

    /// The staff with a password.
    static let names = ["admin", "li", "wang", "zhao"]

    static func password(_ name: String) -> String { "\(name) rows seven slow ferries home" }

    init() throws {
        house = try HouseFixture()
        for name in AccessFixture.names {
            try house.store.give(AccessFixture.password(name), toUser: id(name))
        }
    }

    var path: String { house.store.path }
    var folder: String { (path as NSString).deletingLastPathComponent }

    func id(_ name: String) throws -> String {
        try house.store.users().first { $0.userName == name }?.id ?? ""
    }

    /// The locked door, as a process that has just been started has it.
    func door() -> HomesStore {
        HomesStore(
            path: path, keyFile: house.store.keyFile, tries: machine.counter(path + ".tries"))
    }

    /// A door that somebody has opened and signed in at.
    func opened(by name: String, _ password: String? = nil) throws -> (HomesStore, Signed) {
        let door = door()
        let account = try door.unlock(
            userName: name, password: password ?? AccessFixture.password(name))
        return (door, try door.signIn(account, at: HouseFixture.now))
    }

    /// Tries a password in vain, when it is time.
    func fail(_ name: String, times: Int = 1, at door: HomesStore? = nil) {
        let door = door ?? self.door()
        for number in 0..<times {
            machine.pass(seconds: Double(TryCounter.longDelay + 1))
            _ = refusal { try door.unlock(userName: name, password: "not it, number \(number)") }
        }
    }
}
