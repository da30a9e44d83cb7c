import Foundation
import Glibc

/// The key file on the disk: two copies of the table, one behind the other.
///
/// A change overwrites the older copy first and the other one after it has been synced, in place:
/// a torn write leaves one whole copy, and a removed slot does not stay behind on the disk as it
/// would when a new file took the old one's name.
package final class KeyFileDisk {
    private var descriptor: Int32

    /// The copies in the order in which they lie in the file; nil where one is torn.
    private(set) var copies: [KeyTable?] = []
    private var raw: [ArraySlice<UInt8>] = []

    /// The newest whole copy.
    var newest: KeyTable? {
        copies.compactMap { $0 }.max { $0.generation < $1.generation }
    }

    /// Whether the copies are alike, as they are unless a change was cut short.
    var isWhole: Bool { raw.count == 2 && raw[0] == raw[1] && copies[0] != nil }

    private init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { close() }

    /// Gives the lock back.
    func close() {
        if descriptor >= 0 { _ = Glibc.close(descriptor) }
        descriptor = -1
    }

    /// The bytes of the newest whole copy.
    var newestBytes: [UInt8]? {
        guard let newest,
            let index = copies.firstIndex(where: { $0?.generation == newest.generation })
        else { return nil }
        return Array(raw[index])
    }

    /// How often the lock is asked for, twenty times a second.
    private static let mostTries = 200

    /// Opens a key file and waits until nobody else changes it.
    ///
    /// - Throws: `noKeyFile`, `keyFileBusy`, `unusable`, `keyFileNewer`.
    static func open(_ path: String, writes: Bool) throws(VaultError) -> KeyFileDisk {
        let flags = (writes ? O_RDWR : O_RDONLY) | O_CLOEXEC | O_NOFOLLOW
        let descriptor = Glibc.open(path, flags)
        guard descriptor >= 0 else {
            throw errno == ENOENT ? .noKeyFile : .unusable(errno: errno)
        }
        let disk = KeyFileDisk(descriptor: descriptor)
        // Not for ever: the program that holds it may have been stopped by ^Z.
        var tries = 0
        while flock(descriptor, (writes ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else { throw .unusable(errno: errno) }
            tries += 1
            guard tries <= mostTries else { throw .keyFileBusy }
            usleep(50_000)
        }
        try disk.read()
        return disk
    }

    /// Makes a key file that nobody but its owner may read.
    ///
    /// - Throws: `keyFileExists`, `unusable`; nothing is left behind.
    static func create(_ path: String, _ copy: [UInt8]) throws(VaultError) {
        let flags = O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
        let descriptor = Glibc.open(path, flags, mode_t(0o600))
        guard descriptor >= 0 else {
            throw errno == EEXIST ? .keyFileExists : .unusable(errno: errno)
        }
        let disk = KeyFileDisk(descriptor: descriptor)
        do {
            try disk.write(copy + copy, at: 0)
            try syncFolder(of: path)
        } catch {
            unlink(path)
            throw error
        }
    }

    /// Writes a new table, the older copy first.
    ///
    /// - Throws: `unusable`; one copy is whole all the same.
    func replace(with copy: [UInt8]) throws(VaultError) {
        let isFirstNewest =
            copies.first.flatMap { $0 }.map { $0.generation == newest?.generation } ?? false
        let order = isFirstNewest ? [1, 0] : [0, 1]
        for index in order { try write(copy, at: index * copy.count) }
    }

    /// Brings both copies to the newest, after a change that was cut short.
    func heal() throws(VaultError) {
        guard !isWhole, let bytes = newestBytes else { return }
        let isFirst = Array(raw[0]) == bytes
        try write(bytes, at: isFirst ? bytes.count : 0)
    }

    // MARK: bytes

    private func read() throws(VaultError) {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while bytes.count < 1 << 24 {
            let count = pread(descriptor, &chunk, chunk.count, off_t(bytes.count))
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .unusable(errno: errno) }
            if count == 0 { break }
            bytes += chunk.prefix(count)
        }
        // Half the file, or, when it has been cut, what the first copy says of itself.
        for size in [bytes.count / 2, Self.copyBytes(in: bytes)] {
            raw = [bytes[0..<min(size, bytes.count)], bytes.dropFirst(size).prefix(size)]
            copies = []
            for copy in raw { copies.append(try KeyTable(copy)) }
            if newest != nil { return }
        }
    }

    private static func copyBytes(in bytes: [UInt8]) -> Int {
        guard bytes.count > 12 else { return 0 }
        return KeyTable.copyBytes(capacity: Int(bytes[10]) << 8 | Int(bytes[11]))
    }

    private func write(_ bytes: [UInt8], at offset: Int) throws(VaultError) {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                pwrite(
                    descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done,
                    off_t(offset + done))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .unusable(errno: errno) }
            done += count
        }
        guard fsync(descriptor) == 0 else { throw .unusable(errno: errno) }
    }

    /// Makes the names in a file's folder last.
    package static func syncFolder(of path: String) throws(VaultError) {
        let folder = (path as NSString).deletingLastPathComponent
        let descriptor = Glibc.open(folder.isEmpty ? "." : folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unusable(errno: errno) }
        defer { Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .unusable(errno: errno) }
    }
}
