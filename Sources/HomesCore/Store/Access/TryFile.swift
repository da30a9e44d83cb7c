import Crypto
import Foundation

/// The bytes of the file of tries: magic, 32 bytes of salt; at the last try the day, the clock, the
/// time since the machine was started and which start that was; then the places. Numbers have their
/// highest byte first.
struct TryFile {
    var bytes: [UInt8]
    let headerBytes: Int
    let placeBytes: Int
    let placeCount: Int

    private static let saltStart = 16
    private static let saltBytes = 32
    private static let dayStart = 48
    private static let clockStart = 56
    private static let runningStart = 64
    private static let bootStart = 72
    private static let dayMilliseconds: Int64 = 86_400_000

    static func fresh(_ count: Int, _ magic: [UInt8]) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        bytes.replaceSubrange(0..<magic.count, with: magic)
        let salt = SymmetricKey(size: .bits256).withUnsafeBytes(Array.init)
        bytes.replaceSubrange(saltStart..<saltStart + saltBytes, with: salt)
        return bytes
    }

    /// Whole days since the file was made, as the program counts them: not by the clock alone.
    var day: Int { Int(number(at: TryFile.dayStart, 8) / UInt64(TryFile.dayMilliseconds)) }

    /// Lets time pass: as much as the machine was running since, whatever its clock says. Of the
    /// time between two starts only the clock knows: never backwards, never more than a day.
    mutating func pass(to now: MachineTime) {
        let running = number(at: TryFile.runningStart, 8)
        let last = Int64(bitPattern: number(at: TryFile.clockStart, 8))
        let isSameStart = number(at: TryFile.bootStart, 4) == UInt64(now.boot)
        let passed: UInt64
        if last == 0 {
            passed = 0
        } else if isSameStart, now.running >= running {
            passed = now.running - running
        } else {
            passed = UInt64(min(max(0, now.clock - last), TryFile.dayMilliseconds))
        }
        put(number(at: TryFile.dayStart, 8) + passed, at: TryFile.dayStart, 8)
        put(UInt64(bitPattern: now.clock), at: TryFile.clockStart, 8)
        put(now.running, at: TryFile.runningStart, 8)
        put(UInt64(now.boot), at: TryFile.bootStart, 4)
    }

    /// The place of a name, in the form that a password goes with.
    func index(of name: String) -> Int {
        let salt = bytes[TryFile.saltStart..<TryFile.saltStart + TryFile.saltBytes]
        let folded = name.precomposedStringWithCompatibilityMapping.lowercased()
        let code = HMAC<SHA256>.authenticationCode(
            for: Data(folded.utf8), using: SymmetricKey(data: salt))
        return code.withUnsafeBytes { (Int($0[0]) << 8 | Int($0[1])) % placeCount }
    }

    func place(_ index: Int) -> TryCounter.Place {
        let start = headerBytes + index * placeBytes
        var place = TryCounter.Place()
        place.inARow = Int(number(at: start, 2))
        place.unwritten = Int(number(at: start + 2, 2))
        place.boot = UInt32(number(at: start + 4, 4))
        place.notBefore = number(at: start + 8, 6)
        place.lastDay = Int(number(at: start + 14, 4))
        place.days = Array(bytes[start + 18..<start + 18 + TryCounter.dayCount])
        return place
    }

    mutating func put(_ place: TryCounter.Place, at index: Int) {
        let start = headerBytes + index * placeBytes
        put(UInt64(min(place.inARow, 65_535)), at: start, 2)
        put(UInt64(min(place.unwritten, 65_535)), at: start + 2, 2)
        put(UInt64(place.boot), at: start + 4, 4)
        put(place.notBefore, at: start + 8, 6)
        put(UInt64(place.lastDay), at: start + 14, 4)
        bytes.replaceSubrange(start + 18..<start + 18 + TryCounter.dayCount, with: place.days)
    }

    private func number(at start: Int, _ count: Int) -> UInt64 {
        bytes[start..<start + count].reduce(0) { $0 << 8 | UInt64($1) }
    }

    private mutating func put(_ value: UInt64, at start: Int, _ count: Int) {
        for offset in 0..<count {
            bytes[start + offset] = UInt8(
                truncatingIfNeeded: value >> UInt64(8 * (count - 1 - offset)))
        }
    }
}
