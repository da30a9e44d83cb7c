import CTerminalGuard
import Glibc
import HomesCore

/// What the process gives up before it touches a record: files that others can read, core dumps,
/// being looked into by a debugger.
enum ProcessGuard {
    /// Called once, first.
    static func begin() {
        umask(0o077)
        homes_guard_hide()
    }
}

/// The computer's clock.
enum SystemClock {
    /// This moment.
    static func now() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: time.tv_sec * 1_000 + time.tv_nsec / 1_000_000)
    }
}
