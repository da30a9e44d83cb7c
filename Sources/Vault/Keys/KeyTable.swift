import Crypto
import Foundation

/// The table of slots, as one copy of the key file holds it. See `Format.md`.
struct KeyTable: Equatable, Sendable {
    /// What a place is used for. Kept sealed, so that free places cannot be told from used ones.
    enum Use: UInt8 {
        case free = 0
        case user = 1
        case recovery = 2
    }

    struct Place: Equatable {
        var use: Use
        var carriesSecondKey: Bool
    }

    static let magic = Array("HOMESKEY".utf8)
    static let version: UInt16 = 1
    static let standardCapacity = 256
    static let saltBytes = 32
    private static let headerBytes = 72
    private static let checkBytes = 32

    var generation: UInt64
    var fileID: FileID
    let cost: KeyCost
    let salt: [UInt8]
    var slots: [KeySlot]
    /// The sealed directory as it was read; made anew by `encoded`.
    private var directory: [UInt8] = []

    /// An empty table.
    init(fileID: FileID, cost: KeyCost, capacity: Int) {
        generation = 0
        self.fileID = fileID
        self.cost = cost
        salt = Randomness.bytes(Self.saltBytes)
        slots = (0..<capacity).map { _ in KeySlot.filler() }
    }

    // MARK: bytes

    /// The size of a copy in bytes: whole pages, so that a torn page of one is none of the other's.
    static func copyBytes(capacity: Int) -> Int {
        let bytes = headerBytes + capacity * (KeySlot.bytes + 2) + 28 + checkBytes
        return (bytes + 4095) / 4096 * 4096
    }

    private var body: [UInt8] {
        var bytes = Self.magic
        bytes += Self.big(Self.version) + Self.big(UInt16(slots.count))
        bytes += [cost.logRounds, cost.blockSize, cost.parallelism, 0]
        bytes += Self.big(generation) + fileID.bytes + salt
        for slot in slots { bytes += slot.encoded }
        return bytes
    }

    /// A copy's bytes with its directory sealed over everything in front of it.
    func encoded(_ places: [Place], dataKey: SymmetricKey) throws(VaultError) -> [UInt8] {
        let body = body
        let uses: [UInt8] = places.flatMap { place -> [UInt8] in
            [place.use.rawValue, place.carriesSecondKey ? 1 : 0]
        }
        guard
            let box = try? AES.GCM.seal(
                uses, using: directoryKey(dataKey), authenticating: body),
            let combined = box.combined
        else { throw .cryptography }
        let bytes = body + combined
        let padding = Self.copyBytes(capacity: slots.count) - bytes.count - Self.checkBytes
        let padded = bytes + [UInt8](repeating: 0, count: padding)
        return padded + Array(SHA256.hash(data: padded))
    }

    /// Reads a copy: nil when it is torn, or no key table at all.
    ///
    /// - Throws: `keyFileNewer`.
    init?(_ bytes: ArraySlice<UInt8>) throws(VaultError) {
        let bytes = Array(bytes)
        guard bytes.count > Self.headerBytes + Self.checkBytes,
            Array(SHA256.hash(data: bytes.dropLast(Self.checkBytes)))
                == Array(bytes.suffix(Self.checkBytes)),
            bytes.starts(with: Self.magic)
        else { return nil }
        guard Self.number(bytes[8..<10]) == UInt64(Self.version) else { throw .keyFileNewer }
        let capacity = Int(Self.number(bytes[10..<12]))
        guard bytes.count == Self.copyBytes(capacity: capacity),
            let fileID = FileID(bytes[24..<40])
        else { return nil }
        cost = KeyCost(logRounds: bytes[12], blockSize: bytes[13], parallelism: bytes[14])
        generation = Self.number(bytes[16..<24])
        self.fileID = fileID
        salt = Array(bytes[40..<Self.headerBytes])
        slots = (0..<capacity).map { index in
            let start = Self.headerBytes + index * KeySlot.bytes
            return KeySlot(bytes[start..<start + KeySlot.bytes])
        }
        let start = Self.headerBytes + capacity * KeySlot.bytes
        directory = Array(bytes[start..<start + capacity * 2 + 28])
    }

    /// Proves with the data key that the table is genuine, and says what each place is used for.
    ///
    /// - Throws: `keyFileForged`.
    func places(dataKey: SymmetricKey) throws(VaultError) -> [Place] {
        guard let box = try? AES.GCM.SealedBox(combined: directory),
            let uses = try? AES.GCM.open(
                box, using: directoryKey(dataKey), authenticating: body),
            uses.count == slots.count * 2
        else { throw .keyFileForged }
        let bytes = Array(uses)
        return slots.indices.map { index in
            Place(
                use: Use(rawValue: bytes[2 * index]) ?? .user,
                carriesSecondKey: bytes[2 * index + 1] == 1)
        }
    }

    private func directoryKey(_ dataKey: SymmetricKey) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: dataKey, salt: fileID.bytes, info: Data("homes vault 1 slots".utf8),
            outputByteCount: 32)
    }

    private static func big(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.bigEndian, Array.init)
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
}
