import Foundation
import Glibc
import HomesCore
import TestSupport
import Testing

/// An invented programme that is made once for this run: a real key costs more than a second.
final class InventedFolder {
    let path: String

    private static let made: String = {
        let folder = NSTemporaryDirectory() + "homes-invented-" + UUID().uuidString
        let maker = try? PtyProgram(
            PtyProgram.built("homes"),
            [
                "demo", "--no-open", "--dir", folder, "--residents", "60", "--seed", "3",
                "--today", "2008-03-03",
            ])
        _ = maker?.waitForExit(timeout: 120)
        atexit { try? FileManager.default.removeItem(atPath: InventedFolder.made) }
        return folder
    }()

    /// A copy of it, where a test wants it.
    init(in base: String = NSTemporaryDirectory()) throws {
        try #require(access(InventedFolder.made + "/homes.sqlite", R_OK) == 0)
        path = base + (base.hasSuffix("/") ? "" : "/") + "homes-copy-" + UUID().uuidString
        try FileManager.default.copyItem(atPath: InventedFolder.made, toPath: path)
        chmod(path, 0o700)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The bytes of the sealed file and the key file.
    var files: [Data] {
        ["homes.sqlite", "homes.sqlite.keys"].map {
            FileManager.default.contents(atPath: path + "/" + $0) ?? Data()
        }
    }

    /// Every file in it, by name.
    var contents: [String: Data] {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
        return Dictionary(
            uniqueKeysWithValues: names.compactMap { name in
                FileManager.default.contents(atPath: path + "/" + name).map { (name, $0) }
            })
    }
}
