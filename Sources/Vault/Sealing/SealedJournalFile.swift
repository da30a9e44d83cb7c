import CVault

/// The rollback journal. Headers and records lie where SQLite puts them and are sealed as a whole:
/// page number, page and check sum together, with their place and the journal they belong to.
///
/// SQLite writes a record in three pieces, one behind the other; it is sealed and written once the
/// last has come. A record or header that was being written when the power failed reads as zeros,
/// which ends SQLite's scan. A record that the header vouches for, or that was written through this
/// very file, fails closed instead: it had been synced, so that something else has happened to it.
final class SealedJournalFile: SealedFile {
    private typealias Format = PageFormat

    /// One header and the records behind it.
    private struct Segment {
        let start: Int64
        var header: [UInt8]

        /// How many records SQLite vouches for; none when it never syncs, which it marks with ones.
        var records: Int64 {
            let count = header[8...11].reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
            return count == .max ? 0 : Int64(count)
        }
    }

    /// The headers known, in order of their place.
    private var segments: [Segment] = []
    private var identifier: [UInt8] = []

    /// The record in the buffer, and how much of it there is.
    private var record: (offset: Int64, filled: Int)?

    /// The end of what was written through this file.
    private var writtenEnd: Int64 = 0

    override func truncate(to size: Int64) -> Int32 {
        segments.removeAll { $0.start + Int64(Format.headerBytes) > size }
        if segments.isEmpty { identifier = [] }
        record = nil
        writtenEnd = min(writtenEnd, size)
        return super.truncate(to: size)
    }

    // MARK: writing

    override func write(_ input: UnsafeRawPointer, _ count: Int, at offset: Int64) -> Int32 {
        let bytes = UnsafeRawBufferPointer(start: input, count: count)
        let code: Int32
        switch count {
        case Format.headerBytes where offset % Int64(Format.headerBytes) == 0:
            code = startSegment(Array(bytes), at: offset)
        case 12 where segments.last?.start == offset:
            code = patchHeader(with: bytes)
        case 1, Format.headerUsedBytes:
            code = clearHeader(at: offset, bytes)
        case 4, Format.pageBytes:
            code = addToRecord(bytes, at: offset)
        default: code = SQLITE_IOERR_WRITE
        }
        if code != SQLITE_OK { record = nil }
        return code
    }

    private func startSegment(_ header: [UInt8], at offset: Int64) -> Int32 {
        guard header.dropFirst(Format.headerUsedBytes).allSatisfy({ $0 == 0 }) else {
            return SQLITE_IOERR_WRITE
        }
        segments.removeAll { $0.start >= offset }
        if segments.isEmpty {
            guard offset == 0 else { return SQLITE_IOERR_WRITE }
            identifier = Randomness.bytes(Format.identifierBytes)
        }
        var payload = Array(header.prefix(Format.headerPayloadBytes))
        payload.replaceSubrange(
            Format.headerUsedBytes..<Format.headerUsedBytes + identifier.count, with: identifier)
        return writeHeader(Segment(start: offset, header: payload))
    }

    /// SQLite vouches for the records of the last header once they have been synced.
    private func patchHeader(with bytes: UnsafeRawBufferPointer) -> Int32 {
        guard var segment = segments.last else { return SQLITE_IOERR_WRITE }
        segment.header.replaceSubrange(0..<bytes.count, with: bytes)
        segments.removeLast()
        return writeHeader(segment)
    }

    private func writeHeader(_ segment: Segment) -> Int32 {
        let label = buffer.journalLabel(.journalHeader, at: segment.start)
        for place in [0, Format.headerCopyBytes] {
            let isSealed = segment.header.withUnsafeBytes {
                storage.sealer.seal(.journalHeader, $0, label: label, into: buffer.sealed + place)
            }
            guard isSealed else { return SQLITE_IOERR_WRITE }
        }
        segments.append(segment)
        writtenEnd = max(writtenEnd, segment.start + Int64(Format.headerBytes))
        return writeReal(buffer.sealed, Format.headerBytes, at: segment.start)
    }

    /// A journal that is kept and not deleted is ended by zeros over its header.
    private func clearHeader(at offset: Int64, _ bytes: UnsafeRawBufferPointer) -> Int32 {
        guard bytes.allSatisfy({ $0 == 0 }), offset % Int64(Format.headerBytes) == 0 else {
            return SQLITE_IOERR_WRITE
        }
        segments.removeAll { $0.start >= offset }
        let zeros = [UInt8](repeating: 0, count: Format.headerBytes)
        return writeReal(zeros, zeros.count, at: offset)
    }

    private func addToRecord(_ bytes: UnsafeRawBufferPointer, at offset: Int64) -> Int32 {
        guard let first = bytes.baseAddress else { return SQLITE_IOERR_WRITE }
        if let open = record, open.filled < Format.recordBytes,
            offset == open.offset + Int64(open.filled)
        {
            guard bytes.count == (open.filled == 4 ? Format.pageBytes : 4) else {
                return SQLITE_IOERR_WRITE
            }
            (buffer.plain + open.filled).copyMemory(from: first, byteCount: bytes.count)
            record = (open.offset, open.filled + bytes.count)
            return open.filled == 4 ? SQLITE_OK : writeRecord(at: open.offset)
        }
        guard bytes.count == 4, recordPlace(of: offset)?.within == 0 else {
            return SQLITE_IOERR_WRITE
        }
        buffer.plain.copyMemory(from: first, byteCount: 4)
        record = (offset, 4)
        return SQLITE_OK
    }

    private func writeRecord(at offset: Int64) -> Int32 {
        // The check sum moves over the reserved bytes, which are zero, and back when it is read.
        let reserved = buffer.plain + 4 + Format.payloadBytes
        let checkSum = buffer.plain + Format.recordBytes - 4
        guard isZero(reserved, Format.reservedBytes) else { return SQLITE_IOERR_WRITE }
        reserved.copyMemory(from: checkSum, byteCount: 4)
        defer { reserved.initializeMemory(as: UInt8.self, repeating: 0, count: 4) }
        let payload = UnsafeRawBufferPointer(
            start: buffer.plain, count: Format.recordPayloadBytes)
        let label = buffer.journalLabel(.journalRecord, at: offset, journal: identifier)
        guard storage.sealer.seal(.journalRecord, payload, label: label, into: buffer.sealed)
        else { return SQLITE_IOERR_WRITE }
        let used = Format.recordPayloadBytes + Format.nonceBytes + Format.tagBytes
        (buffer.sealed + used).initializeMemory(
            as: UInt8.self, repeating: 0, count: Format.recordBytes - used)
        writtenEnd = max(writtenEnd, offset + Int64(Format.recordBytes))
        return writeReal(buffer.sealed, Format.recordBytes, at: offset)
    }

    // MARK: reading

    override func read(
        _ output: UnsafeMutableRawPointer, _ count: Int, at offset: Int64
    ) -> Int32 {
        guard offset >= 0, count > 0 else { return SQLITE_IOERR_READ }
        output.initializeMemory(as: UInt8.self, repeating: 0, count: count)
        if segments.isEmpty {
            let code = readHeader(at: 0)
            guard code == SQLITE_OK else { return code }
        }
        if count == Format.journalMagic.count, offset % Int64(Format.headerBytes) == 0 {
            let code = readHeader(at: offset)
            guard code == SQLITE_OK else { return code }
        }
        if let segment = segments.last(where: { $0.start <= offset }),
            offset + Int64(count) <= segment.start + Int64(Format.headerBytes)
        {
            let within = Int(offset - segment.start)
            let visible = Array(
                segment.header.prefix(Format.headerUsedBytes).dropFirst(within).prefix(count))
            output.copyMemory(from: visible, byteCount: visible.count)
            return SQLITE_OK
        }
        guard let place = recordPlace(of: offset), place.within + count <= Format.recordBytes
        else { return isBehindEnd(offset + Int64(count)) ? SQLITE_IOERR_SHORT_READ : SQLITE_OK }
        let code = readRecord(at: place.start, number: place.number, of: place.segment)
        if code == SQLITE_OK, record != nil {
            output.copyMemory(from: buffer.plain + place.within, byteCount: count)
        }
        return code
    }

    private func isBehindEnd(_ offset: Int64) -> Bool { (realSize() ?? 0) < offset }

    /// Reads the header at a place and keeps it. One that does not authenticate, or that belongs
    /// to another journal, is no header: SQLite then reads zeros there.
    private func readHeader(at offset: Int64) -> Int32 {
        if segments.contains(where: { $0.start == offset }) { return SQLITE_OK }
        let code = readReal(buffer.sealed, Format.headerBytes, at: offset)
        if code == SQLITE_IOERR_SHORT_READ { return SQLITE_OK }
        guard code == SQLITE_OK else { return code }
        record = nil
        let label = buffer.journalLabel(.journalHeader, at: offset)
        let isWhole = [0, Format.headerCopyBytes].contains { place in
            let sealed = UnsafeRawBufferPointer(
                start: buffer.sealed + place, count: Format.headerCopyBytes)
            return storage.sealer.open(.journalHeader, sealed, label: label, into: buffer.plain)
        }
        guard isWhole else { return SQLITE_OK }
        let header = Array(
            UnsafeRawBufferPointer(start: buffer.plain, count: Format.headerPayloadBytes))
        let owner = Array(header.dropFirst(Format.headerUsedBytes).prefix(Format.identifierBytes))
        guard offset == 0 || owner == identifier else { return SQLITE_OK }
        identifier = owner
        segments.append(Segment(start: offset, header: header))
        segments.sort { $0.start < $1.start }
        return SQLITE_OK
    }

    /// The record that a place belongs to.
    private func recordPlace(
        of offset: Int64
    ) -> (start: Int64, within: Int, number: Int64, segment: Segment)? {
        guard let segment = segments.last(where: { $0.start <= offset }) else { return nil }
        let first = segment.start + Int64(Format.headerBytes)
        guard offset >= first else { return nil }
        let number = (offset - first) / Int64(Format.recordBytes)
        let start = first + number * Int64(Format.recordBytes)
        return (start, Int(offset - start), number, segment)
    }

    /// Brings a record into the buffer; none is left there when it reads as zeros.
    private func readRecord(at start: Int64, number: Int64, of segment: Segment) -> Int32 {
        if record?.offset == start, record?.filled == Format.recordBytes { return SQLITE_OK }
        record = nil
        let code = readReal(buffer.sealed, Format.recordBytes, at: start)
        guard code == SQLITE_OK || code == SQLITE_IOERR_SHORT_READ else { return code }
        let used = Format.recordPayloadBytes + Format.nonceBytes + Format.tagBytes
        let label = buffer.journalLabel(.journalRecord, at: start, journal: identifier)
        let sealed = UnsafeRawBufferPointer(start: buffer.sealed, count: used)
        if code == SQLITE_OK, isZero(buffer.sealed + used, Format.recordBytes - used),
            storage.sealer.open(.journalRecord, sealed, label: label, into: buffer.plain)
        {
            let reserved = buffer.plain + 4 + Format.payloadBytes
            let checkSum = buffer.plain + Format.recordBytes - 4
            checkSum.copyMemory(from: reserved, byteCount: 4)
            reserved.initializeMemory(
                as: UInt8.self, repeating: 0, count: Format.reservedBytes)
            record = (start, Format.recordBytes)
            return SQLITE_OK
        }
        if number < segment.records || start < writtenEnd {
            storage.report(.journalRecord(offset: start))
            return SQLITE_IOERR_DATA
        }
        return SQLITE_OK
    }
}
