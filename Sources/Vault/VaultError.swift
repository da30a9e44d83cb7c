/// Everything that can go wrong with a vault. Closed: the program words each case in its own
/// languages, so that the words stay in one place.
public enum VaultError: Error, Hashable, Sendable {
    /// SQLite was set up in a way that would let statement journals reach the disk.
    case statementJournals
    /// SQLite would not take the storage.
    case noStorage
    /// A connection does not go through the storage that should prepare it.
    case notSealed
    /// SQLite refused a setting of a connection.
    case connection
}
