import Crypto
import Foundation

/// The key file beside a sealed file: one random data key, wrapped once for every user and once
/// for the recovery shares.
///
/// It is a file of its own, so that adding a user never touches a record, a damaged page never
/// locks anybody out, and a backup takes it along as it is. Every call reads it anew: several
/// programs may use one key file.
public struct KeyFile: Sendable {
    /// Where the sealed file is.
    public let databasePath: String
    /// Where the key file is.
    public let path: String

    private let cost: KeyCost
    private let capacity: Int

    /// The key file of a sealed file, whether it is there or not.
    public init(besideFileAt databasePath: String) {
        self.init(besideFileAt: databasePath, cost: .standard)
    }

    /// With another cost than the standard, which `unlock` then accepts too; for tests.
    package init(
        besideFileAt databasePath: String, isCheap: Bool,
        capacity: Int = KeyTable.standardCapacity
    ) {
        self.init(
            besideFileAt: databasePath, cost: isCheap ? .cheap : .standard, capacity: capacity)
    }

    private init(
        besideFileAt databasePath: String, cost: KeyCost, capacity: Int = KeyTable.standardCapacity
    ) {
        self.databasePath = databasePath
        self.cost = cost
        self.capacity = capacity
        path = databasePath + ".keys"
    }

    /// The key file of another sealed file, at the same cost.
    package func of(fileAt databasePath: String) -> KeyFile {
        KeyFile(besideFileAt: databasePath, cost: cost, capacity: capacity)
    }

    /// Whether there is a key file.
    public var exists: Bool { FileManager.default.fileExists(atPath: path) }

    // MARK: making and opening

    /// Makes a key file with a first user, who carries both keys, and the three recovery shares,
    /// of which any two restore access. The shares exist nowhere else: they are to be printed now.
    ///
    /// - Throws: `keyFileExists`, `unusable`, `cryptography`.
    public func create(
        first credentials: Credentials
    ) throws(VaultError) -> (keys: VaultKeys, shares: [RecoveryShare]) {
        var table = KeyTable(fileID: FileID(), cost: cost, capacity: capacity)
        var places = table.slots.map { _ in
            KeyTable.Place(use: .free, carriesSecondKey: false)
        }
        let dataKey = SymmetricKey(size: .bits256)
        let secondKey = SymmetricKey(size: .bits256)
        let recovery = RecoverySecret()
        let secrets: [(SlotSecret, KeyTable.Use)] = [
            (try SlotSecret(credentials, salt: table.salt, cost: cost), .user),
            (SlotSecret(recovery: recovery.bytes, salt: table.salt), .recovery),
        ]
        let chosen = Array(table.slots.indices.shuffled().prefix(secrets.count))
        guard chosen.count == secrets.count else { throw .noFreeSlot }
        for (index, (secret, use)) in zip(chosen, secrets) {
            var slot = try KeySlot(secret: secret)
            try slot.seal(dataKey: dataKey, secondKey: secondKey, fileID: table.fileID)
            table.slots[index] = slot
            places[index] = KeyTable.Place(use: use, carriesSecondKey: true)
        }
        table.generation = 1
        try KeyFileDisk.create(path, try table.encoded(places, dataKey: dataKey))
        let keys = VaultKeys(
            fileID: table.fileID, generation: 1, slot: SlotID(table.slots[chosen[0]].id),
            dataKey: dataKey, secondKey: secondKey)
        return (keys, recovery.shares())
    }

    /// Opens a user's slot. It takes the same time, and says the same, whether there is no such
    /// name or the password is wrong; it takes under half a second by design. Throttling is the
    /// program's.
    ///
    /// - Throws: `wrongNameOrPassword`, `noKeyFile`, `keyFileDamaged`, `keyFileNewer`,
    ///   `keyFileCost`, `keyFileForged`, `keyFileBusy`, `unusable`.
    public func unlock(_ credentials: Credentials) throws(VaultError) -> VaultKeys {
        try finishRotation { table throws(VaultError) in
            guard table.cost.isAcceptable || table.cost == cost else { throw .keyFileCost }
            return try SlotSecret(credentials, salt: table.salt, cost: table.cost)
        }
    }

    /// Opens the recovery slot with two different shares.
    ///
    /// - Throws: `tooFewShares`, `wrongShares`, and as `unlock`.
    public func recover(_ shares: [RecoveryShare]) throws(VaultError) -> VaultKeys {
        let secret = try RecoverySecret(shares)
        do {
            return try finishRotation { table in
                SlotSecret(recovery: secret.bytes, salt: table.salt)
            }
        } catch .wrongNameOrPassword {
            throw .wrongShares
        }
    }

    /// Opens the slot that a secret leads to in the newest copy.
    func open(
        _ disk: KeyFileDisk, _ secretFor: (KeyTable) throws(VaultError) -> SlotSecret
    ) throws(VaultError) -> VaultKeys {
        guard let table = disk.newest else { throw .keyFileDamaged }
        let secret = try secretFor(table)
        // When nothing matches, some slot is tried all the same, for the sake of the time.
        let match = table.slots.firstIndex { $0.isAt(secret.locator) }
        guard !table.slots.isEmpty else { throw .keyFileDamaged }
        let slot = table.slots[match ?? 0]
        guard let pair = slot.unwrap(secret), let id = SlotID(slot.id),
            let dataKey = slot.dataKey(pair, fileID: table.fileID)
        else { throw .wrongNameOrPassword }
        let places = try table.places(dataKey: dataKey)
        let carries = match.map { places[$0].carriesSecondKey } ?? false
        return VaultKeys(
            fileID: table.fileID, generation: table.generation, slot: id, dataKey: dataKey,
            secondKey: carries ? slot.secondKey(pair) : nil)
    }

    // MARK: changing

    /// Changes the table in one step: everything in it holds before or after, never in between.
    func change<Value>(
        using keys: VaultKeys,
        _ body: (inout KeyTable, inout [KeyTable.Place]) throws(VaultError) -> Value
    ) throws(VaultError) -> Value {
        let disk = try KeyFileDisk.open(path, writes: true)
        guard var table = disk.newest else { throw .keyFileDamaged }
        guard table.fileID == keys.fileID else { throw .keyFileForged }
        var places = try table.places(dataKey: keys.dataKey)
        let value = try body(&table, &places)
        table.generation += 1
        try disk.replace(with: try table.encoded(places, dataKey: keys.dataKey))
        return value
    }

    /// How often the key file has been changed by now, for the program to keep inside the sealed
    /// file.
    ///
    /// - Throws: `noKeyFile`, `keyFileDamaged`, `keyFileForged`, `keyFileBusy`, `unusable`.
    public func generation(using keys: VaultKeys) throws(VaultError) -> UInt64 {
        try table(using: keys).table.generation
    }

    /// The newest table and what its places are used for.
    func table(
        using keys: VaultKeys
    ) throws(VaultError) -> (table: KeyTable, places: [KeyTable.Place]) {
        let disk = try KeyFileDisk.open(path, writes: false)
        guard let table = disk.newest else { throw .keyFileDamaged }
        guard table.fileID == keys.fileID else { throw .keyFileForged }
        return (table, try table.places(dataKey: keys.dataKey))
    }
}

/// What an opened slot gives: the keys of one sealed file, in memory only.
public struct VaultKeys: Sendable {
    /// Which sealed file they open.
    public let fileID: FileID

    /// How often the key file had been changed. Kept by the program inside the sealed file and
    /// compared at sign-in, it shows an old key file that somebody has put back.
    public let generation: UInt64

    /// The slot that was opened.
    public let slot: SlotID?

    let dataKey: SymmetricKey

    /// A key for what only some roles may read; nil when the slot does not carry it. The program
    /// seals single fields with it.
    public let secondKey: SymmetricKey?

    /// The storage that opens the sealed file. To be asked once for a process and kept.
    ///
    /// - Throws: `statementJournals`, `noStorage`.
    public func storage() throws(VaultError) -> SealedStorage {
        try SealedStorage(dataKey: dataKey, fileID: fileID)
    }

    /// The storage that was kept, if it opens this file, or a new one: who signs in again in one
    /// process does not need another.
    ///
    /// - Throws: `statementJournals`, `noStorage`.
    public func storage(reusing kept: SealedStorage?) throws(VaultError) -> SealedStorage {
        if let kept, kept.fileID == fileID { return kept }
        return try storage()
    }
}
