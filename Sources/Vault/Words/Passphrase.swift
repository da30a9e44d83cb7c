/// A generated passphrase: ten words of 256, so 80 bits of chance (the bar is 77, six words of a
/// list of 7,776). No rule of composition; the length alone makes it strong (SP 800-63B-4, 3.1.1.2).
public struct Passphrase: Sendable {
    /// How many words.
    public static let wordCount = 10

    /// The bits of chance in it: eight a word.
    public static let bits = wordCount * 8

    private let entries: [WordList.Entry]

    /// A new one, from the kernel's random numbers.
    public init(in list: WordList) {
        entries = Randomness.bytes(Self.wordCount).map { list.entries[Int($0)] }
    }

    /// What is typed at sign-in: the words, Chinese ones by their sound, because a password field
    /// shows nothing to choose characters from.
    public var text: String { entries.map(\.typed).joined(separator: " ") }

    /// What is printed to be remembered; for Chinese the characters.
    public var written: String { entries.map(\.written).joined(separator: " ") }
}
