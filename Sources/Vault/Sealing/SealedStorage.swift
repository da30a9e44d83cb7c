import CVault
import Crypto
import Synchronization

/// One sealed file's layer between SQLite and the disk: an SQLite VFS over the system's own that
/// seals every page of the main file and every record of its rollback journal, and refuses every
/// other kind of file.
///
/// One instance a key. It stays registered until the process ends, because SQLite may hold it.
///
/// Rules: SQLite, "The SQLite OS Interface or VFS"; NIST SP 800-38D for AES-GCM. See `Format.md`.
public final class SealedStorage: Sendable {
    /// The name that a connection gives as `vfs=` to open a file through this storage.
    public let name: String

    /// Which file it opens.
    public var fileID: FileID { sealer.fileID }

    let sealer: Sealer
    private let found = Mutex<[Damage]>([])
    private static let mostDamageKept = 64

    /// What the names of our VFS begin with.
    static let namePrefix = "homes-vault-"

    /// Registers a storage for one file.
    ///
    /// - Parameter base: the VFS beneath; SQLite's own `unix` in the program.
    /// - Throws: `statementJournals`, `noStorage`.
    package init(
        dataKey: SymmetricKey, fileID: FileID, base: String = "unix"
    ) throws(VaultError) {
        guard homes_vault_statement_journals() == SQLITE_OK else {
            throw .statementJournals
        }
        sealer = Sealer(dataKey: dataKey, fileID: fileID)
        name = Self.namePrefix + Randomness.bytes(8).map { Hexadecimal.pair($0) }.joined()
        guard sqlite3_initialize() == SQLITE_OK, let beneath = sqlite3_vfs_find(base),
            let vfs = makeVFS(for: self, named: name, over: beneath),
            sqlite3_vfs_register(vfs, 0) == SQLITE_OK
        else { throw .noStorage }
    }

    // MARK: connections

    /// What to give to SQLite or GRDB as the path of a file, so that it is opened through this
    /// storage: a URI with the path's special characters escaped.
    public func location(ofFileAt path: String) -> String {
        let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
        let escaped = path.utf8.map { byte in
            plain.contains(byte)
                ? String(UnicodeScalar(byte)) : "%" + Hexadecimal.pair(byte).uppercased()
        }
        return "file:" + escaped.joined() + "?vfs=" + name
    }

    /// Readies a fresh connection: 32 reserved bytes, nothing temporary on the disk, journal mode
    /// DELETE, `synchronous=EXTRA`, `secure_delete`, defensive mode, no trusted schema, no
    /// extensions. To be called on every connection before anything else.
    ///
    /// - Throws: `notSealed` when the connection does not go through this storage,
    ///   `damaged` when the file does not authenticate, `connection` when SQLite refuses a setting
    ///   or reads it back differently.
    public func prepare(_ connection: OpaquePointer) throws(VaultError) {
        var vfs: UnsafeMutablePointer<sqlite3_vfs>?
        guard
            sqlite3_file_control(connection, "main", SQLITE_FCNTL_VFS_POINTER, &vfs) == SQLITE_OK,
            let vfs, storage(behind: vfs) === self
        else { throw .notSealed }
        var reserved = Int32(PageFormat.reservedBytes)
        guard
            sqlite3_file_control(connection, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved)
                == SQLITE_OK,
            homes_vault_harden(connection) == SQLITE_OK
        else { throw failure(of: connection) }
        for (setting, value, readBack) in Self.settings {
            let sql = "PRAGMA \(setting) = \(value)"
            guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK,
                Self.value(of: setting, in: connection) == readBack
            else { throw failure(of: connection) }
        }
    }

    private func failure(of connection: OpaquePointer) -> VaultError {
        let code = sqlite3_extended_errcode(connection)
        if code == SQLITE_IOERR_DATA, let damage = damage.first { return .damaged(damage) }
        return .connection(code: code == SQLITE_ROW || code == SQLITE_DONE ? SQLITE_OK : code)
    }

    private static let settings = [
        ("temp_store", "MEMORY", "2"), ("journal_mode", "DELETE", "delete"),
        ("synchronous", "EXTRA", "3"), ("secure_delete", "ON", "1"),
    ]

    private static func value(of setting: String, in connection: OpaquePointer) -> String? {
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        guard sqlite3_prepare_v2(connection, "PRAGMA \(setting)", -1, &statement, nil) == SQLITE_OK,
            sqlite3_step(statement) == SQLITE_ROW, let text = sqlite3_column_text(statement, 0)
        else { return nil }
        return String(cString: text)
    }

    // MARK: damage

    /// The first damage found since the process began, at most 64 places: what stands behind an
    /// `SQLITE_IOERR_DATA` from SQLite.
    public var damage: [Damage] { found.withLock { $0 } }

    func report(_ damage: Damage) {
        homes_vault_log(SQLITE_IOERR_DATA, "vault: \(damage) does not authenticate")
        found.withLock { list in
            if list.count < Self.mostDamageKept, !list.contains(damage) { list.append(damage) }
        }
    }
}

/// A place in a sealed file that does not authenticate: damaged, exchanged, or of another file.
public enum Damage: Hashable, Sendable, CustomStringConvertible {
    /// A page of the main file, counted from 1.
    case page(UInt32)
    /// A record of the rollback journal, by its offset in bytes.
    case journalRecord(offset: Int64)
    /// Every page is genuine, but they are not of one time: some were put back as they were.
    case mixture

    /// The place, for SQLite's log.
    public var description: String {
        switch self {
        case .page(let number): "page \(number)"
        case .journalRecord(let offset): "the journal record at \(offset)"
        case .mixture: "the pages' sum"
        }
    }
}

/// Two digits a byte.
enum Hexadecimal {
    static func pair(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
}
