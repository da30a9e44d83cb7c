import CVault

/// SQLite's side of the simulated disk.
enum SimulatedVFS {
    private final class Handle {
        let disk: SimulatedDisk
        let node: SimulatedDisk.Node
        init(_ disk: SimulatedDisk, _ node: SimulatedDisk.Node) {
            self.disk = disk
            self.node = node
        }
    }

    private static func place(
        _ file: UnsafeMutablePointer<sqlite3_file>
    ) -> UnsafeMutablePointer<UnsafeMutableRawPointer?> {
        (UnsafeMutableRawPointer(file) + 8).assumingMemoryBound(to: UnsafeMutableRawPointer?.self)
    }

    private static func handle(_ file: UnsafeMutablePointer<sqlite3_file>?) -> Handle? {
        file.flatMap { place($0).pointee }.map {
            Unmanaged<Handle>.fromOpaque($0).takeUnretainedValue()
        }
    }

    private static func owner(_ vfs: UnsafeMutablePointer<sqlite3_vfs>?) -> SimulatedDisk? {
        vfs?.pointee.pAppData.map {
            Unmanaged<SimulatedDisk>.fromOpaque($0).takeUnretainedValue()
        }
    }

    nonisolated(unsafe) private static let methods: UnsafePointer<sqlite3_io_methods> = {
        var methods = sqlite3_io_methods()
        methods.iVersion = 1
        methods.xClose = { file in
            guard let file else { return SQLITE_MISUSE }
            if let state = place(file).pointee { Unmanaged<Handle>.fromOpaque(state).release() }
            place(file).pointee = nil
            return SQLITE_OK
        }
        methods.xRead = { file, output, count, offset in
            guard let node = handle(file)?.node, let output else { return SQLITE_MISUSE }
            let available = max(0, min(Int(count), node.current.count - Int(offset)))
            node.current.withUnsafeBytes { bytes in
                if available > 0, let start = bytes.baseAddress {
                    output.copyMemory(from: start + Int(offset), byteCount: available)
                }
            }
            (output + available).initializeMemory(
                as: UInt8.self, repeating: 0, count: Int(count) - available)
            return available == Int(count) ? SQLITE_OK : SQLITE_IOERR_SHORT_READ
        }
        methods.xWrite = { file, input, count, offset in
            guard let handle = handle(file) else { return SQLITE_MISUSE }
            return handle.disk.write(
                UnsafeRawBufferPointer(start: input, count: Int(count)), at: Int(offset),
                to: handle.node)
        }
        methods.xTruncate = { file, size in
            handle(file).map { $0.disk.truncate($0.node, to: Int(size)) } ?? SQLITE_MISUSE
        }
        methods.xSync = { file, _ in
            handle(file).map { $0.disk.sync($0.node) } ?? SQLITE_MISUSE
        }
        methods.xFileSize = { file, size in
            size?.pointee = sqlite3_int64(handle(file)?.node.current.count ?? 0)
            return SQLITE_OK
        }
        methods.xLock = { _, _ in SQLITE_OK }
        methods.xUnlock = { _, _ in SQLITE_OK }
        methods.xCheckReservedLock = { _, answer in
            answer?.pointee = 0
            return SQLITE_OK
        }
        methods.xFileControl = { _, _, _ in SQLITE_NOTFOUND }
        methods.xSectorSize = { _ in 512 }
        methods.xDeviceCharacteristics = { _ in 0 }
        let table = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
        table.initialize(to: methods)
        return UnsafePointer(table)
    }()

    static func register(_ disk: SimulatedDisk, named name: String) {
        guard sqlite3_initialize() == SQLITE_OK, let system = sqlite3_vfs_find("unix") else {
            return
        }
        let characters = UnsafeMutableBufferPointer<CChar>.allocate(capacity: 64)
        _ = characters.initialize(from: name.utf8CString)
        var vfs = system.pointee
        vfs.iVersion = 2
        vfs.pNext = nil
        vfs.szOsFile = 16
        vfs.zName = UnsafePointer(characters.baseAddress)
        vfs.pAppData = Unmanaged.passRetained(disk).toOpaque()
        vfs.xOpen = { vfs, name, file, flags, outFlags in
            guard let disk = SimulatedVFS.owner(vfs), let file, let name else {
                return SQLITE_CANTOPEN
            }
            file.pointee.pMethods = nil
            let creates = flags & SQLITE_OPEN_CREATE != 0
            guard let node = disk.open(String(cString: name), creates: creates) else {
                return SQLITE_CANTOPEN
            }
            SimulatedVFS.place(file).pointee = Unmanaged.passRetained(Handle(disk, node)).toOpaque()
            file.pointee.pMethods = SimulatedVFS.methods
            outFlags?.pointee = flags
            return SQLITE_OK
        }
        vfs.xDelete = { vfs, name, syncs in
            guard let disk = SimulatedVFS.owner(vfs), let name else { return SQLITE_MISUSE }
            return disk.remove(String(cString: name), syncs: syncs != 0)
        }
        vfs.xAccess = { vfs, name, _, answer in
            guard let disk = SimulatedVFS.owner(vfs), let name else { return SQLITE_MISUSE }
            answer?.pointee = disk.names[String(cString: name)] == nil ? 0 : 1
            return SQLITE_OK
        }
        vfs.xFullPathname = { _, name, count, output in
            guard let name, let output else { return SQLITE_MISUSE }
            SimulatedVFS.copy(name, into: output, count: count)
            return SQLITE_OK
        }
        let table = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
        table.initialize(to: vfs)
        _ = sqlite3_vfs_register(table, 0)
    }

    private static func copy(
        _ name: UnsafePointer<CChar>, into output: UnsafeMutablePointer<CChar>, count: Int32
    ) {
        var index = 0
        while index < Int(count) - 1, name[index] != 0 {
            output[index] = name[index]
            index += 1
        }
        output[index] = 0
    }
}
