import Glibc

extension KeyFile {
    /// Makes a copy of the sealed file and its key file while others use them. The copy has a data
    /// key and an identifier of its own, so that no page of it can stand in for one of the
    /// original's; the same names, passwords and recovery shares open it.
    ///
    /// Others can read meanwhile, and a save waits. The copy is complete when this returns; prove
    /// it with `SealedStorage.damagedPages` and by reading it.
    ///
    /// - Parameter target: where the copied file goes; its key file goes beside it.
    /// - Throws: `keyFileExists` when something is there already, `copying` with SQLite's code,
    ///   `unusable`; nothing is left behind.
    /// - Returns: the keys of the copy.
    public func backUp(
        to target: String, using keys: VaultKeys, storage: SealedStorage
    ) throws(VaultError) -> VaultKeys {
        let copy = KeyFile(besideFileAt: target)
        guard access(target, F_OK) != 0 else { throw .keyFileExists }
        let disk = try KeyFileDisk.open(path, writes: false)
        let (bytes, new) = try reissued(disk, using: keys)
        disk.close()
        try KeyFileDisk.create(copy.path, bytes)
        do {
            try copyDatabase(from: storage, to: target, through: try new.storage())
            try KeyFileDisk.syncFolder(of: target)
        } catch {
            for name in [copy.path, target, target + "-journal"] { unlink(name) }
            throw error
        }
        return new
    }
}

/// A key file as it was before a change.
public struct KeptKeyFile: Sendable {
    let bytes: [UInt8]
}

extension KeyFile {
    /// The key file as it is now, to be put back if what belongs to its next change cannot be
    /// written.
    ///
    /// - Throws: `noKeyFile`, `keyFileDamaged`, `keyFileBusy`, `unusable`.
    public func kept() throws(VaultError) -> KeptKeyFile {
        let disk = try KeyFileDisk.open(path, writes: false)
        guard let bytes = disk.newestBytes else { throw .keyFileDamaged }
        return KeptKeyFile(bytes: bytes)
    }

    /// Takes the one change back that was made since; does nothing when there was none, or when
    /// somebody else has changed the file too. Its size never changes, so a full disk does not stand
    /// in the way.
    ///
    /// - Throws: `noKeyFile`, `keyFileBusy`, `unusable`.
    public func putBack(_ kept: KeptKeyFile) throws(VaultError) {
        let disk = try KeyFileDisk.open(path, writes: true)
        guard let old = try KeyTable(kept.bytes[...]), let newest = disk.newest,
            newest.fileID == old.fileID, newest.generation == old.generation + 1
        else { return }
        try disk.replace(with: kept.bytes)
    }
}
