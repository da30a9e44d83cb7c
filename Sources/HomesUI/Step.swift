import HomesCore

/// A line for the message row.
public struct Message: Equatable, Sendable {
    /// How it is said.
    public enum Tone: Sendable { case plain, good, warning }
    /// What is said.
    public var text: Phrase
    /// How.
    public var tone: Tone

    /// Something that just happened or a hint.
    public static func plain(_ text: Phrase) -> Message { Message(text: text, tone: .plain) }
    /// Something that was done.
    public static func done(_ text: Phrase) -> Message { Message(text: text, tone: .good) }
    /// Something that was not done, and what to do.
    public static func warning(_ text: Phrase) -> Message { Message(text: text, tone: .warning) }
}

/// What a screen that was opened to ask something gives back to the one below.
public enum Answer: Equatable, Sendable {
    /// A code from a list, for the field or question named.
    case chosen(question: String, code: String)
    /// A date, for the field or question named.
    case date(question: String, CivilDate)
    /// A line of text, for the question named.
    case text(question: String, String)
    /// Yes to the question named.
    case confirmed(question: String)
    /// Somebody has typed her password, for the question named.
    case proved(question: String, PasswordProof)
    /// A record was saved by the screen that was open above.
    case saved(table: String, id: String)
}

/// What a key press leads to.
public enum Step: Sendable {
    /// The screen stays.
    case stay
    /// The screen stays and something is said.
    case say(Message)
    /// The screen reads its records again and something is said.
    case sayRefreshing(Message)
    /// Another screen opens above.
    case push(any Screen)
    /// Another screen takes this one's place.
    case replace(any Screen)
    /// Another screen takes this one's place and something is said.
    case replaceSaying(any Screen, Message)
    /// The screen closes.
    case pop
    /// The screen closes and something is said.
    case popSaying(Message)
    /// The screen closes and gives an answer to the one below.
    case answer(Answer)
    /// The screen closes, gives an answer to the one below, and something is said.
    case answerSaying(Answer, Message)
    /// Lists show names for 30 seconds, or hide them again.
    case toggleNames
    /// The screen closes and the one below gets a key: help and the palette run what they show.
    case runBelow(Key)
    /// Somebody signed in; the screens begin anew with Today or Occupancy.
    case signedIn(Session, Language)
    /// The user signs off.
    case signOff
    /// The program ends.
    case quit
    /// The key is not for this screen; the shell has it.
    case ignored

    /// What the store refused, in its words.
    public static func refused(_ error: StoreError) -> Step { .say(.warning(error.phrase)) }
}
