import Foundation
import Glibc
import HomesCore

/// What lies in a data folder, without opening it.
enum FolderState {
    /// The programme's file in a folder.
    static func file(in folder: String) -> String { folder + "/" + HomesStore.fileName }

    /// Whether there is a programme.
    static func hasProgramme(in folder: String) -> Bool {
        access(file(in: folder), F_OK) == 0
    }

    /// Whether there is nothing at all, not even the folder.
    static func isEmpty(_ folder: String) -> Bool {
        guard let entries = entries(of: folder) else { return errno == ENOENT }
        return entries.isEmpty
    }

    /// The names in a folder; `nil` when it cannot be read, with the reason in `errno`.
    static func entries(of folder: String) -> [String]? {
        guard let stream = opendir(folder) else { return nil }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self) ?? "?"
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Takes an invented programme away.
    static func removeProgramme(in folder: String) {
        for suffix in ["", "-journal", ".keys", ".tries"] { unlink(file(in: folder) + suffix) }
        unlink(folder + "/" + inventedMark)
    }

    /// The file that says that the programme beside it is invented: its users' passwords may be
    /// shown. Beside a real one it is only wrong.
    static let inventedMark = "INVENTED.txt"

    /// Whether the programme of a folder says that it is invented.
    static func isMarkedInvented(_ folder: String) -> Bool {
        access(folder + "/" + inventedMark, F_OK) == 0
    }

    /// Marks an invented programme.
    static func markInvented(_ folder: String) throws {
        let lines = DemoProgramme.accounts.map { "\($0.userName): \($0.password)" }
        try TextFile.write(
            ([
                "This programme is invented; so is every person in it. Its passwords are known.",
                "此项目及其中所有人物均为虚构，密码公开。",
            ] + lines).joined(separator: "\n") + "\n", to: folder + "/" + inventedMark)
    }

    /// The locked door of the programme of a folder.
    ///
    /// - Throws: `cannotRead` for a folder or file that may not be read, `cannotWrite` for one that
    ///   may not be written: every look is written to the journal, so reading alone is not enough.
    static func open(_ folder: String) throws -> HomesStore {
        try requireReadable(folder)
        if hasProgramme(in: folder) {
            if access(file(in: folder), R_OK) != 0 { throw unreadable }
            if access(file(in: folder), W_OK) != 0 || access(folder, W_OK) != 0 {
                throw unwritable
            }
        }
        return try HomesStore.door(of: folder)
    }

    /// The locked door of the programme of a folder, or the place where the first run makes one.
    static func openOrBegin(_ folder: String) throws -> HomesStore {
        try requireReadable(folder)
        if hasProgramme(in: folder) { return try open(folder) }
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw unwritable
        }
        if access(folder, W_OK) != 0 { throw unwritable }
        return HomesStore.place(in: folder)
    }

    /// A folder that may not be looked into may hold a programme or not: nothing is begun in it.
    private static func requireReadable(_ folder: String) throws {
        if access(folder, F_OK) == 0, access(folder, R_OK | X_OK) != 0 { throw unreadable }
    }

    private static let unreadable = CommandFailure(
        .cannotRead,
        Phrase(
            "The data folder cannot be read. Ask whoever looks after this computer for access, or "
                + "choose another with --dir.",
            "数据文件夹无法读取。请管理本机的人开放权限，或用 --dir 另选文件夹。"))

    private static let unwritable = CommandFailure(
        .cannotWrite,
        Phrase(
            "The data folder cannot be written, and no record is shown that cannot be written to "
                + "the journal. Ask for write access, or choose another folder with --dir.",
            "数据文件夹不可写；不能写入日志，就不显示任何记录。请开放写权限，或用 --dir 另选文件夹。"))
}

/// A private folder that is gone when the program ends.
struct TemporaryFolder {
    let path: String

    /// Makes it (0700).
    init() throws {
        let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array((base + "/homes-demo-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else {
            throw CommandFailure(
                .cannotWrite,
                Phrase(
                    "The temporary folder cannot be written. Choose a folder with --dir.",
                    "临时文件夹不可写。请用 --dir 指定文件夹。"))
        }
        path = template.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { String(cString: $0) } ?? ""
        }
    }

    /// Takes it away with everything this program puts there.
    func remove() {
        FolderState.removeProgramme(in: path)
        for name in FolderState.entries(of: path + "/reports") ?? [] {
            unlink(path + "/reports/" + name)
        }
        rmdir(path + "/reports")
        rmdir(path)
    }
}
