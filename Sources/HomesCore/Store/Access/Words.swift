import Vault

/// Ten words for a password, made by chance (80 bits): what is typed, and in Chinese the characters
/// to remember it by.
public struct PasswordProposal: Sendable {
    /// What is typed.
    public let typed: String
    /// What is shown: the characters with what is typed below, or the words alone.
    public let lines: [String]

    /// Words that are known; for tests.
    package init(typed: String, lines: [String]) {
        self.typed = typed
        self.lines = lines
    }

    /// New words in a language.
    public init(_ language: Language) { self.init(Passphrase(in: .list(for: language))) }

    /// The words of a passphrase.
    public init(_ passphrase: Passphrase) {
        typed = passphrase.text
        let written = passphrase.written
        lines = written == passphrase.text ? [written] : [written, passphrase.text]
    }
}

/// What is wrong with the words of a share, by the place of the word.
public struct ShareFault: Error {
    /// The sentence.
    public let phrase: Phrase
}

/// A recovery share as it is shown once, to be copied by hand.
public struct ShareWords: Sendable {
    let share: RecoveryShare

    /// Reads a share from its words, in either language, with numbers or without.
    public static func read(_ text: String) -> Result<ShareWords, ShareFault> {
        do throws(RecoveryShareFault) {
            return .success(ShareWords(try RecoveryShare(words: text)))
        } catch {
            return .failure(ShareFault(phrase: phrase(error)))
        }
    }

    private static func phrase(_ fault: RecoveryShareFault) -> Phrase {
        switch fault {
        case .count(let count):
            Phrase("A share has 20 words; these are \(count).", "一份为20个词，现有\(count)个。")
        case .unknownWord(let place):
            Phrase("Word \(place) is in neither list. Look at the paper.", "第\(place)个词不在词表中，请核对。")
        case .wrongWord(let place):
            Phrase("Word \(place) is not right. Look at the paper.", "第\(place)个词有误，请核对。")
        case .exchangedWords(let place):
            Phrase(
                "Words \(place) and \(place + 1) are the wrong way round.",
                "第\(place)和第\(place + 1)个词次序颠倒。")
        case .severalWords:
            Phrase("Several words are not right. Look at the paper.", "有多个词有误，请核对。")
        }
    }

    /// A share.
    public init(_ share: RecoveryShare) { self.share = share }

    /// Its 20 words.
    public func words(_ language: Language) -> [String] { share.words(in: .list(for: language)) }

    /// Whether a word, typed in either language, is the one at a place, counted from 1.
    public func isWord(_ typed: String, at place: Int) -> Bool {
        guard let value = WordList.value(of: typed.trimmed) else { return false }
        let words = share.words(in: .english)
        return words.indices.contains(place - 1) && WordList.value(of: words[place - 1]) == value
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
