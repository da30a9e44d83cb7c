import CVault
import Foundation

/// A disk in memory beneath the sealing layer, which forgets, tears and reorders what was not
/// synced when the power fails, and fails any operation on demand.
package final class SimulatedDisk: @unchecked Sendable {
    /// Something done to a file that is not on the platter yet.
    package enum Change {
        case write(offset: Int, bytes: [UInt8])
        case truncate(size: Int)
    }

    package final class Node {
        var stable: [UInt8] = []
        package fileprivate(set) var current: [UInt8] = []
        var pending: [Change] = []

        func apply(_ change: Change) { Self.apply(change, to: &current) }

        static func apply(_ change: Change, to bytes: inout [UInt8]) {
            switch change {
            case .write(let offset, let new):
                if bytes.count < offset + new.count {
                    bytes += [UInt8](repeating: 0, count: offset + new.count - bytes.count)
                }
                bytes.replaceSubrange(offset..<offset + new.count, with: new)
            case .truncate(let size):
                if size < bytes.count { bytes.removeLast(bytes.count - size) }
            }
        }
    }

    /// How an operation fails on demand.
    package enum Failure {
        case inputOutput, full, shortWrite
        /// Nothing is written and nothing is said: the negative control.
        case silent

        package static let said: [Failure] = [.inputOutput, .full, .shortWrite]
    }

    package private(set) var names: [String: Node] = [:]
    private var stableNames: [String: Node] = [:]

    /// Writes, syncs, truncations and removals so far.
    package var operations = 0
    /// The operation at which the power fails: neither it nor a later one happens.
    package var powerFailsAt: Int?
    /// The operation that fails, how, and whether those behind it fail too.
    package var failsAt: (operation: Int, failure: Failure, stays: Bool)?
    /// What a disk that lies about syncing does; the negative control.
    package var syncsLie = false
    /// Whether a failure was really met.
    package private(set) var hasFailed = false

    package let vfsName: String

    package init() {
        vfsName = "disk-" + UUID().uuidString
        SimulatedVFS.register(self, named: vfsName)
    }

    package func wipe() {
        names = [:]
        stableNames = [:]
        reset()
    }

    package func reset() {
        operations = 0
        powerFailsAt = nil
        failsAt = nil
        hasFailed = false
    }

    /// What is on the platter, to be put there again: many lives begin with one file.
    package func snapshot() -> [String: [UInt8]] { stableNames.mapValues(\.stable) }

    /// Puts files on the platter, and nothing else.
    package func put(_ files: [String: [UInt8]]) {
        wipe()
        for (name, bytes) in files {
            let node = Node()
            node.stable = bytes
            node.current = bytes
            names[name] = node
        }
        stableNames = names
    }

    // MARK: operations

    /// SQLite's code for the next operation: OK, or how it fails.
    private func step(_ code: Int32, sync: Bool = false) -> Int32 {
        operations += 1
        if let powerFailsAt, operations >= powerFailsAt {
            hasFailed = true
            return code
        }
        if let failsAt,
            failsAt.stays
                ? operations >= failsAt.operation
                : operations == failsAt.operation
        {
            hasFailed = true
            return failsAt.failure == .full && !sync ? SQLITE_FULL : code
        }
        return SQLITE_OK
    }

    func open(_ name: String, creates: Bool) -> Node? {
        if let node = names[name] { return node }
        guard creates else { return nil }
        let node = Node()
        names[name] = node
        return node
    }

    func write(_ bytes: UnsafeRawBufferPointer, at offset: Int, to node: Node) -> Int32 {
        let code = step(SQLITE_IOERR_WRITE)
        if code != SQLITE_OK, failsAt?.failure == .silent, powerFailsAt == nil { return SQLITE_OK }
        let isShort = code != SQLITE_OK && failsAt?.failure == .shortWrite && powerFailsAt == nil
        guard code == SQLITE_OK || isShort else { return code }
        let change = Change.write(
            offset: offset,
            bytes: Array(isShort ? .init(rebasing: bytes.prefix(bytes.count / 2)) : bytes))
        node.apply(change)
        node.pending.append(change)
        return code
    }

    func truncate(_ node: Node, to size: Int) -> Int32 {
        let code = step(SQLITE_IOERR_TRUNCATE)
        guard code == SQLITE_OK else { return code }
        node.apply(.truncate(size: size))
        node.pending.append(.truncate(size: size))
        return SQLITE_OK
    }

    func sync(_ node: Node) -> Int32 {
        let code = step(SQLITE_IOERR | 4 << 8, sync: true)
        guard code == SQLITE_OK, !syncsLie else { return code }
        node.stable = node.current
        node.pending = []
        // A new file's name is synced with it.
        for (name, other) in names where other === node { stableNames[name] = node }
        return SQLITE_OK
    }

    func remove(_ name: String, syncs: Bool) -> Int32 {
        guard names[name] != nil else { return SQLITE_IOERR | 23 << 8 }
        let code = step(SQLITE_IOERR | 10 << 8)
        guard code == SQLITE_OK else { return code }
        names[name] = nil
        if syncs, !syncsLie { stableNames = names.filter { stableNames[$0.key] === $0.value } }
        return SQLITE_OK
    }

    // MARK: power

    /// What is on the platter after the power has failed: of what was not synced, each write is
    /// there, not there, or partly there, in any order.
    package func losePower(_ dice: inout some RandomNumberGenerator) {
        var after: [String: Node] = [:]
        for name in Set(names.keys).union(stableNames.keys).sorted() {
            let isDeleted = names[name] == nil
            let isNew = stableNames[name] == nil
            if (isDeleted || isNew) && Bool.random(using: &dice) { continue }
            guard let node = names[name] ?? stableNames[name] else { continue }
            let survivor = Node()
            survivor.stable = node.stable
            for change in node.pending.shuffledSometimes(&dice) {
                for piece in Self.torn(change, &dice) { Node.apply(piece, to: &survivor.stable) }
            }
            survivor.current = survivor.stable
            after[name] = survivor
        }
        names = after
        stableNames = after
        reset()
    }

    private static func torn(_ change: Change, _ dice: inout some RandomNumberGenerator) -> [Change]
    {
        guard case .write(let offset, let bytes) = change else {
            return Bool.random(using: &dice) ? [change] : []
        }
        switch Int.random(in: 0..<6, using: &dice) {
        case 0, 1: return []
        case 2, 3: return [change]
        case 4:
            let count = Int.random(in: 0...bytes.count, using: &dice)
            return [.write(offset: offset, bytes: Array(bytes.prefix(count)))]
        default:
            // Sector by sector: new, old, or rubbish.
            return stride(from: 0, to: bytes.count, by: 512).compactMap { start in
                let sector = Array(bytes[start..<min(start + 512, bytes.count)])
                switch Int.random(in: 0..<8, using: &dice) {
                case 0..<4: return .write(offset: offset + start, bytes: sector)
                case 4:
                    let rubbish = sector.map { _ in UInt8.random(in: 0...255, using: &dice) }
                    return .write(offset: offset + start, bytes: rubbish)
                default: return nil
                }
            }
        }
    }
}

extension Array {
    fileprivate func shuffledSometimes(_ dice: inout some RandomNumberGenerator) -> [Element] {
        Int.random(in: 0..<4, using: &dice) == 0 ? shuffled(using: &dice) : self
    }
}
