import Foundation
import GRDB
import GRDBSQLite

/// The only door to the records: every read and every change goes through a method named after
/// what the staff do.
///
/// One SQLite file, rollback journal, `synchronous=EXTRA`: an acknowledged save survives a power
/// loss. One connection a process; several processes may work on one file.
public final class HomesStore: Sendable {
    let queue: DatabaseQueue

    /// The file's name in the data folder.
    public static let fileName = "homes.sqlite"

    /// How long a save waits for another process, in seconds.
    static let busyTimeout = 5.0
    /// How long what happens by itself waits: a draft, a look whether something changed.
    static let hurriedTimeout = 0.1

    private init(queue: DatabaseQueue) {
        self.queue = queue
    }

    /// Opens the programme in a folder, bringing an older file up to this program's schema.
    ///
    /// - Throws: `noProgramme`, `newerSchema`, `damaged`, `cannotOpen`, `readOnly`, `busy`.
    public static func open(folder: String) throws(StoreError) -> HomesStore {
        let path = folder + "/" + fileName
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else {
            throw .noProgramme
        }
        // Ours are never empty: this one has lost what was in it, and is not begun anew.
        if attributes[.size] as? Int == 0 { throw .damaged }
        return try open(path: path)
    }

    /// Makes an empty file in a folder, which is made too if it is missing (0700).
    ///
    /// - Throws: as `open`; `refused(.duplicateValue)` when there is a programme already.
    public static func create(folder: String) throws(StoreError) -> HomesStore {
        let path = folder + "/" + fileName
        if FileManager.default.fileExists(atPath: path) { throw .refused(.duplicateValue) }
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw .readOnly
        }
        return try open(path: path)
    }

    /// A programme in memory, for tests.
    public static func inMemory() throws(StoreError) -> HomesStore {
        try open(path: ":memory:")
    }

    private static func open(path: String) throws(StoreError) -> HomesStore {
        try translating(during: "open") {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            let version = try queue.inDatabase { db in
                try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            }
            if version > Migrations.current {
                throw StoreError.newerSchema(file: version, program: Migrations.current)
            }
            if version < Migrations.current { try Migrations.migrator.migrate(queue) }
            return HomesStore(queue: queue)
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(busyTimeout)
        configuration.foreignKeysEnabled = true
        configuration.label = "homes"
        configuration.prepareDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA journal_mode = DELETE;
                    PRAGMA synchronous = EXTRA;
                    PRAGMA temp_store = MEMORY;
                    PRAGMA secure_delete = ON;
                    PRAGMA trusted_schema = OFF;
                    PRAGMA cache_size = -8000;
                    """)
        }
        return configuration
    }

    /// Where the file is; `:memory:` for a programme in memory.
    public var path: String { queue.path }

    /// The schema that this program writes.
    public static var schemaVersion: Int { Migrations.current }

    /// Grows whenever another process has changed the file; cheap enough to ask at every key. `nil`
    /// while another process keeps the file to itself: a key does not wait for that.
    public func dataVersion() -> Int? {
        try? queue.inDatabase { db in
            try db.hurrying { try Int.fetchOne(db, sql: "PRAGMA data_version") }
        }
    }

    /// Runs a query.
    func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        try HomesStore.translating(during: "read") { try queue.inDatabase(body) }
    }

    /// Whether the signer may still work as she signed in: not disabled since, in the same role, in
    /// the same home.
    public func isStillSignedIn(_ signature: Signature) throws(StoreError) -> Bool {
        try read { try $0.isStillSignedIn(signature) }
    }

    /// Runs one staff action: one transaction that keeps the invariants and writes its journal
    /// entries in it.
    ///
    /// - Throws: what `body` throws; `refused(.signedOff)` when the signer's account was changed
    ///   since she signed in.
    func perform<Value>(
        _ name: OperationName, _ signature: Signature,
        _ body: (inout Operation) throws -> Value
    ) throws(StoreError) -> Value {
        try notingDenials(signature, during: name.rawValue) {
            try queue.inDatabase { db in
                var result: Value?
                try db.inTransaction(.immediate) {
                    if name.needsAccount, try !db.isStillSignedIn(signature) {
                        throw StoreError.refused(.signedOff)
                    }
                    var operation = Operation(db: db, name: name, signature: signature)
                    result = try body(&operation)
                    // The schema would refuse it at the commit, but not say what it was.
                    let hasGap = try Bool.fetchOne(
                        db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM nightWithoutBed)"))
                    if hasGap == true { throw StoreError.refused(.nightWithoutBed) }
                    return .commit
                }
                guard let result else {
                    throw StoreError.unexpected(code: 0, during: name.rawValue)
                }
                return result
            }
        }
    }

    /// Turns every error into the store's own.
    static func translating<Value>(
        during name: String, _ body: () throws -> Value
    ) throws(StoreError) -> Value {
        do {
            return try body()
        } catch let error as StoreError {
            throw error
        } catch let error as DatabaseError {
            throw StoreError(error, during: name)
        } catch {
            throw .unexpected(code: -1, during: name)
        }
    }
}

extension OperationName {
    /// Whether the signer has to be a user who may work: not when the first user is made, nor when
    /// somebody signs in or off.
    fileprivate var needsAccount: Bool {
        switch self {
        case .setUp, .signIn, .signOut, .makeDemonstration: false
        default: true
        }
    }
}

extension Database {
    fileprivate func isStillSignedIn(_ signature: Signature) throws -> Bool {
        try Bool.fetchOne(
            cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM user WHERE id = ?1 AND role = ?2
                      AND disabledOn IS NULL AND voidedAt IS NULL
                      AND (?3 IS NULL OR EXISTS (SELECT 1 FROM userHome
                        WHERE userId = ?1 AND homeId = ?3 AND voidedAt IS NULL)))
                    """),
            arguments: [signature.userId, signature.role.rawValue, signature.homeId]) ?? false
    }

    /// Does something that must not keep anybody waiting: while another process keeps the file to
    /// itself, it gives up at once and may be tried again.
    func hurrying<Value>(_ body: () throws -> Value) rethrows -> Value {
        sqlite3_busy_timeout(sqliteConnection, Int32(HomesStore.hurriedTimeout * 1_000))
        defer { sqlite3_busy_timeout(sqliteConnection, Int32(HomesStore.busyTimeout * 1_000)) }
        return try body()
    }
}

extension StoreError {
    /// SQLite's error in our words. Its message may quote values, so only the names that our own
    /// triggers raise are taken from it.
    init(_ error: DatabaseError, during name: String) {
        let code = Int(error.extendedResultCode.rawValue)
        switch error.resultCode {
        case .SQLITE_CONSTRAINT:
            if let message = error.message, message.hasPrefix("homes:"),
                let refusal = Refusal(rawValue: String(message.dropFirst(6)))
            {
                self = .refused(refusal)
            } else if error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE
                || error.extendedResultCode == .SQLITE_CONSTRAINT_PRIMARYKEY
            {
                self = .refused(.duplicateValue)
            } else if error.extendedResultCode == .SQLITE_CONSTRAINT_CHECK
                || error.extendedResultCode == .SQLITE_CONSTRAINT_NOTNULL
            {
                self = .refused(.invalidValue)
            } else {
                self = .unexpected(code: code, during: name)
            }
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
        case .SQLITE_FULL: self = .diskFull
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: self = .readOnly
        case .SQLITE_CANTOPEN: self = .cannotOpen(code: code)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged
        case .SQLITE_IOERR: self = .inputOutput(code: code)
        default: self = .unexpected(code: code, during: name)
        }
    }
}
