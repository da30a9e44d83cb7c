import CVault

/// A file that SQLite has open through the vault: the file beneath it and the memory to seal in.
///
/// SQLite serialises the calls on one file, so that nothing here is locked.
class SealedFile {
    let storage: SealedStorage
    let real: UnsafeMutablePointer<sqlite3_file>
    let buffer: UnitBuffer

    init(storage: SealedStorage, real: UnsafeMutablePointer<sqlite3_file>) {
        self.storage = storage
        self.real = real
        buffer = UnitBuffer(fileID: storage.fileID)
    }

    deinit { buffer.free() }

    func read(_ output: UnsafeMutableRawPointer, _ count: Int, at offset: Int64) -> Int32 {
        SQLITE_IOERR_READ
    }

    func write(_ input: UnsafeRawPointer, _ count: Int, at offset: Int64) -> Int32 {
        SQLITE_IOERR_WRITE
    }

    func truncate(to size: Int64) -> Int32 {
        real.pointee.pMethods.pointee.xTruncate(real, size)
    }

    /// The size as SQLite sees it, in bytes; nil when it cannot be asked.
    func size() -> Int64? { realSize() }

    /// A lock is asked for, or was taken or given back (SQLite's levels, 0 to 4).
    func willLock(_ level: Int32) {}
    func didLock(_ level: Int32) {}

    /// SQLite has written everything of a transaction, or has rolled one back, and will sync now.
    func willSync() -> Int32 { SQLITE_OK }

    // MARK: the file beneath

    /// Reads the file beneath. Behind its end there are zeros and `SQLITE_IOERR_SHORT_READ`.
    final func readReal(
        _ output: UnsafeMutableRawPointer, _ count: Int, at offset: Int64
    ) -> Int32 {
        real.pointee.pMethods.pointee.xRead(real, output, Int32(count), offset)
    }

    final func writeReal(_ input: UnsafeRawPointer, _ count: Int, at offset: Int64) -> Int32 {
        real.pointee.pMethods.pointee.xWrite(real, input, Int32(count), offset)
    }

    /// The size of the file beneath, in bytes; nil when it cannot be asked.
    final func realSize() -> Int64? {
        var size: sqlite3_int64 = 0
        let code = real.pointee.pMethods.pointee.xFileSize(real, &size)
        return code == SQLITE_OK ? size : nil
    }
}

/// SQLite's result codes that are sums of others, which the header spells as expressions.
let SQLITE_IOERR_READ = SQLITE_IOERR | (1 << 8)
let SQLITE_IOERR_SHORT_READ = SQLITE_IOERR | (2 << 8)
let SQLITE_IOERR_WRITE = SQLITE_IOERR | (3 << 8)
let SQLITE_IOERR_TRUNCATE = SQLITE_IOERR | (6 << 8)
let SQLITE_IOERR_FSYNC = SQLITE_IOERR | (4 << 8)
let SQLITE_IOERR_FSTAT = SQLITE_IOERR | (7 << 8)
let SQLITE_IOERR_DATA = SQLITE_IOERR | (32 << 8)
