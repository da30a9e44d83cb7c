import Crypto
import Foundation
import GRDB
import Glibc
import Synchronization

@testable import Vault

/// The folders of this run, removed when it ends.
private let folders = Mutex<[String]>([])

/// A folder of its own for a test, and a sealed file in it.
final class Workbench {
    let folder: String
    let path: String
    let storage: SealedStorage
    let dataKey: SymmetricKey

    init(base: String = "unix") throws {
        folder = NSTemporaryDirectory() + "/vault-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        path = folder + "/sealed.sqlite"
        let folder = folder
        folders.withLock { list in
            if list.isEmpty {
                atexit {
                    for folder in folders.withLock({ $0 }) {
                        try? FileManager.default.removeItem(atPath: folder)
                    }
                }
            }
            list.append(folder)
        }
        dataKey = SymmetricKey(size: .bits256)
        storage = try SealedStorage(dataKey: dataKey, fileID: FileID(), base: base)
    }

    var journalPath: String { path + "-journal" }

    func queue(
        at path: String? = nil, through storage: SealedStorage? = nil, cachePages: Int = 2000
    ) throws -> DatabaseQueue {
        try Self.queue(
            at: path ?? self.path, through: storage ?? self.storage, cachePages: cachePages)
    }

    static func queue(
        at path: String, through storage: SealedStorage, cachePages: Int = 2000
    ) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.busyMode = .timeout(20)
        configuration.prepareDatabase { db in
            guard let connection = db.sqliteConnection else { throw VaultError.connection(code: 0) }
            try storage.prepare(connection)
            try db.execute(sql: "PRAGMA cache_size = \(cachePages)")
        }
        return try DatabaseQueue(
            path: storage.location(ofFileAt: path), configuration: configuration)
    }

    func bytes(of path: String? = nil) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: path ?? self.path)))
    }

    func write(_ bytes: [UInt8], to path: String? = nil) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path ?? self.path))
    }
}

/// Whether this is the large run.
let isRelease = ProcessInfo.processInfo.environment["RELEASE"] == "1"

/// Repeatable chance: SplitMix64.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}

/// Whether a needle lies in a haystack of bytes.
func contains(_ haystack: [UInt8], _ needle: String) -> Bool {
    Data(haystack).range(of: Data(needle.utf8)) != nil
}
