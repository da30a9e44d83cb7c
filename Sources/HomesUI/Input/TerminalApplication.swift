import HomesCore

/// What an application asks of the terminal it runs in.
public enum TerminalRequest: Equatable, Sendable {
    /// Leave; the session is over.
    case quit
    /// Stop the process, as ^Z does in a shell. The application has covered its screen before.
    case suspend
    /// Draw everything again, because something else wrote on the screen.
    case repaint
}

/// A program that lives in a terminal: keys and time go in, a canvas comes out. One way, without
/// callbacks; the loop around it is the terminal's.
public protocol TerminalApplication {
    /// A key was pressed.
    mutating func handle(_ key: Key, at now: Instant)
    /// The time that `millisecondsUntilTick` named has come.
    mutating func tick(at now: Instant)
    /// How long until `tick` is wanted; `nil` to sleep until a key comes.
    func millisecondsUntilTick(at now: Instant) -> Int?
    /// The screen at this size; the application may note the size for the next key.
    mutating func frame(width: Int, height: Int) -> Canvas
    /// The process goes on after a stop, or the computer after a sleep: what is shown may be looked
    /// at by someone else now.
    mutating func resumed(at now: Instant)
    /// The terminal goes away or the process is to end: save what was typed, now. `frame` is not
    /// called again.
    mutating func hangUp(at now: Instant)
    /// What the application wants of the terminal, once.
    mutating func takeRequest() -> TerminalRequest?
}
