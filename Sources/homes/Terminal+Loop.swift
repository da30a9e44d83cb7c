import CTerminalGuard
import Glibc
import HomesCore
import HomesUI

extension Terminal {
    /// Runs an application until it or the world wants to end, then gives the terminal back.
    func run(_ application: inout some TerminalApplication) -> TerminalExit {
        var reader = KeyReader()
        var isChanged = true
        var hasJustTicked = false
        defer { close() }
        while true {
            if let end = serveSignals(&application, &reader, &isChanged) { return end }
            if serveRequest(&application, &reader, &isChanged) == .quit { return .quit }
            if updateSize() { isChanged = true }
            if isChanged { put(application.frame(width: width, height: height)) }
            isChanged = false

            let wanted = application.millisecondsUntilTick(at: SystemClock.now())
            // A tick that asks for another at once must not eat the processor.
            let tick = wanted.map { max($0, hasJustTicked ? 10 : 0) }
            let key = reader.millisecondsToWait(at: Terminal.steadyMilliseconds)
            let wait = [tick, key].compactMap { $0 }.min() ?? -1
            let events = homes_guard_wait(STDIN_FILENO, Int32(clamping: wait))

            if events & Int32(HOMES_GUARD_CLOCK) != 0 {
                application.resumed(at: SystemClock.now())
                isChanged = true
            }
            // Before the keys: what time has locked, a key must not open.
            hasJustTicked = false
            if let left = application.millisecondsUntilTick(at: SystemClock.now()), left <= 0 {
                application.tick(at: SystemClock.now())
                hasJustTicked = true
                isChanged = true
            }
            if events & Int32(HOMES_GUARD_INPUT) != 0, !read(into: &reader) {
                application.hangUp(at: SystemClock.now())
                return .hungUp
            }
            for key in reader.take(at: Terminal.steadyMilliseconds) {
                application.handle(key, at: SystemClock.now())
                isChanged = true
                let request = serveRequest(&application, &reader, &isChanged)
                if request == .quit { return .quit }
                // Keys typed ahead of a stop were meant for somebody else.
                if request == .suspend { break }
            }
        }
    }

    /// Does what the application asked for, except to leave; says what it was.
    private func serveRequest(
        _ application: inout some TerminalApplication, _ reader: inout KeyReader,
        _ isChanged: inout Bool
    ) -> TerminalRequest? {
        let request = application.takeRequest()
        switch request {
        case .suspend: stop(&application, &reader)
        case .repaint: forget()
        case .quit, nil: return request
        }
        isChanged = true
        return request
    }

    /// The signals that came since the last look.
    private func serveSignals(
        _ application: inout some TerminalApplication, _ reader: inout KeyReader,
        _ isChanged: inout Bool
    ) -> TerminalExit? {
        while case let number = homes_guard_take(), number != 0 {
            switch number {
            case SIGTSTP:
                // The same way as ^Z, which covers; the stop follows whatever it answered.
                application.handle(.control("z"), at: SystemClock.now())
                if application.takeRequest() == .quit { return .quit }
                stop(&application, &reader)
                isChanged = true
            case SIGCONT:
                reclaim()
                application.resumed(at: SystemClock.now())
                isChanged = true
            default:
                application.hangUp(at: SystemClock.now())
                return .signal(number)
            }
        }
        return nil
    }

    /// Shows the covered screen, stops, and comes back to it.
    private func stop(
        _ application: inout some TerminalApplication, _ reader: inout KeyReader
    ) {
        put(application.frame(width: width, height: height))
        suspend()
        reader.reset()
        application.resumed(at: SystemClock.now())
    }

    /// Reads all bytes that wait; `false` when the terminal is gone.
    private func read(into reader: inout KeyReader) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        var poll = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        repeat {
            let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
            if count < 0, errno == EINTR || errno == EAGAIN { return true }
            guard count > 0 else { return false }
            reader.feed(buffer[..<count], at: Terminal.steadyMilliseconds)
        } while Glibc.poll(&poll, 1, 0) == 1
        return true
    }

    /// A clock that only ever goes forward, in milliseconds.
    static var steadyMilliseconds: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
    }
}
