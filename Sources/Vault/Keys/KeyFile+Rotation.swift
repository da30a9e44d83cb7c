import CVault
import Crypto
import Foundation
import Glibc

/// Exchanging the data key: every page is sealed anew, and every slot gets the new key without its
/// password.
extension KeyFile {
    private var nextDatabasePath: String { databasePath + ".rotating" }
    private var nextPath: String { path + ".rotating" }

    /// Seals the whole file under a new data key and gives that to every slot that is left, so that
    /// a key which somebody kept is worthless. The second key stays.
    ///
    /// The new file is written beside the old one and takes its name once it is complete; cut short
    /// at any moment, the next `unlock` finishes or undoes it. Everybody else should have signed
    /// off: another program's next save fails with `SQLITE_READONLY_DBMOVED` and it has to be
    /// opened again. Reads that come in between show the file as it was.
    ///
    /// - Throws: `copying` with SQLite's code, `unusable`; the old file is as it was.
    public func rotate(
        using keys: VaultKeys, storage: SealedStorage
    ) throws(VaultError) -> VaultKeys {
        let disk = try KeyFileDisk.open(path, writes: true)
        let (copy, new) = try reissued(disk, using: keys)
        discardNext()
        do {
            try KeyFileDisk.create(nextPath, copy)
            try replaceDatabase(from: storage, to: try new.storage())
            try disk.replace(with: copy)
        } catch {
            // Once the new file has the name, the next unlock finishes what is left.
            if Sealer(keys).opensFirstPage(ofFileAt: databasePath) { discardNext() }
            throw error
        }
        unlink(nextPath)
        try KeyFileDisk.syncFolder(of: path)
        return new
    }

    /// The table for a new data key and file identifier: the same slots, passwords and shares.
    func reissued(
        _ disk: KeyFileDisk, using keys: VaultKeys
    ) throws(VaultError) -> (copy: [UInt8], keys: VaultKeys) {
        guard var table = disk.newest else { throw .keyFileDamaged }
        guard table.fileID == keys.fileID else { throw .keyFileForged }
        let places = try table.places(dataKey: keys.dataKey)
        table.fileID = FileID()
        table.generation += 1
        let new = VaultKeys(
            fileID: table.fileID, generation: table.generation, slot: keys.slot,
            dataKey: SymmetricKey(size: .bits256), secondKey: keys.secondKey)
        for index in places.indices where places[index].use != .free {
            try table.slots[index].seal(
                dataKey: new.dataKey, secondKey: nil, fileID: table.fileID)
        }
        return (try table.encoded(places, dataKey: new.dataKey), new)
    }

    /// Opens a slot, after a rotation that was cut short has been finished or undone.
    func finishRotation(
        _ secretFor: (KeyTable) throws(VaultError) -> SlotSecret
    ) throws(VaultError) -> VaultKeys {
        guard FileManager.default.fileExists(atPath: nextPath) else {
            let disk = try KeyFileDisk.open(path, writes: false)
            let keys = try open(disk, secretFor)
            if !disk.isWhole {
                disk.close()
                try? KeyFileDisk.open(path, writes: true).heal()
            }
            return keys
        }
        let disk = try KeyFileDisk.open(path, writes: true)
        let old = try? open(disk, secretFor)
        let next = try KeyFileDisk.open(nextPath, writes: false)
        let new = try? open(next, secretFor)
        if let new, Sealer(new).opensFirstPage(ofFileAt: databasePath) {
            if let copy = next.newestBytes { try disk.replace(with: copy) }
            discardNext()
            return new
        }
        guard let old else { throw .wrongNameOrPassword }
        if Sealer(old).opensFirstPage(ofFileAt: databasePath) { discardNext() }
        return old
    }

    private func discardNext() {
        for name in [nextPath, nextDatabasePath, nextDatabasePath + "-journal"] { unlink(name) }
    }

    /// Copies the file while nobody else may write, and puts the copy in its place.
    private func replaceDatabase(
        from old: SealedStorage, to new: SealedStorage
    ) throws(VaultError) {
        // SQLite does not copy from a connection that may write: one keeps the others from writing,
        // another one reads.
        let guardian = try Self.connect(to: databasePath, through: old)
        defer { sqlite3_close(guardian) }
        try Self.run("BEGIN IMMEDIATE", on: guardian)
        try copyDatabase(from: old, to: nextDatabasePath, through: new)
        guard rename(nextDatabasePath, databasePath) == 0 else {
            throw .copying(code: SQLITE_IOERR)
        }
        try KeyFileDisk.syncFolder(of: databasePath)
    }

    /// Copies the file page by page, readable by its owner only.
    func copyDatabase(
        from old: SealedStorage, to target: String, through new: SealedStorage
    ) throws(VaultError) {
        let source = try Self.connect(to: databasePath, through: old)
        defer { sqlite3_close(source) }
        let connection = try Self.connect(to: target, through: new)
        guard chmod(target, mode_t(0o600)) == 0,
            let backup = sqlite3_backup_init(connection, "main", source, "main")
        else {
            sqlite3_close(connection)
            throw .copying(code: SQLITE_ERROR)
        }
        let step = sqlite3_backup_step(backup, -1)
        let finish = sqlite3_backup_finish(backup)
        let close = sqlite3_close(connection)
        guard step == SQLITE_DONE, finish == SQLITE_OK, close == SQLITE_OK else {
            throw .copying(code: finish == SQLITE_OK ? step : finish)
        }
    }

    private static func connect(
        to path: String, through storage: SealedStorage
    ) throws(VaultError) -> OpaquePointer {
        var connection: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI
        let code = sqlite3_open_v2(storage.location(ofFileAt: path), &connection, flags, nil)
        guard code == SQLITE_OK, let connection else {
            sqlite3_close(connection)
            throw .copying(code: code)
        }
        sqlite3_busy_timeout(connection, 10_000)
        try storage.prepare(connection)
        return connection
    }

    private static func run(_ sql: String, on connection: OpaquePointer) throws(VaultError) {
        let code = sqlite3_exec(connection, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw .copying(code: code) }
    }
}

extension Sealer {
    init(_ keys: VaultKeys) { self.init(dataKey: keys.dataKey, fileID: keys.fileID) }
}
