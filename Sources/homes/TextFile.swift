import Glibc
import HomesCore

/// Files that commands read and write.
enum TextFile {
    /// The bytes of a file, or of standard input for `-`.
    ///
    /// - Throws: `cannotRead`; `faultsFound` when it is larger than any import may be.
    static func bytes(of path: String) throws -> [UInt8] {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable }
        defer { if path != "-" { close(descriptor) } }
        let limit = CSVLimits.standard.fileBytes
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw unreadable
            }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            if bytes.count > limit {
                throw CommandFailure(
                    .faultsFound, CSVFault.fileTooLarge(bytes: bytes.count).phrase)
            }
        }
    }

    /// Writes a new file, or over an old one, readable by its owner alone.
    static func write(_ text: String, to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw unwritable }
        defer { close(descriptor) }
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw errno == ENOSPC ? CommandFailure(StoreError.diskFull) : unwritable
            }
            bytes = bytes.dropFirst(count)
        }
    }

    private static let unreadable = CommandFailure(
        .cannotRead,
        Phrase(
            "The file cannot be read. Check its name and whether you may read it.",
            "文件无法读取。请检查文件名和读取权限。"))
    private static let unwritable = CommandFailure(
        .cannotWrite,
        Phrase(
            "The file cannot be written. Choose another place.", "文件无法写入。请另选位置。"))
}
