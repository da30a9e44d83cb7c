import Foundation
import Glibc

/// A small disk in memory, for tests of what happens when it is full. Mounting takes root.
public enum SmallDisk {
    /// Whether this process may mount one.
    public static let mayMount: Bool = {
        let folder = NSTemporaryDirectory() + "homes-mount-" + UUID().uuidString
        defer { rmdir(folder) }
        guard mount(at: folder, kilobytes: 512) else { return false }
        unmount(folder)
        return true
    }()

    /// Mounts one of so many kilobytes over a folder, which is made if it is missing.
    public static func mount(at folder: String, kilobytes: Int) -> Bool {
        mkdir(folder, 0o700)
        return Glibc.mount("tmpfs", folder, "tmpfs", 0, "size=\(kilobytes)k,mode=0700") == 0
    }

    /// Takes it away, whoever still has a file open on it.
    public static func unmount(_ folder: String) { umount2(folder, Int32(MNT_DETACH)) }

    /// Writes into a file until nothing more goes in.
    public static func fill(_ path: String) {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        guard file >= 0 else { return }
        defer { close(file) }
        let block = [UInt8](repeating: 0x5A, count: 4_096)
        while write(file, block, block.count) > 0 {}
    }
}
