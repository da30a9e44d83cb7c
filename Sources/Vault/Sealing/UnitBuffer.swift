/// The memory in which one open file seals and opens its units, made once so that a page costs no
/// allocation of ours, and wiped when the file is closed.
struct UnitBuffer {
    /// A unit as SQLite sees it.
    let plain: UnsafeMutableRawPointer
    /// A unit as the disk sees it.
    let sealed: UnsafeMutableRawPointer
    /// The associated data: file, kind of unit, place, and for a record its journal.
    private let label: UnsafeMutableRawPointer

    private static let labelBytes = 16 + 1 + 8 + 16
    private static let bytes = 8192

    init(fileID: FileID) {
        func allocate(_ count: Int) -> UnsafeMutableRawPointer {
            let memory = UnsafeMutableRawPointer.allocate(byteCount: count, alignment: 16)
            memory.initializeMemory(as: UInt8.self, repeating: 0, count: count)
            return memory
        }
        plain = allocate(Self.bytes)
        sealed = allocate(Self.bytes)
        label = allocate(Self.labelBytes)
        label.copyMemory(from: fileID.bytes, byteCount: fileID.bytes.count)
    }

    func free() {
        plain.initializeMemory(as: UInt8.self, repeating: 0, count: Self.bytes)
        plain.deallocate()
        sealed.deallocate()
        label.deallocate()
    }

    /// File, kind and page number: 21 bytes.
    func pageLabel(_ page: UInt32) -> UnsafeRawBufferPointer {
        label.storeBytes(of: SealedUnit.page.rawValue, toByteOffset: 16, as: UInt8.self)
        label.storeBytes(of: page.bigEndian, toByteOffset: 17, as: UInt32.self)
        return UnsafeRawBufferPointer(start: label, count: 21)
    }

    /// File and kind: 17 bytes.
    func sumLabel() -> UnsafeRawBufferPointer {
        label.storeBytes(of: SealedUnit.sum.rawValue, toByteOffset: 16, as: UInt8.self)
        return UnsafeRawBufferPointer(start: label, count: 17)
    }

    /// File, kind, offset in the journal, and for a record the journal's identifier: 25 or 41 bytes.
    func journalLabel(
        _ unit: SealedUnit, at offset: Int64, journal: [UInt8] = []
    ) -> UnsafeRawBufferPointer {
        label.storeBytes(of: unit.rawValue, toByteOffset: 16, as: UInt8.self)
        label.storeBytes(of: offset.bigEndian, toByteOffset: 17, as: Int64.self)
        if !journal.isEmpty {
            (label + 25).copyMemory(from: journal, byteCount: journal.count)
        }
        return UnsafeRawBufferPointer(start: label, count: 25 + journal.count)
    }
}

/// Whether every byte is zero.
func isZero(_ start: UnsafeRawPointer, _ count: Int) -> Bool {
    UnsafeRawBufferPointer(start: start, count: count).allSatisfy { $0 == 0 }
}
