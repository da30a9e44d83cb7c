import Foundation
import Glibc
import Vault

/// Counts passwords tried in vain, in a small file beside the sealed one: before the password is
/// right, nothing can be written into that.
///
/// From the third failure in a row the next try has to wait, from the tenth a quarter of an hour;
/// after a hundred in thirty days only an administrator lets the name in again (SP 800-63B-4,
/// 3.2.2). A try is counted before the password is looked at, so that ending the program does not
/// take it back. Waiting and the thirty days are measured by the time since the machine was started,
/// which no clock setting moves. Only while it is off must the clock be believed, for one day at
/// most a start.
///
/// The file knows no name: a keyed hash leads to one of 4,096 places. It has its full size from the
/// start, so that a full disk does not keep anybody out.
struct TryCounter: Sendable {
    let path: String
    var clock: @Sendable () -> MachineTime = { MachineTime.now() }

    /// Failures from which on a try waits, and the seconds.
    static let delays = [3: 1, 4: 2, 5: 4, 6: 8, 7: 16, 8: 32, 9: 60]
    /// Seconds from the tenth failure in a row.
    static let longDelay = 900
    /// Failures in a row from which on it is long.
    static let many = 10
    /// Failures in thirty days after which an administrator is needed.
    static let most = 100
    static let windowDays = 30

    private static let magic = Array("HOMESTRY1".utf8)
    /// A failure on the first day counts until thirty whole days have passed: one more than thirty.
    static let dayCount = windowDays + 1

    private static let placeCount = 4_096
    private static let headerBytes = 80
    private static let placeBytes = 52
    private static var fileBytes: Int { headerBytes + placeCount * placeBytes }

    /// A try that has been counted and may be taken back.
    struct Ticket {
        let place: Int
        /// The day on which it was counted.
        let day: Int
        fileprivate let before: Place
    }

    /// What is known of the names that share a place.
    struct Place: Equatable {
        /// Failures since the last success.
        var inARow = 0
        /// Failures that no journal has yet.
        var unwritten = 0
        /// Milliseconds since the machine was started before which nothing is tried.
        var notBefore: UInt64 = 0
        /// Which start of the machine that was.
        var boot: UInt32 = 0
        /// Failures by day, at the day modulo `dayCount`, up to `lastDay`.
        var days = [UInt8](repeating: 0, count: TryCounter.dayCount)
        var lastDay = 0

        var inWindow: Int { days.reduce(0) { $0 + Int($1) } }

        /// Forgets the days that have left the window.
        mutating func pass(to day: Int) {
            guard day > lastDay else { return }
            for gone in lastDay + 1...min(day, lastDay + TryCounter.dayCount) {
                days[gone % TryCounter.dayCount] = 0
            }
            lastDay = day
        }
    }

    /// Counts a try of a name as a failure, before the password is looked at.
    ///
    /// - Throws: `waitBeforeTrying` with the seconds that are left; `refused(.triedTooOften)`;
    ///   `readOnly`, `diskFull`, `inputOutput`.
    func begin(_ name: String) throws(StoreError) -> Ticket {
        try change { file, now throws(StoreError) in
            let index = file.index(of: name)
            let before = file.place(index)
            var place = before
            place.pass(to: file.day)
            if place.inWindow >= TryCounter.most { throw .refused(.triedTooOften) }
            if place.notBefore > 0, place.boot != now.boot {
                // The machine was started anew: the wait begins anew too.
                place.notBefore =
                    now.running + UInt64(TryCounter.delay(after: place.inARow)) * 1_000
                place.boot = now.boot
                file.put(place, at: index)
            }
            if place.notBefore > now.running {
                file.put(place, at: index)
                return .failure(Int((place.notBefore - now.running + 999) / 1_000))
            }
            place.inARow += 1
            place.unwritten += 1
            place.days[file.day % TryCounter.dayCount] &+= 1
            let delay = TryCounter.delay(after: place.inARow)
            place.notBefore = delay == 0 ? 0 : now.running + UInt64(delay) * 1_000
            place.boot = now.boot
            file.put(place, at: index)
            return .success(Ticket(place: index, day: file.day, before: before))
        }
    }

    /// Takes a try back: the password was right.
    func succeeded(_ ticket: Ticket) throws(StoreError) {
        try takeBack(ticket, isRight: true)
    }

    /// Takes a try back that came to no answer: the file could not be read.
    func cameToNothing(_ ticket: Ticket) throws(StoreError) {
        try takeBack(ticket, isRight: false)
    }

    /// An administrator lets a name in again.
    func forgive(_ name: String) throws(StoreError) {
        try change { file, _ throws(StoreError) in
            let index = file.index(of: name)
            var place = file.place(index)
            let unwritten = place.unwritten
            place = Place()
            place.unwritten = unwritten
            file.put(place, at: index)
            return .success(())
        }
    }

    /// Failures of the names that share a place which no journal has yet.
    struct Unwritten: Sendable {
        fileprivate let place: Int
        /// Which of the names that were asked for it is, if any leads there.
        let name: String?
        let failures: Int
    }

    /// Failures that no journal has yet, and whose they are among the names given.
    func unwritten(among names: [String]) throws(StoreError) -> [Unwritten] {
        try change { file, _ throws(StoreError) in
            var byPlace: [Int: String] = [:]
            for name in names { byPlace[file.index(of: name)] = name }
            var found: [Unwritten] = []
            for index in 0..<TryCounter.placeCount {
                let failures = file.place(index).unwritten
                if failures > 0 {
                    found.append(
                        Unwritten(place: index, name: byPlace[index], failures: failures))
                }
            }
            return .success(found)
        }
    }

    /// The journal has these now; what was tried meanwhile it does not have yet.
    func written(_ list: [Unwritten]) throws(StoreError) {
        try change { file, _ throws(StoreError) in
            for written in list {
                var place = file.place(written.place)
                place.unwritten = max(0, place.unwritten - written.failures)
                file.put(place, at: written.place)
            }
            return .success(())
        }
    }

    private func takeBack(_ ticket: Ticket, isRight: Bool) throws(StoreError) {
        try change { file, _ throws(StoreError) in
            var place = file.place(ticket.place)
            place.inARow = isRight ? 0 : min(place.inARow, ticket.before.inARow)
            place.unwritten = max(0, place.unwritten - 1)
            place.notBefore = isRight ? 0 : ticket.before.notBefore
            let day = ticket.day % TryCounter.dayCount
            if place.days[day] > 0, place.lastDay - ticket.day < TryCounter.dayCount {
                place.days[day] -= 1
            }
            file.put(place, at: ticket.place)
            return .success(())
        }
    }

    static func delay(after failures: Int) -> Int {
        failures >= many ? longDelay : delays[failures] ?? 0
    }

    // MARK: The file

    /// Reads the file, lets it be changed and writes it, while nobody else does.
    private func change<Value>(
        _ body: (inout TryFile, MachineTime) throws(StoreError) -> Answer<Value>
    ) throws(StoreError) -> Value {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, mode_t(0o600))
        guard descriptor >= 0 else { throw TryCounter.error }
        defer { close(descriptor) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw TryCounter.error }
        }
        var bytes = [UInt8](repeating: 0, count: TryCounter.fileBytes)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        if count != bytes.count || !bytes.starts(with: TryCounter.magic) {
            bytes = TryFile.fresh(bytes.count, TryCounter.magic)
            guard posix_fallocate(descriptor, 0, off_t(bytes.count)) == 0 else { throw .diskFull }
        }
        var file = TryFile(
            bytes: bytes, headerBytes: TryCounter.headerBytes, placeBytes: TryCounter.placeBytes,
            placeCount: TryCounter.placeCount)
        let now = clock()
        file.pass(to: now)
        let answer = try body(&file, now)
        guard pwrite(descriptor, file.bytes, file.bytes.count, 0) == file.bytes.count,
            fsync(descriptor) == 0
        else { throw TryCounter.error }
        switch answer {
        case .success(let value): return value
        case .failure(let seconds): throw .waitBeforeTrying(seconds: seconds)
        }
    }

    private enum Answer<Value> {
        case success(Value)
        /// Wait so many seconds; what was changed is kept all the same.
        case failure(Int)
    }

    private static var error: StoreError { StoreError(VaultError.unusable(errno: errno)) }
}

/// The moment by the machine: since it was started, and by its clock.
struct MachineTime: Sendable {
    /// Milliseconds since the machine was started, also while it slept.
    var running: UInt64
    /// Which start that was.
    var boot: UInt32
    /// The clock in milliseconds.
    var clock: Int64

    static func now() -> MachineTime {
        var time = timespec()
        clock_gettime(CLOCK_BOOTTIME, &time)
        let running = UInt64(time.tv_sec) * 1_000 + UInt64(time.tv_nsec) / 1_000_000
        clock_gettime(CLOCK_REALTIME, &time)
        return MachineTime(
            running: running, boot: startOfMachine,
            clock: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
    }

    private static let startOfMachine: UInt32 = {
        let text = FileManager.default.contents(atPath: "/proc/sys/kernel/random/boot_id") ?? Data()
        return text.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
    }()
}
