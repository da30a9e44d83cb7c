/// Everything that can go wrong with a vault. Closed: the program words each case in its own
/// languages, so that the words stay in one place.
public enum VaultError: Error, Hashable, Sendable {
    /// SQLite was set up in a way that would let statement journals reach the disk.
    case statementJournals
    /// SQLite would not take the storage.
    case noStorage
    /// A connection does not go through the storage that should prepare it.
    case notSealed
    /// SQLite refused a setting of a connection, with this extended code, or read it back
    /// differently (0).
    case connection(code: Int32)
    /// There is no key file beside the sealed file.
    case noKeyFile
    /// There is a key file already; nothing was changed.
    case keyFileExists
    /// Neither copy of the key file is whole.
    case keyFileDamaged
    /// The key file was made by a newer program.
    case keyFileNewer
    /// The key file asks for less work, or for more, than a password is worth.
    case keyFileCost
    /// Another program has been changing the key file for ten seconds.
    case keyFileBusy
    /// The key file was changed by somebody without the key, or belongs to another sealed file.
    case keyFileForged
    /// A file of the vault could not be read or written; `errno` says why.
    case unusable(errno: Int32)
    /// No slot opens with this name and password. Which of the two is wrong cannot be told.
    case wrongNameOrPassword
    /// The shares do not belong together, or to this key file.
    case wrongShares
    /// Two different shares are needed.
    case tooFewShares
    /// No such slot.
    case noSlot
    /// Every slot is taken.
    case noFreeSlot
    /// Somebody else has this name and password: another password has to be chosen.
    case slotTaken
    /// Whoever is signed in does not carry the second key, so it cannot be given on.
    case noSecondKey
    /// The sealed file is damaged, exchanged in parts, or of another key; the first place found.
    case damaged(Damage)
    /// The cryptographic library refused.
    case cryptography
    /// A copy of the sealed file could not be written, by SQLite's code; the file is as it was.
    case copying(code: Int32)
}
