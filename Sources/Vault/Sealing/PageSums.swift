import CVault

/// What the pages of a file add up to, so that a page put back as it was at an earlier time is
/// noticed although it is genuine: the block in front of page 1 holds the sum of the pages' shares.
///
/// A writer takes the old share of a page out and puts the new one in. After a power loss nobody
/// knows which writes arrived; whoever rolls the journal back adds everything up anew. The block is
/// not a page, because a page that is written without being in the journal could be torn.
struct PageSums {
    /// A sum and the last page in it.
    struct Sum {
        var value = Bits128()
        var last: UInt32 = 0
    }

    /// The sum and the last page in it, while it is known; pages behind that one are not in it.
    private(set) var current: Sum?

    /// Whether this transaction has written to the file.
    private(set) var hasBegun = false

    /// Whether the sum was found right since the file was opened.
    private(set) var areProved = false

    /// Whether a journal is being rolled back, for which SQLite goes to the exclusive lock without
    /// the reserved one.
    private(set) var isRecovering = false

    private var level: Int32 = 0

    /// Whether the whole file stands still, so that its pages can be added up.
    var mayBeProved: Bool {
        !areProved && level >= SQLITE_LOCK_SHARED && !hasBegun && !isRecovering
    }

    mutating func willLock(_ next: Int32) {
        if next == SQLITE_LOCK_EXCLUSIVE, level < SQLITE_LOCK_RESERVED { isRecovering = true }
    }

    mutating func didLock(_ next: Int32) {
        level = next
        guard next <= SQLITE_LOCK_SHARED else { return }
        isRecovering = false
        hasBegun = false
        current = nil
    }

    mutating func begin(_ sum: Sum?) {
        hasBegun = true
        current = sum
    }

    mutating func finish(_ sum: Sum) {
        current = sum
        isRecovering = false
        areProved = true
    }

    mutating func exchange(_ old: Bits128, for new: Bits128) {
        current?.value -= old
        current?.value += new
    }

    /// A write failed: nobody knows what the file holds.
    mutating func forget() { current = nil }

    mutating func prove() { areProved = true }
}

extension SealedDatabaseFile {
    /// Takes the sum up before the first write of a transaction.
    func beginSum() {
        guard !sums.hasBegun else { return }
        guard !sums.isRecovering, let size = size() else { return sums.begin(nil) }
        sums.begin(size == 0 ? PageSums.Sum() : readSum())
    }

    /// The share that a page has in the sum before it is overwritten; nil when it has none.
    func oldShare(of page: UInt32) -> Bits128? {
        guard let current = sums.current, page <= current.last else { return nil }
        guard let share = share(of: page) else {
            sums.forget()
            return nil
        }
        return share
    }

    /// Writes the sum, before SQLite syncs the file.
    func finishSum() -> Int32 {
        guard sums.hasBegun || sums.isRecovering, let size = size(), size > 0 else {
            return SQLITE_OK
        }
        guard
            readReal(buffer.sealed, PageFormat.pageBytes, at: PageFormat.start(of: 1))
                == SQLITE_OK, open(1, into: buffer.plain)
        else { return SQLITE_IOERR_FSYNC }
        let count = pageCount(of: buffer.plain)
        var sum = sums.current ?? PageSums.Sum()
        while sum.last < count {
            sum.last += 1
            guard let share = share(of: sum.last) else { return SQLITE_IOERR_FSYNC }
            sum.value += share
        }
        while sum.last > count {
            guard let share = share(of: sum.last) else { return SQLITE_IOERR_FSYNC }
            sum.value -= share
            sum.last -= 1
        }
        let code = writeSum(sum)
        if code == SQLITE_OK { sums.finish(sum) } else { sums.forget() }
        return code
    }

    /// Adds the file up and compares, once after it was opened.
    func proveSum(pages count: UInt32) -> Int32 {
        guard let sum = readSum() else {
            storage.report(.page(0))
            return SQLITE_IOERR_DATA
        }
        var found = PageSums.Sum()
        while found.last < count, let share = share(of: found.last + 1) {
            found.value += share
            found.last += 1
        }
        guard found.value == sum.value, found.last == sum.last else {
            storage.report(.mixture)
            return SQLITE_IOERR_DATA
        }
        sums.prove()
        return SQLITE_OK
    }

    /// How many pages SQLite counts in a page 1.
    func pageCount(of firstPage: UnsafeRawPointer) -> UInt32 {
        UInt32(
            bigEndian: firstPage.loadUnaligned(
                fromByteOffset: PageFormat.countOffset, as: UInt32.self))
    }

    private func readSum() -> PageSums.Sum? {
        let block = UnitBuffer(fileID: storage.fileID)
        defer { block.free() }
        guard readReal(block.sealed, PageFormat.pageBytes, at: 0) == SQLITE_OK else { return nil }
        return storage.sealer.openSum(block)
    }

    private func writeSum(_ sum: PageSums.Sum) -> Int32 {
        let block = UnitBuffer(fileID: storage.fileID)
        defer { block.free() }
        sum.value.store(at: block.plain)
        block.plain.storeBytes(of: sum.last.bigEndian, toByteOffset: 16, as: UInt32.self)
        let payload = UnsafeRawBufferPointer(start: block.plain, count: PageFormat.payloadBytes)
        guard
            storage.sealer.seal(.sum, payload, label: block.sumLabel(), into: block.sealed)
        else { return SQLITE_IOERR_FSYNC }
        return writeReal(block.sealed, PageFormat.pageBytes, at: 0)
    }

    private func share(of page: UInt32) -> Bits128? {
        withUnsafeTemporaryAllocation(byteCount: Bits128.byteCount, alignment: 8) { tag in
            let offset = PageFormat.start(of: page) + Int64(PageFormat.tagOffset)
            guard let start = tag.baseAddress,
                readReal(start, tag.count, at: offset) == SQLITE_OK
            else { return nil }
            return storage.sealer.share(of: page, tag: UnsafeRawBufferPointer(tag))
        }
    }
}

extension Sealer {
    /// Opens the block that lies in a buffer: 16 bytes of sum, 4 of its last page, zeros.
    func openSum(_ block: UnitBuffer) -> PageSums.Sum? {
        let used = PageFormat.tagOffset + PageFormat.tagBytes
        let sealed = UnsafeRawBufferPointer(start: block.sealed, count: used)
        guard isZero(block.sealed + used, PageFormat.pageBytes - used),
            open(.sum, sealed, label: block.sumLabel(), into: block.plain)
        else { return nil }
        return PageSums.Sum(
            value: Bits128(at: block.plain),
            last: UInt32(bigEndian: block.plain.loadUnaligned(fromByteOffset: 16, as: UInt32.self)))
    }
}
