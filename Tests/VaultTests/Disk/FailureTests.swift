import Crypto
import GRDB
import SimulatedDisk
import Testing

@testable import Vault

/// Every operation of the disk fails once: the save is refused or done, never half, and the file
/// stays whole.
@Suite(.serialized) struct FailureTests {
    private static let path = "/disk/sealed.sqlite"

    /// Works with the failure at one operation. Nil once the failure lies behind the end.
    private func run(
        _ disk: SimulatedDisk, _ storage: SealedStorage, at operation: Int,
        _ failure: SimulatedDisk.Failure, stays: Bool
    ) throws -> (met: Bool, said: Bool, fault: String?) {
        var dice = Dice(seed: 7)
        disk.wipe()
        let queue = try Workbench.queue(at: Self.path, through: storage, cachePages: 8)
        try Ledger.create(queue)
        disk.reset()
        disk.failsAt = (operation, failure, stays)
        var done = 0
        var said = false
        for number in 1...4 {
            do {
                try Ledger.work(queue, number: number, &dice)
                done = number
            } catch is DatabaseError {
                said = true
                break
            }
        }
        let met = disk.hasFailed
        disk.reset()
        try? queue.close()
        let again = try Workbench.queue(at: Self.path, through: storage)
        return (met, said, try Ledger.fault(again, acknowledged: done))
    }

    @Test func `any one failure of the disk is said and leaves the file whole`() throws {
        let disk = SimulatedDisk()
        let storage = try SealedStorage(
            dataKey: SymmetricKey(size: .bits256), fileID: FileID(), base: disk.vfsName)
        var cases = 0
        var said = 0
        for failure in SimulatedDisk.Failure.said {
            for stays in [false, true] {
                var operation = 1
                while true {
                    let result = try run(disk, storage, at: operation, failure, stays: stays)
                    guard result.met else { break }
                    cases += 1
                    said += result.said ? 1 : 0
                    if let fault = result.fault {
                        Issue.record("\(failure) at \(operation), stays \(stays): \(fault)")
                    }
                    operation += isRelease ? 1 : 3
                }
            }
        }
        print("disk failures: \(cases) cases, \(said) said to the caller")
        #expect(cases > 100 && said > cases / 2)
    }

    @Test func `a disk that fails and says nothing is caught by this very suite`() throws {
        let disk = SimulatedDisk()
        let storage = try SealedStorage(
            dataKey: SymmetricKey(size: .bits256), fileID: FileID(), base: disk.vfsName)
        let caught = (1...60).filter { operation in
            let result = try? run(disk, storage, at: operation, .silent, stays: false)
            return result == nil || result?.said == true || result?.fault != nil
        }
        print("disk failures, negative control: \(caught.count) of 60 caught")
        #expect(caught.count > 5)
    }
}
