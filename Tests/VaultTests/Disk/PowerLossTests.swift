import Crypto
import GRDB
import SimulatedDisk
import Testing

@testable import Vault

/// The power fails at a random moment; afterwards the file opens with every acknowledged save.
@Suite(.serialized) struct PowerLossTests {
    private static let path = "/disk/sealed.sqlite"

    /// One life of a file: made, worked on until the power fails, opened again. A fault, or nil.
    private static func life(
        _ disk: SimulatedDisk, _ storage: SealedStorage, seed: UInt64, lies: Bool = false
    ) throws -> String? {
        var dice = Dice(seed: seed)
        disk.wipe()
        disk.syncsLie = false
        let cachePages = Bool.random(using: &dice) ? 8 : 2000
        var done = 0
        do {
            let queue = try Workbench.queue(at: path, through: storage, cachePages: cachePages)
            try Ledger.create(queue)
            disk.syncsLie = lies
            disk.powerFailsAt = disk.operations + Int.random(in: 1...160, using: &dice)
            for number in 1...12 {
                try Ledger.work(queue, number: number, &dice)
                done = number
            }
        } catch is DatabaseError {}
        // The power may fail again while the journal is being rolled back.
        for round in 0..<3 {
            disk.losePower(&dice)
            if hasTornFirstPage(disk, storage) { torn += 1 }
            if round < 2 { disk.powerFailsAt = Int.random(in: 1...20, using: &dice) }
            if let queue = try? Workbench.queue(at: path, through: storage),
                let fault = try? Ledger.fault(queue, acknowledged: done)
            {
                return fault
            }
            if let fault = lastRound(disk, storage, round, done) { return fault }
        }
        return nil
    }

    /// How often page 1 was torn when the file was opened again.
    nonisolated(unsafe) private static var torn = 0

    private static func hasTornFirstPage(
        _ disk: SimulatedDisk, _ storage: SealedStorage
    ) -> Bool {
        guard let page = disk.names[path]?.current.dropFirst(4096).prefix(4096), page.count == 4096
        else {
            return false
        }
        let buffer = UnitBuffer(fileID: storage.fileID)
        defer { buffer.free() }
        return !Array(page).withUnsafeBytes {
            storage.sealer.open(
                .page, UnsafeRawBufferPointer(rebasing: $0.prefix(4092)),
                label: buffer.pageLabel(1), into: buffer.plain)
        }
    }

    /// What a life's last opening says, when nothing fails any more.
    private static func lastRound(
        _ disk: SimulatedDisk, _ storage: SealedStorage, _ round: Int, _ done: Int
    ) -> String? {
        guard round == 2 else { return nil }
        do {
            let queue = try Workbench.queue(at: path, through: storage)
            return try Ledger.fault(queue, acknowledged: done)
        } catch {
            return "does not open: \(error)"
        }
    }

    private static func disks() throws -> (SimulatedDisk, SealedStorage) {
        let disk = SimulatedDisk()
        let key = SymmetricKey(size: .bits256)
        return (disk, try SealedStorage(dataKey: key, fileID: FileID(), base: disk.vfsName))
    }

    @Test func `no acknowledged save is lost when the power fails`() throws {
        let (disk, storage) = try Self.disks()
        let lives = isRelease ? 50_000 : 2_000
        var faults = 0
        for seed in 1...UInt64(lives) {
            if let fault = try Self.life(disk, storage, seed: seed) {
                faults += 1
                Issue.record("seed \(seed): \(fault)")
            }
        }
        print("power loss: \(lives) lives, page 1 torn in \(Self.torn), \(faults) faults")
        #expect(lives > 0 && faults == 0 && Self.torn > lives / 20)
    }

    @Test func `a disk that lies about syncing is caught by this very suite`() throws {
        let (disk, storage) = try Self.disks()
        let faults = try (1...40 as ClosedRange<UInt64>).filter {
            try Self.life(disk, storage, seed: $0, lies: true) != nil
        }
        print("power loss, negative control: \(faults.count) of 40 caught")
        #expect(faults.count > 10)
    }
}
