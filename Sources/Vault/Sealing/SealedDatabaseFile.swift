import CVault

/// The main file: every page sealed on its own, with its number in the associated data.
final class SealedDatabaseFile: SealedFile {
    /// Where the file ends, while this process holds the lock to write; nil when not asked yet.
    private var end: Int64?

    /// The tag of the last page 1 that was read or written here and the 16 bytes of it that SQLite
    /// compares at the start of a transaction. An unchanged tag means an unchanged page: it saves
    /// opening page 1 for every query.
    private var versionTag: Bits128?
    private var version = Bits128()

    /// What the pages add up to while this process writes.
    var sums = PageSums()

    private typealias Format = PageFormat

    override func willLock(_ level: Int32) { sums.willLock(level) }

    override func didLock(_ level: Int32) {
        end = nil
        sums.didLock(level)
    }

    override func willSync() -> Int32 { finishSum() }

    /// Without the block in front of page 1.
    override func size() -> Int64? {
        realSize().map { max(0, $0 - Format.firstPageStart) }
    }

    override func truncate(to size: Int64) -> Int32 {
        guard let current = self.size(), size <= current else { return SQLITE_IOERR_TRUNCATE }
        end = nil
        return super.truncate(to: size == 0 ? 0 : size + Format.firstPageStart)
    }

    // MARK: reading

    override func read(
        _ output: UnsafeMutableRawPointer, _ count: Int, at offset: Int64
    ) -> Int32 {
        let within = Int(offset % Int64(Format.pageBytes))
        guard offset >= 0, count > 0, within + count <= Format.pageBytes,
            let page = UInt32(exactly: offset / Int64(Format.pageBytes) + 1)
        else { return SQLITE_IOERR_READ }
        if offset == Int64(Format.versionOffset), count == Format.versionBytes,
            sums.areProved, isVersionUnchanged()
        {
            version.store(at: output)
            return SQLITE_OK
        }
        let start = Format.start(of: page)
        switch readReal(buffer.sealed, Format.pageBytes, at: start) {
        case SQLITE_OK: break
        case SQLITE_IOERR_SHORT_READ:
            guard let size = realSize() else { return SQLITE_IOERR_READ }
            if size <= start {
                output.initializeMemory(as: UInt8.self, repeating: 0, count: count)
                return SQLITE_IOERR_SHORT_READ
            }
            return refuse(page, output, count, at: offset)
        case let code: return code
        }
        let isWhole = count == Format.pageBytes
        let plain = isWhole ? output : buffer.plain
        guard open(page, into: plain) else { return refuse(page, output, count, at: offset) }
        if page == 1, sums.mayBeProved {
            let code = proveSum(pages: pageCount(of: plain))
            guard code == SQLITE_OK else { return code }
        }
        if !isWhole { output.copyMemory(from: plain + within, byteCount: count) }
        return SQLITE_OK
    }

    /// Opens the page that lies in the buffer, and puts zeros where its nonce and tag were.
    func open(_ page: UInt32, into plain: UnsafeMutableRawPointer) -> Bool {
        let sealed = UnsafeRawBufferPointer(
            start: buffer.sealed, count: Format.tagOffset + Format.tagBytes)
        guard isZero(buffer.sealed + sealed.count, Format.pageBytes - sealed.count),
            storage.sealer.open(.page, sealed, label: buffer.pageLabel(page), into: plain)
        else { return false }
        (plain + Format.payloadBytes).initializeMemory(
            as: UInt8.self, repeating: 0, count: Format.reservedBytes)
        if page == 1 { rememberVersion(of: plain) }
        return true
    }

    /// Fails closed, naming the page; but the size of a page may be asked of a torn page 1.
    private func refuse(
        _ page: UInt32, _ output: UnsafeMutableRawPointer, _ count: Int, at offset: Int64
    ) -> Int32 {
        if offset == 0, count <= Format.constantHeader.count {
            output.copyMemory(from: Format.constantHeader, byteCount: count)
            return SQLITE_OK
        }
        output.initializeMemory(as: UInt8.self, repeating: 0, count: count)
        storage.report(.page(page))
        return SQLITE_IOERR_DATA
    }

    private func isVersionUnchanged() -> Bool {
        guard let versionTag else { return false }
        let code = readReal(
            buffer.sealed, Format.tagBytes, at: Format.firstPageStart + Int64(Format.tagOffset))
        return code == SQLITE_OK
            && Bits128(at: buffer.sealed) == versionTag
    }

    private func rememberVersion(of plain: UnsafeRawPointer) {
        versionTag = Bits128(at: buffer.sealed + Format.tagOffset)
        version = Bits128(at: plain + Format.versionOffset)
    }

    // MARK: writing

    override func write(_ input: UnsafeRawPointer, _ count: Int, at offset: Int64) -> Int32 {
        guard offset >= 0, count == Format.pageBytes, offset % Int64(Format.pageBytes) == 0,
            let page = UInt32(exactly: offset / Int64(Format.pageBytes) + 1),
            isZero(input + Format.payloadBytes, Format.reservedBytes),
            page != 1 || hasOurSizes(input)
        else {
            homes_vault_log(SQLITE_IOERR, "vault: a write that is no sealed page was refused")
            return SQLITE_IOERR_WRITE
        }
        beginSum()
        var code = fillGap(before: offset)
        if code == SQLITE_OK { code = writePage(page, input) }
        if code != SQLITE_OK { end = nil }
        return code
    }

    private func hasOurSizes(_ page: UnsafeRawPointer) -> Bool {
        page.load(fromByteOffset: 16, as: UInt8.self) == Format.constantHeader[16]
            && page.load(fromByteOffset: 17, as: UInt8.self) == Format.constantHeader[17]
            && page.load(fromByteOffset: 20, as: UInt8.self) == UInt8(Format.reservedBytes)
    }

    func writePage(_ page: UInt32, _ input: UnsafeRawPointer) -> Int32 {
        let old = oldShare(of: page)
        let payload = UnsafeRawBufferPointer(start: input, count: Format.payloadBytes)
        guard
            storage.sealer.seal(
                .page, payload, label: buffer.pageLabel(page), into: buffer.sealed)
        else { return SQLITE_IOERR_WRITE }
        let used = Format.tagOffset + Format.tagBytes
        (buffer.sealed + used).initializeMemory(
            as: UInt8.self, repeating: 0, count: Format.pageBytes - used)
        let code = writeReal(buffer.sealed, Format.pageBytes, at: Format.start(of: page))
        if page == 1 { versionTag = nil }
        guard code == SQLITE_OK else {
            sums.forget()
            return code
        }
        if page == 1 { rememberVersion(of: input) }
        if let old {
            let tag = UnsafeRawBufferPointer(
                start: buffer.sealed + Format.tagOffset, count: Format.tagBytes)
            sums.exchange(old, for: storage.sealer.share(of: page, tag: tag))
        }
        return code
    }

    /// SQLite may write a page before those in front of it, and never writes some of the free ones.
    /// What it skips is filled with sealed zeros, so that a page of zeros on the disk is always
    /// damage and never a gap.
    private func fillGap(before offset: Int64) -> Int32 {
        let pageBytes = Int64(Format.pageBytes)
        if end == nil { end = size() }
        guard var filled = end else { return SQLITE_IOERR_WRITE }
        filled -= filled % pageBytes
        while filled < offset {
            guard let page = UInt32(exactly: filled / pageBytes + 1) else {
                return SQLITE_IOERR_WRITE
            }
            buffer.plain.initializeMemory(
                as: UInt8.self, repeating: 0, count: Format.pageBytes)
            let code = writePage(page, buffer.plain)
            guard code == SQLITE_OK else { return code }
            filled += pageBytes
        }
        end = max(filled, offset + pageBytes)
        return SQLITE_OK
    }
}
