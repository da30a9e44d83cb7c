import Foundation
import GRDB
import GRDBSQLite
import Synchronization
import Vault

/// The only door to the records: every read and every change goes through a method named after
/// what the staff do. It is locked until somebody signs in with her password.
///
/// One sealed SQLite file, rollback journal, `synchronous=EXTRA`: an acknowledged save survives a
/// power loss. One connection a process; several processes may work on one file.
public final class HomesStore: Sendable {
    /// Where the sealed file is.
    public let path: String
    /// Who has keys to it.
    let keyFile: KeyFile
    /// The passwords that were tried in vain.
    let tries: TryCounter
    /// Gone with the store: a file that a test made.
    private let throwawayFolder: String?
    private let door: Mutex<Door>
    /// Those watched for, kept between two saves.
    let watch = WatchShelf()

    /// What is there while the door is open.
    struct Door {
        var queue: DatabaseQueue?
        var keys: VaultKeys?
        /// Who opened it; `nil` where the program itself did, to make a programme.
        var userId: String?
        /// Kept when the door is locked: SQLite has one storage a file and process.
        var storage: SealedStorage?
    }

    /// The file's name in the data folder.
    public static let fileName = "homes.sqlite"

    /// How long a save waits for another process, in seconds.
    static let busyTimeout = 5.0
    /// How long what happens by itself waits: a draft, a look whether something changed.
    static let hurriedTimeout = 0.1

    /// - Parameter storage: What lies between SQLite and the disk, where a test brings its own.
    init(
        path: String, keyFile: KeyFile? = nil, tries: TryCounter? = nil, throwaway: String? = nil,
        storage: SealedStorage? = nil
    ) {
        self.path = path
        door = Mutex(Door(storage: storage))
        self.keyFile = keyFile ?? KeyFile(besideFileAt: path)
        self.tries = tries ?? TryCounter(path: path + ".tries")
        throwawayFolder = throwaway
    }

    deinit {
        lock()
        if let throwawayFolder { try? FileManager.default.removeItem(atPath: throwawayFolder) }
    }

    /// Where people are told that the file is; a test's is nowhere for long.
    public var shownPath: String { throwawayFolder == nil ? path : ":memory:" }

    // MARK: The door

    /// Whether nobody has signed in.
    public var isLocked: Bool { door.withLock { $0.queue == nil } }

    /// The keys of whoever opened the door.
    var keys: VaultKeys? { door.withLock { $0.keys } }

    /// Opens the file with keys, bringing an older one up to this program's schema.
    ///
    /// - Throws: `keys` with what the vault says, `newerSchema`, `damaged`, `cannotOpen`,
    ///   `readOnly`, `busy`.
    ///
    /// - Parameter isNew: Whether an empty file is begun; otherwise one without our schema has lost
    ///   what was in it, and is left as it is.
    func open(with keys: VaultKeys, isNew: Bool = false) throws(StoreError) {
        lock()
        let storage = try StoreError.ofVault { () throws(VaultError) in
            try keys.storage(reusing: door.withLock { $0.storage })
        }
        door.withLock { $0.storage = storage }
        let seal = SecondSealHolder(SecondSeal(keys.secondKey, publicBytes: nil))
        let queue = try translating(during: "open") {
            let queue = try DatabaseQueue(
                path: storage.location(ofFileAt: path),
                configuration: HomesStore.configuration(storage, seal))
            let version = try queue.inDatabase { db in
                try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            }
            if version == 0, !isNew { throw StoreError.damaged }
            if version > Migrations.current {
                throw StoreError.newerSchema(file: version, program: Migrations.current)
            }
            if version < Migrations.current { try Migrations.migrator.migrate(queue) }
            try queue.inDatabase { db in
                if isNew { try db.begin(keys.generation, seal.seal) }
                if !seal.seal.opens {
                    seal.seal = SecondSeal(nil, publicBytes: try db.secondPublicKey())
                }
            }
            return queue
        }
        door.withLock {
            $0.queue = queue
            $0.keys = keys
            $0.userId = nil
        }
    }

    /// The key slot of the user who opened the door; `nil` where no password did.
    private var slotOfUser: String? {
        door.withLock { $0.userId == nil ? nil : $0.keys?.slot?.text }
    }

    /// Whether a password opened the door, and not the program itself.
    var isOpenedByUser: Bool { door.withLock { $0.userId != nil } }

    /// Says who has opened the door: from now on it answers to nobody else's signature.
    func answer(onlyTo userId: String) { door.withLock { $0.userId = userId } }

    /// Closes the file and forgets the keys.
    public func lock() {
        let queue = door.withLock { door in
            defer {
                door.queue = nil
                door.keys = nil
                door.userId = nil
            }
            return door.queue
        }
        try? queue?.close()
        watch.clear()
    }

    private static func configuration(
        _ storage: SealedStorage, _ seal: SecondSealHolder
    ) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(busyTimeout)
        configuration.foreignKeysEnabled = true
        configuration.label = "homes"
        configuration.prepareDatabase { db in
            guard let connection = db.sqliteConnection else { throw StoreError.damaged }
            try storage.prepare(connection)
            seal.add(to: db)
            try db.execute(sql: "PRAGMA cache_size = -\(cacheKibibytes)")
        }
        return configuration
    }

    /// The page cache of a connection. Pages in it are open; a page that is not has to be unsealed.
    static let cacheKibibytes = 16_000

    /// The schema that this program writes.
    public static var schemaVersion: Int { Migrations.current }

    /// Grows whenever another process has changed the file; cheap enough to ask at every key. `nil`
    /// while another process keeps the file to itself, when a key does not wait for that, and while
    /// the door is locked.
    public func dataVersion() -> Int? {
        guard let queue = try? openQueue() else { return nil }
        return try? queue.inDatabase { db in
            try db.hurrying { try Int.fetchOne(db, sql: "PRAGMA data_version") }
        }
    }

    // MARK: Reading and changing

    /// The connection.
    ///
    /// - Throws: `locked`.
    func openQueue() throws(StoreError) -> DatabaseQueue {
        guard let queue = door.withLock({ $0.queue }) else { throw .locked }
        return queue
    }

    /// The connection, for whoever opened the door.
    ///
    /// - Throws: `locked`; `refused(.signedOff)` for anybody else's signature.
    func openQueue(for signature: Signature) throws(StoreError) -> DatabaseQueue {
        let (queue, userId) = door.withLock { ($0.queue, $0.userId) }
        guard let queue else { throw .locked }
        if let userId, userId != signature.userId { throw .refused(.signedOff) }
        return queue
    }

    /// Runs a query.
    func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        let queue = try openQueue()
        return try translating(during: "read") { try queue.inDatabase(body) }
    }

    /// Whether the signer may still work as she signed in: not disabled since, in the same role, in
    /// the same home, with the same key.
    public func isStillSignedIn(_ signature: Signature) throws(StoreError) -> Bool {
        let slot = slotOfUser
        return try read { try $0.isStillSignedIn(signature, slot: slot) }
    }

    /// Runs one staff action: one transaction that keeps the invariants and writes its journal
    /// entries in it.
    ///
    /// - Throws: what `body` throws; `refused(.signedOff)` when the signer's account was changed
    ///   since she signed in, or is not the one that opened the door.
    func perform<Value>(
        _ name: OperationName, _ signature: Signature,
        _ body: (inout Operation) throws -> Value
    ) throws(StoreError) -> Value {
        let queue = try openQueue(for: signature)
        let slot = slotOfUser
        return try notingDenials(signature, during: name.rawValue) {
            try queue.inDatabase { db in
                var result: Value?
                var alerts: [WatchAlert] = []
                try db.inTransaction(.immediate) {
                    if name.needsAccount,
                        try !db.isStillSignedIn(signature, slot: slot)
                    {
                        throw StoreError.refused(.signedOff)
                    }
                    var operation = Operation(
                        db: db, name: name, signature: signature, watch: watch)
                    result = try body(&operation)
                    alerts = operation.watch.alerts
                    // The schema would refuse it at the commit, but not say what it was.
                    let hasGap = try Bool.fetchOne(
                        db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM nightWithoutBed)"))
                    if hasGap == true { throw StoreError.refused(.nightWithoutBed) }
                    return .commit
                }
                guard let result else {
                    throw StoreError.unexpected(code: 0, during: name.rawValue)
                }
                watch.keep(alerts, for: signature.userId)
                return result
            }
        }
    }

    /// Turns every error into the store's own, and names the page when one is damaged.
    func translating<Value>(
        during name: String, _ body: () throws -> Value
    ) throws(StoreError) -> Value {
        do throws(StoreError) {
            return try HomesStore.translating(during: name, body)
        } catch {
            throw named(error)
        }
    }

    /// A damaged file with the page that does not authenticate, as far as one can be named.
    private func named(_ error: StoreError) -> StoreError {
        guard let storage = door.withLock({ $0.storage }) else { return error }
        switch error {
        case .damaged: return storage.damage.first.map { .keys(.damaged($0)) } ?? error
        case .keys(.damaged(.mixture)):
            // Each page may be whole and the sum of an older day; or it does not add up because
            // pages are damaged.
            let pages = (try? storage.damagedPages(inFileAt: path)) ?? []
            return pages.first { $0 > 0 }.map { .keys(.damaged(.page($0))) } ?? error
        default: return error
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
        } catch let error as VaultError {
            throw StoreError(error)
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
        case .setUp, .signIn, .signOut, .makeDemonstration, .recover: false
        default: true
        }
    }
}

extension Database {
    /// - Parameter slot: The key slot that opened the file; `nil` where no password was asked.
    fileprivate func isStillSignedIn(_ signature: Signature, slot: String?) throws -> Bool {
        try Bool.fetchOne(
            cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM user WHERE id = ?1 AND role = ?2
                      AND disabledOn IS NULL AND voidedAt IS NULL
                      AND (?4 IS NULL OR keySlot = ?4)
                      AND (?3 IS NULL OR EXISTS (SELECT 1 FROM userHome
                        WHERE userId = ?1 AND homeId = ?3 AND voidedAt IS NULL)))
                    """),
            arguments: [signature.userId, signature.role.rawValue, signature.homeId, slot])
            ?? false
    }

    /// Does something that must not keep anybody waiting: while another process keeps the file to
    /// itself, it gives up at once and may be tried again.
    func hurrying<Value>(_ body: () throws -> Value) rethrows -> Value {
        sqlite3_busy_timeout(sqliteConnection, Int32(HomesStore.hurriedTimeout * 1_000))
        defer { sqlite3_busy_timeout(sqliteConnection, Int32(HomesStore.busyTimeout * 1_000)) }
        return try body()
    }
}
