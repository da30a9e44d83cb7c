import CVault

// The C side of the storage: SQLite's two tables of functions. A file is SQLite's `sqlite3_file`,
// a pointer to our `SealedFile`, and behind them the file beneath.

/// Where the file beneath begins, in bytes.
private let realOffset = 16

private typealias File = UnsafeMutablePointer<sqlite3_file>
private typealias VFS = UnsafeMutablePointer<sqlite3_vfs>

private func statePlace(_ file: File) -> UnsafeMutablePointer<UnsafeMutableRawPointer?> {
    (UnsafeMutableRawPointer(file) + 8).assumingMemoryBound(to: UnsafeMutableRawPointer?.self)
}

private func realFile(_ file: File) -> File {
    (UnsafeMutableRawPointer(file) + realOffset).assumingMemoryBound(to: sqlite3_file.self)
}

private func sealedFile(_ file: File?) -> SealedFile? {
    guard let file, let state = statePlace(file).pointee else { return nil }
    return Unmanaged<SealedFile>.fromOpaque(state).takeUnretainedValue()
}

/// Calls a function of the file beneath.
private func withReal(_ file: File?, _ body: (File, sqlite3_io_methods) -> Int32) -> Int32 {
    guard let file else { return SQLITE_MISUSE }
    let real = realFile(file)
    guard let methods = real.pointee.pMethods else { return SQLITE_MISUSE }
    return body(real, methods.pointee)
}

// MARK: files

/// Version 1: neither memory maps nor the shared memory that a WAL needs.
private func makeMethods() -> sqlite3_io_methods {
    var methods = sqlite3_io_methods()
    methods.iVersion = 1
    methods.xClose = { file in
        guard let file else { return SQLITE_MISUSE }
        let code = withReal(file) { $1.xClose($0) }
        if let state = statePlace(file).pointee {
            Unmanaged<SealedFile>.fromOpaque(state).release()
            statePlace(file).pointee = nil
        }
        file.pointee.pMethods = nil
        return code
    }
    methods.xRead = { file, output, count, offset in
        guard let sealed = sealedFile(file), let output else { return SQLITE_MISUSE }
        return sealed.read(output, Int(count), at: offset)
    }
    methods.xWrite = { file, input, count, offset in
        guard let sealed = sealedFile(file), let input else { return SQLITE_MISUSE }
        return sealed.write(input, Int(count), at: offset)
    }
    methods.xTruncate = { file, size in
        sealedFile(file)?.truncate(to: size) ?? SQLITE_MISUSE
    }
    methods.xSync = { file, flags in withReal(file) { $1.xSync($0, flags) } }
    methods.xFileSize = { file, answer in
        guard let size = sealedFile(file)?.size() else { return SQLITE_IOERR_FSTAT }
        answer?.pointee = size
        return SQLITE_OK
    }
    methods.xLock = { file, level in
        sealedFile(file)?.willLock(level)
        let code = withReal(file) { $1.xLock($0, level) }
        if code == SQLITE_OK { sealedFile(file)?.didLock(level) }
        return code
    }
    methods.xUnlock = { file, level in
        sealedFile(file)?.didLock(level)
        return withReal(file) { $1.xUnlock($0, level) }
    }
    methods.xCheckReservedLock = { file, answer in
        withReal(file) { $1.xCheckReservedLock($0, answer) }
    }
    methods.xFileControl = { file, operation, argument in
        // What would let SQLite past the sealing or let the file grow by unsealed zeros.
        let refused = [
            SQLITE_FCNTL_MMAP_SIZE, SQLITE_FCNTL_CHUNK_SIZE, SQLITE_FCNTL_SIZE_HINT,
            SQLITE_FCNTL_BEGIN_ATOMIC_WRITE, SQLITE_FCNTL_COMMIT_ATOMIC_WRITE,
            SQLITE_FCNTL_ROLLBACK_ATOMIC_WRITE,
        ]
        if refused.contains(operation) { return SQLITE_NOTFOUND }
        if operation == SQLITE_FCNTL_SYNC, let code = sealedFile(file)?.willSync(),
            code != SQLITE_OK
        {
            return code
        }
        return withReal(file) { $1.xFileControl($0, operation, argument) }
    }
    methods.xSectorSize = { _ in Int32(PageFormat.headerBytes) }
    methods.xDeviceCharacteristics = { _ in SQLITE_IOCAP_POWERSAFE_OVERWRITE }
    return methods
}

/// SQLite keeps the address, so the table lives as long as the process. Written once, read only.
nonisolated(unsafe) private let methods: UnsafePointer<sqlite3_io_methods> = {
    let place = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
    place.initialize(to: makeMethods())
    return UnsafePointer(place)
}()

// MARK: the file system

/// What a VFS of ours remembers: whose it is and which one lies beneath.
private final class Owner {
    let storage: SealedStorage
    let beneath: VFS
    init(storage: SealedStorage, beneath: VFS) {
        self.storage = storage
        self.beneath = beneath
    }
}

private func owner(_ vfs: VFS?) -> Owner? {
    vfs?.pointee.pAppData.map { Unmanaged<Owner>.fromOpaque($0).takeUnretainedValue() }
}

/// The storage that a connection's VFS belongs to; nil when the VFS is none of ours.
func storage(behind vfs: UnsafeMutablePointer<sqlite3_vfs>) -> SealedStorage? {
    guard let name = vfs.pointee.zName, String(cString: name).hasPrefix(SealedStorage.namePrefix)
    else { return nil }
    return owner(vfs)?.storage
}

/// Opens a main file or its rollback journal, and nothing else.
private func open(
    _ vfs: VFS?, _ name: UnsafePointer<CChar>?, _ file: File?, _ flags: Int32,
    _ outFlags: UnsafeMutablePointer<Int32>?
) -> Int32 {
    guard let file, let owner = owner(vfs) else { return SQLITE_MISUSE }
    file.pointee.pMethods = nil
    statePlace(file).pointee = nil
    let isJournal = flags & SQLITE_OPEN_MAIN_JOURNAL != 0
    guard name != nil, isJournal || flags & SQLITE_OPEN_MAIN_DB != 0 else {
        return SQLITE_CANTOPEN
    }
    let real = realFile(file)
    let code = owner.beneath.pointee.xOpen(owner.beneath, name, real, flags, outFlags)
    guard code == SQLITE_OK else {
        // A VFS may leave methods behind to be closed even when it fails.
        if let left = real.pointee.pMethods { _ = left.pointee.xClose(real) }
        return code
    }
    let sealed: SealedFile =
        isJournal
        ? SealedJournalFile(storage: owner.storage, real: real)
        : SealedDatabaseFile(storage: owner.storage, real: real)
    statePlace(file).pointee = Unmanaged.passRetained(sealed).toOpaque()
    file.pointee.pMethods = methods
    return SQLITE_OK
}

/// A VFS for a storage. It is never freed: see `SealedStorage`.
func makeVFS(
    for storage: SealedStorage, named name: String, over beneath: UnsafeMutablePointer<sqlite3_vfs>
) -> UnsafeMutablePointer<sqlite3_vfs>? {
    let characters = UnsafeMutableBufferPointer<CChar>.allocate(capacity: name.utf8.count + 1)
    _ = characters.initialize(from: name.utf8CString)
    var vfs = sqlite3_vfs()
    vfs.iVersion = 2
    vfs.szOsFile = Int32(realOffset) + beneath.pointee.szOsFile
    vfs.mxPathname = beneath.pointee.mxPathname
    vfs.zName = UnsafePointer(characters.baseAddress)
    vfs.pAppData = Unmanaged.passRetained(Owner(storage: storage, beneath: beneath)).toOpaque()
    vfs.xOpen = open
    vfs.xDelete = { vfs, name, syncs in
        guard let beneath = owner(vfs)?.beneath else { return SQLITE_MISUSE }
        return beneath.pointee.xDelete(beneath, name, syncs)
    }
    vfs.xAccess = { vfs, name, flags, answer in
        guard let beneath = owner(vfs)?.beneath else { return SQLITE_MISUSE }
        return beneath.pointee.xAccess(beneath, name, flags, answer)
    }
    vfs.xFullPathname = { vfs, name, count, output in
        guard let beneath = owner(vfs)?.beneath else { return SQLITE_MISUSE }
        return beneath.pointee.xFullPathname(beneath, name, count, output)
    }
    // No extension is ever loaded through a sealed file.
    vfs.xDlOpen = { _, _ in nil }
    vfs.xDlError = { _, count, output in
        if count > 0 { output?.pointee = 0 }
    }
    vfs.xDlSym = { _, _, _ in nil }
    vfs.xDlClose = { _, _ in }
    vfs.xRandomness = { vfs, count, output in
        guard let beneath = owner(vfs)?.beneath else { return 0 }
        return beneath.pointee.xRandomness(beneath, count, output)
    }
    vfs.xSleep = { vfs, microseconds in
        guard let beneath = owner(vfs)?.beneath else { return 0 }
        return beneath.pointee.xSleep(beneath, microseconds)
    }
    vfs.xCurrentTime = { vfs, output in
        guard let beneath = owner(vfs)?.beneath else { return SQLITE_MISUSE }
        return beneath.pointee.xCurrentTime(beneath, output)
    }
    vfs.xGetLastError = { vfs, count, output in
        guard let beneath = owner(vfs)?.beneath else { return 0 }
        return beneath.pointee.xGetLastError(beneath, count, output)
    }
    vfs.xCurrentTimeInt64 = { vfs, output in
        guard let beneath = owner(vfs)?.beneath else { return SQLITE_MISUSE }
        return beneath.pointee.xCurrentTimeInt64(beneath, output)
    }
    let place = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
    place.initialize(to: vfs)
    return place
}
