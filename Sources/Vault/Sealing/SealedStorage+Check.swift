import Foundation

extension SealedStorage {
    /// Opens every page of a sealed file that nobody has open, and names those that do not
    /// authenticate, counted from 1; 0 is the block with the sum in front of them. Empty when all
    /// do. A backup is proved by this, by opening it, and by a digest of its records.
    ///
    /// - Throws: `unusable` with the `errno` of reading.
    public func damagedPages(inFileAt path: String) throws(VaultError) -> [UInt32] {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw .unusable(errno: errno)
        }
        defer { try? file.close() }
        let buffer = UnitBuffer(fileID: fileID)
        defer { buffer.free() }
        var damaged: [UInt32] = []
        var page: UInt32 = 0
        do {
            while let bytes = try file.read(upToCount: PageFormat.pageBytes), !bytes.isEmpty {
                if !opens(Array(bytes), page: page, buffer) { damaged.append(page) }
                page += 1
            }
        } catch {
            throw .unusable(errno: EIO)
        }
        return damaged
    }

    /// Whether a page of the disk authenticates as the page of this number.
    private func opens(_ bytes: [UInt8], page: UInt32, _ buffer: UnitBuffer) -> Bool {
        let used = PageFormat.tagOffset + PageFormat.tagBytes
        guard bytes.count == PageFormat.pageBytes, bytes[used...].allSatisfy({ $0 == 0 }) else {
            return false
        }
        if page == 0 {
            bytes.withUnsafeBytes {
                UnsafeMutableRawBufferPointer(start: buffer.sealed, count: bytes.count)
                    .copyMemory(from: $0)
            }
            return sealer.openSum(buffer) != nil
        }
        return bytes.withUnsafeBytes {
            sealer.open(
                .page, UnsafeRawBufferPointer(rebasing: $0.prefix(used)),
                label: buffer.pageLabel(page), into: buffer.plain)
        }
    }
}

extension Sealer {
    /// Whether page 1 of a file opens: whether the file is this one.
    func opensFirstPage(ofFileAt path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path),
            (try? file.seek(toOffset: UInt64(PageFormat.firstPageStart))) != nil,
            let bytes = try? file.read(upToCount: PageFormat.pageBytes),
            bytes.count == PageFormat.pageBytes
        else { return false }
        let buffer = UnitBuffer(fileID: fileID)
        defer { buffer.free() }
        return bytes.withUnsafeBytes {
            open(
                .page,
                UnsafeRawBufferPointer(
                    rebasing: $0.prefix(PageFormat.tagOffset + PageFormat.tagBytes)),
                label: buffer.pageLabel(1), into: buffer.plain)
        }
    }
}
